package dev.chorus.language.english;

import dev.chorus.language.ModelFolder;
import dev.chorus.language.encoder.EncodedPost;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Words;
import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/// Puts the vectors of a text on a CoreNLP document, once, for all that need them.
///
/// Public because CoreNLP makes custom annotators by reflection; the property `NAME.models` says
/// where the folder of models is.
@SuppressWarnings("rawtypes") // CoreNLP's own interface is raw
public final class VectorAnnotator implements Annotator {
  private final Encoder encoder;

  public VectorAnnotator(String name, Properties properties) {
    this.encoder =
        Encoder.in(new ModelFolder(Path.of(properties.getProperty(name + ".models")), false));
  }

  @Override
  public void annotate(Annotation document) {
    Words words = Words.of(document.get(CoreAnnotations.TextAnnotation.class));
    document.set(
        ChorusAnnotations.Read.class, new EncodedPost(words, encoder.encode(words.pieces())));
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requirementsSatisfied() {
    return Set.of(ChorusAnnotations.Read.class);
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requires() {
    return Set.of(CoreAnnotations.TextAnnotation.class);
  }
}
