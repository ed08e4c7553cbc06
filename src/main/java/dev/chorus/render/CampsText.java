package dev.chorus.render;

import dev.chorus.language.About;
import dev.chorus.post.Kind;
import dev.chorus.report.CampsReport;
import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The stance summaries for a terminal: an overview on one screen, then a section for each camp.
public final class CampsText {
  private static final int QUOTES = 3;
  private static final int TITLE = 24;
  private static final int INDENT = 3;
  private static final int LABEL = 8;
  private static final int PRECEDING = 60;
  private static final int EMERGENT = 5;

  private final CampsReport report;
  private final Terminal terminal;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> colours = new LinkedHashMap<>();
  private final Map<String, String> titles = new LinkedHashMap<>();

  private CampsText(CampsReport report, Terminal terminal) {
    this.report = report;
    this.terminal = terminal;
    for (CampsReport.CampSummary camp : report.camps()) {
      colours.put(camp.id(), colours.size());
      titles.put(camp.id(), camp.title());
    }
    titles.put(report.unaligned().id(), report.unaligned().title());
  }

  public static String of(CampsReport report, Terminal terminal) {
    return new CampsText(report, terminal).render();
  }

  private String render() {
    header();
    overview();
    int number = 0;
    for (CampsReport.CampSummary camp : report.camps()) {
      if (camp.posts() > 0) section(++number, camp);
    }
    issues();
    contested();
    bridging();
    emergent();
    floods();
    report
        .breakdown()
        .filter(b -> !b.groups().isEmpty())
        .ifPresent(b -> out.append(BreakdownText.of(b, titles, terminal)).append('\n'));
    footer();
    return out.toString();
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  private void paragraph(String text, int indent, boolean dim) {
    for (String line : Layout.wrap(text, terminal.textWidth() - indent)) {
      line(" ".repeat(indent) + (dim ? terminal.dim(line) : line));
    }
  }

  /// A label in the margin and text beside it, wrapped under itself.
  private void labelled(String label, String text) {
    labelled(INDENT, label, LABEL, text);
  }

  private void labelled(int indent, String label, int width, String text) {
    List<String> lines = Layout.wrap(text, terminal.textWidth() - indent - width);
    for (int i = 0; i < lines.size(); i++) {
      String margin = Layout.left(i == 0 ? label : "", width);
      line(" ".repeat(indent) + terminal.dim(margin) + lines.get(i));
    }
  }

  private void header() {
    CampsReport.Corpus corpus = report.corpus();
    List<String> facts = new ArrayList<>();
    facts.add(Phrases.corpus(corpus));
    if (corpus.first().isPresent()) {
      facts.add(Phrases.range(corpus.first().get(), corpus.last().orElseThrow(), terminal));
    }
    if (!corpus.unread().isEmpty()) {
      int unread = corpus.unread().values().stream().mapToInt(Integer::intValue).sum();
      facts.add(
          Phrases.count(unread)
              + " not in English ("
              + corpus.unread().entrySet().stream()
                  .map(e -> e.getKey() + " " + e.getValue())
                  .collect(Collectors.joining(", "))
              + ")");
    }
    if (corpus.copies() > 0) facts.add(Phrases.count(corpus.copies(), "copy", "copies"));
    List<String> lines =
        Layout.wrap(
            Layout.clean(report.title())
                + terminal.either(" · ", " | ")
                + String.join(terminal.either(" · ", " | "), facts),
            terminal.textWidth());
    String title = Layout.clean(report.title());
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i);
      boolean first = i == 0 && text.startsWith(title);
      line(first ? terminal.bold(title) + text.substring(title.length()) : text);
    }
    int illustrative = corpus.kinds().getOrDefault(Kind.ILLUSTRATIVE.id(), 0);
    if (illustrative > 0) {
      paragraph(
          Phrases.count(illustrative, "post is", "posts are")
              + " illustrative: written for a sample corpus, nobody's own words.",
          0,
          true);
    }
    line("");
  }

  private void overview() {
    if (report.corpus().noneReacts()) {
      paragraph(noneReacts(report.corpus()), 0, false);
    } else if (report.unaligned().share().isEmpty()) {
      paragraph(
          "Too few to say: "
              + Phrases.count(report.corpus().authors(), "author", "authors")
              + "; shares are given from "
              + CampsReport.LEAST_AUTHORS
              + " authors on.",
          0,
          false);
    } else {
      shares();
    }
    others();
    line("");
  }

  private String noneReacts(CampsReport.Corpus corpus) {
    int posts = corpus.notReacting();
    String which =
        (corpus.unread().isEmpty() ? "" : " in English")
            + (corpus.copies() == 0 ? "" : ", copies aside,");
    String event = " to " + Layout.clean(report.title()) + ".";
    return posts == 1
        ? "The only post" + which + " does not react" + event
        : "None of the " + Phrases.count(posts) + " posts" + which + " reacts" + event;
  }

  /// The posts that are in no share because they do not react.
  private void others() {
    CampsReport.Corpus corpus = report.corpus();
    if (corpus.others().isEmpty()) return;
    String kinds =
        Arrays.stream(About.Kind.values())
            .filter(kind -> corpus.others().containsKey(kind.id()))
            .sorted(Comparator.comparing(kind -> -corpus.others().get(kind.id())))
            .map(kind -> Phrases.about(kind, corpus.others().get(kind.id())))
            .collect(Collectors.joining(", "));
    labelled(
        2,
        "Not about the event",
        TITLE,
        Phrases.count(corpus.notReacting(), "post", "posts") + ", in no share: " + kinds);
  }

  private void shares() {
    List<CampsReport.CampSummary> rows = new ArrayList<>(report.camps());
    rows.add(report.unaligned());
    paragraph(
        terminal.unicode()
            ? "Share of authors: █ up to the low end of its 95% interval, ▒ to the high end. Copies"
                + " of one text count once."
            : "Share of authors: # up to the low end of its 95% interval, - to the high end. Copies"
                + " of one text count once.",
        0,
        true);
    line("");
    double most = rows.stream().mapToDouble(r -> r.share().orElseThrow().high()).max().orElse(1);
    int width = Math.min(terminal.width(), 110);
    boolean withMood = width >= 70;
    boolean withStance = width >= 96;
    int fixed = 2 + TITLE + 1 + 5 + 10 + (withMood ? 13 : 0) + (withStance ? 22 : 0);
    int bar = Math.max(8, width - fixed);
    for (CampsReport.CampSummary camp : rows) {
      Share share = camp.share().orElseThrow();
      StringBuilder row = new StringBuilder("  ");
      row.append(coloured(camp.id(), Layout.left(Layout.clean(camp.title()), TITLE)));
      row.append(coloured(camp.id(), bar(share, most, bar))).append(' ');
      row.append(terminal.bold(Layout.right(Phrases.percent(share.estimate()), 4))).append(' ');
      row.append(
          terminal.dim(
              Layout.left(
                  " ("
                      + Math.round(share.low() * 100)
                      + terminal.either("–", "-")
                      + Math.round(share.high() * 100)
                      + ")",
                  10)));
      if (withMood) {
        row.append(
            Layout.left(
                camp.mood().map(m -> "mood " + Phrases.signed(m.mean(), terminal)).orElse(""), 13));
      }
      if (withStance) row.append(mainStance(camp));
      line(row.toString());
    }
  }

  private String coloured(String camp, String text) {
    return colours.containsKey(camp) ? terminal.camp(colours.get(camp), text) : terminal.dim(text);
  }

  private String bar(Share share, double most, int width) {
    int low = (int) Math.round(share.low() / most * width);
    int high = (int) Math.round(share.high() / most * width);
    return Layout.left(
        terminal.either("█", "#").repeat(low)
            + terminal.either("▒", "-").repeat(Math.max(high > 0 ? 1 : 0, high - low)),
        width);
  }

  /// How many are for and against the target on which most take a side.
  private String mainStance(CampsReport.CampSummary camp) {
    return camp.stances().stream()
        .filter(s -> !s.claim() && s.favor() + s.against() > 0)
        .max(Comparator.comparingInt(s -> s.favor() + s.against()))
        .map(
            s ->
                Layout.left(Layout.clean(s.target()), 10)
                    + " "
                    + terminal.either("▲", "for ")
                    + s.favor()
                    + terminal.either(" ▼", " against ")
                    + s.against())
        .orElse("");
  }

  private void section(int number, CampsReport.CampSummary camp) {
    String dot = terminal.either(" · ", " | ");
    String title = camp.title().toUpperCase(java.util.Locale.ROOT);
    String head = Layout.left(Integer.toString(number), INDENT);
    int used = INDENT + Layout.width(title) + 2;
    String claim =
        terminal.either("“", "\"") + Layout.clean(camp.claim()) + terminal.either("”", "\"");
    String coloured = terminal.bold(coloured(camp.id(), title));
    if (used + Layout.width(claim) <= terminal.textWidth()) {
      line(head + coloured + "  " + claim);
    } else {
      line(head + coloured);
      paragraph(claim, INDENT, false);
    }
    List<String> facts = new ArrayList<>();
    facts.add(Phrases.count(camp.posts(), "post", "posts"));
    facts.add(Phrases.count(camp.authors(), "author", "authors"));
    camp.share().map(s -> Phrases.share(s, terminal)).ifPresent(facts::add);
    camp.mood()
        .ifPresent(
            m ->
                facts.add(
                    "mood "
                        + Phrases.signed(m.mean(), terminal).strip()
                        + ": "
                        + m.positive()
                        + " positive, "
                        + m.neutral()
                        + " neutral, "
                        + m.negative()
                        + " negative"));
    camp.peak()
        .ifPresent(p -> facts.add("peak " + Phrases.day(p.getKey()) + " (" + p.getValue() + ")"));
    paragraph(String.join(dot, facts), INDENT, false);
    List<String> stances =
        camp.stances().stream()
            .filter(s -> !s.claim() && s.favor() + s.against() > 0)
            .limit(4)
            .map(
                s ->
                    Layout.clean(s.target())
                        + " "
                        + terminal.either("▲", "for ")
                        + s.favor()
                        + " "
                        + terminal.either("▼", "against ")
                        + s.against())
            .toList();
    if (!stances.isEmpty()) labelled("stance", String.join(dot, stances));
    camp.changes().stream()
        .filter(c -> c.after() > c.before())
        .max(Comparator.comparingDouble(c -> c.after() - c.before()))
        .ifPresent(c -> labelled("rise", rise(c)));
    if (!camp.words().isEmpty()) labelled("words", String.join(dot, camp.words()));
    if (!camp.entities().isEmpty()) {
      labelled(
          "names",
          camp.entities().stream()
              .limit(6)
              .map(e -> Layout.clean(e.name()) + " " + e.posts())
              .collect(Collectors.joining(dot)));
    }
    line("");
    camp.quotes().stream().limit(QUOTES).forEach(q -> quote(q, INDENT));
    line("");
  }

  /// Such as `27 Jan, from 2 to 38 posts a day, after “…” (id)`.
  private String rise(CampsReport.Change change) {
    String preceding =
        change
            .preceding()
            .map(
                q ->
                    ", after "
                        + quoted(Layout.left(Layout.clean(q.words()), PRECEDING).strip())
                        + " ("
                        + Layout.clean(q.post().id())
                        + ")")
            .orElse("");
    return Phrases.moment(change.at())
        + ", from "
        + Phrases.rate(change.before())
        + " to "
        + Phrases.rate(change.after())
        + " posts a day"
        + preceding;
  }

  /// The words, in quotation marks only if they are the author's own.
  private String shown(CampsReport.Quote quote) {
    String words = Layout.clean(quote.words());
    boolean cut = quote.span().end() - quote.span().start() < quote.post().text().strip().length();
    String whole = words + (cut ? " […]" : "");
    return quote.post().kind() == Kind.REPORT ? whole : quoted(whole);
  }

  private String quoted(String words) {
    return terminal.either("“", "\"") + words + terminal.either("”", "\"");
  }

  /// Who said it, and whether these are really somebody's words.
  private List<String> source(CampsReport.Quote quote) {
    List<String> facts = new ArrayList<>();
    facts.add(Phrases.author(quote.post().author()));
    switch (quote.post().kind()) {
      case REPORT -> facts.add("as reported, not verbatim");
      case ILLUSTRATIVE -> facts.add("illustrative");
      case POST, QUOTE -> {}
    }
    return facts;
  }

  private void quote(CampsReport.Quote quote, int indent) {
    paragraph(shown(quote), indent, false);
    List<String> facts = source(quote);
    quote.post().createdAt().map(Phrases::date).ifPresent(facts::add);
    facts.add(Layout.clean(quote.post().id()));
    paragraph(Phrases.list(facts, terminal), indent + 4, true);
    quote
        .post()
        .notes()
        .forEach(n -> paragraph(terminal.either("⚑ ", "! ") + Phrases.note(n), indent + 4, false));
  }

  private void heading(String title) {
    line(terminal.bold(title));
  }

  private String camps(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .limit(3)
        .map(e -> titles.getOrDefault(e.getKey(), e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private void issues() {
    if (report.issues().isEmpty()) return;
    line(terminal.bold("ISSUES") + terminal.dim("  what the debate is about"));
    int label =
        2
            + report.issues().stream()
                .flatMap(i -> i.quotes().stream())
                .mapToInt(q -> Layout.width(title(q.camp())))
                .max()
                .orElse(0);
    for (CampsReport.IssueSummary issue : report.issues()) {
      paragraph(
          String.join(
              terminal.either(" · ", " | "),
              terminal.bold(Layout.clean(issue.title())),
              Phrases.count(issue.posts(), "post", "posts")
                  + " ("
                  + Phrases.percent((double) issue.posts() / report.corpus().counted())
                  + ")",
              camps(issue.camps())),
          INDENT,
          false);
      if (!issue.question().isBlank()) paragraph(Layout.clean(issue.question()), INDENT, true);
      for (CampsReport.CampQuote said : issue.quotes()) {
        labelled(INDENT, title(said.camp()), Math.min(label, TITLE), sourced(said.quote()));
      }
    }
    line("");
  }

  private String title(String camp) {
    return Layout.clean(titles.getOrDefault(camp, camp));
  }

  private void contested() {
    if (report.contested().isEmpty()) return;
    heading("CONTESTED");
    for (CampsReport.Contested contested : report.contested()) {
      paragraph(quoted(Layout.clean(contested.claim())), INDENT, false);
      paragraph(voices(contested), INDENT, true);
      contested.affirming().stream().limit(1).forEach(q -> side("yes", q));
      contested.denying().stream().limit(1).forEach(q -> side("no", q));
    }
    line("");
  }

  /// How many affirm a claim, deny it, pass it on and speak of it.
  private String voices(CampsReport.Contested contested) {
    int yes = contested.affirmed().values().stream().mapToInt(Integer::intValue).sum();
    int no = contested.denied().values().stream().mapToInt(Integer::intValue).sum();
    if (yes + no == 0) return noSide(contested.spoken(), contested.reported());
    List<String> rest = new ArrayList<>();
    if (contested.reported() > 0) {
      rest.add(Phrases.count(contested.reported(), "only passes it on", "only pass it on"));
    }
    if (contested.spoken() > 0) {
      rest.add(Phrases.count(contested.spoken(), "more speaks of it", "more speak of it"));
    }
    return sides(contested, yes, no) + (rest.isEmpty() ? "" : "; " + String.join(", ", rest));
  }

  /// That no post is told to deny a claim does not say that none does.
  private String sides(CampsReport.Contested contested, int yes, int no) {
    String affirmed =
        Phrases.count(yes, "post", "posts") + " (" + camps(contested.affirmed()) + ")";
    if (no == 0) return "affirmed by " + affirmed + "; no denial is sure enough to be told";
    if (yes == 0) {
      return "denied by "
          + Phrases.count(no, "post", "posts")
          + " ("
          + camps(contested.denied())
          + "); no affirmation is sure enough to be told";
    }
    return "affirmed by "
        + affirmed
        + ", denied by "
        + Phrases.count(no)
        + " ("
        + camps(contested.denied())
        + ")";
  }

  private static String noSide(int spoken, int reported) {
    String speak = Phrases.count(spoken, "post speaks of it", "posts speak of it");
    String passOn =
        spoken > 0
            ? Phrases.count(reported, "more only passes it on", "more only pass it on")
            : Phrases.count(reported, "post only passes it on", "posts only pass it on");
    return Stream.of(spoken > 0 ? speak : "", reported > 0 ? passOn : "")
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(", "))
        + "; no side is told";
  }

  private void side(String label, CampsReport.Quote quote) {
    labelled(label, sourced(quote));
  }

  private String sourced(CampsReport.Quote quote) {
    List<String> facts = source(quote);
    facts.add(Layout.clean(quote.post().id()));
    return shown(quote) + "  " + Phrases.list(facts, terminal);
  }

  private void bridging() {
    if (report.bridging().isEmpty()) return;
    heading("BRIDGING");
    for (CampsReport.Bridging bridge : report.bridging()) {
      String between =
          titles.getOrDefault(bridge.firstCamp(), bridge.firstCamp())
              + " "
              + bridge.firstPosts()
              + terminal.either(" ↔ ", " <-> ")
              + titles.getOrDefault(bridge.secondCamp(), bridge.secondCamp())
              + " "
              + bridge.secondPosts();
      String who =
          Layout.clean(bridge.author())
              + bridge.post().map(id -> " in " + Layout.clean(id)).orElse("");
      paragraph(
          switch (bridge.how()) {
            case POSTS -> who + ": " + between;
            case ANSWERS -> who + ", answered from " + between;
          },
          INDENT,
          false);
    }
    line("");
  }

  private void emergent() {
    if (report.emergent().isEmpty()) return;
    heading("EMERGENT");
    if (report.emergentAmong() < report.unaligned().posts()) {
      paragraph(
          "Sought among "
              + Phrases.count(report.emergentAmong())
              + " of "
              + Phrases.count(report.unaligned().posts())
              + " unaligned posts.",
          INDENT,
          false);
    }
    for (CampsReport.Emergent camp : report.emergent().stream().limit(EMERGENT).toList()) {
      List<String> facts =
          List.of(
              terminal.bold(Layout.clean(camp.title())),
              Phrases.count(camp.posts(), "post", "posts")
                  + " of the unaligned by "
                  + Phrases.count(camp.authors(), "author", "authors"),
              "chorus camps promote " + camp.id());
      paragraph(String.join(terminal.either(" · ", " | "), facts), INDENT, false);
      camp.quotes().stream().limit(1).forEach(q -> quote(q, INDENT));
    }
    line("");
  }

  private void floods() {
    if (report.floods().isEmpty()) return;
    heading("FLOODS");
    report.floods().stream()
        .limit(3)
        .forEach(
            flood -> {
              paragraph(
                  Phrases.family(flood.family(), terminal)
                      + (flood.reacts()
                          ? ", counted once (" + title(flood.camp()) + ")"
                          : ", in no share (not about the event)")
                      + Phrases.coordinated(flood.family()),
                  INDENT,
                  false);
              quote(flood.example(), INDENT);
            });
    line("");
  }

  private void footer() {
    String sure =
        report
            .trusted()
            .map(
                t ->
                    "How sure is this? The model's camp was right for "
                        + Phrases.percent(t.accuracy())
                        + " of "
                        + Phrases.count(t.labelled())
                        + " labelled posts that it had not learned from. Shares are corrected by"
                        + " what it got wrong there, so they need not agree with the posts counted"
                        + " in a camp; the intervals cover that and the chance of which authors are"
                        + " in the corpus.")
            .orElse(
                "How sure is this? Camps are a model's judgement of each post, and no labelled"
                    + " posts say how often it is right for this event. The intervals cover the"
                    + " chance of which authors are in the corpus, not the model's mistakes.");
    paragraph(
        sure
            + " These are posters, not the public. Every quote is an exact stretch of the post"
            + " whose id it carries.",
        0,
        true);
    paragraph(
        report.provenance().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(terminal.either(" · ", ", "))),
        0,
        true);
  }
}
