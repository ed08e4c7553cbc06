package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.source.LabelledReader;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.training.GoldNames;
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

/// Files of labelled posts.
final class GoldFiles {
  private GoldFiles() {}

  /// The records of each file.
  static List<List<Labelled>> each(List<Path> files) throws UnreadableSourceException {
    List<List<Labelled>> read = new ArrayList<>();
    for (Path file : files) read.add(LabelledReader.read(file));
    return read;
  }

  /// The records of all files.
  static List<Labelled> all(List<Path> files) throws UnreadableSourceException {
    return each(files).stream().flatMap(List::stream).toList();
  }

  static List<GoldNames> names(List<Path> files) throws UnreadableSourceException, UserException {
    List<GoldNames> names = new ArrayList<>();
    for (Path file : files) names.addAll(GoldNamesFile.read(file));
    return names;
  }

  /// What a model file says of its origin. Files stand there by name and digest, never by place:
  /// the same posts give the same bytes wherever they lie.
  ///
  /// @param posts how many were learned from
  static Map<String, Object> provenance(List<Path> files, int posts)
      throws UnreadableSourceException {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Path file : files) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("file", file.getFileName().toString());
      entry.put("sha256", sha256(file));
      entries.add(entry);
    }
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("trainedOn", entries);
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
