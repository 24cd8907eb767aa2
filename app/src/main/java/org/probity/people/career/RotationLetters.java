package org.probity.people.career;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a round is matched, whoever got a post learns of it, and their present manager for the first time. */
@Component
class RotationLetters {
    private record Got(UUID opening, UUID person, String number, String roleEn, String roleZh, @Nullable UUID account, @Nullable UUID manager) {}

    private final JdbcClient db;
    private final Register register;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    RotationLetters(JdbcClient db, Register register, Accounts accounts, Outbox outbox, Company company) {
        this.db = db;
        this.register = register;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void matched(Matches.Matched matched) {
        db.sql("""
                SELECT listed.opening, listed.person, round.number, opening.role_en, opening.role_zh, own.account, above.account AS manager
                  FROM career.shortlisted AS listed
                  JOIN career.opening ON opening.id = listed.opening
                  JOIN career.round ON round.id = opening.round
                  LEFT JOIN directory.pass AS own ON own.person = listed.person
                  LEFT JOIN directory.managers(:day, 'infinity') AS managed ON managed.person = listed.person
                  LEFT JOIN directory.pass AS above ON above.person = managed.manager
                 WHERE opening.round = :round AND listed.got
                """)
                .param("day", register.today()).param("round", matched.round()).query(Got.class).list().forEach(it -> {
                    write(it.account(), "career.letter.shortlisted", it);
                    write(it.manager(), "career.letter.release", it);
                });
    }

    private void write(@Nullable UUID account, String key, Got it) {
        if (account != null) {
            accounts.find(account).ifPresent(to -> {
                var lang = Lang.of(to.language()).orElse(Lang.EN);
                outbox.write(new Letter(to.email(), lang, key, List.of(company.signs(lang), it.number(), lang == Lang.ZH ? it.roleZh() : it.roleEn()),
                        "/app/careers/moves/" + it.opening() + "/" + it.person()));
            });
        }
    }
}
