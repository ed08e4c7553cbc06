package dev.chorus.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.app.Reports;
import dev.chorus.report.Breakdown;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
  private static final ReportCommand ALL =
      new ReportCommand(
          new Reports.Scope(
              Optional.of(Instant.parse("2025-01-27T00:00:00Z")),
              Optional.of(Instant.parse("2025-01-28T09:30:00Z")),
              Optional.of(Breakdown.By.AUTHOR_ROLE),
              true),
          Optional.of("it's other/place"));

  @Test
  void writesACommandThatMakesTheReportAgain() {
    assertThat(ALL)
        .hasToString(
            "chorus camps --since 2025-01-27T00:00:00Z --until 2025-01-28T09:30:00Z"
                + " --by author-role --name-authors --compare 'it'\\''s other/place'");
    ReportCommand bare = new ReportCommand(Reports.Scope.ALL, Optional.empty());
    assertThat(bare).hasToString("chorus camps");
    assertThat(ReportCommand.parse(ALL.toString())).contains(ALL);
    assertThat(ReportCommand.parse("chorus camps")).contains(bare);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chorus search x",
        "chorus campsite",
        "chorus camps --since",
        "chorus camps --since yesterday",
        "chorus camps --by mood",
        "chorus camps --new-option 1",
        "chorus camps --compare 'open"
      })
  void readsNoOtherCommand(String command) {
    assertThat(ReportCommand.parse(command)).isEmpty();
  }
}
