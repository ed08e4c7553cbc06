package dev.chorus.index.column;

import dev.chorus.flood.Family;
import dev.chorus.flood.Wording;
import dev.chorus.index.text.IndexFields;
import dev.chorus.post.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/// How an index keeps the families of near-identical posts: for each post its wording, written with
/// it, and for each member the family and whether it is a copy, as doc values that can be changed
/// without writing the post again.
public final class FamilyField {
  private FamilyField() {}

  /// Adds what [FamilyPass] compares, if the text is long enough.
  public static void addWording(Document doc, Post post) {
    Wording.of(post.text())
        .ifPresent(
            w -> doc.add(new BinaryDocValuesField(IndexFields.WORDING, new BytesRef(w.toBytes()))));
  }

  public static Wording wording(BytesRef value) {
    return Wording.ofBytes(value.bytes, value.offset, value.length);
  }

  /// The family of a post, if it has one.
  ///
  /// @param doc its number in the leaf
  public static Optional<Family> of(LeafReaderContext leaf, int doc) throws IOException {
    BinaryDocValues families = leaf.reader().getBinaryDocValues(IndexFields.FAMILY);
    if (families == null || !families.advanceExact(doc)) return Optional.empty();
    return Optional.of(decode(families.binaryValue()));
  }

  /// @param doc its number in the reader
  public static Optional<Family> of(IndexReader reader, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    return of(leaf, doc - leaf.docBase);
  }

  /// The posts that repeat an earlier one; all others are the first of their family, or in none.
  public static Query copies() {
    return NumericDocValuesField.newSlowExactQuery(IndexFields.COPY, 1);
  }

  public static BytesRef encode(Family family) {
    try {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      out.writeString(family.id());
      out.writeVInt(family.posts());
      out.writeVInt(family.authors());
      writeTime(out, family.first());
      writeTime(out, family.last());
      out.writeByte((byte) (family.coordinated() ? 1 : 0));
      return new BytesRef(out.toArrayCopy());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
  }

  static Family decode(BytesRef value) throws IOException {
    DataInput in = new ByteArrayDataInput(value.bytes, value.offset, value.length);
    return new Family(
        in.readString(),
        in.readVInt(),
        in.readVInt(),
        readTime(in),
        readTime(in),
        in.readByte() == 1);
  }

  private static void writeTime(DataOutput out, Optional<Instant> time) throws IOException {
    out.writeByte((byte) (time.isPresent() ? 1 : 0));
    if (time.isEmpty()) return;
    out.writeZLong(time.get().getEpochSecond());
    out.writeVInt(time.get().getNano());
  }

  private static Optional<Instant> readTime(DataInput in) throws IOException {
    if (in.readByte() == 0) return Optional.empty();
    return Optional.of(Instant.ofEpochSecond(in.readZLong(), in.readVInt()));
  }
}
