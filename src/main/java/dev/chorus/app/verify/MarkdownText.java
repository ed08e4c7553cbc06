package dev.chorus.app.verify;

import dev.chorus.render.Claims;
import dev.chorus.render.markdown.MarkdownPrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A report in Markdown.
final class MarkdownText implements ReportText {
  private static final Pattern REFERENCE = Pattern.compile("&#(\\d{1,7});");
  private static final Pattern MARKUP = Pattern.compile("<!-- -->|</?b>|\\*\\*");
  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";

  private final List<Token> tokens = new ArrayList<>();
  private Optional<String> data = Optional.empty();
  private int dataLine;

  MarkdownText(String text) {
    int number = 0;
    boolean inside = false;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!inside && data.isEmpty() && line.strip().equals(MarkdownPrinter.FENCE)) {
        inside = true;
        data = Optional.of("");
        dataLine = number + 1;
      } else if (inside && line.strip().equals("```")) {
        inside = false;
      } else if (inside) {
        String before = data.orElseThrow();
        data = Optional.of(before.isEmpty() ? line : before + "\n" + line);
      } else {
        words(line, number);
      }
    }
  }

  private void words(String line, int number) {
    int at = 0;
    while (at < line.length()) {
      if (Character.isWhitespace(line.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      boolean comment = isComment(line, at);
      if (comment) {
        int close = line.indexOf(CLOSE, at);
        end = close < 0 ? line.length() : close + CLOSE.length();
      } else {
        while (end < line.length()
            && !Character.isWhitespace(line.charAt(end))
            && !isComment(line, end)) {
          end += line.startsWith(MarkdownPrinter.SPLIT, end) ? MarkdownPrinter.SPLIT.length() : 1;
        }
      }
      String raw = line.substring(at, end);
      tokens.add(
          comment
              ? new Token(Token.Kind.COMMENT, raw, "", number)
              : new Token(Token.Kind.WORD, raw, plain(raw), number));
      at = end;
    }
  }

  private static boolean isComment(String line, int at) {
    return line.startsWith(OPEN, at) && !line.startsWith(MarkdownPrinter.SPLIT, at);
  }

  private static String plain(String raw) {
    return REFERENCE
        .matcher(MARKUP.matcher(raw).replaceAll(""))
        .replaceAll(
            m -> {
              int c = Integer.parseInt(m.group(1));
              return java.util.regex.Matcher.quoteReplacement(
                  Character.isValidCodePoint(c) ? Character.toString(c) : m.group());
            });
  }

  @Override
  public Optional<String> data() {
    return data;
  }

  @Override
  public int dataLine() {
    return dataLine;
  }

  @Override
  public boolean marked() {
    return tokens.stream()
        .anyMatch(t -> t.raw().startsWith("<!--f:") || t.raw().startsWith("<!--q:"));
  }

  @Override
  public List<Token> tokens() {
    return tokens;
  }

  /// A mark stands behind the words that it is of.
  @Override
  public List<Shown> shown(Claims claims) {
    Map<String, Shown> lengths = new HashMap<>();
    claims
        .figures()
        .forEach(
            (key, words) ->
                lengths.put(
                    MarkdownPrinter.mark('f', key), new Shown(key, false, 0, count(words))));
    claims
        .quotes()
        .forEach(
            (key, quote) ->
                lengths.put(
                    MarkdownPrinter.mark('q', key), new Shown(key, true, 0, count(quote.shown()))));
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Shown mark = lengths.get(tokens.get(i).raw());
      if (mark == null) continue;
      int from = i;
      for (int words = mark.to(); words > 0 && from > 0; ) {
        from--;
        if (tokens.get(from).kind() == Token.Kind.WORD) words--;
      }
      shown.add(new Shown(mark.key(), mark.quote(), from, i + 1));
    }
    return shown;
  }

  private static int count(String words) {
    return words.isBlank() ? 0 : words.strip().split("\\s+").length;
  }

  @Override
  public ReportText like(FinishedReport report) {
    return new MarkdownText(MarkdownPrinter.print(report.outline(), report.claims()));
  }
}
