package dev.chorus.training.tuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;

/// AdamW (Loshchilov & Hutter 2019): the engine's own keeps its state to itself, and a training
/// that is interrupted must be able to go on.
final class AdamW {
  private static final float MEAN_DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.999f;
  private static final float EPSILON = 1e-6f;

  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> squares = new LinkedHashMap<>();

  AdamW(NDManager manager, Map<String, NDArray> weights) {
    weights.forEach(
        (name, weight) -> {
          means.put(name, manager.zeros(weight.getShape()));
          squares.put(name, manager.zeros(weight.getShape()));
        });
  }

  /// The running means, by name; the arrays themselves.
  Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    means.forEach((name, mean) -> state.put("adam.mean." + name, mean));
    squares.forEach((name, square) -> state.put("adam.square." + name, square));
    return state;
  }

  void reset() {
    state().values().forEach(array -> array.muli(0));
  }

  /// @param step counts from 1
  void update(int step, String name, NDArray weight, NDArray gradient, float rate, float decay) {
    NDManager scope = gradient.getManager();
    NDArray mean = means.get(name);
    NDArray square = squares.get(name);
    mean.muli(MEAN_DECAY).addi(gradient.mul(1 - MEAN_DECAY));
    square.muli(SQUARE_DECAY).addi(gradient.square().mul(1 - SQUARE_DECAY));
    double squareBias = 1 - Math.pow(SQUARE_DECAY, step);
    NDArray unbiased = square.div(squareBias);
    unbiased.attach(scope);
    NDArray root = unbiased.sqrt().addi(EPSILON);
    NDArray change = mean.mul(rate / (1 - Math.pow(MEAN_DECAY, step)));
    change.attach(scope);
    change.divi(root);
    weight.setRequiresGradient(false);
    if (decay > 0) weight.muli(1 - rate * decay);
    weight.subi(change);
    weight.setRequiresGradient(true);
  }
}
