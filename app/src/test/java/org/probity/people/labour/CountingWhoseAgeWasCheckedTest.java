package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who began in the year, and whether somebody had seen before that they were old enough. */
@WholeHouse(own = true)
class CountingWhoseAgeWasCheckedTest {
    static final LocalDate FIRST = LocalDate.of(2025, 3, 1);

    @Autowired Figures figures;
    @Autowired StatedTotals statements;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;
    @Autowired TransactionTemplate transaction;

    UUID began(UUID site, String number, Engagement kind, LocalDate from) {
        return AWorker.engaged(house, site, number, kind, from, null);
    }

    void checked(UUID person, LocalDate born, LocalDate on) {
        AWorker.attest(db, person, born, "F");
        db.sql("UPDATE labour.identity SET verified_on = :on WHERE person = :person AND superseded_at IS NULL").param("on", on).param("person", person).update();
    }

    int met(UUID person) {
        return figures.live(figures.find("age-checked-hires").orElseThrow(), 2025).rows().stream().filter(it -> it.subject().equals(person)).findFirst().orElseThrow().input("met").intValue();
    }

    @Test
    void onlyWhoWasSeenInTimeAndIsOldEnoughCounts() {
        var site = AWorker.site(house, "AGE", "CN", "Anhui");
        checked(began(site, "A1", Engagement.EMPLOYEE, FIRST), FIRST.minusYears(16), FIRST);
        checked(began(site, "A2", Engagement.DISPATCH, FIRST), FIRST.minusYears(16).plusDays(1), FIRST.minusDays(1));
        checked(began(site, "A3", Engagement.EMPLOYEE, FIRST), FIRST.minusYears(30), FIRST.plusDays(1));
        began(site, "A4", Engagement.INTERN, FIRST);
        checked(began(site, "A5", Engagement.EMPLOYEE, LocalDate.of(2024, 12, 31)), FIRST.minusYears(30), FIRST);
        began(site, "A6", Engagement.RETIREE, FIRST);
        done(statements.state(figures.find(LabourFigures.HIRES).orElseThrow(), 2025, String.valueOf(4), "Return", HR));

        var value = figures.live(figures.find("age-checked-hires").orElseThrow(), 2025);
        assertThat(value.included()).as("neither who began the day before the year nor a retiree").hasSize(4);
        assertThat(value.shown()).as("a day too young, a day too late, and never").isEqualTo("25.00");
        assertThat(value.control().stated()).isEqualByComparingTo("4");
        assertThat(value.control().difference()).isEqualByComparingTo("0");

        // A site whose country has no number goes by the strictest that is known, which counsel may raise; so do those who are forgotten.
        var elsewhere = AWorker.site(house, "AGEX", "IS", "");
        var grown = began(elsewhere, "A7", Engagement.EMPLOYEE, FIRST);
        checked(grown, FIRST.minusYears(17), FIRST);
        var young = began(elsewhere, "A8", Engagement.EMPLOYEE, FIRST);
        checked(young, FIRST.minusYears(17).plusDays(1), FIRST);
        db.sql("INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at) VALUES (gen_random_uuid(), 'min-age', 'NO', '', '2025-01-01', 17, 'of a test', now() - interval '1 minute')").update();
        assertThat(met(grown)).as("seventeen on the day").isOne();
        assertThat(met(young)).isZero();
        transaction.executeWithoutResult(_ -> List.of(grown, young).forEach(it -> house.publishEvent(new Directory.Forgotten(it))));
        assertThat(met(grown)).isOne();
        assertThat(met(young)).isZero();
        db.sql("DELETE FROM labour.rule WHERE source = 'of a test'").update();

        var assurer = new Me(UUID.randomUUID(), "Auditor", Set.of(Role.ASSURER), Optional.empty());
        assertThat(browser.get().uri("/app/figures/age-checked-hires?year=2025").with(As.me(assurer)).exchange()).hasStatusOk().bodyText().contains("Worker A1").doesNotContain("/app/labour/people/");
        assertThat(browser.get().uri("/app/figures/age-checked-hires?year=2025").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Worker A1", "/app/labour/people/");
    }
}
