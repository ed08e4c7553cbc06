package dev.chorus.report;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.query.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.util.IOUtils;

/// Made-up corpora, by way of an index in a folder of their own.
public final class Corpora {
  private static final Map<String, String> RUN = Map.of("chorus", "test");

  private Corpora() {}

  public static CampsReport report(Event event, Collection<Placed> posts) throws Exception {
    return report(event, posts, Optional.empty());
  }

  public static CampsReport report(Event event, Collection<Placed> posts, Optional<Breakdown.By> by)
      throws Exception {
    return columns(
        event,
        posts,
        columns ->
            CampsReportBuilder.build(
                event, columns, Optional.empty(), by, false, Optional.empty(), RUN));
  }

  public static <T> T columns(Event event, Collection<Placed> posts, Function<PostColumns, T> use)
      throws IndexException, IOException {
    Path folder = Files.createTempDirectory("chorus-test");
    try {
      try (ReactionWriter writer = ReactionWriter.open(folder, event, "test")) {
        for (Placed placed : posts) writer.add(placed);
        writer.findFamilies();
      }
      try (ReactionReader reader = ReactionReader.open(folder)) {
        return reader.columns(Optional.empty(), Optional.empty(), use);
      }
    } finally {
      IOUtils.rm(folder);
    }
  }
}
