package org.probity.people.recruitment;

import java.sql.Types;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer;
import org.probity.people.labour.AgeAtOffer;
import org.probity.people.labour.Identity;
import org.probity.people.recruitment.Application.Outcome;
import org.probity.people.recruitment.Application.State;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An offer, on a document that was looked at, and what became of it. */
@Service
public class Offers {
    static final int DAYS_MOST = 366;

    private final JdbcClient db;
    private final Applications applications;
    private final Requisitions requisitions;
    private final Directory directory;
    private final AgeAtOffer ages;
    private final Rules rules;

    Offers(JdbcClient db, Applications applications, Requisitions requisitions, Directory directory, AgeAtOffer ages, Rules rules) {
        this.db = db;
        this.applications = applications;
        this.requisitions = requisitions;
        this.directory = directory;
        this.ages = ages;
        this.rules = rules;
    }

    /**
     * Offers the post. Somebody of human resources holds the document; its number is compared and not kept, nor is the birth date: only that it was looked at,
     * and against which number of law. Below the age at which the place lets anybody work there is no offer.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.application-unknown}; {@code recruitment.own}; {@code recruitment.not-to-offer};
     * {@code recruitment.starts-wrong} past, or more than a year ahead; {@code recruitment.filled} all places are taken; those of {@link AgeAtOffer#check}.
     */
    @Transactional
    public Answer<UUID> offer(UUID id, Identity document, LocalDate startsOn, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var found = applications.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.application-unknown");
        }
        var it = found.get();
        if (applications.own(it, by)) {
            return Answer.refused("", "recruitment.own");
        }
        if (it.state() != State.TO_OFFER) {
            return Answer.refused("", "recruitment.not-to-offer");
        }
        if (startsOn.isBefore(requisitions.today()) || startsOn.isAfter(requisitions.today().plusDays(DAYS_MOST))) {
            return Answer.refused("startsOn", "recruitment.starts-wrong", DAYS_MOST);
        }
        var posting = requisitions.locked(it.requisition()).orElseThrow();
        if (posting.filled()) {
            return Answer.refused("", "recruitment.filled", posting.wanted());
        }
        return switch (ages.check(document, place(posting.unit()), startsOn)) {
            case Answer.Refused<AgeAtOffer.Checked>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<AgeAtOffer.Checked>(var checked) -> {
                db.sql("""
                        INSERT INTO recruitment.offer (application, starts_on, answer_by, verified_on, least_age, rule, young, by, at)
                        VALUES (:id, :starts, least(:starts, CAST(:today AS date) + :days), :verified, :least, :rule, :young, :by, :at)
                        """)
                        .param("today", requisitions.today()).param("days", rules.on(RecruitmentRule.ANSWER_DAYS, requisitions.today()))
                        .param("id", id).param("starts", startsOn).param("verified", document.verifiedOn()).param("least", checked.least()).param("rule", checked.rule())
                        .param("young", checked.young()).param("by", by.account()).param("at", requisitions.now())
                        .update();
                applications.decide(it, Stage.OFFER, Outcome.ON, "", by.account(), null);
                yield Answer.done(id);
            }
        };
    }

    private Place place(UUID unit) {
        var place = directory.place(unit, requisitions.today()).orElseThrow(() -> new IllegalStateException("unit " + unit + " stands no more"));
        return place.site() == null ? place : directory.place(place.site(), requisitions.today()).orElse(place);
    }

    /**
     * They come. Where the directory knows them by then, the two are tied together; the document is shown again at the first shift.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.application-unknown}; {@code recruitment.own}; {@code recruitment.not-offered};
     * {@code recruitment.filled} one more than two people agreed to; {@code recruitment.number-unknown} nobody in the directory has that number.
     */
    @Transactional
    public Answer<UUID> hire(UUID id, String number, LocalDate fromDay, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var found = applications.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.application-unknown");
        }
        var it = found.get();
        if (applications.own(it, by)) {
            return Answer.refused("", "recruitment.own");
        }
        if (it.state() != State.OFFERED) {
            return Answer.refused("", "recruitment.not-offered");
        }
        var posting = requisitions.locked(it.requisition()).orElseThrow();
        if (posting.filled()) {
            return Answer.refused("", "recruitment.filled", posting.wanted());
        }
        @Nullable UUID person = number.isBlank() ? null : directory.byNumber(number.strip()).map(Directory.Person::id).orElse(null);
        if (!number.isBlank() && person == null) {
            return Answer.refused("number", "recruitment.number-unknown", number.strip());
        }
        db.sql("INSERT INTO recruitment.hired (application, requisition, person, from_day, by, at) VALUES (:id, :requisition, :person, :from, :by, :at)")
                .param("id", id).param("requisition", it.requisition()).param("person", person, Types.OTHER).param("from", fromDay).param("by", by.account()).param("at", requisitions.now())
                .update();
        applications.decide(it, Stage.HIRE, Outcome.ON, "", by.account(), null);
        return Answer.done(id);
    }

    /** They say no. Refusals: {@code recruitment.not-yours}; {@code recruitment.application-unknown}; {@code recruitment.not-offered}. */
    @Transactional
    public Answer<UUID> declined(UUID id, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var found = applications.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.application-unknown");
        }
        if (found.get().state() != State.OFFERED) {
            return Answer.refused("", "recruitment.not-offered");
        }
        applications.decide(found.get(), Stage.HIRE, Outcome.DECLINED, "", by.account(), null);
        return Answer.done(id);
    }
}
