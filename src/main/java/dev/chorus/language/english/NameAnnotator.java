package dev.chorus.language.english;

import dev.chorus.language.ModelFolder;
import dev.chorus.language.encoder.EncodedPost;
import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/// Finds the names in a post inside a CoreNLP pipeline, with Chorus's own model.
///
/// Takes the place of CoreNLP's `ner` annotator, whose model was trained on news. Public because
/// CoreNLP makes custom annotators by reflection; the property `NAME.models` says where the folder
/// of models is.
@SuppressWarnings("rawtypes") // CoreNLP's own interface is raw
public final class NameAnnotator implements Annotator {
  private final NameTagger tagger;

  public NameAnnotator(String name, Properties properties) {
    this.tagger =
        NameTagger.read(new ModelFolder(Path.of(properties.getProperty(name + ".models")), false));
  }

  @Override
  public void annotate(Annotation document) {
    EncodedPost post = document.get(ChorusAnnotations.Read.class);
    document.set(ChorusAnnotations.Names.class, tagger.find(post.words(), post.encoding()));
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requirementsSatisfied() {
    return Set.of(ChorusAnnotations.Names.class);
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requires() {
    return Set.of(ChorusAnnotations.Read.class);
  }
}
