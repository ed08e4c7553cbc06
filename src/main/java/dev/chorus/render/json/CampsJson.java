package dev.chorus.render.json;

import dev.chorus.json.JsonObject;
import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import dev.chorus.report.Comparison;
import dev.chorus.report.estimate.Share;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The stance summaries as JSON values; every number that any rendering shows is in here.
/// `docs/json.md` describes them.
public final class CampsJson {
  private CampsJson() {}

  public static Map<String, Object> of(CampsReport report) {
    return report(report).toMap();
  }

  /// The same with another corpus beside it.
  public static Map<String, Object> of(CampsReport report, Comparison comparison) {
    JsonObject compared =
        new JsonObject()
            .put("posts", comparison.there().posts())
            .put("counted", comparison.there().counted())
            .put("authors", comparison.there().authors())
            .list("camps", comparison.camps(), CampsJson::row)
            .put("onlyHere", comparison.onlyHere())
            .put("onlyThere", comparison.onlyThere());
    return report(report).put("compared", compared).toMap();
  }

  private static JsonObject report(CampsReport report) {
    return new JsonObject()
        .put("corpus", corpus(report))
        .orNull(
            "trusted", report.corrected().map(t -> new JsonObject().put("labelled", t.labelled())))
        .orNull("course", report.course().map(CampsJson::course))
        .list("camps", report.camps(), CampsJson::camp)
        .put("unaligned", camp(report.unaligned()))
        .list("emergent", report.emergent(), CampsJson::emergent)
        .put("emergentAmong", report.emergentAmong())
        .list("issues", report.issues(), CampsJson::issue)
        .list("contested", report.contested(), CampsJson::contested)
        .list("bridging", report.bridging(), CampsJson::bridging)
        .put("bridges", report.bridges())
        .list("floods", report.floods(), CampsJson::flood)
        .ifPresent("by", report.breakdown().map(CampsJson::breakdown))
        .put("run", report.provenance());
  }

  private static JsonObject row(Comparison.Row row) {
    return new JsonObject()
        .put("id", row.id())
        .orNull("here", row.here().map(CampsJson::share))
        .orNull("there", row.there().map(CampsJson::share))
        .orNull(
            "change",
            row.change()
                .map(
                    c ->
                        new JsonObject()
                            .rounded("estimate", c.estimate())
                            .rounded("low", c.low())
                            .rounded("high", c.high())
                            .put("clear", c.clear())));
  }

  private static JsonObject share(Share share) {
    return new JsonObject()
        .rounded("estimate", share.estimate())
        .rounded("low", share.low())
        .rounded("high", share.high())
        .rounded("low50", share.low50())
        .rounded("high50", share.high50())
        .rounded("counted", share.counted());
  }

  private static JsonObject breakdown(Breakdown breakdown) {
    return new JsonObject()
        .put("key", breakdown.by().id())
        .list("groups", breakdown.groups(), CampsJson::group);
  }

  private static JsonObject group(Breakdown.Group group) {
    JsonObject camps = new JsonObject();
    new TreeMap<>(group.posts())
        .forEach(
            (camp, posts) ->
                camps.put(
                    camp,
                    new JsonObject()
                        .put("posts", posts)
                        .orNull(
                            "share",
                            Optional.ofNullable(group.shares().get(camp)).map(CampsJson::share))));
    return new JsonObject()
        .put("value", group.value())
        .put("posts", group.size())
        .put("authors", group.authors())
        .put("camps", camps);
  }

  private static JsonObject corpus(CampsReport report) {
    CampsReport.Corpus corpus = report.corpus();
    return new JsonObject()
        .put("title", report.title())
        .put("posts", corpus.posts())
        .put("counted", corpus.counted())
        .put("authors", corpus.authors())
        .put("anonymous", corpus.anonymous())
        .put("unit", corpus.unit().id())
        .put("copies", corpus.copies())
        .put("unread", corpus.unread())
        .put("notReactions", corpus.others())
        .put("kinds", corpus.kinds())
        .orNull("first", ReactionJson.time(corpus.first()))
        .orNull("last", ReactionJson.time(corpus.last()));
  }

