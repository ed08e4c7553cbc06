package dev.chorus.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final TrainingProgress progress =
      new TrainingProgress(
          new Io(
              InputStream.nullInputStream(),
              System.out,
              new PrintStream(err, true, StandardCharsets.UTF_8),
              Map.of(),
              false,
              false));

  @Test
  void aStepThatCameToNothingDoesNotHideTheLossOfTheOthers() {
    progress.step("event", 1, 3, Double.NaN);
    progress.step("event", 2, 3, 2);
    progress.step("event", 3, 3, Double.NaN);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("event  step 3 of 3  loss 2.000  0 min left" + System.lineSeparator());
  }
}
