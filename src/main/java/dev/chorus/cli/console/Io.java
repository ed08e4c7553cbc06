package dev.chorus.cli.console;

import dev.chorus.render.Outline;
import dev.chorus.render.Terminal;
import dev.chorus.render.terminal.TerminalPrinter;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// Where a command reads and writes, passed in so that tests need no process.
///
/// @param in standard input
/// @param out results; where they cannot be written it throws [OutputException]
/// @param err talk: progress, warnings, errors
/// @param env environment variables
/// @param outTerminal whether `out` is a terminal
/// @param errTerminal whether `err` is a terminal
public record Io(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> env,
    boolean outTerminal,
    boolean errTerminal) {

  private static final int WIDTH = 100;
  private static final int WIDEST = 1_000;
  private static final int BUFFER = 1 << 13;

  /// The streams of the process. Output is UTF-8 whatever the locale: it holds other people's
  /// words. Only the shell knows which of them are terminals, so the launcher says so.
  public static Io ofProcess() {
    String terminals = System.getProperty("chorus.terminals", "");
    return new Io(
        System.in,
        Results.to(new FileOutputStream(FileDescriptor.out), true),
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), BUFFER),
            false,
            StandardCharsets.UTF_8),
        System.getenv(),
        terminals.contains("out"),
        terminals.contains("err"));
  }

  /// The same with results that go elsewhere.
  ///
  /// @param raw where it fails, the command ends with an [OutputException]
  public Io writingTo(OutputStream raw) {
    return new Io(in, Results.to(raw, false), err, env, outTerminal, errTerminal);
  }

  /// What the reader of `out` can see. A file or pipe gets Unicode and no colour.
  public Terminal terminal() {
    boolean colour =
        outTerminal
            && env.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(env.get("TERM"));
    return new Terminal(columns(), colour, !outTerminal || utf8Locale());
  }

  private boolean utf8Locale() {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = env.getOrDefault(name, "");
      if (!value.isEmpty()) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.contains("utf-8") || lower.contains("utf8");
      }
    }
    return false;
  }

  /// Columns of the screen, also where they are too few for a report.
  int columns() {
    try {
      int columns = Integer.parseInt(env.getOrDefault("COLUMNS", "").strip());
      return columns < 1 ? WIDTH : Math.min(columns, WIDEST);
    } catch (NumberFormatException e) {
      return WIDTH;
    }
  }

  /// Prints for a person, as wide and colourful as the screen allows.
  public void print(Outline outline) {
    out.print(TerminalPrinter.print(outline, terminal()));
  }

  /// One line of talk.
  public void say(String line) {
    err.println(line);
    err.flush();
  }
}
