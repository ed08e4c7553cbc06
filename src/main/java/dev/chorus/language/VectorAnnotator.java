package dev.chorus.language;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import java.util.Properties;
import java.util.Set;

/// Puts the sentence vector on a CoreNLP document, once, for all that need it.
///
/// Public because CoreNLP makes custom annotators by reflection.
@SuppressWarnings("rawtypes") // CoreNLP's own interface is raw
public final class VectorAnnotator implements Annotator {
  private final Encoder encoder = Encoder.shared();

  public VectorAnnotator(String name, Properties properties) {}

  @Override
  public void annotate(Annotation document) {
    String text = PostText.readable(document.get(CoreAnnotations.TextAnnotation.class));
    document.set(ChorusAnnotations.MeanVector.class, encoder.encode(text));
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requirementsSatisfied() {
    return Set.of(ChorusAnnotations.MeanVector.class);
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requires() {
    return Set.of(CoreAnnotations.TextAnnotation.class);
  }
}
