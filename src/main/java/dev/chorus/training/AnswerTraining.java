package dev.chorus.training;

import dev.chorus.language.About;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Issue;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Subject;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.head.AboutModel;
import dev.chorus.language.head.Answers;
import dev.chorus.language.head.Claims;
import dev.chorus.language.head.GeneralTalk;
import dev.chorus.language.head.Heads;
import dev.chorus.language.head.IssueFinder;
import dev.chorus.language.head.MeaningEncoder;
import dev.chorus.language.head.StanceScorer;
import dev.chorus.language.head.Statements;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.Classifier;
import dev.chorus.training.Training.Case;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// Learns from labelled posts what reacts to an event, what a post does with a claim, and which
/// issues it speaks of; and how sure an answer must be to be given. Deterministic.
public final class AnswerTraining {
  /// Rare answers are helped a little: as posts come, most speak of no claim and no issue.
  private static final double EVENNESS = 0.25;

  private static final double RIDGE = 1e-4;

  /// Of the sides of a claim that are told, at least so many must be right.
  public static final double PRECISION = 0.75;

  /// With fewer told sides than this nothing is known of their precision.
  private static final int LEAST_TOLD = 6;

  private static final double LEAST_SURE = 0.4;
  private static final double LOW = 0.2;
  private static final double HIGH = 0.8;
  private static final double STEP = 0.01;
  private static final double EVEN_ODDS = 0.5;

  /// Directions that stand for what is said about anything.
  private static final int GENERAL = 128;

  private static final int ROUNDS = 12;

  /// Users declare few statements or many, and likeness to the closest grows with their number.
  private static final int[] DECLARED = {8, 20, 60, 250};

  private static final int SEED = 11;

  private AnswerTraining() {}

  /// An answer to a post that taught nothing.
  ///
  /// @param right the index of the right answer
  record Given(double[] p, int right) {}

  /// Learns which posts react to the event and writes the model.
  ///
  /// @param keep whether to keep how sure an answer must be from the model that is there
  public static void about(
      AnalyzerSettings settings, Training.Cases cases, boolean keep, Map<String, Object> from) {
    int reaction = About.Kind.REACTION.ordinal();
    write(
        settings,
        settings.event().about(),
        AboutModel.TAUGHT,
        AboutModel.CLASSES,
        cases,
        keep,
        from,
        given -> Map.of(About.Kind.REACTION.id(), bestF1(given, reaction)));
  }

  /// Learns what posts do with a claim and writes the model.
  public static void claim(
      AnalyzerSettings settings,
      String claim,
      Training.Cases cases,
      boolean keep,
      Map<String, Object> from) {
    write(
        settings,
        settings.event().claim(claim),
        StanceScorer.TAUGHT_CLAIM,
        Claims.CLASSES,
        cases,
        keep,
        from,
        given -> {
          Map<String, Double> sides = new LinkedHashMap<>();
          for (Side side : List.of(Side.FAVOR, Side.AGAINST)) {
            sides.put(side.id(), precise(given, side.ordinal()));
          }
          return sides;
        });
  }

  /// Learns which posts speak of an issue and writes the model.
  public static void issue(
      AnalyzerSettings settings,
      String issue,
      Training.Cases cases,
      boolean keep,
      Map<String, Object> from) {
    write(
        settings,
        settings.event().issue(issue),
        IssueFinder.TAUGHT,
        IssueFinder.CLASSES,
        cases,
        keep,
        from,
        // Few posts speak of an issue, so what is best among them is half chance.
        given ->
            Map.of(
                IssueFinder.CLASSES.get(IssueFinder.SPOKEN),
                (bestF1(given, IssueFinder.SPOKEN) + EVEN_ODDS) / 2));
  }

  private interface Sureness {
    Map<String, Double> of(List<Given> given);
  }

  private static void write(
      AnalyzerSettings settings,
      Path file,
      String kind,
      List<String> classes,
      Training.Cases cases,
      boolean keep,
      Map<String, Object> from,
      Sureness sureness) {
    Training.Labelled labelled =
        Training.labelled(
            new Training.Task(classes, List.of(), EVENNESS, RIDGE), cases.seen(), List.of());
    Classifier labels = labelled.learn();
    Map<String, Double> atLeast;
    if (keep) {
      atLeast = Answers.atLeast(file, kind);
    } else {
      List<Given> given = new ArrayList<>();
      if (cases.unseen().isEmpty()) {
        List<double[]> said = labelled.crossFitted();
        for (int i = 0; i < said.size(); i++) {
          given.add(new Given(said.get(i), cases.seen().get(i).right()));
        }
      } else {
        for (Case one : cases.unseen()) {
          Reaction r = one.reaction();
          given.add(new Given(labels.probabilities(r.post().text(), r.tuned()), one.right()));
        }
      }
      atLeast = sureness.of(given);
    }
    new Answers(labels, atLeast)
        .write(file, kind, Encoder.of(settings.folder()).map(Encoder::id), from);
  }

  /// From which probability on giving an answer has the best F1; an even chance where no post
  /// has it.
  static double bestF1(List<Given> given, int answer) {
    double best = EVEN_ODDS;
    double most = 0;
    for (double t = LOW; t <= HIGH; t += STEP) {
      int right = 0;
      int told = 0;
      int wanted = 0;
      for (Given one : given) {
        boolean tells = one.p()[answer] >= t;
        if (tells) told++;
        if (one.right() == answer) wanted++;
        if (tells && one.right() == answer) right++;
      }
      double f1 = told + wanted == 0 ? 0 : 2.0 * right / (told + wanted);
      if (f1 > most) {
        most = f1;
        best = t;
      }
    }
    return rounded(best);
  }

