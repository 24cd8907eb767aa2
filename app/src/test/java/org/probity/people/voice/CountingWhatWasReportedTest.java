package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many reported, by which way, about fraud, and how it ended: counted so that no row tells of a case or two. */
@WholeHouse
class CountingWhatWasReportedTest {
    private static final int YEAR = 2024;
    private static final LocalDate DAY = LocalDate.of(YEAR, 3, 4);

    @Autowired Figures figures;
    @Autowired JdbcClient db;

    private UUID report(String channel, String category) {
        var id = UUID.randomUUID();
        var message = id.toString().replace("-", "").repeat(2);
        db.sql("INSERT INTO voice.message (sha256, tag, day, sealed) VALUES (:sha, :tag, :day, decode(repeat('00', 9862), 'hex'))").param("sha", message).param("tag", message.substring(32)).param("day", DAY).update();
        db.sql("INSERT INTO voice.opened (message, what, day, by) VALUES (:sha, 'REPORT', :day, :by)").param("sha", message).param("day", DAY).param("by", id).update();
        db.sql("""
                INSERT INTO voice.card (id, number, message, channel, category, received, opened_on, opened_by, opened_at, record)
                VALUES (:id, :number, :sha, :channel, :category, :day, :day, :id, now(), :id)
                """).param("id", id).param("number", "C" + id).param("sha", message).param("channel", channel).param("category", category).param("day", DAY).update();
        return id;
    }

    private void step(UUID card, int no, String what, String outcome, LocalDate day) {
        db.sql("INSERT INTO voice.step (card, no, what, outcome, day, by, at, record) VALUES (:card, :no, :what, nullif(:outcome, ''), :day, :card, now(), :card)").param("card", card).param("no", no).param("what", what)
                .param("outcome", outcome).param("day", day).update();
    }

    private FigureValue of(String key) {
        return figures.live(figures.find(key).orElseThrow(), YEAR);
    }

    @Test
    void mailboxesAndFraudAreToldInFullFivesAndTheSumIsWhole() {
        for (int at = 0; at < 7; at++) {
            var card = report("AUDIT", "FRAUD");
            step(card, 1, "ACKNOWLEDGED", "", DAY.plusDays(1));
            step(card, 2, "ANSWERED", "", at == 0 ? DAY.plusDays(1).plusMonths(3).plusDays(1) : DAY.plusDays(1).plusMonths(3));
            if (at < 4) {
                step(card, 3, "CLOSED", at < 2 ? "PARTLY" : "NO_CASE", DAY.plusDays(100));
            }
        }
        report("UNION", "SAFETY");
        report("HR", "HARASSMENT");

        var received = of("reports-received");
        assertThat(received.shown()).as("seven, one and one").isEqualTo("9");
        assertThat(received.included()).filteredOn(it -> it.input("cases").signum() > 0).extracting(it -> it.input("cases").intValueExact()).as("audit's five, and four that say not whose").containsExactlyInAnyOrder(5, 4);
        var fraud = of("fraud-reports");
        assertThat(fraud.shown()).as("seven, told in full fives").isEqualTo("5");
        assertThat(fraud.rows().stream().mapToInt(it -> it.input("cases").intValueExact()).sum()).isEqualTo(9);
        assertThat(of("reports-answered").shown()).as("one a day late of seven, two not at all and long due").isEqualTo("66.66");
        assertThat(of("reports-confirmed").exact()).as("four are closed: one of few would tell").isEmpty();

        var fifth = report("LEGAL", "LAW");
        step(fifth, 1, "CLOSED", "SUBSTANTIATED", DAY.plusDays(9));
        assertThat(of("reports-confirmed").shown()).as("three of five").isEqualTo("60.0");
    }
}
