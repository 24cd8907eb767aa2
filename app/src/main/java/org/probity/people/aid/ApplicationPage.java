package org.probity.people.aid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;
import org.probity.people.aid.Deciding.Signature;
import org.probity.people.aid.Deciding.Voice;
import org.probity.shapes.evidence.Evidence;

/**
 * One application: for whoever asked, and for members of the committee who are not concerned by it.
 *
 * @param due what the table gives, fen
 * @param spoke whether the reader has spoken, or signed
 * @param hours of the time that is left, rounded up; nothing where it is over or not urgent
 */
public record ApplicationPage(Application it, boolean own, boolean decides, List<Evidence.Item> papers, List<Voice> voices, List<Signature> signatures, long due, long most, boolean spoke, boolean signed,
        long hours, Instant now, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/aid/applications/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<State> tags(Screen s) {
        return List.of(AidPage.state(s, it).asTag());
    }

    public List<Link> files() {
        return papers.stream().map(file -> new Link(file.name(), path() + "/files/" + file.id())).toList();
    }

    public boolean takesBack() {
        return own && it.open() && it.urgentAt() == null;
    }

    public boolean brings() {
        return own && it.open();
    }

    public boolean speaks() {
        return decides && it.open() && !spoke;
    }

    public boolean signs() {
        return decides && it.open() && it.dueAt() != null && it.urgentAt() == null && !signed;
    }

    /** What the first signature said, or what may be let out at most. */
    public String amount() {
        return of("amount").isEmpty() ? Fund.yuan(signatures.isEmpty() ? most : signatures.getFirst().amount()).toPlainString() : of("amount");
    }

    public String clock(Screen s) {
        if (it.dueAt() == null) {
            return "";
        }
        if (it.urgentAt() != null) {
            return s.t(it.inTime() ? "aid.helped-in-time" : "aid.helped-late");
        }
        return now.isAfter(it.dueAt()) ? s.t("aid.clock-over") : s.t("aid.clock", hours);
    }

    public Mark clockMark() {
        return it.urgentAt() != null ? it.inTime() ? Mark.GOOD : Mark.WARN : now.isAfter(it.dueAt()) ? Mark.BAD : Mark.WARN;
    }

    private static String name(Screen s, String en, String zh) {
        return s.lang() == Lang.ZH ? zh : en;
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        if (!own) {
            facts.add(new Fact(s.t("aid.person"), it.person(s.lang())));
        }
        facts.add(new Fact(s.t("aid.ground"), s.t("aid.ground." + it.ground())));
        facts.add(new Fact(s.t("aid.event"), s.time(it.eventDay())));
        if (it.ownCost() != null && it.dependants() != null) {
            facts.add(new Fact(s.t("aid.own-cost-said"), AidPage.yuan(s, it.ownCost())));
            facts.add(new Fact(s.t("aid.dependants"), s.number(it.dependants())));
            facts.add(new Fact(s.t("aid.table-gives"), AidPage.yuan(s, due)));
        }
        if (it.amount() != null && "AGREED".equals(it.outcome())) {
            facts.add(new Fact(s.t("aid.given-now"), AidPage.yuan(s, it.amount())));
        }
        return facts;
    }

    public List<Event> events(Screen s) {
        var events = new ArrayList<Event>();
        events.add(new Event(Mark.NONE, s.t("aid.step.applied"), "", s.instant(it.appliedAt())));
        for (var one : signatures) {
            events.add(new Event(Mark.NONE, s.t("aid.step.signed", one.no()), own ? AidPage.yuan(s, one.amount()) : AidPage.yuan(s, one.amount()) + " · " + name(s, one.nameEn(), one.nameZh()), s.instant(one.signedAt())));
        }
        if (it.decidedAt() != null) {
            events.add(new Event("AGREED".equals(it.outcome()) ? Mark.GOOD : Mark.BAD, s.t("aid.state." + it.outcome()), "", s.instant(it.decidedAt())));
        }
        if (it.withdrawnAt() != null) {
            events.add(new Event(Mark.NONE, s.t("aid.state.WITHDRAWN"), "", s.instant(it.withdrawnAt())));
        }
        return events;
    }

    /** What each said, for the committee; whoever asked reads the reasons of a no, and of whom they are not. */
    public Table<Voice> said(Screen s) {
        var table = Table.of(s, own ? voices.stream().filter(one -> one.word().equals("NO")).toList() : voices).caption(s.t("aid.voices"));
        if (!own) {
            table.head("aid.member", one -> name(s, one.nameEn(), one.nameZh()));
        }
        return table.state("aid.voice", one -> one.word().equals("YES") ? State.good(s.t("aid.voice.YES")) : State.bad(s.t("aid.voice.NO"))).text("aid.reason", Voice::reason);
    }

    public boolean tells() {
        return !own && !voices.isEmpty() || own && "REFUSED".equals(it.outcome());
    }
}
