package dev.chorus.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.query.IndexException;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Vector;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of records that are versions of one post, or reposts of one.
@Tag("slow")
class VersionsAndRepostsTest {
  private static final Instant DAY = Instant.parse("2025-01-27T00:00:00Z");

  @TempDir Path folder;

  private final List<String> analysed = new ArrayList<>();

  private static Post.Builder post(String id, String text) {
    return Post.builder(id, text).createdAt(Optional.of(DAY));
  }

  private static Post liked(String id, String text, long likes) {
    return post(id, text).engagement(new Engagement(likes, 0, 0, 0)).build();
  }

  private static Post edited(String id, String text, int hour) {
    return post(id, text).editedAt(Optional.of(DAY.plusSeconds(hour * 3600L))).build();
  }

  private static Post repost(String id, String of, int hour) {
    return Post.builder(id, "the words of " + of)
        .createdAt(Optional.of(DAY.plusSeconds(hour * 3600L)))
        .author(Author.ofHandle("by-" + id))
        .links(new Links(Optional.empty(), Optional.empty(), Optional.of(of), Optional.empty()))
        .build();
  }

  /// An analysis that the text alone decides, as the real one does.
  private Placed analyse(Post post) {
    analysed.add(post.text());
    Random random = new Random(post.text().hashCode());
    float[] direction = {1, random.nextFloat(), random.nextFloat()};
    double negative = random.nextDouble();
    return new Placed(
        new Reaction(
            post,
            "en",
            Optional.of(new Sentiment(negative, 0, 1 - negative)),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(Vector.ofDirection(direction))),
        new Placement("fans", random.nextDouble(), List.of(), List.of()));
  }

  private static ReactionWriter open(Path folder) throws IndexException {
    return ReactionWriter.open(folder, Samples.event(), "models 1");
  }

  /// One run; a letter for each record: added, updated, same, refused.
  private String run(Path index, Post... posts) throws IndexException {
    try (ReactionWriter writer = open(index)) {
      StringBuilder fates = new StringBuilder();
      for (Post post : posts) fates.append(take(writer, post));
      writer.commit();
      return fates.toString();
    }
  }

  private char take(ReactionWriter writer, Post post) throws IndexException {
    return switch (writer.take(post)) {
      case Taken.Added added -> {
        writer.finish(added.work(), analyse(added.work().post()));
        yield 'a';
      }
      case Taken.Updated updated -> {
        updated.work().ifPresent(work -> writer.finish(work, analyse(work.post())));
        yield 'u';
      }
      case Taken.Unchanged _ -> 's';
      case Taken.Refused _ -> 'r';
    };
  }

  private Post stored(String id) throws IndexException {
    try (ReactionReader reader = ReactionReader.open(folder)) {
      return reader.get(id).orElseThrow().reaction().post();
    }
  }

  private int size() throws IndexException {
    try (ReactionReader reader = ReactionReader.open(folder)) {
      return reader.size();
    }
  }

  @Test
  void takesNewerCountsWithoutAnotherAnalysis() throws Exception {
    assertThat(run(folder, liked("a", "good", 1), liked("a", "good", 3), liked("a", "good", 2)))
        .isEqualTo("aus");
    assertThat(analysed).containsExactly("good");
    assertThat(run(folder, liked("a", "good", 1), liked("a", "good", 7))).isEqualTo("su");
    assertThat(analysed).hasSize(1);
    assertThat(stored("a").engagement().likes()).isEqualTo(7);
    try (ReactionReader reader = ReactionReader.open(folder)) {
      Reaction kept = reader.get("a").orElseThrow().reaction();
      assertThat(kept.sentiment()).isEqualTo(analyse(kept.post()).reaction().sentiment());
      assertThat(reader.like("a", 1)).isEmpty();
      assertThat(reader.knowsMeanings()).isTrue();
    }
  }

  @Test
  void keepsTheTextOfTheLastEdit() throws Exception {
    Post first = liked("a", "good", 9);
    Post second = edited("a", "so good", 1);
    Post third = edited("a", "bad", 2);
    assertThat(run(folder, third, first, second)).isEqualTo("ass");
    assertThat(run(folder, first, second, third)).isEqualTo("sss");
    assertThat(stored("a").text()).isEqualTo("bad");
    assertThat(run(folder.resolve("other"), first, second, third)).isEqualTo("auu");
    assertThat(IndexDump.of(folder.resolve("other"))).isEqualTo(IndexDump.of(folder));
  }

