package org.probity.people.succession;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.people.succession.Project.Aspect;
import org.probity.people.succession.Project.File;
import org.probity.people.succession.Project.Finding;
import org.probity.people.succession.Project.Gap;
import org.probity.people.succession.Project.Level;
import org.probity.people.succession.Project.Member;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Projects for people of high potential: who takes part, and what was found of their potential, aspect by aspect, with a reason and a day until which it counts. */
@Service
public class Projects {
    static final int TITLE_LONGEST = 300;
    static final int WORDS_LONGEST = 4_000;
    static final int YEARS_MOST = 3;

    private final JdbcClient db;
    private final Positions positions;
    private final Namings namings;
    private final Consultants consultants;
    private final Rules rules;
    private final Directory directory;

    Projects(JdbcClient db, Positions positions, Namings namings, Consultants consultants, Rules rules, Directory directory) {
        this.db = db;
        this.positions = positions;
        this.namings = namings;
        this.consultants = consultants;
        this.rules = rules;
        this.directory = directory;
    }

    /**
     * Opens a project.
     *
     * <p>Refusals: {@code succession.not-yours}; {@code succession.title-wrong} missing in a language or too long; {@code succession.window-wrong} it ends before it begins,
     * is over, or runs for more than {@value #YEARS_MOST} years.
     */
    @Transactional
    public Answer<UUID> open(String titleEn, String titleZh, LocalDate from, LocalDate until, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        if (titleEn.isBlank() || titleZh.isBlank() || titleEn.length() > TITLE_LONGEST || titleZh.length() > TITLE_LONGEST) {
            return Answer.refused("titleEn", "succession.title-wrong", TITLE_LONGEST);
        }
        if (until.isBefore(from) || until.isBefore(positions.today()) || until.isAfter(from.plusYears(YEARS_MOST))) {
            return Answer.refused("untilDay", "succession.window-wrong", YEARS_MOST);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO succession.project (id, number, title_en, title_zh, from_day, until_day, opened_by, opened_at)
                VALUES (:id, 'H' || :year || '-' || lpad(nextval('succession.number')::text, 5, '0'), :en, :zh, :from, :until, :by, :at)
                """)
                .param("id", id).param("year", positions.today().getYear()).param("en", titleEn.strip()).param("zh", titleZh.strip()).param("from", from).param("until", until)
                .param("by", by.account()).param("at", positions.now())
                .update();
        return Answer.done(id);
    }

    /**
     * Asks somebody to take part; they are told that a consultant from outside will see them.
     *
     * <p>Refusals: {@code succession.not-yours}; {@code succession.project-unknown}; {@code succession.project-over}; those of everybody who is asked
     * ({@link Namings#asked}).
     */
    @Transactional
    public Answer<UUID> ask(UUID project, String number, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        db.sql("SELECT FROM succession.project WHERE id = :id FOR UPDATE").param("id", project).query((row, n) -> row).optional();
        var found = find(project);
        if (found.isEmpty()) {
            return Answer.refused("", "succession.project-unknown");
        }
        return found.get().untilDay().isBefore(positions.today()) ? Answer.refused("", "succession.project-over") : namings.asked(null, project, number, by);
    }

    /**
     * Says what was found of one aspect of somebody. It counts for the months of the rule; a later finding of the same aspect takes its place.
     *
     * <p>Refusals: {@code succession.member-unknown} nobody of the project whom the reader sees; {@code succession.own-potential} nobody judges themselves;
     * {@code succession.aspect-unknown}; {@code succession.found-wrong}; {@code succession.words-wrong} no reason, or too long.
     */
    @Transactional
    public Answer<UUID> find(UUID naming, String aspect, int found, String words, Me by) {
        var member = seen(naming, by);
        if (member.isEmpty()) {
            return Answer.refused("", "succession.member-unknown");
        }
        if (directory.personOf(by).filter(member.get().person()::equals).isPresent()) {
            return Answer.refused("", "succession.own-potential");
        }
        if (Arrays.stream(Aspect.values()).noneMatch(it -> it.name().equals(aspect))) {
            return Answer.refused("aspect", "succession.aspect-unknown");
        }
        if (found < 1 || found > 3) {
            return Answer.refused("found", "succession.found-wrong");
        }
        if (words.isBlank() || words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "succession.words-wrong", WORDS_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO succession.potential (id, naming, aspect, found, words, day, until_day, by, at)
                VALUES (:id, :naming, :aspect, :found, :words, :day, :until, :by, :at)
                """)
                .param("id", id).param("naming", naming).param("aspect", aspect).param("found", found).param("words", words.strip()).param("day", positions.today())
                .param("until", positions.today().plusMonths(rules.on(SuccessionRule.POTENTIAL_MONTHS, positions.today()))).param("by", by.account()).param("at", positions.now())
                .update();
        return Answer.done(id);
    }

