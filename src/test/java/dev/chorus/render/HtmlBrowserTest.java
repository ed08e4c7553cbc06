package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/// The page in a real browser, opened from a file.
@Tag("slow")
class HtmlBrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final List<Integer> WIDTHS = List.of(320, 390, 900, 1440);
  private static final List<String> SCHEMES = List.of("light", "dark");

  private static final String OPEN_ALL =
      "document.querySelectorAll('details').forEach(d => d.open = true);";

  @TempDir static Path folder;
  private static ChromeDriver browser;
  private static Path full;
  private static Path hostile;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "tests in a browser are left out: " + CHROMIUM + " or " + DRIVER + " is missing");
    full = Files.writeString(folder.resolve("full.html"), HtmlTest.page(HtmlTest.full()));
    hostile = Files.writeString(folder.resolve("hostile.html"), HtmlTest.page(HostileOutline.of()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable("browser", Level.ALL);
    logs.enable("performance", Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.quit();
  }

  private static void width(int width) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  private static void media(String medium, String feature, String value) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("media", medium, "features", List.of(Map.of("name", feature, "value", value))));
  }

  private static void open(Path page) {
    browser.get(page.toUri().toString());
  }

  private static Object run(String script) {
    return browser.executeScript(script);
  }

  private static long number(String script) {
    return ((Number) run("return " + script)).longValue();
  }

  private static List<String> log(String name) {
    return browser.manage().logs().get(name).getAll().stream().map(LogEntry::getMessage).toList();
  }

  @Test
  void aPageAsksForNothingAndBreaksNoRule() {
    for (Path page : List.of(full, hostile)) {
      log("performance");
      log("browser");
      open(page);
      run(OPEN_ALL);
      assertThat(log("browser")).as("console of " + page.getFileName()).isEmpty();
      assertThat(log("performance"))
          .filteredOn(event -> event.contains("\"Network.requestWillBeSent\""))
          .as("requests of " + page.getFileName())
          .allSatisfy(event -> assertThat(event).contains(page.getFileName().toString()))
          .hasSize(1);
    }
  }

  @Test
  void nothingScrollsSideways() {
    for (Path page : List.of(full, hostile)) {
      for (int width : WIDTHS) {
        width(width);
        open(page);
        run(OPEN_ALL);
        assertThat(number("document.documentElement.scrollWidth"))
            .as(page.getFileName() + " at " + width)
            .isLessThanOrEqualTo(width);
      }
    }
  }

  @Test
  void hostilePostsDoNothing() {
    width(900);
    open(hostile);
    run(OPEN_ALL + "document.querySelectorAll('a,summary,button').forEach(e => e.focus());");
    assertThat(run("return window.trap === undefined")).isEqualTo(true);
    assertThat(number("document.querySelectorAll('main img, main script, iframe').length"))
        .isZero();
  }

  /// The words, and the places of the marks of all charts.
  private static String drawn() {
    return (String)
        run(
            OPEN_ALL
                + "return document.querySelector('header').innerText"
                + " + document.querySelector('main').innerText"
                + " + Array.from(document.querySelectorAll('main svg *'), e => {"
                + "const b = e.getBoundingClientRect(); return [e.tagName, b.x, b.y, b.width,"
                + " b.height].join(' ');}).join('\\n')");
  }

  @Test
  void nothingIsLostWithoutScripts() {
    width(900);
    open(full);
    String with = drawn();
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      open(full);
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
    assertThat(browser.findElements(By.tagName("button"))).as("made by the script").isEmpty();
    assertThat(drawn()).isEqualTo(with).contains("rect");
  }

  @Test
  void chartsKeepTheirOutlinesInForcedColours() {
    width(900);
    media("", "forced-colors", "active");
    try {
      open(full);
      String ground =
          (String) run("return getComputedStyle(document.documentElement).backgroundColor");
      for (String mark : List.of(".bars .solid", ".glyph")) {
        assertThat(run("return getComputedStyle(document.querySelector('" + mark + "')).fill"))
            .as(mark)
            .isNotEqualTo(ground);
      }
      assertThat(run("return getComputedStyle(document.querySelector('.quote')).borderTopStyle"))
          .isEqualTo("solid");
    } finally {
      media("", "forced-colors", "none");
    }
  }

  @Test
  void whatIsFoldedIsPrinted() throws Exception {
    width(900);
    media("print", "prefers-color-scheme", "light");
    try {
      open(full);
      assertThat(number("document.querySelectorAll('main details').length")).isPositive();
      assertThat(
              number(
                  "Array.from(document.querySelectorAll('main details > :not(summary)'))"
                      + ".filter(e => e.getBoundingClientRect().height === 0).length"))
          .as("folded parts without height")
          .isZero();
      assertThat(run("return getComputedStyle(document.querySelector('.quote')).breakInside"))
          .isEqualTo("avoid");
      assertThat(
              run("return getComputedStyle(document.querySelector('a.post'), '::after').content"))
          .asString()
          .contains("https://example.com/linked-1");
    } finally {
      media("", "prefers-color-scheme", "light");
    }
    String pdf =
        (String)
            browser
                .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
                .get("data");
    assertThat(new String(Base64.getDecoder().decode(pdf), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF");
  }

  @Test
  void readersOfScreensFindNothingInTheirWay() throws Exception {
    String axe;
    try (InputStream in = getClass().getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    for (int width : List.of(390, 1440)) {
      width(width);
      for (String scheme : SCHEMES) {
        media("", "prefers-color-scheme", scheme);
        open(full);
        run(OPEN_ALL);
        run(axe);
        Object found =
            browser.executeAsyncScript(
                "const done = arguments[arguments.length - 1];axe.run().then(r =>"
                    + " done(r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n =>"
                    + " n.html).slice(0, 3).join(' '))), e => done([String(e)]))");
        assertThat((List<?>) found).as(scheme + " at " + width).isEmpty();
      }
    }
  }

  private static String checked(Path page) {
    open(page);
    browser.findElement(By.tagName("button")).click();
    browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(10));
    return (String)
        browser.executeAsyncScript(
            "const done = arguments[0], box = document.getElementById('check-result');"
                + "(function look() {"
                + "if (box.innerText.includes('It does not tell that they are true')) {"
                + "done(box.innerText);} else {setTimeout(look, 50);}})();");
  }

  @Test
  void aReaderCanCheckTheFile() throws Exception {
    width(900);
    assertThat(checked(full)).startsWith("Unaltered");
    assertThat(checked(hostile)).startsWith("Unaltered");
    String page = Files.readString(full);
    Claims claims = HtmlTest.claims(HtmlTest.full());
    String key = claims.figures().firstKey();
    String shown = "<span data-figure=\"" + key + "\">" + claims.figures().get(key);
    assertThat(page).contains(shown);
    Path altered =
        Files.writeString(folder.resolve("altered.html"), page.replace(shown, shown + "0"));
    assertThat(checked(altered)).startsWith("Figure " + key + " shows");
    Path forged =
        Files.writeString(
            folder.resolve("forged.html"),
            page.replace("\"command\":\"chorus camps\"", "\"command\":\"chorus lamps\""));
    assertThat(checked(forged)).startsWith("The data of this file do not match their digest");
  }
}