  private static Post version(String id, String of, String text, int hour, long likes) {
    return Post.builder(id, text)
        .createdAt(Optional.of(DAY.plusSeconds(hour * 3600L)))
        .links(
            new Links(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(of)))
        .engagement(new Engagement(likes, 0, 0, 0))
        .build();
  }

  /// As on X: the edited post has another id, and names the first.
  @Test
  void keepsTheLastVersionWhereEachHasAnIdOfItsOwn() throws Exception {
    Post first = liked("a", "good", 9);
    Post second = version("b", "a", "so good", 1, 3);
    Post third = version("c", "a", "bad", 2, 0);
    assertThat(run(folder, first, third, second)).isEqualTo("auu");
    assertThat(run(folder, third, second, first)).isEqualTo("sss");
    assertThat(size()).isOne();
    for (String id : List.of("a", "b", "c")) assertThat(stored(id).id()).isEqualTo("c");
    assertThat(run(folder, repost("r", "b", 3))).isEqualTo("u");
    assertThat(stored("a").engagement().reposts()).isOne();
    Path other = folder.resolve("other");
    // Before it is known whose version it is, a repost makes a post of it.
    assertThat(run(other, repost("r", "b", 3))).isEqualTo("a");
    assertThat(run(other, third, first, second)).isEqualTo("asu");
    assertThat(IndexDump.of(other)).isEqualTo(IndexDump.of(folder));
  }

  /// What one source gives without its history, another may give with it.
  @Test
  void joinsAVersionThatWasTakenForAPost() throws Exception {
    assertThat(run(folder, liked("a", "good", 9), liked("b", "so good", 3))).isEqualTo("aa");
    assertThat(run(folder, version("b", "a", "so good", 1, 3))).isEqualTo("u");
    assertThat(size()).isOne();
    assertThat(stored("a").id()).isEqualTo("b");
    Path other = folder.resolve("other");
    assertThat(run(other, liked("b", "so good", 3), version("b", "a", "so good", 1, 3)))
        .isEqualTo("au");
    assertThat(run(other, liked("a", "good", 9))).isEqualTo("s");
    assertThat(run(other, liked("b", "so good", 3))).isEqualTo("s");
  }

  @Test
  void takesTheLaterOneWhereNothingElseTellsAndOnlyOnce() throws Exception {
    Post one = Post.of("a", "good");
    Post other = Post.of("a", "bad");
    assertThat(run(folder, one, other)).isEqualTo("au");
    assertThat(stored("a").text()).isEqualTo("bad");
    assertThat(run(folder, one, other, one)).isEqualTo("sss");
    assertThat(stored("a").text()).isEqualTo("bad");
    assertThat(run(folder, edited("a", "good", 1))).isEqualTo("u");
    assertThat(stored("a").text()).isEqualTo("good");
  }

  @Test
  void refusesAnIdThatIsGivenToEverything() throws Exception {
    Post[] posts = new Post[100];
    for (int i = 0; i < posts.length; i++) posts[i] = Post.of("null", "text " + i);
    String fates = "a" + "u".repeat(50) + "r".repeat(49);
    assertThat(run(folder, posts)).isEqualTo(fates);
    assertThat(run(folder, posts)).isEqualTo("s".repeat(51) + "r".repeat(49));
  }

  @Test
  void countsRepostsIntoTheirOriginal() throws Exception {
    Post original = liked("o", "the words of o", 5);
    assertThat(run(folder, original, repost("r1", "o", 1), repost("r2", "o", 2))).isEqualTo("auu");
    assertThat(run(folder, repost("r2", "o", 2), repost("r3", "o", 3))).isEqualTo("su");
    assertThat(analysed).hasSize(1);
    assertThat(size()).isOne();
    assertThat(stored("o").engagement()).isEqualTo(new Engagement(5, 3, 0, 0));
    assertThat(stored("r2").id()).isEqualTo("o");
    Post more = original.with(new Engagement(6, 40, 0, 0));
    assertThat(run(folder, more)).isEqualTo("u");
    assertThat(stored("o").engagement().reposts()).as("the source counts them, too").isEqualTo(40);
    assertThat(analysed).hasSize(1);
  }

