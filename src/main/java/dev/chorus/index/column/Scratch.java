package dev.chorus.index.column;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.util.IOUtils;

/// A temporary folder for what nobody needs afterwards: gone when it is closed.
public final class Scratch extends FilterDirectory {
  private final Path folder;

  private Scratch(Path folder) throws IOException {
    super(FSDirectory.open(folder));
    this.folder = folder;
  }

  public static Scratch make() throws IOException {
    try {
      return new Scratch(Files.createTempDirectory("chorus-"));
    } catch (IOException e) {
      throw new IOException(
          "the folder for temporary files, "
              + System.getProperty("java.io.tmpdir")
              + ", cannot be used ("
              + e.getMessage()
              + "); name another one: CHORUS_OPTS=-Djava.io.tmpdir=DIR",
          e);
    }
  }

  /// Nothing has to outlive this process.
  @Override
  public void sync(Collection<String> names) {}

  @Override
  public void syncMetaData() {}

  @Override
  public void close() throws IOException {
    super.close();
    IOUtils.rm(folder);
  }
}
