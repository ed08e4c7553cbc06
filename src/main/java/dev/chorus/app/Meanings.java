package dev.chorus.app;

import dev.chorus.index.ReactionReader;
import dev.chorus.language.ModelException;
import dev.chorus.language.Vector;
import dev.chorus.language.head.MeaningEncoder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Turns queries into vectors that compare with those of an index.
public final class Meanings {
  private Meanings() {}

  /// @param models folder of the models, if not the one that the index names
  /// @throws ModelException if the index has no vectors, or its models are gone
  public static Function<String, Vector> of(ReactionReader index, Optional<Path> models) {
    if (!index.knowsMeanings()) {
      throw new ModelException(
          "The index has no vectors to search by meaning, because it was made with --fast or holds"
              + " no English posts. Use --mode keyword, or ingest without --fast into a new folder"
              + " (--index DIR).");
    }
    MeaningEncoder encoder =
        Origin.methodOf(index, models)
            .flatMap(method -> MeaningEncoder.of(method.settings()))
            .orElseThrow(
                () ->
                    new ModelException(
                        "The index was made with other models ("
                            + index.analysis()
                            + "), so the meaning of a query cannot be compared with its posts."
                            + " Name their folder with --models, use --mode keyword, or ingest"
                            + " again into a new folder (--index DIR)."));
    return encoder::encode;
  }
}
