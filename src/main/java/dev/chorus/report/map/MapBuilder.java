package dev.chorus.report.map;

import dev.chorus.common.Sha256;
import dev.chorus.index.column.PostColumns;
import dev.chorus.language.Vector;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Makes the map of a corpus. The same posts give the same map to the last bit, whatever the order
/// of their rows and the number of processors.
public final class MapBuilder {
  /// Points that are laid out themselves.
  private static final int LANDMARKS = 5_000;

  private final PostColumns posts;
  private final int mostLandmarks;

  private MapBuilder(PostColumns posts, int mostLandmarks) {
    this.posts = posts;
    this.mostLandmarks = mostLandmarks;
  }

  /// @param counted rows of the posts that count, each once; any order
  /// @param mostPoints of more posts so many are drawn by their ids
  public static MapResult of(PostColumns posts, int[] counted, int mostPoints) {
    return of(posts, counted, new MapRequest(mostPoints, Optional.empty()));
  }

  /// @param counted as above
  public static MapResult of(PostColumns posts, int[] counted, MapRequest request) {
    return of(posts, counted, request.mostPoints(), LANDMARKS, request.cache());
  }

  static MapResult of(
      PostColumns posts,
      int[] counted,
      int mostPoints,
      int mostLandmarks,
      Optional<MapCache> cache) {
    return new MapBuilder(posts, mostLandmarks).map(counted, mostPoints, cache);
  }

  private MapResult map(int[] counted, int mostPoints, Optional<MapCache> cache) {
    int[] meaning = Arrays.stream(counted).filter(row -> posts.vector(row).isPresent()).toArray();
    int[] rows = ordered(posts.sample(meaning, mostPoints));
    if (rows.length < PostMap.LEAST_POSTS) return new NoMap(NoMap.Why.FEW_POSTS, meaning.length, 0);
    if (alike(rows)) return new NoMap(NoMap.Why.ALIKE, meaning.length, 0);
    List<String> ids = Arrays.stream(rows).mapToObj(posts::id).toList();
    int[] landmarks = ordered(posts.sample(rows, mostLandmarks));
    Projection places =
        cache
            .map(kept -> kept(kept, ids, () -> projection(rows, landmarks)))
            .orElseGet(() -> projection(rows, landmarks));
    if (places.trustworthiness() < PostMap.LEAST_TRUSTWORTHINESS)
      return new NoMap(NoMap.Why.POOR, meaning.length, places.trustworthiness());
    int unaligned = posts.camps().size() - 1;
    int[] camps =
        Arrays.stream(rows).map(posts::camp).map(camp -> camp == unaligned ? -1 : camp).toArray();
    return new PostMap(
        new Points(ids, rows, places.x(), places.y(), camps),
        meaning.length,
        landmarks.length,
        places.trustworthiness(),
        new Regions(posts, rows, places.x(), places.y()).densest());
  }

  private Projection kept(MapCache cache, List<String> ids, Supplier<Projection> projection) {
    byte[] key = cache.key(posts(ids));
    Optional<Projection> known = cache.read(key).filter(places -> places.x().length == ids.size());
    if (known.isPresent()) return known.get();
    Projection fresh = projection.get();
    cache.write(key, fresh);
    return fresh;
  }

  /// Tells of the posts on the map, and of what the source says of all.
  private byte[] posts(List<String> ids) {
    MessageDigest sha = Sha256.digest();
    sha.update(HexFormat.of().parseHex(posts.digest()));
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(mostLandmarks).array());
    for (String id : ids) {
      byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
      sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      sha.update(bytes);
    }
    return sha.digest();
  }

  private Projection projection(int[] rows, int[] landmarks) {
    int[] chosen = Arrays.stream(landmarks).map(row -> point(rows, row)).toArray();
    return Projection.of(rows.length, chosen, point -> meaning(rows[point]));
  }

  /// Where a row stands among ordered ones.
  private int point(int[] rows, int row) {
    int low = 0;
    int high = rows.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (posts.compare(rows[middle], row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private int[] ordered(int[] rows) {
    return Arrays.stream(rows).boxed().sorted(posts::compare).mapToInt(Integer::intValue).toArray();
  }

  private boolean alike(int[] rows) {
    float[] first = meaning(rows[0]);
    return IntStream.of(rows).allMatch(row -> Arrays.equals(first, meaning(row)));
  }

  private float[] meaning(int row) {
    return posts.vector(row).map(Vector::toArray).orElseThrow();
  }
}
