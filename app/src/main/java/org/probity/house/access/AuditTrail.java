package org.probity.house.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what to the house and when. Rows are added, never changed, but for words about a person who is erased ({@link Forgetting}). What figures count stands in the log; this trail holds what an
 * administrator asks about: sign-ins, roles, settings, exports.
 */
@Service
public class AuditTrail {
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    /**
     * @param kind a message key below {@code signin.audit}, such as {@code account.disabled}
     * @param by nobody when nobody is known
     */
    public record Note(
            long id,
            Instant at,
            String kind,
            @Nullable UUID by,
            @Nullable String byName,
            @Nullable UUID subject,
            @Nullable String subjectName,
            Map<String, String> details) {

        /** What more is known of the act, as people read it; what is empty is left out. */
        public List<Detail> said() {
            return details.entrySet().stream().filter(it -> !it.getValue().isEmpty()).sorted(Map.Entry.comparingByKey())
                    .map(it -> Detail.of(it.getKey(), it.getValue())).toList();
        }
    }

    /**
     * One thing that is known of an act.
     *
     * @param name below {@code signin.trail.detail.}
     * @param messages below which message the values have words; empty where they are words themselves
     */
    public record Detail(String name, String messages, List<String> values) {
        static Detail of(String name, String value) {
            return switch (name) {
                case "roles", "given", "taken" -> new Detail(name, "signin.role.", List.of(value.split(" ")));
                case "way" -> new Detail(name, "signin.way.", List.of(value));
                case "purpose" -> new Detail(name, "signin.purpose.", List.of(value));
                case "may" -> new Detail(name, "signin.token.may.", List.of(value));
                case "name" -> new Detail(name, "signin.setting.", List.of(value));
                default -> new Detail(name, "", List.of(value));
            };
        }
    }

    /**
     * Which notes to show; an empty field asks nothing.
     *
     * @param before show notes older than this one, to turn the page
     */
    public record Filter(@Nullable UUID person, @Nullable String kind, @Nullable Instant from, @Nullable Instant to, @Nullable Long before) {
        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    private final JdbcClient db;
    private final JsonMapper json;
    private final RealTime time;

    AuditTrail(JdbcClient db, JsonMapper json, RealTime time) {
        this.db = db;
        this.json = json;
        this.time = time;
    }

    /** Written in the caller's transaction: the act and its note stand or fall together. Details hold no secret and no evidence. */
    public void note(String kind, @Nullable UUID by, @Nullable UUID subject, Map<String, String> details) {
        db.sql("""
                INSERT INTO access.audit (at, kind, by, subject, details)
                VALUES (:at, :kind, :by, :subject, CAST(:details AS jsonb))
                """)
                .param("at", Sql.time(time.now())).param("kind", kind).param("by", by).param("subject", subject)
                .param("details", json.writeValueAsString(details))
                .update();
    }

    public List<Note> notes(Filter filter, int most) {
        return notes(filter, most, "");
    }

    /** Whom a consultant looked at is left out: that somebody is of a project for people of high potential is for themselves and human resources to know. */
    public List<Note> notesForAdministrators(Filter filter, int most) {
        return notes(filter, most, "succession.looked");
    }

    private List<Note> notes(Filter filter, int most, String without) {
        return db.sql("""
                SELECT a.id,
                       a.at,
                       a.kind,
                       a.by,
                       actor.name AS by_name,
                       a.subject,
                       account.name AS subject_name,
                       a.details
                  FROM access.audit a
                  LEFT JOIN access.account actor ON actor.id = a.by
                  LEFT JOIN access.account account ON account.id = a.subject
                 WHERE (CAST(:person AS uuid) IS NULL OR a.by = :person OR a.subject = :person)
                   AND (CAST(:kind AS text) IS NULL OR a.kind LIKE :kind || '%')
                   AND (CAST(:from AS timestamptz) IS NULL OR a.at >= :from)
                   AND (CAST(:to AS timestamptz) IS NULL OR a.at < :to)
                   AND (CAST(:before AS bigint) IS NULL OR a.id < :before)
                   AND NOT (a.kind = :without AND a.subject IS NOT NULL)
                 ORDER BY a.id DESC
                 LIMIT :most
                """)
                .param("person", filter.person()).param("kind", filter.kind())
                .param("from", Sql.time(filter.from())).param("to", Sql.time(filter.to()))
                .param("before", filter.before()).param("without", without).param("most", most)
                .query((row, n) -> new Note(
                        row.getLong("id"),
                        Sql.instant(row, "at"),
                        row.getString("kind"),
                        row.getObject("by", UUID.class),
                        row.getString("by_name"),
                        row.getObject("subject", UUID.class),
                        row.getString("subject_name"),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
    }

    /** Every kind of act on record, for the filter's list. */
    public List<String> kinds() {
        return db.sql("SELECT DISTINCT kind FROM access.audit ORDER BY kind").query(String.class).list();
    }
}
