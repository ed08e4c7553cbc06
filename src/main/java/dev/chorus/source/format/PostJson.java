package dev.chorus.source.format;

import dev.chorus.json.Json;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A post as Chorus JSON values, field by field, as `convert` prints it and [ChorusFormat] reads
/// it back.
public final class PostJson {
  private PostJson() {}

  /// Only known fields; keys always in the same order.
  public static Map<String, Object> toMap(Post post) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", post.id());
    json.put("text", post.text());
    json.put("kind", post.kind().id());
    put(json, "platform", post.platform());
    put(json, "lang", post.lang());
    put(json, "createdAt", post.createdAt().map(Object::toString));
    put(json, "editedAt", post.editedAt().map(Object::toString));
    put(json, "url", post.url());
    Map<String, Object> author = author(post.author());
    if (!author.isEmpty()) json.put("author", author);
    put(json, "inReplyTo", post.links().inReplyTo());
    put(json, "quotes", post.links().quotes());
    put(json, "repostOf", post.links().repostOf());
    put(json, "thread", post.links().thread());
    put(json, "versionOf", post.links().versionOf());
    Map<String, Object> counts = engagement(post.engagement());
    if (!counts.isEmpty()) json.put("engagement", counts);
    post.rating().ifPresent(stars -> json.put("rating", stars));
    if (!post.notes().isEmpty()) {
      json.put("notes", post.notes().stream().map(PostJson::note).toList());
    }
    if (!post.targets().isEmpty()) json.put("targets", List.copyOf(post.targets()));
    return json;
  }

  private static final int SHOWN = 70;

  /// The post in one line for people.
  public static String shown(Post post) {
    Map<String, Object> json = toMap(post);
    json.remove("kind");
    return json.entrySet().stream()
        .map(e -> e.getKey() + " " + shown(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String shown(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + " " + shown(e.getValue()))
          .collect(Collectors.joining(" ", "(", ")"));
    }
    return value instanceof String s ? "“" + Json.excerpt(s, SHOWN) + "”" : String.valueOf(value);
  }

  private static Map<String, Object> author(Author author) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "name", author.name());
    put(json, "handle", author.handle());
    put(json, "role", author.role());
    if (!author.affiliations().isEmpty()) json.put("affiliations", author.affiliations());
    return json;
  }

  /// 0 means that the source does not say, so it is left out.
  private static Map<String, Object> engagement(Engagement e) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (e.likes() > 0) json.put("likes", e.likes());
    if (e.reposts() > 0) json.put("reposts", e.reposts());
    if (e.replies() > 0) json.put("replies", e.replies());
    if (e.views() > 0) json.put("views", e.views());
    return json;
  }

  private static Map<String, Object> note(Note note) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", note.kind());
    json.put("text", note.text());
    put(json, "source", note.source());
    return json;
  }

  private static void put(Map<String, Object> json, String key, Optional<String> value) {
    value.ifPresent(v -> json.put(key, v));
  }
}
