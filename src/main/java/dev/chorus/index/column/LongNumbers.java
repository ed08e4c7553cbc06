package dev.chorus.index.column;

import java.util.Arrays;

/// Gives each of many distinct longs a number, from 0 on in the order in which they come.
final class LongNumbers {
  static final int UNKNOWN = -1;

  private long[] keys = new long[1 << 10];
  private int[] numbers = new int[keys.length];
  private int size;

  LongNumbers() {
    Arrays.fill(numbers, UNKNOWN);
  }

  int size() {
    return size;
  }

  /// The number of a key, a new one if it has none yet.
  int number(long key) {
    int at = find(key);
    if (numbers[at] == UNKNOWN) {
      if (2 * size >= keys.length) {
        grow();
        at = find(key);
      }
      keys[at] = key;
      numbers[at] = size++;
    }
    return numbers[at];
  }

  /// The number of a key, or [#UNKNOWN].
  int get(long key) {
    return numbers[find(key)];
  }

  /// The place of a key, or the free one where it would be. Keys are hashes already.
  private int find(long key) {
    int at = (int) key & keys.length - 1;
    while (numbers[at] != UNKNOWN && keys[at] != key) at = at + 1 & keys.length - 1;
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[keys.length];
    Arrays.fill(numbers, UNKNOWN);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] == UNKNOWN) continue;
      int at = find(oldKeys[i]);
      keys[at] = oldKeys[i];
      numbers[at] = oldNumbers[i];
    }
  }
}
