package dev.chorus.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.report.map.MadeMaps;
import dev.chorus.report.map.PostMap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MapPictureTest {
  private static final int[][] NO_REGIONS = {};

  /// Java's own reader of PNG finds each pixel as it was written.
  @Test
  void picturesAreReadAsTheyWereWritten() throws Exception {
    Random random = new Random(1);
    int[] colours = random.ints(200, 0, 0x1000000).toArray();
    int[][] sizes = {{1, 1}, {2, 3}, {300, 1}, {1, 300}, {97, 61}, {720, 720}};
    for (int[] size : sizes) {
      for (int bound : new int[] {1, 2, 200}) {
        byte[] pixels = new byte[size[0] * size[1]];
        for (int i = 0; i < pixels.length; i++)
          pixels[i] = (byte) (random.nextInt(8) > 0 && i > 0 ? pixels[i - 1] : any(random, bound));
        BufferedImage read = read(Png.of(pixels, size[0], colours));
        assertThat(read.getWidth()).isEqualTo(size[0]);
        assertThat(read.getHeight()).isEqualTo(size[1]);
        for (int i = 0; i < pixels.length; i++)
          assertThat(read.getRGB(i % size[0], i / size[0]) & 0xffffff)
              .isEqualTo(colours[pixels[i] & 0xff]);
      }
    }
  }

  private static int any(Random random, int bound) {
    return random.nextInt(bound);
  }

  @Test
  void everyDistanceIsReadAsItWasWritten() throws Exception {
    Random random = new Random(2);
    for (int width = 1; width < 1_100; width += width < 40 ? 1 : 37) {
      byte[] pixels = new byte[width * 5];
      random.nextBytes(pixels);
      System.arraycopy(pixels, 0, pixels, width * 3, width);
      System.arraycopy(pixels, 0, pixels, width * 4, width);
      int[] colours = random.ints(256, 0, 0x1000000).toArray();
      BufferedImage read = read(Png.of(pixels, width, colours));
      for (int i = 0; i < pixels.length; i++)
        assertThat(read.getRGB(i % width, i / width) & 0xffffff)
            .isEqualTo(colours[pixels[i] & 0xff]);
    }
  }

  @Test
  void campsLieAboveTheUnaligned() throws Exception {
    int[][] points = {{32_768, 32_768, 1}, {32_768, 32_768, -1}, {0, 0, -1}, {65_535, 65_535, 9}};
    BufferedImage read = read(MapPicture.of(MadeMaps.of(points, NO_REGIONS), light()));
    int middle = 32_768 / 92;
    for (int i = 0; i < 4; i++)
      assertThat(read.getRGB(middle + i % 2, middle + i / 2) & 0xffffff).isEqualTo(0x1292c0);
    assertThat(read.getRGB(middle + 2, middle) & 0xffffff).isEqualTo(0xffffff);
    assertThat(read.getRGB(0, 0) & 0xffffff).isEqualTo(0x6b7075);
    // A ninth camp and on are grey.
    assertThat(read.getRGB(65_535 / 92, 65_535 / 92) & 0xffffff).isEqualTo(0x6b7075);
  }

  @Test
  void aRegionHasItsNumber() throws Exception {
    PostMap map = MadeMaps.of(new int[][] {{0, 0, 0}}, new int[][] {{30_000, 30_000}, {0, 0}});
    BufferedImage read = read(MapPicture.of(map, light()));
    int x = 30_000 / 92;
    // The stem of a one, with nothing beside it.
    for (int y = x - 4; y <= x + 4; y++) {
      assertThat(read.getRGB(x, y) & 0xffffff).isEqualTo(0x1b1d21);
      assertThat(read.getRGB(x + 3, y) & 0xffffff).isEqualTo(0xffffff);
    }
    // At the edge it is moved inward: its frame is there.
    assertThat(read.getRGB(10, 21) & 0xffffff).isEqualTo(0x1b1d21);
  }

  /// The picture and the page show a camp in the same colour, in light and in dark.
  @Test
  void coloursAreThoseOfTheStyleSheet() {
    String style = Asset.read("report.css").text();
    int dark = style.indexOf("prefers-color-scheme:dark");
    assertThat(dark).isPositive();
    assertColours(style.substring(0, dark), MapPicture.Palette.LIGHT);
    assertColours(style.substring(dark), MapPicture.Palette.DARK);
  }

  private static void assertColours(String style, MapPicture.Palette palette) {
    String[] names = {"page", "text", "cx", "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"};
    int[] colours = palette.colours();
    assertThat(colours).hasSize(names.length);
    for (int i = 0; i < names.length; i++) {
      Matcher found = Pattern.compile("--" + names[i] + ":#([0-9a-f]{3,6})").matcher(style);
      assertThat(found.find()).as(names[i]).isTrue();
      String hex = found.group(1);
      if (hex.length() == 3) hex = hex.replaceAll("(.)", "$1$1");
      assertThat(Integer.parseInt(hex, 16)).as(names[i]).isEqualTo(colours[i]);
    }
  }

  private static MapPicture.Palette light() {
    return MapPicture.Palette.LIGHT;
  }

  private static BufferedImage read(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
