package org.probity.supply.blacklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.ASupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases as tests need them: opened, heard, decided. */
record ACase(Matters matters, Blacklist blacklist, JdbcClient db, Clock clock) {
    static final Me LEGAL = person(Role.LEGAL);
    static final Me QUALITY = person(Role.QUALITY);

    static Me person(Role role) {
        return new Me(UUID.randomUUID(), role.name(), Set.of(role), Optional.empty());
    }

    static Me contact(UUID supplier) {
        return new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    UUID opened(UUID supplier) {
        return done(matters.open(supplier, "BRIBERY", today().minusDays(20), "A card was offered.", LEGAL));
    }

    UUID called(UUID supplier) {
        var id = opened(supplier);
        done(matters.callHearing(id, today().plusDays(10), "One of you offered a card.", LEGAL));
        return id;
    }

    UUID heard(UUID supplier) {
        var id = called(supplier);
        done(matters.answer(id, "It was a gift of the season.", Optional.empty(), contact(supplier)));
        return id;
    }

    UUID proposed(UUID matter, Blacklist.Scope scope) {
        return done(blacklist.propose(matter, scope, "It was admitted.", LEGAL));
    }

    static Blacklist.Scope until(LocalDate day) {
        return new Blacklist.Scope(false, day, null, null);
    }

    static Blacklist.Scope forGood() {
        return new Blacklist.Scope(true, null, null, null);
    }

    UUID barred(UUID supplier, Blacklist.Scope scope) {
        var matter = heard(supplier);
        done(blacklist.rule(proposed(matter, scope), Outcome.APPROVED, "", QUALITY));
        return matter;
    }

    UUID supplier() {
        return ASupplier.in(db);
    }

    static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }

    static void refused(Answer<?> answer, String key) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(((Answer.Refused<?>) answer).reasons()).extracting(Answer.Reason::key).isEqualTo(List.of(key));
    }
}
