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

  @BeforeAll
  static void report() throws Exception {
    reported = new Reported(folder);
    markdown = reported.markdown();
  }

  @Test
  void findsNothingInAFreshReport() throws Exception {
    Verification verification = reported.verified("fresh.md", markdown);
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.report()).isTrue();
  }
}
