package org.probity.supply.substances;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The limits, exemptions and notes in force on a day; rows, each with the law it comes from. */
@Component("substanceLimits")
class Limits {
    enum Regime { ROHS, REACH }

    enum Basis { HOMOGENEOUS_MATERIAL, ARTICLE }

    /** How much of a substance, or a group of them, is tolerated. @param words the group's names in declarations, in small letters */
    public record Threshold(
            String code, Regime regime, String nameEn, String nameZh, List<String> cas, Set<String> words, BigDecimal ppm, Basis basis, LocalDate fromDay,
            String source) {
        public String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }

        boolean names(Optional<String> number, String category) {
            return number.filter(cas::contains).isPresent() || words.contains(category.toLowerCase(Locale.ROOT));
        }
    }

    public record Exemption(String code, String threshold, String wordsEn, String wordsZh, LocalDate fromDay, @org.jspecify.annotations.Nullable LocalDate untilDay, String source) {
        public String words(Lang lang) {
            return switch (lang) {
                case EN -> wordsEn;
                case ZH -> wordsZh;
            };
        }

        boolean holds(LocalDate day) {
            return !fromDay.isAfter(day) && (untilDay == null || !untilDay.isBefore(day));
        }
    }

    /** What our pages say of the law, with the clause. */
    public record Note(String code, String wordsEn, String wordsZh, String source) {
        public String words(Lang lang) {
            return switch (lang) {
                case EN -> wordsEn;
                case ZH -> wordsZh;
            };
        }
    }

    private final JdbcClient db;

    Limits(JdbcClient db) {
        this.db = db;
    }

    List<Threshold> thresholds(LocalDate day) {
        return db.sql("SELECT * FROM substances.thresholds(:day, 'infinity') ORDER BY regime DESC, code").param("day", day).query(Limits::threshold).list();
    }

    static Threshold threshold(ResultSet row, int n) throws SQLException {
        return new Threshold(row.getString("code"), Regime.valueOf(row.getString("regime")), row.getString("name_en"), row.getString("name_zh"),
                Arrays.asList((String[]) row.getArray("cas").getArray()), Set.of((String[]) row.getArray("words").getArray()), row.getBigDecimal("ppm"),
                Basis.valueOf(row.getString("basis")), row.getObject("from_day", LocalDate.class), row.getString("source"));
    }

    /** All that were ever said, the newest row of each code. */
    List<Exemption> exemptions() {
        return db.sql("""
                SELECT DISTINCT ON (threshold, code) code, threshold, words_en, words_zh, from_day, until_day, source
                  FROM substances.exemption
                 ORDER BY threshold, code, said_at DESC
                """)
                .query(Exemption.class).list();
    }

    Optional<Note> note(String code, LocalDate day) {
        return db.sql("SELECT code, words_en, words_zh, source FROM substances.note WHERE code = :code AND from_day <= :day ORDER BY from_day DESC LIMIT 1")
                .param("code", code).param("day", day)
                .query(Note.class).optional();
    }
}
