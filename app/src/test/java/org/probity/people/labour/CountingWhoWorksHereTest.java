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
import org.jspecify.annotations.Nullable;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who works here, who left and who is who: each figure at its edges, against a source that this house did not count. */
@WholeHouse(own = true)
class CountingWhoWorksHereTest {
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);

    @Autowired Figures figures;
    @Autowired StatedTotals statements;
    @Autowired Papers papers;
    @Autowired Composition composition;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;

    UUID site;
    int number;

    @Test
    void eachFigureCountsWhoIsMeantAndIsHeldAgainstAnotherSource() {
        site = AWorker.site(house, "WHO", "CN", "Anhui");
        peopleOfOthers();
        whoLeft();
        whoLeads();
        whoShowedACertificate();
        groupsOfAFewAreClosed();
    }

    private void peopleOfOthers() {
        began(Engagement.DISPATCH, LONG_AGO, LAST);
        began(Engagement.DISPATCH, LONG_AGO, LAST.minusDays(1));
        began(Engagement.CONTRACTOR, LAST, null);
        began(Engagement.INTERN, LAST.plusDays(1), null);
        began(Engagement.REHIRED, LONG_AGO, null);
        began(Engagement.PART_TIME, LONG_AGO, null);
        began(Engagement.RETIREE, LONG_AGO, null);
        state(LabourFigures.NON_EMPLOYEES, 4);

        var value = value(LabourFigures.NON_EMPLOYEES);
        assertThat(value.shown()).as("on the last day; neither part-time staff nor retirees").isEqualTo("3");
        assertThat(value.control().difference()).as("the agency lists one whom nobody entered").isEqualByComparingTo("1");
        assertThat(value.rows().getFirst().facts().get("labour.engaged-as")).isPresent();
    }

    /** Of part-time staff there is one by now, the whole year. */
    private void whoLeft() {
        began(Engagement.EMPLOYEE, LONG_AGO, LAST);
        began(Engagement.EMPLOYEE, LONG_AGO, LocalDate.of(2024, 12, 31));
        var back = began(Engagement.EMPLOYEE, LONG_AGO, LocalDate.of(2025, 6, 30));
        done(staff.engage(back, term(Engagement.EMPLOYEE, LocalDate.of(2025, 7, 1), null), "", HR.account()));
        var later = began(Engagement.EMPLOYEE, LONG_AGO, LocalDate.of(2025, 1, 10));
        done(staff.engage(later, term(Engagement.PART_TIME, LocalDate.of(2025, 12, 22), null), "", HR.account()));
        var outside = began(Engagement.EMPLOYEE, LONG_AGO, LocalDate.of(2025, 3, 31));
        done(staff.engage(outside, term(Engagement.CONTRACTOR, LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 30)), "", HR.account()));
        var over = began(Engagement.EMPLOYEE, LAST, LAST);
        done(staff.engage(over, term(Engagement.EMPLOYEE, LAST.plusDays(1), null), "", HR.account()));
        state(LabourFigures.TURNOVER, 2);

        var value = value(LabourFigures.TURNOVER);
        assertThat(value.included()).as("not who was gone before the year").hasSize(6);
        assertThat(value.rows().stream().map(it -> it.input("days").intValue())).containsExactlyInAnyOrder(365, 365, 365, 20, 90, 1);
        assertThat(value.rows()).filteredOn(it -> it.input("left").signum() > 0).as("on the last day, and who went to a contractor; nobody who came back or goes on").hasSize(2);
        assertThat(value.shown()).as("2 × 365 ÷ 1206").isEqualTo("60.53");
        assertThat(value.control().difference()).isEqualByComparingTo("0");
        assertThat(figures.live(figures.find(LabourFigures.TURNOVER).orElseThrow(), 2099).shown()).as("of a year that nobody knows").isEqualTo("0.00");
    }

    /** By now: three employees and two part-timers, nobody with a document. */
    private void whoLeads() {
        var leads = began(Engagement.EMPLOYEE, LONG_AGO, null);
        AWorker.attest(db, leads, LocalDate.of(1995, 12, 31), "F");
        AWorker.contract(db, leads, "MANAGEMENT", LONG_AGO, LAST);
        var man = began(Engagement.EMPLOYEE, LONG_AGO, null);
        AWorker.attest(db, man, LocalDate.of(1996, 1, 1), "M");
        AWorker.contract(db, man, "MANAGEMENT", LONG_AGO, null);
        var unseen = began(Engagement.EMPLOYEE, LONG_AGO, null);
        AWorker.contract(db, unseen, "MANAGEMENT", LONG_AGO, null);
        var worker = began(Engagement.EMPLOYEE, LONG_AGO, null);
        AWorker.attest(db, worker, LocalDate.of(1974, 12, 31), "F");
        AWorker.contract(db, worker, "PRODUCTION", LONG_AGO, null);
        var ended = began(Engagement.EMPLOYEE, LONG_AGO, null);
        AWorker.attest(db, ended, LocalDate.of(1975, 1, 1), "F");
        AWorker.contract(db, ended, "MANAGEMENT", LONG_AGO, LAST.minusDays(1));
        db.sql("UPDATE labour.identity SET recorded_at = '2025-01-01Z'").update();
        db.sql("UPDATE labour.contract SET known_from = '2025-01-01Z'").update();
        state(LabourFigures.DIVERSITY, 3);

        var value = value(LabourFigures.DIVERSITY);
        assertThat(value.included()).hasSize(2);
        assertThat(value.shown()).isEqualTo("50.00");
        assertThat(value.excluded()).extracting(FigureValue.Row::reason).contains("labour.figure.no-manager", "labour.figure.no-contract", "labour.figure.no-document");
        assertThat(value.control().difference()).as("women of all categories").isEqualByComparingTo("0");
        assertThat(value.rows()).allSatisfy(it -> assertThat(it.nameEn()).as("no name").doesNotContain("Worker"));
        assertThat(opened(LabourFigures.DIVERSITY, HR)).as("not even human resources").doesNotContain("Worker W");
    }

    private void whoShowedACertificate() {
        var all = db.sql("SELECT person FROM directory.engaged(:day, 'infinity') WHERE kind = 'EMPLOYEE' ORDER BY person").param("day", LAST).query(UUID.class).list();
        done(papers.show(all.get(0), Papers.Kind.DISABILITY, LONG_AGO, LAST, HR));
        done(papers.show(all.get(1), Papers.Kind.DISABILITY, LONG_AGO, LAST.minusDays(1), HR));
        done(papers.show(all.get(2), Papers.Kind.DISABILITY, LAST.plusDays(1), null, HR));
        done(papers.show(all.get(3), Papers.Kind.HEALTH_CHECK, LONG_AGO, null, HR));
        var twice = done(papers.show(all.get(4), Papers.Kind.DISABILITY, LONG_AGO, null, HR));
        done(papers.withdraw(all.get(4), twice, HR));
        state(LabourFigures.DISABILITY, 3);

        var value = value(LabourFigures.DISABILITY);
        assertThat(value.rows()).filteredOn(it -> it.input("met").signum() > 0).as("holds on the last day; neither ran out, nor came later, nor was withdrawn").hasSize(1);
        assertThat(value.control().difference()).as("the review recognised two who showed nothing here").isEqualByComparingTo("2");
        assertThat(opened(LabourFigures.DISABILITY, HR)).contains("Employees with disabilities").doesNotContain("Worker W");
    }

    private void groupsOfAFewAreClosed() {
        var page = composition.of(2025);
        assertThat(page.crosses()).extracting(CompositionPage.Cross::cut).containsExactly("sex", "age");
        assertThat(page.crosses().getFirst().rows()).as("nobody stands where one could tell who").allSatisfy(row ->
                assertThat(java.util.stream.IntStream.range(0, row.people().size()).filter(at -> row.people().get(at) < 5).boxed()).allMatch(row.closed()::contains));
        var ages = page.crosses().getLast();
        assertThat(ages.rows().stream().filter(it -> it.category().equals("MANAGEMENT")).findFirst().orElseThrow().people())
                .as("thirty on the last day is thirty, a day later under it; one without a document").containsExactly(1L, 1L, 0L, 1L);
        assertThat(ages.rows().stream().filter(it -> it.category().equals("PRODUCTION")).findFirst().orElseThrow().people()).as("fifty-one is over fifty").containsExactly(0L, 0L, 1L, 0L);
        assertThat(page.leaving()).allSatisfy(it -> assertThat(it.groups().stream().mapToLong(CompositionPage.Left::left).sum()).isEqualTo(2));
        assertThat(page.leaving().getFirst().release().closed()).as("two who left are too few in any group").containsAll(page.leaving().getFirst().groups().stream().map(CompositionPage.Left::key).toList());
        assertThat(page.others().release().closed()).containsAll(List.of("DISPATCH", "CONTRACTOR", "REHIRED"));
        assertThat(browser.get().uri("/app/labour/composition?year=2025").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("too few to show").doesNotContain("Worker W");
        db.sql("INSERT INTO figure.cell_rule (from_day, least, source, set_at) VALUES ('2025-01-01', 2, 'our rule for a small house', now())").update();
        assertThat(composition.of(2025).least()).as("by the number that holds now").isEqualTo(2);
        db.sql("DELETE FROM figure.cell_rule WHERE least = 2").update();
    }

    private UUID began(Engagement kind, LocalDate from, @Nullable LocalDate until) {
        return AWorker.engaged(house, site, "W" + ++number, kind, from, until);
    }

    private Staff.Term term(Engagement kind, LocalDate from, @Nullable LocalDate until) {
        return new Staff.Term(kind, site, "Operator", from, until);
    }

    private void state(String figure, int people) {
        done(statements.state(figures.find(figure).orElseThrow(), 2025, String.valueOf(people), "Return of January", HR));
    }

    private FigureValue value(String key) {
        return figures.live(figures.find(key).orElseThrow(), 2025);
    }

    private String opened(String key, Me who) {
        var page = browser.get().uri("/app/figures/" + key + "?year=2025").with(As.me(who)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
