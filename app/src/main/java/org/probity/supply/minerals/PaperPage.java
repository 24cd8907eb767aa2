package org.probity.supply.minerals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Finding;
import org.probity.house.ui.parts.Link;
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
 */
public record PaperPage(
        Paper paper, PaperKind kind, Obligation obligation, Supplier supplier, Evidence.Item file, Map<String, String> cells,
        List<Paper.Finding> findings, List<NamedSmelter> smelters, List<Obligation> history, boolean newest, Log.@Nullable Placed place,
        Review review, Typed typed, List<Reason> reasons) implements Page {

    /**
     * Who has spoken and who is waited for.
     *
     * @param names of those who spoke, by account
     * @param mine the department for which this person may speak now
     */
    public record Review(List<Opinion> said, List<Department> awaited, Map<UUID, String> names, Optional<Department> mine) {}

    /** What stands in the two forms. */
    public record Typed(String validUntil, String grounds, String reason) {
        static final Typed NOTHING = new Typed("", "", "");

        Typed until(LocalDate day) {
            return new Typed(day.toString(), grounds, reason);
        }
    }

    /** A department's word, or that it is missing. */
    public record Word(Department department, @Nullable Opinion said, String by) {}

    /** A buyer sees where a paper stands and not the file itself. */
    public boolean mayRead(Screen s) {
        return s.is(Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    }

    public boolean waits() {
        return newest && obligation.state() == org.probity.shapes.obligation.State.SENT_IN;
    }

    private List<Word> words() {
        return Stream.concat(
                review.said().stream().map(it -> new Word(it.department(), it, review.names().getOrDefault(it.by(), "–"))),
                waits() ? review.awaited().stream().map(it -> new Word(it, null, "–")) : Stream.<Word>empty()).toList();
    }

    public Table<Word> review(Screen s) {
        return Table.of(s, words())
                .caption(s.t("minerals.review"))
                .head("minerals.department", it -> s.t("minerals.department." + it.department()))
                .state("minerals.opinion", it -> it.said() == null ? State.warn(s.t("minerals.opinion.awaited")) : switch (it.said().verdict()) {
                    case ACCEPT -> State.good(s.t("minerals.opinion.ACCEPT"));
                    case SEND_BACK -> State.bad(s.t("minerals.opinion.SEND_BACK"));
                })
                .why("minerals.grounds-said", it -> it.said() == null ? "–" : SendPage.reason(s, it.said().reason()))
                .text("minerals.by", Word::by)
                .day("minerals.said-on", it -> Optional.ofNullable(it.said()).map(Opinion::at));
    }

    public State state(Screen s) {
        return new State(SendPage.mark(obligation.state()), s.t("minerals.state." + obligation.state()));
    }

    /** Why it could not be read; papers from before the sentence was kept say only that. */
    public String why(Screen s) {
        return paper.unreadable(s.lang()).orElse(s.t("minerals.unreadable"));
    }

    public List<Sheet> sheets() {
        return new SheetView(cells, findings).pieces();
    }

    public List<Finding> told(Screen s) {
        return SendPage.told(s, findings, it -> it.other() == null ? null : new Link(s.t("minerals.other-paper"), "/app/minerals/papers/" + it.other()));
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
                .text("minerals.metal", it -> DifferencePage.metal(s, it.metal()))
                .text("minerals.country", NamedSmelter::country);
    }

    public List<Event> events(Screen s) {
        return history.stream()
                .map(step -> new Event(SendPage.mark(step.state()), s.t("minerals.step." + step.state()), SendPage.reason(s, step.reason()), s.instant(step.at())))
                .toList();
    }
}
