package dev.chorus.cli;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.CoreNlpAnalyzer;
import dev.chorus.language.GoldPost;
import dev.chorus.language.Mood;
import dev.chorus.language.OrderedParallel;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Target;
import dev.chorus.language.Training;
import dev.chorus.language.tuning.SentimentTraining;
import dev.chorus.post.Post;
import dev.chorus.source.LabelledReader;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.UnreadableSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
      "Learns the weights in models/ from labelled posts: first sentiment, then stance, then camps,"
          + " since each builds on the one before. The first tunes the encoder, which takes hours"
          + " on a large set of posts; interrupted, it goes on where it was."
    })
final class TrainCommand implements Callable<Integer> {
  enum Kind {
    SENTIMENT,
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
              + " \"stance\" or \"camp\".")
  private List<Path> gold;

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
    List<List<Labelled>> dev = new ArrayList<>();
    for (Path file : this.dev) dev.add(LabelledReader.read(file));
    List<Labelled> rows = new ArrayList<>();
    for (Path file : gold) rows.addAll(LabelledReader.read(file));
    Event event = options.event();
    switch (kind) {
      case SENTIMENT -> sentiment(rows, dev, event);
      case STANCE -> stance(rows, flat(dev), event);
      case CAMPS -> camps(rows, flat(dev), event);
    }
    main.io().say("learned from " + rows.size() + " posts; written to " + options.models());
    return ExitCode.DONE;
  }

  private static List<Labelled> flat(List<List<Labelled>> files) {
    return files.stream().flatMap(List::stream).toList();
  }

  private void sentiment(List<Labelled> rows, List<List<Labelled>> dev, Event event)
      throws Exception {
    List<List<GoldPost>> measured = new ArrayList<>();
    for (List<Labelled> file : dev) measured.add(moods(file, event));
    AnalyzerSettings settings = options.settings(event);
    if (settings.fast()) {
      Training.fastSentiment(settings, moods(rows, event), measured, provenance(rows));
      return;
    }
    SentimentTraining.run(
        moods(rows, event),
        measured,
        new SentimentTraining.Settings(
            options.models(), work, StatementAssigner.classes(event).size(), keepCalibration),
        provenance(rows),
        new TrainingProgress(main.io()));
  }

  private static List<GoldPost> moods(List<Labelled> rows, Event event) throws UserException {
    List<GoldPost> read = new ArrayList<>();
    for (Labelled row : rows) {
      Optional<Mood> mood = optional(row, TrainCommand::mood, "sentiment", "label");
      Optional<Double> score = optional(row, Double::valueOf, "score");
      if (mood.isEmpty() && score.isEmpty()) throw unlabelled(row, "sentiment");
      read.add(
          new GoldPost(
              row.post().text(),
              mood,
              score.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
              optional(row, TrainCommand::side, "stance"),
              optional(row, l -> camp(l, event), "camp")));
    }
    return read;
  }

  private static Mood mood(String label) {
    return Mood.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private static Side side(String label) {
    return Side.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private static int camp(String label, Event event) {
    int at =
        StatementAssigner.classes(event).indexOf(label.equals("none") ? Camp.UNALIGNED : label);
    if (at < 0) throw new IllegalArgumentException(label);
    return at;
  }

  private void stance(List<Labelled> rows, List<Labelled> dev, Event event) throws Exception {
    String target =
        event
            .mainTarget()
            .map(Target::name)
            .orElseThrow(() -> new UserException("The event has no entity among its targets."));
    AnalyzerSettings settings = options.settings(event);
    CoreNlpAnalyzer analyzer = Training.withoutStances(settings);
    Training.stance(
        settings,
        analyzer,
        target,
        cases(analyzer, rows, dev, l -> side(l).ordinal(), "stance"),
        keepCalibration,
        provenance(rows));
  }

  private void camps(List<Labelled> rows, List<Labelled> dev, Event event) throws Exception {
    AnalyzerSettings settings = options.settings(event);
    CoreNlpAnalyzer analyzer = new CoreNlpAnalyzer(settings);
    StatementAssigner.train(
        settings,
        event,
        analyzer,
        cases(analyzer, rows, dev, l -> camp(l, event), "camp"),
        keepCalibration,
        provenance(rows));
  }

  private Training.Cases cases(
      CoreNlpAnalyzer analyzer,
      List<Labelled> rows,
      List<Labelled> dev,
      Function<String, Integer> parse,
      String name)
      throws UserException {
    return new Training.Cases(
        analysed(analyzer, rows, parse, name), analysed(analyzer, dev, parse, name));
  }

  /// The rows that the analyzer can read, analysed.
  private List<Training.Case> analysed(
      CoreNlpAnalyzer analyzer, List<Labelled> rows, Function<String, Integer> parse, String name)
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
      rows.forEach(r -> analysis.add(r.post()));
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
      throw new UserException(
          "The record \""
              + row.post().id()
              + "\" has the "
              + names[0]
              + " \""
              + label.get()
              + "\", which this model does not know.");
    }
  }

  /// What the weights come from: files by name and digest, never by place.
  private Map<String, Object> provenance(List<Labelled> rows) throws UnreadableSourceException {
    List<Map<String, Object>> files = new ArrayList<>();
    for (Path file : gold) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("file", file.getFileName().toString());
      entry.put("sha256", sha256(file));
      files.add(entry);
    }
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("trainedOn", files);
    provenance.put("posts", rows.size());
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
