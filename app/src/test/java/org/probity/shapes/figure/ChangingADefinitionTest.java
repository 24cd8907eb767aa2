package org.probity.shapes.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.proof.Fold;
import org.probity.proof.Json;
import org.probity.proof.Rounding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A figure was frozen under version 1 of its definition; then version 2 comes. */
@WholeHouse
class ChangingADefinitionTest {
    private static final Me OFFICER = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    private static final String ROWS = """
            SELECT gen_random_uuid() AS subject, 'N1' AS number, 'One' AS name_en, '一' AS name_zh, NULL AS reason,
                   '{"met": 1, "kilograms": 5}' AS inputs, '{}' AS facts, '[]' AS evidence
            """;

    @Autowired JdbcClient db;
    @Autowired Log log;
    @Autowired Messages messages;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transaction;

    final String key = "trial-" + UUID.randomUUID();
    final Figure first = figure(1, new Fold.Share("met"), "minerals.tin-due-diligence", ROWS);
    final Figure second = figure(2, new Fold.Count(), "minerals.tin-compliance", ROWS + " LIMIT 1");

    private Figure figure(int version, Fold fold, String words, String sql) {
        return new Figure(key, "T-01", version, LocalDate.of(2020 + version, 1, 1), fold, Rounding.percent(2), "%", Figure.Level.PUBLIC, "T", words, sql,
                new Figure.Control("kilograms", "kg", "SELECT 5 AS stated, 0 AS other"));
    }

    private Figures under(Figure figure) {
        return new Figures(db, List.of(figure), new Definitions(db, log, messages, clock), clock);
    }

    private Figures.Frozen freeze(Figure figure) {
        return transaction.execute(status -> read(figure, under(figure).freeze(figure, 2025, OFFICER).id()));
    }

    private Figures.Frozen read(Figure under, UUID frozen) {
        return new FrozenFigures(db, under(under)).frozen(frozen);
    }

    @Test
    void whatWasFrozenKeepsTheDefinitionOfItsTime() {
        var frozen = freeze(first);
        var later = read(second, frozen.id()).value();
        assertThat(later.figure()).isEqualTo(first);
        assertThat(later.wording().orElseThrow().in(Lang.EN, "")).isEqualTo(messages.letter(Lang.EN, "minerals.tin-due-diligence"));
        assertThat(later.wording().orElseThrow().in(Lang.ZH, ".met")).isEqualTo(messages.letter(Lang.ZH, "minerals.tin-due-diligence.met"));
        assertThat(read(second, freeze(second).id()).value().figure()).isEqualTo(second);
    }

    @Test
    void theVersionsSayWhatChangedBetweenThem() {
        freeze(first);
        var versions = under(second).versions(second);
        assertThat(versions).extracting(it -> it.figure().version()).containsExactly(2, 1);
        assertThat(versions.getFirst().keptAt()).as("nothing was frozen under it").isEmpty();
        assertThat(versions.get(0).since(versions.get(1))).extracting(DefinitionVersion.Change::part).contains("", ".met", "fold", "rows-query")
                .doesNotContain("rounding", "control-query");
        assertThat(versions.get(1).since(versions.get(1))).isEmpty();
    }

    @Test
    void theFirstFreezingUnderAVersionLeavesAnEntryInTheLogAndTheSecondNone() {
        freeze(first);
        freeze(first);
        assertThat(db.sql("SELECT content FROM log.opening JOIN log.record ON id = record WHERE class = 'figure.definition'").query(String.class).list().stream()
                .filter(content -> content.contains(key)).map(Json::parse)).singleElement()
                .satisfies(content -> assertThat(((Json.Obj) content).members()).containsOnlyKeys("figure", "version", "sha256"));
    }

    @Test
    void anotherComputationUnderTheSameVersionDoesNotReachAReport() {
        freeze(first);
        assertThat(freeze(figure(1, new Fold.Share("met"), "minerals.tin-due-diligence", "-- said better\n" + ROWS)).value().shown()).isEqualTo("100.00");
        assertThatThrownBy(() -> freeze(figure(1, new Fold.Count(), "minerals.tin-due-diligence", ROWS))).hasMessageContaining("computes otherwise");
    }
}
