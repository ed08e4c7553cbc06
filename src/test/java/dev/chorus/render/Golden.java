package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Expected output in files. The system property `chorus.golden=write` writes them anew.
public final class Golden {
  static final Path FOLDER =
      Path.of(System.getProperty("chorus.home"), "src/test/resources/golden");

  private record Screen(String name, Terminal terminal) {}

  private static final List<Screen> SCREENS =
      List.of(
          new Screen("60-ascii", new Terminal(60, false, false)),
          new Screen("80", new Terminal(80, false, true)),
          new Screen("110", new Terminal(110, false, true)),
          new Screen("110-colour", new Terminal(110, true, true)),
          new Screen("200", new Terminal(200, false, true)));

  private Golden() {}

  static void check(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("chorus.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  public static void json(String name, Object value) throws IOException {
    check(name + ".json", Json.pretty(value) + "\n");
  }

  /// The text on several screens; without signs of ours beyond ASCII where those cannot be shown.
  static void text(String name, Function<Terminal, String> shown) throws IOException {
    for (Screen screen : SCREENS) {
      String text = shown.apply(screen.terminal());
      if (!screen.terminal().unicode()) assertThat(text).doesNotContainPattern("[·█▒░▲▼⚑«»−↔]");
      check(name + "-" + screen.name() + ".txt", text);
    }
  }
}
