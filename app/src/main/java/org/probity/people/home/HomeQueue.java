package org.probity.people.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.home.Application.Ground;
import org.probity.people.home.Application.Takes;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who asks for a bed, and in which order they wait: by points, then by who asked first. */
@Service
public class HomeQueue {
    static final int WORDS_LONGEST = 1_000;
    static final String SELECT = """
            SELECT application.id, application.number, application.person, coalesce(name.number, '') AS staff_number, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh, application.site,
                   coalesce(site.name_en, '') AS site_en, coalesce(site.name_zh, '') AS site_zh, application.takes, application.from_day, application.since, array_to_string(application.grounds, ' ') AS grounds, application.words, application.asked_at,
                   (application.asked_at AT TIME ZONE 'Asia/Shanghai')::date AS asked_day, application.over_at IS NOT NULL AS over,
                   (SELECT stay.id FROM home.stay WHERE stay.application = application.id AND stay.void_at IS NULL) AS stay
              FROM home.application
              LEFT JOIN directory.name ON name.id = application.person
              LEFT JOIN directory.places(:today, 'infinity') AS site ON site.unit = application.site
            """;

    public record Request(@Nullable UUID site, @Nullable Takes takes, @Nullable LocalDate from, Set<Ground> grounds, String words) {}

    /** Somebody in the list. @param place from 1, among those at the site who want to live in the same kind of house */
    public record Waiting(int place, Application application, Points points) {}

    private final JdbcClient db;
    private final Directory directory;
    private final Rules rules;
    private final Log log;
    private final Clock clock;

