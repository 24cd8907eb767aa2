package org.probity.people.career;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.people.career.Application.Decided;
import org.probity.people.career.Application.DecidedItem;
import org.probity.people.career.Application.Outcome;
import org.probity.people.career.Application.State;
import org.probity.people.career.Application.Vote;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each of a panel finds, and what follows from it. Who sits on one is in {@link Seats}. */
@Service
public class Panels {
    static final int REASON_LONGEST = 2_000;

    /** What one of the panel says of an item. */
    public record Finding(int shown, String reason) {}

    private final JdbcClient db;
    private final Applications applications;
    private final Seats seats;
    private final Placements placements;
    private final Rules rules;
    private final Register register;
    private final Log log;

    Panels(JdbcClient db, Applications applications, Seats seats, Placements placements, Rules rules, Register register, Log log) {
        this.db = db;
        this.applications = applications;
        this.seats = seats;
        this.placements = placements;
        this.rules = rules;
        this.register = register;
        this.log = log;
    }

    /**
     * One of the panel says what is shown, item by item; until it is decided they may say it anew.
     *
     * <p>Refusals: {@code career.unknown} also when they do not sit on it; {@code career.not-panel} it is not before a panel; {@code career.vote-missing} one for
     * each item; {@code career.vote-wrong} no level from none to the one asked for; {@code career.reason-missing} less than asked for, and no word why;
     * {@code career.words-long}.
     */
    @Transactional
    public Answer<Integer> say(UUID application, Map<UUID, Finding> findings, Me by) {
        var found = applications.locked(application);
        var member = seats.members(application).stream().filter(it -> it.account().equals(by.account())).findFirst();
        if (found.isEmpty() || member.isEmpty()) {
            return Answer.refused("", "career.unknown");
        }
        if (found.get().state() != State.PANEL) {
            return Answer.refused("", "career.not-panel");
        }
        var level = found.get().level();
        var asked = applications.asked(found.get());
        var reasons = new ArrayList<Reason>();
        for (var item : asked) {
            var finding = findings.get(item.id());
            if (finding == null) {
                reasons.add(new Reason("shown." + item.id(), "career.vote-missing", List.of(item.code())));
            } else if (finding.shown() < 0 || finding.shown() > level) {
                reasons.add(new Reason("shown." + item.id(), "career.vote-wrong", List.of(item.code(), level)));
            } else if (finding.shown() < level && finding.reason().isBlank()) {
                reasons.add(new Reason("reason." + item.id(), "career.reason-missing", List.of(item.code())));
            } else if (finding.reason().length() > REASON_LONGEST) {
                reasons.add(new Reason("reason." + item.id(), "career.words-long", List.of(REASON_LONGEST)));
            }
        }
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        var no = db.sql("SELECT coalesce(max(no), 0) + 1 FROM career.vote WHERE application = :id AND person = :person").param("id", application)
                .param("person", member.get().person()).query(Integer.class).single();
        asked.forEach(item -> db.sql("""
                INSERT INTO career.vote (application, person, no, item, shown, reason, at)
                VALUES (:application, :person, :no, :item, :shown, :reason, :at)
                """)
                .param("application", application).param("person", member.get().person()).param("no", no).param("item", item.id())
                .param("shown", findings.get(item.id()).shown()).param("reason", findings.get(item.id()).reason().strip()).param("at", applications.now())
                .update());
        return Answer.done(no);
    }

