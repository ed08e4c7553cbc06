package dev.chorus.render;

import dev.chorus.language.Span;
import dev.chorus.post.Post;
import dev.chorus.report.CampsReport;
import java.util.ArrayList;
import java.util.List;

/// All posts of a group that emerged, for whoever wants to know what it is.
public final class EmergentOutline {
  private EmergentOutline() {}

  /// @param posts of the group, as they are in the index
  public static Outline of(CampsReport.Emergent group, List<Post> posts) {
    List<Outline.Block> blocks = new ArrayList<>();
    for (Post post : posts) {
      Span all = new Span(0, post.text().length());
      blocks.add(CampSection.quote(new CampsReport.Quote(post, all, List.of())));
    }
    Text aside =
        Text.of(": ")
            .plus(
                Phrases.counted(
                    "emergent." + group.id() + ".posts", posts.size(), "post", "posts"));
    return new Outline(
        Outline.Section.under(
            new Outline.Heading(Outline.Level.LIST, Layout.clean(group.title()), aside), blocks));
  }
}
