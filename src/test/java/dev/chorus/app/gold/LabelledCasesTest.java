package dev.chorus.app.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.app.UserException;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.post.Post;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.training.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledCasesTest {
  @TempDir Path folder;

  private final List<Post> analysed = Collections.synchronizedList(new ArrayList<>());
  private final LabelledCases cases = new LabelledCases(this::analyze, 2);
  private List<Labelled> rows;

  @BeforeEach
  void readRows() throws Exception {
    rows =
        Gold.rows(
            folder,
            "{\"id\":\"1\",\"text\":\"same\",\"about\":\"reaction\",\"target\":\"Tram\"}",
            "{\"id\":\"2\",\"text\":\"?!\",\"about\":\"off\"}",
            "{\"id\":\"3\",\"text\":\"unlabelled\"}",
            "{\"id\":\"4\",\"text\":\"other\",\"about\":\"notice\"}",
            "{\"id\":\"5\",\"text\":\"same\",\"about\":\"mention\"}");
  }

  private Reaction analyze(Post post) {
    analysed.add(post);
    if (post.text().equals("?!")) return Reaction.unread(post, "xx");
    return new Reaction(
        post,
        "en",
        Optional.of(new Sentiment(0, 1, 0)),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Optional<Integer> about(Labelled row) throws UserException {
    return GoldLabels.optional(row, GoldLabels::about, "about");
  }

  private static List<String> shown(List<Training.Case> cases) {
    return cases.stream().map(c -> c.reaction().post().text() + " " + c.right()).toList();
  }

  @Test
  void analysesATextOnceHoweverOftenItIsAskedFor() throws Exception {
    Training.Cases first = cases.byText(rows, rows.subList(3, 4), LabelledCasesTest::about);
    assertThat(shown(first.seen())).containsExactly("same 0", "other 4", "same 1");
    assertThat(shown(first.unseen())).containsExactly("other 4");
    cases.byText(rows, List.of(), _ -> Optional.of(0));
    assertThat(analysed)
        .extracting(Post::text)
        .containsExactlyInAnyOrder("same", "?!", "other", "unlabelled");
    assertThat(analysed).allSatisfy(post -> assertThat(post.targets()).isEmpty());
  }

  @Test
  void asksEveryPostAboutItsOwnTarget() throws Exception {
    assertThat(shown(cases.asked(rows, LabelledCasesTest::about)))
        .containsExactly("same 0", "other 4", "same 1");
    assertThat(analysed)
        .extracting(post -> post.id() + post.targets())
        .containsExactlyInAnyOrder("1[Tram]", "2[]", "4[]", "5[]");
  }

  @Test
  void refusesAnUnknownLabelBeforeTheAnalysis() throws Exception {
    List<Labelled> odd =
        Gold.rows(
            folder,
            "{\"id\":\"6\",\"text\":\"fine\",\"about\":\"off\"}",
            "{\"id\":\"7\",\"text\":\"odd\",\"about\":\"me\"}");
    assertThatThrownBy(() -> cases.asked(odd, LabelledCasesTest::about))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("\"7\" has the about \"me\"");
    assertThatThrownBy(() -> cases.byText(odd, List.of(), LabelledCasesTest::about))
        .isInstanceOf(UserException.class);
    assertThat(analysed).isEmpty();
  }
}
