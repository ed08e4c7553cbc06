package dev.chorus.render;

import dev.chorus.camp.Placed;
import dev.chorus.index.Samples;
import dev.chorus.index.query.SearchResult;
import dev.chorus.json.Json;
import dev.chorus.render.json.ReactionJson;
import dev.chorus.render.json.ShowJson;
import dev.chorus.render.terminal.TerminalPrinter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One reaction whole, for people and for scripts.
class ShowOutlineTest {
  private static String text(
      Placed placed, Optional<List<SearchResult.Hit>> alike, Terminal terminal) {
    boolean full = placed.equals(Posts.full());
    return TerminalPrinter.print(
        ShowOutline.of(
            placed,
            full ? Optional.of(Posts.family()) : Optional.empty(),
            full ? Posts.influences() : List.of(),
            alike,
            Samples.event()),
        terminal);
  }

  @Test
  void printsOneReactionWhole() throws Exception {
    Golden.text("show", terminal -> text(Posts.full(), Optional.of(Posts.alike()), terminal));
    Golden.json(
        "show",
        ShowJson.of(
            Posts.full(),
            Optional.of(Posts.family()),
            Posts.influences(),
            Optional.of(Posts.alike())));
  }

  @Test
  void printsWhatIsKnownOfAPostWithoutMore() throws Exception {
    Terminal terminal = new Terminal(80, false, true);
    Golden.check("show-bare.txt", text(Posts.bare(), Optional.of(List.of()), terminal));
    Golden.json(
        "show-bare", ShowJson.of(Posts.bare(), Optional.empty(), List.of(), Optional.empty()));
  }

  @Test
  void printsThatAPostWasNotRead() throws Exception {
    Terminal terminal = new Terminal(80, false, true);
    Golden.check("show-unread.txt", text(Posts.unread(), Optional.empty(), terminal));
    Golden.json(
        "show-unread", ShowJson.of(Posts.unread(), Optional.empty(), List.of(), Optional.empty()));
  }

  @Test
  void printsOneLineAPostOfWhatWasAnalysed() throws Exception {
    Golden.check(
        "analyze.jsonl",
        Stream.of(Posts.full(), Posts.bare(), Posts.unread())
            .map(placed -> Json.compact(ReactionJson.line(placed)) + "\n")
            .collect(Collectors.joining()));
  }
}
