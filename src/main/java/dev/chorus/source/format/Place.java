package dev.chorus.source.format;

/// Where in the input something stands.
///
/// @param file name as the user gave it, `-` for standard input; for a file in an archive with `!`
///     and its name there behind
/// @param line first line of the record, counted from 1; 0 for the file as a whole
public record Place(String file, long line) {
  @Override
  public String toString() {
    return line == 0 ? shown(file) : shown(file) + ":" + line;
  }

  /// The name of the file in messages.
  public static String shown(String file) {
    return file.equals("-") || file.startsWith("-!") ? "standard input" + file.substring(1) : file;
  }
}
