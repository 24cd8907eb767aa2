package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;

/** Each figure stands in one chapter under a heading of its own wing, in the order in which the chapter is told. */
@WholeHouse
class TellingFiguresInOrderTest {
    @Autowired Figures figures;

    @Test
    void noFigureStandsWithoutAHeading() {
        assertThat(figures.all()).allSatisfy(it -> assertThat(Heading.of(it)).as(it.key()).isNotEqualTo(Heading.OTHER));
    }

    @Test
    void eachStandsInOneChapter() {
        assertThat(Heading.ofPeople(figures.all())).isNotEmpty().doesNotContainAnyElementsOf(Heading.ofSupply(figures.all()));
        assertThat(Heading.ofPeople(figures.all()).size() + Heading.ofSupply(figures.all()).size()).isEqualTo(figures.all().size());
    }

    @Test
    void peopleAreToldFromWhoWorksHereToHowTheyAreRated() {
        assertThat(Heading.ofPeople(figures.all())).containsSubsequence(
                "headcount", "ppl-nonemployees", "ppl-turnover", "labour-rules", "ppl-policy-signed", "union-reviews", "age-checked-hires", "child-labour-cases", "forced-labour-cases",
                "discrimination-cases", "ppl-law-breach", "career-tracks", "career-standards", "career-coverage", "ppl-training-hours", "ppl-training-hours-pc", "ppl-training-satisfaction",
                "ppl-diversity", "ppl-disability", "ppl-equal-training", "study-supported", "ppl-training-participants", "ppl-performance-review");
    }

    /** Rooms number their figures beside those of which they speak, so that a new one need not be named here to be found. */
    @Test
    void aNewFigureStandsWithThoseItIsNumberedBeside() {
        assertThat(Heading.of(numbered("PE-52"))).isEqualTo(Heading.RECRUITMENT);
        assertThat(Heading.of(numbered("PE-61"))).isEqualTo(Heading.SUCCESSION);
        assertThat(Heading.of(numbered("PE-19"))).isEqualTo(Heading.EMPOWERMENT);
        assertThat(Heading.of(numbered("PE-71"))).isEqualTo(Heading.OTHER);
        assertThat(Heading.ofPeople(List.of(numbered("PE-71"), numbered("SC-99")))).containsExactly("new-PE-71");
    }

    private static Figure numbered(String code) {
        return new Figure("new-" + code, code, 1, LocalDate.of(2026, 1, 1), new Fold.Count(), Rounding.places(0), "", Figure.Level.ASSURER, "X", "x", "SELECT 1",
                new Figure.Control("counted", "", "SELECT 1"));
    }
}
