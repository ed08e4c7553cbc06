package dev.chorus.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.post.Post;
import org.junit.jupiter.api.Test;

class FakeAnalyzerTest extends AnalyzerContract {
  private final Analyzer analyzer = new FakeAnalyzer(SUBJECT);

  @Override
  protected Analyzer analyzer() {
    return analyzer;
  }

  @Test
  void judgesByItsRules() {
    Reaction late = analyzer.analyze(Post.of("1", "The ferry was late, I hate it"));
    assertThat(late.stanceOn("Seaways").orElseThrow().side()).isEqualTo(Side.AGAINST);
    assertThat(late.issues()).extracting(Reaction.Spoken::id).containsExactly("delays");
    assertThat(late.reacts()).isTrue();
    Reaction other = analyzer.analyze(Post.of("2", "I hate it when bread is dense and sour"));
    assertThat(other.reacts()).isFalse();
    assertThat(other.stances()).isEmpty();
  }

  @Test
  void textsWithTheSameWordsAreAlike() {
    Vector one = vector("the ferry was late today");
    assertThat(one.cosine(vector("today the ferry was late")))
        .isGreaterThan(one.cosine(vector("rye bread with a dark crust")));
  }

  private Vector vector(String text) {
    return analyzer.analyze(Post.of("v", text)).vector().orElseThrow();
  }
}
