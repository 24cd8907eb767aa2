package org.probity.people.equity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.equity.StockVault.Given;
import org.probity.people.equity.StockVault.Kind;
import org.probity.people.reward.Departures;
import org.probity.shapes.book.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the registrar is told: which shares became people's own or were exercised, and which lapsed, since it was told last. */
@Service
public class Registrar {
    private final JdbcClient db;
    private final StockPlans plans;
    private final Grantings grantings;
    private final Holdings holdings;
    private final StockVault vault;
    private final StockBook book;
    private final Departures departures;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Registrar(JdbcClient db, StockPlans plans, Grantings grantings, Holdings holdings, StockVault vault, StockBook book, Departures departures, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.grantings = grantings;
        this.holdings = holdings;
        this.vault = vault;
        this.book = book;
        this.departures = departures;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Enters into the book what became people's own or was exercised, and what lapsed, since it was entered last and until yesterday; and hands the registrar a list.
     *
     * <p>Refusals: {@code equity.not-yours}; {@code equity.plan-unknown}; {@code equity.entered-already} today; {@code equity.reason-missing} a holder is no longer engaged and nobody said why.
     */
    @Transactional
    public Answer<byte[]> enter(UUID id, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        var plan = plans.find(id).filter(StockPlan::agreed);
        if (plan.isEmpty()) {
            return Answer.refused("", "equity.plan-unknown");
        }
        plans.hold(id);
        var until = LocalDate.now(clock).minusDays(1);
        var from = db.sql("SELECT max(until_day) FROM equity.stock_entered WHERE plan = :plan").param("plan", id).query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).single();
        if (from.isPresent() && !from.get().isBefore(until)) {
            return Answer.refused("", "equity.entered-already");
        }
        var gone = departures.of(vault.in(grantings.of(id).stream().filter(Grantings.Granting::agreed).map(Grantings.Granting::id).toList()).stream().map(Given::person).distinct().toList());
        var here = new HashSet<>(db.sql("SELECT person FROM directory.engaged(:today, 'infinity')").param("today", until.plusDays(1)).query(UUID.class).list());
        var before = from.orElse(LocalDate.of(1900, 1, 1));
        var csv = new StringBuilder("number,security,kind,shares\n");
        long handed = 0;
        long returned = 0;
        for (var it : holdings.under(id, until)) {
            var number = directory.person(it.given().person()).map(Directory.Person::number).orElse("");
            if (!here.contains(it.given().person()) && !gone.containsKey(it.given().person())) {
                return Answer.refused("", "equity.reason-missing", number);
            }
            var then = it.vesting().standing(before);
            var factor = Holdings.factor(it.facts().splits(), before, until);
            var out = plan.get().kind() == StockPlan.Kind.OPTION
                    ? vault.acts(List.of(it.given().id())).stream().filter(act -> act.kind() == Kind.EXERCISED && act.day().isAfter(before) && !act.day().isAfter(until)).mapToLong(StockVault.Act::shares).sum()
                    : Holdings.whole(it.now().vested()) - Holdings.whole(then.vested().multiply(factor));
            var back = Holdings.whole(it.now().lapsed()) - (it.given().day().isAfter(before) ? 0 : Holdings.whole(then.lapsed().multiply(factor)));
            line(csv, number, it, plan.get().kind() == StockPlan.Kind.OPTION ? "exercised" : "released", out);
            line(csv, number, it, "lapsed", back);
            handed += Math.max(0, out);
            returned += Math.max(0, back);
        }
        var entered = UUID.randomUUID();
        var record = log.record("reward.stock-entered", until.plusDays(1), Map.of("entered", entered.toString(), "plan", id.toString(), "until", until.toString(), "handed", handed, "returned", returned));
        db.sql("INSERT INTO equity.stock_entered (id, plan, until_day, handed, returned, by, at, record) VALUES (:id, :plan, :until, :handed, :returned, :by, :at, :record)")
                .param("id", entered).param("plan", id).param("until", until).param("handed", handed).param("returned", returned).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", record)
                .update();
        var moves = new ArrayList<Entry.Move>();
        if (handed > 0) {
            moves.add(new Entry.Move(book.granted(plan.get()), book.handed(plan.get()), handed));
        }
        if (returned > 0) {
            moves.add(new Entry.Move(book.granted(plan.get()), book.ready(plan.get()), returned));
        }
        book.enter("reward.stock-entered", entered, until.plusDays(1), moves, by);
        return Answer.done(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder csv, String number, Holdings.Holding it, String kind, long shares) {
        if (shares > 0) {
            csv.append(number).append(',').append(it.given().security()).append(',').append(kind).append(',').append(shares).append('\n');
        }
    }
}
