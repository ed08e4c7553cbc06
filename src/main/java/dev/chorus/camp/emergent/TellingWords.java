package dev.chorus.camp.emergent;

import dev.chorus.post.PostSyntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that set one group of posts apart from all: log-odds with an informative Dirichlet prior
/// (Monroe, Colaresi and Quinn 2008), counted once a post, so that one ranting post does not
/// decide.
public final class TellingWords {
  private static final Pattern SKIP = Pattern.compile(PostSyntax.LINK + "|" + PostSyntax.HANDLE);
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}'’-]*[\\p{L}\\p{N}]");
  private static final int LEAST_POSTS = 3;

  /// How many posts the prior weighs: with few posts only strong differences show.
  private static final double PRIOR = 100;

  /// Below this z-value a difference may be chance.
  private static final double LEAST_Z = 1.64;

  /// Words that no reader would take for what a post is about.
  private static final Set<String> EMPTY =
      Set.of(
          ("a about after again all also am an and any are as at be because been before being but"
               + " by can could did do does doing done don't for from get gets getting go going got"
               + " had has have having he her here hers him his how i i'm if i've in into is isn't"
               + " it its it's just let like me more most much my no nor not now of off on once one"
               + " only or other our out over own rt same she so some such than that that's the"
               + " their them then there these they they're this those through to too under until"
               + " up us very was we were what when where which while who whom why will with would"
               + " you your you're amp via im dont thats youre ive cant can't say says said even"
               + " still really thing things")
              .split(" "));

  private TellingWords() {}

  /// The words of a text, in the order in which they first stand there, without links and names of
  /// users.
  public static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(SKIP.matcher(text).replaceAll(" "));
    while (matcher.find()) {
      words.add(matcher.group().toLowerCase(Locale.ROOT).replace('’', '\''));
    }
    return words;
  }

  /// The words of a text that say what it is about.
  static Set<String> content(String text) {
    Set<String> words = of(text);
    words.removeAll(EMPTY);
    return words;
  }

  /// Whether a word says nothing of what a post is about.
  public static boolean isEmpty(String word) {
    return EMPTY.contains(word);
  }

  /// How far beyond chance a word sets a group apart from the rest of the corpus, in standard
  /// deviations; 0 where it may be chance.
  ///
  /// @param inside posts of the group with the word
  /// @param group all posts of the group
  /// @param total posts of the corpus with the word
  /// @param posts all posts of the corpus
  public static double telling(int inside, int group, int total, int posts) {
    int rest = posts - group;
    if (rest <= 0 || inside < LEAST_POSTS) return 0;
    double prior = PRIOR * total / posts;
    double in = inside + prior;
    double out = total - inside + prior;
    double logOdds = Math.log(in / (group + PRIOR - in)) - Math.log(out / (rest + PRIOR - out));
    double z = logOdds / Math.sqrt(1 / in + 1 / out);
    return z >= LEAST_Z ? z : 0;
  }

  /// The most telling words of a group that is part of a corpus, most telling first; none where
  /// nothing sets it apart beyond chance.
  ///
  /// @param group the words of each of its posts
  static List<String> distinctive(WordCounts corpus, List<Set<String>> group, int limit) {
    Map<String, Integer> inside = new HashMap<>();
    group.forEach(words -> words.forEach(w -> inside.merge(w, 1, Integer::sum)));
    record Scored(String word, double z) {}
    List<Scored> scored = new ArrayList<>();
    inside.forEach(
        (word, count) -> {
          if (count < LEAST_POSTS || isEmpty(word)) return;
          double z = telling(count, group.size(), corpus.posts(word), corpus.posts());
          if (z > 0) scored.add(new Scored(word, z));
        });
    scored.sort(Comparator.comparingDouble(Scored::z).reversed().thenComparing(Scored::word));
    return scored.stream().limit(limit).map(Scored::word).toList();
  }
}
