package dev.chorus.report;

import dev.chorus.camp.Placed;
import dev.chorus.language.SentimentExplainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One reaction as JSON values, with what decided its camp.
public final class ShowJson {
  private ShowJson() {}

  /// @param influences what moved the sentiment, strongest first
  public static Map<String, Object> of(
      Placed placed, List<SentimentExplainer.Influence> influences) {
    Map<String, Object> json = ReactionJson.line(placed);
    String text = placed.reaction().post().text();
    ReactionJson.post(json, placed.reaction().post());
    json.put(
        "influences",
        influences.stream()
            .map(
                i -> {
                  Map<String, Object> influence = new LinkedHashMap<>();
                  influence.put("text", i.span().of(text));
                  ReactionJson.span(influence, i.span());
                  influence.put("change", ReactionJson.round(i.change()));
                  return influence;
                })
            .toList());
    List<Map<String, Object>> reasons =
        placed.placement().reasons().stream()
            .map(
                r -> {
                  Map<String, Object> reason = new LinkedHashMap<>();
                  reason.put("what", r.what());
                  reason.put("weight", ReactionJson.round(r.weight()));
                  return reason;
                })
            .toList();
    json.put("reasons", reasons);
    return json;
  }
}
