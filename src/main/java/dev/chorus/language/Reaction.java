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
/// @param about whether it reacts to the event; empty where nothing tells
/// @param issues of the debate that it speaks of, likeliest first
/// @param stances one for each target that the post speaks of or its record asks for
/// @param sentences where the sentences stand
/// @param vector the meaning of the text, for comparing texts; empty where no encoder read it
/// @param tuned what labelled posts are learned on, see [Encoder.Encoding#both]; empty where no
///     encoder read it, and not kept in an index
public record Reaction(
    Post post,
    String lang,
    Optional<Sentiment> sentiment,
    Optional<About> about,
    List<Mention> mentions,
    List<Stance> stances,
    List<Spoken> issues,
    List<Span> sentences,
    Optional<Vector> vector,
    Optional<Vector> tuned) {

  /// An issue that a post speaks of.
  ///
  /// @param id of the [Issue]
  /// @param probability that it does, from 0 to 1
  public record Spoken(String id, double probability) {}

  public Reaction {
    issues = List.copyOf(issues);
    mentions = List.copyOf(mentions);
    stances = List.copyOf(stances);
    sentences = List.copyOf(sentences);
  }

  /// A reaction as an index gives it back.
  public Reaction(
      Post post,
      String lang,
      Optional<Sentiment> sentiment,
      Optional<About> about,
      List<Mention> mentions,
      List<Stance> stances,
      List<Spoken> issues,
      List<Span> sentences,
      Optional<Vector> vector) {
    this(
        post,
        lang,
        sentiment,
        about,
        mentions,
        stances,
        issues,
        sentences,
        vector,
        Optional.empty());
  }

  /// A reaction of which it is not known whether it is one, and that speaks of no issue.
  public Reaction(
      Post post,
      String lang,
      Optional<Sentiment> sentiment,
      List<Mention> mentions,
      List<Stance> stances,
      List<Span> sentences,
      Optional<Vector> vector) {
    this(post, lang, sentiment, Optional.empty(), mentions, stances, List.of(), sentences, vector);
  }

  /// A post in a language that the models do not read.
  public static Reaction unread(Post post, String lang) {
    return new Reaction(
        post, lang, Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
  }

  /// The same analysis of another record of the same text.
  public Reaction with(Post other) {
    return new Reaction(
        other, lang, sentiment, about, mentions, stances, issues, sentences, vector, tuned);
  }

  /// The same with a meaning, which an index keeps apart.
  public Reaction with(Optional<Vector> meaning) {
    return new Reaction(
        post, lang, sentiment, about, mentions, stances, issues, sentences, meaning, tuned);
  }

  /// Whether the models read the language, so that the scores mean something.
  public boolean read() {
    return sentiment.isPresent();
  }

  /// Whether it counts as a reaction to the event: what is known to be none does not.
  public boolean reacts() {
    return read() && about.map(About::reacts).orElse(true);
  }

  /// The stance toward one target, if the post has one.
  public Optional<Stance> stanceOn(String target) {
    return stances.stream().filter(s -> s.target().equals(target)).findFirst();
  }
}
