package dev.chorus.render.json;

import dev.chorus.index.query.Facet;
import dev.chorus.index.query.ScoreReason;
import dev.chorus.index.query.SearchResult;
import dev.chorus.json.JsonObject;
import java.util.Map;

/// Search results as JSON values. `docs/json.md` describes them.
public final class SearchJson {
  private SearchJson() {}

  public static Map<String, Object> of(SearchResult result) {
    return new JsonObject()
        .put("mode", result.mode().toString())
        .put("total", result.total())
        .list("hits", result.hits(), SearchJson::found)
        .put("facets", facets(result))
        .orNull("next", result.next())
        .list(
            "corrections",
            result.suggestions(),
            c -> new JsonObject().put("word", c.word()).put("instead", c.instead()))
        .toMap();
  }

  private static JsonObject facets(SearchResult result) {
    JsonObject facets = new JsonObject();
    for (Facet facet : Facet.values()) {
      if (result.facets().containsKey(facet)) {
        facets.put(facet.field(), result.facets().get(facet));
      }
    }
    JsonObject days = new JsonObject();
    result.counts().days().forEach((day, count) -> days.put(day.toString(), count));
    JsonObject engagement = new JsonObject();
    result.counts().engagement().forEach((from, count) -> engagement.put(from.toString(), count));
    return facets.put("day", days).put("engagement", engagement);
  }

  private static JsonObject reason(ScoreReason reason) {
    JsonObject json = new JsonObject();
    switch (reason) {
      case ScoreReason.Said said ->
          json.put("kind", "word")
              .put("word", said.word())
              .put("times", said.times())
              .put("posts", said.posts());
      case ScoreReason.Length length -> json.put("kind", "length").put("words", length.words());
      case ScoreReason.Met met -> json.put("kind", "condition").put("condition", met.condition());
      case ScoreReason.Meaning meaning ->
          json.put("kind", "meaning").rounded("cosine", meaning.cosine());
      case ScoreReason.Stretched stretched ->
          json.put("kind", "stretched")
              .rounded("least", stretched.least())
              .rounded("most", stretched.most())
              .list("parts", stretched.parts(), SearchJson::reason);
    }
    return json.rounded("points", reason.points());
  }

  /// One hit, as it stands in the document.
  public static Map<String, Object> hit(SearchResult.Hit hit) {
    return found(hit).toMap();
  }

  private static JsonObject found(SearchResult.Hit hit) {
    JsonObject json =
        ReactionJson.analysis(hit.placed())
            .rounded("score", hit.score())
            .with(ReactionJson.post(hit.placed().reaction().post()))
            .ifPresent("family", hit.family().map(f -> ReactionJson.family(f, "id")))
            .list("highlights", hit.highlights(), ReactionJson::span);
    return hit.reasons().isEmpty() ? json : json.list("why", hit.reasons(), SearchJson::reason);
  }
}
