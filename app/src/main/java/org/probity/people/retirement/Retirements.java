package org.probity.people.retirement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.people.retirement.Schedule.Category;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The statutory month of somebody, and the month that they choose. */
@Service
public class Retirements {
    static final int WORDS_LONGEST = 1_000;
    static final int SHOWN_LONGEST = 300;
    /** An early month is said so long before (Measures on flexible retirement of 2024-12-31, art. 3). */
    static final int NOTICE_MONTHS = 3;
    private static final int SOON_MONTHS = 36;

    public record File(UUID person, String number, String nameEn, String nameZh, LocalDate born, Category category, String shown) {
        public YearMonth month() {
            return YearMonth.from(born);
        }

        public String name(Lang lang) {
            return said(lang, nameEn, nameZh);
        }
    }

    /** @param outcome null: nobody has answered */
    public record Choice(UUID id, UUID person, LocalDate month, String words, Instant chosenAt, @Nullable String outcome, @Nullable String reason, boolean over) {
        public boolean open() {
            return !over && outcome == null;
        }
    }

    /** @param choice what stands; null: the statutory month */
    public record Soon(File file, YearMonth statutory, @Nullable YearMonth choice, boolean waits) {}

    static String said(Lang lang, String en, String zh) {
        return lang == Lang.ZH && !zh.isEmpty() || en.isEmpty() ? zh : en;
    }

    private final JdbcClient db;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Retirements(JdbcClient db, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Human resources say what a paper showed. What was said before stays, and the newest counts.
     *
     * <p>Refusals: {@code retirement.not-yours}, {@code retirement.number-unknown}, {@code retirement.own}, {@code retirement.born-wrong} none, in the future or more than a hundred years ago, {@code retirement.category-missing},
     * {@code retirement.shown-wrong}.
     */
    @Transactional
    public Answer<UUID> file(String number, @Nullable YearMonth born, @Nullable Category category, String shown, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "retirement.not-yours");
        }
        var person = directory.byNumber(number.strip());
        if (person.isEmpty()) {
            return Answer.refused("number", "retirement.number-unknown");
        }
        if (own(person.get().id(), by)) {
            return Answer.refused("", "retirement.own");
        }
        var now = YearMonth.from(today());
        if (born == null || born.isAfter(now.minusYears(14)) || born.isBefore(now.minusYears(100))) {
            return Answer.refused("born", "retirement.born-wrong");
        }
        if (category == null) {
            return Answer.refused("category", "retirement.category-missing");
        }
        if (shown.isBlank() || shown.strip().length() > SHOWN_LONGEST) {
            return Answer.refused("shown", "retirement.shown-wrong", SHOWN_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO retirement.file (id, person, born, category, shown, said_by, said_at, record) VALUES (:id, :person, :born, :category, :shown, :by, :at, :record)").param("id", id).param("person", person.get().id())
                .param("born", born.atDay(1)).param("category", category.name()).param("shown", shown.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("retirement.file", today(), Map.of("file", id.toString(), "born", born.toString(), "category", category.name()))).update();
        return Answer.done(person.get().id());
    }

    /**
     * Somebody wishes another month: within three years of the statutory one, not before the old age, an earlier one three months ahead. Until it is answered they may take it back.
     *
     * <p>Refusals: {@code retirement.no-person}, {@code retirement.no-file}, {@code retirement.month-missing}, {@code retirement.month-statutory}, {@code retirement.month-early} with the first, {@code retirement.month-late} with the
     * last, {@code retirement.month-soon}, {@code retirement.words-long}, {@code retirement.chosen-already}.
     */
    @Transactional
    public Answer<UUID> choose(@Nullable YearMonth month, String words, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty()) {
            return Answer.refused("", "retirement.no-person");
        }
        db.sql("SELECT FROM directory.person WHERE id = :id FOR NO KEY UPDATE").param("id", person.get()).query((row, n) -> row).optional();
        var file = of(person.get());
        if (file.isEmpty()) {
            return Answer.refused("", "retirement.no-file");
        }
        var schedule = schedules().get(file.get().category());
        var born = file.get().month();
        if (month == null) {
            return Answer.refused("month", "retirement.month-missing");
        }
        if (month.equals(schedule.month(born))) {
            return Answer.refused("month", "retirement.month-statutory");
        }
        if (month.isBefore(schedule.earliest(born))) {
            return Answer.refused("month", "retirement.month-early", schedule.earliest(born).toString());
        }
        if (month.isAfter(schedule.latest(born))) {
            return Answer.refused("month", "retirement.month-late", schedule.latest(born).toString());
        }
        if (month.isBefore(YearMonth.from(today()).plusMonths(NOTICE_MONTHS))) {
            return Answer.refused("month", "retirement.month-soon", NOTICE_MONTHS);
        }
        if (words.strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "retirement.words-long", WORDS_LONGEST);
        }
        if (db.sql("SELECT EXISTS (SELECT FROM retirement.choice WHERE person = :person AND over_at IS NULL)").param("person", person.get()).query(Boolean.class).single()) {
            return Answer.refused("", "retirement.chosen-already");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO retirement.choice (id, person, month, words, chosen_by, chosen_at, record) VALUES (:id, :person, :month, :words, :by, :at, :record)").param("id", id).param("person", person.get())
                .param("month", month.atDay(1)).param("words", words.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("retirement.chosen", today(), Map.of("choice", id.toString(), "month", month.toString()))).update();
        return Answer.done(id);
    }

