package dev.chorus.report;

import dev.chorus.camp.Placed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One reaction as JSON values, with what decided its camp.
public final class ShowJson {
  private ShowJson() {}

  public static Map<String, Object> of(Placed placed) {
    Map<String, Object> json = ReactionJson.line(placed);
    ReactionJson.post(json, placed.reaction().post());
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
