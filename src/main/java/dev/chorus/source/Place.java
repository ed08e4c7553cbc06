package dev.chorus.source;

/// Where in the input something stands.
///
/// @param file name as the user gave it, `-` for standard input
/// @param line first line of the record, counted from 1
public record Place(String file, long line) {
  @Override
  public String toString() {
    return (file.equals("-") ? "standard input" : file) + ":" + line;
  }
}
