package dev.chorus.camp;

import dev.chorus.language.EntityType;
import dev.chorus.language.EventFolder;
import dev.chorus.language.Issue;
import dev.chorus.language.Side;
import dev.chorus.language.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the YAML file in which a user declares an event's targets and camps.
public final class EventFile {
  private static final int LEAST_EXAMPLES = 3;

  /// The camp file that comes with Chorus.
  static final String EXAMPLE = "models/events/deepseek-r1/camps.yaml";

  private final YamlTree tree;
  private final List<Target> targets = new ArrayList<>();
  private final List<Camp> camps = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  private EventFile(YamlTree tree) {
    this.tree = tree;
  }

  /// @throws EventFileException with everything that is wrong, if anything is
  public static Event read(Path file) throws EventFileException {
    byte[] bytes;
    try {
      if (Files.isDirectory(file)) {
        throw new EventFileException(
            List.of(file + ": is a directory; wanted a camp file such as " + EXAMPLE + "."));
      }
      bytes = Files.readAllBytes(file);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new EventFileException(
          List.of(
              file
                  + ": there is no such camp file; the one that comes with Chorus is "
                  + EXAMPLE
                  + "."));
    } catch (IOException e) {
      throw new EventFileException(List.of(file + ": cannot be read: " + e.getMessage()));
    }
    return parse(file.toString(), new String(bytes, StandardCharsets.UTF_8));
  }

  /// Reads an event that was stored with its corpus.
  ///
  /// @param name what to call the text in messages
  public static Event parse(String name, String text) throws EventFileException {
    return new EventFile(new YamlTree(name, text)).event(text);
  }

  private static Optional<LocalDate> day(YamlTree.Mapping event, String day) {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      event.wrong("\"date\" is \"" + day + "\"; wanted the event's first day, such as 2025-01-20");
      return Optional.empty();
    }
  }

  private Event event(String text) throws EventFileException {
    Optional<YamlTree.Mapping> root = tree.root();
    String id = "";
    String title = "";
    Optional<LocalDate> date = Optional.empty();
    if (root.isPresent()) {
      YamlTree.Mapping top = root.get();
      top.onlyKeys("event", "targets", "camps", "issues");
      Optional<YamlTree.Mapping> event = top.mapping("event");
      if (event.isPresent()) {
        event.get().onlyKeys("id", "title", "date");
        id = event.get().text("id").orElse("");
        if (!id.isEmpty() && !EventFolder.isId(id)) {
          event
              .get()
              .wrong(
                  "\"id\" is \""
                      + id
                      + "\"; wanted lower-case letters, digits, - and _ such as deepseek-r1, a"
                      + " letter first: what is learned about the event is kept in a folder of that"
                      + " name");
        }
        title = event.get().text("title").orElse(id);
        date = event.get().optionalText("date").flatMap(day -> day(event.get(), day));
      }
      top.optionalList("targets").forEach(this::target);
      List<YamlTree.Mapping> declared = top.list("camps");
      declared.forEach(this::camp);
      top.optionalList("issues").forEach(this::issue);
    }
    tree.throwIfWrong();
    return new Event(id, title, date, targets, camps, issues, sha256(text), text);
  }

  private void target(YamlTree.Mapping node) {
    node.onlyKeys("name", "claim", "type", "aliases", "cues", "favor", "against");
    boolean claim = node.has("claim");
    if (claim == node.has("name")) {
      node.wrong(
          "a target needs either \"name\" (an entity) or \"claim\" (a sentence that is disputed)");
      return;
    }
    String name = node.text(claim ? "claim" : "name").orElse("");
    if (targets.stream().anyMatch(t -> t.name().equalsIgnoreCase(name))) {
      node.wrong("the target \"" + name + "\" is declared twice; give each its own name");
    }
    Optional<EntityType> type = Optional.empty();
    if (!claim) type = node.oneOf("type", EntityType.values());
    List<String> favor = node.texts("favor");
    List<String> against = node.texts("against");
    if (claim && (favor.isEmpty() || against.isEmpty())) {
      node.wrong(
          "the claim \""
              + name
              + "\" needs statements in \"favor\" and in \"against\": what those say who"
              + " affirm it and who deny it");
    }
    if (claim && node.texts("cues").isEmpty()) {
      node.wrong("the claim \"" + name + "\" needs \"cues\": words by which it is spoken of");
    }
    targets.add(
        new Target(
            name,
            claim ? Target.Kind.CLAIM : Target.Kind.ENTITY,
            type,
            claim ? List.of() : node.texts("aliases"),
            node.texts("cues"),
            favor,
            against));
  }

  private void camp(YamlTree.Mapping node) {
    node.onlyKeys("id", "title", "claim", "stances", "cues", "examples");
    String id = id(node, "camps", "open_source", camps.stream().map(Camp::id).toList());
    if (id.equals(Camp.UNALIGNED) || id.equals("none")) {
      node.wrong("\"id\" is \"" + id + "\"; that name is taken by what fits no camp");
    }
    Map<String, Side> stances = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    targets.forEach(t -> known.add(t.name()));
    node.optionalMapping("stances")
        .ifPresent(
            sides ->
                sides
                    .keys()
                    .forEach(
                        name -> {
                          if (!known.contains(name)) {
                            sides.wrong(
                                "\"stances\" names \""
                                    + name
                                    + "\", which is no target of this file; it"
                                    + " declares "
                                    + String.join(", ", known.stream().sorted().toList()));
                          }
                          sides.oneOf(name, Side.values()).ifPresent(s -> stances.put(name, s));
                        }));
    List<String> examples = node.texts("examples");
    if (examples.size() < LEAST_EXAMPLES) {
      node.wrong(
          "the camp \""
              + id
              + "\" has "
              + examples.size()
              + " examples; wanted at least "
              + LEAST_EXAMPLES
              + " things that its members would say, better ten");
    }
    camps.add(
        new Camp(
            id,
            node.text("title").orElse(id),
            node.text("claim").orElse(""),
            stances,
            node.texts("cues").stream().map(c -> c.toLowerCase(Locale.ROOT)).toList(),
            examples));
  }

  /// The id of an entry, for scripts.
  ///
  /// @param what the entries are called
  /// @param taken ids of the entries before it
  private static String id(YamlTree.Mapping node, String what, String example, List<String> taken) {
    String id = node.text("id").orElse("");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9_-]*")) {
      node.wrong(
          "\"id\" is \"" + id + "\"; wanted lower-case letters, digits and _ such as " + example);
    }
    if (taken.contains(id)) {
      node.wrong("two " + what + " have the id \"" + id + "\"; give each its own");
    }
    return id;
  }

  private void issue(YamlTree.Mapping node) {
    node.onlyKeys("id", "title", "question", "statements", "cues");
    String id = id(node, "issues", "cost", issues.stream().map(Issue::id).toList());
    List<String> statements = node.texts("statements");
    if (statements.size() < LEAST_EXAMPLES) {
      node.wrong(
          "the issue \""
              + id
              + "\" has "
              + statements.size()
              + " statements; wanted at least "
              + LEAST_EXAMPLES
              + " things that are said when it is spoken of, better ten");
    }
    issues.add(
        new Issue(
            id,
            node.text("title").orElse(id),
            node.text("question").orElse(""),
            statements,
            node.texts("cues").stream().map(c -> c.toLowerCase(Locale.ROOT)).toList()));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
