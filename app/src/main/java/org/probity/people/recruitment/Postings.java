package org.probity.people.recruitment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A request that was agreed to becomes a page for everybody, once it is said who will ask the questions. */
@Service
public class Postings {
    static final int INTERVIEWERS_LEAST = 2;

    private final JdbcClient db;
    private final Requisitions requisitions;
    private final Accounts accounts;
    private final Log log;

    Postings(JdbcClient db, Requisitions requisitions, Accounts accounts, Log log) {
        this.db = db;
        this.requisitions = requisitions;
        this.accounts = accounts;
        this.log = log;
    }

    /**
     * Shows it to everybody.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.unknown}; {@code recruitment.not-approved}; {@code recruitment.open-already};
     * {@code recruitment.closes-wrong} its last day is over; {@code recruitment.interviewers-few} nobody applies before it is said who will ask.
     */
    @Transactional
    public Answer<UUID> open(UUID id, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var found = requisitions.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.unknown");
        }
        if (found.get().approvedBy() == null) {
            return Answer.refused("", "recruitment.not-approved");
        }
        if (found.get().fromDay() != null) {
            return Answer.refused("", "recruitment.open-already");
        }
        if (found.get().closesOn().isBefore(requisitions.today())) {
            return Answer.refused("", "recruitment.closes-wrong", Requisitions.DAYS_MOST);
        }
        if (interviewers(id).size() < INTERVIEWERS_LEAST) {
            return Answer.refused("interviewers", "recruitment.interviewers-few", INTERVIEWERS_LEAST);
        }
        db.sql("INSERT INTO recruitment.posting (requisition, from_day, by, at, record) VALUES (:id, :day, :by, :at, :record)").param("id", id).param("day", requisitions.today()).param("by", by.account())
                .param("at", requisitions.now()).param("record", log.record("recruitment.posting", requisitions.today(), Map.of("requisition", id.toString())))
                .update();
        return Answer.done(id);
    }

    /** Takes it down; what was sent stays. Refusals: {@code recruitment.not-yours}; {@code recruitment.unknown}; {@code recruitment.not-open}. */
    @Transactional
    public Answer<UUID> takeDown(UUID id, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var found = requisitions.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.unknown");
        }
        if (found.get().state(requisitions.today()) != Requisition.State.OPEN) {
            return Answer.refused("", "recruitment.not-open");
        }
        db.sql("INSERT INTO recruitment.taken_down (requisition, day, by, at) VALUES (:id, :day, :by, :at)").param("id", id).param("day", requisitions.today()).param("by", by.account()).param("at", requisitions.now())
                .update();
        return Answer.done(id);
    }

    /**
     * Says who asks the questions; whoever has given marks stays.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.unknown}; {@code recruitment.interviewer-unknown} no account of the house has this address;
     * {@code recruitment.interviewers-few}.
     */
    @Transactional
    public Answer<Integer> name(UUID id, String addresses, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        if (requisitions.locked(id).isEmpty()) {
            return Answer.refused("", "recruitment.unknown");
        }
        var named = new HashSet<UUID>();
        for (var address : Arrays.stream(addresses.split("[\\s,;，；、]+")).filter(it -> !it.isEmpty()).toList()) {
            var account = accounts.find(address).filter(it -> it.supplier().isEmpty() && !it.disabled() && it.roles().stream().noneMatch(Role::outside));
            if (account.isEmpty()) {
                return Answer.refused("interviewers", "recruitment.interviewer-unknown", address);
            }
            named.add(account.get().id());
        }
        if (named.size() < INTERVIEWERS_LEAST) {
            return Answer.refused("interviewers", "recruitment.interviewers-few", INTERVIEWERS_LEAST);
        }
        db.sql("""
                DELETE FROM recruitment.interviewer
                 WHERE requisition = :id
                   AND account <> ALL (:named)
                   AND NOT EXISTS (SELECT FROM recruitment.interview JOIN recruitment.application ON application.id = interview.application
                                    WHERE application.requisition = :id AND interview.interviewer = interviewer.account)
                """)
                .param("id", id).param("named", named.toArray(UUID[]::new)).update();
        named.forEach(account -> db.sql("INSERT INTO recruitment.interviewer (requisition, account, named_by, named_at) VALUES (:id, :account, :by, :at) ON CONFLICT DO NOTHING")
                .param("id", id).param("account", account).param("by", by.account()).param("at", requisitions.now()).update());
        return Answer.done(named.size());
    }

    public List<Account> interviewers(UUID id) {
        return db.sql("SELECT account FROM recruitment.interviewer WHERE requisition = :id ORDER BY named_at, account").param("id", id).query(UUID.class).list().stream()
                .flatMap(it -> accounts.find(it).stream()).toList();
    }
}
