package dev.chorus.language;

import edu.stanford.nlp.ling.CoreAnnotation;

/// What Chorus's annotators leave on a CoreNLP document.
final class ChorusAnnotations {
  private ChorusAnnotations() {}

  /// The mean token vector of the whole text, from [Encoder].
  static final class MeanVector implements CoreAnnotation<float[]> {
    @Override
    public Class<float[]> getType() {
      return float[].class;
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
