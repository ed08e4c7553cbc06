package dev.chorus.source.format;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Chorus's own shape, as [PostJson] writes it: `id` and `text`, and optional fields.
public final class ChorusFormat implements PostFormat {
  @Override
  public String id() {
    return "chorus";
  }

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "text",
          "kind",
          "platform",
          "lang",
          "createdAt",
          "editedAt",
          "url",
          "author",
          "inReplyTo",
          "quotes",
          "repostOf",
          "thread",
          "versionOf",
          "engagement",
          "notes",
          "rating",
          "targets");

  private static final Pattern KIND = Pattern.compile("post|quote|report|illustrative");

  /// A record with other fields is of another shape, though some names are the same; unless it says
  /// what kind it is in Chorus's words.
  @Override
  public boolean recognises(RecordFields record) {
    return record.matches("kind", KIND) && record.has("id") && record.has("text")
        || record.values().keySet().stream().allMatch(KEYS::contains);
  }

  private static final Set<String> AUTHOR_KEYS = Set.of("name", "handle", "role", "affiliations");

  /// Whether a record is in Chorus's own shape beyond doubt, so that no other format need be asked.
  public static boolean isEvidently(RecordFields record) {
    return record.holds("id", String.class)
        && record.holds("text", String.class)
        && record.values().keySet().stream().allMatch(KEYS::contains)
        && (!(record.values().get("author") instanceof Map<?, ?> author)
            || author.keySet().stream().allMatch(AUTHOR_KEYS::contains));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.addAsItIs(post(record));
  }

  private static Post post(RecordFields record) throws FieldException {
    if (!record.has("id") && !record.has("text")) {
      throw new FieldException("\"id\" is missing, and so is \"text\"; wanted a post with both.");
    }
    return Post.builder(record.id("id"), record.words("text"))
        .kind(record.oneOf("kind", Kind.values()).orElse(Kind.POST))
        .platform(record.text("platform"))
        .lang(record.language("lang"))
        .createdAt(record.time("createdAt"))
        .editedAt(record.time("editedAt"))
        .url(record.text("url"))
        .author(author(record))
        .links(
            new Links(
                record.text("inReplyTo"),
                record.text("quotes"),
                record.text("repostOf"),
                record.text("thread"),
                record.text("versionOf")))
        .engagement(engagement(record))
        .rating(record.rating("rating"))
        .notes(notes(record))
        .targets(record.texts("targets"))
        .build();
  }

  /// The context that stands beside the words.
  public static List<Note> notes(RecordFields record) throws FieldException {
    List<Note> notes = new ArrayList<>();
    for (RecordFields note : record.objects("notes")) {
      notes.add(
          new Note(
              note.required("kind", "what the note is, such as community_note"),
              note.required("text", "the words of the note"),
              note.text("source")));
    }
    return notes;
  }

  /// An object, or just a name or `@handle`.
  private static Author author(RecordFields record) throws FieldException {
    if (record.holds("author", String.class)) {
      Optional<String> word = record.text("author").map(String::strip);
      if (word.isEmpty()) return Author.UNKNOWN;
      if (!word.get().startsWith("@")) {
        return new Author(word, Optional.empty(), Optional.empty(), List.of());
      }
      return record.handle("author").map(Author::ofHandle).orElse(Author.UNKNOWN);
    }
    Optional<RecordFields> author = record.object("author");
    if (author.isEmpty()) return Author.UNKNOWN;
    RecordFields who = author.get();
    return new Author(
        who.text("name"), who.handle("handle"), who.text("role"), who.texts("affiliations"));
  }

  private static Engagement engagement(RecordFields record) throws FieldException {
    Optional<RecordFields> counts = record.object("engagement");
    if (counts.isEmpty()) return Engagement.NONE;
    RecordFields c = counts.get();
    return new Engagement(
        c.count("likes"), c.count("reposts"), c.count("replies"), c.count("views"));
  }
}
