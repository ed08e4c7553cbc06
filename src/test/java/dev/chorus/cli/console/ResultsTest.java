package dev.chorus.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResultsTest {
  /// Takes so many bytes and then fails in the same way each time.
  private static OutputStream failing(int after, String message) {
    return new OutputStream() {
      private int taken;

      @Override
      public void write(int b) throws IOException {
        if (++taken > after) throw new IOException(message);
      }
    };
  }

  @Test
  void aFailureEndsThePrintingAndStays() {
    PrintStream out = Results.to(failing(100_000, "No space left on device"), false);
    OutputException failure =
        catchThrowableOfType(
            OutputException.class,
            () -> {
              for (int i = 0; i < 1_000_000; i++) out.println("a line");
            });
    assertThat(failure).hasMessage("No space left on device");
    assertThat(failure.closed()).isFalse();
    assertThatThrownBy(out::flush).isSameAs(failure);
  }

  @Test
  void aClosedPipeIsToldFromAFullDisk() {
    PrintStream out = Results.to(failing(0, "Broken pipe"), false);
    out.print("x");
    OutputException failure = catchThrowableOfType(OutputException.class, out::flush);
    assertThat(failure.closed()).isTrue();
  }

  @Test
  void whatIsPrintedIsUtf8() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = Results.to(bytes, false);
    out.print("größer 😀");
    out.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("größer 😀");
  }
}