  @Test
  void letsTheFirstRepostStandForAnOriginalUntilItComes() throws Exception {
    assertThat(run(folder, repost("r2", "o", 2), repost("r1", "o", 1))).isEqualTo("au");
    assertThat(run(folder, repost("r2", "o", 2), repost("r1", "o", 1))).isEqualTo("ss");
    assertThat(size()).isOne();
    assertThat(stored("o").id()).isEqualTo("r1");
    assertThat(stored("r2").engagement().reposts()).isEqualTo(2);
    assertThat(run(folder, liked("o", "the words of o", 5))).isEqualTo("u");
    assertThat(stored("r1").id()).isEqualTo("o");
    assertThat(stored("o").engagement()).isEqualTo(new Engagement(5, 2, 0, 0));
    assertThat(size()).isOne();
    assertThat(analysed).as("the same words").hasSize(1);
  }

  @Test
  void followsRepostsOfRepostsAndSurvivesCircles() throws Exception {
    assertThat(run(folder, repost("r2", "r1", 2), repost("r1", "o", 1))).isEqualTo("au");
    assertThat(stored("o").engagement().reposts()).isEqualTo(2);
    assertThat(run(folder, Post.of("o", "words"), repost("r3", "r2", 3))).isEqualTo("uu");
    assertThat(size()).isOne();
    assertThat(stored("r3").engagement().reposts()).isEqualTo(3);
    Path circle = folder.resolve("circle");
    Post[] posts = {repost("a", "b", 1), repost("b", "a", 2), repost("c", "c", 3)};
    assertThat(run(circle, posts)).isEqualTo("aua");
    assertThat(run(circle, posts)).isEqualTo("sss");
  }

  @Test
  void countsAsARepostWhatWasTakenForAPost() throws Exception {
    Post bare = Post.of("r1", "the words of o");
    assertThat(run(folder, Post.of("o", "the words of o"), bare)).isEqualTo("aa");
    assertThat(run(folder, repost("r1", "o", 1), bare)).isEqualTo("us");
    assertThat(size()).isOne();
    assertThat(stored("o").engagement().reposts()).isOne();
  }

  /// Whatever the order, wherever commits or runs fall between, and however often a record comes.
  @RepeatedTest(30)
  void endsAlikeWhateverTheOrder(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Post> records = records(random);
    List<String> expected = null;
    for (int round = 0; round < 3; round++) {
      Path index = folder.resolve("i" + round);
      analysed.clear();
      int[] added = new int[1];
      ReactionWriter writer = open(index);
      for (Post record : records) {
        if (take(writer, record) == 'a') added[0]++;
        if (random.nextInt(4) == 0) writer.commit();
        if (random.nextInt(8) == 0) {
          writer.commit();
          writer.close();
          writer = open(index);
        }
      }
      writer.commit();
      for (Post record : records) assertThat(take(writer, record)).isEqualTo('s');
      writer.close();
      List<String> dump = IndexDump.of(index);
      if (expected == null) expected = dump;
      assertThat(dump).isEqualTo(expected);
      assertThat(added[0]).isGreaterThanOrEqualTo(dump.size());
      Set<String> ids = new HashSet<>();
      records.forEach(r -> ids.add(r.id()));
      for (String id : ids) {
        try (ReactionReader reader = ReactionReader.open(index)) {
          assertThat(reader.get(id)).as(id).isPresent();
        }
      }
      records.add(records.get(random.nextInt(records.size())));
      Collections.shuffle(records, random);
    }
  }

