package org.probity.people.community;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Three people from three sides. Two of them together hide a post, and say why in its place; its author may ask all three once more. Nobody can learn from it who wrote. */
@Service
public class Panel {
    /** From which side: those who answer, the union, whom colleagues chose. */
    public enum Seat { LIAISON, UNION, ELECTED }

    /** Why a post is hidden; nothing else is a reason. */
    public enum Reason {
        PERSON, PRIVATE, THREAT, UNLAWFUL, SECRET, ADVERT;

        static Optional<Reason> of(String typed) {
            return Stream.of(values()).filter(it -> it.name().equals(typed)).findFirst();
        }
    }

    public record Sitting(Seat seat, UUID person, String nameEn, String nameZh, LocalDate fromDay) {}

    /** @param mine what whoever looks has said; none: they are asked @param said how many of the three have spoken */
    public record Look(UUID id, UUID post, UUID thread, int hearing, String text, String appeal, LocalDate day, int said, @Nullable Boolean mine) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Panel(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public List<Sitting> sitting() {
        return db.sql("""
                SELECT seat.seat, seat.person, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh, seat.from_day
                  FROM community.seat
                  LEFT JOIN directory.name ON name.id = seat.person
                 WHERE :today BETWEEN seat.from_day AND coalesce(seat.until_day, 'infinity')
                 ORDER BY array_position(ARRAY['LIAISON', 'UNION', 'ELECTED'], seat.seat)
                """).param("today", today()).query(Sitting.class).list();
    }

    /** The seat of somebody today. */
    Optional<Seat> seat(Me me) {
        return db.sql("""
                SELECT seat.seat FROM community.seat JOIN directory.pass ON pass.person = seat.person
                 WHERE pass.account = :account AND :today BETWEEN seat.from_day AND coalesce(seat.until_day, 'infinity')
                """).param("account", me.account()).param("today", today()).query(String.class).optional().map(Seat::valueOf);
    }

    /**
     * Says who sits in a seat from today on. Human resources name the one of those who answer; the union its own and whom colleagues chose.
     *
     * <p>Refusals: {@code community.seat-not-yours}; {@code community.person-unknown}; {@code community.seat-taken} they sit in another seat, or this one changed hands today already.
     */
    @Transactional
    public Answer<UUID> seat(Seat seat, String number, Me by) {
        if (!by.is(seat == Seat.LIAISON ? Role.HR : Role.UNION)) {
            return Answer.refused("", "community.seat-not-yours");
        }
        var person = db.sql("""
                SELECT name.id
                  FROM directory.name
                  JOIN directory.engaged(:today, 'infinity') AS engaged ON engaged.person = name.id AND engaged.kind <> 'RETIREE'
                 WHERE name.number = :number OR lower(name.email) = lower(:number)
                 LIMIT 1
                """).param("today", today()).param("number", number.strip()).query(UUID.class).optional();
        if (person.isEmpty()) {
            return Answer.refused("number", "community.person-unknown");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM community.seat WHERE person = :person AND until_day IS NULL OR seat = :seat AND from_day = :today)").param("person", person.get()).param("seat", seat.name())
                .param("today", today()).query(Boolean.class).single()) {
            return Answer.refused("number", "community.seat-taken");
        }
        db.sql("UPDATE community.seat SET until_day = :before WHERE seat = :seat AND until_day IS NULL").param("before", today().minusDays(1)).param("seat", seat.name()).update();
        var id = UUID.randomUUID();
        var record = log.record("community.seat", today(), Map.of("seat", seat.name(), "sitting", id.toString(), "from", today().toString()));
        db.sql("INSERT INTO community.seat (id, seat, person, from_day, named_by, record) VALUES (:id, :seat, :person, :from, :by, :record)").param("id", id).param("seat", seat.name())
                .param("person", person.get()).param("from", today()).param("by", by.account()).param("record", record).update();
        return Answer.done(id);
    }

