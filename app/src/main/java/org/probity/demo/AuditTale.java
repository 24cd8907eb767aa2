package org.probity.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CaseRulings;
import org.probity.shapes.casework.Cases;
import org.probity.supply.audit.Answers;
import org.probity.supply.audit.Audit;
import org.probity.supply.audit.Audits;
import org.probity.supply.audit.Department;
import org.probity.supply.audit.Packs;
import org.probity.supply.audit.Plans;
import org.probity.supply.audit.Reports;
import org.probity.supply.audit.Severity;
import org.probity.supply.audit.Teams;
import org.probity.supply.audit.Verdict;
import org.probity.supply.supplier.Purchases;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom the invented company visited in two years, what was found there, and what became of it: most was put right in time, some was not. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(54)
class AuditTale implements Tale {
    /** How soon what was found is put right. */
    private enum Pace { IN_TIME, LATE, NEVER }

    /** A visit: whose, in which month, and what was found by question. @param again nothing is found a second time */
    private record Visit(String number, int month, Pace pace, boolean again, Map<String, Severity> found) {}

    private static final List<Visit> VISITS = List.of(
            new Visit("S-00932", 3, Pace.IN_TIME, false, Map.of("S1", Severity.PRIORITY, "P3", Severity.MINOR, "B8", Severity.GOOD_PRACTICE)),
            new Visit("S-00939", 4, Pace.IN_TIME, false, Map.of("E2", Severity.MAJOR, "M3", Severity.MAJOR)),
            new Visit("S-00946", 5, Pace.NEVER, false, Map.of("B5", Severity.MAJOR, "S3", Severity.MINOR)),
            new Visit("S-00953", 6, Pace.IN_TIME, false, Map.of("M6", Severity.OBSERVATION)),
            new Visit("S-00960", 9, Pace.IN_TIME, false, Map.of("P2", Severity.MINOR, "E3", Severity.MINOR)));

    /** What was found at the others, in turn: one in eight nothing, mostly small things, now and then something grave. */
    private static final List<Map<String, Severity>> FOUND = List.of(
            Map.of("P1", Severity.MINOR, "S3", Severity.MINOR), Map.of("E1", Severity.MAJOR), Map.of("B6", Severity.MINOR, "P4", Severity.OBSERVATION),
            Map.of("M4", Severity.MINOR), Map.of("S5", Severity.MAJOR, "B7", Severity.MINOR), Map.of(), Map.of("P2", Severity.MINOR, "M8", Severity.OBSERVATION, "E5", Severity.GOOD_PRACTICE),
            Map.of("S1", Severity.PRIORITY, "E4", Severity.MINOR));
    /** So many key suppliers there are in the cast: all that supply tin. One in so many is not visited in a year. */
    private static final int KEY = 38;
    private static final int NOT_VISITED = 8;
    private static final int CAPACITY = 36;
    private static final int PARTS = 4;
    /** From these nothing comes any more. */
    private static final List<String> NOTHING_CAME = List.of("S-01107", "S-01058");

    /** The first five as they are told by name; then the other suppliers of tin, in the months from March to November. */
    private static List<Visit> visits(int year, Years years) {
        var running = year == years.current();
        var visits = new ArrayList<>(VISITS.stream().filter(it -> !running || it.month() <= 4).map(it -> running ? new Visit(it.number(), it.month(), it.pace(), true, it.found()) : it).toList());
        for (var place = VISITS.size(); place < KEY; place++) {
            var turn = place + 3 * (year % 8);
            if (turn % NOT_VISITED != 1 && !NOTHING_CAME.contains(Cast.all().get(place).number())) {
                visits.add(new Visit(Cast.all().get(place).number(), 3 + turn % 9, turn % 11 == 5 ? Pace.NEVER : turn % 11 == 9 ? Pace.LATE : Pace.IN_TIME, false, FOUND.get(turn * 5 % FOUND.size())));
            }
        }
        return visits;
    }

    private static final Map<String, String> SEEN = Map.of(
            "S1", "The exit behind press 4 is chained; the key hangs in the office.", "P3", "Caliper 17 ran out in August.", "B8", "Every second-tier supplier has a file with photos.",
            "E2", "Acid stands beside solvent, without a tray.", "M3", "Receipts name a smelter that the declaration does not.", "B5", "Nine people without a day off in three weeks.",
            "S3", "Gloves at the bath do not fit the acid.", "M6", "Two of eleven smelters were not looked up.", "P2", "The lot ended at the oven.", "E3", "One transfer paper of three is open.");

