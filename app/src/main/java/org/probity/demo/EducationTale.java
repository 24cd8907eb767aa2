package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Passes;
import org.probity.people.education.Kind;
import org.probity.people.education.Payments;
import org.probity.people.education.Programmes;
import org.probity.people.education.Supports;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the invented company's people studied beside work: two partners, four programmes, some dozen supports of all kinds of engagement, instalments, results. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(82)
class EducationTale implements Tale {
    private static final List<String> KINDS = List.of("EMPLOYEE", "PART_TIME", "CONTRACTOR");
    /** So many that certificates are more than a few. */
    private static final int A_YEAR = 16;

    private final DemoPeople people;
    private final Directory directory;
    private final Passes passes;
    private final Programmes programmes;
    private final Supports supports;
    private final Payments payments;
    private final Figures figures;
    private final StatedTotals totals;
    private final JdbcClient db;

    EducationTale(DemoPeople people, Directory directory, Passes passes, Programmes programmes, Supports supports, Payments payments,
            Figures figures, StatedTotals totals, JdbcClient db) {
        this.people = people;
        this.directory = directory;
        this.passes = passes;
        this.programmes = programmes;
        this.supports = supports;
        this.payments = payments;
        this.figures = figures;
        this.totals = totals;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        tell(story, years, LocalDate.of(years.last(), 2, 20), "education programmes", () -> programmes(years.last()));
        for (var year : List.of(years.last(), years.current())) {
            tell(story, years, LocalDate.of(year, 3, 24), "education applications " + year, () -> apply(years.last(), year));
            tell(story, years, LocalDate.of(year, 6, 12), "education proofs " + year, () -> prove(year));
            tell(story, years, LocalDate.of(year, 7, 8), "education payments " + year, () -> pay(year));
            tell(story, years, LocalDate.of(year, 10, 16), "education results " + year, () -> conclude(year));
        }
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private void programmes(int year) {
        var hr = people.the(Role.HR);
        var open = DemoStory.done(programmes.add("Riverside Open College", "江畔开放学院", hr));
        var trade = DemoStory.done(programmes.add("Southern School of Trades", "南方技工学院", hr));
        open(open, Kind.JUNIOR_COLLEGE, "Electrical engineering, evening course", "电气工程（夜大专科）", "9600.00", year, 0, 0);
        open(open, Kind.BACHELOR, "Materials, evening course", "材料学（夜大本科）", "15800.00", year, 0, 0);
        open(trade, Kind.CERTIFICATE, "Electrician, high voltage", "高压电工证", "2150.50", year, 0, 0);
        open(trade, Kind.CERTIFICATE, "Vacuum technology abroad", "真空技术海外培训", "42000.00", year, 24, 80);
    }

    private void open(UUID partner, Kind kind, String en, String zh, String tuition, int year, int months, int percent) {
        DemoStory.done(programmes.open(new Programmes.Plan(partner, kind, en, zh, new BigDecimal(tuition), LocalDate.of(year, 3, 1), LocalDate.of(year + 3, 6, 30), months > 0, months, percent),
                people.the(Role.HR)));
    }

    /** Employees, part-time staff and contractors in turn; each year others. */
    private void apply(int began, int year) {
        var offered = programmes.all();
        for (var turn = 0; turn < A_YEAR; turn++) {
            var kind = KINDS.get(turn % KINDS.size());
            var line = Workforce.people(began).lines().skip(1).filter(it -> it.contains("," + kind + ",") && it.endsWith(",")).skip(3L * turn + (year == began ? 11 : 40)).findFirst().orElseThrow();
            var programme = offered.get(turn % offered.size());
            var id = DemoStory.done(supports.apply(programme.id(), "I have worked beside these machines for years and want to know why they do what they do.", me(line.split(",")[0])));
            if (turn == A_YEAR - 1) {
                DemoStory.done(supports.refuse(id, "The course begins before your engagement ends; please ask again in autumn.", people.the(Role.HR)));
            } else {
                DemoStory.done(supports.offer(id, programme.tuition().multiply(new BigDecimal("0.80")).setScale(2), people.the(Role.HR)));
                DemoStory.done(supports.rule(id, Outcome.APPROVED, "", people.the(Role.UNION)));
            }
        }
    }

    private List<org.probity.people.education.Support> running(int year) {
        return supports.all().stream().filter(it -> it.number().startsWith("S" + year + "-") && it.amount() != null).toList();
    }

    private void prove(int year) {
        for (var it : running(year)) {
            var half = it.amount().divide(BigDecimal.valueOf(2), 2, java.math.RoundingMode.DOWN);
            DemoStory.done(supports.prove(it.id(), half, new Supports.Upload("receipt-" + it.number() + ".txt", ("Receipt " + it.number() + " " + half + " CNY\n").getBytes(StandardCharsets.UTF_8)),
                    new Me(it.appliedBy(), it.personEn(), Set.of(Role.EMPLOYEE), Optional.empty())));
        }
    }

    private void pay(int year) {
        var csv = new StringBuilder("number,no,amount,paid_on\n");
        var sum = BigDecimal.ZERO;
        for (var it : running(year)) {
            for (var proof : supports.proofs(it.id())) {
                if (proof.paidOn() == null) {
                    csv.append(it.number()).append(',').append(proof.no()).append(',').append(proof.amount()).append(',').append(LocalDate.of(year, 7, 5)).append('\n');
                    sum = sum.add(proof.amount());
                }
            }
        }
        DemoStory.done(payments.bring(csv.toString().getBytes(StandardCharsets.UTF_8), sum, people.the(Role.HR)));
        DemoStory.done(totals.state(figures.find("study-paid").orElseThrow(), year, sum.toPlainString(), "General ledger, account for studies, " + year, people.the(Role.HR)));
    }

    /** Certificates are short; one was failed. */
    private void conclude(int year) {
        var first = true;
        for (var it : running(year).stream().filter(one -> one.kind() == Kind.CERTIFICATE).toList()) {
            DemoStory.done(supports.conclude(it.id(), first && year % 2 == 0 ? "FAILED" : "OBTAINED", LocalDate.of(year, 9, 30),
                    new Supports.Upload("certificate-" + it.number() + ".txt", ("Certificate " + it.number() + "\n").getBytes(StandardCharsets.UTF_8)), people.the(Role.HR)));
            first = false;
        }
    }

    private Me me(String number) {
        var person = directory.byNumber(number).orElseThrow();
        var account = db.sql("SELECT account FROM directory.pass WHERE person = :person").param("person", person.id()).query(UUID.class).optional()
                .orElseGet(() -> DemoStory.done(passes.invite(person.id(), "zh", people.the(Role.HR).account())));
        return new Me(account, person.nameEn(), Set.of(Role.EMPLOYEE), Optional.empty());
    }
}
