package org.probity.people.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.aid.AFund.UNION;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.people.aid.Visits.Occasion;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Beside money: a visit, a household in need that put itself on a list, what whoever looks on remarks, and a table of amounts that two agree to. */
@WholeHouse
class LookingAfterTest {
    @Autowired Visits visits;
    @Autowired Oversight oversight;
    @Autowired Scale scale;
    @Autowired Applications applications;
    @Autowired Fund fund;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;

    AFund a;
    AFund.One ren;
    AFund.One mate;

    @BeforeEach
    void someColleagues() {
        a = new AFund(house);
        ren = a.somebody();
        mate = a.somebody();
    }

    @Test
    void aVisitIsCountedWhenWhoeverWentSaysSo() {
        var today = fund.today();
        assertThat(key(visits.plan(ren.number(), mate.number(), Occasion.ILLNESS, today, ren.me()))).isEqualTo("aid.not-yours");
        assertThat(key(visits.plan("nobody", mate.number(), Occasion.ILLNESS, today, UNION))).isEqualTo("aid.nobody");
        assertThat(key(visits.plan(ren.number(), "nobody", Occasion.ILLNESS, today, UNION))).isEqualTo("aid.no-visitor");
        assertThat(key(visits.plan(ren.number(), ren.number(), Occasion.ILLNESS, today, UNION))).isEqualTo("aid.visits-self");
        assertThat(key(visits.plan(ren.number(), mate.number(), Occasion.ILLNESS, today.minusDays(1), UNION))).isEqualTo("aid.visit-day");
        var before = figures.live(figures.find("aid-visits").orElseThrow(), today.getYear()).rows().size();
        var visit = done(visits.plan(ren.number(), mate.number(), Occasion.ILLNESS, today, UNION));
        var later = done(visits.plan(ren.number(), mate.number(), Occasion.FESTIVAL, today.plusDays(1), UNION));
        assertThat(key(visits.made(later, mate.me()))).isEqualTo("aid.visit-early");
        assertThat(key(visits.made(visit, ren.me()))).as("whoever was visited does not say it").isEqualTo("aid.unknown");
        assertThat(browser.get().uri("/app/aid").with(As.me(mate.me())).exchange()).hasStatusOk().bodyText().contains(ren.number());
        assertThat(browser.post().uri("/app/aid/visits/made").param("visit", visit.toString()).with(As.me(mate.me())).exchange()).hasStatus(303);
        assertThat(key(visits.made(visit, mate.me()))).isEqualTo("aid.visit-over");
        assertThat(key(visits.callOff(visit, UNION))).isEqualTo("aid.visit-over");
        assertThat(key(visits.callOff(later, mate.me()))).isEqualTo("aid.not-yours");
        done(visits.callOff(later, UNION));
        assertThat(key(visits.made(later, mate.me()))).isEqualTo("aid.visit-over");
        var value = figures.live(figures.find("aid-visits").orElseThrow(), today.getYear());
        assertThat(value.rows()).hasSize(before + 1);
        assertThat(value.control().difference()).as("the log counted the same").isZero();
    }

