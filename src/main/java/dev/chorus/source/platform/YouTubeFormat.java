package dev.chorus.source.platform;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Html;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// YouTube Data API v3: pages of comment threads, of comments, and of videos (`items`), and single
/// ones. A thread is its first comment and the replies that come with it. A video is its title and
/// description; a search result is its title alone, as a search cuts the description.
public final class YouTubeFormat implements PostFormat {
  private static final String PLATFORM = "youtube";

  private static final Pattern PAGE = Pattern.compile("youtube#.*Response");

  @Override
  public String id() {
    return "youtube";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return record.begins("kind", "youtube#")
        || isComment(record)
        || record.peek("items").filter(YouTubeFormat::isComment).isPresent();
  }

  /// Some collectors leave out `kind`.
  private static boolean isComment(RecordFields record) {
    return record
        .peek("snippet")
        .filter(s -> s.has("topLevelComment") || s.has("textOriginal") || s.has("textDisplay"))
        .isPresent();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (record.has("items") || record.matches("kind", PAGE)) {
      results.each(record, "items", item -> item(item, results));
    } else {
      item(record, results);
    }
  }

  private static void item(RecordFields item, Results results) throws FieldException {
    if (item.begins("kind", "youtube#video") || item.begins("kind", "youtube#searchResult")) {
      results.add(video(item));
      return;
    }
    if (!item.begins("kind", "youtube#comment") && !isComment(item)) {
      throw item.wrong("kind", "a comment, a thread of comments or a video");
    }
    RecordFields snippet = item.nested("snippet", "a comment");
    if (!snippet.has("topLevelComment")) {
      results.add(post(item, 0, Optional.empty()));
      return;
    }
    Optional<String> video = snippet.text("videoId");
    results.attempt(
        () ->
            results.add(
                post(
                    snippet.nested("topLevelComment", "a comment"),
                    snippet.count("totalReplyCount"),
                    video)));
    Optional<RecordFields> replies = item.object("replies");
    if (replies.isEmpty()) return;
    results.each(replies.get(), "comments", reply -> results.add(post(reply, 0, video)));
  }

  private static Post video(RecordFields item) throws FieldException {
    boolean found = item.begins("kind", "youtube#searchResult");
    RecordFields naming = found ? item.nested("id", "what was found") : item;
    String key = found ? "videoId" : "id";
    String id = naming.id(key, PLATFORM);
    RecordFields snippet = item.nested("snippet", "the title of the video");
    // Titles are HTML in searches only.
    Optional<String> title = snippet.text("title").map(t -> found ? Html.text(t) : t);
    Optional<String> description = found ? Optional.empty() : snippet.text("description");
    Optional<RecordFields> counts = item.object("statistics");
    return Post.builder(id, snippet.words("title", List.of(title, description)))
        .platform(Optional.of(PLATFORM))
        .lang(snippet.language("defaultAudioLanguage"))
        .createdAt(snippet.time("publishedAt"))
        .url(Optional.of("https://www.youtube.com/watch?v=" + naming.id(key)))
        .author(
            new Author(
                snippet.text("channelTitle"),
                snippet.text("channelId"),
                Optional.empty(),
                List.of()))
        .links(new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id)))
        .engagement(counts.isEmpty() ? Engagement.NONE : engagement(counts.get()))
        .build();
  }

  private static Engagement engagement(RecordFields counts) throws FieldException {
    return new Engagement(
        counts.count("likeCount"), 0, counts.count("commentCount"), counts.count("viewCount"));
  }

  private static Post post(RecordFields comment, long replies, Optional<String> threadVideo)
      throws FieldException {
    String id = comment.id("id", PLATFORM);
    RecordFields snippet = comment.nested("snippet", "a comment");
    Optional<String> inReplyTo = snippet.link("parentId", PLATFORM);
    Optional<String> video = snippet.has("videoId") ? snippet.text("videoId") : threadVideo;
    String ownId = comment.id("id");
    Optional<Instant> published = snippet.time("publishedAt");
    return Post.builder(id, words(snippet))
        .platform(Optional.of(PLATFORM))
        .createdAt(published)
        // The same time as the first one if nobody edited it.
        .editedAt(snippet.time("updatedAt").filter(t -> !Optional.of(t).equals(published)))
        .url(video.map(v -> "https://www.youtube.com/watch?v=" + v + "&lc=" + ownId))
        .author(author(snippet))
        .links(
            new Links(
                inReplyTo, Optional.empty(), Optional.empty(), inReplyTo.or(() -> Optional.of(id))))
        .engagement(new Engagement(snippet.count("likeCount"), 0, replies, 0))
        .build();
  }

  /// The typed text, where the answer has it; else the shown text, which may be HTML.
  private static String words(RecordFields snippet) throws FieldException {
    if (snippet.text("textOriginal").isPresent()) return snippet.words("textOriginal");
    return snippet.words("textDisplay", List.of(snippet.text("textDisplay").map(Html::text)));
  }

  /// The name shown is a handle since 2022 and was any name before; then the channel tells two
  /// people of one name apart.
  private static Author author(RecordFields snippet) throws FieldException {
    if (snippet.begins("authorDisplayName", "@")) {
      return snippet.handle("authorDisplayName").map(Author::ofHandle).orElse(Author.UNKNOWN);
    }
    Optional<RecordFields> channel = snippet.object("authorChannelId");
    return new Author(
        snippet.text("authorDisplayName"),
        channel.isEmpty() ? Optional.empty() : channel.get().text("value"),
        Optional.empty(),
        List.of());
  }
}
