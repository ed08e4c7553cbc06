package dev.chorus.index;

import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
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
    return new Stored(in.getFieldsReader(), patch.getFieldsReader());
  }

  @Override
  public DocValuesProducer getDocValuesReader() {
    return new Columns(in.getDocValuesReader(), patch.getDocValuesReader());
  }

  @Override
  public FieldsProducer getPostingsReader() {
    return new Postings(in.getPostingsReader(), patch.getPostingsReader());
  }

  @Override
  public CacheHelper getCoreCacheHelper() {
    return null;
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    return null;
  }

  private final class Stored extends StoredFieldsReader {
    private final StoredFieldsReader ours;
    private final StoredFieldsReader patched;

    Stored(StoredFieldsReader ours, StoredFieldsReader patched) {
      this.ours = ours;
      this.patched = patched;
    }

    @Override
    public void document(int doc, StoredFieldVisitor visitor) throws IOException {
      ours.document(doc, new Part(visitor, false));
      patched.document(doc, new Part(visitor, true));
    }

    @Override
    public StoredFieldsReader clone() {
      return new Stored(ours.clone(), patched.clone());
    }

    @Override
    public StoredFieldsReader getMergeInstance() {
      return new Stored(ours.getMergeInstance(), patched.getMergeInstance());
    }

    @Override
    public void checkIntegrity() throws IOException {
      ours.checkIntegrity();
      patched.checkIntegrity();
    }

    @Override
    public void close() throws IOException {
      ours.close();
      patched.close();
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
    private final DocValuesProducer ours;
    private final DocValuesProducer patched;

    Columns(DocValuesProducer ours, DocValuesProducer patched) {
      this.ours = ours;
      this.patched = patched;
    }

    private DocValuesProducer of(FieldInfo field) {
      return fields.contains(field.name) ? patched : ours;
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
      return new Columns(ours.getMergeInstance(), patched.getMergeInstance());
    }

    @Override
    public void checkIntegrity() throws IOException {
      ours.checkIntegrity();
      patched.checkIntegrity();
    }

    @Override
    public void close() throws IOException {
      ours.close();
      patched.close();
    }
  }

  private final class Postings extends FieldsProducer {
    private final FieldsProducer ours;
    private final FieldsProducer patched;

    Postings(FieldsProducer ours, FieldsProducer patched) {
      this.ours = ours;
      this.patched = patched;
    }

    @Override
    public Iterator<String> iterator() {
      return ours.iterator();
    }

    @Override
    public Terms terms(String field) throws IOException {
      return (fields.contains(field) ? patched : ours).terms(field);
    }

    @Override
    public int size() {
      return ours.size();
    }

    @Override
    public FieldsProducer getMergeInstance() {
      return new Postings(ours.getMergeInstance(), patched.getMergeInstance());
    }

    @Override
    public void checkIntegrity() throws IOException {
      ours.checkIntegrity();
      patched.checkIntegrity();
    }

    @Override
    public void close() throws IOException {
      ours.close();
      patched.close();
    }
  }
}
