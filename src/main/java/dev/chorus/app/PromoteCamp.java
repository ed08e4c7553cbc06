package dev.chorus.app;

import dev.chorus.camp.CampFile;
import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.EventFileException;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.report.CampsReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes an emergent camp of an index into a camp file.
public final class PromoteCamp {
  private PromoteCamp() {}

  /// @param camp its id in the file
  /// @param file the camp file, which has one camp more at its end
  public record Result(String camp, Path file) {}

  /// @param folder of the index
  /// @param id of the emergent camp
  /// @param camps the camp file that the index was sorted by; empty for a new one
  /// @throws UserException if nothing emerges under that id, or the file is not that of the index
  public static Result run(Path folder, String id, Optional<Path> camps)
      throws IndexException, EventFileException, UserException {
    try (ReactionReader index = ReactionReader.open(folder)) {
      Event event = index.event();
      Path file = file(event, folder, camps);
      CampsReport report = Reports.of(index, Reports.Scope.ALL);
      CampsReport.Emergent emergent =
          report.emergent().stream()
              .filter(e -> e.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new UserException(unknown(id, report)));
      write(file, CampFile.with(event, emergent.asCamp()));
      return new Result(emergent.asCamp().id(), file);
    }
  }

  private static String unknown(String id, CampsReport report) {
    String there =
        report.emergent().isEmpty()
            ? "Nothing emerges among the unaligned of this index"
            : "There are "
                + report.emergent().stream()
                    .map(CampsReport.Emergent::id)
                    .collect(Collectors.joining(", "));
    return "There is no emergent camp \"" + id + "\". " + there + ".";
  }

  /// Where to write: only over the very file that the index was sorted by.
  private static Path file(Event event, Path folder, Optional<Path> camps)
      throws EventFileException, UserException {
    Path file = camps.orElse(Path.of(event.id() + ".yaml"));
    if (Files.exists(file)) {
      if (!EventFile.read(file).fingerprint().equals(event.fingerprint())) {
        throw new UserException(
            file
                + " is not the camp file that the index in "
                + folder
                + " was sorted by. Sort it by that one first (chorus camps assign --camps "
                + file
                + "), or name another file with --camps.");
      }
    } else if (camps.isPresent()) {
      throw new UserException(file + ": there is no such camp file.");
    }
    return file;
  }

  private static void write(Path file, String text) throws UserException {
    try {
      Path temporary = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(temporary, text);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserException(file + " cannot be written: " + e.getMessage());
    }
  }
}
