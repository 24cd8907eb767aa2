package org.probity.supply.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of a year: whom we visit, by points of risk that anybody can follow, and what was changed by hand and why. */
@Service
public class Plans {
    static final int AUDITS_MOST = 2000;

    /** One reason and its points. @param words the reason's arguments, as JSON @param key whether it makes a key supplier */
    public record Why(String reason, int points, String words, boolean key) {}

    /** A supplier's risk, the heaviest reason first. */
    public record Risk(UUID supplier, int points, boolean isKey, List<Why> why) {
        public Risk {
            why = List.copyOf(why);
        }
    }

    /** A line of the plan as it stands. @param reason why it was added by hand, or last changed @param audit of that year, if one was arranged */
    public record Line(
            UUID id, int year, UUID supplier, String number, String nameEn, String nameZh, int month, int points, String basis, String reason, boolean dropped,
            @org.jspecify.annotations.Nullable UUID audit, Audit.@org.jspecify.annotations.Nullable State state) {}

    private final JdbcClient db;
    private final Audits audits;
    private final Log log;

    Plans(JdbcClient db, Audits audits, Log log) {
        this.db = db;
        this.audits = audits;
        this.log = log;
    }

    /** Every supplier that delivers, most points first. */
    List<Risk> risks(LocalDate day) {
        var why = new LinkedHashMap<UUID, List<Why>>();
        db.sql("SELECT supplier, reason, points, words::text AS words, key FROM audit.risk(:day, 'infinity') ORDER BY supplier, points DESC, reason").param("day", day)
                .query((row, n) -> why.computeIfAbsent(row.getObject(1, UUID.class), it -> new ArrayList<>())
                        .add(new Why(row.getString(2), row.getInt(3), row.getString(4), row.getBoolean(5)))).list();
        var keys = db.sql("SELECT supplier FROM audit.key_suppliers(:day, 'infinity')").param("day", day).query(UUID.class).set();
        return why.entrySet().stream()
                .map(it -> new Risk(it.getKey(), it.getValue().stream().mapToInt(Why::points).sum(), keys.contains(it.getKey()), it.getValue()))
                .sorted(Comparator.comparingInt(Risk::points).reversed().thenComparing(Risk::supplier)).toList();
    }

    /**
     * Says how many audits a year can bear. Refusals: {@code audit.capacity-wrong}; {@code audit.year-past}.
     */
    @Transactional
    public Answer<Integer> capacity(int year, int most, Me by) {
        if (year < audits.today().getYear()) {
            return Answer.refused("", "audit.year-past");
        }
        if (most < 0 || most > AUDITS_MOST) {
            return Answer.refused("audits", "audit.capacity-wrong", AUDITS_MOST);
        }
        db.sql("INSERT INTO audit.capacity (year, audits, by, at) VALUES (:year, :audits, :by, :at)").param("year", year).param("audits", most)
                .param("by", by.account()).param("at", audits.now()).update();
        return Answer.done(most);
    }

    Optional<Integer> capacity(int year) {
        return db.sql("SELECT audits FROM audit.capacity WHERE year = :year ORDER BY at DESC LIMIT 1").param("year", year).query(Integer.class).optional();
    }

    /**
     * Draws up the plan: key suppliers by their points, as many as the year can bear, spread over the months that are left. Drawn up again it adds
     * those who became key; what was changed by hand stays.
     *
     * <p>Refusals: {@code audit.year-past}; {@code audit.capacity-missing}; {@code audit.nobody-to-visit} no key supplier that is not planned yet, or the
     * year is full.
     */
    @Transactional
    public Answer<Integer> drawUp(int year, Me by) {
        if (year < audits.today().getYear()) {
            return Answer.refused("", "audit.year-past");
        }
        var most = capacity(year);
        if (most.isEmpty()) {
            return Answer.refused("audits", "audit.capacity-missing");
        }
        var before = lines(year);
        var left = most.get() - (int) before.stream().filter(it -> !it.dropped()).count();
        var chosen = risks(audits.today()).stream().filter(it -> it.isKey() && before.stream().noneMatch(line -> line.supplier().equals(it.supplier())))
                .limit(Math.max(0, left)).toList();
        if (chosen.isEmpty()) {
            return Answer.refused("", "audit.nobody-to-visit");
        }
        var first = year == audits.today().getYear() ? audits.today().getMonthValue() : 1;
        for (int i = 0; i < chosen.size(); i++) {
            enter(year, chosen.get(i), first + i * (13 - first) / chosen.size(), "", by);
        }
        return Answer.done(chosen.size());
    }

