package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.camp.Event;
import dev.chorus.language.About;
import dev.chorus.language.Issue;
import dev.chorus.language.Mood;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Target;
import dev.chorus.language.head.Claims;
import dev.chorus.language.text.PhraseFinder;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.LabelledReader.Sided;
import dev.chorus.training.GoldPost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Turns records into what the encoder is tuned on.
final class GoldPosts {
  /// The name of the answers to whether a post reacts, see [GoldPost#answers].
  static final String ABOUT = "about";

  /// Labels that only posts have whose mood or whose place in the debate was judged.
  private static final Set<String> MOODS = Set.of("sentiment", "camp", "about");

  private final Event event;
  private final PhraseFinder mainTarget;

  GoldPosts(Event event) {
    this.event = event;
    this.mainTarget = new PhraseFinder(event.mainTarget().map(Target::words).orElse(List.of()));
  }

  /// The name of the answers to what a post does with a claim.
  static String claim(String claim) {
    return "claim:" + claim;
  }

  /// The name of the answers to whether a post speaks of an issue.
  static String issue(String id) {
    return "issue:" + id;
  }

  /// Posts with a mood, a score or an answer, and with what else was said of them.
  ///
  /// @throws UserException if a record has none of these, or an unknown label
  List<GoldPost> moods(List<Labelled> rows) throws UserException {
    List<GoldPost> posts = new ArrayList<>();
    for (Labelled row : rows) posts.add(mood(row));
    return posts;
  }

  private GoldPost mood(Labelled row) throws UserException {
    Optional<Mood> mood = GoldLabels.optional(row, GoldLabels::mood, "sentiment", "label");
    Optional<Double> score = GoldLabels.optional(row, Double::valueOf, "score");
    Optional<Side> stance = GoldLabels.optional(row, GoldLabels::side, "stance");
    List<GoldPost.Toward> toward = sides(row);
    if (toward.isEmpty() && stance.isPresent()) {
      List<Span> names = mainTarget.find(row.post().text());
      if (!names.isEmpty()) toward = List.of(new GoldPost.Toward(names, stance.get()));
    }
    Map<String, float[]> answers = answers(row);
    if (mood.isEmpty() && score.isEmpty() && answers.isEmpty()) {
      throw GoldLabels.missing(row, "sentiment");
    }
    return new GoldPost(
        row.post().text(),
        mood,
        score.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        stance,
        GoldLabels.optional(row, label -> GoldLabels.camp(label, event), "camp"),
        toward,
        answers);
  }

  /// Posts with the sides that they take toward what they name. A record whose target does not
  /// stand in its text teaches nothing here and is left out.
  ///
  /// @throws UserException if a record has no target, or an unknown label
  List<GoldPost> sided(List<Labelled> rows) throws UserException {
    List<GoldPost> posts = new ArrayList<>();
    for (Labelled row : rows) {
      List<GoldPost.Toward> toward = sides(row);
      if (!toward.isEmpty()) posts.add(GoldPost.of(row.post().text(), toward));
      else if (row.sides().isEmpty() && row.label("target").isEmpty()) {
        throw GoldLabels.missing(row, "target");
      }
    }
    return posts;
  }

  /// Posts of a file of either kind: with sides alone if all its records have a target and none has
  /// a label that only posts about the event have, else with moods.
  List<GoldPost> moodsOrSides(List<Labelled> rows) throws UserException {
    boolean targets =
        rows.stream()
            .allMatch(
                row ->
                    row.labels().keySet().stream().noneMatch(MOODS::contains)
                        && (row.label("target").isPresent() || !row.sides().isEmpty()));
    return targets ? sided(rows) : moods(rows);
  }

  /// The sides of a record toward what it names, where they stand in the text.
  private List<GoldPost.Toward> sides(Labelled row) throws UserException {
    List<GoldPost.Toward> all = new ArrayList<>();
    String text = row.post().text();
    for (Sided sided : row.sides()) {
      Side side =
          Side.of(sided.side()).orElseThrow(() -> GoldLabels.unknown(row, "side", sided.side()));
      List<Span> names =
          sided.start().isPresent()
              ? List.of(new Span(sided.start().get(), sided.end().orElseThrow()))
              : finder(sided.target()).find(text);
      if (!names.isEmpty()) all.add(new GoldPost.Toward(names, side));
    }
    Optional<String> target = row.label("target");
    if (target.isPresent()) {
      Side side = GoldLabels.required(row, GoldLabels::side, "stance", "label");
      List<Span> names = finder(target.get()).find(text);
      if (!names.isEmpty()) all.add(new GoldPost.Toward(names, side));
    }
    return all;
  }

  /// Finds a target by all its names if the event declares it, else by the one it is given.
  private PhraseFinder finder(String target) {
    return new PhraseFinder(
        event.targets().stream()
            .filter(t -> t.name().equalsIgnoreCase(target))
            .findFirst()
            .orElseGet(() -> Target.named(target))
            .words());
  }

  private Map<String, float[]> answers(Labelled row) throws UserException {
    Map<String, float[]> answers = new LinkedHashMap<>();
    Optional<Integer> about = GoldLabels.optional(row, GoldLabels::about, "about");
    about.ifPresent(a -> answers.put(ABOUT, oneHot(a, About.Kind.values().length)));
    for (var claim : row.claims().entrySet()) {
      int label = GoldLabels.claim(row, claim.getValue());
      answers.put(claim(claim.getKey()), oneHot(label, Claims.CLASSES.size()));
    }
    if (row.issues().isPresent()) {
      for (Issue issue : event.issues()) {
        boolean spoken = row.issues().get().contains(issue.id());
        answers.put(issue(issue.id()), oneHot(spoken ? 1 : 0, 2));
      }
    }
    return answers;
  }

  private static float[] oneHot(int label, int classes) {
    float[] all = new float[classes];
    all[label] = 1;
    return all;
  }
}
