package dev.chorus.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.index.query.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is left of an index when a write goes wrong, and who may write at all.
class DurabilityTest {
  @TempDir Path folder;

  /// A disk with room for so many more bytes.
  private static final class SmallDisk extends FilterDirectory {
    private long room;

    SmallDisk(Path folder, long room) throws IOException {
      super(FSDirectory.open(folder));
      this.room = room;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      return limited(in.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      return limited(in.createTempOutput(prefix, suffix, context));
    }

    private IndexOutput limited(IndexOutput out) {
      return new FilterIndexOutput("limited " + out.getName(), out.getName(), out) {
        @Override
        public void writeByte(byte b) throws IOException {
          take(1);
          super.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] b, int offset, int length) throws IOException {
          take(length);
          super.writeBytes(b, offset, length);
        }
      };
    }

    private synchronized void take(int bytes) throws IOException {
      room -= bytes;
      if (room < 0) throw new IOException("No space left on device");
    }
  }

  private static ReactionWriter open(Path folder, long room) throws IndexException {
    return ReactionWriter.open(
        folder,
        f -> new SmallDisk(f, room),
        new IndexStore(
            Samples.event(),
            "m",
            java.util.Optional.empty(),
            Pseudonymization.OWN,
            java.util.Map.of()),
        "chorus test");
  }

  private static void add(ReactionWriter writer, int from, int to) throws IndexException {
    for (int i = from; i < to; i++) writer.add(Samples.random("p" + i, new Random(i)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 100, 2_000, 20_000, 100_000})
  void keepsWhatWasCommittedWhenTheDiskIsFull(long room) throws Exception {
    try (ReactionWriter writer = open(folder, Long.MAX_VALUE)) {
      add(writer, 0, 300);
      writer.commit();
    }
    List<String> before = IndexDump.of(folder);
    assertThatThrownBy(
            () -> {
              try (ReactionWriter writer = open(folder, room)) {
                for (int i = 300; i < 3_000; i += 100) {
                  add(writer, i, i + 100);
                  writer.commit();
                }
              }
            })
        .isInstanceOf(IndexException.class)
        .hasMessage(
            "The index in "
                + folder
                + " cannot be written: the disk is full (No space left on device). What was"
                + " committed before is safe; make room and run the same command again.");
    List<String> after = IndexDump.of(folder);
    assertThat(after).containsAll(before).hasSizeLessThan(3_000);
    assertThat(after.size() % 100).as("whole commits").isZero();
    try (ReactionWriter writer = open(folder, Long.MAX_VALUE)) {
      add(writer, 0, 3_000);
      writer.commit();
    }
    assertThat(IndexDump.of(folder)).hasSize(3_000);
  }

  @Test
  void goesOnWhereAProcessWasKilledBeforeItsFirstCommit() throws Exception {
    Files.createFile(folder.resolve("write.lock"));
    Files.writeString(folder.resolve("pending_segments_1"), "half of it");
    Files.writeString(folder.resolve(WriterNote.NAME), "process 1 since ever");
    assertThatThrownBy(() -> ReactionReader.open(folder))
        .hasMessageStartingWith("There is no index in ");
    try (ReactionWriter writer = open(folder, Long.MAX_VALUE)) {
      add(writer, 0, 3);
      writer.commit();
    }
    assertThat(IndexDump.of(folder)).hasSize(3);
  }

  @Test
  void letsOneWriteAndOthersRead() throws Exception {
    try (ReactionWriter first = open(folder, Long.MAX_VALUE)) {
      add(first, 0, 1);
      assertThatThrownBy(
              () ->
                  ReactionWriter.open(
                      folder,
                      Samples.event(),
                      "m",
                      java.util.Optional.empty(),
                      Pseudonymization.OWN,
                      java.util.Map.of(),
                      "chorus other"))
          .isInstanceOf(IndexException.class)
          .hasMessageMatching(
              "The index in .* is being written by another Chorus \\(process "
                  + ProcessHandle.current().pid()
                  + " since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ: chorus test\\)\\. Wait .*");
      first.commit();
      add(first, 1, 2);
      assertThat(IndexDump.of(folder)).hasSize(1);
    }
    assertThat(Files.exists(folder.resolve(WriterNote.NAME))).isFalse();
    Files.writeString(folder.resolve(WriterNote.NAME), "process 1 since ever");
    open(folder, Long.MAX_VALUE).close();
  }
}
