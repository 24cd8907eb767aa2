package org.probity.supply.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.OFFICER;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Minutes;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasions;
import org.probity.supply.supplier.ASupplier;
import org.probity.supply.supplier.Accountability;
import org.probity.supply.supplier.Department;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class CountingExchangesTest {
    @Autowired ApplicationContext house;
    @Autowired Campaigns campaigns;
    @Autowired Learning learning;
    @Autowired Exchanges exchanges;
    @Autowired Occasions occasions;
    @Autowired Attendance attendance;
    @Autowired Minutes minutes;
    @Autowired Suppliers suppliers;
    @Autowired Accountability accountability;
    @Autowired Evidence evidence;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    LocalDate today;

    @BeforeEach
    void aDay() {
        today = LocalDate.now(clock);
    }

    FigureValue live(String key) {
        return figures.live(figures.find(key).orElseThrow(), today.getYear());
    }

    static Row row(FigureValue value, UUID subject) {
        return value.rows().stream().filter(it -> it.subject().equals(subject)).findFirst().orElseThrow();
    }

    Occasion.Plan at(LocalDate day) {
        var from = day.atTime(9, 0).atZone(clock.getZone()).toInstant();
        return new Occasion.Plan(from, from.plus(Duration.ofHours(1)), "");
    }

    UUID entered(UUID supplier, Occasion.Plan plan) {
        return done(exchanges.enter(Exchanges.Form.VISIT, "Carbon", List.of(Topic.CLIMATE, Topic.LOW_CARBON), List.of(supplier), plan, OFFICER));
    }

    UUID session(UUID occasion) {
        return occasions.sessions(occasion).getFirst().id();
    }

    @Test
    void anExchangeCountsWithBothSidesThereAndMinutesThatAnotherHasRead() {
        assertThat(key(exchanges.enter(Exchanges.Form.CALL, "Carbon", List.of(Topic.CLIMATE), List.of(), AnOccasion.justOver(clock), OFFICER))).isEqualTo("exchange.supplier-missing");
        var supplier = ASupplier.in(db);
        var contact = AnOccasion.speaker(db, supplier, "a@one.example");
        var theirs = contactOf(supplier);
        var ours = AnOccasion.colleague(house, AnOccasion.unit(house, "EX"), "EX1");
        var plan = AnOccasion.justOver(clock);
        var complete = entered(supplier, plan);
        attend(complete, 0, ours, theirs);
        done(minutes.write(complete, "Words", OFFICER));
        done(minutes.agree(complete, 1, contact));
        var unread = entered(supplier, plan);
        attend(unread, 0, ours, theirs);
        done(minutes.write(unread, "Words", OFFICER));
        var silent = entered(supplier, plan);
        attend(silent, 0, ours, theirs);
        var open = entered(supplier, plan);
        var alone = entered(supplier, plan);
        attend(alone, 0, ours);
        var nameless = entered(supplier, plan);
        attend(nameless, 3, ours);
        done(minutes.write(nameless, "Words", OFFICER));
        done(minutes.agree(nameless, 1, contact));
        var calledOff = entered(supplier, plan);
        done(occasions.callOff(calledOff, "A typhoon", OFFICER));
        var lastYear = entered(supplier, at(LocalDate.of(today.getYear() - 1, 12, 31)));
        var value = live("exchanges");
        assertThat(value.shown()).isEqualTo("2");
        assertThat(row(value, complete)).extracting(Row::included, it -> it.evidence().size()).containsExactly(true, 3);
        assertThat(row(value, nameless).included()).as("three of theirs who are named nowhere").isTrue();
        assertThat(Map.of(unread, row(value, unread).reason(), silent, row(value, silent).reason(), open, row(value, open).reason(), alone, row(value, alone).reason(), calledOff,
                row(value, calledOff).reason())).isEqualTo(Map.of(unread, "exchange.figure.minutes-unread", silent, "exchange.figure.no-minutes", open, "exchange.figure.list-open", alone,
                "exchange.figure.one-side", calledOff, "exchange.figure.called-off"));
        assertThat(value.rows()).extracting(Row::subject).doesNotContain(lastYear);
        assertThat(value.control().difference()).isZero();
        assertThat(browser.get().uri("/app/exchanges?q=Carbon&topic=LOW_CARBON&format=csv").with(As.a(Role.REVIEWER)).exchange()).bodyText().contains("Carbon", "Somebody", "called off");
        assertThat(browser.get().uri("/app/exchanges?state=open").with(As.me(OFFICER)).exchange()).hasStatusOk();
        assertThat(browser.post().uri("/app/exchanges").with(As.me(OFFICER)).param("suppliers", "nobody").exchange()).hasStatus(422).bodyText().contains("nobody");
        assertThat(browser.post().uri("/app/exchanges").with(As.me(OFFICER)).param("suppliers", "").param("title", "T").param("day", today.toString()).param("from", "9:00")
                .param("until", "10:00").param("topics", "CLIMATE").exchange()).hasStatus(422).bodyText().contains("at least one supplier");
        db.sql("DELETE FROM exchange.exchange WHERE occasion = :id").param("id", open).update();
        assertThat(live("exchanges").control().difference()).as("a row that vanished shows against the log").isNotZero();
        done(minutes.write(complete, "Other words", OFFICER));
        assertThat(row(live("exchanges"), complete).reason()).as("changed after it was read").isEqualTo("exchange.figure.minutes-unread");
    }

    @Test
    void aSupplierIsTrainedByAQuizThatPassesOrByThreeQuartersOfATraining() {
        var passed = ASupplier.in(db);
        var failed = ASupplier.in(db);
        var attended = ASupplier.in(db);
        var leftEarly = ASupplier.in(db);
        var ended = ASupplier.in(db);
        var passing = AnOccasion.speaker(db, passed, "p@two.example");
        var failing = AnOccasion.speaker(db, failed, "f@two.example");
        for (var it : List.of(attended, leftEarly, ended)) {
            AnOccasion.contact(db, it, it + "@two.example", today.minusDays(9));
        }
        var campaign = done(campaigns.open(new Campaigns.Opening("All six", "六个议题", List.of("climate", "safety"), today, today, "all", false), OFFICER));
        answer(campaign, passing, 4);
        answer(campaign, failing, 3);
        var plan = AnOccasion.justOver(clock);
        var training = done(campaigns.train(campaign.id(), "Live", List.of("SAFETY"), plan, OFFICER));
        var threeQuarters = plan.startsAt().plusSeconds(5400);
        done(attendance.enter(session(training), List.of(new Came(contactOf(attended), null, threeQuarters), new Came(contactOf(leftEarly), null, threeQuarters.minusSeconds(1)),
                new Came(contactOf(ended), null, null)), Means.IMPORTED, OFFICER));
        assertThat(met(live("supplier-training"), attended)).as("nobody closed the list").isZero();
        done(attendance.close(session(training), 0, "", OFFICER));
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :day, 'QUALITY', '', gen_random_uuid(), now(), gen_random_uuid())
                """).param("supplier", ended).param("day", today.minusDays(1)).update();
        deliver(ended, passed, failed);
        var value = live("supplier-training");
        assertThat(List.of(met(value, passed), met(value, failed), met(value, attended), met(value, leftEarly))).containsExactly(1, 0, 1, 0);
        assertThat(row(value, ended).reason()).isEqualTo("exchange.figure.not-active");
        assertThat(row(value, passed).evidence()).hasSize(1);
        assertThat(value.control().stated()).isEqualByComparingTo("31.5");
        assertThat(value.control().difference()).isZero();
    }

    @Test
    void procurementIsWhoIsEngagedThereOrBelow() {
        var procurement = AnOccasion.unit(house, "PRO");
        var quality = AnOccasion.unit(house, "QOP");
        done(accountability.name("PRO", Department.Kind.INTEGRATED, today.minusDays(30), OFFICER));
        done(accountability.name("QOP", Department.Kind.QUALITY, today.minusDays(30), OFFICER));
        var learned = AnOccasion.colleague(house, procurement, "PR1");
        var never = AnOccasion.colleague(house, procurement, "PR2");
        var other = AnOccasion.colleague(house, quality, "QO1");
        var campaign = done(campaigns.open(new Campaigns.Opening("Buyers", "采购员", List.of("integrity"), today, today, "", true), OFFICER));
        assertThat(campaigns.reach(campaign.id())).containsExactly(new Campaign.Reach("staff", 2, 0, 0, 0));
        var training = done(campaigns.train(campaign.id(), "Live", List.of("INTEGRITY"), AnOccasion.justOver(clock), OFFICER));
        // Entered twice over the same hour: there once.
        var plan = occasions.sessions(training).getFirst();
        done(attendance.enter(plan.id(), List.of(new Came(learned, null, null), new Came(learned, plan.startsAt().plusSeconds(10), null), new Came(other, null, null)), Means.ENTERED, OFFICER));
        done(attendance.close(plan.id(), 0, "", OFFICER));
        var value = live("procurement-training");
        assertThat(List.of(met(value, learned.guest()), met(value, never.guest()))).containsExactly(1, 0);
        assertThat(row(value, learned.guest()).input("seconds")).isEqualByComparingTo("7200");
        assertThat(row(value, other.guest()).reason()).isEqualTo("exchange.figure.not-procurement");
        assertThat(value.control().stated()).isEqualByComparingTo("14400");
        assertThat(value.control().difference()).isZero();
        db.sql("UPDATE gathering.presence SET left_at = left_at - interval '1 second' WHERE session = :session").param("session", plan.id()).update();
        assertThat(live("procurement-training").control().difference()).as("a second that vanished shows").isNotZero();
    }

    static int met(FigureValue value, UUID subject) {
        return row(value, subject).input("met").intValueExact();
    }

    GuestList.Key contactOf(UUID supplier) {
        return new GuestList.Key("contact", db.sql("SELECT id FROM supplier.contact WHERE supplier = :supplier").param("supplier", supplier).query(UUID.class).single());
    }

    void attend(UUID occasion, int others, GuestList.Key... whom) {
        done(attendance.enter(session(occasion), List.of(whom).stream().map(it -> new Came(it, (Instant) null, null)).toList(), Means.ENTERED, OFFICER));
        done(attendance.close(session(occasion), others, "", OFFICER));
    }

    void answer(Campaign campaign, Me me, int right) {
        var course = campaigns.courses(campaign.id()).getFirst();
        for (var page = 1; page <= course.sheets().size(); page++) {
            done(learning.read(campaign.id(), course.code(), page, me));
        }
        var answers = new HashMap<String, Integer>();
        course.questions().forEach(it -> answers.put(it.code(), answers.size() < right ? it.right() : (it.right() + 1) % it.answers().size()));
        done(learning.answer(campaign.id(), course.code(), answers, me));
    }

    void deliver(UUID... whom) {
        var receipts = new java.util.ArrayList<Suppliers.Receipt>();
        for (var supplier : whom) {
            receipts.add(new Suppliers.Receipt("GR" + UUID.randomUUID(), 1, supplier, suppliers.addMaterial(supplier, "M1", "Material", "物料"), today, new BigDecimal("10.5")));
        }
        var file = evidence.keep("ledger.csv", "text/csv", UUID.randomUUID().toString().getBytes(), OFFICER.account());
        done(suppliers.receive("ERP", today.getYear(), receipts, receipts.size(), new BigDecimal("10.5").multiply(BigDecimal.valueOf(whom.length)), file.id(), file.sha256(), OFFICER));
    }
}
