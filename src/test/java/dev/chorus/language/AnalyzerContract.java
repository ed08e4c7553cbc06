package dev.chorus.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.common.OrderedParallel;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What whoever uses an [Analyzer] may rely on, whatever it judges by.
public abstract class AnalyzerContract {
  /// What posts are judged by.
  protected static final Subject SUBJECT =
      new Subject(
          "ferries",
          List.of(
              new Target(
                  "Seaways",
                  Target.Kind.ENTITY,
                  Optional.of(EntityType.ORGANIZATION),
                  List.of("sea ways", "seaways_ltd"),
                  List.of("the ferry"),
                  List.of("Seaways is wonderful."),
                  List.of("Seaways is awful.")),
              new Target(
                  "Seaways lied about the delays",
                  Target.Kind.CLAIM,
                  Optional.empty(),
                  List.of(),
                  List.of("lied"),
                  List.of("They lied about the delays."),
                  List.of("Nobody lied about the delays."))),
          List.of(
              new Issue(
                  "delays",
                  "Delays",
                  "How late are the boats?",
                  List.of("It was late again.", "An hour late.", "The delay ruined my day."),
                  List.of("late", "delay"))),
          List.of("The new ferry is great.", "The ferry is always late."),
          List.of("late", "boat"));

  private static final List<Post> POSTS =
      List.of(
          Post.of("praise", "Seaways is wonderful, I love it! Best ferry in years. @seaways_ltd"),
          Post.of("blame", "I hate Seaways. The ferry was late again 😡 and they lied about it."),
          Post.of("two", "Sea Ways is great; the weather was awful. #Seaways https://x.org/a"),
          Post.of("off", "My sister baked rye bread on Sunday and it turned out rather dense."),
          Post.builder("asked", "What a terrible idea this bridge is")
              .targets(List.of("Harbour Bridge"))
              .build(),
          Post.of("sign", "😂😂"),
          Post.of("link", "https://example.org/a/b?c=d"),
          Post.of("spaces", "  \n\tSeaways?\u00a0 \n"),
          Post.builder(
                  "german", "Die Fähre war heute schon wieder eine Stunde zu spät, danke dafür")
              .lang(Optional.of("de"))
              .build());

  /// The analyzer under test, over [#SUBJECT]. The same one each time.
  protected abstract Analyzer analyzer();

  @Test
  void theSamePostGivesTheSameReactionWhateverTheOrderAndTheThread() throws Exception {
    List<Reaction> once = POSTS.stream().map(analyzer()::analyze).toList();
    List<Post> shuffled = new ArrayList<>();
    for (int i = 0; i < 3; i++) shuffled.addAll(POSTS);
    Collections.shuffle(shuffled, new Random(1));
    List<Reaction> again = new ArrayList<>();
    try (OrderedParallel<Post, Reaction> parallel =
        new OrderedParallel<>(3, analyzer()::analyze, again::add)) {
      for (Post post : shuffled) parallel.add(post);
      parallel.finish();
    }
    assertThat(again).hasSize(shuffled.size());
    for (Reaction reaction : again) {
      assertThat(reaction).isEqualTo(once.get(POSTS.indexOf(reaction.post())));
    }
  }

  @Test
  void aReactionCarriesItsPost() {
    for (Post post : POSTS) assertThat(analyzer().analyze(post).post()).isSameAs(post);
  }

  @Test
  void spansAreExactPartsOfTheTextInItsOrder() {
    for (Post post : POSTS) {
      Reaction reaction = analyzer().analyze(post);
      for (Mention mention : reaction.mentions()) {
        assertThat(mention.span().of(post.text())).as(post.id()).isEqualTo(mention.text());
        assertThat(mention.name()).isNotBlank();
      }
      apart(reaction.mentions().stream().map(Mention::span).toList(), post);
      apart(reaction.sentences(), post);
      for (Stance stance : reaction.stances()) {
        stance
            .evidence()
            .ifPresent(e -> assertThat(e.end()).as(post.id()).isLessThanOrEqualTo(length(post)));
      }
    }
  }

