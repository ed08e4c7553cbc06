package dev.chorus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.cli.Main;
import dev.chorus.cli.console.Io;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The documents name nothing that does not exist: classes, files, commands, options, properties
/// and links. So whoever renames something is told where it is written about.
class DocumentsTest {
  private static final Path HOME = Path.of(System.getProperty("chorus.home"));
  private static final int LONGEST_ENTRANCE = 170;
  private static final int LONGEST_DECISION = 60;

  /// Classes of libraries, and words that are written like classes.
  private static final Set<String> FOREIGN =
      Set.of("EnglishAnalyzer", "LMDirichletSimilarity", "OpenSource");

  private static final Pattern CLASS =
      Pattern.compile("(?<![\\w.#@$/-])([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:[.#](\\w+))?");
  private static final Pattern ONE_WORD_CLASS = Pattern.compile("([A-Z][a-z]+)(?:[.#](\\w+))?");
  private static final Pattern PATH = Pattern.compile("[\\w.*-]+(?:/[\\w.*-]*)+|[A-Za-z]+\\.md");

  /// The part of a path that stands for any name, such as `EVENT.tsv`.
  private static final Pattern ANY_NAME = Pattern.compile("\\b[A-Z]{2,}(?=\\b|\\.)");

  private static final Pattern RUN =
      Pattern.compile("(?:^|[\\s(])(?:\\./)?chorus ([a-z][\\w-]*)(.*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern TEST = Pattern.compile("-Dtest=([\\w,#]+)");
  private static final Pattern PROPERTY = Pattern.compile("-D(chorus\\.[a-z.]+)");
  private static final Pattern VARIABLE = Pattern.compile("\\bCHORUS_[A-Z_]+");

  private static List<Markdown> documents;

  /// Text of the source files in which a class is declared, by its simple name.
  private static final Map<String, String> SOURCES = new HashMap<>();

  private static String mainSources;
  private static String testSources;

  /// Options of each command, such as `camps assign`.
  private static final Map<String, Set<String>> OPTIONS = new TreeMap<>();

  private final TreeSet<String> wrong = new TreeSet<>();
  private int seen;

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
      documents =
          Stream.concat(
                  Stream.of(
                          "README.md",
                          "ARCHITECTURE.md",
                          "CONTRIBUTING.md",
                          "models/README.md",
                          "corpus/README.md")
                      .map(HOME::resolve),
                  docs.filter(file -> file.toString().endsWith(".md")).sorted())
              .map(Markdown::read)
              .toList();
    }
    mainSources = sources("src/main/java") + Files.readString(HOME.resolve("chorus"));
    testSources =
        sources("src/test/java")
            + sources("src/benchmark/java")
            + Files.readString(HOME.resolve("pom.xml"));
    options("");
  }

  private static String sources(String folder) throws IOException {
    Pattern declared = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        all.append(text);
        Matcher name = declared.matcher(text);
        while (name.find()) SOURCES.merge(name.group(1), text, String::concat);
      }
    }
    return all.toString();
  }

  /// Asks the help of a command, and of those below it.
  private static void options(String command) {
    String help = help(command);
    OPTIONS.put(
        command,
        OPTION.matcher(help).results().map(MatchResult::group).collect(Collectors.toSet()));
    Matcher list = Pattern.compile("\nCommands:\n((?: .*\n)+)").matcher(help);
    if (!list.find()) return;
    Matcher below = Pattern.compile("(?m)^  ([a-z][\\w-]*)").matcher(list.group(1));
    while (below.find()) options((command + " " + below.group(1)).strip());
  }

  private static String help(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    Io io = new Io(InputStream.nullInputStream(), stream, stream, Map.of(), false, false);
    List<String> words = new ArrayList<>(List.of((command + " --help").strip().split(" ")));
    Main.run(io, words.toArray(String[]::new));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void namesClassesThatExist() {
    for (Markdown document : documents) {
      for (String code : document.spans()) {
        Matcher whole = ONE_WORD_CLASS.matcher(code);
        if (whole.matches()) name(document, whole);
        Matcher name = CLASS.matcher(code);
        while (name.find()) name(document, name);
      }
    }
    nothingWrong(100);
  }

  private void name(Markdown document, MatchResult name) {
    seen++;
    if (FOREIGN.contains(name.group(1))) return;
    String source = SOURCES.getOrDefault(name.group(1), "");
    String member = name.group(2) == null ? name.group(1) : name.group(2);
    if (!Pattern.compile("\\b" + member + "\\b").matcher(source).find()) {
      wrong(document, name.group());
    }
  }

  @Test
  void namesFilesThatExist() throws IOException {
    Set<String> files;
    try (Stream<Path> all = Files.walk(HOME)) {
      files =
          all.map(file -> HOME.relativize(file).toString())
              .filter(file -> !file.startsWith("target") && !file.startsWith("."))
              .collect(Collectors.toSet());
    }
    for (Markdown document : documents) {
      for (String code : document.allCode()) {
        Matcher path = PATH.matcher(code);
        while (path.find()) file(document, path.group(), files);
      }
    }
    nothingWrong(40);
  }

  /// Only what begins like a path of the project is taken for one.
  private void file(Markdown document, String path, Set<String> files) {
    String here = HOME.relativize(document.file().getParent()).toString();
    String first = path.split("/")[0];
    List<String> roots =
        Stream.of("", here)
            .filter(root -> files.contains(Path.of(root, first).toString()))
            .toList();
    if (roots.isEmpty() && !path.endsWith(".md")) return;
    seen++;
    for (String root : roots) {
      String pattern = ANY_NAME.matcher(Path.of(root, path).toString()).replaceAll("*");
      PathMatcher like = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      if (files.contains(Path.of(root, path).toString())) return;
      if (files.stream().anyMatch(file -> like.matches(Path.of(file)))) return;
    }
    wrong(document, path);
  }

  @Test
  void codeNamesDocumentsThatExist() {
    Matcher name = Pattern.compile("[\\w/.-]+\\.md\\b").matcher(mainSources);
    while (name.find()) {
      seen++;
      if (!Files.exists(HOME.resolve(name.group()))) wrong.add(name.group());
    }
    nothingWrong(5);
  }

  @Test
  void namesCommandsAndOptionsThatExist() {
    Set<String> anywhere =
        OPTIONS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    for (Markdown document : documents) {
      for (String code : document.allCode()) {
        Matcher run = RUN.matcher(code);
        String command = run.find() ? command(run.group(1), run.group(2)) : "";
        if (run.hasMatch() && !OPTIONS.containsKey(command)) wrong(document, code);
        boolean maven = code.contains("mvn ");
        Matcher option = OPTION.matcher(code);
        while (option.find()) {
          seen++;
          Set<String> known =
              command.isEmpty() ? anywhere : OPTIONS.getOrDefault(command, Set.of());
          if (!maven && !known.contains(option.group())) wrong(document, code);
        }
      }
    }
    nothingWrong(100);
  }

  private static String command(String first, String rest) {
    String second = first + " " + rest.strip().split("\\s")[0];
    return OPTIONS.containsKey(second) ? second : first;
  }

  @Test
  void namesTestsAndPropertiesThatExist() {
    for (Markdown document : documents) {
      String code = String.join("\n", document.allCode());
      TEST.matcher(code)
          .results()
          .flatMap(m -> Stream.of(m.group(1).split(",")))
          .forEach(test -> test(document, test));
      PROPERTY
          .matcher(code)
          .results()
          .filter(m -> !(testSources + mainSources).contains(m.group(1)))
          .forEach(m -> wrong(document, m.group()));
      VARIABLE
          .matcher(code)
          .results()
          .filter(m -> !mainSources.contains(m.group()))
          .forEach(m -> wrong(document, m.group()));
    }
    nothingWrong(10);
  }

  private void test(Markdown document, String test) {
    seen++;
    String[] parts = test.split("#");
    String source = SOURCES.getOrDefault(parts[0], "");
    if (source.isEmpty() || parts.length > 1 && !source.contains("void " + parts[1] + "(")) {
      wrong(document, test);
    }
  }

  @Test
  void linksLeadSomewhere() {
    for (Markdown document : documents) {
      for (String link : document.links()) {
        if (link.contains("://")) continue;
        seen++;
        String[] parts = link.split("#", 2);
        Path target =
            parts[0].isEmpty()
                ? document.file()
                : document.file().getParent().resolve(parts[0]).normalize();
        boolean there = Files.exists(target);
        if (there && parts.length > 1) {
          there = Markdown.read(target).anchors().contains(parts[1]);
        }
        if (!there) wrong(document, link);
      }
    }
    nothingWrong(60);
  }

  @Test
  void entrancesStayShort() {
    assertThat(document("README.md").lines()).isLessThanOrEqualTo(LONGEST_ENTRANCE);
    assertThat(document("ARCHITECTURE.md").lines()).isLessThanOrEqualTo(LONGEST_ENTRANCE);
    assertThat(decisions()).allMatch(page -> page.lines() <= LONGEST_DECISION, "is short");
  }

  @Test
  void everyDocumentCanBeFound() {
    assertThat(document("docs/decisions/README.md").links())
        .containsAll(decisions().stream().map(page -> page.file().getFileName() + "").toList());
    assertThat(document("README.md").links())
        .containsAll(
            documents.stream()
                .map(document -> HOME.relativize(document.file()).toString())
                .filter(name -> !name.equals("README.md") && !name.startsWith("docs/decisions"))
                .toList());
  }

  @Test
  void architectureListsTheRoomsInTheirOrder() {
    List<String> rooms =
        document("ARCHITECTURE.md").rows().stream()
            .map(List::getFirst)
            .filter(ArchitectureTest.FLOORS::contains)
            .toList();
    assertThat(rooms).isEqualTo(ArchitectureTest.FLOORS);
  }

  private static List<Markdown> decisions() {
    return documents.stream()
        .filter(document -> document.file().getParent().endsWith("decisions"))
        .filter(document -> !document.file().endsWith("README.md"))
        .toList();
  }

  private static Markdown document(String name) {
    return documents.stream()
        .filter(document -> document.file().equals(HOME.resolve(name)))
        .findFirst()
        .orElseThrow();
  }

  private void wrong(Markdown document, String named) {
    wrong.add(HOME.relativize(document.file()) + ": " + named);
  }

  /// @param least so many places were looked at, or the test has lost its sight
  private void nothingWrong(int least) {
    assertThat(wrong).as("named in the documents, and not there").isEmpty();
    assertThat(seen).isGreaterThanOrEqualTo(least);
  }
}
