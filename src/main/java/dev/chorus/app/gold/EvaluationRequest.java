package dev.chorus.app.gold;

import dev.chorus.app.Method;
import java.nio.file.Path;

/// What shall be measured, and with which posts.
///
/// @param task the part of the analysis
/// @param gold file of labelled posts, JSON Lines
/// @param method what is measured
/// @param threads posts analysed at once, at least 1
/// @param errors how many of the worst errors are wanted, 0 or more
public record EvaluationRequest(
    EvaluationTask task, Path gold, Method method, int threads, int errors) {
  public EvaluationRequest {
    if (threads < 1) throw new IllegalArgumentException(threads + " threads");
    if (errors < 0) throw new IllegalArgumentException(errors + " errors");
  }
}
