package dev.chorus.app;

import dev.chorus.camp.Event;
import dev.chorus.index.column.PostColumns;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a report was made from and with. Holds no time and no path: the same posts, camp file and
/// models give the same bytes.
public final class Provenance {
  private static final int DIGITS = 12;

  private Provenance() {}

  public static Map<String, String> of(Event event, String analysis, PostColumns posts) {
    Map<String, String> run = new LinkedHashMap<>();
    run.put("chorus", Version.current());
    run.put("posts", posts.digest().substring(0, DIGITS));
    run.put("event", event.id() + " " + event.fingerprint().substring(0, DIGITS));
    run.put("models", analysis);
    return run;
  }
}
