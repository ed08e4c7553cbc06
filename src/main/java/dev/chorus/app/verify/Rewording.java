package dev.chorus.app.verify;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stretch of a post that is nearest to a passage, and where they differ.
///
/// @param likeness the part of the longer one's words that both have, in the same order, from 0 to
///     1
/// @param passage with the words that the post has not there between asterisks
/// @param post the stretch, with the words that the passage has not there between asterisks
record Rewording(double likeness, String passage, String post) {
  /// Words of a post that are looked at: the longest posts are books.
  private static final int MOST_WORDS = 20_000;

  static Rewording of(String passage, String post) {
    List<String> said = words(passage);
    List<String> all = words(post);
    List<String> near = nearest(all.subList(0, Math.min(MOST_WORDS, all.size())), said);
    boolean[] saidOther = new boolean[said.size()];
    boolean[] nearOther = new boolean[near.size()];
    for (Change change :
        new MyersDiffWithLinearSpace<String>().computeDiff(folded(said), folded(near), null)) {
      Arrays.fill(saidOther, change.startOriginal, change.endOriginal, true);
      Arrays.fill(nearOther, change.startRevised, change.endRevised, true);
    }
    int same = 0;
    for (boolean other : saidOther) if (!other) same++;
    int longer = Math.max(1, Math.max(said.size(), near.size()));
    return new Rewording((double) same / longer, marked(said, saidOther), marked(near, nearOther));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("[\\s\\p{Z}]+")).filter(w -> !w.isEmpty()).toList();
  }

  private static List<String> folded(List<String> words) {
    return words.stream()
        .map(w -> Folded.of(w).replaceAll("^\\p{Punct}+|\\p{Punct}+$", ""))
        .toList();
  }

  /// The window of as many words that shares the most with the passage; the first of equals.
  private static List<String> nearest(List<String> post, List<String> passage) {
    int width = Math.min(passage.size(), post.size());
    Map<String, Integer> wanted = new HashMap<>();
    folded(passage).forEach(word -> wanted.merge(word, 1, Integer::sum));
    List<String> keys = folded(post);
    int shared = 0;
    int best = -1;
    int from = 0;
    for (int i = 0; i < keys.size(); i++) {
      if (wanted.merge(keys.get(i), -1, Integer::sum) >= 0) shared++;
      if (i >= width && wanted.merge(keys.get(i - width), 1, Integer::sum) > 0) shared--;
      if (i >= width - 1 && shared > best) {
        best = shared;
        from = i - width + 1;
      }
    }
    return post.subList(from, from + width);
  }

  private static String marked(List<String> words, boolean[] other) {
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      marked.add(other[i] ? "*" + words.get(i) + "*" : words.get(i));
    }
    return String.join(" ", marked);
  }
}
