package dev.chorus.source.layout;

import dev.chorus.source.format.Counts;
import dev.chorus.source.format.DayOrder;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds out what the columns of a file mean, from their names and from the values in the first
/// records.
final class LayoutFinder {
  /// Words of a text on average, from which a column that nobody knows by name may be the text.
  private static final double PROSE = 4;

  /// Ranks of the names of texts up to here have no other meaning.
  private static final int STRONG = FieldNames.fields("toot").get(Field.TEXT);

  /// Other columns must have so many times fewer words.
  private static final double AHEAD = 1.8;

  private static final Pattern ZONE_IN_NAME = Pattern.compile("[(\\[]\\s*([A-Z]{1,4}T)\\s*[)\\]]");

  private final LayoutSettings settings;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<Field, List<String>> chosen = new EnumMap<>(Field.class);
  private final Set<String> taken = new HashSet<>();
  private final List<String> doubts = new ArrayList<>();
  private String idProblem = "";

  private record Candidate(int rank, Column column) {}

  private LayoutFinder(List<Map<String, Object>> records, LayoutSettings settings) {
    this.settings = settings;
    for (Map<String, Object> record : records) {
      record.forEach((path, value) -> columns.computeIfAbsent(path, Column::new).add(value));
    }
  }

  /// @param records the first ones of the file, flat, in their order
  /// @throws FieldException if no column can hold the text, or a column that somebody named is not
  ///     there
  static Layout find(List<Map<String, Object>> records, LayoutSettings settings)
      throws FieldException {
    return new LayoutFinder(records, settings).find();
  }

  /// Whether some field has a name that the text of posts has, and words in it.
  static boolean holdsText(Map<String, Object> record) {
    return record.entrySet().stream()
        .anyMatch(
            e ->
                (FieldNames.fields(e.getKey()).containsKey(Field.TEXT)
                        || FieldNames.fields(e.getKey()).containsKey(Field.TITLE))
                    && e.getValue() instanceof String s
                    && !s.isBlank());
  }

  private Layout find() throws FieldException {
    takeGiven();
    takeText();
    Layout.IdKind ids = takeIds();
    takeTimes();
    takeAuthor();
    take(Field.URL, Column::isUrl);
    take(Field.LANG, Column::isLanguage);
    take(Field.PLATFORM, Platforms::areIn);
    take(Field.KIND, c -> c.any(v -> v.matches("(?i)post|quote|report|illustrative")));
    takeRatingAndCounts();
    for (Field link : Field.values()) {
      if (link.isLink()) take(link, c -> c.isCode() && isLikeIds(c, link));
    }
    takeTitle();
    take(Field.ROLE, Column::isName);
    // Nothing can be linked by ids that no other row can know.
    if (ids == Layout.IdKind.SCOPED && !refersToRows() && isCounted()) ids = Layout.IdKind.MADE;
    if (ids == Layout.IdKind.MADE && !isGiven(Field.ID)) {
      column(Field.ID).ifPresent(c -> taken.remove(c.path()));
      chosen.remove(Field.ID);
    }
    refuseDoubles();
    DayEvidence days = days();
    List<String> left =
        columns.values().stream().filter(c -> !taken.contains(c.path())).map(Column::path).toList();
    return new Layout(
        new Layout.Decisions(
            settings,
            chosen,
            ids,
            idProblem,
            days.order(),
            days.words(),
            serialTimes,
            zone(),
            styles(),
            MarkupEvidence.of(column(Field.TEXT).map(Column::values).orElse(List.of())),
            Mojibake.isIn(allWords()),
            column(Field.AUTHOR).filter(Column::isSpaced).isPresent(),
            column(Field.ID).filter(c -> !c.any(v -> v.matches("t[1-6]_\\w+"))).isPresent(),
            doubts,
            left));
  }

  private Optional<Column> column(Field field) {
    return Optional.ofNullable(chosen.get(field)).map(paths -> columns.get(paths.getFirst()));
  }

  private void choose(Field field, Column column) {
    chosen.computeIfAbsent(field, _ -> new ArrayList<>()).add(column.path());
    taken.add(column.path());
  }

  // What somebody said.

