package dev.chorus.render.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words made fit for Markdown: nothing in them is taken for markup, and nothing becomes a link.
///
/// Characters that mean something are written as character references, as these hold in Markdown
/// and in HTML alike. GitHub looks for people, issues, addresses and emoji in the finished text
/// also; an empty comment inside such a word stops it.
final class Markup {
  /// Splits a word for GitHub, and is not seen.
  static final String SPLIT = "<!-- -->";

  private static final String SPECIAL = "\\`*_[]<>&|~^${}#";

  /// What GitHub makes a link or a picture of. The first group is followed by a split.
  private static final Pattern LINKED =
      Pattern.compile(
          "([@#]|\\bGH-(?=\\d)|\\b(?:https?|ftp|mailto|xmpp):|\\bwww(?=\\.)|:(?=[\\w+-]+:))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LIST = Pattern.compile("^(\\d{1,9})([.)])");

  private Markup() {}

  /// Words on one line.
  static String words(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 16);
    Matcher linked = LINKED.matcher(words);
    int at = 0;
    while (linked.find()) {
      characters(words.substring(at, linked.end()), escaped);
      escaped.append(SPLIT);
      at = linked.end();
    }
    characters(words.substring(at), escaped);
    return escaped.toString();
  }

  private static void characters(String words, StringBuilder escaped) {
    words
        .codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c)) {
                escaped.append(' ');
              } else if (unseen(c)) {
                escaped.append(String.format(Locale.ROOT, "&#91;U+%04X&#93;", c));
              } else if (SPECIAL.indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
              } else {
                escaped.appendCodePoint(c);
              }
            });
  }

  /// Characters that change the order or the look of others and are not seen, but for those that
  /// words and emoji of many people need.
  private static boolean unseen(int c) {
    int type = Character.getType(c);
    boolean joins = c == 0x200C || c == 0x200D;
    return (type == Character.FORMAT && !joins)
        || type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /// A line whose beginning is not taken for a list or an underline.
  static String line(String line) {
    String text = line.strip();
    if (text.isEmpty()) return text;
    if ("-+=:%".indexOf(text.charAt(0)) >= 0) {
      return "&#" + (int) text.charAt(0) + ";" + text.substring(1);
    }
    Matcher list = LIST.matcher(text);
    if (!list.find()) return text;
    return list.group(1) + "&#" + (int) list.group(2).charAt(0) + ";" + text.substring(list.end());
  }

  /// A mark that one does not see, behind what it is of.
  ///
  /// @param kind `f` for a figure, `q` for a quote
  static String mark(char kind, String key) {
    return "<!--" + kind + ":" + key(key) + "-->";
  }

  /// A key that cannot end a comment: what is no letter, digit, or one of `._:/+-` is written as
  /// percent and its UTF-8 bytes, and so is a hyphen behind another.
  static String key(String key) {
    StringBuilder safe = new StringBuilder();
    key.codePoints()
        .forEach(
            c -> {
              boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "._:/+".indexOf(c) >= 0);
              boolean hyphen = c == '-' && !safe.isEmpty() && safe.charAt(safe.length() - 1) != '-';
              if (plain || hyphen) {
                safe.appendCodePoint(c);
                return;
              }
              for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                safe.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
              }
            });
    return safe.toString();
  }

  /// A link to where a post stands, which names the host; nothing for what is no address of the
  /// web.
  static Optional<String> link(String url) {
    try {
      URI address = new URI(new URI(url).toASCIIString());
      String scheme = address.getScheme() == null ? "" : address.getScheme();
      boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
      if (!web || address.getHost() == null || address.getUserInfo() != null) {
        return Optional.empty();
      }
      String safe = address.toString().replace("(", "%28").replace(")", "%29").replace("|", "%7C");
      return Optional.of("[open at " + words(address.getHost()) + "](<" + safe + ">)");
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
