package org.probity.people.dialogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Lang;
import org.probity.shapes.gathering.Guests.Guest;
import org.probity.shapes.gathering.Occasions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks people to come, once more the day before, says when a meeting is called off, and what came of it; tells of letters that came and of answers. Whoever has no account is asked by those who lead. */
@Component
class DialogueLetters {
    private static final List<Integer> ON_DAYS_LEFT = List.of(2, -1);

    private final JdbcClient db;
    private final Meetings meetings;
    private final Mailbox mailbox;
    private final Occasions occasions;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    DialogueLetters(JdbcClient db, Meetings meetings, Mailbox mailbox, Occasions occasions, Accounts accounts, Outbox outbox, Company company) {
        this.db = db;
        this.meetings = meetings;
        this.mailbox = mailbox;
        this.occasions = occasions;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void invited(Meetings.Invited invited) {
        write(invited.meeting(), invited.whom(), "dialogue.letter.invited");
    }

    @EventListener
    void calledOff(Occasions.CalledOff off) {
        meetings.find(off.occasion().id()).ifPresent(it -> write(it, asked(it), "dialogue.letter.called-off"));
    }

    /** Those who were asked or were there; everybody else who works there finds it on their pages. */
    @EventListener
    void told(Points.Told told) {
        var whom = new HashSet<>(asked(told.meeting()));
        whom.addAll(meetings.there(told.meeting().id()));
        write(told.meeting(), whom, "dialogue.letter.told");
    }

    /** The day before. The same day twice reminds once. */
    @EventListener
    void on(DayHasBegun begun) {
        meetings.on(begun.day().plusDays(1)).forEach(it -> {
            if (db.sql("INSERT INTO dialogue.reminder (meeting, day) VALUES (:meeting, :day) ON CONFLICT DO NOTHING").param("meeting", it.id()).param("day", begun.day()).update() > 0) {
                write(it, asked(it), "dialogue.letter.tomorrow");
            }
        });
    }

    @EventListener
    void written(Mailbox.Written written) {
        mailbox.readers(written.letter().place()).forEach(to -> write(written.letter(), to, "dialogue.letter.came"));
    }

    @EventListener
    void answered(Mailbox.Answered answered) {
        mailbox.writer(answered.letter()).ifPresent(to -> write(answered.letter(), to, "dialogue.letter.answered"));
    }

    /** Two days before the day, and when it is over. The same day twice reminds once. */
    @EventListener
    void remind(DayHasBegun begun) {
        for (var left : ON_DAYS_LEFT) {
            mailbox.due(begun.day().plusDays(left)).forEach(it -> {
                if (db.sql("INSERT INTO dialogue.letter_reminder (letter, day) VALUES (:letter, :day) ON CONFLICT DO NOTHING").param("letter", it.id()).param("day", begun.day()).update() > 0) {
                    mailbox.readers(it.place()).forEach(to -> write(it, to, "dialogue.letter.due"));
                }
            });
        }
    }

    private void write(Post it, UUID account, String key) {
        accounts.find(account).filter(to -> !to.disabled()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, key, List.of(company.signs(lang), it.number(), it.place(lang), it.dueDay()), it.path()));
        });
    }

    private List<UUID> asked(Meeting it) {
        return occasions.asked(it.id()).stream().map(Guest::id).toList();
    }

    private void write(Meeting it, Collection<UUID> people, String key) {
        db.sql("SELECT account FROM directory.pass WHERE person = ANY (:people)").param("people", people.toArray(UUID[]::new)).query(UUID.class).list()
                .forEach(account -> accounts.find(account).filter(to -> !to.disabled()).ifPresent(to -> {
                    var lang = Lang.of(to.language()).orElse(Lang.EN);
                    outbox.write(new Letter(to.email(), lang, key, List.of(company.signs(lang), it.occasion().title(), it.place(lang), it.occasion().day(meetings.zone())), it.path()));
                }));
    }
}
