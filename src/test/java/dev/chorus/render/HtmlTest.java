package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.render.html.HtmlReport;
import dev.chorus.report.CampsReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// The page of a report.
class HtmlTest {
  static Outline full() throws Exception {
    CampsReport report = FullReport.report();
    return CampsOutline.of(report)
        .with(ComparisonOutline.of(FullReport.comparison(report), "other"));
  }

  static Claims claims(Outline outline) {
    return Claims.of(outline, Map.of("command", "chorus camps"));
  }

  static String page(Outline outline) {
    return HtmlReport.print(outline, claims(outline));
  }

  @Test
  void everythingThatAReportCanHoldIsOnThePage() throws Exception {
    Outline outline = full();
    String page = page(outline);
    Golden.check("camps-full.html", page);
    Document document = Jsoup.parse(page);
    claims(outline)
        .figures()
        .forEach(
            (key, shown) ->
                assertThat(document.getElementsByAttributeValue("data-figure", key))
                    .as(key)
                    .isNotEmpty()
                    .filteredOn(e -> e.normalName().equals("span"))
                    .allSatisfy(e -> assertThat(e.wholeText()).isEqualTo(shown)));
    claims(outline)
        .quotes()
        .forEach(
            (key, quote) ->
                assertThat(document.getElementsByAttributeValue("data-quote", key))
                    .as(key)
                    .isNotEmpty()
                    .allSatisfy(e -> assertThat(e.wholeText()).isEqualTo(quote.shown())));
  }

  @Test
  void thePolicyNamesTheVeryBytesOfStyleAndScript() throws Exception {
    Document document = Jsoup.parse(page(full()));
    String policy =
        document.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    String script = document.select("script:not([type])").getLast().data();
    String style = document.selectFirst("style").data();
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none';"
                + " form-action 'none'",
            digest(script), digest(style));
    assertThat(document.select("script:not([type]), style")).hasSize(2);
  }

  private static String digest(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void hostilePostsStayWords() {
    Outline outline = HostileOutline.of();
    Document document = Jsoup.parse(page(outline));
    assertThat(document.select("script")).hasSize(2);
    assertThat(document.select("style, base, meta[http-equiv]")).hasSize(2);
    assertThat(document.select("img, iframe, object, embed, form, animate")).isEmpty();
    for (Element element : document.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).as(element.cssSelector()).doesNotStartWith("on");
        assertThat(attribute.getKey()).isNotEqualTo("style");
      }
    }
    assertThat(document.select("a[href]"))
        .allSatisfy(
            link ->
                assertThat(link.attr("href"))
                    .matches(
                        h -> h.startsWith("#") || h.equals("https://example.com/good?a=1&b=2")));
    assertThat(document.select("a[href^=https]"))
        .isNotEmpty()
        .allSatisfy(
            link -> assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow ugc"));
    String words = document.body().wholeText();
    assertThat(words)
        .contains("<script>window.trap=1</script>", "${window.trap=8}", "&lt;script&gt;")
        .doesNotContain("\u202E", "\u2066", "\u0000", "\u001B");
    assertThat(document.select(".unseen").eachAttr("data-name"))
        .contains("RLO", "PDF", "LRI", "ZWSP", "BOM", "U+001B");
  }

  @Test
  void thePageIsTheSameEverywhere() throws Exception {
    String here = page(full());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(page(full())).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void anOutlineOfNothingIsAPage() {
    Document document = Jsoup.parse(page(new Outline()));
    assertThat(document.title()).isEqualTo("Chorus");
    assertThat(document.select("main")).hasSize(1);
  }
}
