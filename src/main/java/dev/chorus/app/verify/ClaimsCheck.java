package dev.chorus.app.verify;

import dev.chorus.app.verify.Finding.Kind;
import dev.chorus.camp.Placed;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.render.Claims;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Compares the data of a report with those of the report that the index gives today.
final class ClaimsCheck {
  private final ReactionReader index;
  private final int line;
  private final List<Finding> findings;

  private ClaimsCheck(ReactionReader index, int line, List<Finding> findings) {
    this.index = index;
    this.line = line;
    this.findings = findings;
  }

  static void run(
      ReportData data, Claims fresh, ReactionReader index, int line, List<Finding> findings)
      throws IndexException {
    ClaimsCheck check = new ClaimsCheck(index, line, findings);
    check.figures(data.objects("figures"), fresh.figures());
    check.quotes(data.objects("quotes"), fresh.quotes());
    TreeSet<String> known = new TreeSet<>(fresh.made().keySet());
    known.addAll(List.of(Claims.FORM_KEY, "figures", "quotes", "digest"));
    for (String key : data.json().keySet()) {
      if (!known.contains(key)) {
        check.add(
            Kind.DATA, key, "", Optional.empty(), "the data have " + key + ", which is not ours");
      }
    }
  }

  private void figures(Map<String, Object> shown, Map<String, String> right) {
    TreeSet<String> keys = new TreeSet<>(shown.keySet());
    keys.addAll(right.keySet());
    for (String key : keys) {
      String said = String.valueOf(shown.getOrDefault(key, ""));
      String index = right.get(key);
      if (said.equals(index)) continue;
      String what =
          index == null
              ? "the data say " + said + ", and the report of this index has no such figure"
              : shown.containsKey(key)
                  ? "the data say " + said + ", index says " + index
                  : "is missing in the data, index says " + index;
      add(Kind.FIGURE, key, said, Optional.ofNullable(index), what);
    }
  }

  private void quotes(Map<String, Object> shown, Map<String, Claims.Quoted> right)
      throws IndexException {
    TreeSet<String> keys = new TreeSet<>(shown.keySet());
    keys.addAll(right.keySet());
    for (String key : keys) {
      Claims.Quoted quote = right.get(key);
      if (!shown.containsKey(key)) {
        add(Kind.QUOTE, key, "", Optional.of(quote.shown()), "the quote is missing in the data");
      } else if (quote == null) {
        added(key, shown.get(key));
      } else {
        fields(key, shown.get(key), quote);
      }
    }
  }

  /// A quote that the report of this index does not have: whether it is one at all.
  private void added(String key, Object value) throws IndexException {
    Map<?, ?> said = value instanceof Map<?, ?> map ? map : Map.of();
    String words = String.valueOf(said.get("text"));
    Optional<Placed> post = index.get(String.valueOf(said.get("post")));
    String which =
        post.isEmpty()
            ? "there is no such post in this index"
            : post.get().reaction().post().text().contains(words)
                ? "the words stand in the post, and the report of this index does not quote them"
                : "the words do not stand in the post";
    add(
        Kind.QUOTE,
        key,
        words,
        Optional.empty(),
        "the data quote " + Finding.quoted(words) + ": " + which);
  }

  private void fields(String key, Object value, Claims.Quoted quote) {
    Map<?, ?> said = value instanceof Map<?, ?> map ? map : Map.of();
    Map<String, Object> right = quote.json();
    TreeSet<String> names = new TreeSet<>(right.keySet());
    said.keySet().forEach(name -> names.add((String) name));
    for (String name : names) {
      Object is = said.containsKey(name) ? said.get(name) : "";
      Object wanted = right.getOrDefault(name, "");
      if (is.equals(wanted)) continue;
      add(
          Kind.QUOTE,
          key,
          String.valueOf(is),
          Optional.of(String.valueOf(wanted)),
          "the data give "
              + name
              + " as "
              + Finding.quoted(String.valueOf(is))
              + ", index says "
              + Finding.quoted(String.valueOf(wanted)));
    }
  }

  private void add(Kind kind, String key, String shown, Optional<String> expected, String message) {
    findings.add(new Finding(kind, key, line, shown, expected, message));
  }
}
