package dev.chorus.index;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.EventFileException;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.language.About;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.language.Vector;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Made-up reactions for tests.
public final class Samples {
  private static final String[] WORDS = {
    "deepseek",
    "nvidia",
    "crash",
    "amazing",
    "fake",
    "open",
    "weights",
    "chips",
    "data",
    "china",
    "app",
    "not"
  };

  private Samples() {}

  public static Event event() {
    try {
      return EventFile.parse(
          "test",
          """
          event: {id: e, title: Event}
          targets:
            - {name: Thing, type: product}
            - {claim: It was cheap, cues: [cheap], favor: [it was cheap], against: [it was dear]}
          camps:
            - {id: fans, title: Fans, claim: It is good., examples: [a, b, c]}
            - {id: foes, title: Foes, claim: It is bad., examples: [d, e, f]}
          issues:
            - {id: cost, title: Cost, question: What did it cost?, statements: [j, k, l]}
            - {id: chips, title: Chips, question: Which chips?, statements: [m, n, o]}
          """);
    } catch (EventFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A reaction that fills every field that the seed lets it.
  public static Placed random(String id, Random random) {
    StringBuilder text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
    for (int i = random.nextInt(12); i > 0; i--)
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    Post post =
        Post.builder(id, text.toString())
            .kind(Kind.values()[random.nextInt(4)])
            .platform(maybe(random, "x", "reddit"))
            .lang(maybe(random, "en"))
            .createdAt(
                random.nextInt(5) == 0
                    ? Optional.empty()
                    : Optional.of(
                        Instant.parse("2025-01-20T00:00:00Z")
                            .plusSeconds(random.nextInt(20 * 86_400))))
            .url(maybe(random, "https://example.com/1"))
            .author(
                new Author(
                    maybe(random, "Ann Example", "Bo Sample"),
                    maybe(random, "ann", "bo", "Cy"),
                    maybe(random, "nurse"),
                    List.of()))
            .links(
                new Links(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    maybe(random, "t1", "t2", "T3", "t4")))
            .engagement(
                new Engagement(random.nextInt(100), random.nextInt(10), 0, random.nextInt(3000)))
            .notes(
                random.nextBoolean()
                    ? List.of()
                    : List.of(new Note("disclosure", "n", Optional.empty())))
            .targets(random.nextBoolean() ? List.of() : List.of("Thing"))
            .build();
    if (random.nextInt(10) == 0) return new Placed(Reaction.unread(post, "de"), Placement.unread());
    double a = random.nextDouble();
    double b = (1 - a) * random.nextDouble();
    List<Stance> stances = new ArrayList<>();
    if (random.nextBoolean()) {
      stances.add(
          new Stance(
              "Thing",
              Side.values()[random.nextInt(3)],
              random.nextDouble(),
              Optional.of(new Span(0, 3))));
    }
    Random judging = judging(post);
    if (judging.nextInt(3) == 0) {
      boolean reported = judging.nextBoolean();
      Side side = reported ? Side.NONE : Side.values()[judging.nextInt(3)];
      stances.add(
          new Stance("It was cheap", side, judging.nextDouble(), Optional.empty(), reported));
    }
    float[] direction = {random.nextFloat() + 0.1f, random.nextFloat(), random.nextFloat()};
    String camp = new String[] {"fans", "foes", "unaligned"}[random.nextInt(3)];
    return new Placed(
        new Reaction(
            post,
            "en",
            Optional.of(new Sentiment(a, b, 1 - a - b)),
            about(judging),
            random.nextBoolean()
                ? List.of()
                : List.of(new Mention("nvidia", new Span(0, 3), EntityType.ORGANIZATION, "Nvidia")),
            stances,
            issues(judging),
            List.of(new Span(0, text.length())),
            Optional.of(Vector.ofDirection(direction))),
        new Placement(
            camp,
            random.nextDouble(),
            List.of(new Placement.Alternative("foes", 0.1)),
            List.of(new Placement.Reason("cue words: a", 1.5))));
  }

  /// Chance of its own for each post, so that what other tests draw stays as it was.
  private static Random judging(Post post) {
    Random random = new Random(31L * post.id().hashCode() + post.text().hashCode());
    random.nextInt();
    return random;
  }

  private static Optional<About> about(Random random) {
    if (random.nextInt(4) == 0) return Optional.empty();
    About.Kind kind =
        random.nextBoolean()
            ? About.Kind.REACTION
            : About.Kind.values()[random.nextInt(About.Kind.values().length)];
    return Optional.of(new About(random.nextDouble(), kind));
  }

  /// Likeliest first, which is not the order of their ids.
  private static List<Reaction.Spoken> issues(Random random) {
    List<Reaction.Spoken> issues = new ArrayList<>();
    if (random.nextInt(3) == 0) issues.add(new Reaction.Spoken("cost", 0.9));
    if (random.nextInt(3) == 0) issues.add(new Reaction.Spoken("chips", 0.5 * random.nextDouble()));
    return issues;
  }

  @SafeVarargs
  private static <T> Optional<T> maybe(Random random, T... values) {
    int i = random.nextInt(values.length + 1);
    return i == values.length ? Optional.empty() : Optional.of(values[i]);
  }
}
