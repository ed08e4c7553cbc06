package dev.chorus.render;

import dev.chorus.render.Outline.Section;
import dev.chorus.report.CampsReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When the posts that count were posted, and when camps became larger.
final class TimelineSection {
  private TimelineSection() {}

  static Optional<Section> of(CampsReport report, CampNames names) {
    return report.course().filter(c -> c.posts().size() > 1).map(c -> of(report, c, names));
  }

  private static Section of(CampsReport report, CampsReport.Course course, CampNames names) {
    boolean days = course.stretch().toDays() > 0;
    Instant last = course.start().plus(course.stretch().multipliedBy(course.posts().size() - 1));
    boolean years =
        course.start().atZone(ZoneOffset.UTC).getYear() != last.atZone(ZoneOffset.UTC).getYear();
    List<Outline.Tick> ticks = new ArrayList<>();
    for (int i = 0; i < course.posts().size(); i++) {
      Instant at = course.start().plus(course.stretch().multipliedBy(i));
      String name =
          days
              ? (years ? Phrases.date(at) : Phrases.day(at.atZone(ZoneOffset.UTC).toLocalDate()))
              : Phrases.hour(at);
      ticks.add(new Outline.Tick(name, course.posts().get(i)));
    }
    List<Outline.Mark> marks = new ArrayList<>();
    for (CampsReport.CampSummary camp : report.camps()) {
      for (CampsReport.Change change : camp.changes()) {
        if (change.after() <= change.before()) continue;
        long tick = Duration.between(course.start(), change.at()).dividedBy(course.stretch());
        marks.add(
            new Outline.Mark(
                (int) tick,
                Text.of(names.title(camp.id()) + ": ").plus(CampSection.rise(camp.id(), change))));
      }
    }
    marks.sort(Comparator.comparingInt(Outline.Mark::tick));
    return Section.of(
            new Outline.Timeline(
                Text.of("Posts that count, by " + (days ? "day" : "hour") + " (UTC)"),
                ticks,
                marks))
        .named("timeline");
  }
}
