package org.probity.people.dialogue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.probity.people.dialogue.Meeting.Item;
import org.probity.people.dialogue.Reading.Reader;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Guests.Guest;
import org.probity.shapes.gathering.Minutes;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.OccasionKind;
import org.probity.shapes.gathering.Occasions;
import org.probity.shapes.measure.Measure;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Discussion sessions and democratic-life meetings: called, prepared, held, followed up, and told to those who work there. */
@Service
public class Meetings {
    static final String KIND = "dialogue.meeting";
    static final int ITEM_LONGEST = 1_000;
    static final List<String> TOPICS = List.of("WORK", "LIVING", "SAFETY", "LEADING");

    /** Published in the transaction in which people are asked to come. @param whom people of the directory */
    public record Invited(Meeting meeting, List<UUID> whom) {
        public Invited {
            whom = List.copyOf(whom);
        }
    }

    /** Occasions of this room; the topics are what a meeting can be about. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {
        @Bean
        OccasionKind meetingsOfAPlace() {
            // Minutes are the meeting's own page's, where those who were there read them; the occasion's page keeps the list.
            return new OccasionKind(KIND, "D", Set.of(Role.HR), TOPICS, "dialogue.topic.", "/app/dialogue", false);
        }
    }

    private final JdbcClient db;
    private final Occasions occasions;
    private final Minutes minutes;
    private final Attendance attendance;
    private final Places places;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Meetings(JdbcClient db, Occasions occasions, Minutes minutes, Attendance attendance, Places places, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.occasions = occasions;
        this.minutes = minutes;
        this.attendance = attendance;
        this.places = places;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Calls a meeting of a place. Human resources do, so that its lists and minutes are kept in one hand.
     *
     * <p>Refusals: {@code dialogue.place-unknown} no site or department of today; {@code gathering.not-held-by-you} and the others of {@code Occasions.open}.
     */
    @Transactional
    public Answer<UUID> call(Form form, UUID place, String title, List<String> topics, Occasion.Plan plan, Me by) {
        if (places.find(place).isEmpty()) {
            return Answer.refused("unit", "dialogue.place-unknown");
        }
        return switch (occasions.open(new Occasions.Opening(KIND, title, topics, List.of(), List.of(plan)), by)) {
            case Answer.Refused<UUID> refused -> refused;
            case Answer.Done<UUID>(var occasion) -> {
                db.sql("INSERT INTO dialogue.meeting (occasion, form, place) VALUES (:occasion, :form, :place)").param("occasion", occasion).param("form", form.name()).param("place", place).update();
                yield Answer.done(occasion);
            }
        };
    }

    /**
     * Asks people of the directory to come, by staff number or address; who has an account gets a letter. Who was asked already is not asked twice.
     *
     * <p>Refusals: {@code dialogue.meeting-unknown}; {@code dialogue.not-led-by-you}; {@code dialogue.begun-already}; {@code dialogue.nobody-asked};
     * {@code dialogue.person-unknown} nobody who works here is called so, and it says how; those of {@code Occasions.ask}, for human resources hold the list.
     */
    @Transactional
    public Answer<Integer> invite(UUID meeting, Collection<String> words, Me by) {
        return led(meeting, by, it -> {
            if (begun(it)) {
                return Answer.refused("people", "dialogue.begun-already");
            }
            if (words.isEmpty()) {
                return Answer.refused("people", "dialogue.nobody-asked");
            }
            var found = new LinkedHashMap<String, UUID>();
            db.sql("""
                    SELECT wanted.word, (array_agg(name.id))[1] AS person
                      FROM unnest(CAST(:words AS text[])) AS wanted (word)
                      JOIN directory.name ON name.number = wanted.word OR name.email <> '' AND lower(name.email) = lower(wanted.word)
                     WHERE EXISTS (SELECT FROM directory.engaged(:today, 'infinity') AS engaged WHERE engaged.person = name.id)
                     GROUP BY wanted.word
                    HAVING count(DISTINCT name.id) = 1
                    """)
                    .param("words", words.toArray(String[]::new)).param("today", today())
                    .query(row -> {
                        found.put(row.getString("word"), row.getObject("person", UUID.class));
                    });
            var unknown = words.stream().filter(word -> !found.containsKey(word)).findFirst();
            if (unknown.isPresent()) {
                return Answer.refused("people", "dialogue.person-unknown", unknown.get());
            }
            var before = occasions.asked(meeting).stream().map(Guest::id).toList();
            var whom = found.values().stream().distinct().filter(person -> !before.contains(person)).toList();
            var answer = occasions.ask(meeting, whom.stream().map(person -> new GuestList.Key(Colleagues.CIRCLE, person)).toList(), by);
            if (answer instanceof Answer.Done<Integer>) {
                events.publishEvent(new Invited(it, whom));
            }
            return answer;
        });
    }

