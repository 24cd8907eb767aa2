package org.probity.shapes.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.SmallCells.Cell;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class KeepingSmallCellsClosedTest {
    @Autowired SmallCells cells;
    @Autowired Figures figures;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    private static final Me BY = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    final String population = "people " + UUID.randomUUID();

    private SmallCells.Release hours(Cell... all) {
        return cells.release("hours", population, 2026, "category", List.of(all));
    }

    @Test
    void fourPeopleAreClosedAndFiveAreShown() {
        assertThat(hours(new Cell("a", 5), new Cell("b", 5)).closed()).isEmpty();
        var release = hours(new Cell("a", 4), new Cell("b", 4), new Cell("c", 900));
        assertThat(release.closed()).as("eight together, so the rest may be shown").containsExactlyInAnyOrder("a", "b");
        assertThat(release.shows("c")).isTrue();
        assertThat(release.least()).isEqualTo(5);
        assertThat(hours(new Cell("a", 4), new Cell("b", 4), new Cell("c", 900), new Cell("none", 0)).shows("none")).as("nobody is something to know, too").isFalse();
    }

    @Test
    void oneAloneWouldBeTheTotalWithoutTheOthers() {
        assertThat(hours(new Cell("a", 3), new Cell("b", 40), new Cell("c", 900)).closed()).as("the smallest of the others goes along").containsExactlyInAnyOrder("a", "b");
        assertThat(hours(new Cell("a", 1), new Cell("b", 2), new Cell("c", 900), new Cell("d", 40)).closed()).as("three people together are still too few").containsExactlyInAnyOrder("a", "b", "d");
        assertThat(hours(new Cell("a", 4)).closed()).containsExactly("a");
    }

    @Test
    void whatOneFigureKeepsClosedNoOtherShows() {
        cells.release("pay", population, 2026, "category", List.of(new Cell("a", 3), new Cell("b", 4), new Cell("c", 50)));
        assertThat(hours(new Cell("a", 6), new Cell("b", 7), new Cell("c", 50)).closed()).as("three of the six are known to be what the other left out").containsExactlyInAnyOrder("a", "b");
        assertThat(cells.release("hours", population, 2027, "category", List.of(new Cell("a", 6), new Cell("b", 7))).closed()).as("another year").isEmpty();
        assertThat(cells.release("hours", population, 2026, "sex", List.of(new Cell("a", 6), new Cell("b", 7))).closed()).as("another cut").isEmpty();
        cells.release("pay", population, 2026, "category", List.of(new Cell("a", 6), new Cell("b", 7), new Cell("c", 50)));
        assertThat(hours(new Cell("a", 6), new Cell("b", 7), new Cell("c", 50)).closed()).as("each remembers the other's closing").containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theRegisterHasARowForEachChange() {
        hours(new Cell("a", 9), new Cell("b", 9));
        hours(new Cell("a", 9), new Cell("b", 9));
        hours(new Cell("a", 9), new Cell("b", 2));
        assertThat(db.sql("SELECT cell || ' ' || people || ' ' || shown FROM figure.released WHERE population = :population ORDER BY at, cell").param("population", population)
                .query(String.class).list()).containsExactly("a 9 true", "b 9 true", "a 9 false", "b 2 false");
    }

    /** Nine people of whom four are in one figure, and eight others of whom all are in two. */
    @Test
    void figuresOfAReportAreHeldAgainstEachOther() {
        var nine = people(9);
        var fewer = nine.subList(0, 4);
        assertThat(closed(frozen("P-1", nine, nine), frozen("P-2", fewer, fewer))).containsExactly(1);
        assertThat(closed(frozen("P-1", nine, nine), frozen("P-2", nine.subList(0, 5), nine.subList(0, 5)))).as("five of nine leave four").containsExactly(1);
        assertThat(closed(frozen("P-1", nine, nine.subList(0, 8)))).as("one did not meet it").containsExactly(0);
        assertThat(closed(frozen("P-1", nine, nine), frozen("P-2", nine, nine))).isEmpty();
        var few = frozen("P-4", fewer, fewer);
        cells.closed(List.of(few), 1999);
        assertThat(db.sql("SELECT cell || ' ' || people || ' ' || shown FROM figure.released WHERE figure = :figure AND cut = 'number' ORDER BY cell").param("figure", few.number().figure().key())
                .query(String.class).list()).as("what was closed is noted too").containsExactly("counted 4 false", "met 4 false");
    }

    /** Findings and courses are no people, however few. */
    @Test
    void whatIsNotAboutPeopleIsNotAsked() {
        assertThat(closed(frozen("P-3", List.of(UUID.randomUUID()), List.of()))).isEmpty();
    }

    /** The places of those that are closed. */
    private List<Integer> closed(Figures.Kept... all) {
        var closed = cells.closed(List.of(all), 1999);
        return IntStream.range(0, all.length).filter(it -> closed.contains(all[it].number().figure().key())).boxed().toList();
    }

    private List<UUID> people(int many) {
        var day = LocalDate.of(2024, 1, 1);
        var code = "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var unit = done(organisation.found(code, Place.Kind.ENTITY, null, new Organisation.Details("Company " + code, "", "", "", "", ""), day, "", BY.account()));
        return IntStream.range(0, many).mapToObj(it -> done(staff.takeOn(new Staff.Identity(code + it, "", "Colleague " + it, code + it + "@helia.example"),
                new Staff.Term(Engagement.EMPLOYEE, unit, "", day, null), "", BY.account()))).toList();
    }

    private Figures.Kept frozen(String code, List<UUID> counted, List<UUID> met) {
        var rows = "SELECT id AS subject, id::text AS number, 'x' AS name_en, 'x' AS name_zh, NULL::text AS reason, jsonb_build_object('met', CASE WHEN id = ANY ('{%s}'::uuid[]) THEN 1 ELSE 0 END) AS inputs, '{}'::jsonb AS facts, '[]'::jsonb AS evidence FROM unnest('{%s}'::uuid[]) AS id"
                .formatted(joined(met), joined(counted));
        var figure = new Figure("new-" + UUID.randomUUID(), code, 1, LocalDate.of(2024, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, code.replace("-", ""), "minerals.tin-due-diligence", rows,
                new Figure.Control("met", "", "SELECT 0 AS stated, 0 AS other"));
        return figures.freeze(figure, 1999, BY);
    }

    private static String joined(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }
}
