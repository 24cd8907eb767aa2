package org.probity.people.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.reckon.Cell;
import org.probity.reckon.ReleasePlan;
import org.probity.reckon.ReleasePlan.Cut;
import org.probity.reckon.Standing;
import org.probity.shapes.figure.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of a round that is over may be told: a plan made of who stands where, held against everything that was released before, and further cuts one at a time.
 * It looks at answers only to add them up after a release was granted.
 */
@Service
public class Releasing {
    static final String FIGURE = "survey";
    static final int TENURE = 0;
    static final int KIND = 1;
    static final int DEPTH_MOST = 6;
    /** In the order of their worth: everybody by each trait, then the upper units by how long people have been there. */
    private static final List<Cut> CUTS = List.of(new Cut(0, List.of(TENURE)), new Cut(0, List.of(KIND)), new Cut(2, List.of(TENURE)));
    private static final String UNSAID = "-";

    /** A part that is not shown by itself. */
    public record Merged(String part, String shown, String why, String because) {}

    /** What gives a group away. @param people how many are in it @param terms what is added and taken away, each with its factor */
    public record Told(long people, List<Term> terms) {
        public Told {
            terms = List.copyOf(terms);
        }
    }

    public record Term(String factor, boolean taken, String cell) {}

    /** Whether a cut was granted; if not, why. */
    public sealed interface Granted {
        record Shown(int cells) implements Granted {}

        record Kept(Told because) implements Granted {}
    }

    private final JdbcClient db;
    private final Surveys surveys;
    private final Counting counting;
    private final Published published;
    private final Sums sums;
    private final Remarks remarks;
    private final Log log;
    private final Clock clock;

    Releasing(JdbcClient db, Surveys surveys, Counting counting, Published published, Sums sums, Remarks remarks, Log log, Clock clock) {
        this.db = db;
        this.surveys = surveys;
        this.counting = counting;
        this.published = published;
        this.sums = sums;
        this.remarks = remarks;
        this.log = log;
        this.clock = clock;
    }

    private record Atoms(List<Standing> standings, List<Integer> places) {
        int[] people() {
            return standings.stream().mapToInt(Standing::people).toArray();
        }
    }

