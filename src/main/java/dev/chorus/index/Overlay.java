package dev.chorus.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/// An index as it would be: reads what is there, and keeps what is written and deleted to itself,
/// in a folder that is gone with it.
final class Overlay extends FilterDirectory {
  private final Path folder;
  private final Directory own;
  private final Set<String> deleted = new HashSet<>();

  /// @param below never changed
  /// @param folder an empty one, which is deleted in the end
  Overlay(Directory below, Path folder) throws IOException {
    super(below);
    this.folder = folder;
    this.own = FSDirectory.open(folder);
  }

  private synchronized boolean isOwn(String name) throws IOException {
    return Files.exists(folder.resolve(name));
  }

  @Override
  public synchronized String[] listAll() throws IOException {
    Set<String> names = new TreeSet<>(Set.of(in.listAll()));
    names.removeAll(deleted);
    names.addAll(Set.of(own.listAll()));
    return names.toArray(String[]::new);
  }

  @Override
  public synchronized void deleteFile(String name) throws IOException {
    if (isOwn(name)) own.deleteFile(name);
    else deleted.add(name);
  }

  @Override
  public long fileLength(String name) throws IOException {
    return isOwn(name) ? own.fileLength(name) : in.fileLength(name);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return own.createOutput(name, context);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return own.createTempOutput(prefix, suffix, context);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    return isOwn(name) ? own.openInput(name, context) : in.openInput(name, context);
  }

  /// Nobody relies on what is written here.
  @Override
  public void sync(Collection<String> names) {}

  @Override
  public void syncMetaData() {}

  @Override
  public void rename(String source, String dest) throws IOException {
    own.rename(source, dest);
  }

  @Override
  public Lock obtainLock(String name) throws IOException {
    return own.obtainLock(name);
  }

  @Override
  public Set<String> getPendingDeletions() throws IOException {
    return own.getPendingDeletions();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(own, in);
    IOUtils.rm(folder);
  }
}
