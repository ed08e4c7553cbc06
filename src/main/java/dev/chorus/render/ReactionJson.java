package dev.chorus.render;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.flood.Family;
import dev.chorus.language.About;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reactions as JSON values: the shapes that scripts depend on. Fields may be added, never changed.
public final class ReactionJson {
  private ReactionJson() {}

  /// One line of `analyze`.
  public static Map<String, Object> line(Placed placed) {
    Reaction reaction = placed.reaction();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", reaction.post().id());
    json.put("lang", reaction.lang());
    reaction.about().ifPresent(about -> json.put("about", about(about)));
    json.put(
        "sentiment",
        reaction
            .sentiment()
            .map(
                s -> {
                  Map<String, Object> probabilities = new LinkedHashMap<>();
                  probabilities.put("negative", round(s.negative()));
                  probabilities.put("neutral", round(s.neutral()));
                  probabilities.put("positive", round(s.positive()));
                  Map<String, Object> sentiment = new LinkedHashMap<>();
                  sentiment.put("label", s.label().id());
                  sentiment.put("score", round(s.score()));
                  sentiment.put("probabilities", probabilities);
                  return sentiment;
                })
            .orElse(null));
    if (!reaction.read()) json.put("unscored", "language");
    json.put("entities", reaction.mentions().stream().map(ReactionJson::mention).toList());
    json.put("stances", reaction.stances().stream().map(ReactionJson::stance).toList());
    if (reaction.read()) {
      json.put("issues", reaction.issues().stream().map(ReactionJson::issue).toList());
    }
    json.put("camp", camp(placed.placement()));
    return json;
  }

  private static Map<String, Object> about(About about) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("event", round(about.event()));
    json.put("kind", about.kind().id());
    return json;
  }

  private static Map<String, Object> issue(Reaction.Spoken issue) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", issue.id());
    json.put("probability", round(issue.probability()));
    return json;
  }

  private static Map<String, Object> mention(Mention mention) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", mention.text());
    span(json, mention.span());
    json.put("type", mention.type().name());
    json.put("name", mention.name());
    return json;
  }

  private static Map<String, Object> stance(Stance stance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("target", stance.target());
    json.put("label", stance.side().id());
    json.put("probability", round(stance.probability()));
    if (stance.reported()) json.put("reported", true);
    stance
        .evidence()
        .ifPresent(
            e -> {
              Map<String, Object> evidence = new LinkedHashMap<>();
              span(evidence, e);
              json.put("evidence", evidence);
            });
    return json;
  }

  private static Map<String, Object> camp(Placement placement) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", placement.camp());
    json.put("probability", round(placement.probability()));
    json.put(
        "alternatives",
        placement.alternatives().stream()
            .limit(3)
            .map(
                a -> {
                  Map<String, Object> other = new LinkedHashMap<>();
                  other.put("id", a.camp());
                  other.put("probability", round(a.probability()));
                  return other;
                })
            .toList());
    return json;
  }

  static void span(Map<String, Object> json, Span span) {
    json.put("start", span.start());
    json.put("end", span.end());
  }

  /// What a report says of a post beside its analysis.
  static void post(Map<String, Object> json, Post post) {
    json.put("text", post.text());
    json.put("kind", post.kind().id());
    json.put("author", author(post.author()));
    json.put("platform", post.platform().orElse(null));
    json.put("createdAt", post.createdAt().map(Object::toString).orElse(null));
    post.editedAt().ifPresent(t -> json.put("editedAt", t.toString()));
    json.put("url", post.url().orElse(null));
    json.put("engagement", engagement(post.engagement()));
    json.put("notes", notes(post.notes()));
  }

  /// 0 where the source does not say.
  private static Map<String, Object> engagement(Engagement counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("likes", counts.likes());
    json.put("reposts", counts.reposts());
    json.put("replies", counts.replies());
    json.put("views", counts.views());
    return json;
  }

  /// The family of near-identical posts, if there is one.
  static void family(Map<String, Object> json, Optional<Family> of) {
    if (of.isEmpty()) return;
    Family family = of.get();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", family.id());
    values.put("posts", family.posts());
    values.put("authors", family.authors());
    values.put("first", family.first().map(Object::toString).orElse(null));
    values.put("last", family.last().map(Object::toString).orElse(null));
    values.put("coordinated", family.coordinated());
    json.put("family", values);
  }

  static Map<String, Object> author(Author author) {
    Map<String, Object> json = new LinkedHashMap<>();
    author.name().ifPresent(n -> json.put("name", n));
    author.handle().ifPresent(h -> json.put("handle", h));
    author.role().ifPresent(r -> json.put("role", r));
    if (!author.affiliations().isEmpty()) json.put("affiliations", author.affiliations());
    return json;
  }

  static List<Map<String, Object>> notes(List<Note> notes) {
    return notes.stream()
        .map(
            n -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("kind", n.kind());
              json.put("text", n.text());
              n.source().ifPresent(s -> json.put("source", s));
              return json;
            })
        .toList();
  }

  /// Four decimals: more than any figure here deserves, and the same on every machine.
  static BigDecimal round(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
