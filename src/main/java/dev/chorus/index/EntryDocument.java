package dev.chorus.index;

import dev.chorus.camp.Placed;
import dev.chorus.camp.emergent.TellingWords;
import dev.chorus.index.column.Digest;
import dev.chorus.index.column.FamilyField;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.ReactionCodec;
import dev.chorus.index.column.ReportRow;
import dev.chorus.index.query.Measure;
import dev.chorus.index.text.Fields;
import dev.chorus.language.EntityType;
import dev.chorus.language.Reaction;
import dev.chorus.language.Stance;
import dev.chorus.language.Vector;
import dev.chorus.post.Post;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/// What Lucene keeps of an entry: fields to search, filter, count and sort by, and the whole of it
/// to be read back.
public final class EntryDocument {
  /// Which posts have a word; nothing of it scores.
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  /// What changes with the placement of a post: [Reassignment] writes nothing else anew.
  static final Set<String> PLACEMENT = Set.of(Fields.CAMP, Fields.ROW, Fields.DATA);

  private EntryDocument() {}

  /// @param camps ids of the event's camps, the unaligned last
  static Document of(Entry entry, List<String> camps) throws IOException {
    Placed placed = entry.placed();
    Post post = Entry.counted(entry.post(), entry.reposts().size());
    Document doc = new Document();
    doc.add(new StringField(Fields.KEY, entry.key(), Field.Store.NO));
    for (String version : entry.versions()) {
      doc.add(new StringField(Fields.KEY, version, Field.Store.NO));
    }
    for (String repost : entry.reposts()) {
      doc.add(new StringField(Fields.REPOST, repost, Field.Store.NO));
    }
    doc.add(new StringField(Fields.ID, post.id(), Field.Store.NO));
    doc.add(new SortedDocValuesField(Fields.ID, new BytesRef(post.id())));
    doc.add(new TextField(Fields.TEXT, post.text(), Field.Store.YES));
    doc.add(new Field(Fields.WORD, post.text(), WORDS));
    keyword(
        doc,
        Fields.SENTIMENT,
        placed.reaction().sentiment().map(s -> s.label().id()).orElse("unread"));
    placed.reaction().about().ifPresent(a -> keyword(doc, Fields.ABOUT, a.kind().id()));
    for (Stance stance : placed.reaction().stances()) {
      keyword(doc, Fields.STANCE, PostColumns.stanceTerm(stance));
    }
    for (Reaction.Spoken issue : placed.reaction().issues()) keyword(doc, Fields.ISSUE, issue.id());
    placed.reaction().mentions().stream()
        .map(m -> m.name())
        .distinct()
        .forEach(name -> keyword(doc, Fields.ENTITY, name));
    // Amounts are named, but nobody is meant by them.
    placed.reaction().mentions().stream()
        .filter(m -> m.type() != EntityType.MONEY)
        .map(m -> PostColumns.nameTerm(m.type(), m.name()))
        .distinct()
        .forEach(name -> column(doc, Fields.NAMED, name));
    TellingWords.of(post.text()).forEach(word -> column(doc, Fields.TOLD, word));
    post.author().role().ifPresent(role -> column(doc, Fields.ROLE, role));
    // Found by either, counted by one.
    Optional<String> handle = post.author().handle();
    handle.ifPresent(h -> keyword(doc, Fields.AUTHOR, h));
    post.author()
        .name()
        .ifPresent(
            n -> {
              if (handle.isEmpty()) keyword(doc, Fields.AUTHOR, n);
              else doc.add(new StringField(Fields.AUTHOR, keywordTerm(n), Field.Store.NO));
            });
    post.links().thread().ifPresent(t -> keyword(doc, Fields.THREAD, t));
    post.platform().ifPresent(p -> keyword(doc, Fields.PLATFORM, p));
    keyword(doc, Fields.LANG, placed.reaction().lang());
    keyword(doc, Fields.KIND, post.kind().id());
    post.createdAt()
        .ifPresent(
            t -> {
              number(doc, Fields.CREATED, t.toEpochMilli());
            });
    for (Measure measure : Measure.values()) {
      number(doc, measure.field(), measure.of(post.engagement()));
    }
    placed
        .reaction()
        .sentiment()
        .map(s -> Double.doubleToLongBits(Math.abs(s.score())))
        .ifPresent(s -> doc.add(new NumericDocValuesField(Fields.STRENGTH, s)));
    placed
        .reaction()
        .vector()
        .map(Vector::toArray)
        .ifPresent(
            v ->
                doc.add(
                    new KnnFloatVectorField(
                        Fields.VECTOR, v, VectorSimilarityFunction.DOT_PRODUCT)));
    doc.add(new BinaryDocValuesField(Fields.HASH, hashes(entry)));
    FamilyField.addWording(doc, post);
    place(doc, entry, camps);
    return doc;
  }

  /// The fields of [#PLACEMENT] alone.
  static Document placement(Entry entry, List<String> camps) throws IOException {
    Document doc = new Document();
    place(doc, entry, camps);
    return doc;
  }

  private static void place(Document doc, Entry entry, List<String> camps) throws IOException {
    Placed placed = entry.placed();
    Post post = Entry.counted(entry.post(), entry.reposts().size());
    keyword(doc, Fields.CAMP, placed.placement().camp());
    doc.add(
        new BinaryDocValuesField(
            Fields.ROW,
            ReportRow.encode(
                placed,
                post,
                entry.reposts().size(),
                inOrder(placed.reaction().stances(), PostColumns::stanceTerm),
                inOrder(placed.reaction().issues(), Reaction.Spoken::id),
                camps)));
    doc.add(new StoredField(Fields.DATA, ReactionCodec.encode(entry)));
  }

  /// In the order in which Lucene keeps the terms of a post.
  private static <T> Collection<T> inOrder(List<T> values, Function<T, String> term) {
    SortedMap<BytesRef, T> sorted = new TreeMap<>();
    for (T value : values) sorted.put(new BytesRef(clip(term.apply(value))), value);
    return sorted.values();
  }

  private static BytesRef hashes(Entry entry) {
    ByteBuffer all = ByteBuffer.allocate((1 + entry.older().size()) * Digest.BYTES);
    all.put(entry.digest().bytes());
    entry.older().forEach(d -> all.put(d.bytes()));
    return new BytesRef(all.array());
  }

  /// A value to filter by (whatever its case) and to count.
  private static void keyword(Document doc, String field, String value) {
    doc.add(new StringField(field, keywordTerm(value), Field.Store.NO));
    column(doc, field, value);
  }

  /// A value to count only.
  private static void column(Document doc, String field, String value) {
    doc.add(new SortedSetDocValuesField(field, new BytesRef(clip(value))));
  }

  /// A value to filter and to sort by.
  private static void number(Document doc, String field, long value) {
    doc.add(new LongPoint(field, value));
    doc.add(new NumericDocValuesField(field, value));
  }

  public static String keywordTerm(String value) {
    return clip(value.toLowerCase(Locale.ROOT));
  }

  /// Lucene refuses terms over 32,766 bytes; no honest name is near that.
  private static String clip(String value) {
    return value.length() <= 1_000 ? value : value.substring(0, 1_000);
  }
}
