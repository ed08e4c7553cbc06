package dev.chorus.language;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a model should read of a post: links and escapes that were left over say nothing about
/// meaning.
///
/// Spans always are those of the original text: [#traced] leads back to it.
public final class PostText {
  private static final int LATIN = 0xFF;
  private static final int VARIATION = 0xFE0F;
  private static final int JOINER = 0x200D;
  private static final int FIRST_FLAG_LETTER = 0x1F1E6;
  private static final int LAST_FLAG_LETTER = 0x1F1FF;
  /// Links, and the bare `http` that some data sets have in their place.
  private static final Pattern LINK =
      Pattern.compile("https?://\\S+|\\bt\\.co/\\S+|(?<!\\S)https?(?!\\S)");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern HANDLE = Pattern.compile("(?<![\\w@])@\\w+");
  private static final Pattern ESCAPE =
      Pattern.compile("&(amp|lt|gt|quot|#39|#x27|nbsp);", Pattern.CASE_INSENSITIVE);

  /// What JSON that was escaped twice leaves in a text: `\\u2019`. Halves of a pair only together.
  private static final Pattern CODE =
      Pattern.compile(
          "\\\\u(d[89ab]\\p{XDigit}{2})\\\\u(d[c-f]\\p{XDigit}{2})|\\\\u(?!d[89a-f])(\\p{XDigit}{4})",
          Pattern.CASE_INSENSITIVE);

  /// Letters drawn out for emphasis: `sooooo`.
  private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

  /// What Unicode says of an emoji's looks and not of its meaning: ❤ is no black heart.
  private static final Pattern LOOKS = Pattern.compile("\\b(heavy|black|white) ");

  /// Where a hashtag in camel case has its seams: `#ThrowbackThursday`, `#DeepSeekR1`.
  private static final Pattern SEAM = Pattern.compile("(?=[A-Z])(?<=[a-z])(?<=#\\w{1,100})");

  private PostText() {}

  /// The text without links, with web escapes resolved and white space folded. May be empty.
  static String plain(String text) {
    return plain(Traced.of(text)).text();
  }

  private static Traced plain(Traced text) {
    Traced coded = text.text().contains("\\u") ? text.replaced(CODE, PostText::decoded) : text;
    return folded(coded.replaced(ESCAPE, PostText::unescape).replaced(LINK, _ -> " "));
  }

  /// The plain text as the encoder reads it: hashtags in camel case cut into words, emoji by their
  /// names, drawn-out letters twice at most. May be empty.
  public static String readable(String text) {
    return traced(text).text();
  }

  /// The readable text, whose words know where in the post they stand.
  static Traced traced(String text) {
    Traced cut = plain(Traced.of(text)).replaced(SEAM, _ -> " ");
    return folded(named(cut).replaced(DRAWN_OUT, m -> m.group(1) + m.group(1)));
  }

  private static Traced folded(Traced text) {
    return text.replaced(SPACE, _ -> " ").stripped();
  }

  /// Emoji by their Unicode names: the encoder's vocabulary has few of them, and a face with tears
  /// of joy says a lot.
  static String named(String text) {
    return named(Traced.of(text)).text();
  }

  private static Traced named(Traced traced) {
    String text = traced.text();
    if (text.chars().noneMatch(PostText::maybeEmoji)) return traced;
    Traced.Builder named = new Traced.Builder(traced);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int end = at + Character.charCount(c);
      if (c >= FIRST_FLAG_LETTER && c <= LAST_FLAG_LETTER) {
        named.put(Character.toString('a' + c - FIRST_FLAG_LETTER), at, end);
      } else if (c > LATIN && Character.isEmoji(c) && !Character.isEmojiModifier(c)) {
        String name = Character.getName(c).toLowerCase(Locale.ROOT);
        named.put(" " + LOOKS.matcher(name).replaceAll("") + " ", at, end);
      } else if (!Character.isEmojiModifier(c) && c != VARIATION && c != JOINER) {
        named.keep(at, end);
      }
      at = end;
    }
    return named.build();
  }

  private static boolean maybeEmoji(int unit) {
    return unit >= 0x2000;
  }

  /// With `@user` for every user name.
  public static String withoutNames(String readable) {
    return HANDLE.matcher(readable).replaceAll("@user");
  }

  /// The words alone, without user names: what tells the language.
  static String words(String text) {
    return HANDLE.matcher(plain(text)).replaceAll(" ").replace('#', ' ').strip();
  }

  private static String decoded(MatchResult code) {
    if (code.group(3) != null) {
      int unit = Integer.parseInt(code.group(3), 16);
      return Character.isISOControl(unit) ? " " : Character.toString(unit);
    }
    return new String(
        new char[] {
          (char) Integer.parseInt(code.group(1), 16), (char) Integer.parseInt(code.group(2), 16)
        });
  }

  private static String unescape(MatchResult escape) {
    return switch (escape.group(1).toLowerCase(Locale.ROOT)) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "nbsp" -> " ";
      default -> "'";
    };
  }
}
