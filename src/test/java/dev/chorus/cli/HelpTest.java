package dev.chorus.cli;

import static dev.chorus.cli.Cli.chorus;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  /// Values are offered as users type and read them, not as constants of the code.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest",
        "camps",
        "camps assign",
        "camps promote",
        "search",
        "show",
        "analyze",
        "convert",
        "evaluate",
        "train",
        "demo"
      })
  void offersValuesInLowerCase(String command) {
    Cli.Result help = chorus((command + " --help").split(" "));
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: chorus " + command);
    assertThat(help.out()).doesNotContainPattern("[A-Z]{4,}, [A-Z]{4,}");
  }

  @Test
  void namesTheOrdersOfASearch() {
    String help = chorus("search", "--help").out().replaceAll("\\s+", " ");
    assertThat(help).contains("relevance, time, engagement, strength (default: relevance)");
  }
}