  private static void apart(List<Span> spans, Post post) {
    int end = 0;
    for (Span span : spans) {
      assertThat(span.start()).as(post.id()).isGreaterThanOrEqualTo(end);
      end = span.end();
    }
    assertThat(end).as(post.id()).isLessThanOrEqualTo(length(post));
  }

  private static int length(Post post) {
    return post.text().length();
  }

  @Test
  void probabilitiesAreProbabilities() {
    for (Post post : POSTS) {
      Reaction reaction = analyzer().analyze(post);
      reaction
          .sentiment()
          .ifPresent(
              s ->
                  assertThat(s.negative() + s.neutral() + s.positive()).isEqualTo(1, within(1e-6)));
      reaction.about().ifPresent(a -> assertThat(a.event()).isBetween(0.0, 1.0));
      for (Stance stance : reaction.stances()) {
        assertThat(stance.probability()).as(post.id()).isBetween(0.0, 1.0);
      }
      double before = 1;
      for (Reaction.Spoken issue : reaction.issues()) {
        assertThat(issue.id()).isEqualTo("delays");
        assertThat(issue.probability()).isBetween(0.0, before);
        before = issue.probability();
      }
    }
  }

  @Test
  void vectorsHaveUnitLengthAndTheLengthThatAnIndexTakes() {
    for (Post post : POSTS) {
      Reaction reaction = analyzer().analyze(post);
      if (!reaction.read()) continue;
      Vector vector = reaction.vector().orElseThrow();
      assertThat(vector.size()).isEqualTo(Encoder.SIZE);
      assertThat(vector.cosine(vector)).isEqualTo(1, within(1e-5));
    }
  }

  @Test
  void aTargetHasAtMostOneStanceAndOneThatIsAskedForHasOne() {
    for (Post post : POSTS) {
      Set<String> targets = new HashSet<>();
      for (Stance stance : analyzer().analyze(post).stances()) {
        assertThat(targets.add(stance.target())).as(post.id() + stance.target()).isTrue();
      }
      if (post.id().equals("asked")) assertThat(targets).contains("Harbour Bridge");
    }
  }

  @Test
  void tellsPraiseFromBlame() {
    assertThat(analyzer().analyze(POSTS.get(0)).sentiment().orElseThrow().label())
        .isEqualTo(Mood.POSITIVE);
    assertThat(analyzer().analyze(POSTS.get(1)).sentiment().orElseThrow().label())
        .isEqualTo(Mood.NEGATIVE);
    assertThat(analyzer().analyze(POSTS.get(0)).mentions())
        .extracting(Mention::name)
        .contains("Seaways");
  }

  /// Never a guess about what is not read.
  @Test
  void leavesOtherLanguagesUnread() {
    Reaction german = analyzer().analyze(POSTS.getLast());
    assertThat(german.read()).isFalse();
    assertThat(german.lang()).isEqualTo("de");
    assertThat(german)
        .isEqualTo(Reaction.unread(POSTS.getLast(), "de"))
        .isNotEqualTo(analyzer().analyze(POSTS.getFirst()));
  }

  @Test
  void readsTheLongestTextThereIs() {
    String text = "Seaways was late again and I hate it. ".repeat(Post.MAX_TEXT / 38);
    Reaction reaction = analyzer().analyze(Post.of("long", text.strip()));
    assertThat(reaction.read()).isTrue();
    assertThat(reaction.sentences()).hasSize(Post.MAX_TEXT / 38);
    assertThat(reaction.sentences().getLast().end()).isEqualTo(text.strip().length());
  }

  @Test
  void mayBeClosedTwice() {
    Analyzer analyzer = analyzer();
    assertThatCode(
            () -> {
              analyzer.close();
              analyzer.close();
            })
        .doesNotThrowAnyException();
  }
}
