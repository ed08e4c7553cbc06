package dev.chorus.report;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.TermColumn;
import dev.chorus.index.query.StanceTerm;
import dev.chorus.language.Issue;
import dev.chorus.language.Side;
import dev.chorus.language.Target;
import dev.chorus.report.estimate.Intervals;
import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a corpus is at odds about: the issues that its posts speak of, and the claims that they
/// affirm, deny or pass on.
final class Debate {
  private static final int QUOTES_OF_A_SIDE = 2;

  /// Quotes of a side of which those are taken that name the claim.
  private static final int CANDIDATES = 8;

  private static final int CAMPS_OF_AN_ISSUE = 9;

  private final Event event;
  private final PostColumns posts;
  private final int[] counted;
  private final int[][] members;
  private final CampsReport.Unit unit;
  private final QuoteSelection quoting;

  /// @param counted rows that count, earliest first
  /// @param members those of each camp
  /// @param unit what has a voice
  Debate(
      Event event,
      PostColumns posts,
      int[] counted,
      int[][] members,
      CampsReport.Unit unit,
      QuoteSelection quoting) {
    this.quoting = quoting;
    this.event = event;
    this.posts = posts;
    this.counted = counted;
    this.members = members;
    this.unit = unit;
  }

  /// Disputed claims that somebody speaks of, most disputed first.
  List<CampsReport.Contested> contested() {
    return event.targets().stream()
        .filter(t -> t.kind() == Target.Kind.CLAIM)
        .map(this::contested)
        .filter(c -> sides(c) + c.reported() + c.spoken() > 0)
        .sorted(
            Comparator.comparingInt(
                    (CampsReport.Contested c) -> Math.min(sum(c.affirmed()), sum(c.denied())))
                .thenComparing(Debate::sides)
                .thenComparing(c -> c.reported() + c.spoken())
                .reversed()
                .thenComparing(CampsReport.Contested::claim))
        .toList();
  }

