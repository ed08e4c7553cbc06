package dev.chorus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.chorus.camp.Assigner;
import dev.chorus.camp.Placement;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.language.Analyzer;
import dev.chorus.language.ModelException;
import dev.chorus.language.Reaction;
import dev.chorus.post.Post;
import dev.chorus.source.ReadSettings;
import dev.chorus.source.format.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept when something goes wrong that nobody foresaw.
@Tag("models")
class IngestFaultsTest {
  @TempDir Path folder;
  private final CountDownLatch never = new CountDownLatch(1);
  private final List<String> left = new ArrayList<>();
  private volatile IngestListener.Stop stop;

  private final IngestListener listener =
      new IngestListener() {
        @Override
        public void running(Stop stop) {
          IngestFaultsTest.this.stop = stop;
        }

        @Override
        public void unreadable(String message) {
          left.add(message);
        }

        @Override
        public void rejected(Place at, String reason) {
          left.add(at + ": " + reason);
        }
      };

  /// Reads nothing, and does what a post's text says.
  private final class Obedient implements Analyzer {
    @Override
    public Reaction analyze(Post post) {
      switch (post.text()) {
        case "fail" -> throw new IllegalStateException("no such case");
        case "dig" -> dig(1);
        case "fill" -> throw new OutOfMemoryError("Java heap space");
        case "unload" -> throw new ModelException("the model is gone");
        case "hang" -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
        default -> {}
      }
      return Reaction.unread(post, "und");
    }

    private int dig(int depth) {
      return depth == 0 ? 0 : dig(depth + 1) + 1;
    }

    @Override
    public void close() {}
  }

  private static final class Nowhere implements Assigner {
    @Override
    public Placement place(Reaction reaction) {
      return Placement.unread();
    }

    @Override
    public Placement place(Reaction reaction, Map<String, Double> learned) {
      return Placement.unread();
    }
  }

