package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.json.Json;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import dev.chorus.source.format.Original;
import dev.chorus.source.format.Place;
import dev.chorus.source.format.PostJson;
import dev.chorus.source.format.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostReaderTest {
  @TempDir Path folder;

  private static List<ReadResult> read(String text) throws UnreadableSourceException {
    List<ReadResult> results = new ArrayList<>();
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    PostReader.read(Path.of("-"), in, results::add);
    return results;
  }

  private static Post one(String record) throws UnreadableSourceException {
    return read(record).stream()
        .filter(ReadResult.Parsed.class::isInstance)
        .map(result -> ((ReadResult.Parsed) result).post())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsEveryField() throws Exception {
    Post post =
        one(
            """
            {"id":"a","text":"words","kind":"quote","platform":"x","lang":"en-US","createdAt":"2025-01-24T01:00:00+01:00",
             "url":"https://example.com/a","author":{"name":"A B","handle":"@ab","role":"r","affiliations":["c"]},
             "inReplyTo":"p","quotes":"q","repostOf":"o","thread":"t",
             "engagement":{"likes":1,"reposts":2,"replies":3,"views":4},
             "notes":[{"kind":"disclosure","text":"n","source":"s"}],"targets":["DeepSeek"],"unknown":1}
            """);
    assertThat(post)
        .isEqualTo(
            Post.builder("a", "words")
                .kind(Kind.QUOTE)
                .platform(Optional.of("x"))
                .lang(Optional.of("en"))
                .createdAt(Optional.of(Instant.parse("2025-01-24T00:00:00Z")))
                .url(Optional.of("https://example.com/a"))
                .author(
                    new Author(
                        Optional.of("A B"), Optional.of("ab"), Optional.of("r"), List.of("c")))
                .links(
                    new Links(
                        Optional.of("p"), Optional.of("q"), Optional.of("o"), Optional.of("t")))
                .engagement(new Engagement(1, 2, 3, 4))
                .notes(List.of(new Note("disclosure", "n", Optional.of("s"))))
                .targets(List.of("DeepSeek"))
                .build());
  }

  @Test
  void readsFlatRecords() throws Exception {
    Post post =
        one(
            """
            {"id":"x-1","source":"x","text":"words","author":"ab","created_at":"2025-02-03T10:00:00Z",
             "thread_id":"x-0","in_reply_to":"somebody","likes":5,"reposts":1,"replies":2}
            """);
    assertThat(post.platform()).contains("x");
    assertThat(post.author().handle()).contains("ab");
    assertThat(post.createdAt()).contains(Instant.parse("2025-02-03T10:00:00Z"));
    assertThat(post.links().thread()).contains("x-0");
    assertThat(post.links().inReplyTo()).isEmpty();
    assertThat(post.engagement()).isEqualTo(new Engagement(5, 1, 2, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\":\"t\"} | \"id\" is missing; wanted an id that no other post of the corpus has.",
        "{\"id\":\"a\"} | \"text\" is missing; wanted the words of the post.",
        "{\"id\":\"a\",\"text\":\" \"} | \"text\" is empty; wanted the words of the post.",
        "{\"id\":\"a\",\"text\":{}} | \"text\" is an object; wanted a string.",
        "{\"id\":\"a\",\"text\":\"t\",\"notes\":[{\"kind\":\"k\"}]} | \"notes[0].text\" is missing;"
            + " wanted the words of the note."
      })
  void saysWhichFieldIsWrong(String record, String reason) throws Exception {
    assertThat(read("{\"id\":\"good\",\"text\":\"t\"}\n" + record))
        .last()
        .isEqualTo(new ReadResult.Rejected(new Place("-", 2), reason, json(record)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"a\",\"text\":\"t\",\"createdAt\":\"yesterday\"} | \"createdAt\" is"
            + " \"yesterday\"; wanted a time such as 2025-01-27T09:30:00Z, 2025-01-27 09:30 or"
            + " 1737970200.",
        "{\"id\":\"a\",\"text\":\"t\",\"kind\":\"tweet\"} | \"kind\" is \"tweet\"; wanted one of"
            + " post, quote, report, illustrative.",
        "{\"id\":\"a\",\"text\":\"t\",\"engagement\":{\"likes\":-3}} | \"engagement.likes\" is -3;"
            + " wanted a whole number from 0.",
        "{\"id\":\"a\",\"text\":\"t\",\"targets\":\"x\"} | \"targets\" is \"x\"; wanted a list.",
        "{\"id\":\"a\",\"text\":\"t\",\"author\":7} | \"author\" is 7; wanted an object."
      })
  void leavesOutAWrongFieldAlone(String record, String reason) throws Exception {
    assertThat(read("{\"id\":\"good\",\"text\":\"t\"}\n" + record))
        .contains(
            new ReadResult.Remark(new Place("-", 2), reason + " The field was left out."),
            new ReadResult.Parsed(new Place("-", 2), Post.of("a", "t")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | holds no posts: none of its fields is known to hold the text of posts",
        "{\"id\":\"a\",\"text\":null} | \"text\" is missing; wanted the words of the post.",
        "{\"id\":\"a\",\"text\":\"t\",\"createdAt\":\"2025-13-01\"} | \"createdAt\" is"
            + " \"2025-13-01\"; wanted a time such as 2025-01-27T09:30:00Z",
        "{\"id\":\"a\",\"text\":\"t\",\"url\":[]} | \"url\" is a list; wanted a string.",
        "{\"id\":\"a\",\"text\":\"t\",\"engagement\":{\"likes\":1.5}} |"
            + " \"engagement.likes\" is 1.5; wanted a whole number from 0.",
        "{\"id\":\"a\",\"text\":\"t\",\"author\":{\"name\":{}}} | \"author.name\" is an"
            + " object; wanted a string.",
        "{\"id\":\"a\",\"text\":\"t\",\"source\":\"x\",\"likes\":\"many\"} |"
            + " not understood: \"likes\" (\"many\")"
      })
  void saysWhichFieldIsMissingOrOdd(String record, String reason) throws Exception {
    List<String> said = new ArrayList<>();
    try {
      for (ReadResult result : read(record)) {
        switch (result) {
          case ReadResult.Noted noted -> throw new AssertionError(noted);
          case ReadResult.Rejected rejected -> said.add(rejected.reason());
          case ReadResult.Remark remark -> said.add(remark.text());
          case ReadResult.Parsed _, ReadResult.EndOfFile _ -> {}
        }
      }
    } catch (UnreadableSourceException e) {
      said.add(e.getMessage());
    }
    assertThat(said).anyMatch(words -> words.contains(reason));
  }

  @Test
  void shortensWhatItShowsAndMakesControlCharactersVisible() throws Exception {
    String kind = "a\\n\\u0000" + "x".repeat(100);
    String record = "{\"id\":\"a\",\"text\":\"t\",\"kind\":\"" + kind + "\"}";
    assertThat(read(record))
        .contains(
            new ReadResult.Remark(
                new Place("-", 1),
                "\"kind\" is \"a\\n\\u0000"
                    + "x".repeat(57)
                    + "…\"; wanted one of post, quote, report, illustrative. The field was left"
                    + " out."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "_",
        "--",
        "english",
        "7",
        " ",
        "x-y",
        "und-Latn",
        "🙂",
        "zxx",
        "qme",
        "qst",
        "mul"
      })
  void takesWhatIsNoLanguageForNone(String lang) throws Exception {
    assertThat(one("{\"id\":\"a\",\"text\":\"t\",\"lang\":\"" + lang + "\"}").lang()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-27T09:30:00Z, 2025-01-27T09:30:00Z",
    "2025-01-27T09:30Z, 2025-01-27T09:30:00Z",
    "2025-01-27T09:30:00.123+05:30, 2025-01-27T04:00:00.123Z",
    "2025-01-27T09:30:00-08:00, 2025-01-27T17:30:00Z",
    "2025-01-27 09:30:00+00:00, 2025-01-27T09:30:00Z",
    "2025-01-27T09:30:00, 2025-01-27T09:30:00Z",
    "2025-01-27, 2025-01-27T00:00:00Z"
  })
  void readsTimes(String time, Instant instant) throws Exception {
    assertThat(one("{\"id\":\"a\",\"text\":\"t\",\"createdAt\":\"" + time + "\"}").createdAt())
        .contains(instant);
  }

  @Test
  void givesCodesThatWereReplacedAsTheyAreNow() throws Exception {
    assertThat(one("{\"id\":\"a\",\"text\":\"t\",\"lang\":\"in\"}").lang()).contains("id");
    assertThat(one("{\"id\":\"a\",\"text\":\"t\",\"lang\":\"iw\"}").lang()).contains("he");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1737970200 | 2025-01-27T09:30:00Z",
        "1737970200.0 | 2025-01-27T09:30:00Z",
        "\"1737970200\" | 2025-01-27T09:30:00Z",
        "1737970200.5 | 2025-01-27T09:30:00.500Z",
        "-1 | 1969-12-31T23:59:59Z"
      })
  void readsSeconds(String seconds, Instant instant) throws Exception {
    assertThat(one(comment(seconds)).createdAt()).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e300", "253402300800", "\"1e999999999\"", "\"soon\"", "{}", "true"})
  void refusesWhatAreNoSecondsOfFourDigitYears(String seconds) throws Exception {
    assertThat(((ReadResult.Remark) read(comment(seconds)).getFirst()).text())
        .startsWith("\"created_utc\" is ")
        .containsPattern("; wanted .* such as .*\\. The field was left out.");
    assertThat(one(comment(seconds)).createdAt()).isEmpty();
  }

  private static String comment(String seconds) {
    return "{\"id\":\"c1\",\"body\":\"words\",\"link_id\":\"t3_a\",\"created_utc\":"
        + seconds
        + "}";
  }

  /// A page of one format after that of another, in lines, in an array, and printed.
  @Test
  void readsAnswersOneAfterTheOther() throws Exception {
    String listing =
        """
        [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"a","title":"T","created_utc":1}}]}},
        {"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"b","body":"B","created_utc":2}}]}}]\
        """;
    String search =
        """
        {"posts":[{"uri":"at://did:plc:a/app.bsky.feed.post/1","record":{"text":"one"}}]}\
        """;
    String hits = "{\"hits\":[{\"objectID\":\"3\",\"comment_text\":\"c\",\"author\":\"d\"}]}";
    List<String> answers = List.of(listing, search, "[]", hits, search, listing);
    String[] ids = {
      "reddit:t3_a",
      "reddit:t1_b",
      "bluesky:at://did:plc:a/app.bsky.feed.post/1",
      "hn:3",
      "bluesky:at://did:plc:a/app.bsky.feed.post/1",
      "reddit:t3_a",
      "reddit:t1_b"
    };
    List<Object> values = answers.stream().map(Json::parse).toList();
    for (String text :
        List.of(
            String.join("\n", answers),
            Json.compact(values),
            Json.pretty(values),
            values.stream().map(Json::pretty).collect(Collectors.joining("\n")))) {
      assertThat(read(text))
          .as(text)
          .extracting(r -> ((ReadResult.Parsed) r).post().id())
          .containsExactly(ids);
    }
    List<String> reversed = answers.reversed();
    assertThat(read(String.join("\n", reversed))).hasSize(ids.length);
  }

  @Test
  void saysThatAFileOfEmptyPagesHoldsNoPosts() {
    for (String page :
        List.of("{\"meta\":{\"result_count\":0}}", "{\"feed\":[]}", "{\"data\":[]}")) {
      assertThatThrownBy(() -> read(page)).hasMessageContaining("holds no posts");
    }
  }

  @Test
  void takesAnAtSignWithoutANameForNobody() throws Exception {
    for (String author : List.of("\"@\"", "\" \"", "{\"handle\":\"@\"}", "null", "{}")) {
      assertThat(one("{\"id\":\"a\",\"text\":\"t\",\"author\":" + author + "}").author())
          .isEqualTo(Author.UNKNOWN);
    }
  }

  @Test
  void mendsATextOfNothingButHalfCharacters() throws Exception {
    assertThat(one("{\"id\":\"a\",\"text\":\"" + "\\ud83d".repeat(90_000) + "\"}").text())
        .isEqualTo("\uFFFD".repeat(90_000));
  }

  @Test
  void keepsControlCharactersInTheText() throws Exception {
    assertThat(one("{\"id\":\"a\",\"text\":\"a\\u0000b\\u0007\"}").text())
        .isEqualTo("a\u0000b\u0007");
  }

  @Test
  void tellsAnIdInReplyToFromAHandle() throws Exception {
    String start = "{\"id\":\"x-17\",\"source\":\"x\",\"text\":\"t\",";
    assertThat(one(start + "\"in_reply_to\":\"x-9\"}").links().inReplyTo()).contains("x-9");
    assertThat(one(start + "\"in_reply_to\":\"ab9\"}").links().inReplyTo()).isEmpty();
    assertThat(one(start + "\"parent_id\":\"p\",\"in_reply_to\":\"x-9\"}").links().inReplyTo())
        .contains("p");
  }

  @Test
  void countsNoLikesForAScoreBelowZero() throws Exception {
    assertThat(one("{\"id\":\"a\",\"source\":\"reddit\",\"text\":\"t\",\"score\":-4}"))
        .extracting(Post::engagement)
        .isEqualTo(Engagement.NONE);
  }

  @Test
  void namesTheStreamAsItIsTold() throws Exception {
    List<ReadResult> results = new ArrayList<>();
    byte[] bytes = "{\"id\":\"a\",\"text\":\"\"}".getBytes(StandardCharsets.UTF_8);
    PostReader.read(new ByteArrayInputStream(bytes), "entry.jsonl", results::add);
    assertThat(results).extracting(r -> r.at().toString()).containsExactly("entry.jsonl:1");
    assertThatThrownBy(
            () -> PostReader.read(InputStream.nullInputStream(), "entry.jsonl", results::add))
        .hasMessage("entry.jsonl is empty.");
  }

  /// Every format has a fixture: records of its own in `ID.jsonl`, and the same ones in Chorus's
  /// shape. What is no post stands there as its reason. A format of files of several kinds has more
  /// of them, such as `ID-anything.csv` with `ID-anything.expected.jsonl`.
  @Test
  void readsTheFixtureOfEveryFormat() throws Exception {
    List<String> checked = new ArrayList<>();
    for (String format : formats()) {
      for (Path fixture : fixtures(format)) {
        checked.add(fixture.getFileName().toString());
        List<ReadResult> results = new ArrayList<>();
        try (InputStream in = Files.newInputStream(fixture)) {
          PostReader.read(in, format, results::add);
        }
        String read =
            results.stream()
                .map(r -> Json.compact(expected(r)) + "\n")
                .collect(Collectors.joining());
        String name = checked.getLast();
        Path wanted =
            FIXTURES.resolve(name.substring(0, name.lastIndexOf('.')) + ".expected.jsonl");
        if ("write".equals(System.getProperty("chorus.golden"))) Files.writeString(wanted, read);
        assertThat(read).as(name).isEqualTo(Files.readString(wanted));
      }
      assertThat(checked).as("fixtures of " + format).anyMatch(n -> isOf(n, format));
    }
    // A fixture of a format that is gone, or misspelt, would never be looked at.
    assertThat(checked).containsExactlyInAnyOrderElementsOf(allFixtures());
  }

  private static final Path FIXTURES =
      Path.of(System.getProperty("chorus.home"), "src", "test", "resources", "source");

  private static List<String> allFixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".expected.jsonl"))
          .sorted()
          .toList();
    }
  }

  /// Those that a fixture can be of.
  private static List<String> formats() {
    return ReadSettings.formats().stream()
        .filter(f -> !f.equals("csv") && !f.equals("tsv"))
        .toList();
  }

  private static List<Path> fixtures(String format) throws IOException {
    return allFixtures().stream()
        .filter(name -> isOf(name, format))
        .map(FIXTURES::resolve)
        .toList();
  }

  /// Of the format whose id is the longest beginning of the name.
  private static boolean isOf(String name, String format) {
    return formats().stream()
        .filter(id -> name.startsWith(id + ".") || name.startsWith(id + "-"))
        .max(Comparator.comparingInt(String::length))
        .filter(format::equals)
        .isPresent();
  }

  /// Puts values of wrong types everywhere into the records of all fixtures: whatever becomes of
  /// them, it is a result and no exception.
  @Test
  @Tag("slow")
  void survivesWrongTypesInEveryField() throws Exception {
    List<Object> wrong = new ArrayList<>(List.of("", "x", "x".repeat(2_000), -1, 1e300, true));
    wrong.addAll(List.of(List.of(), Map.of(), List.of(7), List.of(Map.of()), Map.of("id", "x")));
    wrong.add(null);
    for (String format : formats()) {
      List<String> lines = new ArrayList<>();
      for (Path fixture : fixtures(format)) {
        if (fixture.toString().endsWith(".jsonl")) lines.addAll(Files.readAllLines(fixture));
      }
      for (String line : lines) {
        Object record = Json.parse(line);
        int values = count(record);
        for (int i = 1; i < values; i++) {
          for (Object value : wrong) {
            String broken = Json.compact(replaced(record, new int[] {i}, value));
            try {
              assertThat(read(broken)).as(broken).isNotEmpty();
            } catch (UnreadableSourceException e) {
              assertThat(e).hasMessageContaining("holds no posts");
            }
          }
        }
      }
    }
  }

  private static int count(Object value) {
    return switch (value) {
      case Map<?, ?> map -> 1 + map.values().stream().mapToInt(PostReaderTest::count).sum();
      case List<?> list -> 1 + list.stream().mapToInt(PostReaderTest::count).sum();
      case null, default -> 1;
    };
  }

  /// The same value but for one inside it, the `countdown`th in the order of the text.
  private static Object replaced(Object value, int[] countdown, Object by) {
    if (countdown[0]-- == 0) return by;
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, v) -> copy.put(key, replaced(v, countdown, by)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(v -> copy.add(replaced(v, countdown, by)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  private static Map<String, Object> expected(ReadResult result) {
    return switch (result) {
      case ReadResult.Parsed parsed -> PostJson.toMap(parsed.post());
      case ReadResult.Noted noted ->
          Map.of("noted", noted.post() + ": " + noted.note().text() + " " + noted.note().source());
      case ReadResult.Rejected rejected -> Map.of("rejected", rejected.reason());
      case ReadResult.Remark remark -> Map.of("remark", remark.text());
      case ReadResult.EndOfFile _ -> Map.of();
    };
  }

  private static Original json(String record) {
    return new Original.Json(record.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void writesOnlyWhatIsThere() {
    assertThat(Json.compact(PostJson.toMap(Post.of("a", "t"))))
        .isEqualTo("{\"id\":\"a\",\"text\":\"t\",\"kind\":\"post\"}");
  }

  @Test
  void refusesATextOfAMegabyte() throws Exception {
    String record = "{\"id\":\"a\",\"text\":\"" + "x".repeat(1 << 20) + "\"}";
    assertThat(read(record).getFirst())
        .isEqualTo(
            new ReadResult.Rejected(
                new Place("-", 1),
                "\"text\" has 1,048,576 characters; a post may have at most 100,000.",
                json(record)));
  }

  @Test
  void takesShorthands() throws Exception {
    assertThat(
            one(
                "{\"id\":1886049283746543611,\"text\":\"t\",\"author\":\"@ab\",\"lang\":\"und\",\"url\":null}"))
        .isEqualTo(Post.builder("1886049283746543611", "t").author(Author.ofHandle("ab")).build());
    assertThat(one("{\"id\":\"a\",\"text\":\"t\",\"createdAt\":\"2025-01-27\"}").createdAt())
        .contains(Instant.parse("2025-01-27T00:00:00Z"));
    assertThat(
            one("{\"id\":\"a\",\"text\":\"t\",\"createdAt\":\"2025-01-27 10:00:00\"}").createdAt())
        .contains(Instant.parse("2025-01-27T10:00:00Z"));
  }

  @Test
  void mendsHalfCharacters() throws Exception {
    assertThat(one("{\"id\":\"a\",\"text\":\"cut \\ud83d\"}").text()).isEqualTo("cut \uFFFD");
    assertThat(one("{\"id\":\"a\",\"text\":\"whole \\ud83d\\ude00\"}").text())
        .isEqualTo("whole \uD83D\uDE00");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    assertThatThrownBy(
            () ->
                PostReader.read(
                    folder.resolve("none.json"), InputStream.nullInputStream(), _ -> {}))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageEndingWith("none.json: there is no such file.");
    Path empty = Files.writeString(folder.resolve("empty.json"), "");
    assertThatThrownBy(() -> PostReader.read(empty, InputStream.nullInputStream(), _ -> {}))
        .hasMessageEndingWith("empty.json is empty.");
    assertThatThrownBy(() -> read("[]"))
        .hasMessage(
            "standard input holds no posts; wanted at least one object with \"id\" and \"text\".");
    assertThatThrownBy(() -> read("{\"posts\":[]}")).hasMessageContaining("holds no posts");
  }

  /// What `convert` prints reads back the same, whatever the post and the shape of the file.
  @Test
  void readsBackWhatItWrites() throws Exception {
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      List<Post> posts =
          IntStream.range(0, 1 + random.nextInt(5)).mapToObj(i -> post("p" + i, random)).toList();
      List<Object> maps = new ArrayList<>();
      posts.forEach(p -> maps.add(PostJson.toMap(p)));
      StringBuilder lines = new StringBuilder();
      maps.forEach(m -> lines.append(Json.compact(m)).append('\n'));
      for (String text :
          List.of(
              lines.toString(),
              Json.compact(maps),
              Json.pretty(maps),
              Json.pretty(Map.of("posts", maps)))) {
        assertThat(read(text).stream().map(r -> ((ReadResult.Parsed) r).post()).toList())
            .isEqualTo(posts);
      }
    }
  }

  private static Post post(String id, Random random) {
    return Post.builder(id, word(random) + word(random))
        .kind(Kind.values()[random.nextInt(4)])
        .platform(maybe(random))
        .lang(random.nextBoolean() ? Optional.of("de") : Optional.empty())
        .createdAt(
            random.nextBoolean()
                ? Optional.of(Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)))
                : Optional.empty())
        .url(maybe(random))
        .author(
            random.nextBoolean()
                ? Author.UNKNOWN
                : new Author(
                    maybe(random), Optional.of("h" + random.nextInt(9)), maybe(random), List.of()))
        .links(new Links(maybe(random), maybe(random), maybe(random), maybe(random)))
        .engagement(new Engagement(random.nextInt(9), 0, random.nextInt(9), 0))
        .notes(
            random.nextBoolean() ? List.of() : List.of(new Note("k", word(random), maybe(random))))
        .targets(random.nextBoolean() ? List.of() : List.of(word(random)))
        .build();
  }

  private static Optional<String> maybe(Random random) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(word(random));
  }

  private static String word(Random random) {
    String[] words = {
      "plain", "quo\"te", "back\\slash", "{brace]", "new\nline", "\uD83D\uDE00", "漢字", "tab\t"
    };
    return words[random.nextInt(words.length)] + random.nextInt(100);
  }
}
