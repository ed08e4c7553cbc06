package dev.chorus.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.app.UserException;
import dev.chorus.cli.Cli;
import dev.chorus.json.Json;
import dev.chorus.render.Claims;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyReportTest {
  private static final Pattern DATA = Pattern.compile("\\{[^\n]*\"chorusReport\":1[^\n]*\\}");

  @TempDir static Path folder;
  private static Reported reported;
  private static String markdown;
  private static String html;

  @BeforeAll
  static void report() throws Exception {
    reported = new Reported(folder);
    markdown = reported.markdown();
    html = reported.html();
  }

  @Test
  void findsNothingInAFreshReport() throws Exception {
    assertThat(reported.verified("fresh.md", markdown).findings()).isEmpty();
    assertThat(reported.verified("fresh.html", html).findings()).isEmpty();
    assertThat(reported.verified("windows.md", markdown.replace("\n", "\r\n")).passed()).isTrue();
    assertThat(reported.verified("fresh.html", html).checked())
        .matches("\\d{2,} figures, \\d{2,} quotes");
  }

  private record Tampering(
      String name, UnaryOperator<String> ofHtml, UnaryOperator<String> ofMarkdown) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Tampering both(String name, UnaryOperator<String> edit) {
    return new Tampering(name, edit, edit);
  }

  /// The first place that a pattern matches.
  private static UnaryOperator<String> first(String pattern, String replacement) {
    return report -> report.replaceFirst("(?s)" + pattern, replacement);
  }

  private static UnaryOperator<String> swap(String one, String other) {
    return report -> {
      int data = report.indexOf("\"chorusReport\"");
      String words = report.substring(0, data);
      return words.replace(one, "\u0001").replace(other, one).replace("\u0001", other)
          + report.substring(data);
    };
  }

  /// Edits the data, and gives them a digest that fits.
  @SuppressWarnings("unchecked")
  private static UnaryOperator<String> data(UnaryOperator<Map<String, Object>> edit) {
    return report -> {
      Matcher data = DATA.matcher(report);
      assertThat(data.find()).isTrue();
      Map<String, Object> claims = (Map<String, Object>) Json.parse(data.group());
      claims = edit.apply(claims);
      claims.put("digest", Claims.digest(claims));
      String edited = Json.canonical(claims).replace("<", "\\u003c").replace(">", "\\u003e");
      return report.substring(0, data.start()) + edited + report.substring(data.end());
    };
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<Map<String, Object>> within(
      String part, UnaryOperator<Map<String, Object>> edit) {
    return claims -> {
      Map<String, Object> all = new TreeMap<>(claims);
      all.put(part, edit.apply(new LinkedHashMap<>((Map<String, Object>) claims.get(part))));
      return all;
    };
  }

  private static UnaryOperator<Map<String, Object>> with(String key, Object value) {
    return map -> {
      Map<String, Object> changed = new TreeMap<>(map);
      changed.put(key, value);
      return changed;
    };
  }

  private static UnaryOperator<Map<String, Object>> without(String key) {
    return map -> {
      Map<String, Object> changed = new TreeMap<>(map);
      changed.remove(key);
      return changed;
    };
  }

  private static final UnaryOperator<String> DATA_SAY_MORE =
      data(within("figures", with("camp.fans.share", "91% (90–92)")));

  static Stream<Tampering> tamperings() {
    UnaryOperator<String> figure = first("\\d\\d% \\((\\d\\d–\\d\\d\\))", "91% ($1");
    List<Tampering> all = new ArrayList<>();
    all.add(both("a figure", figure));
    all.add(both("an interval", first("(\\d\\d%) \\((\\d\\d)–\\d\\d\\)", "$1 ($2–99)")));
    all.add(
        new Tampering(
            "the width of a bar",
            first("(<rect class=\"solid\" data-figure[^>]* width=\")[^\"]+", "$177%"),
            first("`█", "`██")));
    all.add(
        new Tampering(
            "the place of a bar",
            first("(<rect class=\"[a-z]+\" data-figure[^>]* x=\")[^\"]+", "$13%"),
            first("█▒", "▒▒")));
    all.add(both("a letter of a quote", first("would buy it again", "would buy it agein")));
    all.add(both("the author of a quote", first("Eva Stone", "Ava Stone")));
    all.add(both("the date of a quote", first("3 Jan 2025", "4 Jan 2025")));
    all.add(both("the address of a post", first("posts.example/eva", "posts.example/ann")));
    all.add(
        new Tampering(
            "a note that is removed",
            first("<p class=\"note\">.*?</p>", ""),
            first(">\n> ⚑[^\n]*\n", "")));
    all.add(
        new Tampering(
            "a quote that is removed",
            first("<figure class=\"quote\">.*?</figure>", ""),
            first("\n> “[^\n]*\n>\n> — [^\n]*\n", "\n")));
    all.add(
        new Tampering(
            "a quote that is added",
            first("<figure class=\"quote\">", "<blockquote>“I never said this.”</blockquote>$0"),
            first("\n> “", "\n> “I never said this.”\n\n> “")));
    all.add(both("a number in prose", first("These are posters", "60% agree. These are posters")));
    all.add(both("ids that are swapped", swap("fan-0", "fan-3")));
    all.add(both("camps that are swapped", swap("Fans", "Foes")));
    all.add(
        new Tampering(
            "the camps of the first sentences swapped",
            first("(<div class=\"finding\">.*?)Fans(.*?)Foes", "$1Foes$2Fans"),
            first("(<a id=\"finding\"></a>.*?)Fans(.*?)Foes", "$1Foes$2Fans")));
    all.add(
        new Tampering(
            "a script that is edited",
            first("'use strict';", "'use strict'; alert(1);"),
            first("(?=```json)", "```js\nalert(1)\n```\n\n")));
    all.add(
        new Tampering(
            "a script that is added",
            first("</main>", "<script>alert(1)</script></main>"),
            first("\n## ", "\n<script>alert(1)</script>\n\n## ")));
    all.add(
        new Tampering(
            "a handler that is added",
            first("<p>", "<p onclick=\"alert(1)\">"),
            first("\n## ", "\n<p onclick=\"alert(1)\">\n\n## ")));
    all.add(
        new Tampering(
            "a style that is edited",
            first("<style>", "<style>.bars{display:none}"),
            first("\n## ", "\n<style>*{display:none}</style>\n\n## ")));
    all.add(
        new Tampering(
            "a policy that allows more",
            first("default-src [^;]+;", "default-src *;"),
            first("\n## ", "\n![](https://elsewhere.example/p.png)\n\n## ")));
    all.add(
        both(
            "a digest that is edited",
            first("sha256:[0-9a-f]{8}(?=[0-9a-f]{56})", "sha256:00000000")));
    all.add(both("a figure of the data", DATA_SAY_MORE));
    all.add(
        both(
            "a figure of the data and of the text",
            report -> DATA_SAY_MORE.apply(figure.apply(report))));
    all.add(both("a quote of the data removed", data(within("quotes", without("fan-3:0-66")))));
    all.add(both("a figure of the data removed", data(within("figures", without("corpus.posts")))));
    all.add(
        both(
            "the author in the data",
            data(within("quotes", within("fan-3:0-66", with("author", "@somebody"))))));
    all.add(both("more in the data", data(with("approved", "by the editor"))));
    all.add(both("another index in the data", data(with("index", "0123456789ab"))));
    all.add(both("another command in the data", data(with("command", "chorus camps"))));
    all.add(
        new Tampering(
            "a mark that is removed",
            first("<span data-figure=\"corpus.posts\">(\\d+)</span>", "$1"),
            first("<!--f:corpus.posts-->", "")));
    all.add(
        new Tampering(
            "hidden text",
            first("</main>", "<p hidden>All of them agree</p></main>"),
            first("\n## ", "\n<!-- all of them agree -->\n\n## ")));
    all.add(both("a rank", first("rank (\\d)", "rank 7")));
    all.add(
        new Tampering(
            "the order of bars",
            first("(<ul class=\"bars\"[^>]*>\\s*)(<li>.*?</li>)(\\s*)(<li>.*?</li>)", "$1$4$3$2"),
            first("(\\| Fans [^\n]*\n)(\\| Foes [^\n]*\n)", "$2$1")));
    all.add(both("the end cut off", report -> report.substring(0, report.length() / 2)));
    all.add(
        both(
            "the data cut off",
            report -> report.substring(0, report.indexOf("\"chorusReport\":"))));
    all.add(both("the title", first("The Event", "The Scandal")));
    all.add(both("what it was made with", first("models test", "models best")));
    all.add(both("a caution that is removed", first("as reported, not verbatim", "verbatim")));
    all.add(
        new Tampering(
            "a fold that is removed",
            first("<details[^>]*>(?:(?!</details>).)*chosen.*?</details>", ""),
            first("<details><summary>How these.*?</details>", "")));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void findsTampering(Tampering tampering) throws Exception {
    found("report.html", html, tampering.ofHtml());
    found("report.md", markdown, tampering.ofMarkdown());
  }

  private static void found(String name, String report, UnaryOperator<String> edit)
      throws Exception {
    String edited = edit.apply(report);
    assertThat(edited).as(name + " is edited").isNotEqualTo(report);
    try {
      Verification verification = reported.verified(name, edited);
      assertThat(verification.passed()).as(name).isFalse();
      assertThat(verification.findings()).as(name).hasSizeLessThan(60);
    } catch (UserException e) {
      assertThat(e).hasMessageContaining(name).hasMessageContaining("cut");
    }
  }

  private static List<String> messages(String name, String report) throws Exception {
    return reported.verified(name, report).findings().stream()
        .map(f -> f.key() + ": " + f.message())
        .toList();
  }

  @Test
  void saysWhichFigureIsAnother() throws Exception {
    String share = reported.report().claims().figures().get("camp.fans.share");
    assertThat(share).matches("≈?\\d\\d% \\(.*");
    String other = share.replaceFirst("\\d\\d%", "91%");
    assertThat(messages("report.md", markdown.replaceFirst(Pattern.quote(share), other)))
        .containsExactly("camp.fans.share: shows " + other + ", index says " + share);
    assertThat(messages("report.html", html.replace(">" + share + "<", ">" + other + "<")))
        .contains("camp.fans.share: shows " + other + ", index says " + share);
  }

  @Test
  void saysWhatIsAddedAndWhatIsMissing() throws Exception {
    String more = "60% agree. These are posters";
    assertThat(messages("report.md", markdown.replaceFirst("These are posters", more)))
        .singleElement()
        .asString()
        .contains("“60% agree.” is not in the report of this index");
    assertThat(messages("report.html", html.replaceFirst("as reported, not verbatim", "")))
        .anySatisfy(m -> assertThat(m).contains("“as reported, not verbatim” is missing"));
    assertThat(
            messages(
                "report.html",
                html.replaceFirst("(<rect class=\"few\"[^>]* width=\")[^\"]+", "$177%")))
        .singleElement()
        .asString()
        .contains("<rect>: width is 77%, index says ");
  }

  @Test
  void comparesNothingThatIsNotOfThisIndex() throws Exception {
    Reported other =
        new Reported(folder.resolve("other"), dev.chorus.report.ThingPosts.reactions());
    Verification verification = reported.verified("other.md", other.markdown());
    assertThat(verification.passed()).isFalse();
    assertThat(verification.findings())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("cannot be compared: made from index “");
  }

  @Test
  void refusesFormsThatItDoesNotKnow() {
    assertThatThrownBy(
            () ->
                reported.verified(
                    "new.md", markdown.replace("\"chorusReport\":1", "\"chorusReport\":2")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("has the form 2, and this version of Chorus checks form 1 only");
    assertThatThrownBy(
            () -> reported.verified("broken.md", markdown.replace("{\"chorus\"", "{chorus\"")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("the data of the report are no JSON");
    assertThatThrownBy(
            () -> reported.verified("marks.md", markdown.substring(0, markdown.indexOf("```json"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is a report of Chorus without its data");
  }

  /// Lines, JSON and exit codes of the command.
  @Test
  void printsALineForEachFinding() throws Exception {
    String index = reported.index.toString();
    Path good = reported.file("good.md", markdown);
    Cli.Result fresh = Cli.chorus("verify", good.toString(), "--index", index);
    assertThat(fresh.code()).isZero();
    assertThat(fresh.out()).matches(Pattern.quote(good + ": in order; checked: ") + ".* quotes\n");
    Path bad = reported.file("bad.md", markdown.replaceFirst("Eva Stone", "Ava\u001b[2J Stone"));
    Cli.Result other = Cli.chorus("verify", bad.toString(), "--index", index);
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out())
        .startsWith(bad + ":")
        .contains("“Ava")
        .contains(bad + ": not in order: 1 finding; checked: ")
        .doesNotContain("\u001b");
    Cli.Result json = Cli.chorus("verify", bad.toString(), "--index", index, "--format", "json");
    assertThat(json.code()).isEqualTo(1);
    Map<?, ?> result = (Map<?, ?>) Json.parse(json.out());
    assertThat(result.get("is")).isEqualTo("report");
    assertThat(result.get("passed")).isEqualTo(false);
    assertThat((List<?>) result.get("findings")).hasSize(1);
    Cli.Result none = Cli.chorus("verify", "no-such-file.md", "--index", index);
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("There is no file no-such-file.md.").hasLineCount(1);
  }
}
