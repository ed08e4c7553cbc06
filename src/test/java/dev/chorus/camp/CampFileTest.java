package dev.chorus.camp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.language.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampFileTest {
  private static final Camp ENERGY =
      new Camp(
          "energy",
          "Energy: \"power\"",
          "It needs less power, C:\\ or not.",
          Map.of("Thing", Side.FAVOR),
          List.of("power", "data centre", "#grid"),
          List.of("less power", "two\nlines and a\ttab", "- looks like a list: 'x'"));

  /// Comments, order and spaces of what was there stay, whatever stands behind the camps.
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        # mine
        event: {id: e, title: E}
        targets: [{name: Thing, type: product}]
        camps:
          # the first
          - {id: fans, title: Fans, claim: good., examples: [a, b, c]}
        """,
        """
        camps:   # of them
        - id: fans
          title: Fans
          claim: good.
          examples:
            - a
            - b
            - c


        targets: [{name: Thing, type: product}]
        event: {id: e, title: E}
        """
      })
  void addsACampAndLeavesTheRest(String source) throws Exception {
    String more = CampFile.with(EventFile.parse("mine", source), ENERGY);
    Event event = EventFile.parse("more", more);
    assertThat(event.camps()).extracting(Camp::id).containsExactly("fans", "energy");
    assertThat(event.camp("energy")).contains(ENERGY);
    List<String> kept = more.lines().filter(source.lines().toList()::contains).toList();
    assertThat(kept).containsAll(source.lines().toList());
  }

  @Test
  void refusesWhatItCannotWriteAndShowsIt() throws Exception {
    Event flow =
        EventFile.parse(
            "flow",
            "event: {id: e, title: E}\n"
                + "camps: [{id: fans, title: Fans, claim: good., examples: [a, b, c]}]\n");
    assertThatThrownBy(() -> CampFile.with(flow, ENERGY))
        .isInstanceOf(EventFileException.class)
        .hasMessageContaining("by hand")
        .hasMessageContaining("- id: energy");
  }

  @Test
  void refusesASecondCampOfOneId() throws Exception {
    Event event =
        EventFile.parse(
            "mine",
            "event: {id: e, title: E}\ntargets: [{name: Thing, type: product}]\ncamps:\n"
                + "  - {id: energy, title: T, claim: good., examples: [a, b, c]}\n");
    assertThatThrownBy(() -> CampFile.with(event, ENERGY)).hasMessageContaining("energy");
  }
}
