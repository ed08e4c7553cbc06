package dev.chorus.render.json;

import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.evaluation.Confusion;
import dev.chorus.evaluation.Evaluation;
import dev.chorus.evaluation.Figure;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.json.JsonObject;
import dev.chorus.report.estimate.ShareEvaluation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// How good the analysis is, as JSON values. `docs/json.md` describes them.
public final class EvaluationJson {
  private EvaluationJson() {}

  public static Map<String, Object> of(Evaluation evaluation) {
    return new JsonObject()
        .put("posts", evaluation.posts())
        .put("unread", evaluation.unread())
        .list("figures", evaluation.figures(), EvaluationJson::figure)
        .put("confusion", confusion(evaluation.confusion()))
        .list(
            "worst",
            evaluation.worst(),
            j ->
                new JsonObject()
                    .put("id", j.id())
                    .put("text", j.text())
                    .put("gold", j.gold())
                    .orNull("given", j.given())
                    .rounded("probability", j.confidence()))
        .toMap();
  }

  private static JsonObject confusion(Confusion confusion) {
    return new JsonObject()
        .put("labels", confusion.labels())
        .put(
            "counts",
            Arrays.stream(confusion.counts())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList());
  }

  public static Map<String, Object> of(int posts, int unread, Figure figure) {
    return new JsonObject()
        .put("posts", posts)
        .put("unread", unread)
        .list("figures", List.of(figure), EvaluationJson::figure)
        .toMap();
  }

  public static Map<String, Object> of(SpanEvaluation evaluation) {
    return new JsonObject()
        .put("posts", evaluation.posts())
        .list("figures", evaluation.figures(), EvaluationJson::figure)
        .list(
            "worst",
            evaluation.worst(),
            post ->
                new JsonObject()
                    .put("id", post.id())
                    .put("text", post.text())
                    .list("missed", post.missed(), name -> name(post, name))
                    .list("wrong", post.wrong(), name -> name(post, name)))
        .toMap();
  }

  private static JsonObject name(SpanEvaluation.MarkedPost post, SpanEvaluation.Marked name) {
    return new JsonObject()
        .put("text", post.text().substring(name.start(), name.end()))
        .put("start", name.start())
        .put("end", name.end())
        .put("type", name.type());
  }

  public static Map<String, Object> of(ShareEvaluation shares) {
    return new JsonObject()
        .put("corpora", shares.corpora())
        .put("size", shares.size())
        .rounded("covered", shares.covered())
        .rounded("coveredOwn", shares.coveredOwn())
        .rounded("error", shares.error())
        .rounded("errorCounting", shares.errorCounting())
        .toMap();
  }

  /// Clusters against groups made by hand.
  ///
  /// @param evaluations by target
  public static Map<String, Object> of(SortedMap<String, ClusterEvaluation> evaluations) {
    return new JsonObject()
        .put("posts", evaluations.values().stream().mapToInt(ClusterEvaluation::posts).sum())
        .list(
            "targets",
            List.copyOf(evaluations.entrySet()),
            e -> new JsonObject().put("target", e.getKey()).with(clusters(e.getValue())))
        .toMap();
  }

  private static JsonObject clusters(ClusterEvaluation e) {
    return new JsonObject()
        .put("posts", e.posts())
        .put("given", e.given())
        .put("found", e.found())
        .put("alone", e.alone())
        .rounded("nmi", e.nmi())
        .rounded("ami", e.ami())
        .rounded("accuracy", e.accuracy());
  }

  private static JsonObject figure(Figure figure) {
    return new JsonObject()
        .put("name", figure.name())
        .rounded("value", figure.value())
        .rounded("low", figure.low())
        .rounded("high", figure.high());
  }
}
