package dev.chorus.language.english;

import dev.chorus.language.ModelFolder;
import dev.chorus.language.Vector;
import dev.chorus.language.head.SentimentModel;
import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// Scores the mood of a post inside a CoreNLP pipeline, with Chorus's own model.
///
/// Takes the place of CoreNLP's `sentiment` annotator, which needs a parser and was trained on film
/// reviews. Public because CoreNLP makes custom annotators by reflection; the property
/// `NAME.models` says where the folder of models is, `NAME.fast` whether its weights for the
/// analysis without the encoder are used.
@SuppressWarnings("rawtypes") // CoreNLP's own interface is raw
public final class PostSentimentAnnotator implements Annotator {
  private final SentimentModel model;

  public PostSentimentAnnotator(String name, Properties properties) {
    this.model =
        SentimentModel.read(
            new ModelFolder(
                Path.of(properties.getProperty(name + ".models")),
                Boolean.parseBoolean(properties.getProperty(name + ".fast"))));
  }

  @Override
  public void annotate(Annotation document) {
    Optional<Vector> tuned =
        Optional.ofNullable(document.get(ChorusAnnotations.Read.class))
            .map(read -> read.encoding().tuned());
    document.set(
        ChorusAnnotations.PostSentiment.class,
        model.score(document.get(CoreAnnotations.TextAnnotation.class), tuned));
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requirementsSatisfied() {
    return Set.of(ChorusAnnotations.PostSentiment.class);
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requires() {
    return Set.of(CoreAnnotations.TextAnnotation.class);
  }
}
