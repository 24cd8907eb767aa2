package org.probity.people.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.probity.house.access.Accounts;
import org.probity.house.access.Role;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to handlers before a clock of theirs runs out and after it has, and then to the union as well. A letter passes servers that others keep: it says which clock and which day, and
 * neither a number nor what the case is about. The union is told that there is one, not which.
 */
@Component
class VoiceLetters {
    /** Days before the last day, and after it (negative). */
    static final List<Integer> ON_DAYS_LEFT = List.of(14, 2, -1, -8);

    private final CaseCounts counts;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    VoiceLetters(CaseCounts counts, Accounts accounts, Outbox outbox, Company company) {
        this.counts = counts;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    /** One letter for all clocks of a kind and day that somebody keeps. The same day twice writes once. */
    @EventListener
    void on(DayHasBegun begun) {
        var clocks = counts.clocks(begun.day(), ON_DAYS_LEFT);
        clocks.stream().map(it -> new Told(it.account(), it.due(), it.first(), it.daysLeft())).distinct().forEach(this::tell);
        if (clocks.stream().anyMatch(it -> it.daysLeft() < 0)) {
            accounts.holding(Role.UNION).forEach(it -> write(it.id(), "voice.letter.union", lang -> List.of(company.signs(lang)), "/app/voice/keys"));
        }
    }

    private record Told(UUID account, LocalDate due, boolean first, int daysLeft) {}

    private void tell(Told it) {
        var key = it.daysLeft() < 0 ? it.first() ? "voice.letter.acknowledge-late" : "voice.letter.answer-late" : it.first() ? "voice.letter.acknowledge" : "voice.letter.answer";
        write(it.account(), key, lang -> List.of(company.signs(lang), it.due()), "/app/voice");
    }

    private void write(UUID account, String key, Function<Lang, List<Object>> args, String path) {
        accounts.find(account).filter(to -> !to.disabled()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, key, args.apply(lang), path));
        });
    }
}
