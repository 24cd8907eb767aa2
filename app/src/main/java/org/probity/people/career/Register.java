package org.probity.people.career;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tracks and standards as they are in force. */
@Component
public class Register {
    private static final String IN_FORCE = "SELECT id, standard, track, version, title_en, title_zh, from_day, record FROM career.standards(:day, 'infinity')";

    /** @param version of its standard; null: it has none, which is a gap */
    public record Track(String code, Ladder ladder, String familyEn, String familyZh, String nameEn, String nameZh, LocalDate fromDay, @Nullable Integer version, long people, long held) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }

        public String family(Lang lang) {
            return lang == Lang.ZH ? familyZh : familyEn;
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    Register(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Tracks of today, with how many people are on each and how many hold a level of it. Never told below five by pages that others than HR see. */
    List<Track> tracks(Query query) {
        return db.sql(TRACKS + " ORDER BY " + query.orderBy(Map.of("code", "track.code", "people", "people", "held", "held", "version", "standard.version"), "track.code"))
                .param("day", today()).param("ladder", query.filter("ladder")).param("family", query.filter("family")).param("q", "%" + query.filter("q") + "%")
                .param("gap", query.has("standard", "none"))
                .query(Track.class).list();
    }

    private static final String TRACKS = """
            SELECT track.code, track.ladder, track.family_en, track.family_zh, track.name_en, track.name_zh, track.from_day, standard.version,
                   coalesce(placed.people, 0) AS people, coalesce(held.people, 0) AS held
              FROM career.tracks(:day, 'infinity') AS track
              LEFT JOIN career.standards(:day, 'infinity') AS standard ON standard.track = track.code
              LEFT JOIN (SELECT track, count(*) AS people FROM career.placed(:day, 'infinity') GROUP BY track) AS placed ON placed.track = track.code
              LEFT JOIN (SELECT track, count(*) AS people FROM career.held(:day, 'infinity') WHERE until_day >= :day GROUP BY track) AS held ON held.track = track.code
             WHERE (:ladder = '' OR track.ladder = :ladder)
               AND (:family = '' OR track.family_en = :family)
               AND (track.name_en ILIKE :q OR track.name_zh ILIKE :q OR track.code ILIKE :q)
               AND (NOT :gap OR standard.version IS NULL)
            """;

    /** Which level of one ladder stands beside which of the other. */
    List<RulesPage.Step> ladders(LocalDate day) {
        return db.sql("""
                SELECT grade, max(level) FILTER (WHERE ladder = 'P') AS professional, max(level) FILTER (WHERE ladder = 'M') AS managerial
                  FROM career.ladder_on(:day)
                 GROUP BY grade
                 ORDER BY grade DESC
                """)
                .param("day", day).query(RulesPage.Step.class).list();
    }

    public Optional<Track> track(String code) {
        return tracks(Query.all("/app/careers")).stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The version of the track's standard that is in force. */
    public Optional<Standard> standard(String track) {
        return db.sql(IN_FORCE + " AS held WHERE track = :track").param("day", today()).param("track", track).query((row, n) -> standard(row)).optional();
    }

    /** A version by its id, also one that is superseded or not yet approved. */
    Standard version(UUID version) {
        return db.sql("""
                SELECT held.id, held.standard, held.track, held.version, held.title_en, held.title_zh, coalesce(approval.from_day, DATE '9999-12-31') AS from_day,
                       coalesce(approval.record, held.id) AS record
                  FROM career.standard_version AS held
                  LEFT JOIN career.approval ON approval.edition = held.edition
                 WHERE held.id = :id
                """)
                .param("id", version).query((row, n) -> standard(row)).single();
    }

    private Standard standard(java.sql.ResultSet row) throws java.sql.SQLException {
        var id = row.getObject("id", UUID.class);
        return new Standard(id, row.getObject("standard", UUID.class), row.getString("track"), row.getInt("version"), row.getString("title_en"), row.getString("title_zh"),
                row.getObject("from_day", LocalDate.class), row.getObject("record", UUID.class), items(id));
    }

    private List<Standard.Item> items(UUID version) {
        var levels = new LinkedHashMap<UUID, Map<Integer, List<String>>>();
        db.sql("SELECT item, level, words_en, words_zh FROM career.descriptor WHERE version = :version ORDER BY level").param("version", version)
                .query(row -> {
                    levels.computeIfAbsent(row.getObject(1, UUID.class), it -> new TreeMap<>()).put(row.getInt(2), List.of(row.getString(3), row.getString(4)));
                });
        return db.sql("SELECT item, code, part, level, title_en, title_zh FROM career.version_item WHERE version = :version ORDER BY no").param("version", version)
                .query((row, n) -> new Standard.Item(row.getObject(1, UUID.class), row.getString(2), Part.valueOf(row.getString(3)), row.getInt(4), row.getString(5), row.getString(6),
                        levels.getOrDefault(row.getObject(1, UUID.class), Map.of()))).list();
    }
}
