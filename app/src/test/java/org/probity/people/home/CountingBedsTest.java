package org.probity.people.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.home.AHouse.EHS;
import static org.probity.people.home.AHouse.HR;
import static org.probity.shapes.gathering.AnOccasion.done;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows at the edge of the figures of homes: a bed too many, a key that nobody confirmed, a fault that came back. */
@WholeHouse(own = true)
class CountingBedsTest {
    @Autowired ApplicationContext context;
    @Autowired Houses houses;
    @Autowired Lodging lodging;
    @Autowired Keys keys;
    @Autowired Repairs repairs;
    @Autowired Figures figures;
    @Autowired JdbcClient db;

    private FigureValue live(String key, int year) {
        var value = figures.live(figures.find(key).orElseThrow(), year);
        assertThat(value.control().difference()).as(key).isEqualByComparingTo("0");
        return value;
    }

    @Test
    void bedsAndSpaceAndWaitingAndFaultsAreCounted() {
        var house = AHouse.at(context);
        var year = house.today().getYear();
        assertThat(live("beds-to-standard", year).shown()).isEqualTo("50.00");
        assertThat(live("area-per-bed", year).shown()).as("32 square metres, eight beds").isEqualTo("4.00");
        done(houses.takeOut(house.beds().get(7).id(), "too close", HR));
        assertThat(live("beds-to-standard", year).shown()).isEqualTo("100.00");
        assertThat(live("area-per-bed", year).shown()).isEqualTo("4.57");

        var her = house.worker(3);
        var him = house.worker(2);
        var stay = house.lived(her, 0);
        var other = house.offered(him, 1);
        done(lodging.answer(other, true, "", him));
        done(keys.walk(other, Stay.Way.IN, house.walked(), EHS));
        db.sql("UPDATE home.application SET asked_at = asked_at - interval '12 days' WHERE id IN (SELECT application FROM home.stay WHERE id = :id)").param("id", stay).update();
        assertThat(live("bed-waiting", year).rows()).as("a key counts when both say so").hasSize(1);
        assertThat(live("bed-waiting", year).shown()).isEqualTo("12.0");

        var fault = done(repairs.tell(stay, Repairs.Kind.LOCK, false, "it sticks", List.of(), her));
        var back = done(repairs.tell(stay, Repairs.Kind.WATER, false, "it drips", List.of(), her));
        done(repairs.mend(fault, "oiled", EHS));
        done(repairs.mend(back, "new seal", EHS));
        done(repairs.sendBack(back, "it drips on", her));
        assertThat(live("home-faults-in-time", year).rows()).as("their day is yet to come").isEmpty();
        db.sql("UPDATE home.fault SET due_day = due_day - 8").update();
        db.sql("UPDATE home.mending SET mended_at = mended_at - interval '8 days'").update();
        db.sql("UPDATE log.record SET day = day - 8 WHERE class = 'home.fault'").update();
        var yesterday = house.today().minusDays(1).getYear();
        assertThat(live("home-faults-in-time", yesterday).shown()).isEqualTo("50.00");
    }
}
