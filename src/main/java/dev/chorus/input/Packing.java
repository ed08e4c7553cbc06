package dev.chorus.input;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// Ways in which files are packed, each known by its first bytes.
enum Packing {
  GZIP(0, 0x1F, 0x8B),
  ZSTD(0, 0x28, 0xB5, 0x2F, 0xFD),
  BZIP2(0, 'B', 'Z', 'h'),
  XZ(0, 0xFD, '7', 'z', 'X', 'Z', 0),
  ZIP(0, 'P', 'K', 3, 4),
  TAR(257, 'u', 's', 't', 'a', 'r');

  /// Bytes that [#of] wants to see.
  static final int LOOKED_AT = 262;

  /// Pushshift's dumps of Reddit need a window of 2 GB, the most that the format has. It is native
  /// memory, taken as far as the content fills it.
  private static final int ZSTD_WINDOW_LOG = 31;

  /// What `xz -9` needs, and a half more; in KiB.
  private static final int XZ_MEMORY = 100 << 10;

  private final int offset;
  private final int[] magic;

  Packing(int offset, int... magic) {
    this.offset = offset;
    this.magic = magic;
  }

  static Optional<Packing> of(byte[] start) {
    for (Packing packing : values()) {
      if (Bytes.at(start, packing.offset, packing.magic)) return Optional.of(packing);
    }
    return Optional.empty();
  }

  boolean isArchive() {
    return this == ZIP || this == TAR;
  }

  /// What a compressed stream holds; parts one after the other are one stream, as the tools have
  /// it.
  InputStream stream(InputStream in) throws IOException {
    return new Guarded(Guarded.attempt(this, () -> decompressor(in)), this);
  }

  private InputStream decompressor(InputStream in) throws IOException {
    return switch (this) {
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .get();
      case ZSTD -> new ZstdInputStreamNoFinalizer(in).setLongMax(ZSTD_WINDOW_LOG);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case XZ -> new XZInputStream(in, XZ_MEMORY);
      case ZIP, TAR -> throw new IllegalStateException(this + " holds files");
    };
  }

  /// The files of an archive, one after the other.
  ArchiveInputStream<?> archive(InputStream in) {
    return switch (this) {
      // Stored entries of unknown length are refused: finding their end takes unbounded memory.
      case ZIP -> new ZipArchiveInputStream(in, "UTF-8", true, false);
      case TAR -> new TarArchiveInputStream(in, "UTF-8");
      case GZIP, ZSTD, BZIP2, XZ -> throw new IllegalStateException(this + " is one stream");
    };
  }

  /// The name of the tool, such as `gzip`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
