package dev.chorus.index.search;

import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;

/// Where a page of hits ended, and the statistics that the scores rest on, so that the next page
/// goes on in the same order whatever was ingested meanwhile.
///
/// @param key what the last hit was sorted by: the bits of its score, or a number of its own
/// @param id of the last hit
/// @param shown how many hits the pages so far have had
record Cursor(long key, String id, int shown, FrozenStatistics statistics) {
  private static final byte VERSION = 1;
  private static final int DIGEST = 8;

  String encode(SearchRequest request) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeByte(VERSION);
    out.writeBytes(digest(request));
    out.writeLong(key);
    out.writeString(id);
    out.writeVInt(shown);
    statistics.write(out);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toArrayCopy());
  }

  static Cursor decode(String text, SearchRequest request) throws QueryException {
    byte[] digest = new byte[DIGEST];
    Cursor cursor;
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(Base64.getUrlDecoder().decode(text));
      if (in.readByte() != VERSION) throw new IOException("another version");
      in.readBytes(digest, 0, DIGEST);
      cursor = new Cursor(in.readLong(), in.readString(), in.readVInt(), FrozenStatistics.read(in));
      if (!in.eof() || cursor.shown() < 0) throw new IOException("too long");
    } catch (IOException | RuntimeException e) {
      throw new QueryException(
          "The cursor is none, or damaged; wanted the one that the page before names.", -1);
    }
    if (!Arrays.equals(digest, digest(request))) {
      throw new QueryException(
          "The cursor belongs to another search; query, filters, order and mode must be those of"
              + " the page before.",
          -1);
    }
    return cursor;
  }

  /// What pages of one search have in common.
  private static byte[] digest(SearchRequest r) {
    List<Object> same =
        List.of(
            r.query(),
            r.filters(),
            r.since(),
            r.until(),
            r.atLeast(),
            r.copies(),
            r.sort().name(),
            r.mode());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(same.toString().getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
