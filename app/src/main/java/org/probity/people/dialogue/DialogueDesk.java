package org.probity.people.dialogue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.shapes.gathering.Minutes;
import org.springframework.stereotype.Component;

/** Letters to answer, meetings one is asked to, minutes to write or to read, points that nobody answered, and what is to be told. Lists that are open are the occasion's to say. */
@Component
class DialogueDesk implements Waiting {
    /** After a meeting, in days. */
    private static final int FOLLOWED_IN = 14;
    private static final int WRITTEN_IN = 7;

    private final Meetings meetings;
    private final Points points;
    private final Reading reading;
    private final Minutes minutes;
    private final Mailbox mailbox;
    private final Clock clock;

    DialogueDesk(Meetings meetings, Points points, Reading reading, Minutes minutes, Mailbox mailbox, Clock clock) {
        this.meetings = meetings;
        this.points = points;
        this.reading = reading;
        this.minutes = minutes;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (me.roles().stream().anyMatch(Role::outside)) {
            return List.of();
        }
        var reader = reading.ofDesk(me);
        return Stream.concat(mailbox.waiting(me).stream().map(DialogueDesk::duty), meetings.open(reader, me).stream().flatMap(it -> duty(it, reader, me))).toList();
    }

    private static Duty duty(Post it) {
        return new Duty(Words.of("dialogue.desk.letter"), s -> it.subject() + " · " + it.number(), s -> it.place(s.lang()), "dialogue.title", it.path(), Optional.of(it.dueDay()));
    }

    private Stream<Duty> duty(Meeting it, Reading.Reader reader, Me me) {
        var opened = it.occasion().openedBy().equals(me.account());
        return switch (it.occasion().state(clock.instant())) {
            case PLANNED -> reader.takesPart().contains(it.id()) ? Stream.of(duty(it, "dialogue.desk.come", 0)) : Stream.empty();
            case LIST_OPEN, CALLED_OFF -> Stream.empty();
            case MINUTES_OWED -> opened ? Stream.of(duty(it, "dialogue.desk.write", WRITTEN_IN)) : Stream.empty();
            case MINUTES_UNREAD -> reader.takesPart().contains(it.id()) && minutes.wasThere(it.occasion(), me) && minutes.versions(it.id()).stream().findFirst().filter(newest -> !newest.by().equals(me.account())).isPresent()
                    ? Stream.of(duty(it, "dialogue.desk.read", WRITTEN_IN)) : Stream.empty();
            case HELD -> opened || reader.leads().contains(it.place())
                    ? Stream.of(duty(it, points.unanswered(it.id()) > 0 ? "dialogue.desk.answer" : "dialogue.desk.publish", FOLLOWED_IN)) : Stream.empty();
        };
    }

    private Duty duty(Meeting it, String act, int days) {
        return new Duty(Words.of(act), s -> it.occasion().title(), s -> s.t(it.form().key()) + " · " + it.place(s.lang()), "dialogue.title", it.path(),
                Optional.of(it.occasion().day(clock.getZone()).plusDays(days)));
    }
}
