package org.probity.people.career;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.people.career.Application.Decided;
import org.probity.people.career.Application.DecidedItem;
import org.probity.people.career.Application.Outcome;
import org.probity.people.career.Application.Panelist;
import org.probity.people.career.Application.State;
import org.probity.people.career.Application.Vote;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who judges an application, what each of them finds, and what follows from it. */
@Service
public class Panels {
    static final int REASON_LONGEST = 2_000;

    /** What one of the panel says of an item. */
    public record Finding(int shown, String reason) {}

    /** A seat on a panel that has not decided. @param all whether all of the panel have spoken */
    record Seat(Application application, boolean voted, boolean leads, boolean all) {
        boolean decides() {
            return leads && all;
        }
    }

    private record Asked(UUID person, UUID account, boolean outside, boolean manager) {}

    private final JdbcClient db;
    private final Applications applications;
    private final Placements placements;
    private final Rules rules;
    private final Register register;
    private final Directory directory;
    private final Log log;

    Panels(JdbcClient db, Applications applications, Placements placements, Rules rules, Register register, Directory directory, Log log) {
        this.db = db;
        this.applications = applications;
        this.placements = placements;
        this.rules = rules;
        this.register = register;
        this.directory = directory;
        this.log = log;
    }

    /**
     * Calls a panel together; whoever is named first leads it. Line managers of the applicant, at any height, may sit on it and are never more than half;
     * so many as the rule of the day says belong to another unit.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.unknown}; {@code career.not-sent}; {@code career.own-application} whoever calls it is the applicant;
     * {@code career.number-unknown}; {@code career.panel-twice}; {@code career.panel-self}; {@code career.panel-no-account} somebody cannot sign in;
     * {@code career.panel-not-engaged}; {@code career.panel-small}; {@code career.panel-no-outside}; {@code career.panel-managers}.
     *
     * @param numbers staff numbers
     */
    @Transactional
    public Answer<Application> call(UUID application, List<String> numbers, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var found = applications.locked(application);
        if (found.isEmpty()) {
            return Answer.refused("", "career.unknown");
        }
        var it = found.get();
        if (it.state() != State.SENT) {
            return Answer.refused("", "career.not-sent");
        }
        if (it.openedBy().equals(by.account())) {
            return Answer.refused("", "career.own-application");
        }
        var panel = new ArrayList<Asked>();
        var met = new HashSet<UUID>();
        for (var number : numbers) {
            var person = directory.byNumber(number);
            if (person.isEmpty()) {
                return Answer.refused("numbers", "career.number-unknown", number);
            }
            if (person.get().id().equals(it.person())) {
                return Answer.refused("numbers", "career.panel-self", number);
            }
            if (!met.add(person.get().id())) {
                return Answer.refused("numbers", "career.panel-twice", number);
            }
            if (!applications.engaged(person.get().id())) {
                return Answer.refused("numbers", "career.panel-not-engaged", number);
            }
            var account = db.sql("SELECT account FROM directory.pass WHERE person = :person").param("person", person.get().id()).query(UUID.class).optional();
            if (account.isEmpty()) {
                return Answer.refused("numbers", "career.panel-no-account", number);
            }
            panel.add(asked(person.get().id(), account.get(), it.person()));
        }
        var least = rules.on(CareerRule.PANEL_LEAST, register.today());
        if (panel.size() < least) {
            return Answer.refused("numbers", "career.panel-small", least);
        }
        var outside = rules.on(CareerRule.PANEL_OUTSIDE, register.today());
        if (panel.stream().filter(Asked::outside).count() < outside) {
            return Answer.refused("numbers", "career.panel-no-outside", outside);
        }
        if (panel.stream().filter(Asked::manager).count() * 2 > panel.size()) {
            return Answer.refused("numbers", "career.panel-managers");
        }
        for (var no = 0; no < panel.size(); no++) {
            var member = panel.get(no);
            db.sql("""
                    INSERT INTO career.panelist (application, person, account, no, outside, manager, applicant, called_by, called_at)
                    VALUES (:application, :person, :account, :no, :outside, :manager, :applicant, :by, :at)
                    """)
                    .param("application", application).param("person", member.person()).param("account", member.account()).param("no", no + 1)
                    .param("outside", member.outside()).param("manager", member.manager()).param("applicant", it.person()).param("by", by.account())
                    .param("at", applications.now())
                    .update();
        }
        applications.step(application, State.PANEL, log.record("career.panel", register.today(), Map.of("application", application.toString(),
                "members", panel.stream().map(member -> Map.of("person", member.person().toString(), "outside", member.outside(), "manager", member.manager())).toList())), by);
        return applications.moved(application);
    }

    /** Outside: engaged in no unit of the applicant's. Manager: leads a unit on the way down to the applicant. */
    private Asked asked(UUID person, UUID account, UUID applicant) {
        return db.sql("""
                SELECT NOT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') AS own JOIN directory.engaged(:day, 'infinity') AS theirs ON theirs.unit = own.unit
                                    WHERE own.person = :applicant AND theirs.person = :person) AS outside,
                       EXISTS (SELECT FROM directory.engaged(:day, 'infinity') AS own
                                 JOIN directory.places(:day, 'infinity') AS place ON place.unit = own.unit
                                 JOIN directory.heads(:day, 'infinity') AS head ON head.unit = ANY (place.path)
                                WHERE own.person = :applicant AND head.person = :person) AS manager
                """)
                .param("day", register.today()).param("applicant", applicant).param("person", person)
                .query((row, n) -> new Asked(person, account, row.getBoolean("outside"), row.getBoolean("manager"))).single();
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
        var member = members(application).stream().filter(it -> it.account().equals(by.account())).findFirst();
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
        var members = members(application);
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

    /** In the order they were named. */
    List<Panelist> members(UUID application) {
        return db.sql("""
                SELECT panelist.person, panelist.account, name.name_en, name.name_zh, panelist.no, panelist.outside, panelist.manager,
                       EXISTS (SELECT FROM career.vote WHERE vote.application = panelist.application AND vote.person = panelist.person) AS voted
                  FROM career.panelist
                  JOIN directory.name ON name.id = panelist.person
                 WHERE panelist.application = :id
                 ORDER BY panelist.no
                """)
                .param("id", application).query(Panelist.class).list();
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

    /**
     * Applications before a panel that somebody sits on, those that wait longest first: by one statement, however many they have judged before.
     */
    List<Seat> seats(Me me) {
        var mapper = new SimplePropertyRowMapper<>(Application.class);
        return db.sql(Applications.select("""
                seat.no = 1 AS leads,
                EXISTS (SELECT FROM career.vote WHERE vote.application = application.id AND vote.person = seat.person) AS voted,
                NOT EXISTS (SELECT FROM career.panelist AS other
                             WHERE other.application = application.id
                               AND NOT EXISTS (SELECT FROM career.vote WHERE vote.application = application.id AND vote.person = other.person)) AS all_voted
                """) + """
                  JOIN career.panelist AS seat ON seat.application = application.id AND seat.account = :account
                 WHERE newest.state = 'PANEL'
                 ORDER BY newest.at, application.number LIMIT 200
                """)
                .param("account", me.account()).query((row, n) -> new Seat(mapper.mapRow(row, n), row.getBoolean("voted"), row.getBoolean("leads"), row.getBoolean("all_voted"))).list();
    }

    @Nullable Panelist member(UUID application, Me me) {
        return members(application).stream().filter(it -> it.account().equals(me.account())).findFirst().orElse(null);
    }
}
