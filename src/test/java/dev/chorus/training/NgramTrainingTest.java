package dev.chorus.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.language.ModelException;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.head.SentimentModel;
import dev.chorus.language.model.NgramModel;
import dev.chorus.language.model.Ngrams;
import dev.chorus.language.model.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramTrainingTest {
  private static final List<String> MOODS = SentimentModel.CLASSES;
  private static final double[] EVEN = {1, 1, 1};

  @TempDir Path folder;

  private ModelFolder models() {
    return new ModelFolder(folder, true);
  }

  private static NgramModel taught() {
    List<String> texts = new ArrayList<>();
    List<float[]> labels = new ArrayList<>();
    List<String> things = List.of("the app", "this phone", "our bus", "her song", "the model");
    for (int round = 0; round < 4; round++) {
      for (String thing : things) {
        texts.add(thing + " is good");
        labels.add(new float[] {0, 0, 1});
        texts.add(thing + " is not good");
        labels.add(new float[] {1, 0, 0});
        texts.add(thing + " is on the table");
        labels.add(new float[] {0, 1, 0});
      }
    }
    return NgramTraining.train(MOODS, texts, labels, EVEN);
  }

  private static String mood(NgramModel model, String text) {
    double[] p = model.probabilities(text, Optional.empty());
    int best = 0;
    for (int c = 1; c < p.length; c++) if (p[c] > p[best]) best = c;
    return MOODS.get(best);
  }

  @Test
  void learnsThatANegationTurnsPraiseAround() {
    NgramModel model = taught();
    assertThat(mood(model, "that film is good")).isEqualTo("positive");
    assertThat(mood(model, "that film is not good")).isEqualTo("negative");
    assertThat(mood(model, "that film is on the table")).isEqualTo("neutral");
  }

  @Test
  void marksWordsAfterANegationUpToThePunctuation() {
    assertThat(shared("not good", "never good")).isGreaterThan(0);
    assertThat(Ngrams.of("not bad, good")).isNotEqualTo(Ngrams.of("not bad good"));
    assertThat(Ngrams.of("I don't like it")).isNotEqualTo(Ngrams.of("I do like it"));
  }

  @Test
  void readsDrawnOutAndShoutedWordsAsTheWordsTheyAre() {
    assertThat(shared("sooooo good", "soo good")).isGreaterThan(8);
    assertThat(shared("GOOD", "good")).isGreaterThan(4);
    assertThat(Ngrams.of("GOOD")).isNotEqualTo(Ngrams.of("good"));
  }

  private static long shared(String a, String b) {
    List<Integer> other = java.util.Arrays.stream(Ngrams.of(b)).boxed().toList();
    return java.util.Arrays.stream(Ngrams.of(a)).filter(other::contains).count();
  }

  @Test
  void survivesTextsWithNothingInThem() {
    for (String text : List.of("", " ", "!!!", "https://example.com/x")) {
      assertThat(taught().probabilities(text, Optional.empty())).doesNotContain(Double.NaN);
    }
  }

  @Test
  void givesTheSameWeightsForTheSamePosts() {
    assertThat(taught().steps()).isDeepEqualTo(taught().steps());
  }

  @Test
  void comesBackFromItsFilesAsItWas() {
    NgramModel model = taught().withTemperature(1.3);
    new SentimentModel(new float[0], model).write(models(), Optional.empty(), Map.of());
    SentimentModel read = SentimentModel.read(models());
    for (String text : List.of("the app is good", "nothing of the kind", "not good at all")) {
      assertThat(read.moods().probabilities(text, Optional.empty()))
          .usingComparatorWithPrecision(1e-4)
          .containsExactly(model.probabilities(text, Optional.empty()));
    }
  }

  @Test
  void saysWhichFileIsDamaged() throws Exception {
    new SentimentModel(new float[0], taught()).write(models(), Optional.empty(), Map.of());
    Path weights = folder.resolve("fast/sentiment/posts.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertThatThrownBy(() -> SentimentModel.read(models()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("posts.safetensors")
        .hasMessageContaining("restore");
  }

  @Test
  void refusesWhatIsNoSafetensorsFile() {
    for (byte[] bytes :
        List.of(
            new byte[0],
            new byte[] {1, 2, 3},
            new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, 0},
            new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '[', ']'})) {
      assertThatThrownBy(() -> Safetensors.read("w.safetensors", bytes))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("w.safetensors");
    }
  }
}
