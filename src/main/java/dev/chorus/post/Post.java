package dev.chorus.post;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One public statement about an event.
///
/// Only `id` and `text` are certain; everything else is there when the source has it.
///
/// @param id unique in a corpus
/// @param text the words, exactly as the source gives them; all offsets count its UTF-16 units
/// @param lang language that the source declares, a BCP 47 tag such as `en`
/// @param editedAt when the text was last changed, if it was
/// @param rating stars of a review, most often from 1 to 5; without zeros at its end
/// @param targets names on which the record asks for a stance, beside the targets of the event
public record Post(
    String id,
    String text,
    Kind kind,
    Optional<String> platform,
    Optional<String> lang,
    Optional<Instant> createdAt,
    Optional<Instant> editedAt,
    Optional<String> url,
    Author author,
    Links links,
    Engagement engagement,
    Optional<BigDecimal> rating,
    List<Note> notes,
    List<String> targets) {

  /// The longest text, in UTF-16 units. Four times the longest post that a large platform allows (X
  /// Premium, 25,000); a longer text is a file that slipped in.
  public static final int MAX_TEXT = 100_000;

  /// The longest id, in UTF-16 units, that an index can hold as one term in the worst case.
  public static final int MAX_ID = 1_000;

  /// The most stars that a post can give: sites that rate by ten.
  public static final BigDecimal MAX_RATING = BigDecimal.TEN;

  private static final int RATING_DECIMALS = 3;

  public Post {
    if (id.isBlank()) throw new IllegalArgumentException("a post needs an id");
    if (text.isBlank()) throw new IllegalArgumentException("a post needs a text");
    if (id.length() > MAX_ID) throw new IllegalArgumentException("id is too long");
    if (text.length() > MAX_TEXT) throw new IllegalArgumentException("text is too long");
    if (rating.filter(stars -> !isRating(stars)).isPresent()) {
      throw new IllegalArgumentException("a rating is from 0 to 10");
    }
    rating = rating.map(Post::shortest);
    notes = List.copyOf(notes);
    targets = List.copyOf(targets);
  }

  /// Whether so many stars can be given.
  public static boolean isRating(BigDecimal stars) {
    return stars.signum() >= 0 && stars.compareTo(MAX_RATING) <= 0;
  }

  private static BigDecimal shortest(BigDecimal stars) {
    BigDecimal rounded =
        stars.scale() > RATING_DECIMALS
            ? stars.setScale(RATING_DECIMALS, RoundingMode.HALF_EVEN)
            : stars;
    BigDecimal bare = rounded.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  /// A post of which only id and text are known.
  public static Post of(String id, String text) {
    return builder(id, text).build();
  }

  public static Builder builder(String id, String text) {
    return new Builder(id, text);
  }

  /// The same post with other engagement.
  public Post with(Engagement value) {
    return saying(text).engagement(value).build();
  }

  /// The same post with other notes.
  public Post withNotes(List<Note> value) {
    return saying(text).notes(value).build();
  }

  /// The same post with other words.
  public Post withText(String value) {
    return saying(value).build();
  }

  /// The same post with other links.
  public Post with(Links value) {
    return saying(text).links(value).build();
  }

  private Builder saying(String words) {
    return builder(id, words)
        .kind(kind)
        .platform(platform)
        .lang(lang)
        .createdAt(createdAt)
        .editedAt(editedAt)
        .url(url)
        .author(author)
        .links(links)
        .engagement(engagement)
        .rating(rating)
        .notes(notes)
        .targets(targets);
  }

  /// Who counts as one author: the same handle on the same platform, else the same name. A post
  /// whose source names nobody has an author of its own.
  public String authorKey() {
    return author
        .handle()
        .map(h -> platform.orElse("") + "@" + h.toLowerCase(java.util.Locale.ROOT))
        .or(author::name)
        .orElse("post " + id);
  }

  /// Collects the parts of a [Post] in any order.
  public static final class Builder {
    private final String id;
    private final String text;
    private Kind kind = Kind.POST;
    private Optional<String> platform = Optional.empty();
    private Optional<String> lang = Optional.empty();
    private Optional<Instant> createdAt = Optional.empty();
    private Optional<Instant> editedAt = Optional.empty();
    private Optional<String> url = Optional.empty();
    private Author author = Author.UNKNOWN;
    private Links links = Links.NONE;
    private Engagement engagement = Engagement.NONE;
    private Optional<BigDecimal> rating = Optional.empty();
    private List<Note> notes = List.of();
    private List<String> targets = List.of();

    private Builder(String id, String text) {
      this.id = id;
      this.text = text;
    }

    public Builder kind(Kind value) {
      kind = value;
      return this;
    }

    public Builder platform(Optional<String> value) {
      platform = value;
      return this;
    }

    public Builder lang(Optional<String> value) {
      lang = value;
      return this;
    }

    public Builder createdAt(Optional<Instant> value) {
      createdAt = value;
      return this;
    }

    public Builder editedAt(Optional<Instant> value) {
      editedAt = value;
      return this;
    }

    public Builder url(Optional<String> value) {
      url = value;
      return this;
    }

    public Builder author(Author value) {
      author = value;
      return this;
    }

    public Builder links(Links value) {
      links = value;
      return this;
    }

    public Builder engagement(Engagement value) {
      engagement = value;
      return this;
    }

    public Builder rating(Optional<BigDecimal> value) {
      rating = value;
      return this;
    }

    public Builder notes(List<Note> value) {
      notes = value;
      return this;
    }

    public Builder targets(List<String> value) {
      targets = value;
      return this;
    }

    public Post build() {
      return new Post(
          id,
          text,
          kind,
          platform,
          lang,
          createdAt,
          editedAt,
          url,
          author,
          links,
          engagement,
          rating,
          notes,
          targets);
    }
  }
}
