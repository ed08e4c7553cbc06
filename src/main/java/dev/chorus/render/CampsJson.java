package dev.chorus.render;

import static dev.chorus.render.ReactionJson.round;

import dev.chorus.flood.Family;
import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import dev.chorus.report.Comparison;
import dev.chorus.report.estimate.Share;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The stance summaries as JSON values; every number that any rendering shows is in here.
public final class CampsJson {
  private CampsJson() {}

  public static Map<String, Object> of(CampsReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("corpus", corpus(report));
    json.put(
        "trusted",
        report
            .trusted()
            .map(
                t -> {
                  Map<String, Object> trusted = new LinkedHashMap<>();
                  trusted.put("labelled", t.labelled());
                  trusted.put("accuracy", round(t.accuracy()));
                  return trusted;
                })
            .orElse(null));
    json.put("camps", report.camps().stream().map(CampsJson::camp).toList());
    json.put("unaligned", camp(report.unaligned()));
    json.put("emergent", report.emergent().stream().map(CampsJson::emergent).toList());
    json.put("emergentAmong", report.emergentAmong());
    json.put("issues", report.issues().stream().map(CampsJson::issue).toList());
    json.put("contested", report.contested().stream().map(CampsJson::contested).toList());
    json.put("bridging", report.bridging().stream().map(CampsJson::bridging).toList());
    json.put("floods", report.floods().stream().map(CampsJson::flood).toList());
    report.breakdown().ifPresent(b -> json.put("by", breakdown(b)));
    json.put("run", report.provenance());
    return json;
  }

  /// The same with another corpus beside it.
  public static Map<String, Object> of(CampsReport report, Comparison comparison) {
    Map<String, Object> json = of(report);
    Map<String, Object> compared = new LinkedHashMap<>();
    compared.put("posts", comparison.there().posts());
    compared.put("counted", comparison.there().counted());
    compared.put("authors", comparison.there().authors());
    compared.put("camps", comparison.camps().stream().map(CampsJson::row).toList());
    compared.put("onlyHere", comparison.onlyHere());
    compared.put("onlyThere", comparison.onlyThere());
    json.put("compared", compared);
    return json;
  }

  private static Map<String, Object> row(Comparison.Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", row.id());
    json.put("here", row.here().map(CampsJson::share).orElse(null));
    json.put("there", row.there().map(CampsJson::share).orElse(null));
    json.put(
        "change",
        row.change()
            .map(
                c -> {
                  Map<String, Object> change = new LinkedHashMap<>();
                  change.put("estimate", round(c.estimate()));
                  change.put("low", round(c.low()));
                  change.put("high", round(c.high()));
                  change.put("clear", c.clear());
                  return change;
                })
            .orElse(null));
    return json;
  }

