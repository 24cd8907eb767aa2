package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.time.DayHasBegun;
import org.probity.people.labour.Bases;
import org.probity.people.labour.Incidents;
import org.probity.people.labour.Incidents.Ground;
import org.probity.people.labour.Incidents.State;
import org.probity.people.labour.Oversight;
import org.probity.people.labour.Oversight.Making;
import org.probity.people.labour.Oversight.Opinion;
import org.probity.people.labour.UnionFindings;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.policy.Acknowledgements;
import org.probity.shapes.policy.Policies;
import org.probity.shapes.policy.Policy;
import org.probity.shapes.policy.Signatures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The rules about work: made as the law asks, read, looked at by the union each year, which finds something, sees it put right and once objects; and what was
 * reported of people who were not treated as the rules say.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(27)
class UnionTale implements Tale {
    private static final List<Role> BOUND = List.of(Role.HR, Role.LEGAL, Role.UNION, Role.EMPLOYEE);
    private static final String HOURS = "working-hours";
    /** Bound are all who work here; the other rules, those who carry them out. */
    private static final String FOR_ALL = "labour-policy";
    /** One in so many is away when the list goes round. */
    private static final int AWAY = 61;
    /** Until now nobody found the time for it. */
    private static final String NOT_YET = "hr-development";

    private final DemoPeople staff;
    private final Policies policies;
    private final Acknowledgements acknowledgements;
    private final Signatures signatures;
    private final Oversight oversight;
    private final UnionFindings unionFindings;
    private final Incidents incidents;
    private final Bases bases;
    private final Directory directory;

    UnionTale(DemoPeople staff, Policies policies, Acknowledgements acknowledgements, Signatures signatures, Oversight oversight, UnionFindings unionFindings, Incidents incidents, Bases bases, Directory directory) {
        this.staff = staff;
        this.policies = policies;
        this.acknowledgements = acknowledgements;
        this.signatures = signatures;
        this.oversight = oversight;
        this.unionFindings = unionFindings;
        this.incidents = incidents;
        this.bases = bases;
        this.directory = directory;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        var current = years.current();
        var story = new ArrayList<Chapter>();
        story.add(Chapter.on(LocalDate.of(last, 1, 9), "labour rules", () -> publish(LocalDate.of(last, 1, 9))));
        story.add(Chapter.on(LocalDate.of(last, 1, 14), "labour rules read", this::read));
        story.add(Chapter.on(LocalDate.of(last, 1, 16), "labour policy signed in the workshops", () -> signed(LabourTale.workers(last, last).stream())));
        story.add(Chapter.on(LocalDate.of(last, 1, 22), "legal bases of working time", () -> confirm(LocalDate.of(last, 1, 22))));
        story.add(Chapter.on(LocalDate.of(last, 2, 1), "union reviews owed " + last, () -> oversight.owe(new DayHasBegun(LocalDate.of(last, 2, 1)))));
        story.add(Chapter.on(LocalDate.of(last, 4, 8), "harassment reported " + last, this::harassed));
        story.add(Chapter.on(LocalDate.of(last, 5, 13), "harassment closed " + last, this::harassmentClosed));
        story.add(Chapter.on(LocalDate.of(last, 9, 9), "refusal reported " + last, this::turnedAway));
        story.add(Chapter.on(LocalDate.of(last, 10, 20), "union reviews " + last, () -> review(last, "")));
        story.add(Chapter.on(LocalDate.of(last, 10, 22), "union finding " + last, () -> raise("Two shift leaders of the printing workshop asked for overtime on the same evening.", LocalDate.of(last, 11, 30))));
        story.add(Chapter.on(LocalDate.of(last, 11, 10), "union finding answered " + last, () -> answer("Overtime is now asked for a week ahead, in the roster alone; both leaders were told.")));
        story.add(Chapter.on(LocalDate.of(last, 11, 24), "union finding verified " + last, this::verify));
        story.add(Chapter.on(years.by(LocalDate.of(current, 1, 5)), "union reviews owed " + current, () -> oversight.owe(new DayHasBegun(LocalDate.of(current, 1, 1)))));
        story.add(Chapter.on(years.by(LocalDate.of(current, 1, 12)), "union objects", this::object));
        story.add(Chapter.on(years.by(LocalDate.of(current, 1, 13)), "labour policy asked of newcomers", () -> acknowledgements.on(new DayHasBegun(years.by(LocalDate.of(current, 1, 13))))));
        story.add(Chapter.on(years.by(LocalDate.of(current, 1, 22)), "labour policy signed by newcomers", () -> signed(LabourTale.workers(current, last).stream().filter(it -> it.first().getYear() == current))));
        story.add(Chapter.on(years.by(LocalDate.of(current, 3, 2)), "labour rule " + HOURS + " 2", () -> publishAgain(years.by(LocalDate.of(current, 3, 2)))));
        story.add(Chapter.on(years.by(LocalDate.of(current, 3, 6)), "labour rules read again", this::read));
        story.add(Chapter.on(years.by(LocalDate.of(current, 8, 18)), "harassment reported " + current, this::harassedAgain));
        story.add(Chapter.on(years.by(LocalDate.of(current, 10, 19)), "union reviews " + current, () -> review(current, NOT_YET)));
        story.add(Chapter.on(years.by(LocalDate.of(current, 10, 21)), "union finding " + current,
                () -> raise("Whoever swaps a shift by telephone is not asked whether eleven hours lie between.", years.by(LocalDate.of(current, 10, 21)).plusDays(60))));
        story.add(Chapter.on(years.by(LocalDate.of(current, 11, 9)), "union finding answered " + current, () -> answer("Swaps go through the roster from this month on, which asks for the hours between.")));
        return story;
    }

