package dev.chorus.render.json;

import dev.chorus.camp.Placed;
import dev.chorus.flood.Family;
import dev.chorus.index.query.SearchResult;
import dev.chorus.json.JsonObject;
import dev.chorus.language.Influence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One reaction as JSON values, with what decided its camp. `docs/json.md` describes them.
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
    String text = placed.reaction().post().text();
    JsonObject json =
        ReactionJson.analysis(placed)
            .with(ReactionJson.post(placed.reaction().post()))
            .ifPresent("family", family.map(f -> ReactionJson.family(f, "id")))
            .list(
                "influences",
                influences,
                i ->
                    new JsonObject()
                        .put("text", i.span().of(text))
                        .with(ReactionJson.span(i.span()))
                        .rounded("change", i.change()))
            .list(
                "reasons",
                placed.placement().reasons(),
                r -> new JsonObject().put("what", r.what()).rounded("weight", r.weight()));
    alike.ifPresent(hits -> json.list("like", hits, ShowJson::alike));
    return json.toMap();
  }

  private static JsonObject alike(SearchResult.Hit hit) {
    return ReactionJson.analysis(hit.placed())
        .rounded("cosine", hit.score())
        .with(ReactionJson.post(hit.placed().reaction().post()));
  }
}
