package org.probity.shapes.gathering;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of occasions waits for a person: what they took on, what others say is done, lists and minutes of those they opened. */
@Component
class GatheringDesk implements Waiting {
    private final Occasions occasions;
    private final FollowUps followUps;
    private final JdbcClient db;
    private final Clock clock;

    GatheringDesk(Occasions occasions, FollowUps followUps, JdbcClient db, Clock clock) {
        this.occasions = occasions;
        this.followUps = followUps;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (me.supplier().isPresent()) {
            return List.of();
        }
        return Stream.of(followUps.mine(me.account()).stream().map(it -> duty(it, "gathering.desk.do")),
                settling(me).map(it -> duty(it, "gathering.desk.settle")), own(me)).flatMap(it -> it).toList();
    }

    /** Done by somebody else, at occasions this person opened. */
    private Stream<Occasion.FollowUp> settling(Me me) {
        return db.sql("""
                SELECT standing.*
                  FROM gathering.follow_up_standing AS standing
                  JOIN gathering.occasion ON occasion.id = standing.occasion
                 WHERE standing.state = 'DONE' AND standing.by <> :me AND occasion.opened_by = :me
                 ORDER BY standing.due_day
                """)
                .param("me", me.account())
                .query(Occasion.FollowUp.class).list().stream();
    }

    private Stream<Duty> own(Me me) {
        var now = clock.instant();
        return db.sql("""
                SELECT *
                  FROM gathering.standing
                 WHERE opened_by = :me AND ends_at < :now AND NOT called_off AND (NOT all_closed OR minutes_no IS NULL AND kind <> ALL (:withoutMinutes))
                 ORDER BY starts_at
                """)
                .param("me", me.account()).param("now", Occasions.at(now)).param("withoutMinutes", occasions.withoutMinutes().toArray(String[]::new))
                .query(Occasions::occasion).list().stream()
                .map(it -> new Duty(Words.of("gathering.desk." + it.state(now)), s -> it.title() + " · " + it.number(), Words.of("gathering.state." + it.state(now)),
                        it.kind() + ".all", "/app/gatherings/" + it.id(), Optional.of(it.day(clock.getZone()).plusDays(7))));
    }

    private Duty duty(Occasion.FollowUp it, String act) {
        var of = occasions.find(it.occasion()).orElseThrow();
        return new Duty(Words.of(act), s -> it.what(), s -> s.t("gathering.follow-up." + it.state()) + " · " + of.number(), of.kind() + ".all",
                "/app/gatherings/" + it.occasion() + "#f" + it.no(), Optional.of(it.dueDay()));
    }
}
