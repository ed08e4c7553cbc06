package dev.chorus.camp;

import dev.chorus.language.ChoiceModel;
import dev.chorus.language.PhraseFinder;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Stance;
import dev.chorus.language.Statements;
import dev.chorus.language.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Assigns camps from what the event file declares: likeness to the examples, cue words, and the
/// stances that a camp implies. Being unaligned is one more alternative with features of its own.
///
/// The weights ([ChoiceModel]) belong to the features, not to the camps, so they hold for an event
/// of which nothing is labelled.
public final class StatementAssigner implements Assigner {
  public static final List<String> FEATURES =
      List.of(
          "likeness to its three closest examples",
          "likeness to its closest example",
          "likeness to its examples on average",
          "cue words",
          "stances it implies",
          "stances against it",
          "unaligned",
          "unaligned: likeness to any example",
          "unaligned: the main target is not spoken of",
          "unaligned: no cue word of any camp",
          "unaligned: strength of mood");

  /// More cue words than this say nothing new.
  private static final int MOST_CUES = 3;

  private static final int MOST_REASONS = 3;

  private final Event event;
  private final List<Declared> camps;
  private final ChoiceModel model;

  private record Declared(Camp camp, Statements statements, PhraseFinder cues) {}

  /// @param encode turns statements into vectors of the same space as the posts'
  public StatementAssigner(
      Event event, ChoiceModel model, Function<List<String>, Statements> encode) {
    this.event = event;
    this.model = model;
    this.camps =
        event.camps().stream()
            .map(
                c ->
                    new Declared(
                        c,
                        encode.apply(
                            Stream.concat(Stream.of(c.claim()), c.examples().stream()).toList()),
                        new PhraseFinder(c.cues())))
            .toList();
  }

  /// Where the weights are, in the folder of models.
  public static Path modelFile(Path models) {
    return models.resolve("camps").resolve("weights.json");
  }

  /// The features of every camp and, last, of being unaligned.
  public double[][] features(Reaction reaction) {
    Vector vector = reaction.vector().orElseThrow();
    double[][] x = new double[camps.size() + 1][FEATURES.size()];
    double best = -1;
    int cuesOfAny = 0;
    for (int c = 0; c < camps.size(); c++) {
      Declared d = camps.get(c);
      Statements.Closeness closeness = d.statements().to(vector);
      x[c][0] = closeness.nearest();
      x[c][1] = closeness.best();
      x[c][2] = closeness.mean();
      int cues = d.cues().distinct(reaction.post().text()).size();
      x[c][3] = Math.min(MOST_CUES, cues);
      cuesOfAny += cues;
      for (var implied : d.camp().stances().entrySet()) {
        Optional<Stance> stance = reaction.stanceOn(implied.getKey());
        if (stance.isPresent() && stance.get().side() != Side.NONE) {
          boolean agrees = stance.get().side() == implied.getValue();
          x[c][agrees ? 4 : 5] += stance.get().probability();
        }
      }
      best = Math.max(best, closeness.nearest());
    }
    double[] unaligned = x[camps.size()];
    unaligned[6] = 1;
    unaligned[7] = best;
    boolean spoken =
        event.mainTarget().map(t -> reaction.stanceOn(t.name()).isPresent()).orElse(true);
    unaligned[8] = spoken ? 0 : 1;
    unaligned[9] = cuesOfAny == 0 ? 1 : 0;
    unaligned[10] = 1 - reaction.sentiment().orElseThrow().neutral();
    return x;
  }

  /// Learns the weights from labelled reactions.
  ///
  /// @param features as [#features] gives them
  /// @param gold index of the right camp, or the number of camps for unaligned
  public static ChoiceModel train(List<double[][]> features, List<Integer> gold, double ridge) {
    List<ChoiceModel.Choice> choices = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      choices.add(new ChoiceModel.Choice(features.get(i), gold.get(i)));
    }
    return ChoiceModel.train(FEATURES, choices, ridge);
  }

  @Override
  public Placement place(Reaction reaction) {
    if (!reaction.read()) return Placement.unread();
    double[][] x = features(reaction);
    double[] p = model.probabilities(x);
    int best = 0;
    for (int c = 1; c < p.length; c++) if (p[c] > p[best]) best = c;
    int chosen = best;
    List<Placement.Alternative> others =
        IntStream.range(0, p.length)
            .filter(c -> c != chosen)
            .mapToObj(c -> new Placement.Alternative(id(c), p[c]))
            // A stable sort: equals stay in the order of the file.
            .sorted(Comparator.comparingDouble(Placement.Alternative::probability).reversed())
            .toList();
    return new Placement(id(chosen), p[chosen], others, reasons(reaction, x, chosen));
  }

  private String id(int index) {
    return index < camps.size() ? camps.get(index).camp().id() : Camp.UNALIGNED;
  }

  /// What set the chosen camp apart from the average camp.
  private List<Placement.Reason> reasons(Reaction reaction, double[][] x, int chosen) {
    if (chosen == camps.size()) {
      return List.of(
          new Placement.Reason("no camp's examples, cue words or stances fit well enough", 0));
    }
    double[] own = model.contributions(x[chosen]);
    double[] average = new double[own.length];
    for (int c = 0; c < camps.size(); c++) {
      double[] other = model.contributions(x[c]);
      for (int f = 0; f < average.length; f++) average[f] += other[f] / camps.size();
    }
    Declared camp = camps.get(chosen);
    List<Placement.Reason> reasons = new ArrayList<>();
    Statements.Closeness closeness = camp.statements().to(reaction.vector().orElseThrow());
    double likeness = 0;
    for (int f = 0; f < 3; f++) likeness += own[f] - average[f];
    reasons.add(
        new Placement.Reason(
            String.format(
                Locale.ROOT,
                "like the example “%s” (cosine %.2f)",
                camp.statements().text(closeness.closest()),
                closeness.best()),
            likeness));
    List<String> cues = camp.cues().distinct(reaction.post().text());
    if (!cues.isEmpty()) {
      reasons.add(
          new Placement.Reason("cue words: " + String.join(", ", cues), own[3] - average[3]));
    }
    List<String> stances =
        camp.camp().stances().entrySet().stream()
            .filter(
                s ->
                    reaction
                        .stanceOn(s.getKey())
                        .map(Stance::side)
                        .filter(s.getValue()::equals)
                        .isPresent())
            .map(s -> (s.getValue() == Side.FAVOR ? "for " : "against ") + s.getKey())
            .toList();
    if (!stances.isEmpty()) {
      reasons.add(
          new Placement.Reason(
              "stance " + String.join(", ", stances), own[4] + own[5] - average[4] - average[5]));
    }
    return reasons.stream()
        .filter(r -> r.weight() > 0)
        .sorted(Comparator.comparingDouble(Placement.Reason::weight).reversed())
        .limit(MOST_REASONS)
        .toList();
  }
}
