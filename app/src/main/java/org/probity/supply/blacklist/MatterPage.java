package org.probity.supply.blacklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;
import org.probity.shapes.decision.Decisions.Outcome;

/**
 * One case: what is held against whom, what they said, what was decided, and what may be done now.
 *
 * @param decides whether who looks may call, propose and rule
 * @param seal where its opening stands in the log
 */
public record MatterPage(
        Matter it, Ground guidance, List<Matters.Statement> statements, List<Matters.Exhibit> exhibits, List<Ban> bans, List<Lifting> liftings,
        Map<UUID, String> names, Me me, boolean brings, boolean decides, LocalDate today, List<Reason> reasons) implements Page {

    public String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    public List<State> tags(Screen s) {
        return List.of(MattersPage.state(s, it, today));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("blacklist.ground"), it.ground(s.lang())));
        facts.add(new Fact(s.t("blacklist.happened"), s.day(it.happenedDay())));
        facts.add(new Fact(s.t("blacklist.opened-by"), name(it.openedBy())));
        if (it.dueDay() != null) {
            facts.add(new Fact(s.t("blacklist.answer-until"), s.day(it.dueDay())));
            facts.add(new Fact(s.t("blacklist.answered"), it.answers() > 0 ? s.t("blacklist.answered-times", it.answers())
                    : it.dueDay().isBefore(today) ? s.t("blacklist.no-answer") : s.t("blacklist.not-yet")));
        }
        if (it.ban() != null) {
            facts.add(new Fact(s.t("blacklist.ban-from"), s.day(it.banFrom())));
            facts.add(new Fact(s.t("blacklist.ban-until"), it.forGood() ? s.t("blacklist.for-good") : s.day(it.banUntil())));
        }
        return facts;
    }

    public Optional<Ban> waitingBan() {
        return bans.stream().filter(Ban::waits).findFirst();
    }

    public Optional<Lifting> waitingLifting() {
        return liftings.stream().filter(Lifting::waits).findFirst();
    }

    public boolean mine(UUID proposer) {
        return proposer.equals(me.account());
    }

    /** The day in words of what was ordered before. */
    public static String windingDown(Screen s, Ban ban) {
        return s.t("blacklist.receipts") + s.t("blacklist.colon") + (ban.receiptsUntil() == null ? s.t("blacklist.not-allowed") : s.day(ban.receiptsUntil()))
                + s.t("blacklist.semicolon") + s.t("blacklist.payments") + s.t("blacklist.colon")
                + (ban.paymentsUntil() == null ? s.t("blacklist.not-allowed") : s.day(ban.paymentsUntil()));
    }

    public static String length(Screen s, Ban ban) {
        return ban.untilDay() == null ? s.t("blacklist.for-good") : s.t("blacklist.until-day", ban.untilDay());
    }

    /** What happened, the newest first. */
    public List<Event> events(Screen s) {
        record Timed(java.time.Instant at, Event event) {}
        var all = new ArrayList<Timed>();
        all.add(new Timed(it.openedAt(), new Event(Mark.NOTE, s.t("blacklist.was-opened"), "", s.instant(it.openedAt()) + " · " + name(it.openedBy()))));
        if (it.calledAt() != null) {
            all.add(new Timed(it.calledAt(), new Event(Mark.NOTE, s.t("blacklist.was-called"), s.t("blacklist.until-day", it.dueDay()),
                    s.instant(it.calledAt()) + " · " + name(it.calledBy()))));
        }
        statements.forEach(one -> all.add(new Timed(one.saidAt(), new Event(one.late() ? Mark.WARN : Mark.NOTE, s.t("blacklist.supplier-answered"),
                one.late() ? s.t("blacklist.late") : "", s.instant(one.saidAt()) + " · " + name(one.saidBy())))));
        bans.forEach(ban -> {
            all.add(new Timed(ban.proposedAt(), new Event(Mark.NOTE, s.t("blacklist.ban-was-proposed"), length(s, ban), s.instant(ban.proposedAt()) + " · " + name(ban.proposedBy()))));
            if (ban.outcome() != null) {
                all.add(new Timed(ban.ruledAt(), new Event(ban.outcome() == Outcome.APPROVED ? Mark.BAD : Mark.NONE, s.t("blacklist.ruled." + ban.outcome().name()), length(s, ban),
                        s.instant(ban.ruledAt()) + " · " + name(ban.ruledBy()))));
            }
        });
        liftings.forEach(one -> {
            all.add(new Timed(one.proposedAt(), new Event(Mark.NOTE, s.t("blacklist.lifting-was-proposed"), "", s.instant(one.proposedAt()) + " · " + name(one.proposedBy()))));
            if (one.outcome() != null) {
                all.add(new Timed(one.ruledAt(), new Event(one.outcome() == Outcome.APPROVED ? Mark.GOOD : Mark.NONE, s.t("blacklist.lifting-ruled." + one.outcome().name()), "",
                        s.instant(one.ruledAt()) + " · " + name(one.ruledBy()))));
            }
        });
        return all.stream().sorted(Comparator.comparing(Timed::at).reversed()).map(Timed::event).toList();
    }

    public Link file(Matters.Exhibit exhibit) {
        return new Link(exhibit.name(), it.path() + "/exhibits/" + exhibit.id());
    }
}
