package dev.chorus.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;

/// Finds the texts inside a stream: the stream itself, its compressed content, or the files of an
/// archive, again compressed or not. Content decides everywhere, names do not.
///
/// @param <X> the exception that the visitor throws
public final class Unpacking<X extends Exception> {
  /// Layers that are taken off: `tar.gz` inside a zip has three. More is a bomb.
  private static final int DEEPEST = 3;

  private static final int BUFFER = 1 << 16;

  /// Told of everything that a stream holds, in order.
  public interface Visitor<X extends Exception> {
    /// A text.
    ///
    /// @param name the name of the stream; for a file in an archive with `!` and its name behind
    /// @param utf8 its content, as UTF-8 without a byte order mark; valid during this call
    /// @throws IOException if it cannot be read to its end; the part before is right
    void text(String name, InputStream utf8) throws IOException, X;

    /// A file that is to be read here and there.
    ///
    /// @param itself whether the stream as a whole is this file, neither packed nor in an archive
    /// @param content from its first byte to its last; valid during this call
    /// @throws IOException if it cannot be read to its end
    default void document(String name, Document kind, boolean itself, InputStream content)
        throws IOException, X {
      other(name, kind.unread());
    }

    /// A file that is not a text.
    ///
    /// @param what the kind of the file, in words that fit behind "is"
    void other(String name, String what) throws X;

    /// A file in an archive that is broken, though the archive goes on.
    ///
    /// @param e names the damage
    void broken(String name, IOException e) throws X;
  }

  private final Optional<Charset> encoding;
  private final Visitor<X> visitor;

  /// @param encoding of texts that do not begin with a byte order mark; empty recognises UTF-16
  ///     and UTF-32 by themselves and takes the rest for UTF-8
  public Unpacking(Optional<Charset> encoding, Visitor<X> visitor) {
    this.encoding = encoding;
    this.visitor = visitor;
  }

  /// Visits all that the stream holds. Does not close it.
  ///
  /// @throws IOException if it cannot be read to its end
  public void visit(String name, InputStream in) throws IOException, X {
    visit(name, in, 0);
  }

  private void visit(String name, InputStream raw, int layers) throws IOException, X {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    byte[] start = Bytes.peek(in, Packing.LOOKED_AT);
    Optional<Document> document = Document.of(start);
    Optional<String> named = Document.foreign(start);
    Optional<Packing> packing = Packing.of(start);
    if (document.isPresent()) {
      visitor.document(name, document.get(), layers == 0, in);
    } else if (named.isPresent()) {
      visitor.other(name, named.get());
    } else if (packing.isPresent() && layers == DEEPEST) {
      visitor.other(name, "packed more than " + DEEPEST + " times over; unpack it first");
    } else if (packing.isPresent() && packing.get().isArchive()) {
      archive(name, packing.get(), in, layers + 1);
    } else if (packing.isPresent()) {
      visit(name, packing.get().stream(in), layers + 1);
    } else {
      Optional<String> foreign = Foreign.of(start);
      if (foreign.isPresent()) visitor.other(name, foreign.get());
      else visitor.text(name, Encoding.utf8(in, encoding));
    }
  }

  private void archive(String archive, Packing packing, InputStream in, int layers)
      throws IOException, X {
    ArchiveEnd end = new ArchiveEnd(in, packing);
    ArchiveInputStream<?> files = packing.archive(end);
    for (ArchiveEntry entry; (entry = Guarded.attempt(packing, files::getNextEntry)) != null; ) {
      String path = visible(entry.getName());
      if (entry.isDirectory() || isHidden(path)) continue;
      String name = archive + "!" + path;
      if (!files.canReadEntryData(entry)) {
        // Where such a file ends cannot be found either.
        throw new IOException(
            "at " + path + " it is encrypted, or packed in a way that Chorus cannot read");
      }
      Guarded content = new Guarded(files, packing);
      try {
        visit(name, content, layers);
      } catch (IOException e) {
        // Behind the place where the archive itself is broken nothing can be found.
        if (content.failed()) throw new IOException("at " + path + " " + e.getMessage(), e);
        visitor.broken(name, e);
      }
    }
    end.requireMark();
  }

  /// Names are only shown, never opened, but a terminal must not obey them either.
  private static String visible(String name) {
    return name.replaceAll("\\p{C}", "?");
  }

  /// Hidden as in a folder, or one of the files that macOS puts beside each file.
  private static boolean isHidden(String path) {
    for (String part : path.split("/")) {
      if (part.equals("__MACOSX")) return true;
      if (part.startsWith(".") && !part.equals(".") && !part.equals("..")) return true;
    }
    return false;
  }
}
