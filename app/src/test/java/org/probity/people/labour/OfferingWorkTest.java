package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.directory.Place;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.people.labour.AgeAtOffer.Checked;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody below sixteen is recruited: on the day of the offer, not only on the first day of work. */
@WholeHouse
class OfferingWorkTest {
    @Autowired AgeAtOffer ages;
    @Autowired Clock clock;

    private Answer<Checked> offered(LocalDate born, String country) {
        var today = LocalDate.now(clock);
        var place = new Place(UUID.randomUUID(), "S", Place.Kind.SITE, "Site", "", null, List.of(), null, null, country, "", "", "", today, null);
        return ages.check(new Identity(Identity.Document.PASSPORT, "E1234567", born, Identity.Sex.M, today), place, today.plusDays(60));
    }

    private static String key(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).reasons().getFirst().key();
    }

    private static Checked done(Answer<Checked> answer) {
        return ((Answer.Done<Checked>) answer).value();
    }

    @Test
    void sixteenIsCountedOnTheDayOfTheOffer() {
        var today = LocalDate.now(clock);
        assertThat(key(offered(today.minusYears(16).plusDays(1), "CN"))).as("sixteen tomorrow, long before the first day of work").isEqualTo("labour.offer-too-young");
        var young = done(offered(today.minusYears(16), "CN"));
        assertThat(young.least()).isEqualTo(16);
        assertThat(young.young()).as("duties for juveniles are owed").isTrue();
        assertThat(done(offered(today.minusYears(18).plusDays(30), "CN")).young()).as("eighteen by the first day").isFalse();
        assertThat(done(offered(today.minusYears(40), "DE")).young()).isFalse();
    }

    @Test
    void whereNoNumberOfLawIsKnownNobodyIsOfferedAnything() {
        assertThat(key(offered(LocalDate.now(clock).minusYears(40), "FR"))).isEqualTo("labour.age-unruled");
    }

    @Test
    void aDocumentThatContradictsItselfIsNone() {
        assertThat(key(offered(LocalDate.of(1850, 1, 1), "CN"))).isEqualTo("labour.born-wrong");
    }
}
