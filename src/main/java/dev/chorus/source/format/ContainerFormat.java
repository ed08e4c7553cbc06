package dev.chorus.source.format;

import java.util.List;

/// An object around posts: Chorus's own with `posts`, what a Bluesky search answers (`posts`, too),
/// and what a search on Twitter or Mastodon answers (`statuses`). Each element is recognised by its
/// own shape.
///
/// Such an object at the beginning of a file is streamed and never comes here; this one is for
/// those that stand behind one another.
final class ContainerFormat implements PostFormat {
  private static final List<String> LISTS = List.of("posts", "statuses");

  @Override
  public String id() {
    return "posts";
  }

  @Override
  public boolean recognises(Fields record) {
    return !record.has("id")
        && !record.has("text")
        && LISTS.stream().anyMatch(list -> record.holds(list, List.class));
  }

  @Override
  public void read(Fields record, Results results) throws FieldException {
    for (String list : LISTS) {
      results.each(record, list, post -> PostFormat.of(post).read(post, results));
    }
  }
}
