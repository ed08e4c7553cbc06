package dev.chorus.cli;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.ReactionWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a report was made from and with. Holds no time and no path: the same posts, camp file and
/// models give the same bytes.
final class Provenance {
  private static final int DIGITS = 12;

  private Provenance() {}

  static Map<String, String> of(Event event, String analysis, Collection<Placed> posts) {
    Map<String, String> run = new LinkedHashMap<>();
    run.put("chorus", Version.current());
    run.put("posts", digest(posts).substring(0, DIGITS));
    run.put("event", event.id() + " " + event.fingerprint().substring(0, DIGITS));
    run.put("models", analysis);
    return run;
  }

  /// SHA-256 over the digests of all posts, in their own order, not that of the input.
  private static String digest(Collection<Placed> posts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      posts.stream()
          .map(p -> ReactionWriter.contentHash(p.reaction().post()))
          .sorted()
          .forEach(hash -> sha.update(hash.getBytes(StandardCharsets.US_ASCII)));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
