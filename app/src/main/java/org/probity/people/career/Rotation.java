package org.probity.people.career;

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
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The inner market of posts: rounds of openings with a window and seats, in which people choose ({@link Choices}) and are matched all with all ({@link Matches}). */
@Service
public class Rotation {
    static final int SEATS_MOST = 500;
    static final int TITLE_LONGEST = 300;
    static final int REASON_LONGEST = 2_000;

    public record Round(UUID id, String number, String titleEn, String titleZh, LocalDate fromDay, LocalDate untilDay, long openings, long seats, long choosing, @Nullable Integer pairs) {
        public String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }

        public boolean matched() {
            return pairs != null;
        }

        /** Openings come in until somebody has chosen. */
        boolean openTo() {
            return choosing == 0 && !matched();
        }

        public boolean runs(LocalDate day) {
            return !matched() && !day.isBefore(fromDay) && !day.isAfter(untilDay);
        }
    }

    public record Opening(UUID id, UUID round, UUID unit, String unitEn, String unitZh, String track, String roleEn, String roleZh, int seats) {
        public String role(Lang lang) {
            return lang == Lang.ZH ? roleZh : roleEn;
        }

        public String unit(Lang lang) {
            return lang == Lang.ZH && !unitZh.isEmpty() || unitEn.isEmpty() ? unitZh : unitEn;
        }
    }

    /** What somebody puts into a round. */
    public record Plan(String unitCode, String track, String roleEn, String roleZh, int seats) {}

    private final JdbcClient db;
    private final Applications applications;
    private final Register register;
    private final Directory directory;
    private final Log log;

    Rotation(JdbcClient db, Applications applications, Register register, Directory directory, Log log) {
        this.db = db;
        this.applications = applications;
        this.register = register;
        this.directory = directory;
        this.log = log;
    }

    /**
     * Opens a round.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.title-wrong} missing in a language or too long; {@code career.window-wrong} the last day before the first,
     * or past.
     */
    @Transactional
    public Answer<UUID> open(String titleEn, String titleZh, LocalDate from, LocalDate until, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        if (titleEn.isBlank() || titleZh.isBlank() || titleEn.length() > TITLE_LONGEST || titleZh.length() > TITLE_LONGEST) {
            return Answer.refused("titleEn", "career.title-wrong", TITLE_LONGEST);
        }
        if (until.isBefore(from) || until.isBefore(register.today())) {
            return Answer.refused("untilDay", "career.window-wrong");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO career.round (id, number, title_en, title_zh, from_day, until_day, opened_by, opened_at, record)
                VALUES (:id, 'R' || :year || '-' || lpad(nextval('career.number')::text, 5, '0'), :en, :zh, :from, :until, :by, :at, :record)
                """)
                .param("id", id).param("year", register.today().getYear()).param("en", titleEn.strip()).param("zh", titleZh.strip()).param("from", from).param("until", until)
                .param("by", by.account()).param("at", applications.now())
                .param("record", log.record("career.round", register.today(), Map.of("round", id.toString(), "from", from.toString(), "until", until.toString())))
                .update();
        return Answer.done(id);
    }

    /**
     * Puts an opening into a round that nobody has chosen in yet.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.round-unknown}; {@code career.round-begun} somebody has chosen, so what there is to choose stays;
     * {@code career.unit-unknown}; {@code career.track-unknown}; {@code career.title-wrong}; {@code career.seats-wrong}.
     */
    @Transactional
    public Answer<UUID> offer(UUID round, Plan plan, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var found = locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "career.round-unknown");
        }
        if (!found.get().openTo()) {
            return Answer.refused("", "career.round-begun");
        }
        var unit = directory.tree(register.today()).stream().filter(it -> it.code().equals(plan.unitCode().strip())).findFirst();
        if (unit.isEmpty()) {
            return Answer.refused("unit", "career.unit-unknown");
        }
        if (register.track(plan.track()).isEmpty()) {
            return Answer.refused("track", "career.track-unknown");
        }
        if (plan.roleEn().isBlank() || plan.roleZh().isBlank() || plan.roleEn().length() > TITLE_LONGEST || plan.roleZh().length() > TITLE_LONGEST) {
            return Answer.refused("roleEn", "career.title-wrong", TITLE_LONGEST);
        }
        if (plan.seats() < 1 || plan.seats() > SEATS_MOST) {
            return Answer.refused("seats", "career.seats-wrong", SEATS_MOST);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO career.opening (id, round, unit, track, role_en, role_zh, seats) VALUES (:id, :round, :unit, :track, :en, :zh, :seats)")
                .param("id", id).param("round", round).param("unit", unit.get().id()).param("track", plan.track()).param("en", plan.roleEn().strip())
                .param("zh", plan.roleZh().strip()).param("seats", plan.seats())
                .update();
        return Answer.done(id);
    }

    Optional<Round> locked(UUID round) {
        db.sql("SELECT FROM career.round WHERE id = :id FOR UPDATE").param("id", round).query((row, n) -> row).optional();
        return find(round);
    }

    static final String NEWEST = """
            SELECT DISTINCT ON (round, person) round, person, openings, words FROM career.choice ORDER BY round, person, no DESC
            """;

    /** Newest first. */
    public List<Round> rounds() {
        return db.sql("""
                SELECT round.id, round.number, round.title_en, round.title_zh, round.from_day, round.until_day,
                       (SELECT count(*) FROM career.opening WHERE opening.round = round.id) AS openings,
                       (SELECT coalesce(sum(seats), 0) FROM career.opening WHERE opening.round = round.id) AS seats,
                       (SELECT count(*) FROM ("""  + NEWEST + """
                       ) AS choice WHERE choice.round = round.id AND cardinality(choice.openings) > 0) AS choosing,
                       matched.pairs
                  FROM career.round LEFT JOIN career.matched ON matched.round = round.id
                 ORDER BY round.from_day DESC, round.number DESC
                """)
                .query(Round.class).list();
    }

    public Optional<Round> find(UUID round) {
        return rounds().stream().filter(it -> it.id().equals(round)).findFirst();
    }

    public List<Opening> openings(UUID round) {
        return db.sql("""
                SELECT opening.id, opening.round, opening.unit, coalesce(place.name_en, '') AS unit_en, coalesce(place.name_zh, '') AS unit_zh, opening.track, opening.role_en,
                       opening.role_zh, opening.seats
                  FROM career.opening
                  LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = opening.unit
                 WHERE opening.round = :round
                 ORDER BY opening.role_en, opening.id
                """)
                .param("day", register.today()).param("round", round).query(Opening.class).list();
    }
}
