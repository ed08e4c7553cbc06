package dev.chorus.render;

import dev.chorus.index.Samples;
import dev.chorus.index.query.SearchResult;
import dev.chorus.json.Json;
import dev.chorus.render.json.SearchJson;
import dev.chorus.render.terminal.TerminalPrinter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What was found, for people and for scripts.
class SearchOutlineTest {
  private static String text(SearchResult result, Terminal terminal) {
    return TerminalPrinter.print(SearchOutline.of(result, Samples.event()), terminal);
  }

  @Test
  void printsHitsReasonsAndCounts() throws Exception {
    SearchResult found = Posts.found();
    Golden.text("search", terminal -> text(found, terminal));
    Golden.json("search", SearchJson.of(found));
    Golden.check(
        "search.jsonl",
        found.hits().stream()
            .map(hit -> Json.compact(SearchJson.hit(hit)) + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void printsThatNothingWasFound() throws Exception {
    Golden.check("search-nothing.txt", text(Posts.nothing(), new Terminal(80, false, true)));
    Golden.json("search-nothing", SearchJson.of(Posts.nothing()));
  }
}
