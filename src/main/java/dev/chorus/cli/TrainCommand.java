package dev.chorus.cli;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.CoreNlpAnalyzer;
import dev.chorus.language.Mood;
import dev.chorus.language.OrderedParallel;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Target;
import dev.chorus.language.Training;
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
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus train KIND GOLD…`
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Learns the weights in models/ from labelled posts: first sentiment, then stance, then camps,"
          + " since each builds on the one before. The same posts give the same bytes."
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
          "JSON Lines with id, text, and \"sentiment\" (or \"label\"), \"stance\" or \"camp\".")
  private List<Path> gold;

  @Mixin private AnalysisOptions options;

  @Override
  public Integer call() throws Exception {
    List<Labelled> rows = new ArrayList<>();
    for (Path file : gold) rows.addAll(LabelledReader.read(file));
    Event event = options.event();
    int used =
        switch (kind) {
          case SENTIMENT -> sentiment(rows);
          case STANCE -> stance(rows, event);
          case CAMPS -> camps(rows, event);
        };
    main.io()
        .say("learned from " + used + " of " + rows.size() + " posts; written to " + Home.models());
    return ExitCode.DONE;
  }

  private int sentiment(List<Labelled> rows) throws Exception {
    List<Mood> moods = labels(rows, l -> mood(l), "sentiment");
    Training.sentiment(posts(rows), moods, options.threads(), Home.models(), provenance(rows));
    return rows.size();
  }

  private static Mood mood(String label) {
    return Mood.valueOf(label.toUpperCase(java.util.Locale.ROOT));
  }

  private int stance(List<Labelled> rows, Event event) throws Exception {
    String target = event.mainTarget().map(Target::name).orElseThrow();
    List<Side> sides =
        labels(rows, l -> Side.valueOf(l.toUpperCase(java.util.Locale.ROOT)), "stance");
    return Training.stance(
        options.settings(event), target, posts(rows), sides, options.threads(), provenance(rows));
  }

  private int camps(List<Labelled> rows, Event event) throws Exception {
    List<String> ids = event.camps().stream().map(Camp::id).toList();
    List<Integer> right =
        labels(
            rows,
            l -> {
              if (l.equals("none") || l.equals(Camp.UNALIGNED)) return ids.size();
              if (!ids.contains(l)) throw new IllegalArgumentException(l);
              return ids.indexOf(l);
            },
            "camp");
    AnalyzerSettings settings = options.settings(event);
    CoreNlpAnalyzer analyzer = new CoreNlpAnalyzer(settings);
    List<Reaction> reactions = new ArrayList<>();
    List<Integer> learned = new ArrayList<>();
    int[] at = new int[1];
    try (OrderedParallel<Post, Reaction> analysis =
        new OrderedParallel<>(
            options.threads(),
            analyzer::analyze,
            reaction -> {
              int camp = right.get(at[0]++);
              if (reaction.read()) {
                reactions.add(reaction);
                learned.add(camp);
              }
            })) {
      rows.forEach(r -> analysis.add(r.post()));
      analysis.finish();
    }
    StatementAssigner.train(
        event, reactions, learned, settings.models(), analyzer::statements, provenance(rows));
    return learned.size();
  }

  private static List<Post> posts(List<Labelled> rows) {
    return rows.stream().map(Labelled::post).toList();
  }

  private static <T> List<T> labels(List<Labelled> rows, Function<String, T> parse, String name)
      throws UserException {
    List<T> labels = new ArrayList<>();
    for (Labelled row : rows) {
      String label =
          row.label(name, "label")
              .orElseThrow(
                  () ->
                      new UserException(
                          "The record \"" + row.post().id() + "\" has no \"" + name + "\"."));
      try {
        labels.add(parse.apply(label));
      } catch (IllegalArgumentException e) {
        throw new UserException(
            "The record \""
                + row.post().id()
                + "\" has the "
                + name
                + " \""
                + label
                + "\", which this model does not know.");
      }
    }
    return labels;
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
