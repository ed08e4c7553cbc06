package dev.chorus.source;

import dev.chorus.json.JsonRecord;
import dev.chorus.json.JsonRecords;
import dev.chorus.json.NotJsonException;
import dev.chorus.source.export.Archives;
import dev.chorus.source.format.RecordFields;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads what the other files of an [Archives] say about its posts, before the posts are read: in
/// what order the files stand is left to chance.
///
/// Whatever cannot be read here is passed over. It is named when its own turn comes, and the posts
/// are read without it.
final class Neighbours {
  private final Archives archives;

  /// Folders and zip files that have been looked into.
  private final Set<Path> known = new HashSet<>();

  Neighbours(Archives archives) {
    this.archives = archives;
  }

  /// Looks beside a file that may hold the posts of an archive, and into a zip file.
  void lookAround(Path file) {
    try {
      if (Archives.isOfPosts(file.toString())) beside(file);
      else if (isZip(file)) inside(file);
    } catch (IOException e) {
      // See above.
    }
  }

  private void beside(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !known.add(folder)) return;
    Path named = file.getParent();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path path : all) {
        String name = path.getFileName().toString();
        if (!Archives.isAbout(name) || !Files.isRegularFile(path)) continue;
        try (InputStream in = Files.newInputStream(path)) {
          learn(named == null ? name : named.resolve(name).toString(), in);
        }
      }
    }
  }

  private static boolean isZip(Path file) throws IOException {
    if (!Files.isRegularFile(file)) return false;
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  private void inside(Path zip) throws IOException {
    if (!known.add(zip.toAbsolutePath())) return;
    try (ZipFile files = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> all = files.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!Archives.isAbout(entry.getName()) || entry.isDirectory()) continue;
        try (InputStream in = files.getInputStream(entry)) {
          learn(zip + "!" + entry.getName(), in);
        }
      }
    }
  }

  /// Takes in a file that says something about the posts beside it.
  void learn(String name, InputStream utf8) throws IOException {
    try {
      JsonRecords.read(
          new BufferedInputStream(utf8),
          record -> {
            if (record instanceof JsonRecord.Good good) {
              archives.learn(name, new RecordFields(good.fields()));
            }
          });
    } catch (NotJsonException e) {
      // See above.
    }
  }
}
