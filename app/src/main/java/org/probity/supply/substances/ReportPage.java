package org.probity.supply.substances;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Finding;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Seal;
import org.probity.house.ui.parts.State;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.supply.substances.CandidateLists.Edition;
import org.probity.supply.supplier.Supplier;

/**
 * One paper before the person who rules on it: what it says, what is to be said about it, and the ruling.
 *
 * @param materials those a paper is asked for, and whether this one covers each
 * @param edition the candidate list it speaks of; @param inForce the one in force
 * @param newest whether nothing newer came
 * @param place its entry in the log, once it has one
 * @param mine for whom this person may rule
 */
public record ReportPage(
        Paper paper, Obligation obligation, Supplier supplier, Evidence.Item file, List<Paper.Finding> findings, List<Paper.Declared> declared,
        List<Substances.Material> materials, @Nullable Edition edition, @Nullable Edition inForce, List<Obligation> history, boolean newest, Log.@Nullable Placed place,
        Paper.@Nullable Verdict verdict, String ruledBy, Optional<SubstanceRulings.Department> mine, Optional<Limits.Note> note, String grounds, String reason,
        List<Reason> reasons) implements Page {

    public String title(Screen s) {
        return s.t(obligation.kind()) + " " + obligation.period();
    }

    /** A buyer sees where a paper stands and not the file itself. */
    public boolean mayRead(Screen s) {
        return s.is(Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.LEGAL, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    }

    public boolean waits() {
        return newest && obligation.state() == org.probity.shapes.obligation.State.SENT_IN && paper.readAt() != null;
    }

    /** Its list is not the one in force any more: what was added since is not spoken of. */
    public boolean speaksOfOlderList() {
        return edition != null && inForce != null && !edition.id().equals(inForce.id());
    }

    public State state(Screen s) {
        return new State(ReportsPage.mark(obligation.state()), s.t("substances.state." + obligation.state()));
    }

    public String why(Screen s) {
        return paper.unreadable(s.lang()).orElse(s.t("substances.unreadable"));
    }

    public List<Finding> told(Screen s) {
        return findings.stream().map(it -> SendPage.told(s, it, it.other() == null ? null : new Link(s.t("substances.other-paper"), "/app/substances/papers/" + it.other()))).toList();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        if (paper.kind() == PaperKind.DECLARATION) {
            facts.add(new Fact(s.t("substances.declares"), paper.company() == null ? "–" : paper.company()));
            facts.add(new Fact(s.t("substances.sections"), paper.sections() == null ? "–" : String.join(", ", paper.sections().split(""))));
            facts.add(new Fact(s.t("substances.answer-day"), paper.reportDay() == null ? "–" : s.day(paper.reportDay())));
        } else {
            facts.add(new Fact(s.t("substances.laboratory"), paper.laboratory()));
            facts.add(new Fact(s.t("substances.accreditation"), paper.accreditation() + " · " + paper.accreditor()));
            facts.add(new Fact(s.t("substances.report-number"), paper.reportNumber()));
            facts.add(new Fact(s.t("substances.report-day"), paper.reportDay() == null ? "–" : s.day(paper.reportDay())));
            facts.add(new Fact(s.t("substances.result"), paper.result() == null ? "–" : s.t("substances.result." + paper.result())));
            facts.add(new Fact(s.t("substances.articles"), paper.articles()));
        }
        if (paper.kind() != PaperKind.ROHS) {
            facts.add(new Fact(s.t("substances.list"), edition == null ? "–" : edition.version()));
        }
        facts.add(new Fact(s.t("substances.file"), file.name() + " · " + s.bytes(file.size())));
        facts.add(new Fact("SHA-256", out -> out.writeContent("<code>" + file.sha256().substring(0, 16) + " …</code>")));
        facts.add(new Fact(s.t("substances.received"), s.instant(paper.receivedAt())));
        facts.add(new Fact(s.t("substances.log"), place == null ? new Seal(Seal.Status.YET, s.t("substances.log-yet"), "")
                : new Seal(Seal.Status.LOGGED, s.t("substances.log-entry", place.index()), "")));
        return facts;
    }

    public Table<Substances.Material> coverage(Screen s) {
        return Table.of(s, materials)
                .caption(s.t("substances.covers"))
                .head("substances.material", it -> s.lang() == Lang.EN ? it.nameEn() : it.nameZh())
                .id("substances.material-number", Substances.Material::number)
                .state("substances.covered", it -> it.covered() ? State.good(s.t("substances.covered.yes")) : State.warn(s.t("substances.covered.no")));
    }

    /** Whether a material in scope is left out; a declaration names its own articles instead. */
    public boolean leavesOut() {
        return paper.kind() != PaperKind.DECLARATION && materials.stream().anyMatch(it -> !it.covered());
    }

    public Table<Paper.Declared> substances(Screen s) {
        return Table.of(s, declared)
                .caption(s.t("substances.declared", (long) declared.size()))
                .head("substances.substance", Paper.Declared::substance)
                .id("substances.cas", Paper.Declared::cas)
                .text("substances.material", Paper.Declared::material)
                .text("substances.article", Paper.Declared::article)
                .number("substances.mg", it -> Optional.ofNullable(it.mg()))
                .number("substances.ppm", it -> Optional.ofNullable(it.ppm()))
                .number("substances.line", Paper.Declared::line);
    }

    public List<Event> events(Screen s) {
        return history.stream().map(step -> new Event(ReportsPage.mark(step.state()), s.t("substances.step." + step.state()), SendPage.reason(s, step.reason()), s.instant(step.at()))).toList();
    }
}
