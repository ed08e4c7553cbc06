package dev.chorus.camp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.language.Issue;
import dev.chorus.language.Side;
import dev.chorus.language.Subject;
import dev.chorus.language.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFileTest {
  private static final String GOOD =
      """
      event: {id: e, title: Event}
      targets:
        - {name: Thing, type: product, aliases: [thingy], favor: [good], against: [bad]}
        - {claim: It costs nothing, cues: [free], favor: [it is free], against: [it is dear]}
      camps:
        - {id: fans, title: Fans, claim: Good., stances: {Thing: favor}, cues: [Great], examples: [a, b, c]}
        - {id: foes, title: Foes, claim: Bad., examples: [d, e, f]}
      """;

  @Test
  void readsTargetsAndCamps() throws Exception {
    Event event = EventFile.parse("e.yaml", GOOD);
    assertThat(event.mainTarget().map(Target::name)).contains("Thing");
    assertThat(event.targets())
        .extracting(Target::kind)
        .containsExactly(Target.Kind.ENTITY, Target.Kind.CLAIM);
    assertThat(event.camp("fans").orElseThrow().stances()).containsEntry("Thing", Side.FAVOR);
    assertThat(event.camp("fans").orElseThrow().cues()).containsExactly("great");
    assertThat(EventFile.parse("e.yaml", event.source())).isEqualTo(event);
  }

  @Test
  void readsTheFileThatComesWithChorus() throws Exception {
    Event event =
        EventFile.read(
            Path.of(System.getProperty("chorus.home"), "models/events/deepseek-r1/camps.yaml"));
    assertThat(event.camps())
        .extracting(Camp::id)
        .containsExactly(
            "believers",
            "skeptics",
            "economists",
            "pragmatists",
            "open_source",
            "sanctions",
            "consumers",
            "security");
    assertThat(event.camps())
        .allSatisfy(c -> assertThat(c.examples()).hasSizeGreaterThanOrEqualTo(10));
  }

  private static void refuses(String text, String... problems) {
    assertThatThrownBy(() -> EventFile.parse("e.yaml", text))
        .isInstanceOf(EventFileException.class)
        .hasMessage(String.join("\n", problems));
  }

  @Test
  void namesEveryMistakeWithItsLine() {
    refuses(
        GOOD.replace("id: foes", "id: fans")
            .replace("type: product", "type: gadget")
            .replace("Thing: favor", "Think: favor")
            .replace("examples: [d, e, f]", "exampels: [d, e, f]"),
        "e.yaml:3: \"type\" is \"gadget\"; wanted one of person, organization, location, product,"
            + " money.",
        "e.yaml:6: \"stances\" names \"Think\", which is no target of this file; it declares It"
            + " costs nothing, Thing.",
        "e.yaml:7: \"exampels\" is no key here; wanted one of id, title, claim, stances, cues,"
            + " examples.",
        "e.yaml:7: two camps have the id \"fans\"; give each its own.",
        "e.yaml:7: the camp \"fans\" has 0 examples; wanted at least 3 things that its members"
            + " would say, better ten.");
  }

  @Test
  void refusesWhatIsNoCampFile() {
    refuses("", "e.yaml:1: the file is empty; wanted \"event\", \"targets\" and \"camps\".");
    refuses("- a", "e.yaml:1: the file is a list; wanted a mapping of keys to values.");
    refuses(
        "event: {id: e}\ncamps: []",
        "e.yaml:1: \"title\" is missing.",
        "e.yaml:2: \"camps\" holds nothing; wanted at least one.");
    assertThatThrownBy(() -> EventFile.parse("e.yaml", "a: [b\nc: d"))
        .hasMessageMatching("e\\.yaml:\\d+: this is no YAML: .*");
    assertThatThrownBy(() -> EventFile.read(Path.of("none.yaml")))
        .hasMessageStartingWith("none.yaml: there is no such camp file");
  }

  @Test
  void asksForBothSidesOfAClaim() {
    refuses(
        GOOD.replace(
            "cues: [free], favor: [it is free], against: [it is dear]", "favor: [it is free]"),
        "e.yaml:4: the claim \"It costs nothing\" needs statements in \"favor\" and in \"against\":"
            + " what those say who affirm it and who deny it.",
        "e.yaml:4: the claim \"It costs nothing\" needs \"cues\": words by which it is spoken of.");
  }

  private static final String ISSUES =
      GOOD
          + """
          issues:
            - {id: cost, title: Cost, question: Is it dear?, cues: [Price], statements: [x, y, z]}
            - {id: jobs, title: Jobs, question: Who works?, statements: [u, v, w]}
          """;

  @Test
  void readsIssues() throws Exception {
    Event event = EventFile.parse("e.yaml", ISSUES);
    assertThat(event.issues())
        .containsExactly(
            new Issue("cost", "Cost", "Is it dear?", List.of("x", "y", "z"), List.of("price")),
            new Issue("jobs", "Jobs", "Who works?", List.of("u", "v", "w"), List.of()));
    assertThat(event.subject().issues()).isEqualTo(event.issues());
    assertThat(EventFile.parse("e.yaml", GOOD).issues()).isEmpty();
  }

  /// The words by which an entity is spoken of beside its names; their case is kept.
  @Test
  void readsCuesOfEntities() throws Exception {
    Event event =
        EventFile.parse("e.yaml", GOOD.replace("aliases: [thingy]", "aliases: [US], cues: [EU]"));
    Target thing = event.mainTarget().orElseThrow();
    assertThat(thing.names()).containsExactly("Thing", "US");
    assertThat(thing.words()).containsExactly("Thing", "US", "EU");
    assertThat(event.targets().getLast().words()).containsExactly("free");
  }

  @Test
  void postsAreJudgedByAllThatIsDeclared() throws Exception {
    Subject subject = EventFile.parse("e.yaml", ISSUES).subject();
    assertThat(subject.id()).isEqualTo("e");
    assertThat(subject.mainTarget().map(Target::name)).contains("Thing");
    assertThat(subject.statements())
        .containsExactly(
            "Good.",
            "a",
            "b",
            "c",
            "Bad.",
            "d",
            "e",
            "f",
            "good",
            "bad",
            "it is free",
            "it is dear");
    assertThat(subject.cues()).containsExactly("great");
  }

  @Test
  void namesEveryMistakeInIssuesWithItsLine() {
    refuses(
        ISSUES
            .replace("id: cost", "id: The Cost")
            .replace("question: Is it dear?, ", "")
            .replace("id: jobs, title: Jobs", "id: jobs")
            .replace("statements: [u, v, w]", "statements: [u], examples: [v]"),
        "e.yaml:9: \"id\" is \"The Cost\"; wanted lower-case letters, digits and _ such as cost.",
        "e.yaml:9: \"question\" is missing.",
        "e.yaml:10: \"examples\" is no key here; wanted one of id, title, question, statements,"
            + " cues.",
        "e.yaml:10: the issue \"jobs\" has 1 statements; wanted at least 3 things that are said"
            + " when it is spoken of, better ten.",
        "e.yaml:10: \"title\" is missing.");
    refuses(
        ISSUES.replace("id: jobs", "id: cost"),
        "e.yaml:10: two issues have the id \"cost\"; give each its own.");
    refuses(GOOD + "issues: cost\n", "e.yaml:8: \"issues\" is \"cost\"; wanted a list.");
  }

  /// What is learned about an event is kept in a folder of that name.
  @Test
  void refusesIdsThatAreNoNamesOfFolders() {
    for (String id : List.of("../elsewhere", "a/b", "Weights", "2025", "a b", "é")) {
      String yaml =
          """
          event: {id: "%s"}
          camps:
            - {id: fans, claim: Good., examples: [a, b, c]}
          """
              .formatted(id);
      assertThatThrownBy(() -> EventFile.parse("my.yaml", yaml))
          .as(id)
          .isInstanceOf(EventFileException.class)
          .hasMessageContaining("my.yaml:1")
          .hasMessageContaining("\"id\" is \"" + id + "\"; wanted lower-case letters");
    }
  }
}
