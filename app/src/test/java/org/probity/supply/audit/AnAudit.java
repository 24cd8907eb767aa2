package org.probity.supply.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.shapes.casework.Cases;
import org.probity.supply.audit.Audit.Gathering;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An audit for tests, brought as far as a test needs it. Lazy, because the demo's people come once the house stands; no component, or every house of a test would have it. */
@Lazy
class AnAudit {
    final Suppliers suppliers;
    final Audits audits;
    final Teams teams;
    final Answers answers;
    final Reports reports;
    final Packs packs;
    final Cases cases;
    final JdbcClient db;
    final LocalDate today;
    final Me entered;
    final Me buyer;
    final Me quality;
    final Me process;
    final Me ehs;

    AnAudit(
            Suppliers suppliers, Audits audits, Teams teams, Answers answers, Reports reports, Packs packs, Cases cases, JdbcClient db, Clock clock, DemoPeople people,
            Accounts accounts) {
        this.suppliers = suppliers;
        this.audits = audits;
        this.teams = teams;
        this.answers = answers;
        this.reports = reports;
        this.packs = packs;
        this.cases = cases;
        this.db = db;
        this.today = LocalDate.now(clock);
        this.entered = people.the(Role.BUYER);
        var other = accounts.holding(Role.BUYER).stream().filter(it -> !it.id().equals(entered.account())).findFirst().orElseThrow();
        this.buyer = new Me(other.id(), other.name(), other.roles(), other.supplier());
        this.quality = people.the(Role.QUALITY);
        this.process = people.the(Role.PROCESS);
        this.ehs = people.the(Role.EHS);
    }

    UUID supplier(String category) {
        var number = "V" + UUID.randomUUID().toString().substring(0, 8);
        return done(suppliers.register(new Suppliers.Registration(number, "Glass " + number, "玻璃" + number, "CN", category, null, null), entered));
    }

    UUID site(UUID supplier) {
        return db.sql("INSERT INTO supplier.site (id, supplier, name, address, country, from_day) VALUES (gen_random_uuid(), :supplier, 'Plant 1', 'Road 5', 'CN', :day) RETURNING id")
                .param("supplier", supplier).param("day", today.minusYears(1)).query(UUID.class).single();
    }

    Audit arranged() {
        var supplier = supplier("glass");
        return done(audits.arrange(supplier, site(supplier), "Tempering line", Packs.GENERAL, today, today, quality));
    }

    Audit underway() {
        var audit = arranged();
        done(teams.name(audit.id(), quality.account(), Department.QUALITY, true, quality));
        done(teams.name(audit.id(), buyer.account(), Department.PROCUREMENT, false, quality));
        done(teams.name(audit.id(), process.account(), Department.PROCESS, false, quality));
        done(teams.name(audit.id(), ehs.account(), Department.EHS, false, quality));
        for (var me : new Me[] {quality, buyer, process, ehs}) {
            done(teams.declare(audit.id(), "", me));
        }
        return done(teams.begin(audit.id(), quality));
    }

    Answers.Given given(String question, Verdict verdict) {
        return verdict == Verdict.FINDING
                ? new Answers.Given(UUID.randomUUID(), question, verdict, Severity.MAJOR, "ISO 45001:2018 8.2", "locked with a chain", java.time.Instant.now())
                : new Answers.Given(UUID.randomUUID(), question, verdict, null, "", "", java.time.Instant.now());
    }

    /** All conform but those named, which are findings of that severity. */
    Audit answered(Severity severity, String... findings) {
        var audit = underway();
        for (var question : packs.of(audit).questions()) {
            var found = Arrays.asList(findings).contains(question.code());
            var given = given(question.code(), found ? Verdict.FINDING : Verdict.CONFORM);
            done(answers.take(audit.id(), found ? new Answers.Given(given.id(), given.question(), given.verdict(), severity, given.clause(), given.note(), given.madeAt()) : given, ehs));
        }
        done(audits.met(audit.id(), Gathering.OPENING, today, 9, "", quality));
        done(audits.met(audit.id(), Gathering.CLOSING, today, 7, "", quality));
        done(audits.sampled(audit.id(), 12, "night shift", "time records of three months", quality));
        return audits.find(audit.id()).orElseThrow();
    }

    Audit reported(Severity severity, String... findings) {
        var audit = answered(severity, findings);
        done(reports.drawUp(audit.id(), quality));
        done(reports.say(audit.id(), true, "", buyer));
        done(reports.say(audit.id(), true, "", process));
        return done(reports.say(audit.id(), true, "", ehs));
    }

    static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done<T>) answer).value();
    }

    static String key(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused<?>) answer).reasons().getFirst().key();
    }
}
