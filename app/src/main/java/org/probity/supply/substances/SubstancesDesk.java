package org.probity.supply.substances;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Changes;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Lang;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Department.Charge;
import org.probity.supply.supplier.Departments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of reports and declarations waits for a person, what happened to them, and finding one by whose it is. */
@Component
class SubstancesDesk implements Waiting, Changes, Finds {
    private record Review(UUID paper, String kind, int period, LocalDate dueDay, String nameEn, String nameZh, String category, long mustLook) {}

    private record Late(UUID supplier, String nameEn, String nameZh, String category, LocalDate dueDay, long papers) {}

    private final JdbcClient db;
    private final Departments departments;
    private final Decisions decisions;
    private final Clock clock;

    SubstancesDesk(JdbcClient db, Departments departments, Decisions decisions, Clock clock) {
        this.db = db;
        this.departments = departments;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Papers to rule on; changes of scope that wait for a second person; suppliers that are late, for those who run the requests. */
    @Override
    public List<Duty> waiting(Me me) {
        var today = LocalDate.now(clock);
        var reviews = reviews(me, today).map(it -> new Duty(Words.of("substances.desk.review"),
                s -> s.t("substances.desk.of", s.t(it.kind() + ".short") + " " + it.period(), name(s.lang(), it.nameEn(), it.nameZh())),
                Words.of("substances.desk.found", it.mustLook()), "substances.menu", "/app/substances/papers/" + it.paper(), Optional.of(it.dueDay())));
        var scopes = SubstancesWeb.rules(me) ? decisions.waitingFor(Scopes.MATTER, me).stream().map(it -> new Duty(Words.of("substances.desk.rule"), Words.of("substances.desk.scope"),
                s -> it.reason(), "substances.menu", "/app/substances/rules", Optional.empty())) : Stream.<Duty>empty();
        var norms = SubstancesWeb.rules(me) || me.is(Role.LEGAL) ? decisions.waitingFor(Norms.MATTER, me).stream().map(it -> new Duty(Words.of("substances.desk.rule"),
                Words.of("substances.desk.norm"), s -> it.reason(), "substances.menu", "/app/substances/norms", Optional.empty())) : Stream.<Duty>empty();
        var late = me.is(Role.EHS) ? late(today).stream().map(it -> new Duty(Words.of("substances.desk.chase"),
                s -> s.t("substances.desk.late", it.papers(), name(s.lang(), it.nameEn(), it.nameZh())), Words.of("substances.state.OWED"), "substances.menu",
                "/app/suppliers/" + it.supplier() + "/substances", Optional.of(it.dueDay()))) : Stream.<Duty>empty();
        return Stream.of(reviews, scopes, norms, late).flatMap(it -> it).toList();
    }

    /** For how many papers this person's ruling is waited for. */
    long count(Me me) {
        return reviews(me, LocalDate.now(clock)).count();
    }

    private Stream<Review> reviews(Me me, LocalDate today) {
        if (!me.is(Role.QUALITY) && !me.is(Role.EHS)) {
            return Stream.empty();
        }
        var answers = new HashMap<String, Boolean>();
        return db.sql("""
                SELECT it.paper, it.kind, it.period, it.due_day, name.name_en, name.name_zh, name.category,
                       (SELECT count(*) FROM substances.finding WHERE finding.paper = it.paper) AS must_look
                  FROM substances.open_paper AS it
                  JOIN supplier.name ON name.id = it.party
                 WHERE it.state = 'SENT_IN'
                   AND it.read_at IS NOT NULL
                 ORDER BY it.due_day, name.number, it.kind
                """)
                .query(Review.class).list().stream()
                .filter(it -> me.is(Role.EHS) || answers.computeIfAbsent(it.category(), category -> departments.mayActFor(me, category, Charge.QUALITY, today)));
    }

    private List<Late> late(LocalDate today) {
        return db.sql("""
                SELECT name.id AS supplier, name.name_en, name.name_zh, name.category, min(it.due_day) AS due_day, count(*) AS papers
                  FROM substances.open_paper AS it
                  JOIN supplier.name ON name.id = it.party
                 WHERE (it.state IN ('OWED', 'SENT_BACK') OR it.state = 'LAPSED' AND it.period >= extract(year FROM CAST(:today AS date)))
                   AND it.due_day < :today
                 GROUP BY name.id, name.number, name.name_en, name.name_zh, name.category
                 ORDER BY min(it.due_day), name.number
                """)
                .param("today", today)
                .query(Late.class).list();
    }

    private record Step(UUID supplier, String nameEn, String nameZh, State state, Instant at, long papers) {}

    /** What one supplier's papers came to in one day is one change. */
    @Override
    public List<Change> since(Instant moment, Me me) {
        if (!mayRead(me)) {
            return List.of();
        }
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
                .param("kinds", PaperKind.obligations().toArray(String[]::new)).param("moment", moment.atOffset(ZoneOffset.UTC)).param("today", LocalDate.now(clock))
                .query(Step.class).list().stream()
                .map(it -> new Change(ReportsPage.mark(it.state()), s -> name(s.lang(), it.nameEn(), it.nameZh()), Words.of("substances.changed." + it.state(), it.papers()),
                        it.at(), "/app/suppliers/" + it.supplier() + "/substances")).toList();
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public String group() {
        return "substances.papers";
    }

    private record Found(String kind, int period, State state, String nameEn, String nameZh, UUID paper) {}

    /** By the supplier's name or number, the report's number, the laboratory or the file's name. */
    @Override
    public List<Hit> find(String words, Me me) {
        if (!mayRead(me)) {
            return List.of();
        }
        return db.sql("""
                SELECT standing.kind, standing.period, standing.state, name.name_en, name.name_zh, paper.id AS paper
                  FROM substances.paper
                  JOIN obligation.standing ON standing.id = paper.obligation
                  JOIN supplier.name ON name.id = standing.party
                  JOIN evidence.item ON item.id = paper.evidence
                 WHERE name.name_en ILIKE :pattern
                    OR name.name_zh ILIKE :pattern
                    OR name.number ILIKE :pattern
                    OR paper.report_number ILIKE :pattern
                    OR paper.laboratory ILIKE :pattern
                    OR item.name ILIKE :pattern
                 ORDER BY paper.received_at DESC, paper.id
                 LIMIT :most
                """)
                .param("pattern", "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").param("most", MOST)
                .query(Found.class).list().stream()
                .map(it -> new Hit(s -> s.t("substances.desk.of", s.t(it.kind() + ".short") + " " + it.period(), name(s.lang(), it.nameEn(), it.nameZh())),
                        Words.of("substances.state." + it.state()), "/app/substances/papers/" + it.paper())).toList();
    }

    private static boolean mayRead(Me me) {
        return Stream.of(SubstancesWeb.READERS).anyMatch(me::is);
    }

    private static String name(Lang lang, String en, String zh) {
        return switch (lang) {
            case EN -> en;
            case ZH -> zh;
        };
    }
}