    @Test
    void nobodyIsPutOnTheListOfHouseholdsByAnotherAndWordsGoWithWhoeverLeaves() {
        var today = fund.today();
        assertThat(key(visits.ask(" ", ren.me()))).isEqualTo("aid.words-missing");
        assertThat(key(visits.ask("x".repeat(1_001), ren.me()))).isEqualTo("aid.hardship-long");
        var id = done(visits.ask("Three <children>", ren.me()));
        assertThat(key(visits.ask("Again", ren.me()))).isEqualTo("aid.listed-already");
        assertThat(key(visits.list(id, today.plusMonths(13), UNION))).isEqualTo("aid.listed-until");
        assertThat(key(visits.list(id, today.plusMonths(3), mate.me()))).isEqualTo("aid.not-yours");
        assertThat(key(visits.list(UUID.randomUUID(), today.plusMonths(3), UNION))).isEqualTo("aid.unknown");
        assertThat(key(visits.list(id, today.plusMonths(3), new Me(ren.me().account(), "Ren", Set.of(Role.UNION), Optional.empty())))).as("nobody judges their own household").isEqualTo("aid.own");
        done(visits.list(id, today.plusMonths(3), UNION));
        assertThat(browser.get().uri("/app/aid/visits").with(As.me(UNION)).exchange()).hasStatusOk().bodyText().contains("Three &lt;children&gt;");
        assertThat(browser.get().uri("/app/aid/visits").with(As.me(mate.me())).exchange()).hasStatus(403);
        done(visits.leave(ren.me()));
        assertThat(key(visits.leave(ren.me()))).isEqualTo("aid.not-listed");
        assertThat(db.sql("SELECT words FROM aid.hardship WHERE id = :id").param("id", id).query(String.class).single()).isEmpty();
    }

    @Test
    void whatWhoeverLooksOnRemarksIsAnsweredByTheCommittee() {
        var looksOn = a.member(Seats.Body.SUPERVISION);
        var member = a.member(Seats.Body.COMMITTEE);
        assertThat(key(oversight.remark("", "Why so late?", member.me()))).isEqualTo("aid.not-yours");
        assertThat(key(oversight.remark("", " ", looksOn.me()))).isEqualTo("aid.remark-wrong");
        assertThat(key(oversight.remark("A0-0", "Why?", looksOn.me()))).isEqualTo("aid.no-such-number");
        var remark = done(oversight.remark("", "Why so <late>?", looksOn.me()));
        assertThat(key(oversight.reply(remark, "x", looksOn.me()))).isEqualTo("aid.not-yours");
        assertThat(key(oversight.reply(remark, "", member.me()))).isEqualTo("aid.remark-wrong");
        assertThat(key(oversight.reply(UUID.randomUUID(), "x", member.me()))).isEqualTo("aid.unknown");
        done(oversight.reply(remark, "A paper came late.", member.me()));
        assertThat(key(oversight.reply(remark, "x", member.me()))).isEqualTo("aid.replied");
        assertThat(browser.get().uri("/app/aid/remarks").with(As.me(looksOn.me())).exchange()).hasStatusOk().bodyText().contains("Why so &lt;late&gt;?", "A paper came late.");
        assertThat(browser.get().uri("/app/aid/remarks").with(As.me(ren.me())).exchange()).hasStatus(404);
    }

