package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Task;
import org.probity.shapes.obligation.Obligation;
import org.probity.supply.supplier.Owing.Owed;
import org.probity.supply.supplier.Owing.Turn;

/** What a supplier owes and has met, whichever room asks: the one list their contacts work from. */
public record PortalPage(Supplier supplier, List<Owed> owed, List<PortalPlace> places, LocalDate today) implements Page {

    /** What the contact should do first: what is due first, and of that what came back. */
    public Optional<Owed> first() {
        return turn(Turn.YOURS, Turn.AGAIN).stream().findFirst();
    }

    public long waiting() {
        return owed.stream().filter(Owed::waits).count();
    }

    public long late() {
        return owed.stream().filter(it -> it.late(today)).count();
    }

    public long met() {
        return owed.stream().filter(it -> it.turn() == Turn.DONE).count();
    }

    private List<Owed> turn(Turn... turns) {
        return owed.stream()
                .filter(it -> List.of(turns).contains(it.turn()))
                .sorted(Comparator.comparing((Owed it) -> it.due().orElse(LocalDate.MAX)).thenComparing(it -> it.turn() != Turn.AGAIN)).toList();
    }

    public List<Task> yours(Screen s) {
        return tasks(s, turn(Turn.YOURS, Turn.AGAIN));
    }

    public List<Task> ours(Screen s) {
        return tasks(s, turn(Turn.OURS));
    }

    public List<Task> done(Screen s) {
        return tasks(s, turn(Turn.DONE));
    }

    private static List<Task> tasks(Screen s, List<Owed> owed) {
        return owed.stream()
                .map(it -> new Task(it.what().in(s), it.href(), it.begun() ? s.t("supplier.begun") : it.ask().in(s),
                        it.turn() == Turn.DONE ? it.until().map(day -> Html.words(s.t("supplier.holds-until", day))).orElse(Html.words(""))
                                : it.due().map(s::time).orElse(Html.words("")),
                        it.state().in(s)))
                .toList();
    }

    /** The room that asked answers under its own name. */
    public static String href(Obligation obligation) {
        return "/app/portal/" + obligation.kind().substring(0, obligation.kind().indexOf('.')) + "/" + obligation.id();
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
