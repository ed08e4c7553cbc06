package dev.chorus.app.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.app.UserException;
import dev.chorus.source.LabelledReader.Labelled;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetGroupsTest {
  @TempDir Path folder;

  private List<Labelled> file(String... fields) throws Exception {
    String[] lines = new String[fields.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = ("{'id':'" + i + "','text':'t" + i + "'," + fields[i] + "}").replace('\'', '"');
    }
    return Gold.rows(folder, lines);
  }

  private static Map<Optional<String>, String> groups(List<List<Labelled>> files) throws Exception {
    return TargetGroups.of(files, Gold.event()).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e ->
                    e.getValue().stream()
                        .map(r -> r.post().id() + r.label("stance").get())
                        .collect(Collectors.joining(" "))));
  }

  @Test
  void filesAboutOneTargetAreLearnedTogether() throws Exception {
    assertThat(
            groups(
                List.of(
                    file("'stance':'favor'", "'stance':'none'"),
                    file("'stance':'against','target':'Ferry'"),
                    file("'stance':'against','target':'Harbour Bridge'"),
                    file("'stance':'favor','target':'Ferry'", "'stance':'none','target':'Tram'"),
                    file("'stance':'none','target':'Ferry'", "'stance':'none','target':'Owl'"))))
        .isEqualTo(
            Map.of(
                Optional.of("Harbour Bridge"), "0favor 1none 0against",
                Optional.of("Ferry"), "0against",
                Optional.empty(), "0favor 1none 0none 1none"));
  }

  @Test
  void aRecordCountsOnceForEachOfItsSides() throws Exception {
    assertThat(groups(List.of(file("'sides':{'Ferry':'favor','Tram':'against'}"))))
        .isEqualTo(Map.of(Optional.empty(), "0favor 0against"));
    // With a stance of its own it has one side.
    assertThat(groups(List.of(file("'sides':{'Ferry':'favor','Tram':'against'},'stance':'none'"))))
        .isEqualTo(Map.of(Optional.of("Harbour Bridge"), "0none"));
  }

  @Test
  void refusesAFileOfWhichSomeRecordsNameTheirTarget() {
    assertThatThrownBy(
            () -> groups(List.of(file("'stance':'favor'", "'stance':'favor','target':'Ferry'"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("wanted one on all of them or on none.");
  }
}
