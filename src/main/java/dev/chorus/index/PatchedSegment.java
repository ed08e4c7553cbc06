package dev.chorus.index;

import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFieldDataInput;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.IOConsumer;

/// A segment with some fields taken from another one, the patch, that has the same documents in the
/// same order.
///
/// To write documents anew would mean to build the graph of their vectors anew, which takes longer
/// than all else. Merged from this view, whatever is not patched is copied, the graph with it.
final class PatchedSegment extends FilterCodecReader {
  private final CodecReader patch;
  private final Set<String> fields;

  /// @param fields what comes from the patch: terms and doc values of these names, and stored
  ///     fields
  PatchedSegment(CodecReader segment, CodecReader patch, Set<String> fields) {
    super(segment);
    if (segment.maxDoc() != patch.maxDoc()) {
      throw new IllegalArgumentException(patch.maxDoc() + " documents for " + segment.maxDoc());
    }
    this.patch = patch;
    this.fields = fields;
  }

  @Override
  public StoredFieldsReader getFieldsReader() {
    return new Stored(both(CodecReader::getFieldsReader));
  }

  @Override
  public DocValuesProducer getDocValuesReader() {
    return new Columns(both(CodecReader::getDocValuesReader));
  }

  @Override
  public FieldsProducer getPostingsReader() {
    return new Postings(both(CodecReader::getPostingsReader));
  }

  @Override
  public CacheHelper getCoreCacheHelper() {
    return null;
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    return null;
  }

  private <T> Both<T> both(Function<CodecReader, T> part) {
    return new Both<>(part.apply(in), part.apply(patch));
  }

  /// The same part of the segment and of the patch.
  private record Both<T>(T segment, T patch) {
    Both<T> map(UnaryOperator<T> change) {
      return new Both<>(change.apply(segment), change.apply(patch));
    }

    void each(IOConsumer<T> action) throws IOException {
      action.accept(segment);
      action.accept(patch);
    }
  }

  private final class Stored extends StoredFieldsReader {
    private final Both<StoredFieldsReader> both;

    Stored(Both<StoredFieldsReader> both) {
      this.both = both;
    }

    @Override
    public void document(int doc, StoredFieldVisitor visitor) throws IOException {
      both.segment().document(doc, new Part(visitor, false));
      both.patch().document(doc, new Part(visitor, true));
    }

    @Override
    public StoredFieldsReader clone() {
      return new Stored(both.map(StoredFieldsReader::clone));
    }

    @Override
    public StoredFieldsReader getMergeInstance() {
      return new Stored(both.map(StoredFieldsReader::getMergeInstance));
    }

    @Override
    public void checkIntegrity() throws IOException {
      both.each(StoredFieldsReader::checkIntegrity);
    }

    @Override
    public void close() throws IOException {
      both.each(StoredFieldsReader::close);
    }
  }

  /// Sees the fields of the patch only, or all others, by the segment's own numbers.
  private final class Part extends StoredFieldVisitor {
    private final StoredFieldVisitor visitor;

    private final boolean patched;

    Part(StoredFieldVisitor visitor, boolean patched) {
      this.visitor = visitor;
      this.patched = patched;
    }

    private FieldInfo here(FieldInfo field) {
      return patched ? in.getFieldInfos().fieldInfo(field.name) : field;
    }

    @Override
    public Status needsField(FieldInfo field) throws IOException {
      return fields.contains(field.name) == patched ? visitor.needsField(here(field)) : Status.NO;
    }

    @Override
    public void binaryField(FieldInfo field, StoredFieldDataInput value) throws IOException {
      visitor.binaryField(here(field), value);
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) throws IOException {
      visitor.binaryField(here(field), value);
    }

    @Override
    public void stringField(FieldInfo field, String value) throws IOException {
      visitor.stringField(here(field), value);
    }

    @Override
    public void intField(FieldInfo field, int value) throws IOException {
      visitor.intField(here(field), value);
    }

    @Override
    public void longField(FieldInfo field, long value) throws IOException {
      visitor.longField(here(field), value);
    }

    @Override
    public void floatField(FieldInfo field, float value) throws IOException {
      visitor.floatField(here(field), value);
    }

    @Override
    public void doubleField(FieldInfo field, double value) throws IOException {
      visitor.doubleField(here(field), value);
    }
  }

  private final class Columns extends DocValuesProducer {
    private final Both<DocValuesProducer> both;

    Columns(Both<DocValuesProducer> both) {
      this.both = both;
    }

    private DocValuesProducer of(FieldInfo field) {
      return fields.contains(field.name) ? both.patch() : both.segment();
    }

    /// A segment knows its fields by numbers of its own.
    private FieldInfo there(FieldInfo field) {
      return fields.contains(field.name) ? patch.getFieldInfos().fieldInfo(field.name) : field;
    }

    @Override
    public NumericDocValues getNumeric(FieldInfo field) throws IOException {
      return of(field).getNumeric(there(field));
    }

    @Override
    public BinaryDocValues getBinary(FieldInfo field) throws IOException {
      return of(field).getBinary(there(field));
    }

    @Override
    public SortedDocValues getSorted(FieldInfo field) throws IOException {
      return of(field).getSorted(there(field));
    }

    @Override
    public SortedNumericDocValues getSortedNumeric(FieldInfo field) throws IOException {
      return of(field).getSortedNumeric(there(field));
    }

    @Override
    public SortedSetDocValues getSortedSet(FieldInfo field) throws IOException {
      return of(field).getSortedSet(there(field));
    }

    @Override
    public DocValuesSkipper getSkipper(FieldInfo field) throws IOException {
      return of(field).getSkipper(there(field));
    }

    @Override
    public DocValuesProducer getMergeInstance() {
      return new Columns(both.map(DocValuesProducer::getMergeInstance));
    }

    @Override
    public void checkIntegrity() throws IOException {
      both.each(DocValuesProducer::checkIntegrity);
    }

    @Override
    public void close() throws IOException {
      both.each(DocValuesProducer::close);
    }
  }

  private final class Postings extends FieldsProducer {
    private final Both<FieldsProducer> both;

    Postings(Both<FieldsProducer> both) {
      this.both = both;
    }

    @Override
    public Iterator<String> iterator() {
      return both.segment().iterator();
    }

    @Override
    public Terms terms(String field) throws IOException {
      return (fields.contains(field) ? both.patch() : both.segment()).terms(field);
    }

    @Override
    public int size() {
      return both.segment().size();
    }

    @Override
    public FieldsProducer getMergeInstance() {
      return new Postings(both.map(FieldsProducer::getMergeInstance));
    }

    @Override
    public void checkIntegrity() throws IOException {
      both.each(FieldsProducer::checkIntegrity);
    }

    @Override
    public void close() throws IOException {
      both.each(FieldsProducer::close);
    }
  }
}
