package dev.chorus.training.tuning;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.chorus.language.ModelException;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.training.tuning.EncoderFile.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a BERT encoder (Devlin et al. 2019) as an ONNX graph for one text at a time.
///
/// One text needs no mask, the three projections of attention are one product, and what ONNX
/// Runtime has a fused operator for is that operator: on the same processor it runs 1.13 times as
/// fast as the general graph (docs/decisions/06-encoder-speed.md).
///
/// Matrices are integers with one scale for each output. They use seven of the eight bits, because
/// older processors add two products in 16 bits and would overflow.
final class EncoderGraph {
  private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
  private static final int INT8 = TensorProto.DataType.INT8_VALUE;
  private static final int INT64 = TensorProto.DataType.INT64_VALUE;

  private static final int LARGEST_STEP = 63;
  private static final float LAYER_NORM_EPSILON = 1e-12f;
  private static final String RUNTIME = "com.microsoft";

  /// Versions that ONNX Runtime has read for years.
  private static final int OPERATORS = 17;

  private static final int FORMAT = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("encoder");
  private final Map<String, Tensor> weights;
  private final int heads;
  private final int width;

  private EncoderGraph(Map<String, Tensor> weights, int heads, int width) {
    this.weights = weights;
    this.heads = heads;
    this.width = width;
  }

