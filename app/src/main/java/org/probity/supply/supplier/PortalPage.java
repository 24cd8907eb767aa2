package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Task;
import org.probity.shapes.obligation.Obligation;

/** What a supplier owes and has met: the one list their contact works from. */
public record PortalPage(Supplier supplier, List<Obligation> obligations, List<PortalDuties.Line> duties, LocalDate today) implements Page {

    /** What the contact should do first. */
    public Optional<Obligation> first() {
        return obligations.stream()
                .filter(it -> it.waits(today))
                .min(Comparator.comparing(Obligation::dueDay).thenComparing(it -> it.state() != org.probity.shapes.obligation.State.SENT_BACK));
    }

    public long owed() {
        return obligations.stream().filter(it -> it.waits(today)).count() + duties.stream().filter(PortalDuties.Line::waits).count();
    }

    public long late() {
        return obligations.stream().filter(it -> it.late(today)).count() + duties.stream().filter(it -> it.late(today)).count();
    }

    public long met() {
        return obligations.stream().filter(it -> it.state() == org.probity.shapes.obligation.State.MET).count();
    }

    public List<Task> waiting(Screen s) {
        return Stream.concat(duties(s, true), tasks(s, obligations.stream().filter(it -> it.waits(today)).toList()).stream()).toList();
    }

    public List<Task> others(Screen s) {
        return Stream.concat(duties(s, false), tasks(s, obligations.stream().filter(it -> !it.waits(today)).toList()).stream()).toList();
    }

    private Stream<Task> duties(Screen s, boolean waiting) {
        return duties.stream().filter(it -> it.waits() == waiting)
                .map(it -> new Task(it.what().in(s), it.href(), it.more().in(s), s.time(it.dueDay()), it.state().apply(s)));
    }

    private List<Task> tasks(Screen s, List<Obligation> obligations) {
        return obligations.stream()
                .map(it -> new Task(s.t(it.kind()) + " " + it.period(), href(it), s.t(it.kind() + ".ask"),
                        it.validUntil() == null ? s.time(it.dueDay()) : Html.words(s.t("supplier.holds-until", it.validUntil())),
                        state(s, it)))
                .toList();
    }

    /** The room that asked answers under its own name. */
    public static String href(Obligation obligation) {
        return "/app/portal/" + obligation.kind().substring(0, obligation.kind().indexOf('.')) + "/" + obligation.id();
    }

    State state(Screen s, Obligation it) {
        return state(s, it, today);
    }

    /** How an obligation stands, in the words of both sides. */
    public static State state(Screen s, Obligation it, LocalDate today) {
        return switch (it.state()) {
            case OWED -> due(s, it, today);
            case SENT_BACK -> it.late(today) ? due(s, it, today) : State.warn(s.t("supplier.state.SENT_BACK"));
            case LAPSED -> it.waits(today) ? State.bad(s.t("supplier.state.LAPSED")) : State.none(s.t("supplier.state.LAPSED"));
            case SENT_IN -> State.note(s.t("supplier.state.SENT_IN"));
            case MET -> State.good(s.t("supplier.state.MET"));
            case WAIVED -> State.none(s.t("supplier.state.WAIVED"));
        };
    }

    private static State due(Screen s, Obligation it, LocalDate today) {
        var left = it.daysLeft(today);
        if (left < 0) {
            return State.bad(s.t("supplier.days-late", -left));
        }
        var words = left == 0 ? s.t("supplier.due-today") : s.t("supplier.days-left", left);
        return left <= 14 ? State.warn(words) : State.none(words);
    }
}
