package org.probity.supply.minerals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Awaits;
import org.probity.house.inbox.Changes;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Lang;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Department.Charge;
import org.probity.supply.supplier.Departments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of the papers waits for a person, what happened to them, and finding one by whose it is. */
@Component
class MineralsDesk implements Waiting, Changes, Finds {
    private static final Set<Role> READERS =
            Set.of(Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.BUYER);

    /** So many suppliers have their papers looked up one by one. */
    private static final int FEW = 50;

    private final JdbcClient db;
    private final Departments departments;
    private final Clock clock;

    MineralsDesk(JdbcClient db, Departments departments, Clock clock) {
        this.db = db;
        this.departments = departments;
        this.clock = clock;
    }

    /** A paper or a supplier, and how soon. */
    private record Counted(UUID id, LocalDate dueDay, String category) {}

    private record Review(
            String kind, int period, LocalDate dueDay, String nameEn, String nameZh, UUID paper, boolean second, long mustCorrect,
            long lookAt) {}

    private record Late(UUID supplier, String nameEn, String nameZh, LocalDate dueDay, long papers, long sentBack) {}

    @Override
    public List<Duty> waiting(Me me) {
        return Awaits.read(counted(me));
    }

    /**
     * Papers for which a person's department still has to speak; suppliers that are late, for the one who runs the campaign and for those of the
     * department that buys from them. Quality reviews what its department answers for; whoever runs the campaign sees all.
     */
    @Override
    public List<Awaits.Unread> counted(Me me) {
        var today = LocalDate.now(clock);
        var runs = me.is(Role.SOURCING_OFFICER);
        var papers = new Awaits.Pile("minerals.menu", ids -> reviews(me, ids));
        var suppliers = new Awaits.Pile("minerals.menu", this::late);
        var reviews = Department.any(me) ? ours(reviews(me), it -> runs || departments.mayActFor(me, it, Charge.QUALITY, today)) : Stream.<Counted>empty();
        var late = runs ? late().stream()
                : me.is(Role.BUYER) ? ours(late(), it -> !departments.accountable(it, today).isEmpty() && departments.mayActFor(me, it, today)) : Stream.<Counted>empty();
        return Stream.concat(reviews.map(it -> papers.of(it.id(), it.dueDay())), late.map(it -> suppliers.of(it.id(), it.dueDay()))).toList();
    }

    /** Those of categories that pass; each category is asked once. */
    private static Stream<Counted> ours(List<Counted> all, Predicate<String> passes) {
        var asked = new HashMap<String, Boolean>();
        return all.stream().filter(it -> asked.computeIfAbsent(it.category(), passes::test));
    }

    private static Duty duty(Review it) {
        return new Duty(Words.of(it.second() ? "minerals.desk.review-second" : "minerals.desk.review"),
                s -> s.t("minerals.desk.of", s.t(it.kind() + ".short"), name(s.lang(), it.nameEn(), it.nameZh())),
                it.mustCorrect() + it.lookAt() == 0 ? Words.of("minerals.no-findings") : Words.of("minerals.found", it.mustCorrect(), it.lookAt()),
                "minerals.menu", "/app/minerals/papers/" + it.paper(), Optional.of(it.dueDay()));
    }

    private static Duty duty(Late it) {
        return new Duty(Words.of("minerals.desk.chase"),
                s -> s.t("minerals.desk.late", it.papers(), name(s.lang(), it.nameEn(), it.nameZh())),
                it.sentBack() == 0 ? Words.of("minerals.state.OWED") : Words.of("minerals.desk.sent-back", it.sentBack()),
                "minerals.menu", "/app/suppliers/" + it.supplier() + "/minerals", Optional.of(it.dueDay()));
    }

