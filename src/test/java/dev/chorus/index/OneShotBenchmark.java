package dev.chorus.index;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// How long one `./chorus search` takes from the start of its process to the end, beside
/// [BareSearch] on the same index: same JVM, same options, a cache of loaded classes of its own.
/// Both are started in turn, because machines are noisy.
///
/// `mvn test -Dtest=OneShotBenchmark -Dchorus.oneshot=FOLDER`, on an index that [SearchBenchmark]
/// has made; `-Dchorus.rounds=N` for another number than 11. No test: it asserts nothing, and does
/// not run without that property.
@EnabledIfSystemProperty(named = "chorus.oneshot", matches = ".+")
class OneShotBenchmark {
  /// What the launcher gives the JVM of a search.
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx2g",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dfile.encoding=UTF-8");

  /// @param bare the same query without options of Chorus
  private record Case(String name, List<String> search, String bare) {}

  private static final List<Case> CASES =
      List.of(
          new Case("rare word", List.of(CorpusGenerator.word(9_000)), CorpusGenerator.word(9_000)),
          new Case("common word", List.of("nvidia"), "nvidia"),
          new Case(
              "word with filters",
              List.of("crash", "--camp", "skeptics", "--sentiment", "negative"),
              "crash AND camp:skeptics AND sentiment:negative"));

  private final Path home = Path.of(System.getProperty("chorus.home"));
  private final String index = System.getProperty("chorus.oneshot");
  private final int rounds = Integer.getInteger("chorus.rounds", 11);

  @TempDir private Path work;

  @Test
  void measures() throws Exception {
    List<String> bare = bare();
    for (Case one : CASES) {
      List<String> search = new ArrayList<>(List.of(home.resolve("chorus").toString(), "search"));
      search.addAll(one.search());
      search.addAll(List.of("--index", index));
      List<String> yardstick = new ArrayList<>(bare);
      yardstick.add(one.bare());
      double[] ours = new double[rounds];
      double[] theirs = new double[rounds];
      // The first of each finds nothing in the memory of the system, or builds Chorus.
      for (int round = -1; round < rounds; round++) {
        double a = seconds(search);
        double b = seconds(yardstick);
        if (round < 0) continue;
        ours[round] = a;
        theirs[round] = b;
      }
      Arrays.sort(ours);
      Arrays.sort(theirs);
      System.out.printf(
          Locale.ROOT,
          "%s: chorus %.3f s (%.3f to %.3f), bare Lucene %.3f s (%.3f to %.3f), ratio of medians"
              + " %.2f, of the fastest %.2f%n",
          one.name(),
          ours[rounds / 2],
          ours[0],
          ours[rounds - 1],
          theirs[rounds / 2],
          theirs[0],
          theirs[rounds - 1],
          ours[rounds / 2] / theirs[rounds / 2],
          ours[0] / theirs[0]);
    }
  }

  private double seconds(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int code = process(command).start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (code != 0) throw new IOException(command + " ended with " + code);
    return seconds;
  }

  private ProcessBuilder process(List<String> command) {
    return new ProcessBuilder(command)
        .redirectOutput(work.resolve("out").toFile())
        .redirectError(Redirect.DISCARD);
  }

  /// The command of the yardstick, without a query, after a rehearsal with all of them.
  private List<String> bare() throws Exception {
    Path jar = work.resolve("bare.jar");
    String name = BareSearch.class.getName().replace('.', '/') + ".class";
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        InputStream in = BareSearch.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new ZipEntry(name));
      in.transferTo(out);
      out.closeEntry();
    }
    String jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                path ->
                    path.matches(
                        ".*/lucene-(core|analysis-common|queryparser|queries|sandbox)-[^/]*"))
            .collect(Collectors.joining(File.pathSeparator));
    String cache = work.resolve("bare.aot").toString();
    List<String> queries = new ArrayList<>();
    for (Case one : CASES) queries.addAll(Collections.nCopies(5, one.bare()));
    List<String> rehearsal = java("-XX:AOTCacheOutput=" + cache, jar + File.pathSeparator + jars);
    rehearsal.addAll(1, List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
    rehearsal.addAll(queries);
    seconds(rehearsal);
    return java("-XX:AOTCache=" + cache, jar + File.pathSeparator + jars);
  }

  private List<String> java(String cache, String classPath) {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(OPTIONS);
    command.addAll(List.of(cache, "-cp", classPath, BareSearch.class.getName(), index));
    return command;
  }
}
