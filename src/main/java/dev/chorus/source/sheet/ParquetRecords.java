package dev.chorus.source.sheet;

import dev.chorus.source.format.FieldException;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The rows of a Parquet file as records of JSON values, see [ParquetValue].
public final class ParquetRecords implements AutoCloseable {
  /// Ways of packing that hardly a file uses, each of which would need a library of its own.
  private static final Set<CompressionCodec> UNKNOWN =
      Set.of(CompressionCodec.BROTLI, CompressionCodec.LZO);

  /// The library tells how it works on the terminal. Held, as a logger that nobody holds forgets.
  private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

  static {
    LIBRARY.setLevel(Level.OFF);
  }

  private final ParquetFileReader file;
  private final RowReader rows;
  private final long said;
  private long taken;

  private ParquetRecords(ParquetFileReader file, RowReader rows) {
    this.file = file;
    this.rows = rows;
    this.said = file.getFileMetaData().numRows();
  }

  /// Opens a file.
  ///
  /// @throws FieldException if its columns are packed in a way that Chorus cannot unpack; the
  ///     message fits behind the name of the file
  /// @throws IOException if it is damaged or cut off
  public static ParquetRecords open(Path path) throws IOException, FieldException {
    ParquetFileReader file = opened(path);
    boolean good = false;
    try {
      refuseUnknownPacking(file);
      if (file.getFileSchema().getColumnCount() == 0) {
        throw new IllegalStateException("it has no columns");
      }
      ParquetRecords records = new ParquetRecords(file, file.rowReader());
      good = true;
      return records;
    } catch (RuntimeException e) {
      throw damaged("", e);
    } finally {
      if (!good) file.close();
    }
  }

  private static ParquetFileReader opened(Path path) throws IOException {
    try {
      return ParquetFileReader.open(new BoundedFile(InputFile.of(path)));
    } catch (IOException | RuntimeException e) {
      throw damaged("", e);
    }
  }

  private static void refuseUnknownPacking(ParquetFileReader file) throws FieldException {
    for (RowGroup group : file.getFileMetaData().rowGroups()) {
      for (ColumnChunk column : group.columns()) {
        CompressionCodec codec = column.metaData().codec();
        if (UNKNOWN.contains(codec)) {
          throw new FieldException(
              "is a Parquet file packed with "
                  + codec
                  + ", which Chorus cannot unpack; write it with zstd or snappy, or as JSON Lines");
        }
      }
    }
  }

  private static IOException damaged(String where, Exception e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new IOException(
        "as a Parquet file it is damaged or cut off" + where + " (" + why + ")", e);
  }

  /// The next row by column, without the cells that have no value; empty at the end.
  ///
  /// @throws IOException if the file cannot be read any further; the rows before are right
  public Optional<Map<String, Object>> next() throws IOException {
    try {
      if (!rows.hasNext()) {
        if (taken == said) return Optional.empty();
        throw new IllegalStateException("it says that it has " + said + " rows");
      }
      if (taken == said) throw new IllegalStateException("more rows come than it says");
      rows.next();
      Map<String, Object> record = ParquetValue.record(rows);
      taken++;
      return Optional.of(record);
    } catch (RuntimeException e) {
      throw damaged(String.format(Locale.ENGLISH, " behind row %,d", taken), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
      file.close();
    } catch (RuntimeException e) {
      throw damaged("", e);
    }
  }
}
