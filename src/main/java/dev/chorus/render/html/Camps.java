package dev.chorus.render.html;

import dev.chorus.render.Outline;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.CampName;
import dev.chorus.render.Outline.Section;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// How camps are told apart: each has a colour and a glyph, by its order in the camp file. Glyphs
/// are paths in a square of 16, so that no font decides how they look.
final class Camps {
  /// Colours that all kinds of sight tell apart. Camps behind them are grey, each with its glyph.
  static final int COLOURS = 8;

  private static final String UNALIGNED =
      "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6z";

  private static final List<String> GLYPHS =
      List.of(
          "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
          "M8 1.5 15.5 14.5H.5z",
          "M2 2h12v12H2z",
          "M8 .5 15.5 8 8 15.5.5 8z",
          "M8 14.5.5 1.5h15z",
          "M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z",
          "M8 .8 15.4 6.2 12.6 15H3.4L.6 6.2z",
          "M8 .5l2 5.3 5.6.3-4.4 3.5 1.5 5.5L8 12l-4.7 3.1 1.5-5.5L.4 6.1 6 5.8z",
          "M1.5 .5 14.5 8 1.5 15.5z",
          "M14.5 .5 1.5 8l13 7.5z",
          "M3 .8 8 5.8l5-5L15.2 3l-5 5 5 5-2.2 2.2-5-5-5 5L.8 13l5-5-5-5z",
          "M4.2 1.2h7.6L15.6 8l-3.8 6.8H4.2L.4 8z",
          "M1.5 1h13L8 8l6.5 7h-13L8 8z",
          "M.5 5h15v6H.5z",
          "M5 .5h6v15H5z",
          "M1 1h5v9h9v5H1z");

  private Camps() {}

  /// How the part of a bar is hatched that an interval leaves open: closely where the share is
  /// likely. The other way where no post was checked by hand.
  enum Hatch {
    DENSE("dense", 3, 45),
    WIDE("wide", 6, 45),
    DENSE_BACK("dense-back", 3, 135),
    BACK("back", 6, 135);

    private final String id;
    private final int gap;
    private final int angle;

    Hatch(String id, int gap, int angle) {
      this.id = id;
      this.gap = gap;
      this.angle = angle;
    }

    String id() {
      return id;
    }

    /// Between two lines, in pixels.
    int gap() {
      return gap;
    }

    int angle() {
      return angle;
    }
  }

  /// Name of the colour in the style sheet.
  static String colour(CampName camp) {
    return camp.colour() >= 0 && camp.colour() < COLOURS ? "c" + camp.colour() : "cx";
  }

  static String glyph(CampName camp) {
    return camp.colour() < 0 ? UNALIGNED : GLYPHS.get(camp.colour() % GLYPHS.size());
  }

  /// The colours that an outline uses, in order.
  static List<String> colours(Outline outline) {
    TreeSet<String> colours = new TreeSet<>();
    outline.sections().stream()
        .map(Section::blocks)
        .flatMap(List::stream)
        .flatMap(Camps::of)
        .map(Camps::colour)
        .forEach(colours::add);
    return List.copyOf(colours);
  }

  private static Stream<CampName> of(Block block) {
    return switch (block) {
      case Outline.Bars bars -> bars.bars().stream().map(Outline.Bar::camp);
      case Outline.Grid grid -> grid.camps().stream();
      case Outline.Fold fold -> fold.blocks().stream().flatMap(Camps::of);
      case Outline.Facing facing ->
          Stream.concat(facing.leftBlocks().stream(), facing.rightBlocks().stream())
              .flatMap(Camps::of);
      default -> Stream.empty();
    };
  }
}
