package dev.chorus.language;

import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which side a post takes toward each target that it speaks of.
///
/// An entity is spoken of where its name or an alias stands; its side follows from the mood of the
/// post and from likeness to the statements for and against it. The weights are learned
/// ([ChoiceModel]) and know nothing of any one target, so a target that nobody declared gets a
/// stance too. A claim is spoken of where one of its words stands and the post is like one of its
/// statements; mood says nothing about a claim, so likeness alone decides.
final class StanceScorer {
  static final List<String> FEATURES =
      List.of(
          "favor",
          "against",
          "mood, the only target",
          "mood, one of several",
          "strength of mood",
          "likeness to statements",
          "closeness to any statement",
          "named",
          "labelled posts");

  /// Names of the classes of what was learned from labelled posts.
  static final List<String> CLASSES = Arrays.stream(Side.values()).map(Side::id).toList();

  /// Below this cosine to its closest statement a post does not speak of a claim. The two numbers
  /// were set by reading matches; no labelled stance on claims exists for this event.
  private static final double CLAIM_FLOOR = 0.33;

  /// Difference of cosines that makes one side of a claim e times as likely as the other.
  private static final double CLAIM_SCALE = 0.05;

  private final List<Declared> declared;
  private final ChoiceModel model;
  private final Optional<Taught> taught;

  private record Declared(
      Target target, PhraseFinder finder, Statements favor, Statements against) {}

  /// @param model weighs the features where nothing is labelled
  /// @param taught what labelled posts of this event taught about its main target, the first
  ///     entity; empty for an event of which nothing is labelled
  /// @param encode turns statements into vectors of the same space as the posts'
  StanceScorer(
      List<Target> targets,
      ChoiceModel model,
      Optional<Taught> taught,
      Function<List<String>, Statements> encode) {
    this.model = model;
    this.taught = taught;
    this.declared =
        targets.stream()
            .map(
                t ->
                    new Declared(
                        t,
                        new PhraseFinder(names(t)),
                        encode.apply(t.favor()),
                        encode.apply(t.against())))
            .toList();
  }

  private static List<String> names(Target target) {
    return switch (target.kind()) {
      case ENTITY -> Stream.concat(Stream.of(target.name()), target.aliases().stream()).toList();
      case CLAIM -> target.aliases();
    };
  }

  /// Where each declared entity is named.
  Map<Target, List<Span>> named(String text) {
    Map<Target, List<Span>> named = new LinkedHashMap<>();
    for (Declared d : declared) {
      if (d.target().kind() == Target.Kind.ENTITY) {
        List<Span> spans = d.finder().find(text);
        if (!spans.isEmpty()) named.put(d.target(), spans);
      }
    }
    return named;
  }

  List<Stance> score(
      Post post,
      Map<Target, List<Span>> named,
      List<Span> sentences,
      Sentiment sentiment,
      Optional<Vector> tuned,
      Optional<Vector> vector) {
    List<Stance> stances = new ArrayList<>();
    List<String> asked = new ArrayList<>(post.targets());
    for (Declared d : declared) {
      boolean askedFor = asked.removeIf(a -> a.equalsIgnoreCase(d.target().name()));
      switch (d.target().kind()) {
        case ENTITY -> {
          List<Span> spans = named.getOrDefault(d.target(), List.of());
          // Labelled posts of the event taught what people say of its main target without naming
          // it.
          if (askedFor || !spans.isEmpty() || (taught.isPresent() && isMain(d))) {
            stances.add(
                entity(d, post, named, sentiment, tuned, vector, sentence(spans, sentences)));
          }
        }
        case CLAIM -> {
          List<Span> words = d.finder().find(post.text());
          if (askedFor || !words.isEmpty()) {
            claim(d, askedFor, vector, sentence(words, sentences)).ifPresent(stances::add);
          }
        }
      }
    }
    for (String name : asked) {
      Declared unknown =
          new Declared(
              Target.named(name),
              new PhraseFinder(List.of(name)),
              new Statements(List.of(), List.of()),
              new Statements(List.of(), List.of()));
      List<Span> spans = unknown.finder().find(post.text());
      stances.add(
          entity(unknown, post, named, sentiment, tuned, vector, sentence(spans, sentences)));
    }
    return stances;
  }

