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

/** Two years of meetings and letters of the invented company, through the rooms' own doors. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class TellingOfMeetingsTest {
    @Autowired DirectoryTale directory;
    @Autowired DialogueTale dialogue;
    @Autowired Figures figures;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @Test
    void meetingsAreHeldFollowedAndCounted() {
        var years = new Tale.Years(LocalDate.now(clock));
        Stream.of(directory, dialogue).flatMap(tale -> tale.chapters(years).stream()).sorted(Comparator.comparing(Chapter::moment))
                .forEach(it -> time.at(it.moment(), () -> transaction.executeWithoutResult(_ -> it.act().run())));
        assertThat(last("meetings-held", years).included()).hasSize(7);
        assertThat(last("points-followed", years).shown()).isEqualTo("71.42");
        assertThat(last("letters-answered", years).shown()).isEqualTo("100.00");
    }

    private FigureValue last(String key, Tale.Years years) {
        var value = figures.live(figures.find(key).orElseThrow(), years.last());
        assertThat(value.control().difference()).as(key).isEqualByComparingTo("0");
        return value;
    }
}
