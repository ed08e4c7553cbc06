package dev.chorus.app;

import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.source.ReadSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// An ingest with frequent commits, in a process of its own that can be killed.
final class IngestToKill {
  private IngestToKill() {}

  /// Index, then speed (`fast` or `full`), then the files.
  public static void main(String[] args) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 2; i < args.length; i++) files.add(Path.of(args[i]));
    System.out.println(here(Path.of(args[0]), args[1].equals("fast"), files));
  }

  /// In this process.
  static Tally here(Path index, boolean fast, List<Path> files) throws Exception {
    MethodRequest request =
        new MethodRequest(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), fast);
    MethodRequest.Choice choice = request.choose();
    return Ingest.run(
            IngestRequest.of(index, choice.method(), choice.origin(), 2)
                .committing(Duration.ofMillis(fast ? 100 : 1_000)),
            files,
            InputStream.nullInputStream(),
            ReadSettings.AUTO,
            IngestListener.SILENT)
        .tally();
  }

  /// In a process that is killed as by `kill -9`, unless it is done before.
  ///
  /// @param working whether the time begins with the first commit, and not with the process
  /// @return whether it was killed
  static boolean killed(Path index, boolean fast, List<Path> files, boolean working, long millis)
      throws Exception {
    int before = size(index);
    Process process = start(index, fast, files);
    while (working && process.isAlive() && size(index) == before) Thread.sleep(20);
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      if (process.exitValue() != 0) throw new IllegalStateException("the ingest failed by itself");
      return false;
    }
    process.destroyForcibly().waitFor();
    return true;
  }

  private static Process start(Path index, boolean fast, List<Path> files) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dchorus.home=" + System.getProperty("chorus.home"),
                "-cp",
                System.getProperty("java.class.path"),
                IngestToKill.class.getName(),
                index.toString(),
                fast ? "fast" : "full"));
    files.forEach(f -> command.add(f.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// How many posts are in the index; 0 if there is none yet.
  static int size(Path index) throws Exception {
    try (ReactionReader reader = ReactionReader.open(index)) {
      return reader.size();
    } catch (IndexException e) {
      if (e.getMessage().startsWith("There is no index in ")) return 0;
      throw e;
    }
  }
}
