package dev.chorus.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.post.Note;
import dev.chorus.source.format.Place;
import dev.chorus.source.format.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingNotesTest {
  @Test
  void givesBackNotesAsTheyCameWhereverTheyWaited() throws Exception {
    List<ReadResult.Noted> notes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      notes.add(
          new ReadResult.Noted(
              new Place("notes " + i % 2 + ".tsv", i),
              "x:" + i,
              i % 3 == 0
                  ? new Note("disclosure", "line\n\u2028\"" + i, Optional.empty())
                  : Note.ofCommunity("" + i, "words \uD83D\uDE00 " + i)));
    }
    for (int most : List.of(1, 999, 1_000, 2_000)) {
      List<ReadResult.Noted> given = new ArrayList<>();
      try (WaitingNotes waiting = new WaitingNotes(most)) {
        for (ReadResult.Noted note : notes) waiting.add(note);
        waiting.drain(given::add);
      }
      assertThat(given).as("%d in memory", most).isEqualTo(notes);
    }
  }
}