  /// Posts that take one.
  private static int sides(CampsReport.Contested claim) {
    return sum(claim.affirmed()) + sum(claim.denied());
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private CampsReport.Contested contested(Target target) {
    String claim = target.name();
    ClaimWords words = ClaimWords.of(target, event);
    Having affirming = naming(words, stance(new StanceTerm(Side.FAVOR, claim)));
    Having denying = naming(words, stance(new StanceTerm(Side.AGAINST, claim)));
    int unnamed =
        stance(new StanceTerm(Side.FAVOR, claim)).rows().length
            - affirming.rows().length
            + stance(new StanceTerm(Side.AGAINST, claim)).rows().length
            - denying.rows().length;
    return new CampsReport.Contested(
        claim,
        byCamp(affirming.rows()),
        byCamp(denying.rows()),
        stance(StanceTerm.reported(claim)).rows().length,
        stance(new StanceTerm(Side.NONE, claim)).rows().length + unnamed,
        naming(words, quotes(claim, Side.FAVOR, affirming)),
        naming(words, quotes(claim, Side.AGAINST, denying)));
  }

  /// Those that name the claim. A side is told only of them: the others were mostly misread.
  private Having naming(ClaimWords words, Having all) {
    return new Having(
        Arrays.stream(all.rows())
            .filter(row -> words.namedIn(posts.read(row).reaction().post().text()))
            .toArray(),
        all.probability());
  }

  /// The quotes that name the claim themselves.
  private static List<CampsReport.Quote> naming(
      ClaimWords words, List<CampsReport.Quote> candidates) {
    return candidates.stream()
        .filter(quote -> words.namedIn(quote.words()))
        .limit(QUOTES_OF_A_SIDE)
        .toList();
  }

  /// The counted posts that have a term.
  ///
  /// @param probability of it, by row
  private record Having(int[] rows, float[] probability) {}

  private Having stance(StanceTerm stance) {
    return having(posts.stances(), stance.toString(), posts::sideAt);
  }

  /// @param probabilityAt of the term at a place of the column
  private Having having(TermColumn column, String term, IntToDoubleFunction probabilityAt) {
    int wanted = column.number(term);
    if (wanted == PostColumns.NONE) return new Having(new int[0], new float[0]);
    float[] probability = new float[posts.size()];
    IntStream.Builder having = IntStream.builder();
    for (int row : counted) {
      for (int place = column.begin(row); place < column.begin(row + 1); place++) {
        if (column.at(place) != wanted) continue;
        having.add(row);
        probability[row] = (float) probabilityAt.applyAsDouble(place);
      }
    }
    return new Having(having.build().toArray(), probability);
  }

  private List<CampsReport.Quote> quotes(String claim, Side side, Having having) {
    return quoting.choose(
        having.rows(), quoting.claim(claim, side, row -> having.probability()[row]), CANDIDATES);
  }

  /// Issues that somebody speaks of, most spoken of first.
  List<CampsReport.IssueSummary> issues() {
    return event.issues().stream()
        .map(this::issue)
        .filter(i -> i.posts() > 0)
        .sorted(Comparator.comparingInt(CampsReport.IssueSummary::posts).reversed())
        .toList();
  }

  private CampsReport.IssueSummary issue(Issue issue) {
    Having speaking = having(posts.issues(), issue.id(), posts::spokenAt);
    Map<String, Integer> camps = byCamp(speaking.rows());
    return new CampsReport.IssueSummary(
        issue.id(),
        issue.title(),
        issue.question(),
        speaking.rows().length,
        CampsReportBuilder.authors(posts, speaking.rows()),
        camps,
        cells(speaking),
        camps.keySet().stream()
            .sorted(Comparator.comparing(Camp.UNALIGNED::equals))
            .limit(CAMPS_OF_AN_ISSUE)
            .flatMap(camp -> voiceOn(issue, speaking, camp))
            .toList());
  }

  private List<CampsReport.IssueCell> cells(Having speaking) {
    List<CampsReport.IssueCell> cells = new ArrayList<>();
    for (int camp = 0; camp < posts.camps().size(); camp++) {
      int number = camp;
      int[] rows =
          Arrays.stream(speaking.rows()).filter(row -> posts.camp(row) == number).toArray();
      if (rows.length == 0) continue;
      cells.add(
          new CampsReport.IssueCell(
              posts.camps().get(camp),
              rows.length,
              CampsReportBuilder.authors(posts, rows),
              share(rows, members[camp]),
              CampsReportBuilder.mood(posts, rows).orElseThrow()));
    }
    return cells;
  }

  /// The share of a camp's voices that speak of something: of authors those with such a post.
  private Optional<Share> share(int[] speaking, int[] members) {
    int all = voices(members);
    if (all < CampsReport.LEAST_AUTHORS) return Optional.empty();
    double[] voices = new double[all];
    Arrays.fill(voices, 0, voices(speaking), 1);
    return Optional.of(Intervals.share(voices));
  }

  private int voices(int[] rows) {
    return unit == CampsReport.Unit.AUTHORS ? CampsReportBuilder.authors(posts, rows) : rows.length;
  }

  private Stream<CampsReport.CampQuote> voiceOn(Issue issue, Having speaking, String camp) {
    int number = posts.camps().indexOf(camp);
    int[] rows = Arrays.stream(speaking.rows()).filter(row -> posts.camp(row) == number).toArray();
    return quoting
        .choose(rows, quoting.issue(issue, camp, row -> speaking.probability()[row]), 1)
        .stream()
        .map(q -> new CampsReport.CampQuote(camp, q));
  }

  private Map<String, Integer> byCamp(int[] rows) {
    Map<String, Integer> counts = new HashMap<>();
    for (int row : rows) counts.merge(posts.camps().get(posts.camp(row)), 1, Integer::sum);
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }
}
