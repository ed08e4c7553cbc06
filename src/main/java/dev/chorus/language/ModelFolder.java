package dev.chorus.language;

import java.nio.file.Path;

/// Where everything is in a folder of trained models. What one event's labelled posts taught is in
/// an [EventFolder] of its own; everything else here serves any event.
///
/// @param root the folder
/// @param fast whether the weights of the analysis without the encoder are meant
public record ModelFolder(Path root, boolean fast) {
  /// The folder of one event.
  ///
  /// @param id of the event, as [EventFolder#isId] wants it; empty for a subject that is no event,
  ///     of which nothing was learned
  public EventFolder event(String id) {
    if (!id.isEmpty() && !EventFolder.isId(id)) {
      throw new IllegalArgumentException("\"" + id + "\" is no id of an event");
    }
    // No id begins so, and hence there is no such folder.
    return new EventFolder(root.resolve("events").resolve(id.isEmpty() ? "_" : id), fast);
  }

  /// The tuned encoder.
  public Path encoder() {
    return root.resolve("encoder").resolve("posts.onnx");
  }

  /// What finds names, over the encoder's vectors.
  public Path names() {
    return root.resolve("names").resolve("posts.json");
  }

  /// The stance toward whatever a post names, over the encoder's vectors.
  public Path namedStance() {
    return root.resolve("stance").resolve("named.json");
  }

  /// What is said about anything, as vectors of the encoder.
  public Path generalTalk() {
    return root.resolve("about").resolve("general.safetensors");
  }

  /// The moods.
  public Path sentiment() {
    return weights("sentiment", "posts.json");
  }

  /// What weighs the hints at a stance, whatever the target.
  public Path stance() {
    return weights("stance", "entities.json");
  }

  /// What weighs the hints at a camp, whatever the event.
  public Path camps() {
    return weights("camps", "weights.json");
  }

  /// What weighs the hints at a reaction, whatever the event.
  public Path about() {
    return weights("about", "weights.json");
  }

  /// What weighs the hints at an issue, whatever the event.
  public Path issues() {
    return weights("issues", "weights.json");
  }

  private Path weights(String question, String file) {
    return (fast ? root.resolve("fast") : root).resolve(question).resolve(file);
  }
}
