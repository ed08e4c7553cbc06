package dev.chorus.language.head;

import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.language.Target;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.EncodedPost;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.Classifier;
import dev.chorus.language.model.EventModel;
import dev.chorus.language.text.PhraseFinder;
import dev.chorus.post.Kind;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Which side a post takes toward each target that it speaks of.
///
/// An entity is spoken of where its name or an alias stands; its side follows from the mood of the
/// post and from likeness to the statements for and against it. The weights are learned
/// ([ChoiceModel]) and know nothing of any one target, so a target that nobody declared gets a
/// stance too. What a post does with a claim is known only where labelled posts taught it: likeness
/// tells that it speaks of the claim, not who holds it true.
public final class StanceScorer {
  public static final List<String> FEATURES =
      List.of(
          "favor",
          "against",
          "mood, the only target",
          "mood, one of several",
          "strength of mood",
          "likeness to statements",
          "closeness to any statement",
          "named",
          "words around its name",
          "labelled posts");

  /// Names the kind of the model that holds for any target.
  public static final String ANY = "stance";

  /// Names the kind of model file that labelled posts give about a target.
  public static final String TAUGHT = "stance of labelled posts";

  /// Names the kind of model file that labelled posts give about a claim.
  public static final String TAUGHT_CLAIM = "claim of labelled posts";

  /// Names of the classes of what was learned from labelled posts.
  public static final List<String> CLASSES = Arrays.stream(Side.values()).map(Side::id).toList();

  /// Below this cosine to its closest statement a post does not speak of a claim of which nothing
  /// is labelled; set by reading matches.
  private static final double CLAIM_FLOOR = 0.33;

  /// From this probability on a post is silent on a claim.
  private static final double CLAIM_SILENT = 0.5;

  /// From this probability on a side of a claim is told where none was measured.
  private static final double CLAIM_USUAL = 0.8;

  private final List<DeclaredTarget> declared;
  private final DeclaredTarget main;
  private final ChoiceModel model;
  private final Function<String, Optional<EventModel>> taught;
  private final Map<String, Optional<EventModel>> known = new ConcurrentHashMap<>();
  private final Optional<TargetModel> around;
  private final Map<String, Optional<Answers>> claims = new ConcurrentHashMap<>();
  private final Function<String, Optional<Answers>> taughtClaims;
  private final Function<String, Optional<Vector>> tuned;

  private record DeclaredTarget(
      Target target, PhraseFinder finder, Statements favor, Statements against) {}

  /// @param model weighs the features where nothing is labelled
  /// @param taught what labelled posts taught about a target, by its name, if there are any
  /// @param around reads what is said around the name of a target; empty where no encoder is used
  /// @param taughtClaims what labelled posts taught about a claim, if any are
  /// @param tuned see [Reaction#tuned], of a sentence by itself
  /// @param encode turns statements into vectors of the same space as the posts'
  public StanceScorer(
      List<Target> targets,
      ChoiceModel model,
      Function<String, Optional<EventModel>> taught,
      Optional<TargetModel> around,
      Function<String, Optional<Answers>> taughtClaims,
      Function<String, Optional<Vector>> tuned,
      Function<List<String>, Statements> encode) {
    this.model = model;
    this.taughtClaims = taughtClaims;
    this.tuned = tuned;
    this.taught = taught;
    this.around = around;
    this.declared =
        targets.stream()
            .map(
                t ->
                    new DeclaredTarget(
                        t,
                        new PhraseFinder(t.words()),
                        encode.apply(t.favor()),
                        encode.apply(t.against())))
            .toList();
    this.main =
        declared.stream()
            .filter(d -> d.target().kind() == Target.Kind.ENTITY)
            .findFirst()
            .orElse(null);
  }

  /// Where each declared entity is named.
  public Map<Target, List<Span>> named(String text) {
    Map<Target, List<Span>> named = new LinkedHashMap<>();
    for (DeclaredTarget d : declared) {
      if (d.target().kind() == Target.Kind.ENTITY) {
        List<Span> spans = d.finder().find(text);
        if (!spans.isEmpty()) named.put(d.target(), spans);
      }
    }
    return named;
  }

  /// What the analysis knows of a post before it looks for sides.
  ///
  /// @param named where each declared entity is named
  /// @param sentences where the sentences stand
  /// @param read the words with their vectors; empty where no encoder is used
  /// @param tuned see [Reaction#tuned]
  /// @param vector see [Reaction#vector]
  public record Reading(
      Post post,
      Map<Target, List<Span>> named,
      List<Span> sentences,
      Sentiment sentiment,
      Optional<EncodedPost> read,
      Optional<Vector> tuned,
      Optional<Vector> vector) {}

