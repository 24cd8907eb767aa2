package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many applied and came through postings, and what a hire cost. A row is a posting or an activity and never a person; postings with few people keep it from the public. */
@Configuration(proxyBeanMethods = false)
class RecruitmentFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Held against the log, whose entries stay when an application goes. */
    @Bean
    static Figure jobApplications() {
        return new Figure("job-applications", "PE-51", 1, SINCE, new Fold.Sum("people"), Rounding.places(0), "", Figure.Level.ASSURER, "RA", "recruitment.fig.applications",
                arrived("APPLY"), new Figure.Control("people", "", logged("recruitment.application")));
    }

    @Bean
    static Figure hiresThroughPostings() {
        return new Figure("posting-hires", "PE-52", 1, SINCE, new Fold.Sum("people"), Rounding.places(0), "", Figure.Level.ASSURER, "RH", "recruitment.fig.hires",
                arrived("HIRE"), new Figure.Control("people", "", logged("recruitment.hired")));
    }

    /** Held against finance's own books. */
    @Bean
    static Figure costPerHire() {
        return new Figure("cost-per-hire", "PE-53", 1, SINCE, new Fold.RatioOfSums("yuan", "hires"), Rounding.places(2), "CNY", Figure.Level.ASSURER, "RC", "recruitment.fig.cost",
                Figure.sql(RecruitmentFigures.class, "figures/cost-per-hire.sql"), new Figure.Control("yuan", "CNY", Figure.sql(RecruitmentFigures.class, "figures/cost-stated.sql")));
    }

    private static String arrived(String stage) {
        return Figure.sql(RecruitmentFigures.class, "figures/arrived.sql").replace("{stage}", stage);
    }

    private static String logged(String kind) {
        return Figure.sql(RecruitmentFigures.class, "figures/in-the-log.sql").replace("{class}", kind);
    }

    @Bean
    static SubjectPage postingsOfApplications() {
        return new SubjectPage("job-applications", "/app/recruitment/", Set.of(Role.HR));
    }

    @Bean
    static SubjectPage postingsOfHires() {
        return new SubjectPage("posting-hires", "/app/recruitment/", Set.of(Role.HR));
    }
}
