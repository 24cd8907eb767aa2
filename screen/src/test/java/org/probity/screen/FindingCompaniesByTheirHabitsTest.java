package org.probity.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people write the same company twice, and how families of companies name their members. Nobody is called as in these lines. */
class FindingCompaniesByTheirHabitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Kuromi Kabushiki Kaisha | Kuromi K.K.",
        "Tarnholt Bros. Inc. | Tarnholt Brothers Inc.",
        "Mt. Tarnholt Mining | Mount Tarnholt Mining",
        "St. Tarnholt Glass | Saint Tarnholt Glass",
        "Tarnholt Dept. of Health | Tarnholt Department of Health",
        "Velgrin Sanayi ve Ticaret A.S. | Velgrin San. ve Tic. A.Ş.",
        "Al-Velgrin Trading Est. | Al Velgrin Trading Establishment",
        "Velgrin Div. of Ostrin Corp | Velgrin Division of Ostrin Corporation",
        "Velgrin Airways | Velgrin Airlines",
        "www.velgrin.com | Velgrin",
        "Velgrin f/k/a Ostrin Ltd | Velgrin Ltd",
        "Velgrin Ltd doing business as Ostrin | Velgrin",
    })
    void whatIsCutShortOrSaidBesides(String left, String right) {
        assertThat(Names.compare(left, right, Kind.ORGANISATION).score()).isGreaterThanOrEqualTo(Names.BAR);
    }

    /** The slip is compared with how the other is spelt, not with the word that stands for all its spellings. */
    @ParameterizedTest
    @CsvSource({"Velgrin Technlogies, Velgrin Technologies", "Velgrin Steel Works, Velgrin Steelworks", "Velgrin Pharmaceutcals, Velgrin Pharmaceuticals"})
    void aTradesWordMayHaveASlipOrAGap(String left, String right) {
        assertThat(Names.compare(left, right, Kind.ORGANISATION).score()).isGreaterThanOrEqualTo(850);
    }

    /** The first letter of a country counts as it is spelt. */
    @Test
    void initialsAreOfWhatIsWritten() {
        assertThat(Names.compare("Canada Velgrin Metals", "CVM", Kind.ORGANISATION).score()).isGreaterThanOrEqualTo(Names.BAR);
        assertThat(Names.compare("Canada Velgrin Metals", "PVM", Kind.ORGANISATION).score()).isZero();
    }

    @Test
    void aCountryInTheNameOfOneAloneIsASister() {
        int sister = Names.compare("Velgrin Bank, S.A.", "Velgrin Bank Mexico, S.A.", Kind.ORGANISATION).score();
        assertThat(sister).isLessThan(Names.BAR);
        assertThat(Names.compare("Velgrin Bank (Mexico) S.A.", "Velgrin Bank, S.A.", Kind.ORGANISATION).score()).as("said beside the name").isGreaterThan(850);
        assertThat(Names.compare("Velgrin Bank Mexico", "Velgrin Bank México S.A.", Kind.ORGANISATION).score()).as("both have it").isGreaterThan(950);
        assertThat(Names.compare("Velgrin Bank Mexico", "Velgrin Bank Chile", Kind.ORGANISATION).score()).as("two countries").isLessThan(Names.BAR);
        assertThat(Names.compare("Velgrin Bank Shanghai", "Velgrin Bank", Kind.ORGANISATION).score()).as("a town is left out more often").isGreaterThan(850);
    }

    /** Who screens wants to see the family of who is listed; the score says that it is not the same company. */
    @Test
    void aSisterIsToldWithTheScoreItHas() {
        Listing listing = Listing.of(List.of(Party.organisation("1", "Velgrin Bank, S.A.")));
        assertThat(listing.search(Party.organisation("w", "Velgrin Bank Mexico, S.A."), Names.BAR)).singleElement().satisfies(hit -> {
            assertThat(hit.score()).isLessThan(Names.BAR).isEqualTo(hit.alignment().score());
            assertThat(hit.alignment().links()).contains(new Link("Mexico", "", Link.How.ONLY_LEFT, 0, 55));
        });
        assertThat(listing.search(Party.organisation("w", "Ostrin Bank Mexico, S.A."), Names.BAR)).isEmpty();
    }
}