  private static Map<String, Object> share(Share share) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("estimate", round(share.estimate()));
    json.put("low", round(share.low()));
    json.put("high", round(share.high()));
    json.put("counted", round(share.counted()));
    return json;
  }

  private static Map<String, Object> breakdown(Breakdown breakdown) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", breakdown.by().id());
    json.put("groups", breakdown.groups().stream().map(CampsJson::group).toList());
    return json;
  }

  private static Map<String, Object> group(Breakdown.Group group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", group.value());
    json.put("posts", group.size());
    json.put("authors", group.authors());
    Map<String, Object> camps = new TreeMap<>();
    group
        .posts()
        .forEach(
            (camp, posts) -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("posts", posts);
              one.put(
                  "share",
                  Optional.ofNullable(group.shares().get(camp)).map(CampsJson::share).orElse(null));
              camps.put(camp, one);
            });
    json.put("camps", camps);
    return json;
  }

  private static Map<String, Object> corpus(CampsReport report) {
    CampsReport.Corpus corpus = report.corpus();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", report.title());
    json.put("posts", corpus.posts());
    json.put("counted", corpus.counted());
    json.put("authors", corpus.authors());
    json.put("copies", corpus.copies());
    json.put("unread", corpus.unread());
    json.put("notReactions", corpus.others());
    json.put("kinds", corpus.kinds());
    json.put("first", time(corpus.first()));
    json.put("last", time(corpus.last()));
    return json;
  }

  private static Object time(Optional<Instant> time) {
    return time.map(Object::toString).orElse(null);
  }

  private static Map<String, Object> camp(CampsReport.CampSummary camp) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", camp.id());
    json.put("title", camp.title());
    json.put("claim", camp.claim());
    json.put("posts", camp.posts());
    json.put("authors", camp.authors());
    json.put("share", camp.share().map(CampsJson::share).orElse(null));
    json.put(
        "sentiment",
        camp.mood()
            .map(
                m -> {
                  Map<String, Object> mood = new LinkedHashMap<>();
                  mood.put("mean", round(m.mean()));
                  mood.put("negative", m.negative());
                  mood.put("neutral", m.neutral());
                  mood.put("positive", m.positive());
                  return mood;
                })
            .orElse(null));
    json.put("stances", camp.stances().stream().map(CampsJson::stance).toList());
    json.put("words", camp.words());
    json.put(
        "entities",
        camp.entities().stream()
            .map(
                e -> {
                  Map<String, Object> entity = new LinkedHashMap<>();
                  entity.put("name", e.name());
                  entity.put("type", e.type().name());
                  entity.put("posts", e.posts());
                  return entity;
                })
            .toList());
    json.put("quotes", quotes(camp.quotes()));
    json.put("typical", quotes(camp.typical()));
    json.put("heard", quotes(camp.heard()));
    json.put("changes", camp.changes().stream().map(CampsJson::change).toList());
    json.put(
        "timeline",
        camp.timeline().entrySet().stream()
            .map(
                e -> {
                  Map<String, Object> day = new LinkedHashMap<>();
                  day.put("day", e.getKey().toString());
                  day.put("posts", e.getValue());
                  return day;
                })
            .toList());
    return json;
  }

  private static Map<String, Object> change(CampsReport.Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", change.at().toString());
    json.put("before", round(change.before()));
    json.put("after", round(change.after()));
    json.put("preceding", change.preceding().map(CampsJson::quote).orElse(null));
    return json;
  }

  private static Map<String, Object> stance(CampsReport.StanceCount stance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("target", stance.target());
    json.put("kind", stance.claim() ? "claim" : "entity");
    json.put("posts", stance.posts());
    json.put("favor", stance.favor());
    json.put("against", stance.against());
    json.put("none", stance.none());
    return json;
  }

  private static List<Map<String, Object>> quotes(List<CampsReport.Quote> quotes) {
    return quotes.stream().map(CampsJson::quote).toList();
  }

  private static Map<String, Object> quote(CampsReport.Quote quote) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("postId", quote.post().id());
    json.put("author", ReactionJson.author(quote.post().author()));
    json.put("text", quote.words());
    ReactionJson.span(json, quote.span());
    json.put("kind", quote.post().kind().id());
    json.put("createdAt", time(quote.post().createdAt()));
    json.put("url", quote.post().url().orElse(null));
    json.put("notes", ReactionJson.notes(quote.post().notes()));
    return json;
  }

  private static Map<String, Object> emergent(CampsReport.Emergent emergent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", emergent.id());
    json.put("title", emergent.title());
    json.put("posts", emergent.posts());
    json.put("authors", emergent.authors());
    json.put("words", emergent.words());
    json.put("stances", emergent.stances().stream().map(CampsJson::stance).toList());
    json.put("quotes", quotes(emergent.quotes()));
    return json;
  }

  private static Map<String, Object> issue(CampsReport.IssueSummary issue) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", issue.id());
    json.put("title", issue.title());
    json.put("question", issue.question());
    json.put("posts", issue.posts());
    json.put("authors", issue.authors());
    json.put("camps", issue.camps());
    json.put(
        "quotes",
        issue.quotes().stream()
            .map(
                q -> {
                  Map<String, Object> quote = new LinkedHashMap<>();
                  quote.put("camp", q.camp());
                  quote.putAll(quote(q.quote()));
                  return quote;
                })
            .toList());
    return json;
  }

  private static Map<String, Object> contested(CampsReport.Contested contested) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("claim", contested.claim());
    json.put("affirmed", contested.affirmed());
    json.put("denied", contested.denied());
    json.put("reported", contested.reported());
    json.put("spoken", contested.spoken());
    json.put("affirming", quotes(contested.affirming()));
    json.put("denying", quotes(contested.denying()));
    return json;
  }

  private static Map<String, Object> bridging(CampsReport.Bridging bridging) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("author", bridging.author());
    json.put("how", bridging.how().id());
    json.put("postId", bridging.post().orElse(null));
    json.put("strength", round(bridging.strength()));
    Map<String, Object> camps = new LinkedHashMap<>();
    camps.put(bridging.firstCamp(), bridging.firstPosts());
    camps.put(bridging.secondCamp(), bridging.secondPosts());
    json.put("camps", camps);
    return json;
  }

  private static Map<String, Object> flood(CampsReport.Flood flood) {
    Map<String, Object> json = new LinkedHashMap<>();
    Family family = flood.family();
    json.put("family", family.id());
    json.put("posts", family.posts());
    json.put("authors", family.authors());
    json.put("first", time(family.first()));
    json.put("last", time(family.last()));
    json.put("coordinated", family.coordinated());
    json.put("camp", flood.camp());
    json.put("reacts", flood.reacts());
    json.put("example", quote(flood.example()));
    return json;
  }
}
