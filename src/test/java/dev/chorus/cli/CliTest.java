package dev.chorus.cli;

import static dev.chorus.cli.Cli.CROWD;
import static dev.chorus.cli.Cli.NAMED;
import static dev.chorus.cli.Cli.chorus;
import static dev.chorus.cli.Cli.each;
import static dev.chorus.cli.Cli.json;
import static dev.chorus.cli.Cli.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.cli.Cli.Result;
import dev.chorus.json.Json;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What commands make of the sample corpus.
@Tag("models")
class CliTest {
  @TempDir static Path shared;
  @TempDir Path folder;

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
            "30 posts are not in English (de 11, es 8, zh 11): kept, and left without scores.\n"
                + "14 posts in the index are near-identical to others: 1 family.\n");
    assertThat(result.out())
        .matches("read 431 = 428 indexed \\+ 3 updated \\+ 0 unchanged \\+ 0 rejected\n");
    assertThat(result.code()).isZero();
  }

  private static Result onSample(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", shared.resolve("i").toString()));
    return chorus(all.toArray(String[]::new));
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
        .contains("DeepSeek R1 · ", "30 not in", "one of the most amazing and impressive")
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
    int others =
        ((Map<?, ?>) corpus.get("notReactions")).values().stream().mapToInt(v -> (Integer) v).sum();
    assertThat((Integer) corpus.get("posts"))
        .isEqualTo(
            (Integer) corpus.get("counted") + (Integer) corpus.get("copies") + unread + others);
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
  void filtersByEverythingThatItCounts() {
    Map<?, ?> all = json(onSample("search", "*:*", "--format", "json", "--limit", "0"));
    Map<?, ?> facets = (Map<?, ?>) all.get("facets");
    for (String facet : List.of("lang", "thread", "kind", "author", "entity", "stance")) {
      Map<?, ?> counts = (Map<?, ?>) facets.get(facet);
      assertThat(counts).as(facet).isNotEmpty();
      Object value = counts.keySet().iterator().next();
      assertThat(onSample("search", "*:*", "--" + facet, value.toString(), "--count").out())
          .as(facet)
          .isEqualTo(counts.get(value) + "\n");
    }
    long reacted =
        ((Map<?, ?>) facets.get("engagement"))
            .entrySet().stream()
                .filter(e -> Long.parseLong((String) e.getKey()) >= 10)
                .mapToLong(e -> ((Number) e.getValue()).longValue())
                .sum();
    assertThat(onSample("search", "*:*", "--min", "engagement=10", "--count").out())
        .isEqualTo(reacted + "\n");
    Map<?, ?> strong =
        json(onSample("search", "*:*", "--sort", "strength", "--format", "json", "--limit", "2"));
    assertThat(strong.get("hits").toString()).containsPattern("score=-?0\\.9");
  }

  @Test
  void turnsPages() {
    List<String> ids = new ArrayList<>();
    String[] first = {"search", "nvidia", "--format", "json", "--limit", "7"};
    Map<?, ?> page = json(onSample(first));
    Object total = page.get("total");
    while (true) {
      ids.addAll(each(page.get("hits"), "id"));
      Object next = page.get("next");
      if (next == null) break;
      List<String> again = new ArrayList<>(List.of(first));
      again.addAll(List.of("--after", (String) next));
      page = json(onSample(again.toArray(String[]::new)));
    }
    assertThat(ids).doesNotHaveDuplicates().hasSize((Integer) total);
    assertThat(ids)
        .isEqualTo(
            each(
                json(onSample("search", "nvidia", "--format", "json", "--limit", "999"))
                    .get("hits"),
                "id"));
    Result lines = onSample("search", "nvidia", "--format", "jsonl", "--limit", "1");
    assertThat(lines.err()).matches("next page: the same command with --after \\S+\n");
    String cursor = lines.err().strip().replaceAll(".* ", "");
    assertThat(onSample("search", "nvidia", "--after", cursor).code()).isZero();
    assertThat(onSample("search", "chips", "--after", cursor).err())
        .contains("The cursor belongs to another search");
    assertThat(onSample("search", "nvidia", "--after", cursor.substring(3)).err())
        .contains("The cursor is none, or damaged");
  }

  @Test
  void saysWhyAPostRanksWhereItDoes() {
    Map<?, ?> result =
        json(onSample("search", "deepseek crashed", "--explain", "--format", "json"));
    for (Object each : (List<?>) result.get("hits")) {
      Map<?, ?> hit = (Map<?, ?>) each;
      double sum = 0;
      for (Object why : (List<?>) hit.get("why")) {
        sum += ((Number) ((Map<?, ?>) why).get("points")).doubleValue();
      }
      assertThat(sum).isCloseTo(((Number) hit.get("score")).doubleValue(), within(3e-4));
    }
    assertThat(onSample("search", "deepseek crashed", "--explain").out().replaceAll("\\s+", " "))
        .containsPattern(
            "score \\d+\\.\\d\\d = \\d+\\.\\d\\d for “deepseek” \\(said (once|twice), by \\d+ of"
                + " \\d+ posts\\) \\+ \\d+\\.\\d\\d for “crashed” \\(said");
    assertThat(onSample("search", "share prices", "--explain", "--mode", "hybrid").out())
        .contains("for its place between", "for its meaning", "for a length of");
    assertThat(onSample("search", "nvidia", "--explain", "--count").code()).isEqualTo(2);
  }

  /// What the launcher's cache for a fast start is made of.
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
  void namesTheFamilyOfACopy() {
    assertThat(onSample("show", "crowd-157").out().replaceAll("\\s+", " "))
        .contains(
            "family 14 posts of one text by 14 authors within 37 minutes, first crowd-153 about");
    Map<?, ?> family =
        (Map<?, ?>) json(onSample("show", "crowd-157", "--format", "json")).get("family");
    assertThat(family.keySet().stream().map(String::valueOf))
        .containsExactly("id", "posts", "authors", "first", "last", "coordinated");
    Map<?, ?> found = json(onSample("search", "\"wiped out our 401ks\"", "--format", "json"));
    assertThat((List<?>) found.get("hits"))
        .hasSizeGreaterThan(5)
        .allSatisfy(hit -> assertThat(((Map<?, ?>) hit).get("family")).isEqualTo(family));
    assertThat(json(onSample("show", "khosla-1", "--format", "json")).containsKey("family"))
        .isFalse();
    Map<?, ?> report = json(onSample("camps", "--format", "json"));
    Map<?, ?> flood = (Map<?, ?>) ((List<?>) report.get("floods")).getFirst();
    assertThat(flood.get("family")).isEqualTo(family.get("id"));
    assertThat(flood.get("posts")).isEqualTo(family.get("posts"));
    assertThat(flood.get("coordinated")).isEqualTo(true);
    int all = Integer.parseInt(onSample("search", "miracle", "--count").out().strip());
    int texts =
        Integer.parseInt(
            onSample("search", "miracle", "--count", "--without-copies").out().strip());
    assertThat(all - texts).isEqualTo(13);
  }

  @Test
  void givesHitsAsData() {
    Map<?, ?> document = json(onSample("search", "nvidia", "--format", "json", "--limit", "7"));
    List<?> hits = (List<?>) document.get("hits");
    Result lines = onSample("search", "nvidia", "--format", "jsonl", "--limit", "7");
    assertThat(lines.out().lines().map(Json::parse).toList()).isEqualTo(hits);
    Result table = onSample("search", "nvidia", "--format", "csv", "--limit", "7");
    assertThat(table.out())
        .startsWith("id,createdAt,platform,author,handle,kind,lang,about,sentiment,")
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
        .containsExactly(
            "id", "lang", "about", "sentiment", "entities", "stances", "issues", "camp");
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
  void pointsAtTheMistakeInAQuery() {
    Result result = onSample("search", "foo AND (");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).endsWith("  foo AND (\n           ^\n");
    assertThat(onSample("search", "x", "--camp", "believer").err())
        .contains("There is no camp \"believer\"; wanted one of believers, skeptics");
    assertThat(onSample("search", "x", "--since", "monday").err())
        .contains("--since is \"monday\"");
    assertThat(onSample("search", "x", "--stance", "pro").code()).isEqualTo(2);
  }

  /// One line that says what to do, and a caret where there is a place; at once, and no stack
  /// trace.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AND | a word was expected here | 0",
        "nvidia ( | ends too early | 8",
        "... | has no words | -1",
        "a *b | may not begin with * or ? | 2",
        "x /[/ | regular expression cannot be read | 3",
        "/((((.*)*)*)*)*x{1000}/ | too complex | 1",
        "camp:believer | wanted one of believers, skeptics | 0",
        "x author:andresen | near it are marc andreessen | 2",
        "x^99999999999999999999999999999999999999999 | cannot be read: boost | -1",
        "x nowhere:y | There is no field \"nowhere\" | 2",
      })
  void saysWhatIsWrongWithAQuery(String query, String message, int column) {
    Result result = onSample("search", query);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    String caret = column < 0 ? "" : "\n  " + query + "\n  " + " ".repeat(column) + "^";
    assertThat(result.err()).contains(message).endsWith(caret + "\n").doesNotContain("\tat ");
    assertThat(result.err().lines()).hasSize(column < 0 ? 1 : 3);
  }

  @Test
  void refusesWhatWouldCostTooMuch() {
    String patterns = "a* ".repeat(100);
    for (String query :
        List.of("(".repeat(9_000) + "x", patterns, "/" + "(a|b)*".repeat(900) + "/")) {
      Result result = onSample("search", query);
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).startsWith("chorus: The ").doesNotContain("\tat ");
    }
    assertThat(onSample("search", "NOT qqqqqq", "--count").out())
        .isEqualTo(onSample("search", "*:*", "--count").out());
  }

  @Test
  void saysWhichValuesThereAre() {
    record Case(String option, String value, String message) {}
    for (Case each :
        List.of(
            new Case("--entity", "opnai", "There is no entity \"opnai\"; near it are openai"),
            new Case("--author", "qqqq", "the index has "),
            new Case(
                "--platform", "myspace", "There is no platform \"myspace\"; the index has x, "),
            new Case("--kind", "rant", "wanted one of post, quote, report, illustrative."),
            new Case(
                "--stance",
                "favor:Cobol",
                "There is no stance \"favor:Cobol\"; the targets are DeepSeek, OpenAI,"),
            new Case("--min", "likes", "--min is \"likes\"; wanted a measure and a number"),
            new Case("--min", "likes=many", "such as likes=100"),
            new Case("--min", "likes=-1", "--min is likes=-1; wanted 0 or more."),
            new Case(
                "--min", "hearts=1", "Measures are engagement, likes, reposts, replies, views."))) {
      Result result = onSample("search", "x", each.option(), each.value());
      assertThat(result.err()).contains(each.message()).doesNotContain("\tat ");
      assertThat(result.code()).isEqualTo(2);
    }
    assertThat(onSample("search", "x", "--since", "2025-02-01", "--until", "2025-01-31").err())
        .startsWith("chorus: --since 2025-02-01 is not before --until 2025-01-31.");
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
