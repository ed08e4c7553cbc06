package dev.chorus.source.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids for posts of exports that have none, made of the content: the same whenever and wherever the
/// post is exported again.
final class ContentId {
  private static final int DIGEST = 8;

  private ContentId() {}

  /// The name of the platform and a digest, such as `facebook:made-0123456789abcdef`.
  ///
  /// @param parts what tells one post from all others, such as its author, time and text
  static String of(String platform, String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
      return platform + ":made-" + HexFormat.of().formatHex(digest, 0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
