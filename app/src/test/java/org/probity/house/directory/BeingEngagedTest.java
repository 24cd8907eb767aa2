package org.probity.house.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.directory.Staff.Identity;
import org.probity.house.directory.Staff.Term;
import org.probity.house.log.Log;
import org.probity.house.settings.Keeping;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class BeingEngagedTest {
    static final LocalDate BEGUN = LocalDate.of(2015, 1, 1);
    static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    static final LocalDate MAY_31 = JUNE.minusDays(1);

    @Autowired Directory directory;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired Erasures erasures;
    @Autowired ColumnNotes notes;
    @Autowired Keeping keeping;
    @Autowired Accounts accounts;
    @Autowired AuditTrail trail;
    @Autowired Log log;
    @Autowired JdbcClient db;

    final UUID me = UUID.randomUUID();
    final String tag = UUID.randomUUID().toString().substring(0, 8);
    UUID cells;
    UUID modules;
    UUID lin;

    @BeforeEach
    void anEmployee() {
        var company = done(organisation.found(tag + "E", Place.Kind.ENTITY, null, Organisation.Details.named("E", ""), BEGUN, "", me));
        cells = done(organisation.found(tag + "C", Place.Kind.UNIT, company, Organisation.Details.named("C", ""), BEGUN, "", me));
        modules = done(organisation.found(tag + "M", Place.Kind.UNIT, company, Organisation.Details.named("M", ""), BEGUN, "", me));
        lin = takeOn("lin." + tag + "@helia.example");
    }

    UUID takeOn(String email) {
        return done(staff.takeOn(new Identity(tag + UUID.randomUUID(), "林一", "Lin Yi", email), employee(BEGUN, null), "", me));
    }

    Term employee(LocalDate from, LocalDate until) {
        return new Term(Engagement.EMPLOYEE, cells, "Operator", from, until);
    }

    static UUID done(Answer<UUID> answer) {
        return ChangingTheOrganisationTest.done(answer);
    }

    static String key(Answer<?> answer) {
        return ChangingTheOrganisationTest.key(answer);
    }

    List<Directory.Stretch> held(UUID person) {
        return directory.person(person).orElseThrow().stretches().stream().filter(Directory.Stretch::holds).toList();
    }

    UUID last(UUID person) {
        return held(person).getFirst().id();
    }

    @Test
    void aTransferEndsOneStretchAndBeginsTheNext() {
        var believed = last(lin);
        done(staff.transfer(believed, modules, "Lead operator", JUNE, "", me));
        assertThat(held(lin)).extracting(Directory.Stretch::unit).containsExactly(modules, cells);
        assertThat(held(lin)).extracting(Directory.Stretch::untilDay).containsExactly(null, MAY_31);
        assertThat(key(staff.transfer(believed, modules, "", JUNE, "", me))).isEqualTo("directory.engagement-gone");
        assertThat(key(staff.transfer(last(lin), modules, "", JUNE, "", me))).isEqualTo("directory.not-within");
        assertThat(key(staff.transfer(last(lin), UUID.randomUUID(), "", JUNE.plusDays(1), "", me))).isEqualTo("directory.unit-not-there");
    }

    @Test
    void whoeverLeftIsRehired() {
        done(staff.end(last(lin), MAY_31, "", me));
        done(staff.engage(lin, new Term(Engagement.REHIRED, cells, "Adviser", JUNE, null), "", me));
        assertThat(held(lin)).extracting(Directory.Stretch::kind).containsExactly(Engagement.REHIRED, Engagement.EMPLOYEE);
    }

    @Test
    void twoOfOneKindCannotCoverADayButTwoKindsMay() {
        assertThat(key(staff.engage(lin, employee(JUNE, null), "", me))).isEqualTo("directory.overlaps");
        done(staff.engage(lin, new Term(Engagement.CONTRACTOR, modules, "", JUNE, null), "", me));
        assertThat(held(lin)).hasSize(2);
        assertThat(key(staff.engage(lin, new Term(Engagement.INTERN, modules, "", JUNE, null), "", me))).isEqualTo("directory.begins-then");
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO directory.engagement (id, person, kind, unit, title, from_day, recorded_at, act)
                SELECT gen_random_uuid(), person, kind, unit, '', from_day + 1, now(), act FROM directory.engagement WHERE id = :id
                """).param("id", last(lin)).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("engaged_once_a_day_in_a_kind");
    }

    @Test
    void aCorrectionSupersedesAndSaysWhy() {
        assertThat(key(staff.correct(last(lin), employee(BEGUN, null), " ", me))).isEqualTo("directory.reason-missing");
        done(staff.correct(last(lin), new Term(Engagement.DISPATCH, cells, "", BEGUN.plusDays(3), null), "the agency wrote", me));
        assertThat(held(lin)).singleElement().returns(Engagement.DISPATCH, Directory.Stretch::kind).returns("the agency wrote", Directory.Stretch::why);
        assertThat(directory.person(lin).orElseThrow().stretches()).hasSize(2);
        assertThat(key(staff.correct(UUID.randomUUID(), employee(BEGUN, null), "x", me))).isEqualTo("directory.engagement-gone");
    }

    @Test
    void anEndLiesWithinAndOnce() {
        assertThat(key(staff.end(last(lin), BEGUN.minusDays(1), "", me))).isEqualTo("directory.ends-before");
        done(staff.end(last(lin), MAY_31, "", me));
        assertThat(key(staff.end(last(lin), MAY_31, "", me))).isEqualTo("directory.ended-already");
        assertThat(key(staff.end(UUID.randomUUID(), MAY_31, "", me))).isEqualTo("directory.engagement-gone");
        assertThat(key(staff.engage(lin, employee(JUNE, MAY_31), "", me))).isEqualTo("directory.ends-before");
    }

    @Test
    void namesAndNumbersAreChecked() {
        assertThat(key(staff.takeOn(new Identity("", "林", "", ""), employee(BEGUN, null), "", me))).isEqualTo("directory.field-missing");
        assertThat(key(staff.takeOn(new Identity(directory.person(lin).orElseThrow().number(), "林", "", ""), employee(BEGUN, null), "", me))).isEqualTo("directory.number-taken");
        assertThat(key(staff.name(lin, new Identity("", " ", "", ""), "", me))).isEqualTo("directory.field-missing");
        assertThat(key(staff.name(lin, new Identity("", "林", "", "at home"), "", me))).isEqualTo("directory.email-wrong");
        done(staff.name(lin, new Identity("", "林一一", "", ""), "married", me));
        assertThat(directory.person(lin).orElseThrow()).returns("林一一", Directory.Person::nameZh).returns("", Directory.Person::email);
    }

    @Test
    void theListFindsByAnyNameAndInUnitsBelow() {
        assertThat(directory.members(new Directory.Search(JUNE, "lin." + tag, true, tag + "E", "", ""), "name.number", 9, 0)).singleElement()
                .returns(lin, Directory.Member::person);
        assertThat(directory.count(new Directory.Search(JUNE, "林一", true, tag + "M", "", ""))).isZero();
        assertThat(directory.count(new Directory.Search(BEGUN.minusDays(1), "lin." + tag, true, "", "", "LEFT"))).isEqualTo(1);
        assertThat(directory.count(new Directory.Search(JUNE, "lin." + tag, true, "", "", "INTERN"))).isZero();
        assertThat(directory.count(new Directory.Search(JUNE, "%" + tag, true, "", "", ""))).as("a per cent sign is a sign").isZero();
    }

    @Test
    void whoeverIsInvitedSignsInUntilTheDayAfterTheirLast() {
        var account = done(passes.invite(lin, "zh", me));
        assertThat(accounts.find(account).orElseThrow()).returns("林一", it -> it.name()).returns(Set.of(Role.EMPLOYEE), it -> it.roles());
        assertThat(key(passes.invite(lin, "zh", me))).isEqualTo("directory.has-account");
        done(staff.end(last(lin), MAY_31, "", me));
        passes.keepLeaversOut(new DayHasBegun(MAY_31));
        assertThat(accounts.find(account).orElseThrow().disabled()).as("their last day").isFalse();
        passes.keepLeaversOut(new DayHasBegun(JUNE));
        assertThat(accounts.find(account).orElseThrow().disabled()).isTrue();
        assertThat(trail.notes(new AuditTrail.Filter(account, "account.disabled", null, null, null), 5)).hasSize(1);
        passes.keepLeaversOut(new DayHasBegun(JUNE.plusDays(1)));
        assertThat(trail.notes(new AuditTrail.Filter(account, "account.disabled", null, null, null), 5)).hasSize(1);
    }

    @Test
    void aRetireeAndATransferredColleagueKeepTheirAccounts() {
        var account = done(passes.invite(lin, "en", me));
        done(staff.end(last(lin), MAY_31, "", me));
        done(staff.engage(lin, new Term(Engagement.RETIREE, cells, "", JUNE, null), "", me));
        passes.keepLeaversOut(new DayHasBegun(JUNE));
        assertThat(accounts.find(account).orElseThrow().disabled()).isFalse();
    }

    @Test
    void anAccountIsLinkedToOneEngagedPersonWithAnAddress() {
        assertThat(key(passes.invite(takeOn(""), "en", me))).isEqualTo("directory.email-missing");
        var left = takeOn("left." + tag + "@helia.example");
        done(staff.end(last(left), MAY_31, "", me));
        assertThat(key(passes.invite(left, "en", me))).isEqualTo("directory.not-engaged");
        var there = ((Ruling.Granted<UUID>) accounts.invite(
                new Accounts.Newcomer("Wu", "wu." + tag + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), me)).value();
        assertThat(done(passes.invite(takeOn("WU." + tag + "@helia.example"), "en", me))).isEqualTo(there);
        assertThat(key(passes.invite(takeOn("wu." + tag + "@helia.example"), "en", me))).isEqualTo("directory.account-of-another");
    }

    @Test
    void aFormerMembersNameIsErasedByTwoAfterTheTimeOfTheLaw() {
        assertThat(key(erasures.propose(lin, me))).isEqualTo("directory.still-kept");
        done(staff.end(last(lin), directory.today().minusDays(Erasures.KEPT.usually() + 1), "private words", me));
        var record = db.sql("SELECT record FROM directory.act WHERE person = :p AND verb = 'END'").param("p", lin).query(UUID.class).single();
        assertThat(key(erasures.confirm(lin, me))).isEqualTo("directory.erasure-gone");
        done(erasures.propose(lin, me));
        assertThat(key(erasures.propose(lin, UUID.randomUUID()))).isEqualTo("directory.erasure-proposed");
        assertThat(key(erasures.confirm(lin, me))).isEqualTo("directory.needs-another-person");
        assertThat(directory.person(lin)).isPresent();
        done(erasures.confirm(lin, UUID.randomUUID()));
        assertThat(directory.person(lin)).isEmpty();
        assertThat(log.opening(record)).as("nobody can show any more what it said").isEmpty();
        log.settle();
        assertThat(log.place(record)).as("its entry stays, or the tree would break").isPresent();
        assertThat(db.sql("SELECT title || kind FROM directory.engagement WHERE person = :p AND superseded_at IS NULL").param("p", lin)
                .query(String.class).single()).isEqualTo("EMPLOYEE");
        assertThat(db.sql("SELECT count(*) FROM directory.act WHERE person = :p AND reason <> ''").param("p", lin).query(Long.class).single()).isZero();
    }

    /** The last of all addresses is among the values that the database notes of them. */
    @Test
    void whatTheDatabaseNotedOfSomebodyIsForgottenToo() {
        var last = "zzzz." + tag + "@helia.example";
        var somebody = takeOn(last);
        Supplier<Long> noted = () -> db.sql("SELECT count(*) FROM pg_stats WHERE histogram_bounds::text LIKE '%' || :last || '%' OR most_common_vals::text LIKE '%' || :last || '%'").param("last", last)
                .query(Long.class).single();
        db.sql("ANALYZE directory.person_fact").update();
        assertThat(noted.get()).isPositive();
        done(staff.end(last(somebody), directory.today().minusDays(Erasures.KEPT.usually() + 1), "", me));
        done(erasures.propose(somebody, me));
        done(erasures.confirm(somebody, UUID.randomUUID()));
        assertThat(noted.get()).as("the rows are gone, what was noted is not").isPositive();
        assertThat(db.sql("SELECT count(*) FROM time.scheduled_task WHERE task_name = 'directory.column-notes' AND execution_time > now()").query(Long.class).single()).isPositive();
        notes.anew();
        assertThat(noted.get()).isZero();
        assertThat(db.sql("SELECT count(*) FROM pg_stats WHERE schemaname = 'directory' AND tablename = 'person_fact'").query(Long.class).single()).as("what is still there is noted").isPositive();
    }

    /** A room that came to the house later has not heard of it. */
    @Test
    void whoWasForgottenBeforeARoomCameIsToldOfOnceWhenADayBegins() {
        done(staff.end(last(lin), directory.today().minusDays(Erasures.KEPT.usually() + 1), "", me));
        done(erasures.propose(lin, me));
        done(erasures.confirm(lin, UUID.randomUUID()));
        Runnable leave = () -> db.sql("INSERT INTO career.wish (id, person, track, level, at) VALUES (gen_random_uuid(), :p, 'X', 1, now())").param("p", lin).update();
        Supplier<Long> left = () -> db.sql("SELECT count(*) FROM career.wish WHERE person = :p").param("p", lin).query(Long.class).single();
        leave.run();
        erasures.tellAgain(new DayHasBegun(directory.today()));
        assertThat(left.get()).as("told when it was done, and not twice").isOne();
        db.sql("UPDATE directory.erasure SET told_at = NULL WHERE person = :p").param("p", lin).update();
        erasures.tellAgain(new DayHasBegun(directory.today()));
        assertThat(left.get()).as("caught up").isZero();
        assertThat(db.sql("SELECT told_at IS NOT NULL FROM directory.erasure WHERE person = :p").param("p", lin).query(Boolean.class).single()).isTrue();
    }

    @Test
    void theirAccountBecomesNobodysAndTheTrailStillTellsWhichActsWereOnePersons() {
        var email = "lin." + tag + "@helia.example";
        var person = takeOn(email);
        var account = done(passes.invite(person, "en", me));
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :email").param("email", email).query(Long.class).single()).isPositive();
        done(staff.end(last(person), directory.today().minusDays(Erasures.KEPT.usually() + 1), "", me));
        done(erasures.propose(person, me));
        assertThat(key(erasures.confirm(person, UUID.randomUUID()))).as("it is still open").isEqualTo("signin.not-disabled");
        accounts.disable(account, "private words", me);
        done(erasures.confirm(person, UUID.randomUUID()));

        var erased = accounts.find(account).orElseThrow();
        assertThat(erased.name()).startsWith("Former member 前成员 ").doesNotContain(account.toString().substring(0, 8));
        assertThat(erased.email()).endsWith("@erased.invalid");
        assertThat(accounts.find(email)).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :email").param("email", email).query(Long.class).single()).isZero();
        var notes = trail.notes(new AuditTrail.Filter(account, null, null, null, null), 100);
        assertThat(notes).extracting(AuditTrail.Note::kind).contains("account.invited", "account.disabled", "account.erased");
        assertThat(notes).allSatisfy(note -> assertThat(note.subjectName()).isEqualTo(erased.name()));
        assertThat(notes.toString()).doesNotContain("private words", email);
        assertThat(db.sql("SELECT reason FROM access.disabling WHERE account = :account").param("account", account).query(String.class).single()).isEmpty();
        for (var table : List.of("password", "passkey", "token", "link", "visit")) {
            assertThat(db.sql("SELECT count(*) FROM access." + table + " WHERE account = :account").param("account", account).query(Long.class).single())
                    .as(table).isZero();
        }
    }

    @Test
    void aDayBeforeTheTimeIsOverNothingIsErased() {
        done(staff.end(last(lin), directory.today().minusDays(Erasures.KEPT.usually()), "", me));
        assertThat(key(erasures.propose(lin, me))).isEqualTo("directory.still-kept");
        assertThatThrownBy(() -> db.sql("INSERT INTO directory.erasure VALUES (:p, now(), :me, now(), :me)").param("p", lin).param("me", me).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("four_eyes");
    }

    @Test
    void howLongANameIsKeptIsASettingAndNoRuleOfOneCountry() {
        done(staff.end(last(lin), directory.today().minusDays(100), "", me));
        assertThat(key(erasures.propose(lin, me))).isEqualTo("directory.still-kept");
        try {
            assertThat(keeping.keep(Erasures.KEPT.name(), "99", me)).isEqualTo(Answer.done(99));
            done(erasures.propose(lin, me));
        } finally {
            keeping.keep(Erasures.KEPT.name(), String.valueOf(Erasures.KEPT.usually()), me);
        }
    }
}