    private void publish(LocalDate day) {
        var hr = staff.the(Role.HR);
        for (var book : LabourBook.all()) {
            var rule = DemoStory.done(policies.open(new Policies.Opening(book.code(), book.kind(), Policy.Area.PEOPLE, hr.account(), 30, 36), hr));
            BOUND.forEach(role -> DemoStory.done(policies.bind(rule, "role", role.name(), hr)));
            if (book.code().equals(FOR_ALL)) {
                DemoStory.done(policies.bind(rule, "unit", "HS", hr));
            }
            DemoStory.done(policies.draft(rule, new Policies.Draft(book.en(), book.zh(), "", "", book.textEn(), book.textZh(), day), hr));
            approve(rule);
            made(rule, book.code(), day);
        }
    }

    private void approve(UUID rule) {
        DemoStory.done(policies.propose(rule, staff.the(Role.HR)));
        DemoStory.done(policies.rule(rule, Outcome.APPROVED, "", staff.the(Role.LEGAL)));
    }

    /** Discussed by the staff congress, put before the union, made known: each with its paper. */
    private void made(UUID rule, String code, LocalDate day) {
        show(rule, Making.STAFF_CONGRESS, day.minusDays(24), "Minutes of the staff congress: " + code + " was read out and discussed; its comments are annexed.", staff.the(Role.UNION));
        show(rule, Making.UNION_CONSULTED, day.minusDays(12), "Letter of the union: it was consulted on " + code + " and agrees with the words as they stand.", staff.the(Role.UNION));
        show(rule, Making.MADE_KNOWN, day, "Notice on the boards of all five sites and by mail: " + code, staff.the(Role.HR));
    }

    private void show(UUID rule, Making step, LocalDate day, String words, Me by) {
        DemoStory.done(oversight.made(rule, step, day, step.name().toLowerCase(java.util.Locale.ROOT) + ".txt", "text/plain", (words + "\n" + day + "\n").getBytes(StandardCharsets.UTF_8), by));
    }

    /** Counsel read the law on working time, and names the rule by which it is kept. The rest waits to be read. */
    private void confirm(LocalDate day) {
        var source = "Labour Law, art. 36, 38 and 41. PIPL, art. 13(1)(2): needed for managing people by labour rules that were lawfully made";
        DemoStory.done(bases.say(new Bases.Word("time", List.of("day", "begins", "seconds", "worked", "recorded_at"), "CN", day, source, HOURS, 24), staff.the(Role.LEGAL)));
        DemoStory.done(bases.say(new Bases.Word("shifts", List.of("day", "begins", "ends", "withdrawn_at"), "CN", day, source, HOURS, 24), staff.the(Role.LEGAL)));
    }

    private void publishAgain(LocalDate day) {
        var rule = rule(HOURS);
        var book = LabourBook.all().getLast();
        DemoStory.done(policies.draft(rule, new Policies.Draft(book.en(), book.zh(), "Eleven hours between two shifts.", "两班之间至少间隔十一小时。", book.nextEn(), book.nextZh(), day), staff.the(Role.HR)));
        approve(rule);
        made(rule, HOURS, day);
    }

    private void read() {
        for (var who : List.of(staff.the(Role.HR), staff.the(Role.LEGAL), staff.the(Role.UNION), staff.the(Role.EMPLOYEE))) {
            acknowledgements.mine(who).stream().filter(it -> it.state().waitsForParty()).forEach(it -> DemoStory.done(acknowledgements.acknowledge(it.id(), true, who)));
        }
    }

