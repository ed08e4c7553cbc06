package dev.chorus.report;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.TermColumn;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.StanceTerm;
import dev.chorus.language.Side;
import dev.chorus.language.Target;
import dev.chorus.language.model.Trial;
import dev.chorus.report.estimate.Share;
import dev.chorus.report.map.MapBuilder;
import dev.chorus.report.map.MapRequest;
import dev.chorus.report.map.MapResult;
import dev.chorus.report.map.PostMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Computes a [CampsReport] from the columns of a corpus.
///
/// Nothing of it hangs on the order in which the posts came: the same corpus gives the same report
/// to the last byte.
public final class CampsReportBuilder {
  private static final int QUOTES = 5;
  private static final int WORDS = 8;
  private static final int ENTITIES = 8;
  private static final int TYPICAL = 3;
  private static final int HEARD = 3;

  /// Posts that are looked at for so few quotes: many cannot stand alone.
  private static final int LOOKED_AT = 60;

  private static final int DOUBTFUL = 3;

  /// Shares are of posts where more than one post in so many does not say whose it is.
  private static final int MOST_ANONYMOUS = 10;

  private static final double Z = 1.959964;
  private static final long MILLIS_OF_DAY = 86_400_000;

  /// Two posts of one text count once, but are no flood.
  private static final int LEAST_FLOOD = 3;

  private final Event event;
  private final PostColumns posts;

  /// All rows, and those that count, earliest first.
  private final int[] all;

  private final int[] counted;

  /// Those that count in each camp.
  private final int[][] members;

  private final int[][] families;
  private final int[] voices;
  private final boolean[] copies;
  private final CorpusWords words;
  private final CampShares campShares;
  private final Map<String, Share> shares;
  private final Map<String, Share> sharesWithCopies;
  private final CampsReport.Unit unit;
  private final int anonymous;
  private final QuoteSelection quoting;
  private final TimeCourse course;

  private CampsReportBuilder(Event event, PostColumns posts, Optional<Trial> trial) {
    this.event = event;
    this.posts = posts;
    this.all = posts.earliestFirst();
    this.families = familyMembers();
    this.copies = new boolean[posts.size()];
    this.voices = Arrays.stream(families).mapToInt(this::voice).toArray();
    for (int family = 0; family < families.length; family++) {
      for (int row : families[family]) copies[row] = posts.wasRead(row) && row != voices[family];
    }
    this.counted = Arrays.stream(all).filter(row -> posts.reacts(row) && !copies[row]).toArray();
    members =
        IntStream.range(0, posts.camps().size())
            .parallel()
            .mapToObj(
                camp -> Arrays.stream(counted).filter(row -> posts.camp(row) == camp).toArray())
            .toArray(int[][]::new);
    words = new CorpusWords(posts, members);
    TermColumn names = posts.column(Facet.AUTHOR);
    anonymous =
        (int) Arrays.stream(counted).filter(r -> names.begin(r) == names.begin(r + 1)).count();
    unit =
        anonymous * MOST_ANONYMOUS > counted.length
            ? CampsReport.Unit.POSTS
            : CampsReport.Unit.AUTHORS;
    campShares = new CampShares(event, trial, unit);
    shares = campShares.of(posts, counted);
    int[] withCopies = Arrays.stream(all).filter(posts::reacts).toArray();
    sharesWithCopies =
        withCopies.length == counted.length ? Map.of() : campShares.of(posts, withCopies);
    quoting = new QuoteSelection(event, posts);
    course = new TimeCourse(posts, counted);
  }

  /// The rows of each family, earliest first.
  private int[][] familyMembers() {
    List<IntStream.Builder> members = new ArrayList<>();
    for (int family = 0; family < posts.families(); family++) members.add(IntStream.builder());
    for (int row : all) {
      if (posts.family(row) != PostColumns.NONE) members.get(posts.family(row)).add(row);
    }
    return members.stream().map(m -> m.build().toArray()).toArray(int[][]::new);
  }

