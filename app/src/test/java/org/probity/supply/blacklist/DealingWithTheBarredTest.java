package org.probity.supply.blacklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.blacklist.ACase.LEGAL;
import static org.probity.supply.blacklist.ACase.done;
import static org.probity.supply.blacklist.ACase.forGood;
import static org.probity.supply.blacklist.ACase.refused;
import static org.probity.supply.blacklist.ACase.until;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figures;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Deeds;
import org.probity.supply.clearance.Question;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class DealingWithTheBarredTest {
    @Autowired Matters matters;
    @Autowired Blacklist blacklist;
    @Autowired Kinship kinship;
    @Autowired Dealings dealings;
    @Autowired Incidents incidents;
    @Autowired Clearances clearances;
    @Autowired Accounts accounts;
    @Autowired Figures figures;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    ACase cases;
    Me colleague;

    @BeforeEach
    void colleague() {
        cases = new ACase(matters, blacklist, db, clock);
        var account = ((Ruling.Granted<UUID>) accounts.invite(
                new Accounts.Newcomer("Wen", UUID.randomUUID() + "@helia.example", Set.of(Role.EMPLOYEE), Optional.empty(), "zh"), Accounts.HOUSE)).value();
        colleague = new Me(account, "Wen", Set.of(Role.EMPLOYEE), Optional.empty());
    }

    String numbered(UUID supplier) {
        return db.sql("SELECT number FROM supplier.name WHERE id = :id").param("id", supplier).query(String.class).single();
    }

    boolean stopped(UUID supplier) {
        return !clearances.ask(new Question(supplier, null, null, Act.ORDER), LEGAL).orElseThrow().allowed();
    }

    @Test
    void everyColleagueLearnsWhetherSomebodyIsBarredAndNotWhy() {
        var supplier = cases.supplier();
        var number = numbered(supplier);
        assertThat(dealings.may(number)).singleElement().matches(it -> !it.barred());
        cases.barred(supplier, until(cases.today().plusDays(9)));
        assertThat(dealings.may(number)).singleElement().matches(Dealings.Party::barred);
        assertThat(dealings.may("x")).as("one letter asks for everybody").isEmpty();
    }

    @Test
    void aDealingIsDeclaredAndWithSomebodyBarredRefused() {
        var supplier = cases.supplier();
        assertThat(done(dealings.declare("Somebody", numbered(supplier), "SHARE", "Three hundred shares", colleague)).refused()).isFalse();
        cases.barred(supplier, forGood());
        assertThat(done(dealings.declare("Somebody", numbered(supplier), "SHARE", "", colleague)).refused()).isTrue();
        assertThat(dealings.of(colleague.account())).hasSize(2);
        refused(dealings.declare("", "", "SHARE", "", colleague), "blacklist.party-missing");
        refused(dealings.declare("x".repeat(201), "", "SHARE", "", colleague), "blacklist.party-long");
        refused(dealings.declare("Somebody", "", "", "", colleague), "blacklist.dealing-kind");
        refused(dealings.declare("Somebody", "", "SHARE", "x".repeat(4001), colleague), "blacklist.words-long");
        refused(dealings.declare("Somebody", "no such number", "SHARE", "", colleague), "blacklist.party-unknown");
    }

    @Test
    void sameOwnerAccountAddressPhoneOrDomainIsProposedAndAPersonSays() {
        var supplier = cases.supplier();
        var other = cases.supplier();
        var third = cases.supplier();
        done(kinship.note(supplier, Kinship.Trait.BANK_ACCOUNT, "6222 0210-0111 " + supplier, LEGAL));
        done(kinship.note(other, Kinship.Trait.BANK_ACCOUNT, "62220210０111 " + supplier, LEGAL));
        done(kinship.note(third, Kinship.Trait.OWNER, "6222 0210-0111 " + supplier, LEGAL));
        db.sql("""
                INSERT INTO supplier.contact (id, supplier, name, email, phone, from_day)
                VALUES (gen_random_uuid(), :one, 'A', 'a@' || :domain, '+86 571 8000 ' || :digits, current_date), (gen_random_uuid(), :other, 'B', 'b@' || upper(:domain), '86-5718000' || :digits, current_date),
                       (gen_random_uuid(), :one, 'A', 'a@qq.com', '', current_date), (gen_random_uuid(), :third, 'C', 'c@qq.com', '', current_date)
                """).param("one", supplier).param("other", other).param("third", third).param("domain", supplier + ".example").param("digits", String.valueOf(System.nanoTime())).update();
        assertThat(kinship.of(supplier)).singleElement().satisfies(it -> {
            assertThat(it.other()).isEqualTo(other);
            assertThat(it.kinds()).containsExactly("BANK_ACCOUNT", "EMAIL_DOMAIN", "PHONE");
        });
        var matter = cases.barred(supplier, forGood());
        assertThat(stopped(other)).as("nobody is stopped for a likeness").isFalse();
        refused(kinship.say(UUID.randomUUID(), other, true, "x", LEGAL), "blacklist.unknown");
        refused(kinship.say(matter, supplier, true, "x", LEGAL), "blacklist.supplier-unknown");
        refused(kinship.say(matter, other, true, "", LEGAL), "blacklist.reason-missing");
        refused(kinship.say(matter, other, true, "x".repeat(4001), LEGAL), "blacklist.words-long");
        done(kinship.say(matter, other, true, "Same people, same plant.", LEGAL));
        assertThat(stopped(other)).isTrue();
        assertThat(dealings.may(numbered(other))).singleElement().matches(Dealings.Party::barred);
        done(kinship.say(matter, other, false, "It was sold.", LEGAL));
        assertThat(stopped(other)).isFalse();
        refused(kinship.note(UUID.randomUUID(), Kinship.Trait.OWNER, "Somebody", LEGAL), "blacklist.supplier-unknown");
        refused(kinship.note(supplier, Kinship.Trait.BANK_ACCOUNT, "12-3", LEGAL), "blacklist.trait-missing");
        assertThat(db.sql("SELECT count(*) FROM blacklist.trait WHERE supplier = :id AND length(hash) = 32").param("id", supplier).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void whatWasDealtInSpiteOfABanBecomesAnIncidentWithItsCause() {
        var supplier = cases.supplier();
        cases.barred(supplier, new Blacklist.Scope(false, cases.today().plusDays(90), cases.today(), null));
        var from = cases.today();
        var before = report(supplier, Deeds.Kind.ORDER, from.minusDays(1), null);
        var sameDayAllowed = report(supplier, Deeds.Kind.ORDER, from, true);
        var sameDay = report(supplier, Deeds.Kind.ORDER, from, null);
        var sameDayRefused = report(supplier, Deeds.Kind.ORDER, from, false);
        var receipt = report(supplier, Deeds.Kind.RECEIPT, from, null);
        var payment = report(supplier, Deeds.Kind.PAYMENT, from, null);
        assertThat(about(supplier)).extracting(Incident::document).containsExactlyInAnyOrder(sameDay, sameDayRefused, payment)
                .doesNotContain(before, sameDayAllowed, receipt);
        var one = about(supplier).getFirst();
        refused(incidents.close(UUID.randomUUID(), "OTHER", "x", LEGAL), "blacklist.incident-unknown");
        refused(incidents.close(one.id(), "", "x", LEGAL), "blacklist.cause-missing");
        refused(incidents.close(one.id(), "NOT_ASKED", "", LEGAL), "blacklist.words-missing");
        refused(incidents.close(one.id(), "NOT_ASKED", "x".repeat(4001), LEGAL), "blacklist.words-long");
        done(incidents.close(one.id(), "NOT_ASKED", "The plant's ledger asks from now on.", LEGAL));
        refused(incidents.close(one.id(), "NOT_ASKED", "x", LEGAL), "blacklist.incident-closed");
        assertThat(incidents.find(one.id()).orElseThrow().open()).isFalse();
    }

    @Test
    void aBanThatWasLiftedSinceStillCountsForItsDays() {
        var supplier = cases.supplier();
        var matter = cases.barred(supplier, forGood());
        db.sql("UPDATE blacklist.ban SET from_day = from_day - 10, in_force = daterange(from_day - 10, NULL) WHERE supplier = :id").param("id", supplier).update();
        done(blacklist.ruleLifting(done(blacklist.proposeLifting(matter, "x", LEGAL)), Outcome.APPROVED, "", ACase.QUALITY));
        var inside = report(supplier, Deeds.Kind.ORDER, cases.today().minusDays(1), null);
        report(supplier, Deeds.Kind.ORDER, cases.today(), null);
        assertThat(about(supplier)).extracting(Incident::document).containsExactly(inside);
    }

    @Test
    void theFiguresCountBansAndIncidentsAndAgreeWithTheirOtherSources() {
        var supplier = cases.supplier();
        var barredBefore = figures.number(figures.find("suppliers-barred").orElseThrow(), cases.today().getYear());
        cases.barred(supplier, forGood());
        var barred = figures.number(figures.find("suppliers-barred").orElseThrow(), cases.today().getYear());
        assertThat(new BigDecimal(barred.shown().replace(",", "")).subtract(barredBefore.exact().isEmpty() ? BigDecimal.ZERO : new BigDecimal(barredBefore.shown().replace(",", ""))))
                .isEqualByComparingTo("1");
        assertThat(barred.control().difference()).as("other tests of the same database bar without a word in the log; this one does not")
                .isEqualByComparingTo(barredBefore.control().difference());
        var value = figures.live(figures.find("suppliers-barred").orElseThrow(), cases.today().getYear());
        assertThat(value.rows()).anyMatch(row -> row.subject().equals(supplier) && row.facts().members().get("blacklist.grounds").text().contains("BRIBERY"));
        assertThat(figures.live(figures.find("suppliers-barred").orElseThrow(), cases.today().getYear() - 5).rows()).isEmpty();
        report(supplier, Deeds.Kind.ORDER, cases.today(), null);
        assertThat(figures.find("dealt-with-the-barred").orElseThrow().fold().inputs()).containsExactly("incidents");
    }

    List<Incident> about(UUID supplier) {
        return incidents.all().stream().filter(it -> it.supplier().equals(supplier)).toList();
    }

    String report(UUID supplier, Deeds.Kind kind, java.time.LocalDate day, Boolean allowed) {
        var document = UUID.randomUUID().toString();
        transaction.executeWithoutResult(_ -> events.publishEvent(new Deeds.Reported(UUID.randomUUID(),
                List.of(new Deeds.Deed(kind, document, supplier, day, BigDecimal.TEN, "CNY", allowed)))));
        return document;
    }
}
