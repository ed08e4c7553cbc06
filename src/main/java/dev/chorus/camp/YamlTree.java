package dev.chorus.camp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML file with its line numbers, read field by field. What is wrong is collected, so that a
/// user sees every mistake at once.
final class YamlTree {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Optional<Node> root;

  private record Problem(int line, String what) {}

  YamlTree(String file, String text) {
    this.file = file;
    this.root = compose(text);
  }

  private Optional<Node> compose(String text) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      Optional<Node> node = new Compose(settings).composeString(text);
      if (node.isEmpty())
        wrong(1, "the file is empty; wanted \"event\", \"targets\" and \"camps\"");
      return node;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
      wrong(line, "this is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      wrong(1, "this is no YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      wrong(
          1,
          "its brackets or its indentation go too deep; wanted a file such as "
              + EventFile.EXAMPLE);
    }
    return Optional.empty();
  }

  private void wrong(int line, String what) {
    problems.add(new Problem(line, what));
  }

  /// The top of the file, if it is a mapping.
  Optional<Mapping> root() {
    return root.flatMap(node -> mapping(node, "the file"));
  }

  /// @throws EventFileException if anything was wrong so far
  void throwIfWrong() throws EventFileException {
    if (problems.isEmpty()) return;
    throw new EventFileException(
        problems.stream()
            .sorted(java.util.Comparator.comparingInt(Problem::line))
            .map(p -> file + ":" + p.line() + ": " + p.what() + ".")
            .toList());
  }

  private static int line(Node node) {
    return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
  }

  private static String kind(Node node) {
    return switch (node) {
      case MappingNode _ -> "a mapping";
      case SequenceNode _ -> "a list";
      case ScalarNode s -> s.getValue().isEmpty() ? "empty" : "\"" + s.getValue() + "\"";
      default -> "something else";
    };
  }

  private Optional<Mapping> mapping(Node node, String what) {
    if (node instanceof MappingNode m) return Optional.of(new Mapping(m));
    wrong(line(node), what + " is " + kind(node) + "; wanted a mapping of keys to values");
    return Optional.empty();
  }

  /// A mapping of the file, such as one camp.
  final class Mapping {
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Mapping(MappingNode node) {
      this.line = YamlTree.line(node);
      for (NodeTuple tuple : node.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          YamlTree.this.wrong(YamlTree.line(tuple.getKeyNode()), "a key must be a word");
        } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
          YamlTree.this.wrong(YamlTree.line(key), "\"" + key.getValue() + "\" stands here twice");
        }
      }
    }

    void wrong(String what) {
      YamlTree.this.wrong(line, what);
    }

    boolean has(String key) {
      return values.containsKey(key);
    }

    List<String> keys() {
      return List.copyOf(values.keySet());
    }

    void onlyKeys(String... known) {
      values.forEach(
          (key, node) -> {
            if (!Arrays.asList(known).contains(key)) {
              YamlTree.this.wrong(
                  YamlTree.line(node),
                  "\"" + key + "\" is no key here; wanted one of " + String.join(", ", known));
            }
          });
    }

    private Optional<Node> required(String key) {
      Optional<Node> node = Optional.ofNullable(values.get(key));
      if (node.isEmpty()) wrong("\"" + key + "\" is missing");
      return node;
    }

    Optional<Mapping> mapping(String key) {
      return required(key).flatMap(n -> YamlTree.this.mapping(n, "\"" + key + "\""));
    }

    Optional<Mapping> optionalMapping(String key) {
      return has(key) ? mapping(key) : Optional.empty();
    }

    /// A word or sentence that must be there.
    Optional<String> text(String key) {
      Optional<Node> node = required(key);
      if (node.isEmpty()) return Optional.empty();
      if (node.get() instanceof ScalarNode s && !s.getValue().isBlank()) {
        return Optional.of(s.getValue().strip());
      }
      YamlTree.this.wrong(
          YamlTree.line(node.get()),
          "\"" + key + "\" is " + kind(node.get()) + "; wanted some words");
      return Optional.empty();
    }

    Optional<String> optionalText(String key) {
      return has(key) ? text(key) : Optional.empty();
    }

    /// A word out of a closed set.
    <E extends Enum<E>> Optional<E> oneOf(String key, E[] allowed) {
      Optional<String> word = text(key);
      if (word.isEmpty()) return Optional.empty();
      for (E e : allowed) if (e.name().equalsIgnoreCase(word.get())) return Optional.of(e);
      YamlTree.this.wrong(
          YamlTree.line(values.get(key)),
          "\""
              + key
              + "\" is \""
              + word.get()
              + "\"; wanted one of "
              + Arrays.stream(allowed)
                  .map(e -> e.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", ")));
      return Optional.empty();
    }

    /// A list of words or sentences; empty if the key is not there.
    List<String> texts(String key) {
      Node node = values.get(key);
      if (node == null) return List.of();
      if (!(node instanceof SequenceNode list)) {
        YamlTree.this.wrong(
            YamlTree.line(node), "\"" + key + "\" is " + kind(node) + "; wanted a list");
        return List.of();
      }
      List<String> texts = new ArrayList<>();
      for (Node item : list.getValue()) {
        if (item instanceof ScalarNode s && !s.getValue().isBlank()) {
          texts.add(s.getValue().strip());
        } else {
          YamlTree.this.wrong(
              YamlTree.line(item), "\"" + key + "\" holds " + kind(item) + "; wanted some words");
        }
      }
      return texts;
    }

    /// A list of mappings with at least one entry.
    List<Mapping> list(String key) {
      if (required(key).isEmpty()) return List.of();
      List<Mapping> list = optionalList(key);
      if (list.isEmpty()) {
        YamlTree.this.wrong(
            YamlTree.line(values.get(key)), "\"" + key + "\" holds nothing; wanted at least one");
      }
      return list;
    }

    List<Mapping> optionalList(String key) {
      Node node = values.get(key);
      if (node == null) return List.of();
      if (!(node instanceof SequenceNode list)) {
        YamlTree.this.wrong(
            YamlTree.line(node), "\"" + key + "\" is " + kind(node) + "; wanted a list");
        return List.of();
      }
      return list.getValue().stream()
          .flatMap(n -> YamlTree.this.mapping(n, "an entry of \"" + key + "\"").stream())
          .toList();
    }
  }
}
