package dev.chorus.report.map;

import java.util.Arrays;
import java.util.List;

/// Posts on a map: five bytes each, and their ids.
public final class Points {
  /// Stands for the unaligned.
  public static final int UNALIGNED = 255;

  /// The highest number of a camp: camps behind it share it.
  private static final int LAST_CAMP = 254;

  private static final int BYTES = 5;

  private final List<String> ids;
  private final int[] rows;
  private final byte[] packed;

  /// @param ids of the posts
  /// @param rows of the posts in the columns that they are from
  /// @param camps the number of each post's camp, -1 for the unaligned
  Points(List<String> ids, int[] rows, char[] x, char[] y, int[] camps) {
    this.ids = List.copyOf(ids);
    this.rows = rows.clone();
    packed = new byte[BYTES * rows.length];
    for (int i = 0; i < rows.length; i++) {
      packed[BYTES * i] = (byte) x[i];
      packed[BYTES * i + 1] = (byte) (x[i] >> 8);
      packed[BYTES * i + 2] = (byte) y[i];
      packed[BYTES * i + 3] = (byte) (y[i] >> 8);
      packed[BYTES * i + 4] = (byte) (camps[i] < 0 ? UNALIGNED : Math.min(camps[i], LAST_CAMP));
    }
  }

  public int size() {
    return rows.length;
  }

  public String id(int point) {
    return ids.get(point);
  }

  /// The ids of all points.
  public List<String> ids() {
    return ids;
  }

  /// The row of a post in the columns that the map was made of. It means nothing elsewhere.
  public int row(int point) {
    return rows[point];
  }

  /// From 0 to [PostMap#WIDTH].
  public int x(int point) {
    return two(BYTES * point);
  }

  /// From 0 to [PostMap#WIDTH], downward.
  public int y(int point) {
    return two(BYTES * point + 2);
  }

  private int two(int at) {
    return packed[at] & 0xff | (packed[at + 1] & 0xff) << 8;
  }

  /// The number of its camp in the event file, from 0, or [#UNALIGNED].
  public int camp(int point) {
    return packed[BYTES * point + 4] & 0xff;
  }

  /// Five bytes a point: x and y, each two bytes with the lower one first, and the camp.
  public byte[] packed() {
    return packed.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Points p && ids.equals(p.ids) && Arrays.equals(packed, p.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }
}
