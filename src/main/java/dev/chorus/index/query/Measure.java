package dev.chorus.index.query;

import dev.chorus.post.Engagement;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// How often others reacted to a post, in the ways that it can be filtered and sorted by.
public enum Measure {
  /// Likes, reposts and replies together.
  ENGAGEMENT(Engagement::interactions),
  LIKES(Engagement::likes),
  REPOSTS(Engagement::reposts),
  REPLIES(Engagement::replies),
  VIEWS(Engagement::views);

  private final ToLongFunction<Engagement> value;

  Measure(ToLongFunction<Engagement> value) {
    this.value = value;
  }

  public long of(Engagement engagement) {
    return value.applyAsLong(engagement);
  }

  public String field() {
    return toString();
  }

  /// Its name in options and in output.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