    /** The labour policy is read out in every workshop, and a list goes round; some are away that day. */
    private void signed(Stream<LabourTale.Worker> workers) {
        var numbers = workers.map(LabourTale.Worker::number).filter(it -> it % AWAY != 0).map(String::valueOf).toList();
        DemoStory.done(signatures.bringIn(rule(FOR_ALL), numbers.size(), ("number\n" + String.join("\n", numbers)).getBytes(StandardCharsets.UTF_8), staff.the(Role.HR)));
    }

    private void review(int year, String not) {
        var union = staff.the(Role.UNION);
        for (var book : LabourBook.all().stream().filter(it -> !it.code().equals(not)).toList()) {
            var hours = book.code().equals(HOURS);
            DemoStory.done(oversight.review(rule(book.code()), hours ? Opinion.PARTLY : Opinion.KEPT, hours
                    ? "Rosters of all five sites were read for a month of " + year + ". Most keep to it; what was found is raised as a finding."
                    : "Files of twenty people of each site were read, and forty people were asked. It is kept.", union));
        }
    }

    private void raise(String words, LocalDate due) {
        DemoStory.done(unionFindings.raise(rule(HOURS), words, due, staff.the(Role.UNION)));
    }

    private void answer(String words) {
        unionFindings.findings().stream().filter(it -> it.state() == UnionFindings.Stage.OPEN).forEach(it -> DemoStory.done(unionFindings.done(it.id(), words, staff.the(Role.HR))));
    }

    private void verify() {
        unionFindings.findings().stream().filter(it -> it.state() == UnionFindings.Stage.DONE).forEach(it -> DemoStory.done(unionFindings.verify(it.id(), true, "The rosters of two weeks were read; both leaders were asked.",
                staff.the(Role.UNION))));
    }

    /** Against a rule, with words that are printed on what is published while it stands. */
    private void object() {
        DemoStory.done(oversight.object(rule("employment-guidelines"), "Dispatched workers of the testing halls do the same work as ours for the third year; they should be offered a contract.",
                "测试分选车间的派遣员工从事相同工作已近三年，应当提供劳动合同。", staff.the(Role.UNION)));
    }

    private UUID rule(String code) {
        return policies.find(code).orElseThrow().id();
    }

    private void harassed() {
        open(Ground.HARASSMENT, "CQ", "Messages at night to a colleague of the same shift, shown by her; she had asked twice that they stop.", List.of("100411"), List.of("100523"));
    }

    private void harassmentClosed() {
        var hr = staff.the(Role.HR);
        var it = newest(hr);
        step(it, State.CONFIRMED, "Messages and both statements agree.", hr);
        step(it, State.MEASURED, "Written warning; other shift from the next roster on.", hr);
        step(it, State.REMEDIED, "She keeps her shift and has a person of trust; nothing since.", hr);
        step(it, State.CLOSED, "Asked her after four weeks.", staff.the(Role.LEGAL));
    }

    /** Taken up, looked into and found not to be so. */
    private void turnedAway() {
        var hr = staff.the(Role.HR);
        open(Ground.GENDER, "NB", "An applicant says that she was turned away at the gate because the post was for men.", List.of(), List.of());
        var it = newest(hr);
        step(it, State.UNFOUNDED, "The post had been filled the day before, by a woman; the notice at the gate was old and was taken down.", hr);
        step(it, State.CLOSED, "Register of applicants read.", staff.the(Role.LEGAL));
    }

    /** Still being worked on. */
    private void harassedAgain() {
        var hr = staff.the(Role.HR);
        open(Ground.HARASSMENT, "HF", "Remarks about looks in front of the line, reported by two colleagues.", List.of("100688"), List.of("100702"));
        step(newest(hr), State.CONFIRMED, "Both colleagues and the one concerned say the same.", hr);
        step(newest(hr), State.MEASURED, "Talk with the shift leader; the course on harassment again.", hr);
    }

    private void open(Ground ground, String site, String words, List<String> affected, List<String> accused) {
        var place = directory.tree(directory.today()).stream().filter(it -> it.code().equals(site)).findFirst().orElseThrow().id();
        var it = DemoStory.done(incidents.open(new Incidents.Opening(ground, place, directory.today().minusDays(2), Incidents.Source.REPORT, words, affected, accused), staff.the(Role.HR)));
        DemoStory.done(incidents.add(it, "legal@helia.example", staff.the(Role.HR)));
    }

    private UUID newest(Me handler) {
        return incidents.mine(handler).stream().filter(it -> it.state() != State.CLOSED).findFirst().orElseThrow().id();
    }

    private void step(UUID incident, State next, String words, Me by) {
        DemoStory.done(incidents.step(incident, next, words, by));
    }
}
