package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.camp.Event;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.language.About;
import dev.chorus.language.Target;
import dev.chorus.language.head.Claims;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.training.EncoderTuning;
import dev.chorus.training.GoldPost;
import dev.chorus.training.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Learns moods: tunes the encoder, or weighs n-grams for the analysis without it.
final class SentimentTrainer {
  /// Issues are many, so each counts less than what else is asked of posts.
  private static final double ISSUE_WORTH = 0.3;

  private final TrainingRequest request;
  private final TrainingWatcher watcher;
  private final GoldPosts posts;

  SentimentTrainer(TrainingRequest request, TrainingWatcher watcher) {
    this.request = request;
    this.watcher = watcher;
    this.posts = new GoldPosts(request.method().event());
  }

  /// @return how many posts were learned from
  int train() throws UserException, UnreadableSourceException {
    List<Labelled> rows = GoldFiles.all(request.gold());
    List<List<GoldPost>> dev = new ArrayList<>();
    for (List<Labelled> file : GoldFiles.each(request.dev())) dev.add(posts.moods(file));
    return request.method().settings().fast() ? weighNgrams(rows, dev) : tune(rows, dev);
  }

  private int weighNgrams(List<Labelled> rows, List<List<GoldPost>> dev)
      throws UserException, UnreadableSourceException {
    Map<String, Object> from = GoldFiles.provenance(request.gold(), rows.size());
    Training.fastSentiment(request.method().settings(), posts.moods(rows), dev, from);
    return rows.size();
  }

  private int tune(List<Labelled> rows, List<List<GoldPost>> dev)
      throws UserException, UnreadableSourceException {
    TrainingRequest.Tuning tuning = request.tuning();
    List<GoldPost> late = new ArrayList<>();
    for (List<Labelled> file : GoldFiles.each(tuning.late())) {
      late.addAll(posts.moodsOrSides(file));
    }
    int learned = rows.size() + late.size();
    List<Path> files =
        Stream.of(request.gold(), tuning.targets(), tuning.names(), tuning.late())
            .flatMap(List::stream)
            .toList();
    EncoderTuning.ofThisBuild()
        .run(
            new EncoderTuning.Gold(
                posts.moods(rows),
                posts.sided(GoldFiles.all(tuning.targets())),
                GoldFiles.names(tuning.names()),
                late),
            dev,
            new EncoderTuning.Settings(
                request.method().settings().models(),
                tuning.work(),
                StatementAssigner.classes(request.method().event()).size(),
                questions(request.method().event()),
                tuning.start(),
                request.keepCalibration()),
            GoldFiles.provenance(files, learned),
            watcher::step);
    return learned;
  }

  /// What is asked of posts beside mood, stance and camp.
  private static List<EncoderTuning.LabelSet> questions(Event event) {
    List<EncoderTuning.LabelSet> questions = new ArrayList<>();
    questions.add(new EncoderTuning.LabelSet(GoldPosts.ABOUT, About.Kind.values().length, 1));
    event.targets().stream()
        .filter(t -> t.kind() == Target.Kind.CLAIM)
        .map(t -> GoldPosts.claim(t.name()))
        .forEach(name -> questions.add(new EncoderTuning.LabelSet(name, Claims.CLASSES.size(), 1)));
    event.issues().stream()
        .map(i -> GoldPosts.issue(i.id()))
        .forEach(name -> questions.add(new EncoderTuning.LabelSet(name, 2, ISSUE_WORTH)));
    return questions;
  }
}
