package org.probity.people.career;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.probity.people.career.Application.State;
import org.springframework.stereotype.Component;

/** What of careers waits for a person: their own draft, a panel they sit on, an application without a panel, an edition to approve, somebody to let go, a level that ends. */
@Component
class CareerDesk implements Waiting {
    private final Applications applications;
    private final Seats seats;
    private final Editions editions;
    private final Moves moves;
    private final Expiry expiry;
    private final Directory directory;

    CareerDesk(Applications applications, Seats seats, Editions editions, Moves moves, Expiry expiry, Directory directory) {
        this.applications = applications;
        this.seats = seats;
        this.editions = editions;
        this.moves = moves;
        this.expiry = expiry;
        this.directory = directory;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (me.supplier().isPresent() || me.is(Role.CUSTOMER)) {
            return List.of();
        }
        var drafts = directory.personOf(me).stream().flatMap(person -> applications.of(person).stream()).filter(it -> it.state() == State.DRAFT)
                .map(it -> duty("career.desk.write", it));
        var votes = seats.of(me).stream().filter(it -> !it.voted() || it.decides())
                .map(it -> duty(it.voted() ? "career.desk.decide" : "career.desk.vote", it.application()));
        var calls = me.is(Role.HR) ? applications.lines(Query.all("/app/careers/applications").with("state", State.SENT.name())).stream().filter(it -> !it.openedBy().equals(me.account()))
                .map(it -> duty("career.desk.call", it)) : Stream.<Duty>empty();
        var waits = me.is(Role.HR) || me.is(Role.UNION) ? editions.all().stream().filter(it -> it.open() && !it.madeBy().equals(me.account()))
                .map(it -> new Duty(Words.of("career.desk.approve"), s -> s.t("career.editions"), Words.of("career.edition-open"), "career.title", "/app/careers/editions", Optional.empty()))
                : Stream.<Duty>empty();
        var person = directory.personOf(me);
        var releases = moves.toRelease(me).stream()
                .map(it -> new Duty(Words.of("career.desk.release"), s -> it.name(s.lang()) + " · " + it.role(s.lang()), Words.of("career.move.RELEASE"), "career.rounds",
                        "/app/careers/moves/" + it.opening() + "/" + it.person(), Optional.of(moves.lastRelease(it))));
        var ends = person.stream().flatMap(it -> expiry.of(it, editions.today()).stream()).map(it -> new Duty(Words.of("career.desk.again"),
                s -> (s.lang() == Lang.ZH ? it.trackZh() : it.trackEn()) + " " + it.code(), Words.of("career.desk.ends"), "career.title", "/app/careers/tracks/" + it.track(), Optional.of(it.untilDay())));
        return Stream.of(drafts, votes, calls, waits, releases, ends).flatMap(it -> it).toList();
    }

    private static Duty duty(String act, Application it) {
        return new Duty(Words.of(act), s -> it.number() + " · " + it.track(s.lang()) + " " + it.code(), Words.of("career.state." + it.state()), "career.title",
                "/app/careers/applications/" + it.id(), Optional.empty());
    }
}
