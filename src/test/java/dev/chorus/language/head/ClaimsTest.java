package dev.chorus.language.head;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
  @ParameterizedTest
  @CsvSource({"affirm, favor", "deny, against", "none, none", "reported, reported"})
  void everyLabelMeansAClass(String label, String meant) {
    assertThat(Claims.classOf(label)).isEqualTo(meant).isIn(Claims.CLASSES);
  }

  @Test
  void anUnknownLabelMeansNoClass() {
    assertThat(Claims.classOf("doubt")).isNotIn(Claims.CLASSES);
  }

  @Test
  void theSidesStandWhereTheyStandAmongAllSides() {
    for (Side side : Side.values()) {
      assertThat(Claims.CLASSES.indexOf(side.id())).isEqualTo(side.ordinal());
    }
    assertThat(Claims.CLASSES.get(Claims.REPORTED)).isEqualTo("reported");
  }
}