    @Test
    void whoeverLooksOnClosesMonthsOfTheBookAndNothingIsEnteredIntoThem() {
        var looksOn = a.member(Seats.Body.SUPERVISION);
        var member = a.member(Seats.Body.COMMITTEE);
        var giving = house.getBean(Giving.class);
        var month = fund.month().minusMonths(2);
        done(giving.take(Giving.GiftKind.COMPANY, month.atEndOfMonth(), 1_000_00L, "Bank statement", UNION));
        assertThat(key(oversight.close(month, UNION))).isEqualTo("aid.not-yours");
        assertThat(key(oversight.close(month, member.me()))).as("whoever decides does not close what they decided").isEqualTo("aid.not-yours");
        assertThat(key(oversight.close(null, looksOn.me()))).isEqualTo("aid.month-wrong");
        assertThat(key(oversight.close(fund.month(), looksOn.me()))).isEqualTo("book.not-over");
        assertThat(browser.post().uri("/app/aid/periods").param("month", month.toString()).with(As.me(looksOn.me())).exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/aid/periods").param("month", month.toString()).with(As.me(looksOn.me())).exchange()).as("once").hasStatus(422);
        var holds = fund.holds(Fund.FUND);
        assertThat(key(giving.take(Giving.GiftKind.COMPANY, month.atDay(1), 1_000_00L, "Bank statement", UNION))).isEqualTo("book.closed");
        assertThat(fund.holds(Fund.FUND)).as("nothing was kept of it").isEqualTo(holds);
        done(giving.take(Giving.GiftKind.COMPANY, month.plusMonths(1).atDay(1), 1_000_00L, "Bank statement", UNION));
        assertThat(browser.get().uri("/app/aid/remarks").with(As.me(member.me())).exchange()).hasStatusOk().bodyText().contains("It is closed until");
    }

    @Test
    void anotherTableIsWrittenByOneAndAgreedToByAnother() {
        var one = a.member(Seats.Body.COMMITTEE);
        var other = a.member(Seats.Body.COMMITTEE);
        var from = fund.today().plusDays(1);
        var lines = "20000 0 4500\n\n50,000; 0; 11000";
        assertThat(key(scale.propose(from, lines, "Meeting", ren.me()))).isEqualTo("aid.not-yours");
        assertThat(key(scale.propose(fund.today(), lines, "Meeting", one.me()))).isEqualTo("aid.scale-day");
        assertThat(key(scale.propose(from, lines, " ", one.me()))).isEqualTo("aid.scale-source");
        assertThat(key(scale.propose(from, "20000 0", "Meeting", one.me()))).isEqualTo("aid.scale-line");
        assertThat(key(scale.propose(from, "20000 0 1\n20000 0 2", "Meeting", one.me()))).isEqualTo("aid.scale-twice");
        assertThat(key(scale.propose(from, "20000 0 2\n30000 1 1", "Meeting", one.me()))).as("who bears more would get less").isEqualTo("aid.scale-falls");
        assertThat(key(scale.propose(from, "\n", "Meeting", one.me()))).isEqualTo("aid.scale-empty");
        var draft = done(scale.propose(from, lines, "Meeting of the committee", one.me()));
        assertThat(key(scale.propose(from, lines, "Meeting", other.me()))).isEqualTo("aid.draft-waits");
        assertThat(key(scale.rule(draft, true, one.me()))).isEqualTo("aid.drafted-it");
        assertThat(key(scale.rule(draft, true, ren.me()))).isEqualTo("aid.not-yours");
        assertThat(browser.get().uri("/app/aid/scale").with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().contains("4,500");
        done(scale.rule(draft, true, other.me()));
        assertThat(key(scale.rule(draft, true, other.me()))).isEqualTo("aid.unknown");
        assertThat(applications.due(fund.today(), 60_000_00L, 1).orElseThrow().amount()).as("today's stays today's").isEqualTo(12_000_00L);
        assertThat(applications.due(from, 60_000_00L, 1).orElseThrow().amount()).isEqualTo(11_000_00L);
        var second = done(scale.propose(from.plusDays(1), "20000 0 4000\n50000 1 12000", "Meeting", one.me()));
        done(scale.rule(second, false, one.me()));
        assertThat(scale.draft()).isEmpty();
    }

    @Test
    void anActivityStandsInTheCalendarUntilItsDay() {
        var day = fund.today().plusDays(20);
        var title = "Walk <" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(key(visits.announce(day, title, "健步走", "River", ren.me()))).isEqualTo("aid.not-yours");
        assertThat(key(visits.announce(fund.today().minusDays(1), title, "健步走", "River", UNION))).isEqualTo("aid.visit-day");
        assertThat(key(visits.announce(day, title, " ", "River", UNION))).as("in both languages").isEqualTo("aid.title-wrong");
        var activity = done(visits.announce(day, title, "健步走", "River", UNION));
        assertThat(browser.get().uri("/app/aid").with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().contains(title.replace("<", "&lt;"), day.toString());
        assertThat(key(visits.takeBack(activity, ren.me()))).isEqualTo("aid.not-yours");
        assertThat(browser.post().uri("/app/aid/activities/off").param("activity", activity.toString()).with(As.me(UNION)).exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/aid/activities/off").param("activity", activity.toString()).with(As.me(UNION)).exchange()).as("once").hasStatus(422);
        assertThat(browser.get().uri("/app/aid").with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().doesNotContain(title.replace("<", "&lt;"));
    }
}
