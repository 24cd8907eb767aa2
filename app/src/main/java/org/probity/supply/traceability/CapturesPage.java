package org.probity.supply.traceability;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;

/**
 * Files of events that came, and a form to send one.
 *
 * @param sends whether whoever looks may send
 */
public record CapturesPage(List<Capture> captures, Query query, long all, boolean sends, String path, List<Reason> reasons) implements Page {
    public Table<Capture> table(Screen s) {
        return Table.of(s, captures)
                .caption(s.t("traceability.captures"))
                .head("traceability.capture-no", it -> new Link(s.t("traceability.capture-of", it.no()), path + "/" + it.id()))
                .text("traceability.file", Capture::file)
                .text("traceability.sent", it -> s.time(it.sentAt()))
                .number("traceability.events", it -> it.done().map(Capture.Done::events))
                .number("traceability.taken", it -> it.done().map(Capture.Done::taken))
                .number("traceability.duplicates", it -> it.done().map(Capture.Done::duplicates))
                .number("traceability.refused", it -> it.done().map(Capture.Done::refused))
                .state("traceability.state", it -> state(it, s))
                .paged(query, all);
    }

    static State state(Capture it, Screen s) {
        return it.done().map(done -> switch (done.outcome()) {
            case TAKEN -> done.refused() > 0 ? State.warn(s.t("traceability.taken-in-part")) : State.good(s.t("traceability.was-taken"));
            case REFUSED -> State.bad(s.t("traceability.was-refused"));
        }).orElseGet(() -> State.note(s.t("traceability.being-read")));
    }

    public List<Option> forms(Screen s) {
        return List.of(new Option(Form.EPCIS.name(), s.t("traceability.form.EPCIS"), s.t("traceability.form.EPCIS.hint")),
                new Option(Form.TABLE.name(), s.t("traceability.form.TABLE"), s.t("traceability.form.TABLE.hint")));
    }

    public List<Option> faulty(Screen s) {
        return List.of(new Option(Faulty.REFUSE_ALL.name(), s.t("traceability.faulty.REFUSE_ALL"), s.t("traceability.faulty.REFUSE_ALL.hint")),
                new Option(Faulty.TAKE_GOOD.name(), s.t("traceability.faulty.TAKE_GOOD"), s.t("traceability.faulty.TAKE_GOOD.hint")));
    }

    boolean portal() {
        return path.startsWith("/app/portal");
    }

    public Optional<Link> template() {
        return sends ? Optional.of(new Link("", path + "/table.csv")) : Optional.empty();
    }
}