    /** Thousands can wait, so rows are read column by column. Who speaks for two departments has a paper that waits for both once. */
    private List<Counted> reviews(Me me) {
        var once = new HashSet<UUID>();
        return db.sql("""
                SELECT awaited.paper, awaited.due_day, name.category
                  FROM minerals.awaited
                  JOIN supplier.name ON name.id = awaited.party
                 WHERE awaited.department = ANY (:departments)
                   AND :me <> ALL (spoken)
                 ORDER BY awaited.due_day, name.number, awaited.kind
                """)
                .param("departments", Reviews.departments(me)).param("me", me.account())
                .query(MineralsDesk::counted).list().stream().filter(it -> once.add(it.id())).toList();
    }

    private Map<UUID, Duty> reviews(Me me, List<UUID> papers) {
        return db.sql("""
                SELECT awaited.kind, awaited.period, awaited.due_day, name.name_en, name.name_zh, awaited.paper, awaited.second, found.must_correct, found.look_at
                  FROM minerals.awaited
                  JOIN supplier.name ON name.id = awaited.party
                 CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE severity = 'MUST_CORRECT') AS must_correct, count(*) FILTER (WHERE severity = 'LOOK_AT') AS look_at
                                       FROM minerals.finding
                                      WHERE finding.paper = awaited.paper) AS found
                 WHERE awaited.paper = ANY (:papers)
                   AND awaited.department = ANY (:departments)
                   AND :me <> ALL (spoken)
                """)
                .param("papers", papers.toArray(UUID[]::new)).param("departments", Reviews.departments(me)).param("me", me.account())
                .query(Review.class).list().stream().collect(Collectors.toMap(Review::paper, MineralsDesk::duty, (one, _) -> one));
    }

    /** A paper of a past year that lapsed is owed by nobody: this year's stands in its place. */
    private static final String LATE = """
                          FROM obligation.stands
                         WHERE kind = ANY (:kinds)
                           AND (state IN ('OWED', 'SENT_BACK') OR state = 'LAPSED' AND period >= extract(year FROM CAST(:today AS date)))
                           AND due_day < :today
            """;

    private List<Counted> late() {
        return db.sql("""
                SELECT name.id, late.due_day, name.category
                  FROM (SELECT party, min(due_day) AS due_day
                        %s
                         GROUP BY party) AS late
                  JOIN supplier.name ON name.id = late.party
                 ORDER BY late.due_day, name.number
                """.formatted(LATE))
                .param("kinds", kinds()).param("today", LocalDate.now(clock))
                .query(MineralsDesk::counted).list();
    }

    private Map<UUID, Duty> late(List<UUID> suppliers) {
        return db.sql("""
                SELECT name.id AS supplier, name.name_en, name.name_zh, late.due_day, late.papers, late.sent_back
                  FROM (SELECT party, min(due_day) AS due_day, count(*) AS papers, count(*) FILTER (WHERE state = 'SENT_BACK') AS sent_back
                        %s
                           AND party = ANY (:suppliers)
                         GROUP BY party) AS late
                  JOIN supplier.name ON name.id = late.party
                """.formatted(LATE))
                .param("kinds", kinds()).param("today", LocalDate.now(clock)).param("suppliers", suppliers.toArray(UUID[]::new))
                .query(Late.class).list().stream().collect(Collectors.toMap(Late::supplier, MineralsDesk::duty));
    }

