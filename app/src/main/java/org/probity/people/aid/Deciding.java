package org.probity.people.aid;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Books;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What the committee does about an application: words until there are enough, two signatures where it cannot wait. What is given follows from a table; nobody types an amount above it. */
@Service
public class Deciding {
    static final int REASON_LONGEST = 1_000;
    private static final String PAYOUT = "aid.payout";

    /** Something became of an application; heard in its transaction. */
    record Told(UUID application, What what) {
        enum What { HELPED_AT_ONCE, AGREED, REFUSED }
    }

    /** What a member of the committee said. */
    public record Voice(UUID person, String nameEn, String nameZh, String word, String reason, Instant saidAt) {}

    public record Signature(int no, UUID person, String nameEn, String nameZh, long amount, Instant signedAt) {}

    private final JdbcClient db;
    private final Applications applications;
    private final Fund fund;
    private final Seats seats;
    private final Directory directory;
    private final Log log;
    private final ApplicationEventPublisher events;

    Deciding(JdbcClient db, Applications applications, Fund fund, Seats seats, Directory directory, Log log, ApplicationEventPublisher events) {
        this.db = db;
        this.applications = applications;
        this.fund = fund;
        this.seats = seats;
        this.directory = directory;
        this.log = log;
        this.events = events;
    }

    /** Why a member may not act in a case; empty: they may. */
    private Optional<Answer<UUID>> barred(Application it, Me by) {
        var seat = seats.seat(by).filter(one -> one.body() == Seats.Body.COMMITTEE);
        if (seat.isEmpty()) {
            return Optional.of(Answer.refused("", "aid.not-yours"));
        }
        if (applications.own(it, by)) {
            return Optional.of(Answer.refused("", "aid.own"));
        }
        if (applications.concerned(it, seat.get().person())) {
            return Optional.of(Answer.refused("", "aid.concerned"));
        }
        return Optional.empty();
    }

    /** A member is concerned by it and says so, before they have spoken. Refusals: {@code aid.unknown}; {@code aid.not-yours}; {@code aid.own}; {@code aid.concerned} already; {@code aid.not-open}; {@code aid.spoke}. */
    @Transactional
    public Answer<UUID> recuse(UUID id, Me by) {
        var found = applications.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        var barred = barred(found.get(), by);
        if (barred.isPresent()) {
            return barred.get();
        }
        if (!found.get().open()) {
            return Answer.refused("", "aid.not-open");
        }
        var me = directory.personOf(by).orElseThrow();
        if (spoke(id, me)) {
            return Answer.refused("", "aid.spoke");
        }
        db.sql("INSERT INTO aid.recused (application, person, recused_at, record) VALUES (:id, :person, :at, :record)").param("id", id).param("person", me).param("at", fund.now())
                .param("record", log.record("aid.recused", fund.today(), Map.of("application", id.toString()))).update();
        return Answer.done(id);
    }

    private boolean spoke(UUID id, UUID person) {
        return db.sql("SELECT EXISTS (SELECT FROM aid.voice WHERE application = :id AND person = :person)").param("id", id).param("person", person).query(Boolean.class).single();
    }

