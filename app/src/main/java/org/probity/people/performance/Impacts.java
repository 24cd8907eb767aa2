package org.probity.people.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.performance.Impact.Attribute;
import org.probity.people.performance.Impact.Line;
import org.probity.people.performance.Impact.Outcome;
import org.probity.people.performance.Impact.Word;
import org.probity.people.performance.Scheme.Side;
import org.probity.reckon.BenjaminiHochberg;
import org.probity.reckon.Comparison;
import org.probity.reckon.Group;
import org.probity.reckon.MantelHaenszel;
import org.probity.reckon.TwoByTwo;
import org.probity.reckon.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the final ratings of a cycle by sex, leave and contract, as a whole and within each group of employees. It warns; what the warning means
 * people say in writing before the cycle closes.
 */
@Service
public class Impacts {
    /** One member with a final rating. @param group as a stratum; a fact that is not known is null */
    record Rated(String group, Side side, @Nullable String sex, @Nullable String away, String contract) {}

    /** What is asked of the ratings: who is compared with whom. */
    private record Question(Attribute attribute, String one, String other) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question(Attribute.SEX, "F", "M"), new Question(Attribute.LEAVE, "AWAY", "THERE"), new Question(Attribute.CONTRACT, "OTHER", "EMPLOYEE"));

    private final JdbcClient db;
    private final Cycles cycles;
    private final Log log;
    private final Clock clock;

    Impacts(JdbcClient db, Cycles cycles, Log log, Clock clock) {
        this.db = db;
        this.cycles = cycles;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Compares the ratings as they stand now. May be repeated until the cycle closes; each comparison stays.
     *
     * <p>Refusals: {@code performance.cycle-unknown}; {@code performance.closed}; {@code performance.nobody-rated}.
     */
    @Transactional
    public Answer<Impact> compare(UUID cycle, Me by) {
        var found = cycles.held(cycle);
        if (found.isEmpty()) {
            return Answer.refused("", "performance.cycle-unknown");
        }
        if (found.get().closed()) {
            return Answer.refused("", "performance.closed");
        }
        var rated = rated(cycle);
        if (rated.isEmpty()) {
            return Answer.refused("", "performance.nobody-rated");
        }
        var lines = lines(rated);
        var warnings = (int) lines.stream().filter(Line::warns).count();
        var id = UUID.randomUUID();
        var record = log.record("performance.impact", LocalDate.now(clock), Map.of("impact", id.toString(), "cycle", cycle.toString(), "assessments", assessments(cycle),
                "lines", lines.stream().map(it -> Map.of("attribute", it.attribute().name(), "outcome", it.outcome().name(), "verdict", it.verdict().name())).toList()));
        db.sql("""
                INSERT INTO performance.impact (id, cycle, assessments, unrated, warnings, computed_by, computed_at, record)
                SELECT :id, :cycle, :assessments, (SELECT count(*) FROM performance.standing WHERE standing.cycle = :cycle AND assessment IS NULL), :warnings, :by, :at, :record
                """)
                .param("id", id).param("cycle", cycle).param("assessments", assessments(cycle)).param("warnings", warnings).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        lines.forEach(it -> db.sql("""
                INSERT INTO performance.comparison (impact, attribute, outcome, one, other, chosen_one, of_one, chosen_other, of_other, unknown, ratio, fisher, z, strata, odds,
                                                    within, adjusted, flagged, verdict, warns)
                VALUES (:impact, :attribute, :outcome, :one, :other, :chosenOne, :ofOne, :chosenOther, :ofOther, :unknown, :ratio, :fisher, :z, :strata, :odds, :within,
                        :adjusted, :flagged, :verdict, :warns)
                """)
                .param("impact", id).param("attribute", it.attribute().name()).param("outcome", it.outcome().name()).param("one", it.one()).param("other", it.other())
                .param("chosenOne", it.chosenOne()).param("ofOne", it.ofOne()).param("chosenOther", it.chosenOther()).param("ofOther", it.ofOther())
                .param("unknown", it.unknown()).param("ratio", it.ratio()).param("fisher", it.fisher()).param("z", it.z()).param("strata", it.strata()).param("odds", it.odds())
                .param("within", it.within()).param("adjusted", it.adjusted()).param("flagged", it.flagged()).param("verdict", it.verdict().name()).param("warns", it.warns())
                .update());
        return Answer.done(newest(cycle).orElseThrow());
    }

    private List<Rated> rated(UUID cycle) {
        return db.sql("""
                SELECT scheme.code AS "group",
                       rating.side,
                       attested.sex,
                       CASE WHEN list.id IS NULL THEN NULL WHEN absence.person IS NULL THEN 'THERE' ELSE 'AWAY' END AS away,
                       CASE WHEN standing.kind = 'EMPLOYEE' AND coalesce(terms.full_time, true) THEN 'EMPLOYEE' ELSE 'OTHER' END AS contract
                  FROM performance.standing
                  JOIN performance.scheme ON scheme.id = standing.scheme
                  JOIN performance.cycle ON cycle.id = standing.cycle
                  JOIN performance.rating ON rating.scheme = standing.scheme AND rating.code = standing.rating
                  LEFT JOIN labour.attested ON attested.person = standing.person
                  LEFT JOIN LATERAL (SELECT full_time
                                       FROM labour.contracted
                                      WHERE contracted.person = standing.person
                                        AND contracted.from_day <= cycle.until_day
                                        AND (contracted.until_day IS NULL OR contracted.until_day >= cycle.until_day)
                                        AND contracted.known_until IS NULL
                                      ORDER BY contracted.from_day DESC LIMIT 1) AS terms ON true
                  LEFT JOIN LATERAL (SELECT id FROM performance.absence_list WHERE absence_list.cycle = standing.cycle ORDER BY brought_at DESC LIMIT 1) AS list ON true
                  LEFT JOIN performance.absence ON absence.list = list.id AND absence.person = standing.person
                 WHERE standing.cycle = :cycle
                """)
                .param("cycle", cycle)
                .query(Rated.class).list();
    }

    static List<Line> lines(List<Rated> rated) {
        var lines = new ArrayList<Line>();
        for (var question : QUESTIONS) {
            for (var outcome : Outcome.values()) {
                lines.add(line(question, outcome, rated));
            }
        }
        // Only what was compared is a question; each is weighed among all of them.
        var asked = lines.stream().filter(it -> !it.fisher().isEmpty()).toList();
        var adjusted = BenjaminiHochberg.adjusted(asked.stream().map(it -> Double.valueOf(it.fisher())).toList());
        var values = new HashMap<Line, String>();
        for (var i = 0; i < asked.size(); i++) {
            values.put(asked.get(i), String.valueOf(adjusted.get(i)));
        }
        return lines.stream().map(it -> new Line(it.attribute(), it.outcome(), it.one(), it.other(), it.chosenOne(), it.ofOne(), it.chosenOther(), it.ofOther(), it.unknown(),
                it.ratio(), it.fisher(), it.z(), it.strata(), it.odds(), it.within(), values.getOrDefault(it, ""), it.flagged(), it.verdict(), it.warns())).toList();
    }

    private static Line line(Question question, Outcome outcome, List<Rated> rated) {
        Predicate<Rated> chosen = switch (outcome) {
            case ABOVE -> it -> it.side() == Side.ABOVE;
            case NOT_BELOW -> it -> it.side() != Side.BELOW;
        };
        var one = group(question.one(), question.attribute(), chosen, rated);
        var other = group(question.other(), question.attribute(), chosen, rated);
        var unknown = (int) (rated.size() - one.of() - other.of());
        if (one.of() == 0 || other.of() == 0) {
            return new Line(question.attribute(), outcome, question.one(), question.other(), (int) one.chosen(), (int) one.of(), (int) other.chosen(), (int) other.of(), unknown,
                    "", "", "", 0, "", "", "", false, Word.NOT_KNOWN, false);
        }
        var whole = Comparison.of(one, other);
        var byGroup = new LinkedHashMap<String, List<Rated>>();
        rated.forEach(it -> byGroup.computeIfAbsent(it.group(), group -> new ArrayList<>()).add(it));
        var within = MantelHaenszel.of(byGroup.values().stream().map(some -> TwoByTwo.of(group(question.one(), question.attribute(), chosen, some),
                group(question.other(), question.attribute(), chosen, some))).toList());
        var stratified = within.strata() > 1;
        var warns = whole.verdict() == Verdict.BOTH || whole.verdict() == Verdict.DETECTABLE_BUT_SMALL || stratified && within.p() < Comparison.LEVEL;
        return new Line(question.attribute(), outcome, question.one(), question.other(), (int) one.chosen(), (int) one.of(), (int) other.chosen(), (int) other.of(), unknown,
                exact(whole.ratio()), String.valueOf(whole.fisher()), String.valueOf(whole.z().z()), within.strata(),
                stratified && within.oddsRatio() != null ? exact(within.oddsRatio()) : "", stratified ? String.valueOf(within.p()) : "", "", whole.flagged(),
                Word.valueOf(whole.verdict().name()), warns);
    }

    private static String exact(BigFraction it) {
        return it.getNumerator() + "/" + it.getDenominator();
    }

    private static Group group(String name, Attribute attribute, Predicate<Rated> chosen, List<Rated> rated) {
        var members = rated.stream().filter(it -> name.equals(switch (attribute) {
            case SEX -> it.sex();
            case LEAVE -> it.away();
            case CONTRACT -> it.contract();
        })).toList();
        return new Group(name, members.stream().filter(chosen).count(), members.size());
    }

    /** How many ratings were ever given in a cycle; one more makes a comparison stale. */
    long assessments(UUID cycle) {
        return db.sql("SELECT count(*) FROM performance.assessment WHERE cycle = :cycle").param("cycle", cycle).query(Long.class).single();
    }

    Optional<Impact> newest(UUID cycle) {
        return db.sql("SELECT * FROM performance.impact WHERE cycle = :cycle ORDER BY computed_at DESC LIMIT 1").param("cycle", cycle).query(this::whole).optional();
    }

    Optional<Impact> find(UUID id) {
        return db.sql("SELECT * FROM performance.impact WHERE id = :id").param("id", id).query(this::whole).optional();
    }

    private Impact whole(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Impact(id, row.getObject("cycle", UUID.class), row.getLong("assessments"), row.getInt("unrated"), row.getInt("warnings"), row.getObject("computed_by", UUID.class),
                row.getObject("computed_at", OffsetDateTime.class).toInstant(),
                db.sql("SELECT * FROM performance.comparison WHERE impact = :id ORDER BY attribute DESC, outcome").param("id", id).query(Line.class).list());
    }
}
