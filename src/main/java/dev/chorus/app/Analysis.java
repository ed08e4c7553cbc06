package dev.chorus.app;

import dev.chorus.camp.Placed;
import dev.chorus.common.Halt;
import dev.chorus.common.OrderedParallel;
import dev.chorus.common.Watched;
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
import java.util.function.UnaryOperator;

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
        Watched<ReadResult.Parsed, Placed> analysis =
            new Watched<>(
                threads,
                true,
                Pipeline.LONGEST,
                parsed -> pipeline.place(parsed.post()),
                new Watched.Sink<ReadResult.Parsed, Placed>() {
                  @Override
                  public void done(ReadResult.Parsed parsed, Placed placed) {
                    to.accept(placed);
                  }

                  @Override
                  public void failed(ReadResult.Parsed parsed, Throwable why) {
                    if (!Pipeline.isOfOnePost(why)) throw new Halt("the analysis fails", why);
                    listener.rejected(parsed.at(), Pipeline.fault(parsed.post(), "analysed", why));
                  }
                })) {
      PostReader.read(
          file,
          in,
          reading,
          result -> {
            switch (result) {
              case ReadResult.Parsed parsed -> analysis.add(parsed);
              case ReadResult.Rejected rejected ->
                  listener.rejected(rejected.at(), rejected.reason());
              case ReadResult.Noted noted ->
                  listener.rejected(
                      noted.at(),
                      "this is a note on \"" + noted.post() + "\", which only an index joins.");
              case ReadResult.Remark remark ->
                  listener.remark(remark.at(), remark.shown(UnaryOperator.identity()));
              case ReadResult.EndOfFile end ->
                  listener.endOfPart(end.at(), end.posts(), end.rejected());
            }
          });
      analysis.finish();
      listener.endOfFile();
    } catch (Halt e) {
      if (e.getCause() instanceof RuntimeException fault) throw fault;
      if (e.getCause() instanceof Error fault) throw fault;
      throw e;
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
