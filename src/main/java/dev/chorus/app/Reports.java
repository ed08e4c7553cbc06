package dev.chorus.app;

import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.post.Post;
import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReportBuilder;
import dev.chorus.report.map.MapCache;
import dev.chorus.report.map.MapRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the report of an index.
public final class Reports {
  private Reports() {}

  /// What of an index is reported, and how it is broken down.
  ///
  /// @param since the first instant that counts
  /// @param until the first instant that counts no more
  /// @param by what the shares are given by as well
  /// @param nameAuthors whether private persons are named as bridges
  public record Scope(
      Optional<Instant> since,
      Optional<Instant> until,
      Optional<Breakdown.By> by,
      boolean nameAuthors) {
    /// Everything, as a whole.
    public static final Scope ALL =
        new Scope(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /// The same without parts.
    public Scope whole() {
      return new Scope(since, until, Optional.empty(), nameAuthors);
    }
  }

  /// @param folder of the index
  public static CampsReport of(Path folder, Scope scope) throws IndexException {
    try (ReactionReader index = ReactionReader.open(folder)) {
      return of(index, scope);
    }
  }

  /// The same with a map of the posts. Where they stand is kept in the folder of the index until
  /// posts change.
  ///
  /// @param mapPoints of more posts so many are drawn
  public static CampsReport of(Path folder, Scope scope, int mapPoints) throws IndexException {
    try (ReactionReader index = ReactionReader.open(folder)) {
      MapCache cache =
          new MapCache(
              folder.resolve(MapCache.NAME), index.event().fingerprint() + " " + index.analysis());
      return of(index, scope, Optional.of(new MapRequest(mapPoints, Optional.of(cache))));
    }
  }

  /// The same of an index that is open.
  public static CampsReport of(ReactionReader index, Scope scope) throws IndexException {
    return of(index, scope, Optional.empty());
  }

  private static CampsReport of(ReactionReader index, Scope scope, Optional<MapRequest> map)
      throws IndexException {
    return index.columns(
        scope.since(),
        scope.until(),
        posts -> {
          Map<String, String> run = Provenance.of(index.event(), index.analysis(), posts);
          scope.since().ifPresent(t -> run.put("since", t.toString()));
          scope.until().ifPresent(t -> run.put("until", t.toString()));
          if (scope.since().isPresent() || scope.until().isPresent()) {
            run.put("left out", index.size() - posts.size() + " posts of other times or none");
          }
          return CampsReportBuilder.build(
              index.event(), posts, index.trial(), scope.by(), scope.nameAuthors(), map, run);
        });
  }

  /// Posts of an index, in the order of their ids here.
  public static List<Post> posts(Path folder, List<String> ids) throws IndexException {
    List<Post> posts = new ArrayList<>();
    try (ReactionReader index = ReactionReader.open(folder)) {
      for (String id : ids) index.get(id).ifPresent(p -> posts.add(p.reaction().post()));
    }
    return posts;
  }
}
