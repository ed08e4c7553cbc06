package dev.chorus.language.english;

import dev.chorus.language.NamedSpan;
import dev.chorus.language.Sentiment;
import dev.chorus.language.encoder.EncodedPost;
import edu.stanford.nlp.ling.CoreAnnotation;
import java.util.List;

/// What Chorus's annotators leave on a CoreNLP document.
final class ChorusAnnotations {
  private ChorusAnnotations() {}

  /// The text as the encoder read it.
  static final class Read implements CoreAnnotation<EncodedPost> {
    @Override
    public Class<EncodedPost> getType() {
      return EncodedPost.class;
    }
  }

  /// The names in the text.
  static final class Names implements CoreAnnotation<List<NamedSpan>> {
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // as CoreNLP's own annotations of lists do
    public Class<List<NamedSpan>> getType() {
      return (Class) List.class;
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
