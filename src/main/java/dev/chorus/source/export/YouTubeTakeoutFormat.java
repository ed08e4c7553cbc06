package dev.chorus.source.export;

import dev.chorus.json.Json;
import dev.chorus.json.JsonSyntaxException;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The tables of one's own comments and live chats that Google Takeout makes (`comments.csv`,
/// `live chats.csv`), in English. The words stand in JSON: `{"text":"…"}`, several of them one
/// after the other, or `{"takeoutSegments":[{"text":"…"}]}`. The author is known by channel alone.
public final class YouTubeTakeoutFormat implements PostFormat {
  @Override
  public String id() {
    return "youtube-takeout";
  }

  @Override
  public boolean readsRows() {
    return true;
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isKind(record, "Comment") || isKind(record, "Live Chat");
  }

  private static boolean isKind(RecordFields record, String kind) {
    return record.has(key(record, kind + " ID"))
        && record.has(key(record, kind + " Text"))
        && record.has(key(record, "Channel ID"));
  }

  /// The name of a column, which has only one capital in some copies: `Comment text`.
  private static String key(RecordFields record, String name) {
    if (record.has(name)) return name;
    String lower = name.toLowerCase(Locale.ROOT).replace(" id", " ID");
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.add(post(record, isKind(record, "Comment") ? "Comment" : "Live Chat"));
  }

  private static Post post(RecordFields row, String kind) throws FieldException {
    String key = key(row, kind + " ID");
    String id = row.id(key);
    String words = key(row, kind + " Text");
    Optional<String> parent = row.text(key(row, "Parent " + kind + " ID"));
    Links links = YouTubeIds.links(id, parent);
    Optional<String> top = row.link(key(row, "Top-Level Comment ID"), YouTubeIds.PLATFORM);
    if (top.isPresent()) {
      links = new Links(links.inReplyTo(), links.quotes(), links.repostOf(), top);
    }
    return Post.builder(
            row.id(key, YouTubeIds.PLATFORM),
            row.words(words, List.of(row.text(words).map(YouTubeTakeoutFormat::plain))))
        .platform(Optional.of(YouTubeIds.PLATFORM))
        .createdAt(row.anyTime(key(row, kind + " Create Timestamp")))
        .url(YouTubeIds.url(row.text(key(row, "Video ID")), id))
        .author(
            new Author(
                Optional.empty(), row.text(key(row, "Channel ID")), Optional.empty(), List.of()))
        .links(links)
        .engagement(Engagement.NONE)
        .build();
  }

  /// The words in a cell; the cell itself if it is not JSON.
  private static String plain(String cell) {
    if (!cell.stripLeading().startsWith("{")) return cell;
    try {
      StringBuilder words = new StringBuilder();
      if (Json.parse("[" + cell + "]") instanceof List<?> pieces) {
        for (Object piece : pieces) {
          if (!(piece instanceof Map<?, ?> map)) continue;
          if (map.get("text") instanceof String text) words.append(text);
          if (map.get("takeoutSegments") instanceof List<?> segments) {
            for (Object segment : segments) {
              if (segment instanceof Map<?, ?> s && s.get("text") instanceof String text) {
                words.append(text);
              }
            }
          }
        }
      }
      return words.isEmpty() ? cell : words.toString();
    } catch (JsonSyntaxException e) {
      return cell;
    }
  }
}
