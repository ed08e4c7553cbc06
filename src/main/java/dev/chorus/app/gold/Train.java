package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.training.GoldNames;
import dev.chorus.training.Training;
import java.util.List;

/// Learns the weights of the models from labelled posts and writes them. The same posts in the same
/// order give the same bytes.
public final class Train {
  private Train() {}

  /// @param watcher told how far the tuning of the encoder is; nothing else tells it anything
  /// @return how many posts were learned from
  /// @throws UserException if there is nothing to learn from, or a label is missing or unknown
  /// @throws UnreadableSourceException if a file or a record of it cannot be read
  /// @throws dev.chorus.language.ModelException if a model that the training builds on is missing,
  ///     or the weights cannot be written
  public static int run(TrainingRequest request, TrainingWatcher watcher)
      throws UserException, UnreadableSourceException {
    return switch (request.task()) {
      case SENTIMENT -> new SentimentTrainer(request, watcher).train();
      case ENTITIES -> entities(request);
      case ABOUT -> new AnswerTrainer(request).about();
      case CLAIMS -> new AnswerTrainer(request).claims();
      case ISSUES -> new AnswerTrainer(request).issues();
      case STANCE -> new StanceTrainer(request).train();
      case CAMPS -> new CampTrainer(request).train();
    };
  }

  private static int entities(TrainingRequest request)
      throws UserException, UnreadableSourceException {
    List<GoldNames> posts = GoldFiles.names(request.gold());
    Training.entities(
        request.method().settings().folder(),
        posts,
        GoldFiles.provenance(request.gold(), posts.size()));
    return posts.size();
  }
}
