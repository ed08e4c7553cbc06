package dev.chorus.report;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.language.About;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Made-up posts about a thing that some praise and others blame.
public final class ThingPosts {
  private ThingPosts() {}

  public static Event event() throws Exception {
    return EventFile.parse(
        "test",
        """
        event: {id: e, title: The Event}
        targets:
          - {name: Thing, type: product}
          - {claim: It was cheap, cues: [cheap], favor: [it was cheap], against: [it was dear]}
          - {claim: It was stolen, cues: [stolen], favor: [they stole it], against: [it is theirs]}
          - {claim: It is legal, cues: [legal], favor: [it is legal], against: [it is a crime]}
        camps:
          - {id: fans, title: Fans, claim: It is good., examples: [a, b, c]}
          - {id: foes, title: Foes, claim: It is bad., examples: [d, e, f]}
          - {id: ghosts, title: Ghosts, claim: Nobody says this., examples: [g, h, i]}
        issues:
          - {id: law, title: Law, question: May they sell it?, statements: [a, b, c]}
          - {id: trust, title: Trust, question: Do they lie?, statements: [d, e, f]}
          - id: quality
            title: Quality
            question: Does the thing work as well as they say, and for how long?
            statements: [g, h, i]
        """);
  }

  public static Placed placed(
      String id,
      String text,
      String author,
      String camp,
      Side side,
      Optional<Side> claim,
      Post.Builder post) {
    Post built = post.author(Author.ofHandle(author)).build();
    double positive = side == Side.FAVOR ? 0.7 : 0.1;
    double negative = side == Side.AGAINST ? 0.7 : 0.1;
    List<Stance> stances = new ArrayList<>();
    stances.add(new Stance("Thing", side, 0.8, Optional.of(new Span(0, 5))));
    claim.ifPresent(c -> stances.add(new Stance("It was cheap", c, 0.7, Optional.empty())));
    return new Placed(
        new Reaction(
            built,
            "en",
            Optional.of(new Sentiment(negative, 1 - positive - negative, positive)),
            List.of(new Mention("thing", new Span(0, 5), EntityType.PRODUCT, "Thing")),
            stances,
            List.of(new Span(0, text.length())),
            Optional.empty()),
        new Placement(camp, 0.6, List.of(), List.of()));
  }

  public static Placed placed(
      String id, String text, String author, String camp, Side side, int day) {
    return placed(
        id,
        text,
        author,
        camp,
        side,
        Optional.empty(),
        Post.builder(id, text)
            .createdAt(
                Optional.of(Instant.parse("2025-01-01T12:00:00Z").plusSeconds(86_400L * day)))
            .engagement(new Engagement(day, 0, 0, 0)));
  }

  /// The same with more found in it.
  public static Placed with(
      Placed placed, Optional<About> about, List<Stance> claims, List<Reaction.Spoken> issues) {
    Reaction r = placed.reaction();
    return new Placed(
        new Reaction(
            r.post(),
            r.lang(),
            r.sentiment(),
            about,
            r.mentions(),
            Stream.concat(r.stances().stream(), claims.stream()).toList(),
            issues,
            r.sentences(),
            r.vector()),
        placed.placement());
  }

  public static Placed reported(Placed placed, String claim) {
    Stance reported = new Stance(claim, Side.NONE, 0.8, Optional.empty(), true);
    return with(placed, Optional.empty(), List.of(reported), List.of());
  }

  public static Placed spoken(Placed placed, String claim) {
    Stance spoken = new Stance(claim, Side.NONE, 0.8, Optional.empty());
    return with(placed, Optional.empty(), List.of(spoken), List.of());
  }

  public static Placed about(Placed placed, About.Kind kind) {
    return with(
        placed,
        Optional.of(new About(kind == About.Kind.REACTION ? 0.9 : 0.1, kind)),
        List.of(new Stance("It was cheap", Side.AGAINST, 0.9, Optional.empty())),
        List.of(new Reaction.Spoken("law", 0.9), new Reaction.Spoken("quality", 0.9)));
  }

