package dev.chorus.cli;

import dev.chorus.app.Meanings;
import dev.chorus.app.SearchTerms;
import dev.chorus.app.TermException;
import dev.chorus.camp.Event;
import dev.chorus.cli.console.Io;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.Measure;
import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.json.Json;
import dev.chorus.render.SearchCsv;
import dev.chorus.render.SearchOutline;
import dev.chorus.render.json.SearchJson;
import dev.chorus.render.terminal.TerminalPrinter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `chorus search QUERY`
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds reactions by their words: the best matches first, then how many there are in each"
          + " camp.",
      "Words alone may each match; \"quoted words\" must stand together; AND, OR, NOT, brackets,"
          + " wild* cards, fuzzy~ and field:value (camp, sentiment, author, entity, …) work as in"
          + " Lucene."
    })
final class SearchCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;
  @Mixin private IndexOption index;

  @Parameters(paramLabel = "QUERY", description = "What to look for; '*:*' is everything.")
  private String query;

  @Option(names = "--camp", paramLabel = "ID", split = ",", description = "Only these camps.")
  private List<String> camps = List.of();

  @Option(
      names = "--about",
      paramLabel = "KIND",
      split = ",",
      description =
          "Only posts that are to the event a reaction, mention, off (on another subject), fragment"
              + " or notice.")
  private List<String> abouts = List.of();

  @Option(
      names = "--sentiment",
      paramLabel = "MOOD",
      split = ",",
      description = "Only positive, neutral, negative or unread posts.")
  private List<String> moods = List.of();

  @Option(
      names = "--stance",
      paramLabel = "SIDE[:TARGET]",
      split = ",",
      description =
          "Only posts with this stance, such as favor:DeepSeek or against:OpenAI. Without a target,"
              + " the one that the event is about. reported:CLAIM finds posts that only pass a"
              + " claim on.")
  private List<String> stances = List.of();

  @Option(
      names = "--issue",
      paramLabel = "ID",
      split = ",",
      description = "Only posts that speak of one of these issues of the camp file.")
  private List<String> issues = List.of();

  @Option(names = "--author", paramLabel = "NAME", description = "Only this handle or name.")
  private List<String> authors = List.of();

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      split = ",",
      description = "Only these platforms.")
  private List<String> platforms = List.of();

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      split = ",",
      description = "Only these languages, such as en.")
  private List<String> languages = List.of();

  @Option(
      names = "--entity",
      paramLabel = "NAME",
      description = "Only posts that name it, by its canonical name, such as OpenAI.")
  private List<String> entities = List.of();

  @Option(names = "--thread", paramLabel = "ID", description = "Only posts of this thread.")
  private List<String> threads = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Only post, quote, report or illustrative.")
  private List<String> kinds = List.of();

  @Option(
      names = "--min",
      paramLabel = "MEASURE=N",
      split = ",",
      description =
          "Only posts with at least so many likes, reposts, replies or views, or engagement (likes,"
              + " reposts and replies together), such as likes=100.")
  private List<String> atLeast = List.of();

  @Option(
      names = "--without-copies",
      description = "Of near-identical posts only the earliest; each text counts once.")
  private boolean withoutCopies;

  @Mixin private TimeOptions times;

  @Option(
      names = "--sort",
      defaultValue = "relevance",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}): best match, newest, most"
              + " engagement or strongest mood first.")
  private SearchRequest.Order sort = SearchRequest.Order.RELEVANCE;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "Most hits to print (default: ${DEFAULT-VALUE}); the counts are of all.")
  private int limit = 10;

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description =
          "Go on behind the last hit of the page before, which names the cursor; the rest of the"
              + " command must be the same. Posts that came in meanwhile neither repeat nor hide"
              + " others.")
  private Optional<String> after = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private SearchFormat format = SearchFormat.TEXT;

  @Option(
      names = "--bom",
      description =
          "With --format csv: begin with a byte order mark, by which Excel knows that the text is"
              + " UTF-8.")
  private boolean bom;

  @Option(
      names = "--explain",
      description =
          "Say of each hit why it has its score: its words, how often it says them, how rare they"
              + " are, its length, its nearness in meaning.")
  private boolean explain;

  @Option(names = "--count", description = "Print how many posts match, and nothing else.")
  private boolean count;

  @Option(
      names = "--mode",
      defaultValue = "keyword",
      description = {
        "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). semantic: the "
            + SearchRequest.NEAREST
            + " posts nearest in meaning to the query, whatever their words; counts are of those."
            + " hybrid: the matches of both, ranked by both; a query with operators, quotes or"
            + " fields is answered by its words alone."
      })
  private SearchRequest.Mode mode = SearchRequest.Mode.KEYWORD;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "Folder of the models that the index was made with (default: models/, where Chorus is"
              + " installed). Only a search by meaning needs them.")
  private Optional<Path> models = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    if (explain && (count || format == SearchFormat.CSV)) {
      throw usage("--explain goes with --format text, json or jsonl, and not with --count.");
    }
    if (bom && (count || format != SearchFormat.CSV)) {
      throw usage("--bom goes with --format csv, and not with --count.");
    }
    if (limit < 0) throw usage("--limit is " + limit + "; wanted 0 or more.");
    Map<Measure, Long> least = least();
    Optional<Instant> from = times.since();
    Optional<Instant> to = times.until();
    try (ReactionReader reader = main.open(index.folder(io))) {
      SearchResult result =
          reader.search(
              new SearchRequest(
                  query,
                  SearchTerms.filters(asked(), reader.event()),
                  from,
                  to,
                  least,
                  !withoutCopies,
                  sort,
                  count ? 0 : limit,
                  mode,
                  after,
                  extras()),
              text -> Meanings.of(reader, models).apply(text));
      print(result, reader.event(), io);
      return ExitCode.DONE;
    } catch (QueryException e) {
      throw pointed(e);
    } catch (TermException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private Set<SearchRequest.Extra> extras() {
    Set<SearchRequest.Extra> extras = EnumSet.noneOf(SearchRequest.Extra.class);
    if (explain) extras.add(SearchRequest.Extra.REASONS);
    if (!count && (format == SearchFormat.TEXT || format == SearchFormat.JSON)) {
      extras.add(SearchRequest.Extra.COUNTS);
    }
    return extras;
  }

  private void print(SearchResult result, Event event, Io io) {
    if (count) {
      io.out().println(result.total());
    } else {
      switch (format) {
        case TEXT -> io.print(SearchOutline.of(result, event));
        case JSON -> io.out().println(Json.pretty(SearchJson.of(result)));
        case JSONL ->
            result.hits().forEach(hit -> io.out().println(Json.compact(SearchJson.hit(hit))));
        case CSV -> {
          if (bom) io.out().print(SearchCsv.BYTE_ORDER_MARK);
          io.out().print(SearchCsv.of(result));
        }
      }
    }
    io.out().flush();
    // Text and JSON have a place for them; elsewhere a line of talk must not be a line of data.
    if (count || format == SearchFormat.JSONL || format == SearchFormat.CSV) {
      result
          .suggestions()
          .forEach(c -> io.say(TerminalPrinter.line(SearchOutline.suggestion(c), io.terminal())));
      result.next().ifPresent(n -> io.say(SearchOutline.next(n)));
    }
  }

  /// Shows the query with a caret under the place.
  private QueryException pointed(QueryException e) {
    boolean oneLine = query.length() <= 200 && query.lines().count() == 1;
    if (e.column() < 0 || !oneLine) return e;
    int column = Math.min(e.column(), query.length());
    return new QueryException(
        e.getMessage() + "\n  " + query + "\n  " + " ".repeat(column) + "^", e.column());
  }

  private Map<Measure, Long> least() {
    try {
      return SearchTerms.least(atLeast);
    } catch (TermException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private Map<Facet, List<String>> asked() {
    Map<Facet, List<String>> asked = new LinkedHashMap<>();
    asked.put(Facet.CAMP, camps);
    asked.put(Facet.ABOUT, abouts);
    asked.put(Facet.SENTIMENT, moods);
    asked.put(Facet.STANCE, stances);
    asked.put(Facet.ISSUE, issues);
    asked.put(Facet.AUTHOR, authors);
    asked.put(Facet.PLATFORM, platforms);
    asked.put(Facet.LANG, languages);
    asked.put(Facet.ENTITY, entities);
    asked.put(Facet.THREAD, threads);
    asked.put(Facet.KIND, kinds);
    return asked;
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