  /// The one post of a family that counts: the earliest that was read, by
  /// [Families#EARLIEST_FIRST].
  private int voice(int[] family) {
    int[] read = Arrays.stream(family).filter(posts::wasRead).toArray();
    return Arrays.stream(read)
        .filter(row -> posts.time(row) == posts.time(read[0]))
        .boxed()
        .min(Comparator.comparing(posts::id))
        .orElse(PostColumns.NONE);
  }

  /// @param posts of the corpus
  /// @param trial how the models that placed them did on labelled posts
  /// @param by what the corpus is parted by as well
  /// @param nameAuthors whether private persons are named where the report speaks of persons
  /// @param map what map is made, if one is
  /// @param provenance goes into the report as it is
  public static CampsReport build(
      Event event,
      PostColumns posts,
      Optional<Trial> trial,
      Optional<Breakdown.By> by,
      boolean nameAuthors,
      Optional<MapRequest> map,
      Map<String, String> provenance) {
    return new CampsReportBuilder(event, posts, trial).report(by, nameAuthors, map, provenance);
  }

  private CampsReport report(
      Optional<Breakdown.By> by,
      boolean nameAuthors,
      Optional<MapRequest> map,
      Map<String, String> provenance) {
    Debate debate = new Debate(event, posts, counted, members, unit, quoting);
    EmergentReport emergent =
        new EmergentReport(
            posts,
            counted.length,
            words,
            members[posts.camps().indexOf(Camp.UNALIGNED)],
            this::stances,
            quoting);
    ForkJoinTask<List<CampsReport.Emergent>> emerging =
        ForkJoinPool.commonPool().submit(emergent::camps);
    ForkJoinTask<CampsReport.CampSummary> unaligned =
        ForkJoinPool.commonPool()
            .submit(() -> summary(Camp.UNALIGNED, "Unaligned", "No camp's claim."));
    List<CampsReport.CampSummary> camps =
        new ArrayList<>(
            event.camps().parallelStream()
                .map(camp -> summary(camp.id(), camp.title(), camp.claim()))
                .toList());
    camps = inOrder(camps);
    Bridges bridges = new Bridges(posts, counted, nameAuthors);
    return new CampsReport(
        event.title(),
        corpus(),
        campShares.trial().map(t -> new CampsReport.Corrected(t.answers().size())),
        course.course(event.date()),
        camps,
        unaligned.join(),
        emerging.join(),
        emergent.among(),
        debate.issues(),
        debate.contested(),
        bridges.surest(),
        bridges.count(),
        floods(),
        by.map(b -> Breakdown.of(b, posts, counted, campShares)),
        map.map(this::mapped),
        provenance);
  }

  private CampsReport.Mapped mapped(MapRequest request) {
    MapResult result = MapBuilder.of(posts, counted, request);
    return new CampsReport.Mapped(
        result,
        result instanceof PostMap map
            ? map.regions().stream()
                .map(region -> quoting.quote(map.points().row(region.example())))
                .toList()
            : List.of());
  }

  private CampsReport.Corpus corpus() {
    SortedMap<String, Integer> kinds = new TreeMap<>();
    for (int row : all) kinds.merge(posts.kind(row).id(), 1, Integer::sum);
    LongSummaryStatistics times =
        Arrays.stream(all)
            .mapToLong(posts::time)
            .filter(t -> t != PostColumns.NEVER)
            .summaryStatistics();
    boolean dated = times.getCount() > 0;
    return new CampsReport.Corpus(
        all.length,
        counted.length,
        authors(counted),
        anonymous,
        unit,
        (int) Arrays.stream(all).filter(row -> copies[row]).count(),
        values(Facet.LANG, row -> !posts.wasRead(row)),
        values(Facet.ABOUT, row -> posts.wasRead(row) && !posts.reacts(row) && !copies[row]),
        kinds,
        dated ? Optional.of(Instant.ofEpochMilli(times.getMin())) : Optional.empty(),
        dated ? Optional.of(Instant.ofEpochMilli(times.getMax())) : Optional.empty());
  }

