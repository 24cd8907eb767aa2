package org.probity.people.performance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters to those from whom something is missing; a manager gets one for all of theirs. Nobody reads in them how somebody was rated. */
@Service
class Reminders {
    private record Owing(String email, String language, boolean manager, long people) {}

    private final JdbcClient db;
    private final Cycles cycles;
    private final Outbox outbox;
    private final Company company;
    private final Clock clock;

    Reminders(JdbcClient db, Cycles cycles, Outbox outbox, Company company, Clock clock) {
        this.db = db;
        this.cycles = cycles;
        this.outbox = outbox;
        this.company = company;
        this.clock = clock;
    }

    /**
     * Writes to everybody who has an account and owes something now: commitments, the summary, an agreement, a rating, a second look, a talk.
     *
     * <p>Refusals: {@code performance.cycle-unknown}; {@code performance.reminded-today} once a day is enough.
     *
     * @return how many letters
     */
    @Transactional
    Answer<Integer> remind(UUID cycle, Me by) {
        var found = cycles.find(cycle);
        if (found.isEmpty()) {
            return Answer.refused("", "performance.cycle-unknown");
        }
        var first = db.sql("INSERT INTO performance.reminder (cycle, day, by, at) VALUES (:cycle, :day, :by, :at) ON CONFLICT DO NOTHING")
                .param("cycle", cycle).param("day", LocalDate.now(clock)).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (first == 0) {
            return Answer.refused("", "performance.reminded-today");
        }
        var owing = db.sql("""
                WITH owed AS (
                    SELECT person AS who, false AS manager
                      FROM performance.standing
                     WHERE standing.cycle = :cycle AND NOT :closed AND assessment IS NULL AND (sheet IS NULL AND signed_at IS NULL OR sheet IS NOT NULL AND self_at IS NULL AND :self)
                    UNION ALL
                    SELECT manager, true
                      FROM performance.standing
                     WHERE standing.cycle = :cycle
                       AND (NOT :closed AND (signed_at IS NOT NULL OR sheet IS NOT NULL AND assessment IS NULL AND self_at IS NOT NULL) OR :closed AND assessment IS NOT NULL AND talk_at IS NULL)
                    UNION ALL
                    SELECT second, true
                      FROM performance.standing
                     WHERE standing.cycle = :cycle AND NOT :closed AND second IS NOT NULL AND origin = 'MANAGER' AND looked_at IS NULL
                )
                SELECT member.email, member.language, owed.manager, count(*) AS people
                  FROM owed
                  JOIN directory.pass ON pass.person = owed.who
                  JOIN access.member ON member.id = pass.account
                 GROUP BY member.email, member.language, owed.manager
                 ORDER BY member.email
                """)
                .param("cycle", cycle).param("closed", found.get().closed()).param("self", !LocalDate.now(clock).isBefore(found.get().untilDay().minusDays(31)))
                .query(Owing.class).list();
        owing.forEach(it -> {
            var lang = it.language().equals("zh") ? Lang.ZH : Lang.EN;
            outbox.write(new Letter(it.email(), lang, it.manager() ? "performance.letter.manager" : "performance.letter.mine",
                    it.manager() ? List.of(company.signs(lang), it.people()) : List.of(company.signs(lang)), it.manager() ? TeamWeb.TEAM + "?cycle=" + cycle : MyWeb.MINE + "?cycle=" + cycle));
        });
        return Answer.done(owing.size());
    }
}
