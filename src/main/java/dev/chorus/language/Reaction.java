package dev.chorus.language;

import dev.chorus.post.Post;
import java.util.List;
import java.util.Optional;

/// A post and what the analysis found in it.
///
/// @param post what was analysed
/// @param lang language found, a BCP 47 primary tag such as `en`; `und` where there is too little
///     text
/// @param sentiment empty where the models do not read the language: never a guess
/// @param mentions names, in the order of the text, without overlap
/// @param stances one for each target that the post speaks of or its record asks for
/// @param sentences where the sentences stand
/// @param vector the meaning of the text, for comparing texts; empty where no encoder read it
/// @param tuned what labelled posts are learned on, see [Encoder.Encoding#both]; empty where no
///     encoder read it, and not kept in an index
public record Reaction(
    Post post,
    String lang,
    Optional<Sentiment> sentiment,
    List<Mention> mentions,
    List<Stance> stances,
    List<Span> sentences,
    Optional<Vector> vector,
    Optional<Vector> tuned) {

  public Reaction {
    mentions = List.copyOf(mentions);
    stances = List.copyOf(stances);
    sentences = List.copyOf(sentences);
  }

  /// A reaction as an index gives it back.
  public Reaction(
      Post post,
      String lang,
      Optional<Sentiment> sentiment,
      List<Mention> mentions,
      List<Stance> stances,
      List<Span> sentences,
      Optional<Vector> vector) {
    this(post, lang, sentiment, mentions, stances, sentences, vector, Optional.empty());
  }

  /// A post in a language that the models do not read.
  public static Reaction unread(Post post, String lang) {
    return new Reaction(
        post, lang, Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
  }

  /// The same analysis of another record of the same text.
  public Reaction with(Post other) {
    return new Reaction(other, lang, sentiment, mentions, stances, sentences, vector, tuned);
  }

  /// The same with a meaning, which an index keeps apart.
  public Reaction with(Optional<Vector> meaning) {
    return new Reaction(post, lang, sentiment, mentions, stances, sentences, meaning, tuned);
  }

  /// Whether the models read the language, so that the scores mean something.
  public boolean read() {
    return sentiment.isPresent();
  }

  /// The stance toward one target, if the post has one.
  public Optional<Stance> stanceOn(String target) {
    return stances.stream().filter(s -> s.target().equals(target)).findFirst();
  }
}
