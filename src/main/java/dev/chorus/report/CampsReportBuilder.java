package dev.chorus.report;

import dev.chorus.camp.Camp;
import dev.chorus.camp.EmergentCamps;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.TellingWords;
import dev.chorus.flood.Families;
import dev.chorus.flood.Family;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Side;
import dev.chorus.language.Stance;
import dev.chorus.language.Target;
import dev.chorus.language.Trial;
import dev.chorus.post.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Computes a [CampsReport] from the placed reactions of a corpus.
///
/// The reactions may come in any order: they are sorted first, so that the same corpus gives the
/// same report to the last byte.
public final class CampsReportBuilder {
  private static final int QUOTES = 5;
  private static final int QUOTES_OF_A_SIDE = 2;
  private static final int WORDS = 8;
  private static final int ENTITIES = 8;
  private static final int TYPICAL = 3;
  private static final int HEARD = 3;

  /// Two posts of one text count once, but are no flood.
  private static final int LEAST_FLOOD = 3;

  private final Event event;
  private final List<Placed> all;
  private final List<Placed> counted = new ArrayList<>();
  private final Set<String> copies = new HashSet<>();
  private final List<List<Post>> families;
  private final TellingWords words = new TellingWords();
  private final Map<Placed, Set<String>> wordsOf = new IdentityHashMap<>();
  private final CampShares campShares;
  private final Map<String, CampsReport.Share> shares;
  private final TimeCourse course;

  private CampsReportBuilder(Event event, Collection<Placed> reactions, Optional<Trial> trial) {
    this.event = event;
    this.campShares = new CampShares(event, trial);
    this.all =
        reactions.stream()
            .sorted(
                Comparator.comparing(
                        (Placed p) -> p.reaction().post().createdAt().orElse(Instant.MAX))
                    .thenComparing(p -> p.reaction().post().id()))
            .toList();
    this.families = Families.of(all.stream().map(p -> p.reaction().post()).toList());
    Set<String> read =
        all.stream()
            .filter(Placed::read)
            .map(p -> p.reaction().post().id())
            .collect(Collectors.toSet());
    for (List<Post> family : families) {
      family.stream().map(Post::id).filter(read::contains).skip(1).forEach(copies::add);
    }
    Set<String> ids = all.stream().map(p -> p.reaction().post().id()).collect(Collectors.toSet());
    for (Placed placed : all) {
      Post post = placed.reaction().post();
      // A repost repeats somebody else; without the original in the corpus it stands for it.
      if (post.links().repostOf().filter(ids::contains).isPresent()) copies.add(post.id());
      if (placed.read() && !copies.contains(post.id())) {
        counted.add(placed);
        Set<String> its = TellingWords.of(post.text());
        wordsOf.put(placed, its);
        words.add(its);
      }
    }
    shares = campShares.of(counted);
    course = new TimeCourse(counted);
  }

  /// @param trial how the models that placed the reactions did on labelled posts
  /// @param by what the corpus is parted by as well
  /// @param provenance goes into the report as it is
  public static CampsReport build(
      Event event,
      Collection<Placed> reactions,
      Optional<Trial> trial,
      Optional<Breakdown.By> by,
      Map<String, String> provenance) {
    return new CampsReportBuilder(event, reactions, trial).report(by, provenance);
  }

  private CampsReport report(Optional<Breakdown.By> by, Map<String, String> provenance) {
    List<CampsReport.CampSummary> camps = new ArrayList<>();
    for (Camp camp : event.camps()) camps.add(summary(camp.id(), camp.title(), camp.claim()));
    camps.sort(
        Comparator.comparingDouble(
                (CampsReport.CampSummary c) ->
                    c.share().map(CampsReport.Share::estimate).orElse(0.0))
            .thenComparing(CampsReport.CampSummary::posts)
            .reversed());
    return new CampsReport(
        event.title(),
        corpus(),
        campShares.trial().map(t -> new CampsReport.Trusted(t.answers().size(), t.accuracy())),
        camps,
        summary(Camp.UNALIGNED, "Unaligned", "No camp's claim, or no reaction at all."),
        emergent(),
        contested(),
        Bridges.of(counted),
        floods(),
        by.map(b -> Breakdown.of(b, counted, campShares)),
        provenance);
  }

