package dev.chorus.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an analysis depends on beside the post.
///
/// @param models folder of the trained weights
/// @param subject what the posts are judged by
/// @param names file of names that the event's posts are likely to hold, see [Gazetteer]
/// @param scorer whose sentiment
/// @param fast whether to do without the encoder: many times as many posts a second, and less
///     accurate
public record AnalyzerSettings(
    Path models, Subject subject, Optional<Path> names, Scorer scorer, boolean fast) {

  /// What the event's posts can be for or against.
  public List<Target> targets() {
    return subject.targets();
  }

  /// Where the weights of this analysis are.
  public ModelFolder folder() {
    return new ModelFolder(models, fast);
  }

  /// Where the weights that labelled posts of this event taught are.
  public EventFolder event() {
    return folder().event(subject.id());
  }

  /// Whose sentiment a reaction carries.
  public enum Scorer {
    /// Chorus's own model for posts.
    POSTS,
    /// CoreNLP's recursive network over parse trees (Socher et al. 2013): slow, the yardstick.
    CORENLP
  }
}
