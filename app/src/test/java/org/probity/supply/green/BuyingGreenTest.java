package org.probity.supply.green;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.probity.supply.clearance.Deeds;
import org.probity.supply.evaluation.Source;
import org.probity.supply.green.Book.Criterion;
import org.probity.supply.green.Book.Kind;
import org.probity.supply.green.Book.Strength;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class BuyingGreenTest {
    static final Me OFFICER = someone(Role.SOURCING_OFFICER);
    static final Me EHS = someone(Role.EHS);

    @Autowired Books books;
    @Autowired Proofs proofs;
    @Autowired Deeds deeds;
    @Autowired Figures figures;
    @Autowired List<Source> sources;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    LocalDate today;
    UUID supplier;
    Me contact;

    @BeforeEach
    void criteriaForGlass() {
        today = LocalDate.now(clock);
        supplier = ASupplier.in(db);
        contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        if (books.on("glass", today).isEmpty()) {
            var set = done(books.propose(draft(today), OFFICER));
            done(books.rule(set, Outcome.APPROVED, "", EHS));
        }
    }

    static Me someone(Role role) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(role), Optional.empty());
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    static String key(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var reasons) ? reasons.getFirst().key() : "done";
    }

    static Books.Draft draft(LocalDate from) {
        return new Books.Draft("glass", from, 60, "Guideline", List.of(new Criterion("epd", "Declaration", "环境声明", Strength.THIRD_PARTY, 60),
                new Criterion("green-power", "Renewable power", "可再生电力", Strength.SIGNED, 40)));
    }

    Proofs.Sent epd(LocalDate from, LocalDate until) {
        return new Proofs.Sent("epd", Kind.EPD, "E-1", "House", from, until, "", "epd.pdf", "application/pdf", UUID.randomUUID().toString().getBytes());
    }

    @Test
    void criteriaAreChangedByTwoAndHoldFromTheirDay() {
        var later = done(books.propose(draft(today.plusDays(10)), OFFICER));
        assertThat(key(books.propose(draft(today.plusDays(11)), OFFICER))).isEqualTo("green.waits-already");
        assertThat(key(books.rule(later, Outcome.APPROVED, "", OFFICER))).isEqualTo("decision.needs-another-person");
        assertThat(key(books.rule(later, Outcome.APPROVED, "", someone(Role.LEGAL)))).isEqualTo("green.not-yours");
        assertThat(key(books.rule(UUID.randomUUID(), Outcome.APPROVED, "", EHS))).isEqualTo("green.book-unknown");
        done(books.rule(later, Outcome.APPROVED, "", EHS));
        assertThat(books.on("glass", today.plusDays(9)).orElseThrow().id()).isNotEqualTo(later);
        assertThat(books.on("glass", today.plusDays(10)).orElseThrow().id()).isEqualTo(later);
        assertThat(key(books.propose(draft(today.minusDays(1)), OFFICER))).isEqualTo("green.day-past");
        assertThat(key(books.propose(draft(today), someone(Role.LEGAL)))).isEqualTo("green.not-yours");
        assertThat(key(books.propose(new Books.Draft("moonstone", today, 1, "x", draft(today).criteria()), OFFICER))).isEqualTo("green.category-unknown");
        assertThat(key(books.propose(new Books.Draft("glass", today, 60, " ", draft(today).criteria()), OFFICER))).isEqualTo("green.source-missing");
        assertThat(key(books.propose(new Books.Draft("glass", today, 60, "x".repeat(301), draft(today).criteria()), OFFICER))).isEqualTo("green.words-long");
        assertThat(key(books.propose(new Books.Draft("glass", today, 60, "x", List.of()), OFFICER))).isEqualTo("green.criteria-missing");
        assertThat(key(books.propose(one("Bad code", "T", "题", 60), OFFICER))).isEqualTo("green.code-wrong");
        assertThat(key(books.propose(one("code", "T", " ", 60), OFFICER))).isEqualTo("green.title-missing");
        assertThat(key(books.propose(one("code", "T", "题", 0), OFFICER))).isEqualTo("green.points-wrong");
        assertThat(key(books.propose(one("code", "T", "题", 59), OFFICER))).as("sixty cannot be reached").isEqualTo("green.threshold-wrong");
    }

    static Books.Draft one(String code, String en, String zh, int points) {
        return new Books.Draft("glass", LocalDate.of(2099, 1, 1), 60, "x", List.of(new Criterion(code, en, zh, Strength.STATEMENT, points)));
    }

    @Test
    void aProofIsOfTheKindThatIsAskedAndHoldsToday() {
        assertThat(key(proofs.send(supplier, epd(today, today), someone(Role.LEGAL)))).isEqualTo("green.not-yours");
        var stranger = new Me(UUID.randomUUID(), "Other", Set.of(Role.SUPPLIER), Optional.of(ASupplier.in(db)));
        assertThat(key(proofs.send(supplier, epd(today, today), stranger))).isEqualTo("green.not-yours");
        assertThat(send("paint", Kind.EPD, "E", "H", today, today, 1)).isEqualTo("green.criterion-unknown");
        assertThat(send("epd", Kind.SIGNED_STATEMENT, "E", "H", today, today, 1)).isEqualTo("green.too-weak");
        assertThat(send("green-power", Kind.STATEMENT, "", "", today, today, 1)).isEqualTo("green.too-weak");
        assertThat(send("epd", Kind.EPD, " ", "H", today, today, 1)).isEqualTo("green.number-missing");
        assertThat(send("epd", Kind.EPD, "E".repeat(301), "H", today, today, 1)).isEqualTo("green.words-long");
        assertThat(send("epd", Kind.EPD, "E", "H", today, today.minusDays(1), 1)).isEqualTo("green.days-turned");
        assertThat(send("epd", Kind.EPD, "E", "H", today.minusDays(9), today.minusDays(1), 1)).isEqualTo("green.over");
        assertThat(send("epd", Kind.EPD, "E", "H", today, today, 0)).isEqualTo("green.file-missing");
        assertThat(send("epd", Kind.EPD, "E", "H", today, today, (20 << 20) + 1)).isEqualTo("green.file-too-big");
        assertThat(send("green-power", Kind.SIGNED_STATEMENT, "", "", today, today, 1)).as("a signed one needs no number").isEqualTo("done");
        assertThat(send("green-power", Kind.SIGNED_STATEMENT, "", "", today, today, 1)).isEqualTo("green.waits-for-review");
    }

    String send(String code, Kind kind, String number, String issuer, LocalDate from, LocalDate until, int bytes) {
        return key(proofs.send(supplier, new Proofs.Sent(code, kind, number, issuer, from, until, "", "f", "x/y", new byte[bytes]), contact));
    }

    @Test
    void anotherThanTheSenderReviewsAndMayTakeItBack() {
        var buyer = new Me(UUID.randomUUID(), "Both", Set.of(Role.BUYER, Role.QUALITY), Optional.empty());
        var own = done(proofs.send(supplier, epd(today, today), buyer));
        assertThat(key(proofs.review(own.id(), Proof.Outcome.ACCEPTED, "", buyer))).isEqualTo("green.own-proof");
        assertThat(key(proofs.review(UUID.randomUUID(), Proof.Outcome.ACCEPTED, "", EHS))).isEqualTo("green.proof-unknown");
        assertThat(key(proofs.review(own.id(), Proof.Outcome.ACCEPTED, "", someone(Role.LEGAL)))).isEqualTo("green.not-yours");
        assertThat(key(proofs.review(own.id(), Proof.Outcome.RETURNED, " ", EHS))).isEqualTo("green.reason-missing");
        assertThat(key(proofs.review(own.id(), Proof.Outcome.RETURNED, "x".repeat(4001), EHS))).isEqualTo("green.words-long");
        assertThat(key(proofs.review(own.id(), Proof.Outcome.WITHDRAWN, "x", EHS))).isEqualTo("green.reviewed-already");
        done(proofs.review(own.id(), Proof.Outcome.ACCEPTED, "", EHS));
        assertThat(standing(today).met()).isTrue();
        assertThat(key(proofs.review(own.id(), Proof.Outcome.RETURNED, "x", EHS))).isEqualTo("green.reviewed-already");
        done(proofs.review(own.id(), Proof.Outcome.WITHDRAWN, "The issuer never heard of it", EHS));
        assertThat(standing(today)).extracting(Proofs.Standing::met, Proofs.Standing::points).containsExactly(false, 0L);
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO green.review (proof, no, outcome, words, sent_by, by, at, record) VALUES (:id, 9, 'ACCEPTED', '', :me, :me, now(), gen_random_uuid())
                """).param("id", own.id()).param("me", buyer.account()).update()).hasMessageContaining("green_four_eyes");
    }

    Proofs.Standing standing(LocalDate day) {
        return proofs.standings(day).stream().filter(it -> it.supplier().equals(supplier)).findFirst().orElseThrow();
    }

    @Test
    void aPaymentIsGreenOnDaysOnWhichTheThresholdIsReached() {
        var first = today.getDayOfYear() > 5 ? today.minusDays(3) : today;
        // Criteria of before today are put there by hand: nobody may propose for a day that is past.
        db.sql("UPDATE green.book SET from_day = :day WHERE category = 'glass' AND from_day <= :today").param("day", LocalDate.of(today.getYear() - 1, 1, 1)).param("today", today).update();
        done(proofs.review(done(proofs.send(supplier, epd(first.plusDays(1), today), contact)).id(), Proof.Outcome.ACCEPTED, "", EHS));
        var half = ASupplier.in(db);
        var power = new Proofs.Sent("green-power", Kind.SIGNED_STATEMENT, "", "", first, today, "", "p", "x/y", new byte[] {7});
        done(proofs.review(done(proofs.send(half, power, someone(Role.BUYER))).id(), Proof.Outcome.ACCEPTED, "", EHS));
        var abroad = ASupplier.in(db);
        var lines = new ArrayList<Deeds.Line>();
        pay(lines, supplier, "PAYMENT", first, "100.00", "CNY");
        pay(lines, supplier, "PAYMENT", first.plusDays(1).isAfter(today) ? today : first.plusDays(1), "300.00", "CNY");
        pay(lines, supplier, "ORDER", first, "999.00", "CNY");
        pay(lines, half, "PAYMENT", today, "100.00", "CNY");
        pay(lines, abroad, "PAYMENT", today, "77.00", "EUR");
        done(deeds.report("ERP", lines.size(), lines, someone(Role.BUYER)));
        var value = figures.live(figures.find("green-spend").orElseThrow(), today.getYear());
        assertThat(row(value, supplier).input("spend")).isEqualByComparingTo("400");
        assertThat(row(value, supplier).input("green")).as("the day before its first day does not count").isEqualByComparingTo(first.equals(today) ? "0" : "300");
        assertThat(row(value, half).input("green")).as("40 of 60 points").isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(row(value, abroad).reason()).isEqualTo("green.figure.other-currency");
        assertThat(row(value, supplier).evidence()).hasSize(first.equals(today) ? 0 : 1);
        assertThat(value.control().difference()).isZero();
        var source = sources.stream().filter(it -> it.criterion().equals("green-criteria")).findFirst().orElseThrow();
        var measured = db.sql("SELECT over::text || '/' || under::text FROM (" + source.sql() + ") AS measured WHERE supplier = :supplier").param("until_day", today)
                .param("known_at", java.time.OffsetDateTime.now(clock)).param("supplier", half).query(String.class).single();
        assertThat(measured).isEqualTo("40/100");
    }

    static void pay(List<Deeds.Line> lines, UUID supplier, String kind, LocalDate day, String amount, String currency) {
        lines.add(new Deeds.Line(kind, kind + UUID.randomUUID(), supplier.toString(), day.toString(), amount, currency, null));
    }

    static Row row(FigureValue value, UUID subject) {
        return value.rows().stream().filter(it -> it.subject().equals(subject)).findFirst().orElseThrow();
    }

    @Test
    void theScreensCarryItThrough() {
        assertThat(browser.post().multipart().uri("/app/portal/green").with(As.me(contact)).param("code", "epd").param("kind", "EPD").param("validFrom", today.toString())
                .param("validUntil", "never").exchange()).hasStatus(422).bodyText().contains("Give a day");
        assertThat(browser.post().multipart().uri("/app/portal/green").file(new MockMultipartFile("file", "epd.pdf", "application/pdf", new byte[] {1})).with(As.me(contact))
                .param("code", "epd").param("kind", "EPD").param("number", "E-7").param("issuer", "House").param("validFrom", today.toString())
                .param("validUntil", "+999999999-12-31").exchange()).as("a day that no table has").hasStatus(422);
        assertThat(browser.post().multipart().uri("/app/portal/green").file(new MockMultipartFile("file", "epd.pdf", "application/pdf", UUID.randomUUID().toString().getBytes()))
                .with(As.me(contact)).param("code", "epd").param("kind", "EPD").param("number", "E-7").param("issuer", "House").param("validFrom", today.toString())
                .param("validUntil", today.plusDays(90).toString()).exchange()).hasStatus(303);
        var proof = proofs.of(supplier).getFirst();
        assertThat(browser.get().uri("/app/green").with(As.a(Role.REVIEWER)).exchange()).hasStatusOk().bodyText().contains("Declaration");
        assertThat(browser.get().uri("/app/green/proofs/" + proof.id()).with(As.me(EHS)).exchange()).hasStatusOk().bodyText().contains("E-7");
        assertThat(browser.get().uri("/app/green/proofs/" + proof.id() + "/file").with(As.me(EHS)).exchange()).hasStatusOk();
        assertThat(browser.post().uri("/app/green/proofs/" + proof.id() + "/review").with(As.me(EHS)).param("outcome", "RETURNED").param("words", "").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/green/proofs/" + proof.id() + "/review").with(As.me(EHS)).param("outcome", "ACCEPTED").param("words", "").exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/portal/green").with(As.me(contact)).exchange()).bodyText().contains("You have 60 of 100 points");
        assertThat(browser.get().uri("/app/suppliers/" + supplier + "/green").with(As.me(OFFICER)).exchange()).bodyText().contains("meets the criteria");
        assertThat(browser.post().uri("/app/green/wafer/sets").with(As.me(OFFICER)).param("fromDay", today.toString()).param("threshold", "10").param("source", "Board")
                .param("code1", "epd").param("en1", "Declaration").param("zh1", "声明").param("strength1", "THIRD_PARTY").param("points1", "10").exchange()).hasStatus(303);
        var set = books.of("wafer").getFirst();
        assertThat(browser.get().uri("/app").with(As.me(EHS)).exchange()).bodyText().contains("/app/green/wafer");
        assertThat(browser.post().uri("/app/green/wafer/sets/" + set.id() + "/ruling").with(As.stale(EHS)).param("outcome", "APPROVED").param("reason", "").exchange())
                .as("a binding act").hasStatus3xxRedirection();
        assertThat(books.on("wafer", today)).isEmpty();
        assertThat(browser.post().uri("/app/green/wafer/sets/" + set.id() + "/ruling").with(As.me(EHS)).param("outcome", "APPROVED").param("reason", "").exchange()).hasStatus(303);
        assertThat(books.on("wafer", today)).isPresent();
    }
}
