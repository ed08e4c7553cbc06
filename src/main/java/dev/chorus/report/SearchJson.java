package dev.chorus.report;

import dev.chorus.index.Correction;
import dev.chorus.index.Facet;
import dev.chorus.index.SearchResult;
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
    json.put("facets", facets);
    json.put("corrections", result.corrections().stream().map(SearchJson::correction).toList());
    return json;
  }

  private static Map<String, Object> correction(Correction correction) {
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
    return json;
  }
}
