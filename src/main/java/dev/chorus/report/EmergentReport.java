package dev.chorus.report;

import dev.chorus.camp.Placed;
import dev.chorus.camp.emergent.EmergentCamp;
import dev.chorus.camp.emergent.EmergentCamps;
import dev.chorus.index.column.PostColumns;
import dev.chorus.language.Reaction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// What emerges among the posts that fit no camp; of very many of them, among a sample.
final class EmergentReport {
  /// Posts that are compared with each other. A group of one in a thousand is still found.
  private static final int MOST = 5_000;

  private final PostColumns posts;
  private final CorpusWords words;
  private final int[] sample;
  private final Function<int[], List<CampsReport.StanceCount>> stances;
  private final QuoteSelection quoting;

  EmergentReport(
      PostColumns posts,
      CorpusWords words,
      int[] unaligned,
      Function<int[], List<CampsReport.StanceCount>> stances,
      QuoteSelection quoting) {
    this.quoting = quoting;
    this.posts = posts;
    this.words = words;
    this.sample = posts.sample(unaligned, MOST);
    this.stances = stances;
  }

  /// How many posts were looked at.
  int among() {
    return sample.length;
  }

  List<CampsReport.Emergent> camps() {
    Map<String, Integer> rows = new HashMap<>();
    List<Reaction> reactions =
        Arrays.stream(sample)
            .mapToObj(
                row -> {
                  Placed placed = posts.read(row);
                  rows.put(placed.reaction().post().id(), row);
                  return placed.reaction().with(posts.vector(row));
                })
            .toList();
    return EmergentCamps.find(reactions, words).stream().map(camp -> of(camp, rows)).toList();
  }

  private CampsReport.Emergent of(EmergentCamp camp, Map<String, Integer> rows) {
    int[] members = camp.posts().stream().mapToInt(rows::get).toArray();
    return new CampsReport.Emergent(
        camp.id(),
        camp.title(),
        members.length,
        CampsReportBuilder.authors(posts, members),
        camp.words(),
        stances.apply(members),
        quoting.first(
            Stream.concat(camp.typical().stream(), camp.posts().stream())
                .distinct()
                .map(rows::get)
                .toList(),
            QuoteSelection.ANYTHING,
            camp.typical().size()));
  }
}
