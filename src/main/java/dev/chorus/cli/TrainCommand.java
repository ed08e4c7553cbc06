package dev.chorus.cli;

import dev.chorus.app.GoldNamesFile;
import dev.chorus.app.UserException;
import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.common.OrderedParallel;
import dev.chorus.language.About;
import dev.chorus.language.Analyzer;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Issue;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.Mood;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Target;
import dev.chorus.language.english.CoreNlpAnalyzer;
import dev.chorus.language.head.Claims;
import dev.chorus.language.text.PhraseFinder;
import dev.chorus.post.Post;
import dev.chorus.source.LabelledReader;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.training.AnswerTraining;
import dev.chorus.training.CampTraining;
import dev.chorus.training.GoldNames;
import dev.chorus.training.GoldPost;
import dev.chorus.training.StanceTraining;
import dev.chorus.training.Training;
import dev.chorus.training.tuning.SentimentTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus train KIND GOLD…`
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Learns the weights in models/ from labelled posts: first sentiment, then entities, about,"
          + " claims, issues, stance and camps, since each builds on the ones before. The first"
          + " tunes the encoder, which takes hours on a large set of posts; interrupted, it goes on"
          + " where it was."
    })
final class TrainCommand implements Callable<Integer> {
  enum Kind {
    SENTIMENT,
    ENTITIES,
    ABOUT,
    CLAIMS,
    ISSUES,
    STANCE,
    CAMPS
  }

  @ParentCommand private Main main;

  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
  private Kind kind;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "GOLD",
      description =
          "JSON Lines with id, text, and \"sentiment\" (or \"label\", or a \"score\" from -4 to 4),"
              + " \"stance\", \"camp\", \"about\", \"claims\" or \"issues\", or a list of"
              + " \"readings\" with such labels; for entities, id, tokens, and tags such as"
              + " B-person.")
  private List<Path> gold;

  @Option(
      names = "--general",
      paramLabel = "FILE",
      description =
          "With about: posts about anything, with id and text; they tell reactions to an event of"
              + " which nothing is labelled. May be given several times.")
  private List<Path> general = List.of();

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description =
          "With sentiment: posts with tokens and tags, so that the encoder learns to notice names"
              + " too. May be given several times.")
  private List<Path> names = List.of();

  @Option(
      names = "--targets",
      paramLabel = "FILE",
      description =
          "With sentiment: posts with a target that they name and the stance toward it, so that the"
              + " encoder learns to notice those too. May be given several times.")
  private List<Path> targets = List.of();

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      description =
          "Labelled posts that nothing is learned from: they tell how far to trust what was"
              + " learned. May be given several times.")
  private List<Path> dev = List.of();

  @Option(
      names = "--keep-calibration",
      description =
          "Keep what --dev told an earlier training, and learn from posts that were --dev then.")
  private boolean keepCalibration;

  @Option(
      names = "--then",
      paramLabel = "FILE",
      description =
          "With sentiment: posts to learn from in a short last stage, such as those that were --dev"
              + " before, or posts with targets; the stages before it are taken from --work where"
              + " they are done. May be given several times.")
  private List<Path> late = List.of();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "With sentiment: go on from the tuned encoder in this folder of models, in place of the"
              + " untuned one; posts with a mood alone are mixed in so that nothing is forgotten.")
  private Optional<Path> start = Optional.empty();

  @Option(
      names = "--work",
      paramLabel = "DIR",
      defaultValue = "chorus-training",
      description =
          "Where the training of sentiment keeps its checkpoints; the same command goes on from"
              + " there (default: ${DEFAULT-VALUE}).")
  private Path work;

  @Mixin private AnalysisOptions options;

  @Override
  public Integer call() throws Exception {
    int posts =
        switch (kind) {
          case SENTIMENT -> sentiment(read(gold), read(dev), options.event());
          case ENTITIES -> entities();
          case ABOUT -> about(flat(read(gold)), flat(read(dev)), options.event());
          case CLAIMS -> claims(flat(read(gold)), flat(read(dev)), options.event());
          case ISSUES -> issues(flat(read(gold)), flat(read(dev)), options.event());
          case STANCE -> stance(read(gold), read(dev), options.event());
          case CAMPS -> camps(flat(read(gold)), flat(read(dev)), options.event());
        };
    main.io().say("learned from " + posts + " posts; written to " + options.models());
    return ExitCode.DONE;
  }

  /// Labels that only posts have whose mood or whose place in the debate was judged.
  private static final Set<String> MOODS = Set.of("sentiment", "camp", "about");

  private static List<List<Labelled>> read(List<Path> files) throws UnreadableSourceException {
    List<List<Labelled>> read = new ArrayList<>();
    for (Path file : files) read.add(LabelledReader.read(file));
    return read;
  }

  private int entities() throws Exception {
    List<GoldNames> rows = names(gold);
    Training.entities(
        new ModelFolder(options.models(), false), rows, provenance(gold, rows.size()));
    return rows.size();
  }

  /// Posts with the stance toward a target that they name.
  private List<GoldPost> toward(List<Path> files, Event event) throws Exception {
    List<GoldPost> posts = new ArrayList<>();
    for (Path file : files) {
      for (Labelled row : LabelledReader.read(file)) toward(row, event).ifPresent(posts::add);
    }
    return posts;
  }

  private Optional<GoldPost> toward(Labelled row, Event event) throws UserException {
    List<GoldPost.Toward> toward = sides(row, event);
    if (toward.isEmpty() && row.sides().isEmpty() && row.label("target").isEmpty()) {
      throw unlabelled(row, "target");
    }
    return toward.isEmpty()
        ? Optional.empty()
        : Optional.of(GoldPost.of(row.post().text(), toward));
  }

  /// The sides of a record toward what it names, where they stand in the text.
  private static List<GoldPost.Toward> sides(Labelled row, Event event) throws UserException {
    List<GoldPost.Toward> all = new ArrayList<>();
    String text = row.post().text();
    for (LabelledReader.Sided sided : row.sides()) {
      Side side = Side.of(sided.side()).orElseThrow(() -> unknown(row, "side", sided.side()));
      List<Span> names =
          sided.start().isPresent()
              ? List.of(new Span(sided.start().get(), sided.end().orElseThrow()))
              : finder(sided.target(), event).find(text);
      if (!names.isEmpty()) all.add(new GoldPost.Toward(names, side));
    }
    Optional<String> target = row.label("target");
    if (target.isPresent()) {
      Side side =
          optional(row, TrainCommand::side, "stance", "label")
              .orElseThrow(() -> unlabelled(row, "stance"));
      List<Span> names = finder(target.get(), event).find(text);
      if (!names.isEmpty()) all.add(new GoldPost.Toward(names, side));
    }
    return all;
  }

  private static PhraseFinder finder(String target, Event event) {
    return new PhraseFinder(
        event.targets().stream()
            .filter(t -> t.name().equalsIgnoreCase(target))
            .findFirst()
            .orElseGet(() -> Target.named(target))
            .words());
  }

  private static List<GoldNames> names(List<Path> files) throws Exception {
    List<GoldNames> names = new ArrayList<>();
    for (Path file : files) names.addAll(GoldNamesFile.read(file));
    return names;
  }

  private static List<Labelled> flat(List<List<Labelled>> files) {
    return files.stream().flatMap(List::stream).toList();
  }

  private int sentiment(List<List<Labelled>> files, List<List<Labelled>> dev, Event event)
      throws Exception {
    List<Labelled> rows = flat(files);
    List<List<GoldPost>> measured = new ArrayList<>();
    for (List<Labelled> file : dev) measured.add(moods(file, event));
    AnalyzerSettings settings = options.settings(event);
    if (settings.fast()) {
      Training.fastSentiment(settings, moods(rows, event), measured, provenance(gold, rows.size()));
      return rows.size();
    }
    List<GoldPost> late = new ArrayList<>();
    for (List<Labelled> file : read(this.late)) {
      boolean targets =
          file.stream()
              .allMatch(
                  row ->
                      row.labels().keySet().stream().noneMatch(MOODS::contains)
                          && (row.label("target").isPresent() || !row.sides().isEmpty()));
      if (!targets) late.addAll(moods(file, event));
      else for (Labelled row : file) toward(row, event).ifPresent(late::add);
    }
    SentimentTraining.run(
        new SentimentTraining.Gold(moods(rows, event), toward(targets, event), names(names), late),
        measured,
        new SentimentTraining.Settings(
            options.models(),
            work,
            StatementAssigner.classes(event).size(),
            questions(event),
            start,
            keepCalibration),
        provenance(
            Stream.of(gold, targets, names, this.late).flatMap(List::stream).toList(),
            rows.size() + late.size()),
        new TrainingProgress(main.io()));
    return rows.size() + late.size();
  }

  private static List<GoldPost> moods(List<Labelled> rows, Event event) throws UserException {
    List<GoldPost> read = new ArrayList<>();
    PhraseFinder target = new PhraseFinder(event.mainTarget().map(Target::words).orElse(List.of()));
    for (Labelled row : rows) {
      Optional<Mood> mood = optional(row, TrainCommand::mood, "sentiment", "label");
      Optional<Double> score = optional(row, Double::valueOf, "score");
      Optional<Side> stance = optional(row, TrainCommand::side, "stance");
      List<GoldPost.Toward> toward = sides(row, event);
      if (toward.isEmpty() && stance.isPresent()) {
        List<Span> names = target.find(row.post().text());
        if (!names.isEmpty()) toward = List.of(new GoldPost.Toward(names, stance.get()));
      }
      Map<String, float[]> answers = answers(row, event);
      if (mood.isEmpty() && score.isEmpty() && answers.isEmpty())
        throw unlabelled(row, "sentiment");
      read.add(
          new GoldPost(
              row.post().text(),
              mood,
              score.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
              stance,
              optional(row, l -> camp(l, event), "camp"),
              toward,
              answers));
    }
    return read;
  }

  /// What is asked of posts beside mood, stance and camp. Issues are many, so each counts less.
  private static List<SentimentTraining.Question> questions(Event event) {
    List<SentimentTraining.Question> questions = new ArrayList<>();
    questions.add(new SentimentTraining.Question(ABOUT, About.Kind.values().length, 1));
    event.targets().stream()
        .filter(t -> t.kind() == Target.Kind.CLAIM)
        .map(Target::name)
        .forEach(
            c ->
                questions.add(new SentimentTraining.Question(CLAIM + c, Claims.CLASSES.size(), 1)));
    event
        .issues()
        .forEach(
            i -> questions.add(new SentimentTraining.Question(ISSUE + i.id(), 2, ISSUE_WORTH)));
    return questions;
  }

  private static final String ABOUT = "about";
  private static final String CLAIM = "claim:";
  private static final String ISSUE = "issue:";
  private static final double ISSUE_WORTH = 0.3;

  private static Map<String, float[]> answers(Labelled row, Event event) throws UserException {
    Map<String, float[]> answers = new LinkedHashMap<>();
    Optional<Integer> about = optional(row, TrainCommand::about, "about");
    about.ifPresent(a -> answers.put(ABOUT, oneHot(a, About.Kind.values().length)));
    for (var claim : row.claims().entrySet()) {
      int stand = Claims.CLASSES.indexOf(Claims.classOf(claim.getValue()));
      if (stand < 0) throw unknown(row, "claims", claim.getValue());
      answers.put(CLAIM + claim.getKey(), oneHot(stand, Claims.CLASSES.size()));
    }
    if (row.issues().isPresent()) {
      for (Issue issue : event.issues()) {
        boolean spoken = row.issues().get().contains(issue.id());
        answers.put(ISSUE + issue.id(), oneHot(spoken ? 1 : 0, 2));
      }
    }
    return answers;
  }

  private static float[] oneHot(int label, int classes) {
    float[] all = new float[classes];
    all[label] = 1;
    return all;
  }

  private static int about(String label) {
    return About.Kind.of(label).orElseThrow(() -> new IllegalArgumentException(label)).ordinal();
  }

  private static Mood mood(String label) {
    return Mood.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private static Side side(String label) {
    return Side.of(label).orElseThrow(() -> new IllegalArgumentException(label));
  }

  private static int camp(String label, Event event) {
    int at =
        StatementAssigner.classes(event).indexOf(label.equals("none") ? Camp.UNALIGNED : label);
    if (at < 0) throw new IllegalArgumentException(label);
    return at;
  }

  private int stance(List<List<Labelled>> files, List<List<Labelled>> dev, Event event)
      throws Exception {
    AnalyzerSettings settings = options.settings(event);
    Analyzer analyzer = StanceTraining.withoutStances(settings);
    Map<Optional<String>, List<Labelled>> seen = byTarget(each(files), event);
    Map<Optional<String>, List<Labelled>> unseen = byTarget(each(dev), event);
    List<StanceTraining.Group> groups = new ArrayList<>();
    for (var group : seen.entrySet()) {
      groups.add(
          new StanceTraining.Group(
              group.getKey(),
              analysed(analyzer, group.getValue(), l -> side(l).ordinal(), "stance"),
              analysed(
                  analyzer,
                  unseen.getOrDefault(group.getKey(), List.of()),
                  l -> side(l).ordinal(),
                  "stance")));
    }
    int posts = files.stream().mapToInt(List::size).sum();
    StanceTraining.run(settings, groups, keepCalibration, provenance(gold, posts));
    return posts;
  }

  /// The files with a row for each target of a record that takes several sides.
  private static List<List<Labelled>> each(List<List<Labelled>> files) {
    List<List<Labelled>> all = new ArrayList<>();
    for (List<Labelled> file : files) {
      List<Labelled> rows = new ArrayList<>();
      for (Labelled row : file) {
        if (row.sides().isEmpty() || row.label("stance").isPresent()) rows.add(row);
        else row.sides().forEach(s -> rows.add(row.toward(s)));
      }
      all.add(rows);
    }
    return all;
  }

  /// The rows of files whose rows all are about one target, by that target; rows that name none are
  /// about the main target of the event. Under no name: the rows of files about many targets.
  private static Map<Optional<String>, List<Labelled>> byTarget(
      List<List<Labelled>> files, Event event) throws UserException {
    Map<Optional<String>, List<Labelled>> groups = new LinkedHashMap<>();
    for (List<Labelled> file : files) {
      Set<Optional<String>> named = new HashSet<>();
      for (Labelled row : file) named.add(row.label("target"));
      if (named.size() > 1 && named.contains(Optional.<String>empty())) {
        throw new UserException(
            "Some records of a file have a \"target\" and some have none; wanted one on all of them"
                + " or on none.");
      }
      Optional<String> target = named.size() == 1 ? named.iterator().next() : Optional.empty();
      if (named.size() == 1 && target.isEmpty()) {
        target = event.mainTarget().map(Target::name);
        if (target.isEmpty()) {
          throw new UserException("The event has no entity among its targets.");
        }
      }
      groups.computeIfAbsent(target, _ -> new ArrayList<>()).addAll(file);
    }
    return groups;
  }

  /// Of the rows, those that say whether they react.
  private int about(List<Labelled> rows, List<Labelled> dev, Event event) throws Exception {
    AnalyzerSettings settings = options.settings(event);
    Analyzer analyzer = StanceTraining.withoutStances(settings);
    Parser parser = row -> optional(row, TrainCommand::about, "about");
    Training.Cases cases = cases(analyzer, rows, dev, parser);
    Map<String, Object> from = provenance(gold, cases.seen().size());
    AnswerTraining.about(settings, cases, keepCalibration, from);
    if (!general.isEmpty()) {
      List<Reaction> talk = new ArrayList<>();
      for (Training.Case one :
          cases(analyzer, flat(read(general)), List.of(), _ -> Optional.of(0)).seen()) {
        talk.add(one.reaction());
      }
      List<Path> all = Stream.concat(gold.stream(), general.stream()).toList();
      AnswerTraining.anyAbout(
          settings, cases.seen(), talk, provenance(all, cases.seen().size() + talk.size()));
    }
    return cases.seen().size();
  }

  private int claims(List<Labelled> rows, List<Labelled> dev, Event event) throws Exception {
    AnalyzerSettings settings = options.settings(event);
    if (settings.fast()) {
      throw new UserException(
          "Without the encoder no side of a claim is told: leave out --fast, or train another"
              + " kind.");
    }
    Analyzer analyzer = StanceTraining.withoutStances(settings);
    int posts = 0;
    for (Target target : event.targets()) {
      if (target.kind() != Target.Kind.CLAIM) continue;
      Parser parser =
          row -> {
            Optional<String> side = Optional.ofNullable(row.claims().get(target.name()));
            if (side.isEmpty()) return Optional.empty();
            int at = Claims.CLASSES.indexOf(Claims.classOf(side.get()));
            if (at < 0) throw unknown(row, "claims", side.get());
            return Optional.of(at);
          };
      Training.Cases cases = cases(analyzer, rows, dev, parser);
      if (cases.seen().isEmpty()) continue;
      posts = Math.max(posts, cases.seen().size());
      AnswerTraining.claim(
          settings, target.name(), cases, keepCalibration, provenance(gold, cases.seen().size()));
    }
    if (posts == 0) {
      throw new UserException("No record has \"claims\" that are targets of " + event.id() + ".");
    }
    return posts;
  }

  private int issues(List<Labelled> rows, List<Labelled> dev, Event event) throws Exception {
    AnalyzerSettings settings = options.settings(event);
    Analyzer analyzer = StanceTraining.withoutStances(settings);
    List<Labelled> judged = rows.stream().filter(TrainCommand::askedForIssues).toList();
    List<Labelled> unseen = dev.stream().filter(TrainCommand::askedForIssues).toList();
    if (judged.isEmpty()) throw new UserException("No record that reacts has \"issues\".");
    List<Reaction> reactions = new ArrayList<>();
    List<Set<String>> spoken = new ArrayList<>();
    for (Issue issue : event.issues()) {
      Parser parser = row -> Optional.of(row.issues().orElseThrow().contains(issue.id()) ? 1 : 0);
      Training.Cases cases = cases(analyzer, judged, unseen, parser);
      // Without the encoder, the cue words of the event file decide.
      if (!settings.fast()) {
        AnswerTraining.issue(
            settings, issue.id(), cases, keepCalibration, provenance(gold, cases.seen().size()));
      }
      for (int i = 0; i < cases.seen().size(); i++) {
        if (reactions.size() < cases.seen().size()) {
          reactions.add(cases.seen().get(i).reaction());
          spoken.add(new HashSet<>());
        }
        if (cases.seen().get(i).right() == 1) spoken.get(i).add(issue.id());
      }
    }
    AnswerTraining.anyIssues(settings, reactions, spoken, provenance(gold, reactions.size()));
    return judged.size();
  }

  /// Whether a row says of which issues it speaks. What does not react is never asked, so it would
  /// only teach that issues are rarer than they are among reactions.
  private static boolean askedForIssues(Labelled row) {
    return row.issues().isPresent()
        && row.label("about").map(a -> a.equals(About.Kind.REACTION.id())).orElse(true);
  }

  /// Reads the label of a row, if it has one of the kind.
  private interface Parser {
    Optional<Integer> of(Labelled row) throws UserException;
  }

  private final Map<String, Optional<Reaction>> read = new HashMap<>();

  private Training.Cases cases(
      Analyzer analyzer, List<Labelled> seen, List<Labelled> unseen, Parser parser)
      throws UserException {
    return new Training.Cases(cases(analyzer, seen, parser), cases(analyzer, unseen, parser));
  }

  /// The rows that have the label and that the analyzer can read, analysed once a text.
  private List<Training.Case> cases(Analyzer analyzer, List<Labelled> rows, Parser parser)
      throws UserException {
    List<Labelled> judged = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    Set<String> fresh = new LinkedHashSet<>();
    for (Labelled row : rows) {
      Optional<Integer> label = parser.of(row);
      if (label.isEmpty()) continue;
      judged.add(row);
      right.add(label.get());
      if (!read.containsKey(row.post().text())) fresh.add(row.post().text());
    }
    try (OrderedParallel<Post, Reaction> analysis =
        new OrderedParallel<>(
            options.threads(),
            analyzer::analyze,
            reaction ->
                read.put(
                    reaction.post().text(),
                    reaction.read() ? Optional.of(reaction) : Optional.empty()))) {
      fresh.forEach(text -> analysis.add(Post.of("training", text)));
      analysis.finish();
    }
    List<Training.Case> cases = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      int label = right.get(i);
      read.get(judged.get(i).post().text())
          .ifPresent(reaction -> cases.add(new Training.Case(reaction, label)));
    }
    return cases;
  }

  private int camps(List<Labelled> rows, List<Labelled> dev, Event event) throws Exception {
    AnalyzerSettings settings = options.settings(event);
    CoreNlpAnalyzer analyzer = new CoreNlpAnalyzer(settings);
    CampTraining.run(
        settings,
        event,
        new Training.Cases(
            analysed(analyzer, rows, l -> camp(l, event), "camp"),
            analysed(analyzer, dev, l -> camp(l, event), "camp")),
        keepCalibration,
        true,
        provenance(gold, rows.size()));
    return rows.size();
  }

  /// The rows that the analyzer can read, analysed.
  private List<Training.Case> analysed(
      Analyzer analyzer, List<Labelled> rows, Function<String, Integer> parse, String name)
      throws UserException {
    List<Integer> right = new ArrayList<>();
    for (Labelled row : rows) {
      right.add(optional(row, parse, name, "label").orElseThrow(() -> unlabelled(row, name)));
    }
    List<Training.Case> cases = new ArrayList<>();
    int[] at = new int[1];
    try (OrderedParallel<Post, Reaction> analysis =
        new OrderedParallel<>(
            options.threads(),
            analyzer::analyze,
            reaction -> {
              int label = right.get(at[0]++);
              if (reaction.read()) cases.add(new Training.Case(reaction, label));
            })) {
      rows.forEach(r -> analysis.add(r.asked()));
      analysis.finish();
    }
    return cases;
  }

  private static UserException unlabelled(Labelled row, String name) {
    return new UserException("The record \"" + row.post().id() + "\" has no \"" + name + "\".");
  }

  /// The label of a row by the first of its names that is there.
  private static <T> Optional<T> optional(Labelled row, Function<String, T> parse, String... names)
      throws UserException {
    Optional<String> label = row.label(names);
    if (label.isEmpty()) return Optional.empty();
    try {
      return Optional.of(parse.apply(label.get()));
    } catch (IllegalArgumentException e) {
      throw unknown(row, names[0], label.get());
    }
  }

  private static UserException unknown(Labelled row, String name, String label) {
    return new UserException(
        "The record \""
            + row.post().id()
            + "\" has the "
            + name
            + " \""
            + label
            + "\", which this model does not know.");
  }

  /// What the weights come from: files by name and digest, never by place.
  private static Map<String, Object> provenance(List<Path> gold, int posts)
      throws UnreadableSourceException {
    List<Map<String, Object>> files = new ArrayList<>();
    for (Path file : gold) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("file", file.getFileName().toString());
      entry.put("sha256", sha256(file));
      files.add(entry);
    }
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("trainedOn", files);
    provenance.put("posts", posts);
    return provenance;
  }

  private static String sha256(Path file) throws UnreadableSourceException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UnreadableSourceException(file + " cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
