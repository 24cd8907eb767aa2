package org.probity.people.aid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Books;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money on its way: lines for whoever pays, and what came back of it. This room pays nobody. */
@Service
public class Payouts {
    private static final String HANDED = "aid.handed";
    private static final String RETURNED = "aid.returned";

    /** @param handedAt null: waits @param returned of it, fen */
    public record Payout(UUID id, String number, String staff, String nameEn, String nameZh, String kind, long amount, LocalDate day, @Nullable Instant handedAt, long returned) {}

    public record Handing(UUID id, int lines, long amount, UUID by, Instant at) {}

    private final JdbcClient db;
    private final Fund fund;
    private final Directory directory;
    private final Log log;

    Payouts(JdbcClient db, Fund fund, Directory directory, Log log) {
        this.db = db;
        this.fund = fund;
        this.directory = directory;
        this.log = log;
    }

    private static final String SELECT = """
            SELECT payout.id, application.number, name.number AS staff, name.name_en, name.name_zh, payout.kind, payout.amount, payout.day, handing.at AS handed_at,
                   coalesce((SELECT sum(returned.amount) FROM aid.returned WHERE returned.payout = payout.id), 0)::bigint AS returned
              FROM aid.payout
              JOIN aid.application ON application.id = payout.application
              JOIN directory.name ON name.id = application.person
              LEFT JOIN aid.handed ON handed.payout = payout.id
              LEFT JOIN aid.handing ON handing.id = handed.handing
            """;

    List<Payout> waiting() {
        return db.sql(SELECT + " WHERE handed.payout IS NULL ORDER BY payout.at, application.number").query(Payout.class).list();
    }

    List<Payout> lately() {
        return db.sql(SELECT + " WHERE handed.payout IS NOT NULL ORDER BY payout.at DESC LIMIT 60").query(Payout.class).list();
    }

    List<Payout> lines(UUID handing) {
        return db.sql(SELECT + " WHERE handed.handing = :id ORDER BY application.number, payout.at").param("id", handing).query(Payout.class).list();
    }

    Optional<Payout> find(UUID id) {
        return db.sql(SELECT + " WHERE payout.id = :id").param("id", id).query(Payout.class).optional();
    }

    List<Handing> handings() {
        return db.sql("SELECT id, lines, amount, by, at FROM aid.handing ORDER BY at DESC LIMIT 60").query(Handing.class).list();
    }

    Optional<Handing> handing(UUID id) {
        return db.sql("SELECT id, lines, amount, by, at FROM aid.handing WHERE id = :id").param("id", id).query(Handing.class).optional();
    }

    /**
     * All that was put aside goes to whoever pays, as lines of number, name and amount; none says why.
     *
     * <p>Refusals: {@code aid.not-yours}; {@code aid.nothing-waits}; those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> hand(Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        fund.hold();
        var waiting = waiting();
        if (waiting.isEmpty()) {
            return Answer.refused("", "aid.nothing-waits");
        }
        var id = UUID.randomUUID();
        var amount = waiting.stream().mapToLong(Payout::amount).sum();
        db.sql("INSERT INTO aid.handing (id, lines, amount, by, at, record) VALUES (:id, :lines, :amount, :by, :at, :record)").param("id", id).param("lines", waiting.size()).param("amount", amount)
                .param("by", by.account()).param("at", fund.now())
                .param("record", log.record("aid.handing", fund.today(), Map.of("handing", id.toString(), "lines", waiting.size(), "amount", amount))).update();
        for (var it : waiting) {
            db.sql("INSERT INTO aid.handed (payout, handing) VALUES (:payout, :handing)").param("payout", it.id()).param("handing", id).update();
            if (fund.post(HANDED, it.id(), fund.today(), by, fund.move(Fund.AGREED, Fund.PAID, it.amount())) instanceof Answer.Refused<Long>(var reasons)) {
                return new Answer.Refused<>(reasons);
            }
        }
        return Answer.done(id);
    }

    /**
     * Money came back: paid back, or it never arrived. An entry of its own; the payout stays. What came back may be given again within the cap, so nobody says it of what they got themselves.
     *
     * <p>Refusals: {@code aid.not-yours}; {@code aid.unknown}; {@code aid.own}; {@code aid.not-handed}; {@code aid.amount-wrong}; {@code aid.returned-most} more than is out; {@code aid.source-wrong};
     * those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> comeBack(UUID payout, long amount, String source, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        fund.hold();
        var found = find(payout);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        if (directory.personOf(by).flatMap(directory::person).filter(it -> it.number().equals(found.get().staff())).isPresent()) {
            return Answer.refused("", "aid.own");
        }
        if (found.get().handedAt() == null) {
            return Answer.refused("", "aid.not-handed");
        }
        if (amount <= 0) {
            return Answer.refused("back", "aid.amount-wrong");
        }
        if (amount > found.get().amount() - found.get().returned()) {
            return Answer.refused("back", "aid.returned-most", Fund.yuan(found.get().amount() - found.get().returned()));
        }
        if (source.isBlank() || source.strip().length() > Giving.SOURCE_LONGEST) {
            return Answer.refused("backSource", "aid.source-wrong", Giving.SOURCE_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO aid.returned (id, payout, amount, day, source, by, at, record) VALUES (:id, :payout, :amount, :day, :source, :by, :at, :record)").param("id", id).param("payout", payout)
                .param("amount", amount).param("day", fund.today()).param("source", source.strip()).param("by", by.account()).param("at", fund.now())
                .param("record", log.record(RETURNED, fund.today(), Map.of("returned", id.toString(), "payout", payout.toString(), "amount", amount))).update();
        return fund.post(RETURNED, id, fund.today(), by, fund.move(Fund.PAID, Fund.FUND, amount)) instanceof Answer.Refused<Long>(var reasons) ? new Answer.Refused<>(reasons) : Answer.done(id);
    }
}
