package dev.chorus.camp.emergent;

import java.util.List;
import java.util.Set;

/// The words of some posts, counted where they stand.
record CountedWords(List<Set<String>> all) implements WordCounts {
  @Override
  public int posts() {
    return all.size();
  }

  @Override
  public int posts(String word) {
    return (int) all.stream().filter(words -> words.contains(word)).count();
  }
}
