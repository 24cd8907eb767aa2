package org.probity.people.career;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people choose in a round of rotation. Nobody but the applicant and human resources sees it before the round is matched. */
@Service
public class Choices {
    static final int WORDS_LONGEST = 4_000;

    /**
     * What somebody chose, the first first.
     *
     * @param months whole months since the present engagement in this unit began
     * @param side of the middle of the newest rating in force: ABOVE, MIDDLE or BELOW; null: there is none
     * @param may what human resources said; null: nothing yet
     */
    public record Choice(UUID person, String number, String nameEn, String nameZh, List<UUID> openings, String words, int months, @Nullable String side, @Nullable Boolean may, String reason) {
        boolean ratedBelow() {
            return "BELOW".equals(side);
        }

        public String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }
    }

    private final JdbcClient db;
    private final Rotation rotation;
    private final Applications applications;
    private final Register register;
    private final Rules rules;
    private final Directory directory;

    Choices(JdbcClient db, Rotation rotation, Applications applications, Register register, Rules rules, Directory directory) {
        this.db = db;
        this.rotation = rotation;
        this.applications = applications;
        this.register = register;
        this.rules = rules;
        this.directory = directory;
    }

    /**
     * Says which openings one would like, the first first; again as often as one likes while the window is open. No opening withdraws.
     *
     * <p>Refusals: {@code career.no-person}; {@code career.round-unknown}; {@code career.round-closed}; {@code career.choices-many}; {@code career.choice-unknown}
     * not an opening of the round, or twice; {@code career.choice-own} an opening of one's own unit; {@code career.role-short} too short in the present role;
     * {@code career.words-long}.
     */
    @Transactional
    public Answer<Integer> choose(UUID round, List<UUID> openings, String words, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty() || !applications.engaged(person.get())) {
            return Answer.refused("", "career.no-person");
        }
        var found = rotation.locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "career.round-unknown");
        }
        if (!found.get().runs(register.today())) {
            return Answer.refused("", "career.round-closed");
        }
        var most = rules.on(CareerRule.CHOICES_MOST, register.today());
        if (openings.size() > most) {
            return Answer.refused("choice.1", "career.choices-many", most);
        }
        var offered = rotation.openings(round);
        if (new LinkedHashSet<>(openings).size() < openings.size() || openings.stream().anyMatch(id -> offered.stream().noneMatch(it -> it.id().equals(id)))) {
            return Answer.refused("choice.1", "career.choice-unknown");
        }
        var units = db.sql("SELECT unit FROM directory.engaged(:day, 'infinity') WHERE person = :person").param("day", register.today()).param("person", person.get()).query(UUID.class).list();
        if (offered.stream().anyMatch(it -> openings.contains(it.id()) && units.contains(it.unit()))) {
            return Answer.refused("choice.1", "career.choice-own");
        }
        var least = rules.on(CareerRule.ROLE_MONTHS, register.today());
        if (!openings.isEmpty() && months(person.get()) < least) {
            return Answer.refused("choice.1", "career.role-short", least);
        }
        if (words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "career.words-long", WORDS_LONGEST);
        }
        db.sql("""
                INSERT INTO career.choice (id, round, person, no, openings, words, chosen_by, at)
                SELECT gen_random_uuid(), :round, :person, coalesce(max(no), 0) + 1, CAST(:openings AS uuid[]), :words, :by, :at
                  FROM career.choice WHERE round = :round AND person = :person
                """)
                .param("round", round).param("person", person.get()).param("openings", openings.toArray(UUID[]::new)).param("words", words.strip()).param("by", by.account())
                .param("at", applications.now())
                .update();
        return Answer.done(openings.size());
    }

    /**
     * Human resources say whether discipline or anything else stands in somebody's way. Of ratings one thing counts: whoever's newest rating in force is below what was agreed
     * does not rotate in that round; it is asked here and not when they choose, because a rating is told in a talk and not by a form.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.choice-none} they chose nothing in the round; {@code career.round-matched}; {@code career.rating-below}; {@code career.clear-reason}
     * not, and no word why; {@code career.own-application} one does not clear oneself.
     */
    @Transactional
    public Answer<Boolean> clear(UUID round, UUID person, boolean may, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        if (rotation.locked(round).filter(it -> !it.matched()).isEmpty()) {
            return Answer.refused("", "career.round-matched");
        }
        var chosen = of(round, person);
        if (chosen.isEmpty()) {
            return Answer.refused("", "career.choice-none");
        }
        if (directory.personOf(by).filter(person::equals).isPresent()) {
            return Answer.refused("", "career.own-application");
        }
        if (may && chosen.get().ratedBelow()) {
            return Answer.refused("may", "career.rating-below");
        }
        if (!may && reason.isBlank() || reason.length() > Rotation.REASON_LONGEST) {
            return Answer.refused("reason", "career.clear-reason", Rotation.REASON_LONGEST);
        }
        db.sql("""
                INSERT INTO career.cleared (round, person, no, may, reason, by, at)
                SELECT :round, :person, coalesce(max(no), 0) + 1, :may, :reason, :by, :at FROM career.cleared WHERE round = :round AND person = :person
                """)
                .param("round", round).param("person", person).param("may", may).param("reason", reason.strip()).param("by", by.account()).param("at", applications.now())
                .update();
        return Answer.done(may);
    }

    private int months(UUID person) {
        return db.sql("SELECT coalesce(max(stays.months), 0) FROM (" + STAYS + ") AS stays WHERE stays.person = :person").param("day", register.today()).param("person", person).query(Integer.class)
                .single();
    }

    private static final String STAYS = """
            SELECT engaged.person, max(extract(year FROM age(CAST(:day AS date), engaged.from_day)) * 12 + extract(month FROM age(CAST(:day AS date), engaged.from_day)))::int AS months
              FROM directory.engaged(:day, 'infinity') AS engaged WHERE engaged.kind <> 'RETIREE' GROUP BY engaged.person
            """;

    private static final String SELECT = "SELECT choice.person, name.number, name.name_en, name.name_zh, choice.openings, choice.words, rated.side, cleared.may, coalesce(cleared.reason, '') AS reason FROM ("
            + Rotation.NEWEST + """
            ) AS choice
              JOIN directory.name ON name.id = choice.person
              LEFT JOIN LATERAL (SELECT rating.side FROM performance.rating_in_force AS rating WHERE rating.person = choice.person ORDER BY rating.until_day DESC LIMIT 1) AS rated ON true
              LEFT JOIN LATERAL (SELECT may, reason FROM career.cleared WHERE cleared.round = choice.round AND cleared.person = choice.person ORDER BY no DESC LIMIT 1) AS cleared ON true
             WHERE choice.round = :round AND cardinality(choice.openings) > 0
            """;

    private static final String FOUND = " AND (:q = '%%' OR name.number ILIKE :q OR name.name_en ILIKE :q OR name.name_zh ILIKE :q)";

    /** What was asked of some, with how long each of them has been where they are: that is counted of those alone. */
    private JdbcClient.StatementSpec told(String asked, UUID round) {
        return db.sql("""
                WITH asked AS MATERIALIZED (
                """ + SELECT + asked + """
                )
                SELECT asked.*, coalesce((SELECT stays.months FROM (""" + STAYS + """
                ) AS stays WHERE stays.person = asked.person), 0) AS months
                  FROM asked
                 ORDER BY asked.may IS NOT NULL, asked.number
                """).param("day", register.today()).param("round", round);
    }

    private static Choice choice(ResultSet row, int n) throws SQLException {
        return new Choice(row.getObject("person", UUID.class), row.getString("number"), row.getString("name_en"), row.getString("name_zh"),
                Arrays.asList((UUID[]) row.getArray("openings").getArray()), row.getString("words"), row.getInt("months"), row.getString("side"),
                row.getObject("may", Boolean.class), row.getString("reason"));
    }

    /** Of everybody who has any, for human resources: one question, however many they are. */
    List<Choice> of(UUID round) {
        return told("", round).query(Choices::choice).list();
    }

    /** A page of them. Of whom nothing was said yet stands first, because they have to be cleared before a round is matched. */
    List<Choice> of(UUID round, Query query) {
        return told(FOUND + " ORDER BY cleared.may IS NOT NULL, name.number LIMIT :most OFFSET :skip", round)
                .param("q", "%" + query.filter("q") + "%").param("most", query.limit()).param("skip", query.offset()).query(Choices::choice).list();
    }

    long count(UUID round, Query query) {
        return db.sql("SELECT count(*) FROM (" + SELECT + FOUND + ") AS found").param("round", round).param("q", "%" + query.filter("q") + "%").query(Long.class).single();
    }

    Optional<Choice> of(UUID round, UUID person) {
        return told(" AND choice.person = :person", round).param("person", person).query(Choices::choice).optional();
    }

    /** Who chose something, for whoever keeps the round. */
    public List<UUID> choosing(UUID round) {
        return of(round).stream().map(Choice::person).toList();
    }

    /** One's own. */
    Optional<Choice> own(UUID round, Me me) {
        return directory.personOf(me).flatMap(person -> of(round, person));
    }
}
