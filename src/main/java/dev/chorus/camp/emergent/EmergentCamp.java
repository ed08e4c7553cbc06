package dev.chorus.camp.emergent;

import java.util.List;

/// A camp that nobody declared: posts that fit no declared camp, and say the same.
///
/// @param id short and unique among the emergent camps of a corpus: made of its most telling words,
///     lower case
/// @param words that set its posts apart from the corpus, the most telling first; at
///     least [EmergentCamps#LEAST_WORDS]
/// @param posts ids of all its posts, the ones nearest to its centre first
/// @param typical ids of a few posts near its centre of which none repeats another
/// @param cohesion likeness of two of its posts on average, see [Cluster]
public record EmergentCamp(
    String id, List<String> words, List<String> posts, List<String> typical, double cohesion) {
  public EmergentCamp {
    if (words.size() < EmergentCamps.LEAST_WORDS) throw new IllegalArgumentException("few words");
    words = List.copyOf(words);
    posts = List.copyOf(posts);
    typical = List.copyOf(typical);
  }

  /// What it is called before anybody has read it, such as `energy, data, centres`.
  public String title() {
    return String.join(", ", words.subList(0, EmergentCamps.LEAST_WORDS));
  }
}
