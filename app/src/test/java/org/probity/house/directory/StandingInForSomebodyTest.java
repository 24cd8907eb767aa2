package org.probity.house.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class StandingInForSomebodyTest {
    static final LocalDate BEGUN = LocalDate.of(2015, 1, 1);

    @Autowired Deputies deputies;
    @Autowired Directory directory;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired JdbcClient db;

    final Me hr = new Me(UUID.randomUUID(), "HR", Set.of(Role.HR), Optional.empty());
    final String tag = UUID.randomUUID().toString().substring(0, 8);
    LocalDate today;
    UUID unit;
    UUID lin;
    UUID wu;
    UUID qin;

    @BeforeEach
    void threeColleagues() {
        today = directory.today();
        var company = done(organisation.found(tag + "E", Place.Kind.ENTITY, null, Organisation.Details.named("E", ""), BEGUN, "", hr.account()));
        unit = done(organisation.found(tag + "U", Place.Kind.UNIT, company, Organisation.Details.named("U", ""), BEGUN, "", hr.account()));
        lin = colleague("lin", null);
        wu = colleague("wu", null);
        qin = colleague("qin", null);
    }

    UUID colleague(String name, LocalDate until) {
        return done(staff.takeOn(new Staff.Identity(tag + name, "", name, name + "." + tag + "@helia.example"),
                new Staff.Term(Engagement.EMPLOYEE, unit, "", BEGUN, until), "", hr.account()));
    }

    Me self(UUID person) {
        return new Me(done(passes.invite(person, "en", hr.account())), "Self", Set.of(Role.EMPLOYEE), Optional.empty());
    }

    LocalDate in(int days) {
        return today.plusDays(days);
    }

    static UUID done(Answer<UUID> answer) {
        return ChangingTheOrganisationTest.done(answer);
    }

    static String key(Answer<?> answer) {
        return ChangingTheOrganisationTest.key(answer);
    }

    @Test
    void onTheDaysOfAbsenceTheDeputyStandsIn() {
        done(deputies.name(lin, wu, in(3), in(5), self(lin)));
        assertThat(deputies.of(lin, in(2))).isEmpty();
        assertThat(deputies.of(lin, in(3))).contains(wu);
        assertThat(deputies.of(lin, in(5))).contains(wu);
        assertThat(deputies.of(lin, in(6))).isEmpty();
        assertThat(deputies.about(wu, today)).extracting(Deputies.Standin::person).containsExactly(lin);
    }

    @Test
    void onlyThePersonAndHumanResourcesName() {
        assertThat(key(deputies.name(lin, wu, today, today, self(qin)))).isEqualTo("directory.deputy-not-yours");
        done(deputies.name(lin, wu, today, today, hr));
    }

    @Test
    void nobodyStandsInForThemselves() {
        assertThat(key(deputies.name(lin, lin, today, today, hr))).isEqualTo("directory.deputy-self");
        assertThatThrownBy(() -> row(lin, lin)).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("not_ones_own_deputy");
    }

    @Test
    void daysThatEndBeforeTheyBeginOrAreOverAreRefused() {
        assertThat(key(deputies.name(lin, wu, in(2), in(1), hr))).isEqualTo("directory.deputy-days-wrong");
        assertThat(key(deputies.name(lin, wu, in(-5), in(-1), hr))).isEqualTo("directory.deputy-days-wrong");
    }

    @Test
    void oneDeputyADay() {
        done(deputies.name(lin, wu, in(1), in(5), hr));
        assertThat(key(deputies.name(lin, qin, in(5), in(8), hr))).isEqualTo("directory.deputy-overlaps");
        done(deputies.name(lin, qin, in(6), in(8), hr));
        assertThatThrownBy(() -> row(lin, qin)).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("one_deputy_a_day");
    }

    @Test
    void thereAreNoChains() {
        done(deputies.name(lin, wu, in(1), in(5), hr));
        assertThat(key(deputies.name(wu, qin, in(5), in(9), hr))).isEqualTo("directory.deputy-stands-in");
        assertThat(key(deputies.name(qin, lin, in(5), in(9), hr))).isEqualTo("directory.deputy-away");
        done(deputies.name(wu, qin, in(6), in(9), hr));
    }

    @Test
    void whoDoesNotBelongToTheHouseOnThoseDaysDoesNotStandIn() {
        var leaving = colleague("leaving", in(3));
        assertThat(key(deputies.name(lin, leaving, in(1), in(4), hr))).isEqualTo("directory.not-engaged");
        assertThat(key(deputies.name(leaving, lin, in(1), in(4), hr))).isEqualTo("directory.not-engaged");
        done(deputies.name(lin, leaving, in(1), in(3), hr));
    }

    @Test
    void takenBackItCountsUpToYesterday() {
        var id = done(deputies.name(lin, wu, in(-2), in(5), hr));
        assertThat(key(deputies.takeBack(id, self(qin)))).isEqualTo("directory.deputy-not-yours");
        done(deputies.takeBack(id, hr));
        assertThat(deputies.of(lin, today)).isEmpty();
        assertThat(deputies.of(lin, in(-1))).contains(wu);
        assertThat(key(deputies.takeBack(id, hr))).isEqualTo("directory.deputy-gone");
    }

    private void row(UUID person, UUID deputy) {
        db.sql("""
                INSERT INTO directory.deputy (id, person, deputy, from_day, until_day, recorded_at, recorded_by, record)
                VALUES (gen_random_uuid(), :person, :deputy, :from, :until, now(), gen_random_uuid(), gen_random_uuid())
                """)
                .param("person", person).param("deputy", deputy).param("from", in(1)).param("until", in(5)).update();
    }
}
