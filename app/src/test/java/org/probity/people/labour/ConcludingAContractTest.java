package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.people.labour.Contract.Act;
import org.probity.people.labour.Contract.Category;
import org.probity.people.labour.Contract.Term;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is agreed in writing, from which day, and what was believed of it when. */
@WholeHouse
class ConcludingAContractTest {
    static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    static final LocalDate LAST = LocalDate.of(2028, 2, 29);
    static final String HEADING = "number,act,term,signed,from,until,probation_days,category,full_time\n";

    @Autowired Contracts contracts;
    @Autowired Intake intake;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired ApplicationContext house;

    UUID person;
    String number;

    @BeforeEach
    void somebody() {
        number = "C" + UUID.randomUUID().toString().substring(0, 8);
        person = AWorker.employee(house, AWorker.site(house, number + "S", "CN", "Zhejiang"), number);
    }

    static Contract fixed(LocalDate from, LocalDate until) {
        return new Contract(Act.CONTRACT, Term.FIXED, FIRST, from, until, 60, Category.PRODUCTION, true);
    }

    @Test
    void whatIsToldAgainOfADayTakesItsPlaceAndBothStayKnown() {
        done(contracts.tell(person, fixed(FIRST, LAST), AWorker.HR));
        assertThat(key(contracts.tell(person, fixed(FIRST, LAST), AWorker.HR))).isEqualTo("labour.nothing-new");
        done(contracts.tell(person, fixed(FIRST, LAST.minusYears(1)), AWorker.HR));
        assertThat(contracts.of(person)).containsExactly(fixed(FIRST, LAST.minusYears(1)));
        assertThat(db.sql("SELECT until_day || CASE WHEN known_until IS NULL THEN ' now' ELSE ' once' END FROM labour.contracted WHERE person = :person ORDER BY known_from")
                .param("person", person).query(String.class).list()).containsExactly("2028-02-29 once", "2027-02-28 now");
    }

    @Test
    void noDayHasTwo() {
        done(contracts.tell(person, fixed(FIRST, LAST), AWorker.HR));
        assertThat(key(contracts.tell(person, fixed(LAST, LAST.plusYears(3)), AWorker.HR))).isEqualTo("labour.contract-overlaps");
        done(contracts.tell(person, fixed(LAST.plusDays(1), LAST.plusYears(3)), AWorker.HR));
        assertThatThrownBy(() -> AWorker.contract(db, person, "PRODUCTION", LAST.plusYears(3), null)).hasMessageContaining("one_contract_a_day");
    }

    @Test
    void whatIsNoContractIsRefused() {
        assertThat(key(contracts.tell(person, new Contract(Act.CONTRACT, Term.FIXED, FIRST, FIRST, null, 0, Category.PRODUCTION, true), AWorker.HR))).isEqualTo("labour.contract-until-missing");
        assertThat(key(contracts.tell(person, fixed(FIRST, FIRST.minusDays(1)), AWorker.HR))).isEqualTo("labour.contract-ends-before");
        assertThat(key(contracts.tell(person, new Contract(Act.CONTRACT, Term.OPEN, FIRST, FIRST, null, -1, Category.PRODUCTION, true), AWorker.HR))).isEqualTo("labour.probation-wrong");
        assertThat(key(contracts.tell(person, new Contract(Act.CONTRACT, Term.OPEN, LocalDate.now(clock).plusDays(1), FIRST, null, 0, Category.PRODUCTION, true), AWorker.HR)))
                .isEqualTo("labour.signed-future");
        assertThat(key(contracts.tell(UUID.randomUUID(), fixed(FIRST, LAST), AWorker.HR))).isEqualTo("labour.person-unknown");
    }

    @Test
    void aFileSaysWhatItWouldDoAndDoesItAsAWhole() {
        done(contracts.tell(person, fixed(FIRST, LAST), AWorker.HR));
        var batch = read(HEADING + "%1$s,,固定期限,2025-03-01,2025-03-01,2027-02-28,60,生产,是\n%1$s,AMENDMENT,OPEN,,2027-03-01,,,PROFESSIONAL,no\n".formatted(number));
        assertThat(intake.find(batch).orElseThrow().faults()).isEmpty();
        assertThat(intake.plan(batch)).contains(new Intake.Plan(batch, "CONTRACTS", 1, 1, 0));
        done(intake.bringIn(batch, AWorker.HR));
        assertThat(contracts.of(person)).containsExactly(
                new Contract(Act.AMENDMENT, Term.OPEN, null, LocalDate.of(2027, 3, 1), null, 0, Category.PROFESSIONAL, false),
                fixed(FIRST, LocalDate.of(2027, 2, 28)));
    }

    @Test
    void contractsThatOverlapInAFileOrWithWhatIsKnownAreSaid() {
        assertThat(faults(HEADING + "%1$s,,FIXED,,2025-03-01,2027-02-28,0,PRODUCTION,yes\n%1$s,,FIXED,,2027-02-28,2029-02-28,0,PRODUCTION,yes\n".formatted(number)))
                .containsExactly("2 from labour.contract-overlaps", "3 from labour.contract-overlaps");
        done(contracts.tell(person, fixed(FIRST, LAST), AWorker.HR));
        assertThat(faults(HEADING + "%s,,OPEN,,2026-01-01,,0,PRODUCTION,yes\n".formatted(number))).containsExactly("2 from labour.contract-overlaps");
        var fits = read(HEADING + "%s,,OPEN,,2028-03-01,,0,PRODUCTION,yes\n".formatted(number));
        done(contracts.tell(person, new Contract(Act.CONTRACT, Term.OPEN, null, LocalDate.of(2029, 1, 1), null, 0, Category.PRODUCTION, true), AWorker.HR));
        assertThat(key(intake.bringIn(fits, AWorker.HR))).as("something came in between").isEqualTo("labour.batch-faulty");
    }

    @Test
    void eachLineSaysWhatIsWrongWithIt() {
        assertThat(faults(HEADING + "%s,maybe,long,x,y,z,many,BOSS,perhaps\n".formatted(number))).containsExactly("2 act labour.act-unknown", "2 term labour.term-unknown",
                "2 signed labour.day-wrong", "2 from labour.day-wrong", "2 until labour.day-wrong", "2 category labour.category-unknown", "2 full_time labour.yes-or-no");
        assertThat(faults(HEADING + "%s,,FIXED,,2025-03-01,,many,PRODUCTION,yes\n".formatted(number)))
                .containsExactly("2 until labour.contract-until-missing", "2 probation_days labour.probation-wrong");
        assertThat(faults(HEADING + "%s,,OPEN,%s,2025-03-01,,0,PRODUCTION,yes\n".formatted(number, LocalDate.now(clock).plusDays(1)))).containsExactly("2 signed labour.signed-future");
    }

    private List<String> faults(String csv) {
        return intake.find(read(csv)).orElseThrow().faults().stream().map(it -> it.row() + " " + it.column() + " " + it.key()).toList();
    }

    private UUID read(String csv) {
        return done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "contracts.csv", AWorker.HR));
    }
}
