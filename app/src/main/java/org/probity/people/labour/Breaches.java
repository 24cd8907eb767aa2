package org.probity.people.labour;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions of authorities and courts that a law about work was broken here (GRI 2-27). What our own checks find is no breach in this sense; it is put right before. */
@Service
public class Breaches {
    /** As it is entered. @param fine in yuan; null: none could be read */
    public record Decision(String number, String authority, String law, @Nullable UUID place, @Nullable LocalDate decidedOn, @Nullable BigDecimal fine, String words) {}

    /** One that was entered. @param annulledOn null: it stands */
    public record Breach(
            UUID id, String number, String authority, String law, String placeEn, String placeZh, LocalDate decidedOn, BigDecimal fine, String words, UUID evidence, @Nullable LocalDate annulledOn) {}

    private static final int FILE_MOST_MB = 20;
    private static final BigDecimal FINE_MOST = new BigDecimal("1000000000");

    private final JdbcClient db;
    private final Evidence evidence;
    private final Log log;
    private final Clock clock;

    Breaches(JdbcClient db, Evidence evidence, Log log, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Legal affairs enter a decision with its paper.
     *
     * <p>Refusals: {@code labour.legal-only}; {@code labour.breach-missing} number, authority, law or what it says; {@code labour.breach-long};
     * {@code labour.decided-wrong} no day, or one to come; {@code labour.fine-wrong} no amount in yuan and fen; {@code labour.file-missing}; {@code labour.file-large};
     * {@code labour.breach-known} this authority's decision of that number stands here already.
     */
    @Transactional
    public Answer<UUID> enter(Decision it, String file, String type, byte[] bytes, Me by) {
        if (!by.is(Role.LEGAL)) {
            return Answer.refused("", "labour.legal-only");
        }
        var texts = Map.of("number", it.number(), "authority", it.authority(), "law", it.law(), "words", it.words());
        for (var field : List.of("number", "authority", "law", "words")) {
            var most = switch (field) {
                case "number" -> 100;
                case "authority" -> 200;
                case "law" -> 300;
                default -> 2_000;
            };
            if (texts.get(field).isBlank()) {
                return Answer.refused(field, "labour.breach-missing");
            }
            if (texts.get(field).strip().length() > most) {
                return Answer.refused(field, "labour.breach-long", most);
            }
        }
        if (it.decidedOn() == null || it.decidedOn().isAfter(today())) {
            return Answer.refused("decided", "labour.decided-wrong");
        }
        if (it.fine() == null || it.fine().signum() < 0 || it.fine().compareTo(FINE_MOST) > 0 || it.fine().stripTrailingZeros().scale() > 2) {
            return Answer.refused("fine", "labour.fine-wrong");
        }
        if (bytes.length == 0) {
            return Answer.refused("file", "labour.file-missing");
        }
        if (bytes.length > FILE_MOST_MB << 20) {
            return Answer.refused("file", "labour.file-large", FILE_MOST_MB);
        }
        db.sql("LOCK TABLE labour.breach IN SHARE ROW EXCLUSIVE MODE").update();
        if (db.sql("SELECT EXISTS (SELECT FROM labour.breach WHERE authority = :authority AND number = :number)").param("authority", it.authority().strip()).param("number", it.number().strip())
                .query(Boolean.class).single()) {
            return Answer.refused("number", "labour.breach-known");
        }
        var id = UUID.randomUUID();
        var kept = evidence.keep(file, type, bytes, by.account());
        var record = log.record("labour.breach", it.decidedOn(), Map.of("breach", id.toString(), "decided", it.decidedOn().toString(), "fine", it.fine().toPlainString(), "sha256", kept.sha256()));
        db.sql("""
                INSERT INTO labour.breach (id, number, authority, law, place, decided_on, fine, words, evidence, entered_by, entered_at, record)
                VALUES (:id, :number, :authority, :law, :place, :decided, :fine, :words, :evidence, :by, :now, :record)
                """)
                .param("id", id).param("number", it.number().strip()).param("authority", it.authority().strip()).param("law", it.law().strip()).param("place", it.place(), Types.OTHER)
                .param("decided", it.decidedOn()).param("fine", it.fine()).param("words", it.words().strip()).param("evidence", kept.id()).param("by", by.account()).param("now", now())
                .param("record", record).update();
        return Answer.done(id);
    }

    /** A court or the authority itself annulled it. Refusals: {@code labour.legal-only}; {@code labour.breach-unknown} also when it was annulled before; {@code labour.words-missing}; {@code labour.words-long}. */
    @Transactional
    public Answer<UUID> annul(UUID breach, String words, Me by) {
        if (!by.is(Role.LEGAL)) {
            return Answer.refused("", "labour.legal-only");
        }
        if (words.isBlank()) {
            return Answer.refused("annulled", "labour.words-missing");
        }
        if (words.strip().length() > 2_000) {
            return Answer.refused("annulled", "labour.words-long", 2_000);
        }
        var stands = db.sql("SELECT id FROM labour.breach WHERE id = :id AND NOT EXISTS (SELECT FROM labour.breach_annulled WHERE breach = :id) FOR UPDATE").param("id", breach).query(UUID.class).optional();
        if (stands.isEmpty()) {
            return Answer.refused("", "labour.breach-unknown");
        }
        var record = log.record("labour.breach", today(), Map.of("breach", breach.toString(), "annulled", today().toString(), "by", by.account().toString()));
        db.sql("INSERT INTO labour.breach_annulled (breach, day, words, by, at, record) VALUES (:breach, :day, :words, :by, :now, :record)")
                .param("breach", breach).param("day", today()).param("words", words.strip()).param("by", by.account()).param("now", now()).param("record", record).update();
        return Answer.done(breach);
    }

    /** Newest first. */
    List<Breach> all() {
        return db.sql("""
                SELECT breach.id, breach.number, breach.authority, breach.law, coalesce(place.name_en, '') AS place_en, coalesce(place.name_zh, '') AS place_zh, breach.decided_on, breach.fine,
                       breach.words, breach.evidence, annulled.day AS annulled_on
                  FROM labour.breach
                  LEFT JOIN labour.breach_annulled AS annulled ON annulled.breach = breach.id
                  LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = breach.place
                 ORDER BY breach.decided_on DESC, breach.entered_at DESC
                 LIMIT 500
                """)
                .param("day", today()).query(Breach.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
