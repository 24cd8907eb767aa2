package org.probity.people.voice;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * The cards of a handler, and the place where their browser shows what was written.
 *
 * @param restored keys that came back, beside the key under whose words they lie
 */
public record DeskPage(List<Handler> keys, Map<UUID, List<String>> restored, List<Recovery.Passkey> passkeys, List<Card> cards, LocalDate today) implements Page {
    /** What the script opens with the words that are typed. */
    public String wrapped() {
        return keys.stream().flatMap(it -> Stream.concat(Stream.of(it.wrapped()), restored.getOrDefault(it.id(), List.of()).stream()).map(wrapped -> it.id() + " " + wrapped)).collect(Collectors.joining(","));
    }

    /** What it opens with a passkey of this device. */
    public String byPasskey() {
        return passkeys.stream().map(it -> it.credential() + " " + it.wrapped()).collect(Collectors.joining(","));
    }

    public List<Option> outcomes(Screen s) {
        return Arrays.stream(Card.Outcome.values()).map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }

    public List<Option> becauses(Screen s) {
        return Card.Because.chosen().stream().map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }

    public List<Option> channels(Screen s) {
        return Arrays.stream(Channel.values()).map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }

    public List<Option> results(Screen s) {
        return Arrays.stream(Card.Heard.values()).map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }

    public Table<Card> table(Screen s) {
        return Table.of(s, cards)
                .caption(s.t("voice.cards"))
                .text("voice.number", it -> it.reviews() == null ? it.number() : s.t("voice.review-of", it.number(), it.reviews()))
                .text("voice.channel", it -> s.t(it.channel().key()))
                .text("voice.category", it -> s.t(it.category().key()))
                .text("voice.sort.WAY", it -> s.t(it.via().key()))
                .text("voice.site", it -> it.site(s.lang()))
                .day("voice.received", Card::received)
                .day("voice.due", Card::due)
                .state("voice.state", it -> new State(it.late(today) ? Mark.BAD : it.state() == Card.State.CLOSED ? Mark.GOOD : Mark.WARN, s.t(it.late(today) ? "voice.state.LATE" : it.review() != null ? it.review().key() : it.state().key())));
    }
}
