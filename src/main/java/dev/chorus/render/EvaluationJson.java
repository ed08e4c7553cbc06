package dev.chorus.render;

import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.evaluation.Evaluation;
import dev.chorus.evaluation.Figure;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.report.estimate.ShareEvaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// How good the analysis is, as JSON values.
public final class EvaluationJson {
  private EvaluationJson() {}

  public static Map<String, Object> of(Evaluation evaluation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("posts", evaluation.posts());
    json.put("unread", evaluation.unread());
    json.put("figures", evaluation.figures().stream().map(EvaluationJson::figure).toList());
    Map<String, Object> confusion = new LinkedHashMap<>();
    confusion.put("labels", evaluation.confusion().labels());
    List<List<Integer>> counts = new ArrayList<>();
    for (int[] row : evaluation.confusion().counts()) {
      List<Integer> numbers = new ArrayList<>();
      for (int count : row) numbers.add(count);
      counts.add(numbers);
    }
    confusion.put("counts", counts);
    json.put("confusion", confusion);
    json.put(
        "worst",
        evaluation.worst().stream()
            .map(
                j -> {
                  Map<String, Object> error = new LinkedHashMap<>();
                  error.put("id", j.id());
                  error.put("text", j.text());
                  error.put("gold", j.gold());
                  error.put("given", j.given().orElse(null));
                  error.put("probability", ReactionJson.round(j.confidence()));
                  return error;
                })
            .toList());
    return json;
  }

  public static Map<String, Object> of(int posts, int unread, Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("posts", posts);
    json.put("unread", unread);
    json.put("figures", List.of(figure(figure)));
    return json;
  }

  public static Map<String, Object> of(SpanEvaluation evaluation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("posts", evaluation.posts());
    json.put("figures", evaluation.figures().stream().map(EvaluationJson::figure).toList());
    json.put(
        "worst",
        evaluation.worst().stream()
            .map(
                post -> {
                  Map<String, Object> errors = new LinkedHashMap<>();
                  errors.put("id", post.id());
                  errors.put("text", post.text());
                  errors.put("missed", names(post, post.missed()));
                  errors.put("wrong", names(post, post.wrong()));
                  return errors;
                })
            .toList());
    return json;
  }

  public static Map<String, Object> of(ShareEvaluation shares) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("corpora", shares.corpora());
    json.put("size", shares.size());
    json.put("covered", ReactionJson.round(shares.covered()));
    json.put("coveredOwn", ReactionJson.round(shares.coveredOwn()));
    json.put("error", ReactionJson.round(shares.error()));
    json.put("errorCounting", ReactionJson.round(shares.errorCounting()));
    return json;
  }

  /// Clusters against groups made by hand.
  ///
  /// @param evaluations by target
  public static Map<String, Object> of(SortedMap<String, ClusterEvaluation> evaluations) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("posts", evaluations.values().stream().mapToInt(ClusterEvaluation::posts).sum());
    List<Map<String, Object>> targets = new ArrayList<>();
    evaluations.forEach(
        (target, e) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("target", target);
          one.put("posts", e.posts());
          one.put("given", e.given());
          one.put("found", e.found());
          one.put("alone", e.alone());
          one.put("nmi", ReactionJson.round(e.nmi()));
          one.put("ami", ReactionJson.round(e.ami()));
          one.put("accuracy", ReactionJson.round(e.accuracy()));
          targets.add(one);
        });
    json.put("targets", targets);
    return json;
  }

  private static List<Map<String, Object>> names(
      SpanEvaluation.Post post, List<SpanEvaluation.Marked> names) {
    return names.stream()
        .map(
            name -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("text", post.text().substring(name.start(), name.end()));
              json.put("start", name.start());
              json.put("end", name.end());
              json.put("type", name.type());
              return json;
            })
        .toList();
  }

  private static Map<String, Object> figure(Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", figure.name());
    json.put("value", ReactionJson.round(figure.value()));
    json.put("low", ReactionJson.round(figure.low()));
    json.put("high", ReactionJson.round(figure.high()));
    return json;
  }
}