    private final DemoPeople people;
    private final Accounts accounts;
    private final Suppliers suppliers;
    private final Purchases purchases;
    private final Audits audits;
    private final Teams teams;
    private final Answers answers;
    private final Reports reports;
    private final Packs packs;
    private final Plans plans;
    private final Cases cases;
    private final CaseRulings rulings;
    private final Clock clock;

    AuditTale(
            DemoPeople people, Accounts accounts, Suppliers suppliers, Purchases purchases, Audits audits, Teams teams, Answers answers, Reports reports, Packs packs, Plans plans,
            Cases cases, CaseRulings rulings, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.purchases = purchases;
        this.audits = audits;
        this.teams = teams;
        this.answers = answers;
        this.reports = reports;
        this.packs = packs;
        this.plans = plans;
        this.cases = cases;
        this.rulings = rulings;
        this.clock = clock;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        for (var year : List.of(years.last(), years.current())) {
            story.add(Chapter.on(years.by(LocalDate.of(year, 2, 10)), "audit plan " + year, () -> plan(year, years)));
            tell(story, years, "audit plan drawn up " + year, LocalDate.of(year, 9, 8), () -> drawUp(year));
            for (var part = 0; part < PARTS; part++) {
                var of = part;
                var day = LocalDate.of(year, 10, 11 + part);
                tell(story, years, "audits of high risk " + part + " " + year, day, () -> drawn(year, of).forEach(this::visit));
                tell(story, years, "audits of high risk, plans " + part + " " + year, day.plusDays(6), () -> drawn(year, of).forEach(this::answer));
                tell(story, years, "audits of high risk, proofs " + part + " " + year, day.plusDays(19), () -> drawn(year, of).forEach(this::prove));
                tell(story, years, "audits of high risk, closed " + part + " " + year, day.plusDays(23), () -> drawn(year, of).forEach(this::close));
            }
            for (var visit : visits(year, years)) {
                var day = LocalDate.of(year, visit.month(), 16);
                tell(story, years, "audit " + visit.number() + " " + year, day, () -> visit(visit));
                tell(story, years, "audit plans " + visit.number() + " " + year, day.plusDays(6), () -> answer(visit));
                tell(story, years, "audit proofs " + visit.number() + " " + year, day.plusDays(20), () -> prove(visit));
                switch (visit.pace()) {
                    case IN_TIME -> tell(story, years, "audit closed " + visit.number() + " " + year, day.plusDays(24), () -> close(visit));
                    case LATE -> tell(story, years, "audit closed late " + visit.number() + " " + year, day.plusDays(140), () -> close(visit));
                    case NEVER -> {}
                }
            }
        }
        return story;
    }