  /// Posts in versions that tell their age, reposts of them and of each other, originals missing.
  private static List<Post> records(Random random) {
    List<Post> records = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int o = 0; o < 4; o++) {
      String id = "o" + o;
      ids.add(id);
      if (random.nextInt(3) == 0) continue;
      for (int v = random.nextInt(4); v >= 0; v--) {
        records.add(
            post(id, random.nextBoolean() ? "the words of " + id : "text " + v)
                .editedAt(
                    v == 0 ? Optional.empty() : Optional.of(DAY.plusSeconds(random.nextInt(3))))
                .engagement(new Engagement(v, 0, 0, v))
                .build());
      }
    }
    for (int v = random.nextInt(4); v > 0; v--) {
      String of = "o" + random.nextInt(4);
      String id = of + "v" + v;
      ids.add(id);
      records.add(version(id, of, "text " + v, random.nextInt(3), 10 + v));
      if (random.nextBoolean()) records.add(version(id, of, "text " + v, 4, 20 + v));
    }
    for (int r = random.nextInt(8); r >= 0; r--) {
      String id = "r" + r;
      records.add(repost(id, ids.get(random.nextInt(ids.size())), random.nextInt(3)));
      if (random.nextInt(3) == 0) ids.add(id);
    }
    return records;
  }

  private static final Note FIRST = Note.ofCommunity("1", "They do not sing.");
  private static final Note SECOND = Note.ofCommunity("2", "They hum.");

  private char note(ReactionWriter writer, String id, Note note) throws IndexException {
    Optional<Taken> taken =
        writer.note(
            id,
            note,
            why -> {
              throw new AssertionError(why);
            });
    return switch (taken.orElse(null)) {
      case null -> '-';
      case Taken.Updated updated -> {
        assertThat(updated.work()).as("a note is no reason to analyse a post again").isEmpty();
        yield 'u';
      }
      case Taken.Unchanged _ -> 's';
      default -> throw new AssertionError("a note makes no post");
    };
  }

  private String notes(String id, Note... notes) throws IndexException {
    try (ReactionWriter writer = open(folder)) {
      StringBuilder fates = new StringBuilder();
      for (Note note : notes) fates.append(note(writer, id, note));
      writer.commit();
      return fates.toString();
    }
  }

  @Test
  void keepsNotesThatComeApartWhateverVersionOfThePostComes() throws Exception {
    assertThat(notes("a", FIRST)).isEqualTo("-");
    run(folder, liked("a", "Kettles sing", 1));
    assertThat(notes("a", SECOND, FIRST, FIRST)).isEqualTo("uus");
    assertThat(stored("a").notes()).containsExactly(FIRST, SECOND);
    // The record without notes is no news, and a newer one does not take them away.
    assertThat(run(folder, liked("a", "Kettles sing", 1))).isEqualTo("s");
    assertThat(run(folder, liked("a", "Kettles sing", 2))).isEqualTo("u");
    assertThat(stored("a").notes()).containsExactly(FIRST, SECOND);
    assertThat(stored("a").engagement().likes()).isEqualTo(2);
    assertThat(notes("a", FIRST, SECOND)).isEqualTo("ss");
    assertThat(run(folder, liked("a", "Kettles sing", 2), liked("a", "Kettles sing", 1)))
        .isEqualTo("ss");
  }

  @Test
  void keepsNotesWhenTheOriginalOfARepostComes() throws Exception {
    run(folder, repost("r", "a", 1));
    assertThat(notes("a", FIRST)).isEqualTo("u");
    run(folder, post("a", "the words of a").build());
    assertThat(stored("a").notes()).containsExactly(FIRST);
    assertThat(notes("r", FIRST, SECOND)).isEqualTo("su");
    assertThat(stored("a").notes()).containsExactly(FIRST, SECOND);
  }

  @Test
  void takesNotesThatARecordBringsItself() throws Exception {
    Post plain = post("a", "Kettles sing").build();
    Note own = new Note("community_note", FIRST.text(), Optional.empty());
    run(folder, plain);
    assertThat(run(folder, plain.withNotes(List.of(SECOND)))).isEqualTo("u");
    assertThat(run(folder, plain.withNotes(List.of(SECOND)), plain)).isEqualTo("ss");
    assertThat(stored("a").notes()).containsExactly(SECOND);
    // Words that the post shows already are not shown twice.
    run(folder, post("b", "Kettles sing").notes(List.of(own)).build());
    assertThat(notes("b", FIRST)).isEqualTo("s");
    assertThat(stored("b").notes()).containsExactly(own);
  }
}
