package org.probity.people.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.aid.AFund.OTHER;
import static org.probity.people.aid.AFund.UNION;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Giving is a choice of one's own: a band a month, ended any day; what payroll was asked for is the last. */
@WholeHouse(own = true)
class GivingTest {
    @Autowired Giving giving;
    @Autowired Fund fund;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired ApplicationContext house;

    @Test
    void aMonthFromThePledgeToTheBookAndWhoEndsItAfterPayrollHasTheList() {
        var a = new AFund(house);
        var now = fund.month();
        var before = fund.holds(Fund.FUND);
        assertThat(key(giving.draw(now, UNION))).isEqualTo("aid.nobody-gives");
        var people = new ArrayList<AFund.One>();
        for (int at = 0; at < 9; at++) {
            var one = a.somebody();
            people.add(one);
            assertThat(done(giving.pledge(at < 6 ? Band.B5 : at < 8 ? Band.B20 : Band.B200, one.me()))).isEqualTo(now.atDay(1));
        }
        var first = people.getFirst();
        assertThat(key(giving.pledge(Band.B5, first.me()))).isEqualTo("aid.gives-already");
        assertThat(done(giving.end(people.get(5).me()))).as("before the list: nothing is collected").isEmpty();
        assertThat(key(giving.end(people.get(5).me()))).isEqualTo("aid.gives-nothing");
        assertThat(key(giving.draw(now, first.me()))).isEqualTo("aid.not-yours");
        assertThat(key(giving.draw(now.plusMonths(1), UNION))).isEqualTo("aid.month-wrong");
        var run = done(giving.draw(now, UNION));
        assertThat(key(giving.draw(now, UNION))).isEqualTo("aid.drawn");
        assertThat(giving.run(run).orElseThrow()).extracting(Giving.Run::people, Giving.Run::amount).containsExactly(8, 5 * 500L + 2 * 2_000 + 20_000);

        assertThat(done(giving.end(first.me()))).as("payroll has the list: this month is the last").contains(now.atDay(1));
        assertThat(done(giving.pledge(Band.B10, first.me()))).as("and whoever begins again begins next month").isEqualTo(now.plusMonths(1).atDay(1));

        assertThat(key(giving.collect(run, 26_500, List.of(), "Payroll", UNION))).as("by another").isEqualTo("aid.drew-it");
        assertThat(key(giving.collect(run, 26_500, List.of(), " ", OTHER))).isEqualTo("aid.source-wrong");
        assertThat(key(giving.collect(run, 26_400, List.of(), "Payroll", OTHER))).isEqualTo("aid.sum-other");
        assertThat(key(giving.collect(run, 26_500, List.of("X"), "Payroll", OTHER))).isEqualTo("aid.not-on-list");
        assertThat(key(giving.collect(run, 0, people.stream().map(AFund.One::number).filter(it -> !it.equals(people.get(5).number())).toList(), "Payroll", OTHER))).isEqualTo("aid.nothing-left");
        assertThat(key(giving.collect(UUID.randomUUID(), 1, List.of(), "Payroll", OTHER))).isEqualTo("aid.unknown");
        done(giving.collect(run, 26_000, List.of(people.get(1).number()), "Payroll's closing", OTHER));
        assertThat(key(giving.collect(run, 26_000, List.of(), "Payroll", OTHER))).isEqualTo("aid.collected");
        assertThat(fund.holds(Fund.FUND)).isEqualTo(before + 26_000);
        var value = figures.live(figures.find("aid-fund").orElseThrow(), fund.today().getYear());
        assertThat(value.control().difference()).as("this room's records and the book say the same").isZero();
        assertThat(new java.math.BigDecimal(value.shown().replace(",", ""))).isEqualByComparingTo(Fund.yuan(before + 26_000));
        assertThat(fund.holds(Fund.given(Fund.TOGETHER))).as("bands of four, two and one are told together").isEqualTo(-26_000);
        assertThat(giving.given(first.person())).extracting(Giving.Given::amount).containsExactly(500L);
        assertThat(giving.given(people.get(1).person())).as("was not collected").isEmpty();
        assertThatThrownBy(() -> db.sql("UPDATE aid.collected SET collected_by = drawn_by").update()).hasMessageContaining("collected_by_another");
    }

    @Test
    void aGiftIsOfADayThatHasCome() {
        var a = new AFund(house);
        assertThat(key(giving.take(Giving.GiftKind.OTHER, fund.today().plusDays(1), 1, "x", UNION))).isEqualTo("aid.day-wrong");
        assertThat(key(giving.take(Giving.GiftKind.OTHER, null, 1, "x", UNION))).isEqualTo("aid.day-wrong");
        assertThat(key(giving.take(Giving.GiftKind.OTHER, fund.today(), 0, "x", UNION))).isEqualTo("aid.amount-wrong");
        assertThat(key(giving.take(Giving.GiftKind.OTHER, fund.today(), 1, "", UNION))).isEqualTo("aid.source-wrong");
        assertThat(key(giving.take(Giving.GiftKind.OTHER, fund.today(), 1, "x", a.somebody().me()))).isEqualTo("aid.not-yours");
        var before = fund.holds(Fund.FUND);
        done(giving.take(Giving.GiftKind.OTHER, LocalDate.from(fund.today()), 123_45, "A former colleague", UNION));
        assertThat(fund.holds(Fund.FUND)).isEqualTo(before + 123_45);
    }

    @Test
    void nobodyLearnsOfAFewWhatTheyGive() {
        var random = new SplittableRandom(7);
        for (int turn = 0; turn < 2_000; turn++) {
            var givers = new ArrayList<Band>();
            for (var band : Band.values()) {
                givers.addAll(Collections.nCopies(random.nextInt(12), band));
            }
            var parts = Parts.of(givers, 5);
            assertThat(parts.stream().mapToLong(Parts.Part::amount).sum()).isEqualTo(givers.stream().mapToLong(it -> it.amount).sum());
            assertThat(parts.stream().mapToInt(Parts.Part::people).sum()).isEqualTo(givers.size());
            if (givers.size() >= 5) {
                assertThat(parts).as("%s", givers).allMatch(it -> it.people() >= 5);
            }
        }
        assertThat(Parts.of(List.of(Band.B5), 5)).as("all of them are too few: the month's sum alone").containsExactly(new Parts.Part(Fund.TOGETHER, 1, 500));
        assertThat(Register.said(Map.of(Ground.DISASTER, 7, Ground.STUDY, 5, Ground.ACCIDENT, 1), 5)).as("one alone would be known by what is left").containsExactly(Ground.DISASTER);
        assertThat(Register.said(Map.of(Ground.DISASTER, 7, Ground.STUDY, 3, Ground.ACCIDENT, 2), 5)).containsExactly(Ground.DISASTER);
        assertThat(Register.said(Map.of(Ground.DISASTER, 4), 5)).isEmpty();
    }
}
