package dev.chorus.language;

import java.util.List;

/// Something that the debate on an event is about, whichever side one takes.
///
/// @param id short name for scripts, such as `cost`
/// @param title name for readers
/// @param question what is disputed, in one sentence
/// @param statements things that are said when it is spoken of, on any side
/// @param cues words and phrases that hint at it
public record Issue(
    String id, String title, String question, List<String> statements, List<String> cues) {
  public Issue {
    statements = List.copyOf(statements);
    cues = List.copyOf(cues);
  }
}
