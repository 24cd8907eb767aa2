package org.probity.people.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.performance.ATeam.done;
import static org.probity.people.performance.ATeam.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse(own = true)
class ChangingASchemeTest {
    @Autowired Schemes schemes;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    final Me one = ATeam.someone(Role.HR);
    final Me other = ATeam.someone(Role.HR);
    LocalDate from;

    @BeforeEach
    void onlyWhatCameWithTheHouse() {
        db.sql("DELETE FROM performance.rating WHERE scheme IN (SELECT id FROM performance.scheme WHERE version > 1)").update();
        db.sql("DELETE FROM performance.scheme WHERE version > 1").update();
        from = LocalDate.now(clock).plusDays(30);
    }

    Schemes.Form form(String... fieldsAndValues) {
        var typed = new HashMap<>(Map.of("fromDay", from.toString(), "commitmentsMin", "3", "commitmentsMax", "5", "joinedDays", "92", "guidelineFrom", "20", "appealDays", "15", "quorum", "3",
                "source", "Works rule 12", "reasons", "Night shifts need longer."));
        schemes.on(from).stream().filter(it -> it.code().equals("operators")).findFirst().orElseThrow().ratings().forEach(it -> {
            typed.put("min." + it.code(), CyclesPage.percent(it.shareMin()));
            typed.put("max." + it.code(), CyclesPage.percent(it.shareMax()));
        });
        for (var i = 0; i < fieldsAndValues.length; i += 2) {
            typed.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return new Schemes.Form(typed);
    }

    Scheme on(LocalDate day) {
        return schemes.on(day).stream().filter(it -> it.code().equals("operators")).findFirst().orElseThrow();
    }

    @Test
    void anotherVersionHoldsFromItsDayAndTheOneBeforeUntilThen() {
        var id = done(schemes.propose("operators", form(), one));
        assertThat(on(from).version()).as("proposed is not approved").isEqualTo(1);
        assertThat(key(schemes.rule(id, Outcome.APPROVED, "", one))).isEqualTo("decision.needs-another-person");
        done(schemes.rule(id, Outcome.APPROVED, "", other));
        assertThat(on(from).appealDays()).isEqualTo(15);
        assertThat(on(from.minusDays(1)).appealDays()).isEqualTo(10);
        assertThat(key(schemes.rule(id, Outcome.APPROVED, "", other))).as("it waits no more").isEqualTo("performance.group-unknown");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(key(schemes.propose("nobody", form(), one))).isEqualTo("performance.group-unknown");
        assertThat(key(schemes.propose("operators", form("fromDay", LocalDate.now(clock).toString()), one))).isEqualTo("performance.scheme-day-past");
        assertThat(key(schemes.propose("operators", form("fromDay", "soon"), one))).isEqualTo("performance.scheme-day-past");
        assertThat(key(schemes.propose("operators", form("appealDays", "4"), one))).isEqualTo("performance.scheme-number-wrong");
        assertThat(key(schemes.propose("operators", form("commitmentsMin", "6"), one))).isEqualTo("performance.scheme-number-wrong");
        assertThat(key(schemes.propose("operators", form("min.B", "101"), one))).isEqualTo("performance.share-wrong");
        assertThat(key(schemes.propose("operators", form("min.B", "many"), one))).isEqualTo("performance.share-wrong");
        assertThat(key(schemes.propose("operators", form("reasons", " "), one))).isEqualTo("performance.words-missing");
        assertThat(key(schemes.propose("operators", form("source", "x".repeat(4001)), one))).isEqualTo("performance.too-long");
        assertThat(key(schemes.propose("operators", form("appealDays", "10"), one))).isEqualTo("performance.scheme-same");
        assertThat(key(schemes.rule(UUID.randomUUID(), Outcome.APPROVED, "", other))).isEqualTo("performance.group-unknown");
        var id = done(schemes.propose("operators", form(), one));
        assertThat(key(schemes.propose("operators", form("appealDays", "20"), other))).isEqualTo("performance.scheme-waits");
        db.sql("UPDATE performance.scheme SET from_day = :today WHERE id = :id").param("today", LocalDate.now(clock)).param("id", id).update();
        assertThat(key(schemes.rule(id, Outcome.APPROVED, "", other))).isEqualTo("performance.scheme-day-past");
        done(schemes.rule(id, Outcome.WITHDRAWN, "", one));
    }
}
