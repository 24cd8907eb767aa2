package org.probity.people.labour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;

/** One incident, for those who handle it. */
public record IncidentPage(
        Incidents.Incident incident, List<Incidents.Step> steps, List<Incidents.Concerned> concerned, List<UUID> handlers, Map<UUID, String> names, UUID me, Map<String, String> typed,
        List<Reason> reasons) implements Page {
    public String path() {
        return "/app/labour/incidents/" + incident.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Who did the last thing does not close it. */
    public List<Option> next(Screen s) {
        return Incidents.after(incident.state()).stream().filter(it -> it != Incidents.State.CLOSED || !incident.by().equals(me))
                .map(it -> new Option(it.name(), s.t("labour.incident." + it))).toList();
    }

    public boolean waitsForAnother() {
        return Incidents.after(incident.state()).contains(Incidents.State.CLOSED) && incident.by().equals(me);
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("labour.ground"), s.t("labour.ground." + incident.ground())));
        facts.add(new Fact(s.t("labour.source"), s.t("labour.source." + incident.source())));
        facts.add(new Fact(s.t("labour.happened"), s.time(incident.happenedOn())));
        concerned.forEach(it -> facts.add(new Fact(s.t(it.part().equals("AFFECTED") ? "labour.affected" : "labour.accused"), LabourWords.in(s.lang(), it.nameEn(), it.nameZh()) + " · " + it.number())));
        handlers.forEach(it -> facts.add(new Fact(s.t("labour.handler"), names.getOrDefault(it, "–"))));
        return facts;
    }

    public List<Event> timeline(Screen s) {
        return steps.stream().map(it -> new Event(it.state() == Incidents.State.CLOSED ? Mark.GOOD : it.state() == Incidents.State.CONFIRMED ? Mark.BAD : Mark.NOTE,
                s.t("labour.incident." + it.state()), it.words(), s.instant(it.at()) + " · " + names.getOrDefault(it.by(), "–"))).toList();
    }
}
