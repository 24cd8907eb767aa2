package org.probity.shapes.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to owners about what they owe, in the transaction of what it tells about, and as days begin; when something is late, whoever wrote it down hears of it too. */
@Component
class MeasureLetters {
    /** Days before the due day, and after it (negative). */
    static final List<Integer> ON_DAYS_LEFT = List.of(7, 1, -1, -7, -14, -30);
    private static final int TOLD_TO_BOTH = -7;

    private final JdbcClient db;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    MeasureLetters(JdbcClient db, Accounts accounts, Outbox outbox, Company company) {
        this.db = db;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void moved(Measures.Moved moved) {
        var it = moved.after();
        switch (it.state()) {
            case PROMISED -> promised(it);
            case RETURNED -> write(it.owner(), "measure.letter.back", lang -> List.of(company.signs(lang), it.what(), it.words(), it.dueDay()), "/app/measures/" + it.id());
            case DONE, SEEN, DROPPED -> {}
        }
    }

    @EventListener
    void handedOver(Measures.HandedOver handed) {
        promised(handed.after());
    }

    private void promised(Measure it) {
        if (!it.owner().equals(it.promisedBy())) {
            write(it.owner(), "measure.letter.promised", lang -> List.of(company.signs(lang), it.what(), it.dueDay()), "/app/measures/" + it.id());
        }
    }

    /** One letter an owner and due day, whatever the number. The same day twice reminds once. */
    @EventListener
    void on(DayHasBegun begun) {
        var day = begun.day();
        var reminded = db.sql("""
                INSERT INTO measure.reminder (promise, day, days_left)
                SELECT id, :day, due_day - :day
                  FROM measure.standing
                 WHERE state IN ('PROMISED', 'RETURNED')
                   AND due_day IN (SELECT CAST(:day AS date) + days FROM unnest(CAST(:days AS int[])) AS days)
                ON CONFLICT DO NOTHING
                RETURNING promise
                """)
                .param("day", day).param("days", ON_DAYS_LEFT.toArray(Integer[]::new))
                .query(UUID.class).list();
        var byOwner = new LinkedHashMap<Map.Entry<UUID, LocalDate>, List<Measure>>();
        db.sql("SELECT * FROM measure.standing WHERE id = ANY (:ids) ORDER BY owner, due_day, number").param("ids", reminded.toArray(UUID[]::new))
                .query(Measure.class).list().forEach(it -> byOwner.computeIfAbsent(Map.entry(it.owner(), it.dueDay()), one -> new ArrayList<>()).add(it));
        byOwner.forEach((to, owed) -> tell(to.getKey(), owed, day));
    }

    private void tell(UUID owner, List<Measure> owed, LocalDate day) {
        var first = owed.getFirst();
        var left = first.dueDay().toEpochDay() - day.toEpochDay();
        var href = owed.size() == 1 ? "/app/measures/" + first.id() : "/app";
        write(owner, left < 0 ? "measure.letter.late" : "measure.letter.due", lang -> List.of(company.signs(lang), first.what(), (long) owed.size(), first.dueDay(), Math.abs(left)), href);
        if (left == TOLD_TO_BOTH) {
            owed.stream().filter(it -> !it.promisedBy().equals(owner)).forEach(it -> write(it.promisedBy(), "measure.letter.behind",
                    lang -> List.of(company.signs(lang), it.what(), it.dueDay(), -left), "/app/measures/" + it.id()));
        }
    }

    private void write(UUID account, String key, Function<Lang, List<Object>> args, String path) {
        accounts.find(account).filter(to -> !to.disabled()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, key, args.apply(lang), path));
        });
    }
}
