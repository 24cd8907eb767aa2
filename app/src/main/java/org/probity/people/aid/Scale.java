package org.probity.people.aid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table of amounts, each edition from its day on. One of the committee writes another, a second agrees; applications keep the table of their day. */
@Service
public class Scale {
    static final int SOURCE_LONGEST = 300;
    private static final int STEPS_MOST = 200;

    /** @param cost own cost from so much on, fen @param dependants from so many on */
    public record Step(long cost, int dependants, long amount) {}

    public record Edition(UUID id, LocalDate fromDay, String source) {}

    /** An edition that waits for a second. */
    public record Draft(UUID id, LocalDate fromDay, String source, UUID by, String nameEn, String nameZh) {}

    private final JdbcClient db;
    private final Fund fund;
    private final Seats seats;
    private final Log log;

    Scale(JdbcClient db, Fund fund, Seats seats, Log log) {
        this.db = db;
        this.fund = fund;
        this.seats = seats;
        this.log = log;
    }

    List<Edition> editions() {
        return db.sql("SELECT id, from_day, source FROM aid.scale ORDER BY from_day DESC, set_at DESC").query(Edition.class).list();
    }

    Optional<Edition> on(LocalDate day) {
        return editions().stream().filter(it -> !it.fromDay().isAfter(day)).findFirst();
    }

    List<Step> steps(UUID scale) {
        return db.sql("SELECT cost, dependants, amount FROM aid.step WHERE scale = :id ORDER BY cost, dependants").param("id", scale).query(Step.class).list();
    }

    Optional<Draft> draft() {
        return db.sql("SELECT draft.id, draft.from_day, draft.source, draft.drafted_by AS by, name.name_en, name.name_zh FROM aid.draft JOIN directory.name ON name.id = draft.drafted_by WHERE draft.over_at IS NULL")
                .query(Draft.class).optional();
    }

    List<Step> drafted(UUID draft) {
        return db.sql("SELECT cost, dependants, amount FROM aid.draft_step WHERE draft = :id ORDER BY cost, dependants").param("id", draft).query(Step.class).list();
    }

    /**
     * One of the committee writes another table: a line a step of own cost in yuan, dependants and amount in yuan.
     *
     * <p>Refusals: {@code aid.not-yours}; {@code aid.draft-waits} another waits; {@code aid.scale-day} none, or not after today; {@code aid.scale-source}; and with the number of the line {@code aid.scale-line} not three
     * numbers; {@code aid.scale-twice} the same step twice; {@code aid.scale-falls} who bears more, or has more dependants, would get less; {@code aid.scale-empty}.
     */
    @Transactional
    public Answer<UUID> propose(@Nullable LocalDate from, String lines, String source, Me by) {
        if (!seats.decides(by)) {
            return Answer.refused("", "aid.not-yours");
        }
        fund.hold();
        if (draft().isPresent()) {
            return Answer.refused("", "aid.draft-waits");
        }
        if (from == null || !from.isAfter(fund.today())) {
            return Answer.refused("fromDay", "aid.scale-day");
        }
        if (source.isBlank() || source.strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "aid.scale-source", SOURCE_LONGEST);
        }
        var steps = new ArrayList<Step>();
        var met = new HashSet<List<Number>>();
        var row = 0;
        for (var line : lines.lines().toList()) {
            row++;
            if (line.isBlank()) {
                continue;
            }
            var parts = line.strip().split("[\\s;；\\t]+");
            var cost = parts.length == 3 ? AidWeb.fen(parts[0]) : -1;
            var amount = parts.length == 3 ? AidWeb.fen(parts[2]) : -1;
            if (cost <= 0 || amount <= 0 || !parts[1].matches("[0-9]{1,2}") || Integer.parseInt(parts[1]) > 20 || steps.size() >= STEPS_MOST) {
                return Answer.refused("lines", "aid.scale-line", row);
            }
            if (!met.add(List.of(cost, Integer.parseInt(parts[1])))) {
                return Answer.refused("lines", "aid.scale-twice", row);
            }
            steps.add(new Step(cost, Integer.parseInt(parts[1]), amount));
        }
        if (steps.isEmpty()) {
            return Answer.refused("lines", "aid.scale-empty");
        }
        for (var one : steps) {
            if (steps.stream().anyMatch(it -> it.cost() <= one.cost() && it.dependants() <= one.dependants() && it.amount() > one.amount())) {
                return Answer.refused("lines", "aid.scale-falls", Fund.yuan(one.cost()), one.dependants());
            }
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO aid.draft (id, from_day, source, drafted_by, drafted_at, record) VALUES (:id, :from, :source, :by, :at, :record)").param("id", id).param("from", from).param("source", source.strip())
                .param("by", seats.seat(by).orElseThrow().person()).param("at", fund.now())
                .param("record", log.record("aid.draft", fund.today(), Map.of("draft", id.toString(), "from", from.toString(), "steps", steps.size()))).update();
        steps.forEach(it -> db.sql("INSERT INTO aid.draft_step (draft, cost, dependants, amount) VALUES (:id, :cost, :dependants, :amount)").param("id", id).param("cost", it.cost())
                .param("dependants", it.dependants()).param("amount", it.amount()).update());
        return Answer.done(id);
    }

    /**
     * A second of the committee agrees, or one of them takes it back.
     *
     * <p>Refusals: {@code aid.not-yours}; {@code aid.unknown}; {@code aid.drafted-it} whoever wrote it may only take it back; {@code aid.scale-day} its day has come meanwhile.
     */
    @Transactional
    public Answer<UUID> rule(UUID draft, boolean agreed, Me by) {
        if (!seats.decides(by)) {
            return Answer.refused("", "aid.not-yours");
        }
        fund.hold();
        var found = draft().filter(it -> it.id().equals(draft));
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        var me = seats.seat(by).orElseThrow().person();
        if (agreed && found.get().by().equals(me)) {
            return Answer.refused("", "aid.drafted-it");
        }
        if (agreed && !found.get().fromDay().isAfter(fund.today())) {
            return Answer.refused("fromDay", "aid.scale-day");
        }
        db.sql("UPDATE aid.draft SET over_at = :at WHERE id = :id").param("at", fund.now()).param("id", draft).update();
        if (!agreed) {
            return Answer.done(draft);
        }
        db.sql("INSERT INTO aid.scale (id, from_day, source, set_by, agreed_by, set_at, record) VALUES (:id, :from, :source, :set, :agreed, :at, :record)").param("id", draft)
                .param("from", found.get().fromDay()).param("source", found.get().source()).param("set", found.get().by()).param("agreed", me).param("at", fund.now())
                .param("record", log.recordBatch("aid.scale", fund.today(), Map.of("scale", draft.toString(), "from", found.get().fromDay().toString()),
                        drafted(draft).stream().map(it -> Map.of("cost", it.cost(), "dependants", it.dependants(), "amount", it.amount())).toList())).update();
        db.sql("INSERT INTO aid.step (scale, cost, dependants, amount) SELECT draft, cost, dependants, amount FROM aid.draft_step WHERE draft = :id").param("id", draft).update();
        return Answer.done(draft);
    }
}