  /// @param reacts whether the post reacts to the event: one that does not takes no side on its
  ///     main target and on no claim, but on what its record asks for
  public List<Stance> score(Reading reading, boolean reacts) {
    Post post = reading.post();
    List<Stance> stances = new ArrayList<>();
    List<String> asked = new ArrayList<>(post.targets());
    for (DeclaredTarget d : declared) {
      boolean askedFor = asked.removeIf(a -> a.equalsIgnoreCase(d.target().name()));
      if (!reacts && !askedFor && (d == main || d.target().kind() == Target.Kind.CLAIM)) continue;
      switch (d.target().kind()) {
        case ENTITY -> {
          List<Span> spans = reading.named().getOrDefault(d.target(), List.of());
          // Labelled posts taught what people say of a target without naming it.
          if (askedFor || !spans.isEmpty() || taught(d).isPresent()) {
            stances.add(entity(d, reading, spans));
          }
        }
        case CLAIM -> {
          claim(d, askedFor, reading).ifPresent(stances::add);
        }
      }
    }
    for (String name : asked) {
      DeclaredTarget undeclared = undeclared(name);
      stances.add(entity(undeclared, reading, undeclared.finder().find(post.text())));
    }
    return stances;
  }

  private static DeclaredTarget undeclared(String name) {
    return new DeclaredTarget(
        Target.named(name), new PhraseFinder(List.of(name)), Statements.NONE, Statements.NONE);
  }

  private Stance entity(DeclaredTarget d, Reading reading, List<Span> spans) {
    Optional<double[]> said =
        around.flatMap(a -> reading.read().flatMap(r -> a.probabilities(r, spans)));
    // What labelled posts teach of a target is learned from the whole post. Where a post names
    // others too, what stands around each name tells their sides apart better.
    Optional<EventModel> knows =
        alone(d, reading.named()) || said.isEmpty() ? taught(d) : Optional.empty();
    double[] p =
        knows
            .map(EventModel::weights)
            .orElse(model)
            .probabilities(
                alternatives(
                    d,
                    reading.named(),
                    reading.sentiment(),
                    reading.vector(),
                    said,
                    knows.map(
                        t -> t.labels().probabilities(reading.post().text(), reading.tuned()))));
    return likeliest(d.target().name(), p, sentence(spans, reading.sentences()));
  }

  /// Whether a post names no other target.
  private static boolean alone(DeclaredTarget d, Map<Target, List<Span>> named) {
    return named.keySet().stream().allMatch(t -> t.equals(d.target()));
  }

  private Optional<EventModel> taught(DeclaredTarget d) {
    return known.computeIfAbsent(d.target().name(), taught);
  }

