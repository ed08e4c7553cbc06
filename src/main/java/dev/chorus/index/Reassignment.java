package dev.chorus.index;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.common.OrderedParallel;
import dev.chorus.index.column.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;

/// Gives all posts of an index new placements. What says the camp of a post is written anew,
/// segment by segment, all else is copied ([PatchedSegment]).
final class Reassignment {
  private final IndexWriter writer;
  private final List<String> camps;
  private final Function<Placed, Placement> placing;
  private final int threads;
  private final BiConsumer<String, String> moved;

  /// @param camps ids of the camps that posts go to, the unaligned last
  /// @param placing gives a stored reaction its placement; called by several threads
  /// @param moved gets the camp before and after of each post
  Reassignment(
      IndexWriter writer,
      List<String> camps,
      Function<Placed, Placement> placing,
      int threads,
      BiConsumer<String, String> moved) {
    this.writer = writer;
    this.camps = camps;
    this.placing = placing;
    this.threads = threads;
    this.moved = moved;
  }

  /// Nothing of it is committed.
  void run(DirectoryReader before) throws IOException {
    writer.deleteAll();
    for (LeafReaderContext leaf : before.leaves()) replace((CodecReader) leaf.reader());
  }

  private void replace(CodecReader segment) throws IOException {
    try (Directory scratch = Scratch.make()) {
      write(segment, scratch);
      try (DirectoryReader patch = DirectoryReader.open(scratch)) {
        CodecReader only = (CodecReader) patch.leaves().getFirst().reader();
        writer.addIndexes(new PatchedSegment(segment, only, EntryDocument.PLACEMENT));
      }
    }
  }

  /// A document of the index with its new place.
  private record Moved(String from, String to, Document document) {}

  private void write(CodecReader segment, Directory directory) throws IOException {
    // Merges of neighbours keep the documents in their order.
    IndexWriterConfig config =
        new IndexWriterConfig().setMergePolicy(new LogDocMergePolicy()).setCodec(new VectorCodec());
    Bits live = segment.getLiveDocs();
    try (IndexWriter patch = new IndexWriter(directory, config);
        OrderedParallel<Integer, Optional<Moved>> work =
            new OrderedParallel<>(
                threads,
                doc ->
                    live == null || live.get(doc)
                        ? Optional.of(move(segment, doc))
                        : Optional.empty(),
                done -> add(patch, done))) {
      for (int doc = 0; doc < segment.maxDoc(); doc++) work.add(doc);
      work.finish();
      patch.forceMerge(1);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Moved move(LeafReader segment, int doc) {
    try {
      Entry entry = EntryCodec.decode(segment, doc);
      String from = entry.placed().placement().camp();
      entry.place(placing.apply(entry.placed()));
      String to = entry.placed().placement().camp();
      return new Moved(from, to, EntryDocument.placement(entry, camps));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(IndexWriter patch, Optional<Moved> done) {
    try {
      // Deleted documents keep their place, or the others would lose theirs.
      patch.addDocument(done.map(Moved::document).orElseGet(Document::new));
      done.ifPresent(d -> moved.accept(d.from(), d.to()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
