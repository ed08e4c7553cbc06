package dev.chorus.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Jackson's messages on mistakes, in words for somebody who has to correct a file. A message that
/// is not known here is passed on, without the parts that only a programmer needs.
final class SyntaxMessage {
  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('?(.+?)'? ?\\(?(?:code (\\d+).*?)?\\)\\)?: ?(.*)");
  private static final Pattern TOKEN =
      Pattern.compile("(?:Unrecognized|Non-standard) token '(.*?)'.*");
  private static final Pattern ESCAPE =
      Pattern.compile("Unrecognized character escape '?(.+?)'? \\(code (\\d+).*");
  private static final Pattern TWICE = Pattern.compile("Duplicate .*?[\"'](.*)[\"']");
  private static final Pattern CONTROL =
      Pattern.compile("Illegal unquoted character .*code (\\d+).*");
  private static final Pattern LIMIT = Pattern.compile(".*maximum allowed \\(([\\d,]+).*");

  private SyntaxMessage() {}

  static String of(String original) {
    String message = original.replaceAll("\\s+", " ").strip();
    Matcher m;
    if ((m = CHARACTER.matcher(message)).matches() && m.group(2) != null) {
      return "found " + character(m.group(2)) + "; wanted " + wanted(m.group(3));
    }
    if ((m = TOKEN.matcher(message)).matches()) {
      return "'" + Json.excerpt(m.group(1), 30) + "' is no value; words need double quotes";
    }
    if ((m = TWICE.matcher(message)).matches()) {
      return "the key \"" + Json.excerpt(m.group(1), 30) + "\" is there twice";
    }
    if ((m = ESCAPE.matcher(message)).matches()) {
      return "a backslash stands before " + character(m.group(2)) + ", which is no escape";
    }
    if ((m = CONTROL.matcher(message)).matches()) {
      return "a string holds a control character (code " + m.group(1) + ") that is not escaped";
    }
    if ((m = LIMIT.matcher(message)).matches()) {
      String limit = String.format(java.util.Locale.ENGLISH, "%,d", number(m.group(1)));
      if (message.contains("nesting")) return "it is nested deeper than " + limit + " levels";
      if (message.contains("Number")) return "a number has more than " + limit + " digits";
      if (message.contains("ame length")) return "a key has more than " + limit + " characters";
    }
    if (message.startsWith("Unexpected end-of-input") || message.startsWith("No content")) {
      return "it ends too early";
    }
    if (message.contains("Leading zeroes")) return "a number begins with a zero";
    if (message.startsWith("Trailing token")) return "there is more behind the value";
    return message
        .replaceAll(" ?\\((for|within|start marker|from|from `).*", "")
        .replaceAll(": was expecting.*", "");
  }

  private static long number(String digits) {
    return Long.parseLong(digits.replace(",", ""));
  }

  private static String character(String code) {
    int c = Integer.parseInt(code);
    return Character.isISOControl(c)
        ? "a control character (code " + c + ")"
        : "'" + Json.wellFormed(String.valueOf((char) c)) + "'";
  }

  private static String wanted(String expectation) {
    if (expectation.contains("start") && expectation.contains("name")) {
      return "a key in double quotes";
    }
    if (expectation.contains("comma to separate Object")) return "a comma or '}'";
    if (expectation.contains("comma to separate Array")) return "a comma or ']'";
    if (expectation.contains("colon")) return "a colon behind the key";
    return "a value";
  }
}