  /// @param file where the embedding tables come from
  /// @param weights of the layers, as [EncoderFile#weights] gives them
  /// @param heads of the attention in each layer
  static byte[] write(EncoderFile file, Map<String, Tensor> weights, int heads) {
    Tensor words = file.embeddings("word");
    EncoderGraph writer = new EncoderGraph(weights, heads, words.columns());
    String x = writer.embedded(words, file.embeddings("position"), file.embeddings("token_type"));
    for (int i = 0; weights.containsKey("encoder.layer." + i + ".output.dense.weight"); i++) {
      x = writer.layer(x, "encoder.layer." + i);
    }
    writer.outputs(x);
    return ModelProto.newBuilder()
        .setIrVersion(FORMAT)
        .setProducerName("chorus")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(RUNTIME).setVersion(1))
        .setGraph(writer.graph)
        .build()
        .toByteArray();
  }

  /// The weights of the layers in a graph that [#write] made, as far as its integers hold them.
  ///
  /// @throws ModelException if the bytes are no such graph
  static Map<String, Tensor> weights(byte[] onnx) {
    Map<String, TensorProto> stored = new LinkedHashMap<>();
    try {
      for (TensorProto t : ModelProto.parseFrom(onnx).getGraph().getInitializerList()) {
        stored.put(t.getName(), t);
      }
    } catch (InvalidProtocolBufferException e) {
      throw new ModelException("the encoder is no ONNX file", e);
    }
    Map<String, Tensor> weights = new LinkedHashMap<>();
    stored.forEach(
        (name, tensor) -> {
          if (name.contains("LayerNorm")) {
            weights.put(name, new Tensor(1, (int) tensor.getDims(0), floats(tensor)));
          } else if (name.endsWith(".matrix")) {
            layers(name.replaceFirst("\\.matrix$", ""), stored, weights);
          }
        });
    if (weights.isEmpty()) throw new ModelException("the encoder is none of Chorus's graphs");
    return weights;
  }

  /// The linear layers whose matrices stand side by side in one.
  private static void layers(
      String name, Map<String, TensorProto> stored, Map<String, Tensor> weights) {
    TensorProto matrix = stored.get(name + ".matrix");
    float[] scales = floats(stored.get(name + ".scale"));
    float[] constants = floats(stored.get(name + ".constant"));
    List<String> parts =
        name.endsWith(".self")
            ? List.of(name + ".query", name + ".key", name + ".value")
            : List.of(name.endsWith(".dense") ? name : name + ".dense");
    int rows = (int) matrix.getDims(0);
    int all = (int) matrix.getDims(1);
    int columns = all / parts.size();
    for (int p = 0; p < parts.size(); p++) {
      float[] values = new float[rows * columns];
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          int from = p * columns + c;
          values[r * columns + c] = matrix.getRawData().byteAt(r * all + from) * scales[from];
        }
      }
      weights.put(parts.get(p) + ".weight", new Tensor(rows, columns, values));
      float[] bias = Arrays.copyOfRange(constants, p * columns, (p + 1) * columns);
      weights.put(parts.get(p) + ".bias", new Tensor(1, columns, bias));
    }
  }

  private static float[] floats(TensorProto tensor) {
    ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[raw.remaining() / Float.BYTES];
    raw.asFloatBuffer().get(values);
    return values;
  }

  private String embedded(Tensor words, Tensor positions, Tensor types) {
    graph.addInput(value(Encoder.INPUT, INT64, 1, -1));
    Quantised rows = Quantised.rows(words);
    integers("words", rows.steps(), words.rows(), words.columns());
    floats("words.scale", rows.scales(), words.rows(), 1);
    // There is one type of text, so its row is part of every position's.
    float[] places = positions.values().clone();
    for (int i = 0; i < places.length; i++) places[i] += types.values()[i % width];
    floats("positions", places, positions.rows(), width);
    longs("zero", 0);
    longs("parts", width, width, width);
    String steps =
        node(
            "Cast",
            "",
            List.of(node("Gather", "", List.of("words", Encoder.INPUT))),
            integer("to", FLOAT));
    String scale = node("Gather", "", List.of("words.scale", Encoder.INPUT));
    String length =
        node("Shape", "", List.of(Encoder.INPUT), integer("start", 1), integer("end", 2));
    String place = node("Slice", "", List.of("positions", "zero", length, "zero"));
    String sum = node("Add", "", List.of(node("Mul", "", List.of(steps, scale)), place));
    return node(
        "LayerNormalization",
        "",
        List.of(sum, floats("embeddings.LayerNorm.weight"), floats("embeddings.LayerNorm.bias")),
        real("epsilon", LAYER_NORM_EPSILON));
  }

  private String layer(String x, String name) {
    String self = name + ".attention.self";
    String projected = product(x, self, List.of(self + ".query", self + ".key", self + ".value"));
    NodeProto.Builder split =
        NodeProto.newBuilder()
            .setOpType("Split")
            .setName(self + ".split")
            .addInput(projected)
            .addInput("parts")
            .addAttribute(integer("axis", -1));
    for (String part : List.of("q", "k", "v")) split.addOutput(self + "." + part);
    graph.addNode(split);
    String attended =
        node(
            "MultiHeadAttention",
            RUNTIME,
            List.of(self + ".q", self + ".k", self + ".v"),
            integer("num_heads", heads));
    String output = name + ".attention.output";
    x = normal(x, product(attended, output, List.of(output + ".dense")), output);
    String inner = name + ".intermediate.dense";
    String widened = node("FastGelu", RUNTIME, List.of(product(x, inner, List.of(inner))));
    String outer = name + ".output";
    return normal(x, product(widened, outer, List.of(outer + ".dense")), outer);
  }

  /// The product with the matrices of several linear layers side by side, with their biases.
  private String product(String x, String name, List<String> layers) {
    Tensor first = weights.get(layers.getFirst() + ".weight");
    int columns = first.columns() * layers.size();
    float[] values = new float[first.rows() * columns];
    float[] bias = new float[columns];
    for (int l = 0; l < layers.size(); l++) {
      Tensor matrix = weights.get(layers.get(l) + ".weight");
      for (int r = 0; r < matrix.rows(); r++) {
        System.arraycopy(
            matrix.values(),
            r * matrix.columns(),
            values,
            r * columns + l * matrix.columns(),
            matrix.columns());
      }
      System.arraycopy(
          weights.get(layers.get(l) + ".bias").values(),
          0,
          bias,
          l * matrix.columns(),
          matrix.columns());
    }
    Quantised quantised = Quantised.columns(new Tensor(first.rows(), columns, values));
    integers(name + ".matrix", quantised.steps(), first.rows(), columns);
    floats(name + ".scale", quantised.scales(), columns);
    floats(name + ".constant", bias, columns);
    return node(
        "DynamicQuantizeMatMul",
        RUNTIME,
        List.of(x, name + ".matrix", name + ".scale", "", name + ".constant"));
  }

  private String normal(String x, String added, String name) {
    return node(
        "SkipLayerNormalization",
        RUNTIME,
        List.of(x, added, floats(name + ".LayerNorm.weight"), floats(name + ".LayerNorm.bias")),
        real("epsilon", LAYER_NORM_EPSILON));
  }

  private void outputs(String x) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("ReduceMean")
            .setName(Encoder.MEAN)
            .addInput(x)
            .addOutput(Encoder.MEAN)
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("axes")
                    .setType(AttributeProto.AttributeType.INTS)
                    .addInts(1))
            .addAttribute(integer("keepdims", 0)));
    graph.addOutput(value(Encoder.MEAN, FLOAT, 1, width));
    graph.addInitializer(
        TensorProto.newBuilder().setName("beginning").setDataType(INT64).addInt64Data(0));
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Gather")
            .setName(Encoder.FIRST)
            .addInput(x)
            .addInput("beginning")
            .addOutput(Encoder.FIRST)
            .addAttribute(integer("axis", 1)));
    graph.addOutput(value(Encoder.FIRST, FLOAT, 1, width));
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Squeeze")
            .setName(Encoder.PIECES)
            .addInput(x)
            .addInput("zero")
            .addOutput(Encoder.PIECES));
    graph.addOutput(value(Encoder.PIECES, FLOAT, -1, width));
  }

  private String node(
      String operator, String domain, List<String> inputs, AttributeProto... attributes) {
    String name = operator + "." + graph.getNodeCount();
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setDomain(domain)
            .setName(name)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(List.of(attributes)));
    return name;
  }

  private static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static AttributeProto real(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  private static ValueInfoProto value(String name, int type, int... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int size : sizes) {
      TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(size < 0 ? dimension.setDimParam("pieces") : dimension.setDimValue(size));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }

  /// Writes a list of learned numbers under its own name.
  private String floats(String name) {
    Tensor tensor = weights.get(name);
    floats(name, tensor.values(), tensor.values().length);
    return name;
  }

  private void floats(String name, float[] values, int... sizes) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    tensor(name, FLOAT, ByteString.copyFrom(raw), sizes);
  }

  private void integers(String name, byte[] values, int... sizes) {
    tensor(name, INT8, ByteString.copyFrom(values), sizes);
  }

  private void tensor(String name, int type, ByteString raw, int... sizes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type).setRawData(raw);
    for (int size : sizes) tensor.addDims(size);
    graph.addInitializer(tensor);
  }

  private void longs(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(INT64).addDims(values.length);
    for (long value : values) tensor.addInt64Data(value);
    graph.addInitializer(tensor);
  }

  /// Integers of one scale for each row or column.
  private record Quantised(byte[] steps, float[] scales) {
    static Quantised rows(Tensor tensor) {
      return of(tensor, tensor.rows(), tensor.columns(), Byte.MAX_VALUE);
    }

    static Quantised columns(Tensor tensor) {
      return of(tensor, tensor.columns(), 0, LARGEST_STEP);
    }

    /// @param perRow numbers of one row that share a scale; 0 where columns share it
    private static Quantised of(Tensor tensor, int scaleCount, int perRow, int largest) {
      float[] values = tensor.values();
      float[] scales = new float[scaleCount];
      for (int i = 0; i < values.length; i++) {
        int at = perRow > 0 ? i / perRow : i % scaleCount;
        scales[at] = Math.max(scales[at], Math.abs(values[i]) / largest);
      }
      byte[] steps = new byte[values.length];
      for (int i = 0; i < values.length; i++) {
        float scale = scales[perRow > 0 ? i / perRow : i % scaleCount];
        steps[i] = scale == 0 ? 0 : (byte) Math.round(values[i] / scale);
      }
      return new Quantised(steps, scales);
    }
  }
}
