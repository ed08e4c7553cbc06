package dev.chorus.app.gold;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.EventFileException;
import dev.chorus.source.LabelledReader;
import dev.chorus.source.LabelledReader.Labelled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An event and labelled posts for tests.
final class Gold {
  static final String EVENT =
      """
      event: {id: bridge, title: The bridge}
      targets:
        - {name: Harbour Bridge, type: location, aliases: [the bridge]}
        - {name: Ferry, type: product}
        - {claim: It cost a billion, favor: [a], against: [b], cues: [billion]}
        - {claim: It shakes, favor: [c], against: [d], cues: [shakes]}
      camps:
        - {id: fans, title: Fans, claim: good., examples: [a, b, c]}
        - {id: savers, title: Savers, claim: dear., examples: [d, e, f]}
      issues:
        - {id: cost, title: Cost, question: "What does it cost?", statements: [a, b, c]}
        - {id: noise, title: Noise, question: "Is it loud?", statements: [d, e, f]}
      """;

  private Gold() {}

  static Event event() {
    return event(EVENT);
  }

  static Event event(String yaml) {
    try {
      return EventFile.parse("test", yaml);
    } catch (EventFileException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Records of a file, one a line.
  static List<Labelled> rows(Path folder, String... lines) throws Exception {
    return LabelledReader.read(file(folder, lines));
  }

  static Path file(Path folder, String... lines) {
    try {
      return Files.write(Files.createTempFile(folder, "gold", ".jsonl"), List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
