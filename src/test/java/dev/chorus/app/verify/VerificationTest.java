package dev.chorus.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.app.verify.Finding.Kind;
import dev.chorus.render.Golden;
import dev.chorus.render.Terminal;
import dev.chorus.render.terminal.TerminalPrinter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final Finding FIGURE =
      new Finding(
          Kind.FIGURE,
          "camp.fans.share",
          11,
          "21%",
          Optional.of("11%"),
          "shows 21%, index says 11%");
  private static final Finding ORIGIN =
      new Finding(Kind.ORIGIN, "", 0, "", Optional.empty(), "cannot be compared: made from others");

  private static Verification of(Finding... findings) {
    return new Verification("report.md", true, "4 figures, 2 quotes", List.of(findings));
  }

  private static String text(Verification verification) {
    return TerminalPrinter.print(
        VerificationOutline.of(verification), new Terminal(60, false, false));
  }

  @Test
  void printsOneLineForEachFinding() {
    assertThat(text(of(FIGURE, ORIGIN)))
        .isEqualTo(
            """
            report.md:11: camp.fans.share: shows 21%, index says 11%
            report.md: cannot be compared: made from others
            report.md: not in order: 2 findings; checked: 4 figures, 2 quotes
            """);
    assertThat(text(of())).isEqualTo("report.md: in order; checked: 4 figures, 2 quotes\n");
  }

  @Test
  void saysHowManyItLeavesOut() {
    Finding[] many = Collections.nCopies(1_234, ORIGIN).toArray(Finding[]::new);
    assertThat(text(of(many)))
        .hasLineCount(202)
        .contains("report.md: 1,034 more of these; all of them: --format json\n");
  }

  @Test
  void printsJson() throws Exception {
    Golden.json("verify", of(FIGURE, ORIGIN).json());
  }
}
