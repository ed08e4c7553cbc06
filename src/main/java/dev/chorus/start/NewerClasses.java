package dev.chorus.start;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassTransform;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes the classes of a jar in a newer form of class file. Picocli's are in that of Java 5,
/// which the JVM keeps in no cache for a fast start: it cannot verify them ahead of time. Those of
/// a newer form have maps of the stack for that.
final class NewerClasses {
  private NewerClasses() {}

  /// @param args the jar, and where the new one goes
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Path.of(args[1]));
  }

  /// Everything but classes is left out, and so is what is for one version of Java alone.
  static void write(Path jar, Path to) throws IOException {
    try (FileSystem from = FileSystems.newFileSystem(jar);
        FileSystem into = FileSystems.newFileSystem(to, Map.of("create", "true"));
        Stream<Path> files = Files.walk(from.getPath("/"))) {
      List<Path> classes =
          files
              .filter(file -> file.toString().endsWith(".class") && !file.toString().contains("-"))
              .toList();
      for (Path file : classes) {
        Path target = into.getPath(file.toString());
        Files.createDirectories(target.getParent());
        Files.write(target, newer(Files.readAllBytes(file)));
      }
    }
  }

  private static byte[] newer(byte[] old) {
    ClassFile files = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
    // Methods are written anew, though nothing in them changes: only so do they get their maps.
    ClassTransform methods =
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
    ClassTransform version =
        (type, element) -> {
          if (element instanceof ClassFileVersion) type.withVersion(ClassFile.JAVA_8_VERSION, 0);
          else type.with(element);
        };
    return files.transformClass(files.parse(old), methods.andThen(version));
  }
}
