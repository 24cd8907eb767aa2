package org.probity.people.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.probity.people.recruitment.Requisition.Question;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People that units ask for: asked by human resources, agreed by another of them or by whoever leads the unit. */
@Service
public class Requisitions {
    static final String MATTER = "recruitment.requisition";
    static final int WANTED_MOST = 500;
    static final int DAYS_MOST = 366;
    static final int QUESTIONS_MOST = 10;

    /** @param questions asked in writing first, then face to face, each list in its order */
    public record Plan(
            UUID unit, String track, int level, String titleEn, String titleZh, String workEn, String workZh, String grounds, int wanted, LocalDate closesOn, List<Question> questions) {
        public Plan {
            questions = List.copyOf(questions);
        }
    }

    /** A track as its career room has it. */
    record Track(String code, String nameEn, String nameZh) {}

    private final JdbcClient db;
    private final Decisions decisions;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Requisitions(JdbcClient db, Decisions decisions, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Asks for people, with the criteria by which they will be chosen: nobody adds a question when applications are there.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.unit-unknown}; {@code recruitment.track-unknown}; {@code recruitment.level-wrong};
     * {@code recruitment.title-wrong}; {@code recruitment.work-wrong}; {@code recruitment.grounds-wrong}; {@code recruitment.wanted-wrong};
     * {@code recruitment.closes-wrong} past, or more than a year ahead; {@code recruitment.questions-few} at least one in writing and one face to face;
     * {@code recruitment.questions-many}; {@code recruitment.question-wrong} without its words or without what a mark means; {@code recruitment.unlawful} a text
     * names what nobody may be chosen by.
     */
    @Transactional
    public Answer<UUID> ask(Plan plan, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        if (directory.place(plan.unit(), today()).isEmpty()) {
            return Answer.refused("unit", "recruitment.unit-unknown");
        }
        if (!plan.track().isEmpty() && tracks().stream().noneMatch(it -> it.code().equals(plan.track()))) {
            return Answer.refused("track", "recruitment.track-unknown");
        }
        if (plan.level() < 0 || plan.level() > 9) {
            return Answer.refused("level", "recruitment.level-wrong", 9);
        }
        if (!fits(plan.titleEn(), 200) || !fits(plan.titleZh(), 200)) {
            return Answer.refused(fits(plan.titleEn(), 200) ? "titleZh" : "titleEn", "recruitment.title-wrong", 200);
        }
        if (!fits(plan.workEn(), 4_000) || !fits(plan.workZh(), 4_000)) {
            return Answer.refused(fits(plan.workEn(), 4_000) ? "workZh" : "workEn", "recruitment.work-wrong", 4_000);
        }
        if (!fits(plan.grounds(), 2_000)) {
            return Answer.refused("grounds", "recruitment.grounds-wrong", 2_000);
        }
        if (plan.wanted() < 1 || plan.wanted() > WANTED_MOST) {
            return Answer.refused("wanted", "recruitment.wanted-wrong", WANTED_MOST);
        }
        if (plan.closesOn().isBefore(today()) || plan.closesOn().isAfter(today().plusDays(DAYS_MOST))) {
            return Answer.refused("closesOn", "recruitment.closes-wrong", DAYS_MOST);
        }
        for (var stage : List.of(Stage.SCREEN, Stage.INTERVIEW)) {
            var field = stage == Stage.SCREEN ? "screenEn" : "interviewEn";
            var some = plan.questions().stream().filter(it -> it.stage() == stage).toList();
            if (some.isEmpty()) {
                return Answer.refused(field, "recruitment.questions-few");
            }
            if (some.size() > QUESTIONS_MOST) {
                return Answer.refused(field, "recruitment.questions-many", QUESTIONS_MOST);
            }
            if (some.stream().anyMatch(it -> !fits(it.wordsEn(), 500) || !fits(it.wordsZh(), 500) || !fits(it.anchorsEn(), 1_000) || !fits(it.anchorsZh(), 1_000))) {
                return Answer.refused(field, "recruitment.question-wrong");
            }
        }
        var unlawful = unlawful(plan);
        if (unlawful.isPresent()) {
            return Answer.refused("", "recruitment.unlawful", unlawful.get());
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO recruitment.requisition (id, number, unit, track, level, title_en, title_zh, work_en, work_zh, grounds, wanted, closes_on, asked_by, asked_at)
                VALUES (:id, 'J' || :year || '-' || lpad(nextval('recruitment.number')::text, 4, '0'), :unit, :track, :level, :titleEn, :titleZh, :workEn, :workZh, :grounds, :wanted,
                        :closes, :by, :at)
                """)
                .param("id", id).param("year", today().getYear()).param("unit", plan.unit()).param("track", plan.track()).param("level", plan.level())
                .param("titleEn", plan.titleEn().strip()).param("titleZh", plan.titleZh().strip()).param("workEn", plan.workEn().strip()).param("workZh", plan.workZh().strip())
                .param("grounds", plan.grounds().strip()).param("wanted", plan.wanted()).param("closes", plan.closesOn()).param("by", by.account()).param("at", now())
                .update();
        plan.questions().forEach(it -> db.sql("""
                INSERT INTO recruitment.question (requisition, stage, no, words_en, words_zh, anchors_en, anchors_zh)
                VALUES (:id, :stage, :no, :wordsEn, :wordsZh, :anchorsEn, :anchorsZh)
                """)
                .param("id", id).param("stage", it.stage().name()).param("no", it.no()).param("wordsEn", it.wordsEn()).param("wordsZh", it.wordsZh())
                .param("anchorsEn", it.anchorsEn()).param("anchorsZh", it.anchorsZh())
                .update());
        decisions.propose(MATTER, id, "", by);
        return Answer.done(id);
    }

    private Optional<String> unlawful(Plan plan) {
        var texts = Stream.concat(Stream.of(plan.titleEn(), plan.titleZh(), plan.workEn(), plan.workZh()),
                plan.questions().stream().flatMap(it -> Stream.of(it.wordsEn(), it.wordsZh(), it.anchorsEn(), it.anchorsZh()))).collect(Collectors.joining("\n"));
        return db.sql("""
                SELECT newest.word
                  FROM (SELECT DISTINCT ON (word) word, act FROM recruitment.unlawful WHERE from_day <= :day ORDER BY word, from_day DESC) AS newest
                 WHERE newest.act = 'FORBID' AND strpos(lower(:texts), newest.word) > 0
                 ORDER BY newest.word LIMIT 1
                """).param("day", today()).param("texts", texts).query(String.class).optional();
    }

    private static boolean fits(String words, int most) {
        return !words.isBlank() && words.strip().length() <= most;
    }

    /**
     * Another of human resources rules, or whoever leads the unit or one above it.
     *
     * <p>Refusals: {@code recruitment.unknown}; {@code recruitment.not-yours}; {@code recruitment.not-asked} nothing waits; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID id, Outcome outcome, Me by) {
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.unknown");
        }
        if (!by.is(Role.HR) && !leads(found.get(), by)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var waits = found.get().waits();
        return waits == null ? Answer.refused("", "recruitment.not-asked") : decisions.rule(MATTER, waits, outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'recruitment.requisition' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        db.sql("INSERT INTO recruitment.approved (requisition, asked_by, approved_by, at, record) VALUES (:id, :asked, :by, :at, :record)")
                .param("id", ruled.subject()).param("asked", ruled.proposedBy()).param("by", ruled.ruledBy()).param("at", now())
                .param("record", log.record(MATTER, today(), Map.of("requisition", ruled.subject().toString(), "proposal", ruled.proposal().toString())))
                .update();
    }

    /** Whether somebody leads the unit, or one above it. */
    boolean leads(Requisition it, Me me) {
        var path = directory.place(it.unit(), today()).map(Place::path).orElse(List.of());
        return directory.personOf(me).filter(person -> directory.heads(today()).stream().anyMatch(head -> head.person().equals(person) && path.contains(head.unit()))).isPresent();
    }

    public List<Question> questions(UUID id, Stage stage) {
        return db.sql("SELECT stage, no, words_en, words_zh, anchors_en, anchors_zh FROM recruitment.question WHERE requisition = :id AND stage = :stage ORDER BY no")
                .param("id", id).param("stage", stage.name()).query(Question.class).list();
    }

    List<Track> tracks() {
        return db.sql("SELECT code, name_en, name_zh FROM career.tracks(:day, 'infinity') ORDER BY code").param("day", today()).query(Track.class).list();
    }

    List<Place> places() {
        return directory.tree(today());
    }

    private static final String SELECT = """
            SELECT requisition.id, requisition.number, requisition.unit, fact.name_en AS unit_en, fact.name_zh AS unit_zh, requisition.track, requisition.level, requisition.title_en,
                   requisition.title_zh, requisition.work_en, requisition.work_zh, requisition.grounds, requisition.wanted, requisition.closes_on, requisition.asked_by, requisition.asked_at,
                   (SELECT waiting.id FROM decision.open AS waiting WHERE waiting.matter = 'recruitment.requisition' AND waiting.subject = requisition.id LIMIT 1) AS waits,
                   approved.approved_by, posting.from_day, taken_down.day AS ended_on,
                   (SELECT come.applications FROM recruitment.come(requisition.id) AS come) AS applications, (SELECT come.hired FROM recruitment.come(requisition.id) AS come) AS hired
              FROM recruitment.requisition
              JOIN LATERAL (SELECT name_en, name_zh FROM directory.units(:day, 'infinity') AS units WHERE units.unit = requisition.unit
                            UNION ALL SELECT unit.code, '' FROM directory.unit WHERE unit.id = requisition.unit LIMIT 1) AS fact ON true
              LEFT JOIN recruitment.approved ON approved.requisition = requisition.id
              LEFT JOIN recruitment.posting ON posting.requisition = requisition.id
              LEFT JOIN recruitment.taken_down ON taken_down.requisition = requisition.id
            """;

    public Optional<Requisition> find(UUID id) {
        return db.sql(SELECT + " WHERE requisition.id = :id").param("day", today()).param("id", id).query(Requisition.class).optional();
    }

    Optional<Requisition> numbered(String number) {
        return db.sql(SELECT + " WHERE requisition.number = :number AND posting.requisition IS NOT NULL").param("day", today()).param("number", number).query(Requisition.class).optional();
    }

    /** What strangers may apply for today, the one that ends first on top. */
    public List<Requisition> posted() {
        return db.sql(SELECT + " WHERE posting.requisition IS NOT NULL AND taken_down.requisition IS NULL AND requisition.closes_on >= :day ORDER BY requisition.closes_on, requisition.number")
                .param("day", today()).query(Requisition.class).list();
    }

    /** Requests of others that somebody may rule on, by one question for all: human resources, and whoever leads the unit or one above it. */
    List<Requisition> toRule(Me me) {
        return db.sql("""
                WITH led AS MATERIALIZED (
                    SELECT place.unit
                      FROM directory.heads(:day, 'infinity') AS head
                      JOIN directory.pass ON pass.person = head.person AND pass.account = :me
                      JOIN directory.places(:day, 'infinity') AS place ON head.unit = ANY (place.path)
                )
                """ + SELECT + """
                  JOIN decision.open AS asked ON asked.matter = 'recruitment.requisition' AND asked.subject = requisition.id AND asked.proposed_by <> :me
                 WHERE :hr OR requisition.unit IN (SELECT led.unit FROM led)
                 ORDER BY asked.proposed_at, requisition.number LIMIT 50
                """).param("day", today()).param("me", me.account()).param("hr", me.is(Role.HR)).query(Requisition.class).list();
    }

    /** A posting by its name, for lists that show no more of it. */
    record Named(UUID id, String number, String titleEn, String titleZh) {
        String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }
    }

    /** Where applications wait to be screened. */
    List<Named> toScreen() {
        return db.sql("""
                SELECT requisition.id, requisition.number, requisition.title_en, requisition.title_zh
                  FROM recruitment.requisition
                 WHERE EXISTS (SELECT FROM recruitment.undecided WHERE undecided.requisition = requisition.id AND undecided.stage = 'SCREEN')
                 ORDER BY requisition.closes_on, requisition.number LIMIT 50
                """).query(Named.class).list();
    }

    /** Opened on these days, in the order of their numbers. */
    public List<Requisition> between(LocalDate first, LocalDate last) {
        return db.sql(SELECT + " WHERE posting.from_day BETWEEN :first AND :last ORDER BY requisition.number").param("day", today()).param("first", first).param("last", last)
                .query(Requisition.class).list();
    }

    private static final String LINES = """
             WHERE (requisition.number ILIKE :q OR requisition.title_en ILIKE :q OR requisition.title_zh ILIKE :q)
               AND CASE :state WHEN '' THEN true
                               WHEN 'ASKED' THEN approved.requisition IS NULL
                               WHEN 'APPROVED' THEN approved.requisition IS NOT NULL AND posting.requisition IS NULL
                               WHEN 'OPEN' THEN posting.requisition IS NOT NULL AND taken_down.requisition IS NULL AND requisition.closes_on >= :day
                               ELSE posting.requisition IS NOT NULL AND (taken_down.requisition IS NOT NULL OR requisition.closes_on < :day) END
            """;

    List<Requisition> lines(Query query) {
        return db.sql(SELECT + LINES + " ORDER BY requisition.asked_at DESC, requisition.number LIMIT :most OFFSET :skip")
                .param("day", today()).param("q", "%" + query.filter("q") + "%").param("state", query.filter("state")).param("most", query.limit()).param("skip", query.offset())
                .query(Requisition.class).list();
    }

    long count(Query query) {
        return db.sql("SELECT count(*) FROM (" + SELECT + LINES + ") AS found").param("day", today()).param("q", "%" + query.filter("q") + "%").param("state", query.filter("state"))
                .query(Long.class).single();
    }

    /** One at a time: whoever hires, opens or closes waits for whoever was first. */
    Optional<Requisition> locked(UUID id) {
        db.sql("SELECT FROM recruitment.requisition WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        return find(id);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
