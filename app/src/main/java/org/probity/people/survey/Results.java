package org.probity.people.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Lang;
import org.probity.people.survey.Pack.Dimension;
import org.probity.people.survey.Pack.Item;
import org.probity.people.survey.Survey.Kind;
import org.probity.reckon.Alpha;
import org.probity.reckon.Difference;
import org.probity.reckon.Difference.Verdict;
import org.probity.reckon.Drivers;
import org.probity.reckon.Sample;
import org.probity.shapes.figure.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is read of a round that was released: scores out of a hundred of every group that is shown, with their doubt, and what is clear between years and between groups. */
@Service
public class Results {
    /** All items together. */
    static final String ALL = "";
    private static final int HUNDRED = 100;
    private static final int FIVE = 5;

    /** What a unit is called. */
    public record Unit(String code, String nameEn, String nameZh) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh.isEmpty() ? nameEn : nameZh : nameEn.isEmpty() ? nameZh : nameEn;
        }
    }

    /**
     * A score out of a hundred, to one point. When all of a group said the same, a score would be everybody's own answer: then the two steps beside it are said.
     *
     * @param low what it is at least, @param high at most; the same when it is told
     */
    public record Score(int low, int high) {
        private static final int STEP = HUNDRED / Pack.MOST;

        static Score of(Sample sample, int items) {
            int score = sample.score((long) Pack.MOST * items, 0).intValueExact();
            return sample.unanimous() ? new Score(Math.max(0, score - STEP), Math.min(HUNDRED, score + STEP)) : new Score(score, score);
        }

        public boolean told() {
            return low == high;
        }

        public String words() {
            return told() ? String.valueOf(low) : low + "–" + high;
        }
    }

    /** The range in which a score would lie had everybody answered, by 95 in 100. */
    public record Doubt(int low, int high) {}

    /** A group that is shown. @param people who answered @param samples by scale */
    public record Line(UUID cell, int no, String name, int people, Map<String, Sample> samples, Map<String, Integer> items) {
        public Line {
            samples = Map.copyOf(samples);
            items = Map.copyOf(items);
        }

        CellName called() {
            return CellName.of(name);
        }

        public Score score(String scale) {
            return Score.of(samples.get(scale), items.get(scale));
        }

        /** In whole points, as the score is: where all said the same, no narrower than what is told of it. @param asked how many were asked */
        Doubt doubt(String scale, int asked) {
            var told = score(scale);
            if (told.low() != told.high()) {
                return new Doubt(told.low(), told.high());
            }
            var range = samples.get(scale).range(asked);
            double most = Pack.MOST * items.get(scale) / (double) HUNDRED;
            return new Doubt((int) Math.floor(Math.max(0, range.low() / most)), (int) Math.ceil(Math.min(HUNDRED, range.high() / most)));
        }
    }

    private final JdbcClient db;
    private final Surveys surveys;
    private final Releasing releasing;
    private final Published published;
    private final Directory directory;

    Results(JdbcClient db, Surveys surveys, Releasing releasing, Published published, Directory directory) {
        this.db = db;
        this.surveys = surveys;
        this.releasing = releasing;
        this.published = published;
        this.directory = directory;
    }

    /** Every group that is shown, in the order in which they were released, everybody first; of each what all items come to, and no more. */
    public List<Line> lines(UUID round) {
        return surveys.find(round).filter(Survey::released).map(survey -> filled(survey, told(round), List.of(ALL))).orElse(List.of());
    }

    /** Some of these with every dimension. */
    List<Line> byDimension(Survey survey, List<Line> of) {
        var scales = Stream.concat(Stream.of(ALL), survey.asked().dimensions().stream().map(Dimension::code)).toList();
        return filled(survey, of.stream().map(it -> new Published.Told(it.cell(), it.no(), it.name(), it.people())).toList(), scales);
    }

    /** A group with every dimension and item. */
    public Optional<Line> line(UUID round, UUID cell) {
        return whole(round, it -> it.id().equals(cell));
    }

    /** The same by what it is called; the first of all is everybody. */
    public Optional<Line> named(UUID round, String name) {
        return whole(round, it -> it.name().equals(name));
    }

    public Optional<Line> everybody(UUID round) {
        return named(round, CellName.ALL);
    }

    private Optional<Line> whole(UUID round, Predicate<Published.Told> wanted) {
        return surveys.find(round).filter(Survey::released)
                .flatMap(survey -> told(round).stream().filter(wanted).findFirst().map(it -> filled(survey, List.of(it), List.copyOf(scales(survey).keySet())).getFirst()));
    }

    private List<Published.Told> told(UUID round) {
        return published.told(releasing.population(round));
    }

    private List<Line> filled(Survey survey, List<Published.Told> cells, List<String> scales) {
        var samples = new HashMap<UUID, Map<String, Sample>>();
        var items = new HashMap<UUID, Map<String, Integer>>();
        db.sql("SELECT cell, scale, items, people, points, squares FROM survey.score WHERE round = :round AND cell = ANY (:cells) AND scale = ANY (:scales)").param("round", survey.id())
                .param("cells", cells.stream().map(Published.Told::id).toArray(UUID[]::new)).param("scales", scales.toArray(String[]::new)).query(row -> {
                    var cell = row.getObject(1, UUID.class);
                    items.computeIfAbsent(cell, _ -> new HashMap<>()).put(row.getString(2), row.getInt(3));
                    samples.computeIfAbsent(cell, _ -> new HashMap<>()).put(row.getString(2), new Sample(row.getLong(4), row.getLong(5), row.getLong(6)));
                });
        return cells.stream().map(it -> new Line(it.id(), it.no(), it.name(), it.people(), samples.get(it.id()), items.get(it.id()))).toList();
    }

    /** What units are called, by their codes: as of today, and those that are closed as they were when they began. */
    public Map<String, Unit> units(List<Survey> of) {
        var units = new HashMap<String, Unit>();
        of.stream().map(Survey::firstDay).distinct().forEach(day -> directory.tree(day).forEach(it -> units.putIfAbsent(it.code(), new Unit(it.code(), it.nameEn(), it.nameZh()))));
        directory.tree(directory.today()).forEach(it -> units.put(it.code(), new Unit(it.code(), it.nameEn(), it.nameZh())));
        return Map.copyOf(units);
    }

    /** What the unit of a place is called, for whoever stands in it: a page that everybody opens in the same days reads no tree for one name. */
    Map<String, Unit> unit(Survey survey, Surveys.Standing standing) {
        var code = standing.path().isEmpty() ? "" : standing.path().getLast();
        return Stream.of(directory.today(), survey.firstDay()).flatMap(day -> db.sql("SELECT code, name_en, name_zh FROM directory.units(:day, 'infinity') WHERE code = :code").param("day", day).param("code", code)
                .query(Unit.class).list().stream()).findFirst().map(it -> Map.of(code, it)).orElse(Map.of());
    }

    /** The round before it that can be compared: the one it asks again, or the yearly one of before. Only released ones. */
    public Optional<Survey> before(Survey survey) {
        @Nullable UUID again = survey.asksAgain();
        if (again != null) {
            return surveys.find(again).filter(Survey::released);
        }
        return survey.kind() == Kind.YEARLY ? surveys.all().stream().filter(it -> it.kind() == Kind.YEARLY && it.released() && it.firstDay().isBefore(survey.firstDay())).findFirst() : Optional.empty();
    }

    /**
     * What is clear between two rounds of one group, by scale: only scales of the same items are held against each other, and all of them are asked at once, so
     * that one among many is not called clear by chance. A scale that cannot be compared is not in it.
     */
    public Map<String, Verdict> since(Survey now, Line line, Survey then, Line before) {
        var scales = new ArrayList<String>();
        scales(now).forEach((scale, items) -> {
            if (items.equals(scales(then).get(scale))) {
                scales.add(scale);
            }
        });
        return verdicts(scales, scales.stream().map(it -> Difference.between(line.samples().get(it), before.samples().get(it))).toList());
    }

    /** What is clear between each group and all the others of the round, on one scale; everybody is not in it. */
    public Map<UUID, Verdict> apart(List<Line> lines, String scale) {
        var everybody = lines.stream().filter(it -> it.called().everybody()).findFirst();
        if (everybody.isEmpty()) {
            return Map.of();
        }
        var all = everybody.get().samples().get(scale);
        var groups = lines.stream().filter(it -> it != everybody.get() && it.people() < all.people()).toList();
        return verdicts(groups.stream().map(Line::cell).toList(), groups.stream().map(it -> Difference.between(it.samples().get(scale), all.minus(it.samples().get(scale)))).toList());
    }

    private static <T> Map<T, Verdict> verdicts(List<T> of, List<Difference> asked) {
        var together = Difference.together(asked);
        var verdicts = new LinkedHashMap<T, Verdict>();
        for (int at = 0; at < of.size(); at++) {
            verdicts.put(of.get(at), together.get(at).verdict());
        }
        return verdicts;
    }

    /** Whether the items of a dimension ask for one thing; none for a single item, or where nobody differs. */
    public Optional<Alpha> alpha(Dimension dimension, Line line) {
        if (dimension.items().size() < 2) {
            return Optional.empty();
        }
        var alpha = Alpha.of(dimension.items().stream().map(it -> line.samples().get(it.code())).toList(), line.samples().get(dimension.code()));
        return Double.isNaN(alpha.value()) ? Optional.empty() : Optional.of(alpha);
    }

    /** All items, each dimension and each item, with the items they are made of. */
    private static Map<String, List<String>> scales(Survey survey) {
        var scales = new LinkedHashMap<String, List<String>>();
        scales.put(ALL, survey.asked().scored().stream().map(Item::code).toList());
        survey.asked().dimensions().forEach(it -> scales.put(it.code(), it.items().stream().map(Item::code).toList()));
        survey.items().forEach(it -> scales.put(it, List.of(it)));
        return scales;
    }

    /** What goes with the outcome in a group: the share of each dimension, in hundredths, with its range. @param explained of what people differ in, in hundredths */
    public record Driver(String dimension, int explained, int share, int low, int high, Drivers.Verdict verdict) {}

    /** The largest share first; none where too few answered, or the questionnaire asks for no outcome. */
    public List<Driver> drivers(UUID cell) {
        return db.sql("""
                SELECT dimension, round(explained / 10000.0)::int, round(share / 10000.0)::int, round(low / 10000.0)::int, round(high / 10000.0)::int, verdict
                  FROM survey.driver WHERE cell = :cell ORDER BY share DESC, dimension
                """).param("cell", cell).query((row, n) -> new Driver(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), Drivers.Verdict.valueOf(row.getString(6)))).list();
    }

    /**
     * How many of a group answered, and whether that is clearly more or less than among all the others.
     *
     * @param percent to the nearest five
     */
    public record Answered(String name, int asked, int percent, Verdict verdict) {}

    /** Who answered and who did not, of groups of which so many were asked. @param weighted the score if every group that is shown had answered alike; none where they are not everybody */
    public record Response(List<Answered> groups, Optional<BigDecimal> weighted) {
        static final Response NONE = new Response(List.of(), Optional.empty());

        public Response {
            groups = List.copyOf(groups);
        }
    }

    /** @param lines groups with their score, the first of them everybody */
    Response response(Survey survey, Line everybody, List<Line> lines) {
        var places = new HashMap<Integer, Integer>();
        db.sql("SELECT atom.no, place.people FROM survey.atom JOIN survey.place ON place.round = atom.round AND place.no = atom.place WHERE atom.round = :round").param("round", survey.id()).query(row -> {
            places.put(row.getInt(1), row.getInt(2));
        });
        var asked = new LinkedHashMap<Line, Integer>();
        var atoms = published.cells(lines.stream().map(Line::cell).toList()).stream().collect(Collectors.toMap(Published.Kept::id, Published.Kept::atoms));
        lines.stream().filter(it -> !it.called().everybody()).forEach(it -> asked.put(it, atoms.get(it.cell()).stream().map(at -> places.getOrDefault(at, 0)).sum()));
        var told = asked.entrySet().stream().filter(it -> it.getValue() >= survey.rateLeast() && it.getValue() < survey.invited()).toList();
        var verdicts = Difference.together(told.stream().map(it -> {
            int people = it.getKey().people();
            return Difference.between(yes(people, it.getValue()), yes(everybody.people() - people, survey.invited() - it.getValue()));
        }).toList());
        var groups = new ArrayList<Answered>();
        for (int at = 0; at < told.size(); at++) {
            var it = told.get(at);
            groups.add(new Answered(it.getKey().name(), it.getValue(), Math.min(HUNDRED, Math.round((float) it.getKey().people() * HUNDRED / it.getValue() / FIVE) * FIVE), verdicts.get(at).verdict()));
        }
        // Only where the groups are everybody, each once, does a weighted score say something.
        var parts = asked.keySet().stream().filter(it -> it.called().ofUnits()).toList();
        var all = new BitSet();
        parts.forEach(it -> all.or(atoms.get(it.cell())));
        if (parts.size() < 2 || all.cardinality() != places.size() || parts.stream().mapToInt(it -> atoms.get(it.cell()).cardinality()).sum() != places.size()) {
            return new Response(groups, Optional.empty());
        }
        var whole = BigDecimal.ZERO;
        for (var it : parts) {
            var sample = it.samples().get(ALL);
            whole = whole.add(sample.score((long) Pack.MOST * it.items().get(ALL), 6).multiply(BigDecimal.valueOf(asked.get(it))));
        }
        return new Response(groups, Optional.of(whole.divide(BigDecimal.valueOf(parts.stream().mapToInt(asked::get).sum()), 0, java.math.RoundingMode.HALF_UP)));
    }

    /** A browser may put its ballot where it does not stand: no more are told than were asked. */
    private static Sample yes(int answered, int asked) {
        int yes = Math.clamp(answered, 0, asked);
        return new Sample(asked, yes, yes);
    }

    /** How many were asked in the places of a group: of a place in which nobody answered nothing is known, and it is in none. */
    public int asked(UUID round, Line line) {
        var atoms = published.cells(List.of(line.cell())).getFirst().atoms();
        return db.sql("SELECT coalesce(sum(place.people), 0) FROM survey.atom JOIN survey.place ON place.round = atom.round AND place.no = atom.place WHERE atom.round = :round AND atom.no = ANY (:atoms)")
                .param("round", round).param("atoms", atoms.stream().boxed().toArray(Integer[]::new)).query(Integer.class).single();
    }

    /** By the round in which it was released. */
    public Optional<UUID> roundOf(UUID cell) {
        return db.sql("SELECT DISTINCT round FROM survey.score WHERE cell = :cell").param("cell", cell).query(UUID.class).optional();
    }
}
