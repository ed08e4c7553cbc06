package dev.chorus.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Camp;
import dev.chorus.camp.EventFile;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.report.CampsReport;
import dev.chorus.source.ReadSettings;
import dev.chorus.source.format.Place;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job with the real models and without the command line, as a page or a job does it.
@Tag("models")
class WholeJobTest {
  private static final Path CORPUS = Path.of(System.getProperty("chorus.home"), "corpus");

  @TempDir static Path folder;
  private static Path index;
  private static Ingest.Result result;
  private static final List<String> TOLD = new ArrayList<>();

  private static final IngestListener LISTENER =
      new IngestListener() {
        private Tally last = Tally.NONE;

        @Override
        public void counted(Tally tally) {
          assertThat(tally.read()).isGreaterThanOrEqualTo(last.read());
          last = tally;
        }

        @Override
        public void stage(String what) {
          TOLD.add(what);
        }

        @Override
        public void rejected(Place at, String reason) {
          TOLD.add(at + ": " + reason);
        }
      };

  /// The corpus of the demo, with a record at its end that cannot be read.
  @BeforeAll
  static void ingest() throws Exception {
    index = folder.resolve("index");
    MethodRequest.Choice choice = MethodRequest.OPEN.choose(index);
    result =
        Ingest.run(
            IngestRequest.of(index, choice.method(), choice.origin(), 2),
            List.of(
                CORPUS.resolve("deepseek-r1.json"), CORPUS.resolve("crowd.jsonl"), Path.of("-")),
            new ByteArrayInputStream(
                "{\"id\":\"broken\",\"text\":\"\"}\n".getBytes(StandardCharsets.UTF_8)),
            ReadSettings.AUTO,
            LISTENER);
  }

  @Test
  void tellsWhatBecomesOfEveryRecord() {
    Tally tally = result.tally();
    assertThat(tally.rejected()).isEqualTo(1);
    assertThat(tally.indexed() + tally.updated() + tally.unchanged() + tally.rejected())
        .isEqualTo(tally.read());
    assertThat(tally.analysed()).isPositive().isLessThanOrEqualTo(tally.indexed());
    assertThat(result.unreadable()).isZero();
    assertThat(result.families()).isPresent();
    assertThat(TOLD)
        .contains("loading the language models …", "looking for copies …")
        .anySatisfy(line -> assertThat(line).contains("standard input:1").contains("\"text\""));
  }

  @Test
  void makesTheReportOfTheDemo() throws Exception {
    CampsReport report = Reports.of(index, Reports.Scope.ALL);
    assertThat(report.corpus().posts()).isEqualTo(result.tally().indexed());
    assertThat(report.camps()).hasSizeGreaterThan(7);
    assertThat(report.camps())
        .filteredOn(camp -> camp.id().equals("believers"))
        .singleElement()
        .satisfies(camp -> assertThat(camp.typical()).isNotEmpty());
  }

  @Test
  void searchesByWordsTermsAndMeaning() throws Exception {
    try (ReactionReader reader = ReactionReader.open(index)) {
      List<SearchRequest.Filter> filters =
          SearchTerms.filters(
              Map.of(Facet.STANCE, List.of("favor"), Facet.AUTHOR, List.of("@pmarca")),
              reader.event());
      SearchResult words = search(reader, "breakthroughs", filters, SearchRequest.Mode.KEYWORD);
      assertThat(words.total()).isEqualTo(1);
      SearchResult meaning =
          search(reader, "cheap training", List.of(), SearchRequest.Mode.SEMANTIC);
      assertThat(meaning.hits()).hasSize(5);
      String id = words.hits().getFirst().placed().reaction().post().id();
      PostDetails details = PostDetails.of(reader, id, Optional.of(3)).orElseThrow();
      assertThat(details.influences()).isNotEmpty();
      assertThat(details.alike().orElseThrow()).hasSize(3);
      assertThat(PostDetails.of(reader, "nobody", Optional.empty())).isEmpty();
    }
  }

  private static SearchResult search(
      ReactionReader reader,
      String query,
      List<SearchRequest.Filter> filters,
      SearchRequest.Mode mode)
      throws Exception {
    SearchRequest request =
        new SearchRequest(
            query,
            filters,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            true,
            SearchRequest.Order.RELEVANCE,
            5,
            mode,
            Optional.empty(),
            Set.of());
    return reader.search(request, text -> Meanings.of(reader, Optional.empty()).apply(text));
  }

  /// An index of an event and names of its own, which later commands are not told again.
  @Test
  void findsTheEventAndTheNamesOfAnIndexAgain() throws Exception {
    Path own = folder.resolve("own");
    Path names = folder.resolve("names.tsv");
    Path camps = folder.resolve("own.yaml");
    Files.writeString(names, "Whale One\tPRODUCT\twhale1\n");
    String declared = Files.readString(Installation.camps());
    Files.writeString(camps, declared.replace("id: deepseek-r1", "id: own-event"));
    MethodRequest request =
        new MethodRequest(
            Optional.of(camps), Optional.of(names), Optional.empty(), Optional.empty(), true);
    MethodRequest.Choice first = request.choose(own);
    assertThat(first.ofIndex()).isFalse();
    ingest(own, first, "{\"id\":\"1\",\"text\":\"whale1 beats everything I have tried\"}\n");

    MethodRequest.Choice again = MethodRequest.OPEN.choose(own);
    assertThat(again.ofIndex()).isTrue();
    assertThat(again.method().fingerprint()).isEqualTo(first.method().fingerprint());
    assertThat(again.method().event().id()).isEqualTo("own-event");
    Tally more = ingest(own, again, "{\"id\":\"2\",\"text\":\"I do not trust Whale One\"}\n");
    assertThat(more.indexed()).isEqualTo(1);
    assertThat(again.origin().camps()).contains(camps);

    Files.writeString(camps, Files.readString(camps) + "\n# a changed file\n");
    AssignCamps.Result moved = AssignCamps.run(own, Optional.empty(), Optional.empty(), _ -> {});
    assertThat(moved.posts()).isEqualTo(2);
    try (ReactionReader reader = ReactionReader.open(own)) {
      assertThat(reader.event().fingerprint())
          .as("the changed file, which nobody named again")
          .isEqualTo(EventFile.read(camps).fingerprint());
      assertThat(reader.event().camps().stream().map(Camp::id)).contains("believers");
    }
  }

  private static Tally ingest(Path own, MethodRequest.Choice choice, String posts)
      throws Exception {
    InputStream in = new ByteArrayInputStream(posts.getBytes(StandardCharsets.UTF_8));
    return Ingest.run(
            IngestRequest.of(own, choice.method(), choice.origin(), 1),
            List.of(Path.of("-")),
            in,
            ReadSettings.AUTO,
            IngestListener.SILENT)
        .tally();
  }
}
