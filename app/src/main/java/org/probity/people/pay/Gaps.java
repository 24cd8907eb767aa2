package org.probity.people.pay;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.reckon.Cell;
import org.probity.shapes.figure.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether women and men are paid differently, told of groups of thirty of each and more: what men get for an hour less what women get, of what men get (ESRS S1-16; Directive (EU) 2023/970, art. 9), and the same
 * with grade, place and years held alike. What is told enters the register of everything that was published about people, so that nothing smaller follows from it. And how far the highest pay is from the middle (GRI 2-21).
 */
@Service
public class Gaps {
    /** Of a sex; and no group may be told from which fewer follow. */
    static final int LEAST = 30;
    /** Per cent beyond which a category has to be accounted for (art. 10(1)(a)). */
    static final BigDecimal APART = new BigDecimal("5.00");
    /** Months within which it is accounted for or mended (art. 10(1)(c)). */
    static final Period MENDED_WITHIN = Period.ofMonths(6);
    static final int WORDS_LONGEST = 2_000;
    private static final String FIGURE = "pay-gap";

    /** As it was told. */
    public record Told(UUID id, UUID file, int year, int women, int men, int leftOut, BigDecimal mean, BigDecimal median, @Nullable BigDecimal variableMean, @Nullable BigDecimal variableMedian, BigDecimal womenVariable,
            BigDecimal menVariable, @Nullable BigDecimal adjusted, @Nullable BigDecimal adjustedLow, @Nullable BigDecimal adjustedHigh, @Nullable BigDecimal r2, int considered, int joined, @Nullable BigDecimal ratio,
            @Nullable BigDecimal ratioGrowth, int ratioPeople, Instant releasedAt) {
        /** Whether the range leaves no doubt on which side it lies. */
        public boolean clear() {
            return adjustedLow != null && adjustedHigh != null && adjustedLow.signum() == adjustedHigh.signum() && adjustedLow.signum() != 0;
        }
    }

    public record Quartile(int no, BigDecimal women) {}

    /** @param words why it lies apart, null: nobody said */
    public record Category(String grade, int women, int men, BigDecimal total, BigDecimal fixed, @Nullable BigDecimal variable, @Nullable String words, @Nullable Instant saidAt) {
        public boolean apart() {
            return total.abs().compareTo(APART) >= 0;
        }

        public boolean owed() {
            return apart() && words == null;
        }
    }

    /** What women's and men's pay lies apart, and what of it goes with what else they differ in. LEFT is what does not. */
    public enum Share { ALL, EXPLAINED, GRADE, PLACE, YEARS, LEFT }

    /** On a scale of logarithms, in hundredths: small ones are nearly per cent, and parts add up. */
    public record Part(Share part, BigDecimal value, BigDecimal low, BigDecimal high) {
        /** Whether the range leaves no doubt on which side it lies. */
        public boolean clear() {
            return low.signum() == high.signum() && low.signum() != 0;
        }
    }

    private final JdbcClient db;
    private final Payroll payroll;
    private final Published published;
    private final Log log;
    private final Clock clock;