  /// How many of some posts have each value.
  private SortedMap<String, Integer> values(Facet facet, IntPredicate which) {
    TermColumn column = posts.column(facet);
    int[] counts = column.counts(Arrays.stream(all).filter(which).toArray());
    SortedMap<String, Integer> values = new TreeMap<>();
    for (int term = 0; term < counts.length; term++) {
      if (counts[term] > 0) values.put(column.term(term), counts[term]);
    }
    return values;
  }

  private int authors(int[] rows) {
    return authors(posts, rows);
  }

  static int authors(PostColumns posts, int[] rows) {
    BitSet authors = new BitSet(posts.authors());
    for (int row : rows) authors.set(posts.author(row));
    return authors.cardinality();
  }

  /// Camps that are large enough by their shares, each with the places that it may have; then the
  /// others in the order of the event file.
  private List<CampsReport.CampSummary> inOrder(List<CampsReport.CampSummary> camps) {
    List<CampsReport.CampSummary> told =
        camps.stream()
            .filter(this::large)
            .sorted(
                Comparator.comparingDouble(
                        (CampsReport.CampSummary c) -> c.share().orElseThrow().estimate())
                    .thenComparing(CampsReport.CampSummary::posts)
                    .reversed())
            .toList();
    return Stream.concat(
            told.stream().map(camp -> camp.ranked(rank(camp.share().orElseThrow(), told))),
            camps.stream().filter(camp -> !large(camp)))
        .toList();
  }

  /// The places that a share may have: those whose intervals lie wholly above come before it, and
  /// those wholly below after it.
  private static CampsReport.Rank rank(Share share, List<CampsReport.CampSummary> told) {
    int above = 0;
    int below = 0;
    for (CampsReport.CampSummary other : told) {
      if (other.share().orElseThrow().low() > share.high()) above++;
      if (other.share().orElseThrow().high() < share.low()) below++;
    }
    return new CampsReport.Rank(1 + above, told.size() - below);
  }

  /// When a camp's part of the debate changed, each with the post of its own that came before.
  private List<CampsReport.Change> changes(int camp, int[] members) {
    return course.of(members).stream()
        .map(c -> c.after(course.before(c.at(), camp).map(quoting::quote)))
        .toList();
  }

  private CampsReport.CampSummary summary(String id, String title, String claim) {
    int camp = posts.camps().indexOf(id);
    int[] members = this.members[camp];
    return new CampsReport.CampSummary(
        id,
        id.equals(Camp.UNALIGNED) ? -1 : camp,
        title,
        claim,
        members.length,
        authors(members),
        Optional.ofNullable(shares.get(id)),
        told(id, members),
        Optional.empty(),
        Optional.ofNullable(sharesWithCopies.get(id)),
        Arrays.stream(members).mapToDouble(row -> posts.said(row, camp)).average().orElse(0),
        mood(posts, members),
        stances(members),
        words.distinctive(camp, WORDS),
        entities(members),
        quoting.choose(members, quoting.camp(id), QUOTES),
        quoting.first(Typical.of(posts, words, members, LOOKED_AT), quoting.camp(id), TYPICAL),
        quoting.first(heard(members), quoting.camp(id), HEARD),
        quoting.leastSure(members, row -> posts.said(row, camp), DOUBTFUL),
        timeline(members),
        changes(camp, members));
  }

  private boolean large(CampsReport.CampSummary camp) {
    return large(camp.id(), unit == CampsReport.Unit.AUTHORS ? camp.authors() : camp.posts());
  }

  /// @param voices how many the camp has
  private boolean large(String camp, int voices) {
    return shares.containsKey(camp) && voices >= CampsReport.LEAST_AUTHORS;
  }

  private boolean told(String camp, int[] members) {
    int voices = unit == CampsReport.Unit.AUTHORS ? authors(members) : members.length;
    return large(camp, voices) && !shares.get(camp).vague();
  }

