package dev.chorus.report;

import static dev.chorus.report.ThingPosts.corpus;
import static dev.chorus.report.ThingPosts.event;
import static dev.chorus.report.ThingPosts.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.language.Side;
import dev.chorus.report.estimate.Intervals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void setsTwoCorporaSideBySide() throws Exception {
    CampsReport here = Corpora.report(event(), corpus());
    List<Placed> fans = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      fans.add(placed("f-" + i, "Praise number " + i, "f" + i, "fans", Side.FAVOR, 1));
    }
    CampsReport there = Corpora.report(event(), fans);
    Comparison comparison = Comparison.of(here, there);
    Comparison.Row row =
        comparison.camps().stream().filter(r -> r.id().equals("fans")).findFirst().orElseThrow();
    assertThat(row.change().orElseThrow().estimate()).isNegative();
    assertThat(row.change().get().clear()).isTrue();
    Comparison same = Comparison.of(here, here);
    assertThat(same.camps()).noneMatch(r -> r.change().orElseThrow().clear());
  }

  /// Newcombe (1998), example (a) of his table II: 56/70 and 48/80.
  @Test
  void changesHaveNewcombesInterval() {
    double[] a = new double[70];
    java.util.Arrays.fill(a, 0, 56, 1);
    double[] b = new double[80];
    java.util.Arrays.fill(b, 0, 48, 1);
    Comparison.ShareChange change = Comparison.change(Intervals.share(a), Intervals.share(b));
    assertThat(change.estimate()).isCloseTo(0.2, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(change.low()).isCloseTo(0.0524, org.assertj.core.api.Assertions.within(1e-3));
    assertThat(change.high()).isCloseTo(0.3339, org.assertj.core.api.Assertions.within(1e-3));
  }
}
