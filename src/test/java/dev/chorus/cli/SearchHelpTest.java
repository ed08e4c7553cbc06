package dev.chorus.cli;

import static dev.chorus.cli.Cli.chorus;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchHelpTest {
  @Test
  void namesTheOrdersAsTheyAreTyped() {
    String help = chorus("search", "--help").out().replaceAll("\\s+", " ");
    assertThat(help).contains("relevance, time, engagement, strength (default: relevance)");
    assertThat(help).doesNotContain("RELEVANCE");
  }
}
