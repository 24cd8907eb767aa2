package org.probity.people.career;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Lang;
import org.probity.shapes.rule.Rules;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Levels hold for a term. Some weeks before it ends their holders are told, once, so that they can show it again in time. */
@Component
class Expiry {
    /** A level that ends. */
    record Ending(UUID account, String track, Ladder ladder, String trackEn, String trackZh, int level, LocalDate untilDay) {
        String code() {
            return ladder.name() + level;
        }
    }

    private final JdbcClient db;
    private final Rules rules;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    Expiry(JdbcClient db, Rules rules, Accounts accounts, Outbox outbox, Company company) {
        this.db = db;
        this.rules = rules;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    @Transactional
    void aDayBegins(DayHasBegun begun) {
        var last = begun.day().plusDays(rules.on(CareerRule.REMIND_DAYS, begun.day()));
        for (var it : ending(begun.day(), last, last, null)) {
            accounts.find(it.account()).filter(to -> !to.disabled()).ifPresent(to -> {
                var lang = Lang.of(to.language()).orElse(Lang.EN);
                outbox.write(new Letter(to.email(), lang, "career.letter.expires",
                        List.of(company.signs(lang), lang == Lang.ZH ? it.trackZh() : it.trackEn(), it.code(), it.untilDay()), "/app/careers/tracks/" + it.track()));
            });
        }
    }

    /** Levels of somebody that end within the days of the rule and for which no application is open. */
    List<Ending> of(UUID person, LocalDate today) {
        return ending(today, today, today.plusDays(rules.on(CareerRule.REMIND_DAYS, today)), person);
    }

    private List<Ending> ending(LocalDate day, LocalDate from, LocalDate to, @Nullable UUID person) {
        return db.sql("""
                SELECT pass.account, held.track, track.ladder, track.name_en AS track_en, track.name_zh AS track_zh, held.level, held.until_day
                  FROM career.held(:day, 'infinity') AS held
                  JOIN career.tracks(:day, 'infinity') AS track ON track.code = held.track
                  JOIN directory.pass ON pass.person = held.person
                 WHERE held.until_day BETWEEN :from AND :to
                   AND NOT EXISTS (SELECT FROM career.application
                                    WHERE application.person = held.person AND application.track = held.track AND application.level >= held.level
                                      AND (SELECT state FROM career.step WHERE step.application = application.id ORDER BY no DESC LIMIT 1) IN ('DRAFT', 'SENT', 'PANEL'))
                """ + (person == null ? "" : " AND held.person = :person"))
                .param("day", day).param("from", from).param("to", to).param("person", person)
                .query(Ending.class).list();
    }
}
