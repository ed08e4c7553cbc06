package dev.chorus.index;

/// Names of the Lucene fields. A change of any of them, or of what they hold, is a new
/// [IndexStore#FORMAT].
final class Fields {
  static final String ID = "id";
  static final String TEXT = "text";

  /// The words of the text as they stand, not stemmed.
  static final String WORD = "word";

  static final String CAMP = "camp";
  static final String SENTIMENT = "sentiment";
  static final String STANCE = "stance";

  /// Whether the post reacts to the event: a [dev.chorus.language.About.Kind].
  static final String ABOUT = "about";

  /// What of the debate it speaks of: ids of a [dev.chorus.language.Issue].
  static final String ISSUE = "issue";

  static final String AUTHOR = "author";
  static final String PLATFORM = "platform";
  static final String ENTITY = "entity";
  static final String LANG = "lang";
  static final String KIND = "kind";
  static final String THREAD = "thread";

  /// Milliseconds since 1970.
  static final String CREATED = "created";

  /// How far the mood is from none: the absolute value of its score, as [Double#doubleToLongBits].
  static final String STRENGTH = "strength";

  static final String VECTOR = "vector";

  /// What the text says, for telling copies: bytes of a [dev.chorus.flood.Wording]. Doc values, as
  /// are the next two.
  static final String WORDING = "wording";

  /// The family of near-identical posts that the post is in; none if it is alone. See
  /// [FamilyField], which also asks it.
  static final String FAMILY = "family";

  /// 1 if an earlier post of the family says the same; 0 or none otherwise.
  static final String COPY = "copy";

  /// What reports count, as [ReportRow] writes it. Doc values, as are the next three.
  static final String ROW = "row";

  /// The words by which groups of posts are told apart.
  static final String TOLD = "told";

  /// Whom and what the post names, each with its type; no amounts.
  static final String NAMED = "named";

  /// The role of the author.
  static final String ROLE = "role";

  /// The whole reaction, as [ReactionCodec] writes it.
  static final String DATA = "data";

  /// What tells a record that has come before from a new version: its digest, then those of the
  /// versions that gave way to it.
  static final String HASH = "hash";

  /// Id of the post, or of the original if what is shown is a repost that stands for it; and ids of
  /// all its versions.
  static final String KEY = "key";

  /// Ids of the reposts that were counted.
  static final String REPOST = "repost";

  private Fields() {}
}
