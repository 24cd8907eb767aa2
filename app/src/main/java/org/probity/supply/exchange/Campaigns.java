package org.probity.supply.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Guests.Guest;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasions;
import org.probity.supply.exchange.Campaign.PartyReach;
import org.probity.supply.exchange.Campaign.Reach;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.SupplierGuests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns: what is taught to whom until when, and whom it reached. */
@Service
public class Campaigns {
    static final int LINE_LONGEST = 300;
    public static final String ALL = "all";

    /** As it was typed. @param suppliers all, a category, or empty */
    public record Opening(String titleEn, String titleZh, List<String> courses, LocalDate fromDay, LocalDate untilDay, String suppliers, boolean procurement) {
        public Opening {
            titleEn = titleEn.strip();
            titleZh = titleZh.strip();
            courses = courses.stream().distinct().toList();
        }
    }

    /** Published in the transaction in which people were asked. */
    public record Asked(Campaign campaign, List<Guest> whom) {}

    /** Published as a day begins: these have not passed everything, and have so many days left. */
    public record Reminded(Campaign campaign, List<Guest> whom, int daysLeft) {}

    /** Before a campaign is over, whoever has not passed is reminded twice. */
    private static final List<Integer> DAYS_BEFORE = List.of(14, 3);

    private final JdbcClient db;
    private final Courses courses;
    private final Categories categories;
    private final SupplierGuests contacts;
    private final Colleagues colleagues;
    private final Occasions occasions;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigns(
            JdbcClient db, Courses courses, Categories categories, SupplierGuests contacts, Colleagues colleagues, Occasions occasions, Log log, ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.courses = courses;
        this.categories = categories;
        this.contacts = contacts;
        this.colleagues = colleagues;
        this.occasions = occasions;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a campaign and asks everybody it is for; who joins them while it runs is asked as a day begins.
     *
     * <p>Refusals: {@code exchange.not-yours}; {@code exchange.title-missing} in either language; {@code exchange.words-long}; {@code exchange.course-missing};
     * {@code exchange.days-turned}; {@code exchange.day-past} it would be over; {@code exchange.audience-missing}; {@code exchange.category-unknown}.
     */
    @Transactional
    public Answer<Campaign> open(Opening it, Me by) {
        if (!by.is(Role.SOURCING_OFFICER)) {
            return Answer.refused("", "exchange.not-yours");
        }
        if (it.titleEn().isEmpty() || it.titleZh().isEmpty()) {
            return Answer.refused(it.titleEn().isEmpty() ? "titleEn" : "titleZh", "exchange.title-missing");
        }
        if (it.titleEn().length() > LINE_LONGEST || it.titleZh().length() > LINE_LONGEST) {
            return Answer.refused("titleEn", "exchange.words-long", LINE_LONGEST);
        }
        var taught = it.courses().stream().flatMap(code -> courses.on(code, it.fromDay()).stream()).toList();
        if (taught.isEmpty() || taught.size() != it.courses().size()) {
            return Answer.refused("courses", "exchange.course-missing");
        }
        if (it.untilDay().isBefore(it.fromDay())) {
            return Answer.refused("untilDay", "exchange.days-turned");
        }
        if (it.untilDay().isBefore(today())) {
            return Answer.refused("untilDay", "exchange.day-past");
        }
        if (it.suppliers().isEmpty() && !it.procurement()) {
            return Answer.refused("suppliers", "exchange.audience-missing");
        }
        if (!it.suppliers().isEmpty() && !it.suppliers().equals(ALL) && categories.open().stream().noneMatch(known -> known.code().equals(it.suppliers()))) {
            return Answer.refused("suppliers", "exchange.category-unknown");
        }
        var id = UUID.randomUUID();
        var record = log.record("exchange.campaign", today(), Map.of("campaign", id.toString(), "from", it.fromDay().toString(), "until", it.untilDay().toString(),
                "courses", taught.stream().map(course -> course.code() + " " + course.version() + " " + course.sha256()).toList()));
        db.sql("""
                INSERT INTO exchange.campaign (id, number, title_en, title_zh, from_day, until_day, suppliers, procurement, opened_by, opened_at, record)
                VALUES (:id, 'C' || :year || '-' || to_char(nextval('exchange.number'), 'FM999999990000'), :en, :zh, :from, :until, :suppliers, :procurement, :by, :at, :record)
                """)
                .param("id", id).param("year", it.fromDay().getYear()).param("en", it.titleEn()).param("zh", it.titleZh()).param("from", it.fromDay())
                .param("until", it.untilDay()).param("suppliers", it.suppliers()).param("procurement", it.procurement()).param("by", by.account()).param("at", now())
                .param("record", record)
                .update();
        taught.forEach(course -> db.sql("INSERT INTO exchange.campaign_course (campaign, course, version, topic, sha256) VALUES (:id, :course, :version, :topic, :sha256)")
                .param("id", id).param("course", course.code()).param("version", course.version()).param("topic", course.topic().name()).param("sha256", course.sha256())
                .update());
        var campaign = find(id).orElseThrow();
        ask(campaign, today());
        return Answer.done(campaign);
    }

    /** Whoever is new among those a campaign is for. */
    @EventListener
    void dayHasBegun(DayHasBegun begun) {
        db.sql(SELECT + " WHERE from_day <= :day AND until_day >= :day").param("day", begun.day()).query(Campaign.class).list().forEach(it -> {
            ask(it, begun.day());
            DAYS_BEFORE.stream().filter(days -> it.untilDay().equals(begun.day().plusDays(days))).forEach(days -> remind(it, days));
        });
    }

    private void remind(Campaign it, int daysLeft) {
        var open = db.sql("""
                SELECT asked.guest
                  FROM exchange.asked
                 WHERE asked.campaign = :campaign
                   AND asked.circle = :circle
                   AND (SELECT count(*) FROM exchange.attempt WHERE attempt.campaign = asked.campaign AND attempt.circle = asked.circle AND attempt.guest = asked.guest AND passed)
                       < (SELECT count(*) FROM exchange.campaign_course WHERE campaign_course.campaign = asked.campaign)
                   AND NOT EXISTS (SELECT FROM gathering.spent('infinity') AS spent
                                     JOIN exchange.campaign_session ON campaign_session.occasion = spent.occasion AND campaign_session.campaign = asked.campaign
                                    WHERE spent.circle = asked.circle AND spent.guest = asked.guest)
                """)
                .param("campaign", it.id()).param("circle", SupplierGuests.CIRCLE)
                .query(UUID.class).list();
        if (!open.isEmpty()) {
            events.publishEvent(new Reminded(it, List.copyOf(contacts.of(open).values()), daysLeft));
        }
    }

    private void ask(Campaign it, LocalDate day) {
        var guests = new ArrayList<Guest>();
        if (!it.suppliers().isEmpty()) {
            guests.addAll(contacts.from(db.sql("""
                    SELECT active.supplier
                      FROM supplier.active(:day, 'infinity') AS active
                      JOIN supplier.name ON name.id = active.supplier
                     WHERE :which = 'all' OR name.category = :which
                    """)
                    .param("day", day).param("which", it.suppliers())
                    .query(UUID.class).list()));
        }
        if (it.procurement()) {
            guests.addAll(colleagues.of(db.sql("SELECT person FROM exchange.procurement_staff(:day, 'infinity')").param("day", day).query(UUID.class).list()).values());
        }
        var asked = db.sql("""
                INSERT INTO exchange.asked (campaign, circle, guest, party, at)
                SELECT :campaign, who.circle, who.guest, who.party, :at
                  FROM unnest(:circles::text[], :guests::uuid[], :parties::uuid[]) AS who (circle, guest, party)
                ON CONFLICT DO NOTHING
                RETURNING circle, guest
                """)
                .param("campaign", it.id()).param("at", now()).param("circles", guests.stream().map(Guest::circle).toArray(String[]::new))
                .param("guests", guests.stream().map(Guest::id).toArray(UUID[]::new)).param("parties", guests.stream().map(Guest::party).toArray(UUID[]::new))
                .query(GuestList.Key.class).list();
        if (!asked.isEmpty()) {
            var fresh = new java.util.HashSet<>(asked);
            events.publishEvent(new Asked(it, guests.stream().filter(guest -> fresh.contains(new GuestList.Key(guest.circle(), guest.id()))).toList()));
        }
    }

    /**
     * Plans a training of a campaign and asks whom the campaign asks.
     *
     * <p>Refusals: {@code exchange.campaign-unknown}; those of {@code Occasions.open}.
     */
    @Transactional
    public Answer<UUID> train(UUID campaign, String title, List<String> topics, Occasion.Plan session, Me by) {
        var found = find(campaign);
        if (found.isEmpty()) {
            return Answer.refused("", "exchange.campaign-unknown");
        }
        return switch (occasions.open(new Occasions.Opening(Kinds.SESSION, title, topics, List.of(), List.of(session)), by)) {
            case Answer.Refused<UUID> refused -> refused;
            case Answer.Done<UUID>(var occasion) -> {
                db.sql("INSERT INTO exchange.campaign_session (occasion, campaign) VALUES (:occasion, :campaign)").param("occasion", occasion).param("campaign", campaign).update();
                var whom = db.sql("SELECT circle, guest FROM exchange.asked WHERE campaign = :campaign").param("campaign", campaign).query(GuestList.Key.class).list();
                occasions.ask(occasion, whom, by);
                yield Answer.done(occasion);
            }
        };
    }

    public Optional<Campaign> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Campaign.class).optional();
    }

    /** Newest first. */
    public List<Campaign> all() {
        return db.sql(SELECT + " ORDER BY from_day DESC, number DESC").query(Campaign.class).list();
    }

    public List<Course> courses(UUID campaign) {
        return db.sql("SELECT course, version FROM exchange.campaign_course WHERE campaign = :campaign ORDER BY course").param("campaign", campaign)
                .query((row, n) -> courses.find(row.getString(1), row.getInt(2))).list();
    }

    /** Trainings of a campaign, newest first. */
    List<Occasion> sessions(UUID campaign) {
        return db.sql("SELECT occasion FROM exchange.campaign_session WHERE campaign = :campaign").param("campaign", campaign).query(UUID.class).list().stream()
                .flatMap(it -> occasions.find(it).stream()).sorted(java.util.Comparator.comparing(Occasion::startsAt).reversed()).toList();
    }

    private static final String SELECT = "SELECT id, number, title_en, title_zh, from_day, until_day, suppliers, procurement FROM exchange.campaign";

    /** Each person asked, with how far they came. Passed is who passed every course of the campaign. */
    private static final String PERSONS = """
            WITH person AS (
                SELECT asked.circle, asked.guest, asked.party,
                       EXISTS (SELECT FROM exchange.page_read WHERE page_read.campaign = asked.campaign AND page_read.circle = asked.circle AND page_read.guest = asked.guest) AS read,
                       EXISTS (SELECT FROM attended WHERE attended.circle = asked.circle AND attended.guest = asked.guest) AS attended,
                       (SELECT count(*) FROM exchange.attempt WHERE attempt.campaign = asked.campaign AND attempt.circle = asked.circle AND attempt.guest = asked.guest AND passed)
                           = (SELECT count(*) FROM exchange.campaign_course WHERE campaign_course.campaign = asked.campaign) AS passed
                  FROM exchange.asked
                 WHERE asked.campaign = :campaign
            )
            """;
    private static final String ATTENDED = """
            WITH attended AS MATERIALIZED (
                SELECT DISTINCT spent.circle, spent.guest
                  FROM gathering.spent('infinity') AS spent
                  JOIN exchange.campaign_session ON campaign_session.occasion = spent.occasion AND campaign_session.campaign = :campaign
            ),
            """;

    List<Reach> reach(UUID campaign) {
        return db.sql(ATTENDED + PERSONS.substring("WITH ".length()) + """
                SELECT circle, count(*) AS asked, count(*) FILTER (WHERE read) AS read, count(*) FILTER (WHERE attended) AS attended, count(*) FILTER (WHERE passed) AS passed
                  FROM person
                 GROUP BY circle
                 ORDER BY circle
                """)
                .param("campaign", campaign)
                .query(Reach.class).list();
    }

    List<PartyReach> byParty(UUID campaign) {
        return db.sql(ATTENDED + PERSONS.substring("WITH ".length()) + """
                SELECT party, name.number, name.name_en, name.name_zh, count(*) AS asked, count(*) FILTER (WHERE read) AS read, count(*) FILTER (WHERE attended) AS attended,
                       count(*) FILTER (WHERE passed) AS passed
                  FROM person
                  JOIN supplier.name ON name.id = person.party
                 GROUP BY party, name.number, name.name_en, name.name_zh
                 ORDER BY count(*) FILTER (WHERE passed OR attended), name.number
                """)
                .param("campaign", campaign)
                .query(PartyReach.class).list();
    }

    Stream<Campaign> running(LocalDate day) {
        return all().stream().filter(it -> it.runs(day));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
