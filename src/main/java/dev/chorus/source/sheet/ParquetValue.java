package dev.chorus.source.sheet;

import dev.hardwood.row.PqInterval;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.PqVariant;
import dev.hardwood.row.PqVariantArray;
import dev.hardwood.row.PqVariantObject;
import dev.hardwood.row.StructAccessor;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values of Parquet as those of JSON: structs and maps as maps, lists as lists, times as ISO 8601
/// text (one without a zone has none), decimals and other numbers as numbers, bytes as the text
/// that they are in UTF-8. What has no value, is not a number or is no text is null.
final class ParquetValue {
  private ParquetValue() {}

  /// The fields that have a value, in the order of the columns.
  static Map<String, Object> record(StructAccessor struct) {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 0; i < struct.getFieldCount(); i++) {
      Object value = struct.isNull(i) ? null : of(struct.getValue(i));
      if (value != null) record.put(struct.getFieldName(i), value);
    }
    return record;
  }

  private static Object of(Object value) {
    return switch (value) {
      case null -> null;
      case PqStruct struct -> record(struct);
      case PqList list -> list(list.values());
      case List<?> list -> list(list);
      case PqMap map -> map(map);
      case PqVariant variant -> variant(variant);
      case byte[] bytes -> text(bytes);
      // The shortest decimal that means the same float; as a double, 0.1 would be 0.10000000149.
      case Float f -> Float.isFinite(f) ? new BigDecimal(f.toString()).doubleValue() : null;
      case Double d -> Double.isFinite(d) ? d : null;
      case LocalDateTime time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
      case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      case PqInterval interval ->
          "P" + interval.months() + "M" + interval.days() + "DT" + seconds(interval) + "S";
      case Number number -> number;
      case Boolean yes -> yes;
      case Object other -> other.toString();
    };
  }

  private static String seconds(PqInterval interval) {
    return BigDecimal.valueOf(interval.milliseconds(), 3).stripTrailingZeros().toPlainString();
  }

  private static List<Object> list(List<?> values) {
    List<Object> list = new ArrayList<>(values.size());
    for (Object value : values) list.add(of(value));
    return list;
  }

  private static Map<String, Object> map(PqMap map) {
    Map<String, Object> record = new LinkedHashMap<>();
    for (PqMap.Entry entry : map.getEntries()) {
      Object key = of(entry.getKey());
      Object value = entry.isValueNull() ? null : of(entry.getValue());
      if (key != null && value != null) record.put(key.toString(), value);
    }
    return record;
  }

  private static Object variant(PqVariant variant) {
    if (variant.isNull()) return null;
    return switch (variant.type()) {
      case NULL -> null;
      case BOOLEAN_TRUE, BOOLEAN_FALSE -> variant.asBoolean();
      case INT8, INT16, INT32 -> variant.asInt();
      case INT64 -> variant.asLong();
      case FLOAT -> of(variant.asFloat());
      case DOUBLE -> of(variant.asDouble());
      case DECIMAL4, DECIMAL8, DECIMAL16 -> variant.asDecimal();
      case DATE -> of(variant.asDate());
      case TIME_NTZ -> of(variant.asTime());
      case TIMESTAMP, TIMESTAMP_NANOS -> of(variant.asTimestamp());
      case TIMESTAMP_NTZ, TIMESTAMP_NTZ_NANOS -> of(variant.asLocalTimestamp());
      case STRING -> variant.asString();
      case BINARY -> text(variant.asBinary());
      case UUID -> of(variant.asUuid());
      case ARRAY -> array(variant.asArray());
      case OBJECT -> object(variant.asObject());
    };
  }

  private static List<Object> array(PqVariantArray values) {
    List<Object> list = new ArrayList<>();
    for (PqVariant value : values) list.add(variant(value));
    return list;
  }

  private static Map<String, Object> object(PqVariantObject fields) {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 0; i < fields.getFieldCount(); i++) {
      String name = fields.getFieldName(i);
      Object value = variant(fields.getVariant(name));
      if (value != null) record.put(name, value);
    }
    return record;
  }

  /// Nothing for bytes that are no text, such as those of a picture.
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
