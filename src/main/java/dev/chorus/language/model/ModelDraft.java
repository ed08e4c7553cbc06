package dev.chorus.language.model;

import dev.chorus.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A [ModelFile] that is yet to be written: fields in the order in which they were put.
public final class ModelDraft {
  /// More would only pretend to be knowledge, and make the file larger.
  private static final MathContext DIGITS = new MathContext(6);

  private final Map<String, Object> json = new LinkedHashMap<>();

  /// @param kind what the file says that it is
  /// @param encoder names the encoder over whose vectors the model is, if it is over any
  /// @param provenance what it was learned from
  public ModelDraft(String kind, Optional<String> encoder, Map<String, Object> provenance) {
    json.put("model", kind);
    encoder.ifPresent(e -> json.put("encoder", e));
    json.putAll(provenance);
  }

  public ModelDraft put(String field, Object value) {
    json.put(field, value);
    return this;
  }

  /// Numbers, with six significant digits.
  public ModelDraft put(String field, double[] values) {
    return put(field, Arrays.stream(values).map(ModelDraft::rounded).boxed().toList());
  }

  /// Numbers, with six significant digits.
  public ModelDraft put(String field, float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) wide[i] = values[i];
    return put(field, wide);
  }

  private static double rounded(double v) {
    return v == 0 ? 0 : new BigDecimal(v).round(DIGITS).doubleValue();
  }

  /// @throws ModelException if the file cannot be written
  public void write(Path file) {
    ModelFile.write(file, (Json.pretty(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
