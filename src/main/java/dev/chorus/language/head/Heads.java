package dev.chorus.language.head;

import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Issue;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.Subject;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.EventModel;
import dev.chorus.language.text.PostText;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What judges a post once it is read: its stances, whether it reacts to the event, its issues.
///
/// @param stances toward the targets of the event
/// @param about empty where nothing says what the event is about, or nobody taught what tells that
/// @param issues of the event's debate
public record Heads(StanceScorer stances, Optional<AboutModel> about, IssueFinder issues) {
  /// Loads the heads of an analysis.
  ///
  /// @throws ModelException if a model is missing or damaged
  public static Heads of(AnalyzerSettings settings) {
    ModelFolder models = settings.folder();
    Optional<Encoder> encoder = Encoder.of(models);
    Function<List<String>, Statements> encode = MeaningEncoder.ofStatements(settings);
    StanceScorer stances =
        new StanceScorer(
            settings.targets(),
            ChoiceModel.read(models.stance(), StanceScorer.ANY, StanceScorer.FEATURES),
            target ->
                EventModel.readIfPresent(
                    settings.event().stance(target),
                    StanceScorer.TAUGHT,
                    StanceScorer.FEATURES,
                    encoder.map(Encoder::id)),
            encoder.map(_ -> TargetModel.read(models)),
            claim ->
                Answers.readIfPresent(
                    models,
                    settings.event().claim(claim),
                    StanceScorer.TAUGHT_CLAIM,
                    Claims.CLASSES),
            sentence -> tuned(encoder, sentence),
            encode);
    return new Heads(stances, about(settings, encode), issues(settings, encode));
  }

  /// Heads that say nothing yet: no target has a side but by its name, and nothing is asked of a
  /// post. What training analyses posts with.
  ///
  /// @throws ModelException if the encoder is missing or damaged
  public static Heads untaught(AnalyzerSettings settings) {
    Function<List<String>, Statements> encode = MeaningEncoder.ofStatements(settings);
    return new Heads(
        new StanceScorer(
            settings.targets(),
            ChoiceModel.zero(StanceScorer.FEATURES),
            _ -> Optional.empty(),
            Optional.empty(),
            _ -> Optional.empty(),
            _ -> Optional.empty(),
            encode),
        Optional.empty(),
        new IssueFinder(
            List.of(), ChoiceModel.zero(IssueFinder.FEATURES), _ -> Optional.empty(), encode));
  }

  /// What a text shows of itself to the heads, as [Reaction#tuned] does of a post.
  ///
  /// @param encoder empty where none is used
  public static Optional<Vector> tuned(Optional<Encoder> encoder, String text) {
    return encoder.map(e -> e.encode(PostText.readable(text)).both());
  }

  private static Optional<AboutModel> about(
      AnalyzerSettings settings, Function<List<String>, Statements> encode) {
    Subject subject = settings.subject();
    ModelFolder models = settings.folder();
    if (subject.statements().isEmpty()) return Optional.empty();
    Optional<Answers> taught =
        Answers.readIfPresent(
            models, settings.event().about(), AboutModel.TAUGHT, AboutModel.CLASSES);
    // Where labelled posts decide, nothing need be compared.
    if (taught.isPresent()) {
      return Optional.of(
          new AboutModel(
              subject,
              taught,
              ChoiceModel.zero(AboutModel.FEATURES),
              Statements.NONE,
              Statements.NONE));
    }
    if (!Files.exists(models.about())) return Optional.empty();
    return Optional.of(
        new AboutModel(
            subject,
            taught,
            ChoiceModel.read(models.about(), AboutModel.ANY, AboutModel.FEATURES),
            encode.apply(subject.statements()),
            models.fast() ? Statements.NONE : GeneralTalk.read(models)));
  }

  private static IssueFinder issues(
      AnalyzerSettings settings, Function<List<String>, Statements> encode) {
    ModelFolder models = settings.folder();
    boolean known = Files.exists(models.issues());
    List<Issue> issues = known ? settings.subject().issues() : List.of();
    return new IssueFinder(
        issues,
        known
            ? ChoiceModel.read(models.issues(), IssueFinder.ANY, IssueFinder.FEATURES)
            : ChoiceModel.zero(IssueFinder.FEATURES),
        issue ->
            Answers.readIfPresent(
                models,
                settings.event().issue(issue.id()),
                IssueFinder.TAUGHT,
                IssueFinder.CLASSES),
        encode);
  }
}
