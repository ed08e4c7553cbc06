package dev.chorus.language.english;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.language.ModelException;
import org.junit.jupiter.api.Test;

class CoreNlpModelsTest {
  @Test
  void whereTheModelsAreMissingTheMessageSaysWhatToDo() {
    ClassLoader without = ClassLoader.getPlatformClassLoader();
    assertThatThrownBy(() -> CoreNlpModels.check(CoreNlpModels.NAMES, without))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("--fast and --sentiment corenlp")
        .hasMessageContaining("./chorus downloads them (474 MB)");
  }

  @Test
  void whereTheyAreThereNothingIsSaid() {
    ClassLoader with = CoreNlpModels.class.getClassLoader();
    assertThatCode(() -> CoreNlpModels.check(CoreNlpModels.NAMES, with)).doesNotThrowAnyException();
  }
}