    /**
     * A member of the committee says whether the ground and the cost are shown. When as many spoke as the rule asks, and more one way than the other, it is decided: a yes gives what the table of the day of the
     * application gives, less what was let out at once, within the cap of twelve months; it is put aside at once.
     *
     * <p>Refusals: {@code aid.unknown}; {@code aid.not-yours}; {@code aid.own}; {@code aid.concerned}; {@code aid.not-open}; {@code aid.spoke}; {@code aid.reason-missing} a no says why;
     * {@code aid.reason-long}; {@code aid.floor} less would stay than always stays; those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> say(UUID id, boolean yes, String reason, Me by) {
        fund.hold();
        var found = applications.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        var it = found.get();
        var barred = barred(it, by);
        if (barred.isPresent()) {
            return barred.get();
        }
        if (!it.open()) {
            return Answer.refused("", "aid.not-open");
        }
        var me = directory.personOf(by).orElseThrow();
        if (spoke(id, me)) {
            return Answer.refused("", "aid.spoke");
        }
        if (!yes && reason.isBlank()) {
            return Answer.refused("reason", "aid.reason-missing");
        }
        if (reason.length() > REASON_LONGEST) {
            return Answer.refused("reason", "aid.reason-long", REASON_LONGEST);
        }
        db.sql("INSERT INTO aid.voice (application, person, word, reason, said_at, record) VALUES (:id, :person, :word, :reason, :at, :record)").param("id", id).param("person", me)
                .param("word", yes ? "YES" : "NO").param("reason", reason.strip()).param("at", fund.now())
                .param("record", log.record("aid.voice", fund.today(), Map.of("application", id.toString(), "word", yes ? "YES" : "NO"))).update();
        var voices = voices(id);
        var yeses = voices.stream().filter(one -> one.word().equals("YES")).count();
        var noes = voices.size() - yeses;
        if (voices.size() < fund.rule(AidRule.QUORUM, fund.today()) || yeses == noes) {
            return Answer.done(id);
        }
        return yeses > noes ? agree(it, by) : refuse(it);
    }

    private Answer<UUID> refuse(Application it) {
        db.sql("INSERT INTO aid.decided (application, outcome, due, amount, decided_at, record) VALUES (:id, 'REFUSED', 0, 0, :at, :record)").param("id", it.id()).param("at", fund.now())
                .param("record", log.record("aid.decided", fund.today(), Map.of("application", it.id().toString(), "outcome", "REFUSED"))).update();
        applications.over(it.id());
        events.publishEvent(new Told(it.id(), Told.What.REFUSED));
        return Answer.done(it.id());
    }

    private Answer<UUID> agree(Application it, Me by) {
        if (it.ownCost() == null || it.dependants() == null) {
            return Answer.refused("", "aid.not-open");
        }
        var due = applications.due(fund.day(it.appliedAt()), it.ownCost(), it.dependants()).orElseThrow();
        var urgent = it.urgent() == null ? 0 : it.urgent();
        var amount = Math.max(0, Math.min(due.amount() - urgent, capLeft(it.person())));
        db.sql("INSERT INTO aid.decided (application, outcome, scale, due, amount, decided_at, record) VALUES (:id, 'AGREED', :scale, :due, :amount, :at, :record)").param("id", it.id())
                .param("scale", due.scale()).param("due", due.amount()).param("amount", amount).param("at", fund.now())
                .param("record", log.record("aid.decided", fund.today(), Map.of("application", it.id().toString(), "outcome", "AGREED", "amount", amount))).update();
        if (amount > 0 && letOut(it.id(), "DECIDED", amount, by) instanceof Answer.Refused<UUID> refused) {
            return refused;
        }
        events.publishEvent(new Told(it.id(), Told.What.AGREED));
        return Answer.done(it.id());
    }

    /** What somebody may still get within twelve months: the cap less what was let out for them and did not come back. */
    long capLeft(UUID person) {
        var had = db.sql("""
                SELECT coalesce(sum(payout.amount - coalesce((SELECT sum(returned.amount) FROM aid.returned WHERE returned.payout = payout.id), 0)), 0)::bigint
                  FROM aid.payout JOIN aid.application ON application.id = payout.application
                 WHERE application.person = :person AND payout.day > :since
                """)
                .param("person", person).param("since", fund.today().minusMonths(12)).query(Long.class).single();
        return Math.max(0, fund.thousands(AidRule.YEAR_CAP, fund.today()) - had);
    }

