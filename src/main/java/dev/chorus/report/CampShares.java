package dev.chorus.report;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.index.column.PostColumns;
import dev.chorus.language.model.Trial;
import dev.chorus.report.estimate.Intervals;
import dev.chorus.report.estimate.Share;
import dev.chorus.report.estimate.ShareEstimate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Shares of the camps of an event among authors: each has one voice, split evenly over his or her
/// posts. Where authors are not known, each post has one.
final class CampShares {
  private final Optional<Trial> trial;
  private final Optional<ShareEstimate> estimate;
  private final CampsReport.Unit unit;

  /// @param trial how the models that placed the posts did on labelled posts
  /// @param unit what has a voice
  CampShares(Event event, Optional<Trial> trial, CampsReport.Unit unit) {
    this.unit = unit;
    Set<String> camps = event.camps().stream().map(Camp::id).collect(Collectors.toSet());
    camps.add(Camp.UNALIGNED);
    // Of camps that were declared after the trial it can say nothing.
    this.trial = trial.filter(t -> Set.copyOf(t.classes()).equals(camps));
    this.estimate = this.trial.map(ShareEstimate::new);
  }

  /// The trial by which shares are corrected.
  Optional<Trial> trial() {
    return trial;
  }

  /// @param rows that count, in an order that depends on the posts alone
  /// @return the share of every camp and of the unaligned; empty below
  ///     [CampsReport#LEAST_AUTHORS] voices
  Map<String, Share> of(PostColumns posts, int[] rows) {
    int[] numbers = new int[rows.length];
    int[] postsOf = voices(posts, rows, numbers);
    if (postsOf.length < CampsReport.LEAST_AUTHORS) return Map.of();
    return trial.isPresent()
        ? corrected(posts, rows, numbers, postsOf)
        : counted(posts, rows, numbers, postsOf);
  }

  /// @param numbers is filled with the number of each row's voice, by their first posts
  /// @return how many posts each voice has
  private int[] voices(PostColumns posts, int[] rows, int[] numbers) {
    if (unit == CampsReport.Unit.POSTS) {
      Arrays.setAll(numbers, i -> i);
      int[] one = new int[rows.length];
      Arrays.fill(one, 1);
      return one;
    }
    int[] numberOf = new int[posts.authors()];
    Arrays.fill(numberOf, PostColumns.NONE);
    int[] postsOf = new int[rows.length];
    int voices = 0;
    for (int i = 0; i < rows.length; i++) {
      int author = posts.author(rows[i]);
      if (numberOf[author] == PostColumns.NONE) numberOf[author] = voices++;
      numbers[i] = numberOf[author];
      postsOf[numbers[i]]++;
    }
    return Arrays.copyOf(postsOf, voices);
  }

  private Map<String, Share> corrected(
      PostColumns posts, int[] rows, int[] numbers, int[] postsOf) {
    List<String> classes = trial.orElseThrow().classes();
    int[] camps = classes.stream().mapToInt(posts.camps()::indexOf).toArray();
    double[] said = new double[rows.length * camps.length];
    double[] voices = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < camps.length; c++) {
        said[i * camps.length + c] = posts.said(rows[i], camps[c]);
      }
      voices[i] = 1.0 / postsOf[numbers[i]];
    }
    List<Share> corrected = estimate.orElseThrow().of(said, voices);
    Map<String, Share> shares = new HashMap<>();
    for (int c = 0; c < camps.length; c++) shares.put(classes.get(c), corrected.get(c));
    return shares;
  }

  private static Map<String, Share> counted(
      PostColumns posts, int[] rows, int[] numbers, int[] postsOf) {
    double[][] voices = new double[posts.camps().size()][postsOf.length];
    for (int i = 0; i < rows.length; i++) {
      voices[posts.camp(rows[i])][numbers[i]] += 1.0 / postsOf[numbers[i]];
    }
    Map<String, Share> shares = new HashMap<>();
    for (int c = 0; c < voices.length; c++) {
      shares.put(posts.camps().get(c), Intervals.share(voices[c]));
    }
    return shares;
  }
}
