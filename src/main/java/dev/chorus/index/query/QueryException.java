package dev.chorus.index.query;

/// A search that cannot be understood.
public final class QueryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int column;

  /// @param column where in the query, from 0; -1 if unknown
  public QueryException(String message, int column) {
    super(message);
    this.column = column;
  }

  /// Where in the query the trouble is, in UTF-16 units from 0; -1 if unknown.
  public int column() {
    return column;
  }
}
