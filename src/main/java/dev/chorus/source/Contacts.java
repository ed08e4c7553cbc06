package dev.chorus.source;

import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.util.regex.Pattern;

/// Posts without e-mail addresses and telephone numbers: `[e-mail]` and `[phone]` stand in their
/// places.
///
/// A number counts as a telephone's if it is written like one: with a country's code (`+44 20 7946
/// 0958`), or in three parts as in North America (`(555) 010-0199`). Others may be prices, dates or
/// counts of chips and stay.
public final class Contacts {
  /// Begins where a word begins and is of limited length: a text that is one long word is looked
  /// through once.
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}"
              + "\\p{L}{2,24}(?![\\p{L}\\p{N}])");

  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w+$€£.])(?:\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,4}\\)?){2,6}"
              + "|(?:1[ .-])?(?:\\(\\d{3}\\) ?|\\d{3}[.-])\\d{3}[.-]\\d{4})(?!\\w)");
  private static final int LEAST_DIGITS = 8;

  private Contacts() {}

  /// The post with e-mail addresses and telephone numbers masked, in its text and its notes.
  public static Post masked(Post post) {
    return Post.builder(post.id(), masked(post.text()))
        .kind(post.kind())
        .platform(post.platform())
        .lang(post.lang())
        .createdAt(post.createdAt())
        .editedAt(post.editedAt())
        .url(post.url())
        .author(post.author())
        .links(post.links())
        .engagement(post.engagement())
        .rating(post.rating())
        .notes(
            post.notes().stream()
                .map(n -> new Note(n.kind(), masked(n.text()), n.source().map(Contacts::masked)))
                .toList())
        .targets(post.targets())
        .build();
  }

  private static String masked(String text) {
    String letters = EMAIL.matcher(text).replaceAll("[e-mail]");
    return PHONE
        .matcher(letters)
        .replaceAll(
            m ->
                m.group().chars().filter(Character::isDigit).count() >= LEAST_DIGITS
                    ? "[phone]"
                    : java.util.regex.Matcher.quoteReplacement(m.group()));
  }
}
