package dev.chorus.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.app.UserException;
import dev.chorus.index.query.IndexException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTroubleTest {
  @TempDir Path folder;

  private void refuses(Path file, String message) {
    assertThatThrownBy(() -> Verify.run(file, folder.resolve("none")))
        .isInstanceOf(UserException.class)
        .hasMessage(file + message)
        .message()
        .doesNotContain("\n");
  }

  private Path file(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path file(String name, String text) throws Exception {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void saysInOneLineWhatCannotBeChecked() throws Exception {
    Path missing = folder.resolve("missing.md");
    assertThatThrownBy(() -> Verify.run(missing, folder))
        .isInstanceOf(UserException.class)
        .hasMessage("There is no file " + missing + ".");
    refuses(folder, " is a folder. Name the file of a report or an article.");
    refuses(file("empty.md", " \n"), " is empty.");
    String noText = " is no text in UTF-8. Save a report or an article as HTML, Markdown or text.";
    refuses(file("picture.html", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}), noText);
    refuses(file("old.txt", new byte[] {'a', (byte) 0xE4, 'b'}), noText);
    refuses(
        file("report.json", "{\"title\": \"x\"}"),
        " is JSON. Reports are checked in HTML and Markdown, articles also as text.");
    Path large = folder.resolve("large.html");
    try (RandomAccessFile bytes = new RandomAccessFile(large.toFile(), "rw")) {
      bytes.setLength(200_000_000);
    }
    refuses(
        large,
        " is larger than 50 MB, which is the most that is checked. Reports and articles are"
            + " smaller.");
  }

  @Test
  void saysThatThereIsNoIndex() throws Exception {
    Path article = file("story.txt", "Nothing is quoted here.");
    assertThatThrownBy(() -> Verify.run(article, folder.resolve("none")))
        .isInstanceOf(IndexException.class)
        .hasMessageStartingWith("There is no index in ");
  }

  @Test
  void readsTextsOfWindows() throws Exception {
    Reported reported = new Reported(folder);
    Path article = folder.resolve("wide.txt");
    Files.writeString(
        article, "\uFEFF“My kids love it and so do I”\r\n", StandardCharsets.UTF_16LE);
    assertThat(Verify.run(article, reported.index).findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.EXACT);
  }
}
