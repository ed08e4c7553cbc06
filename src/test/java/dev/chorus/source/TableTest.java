package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.json.Json;
import dev.chorus.post.Post;
import dev.chorus.source.format.DayOrder;
import dev.chorus.source.format.PostJson;
import dev.chorus.source.format.ReadResult;
import dev.chorus.source.layout.LayoutSettings;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  @TempDir Path folder;

  private final List<Post> posts = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private static ReadSettings mapped(Map<String, String> columns) {
    return new ReadSettings(Optional.empty(), Optional.empty(), columns);
  }

  private void read(String table) throws Exception {
    read(table, ReadSettings.AUTO);
  }

  private void read(String table, ReadSettings settings) throws Exception {
    read(Files.writeString(folder.resolve("t.csv"), table), settings);
  }

  private void read(Path file, ReadSettings settings) throws Exception {
    posts.clear();
    rejected.clear();
    remarks.clear();
    PostReader.read(
        file,
        InputStream.nullInputStream(),
        settings,
        result -> {
          switch (result) {
            case ReadResult.Parsed parsed -> posts.add(parsed.post());
            case ReadResult.Noted noted -> rejected.add(noted.toString());
            case ReadResult.Rejected r -> rejected.add(r.at().line() + ": " + r.reason());
            case ReadResult.Remark remark -> remarks.add(remark.text());
            case ReadResult.EndOfFile _ -> {}
          }
        });
  }

  @Test
  void readsEveryFieldByItsObviousName() throws Exception {
    read(
        """
        Tweet ID,Full Text,created_at,Screen Name,Display Name,like_count,Retweets,replyCount,views,lang,url,conversation_id,in_reply_to_status_id,platform
        1886000000000000018,"one, ""two""
        three",2025-01-27 14:05:00,@ab,A B,5,4.0,3,2,en-US,https://example.com/18,1886000000000000017,1886000000000000016,x
        """);
    assertThat(Json.compact(PostJson.toMap(posts.getFirst())))
        .isEqualTo(
            "{\"id\":\"1886000000000000018\",\"text\":\"one, \\\"two\\\"\\n"
                + "three\",\"kind\":\"post\",\"platform\":\"x\","
                + "\"lang\":\"en\",\"createdAt\":\"2025-01-27T14:05:00Z\",\"url\":\"https://example.com/18\",\"author\":{\"name\":\"A"
                + " B\",\"handle\":\"ab\"},\"inReplyTo\":\"1886000000000000016\",\"thread\":\"1886000000000000017\","
                + "\"engagement\":{\"likes\":5,\"reposts\":4,\"replies\":3,\"views\":2}}");
    assertThat(remarks)
        .singleElement()
        .asString()
        .contains("id=Tweet ID", "text=Full Text")
        .doesNotContain("not read");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheSeparator(String separator) throws Exception {
    String table = "id;text;x\na1;\"a, b; c\t| d\";\na2;plain;y\n".replace(";", separator);
    table = table.replace("c\t" + separator + " d", "c\t| d");
    read(table);
    assertThat(rejected).isEmpty();
    assertThat(posts).extracting(Post::id).containsExactly("a1", "a2");
    read("sep=" + separator + "\r\n" + table);
    assertThat(posts).extracting(Post::id).containsExactly("a1", "a2");
  }

  @Test
  void readsOneColumnOfTexts() throws Exception {
    read("text\nfirst\n\n\"second\"\n");
    assertThat(posts).extracting(Post::text).containsExactly("first", "second");
    assertThat(posts).extracting(Post::id).allMatch(id -> id.matches("row:[0-9a-f]{16}"));
    List<String> ids = posts.stream().map(Post::id).toList();
    read("text\nsecond\nfirst\n");
    assertThat(posts).extracting(Post::id).containsExactlyElementsOf(ids.reversed());
  }

  @Test
  void readsTheColumnsThatAreMapped() throws Exception {
    read(
        "no,words,text,who\n1,mine,other,ab\n",
        mapped(Map.of("text", "words", "author.handle", "who", "id", "no")));
    assertThat(posts).extracting(Post::text).containsExactly("mine");
    assertThat(posts.getFirst().author().handle()).contains("ab");
    assertThat(remarks).singleElement().asString().contains("text=words", "not read: \"text\"");
  }

  @Test
  void remembersTheColumnsBesideTheTable() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Path table = Files.writeString(in.resolve("t.csv"), "no,words\n1,mine\n");
    read(table, mapped(Map.of("text", "words", "id", "no")));
    Path memory = in.resolve("t.csv.columns.json");
    assertThat(memory).exists();
    read(table, ReadSettings.AUTO);
    assertThat(posts).extracting(Post::text).containsExactly("mine");
    read(in, ReadSettings.AUTO);
    assertThat(posts).hasSize(1);
    assertThat(remarks).hasSize(1);
    Files.writeString(memory, "{\"text\":\"gone\"}");
    assertThatThrownBy(() -> read(table, ReadSettings.AUTO))
        .hasMessageContaining("has no column \"gone\"", "\"no\", \"words\"", "t.csv.columns.json");
    Files.writeString(memory, "{\"txt\":7}");
    assertThatThrownBy(() -> read(table, ReadSettings.AUTO))
        .hasMessageContaining("t.csv.columns.json, where something is wrong (\"txt\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "a1,,2025-01-27,1 ! \"text\" is empty; wanted the words of the post.",
        "a1,t,2025-01-27 ! it has 3 columns, and the header 4; is a separator or a quotation mark"
            + " one too many or missing?",
        "a1,\"a \"b\" c\",2025-01-27,1 ! a quotation mark is missing, or one inside a field is not"
            + " doubled.",
        "a1,[removed],2025-01-27,1 ! its words were taken down: they are \"[removed]\"."
      })
  void saysWhichRowIsWrong(String row, String reason) throws Exception {
    read("id,text,date,likes\na0,\"a\nb\",,nan\n" + row + "\na2,last,NULL,\n");
    assertThat(rejected).containsExactly("4: row 3: " + reason);
    assertThat(posts).extracting(Post::id).containsExactly("a0", "a2");
  }

  /// A post can do without them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "t,03/02/2025,1 ! \"date\" is \"03/02/2025\"; wanted the year first, or --dates day-first"
            + " or --dates month-first, as this may be 2025-02-03 or 2025-03-02. The column was"
            + " left out.",
        "t,soon,1 ! \"date\" is \"soon\"; wanted a time such as 2025-01-27T09:30:00Z, 2025-01-27"
            + " 09:30 or 1737970200. The column was left out.",
        "t,2025-01-27,many ! \"likes\" is \"many\"; wanted a whole number. The column was left out."
      })
  void leavesOutAWrongColumnAlone(String row, String reason) throws Exception {
    read("id,text,date,likes\na0,x,2025-01-27,3\na1," + row + "\na2,last,2025-01-28,4\n");
    assertThat(rejected).isEmpty();
    assertThat(remarks).contains("row 3: " + reason);
    assertThat(posts).extracting(Post::id).containsExactly("a0", "a1", "a2");
  }

  /// In a short file one wrong value is much of the column.
  @Test
  void keepsTheOtherValuesOfAColumn() throws Exception {
    read("text,likes,date\na,12,2025-01-27\nb,soon,soon\n");
    assertThat(posts.getFirst().engagement().likes()).isEqualTo(12);
    assertThat(posts.getFirst().createdAt()).contains(Instant.parse("2025-01-27T00:00:00Z"));
    assertThat(remarks)
        .anyMatch(r -> r.startsWith("row 3: \"likes\" is \"soon\""))
        .anyMatch(r -> r.startsWith("row 3: \"date\" is \"soon\""));
  }

  @Test
  void makesIdsWhereTheFileHasNone() throws Exception {
    read("id,text\n1.88656E+18,a\n1.88656E+18,b\n");
    assertThat(posts).extracting(Post::id).allMatch(id -> id.startsWith("row:"));
    assertThat(remarks.getFirst()).contains("ids are made", "\"id\" is cut off (1.88656E+18)");
    read("id,text\n1886049283746540000,a\n1886049283746550000,b\n");
    assertThat(posts).extracting(Post::id).allMatch(id -> id.startsWith("row:"));
    read("id,text\n1,a\n2,b\n3,c\n");
    assertThat(posts).extracting(Post::id).allMatch(id -> id.startsWith("row:"));
    read("id,parent_id,text\n1,,a\n2,1,b\n3,3,c\n");
    assertThat(posts).extracting(Post::id).containsExactly("t.csv#1", "t.csv#2", "t.csv#3");
    assertThat(posts.get(1).links().inReplyTo()).contains("t.csv#1");
    assertThat(posts.get(2).links().inReplyTo()).isEmpty();
    read("id,tweet_id,text\n1,1886049283746543611,a\n2,1886049283746543612,b\n");
    assertThat(posts.getFirst().id()).isEqualTo("1886049283746543611");
    read(
        "tweet_id,url,text\n1.9E+18,https://x.com/ab/status/1886049283746543611,a\n"
            + "1.9E+18,https://x.com/ab/status/1886049283746543612,b\n");
    assertThat(posts.getFirst().id()).isEqualTo("1886049283746543611");
    read("id,text\n1,a\n2,b\n", with(DayOrder.UNKNOWN, LayoutSettings.Ids.NATIVE));
    assertThat(posts).extracting(Post::id).containsExactly("1", "2");
    read("id,text\nabc,a\nabd,b\n", with(DayOrder.UNKNOWN, LayoutSettings.Ids.MADE));
    assertThat(posts).extracting(Post::id).allMatch(id -> id.startsWith("row:"));
  }

  private static ReadSettings with(DayOrder days, LayoutSettings.Ids ids) {
    return new ReadSettings(
        Optional.empty(), Optional.empty(), Map.of(), days, ids, Optional.empty());
  }

  @Test
  void readsDaysByTheOrderThatTheColumnProves() throws Exception {
    read("text,date\na,03/02/2025\nb,13/02/2025\n");
    assertThat(posts.getFirst().createdAt()).contains(Instant.parse("2025-02-03T00:00:00Z"));
    assertThat(remarks.getFirst()).contains("days: day first, as 1 row shows");
    read("text,date\na,03/02/2025\nb,02/13/2025\n");
    assertThat(posts.getFirst().createdAt()).contains(Instant.parse("2025-03-02T00:00:00Z"));
    assertThatThrownBy(() -> read("text,date\na,03/02/2025\nb,02/11/2025\n"))
        .hasMessageContaining("\"date\" such as \"03/02/2025\"", "--dates day-first");
    read("text,date\na,03/02/2025\n", with(DayOrder.MONTH_FIRST, LayoutSettings.Ids.AUTO));
    assertThat(posts.getFirst().createdAt()).contains(Instant.parse("2025-03-02T00:00:00Z"));
  }

  @Test
  void readsWhatSpreadsheetsMakeOfATable() throws Exception {
    read(
        "Report of 27 January;;;\n\n"
            + "Text;Datum;Uhrzeit;Likes\n"
            + "\"Ärger &amp; Freude\";27.01.2025;14.05;1.234\n"
            + "Text;Datum;Uhrzeit;Likes\n"
            + "b;28.01.2025;9.30;5,0\n");
    assertThat(posts).extracting(Post::text).containsExactly("Ärger & Freude", "b");
    assertThat(posts.getFirst().createdAt()).contains(Instant.parse("2025-01-27T14:05:00Z"));
    assertThat(posts).extracting(p -> p.engagement().likes()).containsExactly(1234L, 5L);
    assertThat(rejected).isEmpty();
    assertThat(remarks).anyMatch(r -> r.startsWith("the row of names stands there again"));
    read("text,user\nitâ€™s fine,JosÃ©\nplain,b\n");
    assertThat(posts.getFirst().text()).isEqualTo("it’s fine");
    assertThat(posts.getFirst().author().handle()).contains("José");
    read("text\nRT @ab: one &lt;two&gt;\nRT @ab: one &lt;two&gt;\n");
    assertThat(posts).extracting(Post::text).containsOnly("one <two>");
    assertThat(posts.getFirst().links().repostOf()).isPresent();
    assertThat(posts.get(0).links().repostOf()).isEqualTo(posts.get(1).links().repostOf());
  }

  @Test
  void readsATableWithoutNames() throws Exception {
    read(
        "0,1467810369,Mon Apr 06 22:19:45 PDT 2009,NO_QUERY,_A_,\"Oh that's a bummer, really.\"\n"
            + "0,1467810672,Mon Apr 06 22:19:49 PDT 2009,NO_QUERY,b_b,is upset that he can't"
            + " update\n"
            + "4,1467810917,Mon Apr 06 22:19:53 PDT 2009,NO_QUERY,cc,I dived many times for the"
            + " ball\n");
    assertThat(posts).extracting(Post::text).startsWith("Oh that's a bummer, really.");
    read("x,one two\ny,three four\nz,five six\n", mapped(Map.of("text", "2")));
    assertThat(posts).extracting(Post::text).containsExactly("one two", "three four", "five six");
  }

  @Test
  void losesNoMoreThanTheRowsThatAQuotationMarkRunsThrough() throws Exception {
    read("id,text\na1,\"open\na2,b\na3,\"c\"\na4,d\n");
    assertThat(rejected)
        .containsExactly(
            "2: row 2: a quotation mark is missing, or one inside a field is not doubled; the row"
                + " takes lines 2 to 4 with it.");
    assertThat(posts).extracting(Post::id).containsExactly("a4");
    read("id,text\na1,a\na2,\"open\na3,c\na4,d\n");
    assertThat(rejected).containsExactly("3: row 3: a quotation mark is never closed.");
    assertThat(posts).extracting(Post::id).containsExactly("a1", "a3", "a4");
  }

  @Test
  void keepsQuotationMarksInsideAField() throws Exception {
    read("id,text\r1,x \"y\" z\r2,\"\"\"quoted\"\"\"\r");
    assertThat(posts).extracting(Post::text).containsExactly("x \"y\" z", "\"quoted\"");
  }

  @Test
  void rejectsOnlyTheRowsThatAreNotUtf8() throws Exception {
    String table = "id,text\na1,plain\na2,Ein schöner Tag\na3,fine\n";
    Charset western = Charset.forName("windows-1252");
    Path file = Files.write(folder.resolve("w.csv"), table.getBytes(western));
    read(file, ReadSettings.AUTO);
    assertThat(posts).extracting(Post::id).containsExactly("a1", "a3");
    assertThat(rejected)
        .containsExactly(
            "3: row 3: \"text\" is not valid UTF-8: byte 0xf6; if 'Ein schöner Tag' is right, the"
                + " file is in windows-1252 (--encoding windows-1252).");
    read(file, new ReadSettings(Optional.of(western), Optional.empty(), Map.of()));
    assertThat(posts).extracting(Post::text).contains("Ein schöner Tag");
    read(
        Files.write(file, ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE)),
        ReadSettings.AUTO);
    assertThat(posts).extracting(Post::text).contains("Ein schöner Tag");
  }

  @Test
  void asksForTheColumnOfTheText() {
    assertThatThrownBy(() -> read("a,b,c\n1,2,3\n"))
        .hasMessageContaining("--map text=COLUMN")
        .hasMessageContaining("\"a\", \"b\", \"c\"");
    assertThatThrownBy(() -> read("a,b\n", mapped(Map.of("text", "c"))))
        .hasMessageEndingWith(
            "t.csv has no column \"c\" (--map text=…); the first line has \"a\", \"b\".");
    assertThatThrownBy(() -> read("text,text\na,b\n"))
        .hasMessageEndingWith("t.csv has two columns called \"text\"; rename one of them.");
    assertThatThrownBy(() -> mapped(Map.of("txt", "c")))
        .hasMessageStartingWith("there is no field 'txt'; there are id, text, ");
    assertThatThrownBy(() -> read("Dear diary, today was fine, really\n"))
        .hasMessageContaining("no JSON");
  }

  @Test
  void takesATableForOneIfToldSo() throws Exception {
    ReadSettings csv = new ReadSettings(Optional.empty(), Optional.of("csv"), Map.of());
    read("[id],text\n1,a\n", csv);
    assertThat(posts).extracting(Post::text).containsExactly("a");
    assertThatThrownBy(() -> read("a,b\n", csv)).hasMessageContaining("--map text=COLUMN");
  }

  /// Whatever stands in the fields comes out again.
  @Test
  void readsBackAnyField() throws Exception {
    Random random = new Random(17);
    String alphabet = "ab\",;\n\r\t| é漢\uD83D\uDE00";
    for (int trial = 0; trial < 2_000; trial++) {
      char separator = ",;\t|".charAt(random.nextInt(4));
      List<List<String>> rows = new ArrayList<>();
      StringBuilder table = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        List<String> row = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
          StringBuilder field = new StringBuilder();
          int length = random.nextInt(6) + (k == 0 ? 1 : 0);
          alphabet
              .codePoints()
              .boxed()
              .filter(_ -> random.nextInt(3) == 0)
              .limit(length)
              .forEach(field::appendCodePoint);
          row.add(field.toString());
          if (k > 0) table.append(separator);
          table.append('"').append(field.toString().replace("\"", "\"\"")).append('"');
        }
        rows.add(row);
        table.append(random.nextBoolean() ? "\n" : "\r\n");
      }
      Rows reader = new Rows(new StringReader(table.toString()), separator);
      List<List<String>> read = new ArrayList<>();
      for (Optional<Rows.Row> row; (row = reader.next()).isPresent(); ) {
        assertThat(row.get().problem()).isEmpty();
        read.add(row.get().fields());
      }
      assertThat(read).isEqualTo(rows);
    }
  }
}
