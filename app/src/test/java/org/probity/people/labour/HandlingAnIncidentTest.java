package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.people.labour.Incidents.Ground;
import org.probity.people.labour.Incidents.State;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What must not happen to anybody, from the report to the closing; read by those who handle it and by nobody else. */
@WholeHouse(own = true)
class HandlingAnIncidentTest {
    @Autowired Incidents incidents;
    @Autowired Indicators indicators;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired ApplicationContext house;
    @Autowired MockMvcTester browser;

    final Me counsel = new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL), Optional.empty());
    UUID site;
    String number;

    @BeforeEach
    void aSite() {
        number = "I" + UUID.randomUUID().toString().substring(0, 8);
        site = AWorker.site(house, number + "S", "CN", "Anhui");
        AWorker.employee(house, site, number);
    }

    Incidents.Opening opening(Ground ground, @Nullable UUID place, List<String> accused) {
        return new Incidents.Opening(ground, place, LocalDate.now(clock), Incidents.Source.REPORT, "It was said in the canteen.", List.of(number), accused);
    }

    void handled(UUID incident, Me by) {
        db.sql("INSERT INTO labour.incident_handler (incident, account, added_by, added_at) VALUES (:incident, :account, :account, now())").param("incident", incident).param("account", by.account()).update();
    }

    @Test
    void itIsConfirmedMeasuredRemediedAndClosedByAnother() {
        var id = done(incidents.open(opening(Ground.HARASSMENT, site, List.of()), HR));
        assertThat(key(incidents.step(id, State.MEASURED, "x", HR))).isEqualTo("labour.step-not-allowed");
        assertThat(key(incidents.step(id, State.CONFIRMED, " ", HR))).isEqualTo("labour.words-missing");
        assertThat(key(incidents.step(id, State.CONFIRMED, "x".repeat(4_001), HR))).isEqualTo("labour.words-long");
        done(incidents.step(id, State.CONFIRMED, "Two heard it.", HR));
        done(incidents.step(id, State.MEASURED, "A warning.", HR));
        done(incidents.step(id, State.REMEDIED, "An apology, another shift.", HR));
        assertThat(key(incidents.step(id, State.CLOSED, "x", HR))).isEqualTo("labour.own-work");
        assertThat(key(incidents.step(id, State.CLOSED, "x", counsel))).as("who does not handle it").isEqualTo("labour.incident-unknown");
        handled(id, counsel);
        done(incidents.step(id, State.CLOSED, "So it is.", counsel));
        assertThat(incidents.find(id, HR).orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThatThrownBy(() -> db.sql("INSERT INTO labour.incident_step (incident, no, state, words, by, at, done_by, record) VALUES (:id, 99, 'CLOSED', 'x', :id, now(), :id, :id)").param("id", id).update())
                .hasMessageContaining("incident_closed_by_another");
        assertThat(db.sql("SELECT content FROM log.opening WHERE content LIKE '%' || :id || '%'").param("id", id.toString()).query(String.class).list()).isNotEmpty()
                .allSatisfy(it -> assertThat(it).doesNotContain("canteen").doesNotContain(number));
    }

    @Test
    void whatCannotBeIsRefusedAndNobodyAccusedHandlesIt() {
        var somebody = new Me(UUID.randomUUID(), "x", Set.of(Role.UNION), Optional.empty());
        assertThat(key(incidents.open(opening(Ground.ABUSE, site, List.of()), somebody))).isEqualTo("labour.not-for-you");
        assertThat(key(incidents.open(new Incidents.Opening(Ground.ABUSE, site, LocalDate.now(clock).plusDays(1), Incidents.Source.REPORT, "x", List.of(), List.of()), HR))).isEqualTo("labour.happened-future");
        assertThat(key(incidents.open(new Incidents.Opening(Ground.ABUSE, site, LocalDate.now(clock), Incidents.Source.REPORT, " ", List.of(), List.of()), HR))).isEqualTo("labour.words-missing");
        assertThat(key(incidents.open(new Incidents.Opening(Ground.ABUSE, site, LocalDate.now(clock), Incidents.Source.REPORT, "x".repeat(4_001), List.of(), List.of()), HR))).isEqualTo("labour.words-long");
        assertThat(key(incidents.open(opening(Ground.ABUSE, site, List.of("nobody")), HR))).isEqualTo("labour.concerned-unknown");
        var person = db.sql("SELECT id FROM directory.name WHERE number = :number").param("number", number).query(UUID.class).single();
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'x', :email, 'en', now(), :id)").param("id", counsel.account()).param("email", number + "@x.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", counsel.account()).update();
        assertThat(key(incidents.open(opening(Ground.ABUSE, site, List.of(number)), counsel))).isEqualTo("labour.accused-handles");
        var id = done(incidents.open(new Incidents.Opening(Ground.ABUSE, site, LocalDate.now(clock), Incidents.Source.REPORT, "x", List.of(), List.of(number)), HR));
        assertThat(key(incidents.add(id, number + "@x.example", HR))).as("an account without the role").isEqualTo("labour.handler-wrong");
        db.sql("INSERT INTO access.role (account, role, given_at, given_by) VALUES (:account, 'LEGAL', now(), :account)").param("account", counsel.account()).update();
        assertThat(key(incidents.add(id, number + "@x.example", HR))).isEqualTo("labour.accused-handles");
        assertThat(key(incidents.add(id, "x", counsel))).isEqualTo("labour.incident-unknown");
    }

    @Test
    void onlyWhoHandlesItReadsItAndNoneIsANumberToo() {
        var year = LocalDate.now(clock).getYear();
        var before = Integer.parseInt(figures.live(figures.find("discrimination-cases").orElseThrow(), year).shown());
        var id = done(incidents.open(opening(Ground.GENDER, site, List.of()), HR));
        done(incidents.open(opening(Ground.ABUSE, null, List.of()), HR));
        assertThat(browser.get().uri("/app/labour/incidents").with(As.a(Role.UNION)).exchange()).hasStatusOk().bodyText().contains("Discrimination: gender").doesNotContain("canteen");
        assertThat(browser.get().uri("/app/labour/incidents/" + id).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("canteen");
        assertThat(browser.get().uri("/app/labour/incidents/" + id).with(As.me(counsel)).exchange()).hasStatus(404);
        assertThat(figures.live(figures.find("discrimination-cases").orElseThrow(), year).shown()).as("taken up, not confirmed yet").isEqualTo("" + before);
        done(incidents.step(id, State.CONFIRMED, "So it was.", HR));
        var value = figures.live(figures.find("discrimination-cases").orElseThrow(), year);
        assertThat(value.shown()).isEqualTo("" + (before + 1));
        assertThat(value.control().difference()).as("the log counts both, one is of another ground").isEqualByComparingTo("0");
        var none = figures.live(figures.find("forced-labour-cases").orElseThrow(), year);
        assertThat(none.shown()).isEqualTo("0");
        assertThat(none.included()).as("each site says none").isNotEmpty();
        assertThat(indicators.now()).filteredOn(it -> it.indicator() == Indicators.Indicator.WAGES).singleElement().satisfies(it -> assertThat(it.count()).as("nothing here measures it").isNull());
        assertThat(browser.get().uri("/app/labour/indicators").with(As.a(Role.UNION)).exchange()).hasStatusOk().bodyText().contains("Not measurable here");
    }

    @Test
    void theFormTakesItUpAndLeadsOn() {
        assertThat(browser.post().uri("/app/labour/incidents").with(As.me(HR)).param("ground", "RACE").param("origin", "REPORT").param("happened", "x").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/labour/incidents").with(As.me(HR)).param("ground", "RACE").param("origin", "REPORT").param("happened", LocalDate.now(clock).toString())
                .param("words", "x").param("affected", number).param("place", site.toString()).exchange()).hasStatus(303);
        var id = incidents.mine(HR).getFirst().id();
        assertThat(browser.post().uri("/app/labour/incidents/" + id + "/steps").with(As.me(HR)).param("words", "x").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/labour/incidents/" + id + "/steps").with(As.me(HR)).param("state", "UNFOUNDED").param("words", "x").exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/labour/incidents/" + id + "/handlers").with(As.me(HR)).param("handler", "nobody@x.example").exchange()).hasStatus(422);
    }
}
