package dev.chorus.language;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a model should read of a post: links and the escapes of web pages say nothing about
/// meaning.
///
/// Offsets are lost on the way, so spans always come from the original text.
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

  /// Where a hashtag in camel case has its seams: `#ThrowbackThursday`, `#DeepSeekR1`.
  private static final Pattern HASHTAG = Pattern.compile("#\\w+");

  /// Letters drawn out for emphasis: `sooooo`.
  private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

  /// What Unicode says of an emoji's looks and not of its meaning: ❤ is no black heart.
  private static final Pattern LOOKS = Pattern.compile("\\b(heavy|black|white) ");

  private static final Pattern SEAM = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private PostText() {}

  /// The text without links, with web escapes resolved and white space folded. May be empty.
  static String plain(String text) {
    String plain = ESCAPE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(unescape(m)));
    return folded(LINK.matcher(plain).replaceAll(" "));
  }

  /// The plain text as the encoder reads it: hashtags in camel case cut into words, emoji by their
  /// names, drawn-out letters twice at most. May be empty.
  public static String readable(String text) {
    String cut =
        HASHTAG
            .matcher(plain(text))
            .replaceAll(m -> Matcher.quoteReplacement(SEAM.matcher(m.group()).replaceAll(" ")));
    return folded(DRAWN_OUT.matcher(named(cut)).replaceAll("$1$1"));
  }

  private static String folded(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /// Emoji by their Unicode names: the encoder's vocabulary has few of them, and a face with tears
  /// of joy says a lot.
  static String named(String text) {
    if (text.chars().noneMatch(PostText::maybeEmoji)) return text;
    StringBuilder named = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isEmojiModifier(c) || c == VARIATION || c == JOINER) return;
              if (c >= FIRST_FLAG_LETTER && c <= LAST_FLAG_LETTER) {
                named.append((char) ('a' + c - FIRST_FLAG_LETTER));
              } else if (c > LATIN && Character.isEmoji(c)) {
                String name = Character.getName(c).toLowerCase(Locale.ROOT);
                named.append(' ').append(LOOKS.matcher(name).replaceAll("")).append(' ');
              } else {
                named.appendCodePoint(c);
              }
            });
    return named.toString();
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
