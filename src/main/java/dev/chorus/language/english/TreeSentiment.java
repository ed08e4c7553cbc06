package dev.chorus.language.english;

import dev.chorus.language.Sentiment;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.CoreMap;
import org.ejml.simple.SimpleMatrix;

/// The mood of a post from CoreNLP's sentiment trees, one a sentence.
final class TreeSentiment {
  /// Longer sentences, in tokens, are left unparsed: the parser's time grows with their cube.
  static final int LONGEST_SENTENCE = 80;

  private TreeSentiment() {}

  /// The mean over the sentences, each as heavy as it is long: very negative and negative make
  /// negative, positive and very positive make positive. Neutral if no sentence could be parsed.
  static Sentiment of(Annotation document) {
    double[] sum = new double[3];
    double weight = 0;
    for (CoreMap sentence : document.get(CoreAnnotations.SentencesAnnotation.class)) {
      Tree tree = sentence.get(SentimentCoreAnnotations.SentimentAnnotatedTree.class);
      if (tree == null) continue;
      SimpleMatrix classes = RNNCoreAnnotations.getPredictions(tree);
      if (classes == null || classes.getNumElements() != 5) continue;
      int tokens = sentence.get(CoreAnnotations.TokensAnnotation.class).size();
      sum[0] += tokens * (classes.get(0) + classes.get(1));
      sum[1] += tokens * classes.get(2);
      sum[2] += tokens * (classes.get(3) + classes.get(4));
      weight += tokens;
    }
    if (weight == 0) return new Sentiment(0, 1, 0);
    double total = sum[0] + sum[1] + sum[2];
    return new Sentiment(sum[0] / total, sum[1] / total, sum[2] / total);
  }
}
