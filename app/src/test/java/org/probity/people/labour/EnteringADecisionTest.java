package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;
import static org.probity.people.labour.LettingGoOfALeaverTest.LEGAL;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an authority decided is entered once, with its paper; it counts in the year of its day until it is annulled. */
@WholeHouse
class EnteringADecisionTest {
    static final byte[] PAPER = "The decision".getBytes(StandardCharsets.UTF_8);
    /** A year of which no other test speaks. */
    static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    @Autowired Breaches breaches;
    @Autowired StatedTotals statements;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    static Breaches.Decision decision(String number, @Nullable LocalDate day, @Nullable String fine) {
        return new Breaches.Decision(number, "Labour inspection of Hefei", "Labour Law, art. 41", null, day, fine == null ? null : new BigDecimal(fine), "Overtime of nine people.");
    }

    String said(Breaches.Decision it) {
        return key(breaches.enter(it, "decision.pdf", "application/pdf", PAPER, LEGAL));
    }

    @Test
    void itCountsInTheYearOfItsDayUntilItIsAnnulled() {
        Emptied.of(db, "labour.breach CASCADE");
        var first = done(breaches.enter(decision("A-1", DAY, "12000.00"), "decision.pdf", "application/pdf", PAPER, LEGAL));
        done(breaches.enter(decision("A-2", DAY, "0"), "decision.pdf", "application/pdf", PAPER, LEGAL));
        done(breaches.enter(decision("A-3", DAY.plusDays(1), "5"), "decision.pdf", "application/pdf", PAPER, LEGAL));
        done(statements.state(figures.find(LabourFigures.BREACHES).orElseThrow(), 2025, String.valueOf(2), "Register of penalties", HR));
        var figure = figures.find("ppl-law-breach").orElseThrow();
        assertThat(figures.live(figure, 2025).shown()).isEqualTo("2");
        assertThat(figures.live(figure, 2025).control().difference()).isZero();
        done(breaches.annul(first, "The court of Hefei annulled it.", LEGAL));
        assertThat(figures.live(figure, 2025).shown()).isEqualTo("1");
        assertThat(figures.live(figure, 2025).control().difference()).as("the register still lists it").isZero();
        assertThat(key(breaches.annul(first, "x", LEGAL))).isEqualTo("labour.breach-unknown");
        assertThat(key(breaches.annul(first, "x", HR))).isEqualTo("labour.legal-only");
        assertThat(key(breaches.annul(first, " ", LEGAL))).isEqualTo("labour.words-missing");
        assertThat(key(breaches.annul(first, "x".repeat(2_001), LEGAL))).isEqualTo("labour.words-long");
    }

    @Test
    void whatIsNoDecisionIsRefused() {
        var number = UUID.randomUUID().toString();
        assertThat(key(breaches.enter(decision(number, DAY, "1"), "x", "x", PAPER, HR))).isEqualTo("labour.legal-only");
        assertThat(said(decision(" ", DAY, "1"))).isEqualTo("labour.breach-missing");
        assertThat(said(decision("x".repeat(101), DAY, "1"))).isEqualTo("labour.breach-long");
        assertThat(said(decision(number, null, "1"))).isEqualTo("labour.decided-wrong");
        assertThat(said(decision(number, LocalDate.now(clock).plusDays(1), "1"))).isEqualTo("labour.decided-wrong");
        assertThat(said(decision(number, DAY, null))).isEqualTo("labour.fine-wrong");
        assertThat(said(decision(number, DAY, "-1"))).isEqualTo("labour.fine-wrong");
        assertThat(said(decision(number, DAY, "1.001"))).isEqualTo("labour.fine-wrong");
        assertThat(key(breaches.enter(decision(number, DAY, "1"), "x", "x", new byte[0], LEGAL))).isEqualTo("labour.file-missing");
        assertThat(key(breaches.enter(decision(number, DAY, "1"), "x", "x", new byte[(20 << 20) + 1], LEGAL))).isEqualTo("labour.file-large");
        done(breaches.enter(decision(number, DAY, "1"), "x", "x", PAPER, LEGAL));
        assertThat(said(decision(number, DAY, "2"))).isEqualTo("labour.breach-known");
    }

    @Test
    void legalAffairsEnterItOnThePageAndTheUnionReadsIt() {
        var number = UUID.randomUUID().toString();
        assertThat(browser.post().uri("/app/labour/breaches").multipart().file(new MockMultipartFile("file", "d.pdf", "application/pdf", PAPER)).param("number", number).param("authority", "Court of Ningbo")
                .param("law", "Labour Contract Law, art. 10").param("decided", "2025-03-04").param("fine", "1200.50").param("words", "Two contracts came late.").with(As.me(LEGAL)).exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/labour/breaches").with(As.a(Role.UNION)).exchange()).hasStatusOk().bodyText().contains(number);
        var id = db.sql("SELECT id FROM labour.breach WHERE number = :number").param("number", number).query(UUID.class).single();
        assertThat(browser.get().uri("/app/labour/breaches/" + id + "/paper").with(As.a(Role.UNION)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/labour/breaches").with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(403);
    }
}
