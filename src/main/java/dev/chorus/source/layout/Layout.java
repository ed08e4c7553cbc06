package dev.chorus.source.layout;

import dev.chorus.common.Sha256;
import dev.chorus.json.Json;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.Counts;
import dev.chorus.source.format.DayOrder;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Html;
import dev.chorus.source.format.Times;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the columns of one file mean, and posts made of its rows by that.
///
/// A row without an id of its own gets one that is the same whenever the row is read: `row:` and a
/// digest of platform, author, time and text.
final class Layout {
  /// How texts are written.
  enum Markup {
    PLAIN,
    /// With `&amp;` for `&`.
    ESCAPED,
    HTML
  }

  /// What becomes of the ids in the column of ids.
  enum IdKind {
    NATIVE,
    /// The name of the file is put in front.
    SCOPED,
    /// The id that the post's address holds.
    ADDRESS,
    MADE
  }

  /// All decisions on a file.
  ///
  /// @param columns paths by field, the first one that a row has is taken
  /// @param idProblem why ids are not taken as they are; empty if they are
  /// @param bareIds whether ids stand without the kind of thing that Reddit puts in front of links
  /// @param zone name of the zone of times without one, such as ` EST`; empty for UTC
  record Decisions(
      LayoutSettings settings,
      Map<Field, List<String>> columns,
      IdKind ids,
      String idProblem,
      DayOrder days,
      String dayProof,
      boolean serialTimes,
      String zone,
      Map<Field, Counts.Style> styles,
      Markup markup,
      boolean mojibake,
      boolean namesAreSpaced,
      boolean bareIds,
      List<String> doubts,
      List<String> left) {}

  private static final int DIGEST = 8;

  private static final Pattern LINK_TO_PROFILE = Pattern.compile("https?://[^/]+/@?([^/?#]+)/?");

  private final Decisions d;

  /// How often a digest came that stands for a text alone.
  private final Map<String, Integer> bareTexts = new HashMap<>();

  Layout(Decisions decisions) {
    this.d = decisions;
  }

  Decisions decisions() {
    return d;
  }

  /// The post in a row.
  ///
  /// @param row values by path
  /// @param extras what the row carries in lists
  /// @param complain gets the reason why a field is left out
  /// @throws FieldException if id or text are wrong, or the text is missing
  Post post(Map<String, Object> row, Extras extras, Consumer<String> complain)
      throws FieldException {
    Row r = new Row(row, complain);
    String text = r.words();
    Optional<String> platform = r.text(Field.PLATFORM).map(String::strip);
    Optional<Instant> createdAt = r.time(Field.CREATED_AT);
    Author author = r.author(extras.affiliations());
    String id = id(r, platform, author, createdAt, text);
    return Post.builder(id, text)
        .kind(r.kind())
        .platform(platform)
        .lang(r.text(Field.LANG).flatMap(Column::language))
        .createdAt(createdAt)
        .editedAt(r.time(Field.EDITED_AT).filter(t -> !Optional.of(t).equals(createdAt)))
        .url(r.url())
        .author(author)
        .links(
            new Links(
                r.link(Field.IN_REPLY_TO),
                r.link(Field.QUOTES),
                r.link(Field.REPOST_OF),
                r.link(Field.THREAD),
                r.link(Field.VERSION_OF)))
        .engagement(
            new Engagement(
                r.count(Field.LIKES),
                r.count(Field.REPOSTS),
                r.count(Field.REPLIES),
                r.count(Field.VIEWS)))
        .rating(r.rating())
        .notes(extras.notes())
        .targets(extras.targets())
        .build();
  }

  private String id(
      Row r, Optional<String> platform, Author author, Optional<Instant> createdAt, String text)
      throws FieldException {
    Optional<String> own = r.text(Field.ID).map(Layout::bare);
    switch (d.ids) {
      case NATIVE -> {
        if (own.isPresent() && !IdScheme.isShortened(own.get())) return fitting(own.get());
      }
      case SCOPED -> {
        if (own.isPresent()) return fitting(scoped(own.get()));
      }
      case ADDRESS -> {
        Optional<String> id = r.text(Field.URL).flatMap(IdScheme::inAddress);
        if (id.isPresent()) return fitting(id.get());
      }
      case MADE -> {}
    }
    String who = author.handle().or(author::name).orElse("");
    String digest =
        "row:"
            + digest(
                String.join(
                    "\0",
                    platform.orElse(""),
                    who,
                    createdAt.map(Instant::toString).orElse(""),
                    text));
    if (!who.isEmpty() || createdAt.isPresent()) return digest;
    // Two people may say the same; rows that tell neither who nor when are told apart by order.
    int count = bareTexts.merge(digest, 1, Integer::sum);
    return count == 1 ? digest : digest + "-" + count;
  }