    /**
     * Human resources release a round that was counted, once, by the plan.
     *
     * <p>Refusals: {@code survey.not-yours}; {@code survey.not-closed}; {@code survey.released-before}; {@code survey.few-answered} fewer than anything may be told
     * of; {@code survey.does-not-hold} there are more ballots than tokens and slips.
     */
    @Transactional
    public Answer<UUID> release(UUID round, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "survey.not-yours");
        }
        db.sql("SELECT id FROM survey.round WHERE id = :id FOR UPDATE").param("id", round).query(UUID.class).optional();
        var survey = surveys.find(round);
        var closing = counting.closing(round);
        if (survey.isEmpty() || closing.isEmpty()) {
            return Answer.refused("", "survey.not-closed");
        }
        if (survey.get().released()) {
            return Answer.refused("", "survey.released-before");
        }
        if (!closing.get().holds()) {
            return Answer.refused("", "survey.does-not-hold");
        }
        if (closing.get().ballots() < survey.get().least()) {
            return Answer.refused("", "survey.few-answered", survey.get().least());
        }
        var atoms = standing(round);
        var population = published.open("survey " + survey.get().number(), survey.get().least(), atoms.people());
        for (int no = 0; no < atoms.places().size(); no++) {
            db.sql("INSERT INTO survey.atom (round, place, no) VALUES (:round, :place, :no)").param("round", round).param("place", atoms.places().get(no)).param("no", no).update();
        }
        var plan = new AtomicReference<ReleasePlan>();
        published.release(population, named(atoms, survey.get().least()), FIGURE, releases -> {
            plan.set(ReleasePlan.of(atoms.standings(), CUTS, survey.get().least(), releases));
            return plan.get().cells();
        }).leak().ifPresent(leak -> {
            throw new IllegalStateException("a plan tells: " + leak.sentence());
        });
        keepMerged(round, plan.get().merged());
        var record = log.record("survey.released", LocalDate.now(clock), Map.of("round", round.toString(), "number", survey.get().number(), "population", population.toString(),
                "cells", plan.get().cells().size(), "least", survey.get().least(), "ballots", closing.get().ballots()));
        db.sql("INSERT INTO survey.released (round, population, released_by, released_at, record) VALUES (:round, :population, :by, :at, :record)").param("round", round).param("population", population)
                .param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).update();
        sums.add(survey.get(), population, 0);
        sums.drive(survey.get(), population, closing.get().root());
        remarks.show(survey.get());
        return Answer.done(population);
    }

    /**
     * Places in which somebody answered, in their order. People of small units stand in the unit above; beside units of their own they are its rest, or what is left
     * of a unit would bear the name of all of it.
     */
    private Atoms standing(UUID round) {
        var standings = new ArrayList<Standing>();
        var places = new ArrayList<Integer>();
        db.sql("""
                SELECT place.no, place.path, place.tenure, place.kind, count(*),
                       EXISTS (SELECT FROM survey.place AS below WHERE below.round = place.round AND cardinality(below.path) > cardinality(place.path) AND below.path[1 : cardinality(place.path)] = place.path)
                  FROM survey.place
                  JOIN survey.counted ON counted.round = place.round AND counted.place = place.no
                 WHERE place.round = :round
                 GROUP BY place.round, place.no
                 ORDER BY place.no
                """).param("round", round).query(row -> {
                    places.add(row.getInt(1));
                    var path = Arrays.asList((String[]) row.getArray(2).getArray());
                    standings.add(new Standing(row.getBoolean(6) ? Stream.concat(path.stream(), Stream.of(CellName.REST)).toList() : path, List.of(said(row.getString(3)), said(row.getString(4))), row.getInt(5)));
                });
        return new Atoms(List.copyOf(standings), List.copyOf(places));
    }

    private static String said(String trait) {
        return trait.isEmpty() ? UNSAID : trait;
    }

    /** Every group that somebody could ask for by unit and traits and that is too small; each is tested by itself. */
    private static List<Cell> named(Atoms atoms, int least) {
        var groups = new TreeMap<String, BitSet>();
        for (int no = 0; no < atoms.standings().size(); no++) {
            var it = atoms.standings().get(no);
            for (int depth = 0; depth <= it.path().size(); depth++) {
                var unit = depth == 0 ? "all" : String.join(" / ", it.path().subList(0, depth));
                for (var tenure : List.of("", it.traits().get(TENURE))) {
                    for (var kind : List.of("", it.traits().get(KIND))) {
                        groups.computeIfAbsent(unit + ": " + tenure + " and " + kind, _ -> new BitSet()).set(no);
                    }
                }
            }
        }
        return groups.entrySet().stream().filter(it -> people(atoms, it.getValue()) < least).map(it -> new Cell(it.getKey(), it.getValue())).toList();
    }

    private static int people(Atoms atoms, BitSet of) {
        return of.stream().map(it -> atoms.standings().get(it).people()).sum();
    }

    private void keepMerged(UUID round, List<ReleasePlan.Merged> merged) {
        for (int no = 0; no < merged.size(); no++) {
            var it = merged.get(no);
            db.sql("INSERT INTO survey.merged (round, no, part, shown, why, because) VALUES (:round, :no, :part, :shown, :why, :because)").param("round", round).param("no", no).param("part", it.part())
                    .param("shown", it.into()).param("why", it.why().name()).param("because", it.because().map(leak -> leak.sentence()).orElse("")).update();
        }
    }

    public List<Merged> merged(UUID round) {
        return db.sql("SELECT part, shown, why, because FROM survey.merged WHERE round = :round ORDER BY no").param("round", round).query(Merged.class).list();
    }

    /**
     * Human resources ask for a further cut of every unit at one depth. It is held against everything released before and shown whole, or not at all.
     *
     * <p>Refusals: {@code survey.not-yours}; {@code survey.not-released}; {@code survey.cut-wrong} no depth and no trait of these. That it would tell of too few is
     * no refusal but the answer.
     */
    @Transactional
    public Answer<Granted> cut(UUID round, int depth, List<Integer> traits, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "survey.not-yours");
        }
        db.sql("SELECT id FROM survey.round WHERE id = :id FOR UPDATE").param("id", round).query(UUID.class).optional();
        var survey = surveys.find(round).filter(Survey::released);
        if (survey.isEmpty()) {
            return Answer.refused("", "survey.not-released");
        }
        if (depth < 0 || depth > DEPTH_MOST || traits.isEmpty() || traits.stream().anyMatch(it -> it != TENURE && it != KIND) || traits.stream().distinct().count() < traits.size()) {
            return Answer.refused("depth", "survey.cut-wrong");
        }
        var atoms = standing(round);
        var population = population(round);
        var before = published.cells(population);
        var known = before.stream().map(Published.Kept::atoms).collect(Collectors.toSet());
        var cells = groups(atoms, depth, traits).entrySet().stream().filter(it -> !known.contains(it.getValue())).map(it -> new Cell(it.getKey(), it.getValue())).toList();
        var named = named(atoms, survey.get().least());
        var asked = published.ask(population, cells, named).leak();
        if (asked.isPresent()) {
            var leak = asked.get();
            db.sql("INSERT INTO survey.refused (round, no, cut, people, asked_by, refused_at) SELECT :round, count(*), :cut, :people, :by, :at FROM survey.refused WHERE round = :round").param("round", round)
                    .param("cut", depth + ":" + traits.stream().map(String::valueOf).collect(Collectors.joining("+"))).param("people", leak.people()).param("by", by.account())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
            return Answer.done(new Granted.Kept(new Told(leak.people(), leak.terms().stream().map(it -> new Term(it.times().abs().toString(), it.times().signum() < 0, it.cell())).toList())));
        }
        published.release(population, named, FIGURE, releases -> {
            releases.note(cells);
            return cells;
        });
        sums.add(survey.get(), population, before.size());
        return Answer.done(new Granted.Shown(cells.size()));
    }

    /** A cut that was asked for and not shown. */
    public record Refused(int depth, List<Integer> traits, int people, LocalDate day) {
        public Refused {
            traits = List.copyOf(traits);
        }
    }

    public List<Refused> refused(UUID round) {
        return db.sql("SELECT cut, people, refused_at FROM survey.refused WHERE round = :round ORDER BY no").param("round", round).query((row, n) -> {
            var cut = row.getString(1).split(":");
            return new Refused(Integer.parseInt(cut[0]), Arrays.stream(cut[1].split("\\+")).map(Integer::valueOf).toList(), row.getInt(2),
                    row.getObject(3, java.time.OffsetDateTime.class).atZoneSameInstant(clock.getZone()).toLocalDate());
        }).list();
    }

    private static Map<String, BitSet> groups(Atoms atoms, int depth, List<Integer> traits) {
        var groups = new TreeMap<String, BitSet>();
        for (int no = 0; no < atoms.standings().size(); no++) {
            var it = atoms.standings().get(no);
            if (it.path().size() >= depth) {
                var unit = depth == 0 ? "all" : String.join(" / ", it.path().subList(0, depth));
                groups.computeIfAbsent(unit + ": " + traits.stream().map(it.traits()::get).collect(Collectors.joining(" and ")), _ -> new BitSet()).set(no);
            }
        }
        return groups;
    }

    public Map<String, List<String>> remarks(UUID round) {
        return remarks.of(round);
    }

    UUID population(UUID round) {
        return db.sql("SELECT population FROM survey.released WHERE round = :round").param("round", round).query(UUID.class).single();
    }
}