    /**
     * Puts something on the agenda before the meeting. What is open from earlier ones stands there by itself.
     *
     * <p>Refusals: {@code dialogue.meeting-unknown}; {@code dialogue.not-led-by-you}; {@code dialogue.begun-already}; {@code dialogue.item-missing};
     * {@code dialogue.words-long}.
     */
    @Transactional
    public Answer<Integer> plan(UUID meeting, String words, Me by) {
        return led(meeting, by, it -> {
            if (begun(it)) {
                return Answer.refused("item", "dialogue.begun-already");
            }
            if (words.isBlank()) {
                return Answer.refused("item", "dialogue.item-missing");
            }
            if (words.strip().length() > ITEM_LONGEST) {
                return Answer.refused("item", "dialogue.words-long", ITEM_LONGEST);
            }
            return Answer.done(db.sql("""
                    INSERT INTO dialogue.item (meeting, no, words, by, at)
                    VALUES (:meeting, (SELECT coalesce(max(no), 0) + 1 FROM dialogue.item WHERE meeting = :meeting), :words, :by, :at)
                    RETURNING no
                    """)
                    .param("meeting", meeting).param("words", words.strip()).param("by", by.account()).param("at", now())
                    .query(Integer.class).single());
        });
    }

    /** What was said. Refusals: {@code dialogue.meeting-unknown}; those of {@code Minutes.write}, for human resources hold the list. */
    @Transactional
    public Answer<Integer> write(UUID meeting, String words, Me by) {
        return find(meeting).isEmpty() ? Answer.refused("", "dialogue.meeting-unknown") : minutes.write(meeting, words, by);
    }

    /** Another who was there has read the minutes and agrees. Refusals: {@code dialogue.meeting-unknown}; those of {@code Minutes.agree}. */
    @Transactional
    public Answer<Integer> agree(UUID meeting, int no, Me by) {
        return find(meeting).isEmpty() ? Answer.refused("", "dialogue.meeting-unknown") : minutes.agree(meeting, no, by);
    }

    /** What whoever leads the place does to a meeting, which is held until the transaction ends. Refusals: {@code dialogue.meeting-unknown}; {@code dialogue.not-led-by-you}; {@code gathering.called-off-already}. */
    <T> Answer<T> led(UUID meeting, Me by, Function<Meeting, Answer<T>> act) {
        db.sql("SELECT FROM dialogue.meeting WHERE occasion = :id FOR UPDATE").param("id", meeting).query((row, n) -> n).optional();
        var found = find(meeting);
        if (found.isEmpty()) {
            return Answer.refused("", "dialogue.meeting-unknown");
        }
        if (!places.leads(found.get().place(), by)) {
            return Answer.refused("", "dialogue.not-led-by-you");
        }
        return found.get().occasion().calledOff() ? Answer.refused("", "gathering.called-off-already") : act.apply(found.get());
    }

    boolean begun(Meeting it) {
        return !it.occasion().startsAt().isAfter(clock.instant());
    }

    public Optional<Meeting> find(UUID meeting) {
        return meetings(db.sql(SELECT + " WHERE meeting.occasion = ANY (:ids)").param("ids", new UUID[] {meeting})).stream().findFirst();
    }

    /** Newest first, narrowed to what somebody sees. */
    List<Meeting> lines(Query query, Reader reader) {
        return meetings(narrowed(SELECT + LINES + " ORDER BY standing.starts_at DESC, standing.number DESC LIMIT :most OFFSET :skip", query, reader).param("most", query.limit())
                .param("skip", query.offset()));
    }

    long count(Query query, Reader reader) {
        return narrowed("SELECT count(*) FROM dialogue.meeting" + LINES, query, reader).query(Long.class).single();
    }

    private JdbcClient.StatementSpec narrowed(String sql, Query query, Reader reader) {
        return db.sql(sql).param("everything", reader.everything()).param("places", reader.places().toArray(UUID[]::new)).param("mine", reader.takesPart().toArray(UUID[]::new))
                .param("form", query.filter("form"));
    }

