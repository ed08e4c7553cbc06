package dev.chorus.cli;

import dev.chorus.app.Home;
import dev.chorus.app.IndexModels;
import dev.chorus.app.Pipeline;
import dev.chorus.app.UserException;
import dev.chorus.camp.Assigner;
import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.index.Pseudonymization;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.query.IndexException;
import dev.chorus.language.Target;
import dev.chorus.language.encoder.MeaningEncoder;
import dev.chorus.language.english.AnalyzerSettings;
import dev.chorus.language.head.Statements;
import dev.chorus.language.model.Trial;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `chorus camps assign`
@Command(
    name = "assign",
    mixinStandardHelpOptions = true,
    description = {
      "Moves the posts of an index to the camps of a changed camp file, from what is stored of"
          + " them: nothing is analysed again.",
      "Camps may be added, removed and described otherwise. Changed targets need a new ingest,"
          + " because stances were read when the posts were."
    })
final class CampsAssignCommand implements Callable<Integer> {
  private static final int MOST_MOVES = 12;

  @ParentCommand private CampsCommand parent;
  @Mixin private IndexOption index;

  @Option(
      names = "--camps",
      paramLabel = "FILE",
      description = "The changed camp file (default: models/camps/deepseek.yaml).")
  private Optional<Path> camps = Optional.empty();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the models that the posts were ingested with (default: models/).")
  private Optional<Path> models = Optional.empty();

  /// What sorted the index, and what shall.
  private record Change(
      Event from,
      String analysis,
      Optional<Trial> trial,
      Pseudonymization naming,
      AnalyzerSettings by) {}

  @Override
  public Integer call() throws Exception {
    Io io = parent.io();
    Event event = EventFile.read(camps.orElseGet(Home::camps));
    assign(io, index.folder(io), event, models.orElseGet(Home::models));
    return ExitCode.DONE;
  }

  /// Moves all posts of an index and says where they went.
  static void assign(Io io, Path folder, Event event, Path models)
      throws IndexException, UserException {
    Change change = change(folder, event, models);
    AnalyzerSettings settings =
        new AnalyzerSettings(
            models, event.subject(), change.by().names(), change.by().scorer(), change.by().fast());
    Optional<MeaningEncoder> encoder = MeaningEncoder.of(settings);
    Assigner assigner =
        Pipeline.assigner(
            event,
            settings,
            texts -> encoder.map(e -> e.statements(texts)).orElse(Statements.NONE));
    Map<String, Integer> moves = new TreeMap<>();
    int[] posts = {0};
    Progress progress = new Progress(io, "assign");
    try (ReactionWriter writer =
        ReactionWriter.open(
            folder,
            change.from(),
            change.analysis(),
            change.trial(),
            change.naming(),
            "chorus camps assign")) {
      writer.reassign(
          event,
          Pipeline.fingerprint(settings, event),
          Pipeline.trial(settings, event),
          placed -> assigner.place(placed.reaction(), placed.placement().learned()),
          Runtime.getRuntime().availableProcessors(),
          (from, to) -> {
            posts[0]++;
            if (!from.equals(to)) moves.merge(from + " to " + to, 1, Integer::sum);
            progress.at(posts[0]);
          });
    } finally {
      progress.clear();
    }
    int moved = moves.values().stream().mapToInt(Integer::intValue).sum();
    io.out().printf(java.util.Locale.ENGLISH, "%,d posts, %,d moved%n", posts[0], moved);
    moves.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_MOVES)
        .forEach(
            m -> io.out().printf(java.util.Locale.ENGLISH, "%,9d  %s%n", m.getValue(), m.getKey()));
  }

  private static Change change(Path folder, Event event, Path models)
      throws IndexException, UserException {
    try (ReactionReader reader = ReactionReader.open(folder)) {
      Event from = reader.event();
      if (!from.targets().equals(event.targets())) {
        throw new UserException(
            "The camp file declares other targets than the one that the posts in "
                + folder
                + " were read with ("
                + names(event)
                + "; before: "
                + names(from)
                + "), or the same with other words. Stances were read with them: ingest the corpus"
                + " again into a new folder (--index DIR).");
      }
      AnalyzerSettings by =
          IndexModels.of(reader, models)
              .orElseThrow(
                  () ->
                      new UserException(
                          "The posts in "
                              + folder
                              + " were read with other models or another --entities file than those"
                              + " in "
                              + models
                              + ". Name their folder with --models, or ingest the corpus again."));
      return new Change(
          from, reader.analysis(), reader.trial(), ReactionWriter.naming(folder).orElseThrow(), by);
    }
  }

  private static String names(Event event) {
    return event.targets().stream().map(Target::name).collect(Collectors.joining(", "));
  }
}
