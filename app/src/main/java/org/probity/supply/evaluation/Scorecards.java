package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.proof.Fraction;
import org.probity.proof.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes scorecards from what the sources say, and reads them. */
@Component
class Scorecards {
    private record Measure(UUID supplier, BigDecimal over, BigDecimal under, String facts) {}

    private record Judged(UUID supplier, String criterion, BigDecimal mark, String reason) {}

    private record Received(UUID supplier, BigDecimal quantity) {}

    private final JdbcClient db;
    private final List<Source> sources;

    Scorecards(JdbcClient db, List<Source> sources) {
        this.db = db;
        this.sources = List.copyOf(sources);
    }

    /** What is being collected of one supplier. */
    private static final class Collected {
        final Map<String, Scorecard.Measured> measures = new TreeMap<>();
        final Map<String, BigDecimal> inputs = new TreeMap<>();

        void put(String criterion, Map<String, String> facts, BigDecimal mark) {
            measures.put(criterion, new Scorecard.Measured(facts, mark));
            inputs.put(criterion, mark);
        }

        /** Several rooms may have shut it; what each of them says stays. */
        void shut(String gate, Map<String, String> facts) {
            var all = new TreeMap<>(Objects.requireNonNull(measures.get(gate)).facts());
            all.putAll(facts);
            put(gate, all, BigDecimal.ZERO);
        }
    }

    /** Writes the scorecards of a round that was not given yet anew. Suppliers of whom nothing was measured have none. */
    int compute(Round round, Scheme scheme, Instant knownAt) {
        var collected = collect(round, scheme, knownAt);
        var received = received(round, knownAt);
        db.sql("DELETE FROM evaluation.scorecard WHERE round = :round").param("round", round.id()).update();
        collected.forEach((supplier, it) -> write(round, scheme, supplier, 1, it, received.getOrDefault(supplier, BigDecimal.ZERO), "", knownAt));
        return collected.size();
    }

    /** The next scorecard of one supplier, computed from what is known now; the ones before stay. Empty when it would have the same marks. */
    Optional<Scorecard> next(Round round, Scheme scheme, Scorecard was, String reason, Instant knownAt) {
        var it = Optional.ofNullable(collect(round, scheme, knownAt).get(was.supplier())).orElseGet(Collected::new);
        if (it.inputs.equals(was.inputs())) {
            return Optional.empty();
        }
        var amount = received(round, knownAt).getOrDefault(was.supplier(), BigDecimal.ZERO);
        return find(write(round, scheme, was.supplier(), was.no() + 1, it, amount, reason, knownAt));
    }

    private Map<UUID, Collected> collect(Round round, Scheme scheme, Instant knownAt) {
        var parameters = Map.of("from_day", round.from(), "until_day", round.until(), "known_at", knownAt.atOffset(ZoneOffset.UTC));
        var collected = new TreeMap<UUID, Collected>();
        for (var criterion : scheme.criteria()) {
            if (!criterion.gate()) {
                for (var source : sources) {
                    if (source.criterion().equals(criterion.code())) {
                        measured(source, parameters).stream().filter(it -> it.under().signum() > 0).forEach(it ->
                                collected.computeIfAbsent(it.supplier(), _ -> new Collected())
                                        .put(criterion.code(), facts(it.facts()), criterion.mark(it.over(), it.under())));
                    }
                }
            }
        }
        for (var it : judged(round, knownAt)) {
            collected.computeIfAbsent(it.supplier(), _ -> new Collected()).put(it.criterion(), Map.of("reason", it.reason()), it.mark().setScale(Criterion.PLACES));
        }
        for (var criterion : scheme.criteria()) {
            if (criterion.gate()) {
                gate(criterion, parameters, collected);
            }
        }
        return collected;
    }

    /** Open for everybody whom no source names. */
    private void gate(Criterion gate, Map<String, ?> parameters, Map<UUID, Collected> collected) {
        collected.values().forEach(it -> it.put(gate.code(), Map.of(), BigDecimal.ONE));
        for (var source : sources) {
            if (source.criterion().equals(gate.code())) {
                for (var it : measured(source, parameters)) {
                    var supplier = collected.get(it.supplier());
                    if (supplier != null && it.over().signum() == 0) {
                        supplier.shut(gate.code(), facts(it.facts()));
                    }
                }
            }
        }
    }

    private List<Measure> measured(Source source, Map<String, ?> parameters) {
        return db.sql("SELECT supplier, over, under, facts::text AS facts FROM (" + source.sql() + ") AS source")
                .params(parameters)
                .query(Measure.class).list();
    }

    private List<Judged> judged(Round round, Instant knownAt) {
        return db.sql("""
                SELECT DISTINCT ON (supplier, criterion) supplier, criterion, mark, reason
                  FROM evaluation.judgement
                 WHERE round = :round
                   AND at <= :at
                 ORDER BY supplier, criterion, at DESC
                """)
                .param("round", round.id()).param("at", knownAt.atOffset(ZoneOffset.UTC))
                .query(Judged.class).list();
    }

