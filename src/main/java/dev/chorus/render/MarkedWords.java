package dev.chorus.render;

import java.util.ArrayList;
import java.util.List;

/// Collects words of a stranger of which some are marked, and cleans them as a whole: cleaned one
/// by one they would lose the spaces at their ends.
public final class MarkedWords {
  /// Private-use characters that stand for the marks; what a post has of them is replaced.
  public static final char ON = '\uE000';

  public static final char OFF = '\uE001';

  private final StringBuilder words = new StringBuilder();

  void plain(String text) {
    words.append(text.replace(ON, '\uFFFD').replace(OFF, '\uFFFD'));
  }

  void found(String text) {
    words.append(ON);
    plain(text);
    words.append(OFF);
  }

  Text cleaned() {
    String clean = Layout.clean(words.toString());
    List<Text.Run> runs = new ArrayList<>();
    int at = 0;
    for (int on; (on = clean.indexOf(ON, at)) >= 0; ) {
      int off = clean.indexOf(OFF, on);
      if (on > at) runs.add(new Text.Words(clean.substring(at, on), Text.Style.PLAIN));
      runs.add(new Text.Words(clean.substring(on + 1, off), Text.Style.FOUND));
      at = off + 1;
    }
    if (at < clean.length()) runs.add(new Text.Words(clean.substring(at), Text.Style.PLAIN));
    return new Text(runs);
  }
}
