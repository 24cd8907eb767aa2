package org.probity.people.labour;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.StatedTotals;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures of lawful work. Rows of people are never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class LabourFigures {
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);
    static final String HIRES = "age-checked-hires";
    static final String HEADCOUNT = "headcount";
    static final String BREACHES = "ppl-law-breach";
    static final String NON_EMPLOYEES = "ppl-nonemployees";
    static final String TURNOVER = "ppl-turnover";
    static final String DIVERSITY = "ppl-diversity";
    static final String DISABILITY = "ppl-disability";
    static final String SIGNED = "ppl-policy-signed";

    /** Held against what the return to the social insurance says of new people. */
    @Bean
    static Figure ageCheckedAtStart() {
        return new Figure(HIRES, "PE-01", 4, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "LA", "labour.age-checked-hires",
                Figure.sql(LabourFigures.class, "figures/age-checked-at-start.sql"),
                StatedTotals.control(HIRES, "counted", ""));
    }

    /** Held against what two people approved. */
    @Bean
    static Figure labourRules() {
        return new Figure("labour-rules", "PE-02", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "LB", "labour.labour-rules",
                Figure.sql(LabourFigures.class, "figures/labour-rules.sql"), new Figure.Control("counted", "", Figure.sql(LabourFigures.class, "figures/approved-labour-rules.sql")));
    }

    /** Held against the obligations that were opened for the year. */
    @Bean
    static Figure unionReviews() {
        return new Figure("union-reviews", "PE-03", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "LC", "labour.union-reviews",
                Figure.sql(LabourFigures.class, "figures/union-reviews.sql"), new Figure.Control("owed", "", Figure.sql(LabourFigures.class, "figures/reviews-owed.sql")));
    }

    /** Confirmed, with a row for each site, so that none is a number too. Held against the log, whose numbers have no gaps. */
    @Bean
    static Figure forcedLabour() {
        return incidents("forced-labour-cases", "PE-04", "LD", "'FORCED_LABOUR'");
    }

    @Bean
    static Figure discrimination() {
        return incidents("discrimination-cases", "PE-05", "LE", "'HARASSMENT', 'COLOUR', 'RACE', 'RELIGION', 'GENDER', 'AGE', 'ORIENTATION', 'DISABILITY'");
    }

    @Bean
    static Figure childLabour() {
        return incidents("child-labour-cases", "PE-06", "LF", "'CHILD_LABOUR'");
    }

    private static Figure incidents(String key, String code, String rowCode, String grounds) {
        return new Figure(key, code, 1, SINCE, new Fold.Sum("confirmed"), Rounding.places(0), "", Figure.Level.ASSURER, rowCode, "labour." + key,
                Figure.sql(LabourFigures.class, "figures/incidents.sql").replace("{grounds}", grounds),
                new Figure.Control("taken-up", "", Figure.sql(LabourFigures.class, "figures/incidents-in-the-log.sql").replace("{grounds}", grounds)));
    }

    /** Held against the return to the social insurance, or what else was stated as its source. */
    @Bean
    static Figure headcount() {
        return new Figure(HEADCOUNT, "PE-07", 2, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.ASSURER, "LG", "labour.headcount",
                Figure.sql(LabourFigures.class, "figures/headcount.sql"), StatedTotals.control(HEADCOUNT, "counted", ""));
    }

    /** Held against the public register of penalties, or what else was stated as its source. */
    @Bean
    static Figure lawBreaches() {
        return new Figure(BREACHES, "PE-08", 2, SINCE, new Fold.Sum("counted"), Rounding.places(0), "", Figure.Level.PUBLIC, "LH", "labour.ppl-law-breach",
                Figure.sql(LabourFigures.class, "figures/law-breaches.sql"), StatedTotals.control(BREACHES, "entered", ""));
    }

    /** Held against what agencies and contractors list and invoice. */
    @Bean
    static Figure nonEmployees() {
        return new Figure(NON_EMPLOYEES, "PE-70", 2, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.ASSURER, "LI", "labour.ppl-nonemployees",
                Figure.sql(LabourFigures.class, "figures/nonemployees.sql"), StatedTotals.control(NON_EMPLOYEES, "counted", ""));
    }

    /** Held against those whom the social insurance signed off. */
    @Bean
    static Figure turnover() {
        return new Figure(TURNOVER, "PE-71", 2, SINCE, new Fold.RatioOfSums("left-days", "days"), Rounding.percent(2), "%", Figure.Level.ASSURER, "LJ", "labour.ppl-turnover",
                Figure.sql(LabourFigures.class, "figures/turnover.sql"), StatedTotals.control(TURNOVER, "left", ""));
    }

    /** Held against the women whom the return to the social insurance has, of all categories. Nobody sees its rows by name. */
    @Bean
    static Figure womenInManagement() {
        return new Figure(DIVERSITY, "PE-72", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "LK", "labour.ppl-diversity",
                Figure.sql(LabourFigures.class, "figures/women-in-management.sql"), StatedTotals.control(DIVERSITY, "met", ""));
    }

    /** Held against the yearly review of employment of persons with disabilities. Nobody sees its rows by name. */
    @Bean
    static Figure withDisabilities() {
        return new Figure(DISABILITY, "PE-73", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "LL", "labour.ppl-disability",
                Figure.sql(LabourFigures.class, "figures/with-disabilities.sql"), StatedTotals.control(DISABILITY, "met", ""));
    }

    /** Held against the number of people that another source states, so that nobody is forgotten who was never asked. */
    @Bean
    static Figure rulesSigned() {
        return new Figure(SIGNED, "PE-74", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "LM", "labour.ppl-policy-signed",
                Figure.sql(LabourFigures.class, "figures/rules-signed.sql"), StatedTotals.control(HEADCOUNT, "counted", ""));
    }

    @Bean
    static SubjectPage peopleOfOthers() {
        return new SubjectPage(NON_EMPLOYEES, "/app/labour/people/", Set.of(Role.HR, Role.ASSURER));
    }

    @Bean
    static SubjectPage peopleOfTurnover() {
        return new SubjectPage(TURNOVER, "/app/labour/people/", Set.of(Role.HR, Role.ASSURER));
    }

    @Bean
    static SubjectPage peopleOfRulesSigned() {
        return new SubjectPage(SIGNED, "/app/labour/people/", Set.of(Role.HR, Role.ASSURER));
    }

    @Bean
    static SubjectPage nobodyOfManagement() {
        return new SubjectPage(DIVERSITY, "", Set.of());
    }

    @Bean
    static SubjectPage nobodyOfDisabilities() {
        return new SubjectPage(DISABILITY, "", Set.of());
    }

    @Bean
    static SubjectPage peopleOfHeadcount() {
        return new SubjectPage("headcount", "/app/labour/people/", Set.of(Role.HR, Role.ASSURER));
    }

    @Bean
    static SubjectPage peopleOfAgeChecks() {
        return new SubjectPage("age-checked-hires", "/app/labour/people/", Set.of(Role.HR, Role.ASSURER));
    }
}
