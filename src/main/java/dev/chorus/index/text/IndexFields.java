package dev.chorus.index.text;

/// Names of the Lucene fields. A change of any of them, or of what they hold, is a new
/// [IndexStore#FORMAT].
public final class IndexFields {
  public static final String ID = "id";
  public static final String TEXT = "text";

  /// The words of the text as they stand, not stemmed.
  public static final String WORD = "word";

  public static final String CAMP = "camp";
  public static final String SENTIMENT = "sentiment";
  public static final String STANCE = "stance";

  /// Whether the post reacts to the event: a [dev.chorus.language.About.Kind].
  public static final String ABOUT = "about";

  /// What of the debate it speaks of: ids of a [dev.chorus.language.Issue].
  public static final String ISSUE = "issue";

  public static final String AUTHOR = "author";
  public static final String PLATFORM = "platform";
  public static final String ENTITY = "entity";
  public static final String LANG = "lang";
  public static final String KIND = "kind";
  public static final String THREAD = "thread";

  /// Milliseconds since 1970.
  public static final String CREATED = "created";

  /// How far the mood is from none: the absolute value of its score, as [Double#doubleToLongBits].
  public static final String STRENGTH = "strength";

  public static final String VECTOR = "vector";

  /// What the text says, for telling copies: bytes of a [dev.chorus.flood.Wording]. Doc values, as
  /// are the next two.
  public static final String WORDING = "wording";

  /// The family of near-identical posts that the post is in; none if it is alone. See
  /// [FamilyField], which also asks it.
  public static final String FAMILY = "family";

  /// 1 if an earlier post of the family says the same; 0 or none otherwise.
  public static final String COPY = "copy";

  /// What reports count, as [ReportRow] writes it. Doc values, as are the next three.
  public static final String ROW = "row";

  /// The words by which groups of posts are told apart.
  public static final String TOLD = "told";

  /// Whom and what the post names, each with its type; no amounts.
  public static final String NAMED = "named";

  /// The role of the author.
  public static final String ROLE = "role";

  /// The stars of a review, in digits such as 4.5.
  public static final String RATING = "rating";

  /// The whole reaction, as [ReactionCodec] writes it.
  public static final String DATA = "data";

  /// What tells a record that has come before from a new version: its digest, then those of the
  /// versions that gave way to it.
  public static final String HASH = "hash";

  /// Id of the post, or of the original if what is shown is a repost that stands for it; and ids of
  /// all its versions.
  public static final String KEY = "key";

  /// Ids of the reposts that were counted.
  public static final String REPOST = "repost";

  private IndexFields() {}
}
