package dev.chorus.source.export;

import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.Map;

/// Exports of Zeeschuimer, a browser extension that keeps what web pages of platforms get: each
/// line says where and when, and has the item itself under `data`, as the platform gave it. The
/// item is recognised by its own shape.
public final class ZeeschuimerFormat implements PostFormat {
  @Override
  public String id() {
    return "zeeschuimer";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return record.holds("data", Map.class)
        && record.has("source_platform")
        && (record.has("item_id") || record.has("timestamp_collected"));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.read(record.nested("data", "what the page of the platform got"));
  }
}
