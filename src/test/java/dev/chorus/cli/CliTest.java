package dev.chorus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands as a user runs them, with the real models.
class CliTest {
  private static final Path HOME = Path.of(System.getProperty("chorus.home"));
  private static final Path NAMED = HOME.resolve("corpus/deepseek-r1.json");
  private static final Path CROWD = HOME.resolve("corpus/crowd.jsonl");

  @TempDir static Path shared;
  @TempDir Path folder;

  private record Result(int code, String out, String err) {}

  private static Result chorus(String... args) {
    return reading("", args);
  }

  private static Result reading(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Io io =
        new Io(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Map.of("COLUMNS", "100"),
            false,
            false);
    int code = Main.run(io, args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @BeforeAll
  static void ingestTheSampleCorpus() {
    Result result =
        chorus(
            "ingest",
            NAMED.toString(),
            CROWD.toString(),
            "--index",
            shared.resolve("i").toString());
    assertThat(result.err())
        .isEqualTo(
            "30 posts are not in English (de 11, es 8, zh 11): kept, and left without scores.\n");
    assertThat(result.out())
        .matches("read (\\d+) = \\1 indexed \\+ 0 updated \\+ 0 unchanged \\+ 0 rejected\n");
    assertThat(result.code()).isZero();
  }

  private static Result onSample(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", shared.resolve("i").toString()));
    return chorus(all.toArray(String[]::new));
  }

  private static Map<?, ?> json(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return (Map<?, ?>) Json.parse(result.out());
  }

  @ParameterizedTest
  @CsvSource({
    "andreessen-1,believers",
    "khosla-1,skeptics",
    "zschaepitz-1,economists",
    "tan-1,pragmatists",
    "lecun-1,open_source"
  })
  void putsTheNamedPeopleIntoTheirCamps(String id, String camp) {
    Map<?, ?> shown = json(onSample("show", id, "--format", "json"));
    assertThat(((Map<?, ?>) shown.get("camp")).get("id")).isEqualTo(camp);
  }

  @Test
  void printsTheCampsWithTheirEvidence() {
    String text = onSample("camps").out();
    assertThat(text)
        .contains("DeepSeek R1 · ", "not in English", "one of the most amazing and impressive")
        .contains(
            "“ccp state psyop”",
            "⚑ Community Note: The post gives no evidence",
            "⚑ Disclosure: His father")
        .contains("FLOODS", "CONTESTED");
    assertThat(text.lines()).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(104));
  }

  @Test
  void quotesOnlyExactSpans() {
    Map<String, String> texts = new HashMap<>();
    for (Path file : List.of(NAMED, CROWD)) {
      for (String line : chorus("convert", file.toString()).out().lines().toList()) {
        Map<?, ?> post = (Map<?, ?>) Json.parse(line);
        texts.put((String) post.get("id"), (String) post.get("text"));
      }
    }
    Map<?, ?> report = json(onSample("camps", "--format", "json"));
    int quotes = 0;
    for (Object camp : (List<?>) report.get("camps")) {
      for (Object each : (List<?>) ((Map<?, ?>) camp).get("quotes")) {
        Map<?, ?> quote = (Map<?, ?>) each;
        String text = texts.get(quote.get("postId"));
        assertThat(text.substring((Integer) quote.get("start"), (Integer) quote.get("end")))
            .isEqualTo(quote.get("text"));
        quotes++;
      }
    }
    assertThat(quotes).isGreaterThanOrEqualTo(24);
  }

  @Test
  void countsEveryPostOnce() {
    Map<?, ?> report = json(onSample("camps", "--format", "json"));
    Map<?, ?> corpus = (Map<?, ?>) report.get("corpus");
    int inCamps = (Integer) ((Map<?, ?>) report.get("unaligned")).get("posts");
    for (Object camp : (List<?>) report.get("camps"))
      inCamps += (Integer) ((Map<?, ?>) camp).get("posts");
    assertThat(inCamps).isEqualTo(corpus.get("counted"));
    int unread =
        ((Map<?, ?>) corpus.get("unread")).values().stream().mapToInt(v -> (Integer) v).sum();
    assertThat(unread).isBetween(28, 32);
    assertThat((Integer) corpus.get("posts"))
        .isEqualTo((Integer) corpus.get("counted") + (Integer) corpus.get("copies") + unread);
  }

  /// Ingesting twice changes nothing; the same posts in another order, in another shape of file and
  /// with another number of threads, give the same bytes.
  @Test
  void givesTheSameBytesWhateverTheOrder() throws Exception {
    String before = onSample("camps", "--format", "json").out();
    Result again = onSample("ingest", NAMED.toString(), CROWD.toString());
    assertThat(again.out()).matches("read (\\d+) = 0 indexed \\+ 0 updated \\+ \\1 unchanged.*\n");
    assertThat(onSample("camps", "--format", "json").out()).isEqualTo(before);

    List<String> lines = new ArrayList<>();
    lines.addAll(chorus("convert", NAMED.toString(), CROWD.toString()).out().lines().toList());
    Collections.shuffle(lines, new Random(13));
    Path shuffled = Files.write(folder.resolve("shuffled.jsonl"), lines);
    String index = folder.resolve("i").toString();
    chorus("ingest", shuffled.toString(), "--index", index, "--threads", "3");
    assertThat(chorus("camps", "--format", "json", "--index", index).out()).isEqualTo(before);
  }

  @Test
  void searchesAndFilters() {
    Map<?, ?> everything = json(onSample("search", "*:*", "--format", "json", "--limit", "3"));
    assertThat((List<?>) everything.get("hits")).hasSize(3);
    Map<?, ?> facets = (Map<?, ?>) everything.get("facets");
    int inCamps =
        ((Map<?, ?>) facets.get("camp")).values().stream().mapToInt(v -> (Integer) v).sum();
    assertThat(inCamps).isEqualTo(everything.get("total"));

    Map<?, ?> psyop = json(onSample("search", "psyop", "--camp", "skeptics", "--format", "json"));
    Map<?, ?> hit = (Map<?, ?>) ((List<?>) psyop.get("hits")).getFirst();
    assertThat(hit.keySet().stream().map(String::valueOf))
        .contains(
            "id",
            "score",
            "author",
            "text",
            "createdAt",
            "url",
            "lang",
            "sentiment",
            "entities",
            "stances",
            "camp");

    Result text = onSample("search", "nvidia", "--stance", "none:DeepSeek");
    assertThat(text.out()).containsIgnoringCase("«nvidia»").contains(" posts", "camp ");
    assertThat(
            onSample(
                    "search",
                    "*:*",
                    "--since",
                    "2025-01-27",
                    "--until",
                    "2025-01-27",
                    "--limit",
                    "0")
                .out())
        .matches("(?s)\\d+ posts, 0 shown\n.*");
  }

  @Test
  void searchesByMeaning() throws Exception {
    String question = "the share prices of chip makers went down";
    Map<?, ?> near =
        json(
            onSample(
                "search",
                question,
                "--mode",
                "semantic",
                "--camp",
                "economists",
                "--format",
                "json"));
    assertThat(near.get("mode")).isEqualTo("semantic");
    assertThat((Integer) near.get("total")).isBetween(10, 100);
    assertThat(((Map<?, ?>) ((Map<?, ?>) near.get("facets")).get("camp")).keySet())
        .isEqualTo(java.util.Set.of("economists"));
    assertThat(each(near.get("hits"), "text").toString()).containsIgnoringCase("nvidia");
    assertThat(onSample("search", question, "--mode", "semantic", "--limit", "2").out())
        .contains("100 posts nearest in meaning, 2 shown");

    int words = (Integer) json(onSample("search", question, "--format", "json")).get("total");
    Map<?, ?> both = json(onSample("search", question, "--mode", "hybrid", "--format", "json"));
    assertThat(both.get("mode")).isEqualTo("hybrid");
    assertThat((Integer) both.get("total")).isBetween(words, words + 100);
    Map<?, ?> operators =
        json(onSample("search", "nvidia AND crash", "--mode", "hybrid", "--format", "json"));
    assertThat(operators.get("mode")).isEqualTo("keyword");

    assertThat(onSample("search", "*:*", "--mode", "semantic").err())
        .contains("The query has no words");
    Path post = Files.writeString(folder.resolve("p.jsonl"), "{\"id\":\"a\",\"text\":\"so good\"}");
    String index = folder.resolve("i").toString();
    chorus("ingest", "--fast", post.toString(), "--index", index);
    Result fast = chorus("search", "good", "--mode", "semantic", "--index", index);
    assertThat(fast.err()).contains("has no vectors", "--mode keyword");
    assertThat(fast.code()).isEqualTo(1);
  }

  @Test
  void givesHitsAsData() {
    Map<?, ?> document = json(onSample("search", "nvidia", "--format", "json", "--limit", "7"));
    List<?> hits = (List<?>) document.get("hits");
    Result lines = onSample("search", "nvidia", "--format", "jsonl", "--limit", "7");
    assertThat(lines.out().lines().map(Json::parse).toList()).isEqualTo(hits);
    Result table = onSample("search", "nvidia", "--format", "csv", "--limit", "7");
    assertThat(table.out())
        .startsWith("id,createdAt,platform,author,handle,kind,lang,sentiment,")
        .endsWith("\r\n");
    for (Object hit : hits) {
      String text = (String) ((Map<?, ?>) hit).get("text");
      assertThat(table.out())
          .contains("\r\n" + ((Map<?, ?>) hit).get("id") + ",")
          .contains(text.replace("\"", "\"\""));
    }
    assertThat(onSample("search", "nvidia", "--count").out())
        .isEqualTo(document.get("total") + "\n");
    assertThat(onSample("search", "*:*", "--count", "--camp", "skeptics", "--format", "csv").out())
        .matches("\\d+\n");
  }

  @Test
  void asksWhetherAnotherWordWasMeant() {
    assertThat(onSample("search", "nvidai").out())
        .isEqualTo("No post says “nvidai”. Did you mean “nvidia”?\n\n0 posts\n");
    Map<?, ?> wrong = json(onSample("search", "deepsek AND chips", "--format", "json"));
    assertThat(wrong.get("corrections"))
        .isEqualTo(List.of(Map.of("word", "deepsek", "instead", "deepseek")));
    Result count = onSample("search", "nvidai", "--count");
    assertThat(count.out()).isEqualTo("0\n");
    assertThat(count.err()).isEqualTo("No post says “nvidai”. Did you mean “nvidia”?\n");
    assertThat(json(onSample("search", "nvidia -qqqqqqqqq", "--format", "json")).get("corrections"))
        .isEqualTo(List.of());
  }

  @Test
  void showsPostsLikeAnother() {
    Map<?, ?> shown = json(onSample("show", "khosla-1", "--like", "5", "--format", "json"));
    List<?> like = (List<?>) shown.get("like");
    List<Double> cosines =
        like.stream().map(l -> ((Number) ((Map<?, ?>) l).get("cosine")).doubleValue()).toList();
    assertThat(cosines).hasSize(5).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(each(like, "id")).doesNotContain("khosla-1").doesNotHaveDuplicates();
    assertThat(each(like, "text")).doesNotHaveDuplicates();
    assertThat(onSample("show", "khosla-1", "--like", "2").out())
        .contains("Nearest in meaning")
        .containsPattern("cosine 0\\.\\d\\d");
    assertThat(json(onSample("show", "khosla-1", "--format", "json")).containsKey("like"))
        .isFalse();
    assertThat(onSample("show", "khosla-1", "--like", "0").code()).isEqualTo(2);
  }

  @Test
  void showsWhyAPostIsWhereItIs() {
    assertThat(onSample("show", "khosla-1").out())
        .contains("ccp state psyop", "Skeptics", "because", "Disclosure", "negative");
  }

  @Test
  void analyzesInTheOrderOfTheInput() {
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      input
          .append("{\"id\":\"p")
          .append(i)
          .append("\",\"text\":\"DeepSeek post number ")
          .append(i)
          .append("\"}\n");
    }
    Result result = reading(input.toString(), "analyze", "-");
    assertThat(result.err()).isEmpty();
    List<String> ids =
        result.out().lines().map(l -> (String) ((Map<?, ?>) Json.parse(l)).get("id")).toList();
    assertThat(ids).hasSize(300);
    for (int i = 0; i < 300; i++) assertThat(ids.get(i)).isEqualTo("p" + i);
    Map<?, ?> first = (Map<?, ?>) Json.parse(result.out().lines().findFirst().orElseThrow());
    assertThat(first.keySet().stream().map(String::valueOf))
        .containsExactly("id", "lang", "sentiment", "entities", "stances", "camp");
  }