    private static final String PROJECT = """
            SELECT project.id, project.number, project.title_en, project.title_zh, project.from_day, project.until_day,
                   (count(named.naming) FILTER (WHERE named.state = 'AGREED'))::int AS members, (count(named.naming) FILTER (WHERE named.state = 'ASKED'))::int AS asked
              FROM succession.project
              LEFT JOIN succession.namings('infinity', 'infinity') AS named ON named.project = project.id
            """;

    public List<Project> all() {
        return db.sql(PROJECT + " GROUP BY project.id ORDER BY project.until_day DESC, project.number").query(Project.class).list();
    }

    public Optional<Project> find(UUID project) {
        return db.sql(PROJECT + " WHERE project.id = :id GROUP BY project.id").param("id", project).query(Project.class).optional();
    }

    private static final String MEMBERS = """
            SELECT named.naming, named.person, name.number, name.name_en, name.name_zh, coalesce(place.name_en, '') AS unit_en, coalesce(place.name_zh, '') AS unit_zh,
                   coalesce(engaged.title, '') AS title, named.state, named.day,
                   (SELECT count(DISTINCT potential.aspect)::int FROM succession.potential WHERE potential.naming = named.naming AND potential.until_day >= :day) AS aspects
              FROM succession.namings('infinity', 'infinity') AS named
              JOIN directory.name ON name.id = named.person
              LEFT JOIN LATERAL (SELECT unit, title FROM directory.engaged(:day, 'infinity') AS now WHERE now.person = named.person AND now.kind <> 'RETIREE' ORDER BY now.from_day DESC LIMIT 1)
                   AS engaged ON true
              LEFT JOIN directory.units(:day, 'infinity') AS place ON place.unit = engaged.unit
             WHERE named.project IS NOT NULL
            """;

    /** Everybody who was asked, for human resources. */
    List<Member> members(UUID project) {
        return db.sql(MEMBERS + " AND named.project = :project ORDER BY named.state, name.number").param("day", positions.today()).param("project", project).query(Member.class).list();
    }

    /** Those who said yes and work here, for the consultant of their project. */
    public List<Member> members(Me consultant) {
        return consultants.project(consultant.account()).map(it -> db.sql(MEMBERS + " AND named.project = :project AND named.state = 'AGREED' AND engaged.unit IS NOT NULL ORDER BY name.number")
                .param("day", positions.today()).param("project", it).query(Member.class).list()).orElse(List.of());
    }

    /** A member before somebody who may see them: human resources, or the consultant of the project while access runs. To others they do not exist. */
    private Optional<Member> seen(UUID naming, Me me) {
        return me.is(Role.HR) ? db.sql(MEMBERS + " AND named.naming = :naming AND named.state = 'AGREED'").param("day", positions.today()).param("naming", naming).query(Member.class).optional()
                : me.is(Role.CONSULTANT) ? members(me).stream().filter(it -> it.naming().equals(naming)).findFirst() : Optional.empty();
    }

    /** What is known of a member: levels, what they still lack for the level they want, and what was found so far. */
    Optional<File> file(UUID naming, Me me) {
        return seen(naming, me).map(it -> new File(it, levels(it.person()), gaps(it.person()), findings(naming)));
    }

    private List<Level> levels(UUID person) {
        return db.sql("""
                SELECT held.track, track.name_en AS track_en, track.name_zh AS track_zh, track.ladder, held.level, held.until_day
                  FROM career.held(:day, 'infinity') AS held
                  JOIN career.tracks(:day, 'infinity') AS track ON track.code = held.track
                 WHERE held.person = :person
                 ORDER BY held.until_day DESC
                """)
                .param("day", positions.today()).param("person", person).query(Level.class).list();
    }

    private List<Gap> gaps(UUID person) {
        return db.sql("""
                SELECT item.title_en, item.title_zh, gap.wanted_level AS wanted, gap.shown_level AS shown
                  FROM career.gap JOIN career.item ON item.id = gap.item
                 WHERE gap.person = :person
                 ORDER BY item.code
                """)
                .param("person", person).query(Gap.class).list();
    }

    private List<Finding> findings(UUID naming) {
        return db.sql("SELECT id, aspect, found, words, day, until_day, by, at FROM succession.potential WHERE naming = :naming ORDER BY at DESC, id").param("naming", naming)
                .query((row, n) -> new Finding(row.getObject(1, UUID.class), Aspect.valueOf(row.getString(2)), row.getInt(3), row.getString(4), row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class), row.getObject(7, UUID.class), row.getObject(8, OffsetDateTime.class).toInstant())).list();
    }
}
