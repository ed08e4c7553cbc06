package dev.chorus.report;

import dev.chorus.camp.emergent.TellingWords;
import dev.chorus.camp.emergent.WordCounts;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.TermColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The words of the posts that count, in all and in each camp.
final class CorpusWords implements WordCounts {
  private final TermColumn words;
  private final int[][] camps;
  private final int posts;
  private final int[][] inside;
  private final int[] counts;
  private final double[] rarity;
  private final double[] lengths;

  /// @param camps the rows of each camp that count
  CorpusWords(PostColumns columns, int[][] camps) {
    this.words = columns.words();
    this.camps = camps;
    posts = Arrays.stream(camps).mapToInt(camp -> camp.length).sum();
    inside = Arrays.stream(camps).parallel().map(words::counts).toArray(int[][]::new);
    counts = new int[words.size()];
    for (int[] camp : inside)
      for (int word = 0; word < camp.length; word++) counts[word] += camp[word];
    rarity = new double[counts.length];
    for (int word = 0; word < rarity.length; word++) {
      if (counts[word] > 0) rarity[word] = Math.log((double) posts / counts[word]);
    }
    lengths = new double[columns.size()];
    Arrays.stream(camps)
        .flatMapToInt(Arrays::stream)
        .parallel()
        .forEach(row -> lengths[row] = measured(row));
  }

  @Override
  public int posts() {
    return posts;
  }

  @Override
  public int posts(String word) {
    int number = words.number(word);
    return number == PostColumns.NONE ? 0 : counts[number];
  }

  private double measured(int row) {
    double squares = 0;
    for (int place = words.begin(row); place < words.begin(row + 1); place++) {
      double rare = rarity[words.at(place)];
      squares += rare * rare;
    }
    return squares > 0 ? Math.sqrt(squares) : 1;
  }

  /// The length of a post as a vector of the rarities of its words; 1 if it has none that are rare.
  double length(int row) {
    return lengths[row];
  }

  /// How rare a word is: the logarithm of how many times as many posts there are as posts with it.
  double rarity(int word) {
    return rarity[word];
  }

  /// The most telling words of a camp, most telling first.
  List<String> distinctive(int camp, int limit) {
    record Scored(int word, double z) {}
    List<Scored> scored = new ArrayList<>();
    for (int word = 0; word < counts.length; word++) {
      double z = TellingWords.telling(inside[camp][word], camps[camp].length, counts[word], posts);
      if (z > 0) scored.add(new Scored(word, z));
    }
    // Words are numbered in the order of the alphabet.
    scored.sort(Comparator.comparingDouble(Scored::z).reversed().thenComparing(Scored::word));
    return scored.stream()
        .map(s -> words.term(s.word()))
        .filter(w -> !TellingWords.isEmpty(w))
        .limit(limit)
        .toList();
  }
}
