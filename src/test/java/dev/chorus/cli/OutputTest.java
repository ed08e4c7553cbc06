package dev.chorus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.cli.console.Io;
import dev.chorus.cli.console.TemporaryFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What commands do when nobody takes their results.
class OutputTest {
  private static final String FULL = "No space left on device";
  private static final String CLOSED = "Broken pipe";

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  private int run(InputStream in, String message, String... args) {
    PrintStream talk = new PrintStream(err, false, StandardCharsets.UTF_8);
    Io io = new Io(in, talk, talk, Map.of(), false, false);
    return Main.run(io.writingTo(failing(message)), args);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /// Posts without an end, and a count of what was read of them.
  private static final class Endless extends InputStream {
    private final byte[] line =
        "{\"id\":\"a\",\"text\":\"DeepSeek is wonderful\"}\n".getBytes(StandardCharsets.UTF_8);
    private long read;

    @Override
    public int read() {
      if (read > 100_000_000) throw new IllegalStateException("still being read");
      return line[(int) (read++ % line.length)];
    }
  }

  @Test
  void whatCannotBeWrittenIsAFailure() {
    for (String[] args :
        new String[][] {{"convert", "-"}, {"--help"}, {"convert", "--help"}, {"--version"}}) {
      err.reset();
      assertThat(run(new Endless(), FULL, args)).as(String.join(" ", args)).isEqualTo(1);
      assertThat(said()).isEqualTo("chorus: the output cannot be written: " + FULL + ".\n");
    }
  }

  @Test
  void aReaderThatHasSeenEnoughEndsTheReading() {
    Endless posts = new Endless();
    assertThat(run(posts, CLOSED, "convert", "-")).isZero();
    assertThat(said()).isEmpty();
    assertThat(posts.read).isLessThan(1_000_000);
  }

  @Test
  @Tag("models")
  void theSameIsTrueOfAnalysesAndReports() {
    assertThat(run(new Endless(), CLOSED, "analyze", "--fast", "-")).isZero();
    assertThat(said()).isEmpty();
    assertThat(run(new Endless(), FULL, "analyze", "--fast", "-")).isEqualTo(1);
    String index = folder.resolve("i").toString();
    Cli.chorus("ingest", "--fast", "--index", index, Cli.NAMED.toString());
    for (String[] args :
        new String[][] {
          {"camps"},
          {"search", "*:*"},
          {"search", "--count", "*:*"},
          {"search", "--format", "csv", "*:*"},
          {"show", "andreessen-1"},
          {"ingest", "--fast", Cli.NAMED.toString()}
        }) {
      List<String> all = new ArrayList<>(List.of(args));
      all.addAll(List.of("--index", index));
      err.reset();
      assertThat(run(InputStream.nullInputStream(), FULL, all.toArray(String[]::new)))
          .as(all.toString())
          .isEqualTo(1);
      assertThat(said()).isEqualTo("chorus: the output cannot be written: " + FULL + ".\n");
      err.reset();
      assertThat(run(InputStream.nullInputStream(), CLOSED, all.toArray(String[]::new)))
          .as(all.toString())
          .isZero();
      assertThat(said()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "1", "0", "-5", "999999999", "99999999999999", "wide"})
  void aScreenOfAnyWidthGetsItsHelp(String columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream talk = new PrintStream(err, false, StandardCharsets.UTF_8);
    Io io =
        new Io(InputStream.nullInputStream(), talk, talk, Map.of("COLUMNS", columns), true, true);
    assertThat(Main.run(io.writingTo(out), "convert", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--encoding").doesNotContain("\tat ");
  }

  @Test
  void aCampFileThatIsNestedTooDeepIsNamed() throws Exception {
    Path flow = Files.writeString(folder.resolve("flow.yaml"), "event: " + "[".repeat(50_000));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) text.append(" ".repeat(i)).append("a:\n");
    Path block = Files.writeString(folder.resolve("block.yaml"), text);
    for (Path camps : List.of(flow, block)) {
      assertThat(run(InputStream.nullInputStream(), FULL, "analyze", "--camps", "" + camps, "-"))
          .isEqualTo(1);
      assertThat(said().lines()).hasSize(1).first().asString().contains(camps + ":", "go too deep");
      err.reset();
    }
  }

  @Test
  void aTemporaryFolderThatIsNotThereIsNamed() {
    String before = System.setProperty("java.io.tmpdir", folder.resolve("no").toString());
    try {
      assertThat(TemporaryFolder.trouble().orElseThrow())
          .contains(
              folder.resolve("no").toString(), "there is no such folder", "java.io.tmpdir=DIR");
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
    assertThat(TemporaryFolder.trouble()).isEmpty();
  }

  static boolean isLinux() {
    return Files.exists(Path.of("/dev/full"));
  }

  /// Through the file descriptor of a real process, as Java's own streams tell no one.
  @Test
  @Tag("slow")
  @EnabledIf("isLinux")
  void aProcessFailsOnADeviceThatIsFull() throws Exception {
    Path posts = Files.writeString(folder.resolve("p.jsonl"), "{\"id\":\"a\",\"text\":\"b\"}\n");
    Path talk = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.chorus.start.Launch",
                "convert",
                posts.toString())
            .redirectOutput(Path.of("/dev/full").toFile())
            .redirectError(talk.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(talk))
        .isEqualTo("chorus: the output cannot be written: " + FULL + ".\n");
  }
}
