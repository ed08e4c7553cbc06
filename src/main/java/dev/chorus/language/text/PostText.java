package dev.chorus.language.text;

import dev.chorus.post.PostSyntax;
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
  /// Links, and the bare `http` that some data sets have in their place. No word boundary, which
  /// takes Java minutes to find among tens of thousands of combining marks.
  private static final Pattern LINK =
      Pattern.compile(PostSyntax.LINK + "|(?<!\\w)t\\.co/\\S+|(?<!\\S)https?(?!\\S)");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
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

  /// Signs that are written in several ways, or not seen at all.
  private static final Pattern SIGNS =
      Pattern.compile(
          "[\u2018\u2019\u201A\u201B\u02BC\u00B4`\uFF07\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02"
              + "\u2010-\u2015\u2212\u2026\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]");

  private static final String VERB =
      "is|isn't|are|aren't|was|wasn't|were|has|have|had|does|doesn't|do|did|didn't|can|can't|could"
          + "|will|won't|would|should|just|really|always|never|says|said|beats|keeps|needs|gets|got"
          + "|went|and|or|vs|versus|than";

  /// Whom a post answers or repeats: it says nothing of what is said. Before a verb the name is
  /// part of the sentence ("@acme is down").
  private static final Pattern ADDRESSED =
      Pattern.compile(
          "^\\s*(?:RT\\s+@\\w+\\s*:?\\s*|(?:\\.?@[\\w.-]+[\\s,:]+)+(?!@|[&+]|'s\\b|(?i:"
              + VERB
              + ")\\b)|\"?@\\w+:\\s*)(?=\\S)");

  /// A full stop at the end; three of them say more.
  private static final Pattern END = Pattern.compile("(?<![.\\s])\\s*\\.(?=\\s*$)");

  /// Marks out of ten or five, and stars.
  private static final Pattern OUT_OF_TEN =
      Pattern.compile(
          "(?<![\\w/.,$])(\\d{1,2}(?:\\.\\d)?)\\s?(?:/|out of)\\s?10(?![\\w/%]|[.,]\\d"
              + "|\\s+(?:people|users|times|of|developers|companies|years))");
  private static final Pattern STARS =
      Pattern.compile(
          "(?<![\\w.,$-])([1-5])(?:\\s?/\\s?5)?[\\s-]?(?:stars?\\b(?!\\s*(?:hotel|restaurant|general))|\\u2B50(?!\\s?\\u2B50))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STAR_SIGNS =
      Pattern.compile("[\u2B50\u2605]\uFE0F?(?:\\s?[\u2B50\u2605\u2606]\uFE0F?){0,4}");

  /// Where a hashtag in camel case has its seams: `#ThrowbackThursday`, `#DeepSeekR1`.
  private static final Pattern SEAM = Pattern.compile("(?=[A-Z])(?<=[a-z])(?<=#\\w{1,100})");

  private PostText() {}

  /// The text without links, with web escapes resolved and white space folded. May be empty.
  public static String plain(String text) {
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
  public static Traced traced(String text) {
    Traced plain = plain(plain(Traced.of(text)).replaced(SIGNS, PostText::sign));
    // A repeated post may itself answer somebody.
    Traced said = plain.replaced(ADDRESSED, _ -> "").replaced(ADDRESSED, _ -> "");
    Traced ended = said.replaced(END, _ -> "");
    Traced rated =
        ended
            .replaced(STARS, m -> stars(Integer.parseInt(m.group(1))))
            .replaced(STAR_SIGNS, m -> stars(filled(m.group())))
            .replaced(OUT_OF_TEN, m -> m.group() + mark(Double.parseDouble(m.group(1))));
    Traced cut = rated.replaced(SEAM, _ -> " ");
    return folded(named(cut).replaced(DRAWN_OUT, m -> m.group(1) + m.group(1)));
  }

  private static String sign(MatchResult sign) {
    return switch (sign.group().charAt(0)) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC', '\u00B4', '`', '\uFF07' -> "'";
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB', '\uFF02' -> "\"";
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "-";
      case '\u2026' -> "...";
      default -> "";
    };
  }

  private static int filled(String stars) {
    return (int) stars.chars().filter(c -> c == 0x2B50 || c == 0x2605).count();
  }

  private static String stars(int count) {
    return " " + count + " of 5 stars" + mark(2 * count) + " ";
  }

  /// What a mark from 0 to 10 says; the encoder knows words better than numbers.
  private static String mark(double mark) {
    if (mark > 10) return "";
    if (mark >= 9) return " (excellent)";
    if (mark >= 7) return " (good)";
    if (mark > 5) return " (fair)";
    if (mark > 3) return " (poor)";
    return " (terrible)";
  }

  private static Traced folded(Traced text) {
    return text.replaced(SPACE, _ -> " ").stripped();
  }

  /// Emoji by their Unicode names: the encoder's vocabulary has few of them, and a face with tears
  /// of joy says a lot.
  public static String named(String text) {
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
    return PostSyntax.HANDLE.matcher(readable).replaceAll("@user");
  }

  /// The words alone, without user names: what tells the language.
  static String words(String text) {
    return PostSyntax.HANDLE.matcher(plain(text)).replaceAll(" ").replace('#', ' ').strip();
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
