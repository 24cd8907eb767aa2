package org.probity.supply.esg;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.form.Forms;
import org.probity.shapes.form.Sheets;
import org.probity.shapes.obligation.Obligations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly asking: which self-assessment, of which suppliers, by when. */
@Service
public class Campaigns {
    /** One asking. @param asked how many had not been asked before for that year */
    public record Campaign(UUID id, String form, int version, int year, LocalDate dueDay, List<String> categories, int asked, UUID openedBy, Instant openedAt) {}

    /** Published in the transaction that asked. */
    public record Asked(Topic topic, int year, LocalDate dueDay, List<UUID> suppliers) {}

    private final JdbcClient db;
    private final Forms forms;
    private final Sheets sheets;
    private final Obligations obligations;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigns(JdbcClient db, Forms forms, Sheets sheets, Obligations obligations, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.forms = forms;
        this.sheets = sheets;
        this.obligations = obligations;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks every supplier of these categories whose relation goes on. Asking again asks those who came since, and moves the due day of what is still waited
     * for; who began keeps the questions they began with.
     *
     * <p>Refusals: {@code esg.due-in-the-past}; {@code esg.due-outside-year}; {@code esg.category-missing}; {@code esg.nobody-in-scope};
     * {@code esg.form-not-yet} no version of the questions holds today.
     */
    @Transactional
    public Answer<Campaign> open(Topic topic, int year, LocalDate dueDay, Collection<String> categories, Me by) {
        if (dueDay.isBefore(today())) {
            return Answer.refused("dueDay", "esg.due-in-the-past");
        }
        if (dueDay.getYear() < year || dueDay.getYear() > year + 1) {
            return Answer.refused("dueDay", "esg.due-outside-year", String.valueOf(year));
        }
        if (categories.isEmpty()) {
            return Answer.refused("categories", "esg.category-missing");
        }
        var form = forms.on(topic.code, today());
        if (form.isEmpty()) {
            return Answer.refused("topic", "esg.form-not-yet");
        }
        var scope = db.sql("""
                SELECT active.supplier
                  FROM supplier.active(:today, 'infinity') AS active
                  JOIN supplier.name ON name.id = active.supplier
                 WHERE name.category = ANY (:categories)
                """)
                .param("today", today()).param("categories", categories.toArray(String[]::new))
                .query(UUID.class).list();
        if (scope.isEmpty()) {
            return Answer.refused("categories", "esg.nobody-in-scope");
        }
        var before = owing(topic, year).values();
        obligations.due(topic.obligation(), year, dueDay);
        obligations.open(topic.obligation(), year, dueDay, scope, by);
        sheets.open(form.get(), year, owing(topic, year));
        var fresh = scope.stream().filter(it -> !before.contains(it)).toList();
        var id = UUID.randomUUID();
        var record = log.record("esg.campaign", today(), new TreeMap<>(Map.of("campaign", id.toString(), "form", form.get().mark(), "questions", form.get().sha256(),
                "year", year, "due", dueDay.toString(), "asked", fresh.size())));
        db.sql("""
                INSERT INTO esg.campaign (id, form, version, year, due_day, categories, asked, opened_by, opened_at, record)
                VALUES (:id, :form, :version, :year, :due, :categories, :asked, :by, :at, :record)
                """)
                .param("id", id).param("form", topic.code).param("version", form.get().version()).param("year", year).param("due", dueDay)
                .param("categories", categories.toArray(String[]::new)).param("asked", fresh.size()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        events.publishEvent(new Asked(topic, year, dueDay, fresh));
        return Answer.done(of(year).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow());
    }

    /** Who owes it, by obligation. */
    private Map<UUID, UUID> owing(Topic topic, int year) {
        return db.sql("SELECT id, party FROM obligation.standing WHERE kind = :kind AND period = :year").param("kind", topic.obligation()).param("year", year)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of a year, the newest first. */
    List<Campaign> of(int year) {
        return db.sql("SELECT id, form, version, year, due_day, categories, asked, opened_by, opened_at FROM esg.campaign WHERE year = :year ORDER BY opened_at DESC, id")
                .param("year", year)
                .query((row, n) -> new Campaign(row.getObject("id", UUID.class), row.getString("form"), row.getInt("version"), row.getInt("year"),
                        row.getObject("due_day", LocalDate.class), Arrays.asList((String[]) row.getArray("categories").getArray()), row.getInt("asked"),
                        row.getObject("opened_by", UUID.class), row.getObject("opened_at", OffsetDateTime.class).toInstant())).list();
    }

    List<Integer> years() {
        return db.sql("SELECT DISTINCT year FROM esg.campaign ORDER BY year").query(Integer.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
