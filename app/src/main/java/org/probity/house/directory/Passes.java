package org.probity.house.directory;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which account a person of the directory signs in with, and that nobody signs in after they have left. */
@Service
public class Passes {
    private record Leaver(UUID person, UUID account, LocalDate lastDay) {}

    private final JdbcClient db;
    private final Directory directory;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Acts acts;

    Passes(JdbcClient db, Directory directory, Accounts accounts, AuditTrail trail, Acts acts) {
        this.db = db;
        this.directory = directory;
        this.accounts = accounts;
        this.trail = trail;
        this.acts = acts;
    }

    /** The account somebody signs in with. */
    public Optional<Account> of(UUID person) {
        return db.sql("SELECT account FROM directory.account WHERE person = :person").param("person", person)
                .query(UUID.class).optional().flatMap(accounts::find);
    }

    /**
     * Lets somebody of the directory in: an account that has their work e-mail becomes theirs; otherwise they are invited as an employee.
     *
     * <p>Refusals: {@code directory.email-missing}; {@code directory.not-engaged} (on this day); {@code directory.has-account};
     * {@code directory.account-of-another} (the account is another person's, or a supplier's contact's); what {@link Accounts#invite} says.
     */
    @Transactional
    public Answer<UUID> invite(UUID person, String language, UUID by) {
        var found = directory.person(person).orElseThrow(() -> new IllegalArgumentException("no person " + person));
        var today = acts.today();
        if (found.email().isEmpty()) {
            return Answer.refused("", "directory.email-missing");
        }
        if (found.stretches().stream().noneMatch(it -> it.covers(today))) {
            return Answer.refused("", "directory.not-engaged", today);
        }
        if (of(person).isPresent()) {
            return Answer.refused("", "directory.has-account");
        }
        var there = accounts.find(found.email());
        if (there.isPresent()) {
            return there.get().supplier().isPresent() || !link(person, there.get().id(), by)
                    ? Answer.refused("", "directory.account-of-another")
                    : Answer.done(there.get().id());
        }
        var name = found.nameEn().isEmpty() || language.equals("zh") && !found.nameZh().isEmpty() ? found.nameZh() : found.nameEn();
        return switch (accounts.invite(new Accounts.Newcomer(name, found.email(), Set.of(Role.EMPLOYEE), Optional.empty(), language), by)) {
            case Ruling.Denied<UUID>(var field, var key, var args) -> Answer.refused("", key, args.toArray());
            case Ruling.Granted<UUID>(var account) -> {
                link(person, account, by);
                yield Answer.done(account);
            }
        };
    }

    private boolean link(UUID person, UUID account, UUID by) {
        var linked = db.sql("""
                INSERT INTO directory.account (person, account, linked_at, linked_by)
                VALUES (:person, :account, :now, :by)
                ON CONFLICT DO NOTHING
                """)
                .param("person", person).param("account", account).param("now", acts.now()).param("by", by)
                .update() == 1;
        if (linked) {
            trail.note("directory.linked", by, account, Map.of());
        }
        return linked;
    }

    /**
     * Whoever is engaged nowhere on the day that begins, and was until before it, is kept out from then on. A retiree still belongs to the
     * house. The last administrator stays, or nobody could let anybody in: the trail says so.
     */
    @EventListener
    void keepLeaversOut(DayHasBegun begun) {
        var leavers = db.sql("""
                SELECT account.person, account.account, max(e.until_day) AS last_day
                  FROM directory.account
                  JOIN directory.engagement e ON e.person = account.person AND e.superseded_at IS NULL AND e.from_day < :day
                 GROUP BY account.person, account.account
                HAVING max(coalesce(e.until_day, 'infinity')) < :day
                   AND NOT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') AS engaged WHERE engaged.person = account.person)
                """)
                .param("day", begun.day())
                .query(Leaver.class).list();
        for (var leaver : leavers) {
            if (accounts.find(leaver.account()).orElseThrow().disabled()) {
                continue;
            }
            switch (accounts.disable(leaver.account(), "directory: " + leaver.lastDay(), Accounts.HOUSE)) {
                case Ruling.Granted<UUID> _ -> {}
                case Ruling.Denied<UUID>(var field, var key, var args) ->
                        trail.note("directory.leaver-stays", Accounts.HOUSE, leaver.account(), Map.of("why", key, "last", leaver.lastDay().toString()));
            }
        }
    }
}
