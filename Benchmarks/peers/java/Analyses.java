import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Ways from text to terms, all with Lucene's StandardTokenizer: fold, ascii, keep. */
final class Analyses {
  private Analyses() {}

  static Analyzer named(String name) throws IOException {
    char[] table = FoldingFilter.readTable(Path.of(System.getProperty("folding")));
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokens = new StandardTokenizer();
        return new TokenStreamComponents(tokens, filtered(name, tokens, table));
      }
    };
  }

  private static TokenStream filtered(String name, TokenStream tokens, char[] table) {
    switch (name) {
      case "fold":
        return new FoldingFilter(tokens, table);
      case "ascii":
        return new ASCIIFoldingFilter(new LowerCaseFilter(tokens));
      case "keep":
        return new LowerCaseFilter(tokens);
      default:
        throw new IllegalArgumentException("no analysis named " + name);
    }
  }
}