  private static String line(String id, String text) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
  }

  private static InputStream lines(String... lines) {
    return new ByteArrayInputStream(String.join("", lines).getBytes(StandardCharsets.UTF_8));
  }

  /// So much that a reader that looks ahead has seen what stands before.
  private static String blank() {
    return "\n".repeat(1_000_000);
  }

  private Ingest.Result ingest(InputStream in) throws Exception {
    return ingest(in, Optional.empty(), Duration.ofSeconds(30), this::obedient);
  }

  private Pipeline obedient() {
    return new Pipeline(new Obedient(), new Nowhere());
  }

  private Ingest.Result ingest(
      InputStream in, Optional<Path> rejects, Duration longest, Supplier<Pipeline> pipeline)
      throws Exception {
    MethodRequest.Choice choice = MethodRequest.OPEN.choose();
    return Ingest.run(
        IngestRequest.of(index(), choice.method(), choice.origin(), 2)
            .with(false, rejects, Privacy.NONE),
        new Ingest.Machinery(_ -> pipeline.get(), longest),
        List.of(Path.of("-")),
        in,
        ReadSettings.AUTO,
        listener);
  }

  private Path index() {
    return folder.resolve("index");
  }

  private int indexed() throws IndexException {
    try (ReactionReader reader = ReactionReader.open(index())) {
      return reader.size();
    }
  }

  private static void addsUp(Tally tally) {
    assertThat(tally.indexed() + tally.updated() + tally.unchanged() + tally.rejected())
        .isEqualTo(tally.read());
  }

  @Test
  void aPostThatCannotBeAnalysedIsLeftOutAndTheOthersAreKept() throws Exception {
    Path rejects = folder.resolve("rejects.jsonl");
    Tally tally =
        ingest(
                lines(line("a", "one"), line("b", "fail"), line("c", "dig"), line("d", "two")),
                Optional.of(rejects),
                Duration.ofSeconds(30),
                this::obedient)
            .tally();
    addsUp(tally);
    assertThat(tally.indexed()).isEqualTo(2);
    assertThat(tally.rejected()).isEqualTo(2);
    assertThat(indexed()).isEqualTo(2);
    assertThat(left)
        .anySatisfy(
            reason ->
                assertThat(reason)
                    .startsWith(
                        "standard input:2: the post \"b\" could not be analysed and stored, by a"
                            + " fault of")
                    .contains("(IllegalStateException: no such case, at IngestFaultsTest.java:")
                    .endsWith("Please report it."))
        .anySatisfy(reason -> assertThat(reason).startsWith("standard input:3: the post \"c\""));
    assertThat(Files.readString(rejects)).contains("\"id\":\"b\"", "\"id\":\"c\"");
  }

  /// A record that was counted into it goes with it.
  @Test
  void thePostAsItWasStaysWhereItsUpdateFails() throws Exception {
    ingest(lines(line("a", "one")));
    Tally tally =
        ingest(
                lines(
                    "{\"id\":\"a\",\"text\":\"fail\",\"editedAt\":\"2030-01-01\"}\n",
                    "{\"id\":\"r\",\"text\":\"RT\",\"repostOf\":\"a\"}\n",
                    line("b", "two")))
            .tally();
    addsUp(tally);
    // The repost is lost with the update if it came before that failed.
    assertThat(tally.rejected()).isBetween(1, 2);
    assertThat(tally.indexed()).isEqualTo(1);
    try (ReactionReader reader = ReactionReader.open(index())) {
      assertThat(reader.size()).isEqualTo(2);
      assertThat(reader.get("a").orElseThrow().reaction().post().text()).isEqualTo("one");
    }
  }

  /// Lucene takes no term of more than 32,766 bytes.
  @Test
  void aPostThatCannotBeStoredIsLeftOut() throws Exception {
    String handle = "x".repeat(40_000);
    Tally tally =
        ingest(
                lines(
                    line("a", "one"),
                    "{\"id\":\"b\",\"text\":\"t\",\"thread\":\"" + handle + "\"}\n",
                    line("c", "two")))
            .tally();
    addsUp(tally);
    assertThat(indexed()).isEqualTo(tally.indexed());
    assertThat(tally.indexed()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aPostThatTakesTooLongIsNamedAndLeftOut() throws Exception {
    Tally tally =
        ingest(
                lines(line("a", "one"), line("b", "hang"), line("c", "two")),
                Optional.empty(),
                Duration.ofMillis(50),
                this::obedient)
            .tally();
    never.countDown();
    addsUp(tally);
    assertThat(indexed()).isEqualTo(2);
    assertThat(left.getFirst())
        .startsWith(
            "standard input:2: the post \"b\", of 4 characters, took longer to analyse than");
  }

  /// Feeds posts, and waits for the index to have them before it fails.
  private final class Failing extends InputStream {
    private final InputStream posts;
    private final int wanted;

    Failing(int wanted, InputStream posts) {
      this.posts = posts;
      this.wanted = wanted;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      int read = posts.read(into, from, count);
      if (read >= 0) return read;
      try {
        for (int i = 0; i < 200; i++) {
          if (ReactionReader.isThere(index()) && indexed() == wanted) return -1;
          TimeUnit.MILLISECONDS.sleep(50);
        }
      } catch (IndexException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
      throw new IllegalStateException("never committed");
    }
  }

  @Test
  void commitsWhileItWaitsForTheNextPostAndForASlowOne() throws Exception {
    new Thread(
            () -> {
              try {
                while (!ReactionReader.isThere(index()) || indexed() < 2) Thread.sleep(20);
              } catch (IndexException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
              never.countDown();
            })
        .start();
    Tally tally =
        ingest(
                new Failing(
                    3, lines(line("s", "hang"), line("a", "one"), line("b", "two"), blank())))
            .tally();
    assertThat(tally.indexed()).isEqualTo(3);
  }

  @Test
  void whatEndsTheRunLeavesWhatWasReadBefore() throws Exception {
    for (String end : List.of("fill", "unload")) {
      Path was = index();
      Throwable thrown =
          catchThrowable(
              () ->
                  ingest(
                      new SequenceInputStream(
                          new Failing(2, lines(line("a", "one"), line("b", "two"), blank())),
                          lines(line("c", end), blank()))));
      assertThat(thrown)
          .as(() -> end + " " + left)
          .isInstanceOfAny(OutOfMemoryError.class, ModelException.class);
      assertThat(indexed()).isEqualTo(2);
      Files.move(was, folder.resolve(end));
    }
  }

  @Test
  void aFileOfRejectsThatCannotBeWrittenEndsTheRunAndLosesNothing() throws Exception {
    Path full = Path.of("/dev/full");
    if (!Files.exists(full)) return;
    StringBuilder posts = new StringBuilder();
    for (int i = 0; i < 50; i++) posts.append(line("p" + i, "post " + i));
    for (int i = 0; i < 50; i++) posts.append("{\"id\":\"").append(i).append("\"}\n");
    assertThatThrownBy(
            () ->
                ingest(
                    lines(posts.toString()),
                    Optional.of(full),
                    Duration.ofSeconds(30),
                    this::obedient))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("/dev/full cannot be written");
    assertThat(indexed()).isEqualTo(50);
  }

  @Test
  void modelsThatCannotBeLoadedLeaveNoIndex() {
    assertThatThrownBy(
            () ->
                ingest(
                    lines(line("a", "one")),
                    Optional.empty(),
                    Duration.ofSeconds(30),
                    () -> {
                      throw new ModelException("there is no model");
                    }))
        .isInstanceOf(ModelException.class);
    assertThat(index()).doesNotExist();
  }

  /// Also while the reader waits for input that does not come.
  @Test
  void whoStopsItKeepsWhatWasRead() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    InputStream rest =
        new InputStream() {
          @Override
          public int read() throws IOException {
            try {
              stop.now();
              assertThat(indexed()).isEqualTo(2);
              stopped.countDown();
            } catch (IndexException e) {
              throw new IllegalStateException(e);
            }
            return -1;
          }
        };
    Ingest.Result result =
        ingest(
            new SequenceInputStream(
                lines(line("a", "one"), line("b", "two"), blank()),
                new SequenceInputStream(rest, lines(line("c", "three")))));
    assertThat(result.stopped()).isTrue();
    assertThat(stopped.getCount()).isZero();
    assertThat(indexed()).isEqualTo(2);
  }
}
