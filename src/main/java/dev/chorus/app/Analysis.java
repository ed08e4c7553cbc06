package dev.chorus.app;

import dev.chorus.camp.Placed;
import dev.chorus.common.OrderedParallel;
import dev.chorus.post.Post;
import dev.chorus.source.PostReader;
import dev.chorus.source.ReadSettings;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.source.format.ReadResult;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Analyses posts and keeps nothing.
public final class Analysis {
  private Analysis() {}

  /// Hands over the reactions in the order of the input, while it is being read.
  ///
  /// @param file posts in any shape, or a folder of them; `-` is the input
  /// @param in what `-` stands for
  /// @param threads posts analysed at once, from 1
  /// @param listener is told of the records that are left out
  /// @param to gets each post placed, called by this thread
  public static void run(
      Method method,
      Path file,
      InputStream in,
      ReadSettings reading,
      int threads,
      IngestListener listener,
      Consumer<Placed> to)
      throws UnreadableSourceException {
    try (Pipeline pipeline = method.load();
        OrderedParallel<Post, Placed> analysis =
            new OrderedParallel<>(threads, pipeline::place, to)) {
      PostReader.read(
          file,
          in,
          reading,
          result -> {
            switch (result) {
              case ReadResult.Parsed parsed -> analysis.add(parsed.post());
              case ReadResult.Rejected rejected ->
                  listener.rejected(rejected.at(), rejected.reason());
              case ReadResult.Noted noted ->
                  listener.rejected(
                      noted.at(),
                      "this is a note on \"" + noted.post() + "\", which only an index joins.");
              case ReadResult.Remark remark -> listener.remark(remark.at(), remark.text());
            }
          });
      analysis.finish();
      listener.endOfFile();
    }
  }

  /// All posts placed, in their order.
  ///
  /// @param done is told how many are done
  public static List<Placed> of(Method method, List<Post> posts, int threads, IntConsumer done) {
    List<Placed> all = new ArrayList<>();
    try (Pipeline pipeline = method.load();
        OrderedParallel<Post, Placed> analysis =
            new OrderedParallel<>(
                threads,
                pipeline::place,
                placed -> {
                  all.add(placed);
                  done.accept(all.size());
                })) {
      posts.forEach(analysis::add);
      analysis.finish();
    }
    return all;
  }
}
