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
/// [BareSearch] on the same index and JVM: as plain `java` starts it, and with the options of the
/// launcher and a cache of loaded classes of its own. All are started in turn, because machines are
/// noisy.
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
    String classPath = classPath();
    List<String> plain = command(List.of(), classPath);
    List<String> cached = cached(classPath);
    for (Case one : CASES) {
      List<String> search = new ArrayList<>(List.of(home.resolve("chorus").toString(), "search"));
      search.addAll(one.search());
      search.addAll(List.of("--index", index));
      List<List<String>> commands = List.of(search, with(plain, one), with(cached, one));
      double[][] times = new double[commands.size()][rounds];
      // The first of each finds nothing in the memory of the system, or builds Chorus.
      for (int round = -1; round < rounds; round++) {
        for (int i = 0; i < times.length; i++) {
          double seconds = seconds(commands.get(i));
          if (round >= 0) times[i][round] = seconds;
        }
      }
      for (double[] each : times) Arrays.sort(each);
      System.out.printf(
          Locale.ROOT,
          "%s: chorus %.3f s; bare Lucene %.3f s, ratio of medians %.2f, of the fastest %.2f; bare"
              + " Lucene with a cache %.3f s, ratio of medians %.2f, of the fastest %.2f%n",
          one.name(),
          times[0][rounds / 2],
          times[1][rounds / 2],
          times[0][rounds / 2] / times[1][rounds / 2],
          times[0][0] / times[1][0],
          times[2][rounds / 2],
          times[0][rounds / 2] / times[2][rounds / 2],
          times[0][0] / times[2][0]);
    }
  }

  private static List<String> with(List<String> command, Case one) {
    List<String> all = new ArrayList<>(command);
    all.add(one.bare());
    return all;
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

  /// The yardstick in a jar of its own, and Lucene's.
  private String classPath() throws Exception {
    Path jar = work.resolve("bare.jar");
    String name = BareSearch.class.getName().replace('.', '/') + ".class";
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        InputStream in = BareSearch.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new ZipEntry(name));
      in.transferTo(out);
      out.closeEntry();
    }
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            path ->
                path.matches(".*/lucene-(core|analysis-common|queryparser|queries|sandbox)-[^/]*"))
        .collect(Collectors.joining(File.pathSeparator, jar + File.pathSeparator, ""));
  }

  /// The command of the yardstick with a cache, without a query, after a rehearsal with all of
  /// them.
  private List<String> cached(String classPath) throws Exception {
    String cache = work.resolve("bare.aot").toString();
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(
        List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTRecordTraining",
            "-XX:AOTCacheOutput=" + cache));
    List<String> rehearsal = command(options, classPath);
    for (Case one : CASES) rehearsal.addAll(Collections.nCopies(5, one.bare()));
    seconds(rehearsal);
    options = new ArrayList<>(OPTIONS);
    options.add("-XX:AOTCache=" + cache);
    return command(options, classPath);
  }

  private List<String> command(List<String> options, String classPath) {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, BareSearch.class.getName(), index));
    return command;
  }
}
