package dev.chorus.cli.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Where results go. What cannot be written ends the command with an [OutputException], where a
/// [PrintStream] alone would note it and go on.
final class Results extends OutputStream {
  private static final int BUFFER = 1 << 16;

  /// What Unix calls the standard output of this process, and how it marks pipes and sockets among
  /// the kinds of files.
  private static final Path STANDARD = Path.of("/dev/stdout");

  private static final int KIND = 0xF000;
  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xC000;

  private final OutputStream raw;
  private final boolean standard;
  private OutputException failed;

  private Results(OutputStream raw, boolean standard) {
    this.raw = raw;
    this.standard = standard;
  }

  /// A stream that is flushed by its owner.
  ///
  /// @param standard whether it is the standard output of the process
  static PrintStream to(OutputStream raw, boolean standard) {
    return new PrintStream(
        new BufferedOutputStream(new Results(raw, standard), BUFFER),
        false,
        StandardCharsets.UTF_8);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  /// After a failure nothing is tried any more: what would follow has a gap before it.
  private void attempt(Attempt attempt) {
    if (failed != null) throw failed;
    try {
      attempt.run();
    } catch (IOException e) {
      failed = new OutputException(e, isClosed(e));
      throw failed;
    }
  }

  /// The message is in the user's language, so it is asked also what the output is: a write to a
  /// pipe fails for no other reason.
  private boolean isClosed(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("pipe")) return true;
    if (!standard) return false;
    try {
      int kind = (int) Files.getAttribute(STANDARD, "unix:mode") & KIND;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return false;
    }
  }

  @Override
  public void write(int b) {
    attempt(() -> raw.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    attempt(() -> raw.write(bytes, from, count));
  }

  @Override
  public void flush() {
    attempt(raw::flush);
  }

  @Override
  public void close() {
    attempt(raw::close);
  }
}