  /// Posts that must not show: they would change the share, the mood, the claims, the issues and
  /// the bridges of some camp.
  public static List<Placed> notReacting() {
    String[] texts = {
      "Listening to music while the thing charges, what a lovely evening we have here",
      "Unrelated, but does anybody know a good plumber in this part of town",
      "this!!",
      "Daily digest of links: thing, weather, sports, horoscope and the lottery numbers",
      "My cousin opened a bakery, and no, it has nothing to do with the thing"
    };
    About.Kind[] kinds = {
      About.Kind.MENTION, About.Kind.OFF, About.Kind.FRAGMENT, About.Kind.NOTICE, About.Kind.MENTION
    };
    List<Placed> all = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      String author = i < 4 ? "fan0" : "stray";
      all.add(about(placed("out-" + i, texts[i], author, "ghosts", Side.AGAINST, 9 + i), kinds[i]));
    }
    return all;
  }

  /// A small corpus with everything in it: two camps, unaligned posts, a flood, a repost, a foreign
  /// post, a quote with notes, a paraphrase, contested claims, issues, an author at home in both
  /// camps, and posts that do not react.
  public static List<Placed> corpus() {
    List<Placed> all = reactions();
    all.addAll(notReacting());
    return all;
  }

  public static List<Placed> reactions() {
    List<Placed> all = new ArrayList<>();
    String[] praise = {
      "The thing works like a charm and everybody in my office wants one now",
      "I am amazed by how quickly it answers even hard questions",
      "Best purchase of the year, saves me an hour each day",
      "Nothing comes close to the thing, brilliant engineering all around",
      "My kids love it and so do I, honestly a joy to use",
      "Cheaper, faster, nicer: the old gadgets have no chance against this",
      "wow wow wow what a great thing they made there",
      "Never thought I would praise a gadget, but here we are"
    };
    String[] blame = {
      "The thing broke after two days and nobody answers my complaint",
      "Total hype, worse than what we had before it came",
      "They lied to us, read the small print before you buy",
      "Returned mine today, loud, slow and full of errors",
      "Who tested this thing? It cannot even count to ten"
    };
    for (int i = 0; i < 8; i++) {
      Placed fan = placed("fan-" + i, praise[i], "fan" + i, "fans", Side.FAVOR, i % 5);
      List<Reaction.Spoken> quality = List.of(new Reaction.Spoken("quality", 0.6 + 0.04 * i));
      all.add(
          i < 5
              ? with(fan, Optional.of(new About(0.9, About.Kind.REACTION)), List.of(), quality)
              : spoken(fan, i == 5 ? "It was cheap" : "It is legal"));
    }
    for (int i = 0; i < 5; i++) {
      Placed foe = placed("foe-" + i, blame[i], "foe" + i, "foes", Side.AGAINST, i % 4);
      List<Reaction.Spoken> issues =
          i == 1
              ? List.of(new Reaction.Spoken("trust", 0.8), new Reaction.Spoken("quality", 0.7))
              : List.of(new Reaction.Spoken("quality", 0.9 - 0.1 * i));
      all.add(
          i < 3
              ? with(foe, Optional.empty(), List.of(), issues)
              : reported(foe, i == 3 ? "It was cheap" : "It is legal"));
    }
    for (int i = 0; i < 3; i++) {
      all.add(
          with(
              placed(
                  "none-" + i,
                  "Reading the news about number " + i,
                  "other" + i,
                  "unaligned",
                  Side.NONE,
                  i),
              Optional.empty(),
              List.of(),
              List.of(new Reaction.Spoken("quality", 1))));
    }
    for (int i = 0; i < 4; i++) {
      all.add(
          placed(
              "flood-" + i,
              "Stop everything and share this now: the thing is a fraud, boycott it today"
                  + " https://example.com/"
                  + i,
              "bot" + i,
              "foes",
              Side.AGAINST,
              3));
    }
    String b = "both";
    all.add(placed("b-1", "I do like how it feels in my hand", b, "fans", Side.FAVOR, 1));
    all.add(placed("b-2", "After a week I still enjoy this thing a lot", b, "fans", Side.FAVOR, 2));
    all.add(placed("b-5", "Still the thing starts at once, each day", b, "fans", Side.FAVOR, 3));
    all.add(placed("b-6", "And the thing froze again in a call", b, "foes", Side.AGAINST, 4));
    all.add(placed("b-3", "Then again the battery is a bad joke", b, "foes", Side.AGAINST, 2));
    all.add(placed("b-4", "Support hung up on me, what a shame", b, "foes", Side.AGAINST, 3));
    all.add(
        placed(
            "claim-yes",
            "Look how cheap the thing was to build, a tenth of the others",
            "ann",
            "fans",
            Side.FAVOR,
            Optional.of(Side.FAVOR),
            Post.builder(
                "claim-yes", "Look how cheap the thing was to build, a tenth of the others")));
    all.add(
        placed(
            "claim-no",
            "Cheap? They hide what the thing really cost, do not believe it",
            "bo",
            "foes",
            Side.AGAINST,
            Optional.of(Side.AGAINST),
            Post.builder(
                "claim-no", "Cheap? They hide what the thing really cost, do not believe it")));
    Post quote =
        Post.builder("named-1", "It stinks")
            .kind(Kind.QUOTE)
            .author(
                new Author(
                    Optional.of("Cy Sample"), Optional.empty(), Optional.of("rival"), List.of()))
            .createdAt(Optional.of(Instant.parse("2025-01-02T00:00:00Z")))
            .notes(
                List.of(
                    new Note("community_note", "No evidence is given.", Optional.of("readers")),
                    new Note("disclosure", "Sells a competing thing.", Optional.empty())))
            .build();
    all.add(
        new Placed(
            new Reaction(
                quote,
                "en",
                Optional.of(new Sentiment(0.9, 0.05, 0.05)),
                List.of(),
                List.of(),
                List.of(new Span(0, 9)),
                Optional.empty()),
            new Placement("foes", 0.7, List.of(), List.of())));
    Post report =
        Post.builder(
                "named-2", "The paper reports that the thing sells well across the whole country.")
            .kind(Kind.REPORT)
            .author(
                new Author(Optional.of("The Paper"), Optional.empty(), Optional.empty(), List.of()))
            .build();
    all.add(
        new Placed(
            new Reaction(
                report,
                "en",
                Optional.of(new Sentiment(0.1, 0.5, 0.4)),
                List.of(),
                List.of(),
                List.of(new Span(0, 20)),
                Optional.empty()),
            new Placement("fans", 0.5, List.of(), List.of())));
    Post repost =
        Post.builder("re-1", praise[0])
            .author(Author.ofHandle("echo"))
            .links(
                new Links(
                    Optional.empty(), Optional.empty(), Optional.of("fan-0"), Optional.empty()))
            .build();
    all.add(new Placed(all.getFirst().reaction().with(repost), all.getFirst().placement()));
    all.add(
        new Placed(Reaction.unread(Post.of("de-1", "Das Ding ist gut"), "de"), Placement.unread()));
    return all;
  }
}
