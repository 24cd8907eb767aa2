package org.probity.supply.esg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Screen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How a category did, told only where so many answered that nobody can be picked out. */
@Service
class Comparison {
    /** Fewer accepted answers of one category are never summed up for anybody. */
    static final int FEWEST = 10;

    /** The middle and the middle half, in whole marks: finer ones would tell a neighbour's answers. */
    public record Typical(int suppliers, BigDecimal lower, BigDecimal middle, BigDecimal upper) {
        public String words(Screen s) {
            return s.t("esg.typical-text", middle, lower, upper, (long) suppliers);
        }
    }

    private final JdbcClient db;

    Comparison(JdbcClient db) {
        this.db = db;
    }

    /** Of the accepted answers of a category to one form in one year. */
    Optional<Typical> of(Topic topic, int year, String category) {
        return typical(db.sql("""
                SELECT scored.score
                  FROM form.scored_at('infinity') AS scored
                  JOIN obligation.standing ON standing.id = scored.about AND standing.state IN ('MET', 'LAPSED')
                  JOIN supplier.name ON name.id = scored.party
                 WHERE scored.form = :form
                   AND scored.period = :year
                   AND scored.pillar = ''
                   AND name.category = :category
                """)
                .param("form", topic.code).param("year", year).param("category", category)
                .query(BigDecimal.class).list());
    }

    static Optional<Typical> typical(List<BigDecimal> scores) {
        if (scores.size() < FEWEST) {
            return Optional.empty();
        }
        var sorted = scores.stream().sorted().toList();
        return Optional.of(new Typical(sorted.size(), at(sorted, 1), at(sorted, 2), at(sorted, 3)));
    }

    /** The value below which so many quarters lie, as one of those there are. */
    private static BigDecimal at(List<BigDecimal> sorted, int quarters) {
        return sorted.get(Math.max(0, (sorted.size() * quarters + 3) / 4 - 1)).setScale(0, RoundingMode.DOWN);
    }
}