  private CampsReport.Corpus corpus() {
    SortedMap<String, Integer> unread = new TreeMap<>();
    SortedMap<String, Integer> kinds = new TreeMap<>();
    for (Placed placed : all) {
      if (!placed.read()) unread.merge(placed.reaction().lang(), 1, Integer::sum);
      kinds.merge(placed.reaction().post().kind().id(), 1, Integer::sum);
    }
    List<Instant> times =
        all.stream().map(p -> p.reaction().post().createdAt()).flatMap(Optional::stream).toList();
    return new CampsReport.Corpus(
        all.size(),
        counted.size(),
        (int) counted.stream().map(CampsReportBuilder::author).distinct().count(),
        copies.size(),
        unread,
        kinds,
        times.stream().min(Comparator.naturalOrder()),
        times.stream().max(Comparator.naturalOrder()));
  }

  private static String author(Placed placed) {
    return placed.reaction().post().authorKey();
  }

  private static Predicate<Placed> in(String camp) {
    return p -> p.placement().camp().equals(camp);
  }

  private CampsReport.CampSummary summary(String id, String title, String claim) {
    List<Placed> members = counted.stream().filter(in(id)).toList();
    return new CampsReport.CampSummary(
        id,
        title,
        claim,
        members.size(),
        (int) members.stream().map(CampsReportBuilder::author).distinct().count(),
        Optional.ofNullable(shares.get(id)),
        mood(members),
        stances(members),
        words.distinctive(members.stream().map(wordsOf::get).toList(), WORDS),
        entities(members),
        QuoteSelection.choose(members, p -> p.placement().probability(), wordsOf::get, QUOTES),
        Typical.of(members, wordsOf::get, words::rarity, TYPICAL).stream()
            .map(QuoteSelection::quote)
            .toList(),
        heard(members),
        timeline(members),
        course.of(members));
  }

  private static Optional<CampsReport.Mood> mood(List<Placed> members) {
    if (members.isEmpty()) return Optional.empty();
    double sum = 0;
    int[] labels = new int[3];
    for (Placed placed : members) {
      var sentiment = placed.reaction().sentiment().orElseThrow();
      sum += sentiment.score();
      labels[sentiment.label().ordinal()]++;
    }
    return Optional.of(new CampsReport.Mood(sum / members.size(), labels[0], labels[1], labels[2]));
  }