    private static final String LINES = """
              JOIN gathering.standing ON standing.id = meeting.occasion
             WHERE (:everything OR meeting.place = ANY (:places) OR meeting.occasion = ANY (:mine))
               AND (:form = '' OR meeting.form = :form)
            """;

    private static final String SELECT = """
            SELECT meeting.occasion, meeting.form, meeting.place, unit.code, coalesce(named.name_en, '') AS place_en, coalesce(named.name_zh, '') AS place_zh,
                   publication.words AS published, publication.at AS published_at
              FROM dialogue.meeting
              JOIN directory.unit ON unit.id = meeting.place
              LEFT JOIN directory.units(:today, 'infinity') AS named ON named.unit = meeting.place
              LEFT JOIN dialogue.publication ON publication.meeting = meeting.occasion
            """;

    private record Row(UUID occasion, String form, UUID place, String code, String placeEn, String placeZh, @Nullable String published, @Nullable Instant publishedAt) {}

    private List<Meeting> meetings(JdbcClient.StatementSpec select) {
        var rows = select.param("today", today()).query(Row.class).list();
        var held = occasions.all(rows.stream().map(Row::occasion).toList());
        return rows.stream().map(it -> new Meeting(Objects.requireNonNull(held.get(it.occasion())), Form.valueOf(it.form()), it.place(),
                it.placeEn().isEmpty() && it.placeZh().isEmpty() ? it.code() : it.placeEn(), it.placeZh(), it.published(), it.publishedAt())).toList();
    }

    /** What somebody leads, takes part in or opened, and what nobody was told about yet; what waits of it is for their desk to say. */
    List<Meeting> open(Reader reader, Me me) {
        return meetings(db.sql(SELECT + """
                  JOIN gathering.standing ON standing.id = meeting.occasion AND NOT standing.called_off
                 WHERE publication.words IS NULL AND (meeting.place = ANY (:led) OR meeting.occasion = ANY (:mine) OR standing.opened_by = :me)
                 ORDER BY standing.starts_at
                """)
                .param("led", reader.leads().toArray(UUID[]::new)).param("mine", reader.takesPart().toArray(UUID[]::new)).param("me", me.account()));
    }

    /** That begin on a day, unless they were called off. */
    List<Meeting> on(LocalDate day) {
        return meetings(db.sql(SELECT + """
                  JOIN gathering.standing ON standing.id = meeting.occasion AND NOT standing.called_off
                 WHERE standing.starts_at >= :from AND standing.starts_at < :until
                """)
                .param("from", day.atStartOfDay(zone()).toOffsetDateTime()).param("until", day.plusDays(1).atStartOfDay(zone()).toOffsetDateTime()));
    }

    /** People of the directory who were there. */
    List<UUID> there(UUID meeting) {
        return occasions.sessions(meeting).stream().flatMap(it -> attendance.presences(it.id()).stream()).filter(it -> it.circle().equals(Colleagues.CIRCLE)).map(Occasion.Presence::guest).distinct().toList();
    }

    List<Item> agenda(UUID meeting) {
        return db.sql("SELECT no, words FROM dialogue.item WHERE meeting = :meeting ORDER BY no").param("meeting", meeting).query(Item.class).list();
    }

    /**
     * Measures of earlier meetings of the same form and place that had not come to their end when this one began, or have not now while it is to come: they
     * stand on its agenda by themselves, also when a meeting lies between.
     */
    List<Measure> carriedOver(Meeting it) {
        return db.sql("""
                SELECT standing.*
                  FROM dialogue.meeting AS earlier
                  JOIN gathering.standing AS held ON held.id = earlier.occasion AND held.starts_at < :starts AND NOT held.called_off
                  JOIN dialogue.point ON point.meeting = earlier.occasion
                  JOIN measure.standing_at(:moment) AS standing ON standing.kind = :kind AND standing.subject = point.id
                 WHERE earlier.place = :place AND earlier.form = :form AND standing.state IN ('PROMISED', 'RETURNED', 'DONE')
                 ORDER BY standing.due_day, standing.number
                """)
                .param("starts", it.occasion().startsAt().atOffset(ZoneOffset.UTC)).param("moment", (begun(it) ? it.occasion().startsAt() : clock.instant()).atOffset(ZoneOffset.UTC))
                .param("kind", PointMeasures.KIND).param("place", it.place()).param("form", it.form().name())
                .query(Measure.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    ZoneId zone() {
        return clock.getZone();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
