package dev.chorus.index.column;

import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Tells records apart by what the source says, all of it.
///
/// @param hex 32 hexadecimal digits
public record Digest(String hex) {
  public static final int BYTES = 16;

  /// Of a record of a post. Notes that come apart from it do not count: it is the same record
  /// before and after.
  public static Digest of(Post post) {
    List<Note> own = post.notes().stream().filter(note -> !note.isApart()).toList();
    if (own.size() < post.notes().size()) post = post.withNotes(own);
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
