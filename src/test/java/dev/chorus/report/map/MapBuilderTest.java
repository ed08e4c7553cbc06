package dev.chorus.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.index.column.PostColumns;
import dev.chorus.report.Corpora;
import dev.chorus.report.ThingPosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapBuilderTest {
  @TempDir Path folder;

  @Test
  void tellsWhatItsRegionsAreAbout() throws Exception {
    PostMap map = (PostMap) map(Clouds.posts(Clouds.of(3, 150, 0.4, 1)));
    assertThat(map.points().size()).isEqualTo(150);
    assertThat(map.posts()).isEqualTo(150);
    assertThat(map.trustworthiness()).isGreaterThan(0.8);
    assertThat(map.regions()).hasSizeBetween(3, 12);
    for (PostMap.Region region : map.regions()) {
      // Each cloud has its own words and its own camp.
      String word = region.words().getFirst();
      String camp = region.camps().keySet().iterator().next();
      assertThat(region.camps()).containsOnlyKeys(camp).containsEntry(camp, region.posts());
      assertThat(
              switch (camp) {
                case "fans" -> List.of("price", "market", "shares", "money");
                case "foes" -> List.of("garden", "flowers", "spring", "rain");
                default -> List.of("lawyer", "court", "judge", "verdict");
              })
          .contains(word);
      int cloud = Integer.parseInt(map.points().id(region.example()).substring(1)) % 3;
      assertThat(List.of("fans", "foes", "unaligned").get(cloud)).isEqualTo(camp);
      assertThat(map.points().camp(region.example())).isEqualTo(cloud == 2 ? 255 : cloud);
    }
  }

  @Test
  void packsFiveBytesAPoint() throws Exception {
    Points points = ((PostMap) map(Clouds.posts(Clouds.of(3, 80, 0.4, 1)))).points();
    byte[] packed = points.packed();
    assertThat(packed).hasSize(400);
    for (int i = 0; i < 80; i++) {
      assertThat((packed[5 * i] & 0xff) + 256 * (packed[5 * i + 1] & 0xff)).isEqualTo(points.x(i));
      assertThat((packed[5 * i + 2] & 0xff) + 256 * (packed[5 * i + 3] & 0xff))
          .isEqualTo(points.y(i));
      assertThat(packed[5 * i + 4] & 0xff).isEqualTo(points.camp(i));
    }
  }

  @Test
  void theOrderOfPostsChangesNothing() throws Exception {
    List<Placed> posts = Clouds.posts(Clouds.of(3, 150, 0.8, 2));
    Function<PostColumns, MapResult> some =
        columns -> MapBuilder.of(columns, rows(columns), 120, 60, Optional.empty());
    MapResult map = Corpora.columns(ThingPosts.event(), posts, some);
    List<Placed> shuffled = new ArrayList<>(posts);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(Corpora.columns(ThingPosts.event(), shuffled, some)).isEqualTo(map);
    assertThat(((PostMap) map).points().size()).isEqualTo(120);
    assertThat(((PostMap) map).posts()).isEqualTo(150);
    assertThat(((PostMap) map).landmarks()).isEqualTo(60);
  }

  @Test
  void fewPostsHaveNoMap() throws Exception {
    for (int size : new int[] {1, 2, 49}) {
      assertThat(map(Clouds.posts(Clouds.of(3, size, 0.4, 3))))
          .isEqualTo(new NoMap(NoMap.Why.FEW_POSTS, size, 0));
    }
    MapResult none =
        Corpora.columns(
            ThingPosts.event(),
            Clouds.posts(Clouds.of(3, 60, 0.4, 3)),
            columns -> MapBuilder.of(columns, new int[0], 100));
    assertThat(none).isEqualTo(new NoMap(NoMap.Why.FEW_POSTS, 0, 0));
  }

  @Test
  void postsWithoutAMeaningHaveNoMap() throws Exception {
    List<Placed> posts =
        Clouds.posts(Clouds.of(3, 80, 0.4, 3)).stream()
            .map(p -> new Placed(p.reaction().with(Optional.empty()), p.placement()))
            .toList();
    assertThat(map(posts)).isEqualTo(new NoMap(NoMap.Why.FEW_POSTS, 0, 0));
  }

  @Test
  void postsThatMeanTheSameHaveNoMap() throws Exception {
    float[][] same = Clouds.of(1, 80, 0, 4);
    assertThat(map(Clouds.posts(same))).isEqualTo(new NoMap(NoMap.Why.ALIKE, 80, 0));
  }

  @Test
  void aPoorMapIsRefused() throws Exception {
    NoMap none = (NoMap) map(Clouds.posts(Clouds.of(1, 300, 2, 5)));
    assertThat(none.why()).isEqualTo(NoMap.Why.POOR);
    assertThat(none.trustworthiness()).isBetween(0.4, PostMap.LEAST_TRUSTWORTHINESS);
  }

  @Test
  void placesAreComputedOnceForTheSamePosts() throws Exception {
    List<Placed> posts = Clouds.posts(Clouds.of(3, 90, 0.4, 6));
    MapCache cache = new MapCache(folder.resolve(MapCache.NAME), "event and models");
    MapResult plain = map(posts);
    assertThat(map(posts, cache)).isEqualTo(plain);
    byte[] kept = Files.readAllBytes(cache.file());
    assertThat(map(posts, cache)).isEqualTo(plain);
    assertThat(cache.file()).hasBinaryContent(kept);
    // A file that is not written again was enough.
    Files.setLastModifiedTime(cache.file(), java.nio.file.attribute.FileTime.fromMillis(1_000));
    map(posts, cache);
    assertThat(Files.getLastModifiedTime(cache.file()).toMillis()).isEqualTo(1_000);
    map(posts.subList(0, 80), cache);
    assertThat(Files.readAllBytes(cache.file())).isNotEqualTo(kept);
    map(posts, new MapCache(cache.file(), "other models"));
    assertThat(Files.readAllBytes(cache.file())).isNotEqualTo(kept);
    map(posts, cache);
    assertThat(cache.file()).hasBinaryContent(kept);
  }

  @Test
  void aDamagedFileIsReplaced() throws Exception {
    List<Placed> posts = Clouds.posts(Clouds.of(3, 90, 0.4, 6));
    MapCache cache = new MapCache(folder.resolve(MapCache.NAME), "event and models");
    MapResult right = map(posts, cache);
    byte[] kept = Files.readAllBytes(cache.file());
    for (int at : new int[] {0, 33, 42, 60, kept.length - 1}) {
      byte[] damaged = kept.clone();
      damaged[at] ^= 1;
      Files.write(cache.file(), damaged);
      assertThat(map(posts, cache)).isEqualTo(right);
      assertThat(cache.file()).hasBinaryContent(kept);
    }
    for (int length : new int[] {0, 10, 80, kept.length - 1}) {
      Files.write(cache.file(), java.util.Arrays.copyOf(kept, length));
      assertThat(map(posts, cache)).isEqualTo(right);
      assertThat(cache.file()).hasBinaryContent(kept);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenCostsTimeOnly() throws Exception {
    List<Placed> posts = Clouds.posts(Clouds.of(3, 90, 0.4, 6));
    Path file = Files.createFile(folder.resolve("file"));
    MapCache nowhere = new MapCache(file.resolve(MapCache.NAME), "event and models");
    assertThat(map(posts, nowhere)).isEqualTo(map(posts));
  }

  private static MapResult map(List<Placed> posts) throws Exception {
    return Corpora.columns(
        ThingPosts.event(), posts, columns -> MapBuilder.of(columns, rows(columns), 100_000));
  }

  private static MapResult map(List<Placed> posts, MapCache cache) throws Exception {
    return Corpora.columns(
        ThingPosts.event(),
        posts,
        columns ->
            MapBuilder.of(columns, rows(columns), new MapRequest(100_000, Optional.of(cache))));
  }

  private static int[] rows(PostColumns columns) {
    return IntStream.range(0, columns.size()).toArray();
  }
}
