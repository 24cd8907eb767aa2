package org.probity.house.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Acts.Verb;
import org.probity.house.directory.Place.Rank;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who leads a unit, and who stands in for them. Line managers follow from it. */
@Service
public class Heads {
    private final JdbcClient db;
    private final Acts acts;

    Heads(JdbcClient db, Acts acts) {
        this.db = db;
        this.acts = acts;
    }

    /**
     * Gives a unit a head or a deputy from a day on; a head until then ends the day before. Refusals: {@code directory.unit-not-there};
     * {@code directory.not-engaged} (whoever leads belongs to the house on that day); {@code directory.deputy-already}.
     */
    @Transactional
    public Answer<UUID> appoint(UUID unit, UUID person, Rank rank, LocalDate from, String reason, UUID by) {
        acts.takeTurns();
        var stands = db.sql("SELECT EXISTS (SELECT FROM directory.units(:day, 'infinity') WHERE unit = :unit)")
                .param("day", from).param("unit", unit).query(Boolean.class).single();
        if (!stands) {
            return Answer.refused("from", "directory.unit-not-there", from);
        }
        var engaged = db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') WHERE person = :person AND kind <> 'RETIREE')")
                .param("day", from).param("person", person).query(Boolean.class).single();
        if (!engaged) {
            return Answer.refused("person", "directory.not-engaged", from);
        }
        if (rank == Rank.DEPUTY && leading(unit, Rank.DEPUTY, person, from) > 0) {
            return Answer.refused("person", "directory.deputy-already");
        }
        var act = acts.aboutUnit(Verb.APPOINT, unit, from, reason, by);
        if (rank == Rank.HEAD) {
            end(act, unit, Rank.HEAD, null, from);
        }
        db.sql("""
                INSERT INTO directory.head (id, unit, person, rank, from_day, recorded_at, act)
                VALUES (gen_random_uuid(), :unit, :person, :rank, :from, :now, :act)
                """)
                .param("unit", unit).param("person", person).param("rank", rank.name()).param("from", from).param("now", acts.now()).param("act", act)
                .update();
        acts.enter(act);
        return Answer.done(act);
    }

    /** A head or deputy no longer is, from a day on. Refusals: {@code directory.leads-nothing}. */
    @Transactional
    public Answer<UUID> relieve(UUID unit, UUID person, Rank rank, LocalDate from, String reason, UUID by) {
        acts.takeTurns();
        if (leading(unit, rank, person, from) == 0) {
            return Answer.refused("person", "directory.leads-nothing", from);
        }
        var act = acts.aboutUnit(Verb.RELIEVE, unit, from, reason, by);
        end(act, unit, rank, person, from);
        acts.enter(act);
        return Answer.done(act);
    }

    /** A unit that closes is led by nobody. */
    void endAll(UUID act, UUID unit, LocalDate from) {
        end(act, unit, Rank.HEAD, null, from);
        end(act, unit, Rank.DEPUTY, null, from);
    }

    private long leading(UUID unit, Rank rank, UUID person, LocalDate day) {
        return db.sql("SELECT count(*) FROM directory.heads(:day, 'infinity') WHERE unit = :unit AND rank = :rank AND person = :person")
                .param("day", day).param("unit", unit).param("rank", rank.name()).param("person", person)
                .query(Long.class).single();
    }

    /** @param person null: whoever it is */
    private void end(UUID act, UUID unit, Rank rank, @Nullable UUID person, LocalDate from) {
        db.sql("""
                WITH old AS (
                    UPDATE directory.head
                       SET superseded_at = :now
                     WHERE unit = :unit AND rank = :rank AND superseded_at IS NULL AND (until_day IS NULL OR until_day >= :from)
                       AND (CAST(:person AS uuid) IS NULL OR person = :person)
                    RETURNING person, from_day
                )
                INSERT INTO directory.head (id, unit, person, rank, from_day, until_day, recorded_at, act)
                SELECT gen_random_uuid(), :unit, person, :rank, from_day, CAST(:from AS date) - 1, :now, :act FROM old WHERE from_day < :from
                """)
                .param("now", acts.now()).param("unit", unit).param("rank", rank.name()).param("person", person).param("from", from).param("act", act)
                .update();
    }
}