    private Map<UUID, BigDecimal> received(Round round, Instant knownAt) {
        var received = new HashMap<UUID, BigDecimal>();
        db.sql("""
                SELECT order_line.supplier, sum(delivery.quantity) AS quantity
                  FROM evaluation.delivery
                  JOIN evaluation.order_line ON order_line.document = delivery.document
                                            AND order_line.line = delivery.line
                                            AND order_line.recorded @> CAST(:known_at AS timestamptz)
                 WHERE delivery.recorded @> CAST(:known_at AS timestamptz)
                   AND delivery.day BETWEEN :from_day AND :until_day
                 GROUP BY order_line.supplier
                """)
                .param("known_at", knownAt.atOffset(ZoneOffset.UTC)).param("from_day", round.from()).param("until_day", round.until())
                .query(Received.class).list().forEach(it -> received.put(it.supplier(), it.quantity()));
        return received;
    }

    private UUID write(Round round, Scheme scheme, UUID supplier, int no, Collected it, BigDecimal amount, String reason, Instant at) {
        var score = scheme.score(it.inputs);
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO evaluation.scorecard (id, round, supplier, no, measures, inputs, score, grade, amount, reason, at)
                VALUES (:id, :round, :supplier, :no, :measures::jsonb, :inputs::jsonb, :score, :grade, :amount, :reason, :at)
                """)
                .param("id", id).param("round", round.id()).param("supplier", supplier).param("no", no)
                .param("measures", measures(it.measures).text()).param("inputs", inputs(it.inputs).text())
                .param("score", score instanceof Scheme.Score.Graded graded ? graded.score().toString() : null, Types.VARCHAR)
                .param("grade", score instanceof Scheme.Score.Graded graded ? graded.grade().name() : null, Types.VARCHAR)
                .param("amount", amount).param("reason", reason).param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** As they are sealed: decimals as text, in order of their names. */
    static Json.Obj inputs(Map<String, BigDecimal> inputs) {
        var texts = new TreeMap<String, Object>();
        inputs.forEach((name, value) -> texts.put(name, value.toPlainString()));
        return (Json.Obj) Json.of(texts);
    }

    private static Json.Obj measures(Map<String, Scorecard.Measured> measures) {
        var all = new TreeMap<String, Object>();
        measures.forEach((name, it) -> all.put(name, Map.of("facts", new TreeMap<>(it.facts()), "mark", it.mark().toPlainString())));
        return (Json.Obj) Json.of(all);
    }

    Optional<Scorecard> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Scorecards::row).optional();
    }

    /** Of a round, the newest of each supplier. */
    List<Scorecard> newest(UUID round) {
        return db.sql("SELECT DISTINCT ON (supplier) * FROM (" + SELECT + " WHERE round = :round) AS card ORDER BY supplier, no DESC")
                .param("round", round)
                .query(Scorecards::row).list();
    }

    /** Those given to a supplier, the newest period first and of one period the newest first. */
    List<Scorecard> given(UUID supplier) {
        return db.sql("""
                SELECT card.*
                  FROM (%s) AS card
                  JOIN evaluation.round ON round.id = card.round
                 WHERE card.supplier = :supplier
                   AND card.record IS NOT NULL
                 ORDER BY round.year DESC, round.half DESC, card.no DESC
                """.formatted(SELECT))
                .param("supplier", supplier)
                .query(Scorecards::row).list();
    }

    private static final String SELECT =
            "SELECT id, round, supplier, no, measures, inputs, score, grade, amount, reason, at, record FROM evaluation.scorecard";

    static Scorecard row(ResultSet row, int n) throws SQLException {
        var inputs = new TreeMap<String, BigDecimal>();
        object(row, "inputs").members().forEach((name, value) -> inputs.put(name, new BigDecimal(text(value))));
        var measures = new TreeMap<String, Scorecard.Measured>();
        object(row, "measures").members().forEach((name, value) -> {
            var it = (Json.Obj) value;
            measures.put(name, new Scorecard.Measured(facts((Json.Obj) it.get("facts").orElseThrow()), new BigDecimal(text(it.get("mark").orElseThrow()))));
        });
        @Nullable String score = row.getString("score");
        @Nullable String grade = row.getString("grade");
        return new Scorecard(row.getObject("id", UUID.class), row.getObject("round", UUID.class), row.getObject("supplier", UUID.class), row.getInt("no"),
                measures, inputs, score == null ? null : Fraction.parse(score), grade == null ? null : Grade.valueOf(grade), row.getBigDecimal("amount"),
                row.getString("reason"), row.getObject("at", java.time.OffsetDateTime.class).toInstant(), row.getObject("record", UUID.class));
    }

    private static Json.Obj object(ResultSet row, String column) throws SQLException {
        return (Json.Obj) Json.parse(row.getString(column));
    }

    private static Map<String, String> facts(String json) {
        return facts((Json.Obj) Json.parse(json));
    }

    private static Map<String, String> facts(Json.Obj json) {
        var facts = new TreeMap<String, String>();
        json.members().forEach((name, value) -> facts.put(name, text(value)));
        return facts;
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.Str(var text) -> text;
            case Json.Num(var number) -> number.toPlainString();
            case Json.Bool _, Json.Null _, Json.Arr _, Json.Obj _ -> throw new IllegalStateException("neither text nor number: " + value);
        };
    }
}
