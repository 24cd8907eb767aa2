package org.probity.supply.minerals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Finding;
import org.probity.house.ui.parts.Seal;
import org.probity.house.ui.parts.Sheet;
import org.probity.house.ui.parts.State;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.supply.minerals.Paper.NamedSmelter;
import org.probity.supply.supplier.Supplier;

/**
 * One paper before the person who rules on it: what it says, what is to be said about it, and the ruling.
 *
 * @param newest whether nothing newer came
 * @param place its entry in the log, once it has one
 * @param mayRule whether this person may accept or send back
 */
public record PaperPage(
        Paper paper, PaperKind kind, Obligation obligation, Supplier supplier, Evidence.Item file, Map<String, String> cells,
        List<Paper.Finding> findings, List<NamedSmelter> smelters, List<Obligation> history, boolean newest, Log.@Nullable Placed place,
        boolean mayRule, String validUntil, String reason, List<Reason> reasons) implements Page {

    public boolean waits() {
        return newest && obligation.state() == org.probity.shapes.obligation.State.SENT_IN;
    }

    public State state(Screen s) {
        return new State(SendPage.mark(obligation.state()), s.t("minerals.state." + obligation.state()));
    }

    public List<Sheet> sheets() {
        return new SheetView(cells, findings).pieces();
    }

    public List<Finding> told(Screen s) {
        return SendPage.told(s, findings);
    }

    public List<Fact> facts(Screen s) {
        return List.of(
                new Fact(s.t("minerals.file"), file.name()),
                new Fact(s.t("minerals.size"), s.bytes(file.size())),
                new Fact("SHA-256", out -> out.writeContent("<code>" + file.sha256().substring(0, 16) + " …</code>")),
                new Fact(s.t("minerals.version"), paper.version() == null ? "–" : paper.version()),
                new Fact(s.t("minerals.declares"), paper.company() == null ? "–" : paper.company()),
                new Fact(s.t("minerals.effective"), paper.effectiveDay() == null ? "–" : s.day(paper.effectiveDay())),
                new Fact(s.t("minerals.received"), s.instant(paper.receivedAt())),
                new Fact(s.t("minerals.log"), place == null
                        ? new Seal(Seal.Status.YET, s.t("minerals.log-yet"), "")
                        : new Seal(Seal.Status.LOGGED, s.t("minerals.log-entry", place.index()), "")));
    }

    public Table<NamedSmelter> smelters(Screen s) {
        return Table.of(s, smelters)
                .caption(s.t("minerals.smelters", (long) smelters.size()))
                .head("minerals.smelter", NamedSmelter::name)
                .id("minerals.smelter-id", NamedSmelter::smelter)
                .text("minerals.metal", NamedSmelter::metal)
                .text("minerals.country", NamedSmelter::country);
    }

    public List<Event> events(Screen s) {
        return history.stream()
                .map(step -> new Event(SendPage.mark(step.state()), s.t("minerals.step." + step.state()), SendPage.reason(s, step.reason()), s.instant(step.at())))
                .toList();
    }
}
