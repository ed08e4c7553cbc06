package dev.chorus.app.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.app.UserException;
import dev.chorus.language.Mood;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.training.GoldPost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldPostsTest {
  private final GoldPosts posts = new GoldPosts(Gold.event());
  @TempDir Path folder;

  private GoldPost mood(String fields) throws Exception {
    return posts.moods(Gold.rows(folder, "{\"id\":\"7\"," + fields + "}")).getFirst();
  }

  @Test
  void readsEveryLabelOfAPost() throws Exception {
    GoldPost post =
        mood(
            """
            "text":"Love the bridge","sentiment":"Positive","stance":"favor","camp":"savers",\
            "about":"off","claims":{"It shakes":"deny"},"issues":["noise"]\
            """);
    assertThat(post.mood()).contains(Mood.POSITIVE);
    assertThat(post.stance()).contains(Side.FAVOR);
    assertThat(post.camp()).contains(1);
    assertThat(post.answers())
        .containsOnlyKeys("about", "claim:It shakes", "issue:cost", "issue:noise");
    assertThat(post.answers().get("about")).containsExactly(0, 0, 1, 0, 0);
    assertThat(post.answers().get("claim:It shakes")).containsExactly(1, 0, 0, 0);
    assertThat(post.answers().get("issue:cost")).containsExactly(1, 0);
    assertThat(post.answers().get("issue:noise")).containsExactly(0, 1);
    // Without a target the stance is one toward the main target, where its alias stands.
    assertThat(post.toward())
        .containsExactly(new GoldPost.Toward(List.of(new Span(5, 15)), Side.FAVOR));
  }

  @Test
  void readsScoresAndCampsThatAreNone() throws Exception {
    GoldPost post = mood("\"text\":\"x\",\"score\":-1.5,\"camp\":\"none\"");
    assertThat(post.mood()).isEmpty();
    assertThat(post.score()).hasValue(-1.5);
    assertThat(post.camp()).contains(2);
    assertThat(post.answers()).isEmpty();
  }

  @Test
  void findsTheSidesWhereTheTextNamesThem() throws Exception {
    List<GoldPost> sided =
        posts.sided(
            Gold.rows(
                folder,
                "{\"id\":\"1\",\"text\":\"a"
                    + " ferry\",\"sides\":{\"ferry\":\"against\",\"Tram\":\"favor\"}}",
                "{\"id\":\"2\",\"text\":\"no name\",\"target\":\"Tram\",\"label\":\"favor\"}",
                "{\"id\":\"3\",\"text\":\"old Tram\",\"target\":\"Tram\",\"label\":\"favor\"}",
                "{\"id\":\"4\",\"text\":\"that thing\",\"targets\":"
                    + "[{\"text\":\"thing\",\"start\":5,\"end\":10,\"label\":\"none\"}]}"));
    assertThat(sided)
        .extracting(GoldPost::toward)
        .containsExactly(
            List.of(new GoldPost.Toward(List.of(new Span(2, 7)), Side.AGAINST)),
            List.of(new GoldPost.Toward(List.of(new Span(4, 8)), Side.FAVOR)),
            List.of(new GoldPost.Toward(List.of(new Span(5, 10)), Side.NONE)));
  }

  /// A file of a late stage is about targets alone only if no record has a label of the event.
  @Test
  void takesAFileForSidesOrForMoods() throws Exception {
    String sided = "{\"id\":\"1\",\"text\":\"a Tram\",\"target\":\"Tram\",\"label\":\"favor\"}";
    String ofEvent =
        "{\"id\":\"2\",\"text\":\"a"
            + " Tram\",\"target\":\"Tram\",\"stance\":\"favor\",\"about\":\"off\"}";
    assertThat(posts.moodsOrSides(Gold.rows(folder, sided)))
        .singleElement()
        .satisfies(post -> assertThat(post.moods()).isEmpty());
    assertThat(posts.moodsOrSides(Gold.rows(folder, ofEvent)))
        .singleElement()
        .satisfies(post -> assertThat(post.answers()).containsOnlyKeys("about"));
    // The first record is read as one with a mood now, and favor is no mood.
    assertThatThrownBy(() -> posts.moodsOrSides(Gold.rows(folder, sided, ofEvent)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("\"1\" has the sentiment \"favor\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'text':'x'                                         | has no \"sentiment\".",
        "'text':'x','stance':'favor'                        | has no \"sentiment\".",
        "'text':'x','sentiment':'odd'                       | has the sentiment \"odd\", which",
        "'text':'x','sentiment':'neutral','stance':'up'     | has the stance \"up\", which",
        "'text':'x','sentiment':'neutral','camp':'martians' | has the camp \"martians\", which",
        "'text':'x','about':'me'                            | has the about \"me\", which",
        "'text':'x','claims':{'It shakes':'maybe'}          | has the claims \"maybe\", which",
        "'text':'x','score':1,'sides':{'Tram':'up'}         | has the side \"up\", which",
        "'text':'x','score':1,'target':'Tram'               | has no \"stance\".",
      })
  void refusesARecordByItsId(String fields, String message) {
    assertThatThrownBy(() -> mood(fields.replace('\'', '"')))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("The record \"7\" " + message);
  }

  @Test
  void refusesPostsWithoutATargetAmongThoseWithSides() {
    assertThatThrownBy(
            () ->
                posts.sided(Gold.rows(folder, "{\"id\":\"7\",\"text\":\"x\",\"label\":\"favor\"}")))
        .isInstanceOf(UserException.class)
        .hasMessage("The record \"7\" has no \"target\".");
  }
}
