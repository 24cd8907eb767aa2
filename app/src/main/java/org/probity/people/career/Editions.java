package org.probity.people.career;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How tracks and standards come into force: read from a pack or a file, shown, and approved by another. A standard is never changed; another version of
 * it is approved, and an application is judged by the version it was opened under.
 */
@Service
public class Editions {
    static final String MATTER = "career.edition";

    /** @param outcome null while it waits */
    public record Edition(
            UUID id, UUID proposal, String source, int tracks, int standards, UUID madeBy, Instant madeAt, @Nullable Outcome outcome, @Nullable UUID ruledBy, @Nullable Instant ruledAt) {
        public boolean open() {
            return outcome == null;
        }
    }

    private final JdbcClient db;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Editions(JdbcClient db, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /** Puts the pack that comes with the house before a second person. Refusals as of {@link #propose}. */
    @Transactional
    public Answer<UUID> proposePack(Me by) {
        return propose(Pack.read(), by);
    }

    /**
     * Puts tracks and standards before a second person.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.edition-waits} one waits already; {@code career.edition-empty} nothing in it that is not in force
     * just so; {@code career.edition-no-track} a standard of a track that neither stands nor comes with it.
     */
    @Transactional
    Answer<UUID> propose(Draft draft, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        // Of two who propose at once the second sees the first.
        db.sql("LOCK TABLE career.edition IN SHARE ROW EXCLUSIVE MODE").update();
        if (all().stream().anyMatch(Edition::open)) {
            return Answer.refused("", "career.edition-waits");
        }
        var known = new HashMap<String, String>();
        db.sql("SELECT code, concat_ws('|', ladder, family_en, family_zh, name_en, name_zh) FROM career.tracks(:day, 'infinity')").param("day", today())
                .query((row, n) -> known.put(row.getString(1), row.getString(2))).list();
        var tracks = draft.tracks().stream().filter(it -> !String.join("|", it.ladder().name(), it.family().en(), it.family().zh(), it.name().en(), it.name().zh())
                .equals(known.get(it.code()))).toList();
        var inForce = new HashMap<String, String>();
        db.sql("SELECT track, sha256 FROM career.standards(:day, 'infinity')").param("day", today()).query((row, n) -> inForce.put(row.getString(1), row.getString(2))).list();
        var standards = draft.standards().stream().filter(it -> !it.sha256().equals(inForce.get(it.track()))).toList();
        if (tracks.isEmpty() && standards.isEmpty()) {
            return Answer.refused("", "career.edition-empty");
        }
        var codes = new HashSet<>(known.keySet());
        draft.tracks().forEach(it -> codes.add(it.code()));
        var homeless = standards.stream().filter(it -> !codes.contains(it.track())).findFirst();
        if (homeless.isPresent()) {
            return Answer.refused("", "career.edition-no-track", homeless.get().track());
        }
        var edition = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, edition, draft.source(), by);
        db.sql("""
                INSERT INTO career.edition (id, proposal, source, sha256, tracks, standards, made_by, made_at)
                VALUES (:id, :proposal, :source, :sha256, :tracks, :standards, :by, :at)
                """)
                .param("id", edition).param("proposal", proposal).param("source", draft.source()).param("sha256", draft.sha256()).param("tracks", tracks.size())
                .param("standards", standards.size()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        tracks.forEach(it -> keep(edition, it));
        standards.forEach(it -> keep(edition, it));
        return Answer.done(edition);
    }

    private void keep(UUID edition, Draft.Track it) {
        db.sql("""
                INSERT INTO career.track (id, edition, code, ladder, family_en, family_zh, name_en, name_zh)
                VALUES (gen_random_uuid(), :edition, :code, :ladder, :familyEn, :familyZh, :nameEn, :nameZh)
                """)
                .param("edition", edition).param("code", it.code()).param("ladder", it.ladder().name()).param("familyEn", it.family().en())
                .param("familyZh", it.family().zh()).param("nameEn", it.name().en()).param("nameZh", it.name().zh())
                .update();
    }

    /** As the next version of the track's standard; an item that bore this code before keeps its id. */
    private void keep(UUID edition, Draft.Standard it) {
        var version = UUID.randomUUID();
        db.sql("""
                INSERT INTO career.standard_version (id, edition, standard, track, version, title_en, title_zh, sha256)
                SELECT :id, :edition, coalesce((SELECT standard FROM career.standard_version WHERE track = :track LIMIT 1), gen_random_uuid()), :track,
                       coalesce((SELECT max(version) FROM career.standard_version WHERE track = :track), 0) + 1, :en, :zh, :sha256
                """)
                .param("id", version).param("edition", edition).param("track", it.track()).param("en", it.title().en()).param("zh", it.title().zh())
                .param("sha256", it.sha256())
                .update();
        var before = new HashMap<String, UUID>();
        db.sql("SELECT DISTINCT item.code, item.item FROM career.version_item AS item JOIN career.standard_version AS held ON held.id = item.version WHERE held.track = :track")
                .param("track", it.track()).query((row, n) -> before.put(row.getString(1), row.getObject(2, UUID.class))).list();
        var no = 0;
        var ids = new ArrayList<UUID>();
        for (var item : it.items()) {
            var id = before.getOrDefault(item.code(), UUID.randomUUID());
            ids.add(id);
            db.sql("""
                    INSERT INTO career.version_item (version, item, no, code, part, level, title_en, title_zh)
                    VALUES (:version, :item, :no, :code, :part, :level, :en, :zh)
                    """)
                    .param("version", version).param("item", id).param("no", ++no).param("code", item.code()).param("part", item.part().name())
                    .param("level", item.from()).param("en", item.title().en()).param("zh", item.title().zh())
                    .update();
        }
        var described = new ArrayList<Object[]>();
        for (var at = 0; at < ids.size(); at++) {
            for (var level : it.items().get(at).levels().entrySet()) {
                described.add(new Object[] {ids.get(at), level.getKey(), level.getValue().en(), level.getValue().zh()});
            }
        }
        db.sql("""
                INSERT INTO career.descriptor (version, item, level, words_en, words_zh)
                SELECT :version, item, level, en, zh
                  FROM unnest(CAST(:items AS uuid[]), CAST(:levels AS int[]), CAST(:en AS text[]), CAST(:zh AS text[])) AS told (item, level, en, zh)
                """)
                .param("version", version).param("items", described.stream().map(row -> (UUID) row[0]).toArray(UUID[]::new))
                .param("levels", described.stream().map(row -> (Integer) row[1]).toArray(Integer[]::new))
                .param("en", described.stream().map(row -> (String) row[2]).toArray(String[]::new))
                .param("zh", described.stream().map(row -> (String) row[3]).toArray(String[]::new))
                .update();
    }

    /**
     * Rules on an edition; approved, it is in force from today.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.edition-unknown}; those of {@link Decisions#rule}, among them {@code decision.needs-another-person}.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID edition, Outcome outcome, String reason, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.UNION)) {
            return Answer.refused("", "career.not-yours");
        }
        var found = find(edition);
        return found.isEmpty() ? Answer.refused("", "career.edition-unknown") : decisions.rule(MATTER, found.get().proposal(), outcome, reason.strip(), by);
    }

    @EventListener(condition = "#ruled.matter() == 'career.edition' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var edition = ruled.subject();
        var rows = new ArrayList<Map<String, Object>>();
        db.sql("SELECT code, ladder FROM career.track WHERE edition = :edition ORDER BY code").param("edition", edition)
                .query((row, n) -> rows.add(Map.of("track", row.getString(1), "ladder", row.getString(2)))).list();
        db.sql("SELECT track, version, sha256 FROM career.standard_version WHERE edition = :edition ORDER BY track").param("edition", edition)
                .query((row, n) -> rows.add(Map.of("track", row.getString(1), "version", row.getInt(2), "sha256", row.getString(3)))).list();
        var record = log.recordBatch("career.edition", today(), Map.of("edition", edition.toString(), "proposal", ruled.proposal().toString(), "day", today().toString()), rows);
        db.sql("""
                INSERT INTO career.approval (edition, from_day, tracks, standards, made_by, approved_by, approved_at, record)
                SELECT :edition, :day,
                       (SELECT count(*) FROM career.track WHERE edition = :edition AND code NOT IN (SELECT code FROM career.tracks('infinity', 'infinity'))),
                       (SELECT count(*) FROM career.standard_version WHERE edition = :edition AND track NOT IN (SELECT track FROM career.standards('infinity', 'infinity'))),
                       :madeBy, :by, :at, :record
                """)
                .param("edition", edition).param("day", today()).param("madeBy", ruled.proposedBy()).param("by", ruled.ruledBy())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
    }

    /** Newest first, those that came to nothing among them. */
    List<Edition> all() {
        return db.sql("""
                SELECT edition.id, edition.proposal, edition.source, edition.tracks, edition.standards, edition.made_by, edition.made_at
                  FROM career.edition ORDER BY made_at DESC
                """)
                .query((row, n) -> {
                    var decision = decisions.find(row.getObject("proposal", UUID.class)).orElseThrow();
                    return new Edition(row.getObject("id", UUID.class), decision.id(), row.getString("source"), row.getInt("tracks"), row.getInt("standards"),
                            row.getObject("made_by", UUID.class), decision.proposedAt(), decision.outcome(), decision.ruledBy(), decision.ruledAt());
                }).list();
    }

    /** The versions of standards it holds, by track. */
    List<UUID> versions(UUID edition) {
        return db.sql("SELECT id FROM career.standard_version WHERE edition = :edition ORDER BY track").param("edition", edition).query(UUID.class).list();
    }

    Optional<Edition> find(UUID edition) {
        return all().stream().filter(it -> it.id().equals(edition)).findFirst();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
