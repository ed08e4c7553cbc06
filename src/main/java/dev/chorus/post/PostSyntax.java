package dev.chorus.post;

import java.util.regex.Pattern;

/// How links, handles and tags are written in posts.
///
/// Three kinds of handle are told apart on purpose. [#HANDLE] is the one that models learned on:
/// ASCII, as on X. [#FEDERATED_HANDLE] is every account that people may write, of any script and
/// with points, where none may be left behind: in guessing a language, and for pseudonyms.
/// [#endOfHandle] is of ASCII, so that a name ends where a script without spaces goes on. A change
/// of the first changes the texts that models read, and so every figure.
public final class PostSyntax {
  /// A link with its scheme, up to white space.
  public static final String LINK = "https?://\\S+";

  /// No letter, digit or sign of a name stands before this place: behind one, an `@` is that of an
  /// e-mail address.
  public static final String FRESH = "(?<![\\p{L}\\p{N}_@])";

  /// `@name` in ASCII.
  public static final Pattern HANDLE = Pattern.compile("(?<![\\w@])@\\w+");

  /// `@name` in any script, with points and hyphens: `@Jürgen`, `@me.bsky.social`.
  public static final Pattern FEDERATED_HANDLE =
      Pattern.compile(FRESH + "@[\\p{L}\\p{M}\\p{N}_.-]+");

  private static final Pattern SIGN = Pattern.compile("^[@#$](?=.)");

  private static final int FIRST_BEYOND_ASCII = 127;

  private PostSyntax() {}

  /// Whether a word, as a tokenizer cut it, is a link or the beginning of one.
  public static boolean isLink(String word) {
    return word.startsWith("http") || word.contains("://");
  }

  /// A handle, hashtag or cashtag without its sign; other words as they are.
  public static String bare(String word) {
    return SIGN.matcher(word).replaceFirst("");
  }

  /// Whether a link stands at this place: one with its scheme, or one that begins with `www.`.
  public static boolean isLinkAt(String text, int at) {
    return starts(text, at, "http://") || starts(text, at, "https://") || starts(text, at, "www.");
  }

  /// Whether a Reddit account stands at this place: `u/name`.
  public static boolean isRedditorAt(String text, int at) {
    return starts(text, at, "u/") && at + 2 < text.length();
  }

  private static boolean starts(String text, int at, String prefix) {
    return text.regionMatches(true, at, prefix, 0, prefix.length());
  }

  /// The place behind a link.
  ///
  /// @param from a place in the link
  public static int endOfLink(String text, int from) {
    int end = from;
    while (end < text.length() && isSign(text.charAt(end))) end++;
    return end;
  }

  /// The place behind a handle.
  ///
  /// @param from the place behind its sign
  public static int endOfHandle(String text, int from) {
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (!isSign(c) || !Character.isLetterOrDigit(c) && "_-.@/".indexOf(c) < 0) break;
      end++;
    }
    return end;
  }

  private static boolean isSign(char c) {
    return c > ' ' && c < FIRST_BEYOND_ASCII;
  }
}
