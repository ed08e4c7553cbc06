package dev.chorus.language.head;

import dev.chorus.language.About;
import dev.chorus.language.Subject;
import dev.chorus.language.Target;
import dev.chorus.language.Vector;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.text.PhraseFinder;
import dev.chorus.language.text.PostText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether a post reacts to the event: by what labelled posts of the event taught or, where
/// nothing is labelled, by how much more like the event's own statements it is than general talk.
public final class AboutModel {
  public static final List<String> CLASSES =
      Arrays.stream(About.Kind.values()).map(About.Kind::id).toList();

  /// Names the kind of model file that labelled posts give.
  public static final String TAUGHT = "about of labelled posts";

  /// Names the kind of the model that holds for any event.
  public static final String ANY = "about of any event";

  public static final List<String> FEATURES =
      List.of(
          "reaction",
          "likeness to the event's three closest statements",
          "likeness to its closest statement",
          "likeness beyond that of general talk",
          "the main target is named",
          "how many other targets are named",
          "cue words",
          "few words",
          "main target named, likeness");

  private static final double USUAL = 0.5;

  /// More of them say nothing new.
  private static final int MOST = 3;

  /// Fewer words are understood only beside what they answer.
  private static final int FEW_WORDS = 4;

  private final Optional<Answers> taught;
  private final ChoiceModel any;
  private final Statements statements;
  private final Statements general;
  private final Optional<Target> main;
  private final PhraseFinder cues;

  /// @param taught what labelled posts of the event taught, if any are
  /// @param any weighs [#FEATURES] for an event of which nothing is labelled
  /// @param statements what is said about the event
  /// @param general what is said about anything
  public AboutModel(
      Subject subject,
      Optional<Answers> taught,
      ChoiceModel any,
      Statements statements,
      Statements general) {
    this.taught = taught;
    this.any = any;
    this.statements = statements;
    this.general = general;
    this.main = subject.mainTarget();
    this.cues = new PhraseFinder(subject.cues());
  }

  /// @param tuned see [Reaction#tuned]
  /// @param vector see [Reaction#vector]
  public About judge(
      String text, Optional<Vector> tuned, Optional<Vector> vector, Set<Target> named) {
    if (taught.isPresent()) {
      double[] p = taught.get().labels().probabilities(text, tuned);
      int reaction = About.Kind.REACTION.ordinal();
      double event = p[reaction];
      if (event >= taught.get().atLeast(About.Kind.REACTION.id(), USUAL)) {
        return new About(event, About.Kind.REACTION);
      }
      int best = reaction == 0 ? 1 : 0;
      for (int k = 0; k < p.length; k++) if (k != reaction && p[k] > p[best]) best = k;
      return new About(event, About.Kind.values()[best]);
    }
    double event = any.probabilities(alternatives(text, vector, named))[0];
    if (event >= USUAL) return new About(event, About.Kind.REACTION);
    if (main.isPresent() && named.contains(main.get())) return new About(event, About.Kind.MENTION);
    return new About(event, words(text) < FEW_WORDS ? About.Kind.FRAGMENT : About.Kind.OFF);
  }

  private static int words(String text) {
    String plain = PostText.plain(text);
    return plain.isEmpty() ? 0 : plain.split(" ").length;
  }

  /// What speaks for a reaction; and, for none, nothing.
  public double[][] alternatives(String text, Optional<Vector> vector, Set<Target> named) {
    double[] x = new double[FEATURES.size()];
    x[0] = 1;
    boolean spoken = main.isPresent() && named.contains(main.get());
    if (vector.isPresent() && !statements.isEmpty()) {
      Statements.Closeness close = statements.to(vector.get());
      x[1] = close.nearest();
      x[2] = close.best();
      if (!general.isEmpty()) x[3] = close.nearest() - general.to(vector.get()).nearest();
      x[8] = spoken ? close.nearest() : 0;
    }
    x[4] = spoken ? 1 : 0;
    x[5] = Math.min(MOST, named.size() - x[4]);
    x[6] = Math.min(MOST, cues.distinct(text).size());
    x[7] = words(text) < FEW_WORDS ? 1 : 0;
    return new double[][] {x, new double[FEATURES.size()]};
  }
}
