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
/// posts.
final class CampShares {
  private final Optional<Trial> trial;
  private final Optional<ShareEstimate> estimate;

  /// @param trial how the models that placed the posts did on labelled posts
  CampShares(Event event, Optional<Trial> trial) {
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
  ///     [CampsReport#LEAST_AUTHORS] authors
  Map<String, Share> of(PostColumns posts, int[] rows) {
    int[] postsOf = new int[posts.authors()];
    for (int row : rows) postsOf[posts.author(row)]++;
    long authors = Arrays.stream(postsOf).filter(n -> n > 0).count();
    if (authors < CampsReport.LEAST_AUTHORS) return Map.of();
    return trial.isPresent() ? corrected(posts, rows, postsOf) : counted(posts, rows, postsOf);
  }

  private Map<String, Share> corrected(PostColumns posts, int[] rows, int[] postsOf) {
    List<String> classes = trial.orElseThrow().classes();
    int[] camps = classes.stream().mapToInt(posts.camps()::indexOf).toArray();
    double[] said = new double[rows.length * camps.length];
    double[] voices = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < camps.length; c++) {
        said[i * camps.length + c] = posts.said(rows[i], camps[c]);
      }
      voices[i] = 1.0 / postsOf[posts.author(rows[i])];
    }
    List<Share> corrected = estimate.orElseThrow().of(said, voices);
    Map<String, Share> shares = new HashMap<>();
    for (int c = 0; c < camps.length; c++) shares.put(classes.get(c), corrected.get(c));
    return shares;
  }

  private static Map<String, Share> counted(PostColumns posts, int[] rows, int[] postsOf) {
    // Authors by their first post.
    int[] numbers = new int[postsOf.length];
    Arrays.fill(numbers, PostColumns.NONE);
    int authors = 0;
    for (int row : rows) {
      if (numbers[posts.author(row)] == PostColumns.NONE) numbers[posts.author(row)] = authors++;
    }
    double[][] voices = new double[posts.camps().size()][authors];
    for (int row : rows) {
      int author = posts.author(row);
      voices[posts.camp(row)][numbers[author]] += 1.0 / postsOf[author];
    }
    Map<String, Share> shares = new HashMap<>();
    for (int c = 0; c < voices.length; c++) {
      shares.put(posts.camps().get(c), Intervals.share(voices[c]));
    }
    return shares;
  }
}
