package org.probity.people.career;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.career.Application.Panelist;
import org.probity.people.career.Application.State;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sits on a panel: at least so many, some from outside, line managers no majority. What they find is in {@link Panels}. */
@Service
public class Seats {
    /** A seat on a panel that has not decided. @param all whether all of the panel have spoken */
    record Seat(Application application, boolean voted, boolean leads, boolean all) {
        boolean decides() {
            return leads && all;
        }
    }

    private record Asked(UUID person, UUID account, boolean outside, boolean manager) {}

    private final JdbcClient db;
    private final Applications applications;
    private final Rules rules;
    private final Register register;
    private final Directory directory;
    private final Log log;

    Seats(JdbcClient db, Applications applications, Rules rules, Register register, Directory directory, Log log) {
        this.db = db;
        this.applications = applications;
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

    /**
     * Applications before a panel that somebody sits on, those that wait longest first: by one statement, however many they have judged before.
     */
    List<Seat> of(Me me) {
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
