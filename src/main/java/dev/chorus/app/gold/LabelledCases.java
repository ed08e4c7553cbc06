package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.common.OrderedParallel;
import dev.chorus.language.Reaction;
import dev.chorus.post.Post;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.training.Training;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Analyses labelled posts for training, several at once. Posts that the analysis does not read
/// teach nothing and are left out.
final class LabelledCases {
  /// Reads the label of a record.
  interface LabelIndex {
    /// @return the index of its class; empty if the record has no label of this kind
    /// @throws UserException if the label is unknown, or must be there and is not
    Optional<Integer> of(Labelled row) throws UserException;
  }

  private final Function<Post, Reaction> analyze;
  private final int threads;

  /// By text; empty where the analysis did not read it.
  private final Map<String, Optional<Reaction>> known = new HashMap<>();

  /// @param analyze called by several threads
  LabelledCases(Function<Post, Reaction> analyze, int threads) {
    this.analyze = analyze;
    this.threads = threads;
  }

  /// The records that have the label. A text is analysed once, however often it is asked for, and
  /// without the targets that its record may name.
  Training.Cases byText(List<Labelled> seen, List<Labelled> unseen, LabelIndex label)
      throws UserException {
    return new Training.Cases(byText(seen, label), byText(unseen, label));
  }

  private List<Training.Case> byText(List<Labelled> rows, LabelIndex label) throws UserException {
    List<Labelled> judged = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    Set<String> fresh = new LinkedHashSet<>();
    for (Labelled row : rows) {
      Optional<Integer> index = label.of(row);
      if (index.isEmpty()) continue;
      judged.add(row);
      right.add(index.get());
      if (!known.containsKey(row.post().text())) fresh.add(row.post().text());
    }
    analyse(
        fresh.stream().map(text -> Post.of("training", text)).toList(),
        r -> known.put(r.post().text(), r.read() ? Optional.of(r) : Optional.empty()));
    List<Training.Case> cases = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      int index = right.get(i);
      known
          .get(judged.get(i).post().text())
          .ifPresent(reaction -> cases.add(new Training.Case(reaction, index)));
    }
    return cases;
  }

  /// The records, each analysed by itself and asked about the target that it names.
  List<Training.Case> asked(List<Labelled> rows, LabelIndex label) throws UserException {
    List<Post> posts = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (Labelled row : rows) {
      Optional<Integer> index = label.of(row);
      if (index.isEmpty()) continue;
      posts.add(row.asked());
      right.add(index.get());
    }
    List<Reaction> reactions = new ArrayList<>();
    analyse(posts, reactions::add);
    List<Training.Case> cases = new ArrayList<>();
    for (int i = 0; i < reactions.size(); i++) {
      if (reactions.get(i).read()) cases.add(new Training.Case(reactions.get(i), right.get(i)));
    }
    return cases;
  }

  private void analyse(List<Post> posts, Consumer<Reaction> sink) {
    try (OrderedParallel<Post, Reaction> analysis = new OrderedParallel<>(threads, analyze, sink)) {
      posts.forEach(analysis::add);
      analysis.finish();
    }
  }
}
