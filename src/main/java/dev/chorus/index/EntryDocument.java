package dev.chorus.index;

import dev.chorus.camp.Placed;
import dev.chorus.camp.emergent.TellingWords;
import dev.chorus.index.column.Digest;
import dev.chorus.index.column.FamilyField;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.ReportRow;
import dev.chorus.index.column.StoredReactions;
import dev.chorus.index.query.Measure;
import dev.chorus.index.query.StanceTerm;
import dev.chorus.index.text.IndexFields;
import dev.chorus.index.text.KeywordTerms;
import dev.chorus.language.EntityType;
import dev.chorus.language.Reaction;
import dev.chorus.language.Stance;
import dev.chorus.language.Vector;
import dev.chorus.post.Post;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
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
final class EntryDocument {
  /// Which posts have a word; nothing of it scores.
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  /// What changes with the placement of a post: [Reassignment] writes nothing else anew.
  static final Set<String> PLACEMENT = Set.of(IndexFields.CAMP, IndexFields.ROW, IndexFields.DATA);

  private EntryDocument() {}

  /// @param camps ids of the event's camps, the unaligned last
  static Document of(Entry entry, List<String> camps) throws IOException {
    Placed placed = entry.placed();
    Post post = StoredReactions.counted(entry.post(), entry.reposts().size());
    Document doc = new Document();
    doc.add(new StringField(IndexFields.KEY, entry.key(), Field.Store.NO));
    for (String version : entry.versions()) {
      doc.add(new StringField(IndexFields.KEY, version, Field.Store.NO));
    }
    for (String repost : entry.reposts()) {
      doc.add(new StringField(IndexFields.REPOST, repost, Field.Store.NO));
    }
    doc.add(new StringField(IndexFields.ID, post.id(), Field.Store.NO));
    doc.add(new SortedDocValuesField(IndexFields.ID, new BytesRef(post.id())));
    doc.add(new TextField(IndexFields.TEXT, post.text(), Field.Store.YES));
    doc.add(new Field(IndexFields.WORD, post.text(), WORDS));
    keyword(
        doc,
        IndexFields.SENTIMENT,
        placed.reaction().sentiment().map(s -> s.label().id()).orElse("unread"));
    placed.reaction().about().ifPresent(a -> keyword(doc, IndexFields.ABOUT, a.kind().id()));
    for (Stance stance : placed.reaction().stances()) {
      keyword(doc, IndexFields.STANCE, StanceTerm.of(stance).toString());
    }
    for (Reaction.Spoken issue : placed.reaction().issues())
      keyword(doc, IndexFields.ISSUE, issue.id());
    placed.reaction().mentions().stream()
        .map(m -> m.name())
        .distinct()
        .forEach(name -> keyword(doc, IndexFields.ENTITY, name));
    // Amounts are named, but nobody is meant by them.
    placed.reaction().mentions().stream()
        .filter(m -> m.type() != EntityType.MONEY)
        .map(m -> PostColumns.nameTerm(m.type(), m.name()))
        .distinct()
        .forEach(name -> column(doc, IndexFields.NAMED, name));
    TellingWords.of(post.text()).forEach(word -> column(doc, IndexFields.TOLD, word));
    post.author().role().ifPresent(role -> column(doc, IndexFields.ROLE, role));
    post.rating().ifPresent(stars -> column(doc, IndexFields.RATING, stars.toPlainString()));
    // Found by either, counted by one.
    Optional<String> handle = post.author().handle();
    handle.ifPresent(h -> keyword(doc, IndexFields.AUTHOR, h));
    post.author()
        .name()
        .ifPresent(
            n -> {
              if (handle.isEmpty()) keyword(doc, IndexFields.AUTHOR, n);
              else doc.add(new StringField(IndexFields.AUTHOR, KeywordTerms.of(n), Field.Store.NO));
            });
    post.links().thread().ifPresent(t -> keyword(doc, IndexFields.THREAD, t));
    post.platform().ifPresent(p -> keyword(doc, IndexFields.PLATFORM, p));
    keyword(doc, IndexFields.LANG, placed.reaction().lang());
    keyword(doc, IndexFields.KIND, post.kind().id());
    post.createdAt()
        .ifPresent(
            t -> {
              number(doc, IndexFields.CREATED, t.toEpochMilli());
            });
    for (Measure measure : Measure.values()) {
      number(doc, measure.field(), measure.of(post.engagement()));
    }
    placed
        .reaction()
        .sentiment()
        .map(s -> Double.doubleToLongBits(Math.abs(s.score())))
        .ifPresent(s -> doc.add(new NumericDocValuesField(IndexFields.STRENGTH, s)));
    placed
        .reaction()
        .vector()
        .map(Vector::toArray)
        .ifPresent(
            v ->
                doc.add(
                    new KnnFloatVectorField(
                        IndexFields.VECTOR, v, VectorSimilarityFunction.DOT_PRODUCT)));
    doc.add(new BinaryDocValuesField(IndexFields.HASH, hashes(entry)));
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
    Post post = StoredReactions.counted(entry.post(), entry.reposts().size());
    keyword(doc, IndexFields.CAMP, placed.placement().camp());
    doc.add(
        new BinaryDocValuesField(
            IndexFields.ROW,
            ReportRow.encode(
                placed,
                post,
                entry.reposts().size(),
                inOrder(placed.reaction().stances(), s -> StanceTerm.of(s).toString()),
                inOrder(placed.reaction().issues(), Reaction.Spoken::id),
                camps)));
    doc.add(new StoredField(IndexFields.DATA, EntryCodec.encode(entry)));
  }

  /// In the order in which Lucene keeps the terms of a post.
  private static <T> Collection<T> inOrder(List<T> values, Function<T, String> term) {
    SortedMap<BytesRef, T> sorted = new TreeMap<>();
    for (T value : values) sorted.put(new BytesRef(KeywordTerms.clip(term.apply(value))), value);
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
    doc.add(new StringField(field, KeywordTerms.of(value), Field.Store.NO));
    column(doc, field, value);
  }

  /// A value to count only.
  private static void column(Document doc, String field, String value) {
    doc.add(new SortedSetDocValuesField(field, new BytesRef(KeywordTerms.clip(value))));
  }

  /// A value to filter and to sort by.
  private static void number(Document doc, String field, long value) {
    doc.add(new LongPoint(field, value));
    doc.add(new NumericDocValuesField(field, value));
  }
}
