package dev.chorus.language;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a model should read of a post: links and the escapes of web pages say nothing about
/// meaning.
///
/// Offsets are lost on the way, so spans always come from the original text.
final class PostText {
  private static final Pattern LINK = Pattern.compile("https?://\\S+|\\bt\\.co/\\S+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern HANDLE = Pattern.compile("(?<![\\w@])@\\w+");
  private static final Pattern ESCAPE =
      Pattern.compile("&(amp|lt|gt|quot|#39|#x27|nbsp);", Pattern.CASE_INSENSITIVE);

  private PostText() {}

  /// The text without links, with web escapes resolved and white space folded. May be empty.
  static String readable(String text) {
    String plain = ESCAPE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(unescape(m)));
    plain = LINK.matcher(plain).replaceAll(" ");
    return SPACE.matcher(plain).replaceAll(" ").strip();
  }

  /// The words alone, without user names: what tells the language.
  static String words(String text) {
    return HANDLE.matcher(readable(text)).replaceAll(" ").replace('#', ' ').strip();
  }

  private static String unescape(MatchResult escape) {
    return switch (escape.group(1).toLowerCase(java.util.Locale.ROOT)) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "nbsp" -> " ";
      default -> "'";
    };
  }
}
