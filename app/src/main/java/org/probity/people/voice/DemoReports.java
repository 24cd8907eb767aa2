package org.probity.people.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.rule.Rules;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What browsers of invented people send and are given, for the demo's story: the room's own doors, which nobody else inside the house may use. Only a demo has it. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
public class DemoReports {
    /** Somebody for whom reports are sealed. */
    public record Reader(UUID id, UUID account, String name, String recipient) {}

    private final KeyDirectory keys;
    private final Boards boards;
    private final Cases cases;
    private final Rules rules;
    private final JdbcClient db;

    DemoReports(KeyDirectory keys, Boards boards, Cases cases, Rules rules, JdbcClient db) {
        this.rules = rules;
        this.keys = keys;
        this.boards = boards;
        this.cases = cases;
        this.db = db;
    }

    public Answer<UUID> offer(Channel channel, String functionEn, String functionZh, String recipient, String wrapped, Me me) {
        return keys.offer(channel.name(), functionEn, functionZh, recipient, wrapped, me);
    }

    /** The second person. */
    public Answer<UUID> enter(UUID handler, Me by) {
        return keys.rule(KeyDirectory.ENTER, keys.open(KeyDirectory.ENTER, handler).orElseThrow().id(), Outcome.APPROVED, by);
    }

    /** Counsel says how long a key may stay. */
    public Answer<LocalDate> keysStay(int days, LocalDate from, String source, Me legal) {
        return rules.decide(VoiceRule.ALL, VoiceRule.KEY_DAYS.code(), days, from, source, legal);
    }

    public List<Reader> readers(Channel channel) {
        return keys.inForce().stream().filter(it -> it.channel() == channel).map(it -> new Reader(it.id(), it.account(), it.name(), it.recipient())).toList();
    }

    public Answer<String> post(String tag, byte[] sealed) {
        return boards.post(tag, sealed);
    }

    /** A day is over: what came is entered in the log. */
    public void dayOver(LocalDate day) {
        boards.aDayBegins(new DayHasBegun(day.plusDays(1)));
    }

    public Answer<UUID> open(String tag, Channel channel, Category category, @Nullable UUID site, List<Reader> team, Me me) {
        return cases.open(db.sql("SELECT sha256 FROM voice.message WHERE tag = :tag").param("tag", tag).query(String.class).single(), channel.name(), category.name(), Via.WEB.name(), null, site, team.stream().map(Reader::id).toList(), "", me);
    }

    public Optional<UUID> card(String tag) {
        return db.sql("SELECT card.id FROM voice.card JOIN voice.message ON message.sha256 = card.message WHERE message.tag = :tag").param("tag", tag).query(UUID.class).optional();
    }

    /** @param step {@code ACKNOWLEDGED}, {@code ANSWERED}, {@code CLOSED}, {@code ASKED} @param outcome of a case that closes; otherwise empty */
    public Answer<UUID> answer(UUID card, byte[] sealed, String step, String outcome, Me me) {
        return cases.answer(card, sealed, step, outcome, me);
    }

    public Answer<UUID> heard(UUID card, Card.Heard heard, Me me) {
        return cases.heard(card, heard.name(), me);
    }
}
