package org.probity.people.labour;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer;
import org.springframework.stereotype.Service;

/**
 * The age of somebody to whom work is to be offered, by a document that was looked at (Labour Law of the PRC, art. 15: nobody below sixteen is recruited).
 * Nothing of the document is kept: whoever comes to work shows it again, and then {@link Identities} keeps it.
 */
@Service
public class AgeAtOffer {
    /** @param rule the number of law it was held against @param young old enough to work and not of age: registration and health check come before the first shift */
    public record Checked(UUID rule, int least, boolean young) {}

    private final Numbers numbers;
    private final Clock clock;

    AgeAtOffer(Numbers numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Whether they may be offered work there that begins on a day: old enough today, because below that age nobody is recruited either.
     *
     * <p>Refusals: those of {@link Identity#objections}; {@code labour.age-unruled} no number of law is known for the place, so nobody is offered anything there;
     * {@code labour.offer-too-young} below it.
     */
    public Answer<Checked> check(Identity it, Place place, LocalDate startsOn) {
        var today = LocalDate.now(clock);
        var wrong = it.objections(today);
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        var held = numbers.at(place.country(), place.region(), today);
        var least = held.get("min-age");
        var adult = held.get("adult-age");
        if (least == null || adult == null) {
            return Answer.refused("", "labour.age-unruled", place.country());
        }
        if (it.born().plusYears(least.whole()).isAfter(today)) {
            return Answer.refused("born", "labour.offer-too-young", least.whole());
        }
        return Answer.done(new Checked(least.rule(), least.whole(), it.born().plusYears(adult.whole()).isAfter(startsOn)));
    }
}
