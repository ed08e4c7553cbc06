package dev.chorus.app.gold;

import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.evaluation.Evaluation;
import dev.chorus.evaluation.Figure;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.report.estimate.ShareEvaluation;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What labelled posts say of a part of the analysis.
public sealed interface EvaluationResult {

  /// One label a post, or several: sentiment, stance, camps, about, claims and issues.
  record OfLabels(Evaluation evaluation) implements EvaluationResult {}

  /// Scores of sentiment beside human ratings.
  ///
  /// @param posts how many are rated
  /// @param unread how many of them have no score; they are left out
  /// @param correlation of the scores with the ratings
  record OfScores(int posts, int unread, Figure correlation) implements EvaluationResult {}

  /// Names and their types.
  record OfNames(SpanEvaluation evaluation) implements EvaluationResult {}

  /// Shares of camps in corpora drawn from the posts.
  record OfShares(ShareEvaluation evaluation) implements EvaluationResult {}

  /// Clusters beside groups made by hand.
  ///
  /// @param byTarget one evaluation a target, `all` where the posts name none
  record OfClusters(SortedMap<String, ClusterEvaluation> byTarget) implements EvaluationResult {
    public OfClusters {
      byTarget = Collections.unmodifiableSortedMap(new TreeMap<>(byTarget));
    }
  }
}
