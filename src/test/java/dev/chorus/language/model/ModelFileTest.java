package dev.chorus.language.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.language.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  @TempDir Path folder;

  @Test
  void numbersThatAreNoneAreNamed() throws Exception {
    Path nan =
        Files.writeString(folder.resolve("nan.json"), "{\"model\":\"m\",\"weights\":[1,NaN]}");
    assertThatThrownBy(() -> ModelFile.read(nan, "m").numbers("weights"))
        .isInstanceOf(ModelException.class)
        .hasMessage(nan + ": \"weights\" holds NaN, which is no number.");
    Path half = Files.writeString(folder.resolve("half.json"), "{\"model\":\"m\",\"weights\":[1,");
    assertThatThrownBy(() -> ModelFile.read(half, "m"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(half + ": is no JSON");
    Path huge =
        Files.writeString(
            folder.resolve("huge.json"), "{\"model\":\"m\",\"bias\":1e400,\"weights\":[1,1e39]}");
    ModelFile file = ModelFile.read(huge, "m");
    assertThatThrownBy(() -> file.number("bias"))
        .isInstanceOf(ModelException.class)
        .hasMessage(huge + ": \"bias\" holds a number that is too large.");
    assertThatThrownBy(() -> file.floats("weights"))
        .hasMessage(huge + ": \"weights\" holds a number that is too large.");
  }
}
