package org.probity.disclosure.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Term;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers' contacts and until when each may look. The role opens nothing before it is agreed and nothing after the last day. */
@Service
public class Customers implements Term {
    /** Longer than that nobody remembers whom they let in; it can be agreed anew. */
    static final int YEARS_MOST = 2;

    /** As typed. */
    public record Form(String customer, String name, String email, String language, String lastDay) {
        static final Form EMPTY = new Form("", "", "", "en", "");
    }

    /** @param lastDay the last on which they may look */
    public record Access(UUID id, UUID account, int no, String customer, LocalDate lastDay, UUID agreedBy, Instant agreedAt) {}

    private final JdbcClient db;
    private final Accounts accounts;
    private final Log log;
    private final Clock clock;

    Customers(JdbcClient db, Accounts accounts, Log log, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Role role() {
        return Role.CUSTOMER;
    }

    @Override
    public boolean runs(UUID account) {
        return of(account).filter(it -> !it.lastDay().isBefore(LocalDate.now(clock))).isPresent();
    }

    /**
     * Invites a customer's contact, who looks until a day.
     *
     * <p>Refusals: {@code customer.unnamed}; {@code customer.day-wrong}; {@code customer.day-past}; {@code customer.day-far} more than
     * {@value #YEARS_MOST} years away; those of {@link Accounts#invite}.
     */
    @Transactional
    public Answer<Access> invite(Form form, Me by) {
        if (form.customer().isBlank()) {
            return Answer.refused("customer", "customer.unnamed");
        }
        var objection = objection(form.lastDay());
        if (objection.isPresent()) {
            return new Answer.Refused<>(List.of(objection.get()));
        }
        var newcomer = new Accounts.Newcomer(form.name(), form.email(), Set.of(Role.CUSTOMER), Optional.empty(), form.language().equals("zh") ? "zh" : "en");
        return switch (accounts.invite(newcomer, by.account())) {
            case Ruling.Denied<UUID>(var field, var key, var args) -> new Answer.Refused<>(List.of(new Answer.Reason(field, key, args)));
            case Ruling.Granted<UUID>(var account) -> Answer.done(agree(account, form.customer(), Typed.day(form.lastDay()).orElseThrow(), by));
        };
    }

    /** Binds an account with a customer's role to its customer; the caller has invited it. */
    @Transactional
    public Access agree(UUID account, String customer, LocalDate lastDay, Me by) {
        db.sql("INSERT INTO customer.customer (id, name) VALUES (:id, :name) ON CONFLICT (lower(name)) DO NOTHING")
                .param("id", UUID.randomUUID()).param("name", customer.strip())
                .update();
        return until(account, db.sql("SELECT id FROM customer.customer WHERE lower(name) = lower(:name)").param("name", customer.strip()).query(UUID.class).single(),
                lastDay, by);
    }

    /**
     * Agrees another last day. Refusals: {@code customer.unknown} no customer's contact; {@code customer.day-wrong}; {@code customer.day-past};
     * {@code customer.day-far}.
     */
    @Transactional
    public Answer<Access> prolong(UUID account, String typed, Me by) {
        var before = of(account);
        if (before.isEmpty()) {
            return Answer.refused("", "customer.unknown");
        }
        var objection = objection(typed);
        return objection.<Answer<Access>>map(it -> new Answer.Refused<>(List.of(it)))
                .orElseGet(() -> Answer.done(until(account, customer(account), Typed.day(typed).orElseThrow(), by)));
    }

    /** Ends access at once. Refusals: {@code customer.unknown}; {@code customer.ended} it is over already. */
    @Transactional
    public Answer<Access> end(UUID account, Me by) {
        if (of(account).isEmpty()) {
            return Answer.refused("", "customer.unknown");
        }
        if (!runs(account)) {
            return Answer.refused("", "customer.ended");
        }
        return Answer.done(until(account, customer(account), LocalDate.now(clock).minusDays(1), by));
    }

    private Optional<Answer.Reason> objection(String typed) {
        var day = Typed.day(typed);
        var today = LocalDate.now(clock);
        if (day.isEmpty()) {
            return Optional.of(new Answer.Reason("lastDay", "customer.day-wrong", List.of()));
        }
        return day.get().isBefore(today) ? Optional.of(new Answer.Reason("lastDay", "customer.day-past", List.of()))
                : day.get().isAfter(today.plusYears(YEARS_MOST)) ? Optional.of(new Answer.Reason("lastDay", "customer.day-far", List.of(YEARS_MOST))) : Optional.empty();
    }

    private Access until(UUID account, UUID customer, LocalDate lastDay, Me by) {
        // Two who agree at once follow each other, each as its own row.
        db.sql("SELECT FROM customer.access WHERE account = :account AND no = 1 FOR UPDATE").param("account", account).query((row, n) -> row).optional();
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO customer.access (id, account, no, customer, last_day, agreed_by, agreed_at, record)
                SELECT :id, :account, 1 + coalesce(max(no), 0), :customer, :lastDay, :by, :at, :record
                  FROM customer.access
                 WHERE account = :account
                """)
                .param("id", id).param("account", account).param("customer", customer).param("lastDay", lastDay).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", log.record("customer.access", LocalDate.now(clock), Map.of("access", id.toString(), "last_day", lastDay.toString())))
                .update();
        return of(account).orElseThrow();
    }

    private UUID customer(UUID account) {
        return db.sql("SELECT customer FROM customer.access WHERE account = :account ORDER BY no DESC LIMIT 1").param("account", account).query(UUID.class).single();
    }

    /** What holds for an account, be it over or not. */
    Optional<Access> of(UUID account) {
        return db.sql(SELECT + " WHERE access.account = :account ORDER BY access.no DESC LIMIT 1").param("account", account).query(Access.class).optional();
    }

    /** What holds for each, the longest first. */
    List<Access> all() {
        return db.sql(SELECT + """
                 WHERE NOT EXISTS (SELECT FROM customer.access later WHERE later.account = access.account AND later.no > access.no)
                 ORDER BY last_day DESC, customer.name
                """).query(Access.class).list();
    }

    private static final String SELECT = """
            SELECT access.id, account, no, customer.name AS customer, last_day, agreed_by, agreed_at
              FROM customer.access
              JOIN customer.customer ON customer.id = access.customer
            """;
}
