package dev.chorus.report.map;

import dev.chorus.camp.Placed;
import dev.chorus.language.Side;
import dev.chorus.language.Vector;
import dev.chorus.report.ThingPosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Made-up vectors: clouds around centres that have nothing in common.
final class Clouds {
  static final int NUMBERS = 48;

  private static final String[] TOPICS = {
    "price market shares money", "garden flowers spring rain", "lawyer court judge verdict"
  };

  private Clouds() {}

  /// @param wide how far a vector strays from its centre
  /// @return vectors by turns from each cloud
  static float[][] of(int clouds, int size, double wide, long seed) {
    Random random = new Random(seed);
    float[][] centres = new float[clouds][NUMBERS];
    for (float[] centre : centres)
      for (int d = 0; d < NUMBERS; d++) centre[d] = (float) random.nextGaussian();
    float[][] vectors = new float[size][NUMBERS];
    for (int i = 0; i < size; i++)
      for (int d = 0; d < NUMBERS; d++)
        vectors[i][d] = (float) (centres[i % clouds][d] + wide * random.nextGaussian());
    return vectors;
  }

  /// Posts that mean some vectors; in turns of three they use the same words, by turns in two camps
  /// and in none.
  static List<Placed> posts(float[][] vectors) {
    List<Placed> posts = new ArrayList<>();
    for (int i = 0; i < vectors.length; i++) {
      String text =
          "The thing again: " + TOPICS[i % 3] + ", said voice number " + i * 7919 + " of them";
      Placed plain =
          ThingPosts.placed(
              "p" + i,
              text,
              "a" + i,
              List.of("fans", "foes", "unaligned").get(i % 3),
              Side.FAVOR,
              i);
      posts.add(
          new Placed(
              plain.reaction().with(Optional.of(Vector.ofDirection(vectors[i]))),
              plain.placement()));
    }
    return posts;
  }
}
