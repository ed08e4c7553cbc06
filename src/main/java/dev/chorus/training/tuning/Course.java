package dev.chorus.training.tuning;

import dev.chorus.language.ModelException;
import dev.chorus.training.GoldNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Goes through the stages of a training, from the last checkpoint of any of them on.
final class Course {
  private static final int CHECKPOINT_EVERY = 100;

  /// Steps in a row that may come to nothing before the weights are taken for lost.
  private static final int MOST_NOTHING = 3;

  private int nothing;
  private final FineTuning tuning;
  private final String start;
  private final List<FineTuning.Stage> stages;
  private final Path work;
  private final FineTuning.Watcher watcher;

  /// @param start names the weights that the training begins with
  /// @param work folder of the checkpoints
  Course(
      FineTuning tuning,
      String start,
      List<FineTuning.Stage> stages,
      Path work,
      FineTuning.Watcher watcher) {
    this.tuning = tuning;
    this.start = start;
    this.stages = List.copyOf(stages);
    this.work = work;
    this.watcher = watcher;
  }

  void go() {
    reach(stages.size() - 1);
  }

  /// Brings the weights to the end of a stage. Its checkpoint holds whatever comes after it, so
  /// that another ending need not begin at the beginning.
  private void reach(int index) {
    if (index < 0) return;
    FineTuning.Stage stage = stages.get(index);
    Checkpoint checkpoint = new Checkpoint(work.resolve(stage.name() + ".json"));
    String name = name(index);
    int done = checkpoint.restore(name, tuning.state(), tuning.manager()).orElse(0);
    if (done == 0) reach(index - 1);
    tuning.learn(
        index,
        stage,
        done,
        (of, at, steps, loss) -> {
          nothing = Double.isFinite(loss) ? 0 : nothing + 1;
          if (nothing > MOST_NOTHING) throw lost(of, at);
          if (nothing == 0 && (at % CHECKPOINT_EVERY == 0 || at == steps)) {
            checkpoint.write(name, at, tuning.state());
          }
          watcher.step(of, at, steps, loss);
        });
  }

  private ModelException lost(String stage, int step) {
    return new ModelException(
        "The training came to nothing at step "
            + step
            + " of "
            + stage
            + ": its weights are no longer numbers. The same command goes on from the last"
            + " checkpoint in "
            + work
            + "; where that happens again at the same step, remove the folder.");
  }

  /// Names a training up to a stage by all that decides how it ends.
  private String name(int index) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(start.getBytes(StandardCharsets.UTF_8));
      for (FineTuning.Stage stage : stages.subList(0, index + 1)) {
        String how =
            String.join(
                " ",
                stage.name(),
                Integer.toString(stage.epochs()),
                Float.toString(stage.rate()),
                Integer.toString(stage.batch()),
                Float.toString(stage.dropout()));
        digest.update(how.getBytes(StandardCharsets.UTF_8));
        for (Example example : stage.examples()) {
          digest.update(example.text().getBytes(StandardCharsets.UTF_8));
          Optional<?> names = example.names().map(GoldNames::names);
          names.ifPresent(n -> digest.update(n.toString().getBytes(StandardCharsets.UTF_8)));
          example
              .toward()
              .forEach(t -> digest.update(t.toString().getBytes(StandardCharsets.UTF_8)));
          new TreeMap<>(example.labels())
              .forEach(
                  (head, label) ->
                      digest.update(
                          (head + Arrays.toString(label)).getBytes(StandardCharsets.UTF_8)));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
