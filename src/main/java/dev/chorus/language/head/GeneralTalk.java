package dev.chorus.language.head;

import dev.chorus.language.ModelException;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.model.ModelFile;
import dev.chorus.language.model.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What is said about anything, as directions in the space of meanings: a file of 8-bit steps,
/// since comparing needs no more.
public final class GeneralTalk {
  private static final String DIRECTIONS = "directions";

  private GeneralTalk() {}

  /// The directions in a folder of models; none where nobody learned them.
  ///
  /// @throws ModelException if the file is damaged
  public static Statements read(ModelFolder models) {
    Path file = models.generalTalk();
    if (!Files.exists(file)) return Statements.NONE;
    byte[] bytes = Safetensors.read(file.toString(), ModelFile.bytes(file)).get(DIRECTIONS);
    if (bytes == null || bytes.length % Encoder.SIZE != 0) {
      throw new ModelException(file + ": has no directions of " + Encoder.SIZE + " numbers.");
    }
    List<Vector> vectors = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += Encoder.SIZE) {
      float[] direction = new float[Encoder.SIZE];
      for (int i = 0; i < direction.length; i++) direction[i] = bytes[at + i];
      vectors.add(Vector.ofDirection(direction));
    }
    return new Statements(Collections.nCopies(vectors.size(), ""), vectors);
  }

  /// Puts directions into a folder of models.
  public static void write(ModelFolder models, List<Vector> directions) {
    byte[] bytes = new byte[directions.size() * Encoder.SIZE];
    for (int n = 0; n < directions.size(); n++) {
      float[] values = directions.get(n).toArray();
      float largest = 0;
      for (float v : values) largest = Math.max(largest, Math.abs(v));
      for (int i = 0; i < values.length; i++) {
        bytes[n * Encoder.SIZE + i] = (byte) Math.round(values[i] / largest * Byte.MAX_VALUE);
      }
    }
    ModelFile.write(models.generalTalk(), Safetensors.write(Map.of(DIRECTIONS, bytes)));
  }
}