    /**
     * Whoever leads the panel closes it when all have spoken. Of each item counts the level that more than half find shown; the level of which every item
     * is shown is granted, and holds so many months as the rule of the day says. A level that is shown again and is not shown enough stays the first time
     * and goes one down the second.
     *
     * <p>Refusals: {@code career.unknown}; {@code career.not-panel}; {@code career.not-lead}; {@code career.votes-open}.
     */
    @Transactional
    public Answer<Application> decide(UUID application, Me by) {
        var found = applications.locked(application);
        var members = seats.members(application);
        if (found.isEmpty() || members.stream().noneMatch(it -> it.account().equals(by.account()))) {
            return Answer.refused("", "career.unknown");
        }
        var it = found.get();
        if (it.state() != State.PANEL) {
            return Answer.refused("", "career.not-panel");
        }
        if (!members.getFirst().account().equals(by.account())) {
            return Answer.refused("", "career.not-lead");
        }
        if (members.stream().anyMatch(member -> !member.voted())) {
            return Answer.refused("", "career.votes-open");
        }
        var votes = votes(application);
        var asked = applications.asked(it);
        var items = asked.stream().map(item -> new DecidedItem(item.id(), it.level(), agreed(votes.stream().filter(vote -> vote.item().equals(item.id())).map(Vote::shown).toList()))).toList();
        var shown = shown(asked, items, it.level());
        var failedBefore = db.sql("SELECT outcome = 'KEPT' FROM career.decision WHERE person = :person AND track = :track ORDER BY decided_at DESC LIMIT 1")
                .param("person", it.person()).param("track", it.track()).query(Boolean.class).optional().orElse(false);
        var held = applications.held(it.person()).stream().filter(one -> one.track().equals(it.track())).findFirst();
        var today = register.today();
        // So long a level that was not shown again stays at least: time to try a second time.
        var again = today.plusMonths(rules.on(CareerRule.AGAIN_MONTHS, today));
        var until = today.plusMonths(rules.on(CareerRule.VALID_MONTHS, today)).minusDays(1);
        var decided = outcome(it.held(), it.level(), shown, failedBefore);
        var level = switch (decided) {
            case GRANTED -> shown;
            case NOT_SHOWN, KEPT -> it.held();
            case LOWERED -> it.held() - 1;
        };
        var lasts = switch (decided) {
            case GRANTED, LOWERED -> level == 0 ? null : until;
            case NOT_SHOWN, KEPT -> held.map(one -> one.untilDay().isBefore(again) && decided == Outcome.KEPT ? again : one.untilDay()).orElse(null);
        };
        var record = log.recordBatch("career.decision", today, decision(it, decided, level, lasts == null ? "" : lasts.toString()),
                items.stream().map(item -> Map.of("item", item.item().toString(), "wanted", item.wanted(), "shown", item.shown())).toList());
        db.sql("""
                INSERT INTO career.decision (application, person, track, outcome, shown, level, from_day, until_day, decided_by, decided_at, record)
                VALUES (:application, :person, :track, :outcome, :shown, :level, :from, :until, :by, :at, :record)
                """)
                .param("application", application).param("person", it.person()).param("track", it.track()).param("outcome", decided.name()).param("shown", shown)
                .param("level", lasts == null ? 0 : level).param("from", today).param("until", lasts, Types.DATE).param("by", by.account()).param("at", applications.now())
                .param("record", record)
                .update();
        items.forEach(item -> db.sql("INSERT INTO career.decided_item (application, item, wanted, shown) VALUES (:application, :item, :wanted, :shown)")
                .param("application", application).param("item", item.item()).param("wanted", item.wanted()).param("shown", item.shown())
                .update());
        if (decided == Outcome.GRANTED) {
            placements.place(it.person(), it.track(), record, by);
        }
        applications.step(application, State.DECIDED, record, by);
        return applications.moved(application);
    }

    private static Map<String, Object> decision(Application it, Outcome outcome, int level, String until) {
        return Map.of("application", it.id().toString(), "version", it.version().toString(), "outcome", outcome.name(), "level", level, "until", until);
    }

    /** What follows from the level that was shown, beside the one held before. */
    static Outcome outcome(int held, int wanted, int shown, boolean failedBefore) {
        if (shown > 0 && shown >= held) {
            return Outcome.GRANTED;
        }
        return wanted > held ? Outcome.NOT_SHOWN : failedBefore ? Outcome.LOWERED : Outcome.KEPT;
    }

    /** The highest level that more than half find shown. */
    static int agreed(List<Integer> votes) {
        var sorted = votes.stream().sorted(Comparator.reverseOrder()).toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The highest level of which every item that it asks is shown. */
    static int shown(List<Standard.Item> asked, List<DecidedItem> items, int wanted) {
        var shown = items.stream().collect(Collectors.toMap(DecidedItem::item, DecidedItem::shown));
        var level = wanted;
        while (level > 0) {
            var at = level;
            if (asked.stream().filter(item -> item.from() <= at).allMatch(item -> shown.get(item.id()) >= at)) {
                return level;
            }
            level--;
        }
        return 0;
    }

    /** The newest of each member. */
    List<Vote> votes(UUID application) {
        return db.sql("""
                SELECT DISTINCT ON (person, item) person, item, shown, reason FROM career.vote WHERE application = :id ORDER BY person, item, no DESC
                """)
                .param("id", application).query(Vote.class).list();
    }

    Optional<Decided> decided(UUID application) {
        return db.sql("SELECT outcome, shown, level, from_day, until_day, record FROM career.decision WHERE application = :id").param("id", application)
                .query(Decided.class).optional();
    }

    List<DecidedItem> items(UUID application) {
        return db.sql("SELECT item, wanted, shown FROM career.decided_item WHERE application = :id").param("id", application).query(DecidedItem.class).list();
    }
}
