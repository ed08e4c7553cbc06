package dev.chorus.index.column;

import dev.chorus.post.Post;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Tells records apart by what the source says, all of it.
///
/// @param hex 32 hexadecimal digits
public record Digest(String hex) {
  public static final int BYTES = 16;

  public static Digest of(Post post) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256").digest(ReactionCodec.postBytes(post));
      return of(all, 0);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
  }

  public static Digest of(byte[] bytes, int offset) {
    return new Digest(HexFormat.of().formatHex(Arrays.copyOfRange(bytes, offset, offset + BYTES)));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
