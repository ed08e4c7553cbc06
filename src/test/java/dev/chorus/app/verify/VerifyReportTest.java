package dev.chorus.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyReportTest {
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
    assertThat(reported.verified("fresh.html", html).report()).isTrue();
  }
}
