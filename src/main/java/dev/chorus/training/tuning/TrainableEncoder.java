package dev.chorus.training.tuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import dev.chorus.training.tuning.EncoderFile.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/// A BERT encoder (Devlin et al. 2019) whose weights can learn, in 32-bit numbers.
///
/// The embedding tables stay as they are: they are a third of the weights, most words of them are
/// rare in any training set, and left alone they keep their meaning.
final class TrainableEncoder {
  private static final float LAYER_NORM_EPSILON = 1e-12f;

  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final NDArray words;
  private final NDArray positions;
  private final NDArray type;
  private final int layers;
  private final int heads;
  private final int width;

  /// @param file where the embedding tables come from
  /// @param start weights of the layers to begin with, as [EncoderFile#weights] gives them
  /// @param heads of the attention in each layer
  TrainableEncoder(NDManager manager, EncoderFile file, Map<String, Tensor> start, int heads) {
    this.heads = heads;
    this.words = table(manager, file.embeddings("word"));
    this.positions = table(manager, file.embeddings("position"));
    this.type = table(manager, file.embeddings("token_type")).get(0);
    this.width = (int) words.getShape().get(1);
    start.forEach(
        (name, tensor) -> {
          NDArray array =
              tensor.rows() == 1
                  ? manager.create(tensor.values())
                  : table(manager, tensor.transposed());
          array.setRequiresGradient(true);
          weights.put(name, array);
        });
    int count = 0;
    while (weights.containsKey("encoder.layer." + count + ".output.dense.weight")) count++;
    this.layers = count;
  }

  private static NDArray table(NDManager manager, Tensor tensor) {
    return manager.create(tensor.values(), new Shape(tensor.rows(), tensor.columns()));
  }

  int width() {
    return width;
  }

  /// By name; the arrays themselves, which learn in place.
  Map<String, NDArray> weights() {
    return weights;
  }

  /// How far from the output a weight stands: 0 for the last layer.
  int depth(String name) {
    if (!name.startsWith("encoder.layer.")) return layers;
    return layers - 1 - Integer.parseInt(name.split("\\.")[2]);
  }

  /// The weights as they are now, in the form of [EncoderFile#weights].
  Map<String, Tensor> snapshot() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights.forEach(
        (name, array) -> {
          Shape shape = array.getShape();
          float[] values = array.toFloatArray();
          tensors.put(
              name,
              shape.dimension() == 1
                  ? new Tensor(1, values.length, values)
                  : new Tensor((int) shape.get(0), (int) shape.get(1), values).transposed());
        });
    return tensors;
  }

  /// The vector of each piece of each text, `texts × pieces × width`.
  ///
  /// @param pieces ids, one row a text, filled up with zeros
  /// @param present 1 where there is a piece, 0 where the row is filled up
  /// @param dropout share of the numbers between layers that are left out
  NDArray forward(NDArray pieces, NDArray present, float dropout) {
    long texts = pieces.getShape().get(0);
    long length = pieces.getShape().get(1);
    NDArray embedded = words.get(pieces);
    embedded.attach(pieces.getManager());
    NDArray x = embedded.add(positions.get("0:" + length)).add(type);
    x = drop(normal(x, "embeddings.LayerNorm"), dropout);
    NDArray ignore = present.sub(1).mul(10_000f).reshape(texts, 1, 1, length);
    for (int i = 0; i < layers; i++) {
      String layer = "encoder.layer." + i;
      NDArray attended = attention(x, ignore, layer + ".attention.self", texts, length);
      attended = drop(linear(attended, layer + ".attention.output.dense"), dropout);
      x = normal(x.add(attended), layer + ".attention.output.LayerNorm");
      NDArray inner = Activation.gelu(linear(x, layer + ".intermediate.dense"));
      x =
          normal(
              x.add(drop(linear(inner, layer + ".output.dense"), dropout)),
              layer + ".output.LayerNorm");
    }
    return x;
  }

  private NDArray attention(NDArray x, NDArray ignore, String name, long texts, long length) {
    NDArray query = split(linear(x, name + ".query"), texts, length);
    NDArray key = split(linear(x, name + ".key"), texts, length);
    NDArray value = split(linear(x, name + ".value"), texts, length);
    NDArray attention =
        query
            .mul(1 / Math.sqrt((double) width / heads))
            .matMul(key.transpose(0, 1, 3, 2))
            .add(ignore)
            .softmax(-1);
    return attention.matMul(value).transpose(0, 2, 1, 3).reshape(texts, length, width);
  }

  private NDArray split(NDArray x, long texts, long length) {
    return x.reshape(texts, length, heads, width / heads).transpose(0, 2, 1, 3);
  }

  private NDArray linear(NDArray x, String name) {
    return Linear.linear(x, weights.get(name + ".weight"), weights.get(name + ".bias"))
        .singletonOrThrow();
  }

  private NDArray normal(NDArray x, String name) {
    return LayerNorm.layerNorm(
            x,
            new Shape(width),
            weights.get(name + ".weight"),
            weights.get(name + ".bias"),
            LAYER_NORM_EPSILON)
        .singletonOrThrow();
  }

  private static NDArray drop(NDArray x, float dropout) {
    return dropout > 0 ? Dropout.dropout(x, dropout, true).singletonOrThrow() : x;
  }
}