    private static Counted counted(ResultSet row, int number) throws SQLException {
        return new Counted(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), row.getString(3));
    }

    private record Step(UUID supplier, String nameEn, String nameZh, State state, Instant at, long papers) {}

    @Override
    public List<Change> since(Instant moment, Me me) {
        return mayRead(me) ? steps(moment).stream().map(MineralsDesk::change).toList() : List.of();
    }

    /** What one supplier's papers came to in one day is one change. */
    private List<Step> steps(Instant moment) {
        return db.sql("""
                SELECT name.id AS supplier, name.name_en, name.name_zh, standing.state, max(standing.at) AS at, count(*) AS papers
                  FROM obligation.standing
                  JOIN supplier.name ON name.id = standing.party
                 WHERE standing.kind = ANY (:kinds)
                   AND standing.state <> 'OWED'
                   AND (standing.state <> 'LAPSED' OR standing.period >= extract(year FROM CAST(:today AS date)))
                   AND standing.at >= :moment
                 GROUP BY name.id, name.name_en, name.name_zh, standing.state, date_trunc('day', standing.at)
                 ORDER BY max(standing.at) DESC
                """)
                .param("kinds", kinds()).param("moment", moment.atOffset(ZoneOffset.UTC)).param("today", LocalDate.now(clock))
                .query(Step.class).list();
    }

    private static Change change(Step it) {
        return new Change(SendPage.mark(it.state()), s -> name(s.lang(), it.nameEn(), it.nameZh()),
                Words.of("minerals.changed." + it.state(), it.papers()), it.at(), "/app/suppliers/" + it.supplier() + "/minerals");
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String group() {
        return "minerals.papers";
    }

    private record Found(String kind, int period, State state, String nameEn, String nameZh, UUID paper) {}

    /** By the supplier's name or number, the file's name, or the year. */
    @Override
    public List<Hit> find(String words, Me me) {
        if (!mayRead(me)) {
            return List.of();
        }
        var pattern = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        var named = db.sql("SELECT id FROM supplier.name WHERE name_en ILIKE :pattern OR name_zh ILIKE :pattern OR number ILIKE :pattern LIMIT :few + 1")
                .param("pattern", pattern).param("few", FEW).query(UUID.class).list();
        // Of few suppliers the papers are looked up; of many some are among the newest, which are gone through until there are enough.
        var papers = db.sql("""
                SELECT standing.kind, standing.period, standing.state, name.name_en, name.name_zh, found.paper
                  FROM (SELECT *
                          FROM ((%s)
                                 UNION
                                SELECT id, obligation, received_at
                                  FROM minerals.paper
                                 WHERE evidence IN (SELECT id FROM evidence.item WHERE name ILIKE :pattern)) AS every
                         ORDER BY received_at DESC, paper
                         LIMIT :most) AS found
                  JOIN obligation.standing ON standing.id = found.obligation
                  JOIN supplier.name ON name.id = standing.party
                 ORDER BY found.received_at DESC, found.paper
                """.formatted(named.size() <= FEW ? """
                        SELECT id AS paper, obligation, received_at
                          FROM minerals.paper
                         WHERE obligation IN (SELECT id FROM obligation.stands WHERE party = ANY (:named) AND kind = ANY (:kinds))
                        """ : """
                        SELECT paper.id AS paper, paper.obligation, paper.received_at
                          FROM minerals.paper
                          JOIN obligation.stands ON stands.id = paper.obligation
                          JOIN supplier.name ON name.id = stands.party
                         WHERE name.name_en ILIKE :pattern OR name.name_zh ILIKE :pattern OR name.number ILIKE :pattern
                         ORDER BY paper.received_at DESC, paper.id
                         LIMIT :most
                        """))
                .param("pattern", pattern).param("named", named.toArray(UUID[]::new)).param("kinds", kinds()).param("most", MOST)
                .query(Found.class).list().stream()
                .map(it -> new Hit(s -> s.t("minerals.desk.of", s.t(it.kind() + ".short") + " " + it.period(), name(s.lang(), it.nameEn(), it.nameZh())),
                        Words.of("minerals.state." + it.state()), "/app/minerals/papers/" + it.paper()));
        var campaigns = db.sql("SELECT year FROM minerals.campaign WHERE CAST(year AS text) = :words")
                .param("words", words)
                .query(Integer.class).list().stream()
                .map(year -> new Hit(Words.of("minerals.desk.campaign", String.valueOf(year)), Words.of("minerals.title"), "/app/minerals?year=" + year));
        return Stream.concat(campaigns, papers).limit(MOST).toList();
    }

    private static boolean mayRead(Me me) {
        return !Collections.disjoint(READERS, me.roles());
    }

    private static String name(Lang lang, String en, String zh) {
        return switch (lang) {
            case EN -> en;
            case ZH -> zh;
        };
    }

    private static String[] kinds() {
        return PaperKind.obligations().toArray(String[]::new);
    }
}
