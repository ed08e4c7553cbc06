package dev.chorus.post;

/// How often others reacted to a post; 0 where the source does not say.
public record Engagement(long likes, long reposts, long replies, long views) {

  /// No reaction known.
  public static final Engagement NONE = new Engagement(0, 0, 0, 0);

  public Engagement {
    if (likes < 0 || reposts < 0 || replies < 0 || views < 0) {
      throw new IllegalArgumentException("engagement cannot be negative");
    }
  }

  /// Likes, reposts and replies together; views are another order of magnitude and left out.
  public long interactions() {
    return likes + reposts + replies;
  }
}
