package dev.chorus.report.quote;

/// What an editor would object to in a quote.
///
/// The weights were set by reading the quotes of four corpora. Some faults rule a passage out by
/// themselves; of the others two or three do.
public enum Fault {
  /// Others have written or spread these words.
  REPOST(1),
  /// One part of several, such as `3/`.
  THREAD_PART(1),
  /// Wants to sell something or to be followed.
  ADVERTISEMENT(1),
  /// Written by a program that says so, or in the stock phrases of one.
  MACHINE(1),
  /// The name of an article, with a link to it.
  HEADLINE(1),
  /// The words of somebody else, whom the author answers.
  SOMEBODY_ELSE(1),
  /// Apostrophes were lost on the way: `you can t`.
  LOST_SIGNS(1),
  /// Markup of a page, or what is left of it.
  MARKUP(1),
  /// Ends, or begins, within a sentence.
  CUT(1),
  /// Points of a list, or half of a bracket.
  TORN(1),
  /// Tags, handles, capitals, emoji or figures outweigh the words.
  NOISE(1),
  TOO_SHORT(1),
  /// Nothing that it names tells what it speaks of.
  NAMES_NOTHING(1),
  /// Begins with a word that points to what is not seen.
  POINTS_BACK(1),
  /// Speaks of a picture, an article or another post that is not seen.
  POINTS_ELSEWHERE(1),
  /// A second sentence that says what the first one has said.
  REPEATS_TITLE(1),
  /// Takes the other side than the camp.
  OTHER_SIDE(1),
  /// Not in the language of the models, at least in part.
  FOREIGN(1),

  /// A sentence goes over into the next without a stop.
  RUN_ON(0.35),
  /// Speaks of persons or things before it names any.
  POINTS_TO_UNNAMED(0.35),
  /// Names something of the debate, but not what the event is about.
  NAMES_ANOTHER(0.3),
  /// Names somebody or something, but nothing of the debate.
  NAMES_A_STRANGER(0.4),
  /// Does not show the side of its camp.
  NO_SIDE(0.4),
  /// Has none of the words that hint at its camp, issue or claim.
  NO_CUE(0.2),
  /// Answers somebody.
  ANSWER(0.15),
  /// Talks to somebody who is not seen.
  ADDRESSES(0.25),
  QUESTION(0.2),
  PROFANE(0.3),
  SPARSE(0.2),
  /// Some tags, emoji or capitals.
  BUSY(0.12),
  LINK_INSIDE(0.6),
  NO_STOP(0.06),
  SMALL_LETTER(0.06),
  LONG(0.06),
  /// The post says more.
  PART(0.1),
  /// Begins with a title or the name of a source, and a colon.
  TITLED(0.2),
  /// Its first words are a shout, such as `What?`
  INTERJECTION(0.25);

  private final double weight;

  Fault(double weight) {
    this.weight = weight;
  }

  /// What it takes from the worth of a passage, from 0 to 1.
  public double weight() {
    return weight;
  }
}
