package dev.chorus.input;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Packs things for tests.
public final class Packed {
  private Packed() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] gzip(byte[] content) throws IOException {
    return through(GZIPOutputStream::new, content);
  }

  public static byte[] zstd(byte[] content) throws IOException {
    return through(ZstdOutputStream::new, content);
  }

  public static byte[] bzip2(byte[] content) throws IOException {
    return through(BZip2CompressorOutputStream::new, content);
  }

  public static byte[] xz(byte[] content) throws IOException {
    return through(out -> new XZOutputStream(out, new LZMA2Options(1)), content);
  }

  /// @param files names and contents in turn
  public static byte[] zip(Object... files) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int i = 0; i < files.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) files[i]));
        zip.write((byte[]) files[i + 1]);
        zip.closeEntry();
      }
    }
    return packed.toByteArray();
  }

  /// @param files names and contents in turn
  public static byte[] tar(Object... files) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      for (int i = 0; i < files.length; i += 2) {
        byte[] content = (byte[]) files[i + 1];
        TarArchiveEntry entry = new TarArchiveEntry((String) files[i]);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  private interface Compressor {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] through(Compressor compressor, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = compressor.over(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }
}
