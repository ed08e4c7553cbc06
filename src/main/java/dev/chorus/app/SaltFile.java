package dev.chorus.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The secret behind pseudonyms, in a file that only its owner can read.
public final class SaltFile {
  private static final int BYTES = 32;

  private SaltFile() {}

  /// @param forget whether a secret that is not there yet is made for this run only
  public static byte[] read(Path file, boolean forget) throws UserException {
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        if (!forget) write(file, fresh);
        return fresh;
      }
      byte[] salt = HexFormat.of().parseHex(Files.readString(file).strip());
      if (salt.length < BYTES / 2) {
        throw new UserException(file + " holds too short a secret; wanted 64 hexadecimal digits.");
      }
      return salt;
    } catch (IllegalArgumentException e) {
      throw new UserException(
          file
              + " holds no secret of Chorus's; wanted 64 hexadecimal digits. Name another --salt.");
    } catch (IOException e) {
      throw new UserException(file + " cannot be used as --salt: " + e.getMessage());
    }
  }

  private static void write(Path file, byte[] salt) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    FileAttribute<?>[] owner =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    // Whole or not at all, and never in the place of another.
    Path fresh = Files.createTempFile(folder, "salt", ".new", owner);
    Files.writeString(fresh, HexFormat.of().formatHex(salt) + "\n");
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      throw new IOException("another run made it just now; run the command again", e);
    } catch (UnsupportedOperationException e) {
      Files.move(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
