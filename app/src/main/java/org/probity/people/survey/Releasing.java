package org.probity.people.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.survey.Pack.Dimension;
import org.probity.reckon.Cell;
import org.probity.reckon.Drivers;
import org.probity.reckon.ReleasePlan;
import org.probity.reckon.ReleasePlan.Cut;
import org.probity.reckon.Sample;
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
    private final BallotBox box;
    private final Published published;
    private final Log log;
    private final Clock clock;

    Releasing(JdbcClient db, Surveys surveys, BallotBox box, Published published, Log log, Clock clock) {
        this.db = db;
        this.surveys = surveys;
        this.box = box;
        this.published = published;
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
        var closing = box.closing(round);
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
        addUp(survey.get(), population, 0);
        drive(survey.get(), population, closing.get().root());
        remarks(survey.get());
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
        addUp(survey.get(), population, before.size());
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

    UUID population(UUID round) {
        return db.sql("SELECT population FROM survey.released WHERE round = :round").param("round", round).query(UUID.class).single();
    }

    /** Adds up the answers of the cells released last: of each item, each dimension, and all. */
    private void addUp(Survey survey, UUID population, int from) {
        var scales = scales(survey.asked());
        var places = new HashMap<Integer, Integer>();
        db.sql("SELECT place, no FROM survey.atom WHERE round = :round").param("round", survey.id()).query(row -> {
            places.put(row.getInt(1), row.getInt(2));
        });
        var names = List.copyOf(scales.keySet());
        var asked = survey.asked().items();
        var sums = new Sample[places.size()][names.size()];
        Arrays.stream(sums).forEach(it -> Arrays.fill(it, Sample.NOBODY));
        db.sql("SELECT place, answers FROM survey.counted WHERE round = :round").param("round", survey.id()).query(row -> {
            var own = sums[places.get(row.getInt(1))];
            var answers = (Short[]) row.getArray(2).getArray();
            for (int scale = 0; scale < own.length; scale++) {
                own[scale] = own[scale].plus(Sample.of(scales.get(names.get(scale)).stream().mapToLong(item -> asked.get(item).points(answers[item])).sum()));
            }
        });
        var cells = published.cells(population).stream().filter(it -> it.no() >= from).toList();
        var of = new ArrayList<UUID>();
        var scale = new ArrayList<String>();
        var items = new ArrayList<Integer>();
        var people = new ArrayList<Long>();
        var points = new ArrayList<Long>();
        var squares = new ArrayList<Long>();
        for (var cell : cells) {
            for (int at = 0; at < names.size(); at++) {
                int which = at;
                var sum = cell.atoms().stream().mapToObj(atom -> sums[atom][which]).reduce(Sample.NOBODY, Sample::plus);
                of.add(cell.id());
                scale.add(names.get(at));
                items.add(scales.get(names.get(at)).size());
                people.add(sum.people());
                points.add(sum.sum());
                squares.add(sum.squares());
            }
        }
        db.sql("""
                INSERT INTO survey.score (cell, round, scale, items, people, points, squares)
                SELECT cell, :round, scale, items, people, points, squares
                  FROM unnest(:of::uuid[], :scales::text[], :items::int[], :people::bigint[], :points::bigint[], :squares::bigint[]) AS told (cell, scale, items, people, points, squares)
                """)
                .param("round", survey.id()).param("of", of.toArray(UUID[]::new)).param("scales", scale.toArray(String[]::new)).param("items", items.toArray(Integer[]::new))
                .param("people", people.toArray(Long[]::new)).param("points", points.toArray(Long[]::new)).param("squares", squares.toArray(Long[]::new)).update();
    }

    /**
     * What goes with the outcome of the pack, for everybody and each unit of enough people: a function of the same answers by the same groups, so nothing follows from it of fewer. The root
     * over all ballots is its seed: whoever has the ballots computes the same.
     */
    private void drive(Survey survey, UUID population, String root) {
        var outcome = survey.asked().outcome();
        var dimensions = survey.asked().dimensions().stream().filter(it -> !it.outcome()).toList();
        if (outcome.isEmpty() || dimensions.size() < 2) {
            return;
        }
        var items = survey.asked().items();
        var scales = scales(survey.asked());
        var names = Stream.concat(Stream.of(outcome.get().code()), dimensions.stream().map(Dimension::code)).toList();
        var lines = new HashMap<Integer, List<long[]>>();
        db.sql("SELECT atom.no, counted.answers FROM survey.counted JOIN survey.atom ON atom.round = counted.round AND atom.place = counted.place WHERE counted.round = :round ORDER BY counted.sheet")
                .param("round", survey.id()).query(row -> {
                    var answers = (Short[]) row.getArray(2).getArray();
                    lines.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>()).add(names.stream().mapToLong(it -> scales.get(it).stream().mapToLong(item -> items.get(item).points(answers[item])).sum()).toArray());
                });
        long seed = Long.parseUnsignedLong(root, 0, 16, 16);
        for (var cell : published.cells(population).stream().filter(it -> it.people() >= Drivers.PEOPLE_LEAST && CellName.of(it.name()).ofUnits()).toList()) {
            Drivers.of(cell.atoms().stream().boxed().flatMap(it -> lines.getOrDefault(it, List.of()).stream()).toList(), seed).ifPresent(told -> keep(cell.id(), dimensions, told));
        }
    }

    private void keep(UUID cell, List<Dimension> dimensions, Drivers told) {
        for (int at = 0; at < dimensions.size(); at++) {
            var it = told.drivers().get(at);
            db.sql("INSERT INTO survey.driver (cell, dimension, explained, share, low, high, verdict) VALUES (:cell, :dimension, :explained, :share, :low, :high, :verdict)").param("cell", cell)
                    .param("dimension", dimensions.get(at).code()).param("explained", millionths(told.explained())).param("share", millionths(it.share())).param("low", millionths(it.low()))
                    .param("high", millionths(it.high())).param("verdict", it.verdict().name()).update();
        }
    }

    private static int millionths(double share) {
        return (int) Math.round(Math.clamp(share, 0, 1) * 1_000_000);
    }

    /** Which places among the answers belong to which scale; the empty name is what the score is made of. */
    private static Map<String, List<Integer>> scales(Pack asked) {
        var scales = new LinkedHashMap<String, List<Integer>>();
        var items = asked.items();
        var scored = asked.scored();
        scales.put("", IntStream.range(0, items.size()).filter(at -> scored.contains(items.get(at))).boxed().toList());
        for (Dimension dimension : asked.dimensions()) {
            scales.put(dimension.code(), IntStream.range(0, items.size()).filter(at -> items.get(at).dimension().equals(dimension.code())).boxed().toList());
        }
        IntStream.range(0, items.size()).forEach(at -> scales.put(items.get(at).code(), List.of(at)));
        return scales;
    }

    /** Remarks are shown in another order, without the names of people here, under a unit that has enough of them; the rest together, or not at all. What was written is not kept otherwise. */
    private void remarks(Survey survey) {
        var sites = new TreeMap<String, List<String>>();
        db.sql("SELECT site, words FROM survey.remark WHERE round = :round ORDER BY random()").param("round", survey.id()).query(row -> {
            sites.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        });
        var rest = new ArrayList<String>();
        var enough = new TreeMap<String, List<String>>();
        sites.forEach((site, words) -> {
            if (words.size() < survey.commentLeast()) {
                rest.addAll(words);
            } else {
                enough.put(site, words);
            }
        });
        while (!rest.isEmpty() && rest.size() < survey.commentLeast() && !enough.isEmpty()) {
            var smallest = enough.entrySet().stream().min(java.util.Comparator.comparingInt(it -> it.getValue().size())).orElseThrow().getKey();
            rest.addAll(enough.remove(smallest));
        }
        if (rest.size() >= survey.commentLeast()) {
            enough.put("", rest);
        }
        var names = db.sql("SELECT name_zh AS name FROM directory.name WHERE char_length(name_zh) > 1 UNION SELECT name_en FROM directory.name WHERE char_length(name_en) > 3").query(String.class).list();
        var no = new int[1];
        var random = new Random(new java.security.SecureRandom().nextLong());
        enough.forEach((site, words) -> {
            java.util.Collections.shuffle(words, random);
            words.forEach(it -> db.sql("INSERT INTO survey.shown_remark (round, no, site, words) VALUES (:round, :no, :site, :words)").param("round", survey.id()).param("no", no[0]++).param("site", site)
                    .param("words", screened(it, names)).update());
        });
        db.sql("DELETE FROM survey.remark WHERE round = :round").param("round", survey.id()).update();
    }

    static String screened(String words, List<String> names) {
        var screened = words;
        for (var name : names) {
            if (screened.contains(name)) {
                screened = screened.replace(name, "□".repeat(2));
            }
        }
        return screened;
    }

    public Map<String, List<String>> remarks(UUID round) {
        var shown = new TreeMap<String, List<String>>();
        db.sql("SELECT site, words FROM survey.shown_remark WHERE round = :round ORDER BY no").param("round", round).query(row -> {
            shown.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        });
        return shown;
    }
}
