package org.probity.supply.exchange;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Export;
import org.probity.house.ui.Query;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exchanges with suppliers about responsible supply: visits, calls, conferences, trainings. */
@Service
public class Exchanges {
    public enum Form { VISIT, CALL, CONFERENCE, TRAINING }

    private final JdbcClient db;
    private final Occasions occasions;
    private final Clock clock;

    Exchanges(JdbcClient db, Occasions occasions, Clock clock) {
        this.db = db;
        this.occasions = occasions;
        this.clock = clock;
    }

    /**
     * Enters an exchange, planned or held, with at least one supplier.
     *
     * <p>Refusals: {@code exchange.supplier-missing}; those of {@code Occasions.open}.
     */
    @Transactional
    public Answer<UUID> enter(Form form, String title, List<Topic> topics, List<UUID> suppliers, Occasion.Plan session, Me by) {
        if (suppliers.isEmpty()) {
            return Answer.refused("suppliers", "exchange.supplier-missing");
        }
        return switch (occasions.open(new Occasions.Opening(Kinds.EXCHANGE, title, Topic.names(topics), suppliers, List.of(session)), by)) {
            case Answer.Refused<UUID> refused -> refused;
            case Answer.Done<UUID>(var occasion) -> {
                db.sql("INSERT INTO exchange.exchange (occasion, form) VALUES (:occasion, :form)").param("occasion", occasion).param("form", form.name()).update();
                yield Answer.done(occasion);
            }
        };
    }

    private static final String WHERE = """
              FROM gathering.standing AS occasion
              JOIN exchange.exchange ON exchange.occasion = occasion.id
             WHERE (:form = '' OR exchange.form = :form)
               AND (:topic = '' OR :topic = ANY (occasion.topics))
               AND (:year = '' OR extract(year FROM occasion.starts_at AT TIME ZONE :zone)::text = :year)
               AND (:q = '' OR occasion.number ILIKE :part OR occasion.title ILIKE :part
                    OR EXISTS (SELECT FROM supplier.name WHERE name.id = ANY (occasion.parties) AND (name_en ILIKE :part OR name_zh ILIKE :part OR name.number ILIKE :part)))
               AND (:state = ''
                    OR :state = 'open' AND NOT occasion.called_off AND (NOT occasion.all_closed OR occasion.minutes_no IS NULL OR occasion.minutes_no IS DISTINCT FROM occasion.minutes_read_no)
                    OR :state = 'held' AND occasion.all_closed AND occasion.minutes_read_no = occasion.minutes_no)
            """;

    /** All of a year. */
    List<ExchangesPage.Line> all(int year) {
        return lines(Query.all("/api/exchanges").with("year", String.valueOf(year)).as(Export.Format.CSV));
    }

    List<ExchangesPage.Line> lines(Query query) {
        var order = query.orderBy(Map.of("day", "occasion.starts_at"), "occasion.starts_at DESC, occasion.number DESC");
        return narrowed("""
                SELECT occasion.id, occasion.number, occasion.title, exchange.form, array_to_string(occasion.topics, ',') AS topics, occasion.starts_at, occasion.ends_at,
                       (SELECT string_agg(name_en, ', ' ORDER BY name_en) FROM supplier.name WHERE name.id = ANY (occasion.parties)) AS with_en,
                       (SELECT string_agg(name_zh, '、' ORDER BY name_zh) FROM supplier.name WHERE name.id = ANY (occasion.parties)) AS with_zh,
                       occasion.people + occasion.others AS people, occasion.called_off, occasion.all_closed, occasion.minutes_no, occasion.minutes_read_no,
                       (SELECT count(*) FROM gathering.follow_up_standing AS follow_up WHERE follow_up.occasion = occasion.id AND follow_up.state IN ('OWED', 'RETURNED', 'DONE')) AS open
                """, query, " ORDER BY " + order + " LIMIT :limit OFFSET :offset").param("limit", query.limit()).param("offset", query.offset())
                .query(ExchangesPage.Line.class).list();
    }

    long count(Query query) {
        return narrowed("SELECT count(*)", query, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec narrowed(String select, Query query, String rest) {
        return db.sql(select + WHERE + rest)
                .param("form", query.filter("form")).param("topic", query.filter("topic")).param("year", query.filter("year")).param("state", query.filter("state"))
                .param("q", query.filter("q")).param("zone", zone().getId())
                .param("part", "%" + query.filter("q").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    ZoneId zone() {
        return clock.getZone();
    }

    java.time.Instant now() {
        return clock.instant();
    }
}
