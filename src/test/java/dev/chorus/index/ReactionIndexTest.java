package dev.chorus.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.Placed;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.IndexException;
import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.query.SpellingSuggestion;
import dev.chorus.language.About;
import dev.chorus.language.Reaction;
import dev.chorus.language.Span;
import dev.chorus.post.Post;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReactionIndexTest {
  @TempDir Path folder;

  private static List<Placed> sample(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(i -> Samples.random("p" + i, random)).toList();
  }

  private void write(Path to, List<Placed> reactions) throws IndexException {
    try (ReactionWriter writer = ReactionWriter.open(to, Samples.event(), "models 1")) {
      for (Placed placed : reactions) writer.add(placed);
      writer.commit();
    }
  }

  private static Placed withoutVector(Placed placed) {
    Reaction r = placed.reaction();
    return new Placed(r.with(Optional.empty()), placed.placement());
  }

  private static SearchRequest all(List<SearchRequest.Filter> filters) {
    return new SearchRequest(
        "*:*", filters, Optional.empty(), Optional.empty(), SearchRequest.Order.RELEVANCE, 1_000);
  }

  private static SearchRequest words(String query) {
    return new SearchRequest(
        query, List.of(), Optional.empty(), Optional.empty(), SearchRequest.Order.RELEVANCE, 1_000);
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(h -> h.placed().reaction().post().id()).toList();
  }

  @Test
  void readsBackWhatWasWritten() throws Exception {
    List<Placed> reactions = sample(300, 1);
    write(folder, reactions);
    try (ReactionReader reader = ReactionReader.open(folder)) {
      assertThat(reader.size()).isEqualTo(300);
      List<Placed> back = new ArrayList<>(IndexDump.posts(folder));
      back.sort(
          Comparator.comparingInt(p -> Integer.parseInt(p.reaction().post().id().substring(1))));
      assertThat(back).isEqualTo(reactions);
      assertThat(reader.get("p7")).contains(withoutVector(reactions.get(7)));
      assertThat(reader.get("nobody")).isEmpty();
      assertThat(reader.event()).isEqualTo(Samples.event());
    }
  }

  @Test
  void putsANewerVersionInThePlaceOfTheOlder() throws Exception {
    List<Placed> reactions = sample(20, 2);
    write(folder, reactions);
    Post edited =
        Post.builder("p3", "edited")
            .editedAt(Optional.of(Instant.parse("2025-02-20T00:00:00Z")))
            .build();
    write(folder, List.of(new Placed(Reaction.unread(edited, "de"), reactions.get(3).placement())));
    try (ReactionReader reader = ReactionReader.open(folder)) {
      assertThat(reader.size()).isEqualTo(20);
      assertThat(reader.get("p3").orElseThrow().reaction().post()).isEqualTo(edited);
    }
  }

  @Test
  void forgetsWhatWasNotCommitted() throws Exception {
    write(folder, sample(5, 3));
    try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "models 1")) {
      writer.add(Samples.random("lost", new Random(4)));
    }
    try (ReactionReader reader = ReactionReader.open(folder)) {
      assertThat(reader.size()).isEqualTo(5);
    }
  }

  /// Filters, counts and order are those of a plain look at every post.
  @Test
  void filtersAsAPlainScanDoes() throws Exception {
    List<Placed> reactions = sample(500, 5);
    write(folder, reactions);
    record Case(Facet facet, String value, Predicate<Placed> holds) {}
    List<Case> cases =
        List.of(
            new Case(Facet.CAMP, "Fans", p -> p.placement().camp().equals("fans")),
            new Case(Facet.SENTIMENT, "unread", p -> !p.read()),
            new Case(
                Facet.STANCE,
                "favor:thing",
                p ->
                    p.reaction()
                        .stanceOn("Thing")
                        .filter(s -> s.side().id().equals("favor"))
                        .isPresent()),
            new Case(
                Facet.STANCE,
                "reported:It was cheap",
                p -> p.reaction().stanceOn("It was cheap").filter(s -> s.reported()).isPresent()),
            new Case(
                Facet.ABOUT,
                "Mention",
                p -> p.reaction().about().filter(a -> a.kind() == About.Kind.MENTION).isPresent()),
            new Case(
                Facet.ISSUE,
                "COST",
                p -> p.reaction().issues().stream().anyMatch(i -> i.id().equals("cost"))),
            new Case(Facet.ENTITY, "NVIDIA", p -> !p.reaction().mentions().isEmpty()),
            new Case(
                Facet.AUTHOR,
                "CY",
                p -> p.reaction().post().author().handle().equals(Optional.of("Cy"))),
            new Case(
                Facet.PLATFORM, "x", p -> p.reaction().post().platform().equals(Optional.of("x"))));
    try (ReactionReader reader = ReactionReader.open(folder)) {
      for (Case a : cases) {
        for (Case b : cases) {
          SearchResult result =
              reader.search(
                  all(
                      List.of(
                          new SearchRequest.Filter(a.facet(), List.of(a.value())),
                          new SearchRequest.Filter(b.facet(), List.of(b.value())))));
          List<Placed> expected = reactions.stream().filter(a.holds().and(b.holds())).toList();
          assertThat(ids(result))
              .containsExactlyInAnyOrderElementsOf(
                  expected.stream().map(p -> p.reaction().post().id()).toList());
          assertThat(result.total()).isEqualTo(expected.size());
          assertThat(result.facets().get(Facet.CAMP).getOrDefault("fans", 0L))
              .isEqualTo(
                  expected.stream().filter(p -> p.placement().camp().equals("fans")).count());
        }
      }
    }
  }

  @Test
  void sortsAndBoundsByTime() throws Exception {
    List<Placed> reactions = sample(200, 6);
    write(folder, reactions);
    Instant since = Instant.parse("2025-01-25T00:00:00Z");
    Instant until = Instant.parse("2025-02-01T00:00:00Z");
    List<String> expected =
        reactions.stream()
            .map(p -> p.reaction().post())
            .filter(
                p -> p.createdAt().filter(t -> !t.isBefore(since) && t.isBefore(until)).isPresent())
            .sorted(
                Comparator.comparing((Post p) -> p.createdAt().orElseThrow())
                    .reversed()
                    .thenComparing(Post::id))
            .map(Post::id)
            .toList();
    try (ReactionReader reader = ReactionReader.open(folder)) {
      SearchResult result =
          reader.search(
              new SearchRequest(
                  "*:*",
                  List.of(),
                  Optional.of(since),
                  Optional.of(until),
                  SearchRequest.Order.TIME,
                  1_000));
      assertThat(ids(result)).isEqualTo(expected).hasSizeGreaterThan(20);
      SearchResult loudest =
          reader.search(
              new SearchRequest(
                  "*:*",
                  List.of(),
                  Optional.empty(),
                  Optional.empty(),
                  SearchRequest.Order.ENGAGEMENT,
                  5));
      assertThat(loudest.total()).isEqualTo(200);
      assertThat(loudest.hits())
          .hasSize(5)
          .extracting(h -> h.placed().reaction().post().engagement().interactions())
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void givesTheSameHitsWhateverTheOrderOfIngestion() throws Exception {
    List<Placed> reactions = new ArrayList<>(sample(200, 8));
    write(folder.resolve("a"), reactions);
    Collections.shuffle(reactions, new Random(1));
    write(folder.resolve("b"), reactions);
    try (ReactionReader a = ReactionReader.open(folder.resolve("a"));
        ReactionReader b = ReactionReader.open(folder.resolve("b"))) {
      for (String query :
          List.of("deepseek crash", "not", "*:*", "\"open weights\" OR fake", "am*")) {
        assertThat(ids(b.search(words(query)))).isEqualTo(ids(a.search(words(query))));
      }
    }
  }

  @Test
  void findsInflectionsAndMarksThem() throws Exception {
    Post post = Post.of("a", "Nvidia's chips crashed 📉, #OpenSource wins");
    write(
        folder,
        List.of(new Placed(Reaction.unread(post, "en"), dev.chorus.camp.Placement.unread())));
    try (ReactionReader reader = ReactionReader.open(folder)) {
      for (String query :
          List.of("nvidia", "chip", "crash", "📉", "opensource", "\"chips crashed\"", "chip*")) {
        SearchResult result = reader.search(words(query));
        assertThat(result.total()).as(query).isEqualTo(1);
        assertThat(result.hits().getFirst().highlights()).as(query).isNotEmpty();
      }
      List<Span> marked = reader.search(words("crash AND chip")).hits().getFirst().highlights();
      assertThat(marked).extracting(s -> s.of(post.text())).containsExactly("chips", "crashed");
      assertThat(reader.search(words("*:*")).hits().getFirst().highlights()).isEmpty();
    }
  }

  @Test
  void findsTagsHandlesCashtagsAndVersionsByTheirNames() throws Exception {
    Post post =
        Post.of(
            "a", "#OpenSource is amazing, said @Sam_Altman of GPT-4o. Not $NVDA's best day 👍🏽");
    write(
        folder,
        List.of(new Placed(Reaction.unread(post, "en"), dev.chorus.camp.Placement.unread())));
    try (ReactionReader reader = ReactionReader.open(folder)) {
      for (String query :
          List.of(
              "#opensource",
              "OpenSource",
              "open-source",
              "\"open source\"",
              "#open*",
              "@sam_altman",
              "altman",
              "$nvda",
              "nvda",
              "gpt-4o",
              "gpt4o",
              "GPT AND 4o",
              "\"gpt-4o not\"",
              "gpt-4*",
              "amazing*",
              "amazin~",
              "amazed",
              "not",
              "👍")) {
        SearchResult result = reader.search(words(query));
        assertThat(result.total()).as(query).isEqualTo(1);
        assertThat(result.hits().getFirst().highlights()).as(query).isNotEmpty();
      }
      for (String query : List.of("operator", "\"source open\"", "gpt-4", "4", "amaz*g*e")) {
        assertThat(reader.search(words(query)).total()).as(query).isZero();
      }
      List<Span> marked = reader.search(words("gpt-4o")).hits().getFirst().highlights();
      assertThat(marked).extracting(s -> s.of(post.text())).containsExactly("GPT-4o");
    }
  }

  /// `GPT-4o` must not count twice, as a whole and as its parts.
  @Test
  void countsAJoinedWordOnce() throws Exception {
    write(
        folder,
        List.of(
            new Placed(
                Reaction.unread(Post.of("a", "one GPT-4o two"), "en"),
                dev.chorus.camp.Placement.unread()),
            new Placed(
                Reaction.unread(Post.of("b", "six seven eight"), "en"),
                dev.chorus.camp.Placement.unread())));
    try (ReactionReader reader = ReactionReader.open(folder)) {
      double whole = reader.search(words("gpt4o")).hits().getFirst().score();
      double either = reader.search(words("gpt-4o")).hits().getFirst().score();
      double parts = reader.search(words("\"gpt 4o\"")).hits().getFirst().score();
      assertThat(either).isEqualTo(Math.max(whole, parts)).isLessThan(whole + parts);
    }
  }

  @Test
  void offersWordsForThoseThatNoPostHas() throws Exception {
    List<Placed> posts = new ArrayList<>();
    for (String text :
        List.of("amazing chips", "amazing chips, they say", "a maze of chops", "GPT-4o is out")) {
      posts.add(
          new Placed(
              Reaction.unread(Post.of("p" + posts.size(), text), "en"),
              dev.chorus.camp.Placement.unread()));
    }
    write(folder, posts);
    try (ReactionReader reader = ReactionReader.open(folder)) {
      assertThat(reader.search(words("amzing OR (\"chpis amazed\") NOT camp:fans")).suggestions())
          .containsExactly(
              new SpellingSuggestion("amzing", "amazing"),
              new SpellingSuggestion("chpis", "chips"));
      // What occurs, what is too short to tell, what is near nothing, and joined words.
      for (String query : List.of("amazed", "gtp", "zebra", "gpt-5o", "chp*", "chops", "*:*")) {
        assertThat(reader.search(words(query)).suggestions()).as(query).isEmpty();
      }
    }
  }

  @Test
  void givesPostsLikeAnotherWithoutCopies() throws Exception {
    List<Placed> posts = sample(300, 21);
    write(folder, posts);
    try (ReactionReader reader = ReactionReader.open(folder)) {
      Placed self =
          posts.stream().filter(p -> p.reaction().vector().isPresent()).findFirst().orElseThrow();
      var vector = self.reaction().vector().orElseThrow();
      List<SearchResult.Hit> like = reader.like(self.reaction().post().id(), 40);
      List<String> texts = like.stream().map(h -> h.placed().reaction().post().text()).toList();
      assertThat(texts)
          .hasSize(40)
          .doesNotHaveDuplicates()
          .doesNotContain(self.reaction().post().text());
      double least = like.getLast().score();
      for (Placed other : posts) {
        if (other.reaction().vector().isEmpty()) continue;
        if (other.reaction().vector().get().cosine(vector) < least + 1e-6) continue;
        if (other.equals(self)
            || other.reaction().post().text().equals(self.reaction().post().text())) continue;
        assertThat(texts).contains(other.reaction().post().text());
      }
      assertThat(reader.like("nobody", 3)).isEmpty();
      Placed unread = posts.stream().filter(p -> !p.read()).findFirst().orElseThrow();
      assertThat(reader.like(unread.reaction().post().id(), 3)).isEmpty();
    }
  }

  @Test
  void explainsWhatIsWrongWithAQuery() throws Exception {
    write(folder, sample(3, 9));
    try (ReactionReader reader = ReactionReader.open(folder)) {
      assertThatThrownBy(() -> reader.search(words(" ")))
          .hasMessageContaining("The query is empty");
      assertThatThrownBy(() -> reader.search(words("foo AND (")))
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "The query cannot be read: it ends too early; is a word, a quotation mark or a"
                  + " bracket missing?")
          .extracting(e -> ((QueryException) e).column())
          .isEqualTo(9);
      assertThatThrownBy(() -> reader.search(words("AND")))
          .hasMessageContaining("a word was expected here");
      assertThatThrownBy(() -> reader.search(words("\"open"))).hasMessageContaining("not closed");
      assertThatThrownBy(() -> reader.search(words("*foo")))
          .hasMessageContaining("may not begin with * or ?");
      assertThatThrownBy(() -> reader.search(words("colour:red")))
          .hasMessage(
              "There is no field \"colour\" to search in; wanted one of text, id, camp, about,"
                  + " sentiment, stance, issue, entity, author, platform, lang, thread, kind.");
      assertThatThrownBy(() -> reader.search(words("x".repeat(100_000))))
          .hasMessageContaining("100000 characters");
    }
  }

  @Test
  void answersUnknownValuesWithThoseThatExist() throws Exception {
    write(folder, sample(300, 13));
    try (ReactionReader reader = ReactionReader.open(folder)) {
      assertThatThrownBy(() -> reader.search(words("about:news")))
          .hasMessage(
              "There is no about \"news\"; wanted one of reaction, mention, off, fragment,"
                  + " notice.");
      assertThatThrownBy(() -> reader.search(all(List.of(filter(Facet.ISSUE, "costs")))))
          .hasMessage("There is no issue \"costs\"; wanted one of cost, chips.");
      assertThatThrownBy(() -> reader.search(all(List.of(filter(Facet.STANCE, "reported:Thing")))))
          .hasMessage("There is no stance \"reported:Thing\"; the claims are It was cheap.");
      assertThatThrownBy(() -> reader.search(all(List.of(filter(Facet.STANCE, "pro:Thing")))))
          .hasMessageContaining("wanted a side (against, none, favor, reported) and a target");
    }
  }

  /// What nothing says is no slip if it could be said.
  @Test
  void findsNothingWhereNoPostHasAPossibleValue() throws Exception {
    Placed unread =
        new Placed(
            Reaction.unread(Post.of("a", "nvidia"), "de"), dev.chorus.camp.Placement.unread());
    write(folder, List.of(unread));
    try (ReactionReader reader = ReactionReader.open(folder)) {
      for (SearchRequest.Filter possible :
          List.of(
              filter(Facet.ABOUT, "notice"),
              filter(Facet.ISSUE, "chips"),
              filter(Facet.STANCE, "reported:It was cheap"))) {
        assertThat(reader.search(all(List.of(possible))).total()).as(possible + "").isZero();
      }
    }
  }

  private static SearchRequest.Filter filter(Facet facet, String value) {
    return new SearchRequest.Filter(facet, List.of(value));
  }

  @Test
  void refusesWhatIsNoIndexAndLeavesItAlone() throws Exception {
    assertThatThrownBy(() -> ReactionReader.open(folder.resolve("none")))
        .hasMessageStartingWith("There is no index in ")
        .hasMessageContaining("chorus ingest FILE --index ");
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> ReactionReader.open(file))
        .hasMessageContaining("is a file; an index is a folder");
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> ReactionWriter.open(other, Samples.event(), "m"))
        .hasMessageContaining("holds other files and no Chorus index");
    try (var files = Files.list(other)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("notes.txt");
    }
    Path foreign = folder.resolve("foreign");
    try (FSDirectory directory = FSDirectory.open(foreign);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocument(new Document());
      writer.commit();
    }
    assertThatThrownBy(() -> ReactionReader.open(foreign))
        .hasMessageContaining("was not made by Chorus");
  }

  /// Indexes that were really made by what was before: by Chorus when its format was 5, and by
  /// Lucene 9.12 and 10.3.
  @ParameterizedTest
  @CsvSource({
    "format-6, format 6",
    "lucene-9.12.3, another version of Lucene",
    "lucene-10.3.2, another version of Lucene"
  })
  void refusesAnIndexOfAnotherVersionWithTheCommandThatMakesItAnew(String stored, String what)
      throws Exception {
    StoredIndex.copy(stored, folder);
    String message =
        ("The index in %s was made by another version of Chorus (%s; this one reads format 7). It"
                + " was left as it is. Make it anew, with the options that it was made with: chorus"
                + " ingest --index %s-new FILE...")
            .formatted(folder, what, folder);
    assertThatThrownBy(() -> ReactionReader.open(folder))
        .isInstanceOf(IndexException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> ReactionWriter.open(folder, Samples.event(), "models 1"))
        .isInstanceOf(IndexException.class)
        .hasMessage(message);
  }

  @Test
  void holdsOneEventAndOneSetOfModels() throws Exception {
    write(folder, sample(3, 11));
    Event other = EventFile.parse("test", Samples.event().source().replace("Fans", "Friends"));
    assertThatThrownBy(() -> ReactionWriter.open(folder, other, "models 1"))
        .hasMessageContaining("was sorted by another camp file");
    assertThatThrownBy(() -> ReactionWriter.open(folder, Samples.event(), "models 2"))
        .hasMessageContaining("holds scores of other models (models 1; this Chorus has models 2)");
  }

  @Test
  void saysThatAnIndexIsDamaged() throws Exception {
    write(folder, sample(3, 12));
    try (var files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThatThrownBy(() -> ReactionReader.open(folder)).isInstanceOf(IndexException.class);
  }
}
