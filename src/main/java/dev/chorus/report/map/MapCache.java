package dev.chorus.report.map;

import dev.chorus.common.Sha256;
import dev.chorus.common.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// Keeps the places of a map in a file, so that they are computed again only when something that
/// they come from has changed. A file of anything else, or a damaged one, is replaced.
///
/// @param file where they are kept: in the folder of the index, so that it goes with the index
/// @param made what the index was made with: its event and its models
public record MapCache(Path file, String made) {
  /// The name of the file in the folder of an index.
  public static final String NAME = "posts.map";

  /// To be raised whenever places are computed in another way.
  private static final int VERSION = 1;

  private static final int DIGEST = 32;
  private static final int HEAD = DIGEST + Double.BYTES + Integer.BYTES;
  private static final int POINT = 2 * Character.BYTES;

  /// What places come from.
  ///
  /// @param posts tells of the posts and their order
  byte[] key(byte[] posts) {
    MessageDigest sha = Sha256.digest();
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(VERSION).array());
    sha.update(Sha256.digest().digest(made.getBytes(StandardCharsets.UTF_8)));
    return sha.digest(posts);
  }

  /// Empty if there are none for that key, or none that can be read.
  Optional<Projection> read(byte[] key) {
    try {
      if (!Files.isRegularFile(file)) return Optional.empty();
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - DIGEST;
      if (end < HEAD || !Arrays.equals(bytes, 0, DIGEST, key, 0, DIGEST)) return Optional.empty();
      MessageDigest sha = Sha256.digest();
      sha.update(bytes, 0, end);
      if (!Arrays.equals(sha.digest(), Arrays.copyOfRange(bytes, end, bytes.length)))
        return Optional.empty();
      ByteBuffer in = ByteBuffer.wrap(bytes, DIGEST, end - DIGEST);
      double trustworthiness = in.getDouble();
      int size = in.getInt();
      if (in.remaining() != (long) size * POINT) return Optional.empty();
      char[] x = new char[size];
      char[] y = new char[size];
      for (int i = 0; i < size; i++) {
        x[i] = in.getChar();
        y[i] = in.getChar();
      }
      return Optional.of(new Projection(x, y, trustworthiness));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Without an index folder that can be written to nothing is kept: that costs time only.
  void write(byte[] key, Projection places) {
    int size = places.x().length;
    ByteBuffer out = ByteBuffer.allocate(HEAD + size * POINT + DIGEST);
    out.put(key).putDouble(places.trustworthiness()).putInt(size);
    for (int i = 0; i < size; i++) out.putChar(places.x()[i]).putChar(places.y()[i]);
    MessageDigest sha = Sha256.digest();
    sha.update(out.array(), 0, out.position());
    out.put(sha.digest());
    try {
      WholeFile.write(file, out.array());
    } catch (IOException e) {
      // As above.
      return;
    }
  }
}
