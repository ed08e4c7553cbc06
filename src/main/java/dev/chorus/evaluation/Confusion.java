package dev.chorus.evaluation;

import java.util.List;
import java.util.TreeSet;

/// How often each label was given for each right label.
///
/// @param labels rows, and columns but for the last
/// @param counts one row for each right label, one column for each given label, and a last
///     column for posts without a given label
public record Confusion(List<String> labels, int[][] counts) {
  /// The labels that occur, right or given, in the order of the alphabet.
  static List<String> labels(List<Judged> posts) {
    TreeSet<String> names = new TreeSet<>();
    for (Judged post : posts) {
      names.add(post.gold());
      post.given().ifPresent(names::add);
    }
    return List.copyOf(names);
  }

  /// @param labels all that occur among the posts
  static Confusion of(List<Judged> posts, List<String> labels) {
    int[][] counts = new int[labels.size()][labels.size() + 1];
    for (Judged post : posts) {
      int given = post.given().map(labels::indexOf).orElse(labels.size());
      counts[labels.indexOf(post.gold())][given]++;
    }
    return new Confusion(labels, counts);
  }

  /// Share of the posts with this right label that got it.
  double recall(int label) {
    int all = 0;
    for (int count : counts[label]) all += count;
    return all == 0 ? 0 : (double) counts[label][label] / all;
  }

  /// Share of the posts given this label for which it is right.
  double precision(int label) {
    int all = 0;
    for (int[] row : counts) all += row[label];
    return all == 0 ? 0 : (double) counts[label][label] / all;
  }

  /// The harmonic mean of precision and recall.
  double f1(int label) {
    double p = precision(label);
    double r = recall(label);
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  /// Whether any post has this as its right label: averages are over those.
  boolean occurs(int label) {
    for (int count : counts[label]) if (count > 0) return true;
    return false;
  }
}
