package dev.chorus.report.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Author;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassagesTest {
  private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+(?:[.!?]+|\\n|$)");

  private static Event event() throws Exception {
    return EventFile.parse(
        "test",
        """
        event: {id: e, title: The Event}
        targets:
          - {name: Gizmo, type: product, aliases: [gizmos]}
          - {name: Acme, type: organization}
        camps:
          - {id: fans, title: Fans, claim: It is good., examples: [a, b, c]}
          - {id: foes, title: Foes, claim: It is bad., examples: [d, e, f]}
        """);
  }

  private static Placed placed(Post.Builder builder, List<Stance> stances) {
    Post post = builder.build();
    List<Span> sentences = new ArrayList<>();
    Matcher matcher = SENTENCE.matcher(post.text());
    while (matcher.find()) sentences.add(new Span(matcher.start(), matcher.end()));
    return new Placed(
        new Reaction(
            post,
            "en",
            Optional.of(new Sentiment(0.1, 0.2, 0.7)),
            List.of(),
            stances,
            sentences,
            Optional.empty()),
        new Placement("fans", 0.9, List.of(), List.of()));
  }

  private static Optional<String> quoted(Post.Builder post) throws Exception {
    Placed placed = placed(post, List.of());
    return new Passages(event())
        .best(placed, Shown.ANYTHING)
        .map(p -> p.span().of(placed.reaction().post().text()));
  }

  /// Of each kind of fault a post that is not quoted, and its twin without the fault.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          This is why the Gizmo will fail within a year. | The Gizmo will fail within a year.
          But the Gizmo is still the best of its kind. | The Gizmo is still the best of its kind.
          3/ The Gizmo needs half the power of the old ones. | The Gizmo needs half the power of the old ones.
          The Gizmo needs half the power of the old ones. 5/ | The Gizmo needs half the power of the old ones.
          The Gizmo can t even count the apples in a basket. | The Gizmo can't even count the apples in a basket.
          Gizmo s new maker is the pride of our little town. | Gizmo's new maker is the pride of our little town.
          RT @somebody The Gizmo is the best thing that I bought. | The Gizmo is the best thing that I bought.
          The Gizmo is a \\*good\\* thing for all of us here in town. | The Gizmo is a good thing for all of us in town.
          Read [the paper](https://example.com/a) on the Gizmo and how it is made. | Read the paper on the Gizmo and how it is made.
          The Gizmo &amp; its maker deserve all of the praise. | The Gizmo and its maker deserve all of the praise.
          Acme Unveils Cheaper Gizmo After Weak Quarter https://example.com/x | Acme unveils a cheaper Gizmo and I am not even surprised.
          BREAKING: Acme has sold a million Gizmos in a week. | Acme has sold a million Gizmos in a week.
          Check out our app for your Gizmo! https://example.com/app | We use an app of our own with the Gizmo.
          The Gizmo is now available on our store, use code CHEAP #deal | The Gizmo is for sale in our little store as well.
          $GIZ $ACM $XYZ to rise when the Gizmo sells well. | The shares will rise when the Gizmo sells well.
          #gizmo #acme #tech #shop the Gizmo is a joy to use | The Gizmo is a joy to use and to look at.
          THE GIZMO IS THE WORST THING THAT THEY HAVE EVER SOLD. | The Gizmo is the worst thing that they have ever sold.
          He says that the Gizmo was never tested by anybody. | My boss says that the Gizmo was never tested by anybody.
          - cheap - loud - the Gizmo gets hot after an hour | The Gizmo is cheap and loud and gets hot after an hour.
          "The Gizmo is a toy for rich people and their kids." Sure. | The Gizmo is a toy for rich people and their kids.
          The Gizmo, as this article says, is made of cheap parts. | The Gizmo, as we all know, is made of cheap parts.
          It is good for cooking and for the garden, and for kids. | The Gizmo is good for cooking and for the garden.
          I just read all about the Gizmo and the | I just read all about the Gizmo and the firm that makes it.
          """)
  void quotesTheTwinAlone(String faulty, String clean) throws Exception {
    assertThat(quoted(Post.builder("faulty", faulty))).isEmpty();
    assertThat(quoted(Post.builder("clean", clean))).contains(clean);
  }

  @Test
  void leavesOutWhomItAnswersAndTheLinkAtTheEnd() throws Exception {
    assertThat(
            quoted(
                Post.builder(
                    "p", "@joe The Gizmo saves me an hour on every single day. https://t.co/ab")))
        .contains("The Gizmo saves me an hour on every single day.");
  }

  @Test
  void quotesOfALongPostTheSentenceThatNamesTheThing() throws Exception {
    String filler = "We went to the lake with the children and had a good time there. ".repeat(6);
    assertThat(
            quoted(
                Post.builder(
                    "p", filler + "The Gizmo broke on the first day of our trip. " + filler)))
        .contains("The Gizmo broke on the first day of our trip.");
  }

  @Test
  void quotesNoPassageOfSomebodyElse() throws Exception {
    String answer = "The Gizmo works very well in my kitchen at home.";
    assertThat(
            quoted(Post.builder("p", "> The Gizmo never works for anybody at all.\n\n" + answer)))
        .contains(answer);
  }

  @Test
  void quotesNoRepost() throws Exception {
    String text = "The Gizmo works very well in my kitchen at home.";
    Links repost =
        new Links(Optional.empty(), Optional.empty(), Optional.of("x"), Optional.empty());
    assertThat(quoted(Post.builder("p", text).links(repost))).isEmpty();
    assertThat(quoted(Post.builder("p", text))).contains(text);
  }

  @Test
  void aReviewNeedNotNameWhatItReviews() throws Exception {
    String text = "Works very well in my kitchen and saves a lot of time.";
    assertThat(quoted(Post.builder("p", text))).isEmpty();
    assertThat(quoted(Post.builder("p", text).rating(Optional.of(BigDecimal.ONE)))).contains(text);
  }

  @Test
  void knownPersonsMayBeShort() throws Exception {
    Post.Builder known =
        Post.builder("p", "a state psyop")
            .kind(Kind.QUOTE)
            .author(
                new Author(
                    Optional.of("Cy Sample"), Optional.empty(), Optional.of("rival"), List.of()));
    assertThat(quoted(known)).contains("a state psyop");
    assertThat(quoted(Post.builder("p", "a state psyop"))).isEmpty();
  }

  @Test
  void programsAreNotQuoted() throws Exception {
    String text = "The Gizmo works very well in my kitchen at home.";
    assertThat(quoted(Post.builder("p", text).author(Author.ofHandle("GizmoNewsBot")))).isEmpty();
    assertThat(quoted(Post.builder("p", text).author(Author.ofHandle("abbot_of_kells"))))
        .contains(text);
  }

  @Test
  void theOtherSideDoesNotSpeakForACamp() throws Exception {
    String text = "The Gizmo works very well in my kitchen at home.";
    Shown fans = Shown.of(List.of(), Map.of("Gizmo", Side.FAVOR));
    Span all = new Span(0, text.length());
    Stance favor = new Stance("Gizmo", Side.FAVOR, 0.9, Optional.of(all));
    Stance against = new Stance("Gizmo", Side.AGAINST, 0.9, Optional.of(all));
    Passages passages = new Passages(event());
    assertThat(passages.best(placed(Post.builder("p", text), List.of(favor)), fans)).isPresent();
    assertThat(passages.best(placed(Post.builder("p", text), List.of(against)), fans)).isEmpty();
  }

  /// Texts that people do not write must not cost time.
  @Test
  void readsHostileTextsFast() throws Exception {
    for (String part : List.of(" ", "@a ", "\"", "Aa, ", "\u0301")) {
      String text = "The Gizmo " + part.repeat(Post.MAX_TEXT / 2 / part.length()) + "x";
      long begin = System.nanoTime();
      quoted(Post.builder("p", text));
      assertThat(System.nanoTime() - begin).as(part).isLessThan(10_000_000_000L);
    }
  }
}
