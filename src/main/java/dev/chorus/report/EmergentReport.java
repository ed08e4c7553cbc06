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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What emerges among the posts that fit no camp; of very many of them, among a sample.
final class EmergentReport {
  /// Posts that are compared with each other. A group of one in a thousand is still found.
  private static final int MOST = 5_000;

  /// Fewer authors are a conversation, not a camp.
  private static final int LEAST_AUTHORS = 6;

  /// A group that is a smaller part of the debate than one in so many is not told, unless it has as
  /// many authors as a camp needs to be told.
  private static final int PART = 100;

  /// Posts of a group that name somebody or something, so that it can be about the event.
  private static final double NAMING = 0.7;

  /// Posts of a group with a link: more are advertisements or headlines.
  private static final double LINKING = 0.6;

  private static final Pattern LINK = Pattern.compile("https?://");

  private final PostColumns posts;
  private final CorpusWords words;
  private final int counted;
  private final int[] sample;
  private final Function<int[], List<CampsReport.StanceCount>> stances;
  private final QuoteSelection quoting;

  /// @param counted how many posts count in all
  EmergentReport(
      PostColumns posts,
      int counted,
      CorpusWords words,
      int[] unaligned,
      Function<int[], List<CampsReport.StanceCount>> stances,
      QuoteSelection quoting) {
    this.quoting = quoting;
    this.posts = posts;
    this.counted = counted;
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
    return EmergentCamps.find(reactions, words).stream()
        .filter(camp -> reacts(camp.posts().stream().mapToInt(rows::get).toArray()))
        .map(camp -> of(camp, rows))
        .toList();
  }

  /// Whether a group may be one of people who react to the event: several of them, of whose posts
  /// most name somebody or something, and not most carry a link.
  private boolean reacts(int[] members) {
    int authors = CampsReportBuilder.authors(posts, members);
    if (authors < Math.clamp(Math.ceilDiv(counted, PART), LEAST_AUTHORS, CampsReport.SMALL))
      return false;
    int naming = 0;
    int linking = 0;
    for (int row : members) {
      Placed placed = posts.read(row);
      if (!placed.reaction().mentions().isEmpty()) naming++;
      if (LINK.matcher(placed.reaction().post().text()).find()) linking++;
    }
    return naming >= NAMING * members.length && linking <= LINKING * members.length;
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
        camp.posts(),
        quoting.first(
            Stream.concat(camp.typical().stream(), camp.posts().stream())
                .distinct()
                .map(rows::get)
                .toList(),
            QuoteSelection.ANYTHING,
            camp.typical().size()));
  }
}
