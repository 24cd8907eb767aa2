package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two years of beds, what is there beside work, subsidies and retired people at the invented company, through the rooms' own doors. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class TellingOfHomesTest {
    @Autowired DirectoryTale directory;
    @Autowired HomeTale homes;
    @Autowired AmenityTale amenities;
    @Autowired SubsidyTale subsidies;
    @Autowired RetirementTale retirement;
    @Autowired Figures figures;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @Test
    void peopleLiveMoveAndAreCounted() {
        var years = new Tale.Years(LocalDate.now(clock));
        Stream.of(directory, homes, amenities, subsidies, retirement).flatMap(tale -> tale.chapters(years).stream()).sorted(Comparator.comparing(Chapter::moment))
                .forEach(it -> time.at(it.moment(), () -> transaction.executeWithoutResult(_ -> it.act().run())));
        assertThat(last("beds-to-standard", years).shown()).as("1,192 of 1,200").isEqualTo("99.33");
        assertThat(last("area-per-bed", years).shown()).isEqualTo("5.39");
        assertThat(last("bed-waiting", years).shown()).isEqualTo("20.0");
        assertThat(last("home-faults-in-time", years).shown()).isEqualTo("80.00");
        assertThat(last("amenity-use", years).rows()).hasSize(4);
        assertThat(last("shuttle-use", years).rows()).hasSize(1);
        assertThat(last("subsidies-paid", years).rows()).hasSize(12);
        assertThat(last("retirees-insured", years).shown()).isEqualTo("100.00");
        assertThat(last("retirees-visited", years).shown()).as("140 of 148").isEqualTo("94.59");
    }

    private FigureValue last(String key, Tale.Years years) {
        var value = figures.live(figures.find(key).orElseThrow(), years.last());
        assertThat(value.control().difference()).as(key).isEqualByComparingTo("0");
        return value;
    }
}
