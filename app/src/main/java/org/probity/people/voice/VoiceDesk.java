package org.probity.people.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.rule.Rules;
import org.springframework.stereotype.Component;

/**
 * The clocks of reports, for those the reports were sealed for; once a clock has run out, and for what nobody opened, for the union as well. A handler is not told that a message
 * came: whoever is left out of one would learn of it.
 */
@Component
class VoiceDesk implements Waiting {
    private final Cases cases;
    private final CaseCounts counts;
    private final Boards boards;
    private final KeyDirectory keys;
    private final Recovery recovery;
    private final Decisions decisions;
    private final Rules rules;

    VoiceDesk(Cases cases, CaseCounts counts, Boards boards, KeyDirectory keys, Recovery recovery, Decisions decisions, Rules rules) {
        this.cases = cases;
        this.counts = counts;
        this.boards = boards;
        this.keys = keys;
        this.recovery = recovery;
        this.decisions = decisions;
        this.rules = rules;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var waiting = new ArrayList<Duty>();
        if (keys.reads(me)) {
            cases.of(me).stream().filter(it -> it.due() != null).forEach(it -> {
                var first = it.acknowledged() == null;
                waiting.add(new Duty(Words.of(first ? "voice.duty.acknowledge" : "voice.duty.answer"), Words.of("voice.duty.case", it.number()), Words.of(first ? "voice.duty.acknowledge-why" : "voice.duty.answer-why"),
                        "voice.desk", "/app/voice", Optional.of(it.due())));
            });
            cases.of(me).stream().filter(it -> it.followUp() != null && !it.followUp().isAfter(boards.today())).forEach(it -> waiting.add(new Duty(Words.of("voice.duty.ask"), Words.of("voice.duty.case", it.number()),
                    Words.of("voice.duty.ask-why"), "voice.desk", "/app/voice", Optional.ofNullable(it.followUp()))));
        }
        keys.of(me.account()).stream().filter(it -> it.inForce() && !it.offeredOn().plusDays(rules.on(VoiceRule.KEY_DAYS, boards.today())).isAfter(boards.today())).forEach(it -> waiting.add(new Duty(Words.of("voice.duty.change"),
                s -> s.t("voice.duty.ruling", s.t(it.channel().key())), Words.of("voice.duty.change-why"), "voice.keys", "/app/voice/keys", Optional.empty())));
        recovery.asked(me).forEach(it -> waiting.add(new Duty(Words.of("voice.duty.share"), _ -> it.name(), Words.of("voice.duty.share-why"), "voice.desk", "/app/voice", Optional.empty())));
        recovery.thin(me).ifPresent(it -> waiting.add(new Duty(Words.of("voice.duty.leave"), Words.of("voice.duty.shares", it.still(), Recovery.SHARES), Words.of(it.enough() ? "voice.duty.leave-why" : "voice.duty.leave-late"),
                "voice.desk", "/app/voice", Optional.empty())));
        if (me.is(Role.UNION) || me.is(Role.LEGAL)) {
            Stream.of(KeyDirectory.ENTER, KeyDirectory.RETIRE).flatMap(matter -> decisions.waitingFor(matter, me).stream()).flatMap(it -> keys.find(it.subject()).filter(handler -> it.matter().equals(KeyDirectory.ENTER) || handler.inForce()).stream()).filter(it -> keys.mayRule(it, me))
                    .forEach(it -> waiting.add(new Duty(Words.of("voice.duty.rule"), s -> s.t("voice.duty.ruling", s.t(it.channel().key())), Words.of("voice.duty.ruling-why"), "voice.keys", "/app/voice/keys", Optional.empty())));
        }
        if (me.is(Role.UNION)) {
            var today = boards.today();
            var unopened = boards.unopened(rules.on(VoiceRule.ACKNOWLEDGE_DAYS, today));
            if (unopened > 0) {
                waiting.add(new Duty(Words.of("voice.duty.look"), Words.of("voice.duty.unopened"), Words.of("voice.duty.unopened-why"), "voice.keys", "/app/voice/keys", Optional.of(today)));
            }
            var late = counts.late();
            if (late > 0) {
                waiting.add(new Duty(Words.of("voice.duty.look"), Words.of("voice.duty.late"), Words.of("voice.duty.late-why"), "voice.keys", "/app/voice/keys", Optional.of(today)));
            }
        }
        if (me.is(Role.UNION)) {
            if (cases.thin()) {
                waiting.add(new Duty(Words.of("voice.duty.look"), Words.of("voice.duty.thin"), Words.of("voice.duty.thin-why"), "voice.keys", "/app/voice/keys", Optional.of(boards.today())));
            }
            keys.inForce().stream().filter(keys::gone).forEach(it -> waiting.add(new Duty(Words.of("voice.duty.take-out"), s -> s.t("voice.duty.ruling", s.t(it.channel().key())), Words.of("voice.duty.take-out-why"), "voice.keys",
                    "/app/voice/keys", Optional.empty())));
        }
        return waiting;
    }
}
