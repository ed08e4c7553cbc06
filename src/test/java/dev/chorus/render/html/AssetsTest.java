package dev.chorus.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What each page carries, whatever is reported.
class AssetsTest {
  private static final int LARGEST_STYLE = 12 * 1024;
  private static final int LARGEST_SCRIPT = 15 * 1024;

  @Test
  void styleAndScriptAreSmall() {
    assertThat(bytes("report.css")).isLessThanOrEqualTo(LARGEST_STYLE);
    assertThat(bytes("report.js")).isLessThanOrEqualTo(LARGEST_SCRIPT);
  }

  private static int bytes(String name) {
    return Asset.read(name).text().getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void nothingIsAskedForFromElsewhere() {
    assertThat(Asset.read("report.css").text()).doesNotContain("@import", "url(http", "url(//");
    assertThat(Asset.read("report.js").text())
        .doesNotContain("fetch(", "XMLHttpRequest", "eval(", "innerHTML", "import(");
  }

  /// Words that say more than posts can tell.
  @Test
  void templatesClaimNothing() throws IOException {
    Path templates = Path.of(System.getProperty("chorus.home"), "src/main/jte");
    try (Stream<Path> files = Files.walk(templates)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".jte")).toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        assertThat(words(Files.readString(file)))
            .as(file.toString())
            .doesNotContain("the public", "proves", "viral", "significant");
        assertThat(Files.readString(file)).doesNotContain("style=\"", "onclick", "onload");
      }
    }
    assertThat(words(Asset.read("report.js").text()))
        .doesNotContain("the public", "proves", "viral", "significant");
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replace("not the public", "");
  }

  /// What is printed as it is: the style and the script, whose bytes the policy names, and the
  /// data, which [Island] has made harmless.
  @Test
  void templatesLetNothingElsePastTheEscaping() throws IOException {
    Path templates = Path.of(System.getProperty("chorus.home"), "src/main/jte");
    try (Stream<Path> files = Files.walk(templates)) {
      List<String> unsafe =
          files
              .filter(Files::isRegularFile)
              .flatMap(AssetsTest::lines)
              .filter(line -> line.contains("$unsafe"))
              .map(String::strip)
              .toList();
      assertThat(unsafe)
          .containsExactlyInAnyOrder(
              "<style>$unsafe{page.style()}</style>",
              "<script type=\"application/json\""
                  + " id=\"chorus-report\">$unsafe{page.island()}</script>",
              "<script>$unsafe{page.script()}</script>");
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void dataCannotEndTheirElement() {
    assertThat(Island.escaped("{\"a\":\"</script><!--\"}"))
        .isEqualTo("{\"a\":\"\\u003c/script>\\u003c!--\"}");
  }
}
