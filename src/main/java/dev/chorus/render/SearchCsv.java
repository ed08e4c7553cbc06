package dev.chorus.render;

import dev.chorus.index.query.SearchResult;
import dev.chorus.index.query.StanceTerm;
import dev.chorus.json.JsonObject;
import dev.chorus.language.Reaction;
import dev.chorus.post.Post;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Search results as comma-separated values (RFC 4180), one hit a line, for a spreadsheet.
///
/// A spreadsheet would calculate what begins like a formula, and a formula can send away what
/// stands beside it. So such a cell begins with an apostrophe, which makes it a text; and control
/// characters are shown as signs. JSON has the texts exactly as they are.
public final class SearchCsv {
  /// What RFC 4180 ends a line with.
  private static final String END = "\r\n";

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "createdAt",
          "platform",
          "author",
          "handle",
          "kind",
          "lang",
          "about",
          "sentiment",
          "sentimentScore",
          "camp",
          "campProbability",
          "stances",
          "issues",
          "score",
          "url",
          "text");

  private SearchCsv() {}

  /// What tells a spreadsheet that the text is UTF-8.
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  public static String of(SearchResult result) {
    StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append(END);
    for (SearchResult.Hit hit : result.hits()) {
      Map<String, String> values = values(hit);
      csv.append(
              COLUMNS.stream()
                  .map(column -> cell(values.getOrDefault(column, "")))
                  .collect(Collectors.joining(",")))
          .append(END);
    }
    return csv.toString();
  }

  private static Map<String, String> values(SearchResult.Hit hit) {
    Reaction reaction = hit.placed().reaction();
    Post post = reaction.post();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", post.id());
    post.createdAt().ifPresent(t -> values.put("createdAt", t.toString()));
    post.platform().ifPresent(p -> values.put("platform", p));
    post.author().name().ifPresent(n -> values.put("author", n));
    post.author().handle().ifPresent(h -> values.put("handle", h));
    values.put("kind", post.kind().id());
    values.put("lang", reaction.lang());
    reaction.about().ifPresent(a -> values.put("about", a.kind().id()));
    reaction
        .sentiment()
        .ifPresent(
            s -> {
              values.put("sentiment", s.label().id());
              values.put("sentimentScore", number(s.score()));
            });
    values.put("camp", hit.placed().placement().camp());
    values.put("campProbability", number(hit.placed().placement().probability()));
    values.put(
        "stances",
        reaction.stances().stream()
            .map(s -> StanceTerm.of(s).toString())
            .collect(Collectors.joining("; ")));
    values.put(
        "issues",
        reaction.issues().stream().map(Reaction.Spoken::id).collect(Collectors.joining("; ")));
    values.put("score", number(hit.score()));
    post.url().ifPresent(u -> values.put("url", u));
    values.put("text", post.text());
    return values;
  }

  private static String number(double value) {
    return JsonObject.round(value).toPlainString();
  }

  /// As OWASP advises against formulas in CSV; some spreadsheets take the wide forms as well.
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private static final char SHOWN = '\uFFFD';

  static String cell(String value) {
    boolean formula =
        !value.isEmpty()
            && FORMULA.indexOf(value.charAt(0)) >= 0
            && !NUMBER.matcher(value).matches();
    StringBuilder cell = new StringBuilder(value.length() + 1);
    if (formula) cell.append('\'');
    value.codePoints().map(c -> isShown(c) ? c : SHOWN).forEach(cell::appendCodePoint);
    return quoted(cell.toString());
  }

  private static boolean isShown(int c) {
    if (c == '\t' || c == '\r' || c == '\n') return true;
    return Character.getType(c) != Character.CONTROL && !Layout.isDirection(c);
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
