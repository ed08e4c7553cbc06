package dev.chorus.language.head;

import dev.chorus.language.Issue;
import dev.chorus.language.Reaction;
import dev.chorus.language.Vector;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.text.PhraseFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Finds which issues of the debate a post speaks of: by what labelled posts taught about an issue
/// or, where none are, by its statements and cue words.
public final class IssueFinder {
  public static final List<String> CLASSES = List.of("silent", "spoken");
  public static final int SPOKEN = 1;

  /// Names the kind of model file that labelled posts give.
  public static final String TAUGHT = "issue of labelled posts";

  /// Names the kind of the model that holds for any issue.
  public static final String ANY = "issues of any event";

  public static final List<String> FEATURES =
      List.of(
          "spoken of",
          "likeness to its three closest statements",
          "likeness to its closest statement",
          "likeness beyond that of the other issues",
          "a cue word",
          "more cue words");

  private static final double USUAL = 0.5;

  /// More cue words than this say nothing new.
  private static final int MOST_CUES = 4;

  private final List<DeclaredIssue> declared;
  private final ChoiceModel any;

  private record DeclaredIssue(
      Issue issue, Optional<Answers> taught, Statements statements, PhraseFinder cues) {}

  /// @param any weighs [#FEATURES] where nothing is labelled
  /// @param taught what labelled posts taught about an issue, if any are
  /// @param encode turns statements into vectors of the same space as the posts'
  public IssueFinder(
      List<Issue> issues,
      ChoiceModel any,
      Function<Issue, Optional<Answers>> taught,
      Function<List<String>, Statements> encode) {
    this.any = any;
    List<Optional<Answers>> answers = issues.stream().map(taught).toList();
    // Where labelled posts decide on all, nothing need be compared.
    boolean compares = answers.stream().anyMatch(Optional::isEmpty);
    this.declared =
        IntStream.range(0, issues.size())
            .mapToObj(
                i ->
                    new DeclaredIssue(
                        issues.get(i),
                        answers.get(i),
                        encode.apply(compares ? issues.get(i).statements() : List.of()),
                        new PhraseFinder(issues.get(i).cues())))
            .toList();
  }

  /// Likeliest first.
  public List<Reaction.Spoken> find(String text, Optional<Vector> tuned, Optional<Vector> vector) {
    List<Reaction.Spoken> spoken = new ArrayList<>();
    double[][] features = null;
    for (int i = 0; i < declared.size(); i++) {
      DeclaredIssue d = declared.get(i);
      double p;
      double atLeast = USUAL;
      if (d.taught().isPresent()) {
        p = d.taught().get().labels().probabilities(text, tuned)[SPOKEN];
        atLeast = d.taught().get().atLeast(CLASSES.get(SPOKEN), USUAL);
      } else {
        if (features == null) features = features(text, vector);
        p = any.probabilities(new double[][] {features[i], new double[FEATURES.size()]})[0];
      }
      if (p >= atLeast) spoken.add(new Reaction.Spoken(d.issue().id(), p));
    }
    // A stable sort: equals stay in the order of the file.
    spoken.sort(Comparator.comparingDouble(Reaction.Spoken::probability).reversed());
    return spoken;
  }

  /// What speaks for each issue, in the order of the file.
  public double[][] features(String text, Optional<Vector> vector) {
    double[][] x = new double[declared.size()][FEATURES.size()];
    for (int i = 0; i < x.length; i++) {
      DeclaredIssue d = declared.get(i);
      x[i][0] = 1;
      if (vector.isPresent() && !d.statements().isEmpty()) {
        Statements.Closeness close = d.statements().to(vector.get());
        x[i][1] = close.nearest();
        x[i][2] = close.best();
      }
      int cues = Math.min(MOST_CUES, d.cues().distinct(text).size());
      x[i][4] = cues > 0 ? 1 : 0;
      x[i][5] = Math.max(0, cues - 1);
    }
    for (int i = 0; i < x.length; i++) {
      double others = 0;
      for (int j = 0; j < x.length; j++) if (j != i) others = Math.max(others, x[j][1]);
      x[i][3] = x[i][1] - others;
    }
    return x;
  }
}