  private void takeGiven() throws FieldException {
    for (Map.Entry<String, String> given : settings.columns().entrySet()) {
      Field field = Field.of(given.getKey()).orElseThrow();
      Column column = named(given.getValue());
      // A row that was left out once has its columns by field already.
      if (column == null) column = columns.get(field.path());
      if (column == null) {
        throw new FieldException(
            "has no %s \"%s\" (--map %s=…); %s has %s"
                .formatted(
                    settings.columnWord(),
                    given.getValue(),
                    given.getKey(),
                    settings.isTable() ? "the first line" : "the first record",
                    LayoutWords.quoted(columns.keySet())));
      }
      choose(field, column);
    }
  }

  private Column named(String name) {
    Column exact = columns.get(name);
    if (exact != null) return exact;
    // The columns of a table without a header are called by their numbers.
    if (settings.isTable() && columns.containsKey("column " + name)) {
      return columns.get("column " + name);
    }
    return columns.values().stream()
        .filter(c -> c.path().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  private boolean isGiven(Field field) {
    return settings.columns().containsKey(field.path());
  }

  // By name.

  /// Columns whose names mean the field, the best first.
  private List<Candidate> candidates(Field field) {
    List<Candidate> candidates = new ArrayList<>();
    for (Column column : columns.values()) {
      Integer rank = FieldNames.fields(column.path()).get(field);
      if (rank != null && !taken.contains(column.path()) && !column.isEmpty()) {
        candidates.add(new Candidate(rank, column));
      }
    }
    String home = home();
    // What stands beside the text is about the post; other objects may be about its labels.
    candidates.sort(
        Comparator.comparing((Candidate c) -> !c.column().path().startsWith(home))
            .thenComparingInt(Candidate::rank));
    return candidates;
  }

  /// The object that holds the text, such as `data.`; empty for the record itself.
  private String home() {
    if (settings.isTable()) return "";
    String text = column(Field.TEXT).map(Column::path).orElse("");
    return text.substring(0, text.lastIndexOf('.') + 1);
  }

  /// Takes the columns that fit, the best first: a file may hold records of several shapes.
  private void take(Field field, Predicate<Column> fits) {
    if (isGiven(field)) return;
    List<Candidate> candidates = candidates(field);
    for (Candidate candidate : candidates) {
      if (!fits.test(candidate.column())) continue;
      choose(field, candidate.column());
      // In a table every row has the same columns.
      if (settings.isTable()) return;
    }
    if (chosen.containsKey(field) || candidates.isEmpty()) return;
    if (!field.isCount() && field != Field.CREATED_AT) return;
    Column best = candidates.getFirst().column();
    // Then each value that does not fit is named in its row.
    boolean some = field.isCount() ? best.holdsSomeCounts() : best.holdsSomeTimes();
    if (some) {
      choose(field, best);
      return;
    }
    doubts.add(
        "%s (%s)"
            .formatted(LayoutWords.quoted(best.path()), LayoutWords.quoted(best.example().get())));
  }

  private void takeText() throws FieldException {
    if (isGiven(Field.TEXT)) return;
    List<Candidate> candidates = candidates(Field.TEXT);
    boolean proseElsewhere = chosenByProse().isPresent();
    for (Candidate candidate : candidates) {
      if (!candidate.column().isProse()) continue;
      // A status or a note of a few words is not what people wrote, if another column is.
      if (candidate.rank() > STRONG && candidate.column().words() < PROSE && proseElsewhere)
        continue;
      // Records of several shapes may call it otherwise, but a description is not a text.
      if (chosen.containsKey(Field.TEXT) && candidate.rank() > candidates.getFirst().rank() + 25) {
        break;
      }
      choose(Field.TEXT, candidate.column());
      if (settings.isTable()) break;
    }
    if (chosen.containsKey(Field.TEXT)) return;
    List<Candidate> titles = candidates(Field.TITLE);
    if (!titles.isEmpty() && titles.getFirst().column().isProse() && chosenByProse().isEmpty()) {
      choose(Field.TEXT, titles.getFirst().column());
      return;
    }
    Optional<Column> prose = chosenByProse();
    if (prose.isPresent()) {
      choose(Field.TEXT, prose.get());
      return;
    }
    throw new FieldException(
        "holds no posts: none of its %s is known to hold the text of posts (say which: --map"
                .formatted(settings.isTable() ? "columns" : "fields")
            + " text=%s); there are %s"
                .formatted(
                    settings.columnWord().toUpperCase(Locale.ROOT),
                    LayoutWords.quoted(columns.keySet())));
  }

  /// The column with by far the most words.
  private Optional<Column> chosenByProse() {
    List<Column> prose =
        columns.values().stream()
            .filter(c -> !taken.contains(c.path()) && c.isProse() && !c.isTime())
            .filter(c -> !isInside(c.path()))
            .sorted(Comparator.comparingDouble(Column::words).reversed())
            .toList();
    if (prose.isEmpty() || prose.getFirst().words() < PROSE) return Optional.empty();
    // One record of names nobody knows may be anything.
    boolean anyKnown = columns.keySet().stream().anyMatch(LayoutNames::isKnown);
    if (prose.getFirst().size() < 3 && !anyKnown) return Optional.empty();
    if (prose.size() > 1 && prose.getFirst().words() < AHEAD * prose.get(1).words()) {
      return Optional.empty();
    }
    return Optional.of(prose.getFirst());
  }

  /// Whether it stands inside an object, such as the description of a user.
  private boolean isInside(String path) {
    return !settings.isTable() && path.indexOf('.') >= 0;
  }

  // Ids.

  private Layout.IdKind takeIds() {
    if (settings.ids() == LayoutSettings.Ids.MADE && !isGiven(Field.ID)) return Layout.IdKind.MADE;
    List<Candidate> candidates = isGiven(Field.ID) ? List.of() : candidates(Field.ID);
    List<Column> unique = new ArrayList<>();
    List<Column> rounded = new ArrayList<>();
    if (isGiven(Field.ID)) {
      Column own = column(Field.ID).orElseThrow();
      (IdScheme.isRounded(own.values()) ? rounded : unique).add(own);
    }
    for (Candidate c : candidates) {
      if (IdScheme.isRounded(c.column().values())) rounded.add(c.column());
      else if (c.column().isCode() && isUnique(c.column())) unique.add(c.column());
    }
    // Whoever names the column of ids means it.
    if (isGiven(Field.ID) && !unique.isEmpty()) return Layout.IdKind.NATIVE;
    if (settings.ids() == LayoutSettings.Ids.NATIVE) {
      if (!isGiven(Field.ID)) unique.stream().findFirst().ifPresent(c -> choose(Field.ID, c));
      return unique.isEmpty() ? Layout.IdKind.MADE : Layout.IdKind.NATIVE;
    }
    if (settings.ids() == LayoutSettings.Ids.MADE) return Layout.IdKind.MADE;
    for (Column column : unique) {
      if (!IdScheme.isNative(column.values())) continue;
      if (!isGiven(Field.ID)) {
        choose(Field.ID, column);
        // Records of other shapes call it otherwise.
        if (!settings.isTable()) {
          for (Column other : unique) {
            boolean disjoint = other != column && other.size() + column.size() <= largest();
            if (disjoint && IdScheme.isNative(other.values())) choose(Field.ID, other);
          }
        }
      }
      return Layout.IdKind.NATIVE;
    }
    if (!rounded.isEmpty()) {
      Column column = rounded.getFirst();
      idProblem =
          "%s is cut off (%s), as spreadsheets and programs do with long numbers"
              .formatted(LayoutWords.quoted(column.path()), column.example().orElse(""));
      taken.add(column.path());
      return haveIdsInAddresses() ? Layout.IdKind.ADDRESS : Layout.IdKind.MADE;
    }
    if (unique.isEmpty()) {
      if (!candidates.isEmpty()) {
        idProblem =
            "%s names no single post"
                .formatted(LayoutWords.quoted(candidates.getFirst().column().path()));
      }
      return Layout.IdKind.MADE;
    }
    Column counted = unique.getFirst();
    if (!isGiven(Field.ID)) choose(Field.ID, counted);
    idProblem = "%s counts from file to file anew".formatted(LayoutWords.quoted(counted.path()));
    return Layout.IdKind.SCOPED;
  }

  private boolean haveIdsInAddresses() {
    return candidates(Field.URL).stream()
        .map(Candidate::column)
        .anyMatch(
            c ->
                c.values().stream().filter(v -> IdScheme.inAddress(v).isPresent()).count()
                    > 0.9 * c.size());
  }

  private int largest() {
    return columns.values().stream().mapToInt(Column::size).max().orElse(0);
  }

  /// Copies of a post may stand in a file, but most ids are different.
  private static boolean isUnique(Column column) {
    return column.size() < 5 ? column.distinct() == 1 : column.distinct() >= 0.7;
  }

  private boolean isCounted() {
    return column(Field.ID).filter(c -> IdScheme.isCounting(c.values())).isPresent();
  }

  /// Whether rows name other rows by their numbers.
  private boolean refersToRows() {
    Optional<Column> ids = column(Field.ID);
    if (ids.isEmpty()) return false;
    Set<String> known = new HashSet<>();
    for (String id : ids.get().values()) known.add(Layout.bare(id));
    for (Field field : Field.values()) {
      if (!field.isLink() || field == Field.THREAD) continue;
      Optional<Column> links = column(field);
      if (links.isPresent() && links.get().any(v -> known.contains(Layout.bare(v)))) return true;
    }
    return false;
  }

  /// Whether values look like the ids of the file, and not like names of people.
  private boolean isLikeIds(Column links, Field field) {
    Optional<Column> ids = column(Field.ID);
    if (isGiven(field)) return true;
    if (IdScheme.isRounded(links.values())) {
      doubts.add(
          "%s (cut off: %s)"
              .formatted(LayoutWords.quoted(links.path()), links.example().orElse("")));
      return false;
    }
    // A column whose name says that it holds ids holds them.
    if (FieldNames.plain(links.path()).matches(".*(id|idstr|uri)")) return true;
    if (field == Field.THREAD || ids.isEmpty()) return true;
    Set<String> shapes =
        ids.get().values().stream().map(IdScheme::shape).collect(Collectors.toSet());
    long alike = links.values().stream().filter(v -> shapes.contains(IdScheme.shape(v))).count();
    // A column of replies holds ids in some files and the names of people in others.
    return alike * 2 >= links.size();
  }

  // Times.

  private boolean serialTimes;

  private void takeTimes() {
    take(Field.CREATED_AT, Column::isTime);
    if (!chosen.containsKey(Field.CREATED_AT)) {
      // Spreadsheets show days as numbers where the cell has lost its format.
      for (Candidate candidate : candidates(Field.CREATED_AT)) {
        if (!candidate.column().isSerialTime()) continue;
        choose(Field.CREATED_AT, candidate.column());
        serialTimes = true;
        doubts.removeIf(d -> d.startsWith(LayoutWords.quoted(candidate.column().path())));
        break;
      }
    }
    if (!chosen.containsKey(Field.CREATED_AT)) {
      List<Column> times = columns.values().stream().filter(this::isEvidentlyTime).toList();
      if (times.size() == 1) choose(Field.CREATED_AT, times.getFirst());
    }
    boolean daysOnly =
        column(Field.CREATED_AT)
            .filter(
                c ->
                    !c.any(
                        v ->
                            v.matches(".*[0-9][:h.][0-9]{2}\\b.*|.*[0-9]T[0-9].*|[0-9]{9,}")
                                    && !Times.isDotted(v)
                                || v.matches(".*[0-9]:[0-9]{2}.*")))
            .isPresent();
    if (daysOnly) take(Field.CLOCK, Column::isClock);
    take(Field.EDITED_AT, Column::isTime);
  }

  /// Whether it holds times that can be nothing else, whatever its name.
  private boolean isEvidentlyTime(Column column) {
    return !taken.contains(column.path())
        && !isInside(column.path())
        && FieldNames.fields(column.path()).isEmpty()
        && column.isTime()
        && column.size() > 1
        && column.values().stream().noneMatch(v -> v.matches("-?[0-9.]+"));
  }

  private DayEvidence days() throws FieldException {
    Optional<Column> times = column(Field.CREATED_AT);
    if (settings.days() != DayOrder.UNKNOWN || times.isEmpty()) {
      return new DayEvidence(settings.days(), "");
    }
    return DayEvidence.of(times.get());
  }

  /// The zone that the name of the column tells.
  private String zone() {
    for (Field field : List.of(Field.CREATED_AT, Field.CLOCK)) {
      Optional<Column> times = column(field);
      if (times.isEmpty()) continue;
      Matcher m = ZONE_IN_NAME.matcher(times.get().path());
      if (m.find()) return m.group(1);
    }
    return "";
  }

  // People.

  private void takeAuthor() {
    boolean given = isGiven(Field.AUTHOR) || isGiven(Field.NAME) || isGiven(Field.HANDLE);
    if (!isGiven(Field.HANDLE)) {
      for (Candidate candidate : candidates(Field.HANDLE)) {
        Column column = candidate.column();
        if (!column.isName()) continue;
        if (given && isGiven(Field.AUTHOR)) break;
        // What some call a user name is a name: people have blanks in it.
        boolean isName = column.isSpaced();
        Field field = isName ? Field.NAME : Field.HANDLE;
        if (isGiven(field) || settings.isTable() && chosen.containsKey(field)) continue;
        choose(field, column);
      }
    }
    take(Field.NAME, c -> c.isName() && c.any(v -> !v.strip().matches("[0-9]+")));
    if (!isGiven(Field.AUTHOR) && !(given && settings.isTable()))
      take(Field.AUTHOR, Column::isName);
  }

  // Numbers.

  private void takeRatingAndCounts() {
    if (!isGiven(Field.RATING)) {
      for (Candidate candidate : candidates(Field.RATING)) {
        Column column = candidate.column();
        boolean stars =
            FieldNames.plain(column.path()).matches(".*(rating|star|bewertung|sterne|评分).*");
        if (column.isRating() && (stars || isReview() && isScale(column))) {
          choose(Field.RATING, column);
          if (settings.isTable()) break;
        }
      }
    }
    for (Field field : Field.values()) if (field.isCount()) take(field, Column::isCount);
  }

  /// Whether other columns tell that these are reviews.
  private boolean isReview() {
    return columns.keySet().stream()
        .map(FieldNames::plain)
        .anyMatch(
            n ->
                n.contains("review")
                    || n.contains("helpful")
                    || n.startsWith("thumbs")
                    || n.contains("appversion")
                    || n.contains("product")
                    || n.equals("asin"));
  }

  private static boolean isScale(Column column) {
    return column.values().stream()
        .allMatch(v -> Ratings.parse(v).filter(r -> r.intValue() <= 5).isPresent());
  }

  private Map<Field, Counts.Style> styles() {
    Map<Field, Counts.Style> styles = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      if (!field.isCount()) continue;
      Optional<Column> column = column(field);
      if (column.isEmpty()) continue;
      CountEvidence.of(column.get()).ifPresent(style -> styles.put(field, style));
    }
    return styles;
  }

  // Words.

  private void takeTitle() {
    if (isGiven(Field.TITLE)) return;
    for (Candidate candidate : candidates(Field.TITLE)) {
      Column column = candidate.column();
      // The title of a thread or a video stands beside each comment on it.
      boolean own = column.size() == 1 || column.distinct() > 0.7;
      if (column.isProse() && own && !isInside(column.path())) {
        choose(Field.TITLE, column);
        return;
      }
    }
  }

  private List<String> allWords() {
    List<String> words = new ArrayList<>();
    for (Field field : List.of(Field.TEXT, Field.TITLE, Field.NAME, Field.AUTHOR)) {
      for (String path : chosen.getOrDefault(field, List.of())) {
        words.addAll(columns.get(path).values());
      }
    }
    return words;
  }

  private void refuseDoubles() throws FieldException {
    for (List<String> paths : chosen.values()) {
      for (String path : paths) {
        if (settings.doubles().contains(path)) {
          throw new FieldException("has two columns called \"" + path + "\"; rename one of them");
        }
      }
    }
  }
}
