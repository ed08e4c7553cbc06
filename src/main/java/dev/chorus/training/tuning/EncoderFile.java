package dev.chorus.training.tuning;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.chorus.language.ModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/// The weights inside an ONNX file of a dynamically quantised BERT encoder, read as numbers.
final class EncoderFile {
  private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
  private static final int UINT8 = TensorProto.DataType.UINT8_VALUE;
  private static final int INT8 = TensorProto.DataType.INT8_VALUE;

  private final Map<String, TensorProto> initializers = new LinkedHashMap<>();

  /// For each matrix product its weights' name without the endings that quantising added.
  private final Map<String, String> matrices = new LinkedHashMap<>();

  private EncoderFile(ModelProto model) {
    for (TensorProto t : model.getGraph().getInitializerList()) initializers.put(t.getName(), t);
    for (NodeProto node : model.getGraph().getNodeList()) {
      if (!node.getOpType().equals("MatMulInteger")) continue;
      String product = node.getName().replaceFirst("^/", "").replaceFirst("/MatMul_quant$", "");
      matrices.put(
          product.replace('/', '.') + ".weight", node.getInput(1).replaceFirst("_quantized$", ""));
    }
  }

  /// @throws ModelException if the bytes are no such file
  static EncoderFile parse(byte[] onnx) {
    try {
      EncoderFile file = new EncoderFile(ModelProto.parseFrom(onnx));
      if (file.matrices.isEmpty()) {
        throw new ModelException("the ONNX file has no quantised matrices to train");
      }
      return file;
    } catch (InvalidProtocolBufferException e) {
      throw new ModelException("the encoder is no ONNX file", e);
    }
  }

  /// A matrix or a list of numbers.
  ///
  /// @param rows of a matrix; 1 for a list
  /// @param values row by row
  record Tensor(int rows, int columns, float[] values) {
    Tensor transposed() {
      float[] turned = new float[values.length];
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) turned[c * rows + r] = values[r * columns + c];
      }
      return new Tensor(columns, rows, turned);
    }
  }

  /// The matrices (one row for each input, one column for each output), biases and scales of the
  /// layers: what fine-tuning changes.
  Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    initializers.forEach(
        (name, tensor) -> {
          if (tensor.getDataType() == FLOAT
              && (name.endsWith(".weight") || name.endsWith(".bias"))) {
            weights.put(name, new Tensor(1, size(tensor), floats(tensor)));
          }
        });
    matrices.forEach((name, stored) -> weights.put(name, dequantised(stored)));
    return weights;
  }

  /// One of the embedding tables, one row for each entry; fine-tuning leaves them alone.
  Tensor embeddings(String kind) {
    return dequantised("embeddings." + kind + "_embeddings.weight");
  }

  private Tensor dequantised(String name) {
    TensorProto quantised = initializer(name + "_quantized");
    float[] scales = floats(initializer(name + "_scale"));
    int[] zeros = integers(initializer(name + "_zero_point"));
    int[] steps = integers(quantised);
    int columns = (int) quantised.getDims(1);
    float[] values = new float[steps.length];
    for (int i = 0; i < values.length; i++) {
      int channel = scales.length == 1 ? 0 : i % columns;
      values[i] = (steps[i] - zeros[channel]) * scales[channel];
    }
    return new Tensor((int) quantised.getDims(0), columns, values);
  }

  private TensorProto initializer(String name) {
    TensorProto found = initializers.get(name);
    if (found == null) throw new ModelException("the encoder's ONNX file has no " + name);
    return found;
  }

  private static int size(TensorProto tensor) {
    return Math.toIntExact(tensor.getDimsList().stream().reduce(1L, Math::multiplyExact));
  }

  private static float[] floats(TensorProto tensor) {
    if (tensor.getDataType() != FLOAT) throw new ModelException(tensor.getName() + ": no floats");
    float[] values = new float[size(tensor)];
    if (tensor.getRawData().isEmpty()) {
      for (int i = 0; i < values.length; i++) values[i] = tensor.getFloatData(i);
    } else {
      ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer();
      raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    }
    return values;
  }

  private static int[] integers(TensorProto tensor) {
    ToIntFunction<Byte> value =
        switch (tensor.getDataType()) {
          case UINT8 -> b -> b & 0xff;
          case INT8 -> b -> b;
          default -> throw new ModelException(tensor.getName() + ": no 8-bit integers");
        };
    int[] values = new int[size(tensor)];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          tensor.getRawData().isEmpty()
              ? tensor.getInt32Data(i)
              : value.applyAsInt(tensor.getRawData().byteAt(i));
    }
    return values;
  }
}
