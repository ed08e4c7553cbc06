package dev.chorus.report;

import dev.chorus.index.column.PostColumns;
import java.util.Arrays;

/// The rows of each author that react to the event, earliest first.
final class AuthorRows {
  private final int[] begins;
  private final int[] rows;

  AuthorRows(PostColumns posts) {
    begins = new int[posts.authors() + 1];
    int[] reacting = Arrays.stream(posts.earliestFirst()).filter(posts::reacts).toArray();
    for (int row : reacting) begins[posts.author(row) + 1]++;
    for (int author = 0; author < posts.authors(); author++) begins[author + 1] += begins[author];
    rows = new int[reacting.length];
    int[] next = begins.clone();
    for (int row : reacting) rows[next[posts.author(row)]++] = row;
  }

  int[] of(int author) {
    return Arrays.copyOfRange(rows, begins[author], begins[author + 1]);
  }
}