  /// The interval covers the chance of which posts were collected.
  static Optional<CampsReport.MeanMood> mood(PostColumns posts, int[] members) {
    int n = members.length;
    if (n == 0) return Optional.empty();
    double sum = 0;
    int[] labels = new int[3];
    for (int row : members) {
      sum += posts.score(row);
      labels[posts.mood(row).ordinal()]++;
    }
    double mean = sum / n;
    double squares = 0;
    for (int row : members) squares += (posts.score(row) - mean) * (posts.score(row) - mean);
    double half = n < 2 ? 1 : Z * Math.sqrt(squares / (n - 1) / n);
    return Optional.of(
        new CampsReport.MeanMood(
            mean,
            Math.max(-1, mean - half),
            Math.min(1, mean + half),
            labels[0],
            labels[1],
            labels[2]));
  }

  private List<CampsReport.StanceCount> stances(int[] members) {
    int[] counts = posts.stances().counts(members);
    Map<String, int[]> sides = new HashMap<>();
    for (int term = 0; term < counts.length; term++) {
      if (counts[term] == 0) continue;
      StanceTerm taken = posts.stanceOf(term);
      int[] side = sides.computeIfAbsent(taken.target(), _ -> new int[3]);
      side[taken.side().ordinal()] += counts[term];
    }
    Set<String> claims =
        event.targets().stream()
            .filter(t -> t.kind() == Target.Kind.CLAIM)
            .map(Target::name)
            .collect(Collectors.toSet());
    return sides.entrySet().stream()
        .map(
            e ->
                new CampsReport.StanceCount(
                    e.getKey(),
                    claims.contains(e.getKey()),
                    e.getValue()[Side.FAVOR.ordinal()],
                    e.getValue()[Side.AGAINST.ordinal()],
                    e.getValue()[Side.NONE.ordinal()]))
        .sorted(
            Comparator.comparingInt(CampsReport.StanceCount::posts)
                .reversed()
                .thenComparing(CampsReport.StanceCount::target))
        .toList();
  }

  private List<CampsReport.EntityCount> entities(int[] members) {
    int[] counts = posts.names().counts(members);
    int[] ordered = Arrays.stream(counts).filter(n -> n > 0).sorted().toArray();
    // Names are looked up only where they may be among the first.
    int least = ordered.length > ENTITIES ? ordered[ordered.length - ENTITIES] : 1;
    return IntStream.range(0, counts.length)
        .filter(term -> counts[term] >= least)
        .mapToObj(
            term -> {
              PostColumns.Name name = posts.nameOf(term);
              return new CampsReport.EntityCount(name.name(), name.type(), counts[term]);
            })
        .sorted(
            Comparator.comparingInt(CampsReport.EntityCount::posts)
                .reversed()
                .thenComparing(CampsReport.EntityCount::name)
                .thenComparing(CampsReport.EntityCount::type))
        .limit(ENTITIES)
        .toList();
  }

  private List<Integer> heard(int[] members) {
    return Best.of(
        posts,
        members,
        row -> posts.interactions(row) > 0 ? posts.interactions(row) : Double.NaN,
        LOOKED_AT);
  }

  /// @param members earliest first, so that each day comes once
  private SortedMap<LocalDate, Integer> timeline(int[] members) {
    SortedMap<LocalDate, Integer> days = new TreeMap<>();
    int from = 0;
    while (from < members.length && posts.time(members[from]) != PostColumns.NEVER) {
      long day = day(members[from]);
      int to = from;
      while (to < members.length && day(members[to]) == day) to++;
      days.put(LocalDate.ofEpochDay(day), to - from);
      from = to;
    }
    return days;
  }

  private long day(int row) {
    return Math.floorDiv(posts.time(row), MILLIS_OF_DAY);
  }

  private List<CampsReport.Flood> floods() {
    return IntStream.range(0, families.length)
        .filter(f -> families[f].length >= LEAST_FLOOD && voices[f] != PostColumns.NONE)
        .mapToObj(
            f ->
                new CampsReport.Flood(
                    posts.family(f, families[f]),
                    posts.camps().get(posts.camp(voices[f])),
                    posts.reacts(voices[f]),
                    quoting.quote(voices[f])))
        .sorted(
            Comparator.comparingInt((CampsReport.Flood f) -> f.family().posts())
                .reversed()
                .thenComparing(f -> f.example().post().id()))
        .toList();
  }
}
