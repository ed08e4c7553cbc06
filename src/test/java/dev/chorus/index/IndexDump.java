package dev.chorus.index;

import dev.chorus.camp.Placed;
import dev.chorus.index.query.IndexException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/// Everything that an index holds, one line a post, sorted by id: two indexes are equal if these
/// are, whatever the order in which they were written.
public final class IndexDump {
  private IndexDump() {}

  public static List<String> of(Path folder) throws Exception {
    List<Placed> all = posts(folder);
    List<String> lines = new ArrayList<>();
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      StoredEntries entries = new StoredEntries(reader);
      for (Placed placed : all) {
        Entry entry = entries.find(placed.reaction().post().id()).orElseThrow();
        lines.add(
            String.join(
                " | ",
                placed.reaction().post().id(),
                placed.toString(),
                entry.placed().reaction().vector().map(v -> "" + v.hashCode()).orElse("no vector"),
                entry.key(),
                entry.reposts().toString(),
                entry.versions().toString(),
                entry.older().toString()));
      }
    }
    lines.sort(null);
    return lines;
  }

  /// The posts of an index, with their vectors, in no order that means anything.
  public static List<Placed> posts(Path folder) throws IndexException {
    try (ReactionReader reader = ReactionReader.open(folder)) {
      return reader.columns(
          Optional.empty(),
          Optional.empty(),
          columns ->
              IntStream.range(0, columns.size())
                  .mapToObj(
                      row -> {
                        Placed placed = columns.read(row);
                        return new Placed(
                            placed.reaction().with(columns.vector(row)), placed.placement());
                      })
                  .toList());
    }
  }
}
