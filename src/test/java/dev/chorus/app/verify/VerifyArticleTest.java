package dev.chorus.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.app.verify.Finding.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyArticleTest {
  @TempDir static Path folder;
  private static Reported reported;

  @BeforeAll
  static void index() throws Exception {
    reported = new Reported(folder);
  }

  private static List<Finding> passages(String name, String article) throws Exception {
    return reported.verified(name, article).findings().stream()
        .filter(f -> f.kind() != Kind.FIGURE_OF_ARTICLE)
        .toList();
  }

  @Test
  void tellsTrueFromChangedFromFalse() throws Exception {
    String article =
        """
        # A thing and its users

        “My kids love it and so do I, honestly a joy to use,” wrote one.
        Another: “They lied to me, read the small print before you buy”.

        A third is said to have said "the moon is made of green cheese".
        """;
    Verification verification = reported.verified("story.md", article);
    assertThat(verification.report()).isFalse();
    assertThat(verification.passed()).isFalse();
    assertThat(verification.findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.EXACT, Kind.DIFFERS, Kind.ABSENT);
    assertThat(verification.findings()).extracting(Finding::line).containsExactly(3, 4, 6);
    assertThat(verification.findings())
        .extracting(Finding::message)
        .containsExactly(
            "“My kids love it and so do I, honestly a joy to use,” is exact: @fan4, 5 Jan 2025,"
                + " fan-4",
            "“They lied to *me,* read the small print before you buy” differs from the post, which"
                + " has “They lied to *us,* read the small print before you buy”: @foe2, 3 Jan"
                + " 2025, foe-2",
            "“the moon is made of green cheese” is not in this index");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“my kids  love it and so\ndo I, honestly a joy to use”",
        "\"My kids love it and so do I, honestly a joy to use.\"",
        "«My kids love it … honestly a joy to use»",
        "„My kids love it and so do I, [...] a joy to use“",
        "»My kids love it [and so] do I, honestly a joy«",
        "He wrote ‘My kids love it and so do I’ today.",
        "> My kids love it and so do I,\n> honestly a joy to use\n>\n> — somebody",
        "“My **kids** love it and [so do I](https://example.com), honestly a joy to use",
        "“Ｍｙ kids love it and so do I”",
        "‚My kids love it and so do I‘"
      })
  void readsQuotesAsEditorsWriteThem(String article) throws Exception {
    assertThat(passages("story.txt", article))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.EXACT))
        .satisfies(f -> assertThat(f.key()).isEqualTo("fan-4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“honestly a joy … My kids love it and so do I”",
        "“My kids love it and so do”, as if that were all: “My kid loves it and so do”",
        "“kids love it and so do I, honestly a joy to use and more”"
      })
  void takesNoOtherOrderAndNoOtherWords(String article) throws Exception {
    assertThat(passages("story.txt", article)).extracting(Finding::kind).contains(Kind.DIFFERS);
  }

  @Test
  void readsHtml() throws Exception {
    String article =
        """
        <!doctype html><html><body><h1>A thing</h1>
        <script>var x = "My kids love it and so do I";</script>
        <p>He said: <q>Support hung up on me, what a shame</q> and left.</p>
        <blockquote><p>It stinks, and I will not buy it</p></blockquote>
        <p>She said: &ldquo;Returned mine today, <em>loud</em>, slow and full of errors&rdquo;.</p>
        </body></html>
        """;
    assertThat(passages("story.html", article))
        .extracting(Finding::kind)
        .containsExactly(Kind.EXACT, Kind.ABSENT, Kind.EXACT);
    assertThat(passages("story.html", article)).extracting(Finding::line).containsExactly(3, 4, 5);
  }

  @Test
  void leavesShortQuotesAndApostrophesAlone() throws Exception {
    Verification verification =
        reported.verified(
            "story.txt",
            "It's the \"thing\" that the users' kids' friends 'like so much', “he said”.");
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.passed()).isTrue();
    assertThat(verification.checked()).startsWith("0 passages of 4 words or more");
  }

  @Test
  void listsFiguresThatNothingClaims() throws Exception {
    Verification verification =
        reported.verified(
            "story.txt",
            "On 27 January 2025 about 60% of 1,200 users left at 10:30, “Complaint number 7 is"
                + " mine”.");
    assertThat(verification.findings().stream().filter(f -> f.kind() == Kind.FIGURE_OF_ARTICLE))
        .extracting(Finding::message)
        .containsExactly(
            "figure not checked, as an article does not say what it is of: “On 27 January 2025"
                + " about 60% of 1,200 users left at”",
            "figure not checked, as an article does not say what it is of: “27 January 2025 about"
                + " 60% of 1,200 users left at 10:30,”");
  }

  /// Of posts with the same words the first is named.
  @Test
  void namesTheFirstOfCopies() throws Exception {
    assertThat(passages("story.txt", "“Stop everything and share this now: the thing is a fraud”"))
        .extracting(Finding::key)
        .containsExactly("flood-0");
  }
}