    private static void tell(List<Chapter> story, Years years, String name, LocalDate day, Runnable act) {
        if (!day.isAfter(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private void plan(int year, Years years) {
        DemoStory.done(plans.capacity(year, CAPACITY, people.the(Role.QUALITY)));
        for (var visit : visits(year, years)) {
            DemoStory.done(plans.add(year, supplier(visit).id(), Math.max(visit.month(), LocalDate.now(clock).getMonthValue()), "named with the department of solder", people.the(Role.QUALITY)));
        }
    }

    /** Whoever became key by its risk since spring is added, if there is somebody. */
    private void drawUp(int year) {
        DemoStory.done(plans.capacity(year, 3 * CAPACITY, people.the(Role.QUALITY)));
        switch (plans.drawUp(year, people.the(Role.QUALITY))) {
            case Answer.Done<Integer> _ -> {}
            case Answer.Refused<Integer>(var reasons) when reasons.getFirst().key().equals("audit.nobody-to-visit") -> {}
            case Answer.Refused<Integer> refused -> DemoStory.done(refused);
        }
    }

    /** Of those that were drawn up, by the risk they bear, nine of ten are visited in autumn. */
    private List<Visit> drawn(int year, int part) {
        var lines = plans.lines(year).stream().filter(it -> it.reason().isEmpty() && !it.dropped())
                .filter(it -> suppliers.byNumber(it.number()).map(Supplier::lastDay).isEmpty()).sorted(Comparator.comparing(Plans.Line::number)).toList();
        return IntStream.range(0, lines.size()).filter(place -> place % PARTS == part && place % 10 != 6)
                .mapToObj(place -> new Visit(lines.get(place).number(), 10, Pace.IN_TIME, false, FOUND.get((place + year) % FOUND.size()))).toList();
    }

    private void visit(Visit visit) {
        var supplier = supplier(visit);
        var today = LocalDate.now(clock);
        var quality = another(Role.QUALITY);
        var ehs = people.the(Role.EHS);
        var site = suppliers.sites(supplier.id()).stream().findFirst().map(Supplier.Site::id)
                .orElseGet(() -> DemoStory.done(purchases.addSite(supplier.id(), "Plant 1", "1 Solder Road", supplier.country(), people.the(Role.BUYER))));
        var id = DemoStory.done(audits.arrange(supplier.id(), site, "Production, stores, dormitory", supplier.category().equals("solder") ? Packs.TIN : Packs.GENERAL, today, today, quality)).id();
        var team = new LinkedHashMap<Department, Me>();
        team.put(Department.QUALITY, quality);
        team.put(Department.PROCUREMENT, another(Role.BUYER));
        team.put(Department.PROCESS, people.the(Role.PROCESS));
        team.put(Department.EHS, ehs);
        team.forEach((department, me) -> DemoStory.done(teams.name(id, me.account(), department, me.equals(quality), quality)));
        team.values().forEach(me -> DemoStory.done(teams.declare(id, "", me)));
        var audit = DemoStory.done(teams.begin(id, quality));
        for (var question : packs.of(audit).questions()) {
            var severity = visit.again() ? null : visit.found().get(question.code());
            DemoStory.done(answers.take(id, new Answers.Given(UUID.randomUUID(), question.code(), severity == null ? Verdict.CONFORM : Verdict.FINDING, severity, question.clause(),
                    severity == null ? "" : SEEN.getOrDefault(question.code(), question.failsEn()), clock.instant()), ehs));
        }
        DemoStory.done(audits.met(id, Audit.Gathering.OPENING, today, 9, "", quality));
        DemoStory.done(audits.met(id, Audit.Gathering.CLOSING, today, 8, "", quality));
        DemoStory.done(audits.sampled(id, 14, "night shift, agency workers", "time records and waste papers of three months, licences", quality));
        DemoStory.done(reports.drawUp(id, quality));
        team.values().stream().filter(me -> !me.equals(quality)).forEach(me -> DemoStory.done(reports.say(id, true, "", me)));
    }

    private void answer(Visit visit) {
        var contact = contact(visit);
        var soon = LocalDate.now(clock).plusDays(12);
        open(visit, Case.State.PLAN_OWED).forEach(it -> {
            DemoStory.done(cases.plan(it.id(), new Cases.Plan("Stopped at once, the shift was told.", "Nobody was named for it.", List.of(
                    new Case.Measure(Case.Aim.CORRECTIVE, "Put right as the standard asks", "Plant manager", soon),
                    new Case.Measure(Case.Aim.PREVENTIVE, "Monthly round with a list", "EHS office", soon))), contact));
            DemoStory.done(rulings.accept(it.id(), people.the(Role.QUALITY)));
        });
    }

    private void prove(Visit visit) {
        var contact = contact(visit);
        open(visit, Case.State.PLAN_ACCEPTED).forEach(it -> DemoStory.done(cases.done(it.id(), "Done as planned.",
                List.of(new Cases.Upload("after-" + it.id() + ".txt", "text/plain", ("Invented photo of " + it.titleEn()).getBytes(java.nio.charset.StandardCharsets.UTF_8))), contact)));
    }

    private void close(Visit visit) {
        open(visit, Case.State.DONE_SENT).forEach(it -> {
            DemoStory.done(rulings.verify(it.id(), Case.Method.DESK, null, "The photos show it.", List.of(), people.the(Role.EHS)));
            DemoStory.done(rulings.close(it.id(), people.the(Role.QUALITY)));
        });
    }

    private List<Case> open(Visit visit, Case.State state) {
        return cases.of(supplier(visit).id()).stream().filter(it -> it.state() == state && it.kind().equals("audit.finding")).toList();
    }

    private Supplier supplier(Visit visit) {
        return suppliers.byNumber(visit.number()).orElseThrow();
    }

    /** Who has an account acts by it; making one for everybody would cost a visitor a minute of password hashes. */
    private Me contact(Visit visit) {
        var supplier = supplier(visit).id();
        var account = accounts.contactsOf(supplier).stream().findFirst();
        return new Me(account.map(Account::id).orElse(new UUID(0x5eed, supplier.getLeastSignificantBits())), account.map(Account::name).orElse("Contact"), Set.of(Role.SUPPLIER),
                Optional.of(supplier));
    }

    /** Not the one who entered the suppliers in the register, or decided about them. */
    private Me another(Role role) {
        var first = people.the(role).account();
        var other = accounts.holding(role).stream().filter(it -> !it.id().equals(first)).findFirst().orElseThrow();
        return new Me(other.id(), other.name(), other.roles(), other.supplier());
    }
}
