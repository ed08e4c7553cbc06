package dev.chorus.app.verify;

import dev.chorus.app.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the text of a file that is to be checked.
final class CheckedText {
  /// Reports of a million posts have a tenth of it.
  static final int MOST_MEGABYTES = 50;

  private CheckedText() {}

  /// @throws UserException if it is no text, or too long
  static String read(Path file) throws UserException {
    if (Files.isDirectory(file)) {
      throw new UserException(file + " is a folder. Name the file of a report or an article.");
    }
    if (!Files.exists(file)) throw new UserException("There is no file " + file + ".");
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_MEGABYTES * 1_000_000 + 1);
    } catch (IOException e) {
      throw new UserException(file + " cannot be read: " + e.getMessage());
    }
    if (bytes.length > MOST_MEGABYTES * 1_000_000) {
      throw new UserException(
          file
              + " is larger than "
              + MOST_MEGABYTES
              + " MB, which is the most that is checked. Reports and articles are smaller.");
    }
    String text = decoded(bytes, file);
    if (text.isBlank()) throw new UserException(file + " is empty.");
    return text;
  }

  private static String decoded(byte[] bytes, Path file) throws UserException {
    Charset charset = StandardCharsets.UTF_8;
    if (startsWith(bytes, 0xFF, 0xFE)) charset = StandardCharsets.UTF_16LE;
    if (startsWith(bytes, 0xFE, 0xFF)) charset = StandardCharsets.UTF_16BE;
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.startsWith("\uFEFF")) text = text.substring(1);
      if (text.indexOf('\0') < 0) return text.replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      // Said below.
    }
    throw new UserException(
        file + " is no text in UTF-8. Save a report or an article as HTML, Markdown or text.");
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