  @Test
  void leavesForeignPostsUnscoredAndSaysSo() {
    Result result =
        reading(
            "{\"id\":\"a\",\"text\":\"Der Server ist schon wieder völlig überlastet\"}",
            "analyze",
            "-");
    Map<?, ?> line = (Map<?, ?>) Json.parse(result.out());
    assertThat(line.get("lang")).isEqualTo("de");
    assertThat(line.get("sentiment")).isNull();
    assertThat(line.get("unscored")).isEqualTo("language");
    assertThat(result.err())
        .isEqualTo("1 post is not in English (de 1): kept, and left without scores.\n");
  }

  @Test
  void scoresPostsOfAnySizeAndShape() {
    List<String> texts =
        List.of("", "👍", "https://t.co/x", "#DeepSeek #AI", "lol", "?!", "a ".repeat(20_000));
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isEmpty()) continue;
      input.append(Json.compact(Map.of("id", "p" + i, "text", texts.get(i)))).append('\n');
    }
    for (String speed : List.of("--threads=2", "--fast")) {
      Result result = reading(input.toString(), "analyze", speed, "-");
      assertThat(result.code()).isZero();
      assertThat(result.out().lines())
          .hasSize(texts.size() - 1)
          .allSatisfy(l -> assertThat(((Map<?, ?>) Json.parse(l)).get("sentiment")).isNotNull());
    }
  }

  @Test
  void tellsWhichWordsMovedTheScore() {
    List<?> influences =
        (List<?>) json(onSample("show", "tan-1", "--format", "json")).get("influences");
    assertThat(influences)
        .isNotEmpty()
        .allSatisfy(
            i -> {
              Map<?, ?> influence = (Map<?, ?>) i;
              assertThat(((Number) influence.get("change")).doubleValue()).isNotZero();
            });
    assertThat(onSample("show", "tan-1").out()).contains("moved by");
  }

  @Test
  void measuresItselfAgainstLabelledPosts() throws Exception {
    Path gold =
        Files.writeString(
            folder.resolve("gold.jsonl"),
            """
            {"id":"1","text":"I love DeepSeek, it is wonderful","sentiment":"positive","stance":"favor","camp":"believers"}
            {"id":"2","text":"DeepSeek is horrible, I hate it","sentiment":"negative","stance":"against","camp":"skeptics"}
            {"id":"3","text":"DeepSeek was released in January","sentiment":"neutral","stance":"none","camp":"none"}
            {"id":"4","text":"What a terrible day","sentiment":"positive","stance":"none","camp":"none"}
            """);
    Map<?, ?> sentiment =
        json(chorus("evaluate", "sentiment", gold.toString(), "--format", "json"));
    assertThat(((Number) sentiment.get("posts")).intValue()).isEqualTo(4);
    assertThat(each(sentiment.get("figures"), "name"))
        .containsExactly(
            "macro-recall", "macro-F1", "F1 of positive and negative", "accuracy", "ECE");
    assertThat(each(sentiment.get("worst"), "id")).contains("4");
    for (String kind : List.of("stance", "camps")) {
      Result text = chorus("evaluate", kind, gold.toString());
      assertThat(text.code()).isZero();
      assertThat(text.out()).startsWith(kind + " of gold.jsonl: 4 posts").contains("right ↓");
    }
    for (String[] wrong :
        new String[][] {
          {"sentiment", gold.toString(), "--errors", "-1"},
          {"sentiment", folder.resolve("none.jsonl").toString()},
          {
            "camps",
            Files.writeString(
                    folder.resolve("odd.jsonl"),
                    "{\"id\":\"1\",\"text\":\"x\",\"camp\":\"martians\"}")
                .toString()
          }
        }) {
      List<String> args = new ArrayList<>(List.of(wrong));
      args.addFirst("evaluate");
      Result result = chorus(args.toArray(String[]::new));
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).containsPattern("--errors is -1|no such file|martians.*believers");
    }
    assertThat(chorus("evaluate", "--help").err()).isEmpty();
    Path rated =
        Files.writeString(
            folder.resolve("rated.jsonl"),
            """
            {"id":"1","text":"I love it, wonderful","score":3.4}
            {"id":"2","text":"I hate it, horrible","score":-3.2}
            {"id":"3","text":"The train leaves at noon","score":0.1}
            """);
    assertThat(chorus("evaluate", "sentiment", rated.toString(), "--fast").out())
        .contains("Pearson's r");
  }

  @Test
  void measuresTheNamesItFinds() throws Exception {
    Path gold =
        Files.writeString(
            folder.resolve("names.jsonl"),
            """
            {"id":"1","tokens":["Tim","Cook","flew","to","Paris","."],"tags":["B-PER","I-PER","O","O","B-LOC","O"]}
            {"id":"2","tokens":["@","bob","runs","Xqzvw","alone"],"tags":["B-PER","B-PER","O","B-LOC","O"]}
            """);
    Map<?, ?> names = json(chorus("evaluate", "entities", gold.toString(), "--format", "json"));
    assertThat(each(names.get("figures"), "name"))
        .containsExactly(
            "precision", "recall", "F1", "F1, whatever the type", "F1 of LOCATION", "F1 of PERSON");
    assertThat(chorus("evaluate", "entities", gold.toString()).out())
        .startsWith("entities of names.jsonl: 2 posts, user names left out")
        .contains("posts with the most errors", "missed Xqzvw (location)");
    Path odd =
        Files.writeString(
            folder.resolve("odd.jsonl"), "{\"id\":\"1\",\"tokens\":[\"x\"],\"tags\":[\"B-PET\"]}");
    Result wrong = chorus("evaluate", "entities", odd.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("\"1\" has a name of type \"PET\"; wanted person");
  }

  /// What labelled posts teach about one target serves that target alone.
  @Test
  void learnsTheStanceTowardAnyTarget() throws Exception {
    Path models = folder.resolve("m");
    try (Stream<Path> files = Files.walk(HOME.resolve("models"))) {
      for (Path file : files.toList()) {
        Path copy = models.resolve(HOME.resolve("models").relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(copy);
        else Files.copy(file, copy);
      }
    }
    StringBuilder gold = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      for (String[] row :
          new String[][] {
            {"keep the owls in our woods, number ", "favor"},
            {"cut down their trees, number ", "against"},
            {"the meeting begins at ", "none"}
          }) {
        gold.append(
            "{\"id\":\"%s%d\",\"text\":\"%s%d\",\"label\":\"%s\",\"target\":\"Spotted owl\"}%n"
                .formatted(row[1], i, row[0], i, row[1]));
      }
    }
    Path file = Files.writeString(folder.resolve("owls.jsonl"), gold);
    byte[] general = Files.readAllBytes(models.resolve("stance/entities.json"));
    Result result = chorus("train", "stance", file.toString(), "--models", models.toString());
    assertThat(result.err()).endsWith("learned from 60 posts; written to " + models + "\n");
    assertThat(models.resolve("stance/entities.json")).hasBinaryContent(general);
    assertThat(models.resolve("stance/targets/spotted-owl.json")).exists();
    Result analysed =
        reading(
            "{\"id\":\"x\",\"text\":\"cut down the trees\",\"targets\":[\"Spotted owl\"]}",
            "analyze",
            "--models",
            models.toString(),
            "-");
    assertThat(analysed.out()).contains("{\"target\":\"Spotted owl\",\"label\":\"against\"");
  }

  private static List<String> each(Object list, String key) {
    return ((List<?>) list).stream().map(e -> (String) ((Map<?, ?>) e).get(key)).toList();
  }

  @Test
  void trainsTheFastModelsIntoAnyFolder() throws Exception {
    StringBuilder gold = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      gold.append("{\"id\":\"p")
          .append(i)
          .append("\",\"text\":\"great app number ")
          .append(i)
          .append("\",\"sentiment\":\"positive\",\"stance\":\"favor\",\"camp\":\"consumers\"}\n")
          .append("{\"id\":\"n")
          .append(i)
          .append("\",\"text\":\"total scam number ")
          .append(i)
          .append("\",\"sentiment\":\"negative\",\"stance\":\"against\",\"camp\":\"skeptics\"}\n");
    }
    Path file = Files.writeString(folder.resolve("gold.jsonl"), gold);
    String models = folder.resolve("m").toString();
    for (String kind : List.of("sentiment", "stance", "camps")) {
      Result result = chorus("train", kind, file.toString(), "--fast", "--models", models);
      assertThat(result.err()).endsWith("learned from 20 posts; written to " + models + "\n");
      assertThat(result.code()).isZero();
    }
    Result result =
        reading(
            "{\"id\":\"x\",\"text\":\"a scam, a total scam\"}",
            "analyze",
            "--fast",
            "--models",
            models,
            "-");
    Map<?, ?> line = (Map<?, ?>) Json.parse(result.out());
    assertThat(((Map<?, ?>) line.get("sentiment")).get("label")).isEqualTo("negative");
    assertThat(((Map<?, ?>) line.get("camp")).get("id")).isEqualTo("skeptics");
    assertThat(chorus("analyze", "--models", models, file.toString()).err())
        .contains(models, "there is no such model");
  }

  /// No labelled data: a camp file with three examples a camp is enough to begin with.
  @Test
  void sortsAnotherEventFromAHandfulOfExamples() throws Exception {
    Path camps =
        Files.writeString(
            folder.resolve("bridge.yaml"),
            """
            event: {id: bridge, title: The bridge}
            targets:
              - name: Harbour Bridge
                type: location
                aliases: [bridge, harbor bridge]
                favor: [The bridge is beautiful., I love the new bridge.]
                against: [The bridge is a waste of money., Tear the bridge down.]
            camps:
              - id: fans
                title: Fans
                claim: The bridge makes the city better.
                stances: {Harbour Bridge: favor}
                examples:
                  - The new bridge is beautiful.
                  - My commute is so much shorter now.
                  - Finally we can cross the harbour by bike.
              - id: savers
                title: Savers
                claim: It costs too much.
                stances: {Harbour Bridge: against}
                cues: [cost, budget, taxes]
                examples:
                  - What a waste of taxpayers' money.
                  - The budget has doubled again.
                  - Schools needed that money more.
            """);
    String input =
        """
        {"id":"1","text":"I crossed the bridge this morning and it is gorgeous, ten minutes to work"}
        {"id":"2","text":"Twice the budget for a bridge nobody asked for, my taxes at work"}
        {"id":"3","text":"good morning everyone"}
        """;
    Result result = reading(input, "analyze", "--camps", camps.toString(), "-");
    assertThat(
            result
                .out()
                .lines()
                .map(l -> (String) ((Map<?, ?>) ((Map<?, ?>) Json.parse(l)).get("camp")).get("id"))
                .toList())
        .isEqualTo(List.of("fans", "savers", "unaligned"));
  }

  @Test
  void keepsGoodRecordsAndCountsTheRest() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mixed.jsonl"),
            """
            {"id":"a","text":"DeepSeek is wonderful"}
            {"text":"no id"}
            {"id":"b","text":""}
            {"id":"a","text":"DeepSeek is wonderful"}
            {"id":"a","text":"something else"}
            {"id":"c","text":"Der Server ist schon wieder beschäftigt, so kann man nicht arbeiten"}
            oops
            """);
    String index = folder.resolve("i").toString();
    Result result = chorus("ingest", file.toString(), "--index", index);
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo("read 7 = 2 indexed + 0 updated + 1 unchanged + 4 rejected\n");
    assertThat(result.err().lines())
        .containsExactly(
            file
                + ":2: \"id\" is missing; wanted an id that no other post of the corpus has. The"
                + " record was left out.",
            file + ":3: \"text\" is empty; wanted the words of the post. The record was left out.",
            file
                + ":5: \"id\" is \"a\", as in "
                + file
                + ":1, but the content differs; wanted an id of"
                + " its own. The first one was kept. The record was left out.",
            file
                + ":7: the line starts with 'oops'; wanted an object in braces. The record was left"
                + " out.",
            "1 post is not in English (de 1): kept, and left without scores.");
    Files.writeString(file, "{\"id\":\"a\",\"text\":\"DeepSeek is horrible\"}");
    assertThat(chorus("ingest", file.toString(), "--index", index).out())
        .isEqualTo("read 1 = 0 indexed + 1 updated + 0 unchanged + 0 rejected\n");
    assertThat(chorus("camps", "--index", index).out()).contains("Too few to say", "de 1");
  }

  @Test
  void failsWithOneClearLine() throws Exception {
    String index = folder.resolve("i").toString();
    record Case(int code, String message, String... args) {}
    Path prose = Files.writeString(folder.resolve("prose.txt"), "Dear diary");
    Path none = folder.resolve("none.json");
    Path empty = Files.writeString(folder.resolve("empty.json"), "[]");
    Path bad = Files.writeString(folder.resolve("bad.json"), "[{\"x\":1}]");
    Path camps = Files.writeString(folder.resolve("camps.yaml"), "event: 1");
    List<Case> cases =
        List.of(
            new Case(1, none + ": there is no such file.", "ingest", none.toString()),
            new Case(
                1, folder + " is a directory; name the files in it", "ingest", folder.toString()),
            new Case(
                1,
                prose + " starts with 'Dear diary', which is no JSON",
                "ingest",
                prose.toString()),
            new Case(1, empty + " holds no posts", "ingest", empty.toString()),
            new Case(1, bad + ":1: \"id\" is missing", "ingest", bad.toString()),
            new Case(1, "There is no index in ", "camps"),
            new Case(1, "There is no index in ", "search", "x"),
            new Case(1, "camps.yaml:1: ", "ingest", "--camps", camps.toString(), bad.toString()),
            new Case(2, "Missing required parameter: 'FILE'", "ingest"),
            new Case(2, "Unknown option: '--colour'", "camps", "--colour"),
            new Case(2, "Invalid value for option '--format'", "camps", "--format", "pdf"),
            new Case(2, "Unmatched argument", "frobnicate"));
    for (Case each : cases) {
      List<String> args = new ArrayList<>(List.of(each.args()));
      if (!each.args()[0].equals("frobnicate")) args.addAll(List.of("--index", index));
      Result result = chorus(args.toArray(String[]::new));
      assertThat(result.err())
          .as(String.join(" ", args))
          .contains(each.message())
          .doesNotContain("\tat ");
      assertThat(result.code()).as(String.join(" ", args)).isEqualTo(each.code());
    }
  }

  @Test
  void readsTheOtherFilesWhenOneCannotBeRead() {
    Path none = folder.resolve("none.json");
    Result converted = chorus("convert", none.toString(), NAMED.toString());
    assertThat(converted.code()).isEqualTo(1);
    assertThat(converted.out().lines()).hasSize(16);
    assertThat(converted.err()).contains("there is no such file");
    String index = folder.resolve("i").toString();
    Result ingested = chorus("ingest", none.toString(), NAMED.toString(), "--index", index);
    assertThat(ingested.code()).isEqualTo(1);
    assertThat(ingested.out()).startsWith("read 16 = 16 indexed");
  }

  @Test
  void pointsAtTheMistakeInAQuery() {
    Result result = onSample("search", "foo AND (");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).endsWith("  foo AND (\n           ^\n");
    assertThat(onSample("search", "x", "--camp", "believer").err())
        .contains("--camp is \"believer\"; wanted one of believers, skeptics");
    assertThat(onSample("search", "x", "--since", "monday").err())
        .contains("--since is \"monday\"");
    assertThat(onSample("search", "x", "--stance", "pro").code()).isEqualTo(2);
  }

  @Test
  void helpsAndNamesItsVersion() {
    assertThat(chorus("--help").out()).contains("Usage: chorus", "Exit codes:", "chorus demo");
    assertThat(chorus("--help").code()).isZero();
    assertThat(chorus("search", "--help").out()).contains("--stance");
    assertThat(chorus("--version").out()).startsWith("chorus 0.");
    assertThat(chorus().code()).isEqualTo(2);
    assertThat(chorus("generate-completion").out()).contains("complete -F");
  }

  @Test
  void leavesNothingBehindOfTheDemo() throws Exception {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Result result = chorus("demo");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("BELIEVERS", "SECURITY WORRIES");
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("chorus-demo-")))
          .isEmpty();
    }
  }
}
