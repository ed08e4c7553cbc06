package dev.chorus.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.AnalyzerSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginTest {
  @Test
  void comesBackAsItWasKept() {
    Origin origin =
        new Origin(
            Optional.of(Path.of("/data/bridge.yaml")),
            Path.of("/data/models"),
            Optional.of(Path.of("/data/names.tsv")),
            AnalyzerSettings.Scorer.CORENLP,
            true);
    assertThat(Origin.of(origin.toMap())).contains(origin);
    Origin bare =
        new Origin(
            Optional.empty(),
            Path.of("/data/models"),
            Optional.empty(),
            AnalyzerSettings.Scorer.POSTS,
            false);
    assertThat(Origin.of(bare.toMap())).contains(bare);
  }

  /// An index that is handed on finds the models of the Chorus that is there, and tells nobody's
  /// folders.
  @Test
  void whatComesWithChorusIsNamedByItsPlaceInIt() {
    Origin origin =
        new Origin(
            Optional.of(Installation.camps()),
            Installation.models(),
            Optional.empty(),
            AnalyzerSettings.Scorer.POSTS,
            false);
    assertThat(origin.toMap())
        .containsEntry("models", "$CHORUS/models")
        .allSatisfy(
            (_, value) -> assertThat(value).doesNotContain(Installation.folder().toString()));
    assertThat(Origin.of(origin.toMap())).contains(origin);
  }

  @Test
  void anIndexThatSaysNothingHasNone() {
    assertThat(Origin.of(Map.of())).isEmpty();
  }
}
