package org.probity.supply.traceability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.traceability.Capture.Fault;
import org.probity.supply.traceability.Capture.Faulty;

/**
 * One file of events, what was counted in it and what is wrong with it.
 *
 * @param sender by name; empty where whoever looks does not learn it
 * @param ahead how many files wait with it to be read
 * @param givenUp when it was tried for the last time, where nobody tries any more @param sends whether whoever looks may ask to try again
 */
public record CapturePage(Capture capture, String sender, List<Fault> faults, Query query, long all, long ahead, String path, Optional<Long> logIndex, Optional<Instant> givenUp, boolean sends) implements Page {
    public Table<Fault> table(Screen s) {
        return Table.of(s, faults)
                .caption(s.t("traceability.faults"), all >= Storing.FAULTS_MOST ? s.t("traceability.faults-first", all) : "")
                .number("traceability.event-no", it -> it.event() == 0 ? Optional.empty() : Optional.of(it.event()))
                .id("traceability.place-in-event", Fault::place)
                .why("traceability.what-is-wrong", it -> s.t(it.key()))
                .id("traceability.what-stands", Fault::value)
                .paged(query, all)
                .downloads();
    }

    /** Why nothing of it counts. */
    public String whyNot(Screen s) {
        return s.t(capture.faulty() == Faulty.TAKE_GOOD ? "traceability.broken-text" : "traceability.refused-text");
    }

    public List<Sum> sums(Screen s) {
        var sums = new ArrayList<Sum>();
        capture.done().ifPresent(done -> {
            sums.add(new Sum(s.t("traceability.events"), s.number(done.events())));
            sums.add(new Sum(s.t("traceability.taken"), s.number(done.taken()), portal() || done.taken() == 0 ? "" : "/app/traceability/events?capture=" + capture.id()));
            sums.add(new Sum(s.t("traceability.duplicates"), s.number(done.duplicates())));
            sums.add(new Sum(s.t("traceability.declared"), s.number(done.declared())));
            sums.add(new Sum(s.t("traceability.refused"), s.number(done.refused()), "", "", done.refused() > 0));
        });
        return sums;
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("traceability.file"), new Link(capture.file(), portal() ? "" : path + "/" + capture.id() + "/file")));
        facts.add(new Fact(s.t("traceability.size"), s.bytes(capture.bytes())));
        facts.add(new Fact(s.t("traceability.form"), s.t("traceability.form." + capture.form())));
        facts.add(new Fact(s.t("traceability.faulty"), s.t("traceability.faulty." + capture.faulty())));
        if (!sender.isEmpty()) {
            facts.add(new Fact(s.t("traceability.sent-by"), sender));
        }
        facts.add(new Fact(s.t("traceability.sent"), s.time(capture.sentAt())));
        capture.done().ifPresent(done -> facts.add(new Fact(s.t("traceability.read-at"), s.time(done.at()))));
        capture.done().ifPresent(done -> facts.add(new Fact(s.t("traceability.in-the-log"), logIndex.map(it -> s.t("traceability.entry", it)).map(Html::words)
                .orElseGet(() -> Html.words(s.t("traceability.entry-waits"))))));
        return facts;
    }

    public Link above(Screen s) {
        return new Link(s.t(portal() ? "traceability.portal-title" : "traceability.captures"), path);
    }

    public boolean portal() {
        return path.startsWith("/app/portal");
    }
}
