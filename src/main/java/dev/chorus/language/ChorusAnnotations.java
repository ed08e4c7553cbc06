package dev.chorus.language;

import edu.stanford.nlp.ling.CoreAnnotation;

/// What Chorus's annotators leave on a CoreNLP document.
final class ChorusAnnotations {
  private ChorusAnnotations() {}

  /// The vectors of the whole text.
  static final class Encoding implements CoreAnnotation<Encoder.Encoding> {
    @Override
    public Class<Encoder.Encoding> getType() {
      return Encoder.Encoding.class;
    }
  }

  /// The mood of the whole text.
  static final class PostSentiment implements CoreAnnotation<Sentiment> {
    @Override
    public Class<Sentiment> getType() {
      return Sentiment.class;
    }
  }
}
