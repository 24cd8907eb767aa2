package org.probity.people.voice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.voice.Age.Key;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Handlers for a test: each with a key that two people entered. The room's tables are emptied first: the list of readers is one for the whole house. */
record Readers(KeyDirectory keys, JdbcClient db, Log log) {
    record One(Me me, UUID handler, Key key) {}

    Readers {
        db.sql("TRUNCATE voice.restored, voice.given, voice.recovery, voice.share, voice.quorum, voice.passkey, voice.reminder, voice.review, voice.moved, voice.heard, voice.asked, voice.recused, voice.note, voice.step, voice.team, voice.card, voice.opened, voice.answer, voice.message, voice.received, voice.retired, voice.entered, voice.directory, voice.handler").update();
    }

    static Me somebody(String name, Role... roles) {
        return new Me(UUID.randomUUID(), name, Set.of(roles), Optional.empty());
    }

    static String wrapped() {
        return "QUJD".repeat(50);
    }

    UUID proposal(UUID handler, String matter) {
        return db.sql("SELECT id FROM decision.proposal WHERE subject = :handler AND matter = :matter AND open ORDER BY proposed_at DESC LIMIT 1").param("handler", handler).param("matter", matter).query(UUID.class).single();
    }

    One offered(Channel channel, Me me) {
        return offered(channel, me, Age.key(), wrapped());
    }

    private One offered(Channel channel, Me me, Key key, String wrapped) {
        return new One(me, ((Answer.Done<UUID>) keys.offer(channel.name(), "Reads reports", "受理举报", key.recipient(), wrapped, me)).value(), key);
    }

    One entered(Channel channel, Me me) {
        return entered(channel, me, Age.key(), wrapped());
    }

    /** @param wrapped the key under words, for somebody who comes with a browser */
    One entered(Channel channel, Me me, Key key, String wrapped) {
        var one = offered(channel, me, key, wrapped);
        var second = somebody("Second", channel == Channel.UNION || channel == Channel.COMMITTEE ? Role.LEGAL : Role.UNION);
        if (!(keys.rule(KeyDirectory.ENTER, proposal(one.handler(), KeyDirectory.ENTER), Outcome.APPROVED, second) instanceof Answer.Done<UUID>)) {
            throw new IllegalStateException("not entered: " + one);
        }
        log.settle();
        return one;
    }

    static String refusal(Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?>(var done) -> "done: " + done;
            case Answer.Refused<?>(var reasons) -> List.copyOf(reasons).getFirst().key();
        };
    }
}