  private Stance entity(
      Declared d,
      Post post,
      Map<Target, List<Span>> named,
      Sentiment sentiment,
      Optional<Vector> tuned,
      Optional<Vector> vector,
      Optional<Span> evidence) {
    Optional<Taught> knows = isMain(d) ? taught : Optional.empty();
    double[] p =
        knows
            .map(Taught::weights)
            .orElse(model)
            .probabilities(
                alternatives(
                    d,
                    named,
                    sentiment,
                    vector,
                    knows.map(t -> t.labels().probabilities(post.text(), tuned))));
    return likeliest(d.target().name(), p, evidence);
  }

  private boolean isMain(Declared d) {
    return declared.stream()
        .filter(x -> x.target().kind() == Target.Kind.ENTITY)
        .findFirst()
        .filter(d::equals)
        .isPresent();
  }

  /// What describes each [Side], in the order of the enum; also used in training.
  private static double[][] alternatives(
      Declared d,
      Map<Target, List<Span>> spoken,
      Sentiment sentiment,
      Optional<Vector> vector,
      Optional<double[]> labels) {
    double mood = sentiment.score();
    double strength = 1 - sentiment.neutral();
    double against = labels.map(p -> logOdds(p, Side.AGAINST)).orElse(0.0);
    double favor = labels.map(p -> logOdds(p, Side.FAVOR)).orElse(0.0);
    double likeness = 0;
    double closeness = 0;
    if (vector.isPresent() && !d.favor().isEmpty() && !d.against().isEmpty()) {
      double pro = d.favor().to(vector.get()).nearest();
      double contra = d.against().to(vector.get()).nearest();
      likeness = pro - contra;
      closeness = Math.max(pro, contra);
    }
    boolean alone = spoken.keySet().stream().allMatch(t -> t.equals(d.target()));
    double named = spoken.containsKey(d.target()) ? 1 : 0;
    double single = alone ? mood : 0;
    double several = alone ? 0 : mood;
    return new double[][] {
      {0, 1, -single, -several, strength, -likeness, closeness, named, against},
      {0, 0, 0, 0, 0, 0, 0, 0, 0},
      {1, 0, single, several, strength, likeness, closeness, named, favor},
    };
  }

  private static double logOdds(double[] p, Side side) {
    return Math.log(p[side.ordinal()] / p[Side.NONE.ordinal()]);
  }

  /// The features of the stance on one declared entity, for training.
  double[][] features(String target, Reaction reaction, Optional<double[]> labels) {
    Declared d =
        declared.stream().filter(x -> x.target().name().equals(target)).findFirst().orElseThrow();
    return alternatives(
        d,
        named(reaction.post().text()),
        reaction.sentiment().orElseThrow(),
        reaction.vector(),
        labels);
  }

  private static Optional<Stance> claim(
      Declared d, boolean askedFor, Optional<Vector> vector, Optional<Span> evidence) {
    double favor =
        vector.isEmpty() || d.favor().isEmpty() ? 0 : d.favor().to(vector.get()).nearest();
    double against =
        vector.isEmpty() || d.against().isEmpty() ? 0 : d.against().to(vector.get()).nearest();
    if (!askedFor && Math.max(favor, against) < CLAIM_FLOOR) return Optional.empty();
    double[] p =
        ChoiceModel.softmax(
            new double[] {
              against / CLAIM_SCALE, CLAIM_FLOOR / CLAIM_SCALE, favor / CLAIM_SCALE,
            });
    return Optional.of(likeliest(d.target().name(), p, evidence));
  }

  private static Stance likeliest(String target, double[] p, Optional<Span> evidence) {
    int best = Side.NONE.ordinal();
    for (int i = 0; i < p.length; i++) if (p[i] > p[best]) best = i;
    return new Stance(target, Side.values()[best], p[best], evidence);
  }

  /// The sentence in which the target is first named.
  private static Optional<Span> sentence(List<Span> names, List<Span> sentences) {
    return names.stream()
        .findFirst()
        .map(n -> sentences.stream().filter(s -> s.overlaps(n)).findFirst().orElse(n));
  }
}
