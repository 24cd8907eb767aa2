package org.probity.house.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for somebody on the days they are away. A deputy may do what the absent person's unit may; what a role allows they must hold
 * themselves, for rights come from roles alone. Nobody hands on what was handed to them: there are no chains.
 */
@Service
public class Deputies {
    /** Days on which somebody stands in for somebody. */
    public record Standin(UUID id, UUID person, String personEn, String personZh, UUID deputy, String deputyEn, String deputyZh, LocalDate fromDay, LocalDate untilDay) {
        boolean over(LocalDate day) {
            return untilDay.isBefore(day);
        }

        public String person(Lang lang) {
            return Place.name(lang, personEn, personZh);
        }

        public String deputy(Lang lang) {
            return Place.name(lang, deputyEn, deputyZh);
        }
    }

    private final JdbcClient db;
    private final Directory directory;
    private final Acts acts;
    private final Log log;

    Deputies(JdbcClient db, Directory directory, Acts acts, Log log) {
        this.db = db;
        this.directory = directory;
        this.acts = acts;
        this.log = log;
    }

    /**
     * A person names who stands in for them, or human resources do it for them.
     *
     * <p>Refusals: {@code directory.deputy-not-yours} neither one's own absence nor human resources; {@code directory.deputy-days-wrong} the last
     * day before the first, or over already; {@code directory.deputy-self}; {@code directory.not-engaged} one of the two does not belong to the
     * house on both ends of these days; {@code directory.deputy-overlaps} somebody stands in on one of these days already;
     * {@code directory.deputy-away} the deputy is away on one of them; {@code directory.deputy-stands-in} the absent person stands in for somebody
     * on one of them, who must name another first.
     */
    @Transactional
    public Answer<UUID> name(UUID person, UUID deputy, LocalDate from, LocalDate until, Me by) {
        acts.takeTurns();
        if (!mayFor(person, by)) {
            return Answer.refused("", "directory.deputy-not-yours");
        }
        if (until.isBefore(from) || until.isBefore(acts.today())) {
            return Answer.refused("until", "directory.deputy-days-wrong");
        }
        if (deputy.equals(person)) {
            return Answer.refused("deputy", "directory.deputy-self");
        }
        for (var day : List.of(from, until)) {
            if (!engaged(person, day)) {
                return Answer.refused("", "directory.not-engaged", day);
            }
            if (!engaged(deputy, day)) {
                return Answer.refused("deputy", "directory.not-engaged", day);
            }
        }
        if (any("person", person, from, until)) {
            return Answer.refused("from", "directory.deputy-overlaps");
        }
        if (any("person", deputy, from, until)) {
            return Answer.refused("deputy", "directory.deputy-away");
        }
        if (any("deputy", person, from, until)) {
            return Answer.refused("from", "directory.deputy-stands-in");
        }
        return Answer.done(say(person, deputy, from, until, by));
    }

    /**
     * Taken back: from today on nobody stands in. Days that have passed stay.
     *
     * <p>Refusals: {@code directory.deputy-gone} it was taken back, or is over; {@code directory.deputy-not-yours}.
     */
    @Transactional
    public Answer<UUID> takeBack(UUID id, Me by) {
        acts.takeTurns();
        var found = standins("standin.id = :id", id, acts.today()).stream().findFirst();
        if (found.isEmpty()) {
            return Answer.refused("", "directory.deputy-gone");
        }
        var it = found.get();
        if (!mayFor(it.person(), by)) {
            return Answer.refused("", "directory.deputy-not-yours");
        }
        db.sql("UPDATE directory.deputy SET superseded_at = :now, superseded_by = :by WHERE id = :id")
                .param("now", acts.now()).param("by", by.account()).param("id", id).update();
        if (it.fromDay().isBefore(acts.today())) {
            say(it.person(), it.deputy(), it.fromDay(), acts.today().minusDays(1), by);
        } else {
            log.record("directory.deputy", acts.today(), Map.of("taken_back", id.toString()));
        }
        return Answer.done(id);
    }

    private UUID say(UUID person, UUID deputy, LocalDate from, LocalDate until, Me by) {
        var id = UUID.randomUUID();
        var record = log.record("directory.deputy", acts.today(), Map.of("id", id.toString(), "person", person.toString(), "deputy", deputy.toString(),
                "from", from.toString(), "until", until.toString()));
        db.sql("""
                INSERT INTO directory.deputy (id, person, deputy, from_day, until_day, recorded_at, recorded_by, record)
                VALUES (:id, :person, :deputy, :from, :until, :now, :by, :record)
                """)
                .param("id", id).param("person", person).param("deputy", deputy).param("from", from).param("until", until)
                .param("now", acts.now()).param("by", by.account()).param("record", record)
                .update();
        return id;
    }

    /** Who stands in for a person from a day on, and for whom they do; the soonest first. */
    public List<Standin> about(UUID person, LocalDate from) {
        return standins("(standin.person = :id OR standin.deputy = :id)", person, from);
    }

    /** A colleague by work e-mail or staff number. */
    Optional<UUID> find(String emailOrNumber) {
        return db.sql("SELECT id FROM directory.name WHERE email <> '' AND lower(email) = lower(:it) OR number = :it LIMIT 1")
                .param("it", emailOrNumber)
                .query(UUID.class).optional();
    }

    /** Who stands in for a person on a day. */
    public Optional<UUID> of(UUID person, LocalDate day) {
        return db.sql("SELECT deputy FROM directory.deputies(:day, :now) WHERE person = :person")
                .param("day", day).param("now", acts.now()).param("person", person)
                .query(UUID.class).optional();
    }

    private List<Standin> standins(String condition, UUID id, LocalDate from) {
        return db.sql("""
                SELECT standin.id, standin.person, person.name_en AS person_en, person.name_zh AS person_zh,
                       standin.deputy, deputy.name_en AS deputy_en, deputy.name_zh AS deputy_zh, standin.from_day, standin.until_day
                  FROM directory.deputy AS standin
                  JOIN directory.name AS person ON person.id = standin.person
                  JOIN directory.name AS deputy ON deputy.id = standin.deputy
                 WHERE %s
                   AND standin.superseded_at IS NULL
                   AND standin.until_day >= :from
                 ORDER BY standin.from_day, standin.id
                """.formatted(condition))
                .param("id", id).param("from", from)
                .query(Standin.class).list();
    }

    private boolean mayFor(UUID person, Me by) {
        return by.is(Role.HR) || directory.personOf(by).filter(person::equals).isPresent();
    }

    private boolean engaged(UUID person, LocalDate day) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') WHERE person = :person AND kind <> 'RETIREE')")
                .param("day", day).param("person", person).query(Boolean.class).single();
    }

    private boolean any(String column, UUID person, LocalDate from, LocalDate until) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM directory.deputy
                                WHERE %s = :person AND superseded_at IS NULL AND from_day <= :until AND until_day >= :from)
                """.formatted(column))
                .param("person", person).param("from", from).param("until", until)
                .query(Boolean.class).single();
    }
}
