package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.post.Author;
import dev.chorus.post.Post;
import dev.chorus.source.format.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives of accounts, whose posts do not say whose they are.
class ArchivesTest {
  private static final Author SAMPLE =
      new Author(Optional.of("Sample Person"), Optional.of("sample"), Optional.empty(), List.of());

  private static final String LONG =
      "A long story about a kettle that goes on & on, as there is much to say about it. ".repeat(6);

  @TempDir Path folder;

  private static String part(String list, String records) {
    return "window.YTD." + list + ".part0 = [" + records + "]";
  }

  private static String tweet(String id, String text, String second) {
    return """
    {"tweet":{"id_str":"%s","id":"%1$s","full_text":"%s","favorite_count":"4","retweet_count":"1",\
    "created_at":"Mon Jan 27 09:30:%s +0000 2025","lang":"en"}}\
    """
        .formatted(id, text, second);
  }

  /// In an order in which the posts come before the account.
  private static Map<String, String> archive() {
    String note =
        """
        {"noteTweet":{"noteTweetId":"999","createdAt":"2025-01-27T09:30:02.000Z",\
        "lifecycle":{"name":"Live"},"core":{"text":"%s","urls":[]}}}\
        """
            .formatted(LONG.strip());
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "data/tweets.js",
        part(
            "tweets",
            tweet("1", "A kettle &amp; a pot", "01")
                + ","
                + tweet("2", LONG.replace("&", "&amp;").substring(0, 270) + "…", "02")
                + ","
                + tweet("3", "Another at the same second", "02")));
    files.put("data/note-tweet.js", part("note_tweet", note));
    files.put("data/like.js", part("like", "{\"like\":{\"tweetId\":\"7\",\"fullText\":\"no\"}}"));
    files.put("data/deleted-tweets.js", part("deleted_tweets", tweet("4", "gone", "03")));
    files.put("data/follower.js", part("follower", ""));
    files.put("data/community-tweet.js", part("community_tweet", tweet("5", "To some", "04")));
    files.put(
        "data/account.js",
        part(
            "account",
            """
            {"account":{"username":"sample","accountId":"11","accountDisplayName":"Sample Person"}}\
            """));
    return files;
  }

  private void write(Path to, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = to.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static void zip(OutputStream to, Map<String, String> files) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static List<ReadResult> read(Path file) throws UnreadableSourceException {
    List<ReadResult> results = new ArrayList<>();
    PostReader.read(file, InputStream.nullInputStream(), results::add);
    return results;
  }

  private static List<Post> posts(List<ReadResult> results) {
    assertThat(results).noneMatch(ReadResult.Rejected.class::isInstance);
    return results.stream()
        .filter(ReadResult.Parsed.class::isInstance)
        .map(r -> ((ReadResult.Parsed) r).post())
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  private static void assertWhole(List<ReadResult> results) {
    List<Post> posts = posts(results);
    assertThat(posts).extracting(Post::id).containsExactly("x:1", "x:2", "x:3", "x:5");
    assertThat(posts).extracting(Post::author).containsOnly(SAMPLE);
    assertThat(posts)
        .extracting(Post::text)
        .containsExactly("A kettle & a pot", LONG.strip(), "Another at the same second", "To some");
    assertThat(posts.getFirst().url()).contains("https://x.com/sample/status/1");
    List<ReadResult> remarks =
        results.stream().filter(ReadResult.Remark.class::isInstance).toList();
    assertThat(remarks).hasSize(1);
    assertThat(((ReadResult.Remark) remarks.getFirst()).text())
        .startsWith("left out, ")
        .contains("like.js", "deleted-tweets.js", "follower.js", "account.js", "note-tweet.js");
  }

  @Test
  void readsAFolder() throws Exception {
    write(folder, archive());
    assertWhole(read(folder));
  }

  @Test
  void readsAZipFileInWhichTheAccountComesLast() throws Exception {
    Path file = folder.resolve("export.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      zip(out, archive());
    }
    assertWhole(read(file));
    assertWhole(read(folder));
  }

  @Test
  void looksBesideAFileThatIsNamedAlone() throws Exception {
    write(folder, archive());
    List<Post> posts = posts(read(folder.resolve("data/tweets.js")));
    assertThat(posts).hasSize(3);
    assertThat(posts).extracting(Post::author).containsOnly(SAMPLE);
  }

  @Test
  void leavesTheAuthorUnknownWhereNoFileNamesThem() throws Exception {
    Map<String, String> files = archive();
    files.keySet().retainAll(List.of("data/tweets.js"));
    write(folder, files);
    assertThat(posts(read(folder))).extracting(Post::author).containsOnly(Author.UNKNOWN);
  }

  /// The account of one archive says nothing about the posts of another.
  @Test
  void keepsArchivesApart() throws Exception {
    write(folder.resolve("a"), archive());
    Map<String, String> other = new LinkedHashMap<>();
    other.put("data/tweets.js", part("tweets", tweet("8", "Somebody else's", "01")));
    write(folder.resolve("b"), other);
    Files.writeString(folder.resolve("a/data/more.json"), tweet("9", "Collected", "01"));
    Map<String, Author> authors = new LinkedHashMap<>();
    posts(read(folder)).forEach(post -> authors.put(post.id(), post.author()));
    assertThat(authors)
        .containsEntry("x:1", SAMPLE)
        .containsEntry("x:8", Author.UNKNOWN)
        .containsEntry("x:9", Author.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data/account.js", "data/like.js", "data/deleted-tweets.js"})
  void saysWhatAFileWithoutPostsHolds(String name) throws Exception {
    write(folder, archive());
    assertThatThrownBy(() -> read(folder.resolve(name)))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("is of an archive of X and holds ");
  }

  @Test
  void readsWhatTheFirstArchivesHeld() throws Exception {
    Path file = folder.resolve("2013_05.js");
    Files.writeString(
        file,
        """
        Grailbird.data.tweets_2013_05 =
         [ {"source":"web","entities":{},"text":"An old kettle","created_at":"2013-05-01 10:00:00 +0000",
            "id_str":"329","id":329,"user":{"name":"Sample Person","screen_name":"sample"}} ]
        """);
    Post post = posts(read(file)).getFirst();
    assertThat(post.id()).isEqualTo("x:329");
    assertThat(post.createdAt()).hasToString("Optional[2013-05-01T10:00:00Z]");
    assertThat(post.author()).isEqualTo(SAMPLE);
  }

  @Test
  void takesTheNameOfAnAccountOnMastodonFromBeside() throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "outbox.json",
        """
        {"type":"OrderedCollection","orderedItems":[{"type":"Create","actor":"https://s.example/users/sample",
         "object":{"id":"https://s.example/users/sample/statuses/7","type":"Note","content":"<p>Hums</p>",
         "attributedTo":"https://s.example/users/sample","published":"2025-01-27T09:30:00Z"}}]}
        """);
    files.put(
        "likes.json",
        "{\"type\":\"OrderedCollection\",\"orderedItems\":[\"https://o.example/1\"]}");
    files.put(
        "actor.json",
        """
        {"type":"Person","preferredUsername":"sample","name":"Sample Person"}
        """);
    Path file = folder.resolve("archive.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      zip(out, files);
    }
    List<ReadResult> results = read(file);
    assertThat(posts(results)).extracting(Post::author).containsExactly(SAMPLE);
    assertThat(results).filteredOn(r -> !(r instanceof ReadResult.EndOfFile)).hasSize(2);
    assertThat(((ReadResult.Remark) results.getLast()).text()).contains("likes.json", "actor.json");
  }
}
