package dev.chorus.language;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/// Scores the mood of a post inside a CoreNLP pipeline, with Chorus's own model.
///
/// Takes the place of CoreNLP's `sentiment` annotator, which needs a parser and was trained on film
/// reviews. Public because CoreNLP makes custom annotators by reflection; the property `NAME.model`
/// says where the model file is.
@SuppressWarnings("rawtypes") // CoreNLP's own interface is raw
public final class PostSentimentAnnotator implements Annotator {
  private final SentimentModel model;

  public PostSentimentAnnotator(String name, Properties properties) {
    this.model = ModelFiles.readSentiment(Path.of(properties.getProperty(name + ".model")));
  }

  @Override
  public void annotate(Annotation document) {
    float[] mean = document.get(ChorusAnnotations.MeanVector.class);
    document.set(ChorusAnnotations.PostSentiment.class, model.score(model.centred(mean)));
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requirementsSatisfied() {
    return Set.of(ChorusAnnotations.PostSentiment.class);
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requires() {
    return Set.of(ChorusAnnotations.MeanVector.class);
  }
}