    /** Puts money aside for somebody; never below what always stays. Whatever was written in this transaction goes when it is refused. */
    private Answer<UUID> letOut(UUID application, String kind, long amount, Me by) {
        var holds = fund.holds(Fund.FUND);
        var floor = fund.floor(fund.today());
        if (holds - amount < floor) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("", "aid.floor", Fund.yuan(amount), Fund.yuan(holds), Fund.yuan(floor));
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO aid.payout (id, application, kind, amount, day, at, record) VALUES (:id, :application, :kind, :amount, :day, :at, :record)").param("id", id)
                .param("application", application).param("kind", kind).param("amount", amount).param("day", fund.today()).param("at", fund.now())
                .param("record", log.record(PAYOUT, fund.today(), Map.of("payout", id.toString(), "amount", amount))).update();
        return fund.post(PAYOUT, id, fund.today(), by, fund.move(Fund.FUND, Fund.AGREED, amount)) instanceof Answer.Refused<Long>(var reasons) ? new Answer.Refused<>(reasons) : Answer.done(id);
    }

    /**
     * Two of the committee let a part out at once. The first says how much, the second the same; with the second it is put aside. After the hours are over it is still let out, and counted as late.
     *
     * <p>Refusals: {@code aid.unknown}; {@code aid.not-yours}; {@code aid.own}; {@code aid.concerned}; {@code aid.not-open}; {@code aid.not-urgent}; {@code aid.helped} two signed; {@code aid.urgent-most}
     * above the rule, the table or the cap; {@code aid.amount-wrong}; {@code aid.signed} by the same; {@code aid.signed-other} another amount than the first; {@code aid.floor}; those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> sign(UUID id, long amount, Me by) {
        fund.hold();
        var found = applications.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        var it = found.get();
        var barred = barred(it, by);
        if (barred.isPresent()) {
            return barred.get();
        }
        if (!it.open() || it.ownCost() == null || it.dependants() == null) {
            return Answer.refused("", "aid.not-open");
        }
        if (it.dueAt() == null) {
            return Answer.refused("", "aid.not-urgent");
        }
        var before = signatures(id);
        if (before.size() >= 2) {
            return Answer.refused("", "aid.helped");
        }
        if (amount <= 0) {
            return Answer.refused("amount", "aid.amount-wrong");
        }
        var most = Math.min(fund.thousands(AidRule.URGENT, fund.today()),
                Math.min(applications.due(fund.day(it.appliedAt()), it.ownCost(), it.dependants()).orElseThrow().amount(), capLeft(it.person())));
        if (amount > most) {
            return Answer.refused("amount", "aid.urgent-most", Fund.yuan(most));
        }
        var me = directory.personOf(by).orElseThrow();
        if (before.stream().anyMatch(one -> one.person().equals(me))) {
            return Answer.refused("", "aid.signed");
        }
        if (before.stream().anyMatch(one -> one.amount() != amount)) {
            return Answer.refused("amount", "aid.signed-other", Fund.yuan(before.getFirst().amount()));
        }
        db.sql("INSERT INTO aid.signature (application, no, person, amount, signed_at, record) VALUES (:id, :no, :person, :amount, :at, :record)").param("id", id).param("no", before.size() + 1)
                .param("person", me).param("amount", amount).param("at", fund.now())
                .param("record", log.record("aid.signature", fund.today(), Map.of("application", id.toString(), "no", before.size() + 1, "amount", amount))).update();
        if (before.isEmpty()) {
            return Answer.done(id);
        }
        if (letOut(id, "URGENT", amount, by) instanceof Answer.Refused<UUID> refused) {
            return refused;
        }
        events.publishEvent(new Told(id, Told.What.HELPED_AT_ONCE));
        return Answer.done(id);
    }

    List<Voice> voices(UUID id) {
        return db.sql("SELECT voice.person, name.name_en, name.name_zh, voice.word, voice.reason, voice.said_at FROM aid.voice JOIN directory.name ON name.id = voice.person WHERE voice.application = :id ORDER BY voice.said_at")
                .param("id", id).query(Voice.class).list();
    }

    List<Signature> signatures(UUID id) {
        return db.sql("""
                SELECT signature.no, signature.person, name.name_en, name.name_zh, signature.amount, signature.signed_at
                  FROM aid.signature JOIN directory.name ON name.id = signature.person WHERE signature.application = :id ORDER BY signature.no
                """)
                .param("id", id).query(Signature.class).list();
    }
}