    /**
     * Adds somebody by hand, with a reason; over the capacity too, which the page then says.
     *
     * <p>Refusals: {@code audit.year-past}; {@code audit.supplier-unknown}; {@code audit.month-wrong}; {@code audit.reason-missing};
     * {@code audit.planned-already}.
     */
    @Transactional
    public Answer<UUID> add(int year, UUID supplier, int month, String reason, Me by) {
        if (year < audits.today().getYear()) {
            return Answer.refused("", "audit.year-past");
        }
        if (db.sql("SELECT count(*) FROM supplier.name WHERE id = :id").param("id", supplier).query(Long.class).single() == 0) {
            return Answer.refused("supplier", "audit.supplier-unknown");
        }
        if (month < 1 || month > 12) {
            return Answer.refused("month", "audit.month-wrong");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "audit.reason-missing");
        }
        if (lines(year).stream().anyMatch(it -> it.supplier().equals(supplier))) {
            return Answer.refused("supplier", "audit.planned-already");
        }
        var risk = risks(audits.today()).stream().filter(it -> it.supplier().equals(supplier)).findFirst().orElse(new Risk(supplier, 0, false, List.of()));
        return Answer.done(enter(year, risk, month, reason.strip(), by));
    }

    private UUID enter(int year, Risk risk, int month, String reason, Me by) {
        var id = UUID.randomUUID();
        var basis = "[" + String.join(",", risk.why().stream().map(it -> "{\"reason\":\"" + it.reason() + "\",\"points\":" + it.points() + ",\"words\":" + it.words() + "}")
                .toList()) + "]";
        db.sql("""
                INSERT INTO audit.planned (id, year, supplier, month, points, basis, reason, by, at, record)
                VALUES (:id, :year, :supplier, :month, :points, CAST(:basis AS jsonb), :reason, :by, :at, :record)
                """)
                .param("id", id).param("year", year).param("supplier", risk.supplier()).param("month", month).param("points", risk.points())
                .param("basis", basis).param("reason", reason).param("by", by.account()).param("at", audits.now())
                .param("record", log.record("audit.planned", audits.today(), Map.of("planned", id.toString(), "supplier", risk.supplier().toString(), "year", year,
                        "month", month, "points", risk.points(), "basis", ((Json.Arr) Json.parse(basis)).text())))
                .update();
        return id;
    }

    /** What is done to a line of the plan. */
    public enum Change { MOVED, DROPPED, TAKEN_UP }

    /**
     * Changes a line, with a reason that stays.
     *
     * <p>Refusals: {@code audit.line-unknown}; {@code audit.month-wrong}; {@code audit.reason-missing}.
     */
    @Transactional
    public Answer<UUID> change(UUID planned, Change what, int month, String reason, Me by) {
        db.sql("SELECT FROM audit.planned WHERE id = :id FOR UPDATE").param("id", planned).query((row, n) -> n).optional();
        if (db.sql("SELECT count(*) FROM audit.planned WHERE id = :id").param("id", planned).query(Long.class).single() == 0) {
            return Answer.refused("", "audit.line-unknown");
        }
        if (month < 1 || month > 12) {
            return Answer.refused("month", "audit.month-wrong");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "audit.reason-missing");
        }
        db.sql("""
                INSERT INTO audit.plan_change (planned, no, what, month, reason, by, at, record)
                SELECT :planned, count(*) + 1, :what, :month, :reason, :by, :at, :record FROM audit.plan_change WHERE planned = :planned
                """)
                .param("planned", planned).param("what", what.name()).param("month", month).param("reason", reason.strip()).param("by", by.account())
                .param("at", audits.now())
                .param("record", log.record("audit.plan-changed", audits.today(), Map.of("planned", planned.toString(), "what", what.name(), "month", month)))
                .update();
        return Answer.done(planned);
    }

    /** The plan as it stands, by month. */
    public List<Line> lines(int year) {
        return db.sql("""
                SELECT planned.id, planned.year, planned.supplier, name.number, name.name_en, name.name_zh, coalesce(change.month, planned.month) AS month,
                       planned.points, planned.basis::text AS basis, coalesce(change.reason, planned.reason) AS reason, coalesce(change.what = 'DROPPED', false) AS dropped,
                       audit.id AS audit, audit.state
                  FROM audit.planned
                  JOIN supplier.name ON name.id = planned.supplier
                  LEFT JOIN LATERAL (SELECT * FROM audit.plan_change WHERE plan_change.planned = planned.id ORDER BY no DESC LIMIT 1) AS change ON true
                  LEFT JOIN LATERAL (SELECT id, state FROM audit.standing
                                      WHERE standing.supplier = planned.supplier AND extract(year FROM from_day) = planned.year AND state <> 'CALLED_OFF'
                                      ORDER BY from_day DESC LIMIT 1) AS audit ON true
                 WHERE planned.year = :year
                 ORDER BY dropped, month, planned.points DESC, name.number
                """)
                .param("year", year)
                .query(Line.class).list();
    }
}