    /**
     * Asks the three to look at a post. Anyone of the house may, by name.
     *
     * <p>Refusals: {@code community.post-unknown}; {@code community.looked-before} they look at it, or did.
     */
    @Transactional
    public Answer<UUID> ask(UUID post, Me by) {
        if (!db.sql("SELECT EXISTS (SELECT FROM community.post WHERE id = :post)").param("post", post).query(Boolean.class).single()) {
            return Answer.refused("", "community.post-unknown");
        }
        var id = UUID.randomUUID();
        int asked = db.sql("INSERT INTO community.look (id, post, hearing, appeal, day, by) VALUES (:id, :post, 1, '', :day, :by) ON CONFLICT DO NOTHING").param("id", id).param("post", post)
                .param("day", today()).param("by", by.account()).update();
        return asked == 1 ? Answer.done(id) : Answer.refused("", "community.looked-before");
    }

    /** What waits for the three, as one of them sees it: what the others said is not shown before one has spoken. */
    public List<Look> open(Me me) {
        return db.sql("""
                SELECT look.id, look.post, post.thread, look.hearing, post.text, look.appeal, look.day,
                       (SELECT count(*) FROM community.opinion WHERE opinion.look = look.id)::int AS said,
                       (SELECT hide FROM community.opinion WHERE opinion.look = look.id AND opinion.by = :me) AS mine
                  FROM community.look
                  JOIN community.post ON post.id = look.post
                 WHERE NOT EXISTS (SELECT FROM community.ruling WHERE ruling.look = look.id)
                 ORDER BY look.day, look.id
                """).param("me", me.account()).query(Look.class).list();
    }

    /**
     * One of the three says what they think. Two of the same mind decide; when the author asked again, all three speak first.
     *
     * <p>Refusals: {@code community.no-seat}; {@code community.look-over} it is decided; {@code community.spoke-before}; {@code community.reason-missing} whoever hides says why.
     *
     * @param reason why it is to be hidden; empty: it stays
     */
    @Transactional
    public Answer<Boolean> say(UUID look, boolean hide, String reason, Me me) {
        var seat = seat(me);
        if (seat.isEmpty()) {
            return Answer.refused("", "community.no-seat");
        }
        var why = Reason.of(reason);
        if (hide && why.isEmpty()) {
            return Answer.refused("reason", "community.reason-missing");
        }
        // Whoever speaks at the same moment waits here, so that the second of two is counted as the second.
        var hearing = db.sql("SELECT hearing FROM community.look WHERE id = :look FOR UPDATE").param("look", look).query(Integer.class).optional();
        if (hearing.isEmpty() || db.sql("SELECT EXISTS (SELECT FROM community.ruling WHERE look = :look)").param("look", look).query(Boolean.class).single()) {
            return Answer.refused("", "community.look-over");
        }
        int spoke = db.sql("INSERT INTO community.opinion (look, seat, hide, reason, by, at) VALUES (:look, :seat, :hide, :reason, :by, :at) ON CONFLICT DO NOTHING").param("look", look)
                .param("seat", seat.get().name()).param("hide", hide).param("reason", hide ? why.get().name() : null, java.sql.Types.VARCHAR).param("by", me.account()).param("at", now()).update();
        if (spoke == 0) {
            return Answer.refused("", "community.spoke-before");
        }
        return Answer.done(rule(look, hearing.get()));
    }

    private record Opinion(boolean hide, @Nullable String reason) {}

    private boolean rule(UUID look, int hearing) {
        var said = db.sql("SELECT hide, reason FROM community.opinion WHERE look = :look").param("look", look).query(Opinion.class).list();
        var hide = said.stream().filter(Opinion::hide).count();
        var decided = hearing == 1 ? hide >= 2 || said.size() - hide >= 2 : said.size() == 3;
        if (!decided) {
            return false;
        }
        var hidden = hide >= 2;
        var reasons = hidden ? said.stream().filter(Opinion::hide).map(Opinion::reason).distinct().sorted().collect(Collectors.joining(" ")) : "";
        var post = db.sql("SELECT post FROM community.look WHERE id = :look").param("look", look).query(UUID.class).single();
        var record = log.record("community.ruling", today(), Map.of("post", post.toString(), "hearing", hearing, "hidden", hidden, "reasons", reasons, "hide", hide, "keep", said.size() - hide));
        db.sql("INSERT INTO community.ruling (look, post, hidden, reasons, day, record) VALUES (:look, :post, :hidden, :reasons, :day, :record)").param("look", look).param("post", post)
                .param("hidden", hidden).param("reasons", reasons).param("day", today()).param("record", record).update();
        return true;
    }

    static List<String> seats() {
        return Arrays.stream(Seat.values()).map(Seat::name).toList();
    }
}
