package dev.chorus.training.tuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.chorus.json.Json;
import dev.chorus.language.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How far a stage of a training is, on disk: a JSON file that says which training it is and how
/// many steps are done, and names the file beside it that holds the numbers, as safetensors.
///
/// @param file the JSON file
record Checkpoint(Path file) {
  /// Writes the numbers, then lets the JSON file point at them: a crash at any moment leaves a
  /// whole checkpoint, this one or the one before.
  ///
  /// @param training names what is trained on what and how
  /// @param step steps that are done
  void write(String training, int step, Map<String, NDArray> state) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Optional<Path> former = numbers();
      String name = file.getFileName().toString().replaceFirst("\\.json$", "");
      Path numbers = file.resolveSibling(name + "-" + step + ".safetensors");
      NDList list = new NDList();
      state.forEach(
          (key, array) -> {
            array.setName(key);
            list.add(array);
          });
      try (OutputStream out = Files.newOutputStream(numbers)) {
        list.encode(out, NDList.Encoding.SAFETENSORS);
      }
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("training", training);
      json.put("step", step);
      json.put("numbers", numbers.getFileName().toString());
      Path fresh = file.resolveSibling(name + ".new");
      Files.writeString(fresh, Json.pretty(json) + "\n", StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (former.isPresent() && !former.get().equals(numbers)) Files.deleteIfExists(former.get());
    } catch (IOException e) {
      throw new ModelException(file + ": the checkpoint cannot be written: " + e.getMessage(), e);
    }
  }

  private Optional<Path> numbers() throws IOException {
    if (!Files.exists(file)) return Optional.empty();
    return Json.parse(Files.readString(file)) instanceof Map<?, ?> json
            && json.get("numbers") instanceof String name
        ? Optional.of(file.resolveSibling(name))
        : Optional.empty();
  }

  /// How many steps are done, if this training left anything; the state takes the numbers then.
  /// A question that was not asked then keeps its untrained head.
  Optional<Integer> restore(String training, Map<String, NDArray> state, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      Optional<Path> numbers = numbers().filter(Files::exists);
      if (numbers.isEmpty()
          || !(Json.parse(Files.readString(file)) instanceof Map<?, ?> json)
          || !training.equals(json.get("training"))
          || !(json.get("step") instanceof Number step)) {
        return Optional.empty();
      }
      Map<String, NDArray> found = new LinkedHashMap<>();
      try (InputStream in = Files.newInputStream(numbers.get())) {
        for (NDArray array : NDList.decode(scope, in)) found.put(array.getName(), array);
      }
      state.forEach(
          (name, array) -> {
            if (found.containsKey(name)) {
              copy(found.get(name), array);
            } else if (!name.contains("head.")) {
              throw new ModelException(
                  file + ": the checkpoint lacks " + name + "; delete it to start over.");
            }
          });
      return Optional.of(step.intValue());
    } catch (IOException e) {
      throw new ModelException(file + ": the checkpoint cannot be read: " + e.getMessage(), e);
    }
  }

  private static void copy(NDArray from, NDArray to) {
    boolean learns = to.hasGradient();
    if (learns) to.setRequiresGradient(false);
    // A copy: the buffer of an array is gone with it, and the engine does not copy what it is
    // given.
    to.set(from.toFloatArray());
    if (learns) to.setRequiresGradient(true);
  }
}
