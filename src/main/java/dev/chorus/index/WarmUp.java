package dev.chorus.index;

import java.lang.invoke.MethodHandles;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.MMapDirectory;

/// Loads what a first search needs on another core, for a process that has something else to do
/// first, such as reading its arguments.
public final class WarmUp {
  private WarmUp() {}

  public static void begin() {
    Thread helper = new Thread(WarmUp::load, "chorus warm-up");
    helper.setDaemon(true);
    helper.start();
  }

  private static void load() {
    try {
      IndexStore.silence();
      MethodHandles.lookup().ensureInitialized(MMapDirectory.class);
      Codec.getDefault();
      MethodHandles.lookup().ensureInitialized(IndexSearcher.class);
    } catch (IllegalAccessException | LinkageError e) {
      // The search itself will say what is wrong.
    }
  }
}
