package dev.chorus.source.format;

import java.util.List;

/// An object around posts: Chorus's own with `posts`, the answer of a Bluesky search (`posts`,
/// too), and the answer of a search on Twitter or Mastodon (`statuses`). Each element is recognised
/// by its own shape.
///
/// A single such object in a file is streamed and never comes here. This format is for several
/// objects, one behind the other.
public final class ContainerFormat implements PostFormat {
  private static final List<String> LISTS = List.of("posts", "statuses");

  @Override
  public String id() {
    return "posts";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return !record.has("id")
        && !record.has("text")
        && LISTS.stream().anyMatch(list -> record.holds(list, List.class));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    for (String list : LISTS) {
      results.each(record, list, results::read);
    }
  }
}
