package dev.chorus.app;

import dev.chorus.source.format.ReadResult;
import dev.chorus.source.format.RejectedRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The records that were left out, one a line with the reasons and the place, as [RejectedRecord]
/// has them. What is wrong in several parts of one record (a page of posts) is one line.
final class RejectsFile {
  private final Path file;
  private final OutputStream out;
  private final List<String> reasons = new ArrayList<>();
  private ReadResult.Rejected last;

  private RejectsFile(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /// Begins the file anew.
  ///
  /// @param inputs what will be read, and so must not be overwritten
  static RejectsFile open(Path file, List<Path> inputs) throws UserException {
    try {
      for (Path input : inputs) {
        if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
          throw new UserException(
              "--rejects " + file + " is also to be read; name another file for what is left out.");
        }
      }
      return new RejectsFile(file, new BufferedOutputStream(Files.newOutputStream(file)));
    } catch (IOException e) {
      throw trouble(file, e);
    }
  }

  void add(ReadResult.Rejected rejected) throws UserException {
    // Results of one record share it.
    if (last != null && last.original() != rejected.original()) flush();
    last = rejected;
    reasons.add(rejected.reason());
  }

  /// Writes down what is waiting for more reasons.
  void flush() throws UserException {
    try {
      if (last != null) {
        out.write(RejectedRecord.line(reasons, last.at(), last.original()));
        out.write('\n');
        last = null;
        reasons.clear();
      }
      out.flush();
    } catch (IOException e) {
      throw trouble(file, e);
    }
  }

  void close() throws UserException {
    try (out) {
      flush();
    } catch (IOException e) {
      throw trouble(file, e);
    }
  }

  private static UserException trouble(Path file, IOException e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new UserException("--rejects " + file + " cannot be written: " + why + ".");
  }
}
