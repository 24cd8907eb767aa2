package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.people.Traces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Each field says by which rule it is kept; when the time after the last day is over, rows and salts go, and what the log committed to stays. */
@WholeHouse
class LettingGoOfALeaverTest {
    static final Me LEGAL = new Me(UUID.randomUUID(), "Shen Yi", Set.of(Role.LEGAL), Optional.empty());

    @Autowired Bases bases;
    @Autowired Leavers leavers;
    @Autowired LabourData data;
    @Autowired Identities identities;
    @Autowired Contracts contracts;
    @Autowired Papers papers;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationContext house;
    @Autowired MockMvcTester browser;

    LocalDate last;
    UUID person;

    @BeforeEach
    void somebodyWhoLeft() {
        last = LocalDate.of(2025, 6, 30);
        var code = "L" + UUID.randomUUID().toString().substring(0, 8);
        person = AWorker.engaged(house, AWorker.site(house, code, "CN", "Anhui"), code + "-1", Engagement.EMPLOYEE, AWorker.BEGUN, last);
        done(identities.attest(person, new Identity(Identity.Document.PASSPORT, code, LocalDate.of(1990, 1, 1), Identity.Sex.F, LocalDate.of(2023, 12, 28)), HR));
        done(contracts.tell(person, new Contract(Contract.Act.CONTRACT, Contract.Term.OPEN, AWorker.BEGUN, AWorker.BEGUN, null, 0, Contract.Category.PRODUCTION, true), HR));
        done(papers.show(person, Papers.Kind.DISABILITY, LocalDate.of(2024, 2, 1), null, HR));
    }

    long rows(String table) {
        return db.sql("SELECT count(*) FROM labour." + table + " WHERE person = :person").param("person", person).query(Long.class).single();
    }

    @Test
    void rowsAndSaltsGoWhenTheTermIsOverAndTheCommitmentStays() {
        var record = db.sql("SELECT record FROM labour.identity WHERE person = :person").param("person", person).query(UUID.class).single();
        assertThat(log.opening(record)).isPresent();
        leavers.timeIsOver(new DayHasBegun(last.plusMonths(24)));
        assertThat(rows("identity")).as("on the last day of the term").isOne();
        leavers.timeIsOver(new DayHasBegun(last.plusMonths(24).plusDays(1)));
        for (var table : List.of("identity", "contract", "paper")) {
            assertThat(rows(table)).as(table).isZero();
        }
        assertThat(log.opening(record)).as("the salt").isEmpty();
        assertThat(db.sql("SELECT count(*) FROM log.record WHERE id = :record").param("record", record).query(Long.class).single()).as("the commitment").isOne();
        assertThat(db.sql("SELECT of_age AND verified_on = '2023-12-28' FROM labour.was_checked WHERE person = :person").param("person", person).query(Boolean.class).single()).isTrue();
    }

    @Test
    void whereNoRuleOfACountryIsKnownChinasTermHolds() {
        var code = "V" + UUID.randomUUID().toString().substring(0, 8);
        person = AWorker.engaged(house, AWorker.site(house, code, "VN", "Hanoi"), code + "-1", Engagement.EMPLOYEE, AWorker.BEGUN, last);
        done(identities.attest(person, new Identity(Identity.Document.PASSPORT, code, LocalDate.of(1990, 1, 1), Identity.Sex.F, LocalDate.of(2023, 12, 28)), HR));
        assertThat(bases.of(person)).isEqualTo(bases.in("CN"));
        leavers.timeIsOver(new DayHasBegun(last.plusMonths(24)));
        assertThat(rows("identity")).as("on the last day of the term").isOne();
        leavers.timeIsOver(new DayHasBegun(last.plusMonths(24).plusDays(1)));
        assertThat(rows("identity")).isZero();
    }

