package dev.chorus.app.verify;

import dev.chorus.app.UserException;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import java.nio.file.Path;

/// Checks a report of Chorus, or an article that quotes posts, against an index.
public final class Verify {
  private Verify() {}

  /// @param file in HTML, Markdown or text
  /// @param index the folder of the index
  /// @throws UserException if the file cannot be checked, with the reason
  /// @throws IndexException if there is no index
  public static Verification run(Path file, Path index) throws UserException, IndexException {
    String name = file.toString();
    String content = CheckedText.read(file);
    ReportText text = ReportText.of(name, content);
    if (text.data().isEmpty() && text.marked()) {
      throw new UserException(
          name
              + " is a report of Chorus without its data. It is cut, or they were removed. Make the"
              + " report again: chorus camps");
    }
    try (ReactionReader reader = ReactionReader.open(index)) {
      return text.data().isPresent()
          ? ReportCheck.run(name, text, reader)
          : ArticleCheck.run(name, content, reader);
    }
  }
}
