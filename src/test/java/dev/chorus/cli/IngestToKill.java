package dev.chorus.cli;

import dev.chorus.app.Installation;
import dev.chorus.app.Ingestion;
import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.language.english.AnalyzerSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  static Ingestion.Tally here(Path index, boolean fast, List<Path> files) throws Exception {
    Event event = EventFile.read(Installation.camps());
    AnalyzerSettings settings =
        new AnalyzerSettings(
            Installation.models(), event.subject(), Installation.names(event), AnalyzerSettings.Scorer.POSTS, fast);
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    Io io = new Io(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, Map.of(), false, false);
    try (Ingestion ingestion =
        new Ingestion(
            io,
            index,
            event,
            settings,
            2,
            new IngestOptions(Duration.ofMillis(fast ? 100 : 1_000)))) {
      ingestion.run(files, dev.chorus.source.ReadSettings.AUTO);
      return ingestion.tally();
    }
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
