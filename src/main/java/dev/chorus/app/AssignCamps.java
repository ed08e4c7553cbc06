package dev.chorus.app;

import dev.chorus.camp.Assigner;
import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.EventFileException;
import dev.chorus.index.Pseudonymization;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.query.IndexException;
import dev.chorus.language.Target;
import dev.chorus.language.model.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/// Moves the posts of an index to the camps of a changed event, from what is stored of them.
public final class AssignCamps {
  private AssignCamps() {}

  /// @param posts all of the index
  /// @param moves how many went from one camp to another, under "from to to"
  public record Result(int posts, Map<String, Integer> moves) {}

  /// What sorted the index, and what reads as it was read.
  ///
  /// @param camps the file of the event to come, if it has one
  private record Before(
      Event event,
      String analysis,
      Optional<Trial> trial,
      Pseudonymization naming,
      Method method,
      Event to,
      Optional<Path> camps) {}

  /// @param folder of the index
  /// @param camps the changed camp file, with the targets that the posts were read for; if it is
  ///     not named, the file that the index was sorted by, as it is now, and if that is gone, the
  ///     camps as they are, for weights that have changed
  /// @param models folder of the models, if not the one that the index names
  /// @param done is told how many posts are done
  /// @throws UserException if the event has other targets, or the models of the index are gone
  public static Result run(
      Path folder, Optional<Path> camps, Optional<Path> models, IntConsumer done)
      throws IndexException, EventFileException, UserException {
    Before before = before(folder, camps, models);
    Event to = before.to();
    Method method = before.method().sorting(to);
    Assigner assigner = method.assigner();
    Map<String, Integer> moves = new TreeMap<>();
    int[] posts = {0};
    try (ReactionWriter writer =
        ReactionWriter.open(
            folder,
            before.event(),
            before.analysis(),
            before.trial(),
            before.naming(),
            Origin.of(before.method(), before.camps()).toMap(),
            "chorus camps assign")) {
      writer.reassign(
          to,
          method.fingerprint(),
          method.trial(),
          Origin.of(method, before.camps()).toMap(),
          placed -> assigner.place(placed.reaction(), placed.placement().learned()),
          Runtime.getRuntime().availableProcessors(),
          (from, into) -> {
            posts[0]++;
            if (!from.equals(into)) moves.merge(from + " to " + into, 1, Integer::sum);
            done.accept(posts[0]);
          });
    }
    return new Result(posts[0], moves);
  }

  private static Before before(Path folder, Optional<Path> camps, Optional<Path> models)
      throws IndexException, EventFileException, UserException {
    try (ReactionReader index = ReactionReader.open(folder)) {
      Event from = index.event();
      Optional<Path> file =
          camps.or(() -> Origin.of(index).flatMap(Origin::camps).filter(Files::exists));
      Event to = file.isPresent() ? EventFile.read(file.get()) : from;
      if (!from.targets().equals(to.targets())) {
        throw new UserException(
            "The camp file declares other targets than the one that the posts in "
                + folder
                + " were read with ("
                + names(to)
                + "; before: "
                + names(from)
                + "), or the same with other words. Stances were read with them: ingest the corpus"
                + " again into a new folder (--index DIR).");
      }
      Method method =
          Origin.methodOf(index, models)
              .orElseThrow(
                  () ->
                      new UserException(
                          "The posts in "
                              + folder
                              + " were read with other models or another --entities file than those"
                              + " in "
                              + models.orElseGet(() -> Origin.models(index))
                              + ". Name their folder with --models, or ingest the corpus again."));
      if (!method.sorting(to).readsAs(index.analysis())) {
        throw new UserException(
            "The camp file is of the event \""
                + to.id()
                + "\", and the posts in "
                + folder
                + " were read by what labelled posts of \""
                + from.id()
                + "\" taught. Keep the id, or ingest the corpus again into a new folder (--index"
                + " DIR).");
      }
      return new Before(
          from,
          index.analysis(),
          index.trial(),
          ReactionWriter.naming(folder).orElseThrow(),
          method,
          to,
          file);
    }
  }

  private static String names(Event event) {
    return event.targets().stream().map(Target::name).collect(Collectors.joining(", "));
  }
}
