package org.probity.people.dialogue;

import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.measure.MeasureKind;
import org.springframework.stereotype.Component;

/** What is promised about a letter. Whoever may not read it knows it by its number; human resources see that a measure is done where only one person leads. */
@Component
class LetterMeasures implements MeasureKind {
    static final String KIND = "dialogue.letter";

    private final Mailbox mailbox;

    LetterMeasures(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public String key() {
        return KIND;
    }

    @Override
    public boolean mayLead(Me me) {
        return me.is(Role.HR) || !mailbox.headed(me).isEmpty();
    }

    @Override
    public Optional<About> about(UUID letter, Me me) {
        return mailbox.find(letter).flatMap(it -> mailbox.answers(it, me) ? Optional.of(new About(it.subject(), it.subject(), it.path(), true))
                : mailbox.wrote(it, me) ? Optional.of(new About(it.subject(), it.subject(), it.path(), false))
                : Mailbox.counts(me) ? Optional.of(new About(it.number(), it.number(), it.path(), me.is(Role.HR))) : Optional.empty());
    }
}
