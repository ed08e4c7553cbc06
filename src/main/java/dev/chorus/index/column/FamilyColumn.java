package dev.chorus.index.column;

import dev.chorus.flood.Families;
import dev.chorus.flood.Family;
import dev.chorus.index.text.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.store.Directory;

/// The family of each row of [PostColumns], as a number. Where the index does not hold the families
/// of all its posts, because an ingest is under way or was killed, they are found anew.
final class FamilyColumn {
  private final int[] families;

  /// What the index says of each; empty where it was found anew.
  private final List<Optional<Family>> described = new ArrayList<>();

  private FamilyColumn(int rows) {
    families = new int[rows];
    Arrays.fill(families, PostColumns.NONE);
  }

  /// @param known whether the index holds the families of all its posts
  static FamilyColumn read(DirectoryReader reader, Slices slices, boolean known)
      throws IOException {
    FamilyColumn column = new FamilyColumn(slices.rows());
    if (known) column.readStored(slices.all());
    else column.find(reader, slices.all());
    return column;
  }

  private void readStored(List<Slice> slices) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    for (Slice slice : slices) {
      BinaryDocValues values = DocValues.getBinary(slice.leaf().reader(), IndexFields.FAMILY);
      for (int i = 0; i < slice.docs().length; i++) {
        if (!values.advanceExact(slice.docs()[i])) continue;
        Family family = FamilyField.decode(values.binaryValue());
        if (numbers.putIfAbsent(family.id(), size()) == null) described.add(Optional.of(family));
        families[slice.base() + i] = numbers.get(family.id());
      }
    }
  }

  private void find(DirectoryReader reader, List<Slice> slices) throws IOException {
    int[] found = found(reader);
    Map<Integer, Integer> numbers = new HashMap<>();
    for (Slice slice : slices) {
      for (int i = 0; i < slice.docs().length; i++) {
        int family = found[slice.leaf().docBase + slice.docs()[i]];
        if (family == Families.ALONE) continue;
        if (numbers.putIfAbsent(family, size()) == null) described.add(Optional.empty());
        families[slice.base() + i] = numbers.get(family);
      }
    }
  }

  /// Somewhere else than in the index, which may be another's to write.
  private static int[] found(DirectoryReader reader) throws IOException {
    try (Directory scratch = Scratch.make()) {
      return FamilyPass.numbers(reader, scratch);
    }
  }

  int of(int row) {
    return families[row];
  }

  int size() {
    return described.size();
  }

  /// What the index says of a family, if it says it of so many posts.
  Optional<Family> described(int family, int posts) {
    return described.get(family).filter(all -> all.posts() == posts);
  }
}
