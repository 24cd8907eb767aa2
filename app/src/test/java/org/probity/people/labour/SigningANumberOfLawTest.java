package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What checks go by: numbers of a place from a day on, signed by counsel, and the calendar of its holidays. */
@WholeHouse
class SigningANumberOfLawTest {
    @Autowired Numbers numbers;
    @Autowired Calendars calendars;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    final Me counsel = new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL), Optional.empty());
    LocalDate today;
    String region;

    @BeforeEach
    void aPlaceOfItsOwn() {
        today = LocalDate.now(clock);
        region = "Place " + UUID.randomUUID();
    }

    private String said(String key, String country, BigDecimal value, LocalDate from, String source) {
        return key(numbers.propose(key, country, region, value, from, source, HR));
    }

    @Test
    void aPlacesOwnNumberGoesBeforeItsCountrysWhenCounselHasSigned() {
        assertThat(numbers.at("CN", region, today).get("disabled-share").signed()).as("came with the house").isFalse();
        var proposal = done(numbers.propose("disabled-share", "CN", region, new BigDecimal("1.7"), today, "Regulations of the place, art. 9", HR));
        assertThat(numbers.at("CN", region, today).get("disabled-share").value()).isEqualByComparingTo("1.5");
        assertThat(key(numbers.rule(proposal, Outcome.APPROVED, new Me(UUID.randomUUID(), "Another", Set.of(Role.HR), Optional.empty())))).isEqualTo("labour.counsel-signs");
        done(numbers.rule(proposal, Outcome.APPROVED, counsel));
        var held = numbers.at("CN", region, today).get("disabled-share");
        assertThat(held.value()).isEqualByComparingTo("1.7");
        assertThat(held.signed()).isTrue();
        assertThat(numbers.at("CN", region, today.minusDays(1)).get("disabled-share").value()).as("before its day").isEqualByComparingTo("1.5");
        assertThat(numbers.at("CN", "elsewhere", today).get("disabled-share").value()).isEqualByComparingTo("1.5");
        assertThat(key(numbers.rule(proposal, Outcome.APPROVED, counsel))).isEqualTo("decision.ruled-already");
    }

    @Test
    void whoProposedDoesNotSign() {
        var proposal = done(numbers.propose("disabled-share", "CN", region, new BigDecimal("1.7"), today, "art. 9", counsel));
        assertThat(key(numbers.rule(proposal, Outcome.APPROVED, counsel))).isEqualTo("decision.needs-another-person");
        done(numbers.rule(proposal, Outcome.WITHDRAWN, counsel));
        assertThat(numbers.at("CN", region, today).get("disabled-share").value()).isEqualByComparingTo("1.5");
    }

    @Test
    void whatIsNoNumberOfLawIsRefused() {
        var one = BigDecimal.ONE;
        assertThat(said("tea-breaks", "CN", one, today, "x")).isEqualTo("labour.rule-unknown");
        assertThat(said("hours-day", "China", one, today, "x")).isEqualTo("labour.place-wrong");
        assertThat(said("hours-day", "CN", null, today, "x")).isEqualTo("labour.value-wrong");
        assertThat(said("hours-day", "CN", new BigDecimal("-1"), today, "x")).isEqualTo("labour.value-wrong");
        assertThat(said("hours-day", "CN", new BigDecimal("1.001"), today, "x")).isEqualTo("labour.value-wrong");
        assertThat(said("hours-day", "CN", new BigDecimal("100001"), today, "x")).isEqualTo("labour.value-wrong");
        assertThat(said("min-age", "CN", new BigDecimal("15.99"), today, "x")).isEqualTo("labour.below-sixteen");
        assertThat(said("hours-day", "CN", one, today.minusDays(1), "x")).isEqualTo("labour.from-past");
        assertThat(said("hours-day", "CN", one, null, "x")).isEqualTo("labour.from-past");
        assertThat(said("hours-day", "CN", one, today, " ")).isEqualTo("labour.source-missing");
        assertThat(said("hours-day", "CN", one, today, "x".repeat(1_001))).isEqualTo("labour.source-long");
    }

    @Test
    void aProposalWhoseDayIsOverIsNotSigned() {
        var proposal = done(numbers.propose("disabled-share", "CN", region, new BigDecimal("1.7"), today, "art. 9", HR));
        db.sql("UPDATE labour.rule_proposed SET from_day = :day WHERE proposal = :proposal").param("day", today.minusDays(1)).param("proposal", proposal).update();
        assertThat(key(numbers.rule(proposal, Outcome.APPROVED, counsel))).isEqualTo("labour.from-past");
    }

    @Test
    void thePageSaysWhatIsToBeConfirmed() {
        assertThat(browser.get().uri("/app/labour/numbers").with(As.a(Role.UNION)).exchange()).hasStatusOk().bodyText().contains("To be confirmed by counsel").doesNotContain("Propose to counsel");
        assertThat(browser.post().uri("/app/labour/numbers").with(As.a(Role.LEGAL)).param("key", "hours-day").param("country", "cn").param("value", "8").param("fromDay", today.toString())
                .param("region", region).param("source", "art. 36").exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/labour/numbers").with(As.a(Role.LEGAL)).param("key", "hours-day").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/labour/numbers").with(As.a(Role.UNION)).exchange()).hasStatus(403);
    }

    private static byte[] file(int year, String days) {
        return ("{\"year\": " + year + ", \"papers\": [\"https://example.org/notice\"], \"days\": [" + days + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static String day(String date, boolean off) {
        return "{\"name\": \"x\", \"date\": \"" + date + "\", \"isOffDay\": " + off + "}";
    }

    @Test
    void aLoadedCalendarSaysWhichDaysAreWorked() {
        // 2 May 2027 is a Sunday that is worked, 3 May a Monday that is off, 4 May a Tuesday that is the holiday itself.
        done(calendars.load("XA", file(2027, day("2027-05-02", false) + "," + day("2027-05-03", true) + "," + day("2027-05-04", true)), "2027-05-04", HR));
        assertThat(kinds("XA")).isEqualTo("REST WORK REST HOLIDAY WORK");
        done(calendars.load("XA", file(2027, day("2027-05-04", true)), "", HR));
        assertThat(kinds("XA")).as("the newest counts").isEqualTo("REST REST WORK REST WORK");
        assertThat(calendars.all()).filteredOn(it -> it.country().equals("XA")).extracting(Calendars.Calendar::holds).containsExactly(true, false);
    }

    private String kinds(String country) {
        return db.sql("SELECT string_agg(kind, ' ' ORDER BY day) FROM labour.days('2027-05-01', '2027-05-05', 'infinity') WHERE country = :country").param("country", country).query(String.class).single();
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        assertThat(key(calendars.load("China", file(2027, day("2027-05-02", false)), "", HR))).isEqualTo("labour.place-wrong");
        for (var wrong : new String[] {"", "[]", "{\"year\": 1900, \"days\": []}", "{\"year\": 2027}", "{\"year\": 2027, \"days\": [{\"date\": \"soon\"}]}"}) {
            assertThat(key(calendars.load("XB", wrong.getBytes(StandardCharsets.UTF_8), "", HR))).as(wrong).isEqualTo("labour.calendar-unreadable");
        }
        assertThat(key(calendars.load("XB", new byte[1_000_001], "", HR))).isEqualTo("labour.calendar-unreadable");
        assertThat(key(calendars.load("XB", file(2027, day("2025-12-31", false)), "", HR))).isEqualTo("labour.calendar-year");
        assertThat(key(calendars.load("XB", file(2027, day("2027-05-02", false) + "," + day("2027-05-02", true)), "", HR))).isEqualTo("labour.calendar-year");
        assertThat(key(calendars.load("XB", file(2027, day("2027-05-02", false)), "2027-05-02", HR))).as("a worked day is no holiday").isEqualTo("labour.statutory-wrong");
    }

    /** The files that operators load, where they are present. */
    @Test
    void eachOfTheFilesInCirculationLoads() throws IOException {
        var files = Path.of("../../shared/data/people/holidays");
        Assumptions.assumeTrue(Files.isDirectory(files));
        for (var year = 2019; year <= 2026; year++) {
            done(calendars.load("XC", Files.readAllBytes(files.resolve(year + ".json")), "", HR));
        }
        assertThat(db.sql("SELECT kind FROM labour.days('2026-01-04', '2026-01-04', 'infinity') WHERE country = 'XC'").query(String.class).single()).as("a Sunday worked for New Year").isEqualTo("WORK");
        assertThat(db.sql("SELECT kind FROM labour.days('2018-12-29', '2018-12-29', 'infinity') WHERE country = 'XC'").query(String.class).single()).as("a Saturday of the year before, worked for the next").isEqualTo("WORK");
    }
}
