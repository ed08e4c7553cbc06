package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.language.EntityType;
import dev.chorus.language.NamedSpan;
import dev.chorus.language.Span;
import dev.chorus.source.NamesReader;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.training.GoldNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A file of posts with their names marked, in Chorus's own types.
final class GoldNamesFile {
  private GoldNamesFile() {}

  /// The posts; what no name of the file is of, was not looked for.
  static List<GoldNames> read(Path file) throws UnreadableSourceException, UserException {
    List<NamesReader.Marked> marked = NamesReader.read(file);
    if (marked.isEmpty()) throw new UserException(file + " holds no posts.");
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    List<List<NamedSpan>> names = new ArrayList<>();
    for (NamesReader.Marked post : marked) {
      List<NamedSpan> spans = new ArrayList<>();
      for (NamesReader.Name name : post.names()) {
        Optional<EntityType> type = EntityType.of(name.type());
        if (type.isEmpty()) {
          throw new UserException(
              "The record \""
                  + post.id()
                  + "\" has a name of type \""
                  + name.type()
                  + "\"; wanted person, organization (or corporation, group), location or product"
                  + " (or creative-work).");
        }
        types.add(type.get());
        spans.add(new NamedSpan(new Span(name.start(), name.end()), type.get()));
      }
      names.add(spans);
    }
    List<GoldNames> gold = new ArrayList<>();
    for (int i = 0; i < marked.size(); i++) {
      gold.add(new GoldNames(marked.get(i).id(), marked.get(i).text(), names.get(i), types));
    }
    return gold;
  }
}
