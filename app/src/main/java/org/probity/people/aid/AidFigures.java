package org.probity.people.aid;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the fund has and does. No row is a person: what is given stands by months and bands, what is paid by payments, so that rows may go to every member. */
@Configuration(proxyBeanMethods = false)
class AidFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** The rows are this room's own records from the year's first balance on; the control is what the book says lies in the fund at the end. Whoever verifies the package adds the fund up. */
    @Bean
    Figure inTheFund() {
        return new Figure("aid-fund", "PE-101", 1, SINCE, new Fold.Sum("yuan"), Rounding.places(2), "CNY", Figure.Level.PUBLIC, "VF", "aid.fig.fund", Figure.sql(AidFigures.class, "figures/aid-fund.sql"),
                new Figure.Control("yuan", "CNY", Figure.sql(AidFigures.class, "figures/aid-fund-by-the-book.sql")));
    }
}
