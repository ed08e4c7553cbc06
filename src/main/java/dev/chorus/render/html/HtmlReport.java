package dev.chorus.render.html;

import dev.chorus.render.Claims;
import dev.chorus.render.Outline;
import dev.chorus.render.Outline.Section;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;

/// A report as one HTML file: it holds its style, its pictures and its script, asks for nothing
/// from elsewhere, and says the same where scripts are off.
public final class HtmlReport {
  private HtmlReport() {}

  /// @param claims of the outline, which the page carries as data
  /// @return the file, with `\n` at the end of lines
  public static String print(Outline outline, Claims claims) {
    StringOutput out = new StringOutput(1 << 16);
    JtepageGenerated.render(
        new OwaspHtmlTemplateOutput(out),
        null,
        new Blocks(),
        Page.of(outline, Island.escaped(claims.island())));
    return out.toString();
  }

  /// The parts of the file.
  ///
  /// @param title as the window has it
  /// @param head what stands above the contents
  /// @param colours of the camps that are drawn, see [Camps#colour]
  record Page(
      String title,
      String policy,
      String style,
      String script,
      String island,
      List<String> colours,
      Section head,
      List<Section> sections) {
    static Page of(Outline outline, String island) {
      Asset style = Asset.read("report.css");
      Asset script = Asset.read("report.js");
      List<Section> sections = outline.sections();
      boolean titled =
          !sections.isEmpty() && sections.getFirst().blocks().stream().anyMatch(Page::isTitle);
      return new Page(
          titled ? title(sections.getFirst()) : "Chorus",
          policy(script, style),
          style.text(),
          script.text(),
          island,
          Camps.colours(outline),
          titled ? sections.getFirst() : new Section("", Optional.empty(), List.of()),
          titled ? sections.subList(1, sections.size()) : sections);
    }

    private static boolean isTitle(Outline.Block block) {
      return block instanceof Outline.Title;
    }

    private static String title(Section head) {
      return head.blocks().stream()
          .filter(Outline.Title.class::isInstance)
          .map(block -> ((Outline.Title) block).title())
          .findFirst()
          .orElseThrow();
    }

    /// What the page may do: run its own script and wear its own style, byte for byte.
    private static String policy(Asset script, Asset style) {
      return "default-src 'none'; script-src '"
          + script.hash()
          + "'; style-src '"
          + style.hash()
          + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /// The sections that a reader can go to.
    List<Section> contents() {
      return sections.stream().filter(s -> !s.id().isEmpty() && s.head().isPresent()).toList();
    }
  }
}
