package org.probity.people.labour;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holidays and the weekend days that are worked for them, loaded from a file in the form of {@code holiday-cn}: {@code year}, {@code papers} (the notices) and
 * {@code days} with name, date and whether it is off. That form does not tell a statutory holiday from a day beside it that is made up for; who loads it says which
 * days are statutory.
 */
@Service
public class Calendars {
    record Day(LocalDate day, String name, boolean off, boolean statutory) {}

    /** One that was loaded. @param holds the newest of its country and year */
    public record Calendar(UUID id, String country, int year, String source, Instant loadedAt, int off, int worked, int statutory, boolean holds) {}

    public record Missing(String country, int year) {}

    private static final int FILE_LONGEST = 1_000_000;
    private static final int DAYS_MOST = 200;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Log log;
    private final Clock clock;

    Calendars(JdbcClient db, JsonMapper json, Log log, Clock clock) {
        this.db = db;
        this.json = json;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a file of a year.
     *
     * @param statutory days of the file, such as {@code 2026-01-01 2026-02-16}, apart from each other by blanks or commas
     *
     * <p>Refusals: {@code labour.place-wrong} no country; {@code labour.calendar-unreadable} not in that form; {@code labour.calendar-year} a day far from the year, or
     * named twice; {@code labour.statutory-wrong} none of the file's days off.
     */
    @Transactional
    public Answer<UUID> load(String country, byte[] file, String statutory, Me by) {
        if (!country.matches("[A-Z]{2}")) {
            return Answer.refused("country", "labour.place-wrong");
        }
        var paid = new HashSet<String>();
        for (var word : statutory.split("[\\s,，、;；]+")) {
            if (!word.isEmpty()) {
                paid.add(word);
            }
        }
        var days = new TreeMap<LocalDate, Day>();
        var papers = new ArrayList<String>();
        int year;
        try {
            if (file.length > FILE_LONGEST) {
                return Answer.refused("file", "labour.calendar-unreadable");
            }
            var root = json.readTree(file);
            year = root.path("year").asInt(0);
            root.path("papers").forEach(it -> papers.add(it.asString("")));
            var told = root.path("days");
            if (year < 2000 || year > 2200 || !told.isArray() || told.size() > DAYS_MOST) {
                return Answer.refused("file", "labour.calendar-unreadable");
            }
            for (var it : told) {
                var day = LocalDate.parse(it.path("date").asString(""));
                if (Math.abs(day.getYear() - year) > 1 || days.containsKey(day)) {
                    return Answer.refused("file", "labour.calendar-year", day);
                }
                var off = it.path("isOffDay").asBoolean();
                var name = it.path("name").asString("");
                days.put(day, new Day(day, name.length() > 100 ? name.substring(0, 100) : name, off, off && paid.remove(day.toString())));
            }
        } catch (JacksonException | DateTimeException notThatForm) {
            return Answer.refused("file", "labour.calendar-unreadable");
        }
        if (!paid.isEmpty()) {
            return Answer.refused("statutory", "labour.statutory-wrong", String.join(", ", paid));
        }
        var id = UUID.randomUUID();
        var record = log.recordBatch("labour.calendar", LocalDate.now(clock), Map.of("calendar", id.toString(), "country", country, "year", year),
                days.values().stream().map(it -> Map.of("day", it.day().toString(), "off", it.off(), "statutory", it.statutory())).toList());
        var source = String.join(" ", papers);
        db.sql("INSERT INTO labour.calendar (id, country, year, source, loaded_by, loaded_at, record) VALUES (:id, :country, :year, :source, :by, :now, :record)")
                .param("id", id).param("country", country).param("year", year).param("source", source.length() > 1_000 ? source.substring(0, 1_000) : source)
                .param("by", by.account()).param("now", now()).param("record", record)
                .update();
        days.values().forEach(it -> db.sql("INSERT INTO labour.calendar_day (calendar, day, name, off, statutory) VALUES (:calendar, :day, :name, :off, :statutory)")
                .param("calendar", id).param("day", it.day()).param("name", it.name()).param("off", it.off()).param("statutory", it.statutory()).update());
        return Answer.done(id);
    }

    /** What was ever loaded, newest first. */
    List<Calendar> all() {
        return db.sql("""
                SELECT calendar.id, calendar.country, calendar.year, calendar.source, calendar.loaded_at, count(*) FILTER (WHERE off) AS off,
                       count(*) FILTER (WHERE NOT off) AS worked, count(*) FILTER (WHERE statutory) AS statutory,
                       calendar.loaded_at = max(calendar.loaded_at) OVER (PARTITION BY calendar.country, calendar.year) AS holds
                  FROM labour.calendar
                  LEFT JOIN labour.calendar_day ON calendar_day.calendar = calendar.id
                 GROUP BY calendar.id
                 ORDER BY calendar.year DESC, calendar.country, calendar.loaded_at DESC
                """).query(Calendar.class).list();
    }

    /** Countries of our sites, with the years whose calendar is needed and not there: this year's, and from December on the next one's. */
    List<Missing> missing() {
        var today = LocalDate.now(clock);
        return db.sql("""
                SELECT DISTINCT site.country, wanted.year
                  FROM directory.places(:day, 'infinity') AS place
                  JOIN directory.places(:day, 'infinity') AS site ON site.unit = place.site
                 CROSS JOIN generate_series(:first, :last) AS wanted (year)
                 WHERE site.country <> '' AND NOT EXISTS (SELECT FROM labour.calendar WHERE calendar.country = site.country AND calendar.year = wanted.year)
                 ORDER BY 1, 2
                """)
                .param("day", today).param("first", today.getYear()).param("last", today.plusMonths(1).getYear()).query(Missing.class).list();
    }

    /** Days of a country that are no working days. */
    Set<LocalDate> off(String country, LocalDate first, LocalDate last) {
        var named = db.sql("SELECT day FROM labour.days(:first, :last, 'infinity') WHERE country = :country AND kind <> 'WORK'")
                .param("first", first).param("last", last).param("country", country).query(LocalDate.class).list();
        return named.stream().collect(Collectors.toSet());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
