package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.learning.ATraining.HR;
import static org.probity.shapes.gathering.AnOccasion.done;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Hours by sex, as another room of people attested it: four of one sex are not shown, and neither are those by whom they could be reckoned. */
@WholeHouse(own = true)
class CountingByGroupTest {
    @Autowired ApplicationContext house;
    @Autowired Groups groups;
    @Autowired Attendance attendance;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    private void attest(GuestList.Key who, String sex) {
        db.sql("""
                INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, record)
                VALUES (gen_random_uuid(), :person, 'OTHER', sha256(convert_to(CAST(:person AS text), 'UTF8')), '1990-01-01', :sex, :today, :by, now(), gen_random_uuid())
                """)
                .param("person", who.guest()).param("sex", sex).param("today", LocalDate.now(clock)).param("by", HR.account()).update();
    }

    private void contract(GuestList.Key who, String category) {
        db.sql("""
                INSERT INTO labour.contract (id, person, act, term, signed_on, from_day, probation_days, category, full_time, told_by, known_from, record)
                VALUES (gen_random_uuid(), :person, 'CONTRACT', 'OPEN', '2024-01-01', '2024-01-01', 0, :category, true, :by, now(), gen_random_uuid())
                """)
                .param("person", who.guest()).param("category", category).param("by", HR.account()).update();
    }

    private static GroupsPage.Group group(GroupsPage.Cut cut, String key) {
        return cut.groups().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void hoursByGroupWithoutTheCellsInWhichSomebodyCouldBeTold() {
        var unit = AnOccasion.unit(house, "GR");
        var people = new ArrayList<GuestList.Key>();
        for (var i = 0; i < 14; i++) {
            people.add(AnOccasion.colleague(house, unit, "G" + i));
        }
        people.subList(0, 4).forEach(it -> attest(it, "F"));
        people.subList(4, 10).forEach(it -> attest(it, "M"));
        Instant from = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        var session = ATraining.session(house, ATraining.course(house, Kind.PROFESSIONAL), from, Duration.ofSeconds(36));
        done(attendance.enter(session, people.subList(0, 6).stream().map(it -> new Came(it, null, null)).toList(), Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
        var year = LocalDate.now(clock).getYear();
        var sex = groups.of(year).getFirst();
        assertThat(group(sex, "F")).extracting(GroupsPage.Group::people, GroupsPage.Group::seconds, GroupsPage.Group::hours).containsExactly(4L, 144L, new BigDecimal("0.01"));
        assertThat(group(sex, "M")).extracting(GroupsPage.Group::people, GroupsPage.Group::seconds).containsExactly(6L, 72L);
        assertThat(group(sex, "").people()).as("nobody attested them").isEqualTo(4);
        assertThat(sex.release().closed()).as("four and four make eight, so six may be shown").containsExactlyInAnyOrder("F", "");
        people.subList(0, 3).forEach(it -> contract(it, "MANAGEMENT"));
        people.subList(3, 14).forEach(it -> contract(it, "PRODUCTION"));
        var category = groups.of(year).getLast();
        assertThat(category.key()).isEqualTo("category");
        assertThat(category.release().closed()).as("three who manage would follow from eleven who do not").containsExactlyInAnyOrder("MANAGEMENT", "PRODUCTION");
        assertThat(browser.get().uri("/app/trainings/groups").with(As.a(Role.UNION)).exchange()).hasStatusOk().bodyText().contains("too few to show", "Men");
        attest(people.get(10), "F");
        var after = groups.of(year).getFirst();
        assertThat(after.release().closed()).as("five women are shown; three not attested go with the smallest other").contains("").hasSize(2);
        assertThat(browser.get().uri("/app/trainings/groups?year=1999").with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(403);
        assertThat(db.sql("SELECT count(*) FROM figure.released WHERE cut = 'sex' AND NOT shown").query(Long.class).single()).as("the register remembers").isGreaterThanOrEqualTo(3);
    }
}