  /// What describes each [Side], in the order of the enum; also used in training.
  private static double[][] alternatives(
      DeclaredTarget d,
      Map<Target, List<Span>> spoken,
      Sentiment sentiment,
      Optional<Vector> vector,
      Optional<double[]> around,
      Optional<double[]> labels) {
    double mood = sentiment.score();
    double strength = 1 - sentiment.neutral();
    double against = labels.map(p -> logOdds(p, Side.AGAINST)).orElse(0.0);
    double favor = labels.map(p -> logOdds(p, Side.FAVOR)).orElse(0.0);
    double aroundAgainst = around.map(p -> logOdds(p, Side.AGAINST)).orElse(0.0);
    double aroundFavor = around.map(p -> logOdds(p, Side.FAVOR)).orElse(0.0);
    double likeness = 0;
    double closeness = 0;
    if (vector.isPresent() && !d.favor().isEmpty() && !d.against().isEmpty()) {
      double pro = d.favor().to(vector.get()).nearest();
      double contra = d.against().to(vector.get()).nearest();
      likeness = pro - contra;
      closeness = Math.max(pro, contra);
    }
    boolean alone = alone(d, spoken);
    double named = spoken.containsKey(d.target()) || around.isPresent() ? 1 : 0;
    double single = alone ? mood : 0;
    double several = alone ? 0 : mood;
    return new double[][] {
      {0, 1, -single, -several, strength, -likeness, closeness, named, aroundAgainst, against},
      {0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
      {1, 0, single, several, strength, likeness, closeness, named, aroundFavor, favor},
    };
  }

  private static double logOdds(double[] p, Side side) {
    return Math.log(p[side.ordinal()] / p[Side.NONE.ordinal()]);
  }

  /// The features of the stance on an entity, for training.
  public double[][] features(
      String target, Reaction reaction, Optional<double[]> around, Optional<double[]> labels) {
    return alternatives(
        declared(target),
        named(reaction.post().text()),
        reaction.sentiment().orElseThrow(),
        reaction.vector(),
        around,
        labels);
  }

  /// Where an entity is named in a text.
  public List<Span> named(String target, String text) {
    return declared(target).finder().find(text);
  }

  private DeclaredTarget declared(String target) {
    return declared.stream()
        .filter(d -> d.target().name().equals(target))
        .findFirst()
        .orElseGet(() -> undeclared(target));
  }

  /// What a post does with a claim. Where labelled posts taught it, a side is given only where it
  /// is sure enough; where none did, the post at most speaks of the claim, because likeness does
  /// not tell who holds it true.
  private Optional<Stance> claim(DeclaredTarget d, boolean askedFor, Reading reading) {
    List<Span> words = d.finder().find(reading.post().text());
    Optional<Span> evidence = sentence(words, reading.sentences());
    Optional<Answers> taught = claims.computeIfAbsent(d.target().name(), taughtClaims);
    if (taught.isEmpty()) {
      boolean spoken = askedFor || (!words.isEmpty() && like(d, reading.vector()) >= CLAIM_FLOOR);
      return spoken
          ? Optional.of(new Stance(d.target().name(), Side.NONE, 1, evidence))
          : Optional.empty();
    }
    double[] p = taught.get().labels().probabilities(reading.post().text(), reading.tuned());
    if (reading.post().kind() == Kind.REPORT) p = spoken(p);
    for (Side side : List.of(Side.FAVOR, Side.AGAINST)) {
      Side other = side == Side.FAVOR ? Side.AGAINST : Side.FAVOR;
      double sure = p[side.ordinal()];
      if (sure >= taught.get().atLeast(side.id(), CLAIM_USUAL) && sure > p[other.ordinal()]) {
        Optional<Span> proof = proof(reading, taught.get().labels(), side.ordinal(), evidence);
        return Optional.of(new Stance(d.target().name(), side, sure, proof));
      }
    }
    double silent = p[Side.NONE.ordinal()];
    boolean reported =
        p[Claims.REPORTED] > silent
            && p[Claims.REPORTED] > p[Side.FAVOR.ordinal()]
            && p[Claims.REPORTED] > p[Side.AGAINST.ordinal()];
    if (!askedFor && silent >= CLAIM_SILENT) return Optional.empty();
    return Optional.of(
        new Stance(
            d.target().name(),
            Side.NONE,
            reported ? p[Claims.REPORTED] : silent,
            reported ? proof(reading, taught.get().labels(), Claims.REPORTED, evidence) : evidence,
            reported));
  }

  /// The sentence of a post that by itself says most clearly what the post does with a claim. The
  /// words of the claim alone may stand in another one, such as a question or a joke. Few posts
  /// speak of a claim, so reading their sentences once more costs next to nothing.
  ///
  /// @param answer index in [Claims#CLASSES]
  /// @param named the sentence with the words of the claim, which is taken where no other is
  ///     clearer
  private Optional<Span> proof(
      Reading reading, Classifier labels, int answer, Optional<Span> named) {
    if (reading.sentences().size() < 2) return named;
    Optional<Span> best = named;
    double most = named.map(s -> says(reading, labels, answer, s)).orElse(0.0);
    for (Span sentence : reading.sentences()) {
      double sure = says(reading, labels, answer, sentence);
      if (sure > most) {
        most = sure;
        best = Optional.of(sentence);
      }
    }
    return best;
  }

  private double says(Reading reading, Classifier labels, int answer, Span sentence) {
    String text = sentence.of(reading.post().text());
    return labels.probabilities(text, tuned.apply(text))[answer];
  }

  /// What our paraphrase of somebody passes on is the statement of its author.
  private static double[] spoken(double[] p) {
    double sides = p[Side.FAVOR.ordinal()] + p[Side.AGAINST.ordinal()];
    double[] own = p.clone();
    for (Side side : List.of(Side.FAVOR, Side.AGAINST)) {
      own[side.ordinal()] *= (sides + p[Claims.REPORTED]) / sides;
    }
    own[Claims.REPORTED] = 0;
    return own;
  }

  private static double like(DeclaredTarget d, Optional<Vector> vector) {
    if (vector.isEmpty()) return 1;
    double favor = d.favor().isEmpty() ? 0 : d.favor().to(vector.get()).nearest();
    double against = d.against().isEmpty() ? 0 : d.against().to(vector.get()).nearest();
    return Math.max(favor, against);
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
