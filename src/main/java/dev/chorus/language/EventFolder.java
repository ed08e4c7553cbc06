package dev.chorus.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where everything about one event is in a folder of models: its camp file, the names that its
/// posts are likely to hold, and what its labelled posts taught.
///
/// @param root the event's folder, which bears its id
/// @param fast whether the weights of the analysis without the encoder are meant
public record EventFolder(Path root, boolean fast) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]*");

  /// Whether an event may be called so: the id becomes the name of a folder.
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /// Camps, targets and issues of the event.
  public Path campFile() {
    return root.resolve("camps.yaml");
  }

  /// Names that its posts are likely to hold.
  public Path names() {
    return root.resolve("names.tsv");
  }

  /// What its labelled posts taught about its camps.
  public Path camps() {
    return weights().resolve("camps.json");
  }

  /// What its labelled posts taught about what reacts to it.
  public Path about() {
    return weights().resolve("about.json");
  }

  /// What its labelled posts taught about the stance toward a target.
  public Path stance(String target) {
    return stances().resolve(slug(target) + ".json");
  }

  /// What its labelled posts taught about a claim.
  public Path claim(String claim) {
    return claims().resolve(slug(claim) + ".json");
  }

  /// What its labelled posts taught about an issue.
  public Path issue(String issue) {
    return issues().resolve(issue + ".json");
  }

  /// The files and folders with what judges a post before it is put into a camp.
  public List<Path> judging() {
    return List.of(about(), stances(), claims(), issues());
  }

  private Path stances() {
    return weights().resolve("stance");
  }

  private Path claims() {
    return weights().resolve("claims");
  }

  private Path issues() {
    return weights().resolve("issues");
  }

  private Path weights() {
    return fast ? root.resolve("fast") : root;
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }
}
