package dev.chorus.report;

import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The camps of one corpus beside those of another.
///
/// @param here title and size of the one
/// @param there of the other
/// @param camps that both declare, and the unaligned, in the order of the first
/// @param onlyHere titles of camps that the other does not declare
/// @param onlyThere the other way round
public record Comparison(
    CampsReport.Corpus here,
    CampsReport.Corpus there,
    List<Row> camps,
    List<String> onlyHere,
    List<String> onlyThere) {

  /// One camp in both.
  ///
  /// @param here its share in the first corpus, if that has authors enough
  /// @param change first minus second, from -1 to 1, with its 95% interval; empty unless both
  ///     shares are given
  public record Row(
      String id,
      String title,
      Optional<Share> here,
      Optional<Share> there,
      Optional<ShareChange> change) {}

  /// A difference of two shares.
  public record ShareChange(double estimate, double low, double high) {
    /// Whether chance and the classifier's mistakes alone would hardly make it.
    public boolean clear() {
      return low > 0 || high < 0;
    }
  }

  public static Comparison of(CampsReport here, CampsReport there) {
    List<Row> rows = new ArrayList<>();
    List<String> onlyHere = new ArrayList<>();
    for (CampsReport.CampSummary camp : all(here)) {
      Optional<CampsReport.CampSummary> other =
          all(there).stream().filter(c -> c.id().equals(camp.id())).findFirst();
      if (other.isEmpty()) {
        onlyHere.add(camp.title());
        continue;
      }
      Optional<Share> theirs = other.get().share();
      rows.add(
          new Row(
              camp.id(),
              camp.title(),
              camp.share(),
              theirs,
              camp.share().flatMap(mine -> theirs.map(t -> change(mine, t)))));
    }
    List<String> onlyThere =
        all(there).stream()
            .filter(c -> all(here).stream().noneMatch(o -> o.id().equals(c.id())))
            .map(CampsReport.CampSummary::title)
            .toList();
    return new Comparison(here.corpus(), there.corpus(), rows, onlyHere, onlyThere);
  }

  private static List<CampsReport.CampSummary> all(CampsReport report) {
    return Stream.concat(report.camps().stream(), Stream.of(report.unaligned())).toList();
  }

  /// The interval of a difference from those of its parts (Newcombe 1998, method 10).
  public static ShareChange change(Share a, Share b) {
    double d = a.estimate() - b.estimate();
    return new ShareChange(
        d,
        d - Math.hypot(a.estimate() - a.low(), b.high() - b.estimate()),
        d + Math.hypot(a.high() - a.estimate(), b.estimate() - b.low()));
  }
}
