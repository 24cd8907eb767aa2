package org.probity.supply.substances;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Finding;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.State;
import org.probity.supply.substances.CandidateLists.Edition;
import org.probity.supply.supplier.PortalPage;

/**
 * Where a supplier sends one report or declaration and reads what became of it.
 *
 * @param paper the newest they sent; @param file its file
 * @param materials those it is asked for
 * @param inForce the candidate list to speak of; @param added what it added to the one before
 */
public record SendPage(
        Obligation obligation, @Nullable Paper paper, Evidence.@Nullable Item file, List<Paper.Finding> findings, List<Substances.Material> materials,
        @Nullable Edition inForce, List<CandidateLists.Candidate> added, List<Obligation> history, Optional<Limits.Note> note, LocalDate today, Typed typed,
        List<Reason> reasons) implements Page {

    /** What stands in the form. */
    public record Typed(
            String laboratory, String accreditor, String accreditation, String reportNumber, String reportDay, List<String> covers, String articles, String result,
            String edition) {
        static final Typed NOTHING = new Typed("", "", "", "", "", List.of(), "", "", "");
    }

    public PaperKind kind() {
        return PaperKind.of(obligation.kind());
    }

    public String title(Screen s) {
        return s.t(obligation.kind()) + " " + obligation.period();
    }

    public boolean isReport() {
        return kind().form() == PaperKind.Form.REPORT;
    }

    public int step() {
        return switch (obligation.state()) {
            case OWED, LAPSED, WAIVED -> 0;
            case SENT_BACK -> 1;
            case SENT_IN -> 2;
            case MET -> 3;
        };
    }

    public boolean waitsToBeRead() {
        return paper != null && paper.readAt() == null;
    }

    public boolean maySend() {
        return obligation.state().mayBecome(State.SENT_IN) && !waitsToBeRead();
    }

    public org.probity.house.ui.parts.State state(Screen s) {
        return PortalPage.state(s, obligation, today);
    }

    /** What compares with another supplier's paper is not for this one's eyes. */
    private Stream<Paper.Finding> theirs() {
        return findings.stream().filter(it -> it.other() == null);
    }

    public List<Finding> mustCorrect(Screen s) {
        return Paper.mustCorrect(theirs().toList()).stream().map(it -> told(s, it, null)).toList();
    }

    public List<Finding> lookAt(Screen s) {
        return Paper.lookAt(theirs().toList()).stream().map(it -> told(s, it, null)).toList();
    }

    static Finding told(Screen s, Paper.Finding it, @Nullable Content act) {
        // With room to break: a way down is longer than a phone is wide.
        var path = it.path().replace("/", " › ");
        var more = path.isEmpty() ? "" : it.value().isEmpty() ? path : s.t("substances.you-wrote", it.value()) + " · " + path;
        return new Finding(it.no(), it.severity() == Paper.Finding.Severity.MUST_CORRECT ? Mark.BAD : Mark.WARN,
                it.line() == 0 ? "" : s.t("substances.at-line", it.line()), it.words(s.lang()), more, act);
    }

    /** Why it came back: a person's own words, or what the reader says. */
    public Optional<String> sentBack(Screen s) {
        return obligation.state() != State.SENT_BACK ? Optional.empty()
                : Optional.of(Optional.ofNullable(paper).flatMap(it -> it.unreadable(s.lang())).orElseGet(() -> reason(s, obligation.reason())));
    }

    static String reason(Screen s, String reason) {
        return reason.startsWith("ipc1752.") ? s.t("substances.unreadable") : reason.equals(Declarations.FAULTS) ? s.t(reason) : reason;
    }

    public List<Option> covers(Screen s) {
        return materials.stream().map(it -> new Option(it.id().toString(), it.number() + " · " + (s.lang() == Lang.EN ? it.nameEn() : it.nameZh()))).toList();
    }

    public List<Option> results(Screen s) {
        return Stream.of(Paper.Result.values()).map(it -> new Option(it.name(), s.t("substances.result." + it))).toList();
    }

    public boolean speaksOfAList() {
        return inForce != null && kind().kept() == PaperKind.REACH;
    }

    public List<Option> editions(Screen s) {
        return inForce == null ? List.of() : List.of(new Option(inForce.id().toString(), inForce.version(), s.day(inForce.day())));
    }

    public List<Event> events(Screen s) {
        return history.stream().map(step -> new Event(ReportsPage.mark(step.state()), s.t("substances.step." + step.state()), reason(s, step.reason()), s.instant(step.at()))).toList();
    }
}
