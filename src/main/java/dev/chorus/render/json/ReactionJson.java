package dev.chorus.render.json;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.flood.Family;
import dev.chorus.json.JsonObject;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Reactions as JSON values: the shapes that scripts depend on. Fields may be added, never changed.
/// `docs/json.md` describes them.
public final class ReactionJson {
  private static final int ALTERNATIVES = 3;

  private ReactionJson() {}

  /// One line of `analyze`.
  public static Map<String, Object> line(Placed placed) {
    return analysis(placed).toMap();
  }

  /// What was found in a post.
  static JsonObject analysis(Placed placed) {
    Reaction reaction = placed.reaction();
    JsonObject json =
        new JsonObject()
            .put("id", reaction.post().id())
            .put("lang", reaction.lang())
            .ifPresent(
                "about",
                reaction
                    .about()
                    .map(
                        a ->
                            new JsonObject()
                                .rounded("event", a.event())
                                .put("kind", a.kind().id())))
            .orNull("sentiment", reaction.sentiment().map(ReactionJson::sentiment));
    if (!reaction.read()) json.put("unscored", "language");
    json.list("entities", reaction.mentions(), ReactionJson::mention)
        .list("stances", reaction.stances(), ReactionJson::stance);
    if (reaction.read()) {
      json.list(
          "issues",
          reaction.issues(),
          i -> new JsonObject().put("id", i.id()).rounded("probability", i.probability()));
    }
    return json.put("camp", camp(placed.placement()));
  }

  private static JsonObject sentiment(Sentiment s) {
    return new JsonObject()
        .put("label", s.label().id())
        .rounded("score", s.score())
        .put(
            "probabilities",
            new JsonObject()
                .rounded("negative", s.negative())
                .rounded("neutral", s.neutral())
                .rounded("positive", s.positive()));
  }

  private static JsonObject mention(Mention mention) {
    return new JsonObject()
        .put("text", mention.text())
        .with(span(mention.span()))
        .put("type", mention.type().name())
        .put("name", mention.name());
  }

  private static JsonObject stance(Stance stance) {
    JsonObject json =
        new JsonObject()
            .put("target", stance.target())
            .put("label", stance.side().id())
            .rounded("probability", stance.probability());
    if (stance.reported()) json.put("reported", true);
    return json.ifPresent("evidence", stance.evidence().map(ReactionJson::span));
  }

  private static JsonObject camp(Placement placement) {
    return new JsonObject()
        .put("id", placement.camp())
        .rounded("probability", placement.probability())
        .list(
            "alternatives",
            placement.alternatives().stream().limit(ALTERNATIVES).toList(),
            a -> new JsonObject().put("id", a.camp()).rounded("probability", a.probability()));
  }

  static JsonObject span(Span span) {
    return new JsonObject().put("start", span.start()).put("end", span.end());
  }

  /// What a report says of a post beside its analysis.
  static JsonObject post(Post post) {
    return new JsonObject()
        .put("text", post.text())
        .put("kind", post.kind().id())
        .put("author", author(post.author()))
        .orNull("platform", post.platform())
        .orNull("createdAt", time(post.createdAt()))
        .ifPresent("editedAt", time(post.editedAt()))
        .orNull("url", post.url())
        .put("engagement", engagement(post.engagement()))
        .ifPresent("rating", post.rating())
        .list("notes", post.notes(), ReactionJson::note);
  }

  /// 0 where the source does not say.
  private static JsonObject engagement(Engagement counts) {
    return new JsonObject()
        .put("likes", counts.likes())
        .put("reposts", counts.reposts())
        .put("replies", counts.replies())
        .put("views", counts.views());
  }

  /// @param named what the id is called
  static JsonObject family(Family family, String named) {
    return new JsonObject()
        .put(named, family.id())
        .put("posts", family.posts())
        .put("authors", family.authors())
        .orNull("first", time(family.first()))
        .orNull("last", time(family.last()))
        .put("coordinated", family.coordinated());
  }

  static JsonObject author(Author author) {
    JsonObject json =
        new JsonObject()
            .ifPresent("name", author.name())
            .ifPresent("handle", author.handle())
            .ifPresent("role", author.role());
    return author.affiliations().isEmpty() ? json : json.put("affiliations", author.affiliations());
  }

  static JsonObject note(Note note) {
    return new JsonObject()
        .put("kind", note.kind())
        .put("text", note.text())
        .ifPresent("source", note.source());
  }

  static Optional<String> time(Optional<Instant> time) {
    return time.map(Instant::toString);
  }
}
