package org.probity.people.retirement;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of those who are retired from here. Rows of people: never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class RetirementFigures {
    @Bean
    Figure retireesInsured() {
        return retired("retirees-insured", "PE-98", "HY", "retirement.fig.insured", "retirees-insured", "met", "insurances");
    }

    @Bean
    Figure retireesVisited() {
        return retired("retirees-visited", "PE-99", "HZ", "retirement.fig.visited", "retirees-visited", "visits", "visits-in-the-log");
    }

    private static Figure retired(String key, String code, String row, String words, String rows, String summed, String control) {
        return new Figure(key, code, 1, LocalDate.of(2024, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, row, words, Figure.sql(RetirementFigures.class, "figures/" + rows + ".sql"),
                new Figure.Control(summed, "", Figure.sql(RetirementFigures.class, "figures/" + control + ".sql")));
    }

    @Bean
    static SubjectPage insuredInFigures() {
        return new SubjectPage("retirees-insured", RetirementWeb.ALL + "/people/", Set.of(Role.HR));
    }

    @Bean
    static SubjectPage visitedInFigures() {
        return new SubjectPage("retirees-visited", RetirementWeb.ALL + "/people/", Set.of(Role.HR));
    }
}
