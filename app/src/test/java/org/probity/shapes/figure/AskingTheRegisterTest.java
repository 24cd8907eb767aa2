package org.probity.shapes.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.reckon.Answer;
import org.probity.reckon.Cell;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What was published once is remembered: a release years later is held against it, and refused with the sum that would give somebody away. */
@WholeHouse
class AskingTheRegisterTest {
    /** Two workshops and an office of three. */
    static final int[] PEOPLE = {30, 12, 3};
    static final Cell ALL = Cell.of("all", 0, 1, 2);
    static final Cell WORKSHOPS = Cell.of("workshops", 0, 1);
    static final Cell FIRST = Cell.of("first workshop", 0);

    @Autowired Published published;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Log log;

    final String name = "somebody's answers " + UUID.randomUUID();
    UUID population;

    UUID opened() {
        return transaction.execute(_ -> published.open(name, 10, PEOPLE));
    }

    Answer release(Cell... cells) {
        return transaction.execute(_ -> published.release(population, List.of(), "a-figure", releases -> {
            var said = releases.release(List.of(cells));
            return said instanceof Answer.Clean ? List.of(cells) : List.of();
        }));
    }

    @Test
    void whatWouldTellHeldAgainstAnEarlierReleaseIsRefusedWithTheSum() {
        population = opened();
        assertThat(published.named(name)).contains(population);
        assertThat(release(ALL)).isInstanceOf(Answer.Clean.class);
        var asked = published.ask(population, List.of(WORKSHOPS), List.of());
        assertThat(asked.leak().orElseThrow().sentence()).isEqualTo("+ 1 x all - 1 x workshops = 3 people");
        release(WORKSHOPS);
        assertThat(published.cells(population)).as("nothing of it is kept").extracting(Published.Kept::name).containsExactly("all");
        assertThat(release(FIRST)).isEqualTo(new Answer.Clean(2, 2, true, true));
        assertThat(published.cells(population)).extracting(Published.Kept::people).containsExactly(45, 30);
        assertThat(published.ask(population, List.of(Cell.of("second workshop", 1)), List.of()).leak().orElseThrow().people()).as("by now the three follow from three cells").isEqualTo(3);
        assertThat(published.audit(population, List.of())).isInstanceOf(Answer.Clean.class);
    }

    @Test
    void whoeverReleasesWhatTellsLeavesNothingBehind() {
        population = opened();
        release(ALL);
        var answer = transaction.execute(_ -> published.release(population, List.of(), "a-figure", releases -> {
            releases.note(List.of(WORKSHOPS));
            return List.of(WORKSHOPS);
        }));
        assertThat(answer.leak()).isPresent();
        assertThat(published.cells(population)).hasSize(1);
        var few = Cell.of("the office", 2);
        assertThat(published.ask(population, List.of(few), List.of(few)).leak().orElseThrow().people()).isEqualTo(3);
    }

    @Test
    void eachReleaseIsInTheLogWithItsRankAndNobodyIn() {
        population = opened();
        release(ALL, FIRST);
        var record = db.sql("SELECT DISTINCT record FROM figure.cell WHERE population = :id").param("id", population).query(UUID.class).single();
        assertThat(log.opening(record).orElseThrow().content().toString()).contains("rank=Num[value=2]", "leaks=Num[value=0]", "by=Str[value=a-figure]").doesNotContain("workshop");
        assertThat(release()).as("nothing new").isInstanceOf(Answer.Clean.class);
        assertThat(published.cells(population)).hasSize(2);
        assertThatThrownBy(() -> published.open(name, 10, PEOPLE)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(this::opened).as("one population bears a name").hasMessageContaining("population_name");
        assertThatThrownBy(() -> transaction.execute(_ -> published.open(name + "2", 1, PEOPLE))).hasMessageContaining("population_least");
    }
}
