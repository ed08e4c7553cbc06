package dev.chorus.app.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.app.UserException;
import dev.chorus.source.LabelledReader.Labelled;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTrainerTest {
  @TempDir Path folder;

  @Test
  void postsThatDoNotReactAreNotAskedForIssues() throws Exception {
    List<Labelled> rows =
        Gold.rows(
            folder,
            "{\"id\":\"1\",\"text\":\"x\",\"issues\":[]}",
            "{\"id\":\"2\",\"text\":\"x\",\"issues\":[\"cost\"],\"about\":\"reaction\"}",
            "{\"id\":\"3\",\"text\":\"x\",\"issues\":[\"cost\"],\"about\":\"off\"}",
            "{\"id\":\"4\",\"text\":\"x\",\"about\":\"reaction\"}");
    assertThat(rows.stream().filter(AnswerTrainer::askedForIssues))
        .extracting(row -> row.post().id())
        .containsExactly("1", "2");
  }

  @Test
  void readsTheLabelOfOneClaim() throws Exception {
    Labelled row =
        Gold.rows(
                folder,
                "{\"id\":\"7\",\"text\":\"x\",\"claims\":{\"a\":\"deny\",\"b\":\"affirm\","
                    + "\"c\":\"none\",\"d\":\"maybe\"},\"reported_claims\":[\"c\"]}")
            .getFirst();
    assertThat(AnswerTrainer.claim(row, "a")).contains(0);
    assertThat(AnswerTrainer.claim(row, "b")).contains(2);
    assertThat(AnswerTrainer.claim(row, "c")).contains(3);
    assertThat(AnswerTrainer.claim(row, "e")).isEmpty();
    assertThatThrownBy(() -> AnswerTrainer.claim(row, "d"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("\"7\" has the claims \"maybe\"");
  }
}
