package dev.chorus.camp;

import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Stance;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.head.Statements;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.Classifier;
import dev.chorus.language.model.EventModel;
import dev.chorus.language.text.PhraseFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
          "unaligned: strength of mood",
          "labelled posts",
          "unaligned: no reaction to the event");

  /// Names the kind of the model that holds for any event.
  public static final String ANY = "camps";

  /// Names the kind of model file that labelled posts give.
  public static final String TAUGHT = "camps of labelled posts";

  /// More cue words than this say nothing new.
  private static final int MOST_CUES = 3;

  /// From about this probability on most placed posts are right: of the posts of a whole stream
  /// that were placed with 0.45 to 0.50 43% were right, with 0.40 to 0.45 two of nine.
  private static final double LEVEL = 0.45;
  private static final int MOST_REASONS = 3;

  /// So much cosine below the likeness of the examples takes two thirds of a probability. Set by
  /// reading: without it, a camp of meme coins drew in a quarter of a day's posts.
  private static final double NARROWNESS = 0.2;

  private final Event event;
  private final List<DeclaredCamp> camps;
  private final ChoiceModel model;
  private final Optional<EventModel> taught;

  /// Which alternatives labelled posts know, by their place in [#classes].
  private final boolean[] labelled;

  /// @param closeness see [Statements#closeness]
  private record DeclaredCamp(
      Camp camp, Statements statements, double closeness, PhraseFinder cues) {
    static DeclaredCamp of(Camp camp, Statements statements) {
      return new DeclaredCamp(
          camp, statements, statements.closeness(), new PhraseFinder(camp.cues()));
    }
  }

  /// Reads what an analysis places reactions by.
  ///
  /// @param encode turns statements into vectors of the same space as the posts'
  /// @throws ModelException if a model is missing or damaged
  public static StatementAssigner of(
      Event event, AnalyzerSettings settings, Function<List<String>, Statements> encode) {
    ModelFolder models = settings.folder();
    return new StatementAssigner(
        event,
        ChoiceModel.read(models.camps(), ANY, FEATURES),
        EventModel.readIfPresent(
            models.event(event.id()).camps(),
            TAUGHT,
            FEATURES,
            Encoder.of(models).map(Encoder::id)),
        encode);
  }

  /// @param model weighs the features where nothing is labelled
  /// @param taught what labelled posts of this event taught; empty for one of which nothing is
  ///     labelled. Camps that it does not know are placed by what the event file declares of them
  /// @param encode turns statements into vectors of the same space as the posts'
  public StatementAssigner(
      Event event,
      ChoiceModel model,
      Optional<EventModel> taught,
      Function<List<String>, Statements> encode) {
    this.event = event;
    this.model = model;
    this.taught = taught;
    this.camps =
        event.camps().stream().map(c -> DeclaredCamp.of(c, encode.apply(c.statements()))).toList();
    this.labelled = new boolean[camps.size() + 1];
    List<String> known = taught.map(t -> t.labels().classes()).orElse(List.of());
    for (int c = 0; c < labelled.length; c++) labelled[c] = known.contains(id(c));
  }

  /// The classes of what labelled posts teach: the camps and, last, being unaligned.
  public static List<String> classes(Event event) {
    return Stream.concat(event.camps().stream().map(Camp::id), Stream.of(Camp.UNALIGNED)).toList();
  }

  /// The features of every camp and, last, of being unaligned.
  ///
  /// @param labels probability of each class by labelled posts, if there are any
  public double[][] features(Reaction reaction, Optional<double[]> labels) {
    double[][] x = new double[camps.size() + 1][FEATURES.size()];
    double best = 0;
    int cuesOfAny = 0;
    for (int c = 0; c < camps.size(); c++) {
      DeclaredCamp d = camps.get(c);
      if (reaction.vector().isPresent() && !d.statements().isEmpty()) {
        Statements.Closeness closeness = d.statements().to(reaction.vector().get());
        x[c][0] = closeness.nearest();
        x[c][1] = closeness.best();
        x[c][2] = closeness.mean();
        best = Math.max(best, closeness.nearest());
      }
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
    }
    double[] unaligned = x[camps.size()];
    unaligned[6] = 1;
    unaligned[7] = best;
    boolean spoken = event.mainTarget().map(t -> speaksOf(reaction, t.name())).orElse(true);
    unaligned[8] = spoken ? 0 : 1;
    unaligned[9] = cuesOfAny == 0 ? 1 : 0;
    unaligned[10] = 1 - reaction.sentiment().orElseThrow().neutral();
    unaligned[12] = reaction.about().map(a -> logOdds(1 - a.event())).orElse(0.0);
    if (labels.isPresent()) {
      for (int c = 0; c < x.length; c++) x[c][11] = Math.log(labels.get()[c]);
    }
    return x;
  }

  private static double logOdds(double p) {
    double bounded = Math.clamp(p, 0.001, 0.999);
    return Math.log(bounded / (1 - bounded));
  }

  private static boolean speaksOf(Reaction reaction, String target) {
    return reaction.mentions().stream().anyMatch(m -> m.name().equals(target))
        || reaction.post().targets().stream().anyMatch(target::equalsIgnoreCase);
  }

  @Override
  public Placement place(Reaction reaction) {
    Map<String, Double> learned = new LinkedHashMap<>();
    if (reaction.read() && taught.isPresent()) {
      Classifier labels = taught.get().labels();
      double[] p = labels.probabilities(reaction.post().text(), reaction.tuned());
      for (int c = 0; c < p.length; c++) learned.put(labels.classes().get(c), p[c]);
    }
    return place(reaction, learned);
  }

  @Override
  public Placement place(Reaction reaction, Map<String, Double> learned) {
    if (!reaction.read()) return Placement.unread();
    boolean informed = taught.isPresent() && !learned.isEmpty();
    double[][] x =
        features(reaction, informed ? Optional.of(learnedOf(learned)) : Optional.empty());
    double[] p = informed ? informed(x, taught.get().weights()) : model.probabilities(x);
    if (!reaction.reacts()) discount(p, reaction.about().orElseThrow().event());
    int chosen = chosen(p, reaction.reacts(), informed);
    List<Placement.Alternative> others =
        IntStream.range(0, p.length)
            .filter(c -> c != chosen)
            .mapToObj(c -> new Placement.Alternative(id(c), p[c]))
            // A stable sort: equals stay in the order of the file.
            .sorted(Comparator.comparingDouble(Placement.Alternative::probability).reversed())
            .toList();
    ChoiceModel deciding = informed && labelled[chosen] ? taught.get().weights() : model;
    return new Placement(
        id(chosen), p[chosen], others, reasons(reaction, x, chosen, deciding), learned);
  }

  /// What no reaction has of the camps, it has as far as it might be one after all.
  private static void discount(double[] p, double event) {
    double left = 1;
    for (int c = 0; c < p.length - 1; c++) left -= p[c] *= event;
    p[p.length - 1] = left;
  }

  /// The likeliest camp, if the post reacts and that camp is sure enough for most such posts to be
  /// right; else being unaligned, the best guess standing first among the alternatives.
  private int chosen(double[] p, boolean reacts, boolean informed) {
    int unaligned = p.length - 1;
    if (!reacts) return unaligned;
    int best = 0;
    for (int c = 1; c < p.length; c++) if (p[c] > p[best]) best = c;
    return informed && p[best] < LEVEL ? unaligned : best;
  }

  /// In the order of [#classes]; a camp that labelled posts do not know has 1, which no feature
  /// feels.
  private double[] learnedOf(Map<String, Double> learned) {
    double[] p = new double[labelled.length];
    for (int c = 0; c < p.length; c++) {
      p[c] = labelled[c] ? Math.max(learned.getOrDefault(id(c), 0.0), 1e-9) : 1;
    }
    return p;
  }

  /// Camps of which posts are labelled are told apart by what those taught. One that was declared
  /// since takes the share that the declarations alone give it, less where the post is less like
  /// its examples than they are like each other: everything about the event is faintly like them.
  private double[] informed(double[][] x, ChoiceModel weights) {
    int[] known = IntStream.range(0, x.length).filter(c -> labelled[c]).toArray();
    double[] among =
        weights.probabilities(IntStream.of(known).mapToObj(c -> x[c]).toArray(double[][]::new));
    double[] p = new double[x.length];
    double left = 1;
    if (known.length < x.length) {
      p = model.probabilities(x);
      for (int c : known) p[c] = 0;
      for (int c = 0; c < camps.size(); c++) {
        double missing = Math.max(0, camps.get(c).closeness() - x[c][0]);
        p[c] *= Math.exp(-missing / NARROWNESS);
        left -= p[c];
      }
    }
    for (int k = 0; k < known.length; k++) p[known[k]] = left * among[k];
    return p;
  }

  private String id(int index) {
    return index < camps.size() ? camps.get(index).camp().id() : Camp.UNALIGNED;
  }

  /// What set the chosen camp apart from the average camp.
  private List<Placement.Reason> reasons(
      Reaction reaction, double[][] x, int chosen, ChoiceModel deciding) {
    if (chosen == camps.size()) {
      return List.of(
          new Placement.Reason(
              reaction.reacts()
                  ? "no camp's examples, cue words or stances fit well enough"
                  : "it does not react to the event",
              0));
    }
    double[] own = deciding.contributions(x[chosen]);
    double[] average = new double[own.length];
    for (int c = 0; c < camps.size(); c++) {
      double[] other = deciding.contributions(x[c]);
      for (int f = 0; f < average.length; f++) average[f] += other[f] / camps.size();
    }
    DeclaredCamp camp = camps.get(chosen);
    List<Placement.Reason> reasons = new ArrayList<>();
    if (reaction.vector().isPresent() && !camp.statements().isEmpty()) {
      Statements.Closeness closeness = camp.statements().to(reaction.vector().get());
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
    }
    if (labelled[chosen]) {
      reasons.add(
          new Placement.Reason("like posts that people put into this camp", own[11] - average[11]));
    }
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