  private List<CampsReport.StanceCount> stances(List<Placed> members) {
    Map<String, int[]> sides = new LinkedHashMap<>();
    for (Placed placed : members) {
      for (Stance stance : placed.reaction().stances()) {
        sides.computeIfAbsent(stance.target(), _ -> new int[3])[stance.side().ordinal()]++;
      }
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

  private static List<CampsReport.EntityCount> entities(List<Placed> members) {
    record Named(String name, EntityType type) {}
    Map<Named, Integer> posts = new HashMap<>();
    for (Placed placed : members) {
      Set<Named> inPost = new LinkedHashSet<>();
      for (Mention m : placed.reaction().mentions()) {
        // Amounts are named, but nobody is meant by them.
        if (m.type() != EntityType.MONEY) inPost.add(new Named(m.name(), m.type()));
      }
      inPost.forEach(n -> posts.merge(n, 1, Integer::sum));
    }
    return posts.entrySet().stream()
        .map(e -> new CampsReport.EntityCount(e.getKey().name(), e.getKey().type(), e.getValue()))
        .sorted(
            Comparator.comparingInt(CampsReport.EntityCount::posts)
                .reversed()
                .thenComparing(CampsReport.EntityCount::name)
                .thenComparing(CampsReport.EntityCount::type))
        .limit(ENTITIES)
        .toList();
  }

  private static List<CampsReport.Quote> heard(List<Placed> members) {
    return members.stream()
        .filter(p -> p.reaction().post().engagement().interactions() > 0)
        .sorted(
            Comparator.comparingLong((Placed p) -> p.reaction().post().engagement().interactions())
                .reversed()
                .thenComparing(p -> p.reaction().post().id()))
        .limit(HEARD)
        .map(QuoteSelection::quote)
        .toList();
  }

  private static SortedMap<LocalDate, Integer> timeline(List<Placed> members) {
    SortedMap<LocalDate, Integer> days = new TreeMap<>();
    for (Placed placed : members) {
      placed
          .reaction()
          .post()
          .createdAt()
          .ifPresent(t -> days.merge(t.atOffset(ZoneOffset.UTC).toLocalDate(), 1, Integer::sum));
    }
    return days;
  }

  private List<CampsReport.Emergent> emergent() {
    Map<String, Placed> unaligned =
        counted.stream()
            .filter(p -> !p.placement().aligned())
            .collect(Collectors.toMap(p -> p.reaction().post().id(), p -> p));
    return EmergentCamps.find(unaligned.values().stream().map(Placed::reaction).toList(), words)
        .stream()
        .map(
            camp -> {
              List<Placed> members = camp.posts().stream().map(unaligned::get).toList();
              return new CampsReport.Emergent(
                  camp.id(),
                  camp.title(),
                  members.size(),
                  (int) members.stream().map(CampsReportBuilder::author).distinct().count(),
                  camp.words(),
                  stances(members),
                  camp.typical().stream().map(unaligned::get).map(QuoteSelection::quote).toList());
            })
        .toList();
  }

  private List<CampsReport.Contested> contested() {
    return event.targets().stream()
        .filter(t -> t.kind() == Target.Kind.CLAIM)
        .map(t -> contested(t.name()))
        .filter(c -> !c.affirmed().isEmpty() || !c.denied().isEmpty())
        .sorted(
            Comparator.comparingInt(
                    (CampsReport.Contested c) -> Math.min(sum(c.affirmed()), sum(c.denied())))
                .thenComparing(c -> sum(c.affirmed()) + sum(c.denied()))
                .reversed()
                .thenComparing(CampsReport.Contested::claim))
        .toList();
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private CampsReport.Contested contested(String claim) {
    Function<Side, List<Placed>> who =
        side ->
            counted.stream()
                .filter(p -> p.reaction().stanceOn(claim).filter(s -> s.side() == side).isPresent())
                .toList();
    List<Placed> affirming = who.apply(Side.FAVOR);
    List<Placed> denying = who.apply(Side.AGAINST);
    return new CampsReport.Contested(
        claim,
        byCamp(affirming),
        byCamp(denying),
        sideQuotes(claim, affirming),
        sideQuotes(claim, denying));
  }

  private List<CampsReport.Quote> sideQuotes(String claim, List<Placed> side) {
    return QuoteSelection.choose(
        side,
        p -> p.reaction().stanceOn(claim).orElseThrow().probability(),
        wordsOf::get,
        QUOTES_OF_A_SIDE);
  }

  private Map<String, Integer> byCamp(List<Placed> posts) {
    Map<String, Integer> counts = new HashMap<>();
    posts.forEach(p -> counts.merge(p.placement().camp(), 1, Integer::sum));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  private List<CampsReport.Flood> floods() {
    Map<String, Placed> byId =
        counted.stream().collect(Collectors.toMap(p -> p.reaction().post().id(), p -> p));
    return families.stream()
        .filter(family -> family.size() >= LEAST_FLOOD)
        .flatMap(
            family ->
                family.stream()
                    .map(post -> byId.get(post.id()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(
                        voice ->
                            new CampsReport.Flood(
                                Family.of(family),
                                voice.placement().camp(),
                                QuoteSelection.quote(voice)))
                    .stream())
        .sorted(
            Comparator.comparingInt((CampsReport.Flood f) -> f.family().posts())
                .reversed()
                .thenComparing(f -> f.example().post().id()))
        .toList();
  }
}
