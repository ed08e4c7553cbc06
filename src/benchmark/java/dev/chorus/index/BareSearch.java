package dev.chorus.index;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

/// The least that a search can be: opens an index, reads a query in Lucene's classic syntax, prints
/// ids and texts of the best ten. No counts, no marks, no camps, no ties by id. The yardstick of
/// [OneShotBenchmark], so it uses nothing of Chorus but the names of two fields.
final class BareSearch {
  private BareSearch() {}

  /// @param args folder of an index, then queries: one, but for a rehearsal
  public static void main(String[] args) throws IOException, ParseException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (int i = 1; i < args.length; i++) search(Path.of(args[0]), args[i], out);
    out.flush();
  }

  private static void search(Path folder, String query, PrintStream out)
      throws IOException, ParseException {
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      QueryParser parser = new QueryParser("text", new StandardAnalyzer());
      for (ScoreDoc hit : searcher.search(parser.parse(query), 10).scoreDocs) {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
        SortedDocValues ids = leaf.reader().getSortedDocValues("id");
        if (!ids.advanceExact(hit.doc - leaf.docBase)) throw new IOException("no id");
        out.println(ids.lookupOrd(ids.ordValue()).utf8ToString());
        out.println(searcher.storedFields().document(hit.doc).get("text"));
      }
    }
  }
}
