package dev.chorus.flood;

import java.util.List;

/// The wordings of many posts, wherever they are kept: a million need not be in memory at once.
public interface Wordings {
  int size();

  /// Any thread may ask, for any, any number of times.
  ///
  /// @param post from 0 on
  Wording get(int post);

  /// Those of a list.
  static Wordings of(List<Wording> list) {
    return new Wordings() {
      @Override
      public int size() {
        return list.size();
      }

      @Override
      public Wording get(int post) {
        return list.get(post);
      }
    };
  }
}
