package org.probity.people.succession;

import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.people.career.ACareer;
import org.probity.people.career.ACareer.Someone;
import org.probity.people.learning.ATraining;
import org.probity.people.learning.Kind;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Key positions and candidates for tests. */
final class APost {
    final ACareer career;
    private final ApplicationContext house;
    private final JdbcClient db;
    private final Clock clock;

    APost(ApplicationContext house) {
        this.house = house;
        this.career = new ACareer(house);
        this.db = house.getBean(JdbcClient.class);
        this.clock = house.getBean(Clock.class);
        career.standards();
    }

    String code(UUID unit) {
        return db.sql("SELECT code FROM directory.unit WHERE id = :id").param("id", unit).query(String.class).single();
    }

    UUID entered(UUID unit) {
        return done(house.getBean(Positions.class).open(new Position.Plan(code(unit), "Furnace <specialist>", "扩散炉专家", false), HR));
    }

    static Map<Criterion, String> met(Criterion... criteria) {
        var met = new EnumMap<Criterion, String>(Criterion.class);
        List.of(criteria).forEach(it -> met.put(it, "Because of " + it));
        return met;
    }

    /** A post that two criteria make key. */
    UUID key(UUID unit) {
        var id = entered(unit);
        done(house.getBean(Positions.class).judge(id, met(Criterion.STANDSTILL, Criterion.SCARCE), HR));
        return id;
    }

    UUID asks(UUID post, Requirement.Want want) {
        return done(house.getBean(Requirements.class).ask(post, want, HR));
    }

    UUID asksLevel(UUID post, int level) {
        return asks(post, new Requirement.Want("LEVEL", "PRC-DIF", level, "", "", 0));
    }

    /** Somebody who was asked and said yes. */
    UUID candidate(UUID post, Someone who) {
        var id = done(house.getBean(Namings.class).name(post, who.number(), HR));
        done(house.getBean(Namings.class).answer(id, true, who.me()));
        return id;
    }

    Successor successor(UUID post, Someone who) {
        return house.getBean(Successors.class).behind(post).stream().filter(it -> it.person().equals(who.person())).findFirst().orElseThrow();
    }

    void certified(Someone who, int level) {
        career.decided(career.sent(who, "PRC-DIF", level), level, Map.of());
    }

    /** A course of so many months that somebody completed so many days ago. */
    UUID completed(Someone who, int validMonths, int daysAgo) {
        var course = ATraining.course(house, Kind.PROFESSIONAL);
        db.sql("UPDATE learning.course SET valid_months = :months WHERE id = :id").param("months", validMonths).param("id", course).update();
        var day = LocalDate.now(clock).minusDays(daysAgo);
        var session = ATraining.session(house, course, clock.instant().minus(Duration.ofDays(daysAgo)), Duration.ofHours(2));
        db.sql("INSERT INTO learning.list (session, no, course, day, at, record) VALUES (:session, 1, :course, :day, :at, gen_random_uuid())").param("session", session).param("course", course)
                .param("day", day).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        db.sql("INSERT INTO learning.attended (session, no, person, seconds, completed) VALUES (:session, 1, :person, 7200, true)").param("session", session).param("person", who.person()).update();
        return course;
    }
}
