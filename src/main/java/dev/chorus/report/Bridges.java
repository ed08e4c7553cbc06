package dev.chorus.report;

import dev.chorus.camp.Camp;
import dev.chorus.index.column.PostColumns;
import dev.chorus.post.Kind;
import dev.chorus.post.Post;
import dev.chorus.report.estimate.Intervals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Voices between two camps: authors who post in both, and authors and posts that are answered from
/// both.
///
/// A few posts may look like a bridge by chance, or because the classifier slipped. So voices are
/// ranked by what the share of their second camp is at least, with 95% confidence: two posts in
/// each camp say less than twenty and fifteen.
final class Bridges {
  private static final int MOST = 5;

  /// Posts in each of two camps before anything is said: one or two may be mistakes of the model.
  private static final int LEAST = 3;

  /// Posts that are less surely in their camp do not count: most of those in two camps by a weak
  /// guess are in one.
  private static final double SURE = 0.6;

  private final PostColumns posts;
  private final int[] counted;
  private final boolean[] counts;
  private final int camps;
  private final boolean nameAll;
  private final List<CampsReport.Bridging> found = new ArrayList<>();
  private int count;

  /// @param counted rows that count
  /// @param nameAll whether private persons are named as well
  Bridges(PostColumns posts, int[] counted, boolean nameAll) {
    this.posts = posts;
    this.counted = counted;
    this.nameAll = nameAll;
    this.counts = new boolean[posts.size()];
    for (int row : counted) counts[row] = true;
    this.camps = posts.camps().indexOf(Camp.UNALIGNED);
    posting();
    if (anyAnswers()) {
      List<Voice> single = answered(IntStream.range(0, posts.size()).toArray(), row -> row);
      // Whose answers all go to one post is told by that post.
      Set<Integer> told = new HashSet<>();
      for (Voice voice : single) told.add(posts.author(voice.row()));
      List<Voice> authors =
          answered(firstPosts(), posts::author).stream()
              .filter(
                  v ->
                      !told.contains(posts.author(v.row()))
                          || single.stream().noneMatch(s -> sameAnswers(s, v)))
              .toList();
      tell(authors, CampsReport.Bridging.How.ANSWERS, false);
      tell(single, CampsReport.Bridging.How.ANSWERS, true);
    }
  }

  /// The surest of each kind.
  List<CampsReport.Bridging> surest() {
    return List.copyOf(found);
  }

  /// How many there are.
  int count() {
    return count;
  }

  /// The earliest counted post of each author.
  private int[] firstPosts() {
    int[] first = new int[posts.authors()];
    Arrays.fill(first, PostColumns.NONE);
    for (int row : counted) {
      int author = posts.author(row);
      if (first[author] == PostColumns.NONE || posts.compare(row, first[author]) < 0) {
        first[author] = row;
      }
    }
    return first;
  }

  private boolean anyAnswers() {
    return Arrays.stream(counted)
        .anyMatch(
            r -> posts.answered(r) != PostColumns.NONE || posts.quoted(r) != PostColumns.NONE);
  }

  /// Authors who post in two camps.
  private void posting() {
    int[] tally = new int[posts.authors() * camps];
    for (int row : counted) {
      if (sure(row)) tally[posts.author(row) * camps + posts.camp(row)]++;
    }
    tell(ranked(tally, firstPosts()), CampsReport.Bridging.How.POSTS, false);
  }

  /// Voices that are answered, or quoted, from two camps.
  ///
  /// @param rows a post of each voice
  /// @param voiceOf that of the post that is answered
  private List<Voice> answered(int[] rows, IntUnaryOperator voiceOf) {
    int[] tally = new int[rows.length * camps];
    for (int row : counted) {
      int answered = posts.answered(row);
      int quoted = posts.quoted(row);
      count(tally, row, answered, voiceOf);
      if (quoted != answered) count(tally, row, quoted, voiceOf);
    }
    return ranked(tally, rows);
  }

  private void count(int[] tally, int row, int target, IntUnaryOperator voiceOf) {
    if (target == PostColumns.NONE || !counts[target] || !sure(row)) return;
    // Answers to oneself bridge nothing.
    if (posts.author(target) == posts.author(row)) return;
    tally[voiceOf.applyAsInt(target) * camps + posts.camp(row)]++;
  }

  private boolean sure(int row) {
    return posts.camp(row) < camps && posts.said(row, posts.camp(row)) >= SURE;
  }

  /// A voice that may be a bridge.
  ///
  /// @param row a post of it
  private record Voice(int row, int first, int firstPosts, int second, int secondPosts, int all) {
    double strength() {
      double share = (double) secondPosts / all;
      return Intervals.wilson(share, share * (1 - share) / all, share).low();
    }
  }

  /// @param tally posts of each voice in each camp
  /// @param rows a post of each voice
  private List<Voice> ranked(int[] tally, int[] rows) {
    List<Voice> voices = new ArrayList<>();
    for (int voice = 0; voice < rows.length; voice++) {
      Voice of = voice(tally, voice, rows[voice]);
      if (of.secondPosts() >= LEAST) voices.add(of);
    }
    voices.sort(
        Comparator.comparingDouble(Voice::strength)
            .thenComparing(Voice::all)
            .reversed()
            .thenComparing(Voice::row, posts::compare));
    return voices;
  }

  private boolean sameAnswers(Voice post, Voice author) {
    return posts.author(post.row()) == posts.author(author.row())
        && post.firstPosts() == author.firstPosts()
        && post.secondPosts() == author.secondPosts();
  }

  /// @param single whether a voice is one post
  private void tell(List<Voice> voices, CampsReport.Bridging.How how, boolean single) {
    count += voices.size();
    voices.stream().limit(MOST).map(v -> bridge(v, how, single)).forEach(found::add);
  }

  private CampsReport.Bridging bridge(Voice v, CampsReport.Bridging.How how, boolean single) {
    Post post = posts.read(v.row()).reaction().post();
    boolean named = nameAll || isPublic(post);
    return new CampsReport.Bridging(
        named
            ? Optional.of(post.author().displayName().orElse(post.authorKey()))
            : Optional.empty(),
        how,
        single && named ? Optional.of(post.id()) : Optional.empty(),
        posts.camps().get(v.first()),
        v.firstPosts(),
        posts.camps().get(v.second()),
        v.secondPosts(),
        v.strength());
  }

  /// Whether an author speaks as somebody that the corpus introduces: with a role, or quoted.
  private static boolean isPublic(Post post) {
    return post.author().role().isPresent()
        || post.kind() == Kind.QUOTE
        || post.kind() == Kind.REPORT;
  }

  private Voice voice(int[] tally, int voice, int row) {
    int first = 0;
    int second = -1;
    int all = 0;
    for (int camp = 0; camp < camps; camp++) {
      int posts = tally[voice * camps + camp];
      all += posts;
      if (camp == 0) continue;
      if (posts > tally[voice * camps + first]) {
        second = first;
        first = camp;
      } else if (second < 0 || posts > tally[voice * camps + second]) {
        second = camp;
      }
    }
    return new Voice(
        row,
        first,
        tally[voice * camps + first],
        Math.max(second, 0),
        second < 0 ? 0 : tally[voice * camps + second],
        all);
  }
}
