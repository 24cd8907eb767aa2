package org.probity.people.aid;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sits where: the committee that decides, and the one that looks on. The union appoints, for a term. */
@Service
public class Seats {
    public enum Body { COMMITTEE, SUPERVISION }

    /** Nobody sits longer without being appointed again. */
    static final int YEARS_MOST = 5;

    public record Seat(UUID id, UUID person, String number, String nameEn, String nameZh, Body body, LocalDate fromDay, LocalDate untilDay) {}

    private final JdbcClient db;
    private final Fund fund;
    private final Directory directory;
    private final Log log;

    Seats(JdbcClient db, Fund fund, Directory directory, Log log) {
        this.db = db;
        this.fund = fund;
        this.directory = directory;
        this.log = log;
    }

    /**
     * Refusals: {@code aid.not-yours}; {@code aid.nobody} with that number, or not engaged on its first day; {@code aid.days-turned} also longer than five years, or over; {@code aid.sits-already} on one of
     * the days, in either body.
     */
    @Transactional
    public Answer<UUID> appoint(String number, Body body, @Nullable LocalDate from, @Nullable LocalDate until, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        if (from == null || until == null || until.isBefore(from) || until.isAfter(from.plusYears(YEARS_MOST)) || until.isBefore(fund.today())) {
            return Answer.refused("until", "aid.days-turned", YEARS_MOST);
        }
        var person = directory.byNumber(number).filter(it -> directory.engagement(it.id(), from).isPresent());
        if (person.isEmpty()) {
            return Answer.refused("number", "aid.nobody");
        }
        fund.hold();
        var sits = db.sql("SELECT EXISTS (SELECT FROM aid.seat WHERE person = :person AND from_day <= :until AND until_day >= :from)").param("person", person.get().id()).param("from", from)
                .param("until", until).query(Boolean.class).single();
        if (sits) {
            return Answer.refused("number", "aid.sits-already");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO aid.seat (id, person, body, from_day, until_day, appointed_by, appointed_at, record)
                VALUES (:id, :person, :body, :from, :until, :by, :at, :record)
                """)
                .param("id", id).param("person", person.get().id()).param("body", body.name()).param("from", from).param("until", until).param("by", by.account()).param("at", fund.now())
                .param("record", log.record("aid.seat", fund.today(), Map.of("seat", id.toString(), "body", body.name(), "from", from.toString(), "until", until.toString())))
                .update();
        return Answer.done(id);
    }

    private static final String SEATS = """
            SELECT seat.id, seat.person, name.number, name.name_en, name.name_zh, seat.body, seat.from_day, seat.until_day
              FROM aid.seat JOIN directory.name ON name.id = seat.person
            """;

    List<Seat> all() {
        return db.sql(SEATS + " WHERE seat.until_day >= :day ORDER BY seat.body, name.number").param("day", fund.today()).query(Seat.class).list();
    }

    List<Seat> of(UUID person) {
        return db.sql(SEATS + " WHERE seat.person = :person ORDER BY seat.from_day DESC").param("person", person).query(Seat.class).list();
    }

    /** Where somebody sits today, as the person they are in the directory; nobody who is no longer engaged. */
    Optional<Seat> seat(Me me) {
        return directory.personOf(me).filter(it -> directory.engagement(it, fund.today()).isPresent())
                .flatMap(it -> db.sql(SEATS + " WHERE seat.person = :person AND :day BETWEEN seat.from_day AND seat.until_day").param("person", it).param("day", fund.today()).query(Seat.class).optional());
    }

    boolean decides(Me me) {
        return seat(me).filter(it -> it.body() == Body.COMMITTEE).isPresent();
    }

    boolean looksOn(Me me) {
        return seat(me).filter(it -> it.body() == Body.SUPERVISION).isPresent();
    }
}
