package dev.chorus.start;

import dev.chorus.cli.Main;
import dev.chorus.cli.console.Io;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs the commands that read an index and throws away what they print, so that the JVM can note
/// which classes they load and which methods they call most (JEP 514 and 515). The launcher makes
/// its caches for a fast start of this.
final class Rehearsal {
  private static final int ROUNDS = 5;

  private static final List<List<String>> SEARCHES =
      List.of(
          List.of("search", "nvidia OR r1 wonders"),
          List.of(
              "search", "deepseek AND NOT openai", "--camp", "believers", "--author", "@pmarca"),
          List.of("search", "\"open source\" -z*", "--explain"),
          List.of("search", "model~", "--sentiment", "positive", "--format", "json"),
          List.of("search", "*:*", "--since", "2025-01-24", "--sort", "time", "--limit", "2"),
          List.of("search", "r1 stance:favor\\:deepseek", "--min", "likes=1", "--format", "csv"),
          List.of("search", "nvidai", "--format", "jsonl"),
          List.of("search", "r1", "--count"));

  private static final List<List<String>> OTHERS =
      List.of(List.of("camps"), List.of("show", "andreessen-1"));

  private Rehearsal() {}

  /// @param args the folder of an index, and `search` for that command alone or `read` for all
  public static void main(String[] args) {
    int code = run(args[0], args[1].equals("search") ? SEARCHES : all());
    if (code != 0) throw new IllegalStateException("a command ended with " + code);
  }

  static List<List<String>> all() {
    List<List<String>> all = new ArrayList<>(SEARCHES);
    all.addAll(OTHERS);
    return all;
  }

  /// @return the worst exit code
  static int run(String index, List<List<String>> commands) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Io io = new Io(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), true, true);
    int worst = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (List<String> command : commands) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--index", index));
        worst = Math.max(worst, Main.run(io, all.toArray(String[]::new)));
      }
    }
    return worst;
  }
}
