package dev.chorus.cli;

import static dev.chorus.cli.Cli.HOME;
import static dev.chorus.cli.Cli.chorus;
import static dev.chorus.cli.Cli.each;
import static dev.chorus.cli.Cli.json;
import static dev.chorus.cli.Cli.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.cli.Cli.Result;
import dev.chorus.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `evaluate` and `train`, and an event of which nothing is labelled.
@Tag("models")
class ModelsTest {
  @TempDir Path folder;

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
            "macro-recall",
            "macro-F1",
            "F1 of positive and negative",
            "accuracy",
            "ECE",
            "ECE by chance");
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

  /// Comparisons, reported speech, negation, contrast and irony, written to be hard and never
  /// learned from: 0.46 are right, 0.37 were before posts of that kind were learned from.
  @Test
  void tellsSomeStancesByTheTurnsOfASentence() {
    Map<?, ?> stance =
        json(
            chorus(
                "evaluate",
                "stance",
                HOME.resolve("src/test/resources/stance/turns.jsonl").toString(),
                "--format",
                "json"));
    Map<String, Double> figures = new HashMap<>();
    for (Object figure : (List<?>) stance.get("figures")) {
      Map<?, ?> one = (Map<?, ?>) figure;
      figures.put((String) one.get("name"), ((Number) one.get("value")).doubleValue());
    }
    assertThat(figures.get("accuracy")).isGreaterThan(0.42);
  }

  @Test
  void measuresTheNamesItFinds() throws Exception {
    Path gold =
        Files.writeString(
            folder.resolve("names.jsonl"),
            """
            {"id":"1","tokens":["Tim","Cook","flew","to","Paris","."],"tags":["B-PER","I-PER","O","O","B-LOC","O"]}
            {"id":"2","tokens":["@","bob","runs","Xqzvw","alone"],"tags":["B-PER","B-PER","O","B-LOC","O"]}
            {"id":"3","tokens":[""],"tags":["O"]}
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

  @Test
  void measuresItsClustersAgainstGroupsMadeByHand() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      rows.append(
          """
          {"id":"f%1$d","text":"The ferry to the island left the harbour %1$d hours late","cluster":"ferry"}
          {"id":"b%1$d","text":"Our bakery sells rye sourdough with a dark crust %1$d","cluster":"bread"}
          """
              .formatted(i));
    }
    Path gold = Files.writeString(folder.resolve("groups.jsonl"), rows);
    Map<?, ?> json = json(chorus("evaluate", "clusters", gold.toString(), "--format", "json"));
    assertThat(json.get("posts").toString()).isEqualTo("12");
    Map<?, ?> all = (Map<?, ?>) ((List<?>) json.get("targets")).getFirst();
    assertThat(all.get("given").toString()).isEqualTo("2");
    assertThat(all.get("found").toString()).isEqualTo("2");
    assertThat(((Number) all.get("nmi")).doubleValue()).isEqualTo(1);
    assertThat(((Number) all.get("accuracy")).doubleValue()).isEqualTo(1);
    assertThat(chorus("evaluate", "clusters", gold.toString(), "--fast").out())
        .startsWith("clusters of groups.jsonl: 12 posts\n")
        .containsPattern("(?m)^all +12 +2 +2 +0 +1.000 +1.000 +1.000$")
        .doesNotContain("mean");

    Path stances =
        Files.writeString(
            folder.resolve("stances.jsonl"),
            """
            {"id":"1","text":"Trams are wonderful","target":"Trams","label":"favor"}
            {"id":"2","text":"Trams are a horror","target":"Trams","label":"against"}
            {"id":"3","text":"I love the new bridge","target":"Bridge","label":"favor"}
            """);
    assertThat(chorus("evaluate", "clusters", stances.toString(), "--fast").out())
        .containsSubsequence("Bridge", "Trams", "mean");

    for (String wrong : List.of("{\"id\":\"1\",\"text\":\"no group\"}", rows + "" + rows)) {
      Result result =
          chorus(
              "evaluate",
              "clusters",
              Files.writeString(folder.resolve("wrong.jsonl"), wrong).toString());
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err())
          .containsPattern("\"1\" has no \"cluster\"|Two records have the id \"f0\"");
    }
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
    Result untold = chorus("train", "stance", file.toString());
    assertThat(untold.code()).isEqualTo(1);
    assertThat(untold.err()).contains("wanted --models DIR").contains("--installation");
    byte[] general = Files.readAllBytes(models.resolve("stance/entities.json"));
    Result result = chorus("train", "stance", file.toString(), "--models", models.toString());
    assertThat(result.err()).endsWith("learned from 60 posts; written to " + models + "\n");
    assertThat(models.resolve("stance/entities.json")).hasBinaryContent(general);
    assertThat(models.resolve("events/deepseek-r1/stance/spotted-owl.json")).exists();
    Result analysed =
        reading(
            "{\"id\":\"x\",\"text\":\"cut down the trees\",\"targets\":[\"Spotted owl\"]}",
            "analyze",
            "--models",
            models.toString(),
            "-");
    assertThat(analysed.out()).contains("{\"target\":\"Spotted owl\",\"label\":\"against\"");
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
}
