package dev.chorus.render.html;

import dev.chorus.report.map.Points;
import dev.chorus.report.map.PostMap;
import java.util.Arrays;
import java.util.List;

/// Draws a map as a picture: two by two pixels a post in the colour of its camp, the unaligned
/// beneath, and at each region its number. Each pixel is set here, so that neither fonts nor
/// smoothing of a machine show.
public final class MapPicture {
  /// Pixels along each side.
  public static final int WIDTH = 720;

  private static final int SCALE = (PostMap.WIDTH + 1) / WIDTH + 1;
  private static final int DOT = 2;

  /// Digits of three by five pixels, each pixel so large.
  private static final int PIXEL = 3;

  private static final int DIGIT_WIDTH = 3;
  private static final int DIGIT_HEIGHT = 5;

  /// From 0 to 9, rows from the top, three bits each.
  private static final int[] DIGITS = {
    0b111_101_101_101_111,
    0b010_110_010_010_111,
    0b111_001_111_100_111,
    0b111_001_111_001_111,
    0b101_101_111_001_001,
    0b111_100_111_001_111,
    0b111_100_111_101_111,
    0b111_001_001_001_001,
    0b111_101_111_101_111,
    0b111_101_111_001_111
  };

  /// Colours of the page, the text, what is unaligned or behind the eighth camp, and the camps; as
  /// in the style sheet.
  public enum Palette {
    LIGHT(
        0xffffff, 0x1b1d21, 0x6b7075, 0x393fb3, 0x1292c0, 0x153d0b, 0x5e5303, 0x9f6700, 0xd0765a,
        0x8b225c, 0x510461),
    DARK(
        0x121417, 0xe8eaed, 0x8b9197, 0x5a68df, 0x6cf6fd, 0xafdda5, 0xfadf27, 0xaa641f, 0xfc7145,
        0xe2a0c5, 0x8a679d);

    private static final byte PAGE = 0;
    private static final byte TEXT = 1;
    private static final byte GREY = 2;
    private static final int CAMPS = 3;

    private final int[] colours;

    Palette(int... colours) {
      this.colours = colours;
    }

    /// As 0xRRGGBB, in the order above.
    int[] colours() {
      return colours.clone();
    }

    private byte of(int camp) {
      return camp < colours.length - CAMPS ? (byte) (CAMPS + camp) : GREY;
    }
  }

  private final Palette palette;
  private final byte[] pixels = new byte[WIDTH * WIDTH];

  private MapPicture(Palette palette) {
    this.palette = palette;
    Arrays.fill(pixels, Palette.PAGE);
  }

  /// A PNG of [#WIDTH] by [#WIDTH] pixels, the same bytes everywhere.
  public static byte[] of(PostMap map, Palette palette) {
    MapPicture picture = new MapPicture(palette);
    picture.dots(map.points());
    List<PostMap.Region> regions = map.regions();
    // The densest is drawn last, so that no other hides it.
    for (int r = regions.size() - 1; r >= 0; r--)
      picture.number(r + 1, regions.get(r).x() / SCALE, regions.get(r).y() / SCALE);
    return Png.of(picture.pixels, WIDTH, palette.colours());
  }

  private void dots(Points points) {
    for (int beneath = 1; beneath >= 0; beneath--) {
      for (int i = 0; i < points.size(); i++) {
        if ((points.camp(i) == Points.UNALIGNED) != (beneath == 1)) continue;
        fill(points.x(i) / SCALE, points.y(i) / SCALE, DOT, DOT, palette.of(points.camp(i)));
      }
    }
  }

  /// A number in a box, its middle at a place.
  private void number(int number, int x, int y) {
    String digits = Integer.toString(number);
    int wide = (digits.length() * (DIGIT_WIDTH + 1) + 1) * PIXEL;
    int high = (DIGIT_HEIGHT + 2) * PIXEL;
    int left = Math.clamp(x - wide / 2, 0, WIDTH - wide);
    int top = Math.clamp(y - high / 2, 0, WIDTH - high);
    fill(left - 1, top - 1, wide + 2, high + 2, Palette.TEXT);
    fill(left, top, wide, high, Palette.PAGE);
    for (int d = 0; d < digits.length(); d++) {
      int form = DIGITS[digits.charAt(d) - '0'];
      for (int p = 0; p < DIGIT_WIDTH * DIGIT_HEIGHT; p++) {
        if ((form >> DIGIT_WIDTH * DIGIT_HEIGHT - 1 - p & 1) == 0) continue;
        int column = 1 + d * (DIGIT_WIDTH + 1) + p % DIGIT_WIDTH;
        int row = 1 + p / DIGIT_WIDTH;
        fill(left + column * PIXEL, top + row * PIXEL, PIXEL, PIXEL, Palette.TEXT);
      }
    }
  }

  /// What lies outside is left out.
  private void fill(int left, int top, int wide, int high, byte colour) {
    for (int y = Math.max(0, top); y < Math.min(WIDTH, top + high); y++)
      for (int x = Math.max(0, left); x < Math.min(WIDTH, left + wide); x++)
        pixels[y * WIDTH + x] = colour;
  }
}
