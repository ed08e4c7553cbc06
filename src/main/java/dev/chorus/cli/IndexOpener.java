package dev.chorus.cli;

import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import java.nio.file.Path;

/// Opens the index of a folder; it may have begun to before the arguments were read.
@FunctionalInterface
public interface IndexOpener {
  /// @throws IndexException if the folder holds no index that this version reads
  ReactionReader open(Path folder) throws IndexException;
}