    Gaps(JdbcClient db, Payroll payroll, Published published, Log log, Clock clock) {
        this.db = db;
        this.payroll = payroll;
        this.published = published;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Reckons and tells the year of a file that counts.
     *
     * <p>Refusals: {@code pay.not-yours}; {@code pay.file-unknown}; {@code pay.counts-not}; {@code pay.told-already}; {@code pay.gap-few} fewer than thirty women or men; {@code pay.gap-changed} the year was told from an
     * earlier file and so few people's pay is another that the two together would tell of them.
     */
    @Transactional
    public Answer<UUID> tell(UUID id, Me by) {
        if (!by.is(Role.REMUNERATION)) {
            return Answer.refused("", "pay.not-yours");
        }
        var found = payroll.find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "pay.file-unknown");
        }
        var file = found.get();
        db.sql("SELECT FROM payroll.counted WHERE file = :file FOR UPDATE").param("file", id).query((row, n) -> row).optional();
        if (payroll.counting(file.year()).filter(it -> it.id().equals(id)).isEmpty()) {
            return Answer.refused("", "pay.counts-not");
        }
        var before = told(file.year());
        if (before.filter(it -> it.file().equals(id)).isPresent()) {
            return Answer.refused("", "pay.told-already");
        }
        var stated = payroll.stated(id);
        if (before.isPresent() && few(payroll.stated(before.get().file()), stated)) {
            return Answer.refused("", "pay.gap-changed", LEAST);
        }
        var paid = Paid.of(worked(id, file.year()).stream().filter(it -> stated.containsKey(it.person())).map(it -> new Paid.One(it, stated.get(it.person()))).toList());
        if (paid.women().size() < LEAST || paid.men().size() < LEAST) {
            return Answer.refused("", "pay.gap-few", LEAST);
        }
        return Answer.done(keep(file, paid, by));
    }

    /** Whether so few people's pay differs that telling both would tell of them. */
    private static boolean few(Map<UUID, Pay> before, Map<UUID, Pay> now) {
        var people = new HashSet<>(before.keySet());
        people.addAll(now.keySet());
        var changed = people.stream().filter(it -> !java.util.Objects.equals(before.get(it), now.get(it))).count();
        return changed > 0 && changed < LEAST;
    }

    private UUID keep(Payroll.Brought file, Paid paid, Me by) {
        var id = UUID.randomUUID();
        var women = paid.women();
        var men = paid.men();
        var grades = paid.grades();
        var shown = new ArrayList<String>();
        var population = register(file, grades, paid, shown);
        var held = paid.held();
        var adjusted = held.adjusted();
        var ratio = paid.ratio(payroll.counting(file.year() - 1).map(it -> payroll.stated(it.id())).orElse(Map.of()));
        var record = log.record("pay.gap", today(), Map.of("gap", id.toString(), "file", file.id().toString(), "year", file.year(), "women", women.size(), "men", men.size(), "categories", shown.size(), "population", population.toString(),
                "by", by.account().toString()));
        db.sql("""
                INSERT INTO payroll.gap (id, file, year, population, women, men, left_out, mean, median, variable_mean, variable_median, women_variable, men_variable, adjusted, adjusted_low, adjusted_high, r2, considered,
                                         joined, ratio, ratio_growth, ratio_people, released_by, released_at, record)
                VALUES (:id, :file, :year, :population, :women, :men, :left, :mean, :median, :variableMean, :variableMedian, :womenVariable, :menVariable, :adjusted, :low, :high, :r2, :considered,
                        :joined, :ratio, :growth, :people, :by, :at, :record)
                """)
                .param("id", id).param("file", file.id()).param("year", file.year()).param("population", population).param("women", women.size()).param("men", men.size())
                .param("left", (file.people() == null ? 0 : file.people()) - women.size() - men.size())
                .param("mean", paid.mean(Paid.One::total).orElse(BigDecimal.ZERO)).param("median", paid.median(Paid.One::total).orElse(BigDecimal.ZERO)).param("variableMean", paid.mean(Paid.One::variable).orElse(null))
                .param("variableMedian", paid.median(Paid.One::variable).orElse(null)).param("womenVariable", Paid.variable(women)).param("menVariable", Paid.variable(men))
                .param("adjusted", adjusted.map(Paid.Adjusted::value).orElse(null)).param("low", adjusted.map(Paid.Adjusted::low).orElse(null)).param("high", adjusted.map(Paid.Adjusted::high).orElse(null))
                .param("r2", adjusted.map(Paid.Adjusted::r2).orElse(null)).param("considered", adjusted.map(Paid.Adjusted::considered).orElse(0)).param("joined", grades.size() - shown.size()).param("ratio", ratio.ratio())
                .param("growth", ratio.growth()).param("people", ratio.people()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        held.parts().forEach(it -> db.sql("INSERT INTO payroll.gap_part (gap, part, value, low, high) VALUES (:gap, :part, :value, :low, :high)").param("gap", id).param("part", it.part().name()).param("value", it.value())
                .param("low", it.low()).param("high", it.high()).update());
        var quarters = paid.quartiles();
        for (int at = 0; at < quarters.size(); at++) {
            db.sql("INSERT INTO payroll.gap_quartile (gap, no, women) VALUES (:gap, :no, :women)").param("gap", id).param("no", at + 1).param("women", quarters.get(at)).update();
        }
        for (var grade : shown) {
            var of = paid.grade(grade);
            db.sql("INSERT INTO payroll.gap_category (gap, grade, women, men, total, fixed, variable) VALUES (:gap, :grade, :women, :men, :total, :fixed, :variable)").param("gap", id).param("grade", grade)
                    .param("women", of.women().size()).param("men", of.men().size()).param("total", of.mean(Paid.One::total).orElse(BigDecimal.ZERO)).param("fixed", of.mean(Paid.One::fixed).orElse(BigDecimal.ZERO))
                    .param("variable", of.mean(Paid.One::variable).orElse(null)).update();
        }
        return id;
    }

    /** Women and men of each grade are what can be told apart. All women, all men, and grades with thirty of each are told; while a smaller group follows, the smallest grade is told no more. */
    private UUID register(Payroll.Brought file, List<String> grades, Paid paid, List<String> shown) {
        var counts = new TreeMap<Integer, Integer>();
        for (int at = 0; at < grades.size(); at++) {
            var of = paid.grade(grades.get(at));
            counts.put(2 * at, of.women().size());
            counts.put(2 * at + 1, of.men().size());
        }
        var atoms = counts.entrySet().stream().filter(it -> it.getValue() > 0).map(Map.Entry::getKey).toList();
        var population = published.open("pay " + file.year() + " file " + file.no(), LEAST, atoms.stream().mapToInt(counts::get).toArray());
        var candidates = new ArrayList<>(IntStream.range(0, grades.size()).boxed().filter(it -> counts.get(2 * it) >= LEAST && counts.get(2 * it + 1) >= LEAST).sorted(Comparator.comparingInt(it -> -counts.get(2 * it) - counts.get(2 * it + 1))).toList());
        while (true) {
            var cells = new ArrayList<>(List.of(cell("women", atoms, it -> it % 2 == 0), cell("men", atoms, it -> it % 2 == 1)));
            for (int it : candidates) {
                cells.add(cell("women " + grades.get(it), atoms, atom -> atom == 2 * it));
                cells.add(cell("men " + grades.get(it), atoms, atom -> atom == 2 * it + 1));
            }
            var distinct = new ArrayList<Cell>();
            var met = new HashSet<BitSet>();
            cells.stream().filter(it -> met.add(it.atoms())).forEach(distinct::add);
            if (published.ask(population, distinct, List.of()).leak().isEmpty()) {
                published.release(population, List.of(), FIGURE, releases -> {
                    releases.note(distinct);
                    return distinct;
                });
                candidates.stream().sorted().map(grades::get).forEach(shown::add);
                return population;
            }
            if (candidates.isEmpty()) {
                throw new IllegalStateException("all women and all men of " + file.id() + " are few");
            }
            candidates.removeLast();
        }
    }

    private static Cell cell(String name, List<Integer> atoms, java.util.function.IntPredicate in) {
        return Cell.of(name, IntStream.range(0, atoms.size()).filter(at -> in.test(atoms.get(at))).toArray());
    }

    private List<Worked> worked(UUID file, int year) {
        return db.sql("""
                WITH grade AS MATERIALIZED (
                    SELECT person, grade FROM payroll.graded(:end)
                ), here AS MATERIALIZED (
                    SELECT person, min(from_day) AS since, (array_agg(unit ORDER BY from_day DESC))[1] AS unit, bool_or(from_day <= :begin) AND bool_or(until_day IS NULL OR until_day >= :end) AS whole
                      FROM directory.stretches(:begin, :end, 'infinity') WHERE kind IN ('EMPLOYEE', 'PART_TIME', 'REHIRED') GROUP BY person
                ), place AS MATERIALIZED (
                    SELECT unit, coalesce(site::text, '') AS site FROM directory.places(:end, 'infinity')
                )
                SELECT line.person, attested.sex, coalesce(grade.grade, '') AS grade, coalesce(place.site, '') AS site, ((CAST(:end AS date) - here.since) / 365.25)::float8 AS tenure, here.whole
                  FROM payroll.line
                  JOIN here ON here.person = line.person
                  LEFT JOIN place ON place.unit = here.unit
                  LEFT JOIN grade ON grade.person = line.person
                  LEFT JOIN labour.attested ON attested.person = line.person
                 WHERE line.file = :file AND line.why IS NULL
                 ORDER BY line.person
                """)
                .param("file", file).param("begin", LocalDate.of(year, 1, 1)).param("end", LocalDate.of(year, 12, 31)).query(Worked.class).list();
    }

    /**
     * Says why a category lies five per cent apart and more.
     *
     * <p>Refusals: {@code pay.not-yours}; {@code pay.gap-unknown}; {@code pay.gap-small}; {@code pay.accounted-already}; {@code pay.words-missing}; {@code pay.reason-long}.
     */
    @Transactional
    public Answer<UUID> account(UUID gap, String grade, String words, Me by) {
        if (!by.is(Role.REMUNERATION)) {
            return Answer.refused("", "pay.not-yours");
        }
        var category = categories(gap).stream().filter(it -> it.grade().equals(grade)).findFirst();
        if (category.isEmpty()) {
            return Answer.refused("", "pay.gap-unknown");
        }
        if (!category.get().apart()) {
            return Answer.refused("", "pay.gap-small", APART.toPlainString());
        }
        if (category.get().words() != null) {
            return Answer.refused("", "pay.accounted-already");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "pay.words-missing");
        }
        if (words.strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "pay.reason-long", WORDS_LONGEST);
        }
        var record = log.record("pay.accounted", today(), Map.of("gap", gap.toString(), "grade", grade, "by", by.account().toString()));
        db.sql("INSERT INTO payroll.gap_reason (gap, grade, words, said_by, said_at, record) VALUES (:gap, :grade, :words, :by, :at, :record) ON CONFLICT DO NOTHING").param("gap", gap).param("grade", grade).param("words", words.strip())
                .param("by", by.account()).param("at", now()).param("record", record).update();
        return Answer.done(gap);
    }

    private static final String SELECT = """
            SELECT id, file, year, women, men, left_out, mean, median, variable_mean, variable_median, women_variable, men_variable, adjusted, adjusted_low, adjusted_high, r2, considered, joined, ratio, ratio_growth, ratio_people,
                   released_at
              FROM
            """;

    public Optional<Told> told(int year) {
        return db.sql(SELECT + " payroll.gap_told(:year, 'infinity')").param("year", year).query(Told.class).optional();
    }

    public Optional<Told> find(UUID id) {
        return db.sql(SELECT + " payroll.gap WHERE id = :id").param("id", id).query(Told.class).optional();
    }

    /** What was told last of each year, the newest year first. */
    public List<Told> all() {
        return db.sql("SELECT DISTINCT year FROM payroll.gap ORDER BY year DESC").query(Integer.class).list().stream().flatMap(it -> told(it).stream()).toList();
    }

    public List<Quartile> quartiles(UUID gap) {
        return db.sql("SELECT no, women FROM payroll.gap_quartile WHERE gap = :gap ORDER BY no").param("gap", gap).query(Quartile.class).list();
    }

    /** None of a year that was told before they were, and where they cannot be said. */
    public List<Part> parts(UUID gap) {
        return db.sql("SELECT part, value, low, high FROM payroll.gap_part WHERE gap = :gap").param("gap", gap).query(Part.class).list().stream().sorted(Comparator.comparing(Part::part)).toList();
    }

    public List<Category> categories(UUID gap) {
        return db.sql("""
                SELECT category.grade, category.women, category.men, category.total, category.fixed, category.variable, reason.words, reason.said_at
                  FROM payroll.gap_category AS category LEFT JOIN payroll.gap_reason AS reason ON reason.gap = category.gap AND reason.grade = category.grade
                 WHERE category.gap = :gap ORDER BY length(category.grade), category.grade
                """).param("gap", gap).query(Category.class).list();
    }

    /** The day by which a category that lies apart is accounted for or mended; after it, women's and men's pay is assessed together with who represents the staff. */
    LocalDate mendedBy(Told it) {
        return LocalDate.ofInstant(it.releasedAt(), clock.getZone()).plus(MENDED_WITHIN);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