  private static JsonObject camp(CampsReport.CampSummary camp) {
    return new JsonObject()
        .put("id", camp.id())
        .put("title", camp.title())
        .put("claim", camp.claim())
        .put("posts", camp.posts())
        .put("authors", camp.authors())
        .orNull("share", camp.share().map(CampsJson::share))
        .put("told", camp.told())
        .orNull(
            "rank",
            camp.rank().map(r -> new JsonObject().put("best", r.best()).put("worst", r.worst())))
        .orNull("withCopies", camp.withCopies().map(CampsJson::share))
        .rounded("certainty", camp.certainty())
        .orNull("sentiment", camp.mood().map(CampsJson::mood))
        .list("stances", camp.stances(), CampsJson::stance)
        .put("words", camp.words())
        .list(
            "entities",
            camp.entities(),
            e ->
                new JsonObject()
                    .put("name", e.name())
                    .put("type", e.type().name())
                    .put("posts", e.posts()))
        .list("quotes", camp.quotes(), CampsJson::quote)
        .list("typical", camp.typical(), CampsJson::quote)
        .list("heard", camp.heard(), CampsJson::quote)
        .list("doubtful", camp.doubtful(), CampsJson::quote)
        .list("changes", camp.changes(), CampsJson::change)
        .list(
            "timeline",
            List.copyOf(camp.timeline().entrySet()),
            e -> new JsonObject().put("day", e.getKey().toString()).put("posts", e.getValue()));
  }

  private static JsonObject mood(CampsReport.MeanMood mood) {
    return new JsonObject()
        .rounded("mean", mood.mean())
        .rounded("low", mood.low())
        .rounded("high", mood.high())
        .put("negative", mood.negative())
        .put("neutral", mood.neutral())
        .put("positive", mood.positive());
  }

  private static JsonObject change(CampsReport.Change change) {
    return new JsonObject()
        .put("at", change.at().toString())
        .rounded("before", change.before())
        .rounded("after", change.after())
        .orNull("preceding", change.preceding().map(CampsJson::quote));
  }

  private static JsonObject stance(CampsReport.StanceCount stance) {
    return new JsonObject()
        .put("target", stance.target())
        .put("kind", stance.claim() ? "claim" : "entity")
        .put("posts", stance.posts())
        .put("favor", stance.favor())
        .put("against", stance.against())
        .put("none", stance.none());
  }

  private static JsonObject quote(CampsReport.Quote quote) {
    return new JsonObject()
        .put("postId", quote.post().id())
        .put("author", ReactionJson.author(quote.post().author()))
        .put("text", quote.words())
        .with(ReactionJson.span(quote.span()))
        .put("kind", quote.post().kind().id())
        .orNull("createdAt", ReactionJson.time(quote.post().createdAt()))
        .orNull("url", quote.post().url())
        .list("notes", quote.post().notes(), ReactionJson::note);
  }

  private static JsonObject emergent(CampsReport.Emergent emergent) {
    return new JsonObject()
        .put("id", emergent.id())
        .put("title", emergent.title())
        .put("posts", emergent.posts())
        .put("authors", emergent.authors())
        .put("words", emergent.words())
        .list("stances", emergent.stances(), CampsJson::stance)
        .put("postIds", emergent.ids())
        .list("quotes", emergent.quotes(), CampsJson::quote);
  }

  private static JsonObject issue(CampsReport.IssueSummary issue) {
    return new JsonObject()
        .put("id", issue.id())
        .put("title", issue.title())
        .put("question", issue.question())
        .put("posts", issue.posts())
        .put("authors", issue.authors())
        .put("camps", issue.camps())
        .list("cells", issue.cells(), CampsJson::cell)
        .list(
            "quotes",
            issue.quotes(),
            q -> new JsonObject().put("camp", q.camp()).with(quote(q.quote())));
  }

  private static JsonObject cell(CampsReport.IssueCell cell) {
    return new JsonObject()
        .put("camp", cell.camp())
        .put("posts", cell.posts())
        .put("authors", cell.authors())
        .orNull("share", cell.share().map(CampsJson::share))
        .put("sentiment", mood(cell.mood()));
  }

  private static JsonObject course(CampsReport.Course course) {
    return new JsonObject()
        .put("start", course.start().toString())
        .put("stretch", course.stretch().toString())
        .put("posts", course.posts())
        .put("before", course.before())
        .put("after", course.after());
  }

  private static JsonObject contested(CampsReport.Contested contested) {
    return new JsonObject()
        .put("claim", contested.claim())
        .put("affirmed", contested.affirmed())
        .put("denied", contested.denied())
        .put("reported", contested.reported())
        .put("spoken", contested.spoken())
        .list("affirming", contested.affirming(), CampsJson::quote)
        .list("denying", contested.denying(), CampsJson::quote);
  }

  private static JsonObject bridging(CampsReport.Bridging bridging) {
    return new JsonObject()
        .orNull("author", bridging.author())
        .put("how", bridging.how().id())
        .orNull("postId", bridging.post())
        .rounded("strength", bridging.strength())
        .put(
            "camps",
            new JsonObject()
                .put(bridging.firstCamp(), bridging.firstPosts())
                .put(bridging.secondCamp(), bridging.secondPosts()));
  }

  private static JsonObject flood(CampsReport.Flood flood) {
    return ReactionJson.family(flood.family(), "family")
        .put("camp", flood.camp())
        .put("reacts", flood.reacts())
        .put("example", quote(flood.example()));
  }
}
