package dev.chorus.render;

import dev.chorus.index.query.Facet;
import dev.chorus.index.query.ScoreReason;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.query.SpellingSuggestion;
import java.util.LinkedHashMap;
import java.util.Map;

/// Search results as JSON values.
public final class SearchJson {
  private SearchJson() {}

  public static Map<String, Object> of(SearchResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mode", result.mode().toString());
    json.put("total", result.total());
    json.put("hits", result.hits().stream().map(SearchJson::hit).toList());
    Map<String, Object> facets = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      if (result.facets().containsKey(facet)) {
        facets.put(facet.field(), result.facets().get(facet));
      }
    }
    Map<String, Object> days = new LinkedHashMap<>();
    result.counts().days().forEach((day, count) -> days.put(day.toString(), count));
    facets.put("day", days);
    Map<String, Object> engagement = new LinkedHashMap<>();
    result.counts().engagement().forEach((from, count) -> engagement.put(from.toString(), count));
    facets.put("engagement", engagement);
    json.put("facets", facets);
    json.put("next", result.next().orElse(null));
    json.put("corrections", result.suggestions().stream().map(SearchJson::correction).toList());
    return json;
  }

  private static Map<String, Object> reason(ScoreReason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (reason) {
      case ScoreReason.Said said -> {
        json.put("kind", "word");
        json.put("word", said.word());
        json.put("times", said.times());
        json.put("posts", said.posts());
      }
      case ScoreReason.Length length -> {
        json.put("kind", "length");
        json.put("words", length.words());
      }
      case ScoreReason.Met met -> {
        json.put("kind", "condition");
        json.put("condition", met.condition());
      }
      case ScoreReason.Meaning meaning -> {
        json.put("kind", "meaning");
        json.put("cosine", ReactionJson.round(meaning.cosine()));
      }
      case ScoreReason.Stretched stretched -> {
        json.put("kind", "stretched");
        json.put("least", ReactionJson.round(stretched.least()));
        json.put("most", ReactionJson.round(stretched.most()));
        json.put("parts", stretched.parts().stream().map(SearchJson::reason).toList());
      }
    }
    json.put("points", ReactionJson.round(reason.points()));
    return json;
  }

  private static Map<String, Object> correction(SpellingSuggestion correction) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("word", correction.word());
    json.put("instead", correction.instead());
    return json;
  }

  /// One hit, as it stands in the document.
  public static Map<String, Object> hit(SearchResult.Hit hit) {
    Map<String, Object> json = ReactionJson.line(hit.placed());
    json.put("score", ReactionJson.round(hit.score()));
    ReactionJson.post(json, hit.placed().reaction().post());
    ReactionJson.family(json, hit.family());
    json.put(
        "highlights",
        hit.highlights().stream()
            .map(
                s -> {
                  Map<String, Object> span = new LinkedHashMap<>();
                  ReactionJson.span(span, s);
                  return span;
                })
            .toList());
    if (!hit.reasons().isEmpty()) {
      json.put("why", hit.reasons().stream().map(SearchJson::reason).toList());
    }
    return json;
  }
}