  /// From which probability on so many of the given answers are right as must be; never, if there
  /// is none or too little to know.
  static double precise(List<Given> given, int answer) {
    for (double t = LEAST_SURE; t < 1; t += STEP) {
      int right = 0;
      int told = 0;
      for (Given one : given) {
        if (one.p()[answer] < t) continue;
        told++;
        if (one.right() == answer) right++;
      }
      if (told < LEAST_TOLD) return Answers.NEVER;
      if (right >= PRECISION * told) return rounded(t);
    }
    return Answers.NEVER;
  }

  private static double rounded(double t) {
    return Math.round(t / STEP) * STEP;
  }

  /// Learns what tells reactions to an event of which nothing is labelled, and writes the model.
  ///
  /// @param cases posts about one event, with the index of their [About.Kind]
  /// @param general posts about anything
  public static void anyAbout(
      AnalyzerSettings settings,
      List<Case> cases,
      List<Reaction> general,
      Map<String, Object> from) {
    Subject subject = settings.subject();
    Statements talk = Statements.NONE;
    if (Encoder.of(settings.folder()).isPresent()) {
      List<Vector> meanings = new ArrayList<>();
      general.forEach(r -> r.vector().ifPresent(meanings::add));
      GeneralTalk.write(settings.folder(), clustered(meanings));
      talk = GeneralTalk.read(settings.folder());
    }
    List<Boolean> reacts = new ArrayList<>();
    List<Reaction> all = new ArrayList<>();
    for (Case one : cases) {
      all.add(one.reaction());
      reacts.add(one.right() == About.Kind.REACTION.ordinal());
    }
    for (Reaction one : general) {
      all.add(one);
      reacts.add(false);
    }
    // Both answers weigh the same: how many posts react depends on who collected them.
    double[] importance =
        SoftmaxTraining.importance(reacts.stream().map(r -> r ? 0 : 1).toList(), 2, 1);
    List<ChoiceTraining.Choice> choices = new ArrayList<>();
    Function<List<String>, Statements> encode = MeaningEncoder.ofStatements(settings);
    StanceScorer stances = Heads.untaught(settings).stances();
    for (int statements : DECLARED) {
      AboutModel model = declaring(subject, statements, talk, encode);
      for (int i = 0; i < all.size(); i++) {
        String text = all.get(i).post().text();
        int chosen = reacts.get(i) ? 0 : 1;
        choices.add(
            new ChoiceTraining.Choice(
                model.alternatives(text, all.get(i).vector(), stances.named(text).keySet()),
                chosen,
                importance[chosen]));
      }
    }
    ChoiceTraining.train(AboutModel.FEATURES, choices, RIDGE)
        .write(settings.folder().about(), AboutModel.ANY, from);
  }

  /// As if so many statements were declared of the event.
  private static AboutModel declaring(
      Subject subject, int statements, Statements talk, Function<List<String>, Statements> encode) {
    List<String> drawn = new ArrayList<>(subject.statements());
    Collections.shuffle(drawn, new Random(SEED));
    return new AboutModel(
        subject,
        Optional.empty(),
        ChoiceModel.zero(AboutModel.FEATURES),
        encode.apply(drawn.subList(0, Math.min(statements, drawn.size()))),
        talk);
  }

  /// Learns what tells the issues of an event of which nothing is labelled, and writes the model.
  ///
  /// @param spoken for each reaction the ids of the issues that it speaks of
  public static void anyIssues(
      AnalyzerSettings settings,
      List<Reaction> reactions,
      List<Set<String>> spoken,
      Map<String, Object> from) {
    List<Issue> issues = settings.subject().issues();
    IssueFinder finder =
        new IssueFinder(
            issues,
            ChoiceModel.zero(IssueFinder.FEATURES),
            _ -> Optional.empty(),
            MeaningEncoder.ofStatements(settings));
    List<ChoiceTraining.Choice> choices = new ArrayList<>();
    for (int r = 0; r < reactions.size(); r++) {
      Reaction one = reactions.get(r);
      double[][] x = finder.features(one.post().text(), one.vector());
      for (int i = 0; i < issues.size(); i++) {
        boolean speaks = spoken.get(r).contains(issues.get(i).id());
        double[][] alternatives = {x[i], new double[IssueFinder.FEATURES.size()]};
        choices.add(new ChoiceTraining.Choice(alternatives, speaks ? 0 : 1, 1));
      }
    }
    ChoiceTraining.train(IssueFinder.FEATURES, choices, RIDGE)
        .write(settings.folder().issues(), IssueFinder.ANY, from);
  }

  /// The middles of groups of alike directions (k-means on the sphere, Dhillon & Modha 2001).
  static List<Vector> clustered(List<Vector> all) {
    if (all.size() <= GENERAL) return all;
    List<Vector> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(SEED));
    List<Vector> middles = new ArrayList<>(shuffled.subList(0, GENERAL));
    for (int round = 0; round < ROUNDS; round++) {
      float[][] sums = new float[middles.size()][all.getFirst().size()];
      for (Vector one : all) {
        int nearest = 0;
        double most = -2;
        for (int m = 0; m < middles.size(); m++) {
          double cosine = one.cosine(middles.get(m));
          if (cosine > most) {
            most = cosine;
            nearest = m;
          }
        }
        for (int i = 0; i < sums[nearest].length; i++) sums[nearest][i] += one.get(i);
      }
      for (int m = 0; m < sums.length; m++) {
        double square = 0;
        for (float x : sums[m]) square += x * x;
        if (square > 0) middles.set(m, Vector.ofDirection(sums[m]));
      }
    }
    return middles;
  }
}