    /**
     * Human resources answer: to an earlier month yes if the contributions are there, to a later one if both want it; a no has a reason. Nobody for themselves.
     *
     * <p>Refusals: {@code retirement.not-yours}, {@code retirement.unknown}, {@code retirement.own}, {@code retirement.not-open}, {@code retirement.reason-missing}, {@code retirement.words-long}.
     */
    @Transactional
    public Answer<UUID> answer(UUID choice, boolean yes, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "retirement.not-yours");
        }
        db.sql("SELECT FROM retirement.choice WHERE id = :id FOR UPDATE").param("id", choice).query((row, n) -> row).optional();
        var it = choice(choice);
        if (it.isEmpty()) {
            return Answer.refused("", "retirement.unknown");
        }
        if (own(it.get().person(), by)) {
            return Answer.refused("", "retirement.own");
        }
        if (!it.get().open()) {
            return Answer.refused("", "retirement.not-open");
        }
        if (!yes && reason.isBlank()) {
            return Answer.refused("reason", "retirement.reason-missing");
        }
        if (reason.strip().length() > WORDS_LONGEST) {
            return Answer.refused("reason", "retirement.words-long", WORDS_LONGEST);
        }
        db.sql("INSERT INTO retirement.answer (choice, outcome, reason, answered_by, answered_at, record) VALUES (:choice, :outcome, :reason, :by, :at, :record)").param("choice", choice).param("outcome", yes ? "AGREED" : "REFUSED")
                .param("reason", reason.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("retirement.answered", today(), Map.of("choice", choice.toString(), "outcome", yes ? "AGREED" : "REFUSED"))).update();
        if (!yes) {
            over(choice);
        }
        return Answer.done(it.get().person());
    }

    /**
     * Whoever chose takes it back; what was agreed to as well, as long as its month has not begun.
     *
     * <p>Refusals: {@code retirement.unknown}, {@code retirement.only-own}, {@code retirement.not-open}.
     */
    @Transactional
    public Answer<UUID> takeBack(UUID choice, Me by) {
        db.sql("SELECT FROM retirement.choice WHERE id = :id FOR UPDATE").param("id", choice).query((row, n) -> row).optional();
        var it = choice(choice);
        if (it.isEmpty()) {
            return Answer.refused("", "retirement.unknown");
        }
        if (!own(it.get().person(), by)) {
            return Answer.refused("", "retirement.only-own");
        }
        if (it.get().over() || !it.get().month().isAfter(today())) {
            return Answer.refused("", "retirement.not-open");
        }
        over(choice);
        return Answer.done(choice);
    }

    private void over(UUID choice) {
        db.sql("UPDATE retirement.choice SET over_at = :at WHERE id = :id").param("at", now()).param("id", choice).update();
    }

    boolean own(UUID person, Me me) {
        return directory.personOf(me).filter(person::equals).isPresent();
    }

    /** The rows that hold today, one a category. */
    Map<Category, Schedule> schedules() {
        var all = new EnumMap<Category, Schedule>(Category.class);
        db.sql("SELECT DISTINCT ON (category) category, born_from, base_months AS base, step_months AS step, cap_months AS cap, source FROM retirement.schedule WHERE from_day <= :today ORDER BY category, from_day DESC")
                .param("today", today()).query(Schedule.class).list().forEach(it -> all.put(it.category(), it));
        return all;
    }

    /** Months of contributions that whoever retires in that year needs. */
    int minimum(int year) {
        return db.sql("SELECT months FROM retirement.minimum WHERE year = :year").param("year", Math.clamp(year, 2000, 2100)).query(Integer.class).single();
    }

    private static final String FILE = """
            SELECT DISTINCT ON (file.person) file.person, coalesce(name.number, '') AS number, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh, file.born, file.category, file.shown
              FROM retirement.file
              LEFT JOIN directory.name ON name.id = file.person
            """;

    Optional<File> of(UUID person) {
        return db.sql(FILE + " WHERE file.person = :person ORDER BY file.person, file.said_at DESC").param("person", person).query(File.class).optional();
    }

    /** The last month that somebody may choose. */
    public Optional<YearMonth> latest(UUID person) {
        return of(person).map(it -> schedules().get(it.category()).latest(it.month()));
    }

    private static final String CHOICE = """
            SELECT choice.id, choice.person, choice.month, choice.words, choice.chosen_at, answer.outcome, answer.reason, choice.over_at IS NOT NULL AS over
              FROM retirement.choice
              LEFT JOIN retirement.answer ON answer.choice = choice.id
            """;

    Optional<Choice> choice(UUID id) {
        return db.sql(CHOICE + " WHERE choice.id = :id").param("id", id).query(Choice.class).optional();
    }

    List<Choice> choices(UUID person) {
        return db.sql(CHOICE + " WHERE choice.person = :person ORDER BY choice.chosen_at DESC").param("person", person).query(Choice.class).list();
    }

    /** Whoever is employed and reaches their month, the statutory or the chosen one, within three years; soonest first. */
    List<Soon> soon() {
        var schedules = schedules();
        var until = YearMonth.from(today()).plusMonths(SOON_MONTHS);
        return db.sql(FILE + " JOIN directory.engaged(:today, 'infinity') AS now ON now.person = file.person AND now.kind NOT IN ('RETIREE', 'REHIRED') ORDER BY file.person, file.said_at DESC").param("today", today())
                .query(File.class).list().stream().map(it -> {
                    var standing = choices(it.person()).stream().filter(one -> !one.over()).findFirst();
                    return new Soon(it, schedules.get(it.category()).month(it.month()), standing.map(one -> YearMonth.from(one.month())).orElse(null), standing.filter(Choice::open).isPresent());
                })
                .filter(it -> !(it.choice() == null ? it.statutory() : it.choice()).isAfter(until) || it.waits())
                .sorted(java.util.Comparator.comparing((Soon it) -> it.choice() == null ? it.statutory() : it.choice()).thenComparing(it -> it.file().number())).toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
