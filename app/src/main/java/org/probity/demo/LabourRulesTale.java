package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.people.labour.Incidents;
import org.probity.people.labour.Incidents.Ground;
import org.probity.people.labour.Incidents.State;
import org.probity.people.labour.Oversight;
import org.probity.people.labour.Oversight.Making;
import org.probity.people.labour.Oversight.Opinion;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.policy.Policies;
import org.probity.shapes.policy.Policy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Five labour rules of the invented company, made as the law asks and looked at by its union, which found something and objected to one of them; and what was
 * reported: most was not so, some was, and is counted.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(27)
class LabourRulesTale implements Tale {
    private final DemoPeople staff;
    private final Accounts accounts;
    private final Directory directory;
    private final Policies policies;
    private final Oversight oversight;
    private final Incidents incidents;

    LabourRulesTale(DemoPeople staff, Accounts accounts, Directory directory, Policies policies, Oversight oversight, Incidents incidents) {
        this.staff = staff;
        this.accounts = accounts;
        this.directory = directory;
        this.policies = policies;
        this.oversight = oversight;
        this.incidents = incidents;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        var current = years.current();
        var story = new ArrayList<Chapter>();
        LabourRuleBook.all().forEach(book -> tell(story, years, LocalDate.of(last, 1, 9), "labour rule " + book.code(), () -> publish(book, LocalDate.of(last, 1, 9))));
        tell(story, years, LocalDate.of(last, 2, 10), "labour rules made", () -> LabourRuleBook.all().forEach(it -> make(it.code(), last)));
        tell(story, years, LocalDate.of(last, 5, 12), "incident of spring " + last, () -> confirmed(Ground.HARASSMENT, "CQ", LocalDate.of(last, 4, 28)));
        tell(story, years, LocalDate.of(last, 8, 20), "incident of summer " + last, () -> unfounded(LocalDate.of(last, 8, 3)));
        tell(story, years, LocalDate.of(last, 11, 18), "union reviews " + last, () -> review(LabourRuleBook.all()));
        tell(story, years, LocalDate.of(last, 11, 20), "union finds " + last, this::find);
        tell(story, years, LocalDate.of(last, 12, 15), "union objects " + last, this::object);
        tell(story, years, LocalDate.of(current, 6, 8), "union lifts " + current, () -> DemoStory.done(oversight.lift(rule(LabourRuleBook.EMPLOYMENT), staff.the(Role.UNION))));
        tell(story, years, LocalDate.of(current, 7, 15), "incident of summer " + current, () -> confirmed(Ground.AGE, "HF", LocalDate.of(current, 7, 2)));
        tell(story, years, LocalDate.of(current, 10, 14), "incident of autumn " + current, () -> open(Ground.HARASSMENT, "NB", LocalDate.of(current, 10, 9)));
        tell(story, years, LocalDate.of(current, 11, 12), "union reviews " + current, () -> review(LabourRuleBook.all().subList(0, 3)));
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private void publish(RuleBook book, LocalDate day) {
        var hr = staff.the(Role.HR);
        var rule = DemoStory.done(policies.open(new Policies.Opening(book.code(), book.kind(), Policy.Area.PEOPLE, hr.account(), 30, 36), hr));
        List.of(Role.HR, Role.EMPLOYEE).forEach(role -> DemoStory.done(policies.bind(rule, "role", role.name(), hr)));
        DemoStory.done(policies.draft(rule, new Policies.Draft(book.en(), book.zh(), "", "", book.textEn(), book.textZh(), day), hr));
        DemoStory.done(policies.propose(rule, hr));
        DemoStory.done(policies.rule(rule, Outcome.APPROVED, "", staff.the(Role.LEGAL)));
    }

    /** As art. 4 of the Labour Contract Law has it; a file for each step. */
    private void make(String code, int year) {
        show(code, Making.STAFF_CONGRESS, LocalDate.of(year - 1, 11, 18), "Minutes of the staff congress / 职工代表大会纪要");
        show(code, Making.UNION_CONSULTED, LocalDate.of(year - 1, 12, 6), "Protocol of the consultation with the union / 与工会协商记录");
        show(code, Making.MADE_KNOWN, LocalDate.of(year, 1, 9), "Notice on the boards of all sites / 各基地公示");
    }

    private void show(String code, Making step, LocalDate day, String words) {
        DemoStory.done(oversight.made(rule(code), step, day, code + "-" + step.name().toLowerCase(java.util.Locale.ROOT) + ".txt", "text/plain",
                (words + " · " + code + " · " + day + "\n").getBytes(StandardCharsets.UTF_8), staff.the(Role.HR)));
    }

    private UUID rule(String code) {
        return policies.find(code).orElseThrow().id();
    }

    private void review(List<RuleBook> books) {
        books.forEach(it -> DemoStory.done(oversight.review(rule(it.code()), it.code().equals(LabourRuleBook.EMPLOYMENT) ? Opinion.PARTLY : Opinion.KEPT,
                it.code().equals(LabourRuleBook.EMPLOYMENT) ? "Hours are kept. Days of rest are told too late at two sites." : "We asked on all sites and read what was written down. It is kept.",
                staff.the(Role.UNION))));
    }

    /** Put right by the company, and closed when the union has looked again. */
    private void find() {
        var union = staff.the(Role.UNION);
        var finding = DemoStory.done(oversight.raise(rule(LabourRuleBook.EMPLOYMENT), "Rosters of two workshops were put up two days before they began.", directory.today().plusDays(60), union));
        DemoStory.done(oversight.done(finding, "Rosters are put up ten days before now; the last four weeks are attached on the board.", staff.the(Role.HR)));
        DemoStory.done(oversight.verify(finding, true, "", union));
    }

    private void object() {
        DemoStory.done(oversight.object(rule(LabourRuleBook.EMPLOYMENT), "A week is too short a notice for a day of rest; families plan by the month.", "休息日提前一周告知仍然太短，家庭按月安排生活。",
                staff.the(Role.UNION)));
    }

    private UUID open(Ground ground, String site, LocalDate day) {
        var place = directory.tree(day).stream().filter(it -> it.code().equals(site)).findFirst().orElseThrow().id();
        return DemoStory.done(incidents.open(new Incidents.Opening(ground, place, day, Incidents.Source.REPORT, "Reported to human resources; the words are kept with those who handle it.", List.of(), List.of()),
                staff.the(Role.HR)));
    }

    private void confirmed(Ground ground, String site, LocalDate day) {
        var incident = open(ground, site, day);
        step(incident, State.CONFIRMED, "Two colleagues saw it and say the same.");
        step(incident, State.MEASURED, "A warning in writing; another shift.");
        step(incident, State.REMEDIED, "An apology was given and accepted; asked again after a month.");
        close(incident);
    }

    private void unfounded(LocalDate day) {
        var incident = open(Ground.GENDER, "XA", day);
        step(incident, State.UNFOUNDED, "The post was given by the published order; both had been told.");
        close(incident);
    }

    private void step(UUID incident, State next, String words) {
        DemoStory.done(incidents.step(incident, next, words, staff.the(Role.HR)));
    }

    /** By another of human resources than who handled it. */
    private void close(UUID incident) {
        var other = accounts.find("hr.reward@helia.example").orElseThrow();
        DemoStory.done(incidents.add(incident, other.email(), staff.the(Role.HR)));
        DemoStory.done(incidents.step(incident, State.CLOSED, "Read from beginning to end.", new Me(other.id(), other.name(), other.roles(), Optional.empty())));
    }
}
