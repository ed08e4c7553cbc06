package dev.chorus.index.column;

import dev.chorus.camp.Placed;
import dev.chorus.index.text.IndexFields;
import dev.chorus.language.Vector;
import dev.chorus.post.Engagement;
import dev.chorus.post.Post;
import java.io.DataInput;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/// Reads the reactions of an index back. Before each, its field holds how many reposts were counted
/// into it, and behind it what only a writer wants ([dev.chorus.index.EntryCodec]), which readers
/// need not pass over.
public final class StoredReactions {
  private StoredReactions() {}

  /// The reaction as it counts, with the reposts among its engagement, without its vector.
  public static Placed read(StoredFields stored, int doc) throws IOException {
    DataInput in = open(stored, doc);
    int reposts = CompactData.readInt(in);
    Placed placed = ReactionCodec.read(in);
    Post post = placed.reaction().post();
    Post counted = counted(post, reposts);
    return counted == post
        ? placed
        : new Placed(placed.reaction().with(counted), placed.placement());
  }

  /// All that a document stores of its entry.
  public static DataInput open(StoredFields stored, int doc) throws IOException {
    BytesRef bytes =
        stored.document(doc, Set.of(IndexFields.DATA)).getBinaryValue(IndexFields.DATA);
    return new ByteInput(bytes.bytes, bytes.offset, bytes.length);
  }

  /// The post as it counts: reposted at least as often as there are records of it.
  public static Post counted(Post post, int reposts) {
    Engagement e = post.engagement();
    if (e.reposts() >= reposts) return post;
    return post.with(new Engagement(e.likes(), reposts, e.replies(), e.views()));
  }

  /// What a post means, if it has a vector.
  public static Optional<Vector> vector(LeafReader reader, int doc) throws IOException {
    FloatVectorValues vectors = reader.getFloatVectorValues(IndexFields.VECTOR);
    if (vectors == null) return Optional.empty();
    KnnVectorValues.DocIndexIterator docs = vectors.iterator();
    if (docs.advance(doc) != doc) return Optional.empty();
    return Optional.of(Vector.ofUnit(vectors.vectorValue(docs.index())));
  }
}
