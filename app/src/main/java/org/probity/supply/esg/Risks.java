package org.probity.supply.esg;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.obligation.State;
import org.probity.supply.esg.Risk.Band;
import org.probity.supply.esg.Risk.Point;
import org.probity.supply.esg.Risk.Side;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes risk from all factors: when a day begins, when answers were accepted, and when somebody asks for it. Only what changed is written. */
@Service
public class Risks {
    private record Found(UUID supplier, String factor, String pillar, BigDecimal points, String reason, String words, @Nullable UUID record) {
        Point point() {
            return new Point(pillar, points, factor, reason, words, record);
        }
    }

    /** What a supplier is found to be now. */
    private record Now(UUID supplier, List<Side> sides, List<Point> points) {}

    private final JdbcClient db;
    private final List<Factor> factors;
    private final Rules rules;
    private final RiskPlans plans;
    private final Log log;
    private final Clock clock;

    Risks(JdbcClient db, List<Factor> factors, Rules rules, RiskPlans plans, Log log, Clock clock) {
        this.db = db;
        this.factors = List.copyOf(factors);
        this.rules = rules;
        this.plans = plans;
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void on(DayHasBegun begun) {
        review(begun.day(), null, null);
    }

    /** Accepted answers speak at once; what they lead to opens in the name of whoever accepted them. */
    @EventListener(condition = "#ruled.after().state().name() == 'MET'")
    void on(SelfAssessments.Ruled ruled) {
        if (ruled.after().state() == State.MET) {
            review(today(), ruled.after().party(), ruled.by());
        }
    }

    /**
     * Reviews all suppliers whose relation goes on, and opens the plans that high risk asks for.
     *
     * @return of how many something had changed
     */
    @Transactional
    public int review(Me by) {
        return review(today(), null, by);
    }

    /** @param one that supplier alone; null: all @param by in whose name plans are opened; null: nobody's, they wait on the desk */
    @Transactional
    public int review(LocalDate day, @Nullable UUID one, @Nullable Me by) {
        // One at a time: two would write the same change twice.
        db.sql("SELECT pg_advisory_xact_lock(20261126, 51)").query((row, n) -> n).list();
        var before = signatures(one);
        var changed = now(day, one).stream().filter(it -> !signature(it.sides(), it.points()).equals(before.get(it.supplier()))).toList();
        if (!changed.isEmpty()) {
            write(day, changed, by);
        }
        if (by != null) {
            plans.openAll(one, by);
        }
        return changed.size();
    }

    private List<Now> now(LocalDate day, @Nullable UUID one) {
        var book = rules.on(day);
        var medium = book.points("band.medium");
        var high = book.points("band.high");
        var points = new LinkedHashMap<UUID, List<Point>>();
        db.sql("SELECT supplier FROM supplier.active(:day, 'infinity') AS active WHERE CAST(:one AS uuid) IS NULL OR active.supplier = :one ORDER BY supplier")
                .param("day", day).param("one", one, Types.OTHER)
                .query(UUID.class).list().forEach(it -> points.put(it, new ArrayList<>()));
        db.sql(sql()).param("day", day).param("one", one, Types.OTHER).query(Found.class).list()
                .forEach(it -> Optional.ofNullable(points.get(it.supplier())).ifPresent(all -> all.add(it.point())));
        return points.entrySet().stream().map(it -> new Now(it.getKey(), Risk.PILLARS.stream().map(pillar -> {
            var sum = it.getValue().stream().filter(point -> point.pillar().equals(pillar)).map(Point::points).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
            return new Side(pillar, sum, Band.of(sum, medium, high));
        }).toList(), it.getValue())).toList();
    }

    /** All factors in one statement, so that they speak of one state of the database. */
    private String sql() {
        return """
                WITH rule AS MATERIALIZED (SELECT key, points FROM esg.rules_on(:day, 'infinity'))
                SELECT found.supplier, found.factor, found.pillar, round(found.points, 2) AS points, found.reason, found.words::text AS words, found.record
                  FROM (
                """ + factors.stream().map(it -> "SELECT '" + it.key() + "' AS factor, supplier, pillar, points, reason, words, record FROM (" + it.sql() + ") AS " + it.key() + "_points")
                .collect(Collectors.joining("\nUNION ALL\n")) + """

                       ) AS found
                 WHERE round(found.points, 2) > 0
                   AND (CAST(:one AS uuid) IS NULL OR found.supplier = :one)
                 ORDER BY found.supplier, found.pillar, found.points DESC, found.factor, found.reason, found.words::text, found.record
                """;
    }

    /** What stands in force, in one text for each supplier. */
    private Map<UUID, String> signatures(@Nullable UUID one) {
        var signatures = new HashMap<UUID, String>();
        inForce(one).forEach(it -> signatures.put(it.supplier(), signature(it.sides(), it.points())));
        return signatures;
    }

    private static String signature(List<Side> sides, List<Point> points) {
        return sides.stream().sorted(java.util.Comparator.comparing(Side::pillar)).map(it -> it.pillar() + it.points().toPlainString() + it.band()).collect(Collectors.joining(" ")) + "\n"
                + points.stream().map(it -> String.join("|", it.pillar(), it.points().toPlainString(), it.factor(), it.reason(), it.words(), String.valueOf(it.record())))
                .sorted().collect(Collectors.joining("\n"));
    }

    private void write(LocalDate day, List<Now> changed, @Nullable Me by) {
        var review = UUID.randomUUID();
        var ids = changed.stream().collect(Collectors.toMap(Now::supplier, it -> UUID.randomUUID()));
        var record = log.recordBatch("esg.review", day, new TreeMap<>(Map.of("review", review.toString(), "suppliers", changed.size())), changed.stream().map(it -> {
            var row = new TreeMap<String, Object>(Map.of("assessment", String.valueOf(ids.get(it.supplier())), "supplier", it.supplier().toString()));
            it.sides().forEach(side -> row.put(side.pillar(), side.points().toPlainString() + " " + side.band()));
            return row;
        }).toList());
        db.sql("INSERT INTO esg.review (id, day, by, at, changed, record) VALUES (:id, :day, :by, :at, :changed, :record)")
                .param("id", review).param("day", day).param("by", by == null ? null : by.account(), Types.OTHER).param("at", now()).param("changed", changed.size()).param("record", record)
                .update();
        db.sql("INSERT INTO esg.assessment (id, review, supplier, at) SELECT id, :review, supplier, :at FROM unnest(:ids, :suppliers) AS new (id, supplier)")
                .param("review", review).param("at", now()).param("ids", changed.stream().map(it -> ids.get(it.supplier())).toArray(UUID[]::new))
                .param("suppliers", changed.stream().map(Now::supplier).toArray(UUID[]::new))
                .update();
        bands(changed, ids);
        points(changed, ids);
    }

    private void bands(List<Now> changed, Map<UUID, UUID> ids) {
        var assessments = new ArrayList<UUID>();
        var sides = new ArrayList<Side>();
        changed.forEach(it -> it.sides().forEach(side -> {
            assessments.add(ids.get(it.supplier()));
            sides.add(side);
        }));
        db.sql("""
                INSERT INTO esg.band (assessment, pillar, points, band)
                SELECT assessment, pillar, points, band FROM unnest(:assessments, :pillars, :points, :bands) AS new (assessment, pillar, points, band)
                """)
                .param("assessments", assessments.toArray(UUID[]::new)).param("pillars", sides.stream().map(Side::pillar).toArray(String[]::new))
                .param("points", sides.stream().map(Side::points).toArray(BigDecimal[]::new)).param("bands", sides.stream().map(it -> it.band().name()).toArray(String[]::new))
                .update();
    }

    private void points(List<Now> changed, Map<UUID, UUID> ids) {
        var assessments = new ArrayList<UUID>();
        var numbers = new ArrayList<Integer>();
        var points = new ArrayList<Point>();
        changed.forEach(it -> it.points().forEach(point -> {
            assessments.add(ids.get(it.supplier()));
            numbers.add(it.points().indexOf(point) + 1);
            points.add(point);
        }));
        db.sql("""
                INSERT INTO esg.point (assessment, no, pillar, points, factor, reason, words, record)
                SELECT assessment, row_number() OVER (PARTITION BY assessment ORDER BY place), pillar, points, factor, reason, CAST(words AS jsonb), record
                  FROM unnest(:assessments, :numbers, :pillars, :points, :factors, :reasons, :words, :records)
                       AS new (assessment, place, pillar, points, factor, reason, words, record)
                """)
                .param("assessments", assessments.toArray(UUID[]::new)).param("numbers", numbers.toArray(Integer[]::new))
                .param("pillars", points.stream().map(Point::pillar).toArray(String[]::new)).param("points", points.stream().map(Point::points).toArray(BigDecimal[]::new))
                .param("factors", points.stream().map(Point::factor).toArray(String[]::new)).param("reasons", points.stream().map(Point::reason).toArray(String[]::new))
                .param("words", points.stream().map(Point::words).toArray(String[]::new)).param("records", points.stream().map(Point::record).toArray(UUID[]::new))
                .update();
    }

    public Optional<Risk> of(UUID supplier) {
        return inForce(supplier).stream().findFirst();
    }

    private List<Risk> inForce(@Nullable UUID one) {
        record Banded(UUID assessment, UUID supplier, LocalDate day, UUID record, String pillar, BigDecimal points, String band) {}
        var points = new HashMap<UUID, List<Point>>();
        db.sql("""
                SELECT point.assessment, point.pillar, point.points, point.factor, point.reason, point.words::text, point.record
                  FROM esg.point
                 WHERE point.assessment IN (SELECT assessment FROM esg.risk_in_force WHERE CAST(:one AS uuid) IS NULL OR supplier = :one)
                 ORDER BY point.assessment, point.no
                """)
                .param("one", one, Types.OTHER)
                .query(row -> {
                    points.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>()).add(
                            new Point(row.getString(2), row.getBigDecimal(3), row.getString(4), row.getString(5), row.getString(6), row.getObject(7, UUID.class)));
                });
        return db.sql("SELECT assessment, supplier, day, record, pillar, points, band FROM esg.risk_in_force WHERE CAST(:one AS uuid) IS NULL OR supplier = :one")
                .param("one", one, Types.OTHER)
                .query(Banded.class).list().stream().collect(Collectors.groupingBy(Banded::assessment)).values().stream()
                .map(all -> new Risk(all.getFirst().assessment(), all.getFirst().supplier(), all.getFirst().day(), all.getFirst().record(),
                        Risk.PILLARS.stream().flatMap(pillar -> all.stream().filter(it -> it.pillar().equals(pillar)))
                                .map(it -> new Side(it.pillar(), it.points(), Band.valueOf(it.band()))).toList(),
                        points.getOrDefault(all.getFirst().assessment(), List.of()))).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
