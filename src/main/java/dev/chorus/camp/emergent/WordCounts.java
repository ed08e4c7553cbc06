package dev.chorus.camp.emergent;

/// In how many posts of a corpus words stand.
public interface WordCounts {
  /// How many posts there are.
  int posts();

  /// How many of them have the word.
  int posts(String word);
}
