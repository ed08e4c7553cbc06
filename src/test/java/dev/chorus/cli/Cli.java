package dev.chorus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.cli.console.Io;
import dev.chorus.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs commands as a user does, with the real models.
public final class Cli {
  static final Path HOME = Path.of(System.getProperty("chorus.home"));
  public static final Path NAMED = HOME.resolve("corpus/deepseek-r1.json");
  public static final Path CROWD = HOME.resolve("corpus/crowd.jsonl");

  /// What a developer has in the checkout must not decide a test.
  private static final String NO_INDEX = HOME.resolve("target/no-index").toString();

  private Cli() {}

  public record Result(int code, String out, String err) {}

  public static Result chorus(String... args) {
    return reading("", args);
  }

  static Result reading(String input, String... args) {
    return run(input, false, args);
  }

  /// As a user sees it whose messages go to a terminal.
  static Result onTerminal(String... args) {
    return run("", true, args);
  }

  private static Result run(String input, boolean terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Io io =
        new Io(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Map.of("COLUMNS", "100", "CHORUS_INDEX", NO_INDEX),
            false,
            terminal);
    int code = Main.run(io, args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Map<?, ?> json(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return (Map<?, ?>) Json.parse(result.out());
  }

  static List<String> each(Object list, String key) {
    return ((List<?>) list).stream().map(e -> (String) ((Map<?, ?>) e).get(key)).toList();
  }
}
