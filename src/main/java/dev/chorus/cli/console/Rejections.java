package dev.chorus.cli.console;

import dev.chorus.source.format.Place;
import java.util.Locale;

/// Tells the user which records were left out and what a file lacks, without drowning the rest in a
/// bad file.
public final class Rejections {
  private static final int MOST_IN_A_FILE = 20;

  private final Io io;
  private int inFile;
  private int remarksInFile;

  public Rejections(Io io) {
    this.io = io;
  }

  public void report(Place at, String reason) {
    inFile++;
    if (inFile <= MOST_IN_A_FILE) io.say(at + ": " + reason + " The record was left out.");
  }

  public void remark(Place at, String text) {
    remarksInFile++;
    if (remarksInFile <= MOST_IN_A_FILE) io.say(at + ": " + text);
  }

  /// One of several files is through.
  public void endOfPart(Place at, long posts, long rejected) {
    endOfFile();
    String read = String.format(Locale.ENGLISH, "%,d %s", posts, posts == 1 ? "post" : "posts");
    String left = rejected == 0 ? "" : String.format(Locale.ENGLISH, ", %,d left out", rejected);
    io.say(at + ": " + read + left);
  }

  public void endOfFile() {
    if (inFile > MOST_IN_A_FILE) {
      io.say("… and " + (inFile - MOST_IN_A_FILE) + " more records of this file were left out.");
    }
    if (remarksInFile > MOST_IN_A_FILE) {
      io.say("… and " + (remarksInFile - MOST_IN_A_FILE) + " more remarks on this file.");
    }
    inFile = 0;
    remarksInFile = 0;
  }
}
