package dev.chorus.language.model;

import dev.chorus.json.Json;
import dev.chorus.language.ModelException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Named lists of bytes in the safetensors format: the length of a JSON header, the header, the
/// bytes. Nothing in such a file can run.
public final class Safetensors {
  private static final int LENGTH = Long.BYTES;

  private Safetensors() {}

  /// The bytes of each name, as 8-bit integers.
  public static byte[] write(Map<String, byte[]> lists) {
    Map<String, Object> header = new LinkedHashMap<>();
    long at = 0;
    for (var list : lists.entrySet()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("dtype", "I8");
      entry.put("shape", List.of(list.getValue().length));
      entry.put("data_offsets", List.of(at, at + list.getValue().length));
      header.put(list.getKey(), entry);
      at += list.getValue().length;
    }
    byte[] json = Json.compact(header).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).array());
    out.writeBytes(json);
    lists.values().forEach(out::writeBytes);
    return out.toByteArray();
  }

  /// @param name of the file, for messages
  /// @throws ModelException if the bytes are no such file
  public static Map<String, byte[]> read(String name, byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      long length = buffer.getLong();
      if (length < 0 || length > bytes.length - LENGTH) throw damaged(name, "its header");
      int data = LENGTH + (int) length;
      Object header = Json.parse(new String(bytes, LENGTH, (int) length, StandardCharsets.UTF_8));
      Map<String, byte[]> lists = new LinkedHashMap<>();
      for (var entry : ((Map<?, ?>) header).entrySet()) {
        if (entry.getKey().equals("__metadata__")) continue;
        Map<?, ?> list = (Map<?, ?>) entry.getValue();
        List<?> offsets = (List<?>) list.get("data_offsets");
        long from = ((Number) offsets.get(0)).longValue();
        long to = ((Number) offsets.get(1)).longValue();
        if (!"I8".equals(list.get("dtype")) || from < 0 || to < from || to > bytes.length - data) {
          throw damaged(name, String.valueOf(entry.getKey()));
        }
        byte[] values = new byte[(int) (to - from)];
        System.arraycopy(bytes, data + (int) from, values, 0, values.length);
        lists.put((String) entry.getKey(), values);
      }
      return lists;
    } catch (RuntimeException e) {
      if (e instanceof ModelException ours) throw ours;
      throw damaged(name, "its header");
    }
  }

  private static ModelException damaged(String name, String where) {
    return new ModelException(
        name + ": is no safetensors file of 8-bit integers, or damaged in " + where + ".");
  }
}
