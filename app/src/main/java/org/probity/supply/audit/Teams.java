package org.probity.supply.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.supply.audit.Audit.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who goes: four departments, one lead, and nobody who entered or qualified the supplier, sits on a case against it or deals with it. */
@Service
public class Teams {
    private final JdbcClient db;
    private final Audits audits;
    private final Accounts accounts;
    private final List<Ties> ties;
    private final Log log;

    Teams(JdbcClient db, Audits audits, Accounts accounts, List<Ties> ties, Log log) {
        this.db = db;
        this.audits = audits;
        this.accounts = accounts;
        this.ties = List.copyOf(ties);
        this.log = log;
    }

    /**
     * Names somebody for a department. A new lead follows the one before.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-open}; {@code audit.not-of-department} holds no role of that department;
     * {@code audit.not-independent} with what ties them to the supplier; {@code audit.in-team-already}.
     */
    @Transactional
    public Answer<Audit> name(UUID id, UUID account, Department department, boolean lead, Me by) {
        var found = audits.lock(id);
        if (found.isEmpty()) {
            return Answer.refused("", "audit.unknown");
        }
        if (found.get().state() != State.ARRANGED) {
            return Answer.refused("", "audit.not-open");
        }
        if (accounts.holding(department.role()).stream().noneMatch(it -> it.id().equals(account))) {
            return Answer.refused("account", "audit.not-of-department");
        }
        if (audits.members(id).stream().anyMatch(it -> it.account().equals(account))) {
            return Answer.refused("account", "audit.in-team-already");
        }
        var tie = tie(found.get().supplier(), account);
        if (tie.isPresent()) {
            return new Answer.Refused<>(List.of(new Reason("account", "audit.not-independent", List.of()), new Reason("account", tie.get(), List.of())));
        }
        if (lead) {
            db.sql("UPDATE audit.member SET lead = false WHERE audit = :audit AND lead").param("audit", id).update();
        }
        db.sql("""
                INSERT INTO audit.member (audit, account, department, lead, named_by, named_at)
                VALUES (:audit, :account, :department, :lead, :by, :at)
                """)
                .param("audit", id).param("account", account).param("department", department.name()).param("lead", lead).param("by", by.account())
                .param("at", audits.now())
                .update();
        return Answer.done(found.get());
    }

    /** What ties somebody to a supplier; a message key. */
    private Optional<String> tie(UUID supplier, UUID account) {
        return ties.stream().flatMap(it -> it.between(supplier, account).stream()).findFirst();
    }

    /**
     * Each of the team declares what they have to do with the supplier. Whoever declares a dealing leaves the team.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-in-team}; {@code audit.declared-already}; {@code audit.words-long}.
     *
     * @param dealings empty: none
     */
    @Transactional
    public Answer<Audit> declare(UUID id, String dealings, Me by) {
        var found = audits.lock(id);
        if (found.isEmpty()) {
            return Answer.refused("", "audit.unknown");
        }
        var mine = audits.members(id).stream().filter(it -> it.account().equals(by.account())).findFirst();
        if (mine.isEmpty()) {
            return Answer.refused("", "audit.not-in-team");
        }
        if (mine.get().dealings() != null) {
            return Answer.refused("", "audit.declared-already");
        }
        if (dealings.length() > Audits.WORDS_LONGEST) {
            return Answer.refused("dealings", "audit.words-long", Audits.WORDS_LONGEST);
        }
        var none = dealings.isBlank();
        db.sql("""
                UPDATE audit.member
                   SET dealings = :dealings, declared_at = :at, left_at = CASE WHEN :none THEN NULL ELSE CAST(:at AS timestamptz) END, record = :record
                 WHERE audit = :audit AND account = :account
                """)
                .param("dealings", dealings.strip()).param("at", audits.now()).param("none", none)
                .param("record", log.record("audit.declared", audits.today(), Map.of("audit", id.toString(), "account", by.account().toString(), "none", none ? 1 : 0)))
                .param("audit", id).param("account", by.account())
                .update();
        return Answer.done(found.get());
    }

    /**
     * The lead begins, with a team of four departments that are independent and have said so.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-open}; {@code audit.not-the-lead}; {@code audit.too-early} before its first day;
     * {@code audit.team-incomplete} a department is missing; {@code audit.not-declared}; {@code audit.not-independent} a tie came to be since.
     */
    @Transactional
    public Answer<Audit> begin(UUID id, Me by) {
        var found = audits.lock(id);
        if (found.isEmpty()) {
            return Answer.refused("", "audit.unknown");
        }
        if (found.get().state() != State.ARRANGED) {
            return Answer.refused("", "audit.not-open");
        }
        var there = audits.members(id).stream().filter(it -> !it.left()).toList();
        if (!leads(id, by)) {
            return Answer.refused("", "audit.not-the-lead");
        }
        if (audits.today().isBefore(found.get().fromDay())) {
            return Answer.refused("", "audit.too-early", found.get().fromDay());
        }
        if (Arrays.stream(Department.values()).anyMatch(department -> there.stream().noneMatch(it -> it.department() == department))) {
            return Answer.refused("", "audit.team-incomplete");
        }
        if (!there.stream().allMatch(Audit.Member::ready)) {
            return Answer.refused("", "audit.not-declared");
        }
        if (there.stream().anyMatch(it -> tie(found.get().supplier(), it.account()).isPresent())) {
            return Answer.refused("", "audit.not-independent");
        }
        return Answer.done(audits.write(id, found.get().step() + 1, State.UNDERWAY, "", null, null,
                Map.of("team", there.stream().map(it -> it.department() + " " + it.account()).sorted().toList()), by));
    }

    boolean leads(UUID audit, Me me) {
        return audits.members(audit).stream().anyMatch(it -> it.lead() && !it.left() && it.account().equals(me.account()));
    }

    /** Who could go for a department: holds its role and is tied by nothing known. */
    List<Account> candidates(Audit audit, Department department) {
        var there = audits.members(audit.id()).stream().map(Audit.Member::account).toList();
        return accounts.holding(department.role()).stream().filter(it -> !there.contains(it.id()) && tie(audit.supplier(), it.id()).isEmpty()).toList();
    }
}
