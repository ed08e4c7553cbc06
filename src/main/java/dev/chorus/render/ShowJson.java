package dev.chorus.render;

import dev.chorus.camp.Placed;
import dev.chorus.flood.Family;
import dev.chorus.index.query.SearchResult;
import dev.chorus.language.Influence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One reaction as JSON values, with what decided its camp.
public final class ShowJson {
  private ShowJson() {}

  /// @param family of near-identical posts, if it is in one
  /// @param influences what moved the sentiment, strongest first
  /// @param alike posts nearest in meaning, if they were asked for
  public static Map<String, Object> of(
      Placed placed,
      Optional<Family> family,
      List<Influence> influences,
      Optional<List<SearchResult.Hit>> alike) {
    Map<String, Object> json = ReactionJson.line(placed);
    String text = placed.reaction().post().text();
    ReactionJson.post(json, placed.reaction().post());
    ReactionJson.family(json, family);
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
    alike.ifPresent(hits -> json.put("like", hits.stream().map(ShowJson::alike).toList()));
    return json;
  }

  private static Map<String, Object> alike(SearchResult.Hit hit) {
    Map<String, Object> json = ReactionJson.line(hit.placed());
    json.put("cosine", ReactionJson.round(hit.score()));
    ReactionJson.post(json, hit.placed().reaction().post());
    return json;
  }
}
