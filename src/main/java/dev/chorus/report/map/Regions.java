package dev.chorus.report.map;

import dev.chorus.camp.emergent.TellingWords;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.TermColumn;
import dev.chorus.language.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Tells what the dense parts of a map are about.
final class Regions {
  /// How many are told.
  static final int MOST = 12;

  private static final int WORDS = 6;

  /// Points nearest to the densest place, among which the example is sought.
  private static final int AROUND = 100;

  /// Of the text of an example, in UTF-16 units: shorter ones seldom say what about, longer ones
  /// much else.
  private static final int SHORT = 40;

  private static final int LONG = 400;

  private final PostColumns posts;

  /// The row of each point.
  private final int[] rows;

  private final char[] x;
  private final char[] y;
  private final TermColumn words;
  private final int[] counts;

  Regions(PostColumns posts, int[] rows, char[] x, char[] y) {
    this.posts = posts;
    this.rows = rows;
    this.x = x;
    this.y = y;
    words = posts.words();
    counts = words.counts(rows);
  }

  List<PostMap.Region> densest() {
    return Hills.of(x, y, MOST).parallelStream().map(this::region).toList();
  }

  private PostMap.Region region(Hills.Hill hill) {
    int[] inside = Arrays.stream(hill.points()).map(point -> rows[point]).toArray();
    return new PostMap.Region(
        hill.x(), hill.y(), inside.length, telling(inside), camps(inside), example(hill));
  }

  private List<String> telling(int[] inside) {
    record Scored(int word, double z) {}
    int[] here = words.counts(inside);
    List<Scored> scored = new ArrayList<>();
    for (int word = 0; word < here.length; word++) {
      double z = TellingWords.telling(here[word], inside.length, counts[word], rows.length);
      if (z > 0) scored.add(new Scored(word, z));
    }
    // Words are numbered in the order of the alphabet.
    scored.sort(Comparator.comparingDouble(Scored::z).reversed().thenComparing(Scored::word));
    return scored.stream()
        .map(s -> words.term(s.word()))
        .filter(w -> !TellingWords.isEmpty(w))
        .limit(WORDS)
        .toList();
  }

  private Map<String, Integer> camps(int[] inside) {
    int[] sizes = new int[posts.camps().size()];
    for (int row : inside) sizes[posts.camp(row)]++;
    Map<String, Integer> camps = new LinkedHashMap<>();
    IntStream.range(0, sizes.length)
        .filter(camp -> sizes[camp] > 0)
        .boxed()
        .sorted(Comparator.comparingInt((Integer camp) -> -sizes[camp]))
        .forEach(camp -> camps.put(posts.camps().get(camp), sizes[camp]));
    return camps;
  }

  /// The point whose meaning is nearest to the mean of those around the densest place.
  private int example(Hills.Hill hill) {
    int[] near =
        Arrays.stream(hill.points())
            .boxed()
            .sorted(Comparator.comparingLong(point -> distance(hill, point)))
            .limit(AROUND)
            .mapToInt(Integer::intValue)
            .toArray();
    int[] readable =
        Arrays.stream(near)
            .filter(p -> posts.length(rows[p]) >= SHORT && posts.length(rows[p]) <= LONG)
            .toArray();
    float[][] meanings =
        Arrays.stream(near).mapToObj(p -> meaning(rows[p])).toArray(float[][]::new);
    double[] mean = new double[meanings[0].length];
    for (float[] meaning : meanings) for (int d = 0; d < mean.length; d++) mean[d] += meaning[d];
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int point : readable.length > 0 ? readable : near) {
      float[] meaning = meaning(rows[point]);
      double nearness = 0;
      for (int d = 0; d < mean.length; d++) nearness += mean[d] * meaning[d];
      if (nearness <= most) continue;
      most = nearness;
      best = point;
    }
    return best;
  }

  private float[] meaning(int row) {
    return posts.vector(row).map(Vector::toArray).orElseThrow();
  }

  private long distance(Hills.Hill hill, int point) {
    long dx = x[point] - hill.x();
    long dy = y[point] - hill.y();
    return dx * dx + dy * dy;
  }
}
