package org.probity.supply.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.casework.CasesPiece;
import org.probity.supply.supplier.Supplier;

/** One audit: what is fixed, who goes, what is missing, and what came of it. */
public record AuditPage(
        Audit audit, Supplier supplier, String site, Pack pack, Team team, List<Audit.Meeting> meetings, Optional<Audit.Sampling> sampling,
        List<Answers.Merged> answers, List<Audit.Finding> findings, List<Audit.Word> words, List<Audit.Comment> comments, CasesPiece cases,
        Map<String, String> typed, List<Reason> reasons) implements Page {

    /**
     * @param mine the one who looks, when they are of the team
     * @param arranges whether they may name people and call it off
     */
    public record Team(
            List<Audit.Member> members, Map<Department, List<Account>> candidates, Map<UUID, String> names, Optional<Audit.Member> mine, boolean arranges) {
        String name(UUID account) {
            return names.getOrDefault(account, "–");
        }
    }

    public String path() {
        return "/app/audits/" + audit.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean arranged() {
        return audit.state() == Audit.State.ARRANGED;
    }

    public boolean underway() {
        return audit.state() == Audit.State.UNDERWAY;
    }

    public boolean reported() {
        return audit.state() == Audit.State.REPORTED;
    }

    public boolean mayCallOff() {
        return team.arranges() && audit.state().mayBecome(Audit.State.CALLED_OFF);
    }

    public boolean owesDeclaration() {
        return arranged() && team.mine().filter(it -> it.dealings() == null).isPresent();
    }

    public boolean inTeam() {
        return team.mine().filter(it -> !it.left()).isPresent();
    }

    public boolean leads() {
        return team.mine().filter(it -> it.lead() && !it.left()).isPresent();
    }

    public boolean owesWord() {
        return audit.state() == Audit.State.DRAWN_UP && team.mine().filter(it -> words.stream().noneMatch(word -> word.account().equals(it.account()))).isPresent();
    }

    public long answered() {
        return answers.stream().filter(it -> !it.each().isEmpty()).count();
    }

    public long conflicts() {
        return answers.stream().filter(Answers.Merged::conflict).count();
    }

    public State state(Screen s) {
        return AuditsPage.state(s, audit.state());
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("audit.site"), site));
        facts.add(new Fact(s.t("audit.days"), s.day(audit.fromDay()) + (audit.untilDay().equals(audit.fromDay()) ? "" : " – " + s.day(audit.untilDay()))));
        facts.add(new Fact(s.t("audit.scope"), audit.scope()));
        facts.add(new Fact(s.t("audit.pack"), new Link(pack.name(s.lang()) + " " + pack.version(), "/app/audits/packs/" + pack.code())));
        facts.add(new Fact(s.t("audit.pack-hash"), audit.packSha256().substring(0, 16) + " …"));
        if (audit.reauditDay() != null) {
            facts.add(new Fact(s.t("audit.reaudit"), s.time(audit.reauditDay())));
        }
        sampling.ifPresent(it -> {
            facts.add(new Fact(s.t("audit.interviews"), s.number(it.interviews()) + (it.groups().isEmpty() ? "" : " · " + it.groups())));
            facts.add(new Fact(s.t("audit.documents"), it.documents()));
        });
        return facts;
    }

    public Table<Audit.Member> members(Screen s) {
        return Table.of(s, team.members())
                .caption(s.t("audit.team"))
                .head("audit.person", it -> team.name(it.account()))
                .text("audit.department", it -> s.t("audit.department." + it.department()) + (it.lead() ? " · " + s.t("audit.lead") : ""))
                .state("audit.independence", it -> it.left() ? State.bad(s.t("audit.has-dealings"))
                        : it.dealings() == null ? State.warn(s.t("audit.not-declared-yet")) : State.good(s.t("audit.independent")));
    }

    public List<Option> departments(Screen s) {
        return Arrays.stream(Department.values()).map(it -> new Option(it.name(), s.t("audit.department." + it))).toList();
    }

    /** People with the department they would go for. */
    public List<Option> people(Screen s) {
        return team.candidates().entrySet().stream().flatMap(it -> it.getValue().stream()
                .map(account -> new Option(it.getKey() + "/" + account.id(), s.t("audit.department." + it.getKey()) + " · " + account.name()))).toList();
    }

    public List<Event> gatherings(Screen s) {
        return meetings.stream().map(it -> new Event(Mark.NOTE, s.t("audit.meeting." + it.kind()), s.t("audit.people-were", it.people()) + (it.words().isEmpty() ? "" : " " + it.words()),
                s.day(it.day()))).toList();
    }

    public List<Option> gatheringKinds(Screen s) {
        return Arrays.stream(Audit.Gathering.values()).filter(kind -> meetings.stream().noneMatch(it -> it.kind() == kind))
                .map(it -> new Option(it.name(), s.t("audit.meeting." + it))).toList();
    }

    public Table<Audit.Finding> findings(Screen s) {
        return findings(s, findings);
    }

    static Table<Audit.Finding> findings(Screen s, List<Audit.Finding> findings) {
        return Table.of(s, findings)
                .caption(s.t("audit.findings"))
                .head("audit.no", it -> new Link(it.no() + " " + it.title(s.lang()), "/app/audits/findings/" + it.id()))
                .state("audit.severity", it -> new State(it.severity().mark(), s.t(it.severity().key())))
                .text("audit.topic", it -> s.t("audit.topic." + it.topic()))
                .text("audit.clause", Audit.Finding::clause)
                .why("audit.seen", Audit.Finding::words);
    }

    /** Where auditors differ. */
    public List<Answers.Merged> differing() {
        return answers.stream().filter(Answers.Merged::conflict).toList();
    }

    static String said(Screen s, Answers.Kept it) {
        return s.t("audit.verdict." + it.verdict()) + (it.severity() == null ? "" : " · " + s.t(it.severity().key()))
                + (it.note().isEmpty() ? "" : s.t("audit.colon") + it.note());
    }

    public List<Option> sides(Screen s, Answers.Merged merged) {
        return merged.each().stream().map(it -> new Option(it.id().toString(), team.name(it.by()) + s.t("audit.colon") + said(s, it))).toList();
    }

    public List<Event> said(Screen s) {
        return words.stream().map(it -> new Event(it.agrees() ? Mark.GOOD : Mark.WARN, team.name(it.account()),
                s.t(it.agrees() ? "audit.agrees" : "audit.dissents") + (it.words().isEmpty() ? "" : s.t("audit.colon") + it.words()), s.instant(it.at()))).toList();
    }

    public LocalDate suggested() {
        return audit.fromDay();
    }
}
