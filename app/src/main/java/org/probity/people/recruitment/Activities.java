package org.probity.people.recruitment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Schools, fairs, channels, people who know people: what each cost to the fen, and who came by it. */
@Service
public class Activities {
    public enum Kind { CAMPUS, FAIR, CHANNEL, REFERRAL }

    /** @param code stands in the address on its posters, so that whoever comes by it is counted */
    public record Plan(String code, Kind kind, String titleEn, String titleZh, LocalDate fromDay, LocalDate untilDay) {}

    /** An activity and what came of it. @param code empty: those who came by none of them */
    public record Result(@Nullable UUID id, String code, @Nullable Kind kind, String titleEn, String titleZh, @Nullable LocalDate fromDay, @Nullable LocalDate untilDay, long applications, long interviews,
            long hires, BigDecimal yuan) {
        public String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }

        /** What one hire cost; nothing where nobody was hired, because no number of yuan is an answer then. Rounded to the fen. */
        public Optional<BigDecimal> each() {
            return hires == 0 ? Optional.empty() : Optional.of(yuan.divide(BigDecimal.valueOf(hires), 2, RoundingMode.HALF_UP));
        }
    }

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Activities(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Refusals: {@code recruitment.not-yours}; {@code recruitment.code-wrong}; {@code recruitment.code-taken}; {@code recruitment.activity-title}; {@code recruitment.days-turned}.
     */
    @Transactional
    public Answer<UUID> add(Plan plan, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var code = plan.code().strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9-]{2,20}")) {
            return Answer.refused("code", "recruitment.code-wrong");
        }
        if (plan.titleEn().isBlank() || plan.titleZh().isBlank() || plan.titleEn().strip().length() > 200 || plan.titleZh().strip().length() > 200) {
            return Answer.refused("titleEn", "recruitment.activity-title", 200);
        }
        if (plan.untilDay().isBefore(plan.fromDay())) {
            return Answer.refused("untilDay", "recruitment.days-turned");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM recruitment.activity WHERE code = :code)").param("code", code).query(Boolean.class).single()) {
            return Answer.refused("code", "recruitment.code-taken", code);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO recruitment.activity (id, code, kind, title_en, title_zh, from_day, until_day, added_by, added_at, record)
                VALUES (:id, :code, :kind, :en, :zh, :from, :until, :by, :at, :record)
                """)
                .param("id", id).param("code", code).param("kind", plan.kind().name()).param("en", plan.titleEn().strip()).param("zh", plan.titleZh().strip()).param("from", plan.fromDay())
                .param("until", plan.untilDay()).param("by", by.account()).param("at", now())
                .param("record", log.record("recruitment.activity", today(), Map.of("activity", id.toString(), "code", code)))
                .update();
        return Answer.done(id);
    }

    /**
     * What an activity cost; a correction is the difference, also below zero.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.activity-unknown}; {@code recruitment.yuan-wrong} none, or finer than a fen;
     * {@code recruitment.day-wrong} yet to come; {@code recruitment.cost-words}.
     */
    @Transactional
    public Answer<UUID> cost(UUID activity, BigDecimal yuan, LocalDate day, String words, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        if (!db.sql("SELECT EXISTS (SELECT FROM recruitment.activity WHERE id = :id)").param("id", activity).query(Boolean.class).single()) {
            return Answer.refused("activity", "recruitment.activity-unknown");
        }
        if (yuan.signum() == 0 || yuan.scale() > 2 || yuan.abs().compareTo(new BigDecimal("100000000")) > 0) {
            return Answer.refused("yuan", "recruitment.yuan-wrong");
        }
        if (day.isAfter(today())) {
            return Answer.refused("day", "recruitment.day-wrong");
        }
        if (words.isBlank() || words.strip().length() > 300) {
            return Answer.refused("words", "recruitment.cost-words", 300);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO recruitment.cost (id, activity, day, yuan, words, by, at, record) VALUES (:id, :activity, :day, :yuan, :words, :by, :at, :record)")
                .param("id", id).param("activity", activity).param("day", day).param("yuan", yuan).param("words", words.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("recruitment.cost", day, Map.of("cost", id.toString(), "activity", activity.toString(), "yuan", yuan)))
                .update();
        return Answer.done(id);
    }

    /**
     * What finance's own books say of a year: the number that ours is held against.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.year-wrong}; {@code recruitment.yuan-wrong}; {@code recruitment.source-wrong}.
     */
    @Transactional
    public Answer<Integer> state(int year, BigDecimal yuan, String source, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        if (year < 2000 || year > today().getYear()) {
            return Answer.refused("year", "recruitment.year-wrong");
        }
        if (yuan.signum() < 0 || yuan.scale() > 2) {
            return Answer.refused("stated", "recruitment.yuan-wrong");
        }
        if (source.isBlank() || source.strip().length() > 300) {
            return Answer.refused("source", "recruitment.source-wrong", 300);
        }
        db.sql("INSERT INTO recruitment.cost_stated (year, yuan, source, by, at, record) VALUES (:year, :yuan, :source, :by, :at, :record)")
                .param("year", year).param("yuan", yuan).param("source", source.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("recruitment.cost-stated", today(), Map.of("year", year, "yuan", yuan)))
                .update();
        return Answer.done(year);
    }

    /** What came of each in a year, those first who brought most; and of none, last. */
    public List<Result> results(int year) {
        return db.sql("""
                WITH came AS (
                    SELECT ever.activity, ever.stage, sum(ever.people) AS people
                      FROM recruitment.fared_ever AS ever
                     WHERE ever.quarter BETWEEN :first AND :last AND ever.stage IN ('APPLY', 'SCREEN', 'HIRE') AND ever.outcome = 'ON'
                     GROUP BY ever.activity, ever.stage
                ), counts AS (
                    SELECT coalesce(activity.code, '') AS code, coalesce(sum(people) FILTER (WHERE stage = 'APPLY'), 0) AS applications, coalesce(sum(people) FILTER (WHERE stage = 'SCREEN'), 0) AS interviews,
                           coalesce(sum(people) FILTER (WHERE stage = 'HIRE'), 0) AS hires
                      FROM came
                      LEFT JOIN recruitment.activity ON activity.code = came.activity
                     GROUP BY 1
                ), known AS (
                    SELECT id, code, kind, title_en, title_zh, from_day, until_day FROM recruitment.activity WHERE from_day <= :last
                    UNION ALL SELECT NULL, '', NULL, '', '', NULL, NULL
                )
                SELECT known.id, known.code, known.kind, known.title_en, known.title_zh, known.from_day, known.until_day, coalesce(counts.applications, 0) AS applications,
                       coalesce(counts.interviews, 0) AS interviews, coalesce(counts.hires, 0) AS hires,
                       coalesce((SELECT sum(cost.yuan) FROM recruitment.cost WHERE cost.activity = known.id AND cost.day BETWEEN :first AND :last), 0.00) AS yuan
                  FROM known
                  LEFT JOIN counts ON counts.code = known.code
                 WHERE known.until_day >= :first OR counts.code IS NOT NULL OR EXISTS (SELECT FROM recruitment.cost WHERE cost.activity = known.id AND cost.day BETWEEN :first AND :last)
                 ORDER BY known.code = '', hires DESC, applications DESC, known.code
                """)
                .param("first", LocalDate.of(year, 1, 1)).param("last", LocalDate.of(year, 12, 31)).query(Result.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
