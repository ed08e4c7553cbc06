package dev.chorus.render;

import dev.chorus.report.estimate.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What is shown, in which order and in which words. How it looks, a printer decides: a block holds
/// no colours, no padding and no line breaks.
public record Outline(List<Section> sections) {
  public Outline {
    sections = List.copyOf(sections);
  }

  Outline(Section... sections) {
    this(List.of(sections));
  }

  /// The same with more at the end.
  public Outline with(Outline more) {
    return new Outline(Stream.concat(sections.stream(), more.sections.stream()).toList());
  }

  /// Blocks that stand together, set apart from the next section.
  ///
  /// @param id by which a link finds it; the same in each report. Empty for what nobody links to
  public record Section(String id, Optional<Head> head, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }

    static Section of(Block... blocks) {
      return new Section("", Optional.empty(), List.of(blocks));
    }

    static Section of(List<Block> blocks) {
      return new Section("", Optional.empty(), blocks);
    }

    static Section under(Head head, List<Block> blocks) {
      return new Section("", Optional.of(head), blocks);
    }

    Section named(String id) {
      return new Section(id, head, blocks);
    }
  }

  /// What stands above a section.
  public sealed interface Head {}

  /// A heading.
  ///
  /// @param aside goes on behind the title on the same line, with the sign or space between them
  public record Heading(Level level, String title, Text aside) implements Head {}

  /// How large a heading is.
  public enum Level {
    /// Of all that follows.
    DOCUMENT,
    /// Of a section, whose blocks are indented.
    SECTION,
    /// Of a list of posts.
    LIST
  }

  /// The heading of a camp's section.
  ///
  /// @param number in the order of shares, from 1
  public record CampHeading(int number, CampName camp, String claim) implements Head {}

  /// A camp that is named.
  ///
  /// @param colour which of the colours is the camp's, by its place in the event file, from 0; -1
  ///     for the unaligned, who have none
  public record CampName(String id, String title, int colour) {}

  public sealed interface Block {}

  /// The title of a report with the size of what it is of.
  public record Title(String title, List<Text> facts) implements Block {}

  /// @param faint whether it is less important than what stands around it
  public record Paragraph(Text text, boolean faint) implements Block {
    Paragraph(String text, boolean faint) {
      this(Text.of(text), faint);
    }
  }

  /// A line that is not broken, such as a command to copy.
  public record Line(Text text, boolean faint) implements Block {}

  /// Short facts in a row.
  public record Facts(List<Text> facts) implements Block {}

  /// Values with labels.
  public record Fields(List<Field> fields) implements Block {}

  /// @param label empty where a value goes with that above it
  public record Field(Text label, Text value) {
    Field(String label, Text value) {
      this(Text.of(label), value);
    }
  }

  /// What the report says in short, one sentence each. Stands first.
  public record Finding(List<Text> sentences) implements Block {}

  /// The shares of camps.
  ///
  /// @param legend says how the bars are to be read; empty where there are none
  /// @param measured whether labelled posts of this corpus tell how often camps are right; else the
  ///     intervals cover chance only, and the bars are drawn as unsure
  /// @param rest what has no share
  public record Bars(Text legend, boolean measured, List<Bar> bars, Optional<Field> rest)
      implements Block {}

  /// The share of one camp.
  ///
  /// @param enough whether there is enough to give the share as a number; else only the range from
  ///     its low to its high end is drawn, dotted
  /// @param figure the share in words, such as `22% (19–25)` or `too few to say (9 authors)`
  /// @param rank such as `rank 1–3`; empty where there is none
  /// @param withCopies the share if each copy of a text counted, where that is another
  /// @param mood mean score of its posts, from -1 to 1
  /// @param sides toward the target on which most of its posts take one
  public record Bar(
      CampName camp,
      Share share,
      boolean enough,
      Text figure,
      Text rank,
      OptionalDouble withCopies,
      OptionalDouble mood,
      Optional<Sides> sides) {}

  /// Counted posts by day or hour, with what happened.
  ///
  /// @param label of what is counted
  /// @param ticks in the order of time, without gaps
  /// @param marks by the number of the tick at which they stand
  public record Timeline(Text label, List<Tick> ticks, List<Mark> marks) implements Block {}

  /// @param name such as `27 Jan`
  public record Tick(String name, int posts) {}

  public record Mark(int tick, Text text) {}

  /// Counts of an either-or, such as negative, neutral, positive.
  ///
  /// @param parts the adverse first
  /// @param mean of scores from -1 to 1, where they have one
  public record Split(Text label, List<Part> parts, Optional<Mean> mean) implements Block {}

  /// @param leaning -1 adverse, 0 neither, 1 in favour
  public record Part(int leaning, long posts, Text figure) {}

  public record Mean(double value, double low, double high, Text figure) {}

  /// A share of each camp for each of several subjects: a small table of bars.
  ///
  /// @param legend how the cells are to be read
  /// @param camps the columns
  public record Grid(Text legend, List<CampName> camps, List<GridRow> rows) implements Block {}

  /// @param about what the row's subject is, in a sentence; may be empty
  /// @param aside how often it is spoken of in all
  /// @param cells one for each column
  public record GridRow(Text label, Text about, Text aside, List<Cell> cells) {}

  /// @param share empty where there are too few authors
  /// @param mood of the posts; may be empty
  /// @param quote what shows it best
  public record Cell(Optional<Share> share, Text figure, Text mood, Optional<Quote> quote) {}

  /// Two sides of a question, beside each other.
  public record Facing(Text left, List<Block> leftBlocks, Text right, List<Block> rightBlocks)
      implements Block {}

  /// What is shown on demand. A printer that cannot fold leaves it out.
  public record Fold(Text summary, List<Block> blocks) implements Block {}

  /// How many posts are for and against a target.
  public record Sides(String target, int favor, int against) {}

  /// A probability, from 0 to 1.
  public record Gauge(String label, double probability) implements Block {}

  /// Words of a post, as evidence.
  ///
  /// @param exact where they stand in the post
  /// @param words in quotation marks if they are the author's own
  /// @param side which side they take, or why they stand here; may be empty
  /// @param whole the post, with these words marked as found; empty where they are all of it
  /// @param notes that belong beside them
  public record Quote(
      Exact exact, Text words, Source source, Text side, Optional<Text> whole, List<String> notes)
      implements Block {}

  /// An exact stretch of a post.
  ///
  /// @param post id of it, as the source gives it
  /// @param start of the stretch in the text of the post, in UTF-16 units
  /// @param end exclusive
  /// @param text the stretch, unchanged
  public record Exact(String post, int start, int end, String text) {
    /// By which a report's claims name the quote.
    public String key() {
      return post + ":" + start + "-" + end;
    }
  }

  /// Who said something, and where.
  ///
  /// @param author name and role
  /// @param caution that the words are not somebody's own, if they are not
  /// @param id of the post
  /// @param url of the post
  public record Source(
      String author,
      Optional<String> caution,
      Optional<Instant> at,
      String id,
      Optional<String> url) {}

  /// A quote that speaks for one side of a question.
  ///
  /// @param side the camp that says it; or, on a claim, whether it is affirmed
  public record Voice(Speaker side, Quote quote) implements Block {}

  /// For whom or what a quote speaks.
  public sealed interface Speaker {}

  public record CampSide(CampName camp) implements Speaker {}

  public record ClaimSide(boolean affirms) implements Speaker {}

  /// A post that was found.
  ///
  /// @param words with those that matched marked
  /// @param camp title of its camp
  /// @param mood its label and score
  /// @param stances the sides that it takes
  /// @param remark on why it was found
  public record Hit(
      Text words, Source source, String camp, Text mood, List<Text> stances, Optional<Text> remark)
      implements Block {}

  /// A post that was judged wrongly.
  public record Mistake(String words, Text facts) implements Block {}

  /// How many posts have each value of something.
  public record Counts(String name, List<Count> counts) implements Block {}

  public record Count(Text value, long posts) {}

  /// @param headed whether the heads of the columns are shown also where space is short
  public record Table(boolean headed, List<Column> columns, List<List<Text>> rows)
      implements Block {}

  /// @param width of the widest text in it, for printers that cannot find out; what is wider is cut
  ///     there, but for the end of a row
  /// @param gap behind it
  public record Column(Text head, Align align, int width, int gap, boolean faint) {
    Column(String head, Align align, int width) {
      this(Text.of(head), align, width, 0, false);
    }
  }

  public enum Align {
    LEFT,
    RIGHT,
    /// What is left of the line, broken if it must be.
    FLOWING
  }
}
