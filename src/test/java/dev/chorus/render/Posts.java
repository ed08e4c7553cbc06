package dev.chorus.render;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.flood.Family;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.ScoreReason;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.query.SpellingSuggestion;
import dev.chorus.language.About;
import dev.chorus.language.EntityType;
import dev.chorus.language.Influence;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Made-up posts of which everything is known, or nothing, to [dev.chorus.index.Samples#event].
final class Posts {
  private static final String WORDS =
      "The thing is cheap, \u001b[2Jand OpenAI should be afraid.\n\n漢字 “so they say” 🚀";

  private Posts() {}

  /// With something in every field.
  static Placed full() {
    Post post =
        Post.builder("full-1", WORDS)
            .kind(Kind.ILLUSTRATIVE)
            .platform(Optional.of("x"))
            .lang(Optional.of("en"))
            .createdAt(Optional.of(Instant.parse("2025-01-27T14:30:00Z")))
            .editedAt(Optional.of(Instant.parse("2025-01-27T15:00:00Z")))
            .url(Optional.of("https://example.com/1"))
            .author(
                new Author(
                    Optional.of("Ann Example"),
                    Optional.of("ann"),
                    Optional.of("nurse"),
                    List.of("Clinic", "Union")))
            .links(
                new Links(
                    Optional.of("up-1"), Optional.of("q-1"), Optional.empty(), Optional.of("t-1")))
            .engagement(new Engagement(12_345, 6, 7, 1_000_000))
            .rating(Optional.of(new java.math.BigDecimal("4.5")))
            .notes(
                List.of(
                    new Note("community_note", "No source is given.", Optional.of("readers")),
                    new Note("own_word", "Written later.", Optional.empty())))
            .build();
    return new Placed(
        new Reaction(
            post,
            "en",
            Optional.of(new Sentiment(0.12344, 0.27656, 0.6)),
            Optional.of(new About(0.914, About.Kind.REACTION)),
            List.of(
                new Mention("OpenAI", span("OpenAI"), EntityType.ORGANIZATION, "OpenAI"),
                new Mention("The thing", span("The thing"), EntityType.PRODUCT, "Thing")),
            List.of(
                new Stance("Thing", Side.FAVOR, 0.81, Optional.of(span("The thing is cheap"))),
                new Stance("OpenAI", Side.AGAINST, 0.64, Optional.empty()),
                new Stance("Chips", Side.NONE, 0.5, Optional.empty()),
                new Stance("It was cheap", Side.NONE, 0.7, Optional.empty(), true)),
            List.of(new Reaction.Spoken("cost", 0.83), new Reaction.Spoken("gone", 0.5)),
            List.of(new Span(0, WORDS.length())),
            Optional.empty()),
        new Placement(
            "fans",
            0.71,
            List.of(
                new Placement.Alternative("foes", 0.2),
                new Placement.Alternative("unaligned", 0.06),
                new Placement.Alternative("late", 0.02),
                new Placement.Alternative("last", 0.01)),
            List.of(
                new Placement.Reason("cue words: cheap, afraid", 1.47),
                new Placement.Reason("near \"It is good.\"", 0))));
  }

  private static Span span(String words) {
    int start = WORDS.indexOf(words);
    return new Span(start, start + words.length());
  }

  /// Nothing is known of it but its words.
  static Placed bare() {
    return new Placed(
        new Reaction(
            Post.of("bare-1", "Hm."),
            "en",
            Optional.of(new Sentiment(0.5, 0.3, 0.2)),
            List.of(),
            List.of(),
            List.of(new Span(0, 3)),
            Optional.empty()),
        new Placement("unaligned", 0.5, List.of(), List.of()));
  }

  static Placed unread() {
    return new Placed(
        Reaction.unread(Post.of("de-1", "Das Ding ist gut"), "de"), Placement.unread());
  }

  /// Longer than a search shows.
  private static Placed lengthy() {
    String text =
        "so it goes on and on ".repeat(60) + "cheap chips at last" + " and more".repeat(90);
    return new Placed(bare().reaction().with(Post.of("long-1", text)), bare().placement());
  }

  static Family family() {
    return new Family(
        "first-1",
        1_500,
        1_200,
        Optional.of(Instant.parse("2024-12-31T10:00:00Z")),
        Optional.of(Instant.parse("2025-01-28T10:00:00Z")),
        true);
  }

  static Family timeless() {
    return new Family("first-2", 2, 1, Optional.empty(), Optional.empty(), false);
  }

  static List<Influence> influences() {
    return List.of(new Influence(span("cheap"), 0.42), new Influence(span("afraid"), -0.084));
  }

  static List<SearchResult.Hit> alike() {
    return List.of(
        new SearchResult.Hit(bare(), 0.91234, List.of(), Optional.empty()),
        new SearchResult.Hit(unread(), 0.5, List.of(), Optional.empty()));
  }

  static SearchResult found() {
    Placed lengthy = lengthy();
    int cheap = lengthy.reaction().post().text().indexOf("cheap chips");
    List<ScoreReason> words =
        List.of(
            new ScoreReason.Said("cheap", 2, 1_034, 12_345, 3.21987),
            new ScoreReason.Said("\"chips\"", 1, 1, 1, 1.005),
            new ScoreReason.Length(48, 0.333),
            new ScoreReason.Met("lang:en", 0.1));
    return new SearchResult(
        SearchRequest.Mode.HYBRID,
        12_345,
        List.of(
            new SearchResult.Hit(
                full(),
                1.5,
                List.of(span("cheap"), span("OpenAI should")),
                Optional.of(family()),
                List.of(
                    new ScoreReason.Stretched(0.12, 9.87, words, 0.9),
                    new ScoreReason.Stretched(
                        0.2, 0.8, List.of(new ScoreReason.Meaning(0.777, 0.777)), 0.6))),
            new SearchResult.Hit(
                lengthy,
                0.75,
                List.of(new Span(cheap, cheap + 5), new Span(cheap + 6, cheap + 11)),
                Optional.of(timeless()),
                words),
            new SearchResult.Hit(unread(), 0.25, List.of(), Optional.empty())),
        Optional.of("AbC-12_3"),
        counts(),
        List.of(new SpellingSuggestion("depseek", "deepseek")));
  }

  static SearchResult nothing() {
    return new SearchResult(
        SearchRequest.Mode.KEYWORD,
        0,
        List.of(),
        Optional.empty(),
        new SearchResult.Counts(Map.of(), new TreeMap<>(), new TreeMap<>()),
        List.of());
  }

  private static SearchResult.Counts counts() {
    Map<Facet, Map<String, Long>> facets = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      Map<String, Long> values = new LinkedHashMap<>();
      for (int i = 0; i < 11; i++) values.put(facet.field() + " " + i, 11_000L - i);
      facets.put(facet, values);
    }
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    for (int day = 1; day <= 12; day++) days.put(LocalDate.of(2025, 1, day), (long) day * 7 % 10);
    TreeMap<Long, Long> engagement = new TreeMap<>();
    for (long from : new long[] {0, 1, 10, 1_000}) engagement.put(from, 5 + from);
    return new SearchResult.Counts(facets, days, engagement);
  }
}
