package dev.chorus.index;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An index in files that stay as they are, in `src/test/resources/index`: 16 made-up posts that
/// have between them every kind, mood, side, type of entity and relation to the event, a note, a
/// reply, a quote, a version, reposts and a family of copies.
final class StoredIndex {
  static final Path FOLDER = Path.of(System.getProperty("chorus.home"), "src/test/resources/index");

  private static final String COPIED =
      "I have tried the cheap thing for a week and my old one stays in the drawer from now on";

  private final List<Placed> posts = new ArrayList<>();
  private final About.Kind[] kinds = {
    About.Kind.REACTION,
    About.Kind.REACTION,
    About.Kind.REACTION,
    About.Kind.MENTION,
    About.Kind.OFF,
    About.Kind.FRAGMENT,
    About.Kind.NOTICE
  };

  private StoredIndex() {
    write(post("a", "The thing is cheap and Nvidia will hate it").kind(Kind.POST));
    write(post("b", "It is bad, said the minister of Norway").kind(Kind.QUOTE));
    write(post("c", "She is reported to have called it dear").kind(Kind.REPORT));
    write(post("d", "A sample of what a nurse might say of it").kind(Kind.ILLUSTRATIVE));
    write(
        post("e", "Not true, it cost a billion")
            .links(links("a", null, null, "t1", null))
            .notes(
                List.of(
                    new Note("community_note", "No source is given.", Optional.of("readers")),
                    new Note("own_word", "Written later.", Optional.empty()))));
    write(post("f", "Look at this").links(links(null, "b", null, "t1", null)));
    write(post("g", "So it goes").createdAt(Optional.empty()));
    write(post("h", "Buy my course: https://example.com/course").kind(Kind.QUOTE));
    write(post("i", COPIED));
    write(post("j", COPIED).kind(Kind.REPORT));
    write(post("k", "The first words of it"));
    write(
        post("k2", "The first words of it, and second thoughts")
            .editedAt(time(40))
            .links(links(null, null, null, null, "k")));
    write(post("l", "RT of a").links(links(null, null, "a", null, null)));
    write(post("m", "RT of what is not here").links(links(null, null, "gone", null, null)));
    write(
        post("n", "Chips, chips and an unpaired half \ud83d of a rocket")
            .targets(List.of("Thing", "Chips"))
            .rating(Optional.of(new java.math.BigDecimal("4.50")))
            .url(Optional.of("https://example.com/n"))
            .lang(Optional.of("en")));
    write(post("o", "Thing, thing, thing").kind(Kind.ILLUSTRATIVE));
    Post german = post("p", "Das Ding ist gut").lang(Optional.of("de")).build();
    posts.add(new Placed(Reaction.unread(german, "de"), Placement.unread()));
    write(post("q", "It cost 5 million, people in Norway say").kind(Kind.QUOTE));
  }

  /// In the order in which they come to the index.
  static List<Placed> posts() {
    return List.copyOf(new StoredIndex().posts);
  }

  /// Makes it, from [#posts].
  static void write(Path folder) throws Exception {
    try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "models of 2025")) {
      List<Placed> posts = posts();
      for (Placed post : posts.subList(0, 9)) writer.add(post);
      writer.commit();
      for (Placed post : posts.subList(9, posts.size())) writer.add(post);
      writer.commit();
      writer.findFamilies();
    }
  }

  /// Copies one of the stored indexes, as Lucene would leave a lock in it.
  static void copy(String name, Path to) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(name))) {
      for (Path file : files.toList()) Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  /// Gives the post an analysis that is another for each.
  private void write(Post.Builder builder) {
    Post post = builder.build();
    int n = posts.size();
    Sentiment sentiment =
        switch (n % 3) {
          case 0 -> new Sentiment(0.125, 0.25, 0.625);
          case 1 -> new Sentiment(0.75, 0.125, 0.125);
          default -> new Sentiment(0.25, 0.5, 0.25);
        };
    EntityType type = EntityType.values()[n % EntityType.values().length];
    Span first = new Span(0, post.text().indexOf(' '));
    String word = post.text().substring(first.start(), first.end());
    String camp = List.of("fans", "foes", "unaligned").get(n % 3);
    posts.add(
        new Placed(
            new Reaction(
                post,
                "en",
                Optional.of(sentiment),
                Optional.of(new About(0.5 + n / 64.0, kinds[n % kinds.length])),
                List.of(new Mention(word, first, type, "Name " + n % 6)),
                stances(n, first),
                n % 2 == 0
                    ? List.of(new Reaction.Spoken("cost", 0.875), new Reaction.Spoken("chips", 0.5))
                    : List.of(),
                List.of(new Span(0, post.text().length())),
                Optional.of(Vector.ofDirection(new float[] {n, 1, -n % 5}))),
            new Placement(
                camp,
                0.75,
                List.of(new Placement.Alternative("foes".equals(camp) ? "fans" : "foes", 0.1875)),
                List.of(new Placement.Reason("cue words: " + word, 1.5)))));
  }

  private static List<Stance> stances(int n, Span evidence) {
    List<Stance> stances = new ArrayList<>();
    // Two of three against and one in favor, so that no two sides are as frequent.
    Side side = List.of(Side.AGAINST, Side.FAVOR, Side.AGAINST, Side.NONE).get(n % 4);
    stances.add(new Stance("Thing", side, 0.625, Optional.of(evidence)));
    if (n % 5 == 0) {
      stances.add(new Stance("It was cheap", Side.NONE, 0.5, Optional.empty(), true));
    } else if (n % 5 == 1) {
      stances.add(new Stance("It was cheap", Side.FAVOR, 0.5625, Optional.empty()));
    }
    return stances;
  }

  private static Post.Builder post(String id, String text) {
    int n = id.charAt(0) - 'a';
    return Post.builder(id, text)
        .platform(Optional.of(n % 3 == 0 ? "x" : "reddit"))
        .createdAt(time(n))
        .author(
            new Author(
                Optional.of("Author " + n % 7),
                n % 2 == 0 ? Optional.of("author" + n % 7) : Optional.empty(),
                n % 4 == 0 ? Optional.of("nurse") : Optional.empty(),
                n % 4 == 0 ? List.of("Clinic", "Union") : List.of()))
        .engagement(new Engagement(n * n * 10L, n, 1, 100L * n));
  }

  private static Optional<Instant> time(int hours) {
    return Optional.of(Instant.parse("2025-01-27T10:00:00.5Z").plusSeconds(3_600L * hours));
  }

  private static Links links(
      String inReplyTo, String quotes, String repostOf, String thread, String versionOf) {
    return new Links(
        Optional.ofNullable(inReplyTo),
        Optional.ofNullable(quotes),
        Optional.ofNullable(repostOf),
        Optional.ofNullable(thread),
        Optional.ofNullable(versionOf));
  }
}
