package org.probity.people.voice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Option;

/**
 * Whose keys there are, and what waits for a second person.
 *
 * @param standing how the clocks were kept; for the union and legal affairs
 * @param left keys of those who may no longer come in; for them as well
 * @param again how they come to their key without its words
 */
public record KeysPage(List<Handler> inForce, List<Waits> waiting, List<Handler> mine, CaseCounts.@Nullable Standing standing, List<Handler> left, Again again, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** A key that was offered, or is to be taken out. */
    public record Waits(UUID proposal, String matter, String reason, Handler handler) {
        public boolean enters() {
            return matter.equals(KeyDirectory.ENTER);
        }
    }

    /** @param asks whether they can ask for their shares now */
    public record Again(List<Recovery.Passkey> passkeys, Recovery.@Nullable Left left, boolean asks) {
        static final Again NONE = new Again(List.of(), null, false);
    }

    /** Their own keys, which the script opens with the old words when a new one takes their place. */
    public String wrapped() {
        return mine.stream().filter(Handler::inForce).map(Handler::wrapped).collect(Collectors.joining(","));
    }

    public List<Option> channels(Screen s) {
        return Arrays.stream(Channel.values()).map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }

    public Table<Handler> table(Screen s) {
        return Table.of(s, inForce)
                .caption(s.t("voice.keys-in-force"))
                .text("voice.channel", it -> s.t(it.channel().key()))
                .text("voice.name", Handler::name)
                .text("voice.function", it -> it.function(s.lang()))
                .text("voice.fingerprint", Handler::fingerprint)
                .day("voice.offered-on", Handler::offeredOn);
    }

    public List<Fact> counts(Screen s) {
        return standing == null ? List.of() : List.of(
                new Fact(s.t("voice.count.reports"), s.t("voice.at-least", standing.reports())),
                new Fact(s.t("voice.count.open"), s.t("voice.at-least", standing.open())),
                new Fact(s.t("voice.count.acknowledged-late"), s.t("voice.at-least", standing.acknowledgedLate())),
                new Fact(s.t("voice.count.answered-late"), s.t("voice.at-least", standing.answeredLate())),
                new Fact(s.t("voice.count.harmed"), s.t("voice.at-least", standing.harmed())),
                new Fact(s.t("voice.count.unopened"), s.t(standing.unopened() ? "voice.there-are" : "voice.there-are-none")));
    }

    public String was(String field) {
        return typed.getOrDefault(field, "");
    }
}
