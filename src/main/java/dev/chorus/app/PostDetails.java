package dev.chorus.app;

import dev.chorus.camp.Placed;
import dev.chorus.flood.Family;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.index.query.SearchResult;
import dev.chorus.language.Influence;
import dev.chorus.language.english.SentimentExplainer;
import java.util.List;
import java.util.Optional;

/// All that is known of one post of an index.
///
/// @param placed the reaction and its camp
/// @param family the near-identical posts that it is one of
/// @param influences which words moved the mood, the strongest first; empty where the models that
///     gave it are gone, or tell none
/// @param alike the posts nearest in meaning, if they were asked for
public record PostDetails(
    Placed placed,
    Optional<Family> family,
    List<Influence> influences,
    Optional<List<SearchResult.Hit>> alike) {
  /// @param id of the post, its original or a repost
  /// @param like how many posts of near meaning to find
  /// @return nothing if the index has no such post
  public static Optional<PostDetails> of(ReactionReader index, String id, Optional<Integer> like)
      throws IndexException {
    Optional<Placed> placed = index.get(id);
    if (placed.isEmpty()) return Optional.empty();
    Optional<List<SearchResult.Hit>> alike =
        like.isPresent() ? Optional.of(index.like(id, like.get())) : Optional.empty();
    return Optional.of(
        new PostDetails(placed.get(), index.family(id), influences(placed.get(), index), alike));
  }

  /// Asked of the models that gave the mood.
  private static List<Influence> influences(Placed placed, ReactionReader index) {
    if (!placed.reaction().read()) return List.of();
    return Origin.methodOf(index, Optional.empty())
        .flatMap(method -> SentimentExplainer.of(method.settings()))
        .map(explainer -> explainer.explain(placed.reaction().post().text()))
        .orElse(List.of());
  }
}
