package dev.chorus.source.export;

import dev.chorus.post.Note;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Html;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Community notes of X as its daily download has them (`notes-00000.tsv`), and as `convert` prints
/// them. They are no posts, but belong to the posts of X that they are about.
///
/// All notes are read, whatever readers thought of them: which of them X showed stands in another
/// file of the download.
public final class CommunityNotesFormat implements PostFormat {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

  @Override
  public String id() {
    return "community-notes";
  }

  @Override
  public boolean readsRows() {
    return true;
  }

  @Override
  public boolean recognises(RecordFields record) {
    return record.has("noteId") && record.has("tweetId") && record.has("summary");
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    String number = number(record, "noteId", "the number of the note");
    String post = number(record, "tweetId", "the number of the post");
    String summary = record.required("summary", "the words of the note");
    results.add("x:" + post, Note.ofCommunity(number, Html.text(Html.unescaped(summary))));
  }

  private static String number(RecordFields record, String key, String wanted)
      throws FieldException {
    String number = record.required(key, wanted).strip();
    if (NUMBER.matcher(number).matches()) return number;
    throw record.wrong(key, "all digits of " + wanted);
  }

  /// A note that came from here as JSON values, to be read by this again.
  ///
  /// @param post id of the post that it belongs to
  public static Map<String, Object> toMap(String post, Note note) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("noteId", note.source().orElse("").substring(Note.COMMUNITY_NOTES.length()));
    json.put("tweetId", post.substring(post.indexOf(':') + 1));
    json.put("summary", note.text());
    return json;
  }
}