    HomeQueue(JdbcClient db, Directory directory, Rules rules, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Everybody who works here may ask for a bed, of whatever kind their engagement is; years count from the first day that the directory knows.
     *
     * <p>Refusals: {@code home.no-person}; {@code home.not-engaged} today, or retired; {@code home.asked-already}; {@code home.lives-already}; {@code home.site-wrong} no beds there; {@code home.takes-missing};
     * {@code home.day-missing}; {@code home.day-past}; {@code home.words-long}.
     */
    @Transactional
    public Answer<UUID> ask(Request it, Me by) {
        var found = directory.personOf(by);
        if (found.isEmpty()) {
            return Answer.refused("", "home.no-person");
        }
        var person = found.get();
        db.sql("SELECT FROM directory.person WHERE id = :id FOR NO KEY UPDATE").param("id", person).query((row, n) -> row).optional();
        var since = db.sql("SELECT min(said.from_day) FROM directory.stretches('1900-01-01', :today, 'infinity') AS said WHERE said.person = :person AND said.kind <> 'RETIREE'").param("today", today())
                .param("person", person).query(LocalDate.class).optional();
        if (since.isEmpty() || !db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:today, 'infinity') AS now WHERE now.person = :person AND now.kind <> 'RETIREE')").param("today", today()).param("person", person)
                .query(Boolean.class).single()) {
            return Answer.refused("", "home.not-engaged");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM home.application WHERE person = :person AND over_at IS NULL)").param("person", person).query(Boolean.class).single()) {
            return Answer.refused("", "home.asked-already");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM home.stay WHERE person = :person AND void_at IS NULL AND (until_day IS NULL OR until_day >= :today))").param("person", person).param("today", today())
                .query(Boolean.class).single()) {
            return Answer.refused("", "home.lives-already");
        }
        if (it.site() == null || !db.sql("SELECT EXISTS (SELECT FROM home.building WHERE site = :site)").param("site", it.site()).query(Boolean.class).single()) {
            return Answer.refused("site", "home.site-wrong");
        }
        if (it.takes() == null || it.takes() == Takes.ALL) {
            return Answer.refused("takes", "home.takes-missing");
        }
        if (it.from() == null) {
            return Answer.refused("from", "home.day-missing");
        }
        if (it.from().isBefore(today())) {
            return Answer.refused("from", "home.day-past");
        }
        if (it.words().strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "home.words-long", WORDS_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO home.application (id, number, person, site, takes, from_day, since, grounds, words, asked_by, asked_at, record)
                VALUES (:id, 'H' || :year || '-' || lpad(nextval('home.number')::text, 6, '0'), :person, :site, :takes, :from, :since, :grounds, :words, :by, :at, :record)
                """)
                .param("id", id).param("year", today().getYear()).param("person", person).param("site", it.site()).param("takes", it.takes().name()).param("from", it.from()).param("since", since.get())
                .param("grounds", it.grounds().stream().map(Enum::name).sorted().toArray(String[]::new)).param("words", it.words().strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("home.asked", today(), Map.of("application", id.toString(), "takes", it.takes().name(), "since", since.get().toString(),
                        "grounds", String.join(" ", it.grounds().stream().map(Enum::name).sorted().toList()))))
                .update();
        return Answer.done(id);
    }

    /**
     * Whoever asked takes it back, before there is an offer; an offer is answered instead.
     *
     * <p>Refusals: {@code home.unknown}, {@code home.only-own}, {@code home.not-waiting}.
     */
    @Transactional
    public Answer<UUID> withdraw(UUID id, Me by) {
        var it = locked(id);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (!own(it.get(), by)) {
            return Answer.refused("", "home.only-own");
        }
        if (!it.get().waits()) {
            return Answer.refused("", "home.not-waiting");
        }
        over(id, log.record("home.withdrawn", today(), Map.of("application", id.toString())));
        return Answer.done(id);
    }

    void over(UUID id, @Nullable UUID record) {
        db.sql("UPDATE home.application SET over_at = :at, over_record = :record WHERE id = :id AND over_at IS NULL").param("at", now()).param("record", record).param("id", id).update();
    }

    boolean own(Application it, Me me) {
        return directory.personOf(me).filter(it.person()::equals).isPresent();
    }

    Optional<Application> locked(UUID id) {
        db.sql("SELECT FROM home.application WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        return find(id);
    }

    Optional<Application> find(UUID id) {
        return db.sql(SELECT + " WHERE application.id = :id").param("today", today()).param("id", id).query(Application.class).optional();
    }

    UUID askedBy(UUID id) {
        return db.sql("SELECT asked_by FROM home.application WHERE id = :id").param("id", id).query(UUID.class).single();
    }

    List<Application> of(UUID person) {
        return db.sql(SELECT + " WHERE application.person = :person ORDER BY application.asked_at DESC").param("today", today()).param("person", person).query(Application.class).list();
    }

    Points points(Application it) {
        return Points.Scale.of(rules, today()).of(it.since(), it.askedDay(), it.told(), today());
    }

    /** Everybody who waits, first the site, then the house wished for, then the order. */
    List<Waiting> waiting() {
        var scale = Points.Scale.of(rules, today());
        record One(Application application, Points points) {}
        var all = db.sql(SELECT + " WHERE application.over_at IS NULL AND NOT EXISTS (SELECT FROM home.stay WHERE stay.application = application.id AND stay.void_at IS NULL)").param("today", today())
                .query(Application.class).list().stream().map(it -> new One(it, scale.of(it.since(), it.askedDay(), it.told(), today())))
                .sorted(Comparator.comparing((One it) -> it.application().siteEn()).thenComparing(it -> it.application().site()).thenComparing(it -> it.application().takes())
                        .thenComparing(Comparator.comparing((One it) -> it.points().sum()).reversed()).thenComparing(it -> it.application().askedAt()).thenComparing(it -> it.application().number()))
                .toList();
        var list = new java.util.ArrayList<Waiting>();
        for (var it : all) {
            var before = list.isEmpty() ? null : list.getLast();
            var same = before != null && before.application().site().equals(it.application().site()) && before.application().takes() == it.application().takes();
            list.add(new Waiting(same ? before.place() + 1 : 1, it.application(), it.points()));
        }
        return list;
    }

    /** Whether somebody else who waits at the site, and whom the house takes, stands before them. */
    boolean passedOver(Application it, Takes house) {
        var own = points(it).sum();
        return waiting().stream().filter(other -> !other.application().id().equals(it.id()) && other.application().site().equals(it.site()) && house.welcomes(other.application().takes()))
                .anyMatch(other -> other.points().sum() > own || other.points().sum() == own && other.application().askedAt().isBefore(it.askedAt()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