  /// Reddit's ids with the kind of thing in front.
  private static final Pattern PREFIXED = Pattern.compile("t[1-6]_[0-9a-z]+");

  private static final Pattern FLOATED = Pattern.compile("([0-9]{1,25})\\.0");

  /// Programs that know only floating-point numbers add a `.0`.
  static String bare(String id) {
    Matcher floated = FLOATED.matcher(id.strip());
    return floated.matches() ? floated.group(1) : id.strip();
  }

  private String scoped(String id) {
    return d.settings.file() + "#" + id;
  }

  private static String fitting(String id) throws FieldException {
    if (id.length() <= Post.MAX_ID) return id;
    throw new FieldException(
        String.format(
            Locale.ENGLISH,
            "the id has %,d characters; an id may have at most %,d.",
            id.length(),
            Post.MAX_ID));
  }

  private static String digest(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 2 * DIGEST);
  }

  /// One row, read by the decisions.
  private final class Row {
    private final Map<String, Object> row;
    private final Consumer<String> complain;

    Row(Map<String, Object> row, Consumer<String> complain) {
      this.row = row;
      this.complain = complain;
    }

    /// The path of the field in this row; the first one if the row has none of them.
    private String path(Field field) {
      List<String> paths = d.columns.getOrDefault(field, List.of());
      for (String path : paths) if (isFilled(path)) return path;
      return paths.isEmpty() ? field.path() : paths.getFirst();
    }

    private boolean isFilled(String path) {
      return Column.text(row.get(path)).filter(v -> !Column.isNothing(v)).isPresent();
    }

    Optional<String> text(Field field) {
      if (!d.columns.containsKey(field)) return Optional.empty();
      return Column.text(row.get(path(field)))
          .filter(v -> !Column.isNothing(v))
          .map(Json::wellFormed)
          .map(v -> d.mojibake ? Mojibake.mended(v) : v);
    }

    private void complain(Field field, String found, String wanted) {
      complain.accept(
          FieldException.found(path(field), found, wanted).getMessage()
              + " The "
              + d.settings.columnWord()
              + " was left out.");
    }

    String words() throws FieldException {
      String path = path(Field.TEXT);
      Optional<String> text = words(Field.TEXT);
      Optional<String> title =
          words(Field.TITLE)
              .filter(t -> text.isEmpty() || !text.get().strip().startsWith(t.strip()))
              .filter(t -> !isRemoved(t));
      if (text.isPresent() && isRemoved(text.get()) && title.isEmpty()) return text.get();
      String words =
          title.isEmpty()
              ? text.orElse("")
              : text.filter(t -> !isRemoved(t))
                  .map(t -> title.get() + "\n\n" + t)
                  .orElseGet(title::get);
      if (words.isBlank()) {
        throw row.containsKey(path) && row.get(path) != null
            ? new FieldException("\"" + path + "\" is empty; wanted the words of the post.")
            : FieldException.missing(path, "the words of the post");
      }
      if (words.length() > Post.MAX_TEXT) {
        throw new FieldException(
            String.format(
                Locale.ENGLISH,
                "\"%s\" has %,d characters; a post may have at most %,d.",
                path,
                words.length(),
                Post.MAX_TEXT));
      }
      return words;
    }

    private Optional<String> words(Field field) {
      if (!d.columns.containsKey(field)) return Optional.empty();
      String path = path(field);
      Object value = row.get(path);
      // Some tools write a text as a list of pieces.
      Optional<String> text = value instanceof List<?> list ? pieces(list) : Column.text(value);
      return text.map(Json::wellFormed)
          .map(v -> d.mojibake ? Mojibake.mended(v) : v)
          .map(
              v ->
                  switch (d.markup) {
                    case PLAIN -> v;
                    case ESCAPED -> Html.resolved(v);
                    case HTML -> Html.text(v);
                  })
          .filter(v -> !v.isBlank());
    }

    private Optional<String> pieces(List<?> list) {
      StringBuilder text = new StringBuilder();
      for (Object piece : list) {
        if (piece instanceof String s) text.append(s);
        else if (piece instanceof Map<?, ?> m && m.get("text") instanceof String s) text.append(s);
      }
      return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static boolean isRemoved(String text) {
      return dev.chorus.source.format.Results.isRemoved(text);
    }

    Kind kind() {
      Optional<String> word = text(Field.KIND);
      for (Kind kind : Kind.values()) {
        if (word.filter(w -> kind.id().equalsIgnoreCase(w.strip())).isPresent()) return kind;
      }
      return Kind.POST;
    }

    Optional<String> url() {
      return text(Field.URL).map(String::strip);
    }

    Optional<Instant> time(Field field) {
      Optional<String> found = text(field);
      if (found.isEmpty() || found.get().equals("false")) return Optional.empty();
      String text = found.get();
      if (d.serialTimes && field == Field.CREATED_AT) {
        Optional<Instant> serial = Times.serial(text);
        if (serial.isPresent()) return serial;
      }
      if (field == Field.CREATED_AT) {
        Optional<String> clock = text(Field.CLOCK);
        if (clock.isPresent()) text = Times.joined(text, clock.get());
      }
      try {
        Instant time = zoned(text);
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year >= 0 && year <= 9999) return Optional.of(time);
        complain(field, found.get(), Times.WANTED);
      } catch (DateTimeException e) {
        complain(field, found.get(), e instanceof Times.Ambiguous ? e.getMessage() : Times.WANTED);
      }
      return Optional.empty();
    }

    private Instant zoned(String text) {
      if (!d.zone.isEmpty()) {
        try {
          return Times.parse(text + " " + d.zone, d.days);
        } catch (DateTimeException e) {
          // It has a zone of its own, or is a day without a clock.
        }
      }
      return Times.parse(text, d.days);
    }

    long count(Field field) {
      Optional<String> found = text(field);
      if (found.isEmpty()) return 0;
      Optional<Long> count = Counts.parse(found.get(), Optional.ofNullable(d.styles.get(field)));
      if (count.isEmpty()) complain(field, found.get(), "a whole number");
      // Votes up less votes down may be negative.
      return Math.max(0, count.orElse(0L));
    }

    Optional<BigDecimal> rating() {
      Optional<String> found = text(Field.RATING);
      if (found.isEmpty()) return Optional.empty();
      Optional<BigDecimal> rating = Ratings.parse(found.get());
      if (rating.isEmpty()) complain(Field.RATING, found.get(), "a number of stars such as 4");
      return rating;
    }

    Optional<String> link(Field field) {
      Optional<String> found = text(field).map(Layout::bare);
      if (found.isEmpty() || d.ids == IdKind.MADE && field != Field.THREAD) return Optional.empty();
      String id = found.get();
      if (id.equals("0") || id.equals("-1") || id.equals("false")) return Optional.empty();
      if (IdScheme.isShortened(id)) {
        complain(field, id, "all digits: a spreadsheet has cut them off");
        return Optional.empty();
      }
      if (id.length() > Post.MAX_ID) {
        complain(field, id, "an id");
        return Optional.empty();
      }
      if (d.bareIds && PREFIXED.matcher(id).matches()) id = id.substring(3);
      return Optional.of(d.ids == IdKind.SCOPED ? scoped(id) : id);
    }

    Author author(List<String> affiliations) {
      Optional<String> name = text(Field.NAME).map(String::strip);
      Optional<String> handle = text(Field.HANDLE).map(Row::handle).filter(h -> !h.isEmpty());
      Optional<String> who = text(Field.AUTHOR).map(String::strip);
      if (who.isPresent()) {
        // In a column that says no more than who it was, a word alone is a handle.
        if (d.namesAreSpaced || who.get().indexOf(' ') > 0) name = name.or(() -> who);
        else if (handle.isEmpty()) handle = who.map(Row::handle).filter(h -> !h.isEmpty());
      }
      if (handle.isPresent() && handle.get().strip().indexOf(' ') > 0) {
        Optional<String> spaced = handle;
        name = name.or(() -> spaced);
        handle = Optional.empty();
      }
      return new Author(name, handle, text(Field.ROLE), affiliations);
    }

    private static String handle(String value) {
      String s = value.strip();
      Matcher profile = LINK_TO_PROFILE.matcher(s);
      if (profile.matches()) s = profile.group(1);
      if (s.startsWith("/u/") || s.startsWith("u/")) s = s.substring(s.indexOf("u/") + 2);
      return s.startsWith("@") ? s.substring(1) : s;
    }
  }
}
