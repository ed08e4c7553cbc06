package dev.chorus.post;

import java.util.Optional;

/// Context that belongs beside a quote.
///
/// @param kind `community_note`, `disclosure`, or another word of the corpus's own
/// @param text the words of the note
/// @param source its author, or where it stands
public record Note(String kind, String text, Optional<String> source) {
  /// Where X shows a community note by its number.
  public static final String COMMUNITY_NOTES = "https://x.com/i/birdwatch/n/";

  /// A community note of X.
  ///
  /// @param number that X has given it
  public static Note ofCommunity(String number, String text) {
    return new Note("community_note", text, Optional.of(COMMUNITY_NOTES + number));
  }

  /// Whether it comes apart from its post, and so says nothing on the age of a record of the post.
  public boolean isApart() {
    return kind.equals("community_note")
        && source.filter(s -> s.startsWith(COMMUNITY_NOTES)).isPresent();
  }
}
