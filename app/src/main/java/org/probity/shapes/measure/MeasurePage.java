package org.probity.shapes.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;

/** One measure: its owner says that it is done, those who lead its subject see that it is, and publish what came of it. */
public record MeasurePage(
        Measure it, Optional<MeasureKind.About> about, List<Measure.Step> steps, Map<UUID, String> names, UUID reader, LocalDate today, Map<String, String> typed, List<Reason> reasons)
        implements Page {
    public MeasurePage {
        steps = List.copyOf(steps);
    }

    public String path() {
        return "/app/measures/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public State tag(Screen s) {
        return MeasuresPiece.state(s, it, today).asTag();
    }

    public boolean owns() {
        return it.owner().equals(reader);
    }

    public boolean leads() {
        return about.filter(MeasureKind.About::leads).isPresent();
    }

    public boolean sees() {
        return leads() && it.state() == Measure.State.DONE && !owns() && !it.by().equals(reader);
    }

    /** What the reader said is done waits for another. */
    public boolean waits() {
        return it.state() == Measure.State.DONE && !sees() && (owns() || leads());
    }

    public boolean publishes() {
        return leads() && !it.open();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        about.ifPresent(of -> facts.add(new Fact(s.t("measure.about"), new Link(of.title(s.lang()), of.href()))));
        facts.add(new Fact(s.t("measure.owner"), names.getOrDefault(it.owner(), "–")));
        facts.add(new Fact(s.t("measure.due"), s.time(it.dueDay())));
        facts.add(new Fact(s.t("measure.promised-by"), names.getOrDefault(it.promisedBy(), "–")));
        if (it.seenDay() != null) {
            facts.add(new Fact(s.t("measure.in-time"), s.t(it.inTime() ? "measure.was-in-time" : "measure.was-late")));
        }
        return facts;
    }

    public List<Event> events(Screen s) {
        return steps.stream().map(step -> new Event(mark(step.state()), s.t("measure.step." + step.state()), step.words(), s.instant(step.at()) + " · " + names.getOrDefault(step.by(), "–"))).toList();
    }

    private static Mark mark(Measure.State state) {
        return switch (state) {
            case PROMISED, DROPPED -> Mark.NONE;
            case DONE -> Mark.NOTE;
            case RETURNED -> Mark.WARN;
            case SEEN -> Mark.GOOD;
        };
    }

    public List<Link> files() {
        return steps.stream().flatMap(step -> step.files().stream()).map(file -> new Link(file.name(), path() + "/files/" + file.id())).toList();
    }

    public gg.jte.Content kind(Screen s) {
        return Html.words(s.t(it.kind()));
    }
}