    @Test
    void allOfItGoesWhenWhoTheyWereIsForgotten() {
        var word = "w" + UUID.randomUUID();
        var run = UUID.randomUUID();
        db.sql("INSERT INTO labour.run (id, first, day, ran_at, people, facts, hits, fresh, millis, record) VALUES (:run, date_trunc('month', CAST(:day AS date))::date, :day, now(), 1, 0, 1, 1, 1, :run)").param("run", run).param("day", last).update();
        db.sql("INSERT INTO labour.finding (id, code, severity, person, about, facts, run, found_at) VALUES (:run, 'rest', 'BLOCK', :person, '2025-06', '{\"key\":\"rest\",\"args\":[7,6]}', :run, now())").param("run", run)
                .param("person", person).update();
        db.sql("INSERT INTO labour.finding_step (finding, no, state, words, at) VALUES (:run, 1, 'OPEN', :word, now())").param("run", run).param("word", word).update();
        var number = db.sql("SELECT encode(number_hash, 'hex') FROM labour.identity WHERE person = :person").param("person", person).query(String.class).single();
        assertThat(Traces.of(db, word)).containsExactly("labour.finding_step.words");
        transaction.executeWithoutResult(_ -> house.publishEvent(new Directory.Forgotten(person)));
        assertThat(rows("identity") + rows("contract") + rows("paper")).isZero();
        assertThat(Traces.of(db, word)).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM labour.identity WHERE number_hash = decode(:number, 'hex')").param("number", number).query(Long.class).single()).isZero();
        assertThat(rows("finding")).as("that a check found something").isOne();
        assertThat(db.sql("SELECT facts::text FROM labour.finding WHERE id = :run").param("run", run).query(String.class).single()).as("and no longer what").doesNotContain("7", "6");
    }

    @Test
    void eachFieldThatIsShownNamesItsRuleAndCounselConfirmsIt() {
        var account = new Me(UUID.randomUUID(), "Leaver", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'x', :email, 'en', now(), :id)").param("id", account.account()).param("email", account.account() + "@x.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", account.account()).update();
        var owner = house.getBean(org.probity.house.access.Accounts.class).find(account.account()).orElseThrow();
        var said = data.bases(owner);
        data.about(owner).stream().filter(part -> !part.rows().isEmpty()).forEach(part -> part.rows().getFirst().keySet().forEach(field ->
                assertThat(said).as("%s %s", part.name(), field).anyMatch(it -> it.part().equals(part.name()) && it.field().equals(field))));
        assertThat(browser.get().uri("/app/me/data").with(As.me(account))).hasStatusOk().bodyText().contains("State Council Decree 364").contains("To be confirmed by counsel");

        var today = LocalDate.now(clock);
        var word = new Bases.Word("findings", List.of("about"), "DE", today, "Read in the law itself", "", 12);
        assertThat(key(bases.say(word, HR))).isEqualTo("labour.counsel-says");
        assertThat(key(bases.say(new Bases.Word("findings", List.of("salary"), "DE", today, "x", "", 12), LEGAL))).isEqualTo("labour.basis-unknown");
        assertThat(key(bases.say(new Bases.Word("findings", List.of("about"), "DE", today, " ", "", 12), LEGAL))).isEqualTo("labour.source-missing");
        assertThat(key(bases.say(new Bases.Word("findings", List.of("about"), "DE", today, "x".repeat(1_001), "", 12), LEGAL))).isEqualTo("labour.source-long");
        assertThat(key(bases.say(new Bases.Word("findings", List.of("about"), "DE", today.minusDays(1), "x", "", 12), LEGAL))).isEqualTo("labour.from-past");
        assertThat(key(bases.say(new Bases.Word("findings", List.of("about"), "DE", today, "x", "", 601), LEGAL))).isEqualTo("labour.months-wrong");
        assertThat(key(bases.say(new Bases.Word("findings", List.of("about"), "DE", today, "x", "no-such-rule", 12), LEGAL))).isEqualTo("labour.rule-code-unknown");
        done(bases.say(word, LEGAL));
        assertThat(bases.in("DE")).filteredOn(it -> it.part().equals("findings") && it.field().equals("about")).singleElement().satisfies(it -> assertThat(it.confirmed()).isTrue());
        assertThat(browser.get().uri("/app/labour/bases?country=DE").with(As.me(LEGAL))).hasStatusOk().bodyText().contains("Read in the law itself");
    }
}
