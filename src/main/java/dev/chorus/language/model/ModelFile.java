package dev.chorus.language.model;

import dev.chorus.common.Sha256;
import dev.chorus.common.WholeFile;
import dev.chorus.json.Json;
import dev.chorus.json.JsonSyntaxException;
import dev.chorus.language.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A file of trained weights: JSON that anyone can read. Never Java serialisation, because a user
/// may replace a model by a file from elsewhere.
///
/// Each model reads itself from such a file, and writes itself with a [ModelDraft].
public final class ModelFile {
  private static final int FINGERPRINT_DIGITS = 8;

  private final Path file;
  private final Map<String, Object> json;

  private ModelFile(Path file, Map<String, Object> json) {
    this.file = file;
    this.json = json;
  }

  /// @param kind what the file must say that it is
  /// @throws ModelException if the file is missing, damaged or of another kind
  public static ModelFile read(Path file, String kind) {
    try {
      Object json = Json.parse(Files.readString(file));
      if (json instanceof Map<?, ?> map && kind.equals(map.get("model"))) {
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put((String) key, value));
        return new ModelFile(file, typed);
      }
      throw new ModelException(file + ": is no model of kind \"" + kind + "\".");
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (JsonSyntaxException | StackOverflowError e) {
      throw new ModelException(
          file + ": is no JSON (" + e.getMessage() + "). Put the file that Chorus came with there.",
          e);
    }
  }

  /// The same of a file that may be missing.
  public static Optional<ModelFile> readIfPresent(Path file, String kind) {
    return Files.exists(file) ? Optional.of(read(file, kind)) : Optional.empty();
  }

  public Path path() {
    return file;
  }

  /// The value of a field as [Json#parse] gives it, if the field is there.
  public Optional<Object> value(String field) {
    return Optional.ofNullable(json.get(field));
  }

  /// A field that may hold a text.
  public Optional<String> text(String field) {
    return value(field).filter(String.class::isInstance).map(String.class::cast);
  }

  /// @throws ModelException if the field holds something else
  public double number(String field) {
    if (json.get(field) instanceof Number number) return finite(field, number.doubleValue());
    throw damaged(field, "is no number");
  }

  /// @throws ModelException if the field holds something else
  public double[] numbers(String field) {
    if (json.get(field) instanceof List<?> list
        && list.stream().allMatch(Number.class::isInstance)) {
      return list.stream().mapToDouble(n -> finite(field, ((Number) n).doubleValue())).toArray();
    }
    throw damaged(field, "is no list of numbers");
  }

  /// The numbers of a field in single precision.
  public float[] floats(String field) {
    double[] wide = numbers(field);
    float[] narrow = new float[wide.length];
    for (int i = 0; i < narrow.length; i++) narrow[i] = (float) finite(field, (float) wide[i]);
    return narrow;
  }

  /// One number that is none would make every score one.
  private double finite(String field, double number) {
    if (Double.isFinite(number)) return number;
    throw damaged(field, "holds a number that is too large");
  }

  /// @throws ModelException if the field holds something else
  public List<String> texts(String field) {
    if (json.get(field) instanceof List<?> list) return list.stream().map(String::valueOf).toList();
    throw damaged(field, "is no list");
  }

  /// An exception that names file and field.
  ///
  /// @param what is wrong with it
  public ModelException damaged(String field, String what) {
    return new ModelException(file + ": \"" + field + "\" " + what + ".");
  }

  /// First digits of a model file's SHA-256, in hexadecimal.
  ///
  /// @throws ModelException if there is no such file
  public static String fingerprint(Path file) {
    return fingerprint(bytes(file));
  }

  /// The same of a file that may be missing; `none` if it is.
  public static String fingerprintIfPresent(Path file) {
    return Files.exists(file) ? fingerprint(file) : "none";
  }

  /// The same of bytes.
  public static String fingerprint(byte[] bytes) {
    return Sha256.hex(bytes).substring(0, FINGERPRINT_DIGITS);
  }

  /// Names what files and folders hold, with the files' names; `none` if none of them is there.
  public static String fingerprintOfAll(List<Path> filesAndFolders) {
    List<String> all = new ArrayList<>();
    for (Path one : filesAndFolders) {
      if (!Files.exists(one)) continue;
      try (Stream<Path> files = Files.walk(one)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          all.add(one.getParent().relativize(file).toString().replace('\\', '/'));
          all.add(fingerprint(file));
        }
      } catch (IOException e) {
        throw new ModelException(one + ": cannot be read: " + e.getMessage(), e);
      }
    }
    return all.isEmpty()
        ? "none"
        : fingerprint(String.join("\n", all).getBytes(StandardCharsets.UTF_8));
  }

  /// @throws ModelException if there is no such file
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw missing(file, e);
    }
  }

  /// Replaces a model file as a whole or not at all.
  ///
  /// @throws ModelException if it cannot be written
  public static void write(Path file, byte[] bytes) {
    try {
      WholeFile.write(file, bytes);
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static ModelException missing(Path file, IOException e) {
    return new ModelException(
        file
            + ": there is no such model. It comes with Chorus: restore it, or train it again with"
            + " chorus train.",
        e);
  }
}
