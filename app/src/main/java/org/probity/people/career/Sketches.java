package org.probity.people.career;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.people.career.Draft.Said;
import org.probity.shapes.decision.Decisions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing a standard in the browser: a working copy of the version in force, kept as it stands after each change, until it is put before a second person. It changes nothing that is
 * in force, and it goes when a version of the track's standard is approved.
 */
@Service
class Sketches {
    private final JdbcClient db;
    private final Register register;
    private final Editions editions;
    private final Applications applications;

    Sketches(JdbcClient db, Register register, Editions editions, Applications applications) {
        this.db = db;
        this.register = register;
        this.editions = editions;
        this.applications = applications;
    }

    /** The top of a track's ladder. */
    int top(String track) {
        var ladder = register.track(track).orElseThrow().ladder();
        return register.ladders(register.today()).stream().map(it -> it.level(ladder)).filter(Objects::nonNull).mapToInt(it -> it).max().orElse(1);
    }

    /**
     * Begins with what is in force, or with nothing where the track has no standard.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.track-unknown}; {@code career.sketch-there} somebody works on it already.
     */
    @Transactional
    Answer<Sketch> begin(String track, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var found = register.track(track);
        if (found.isEmpty()) {
            return Answer.refused("", "career.track-unknown");
        }
        var before = register.standard(track);
        var begun = db.sql("""
                INSERT INTO career.sketch (track, title_en, title_zh, begun_by, changed_by, changed_at) VALUES (:track, :en, :zh, :by, :by, :at) ON CONFLICT DO NOTHING
                """)
                .param("track", track).param("en", before.map(Standard::titleEn).orElse(found.get().nameEn())).param("zh", before.map(Standard::titleZh).orElse(found.get().nameZh()))
                .param("by", by.account()).param("at", applications.now()).update();
        if (begun == 0) {
            return Answer.refused("", "career.sketch-there");
        }
        before.ifPresent(standard -> standard.items().forEach(it -> keep(track, item(it))));
        return Answer.done(find(track).orElseThrow());
    }

    static Draft.Item item(Standard.Item it) {
        var levels = new TreeMap<Integer, Said>();
        it.levels().forEach((level, words) -> levels.put(level, new Said(it.words(level, Lang.EN), it.words(level, Lang.ZH))));
        return new Draft.Item(it.code(), it.part(), it.from(), new Said(it.titleEn(), it.titleZh()), levels);
    }

    /** Names it. Refusals: {@code career.not-yours}; {@code career.sketch-none}; {@code career.title-wrong}. */
    @Transactional
    Answer<Sketch> name(String track, Said title, Me by) {
        return working(track, by, () -> {
            if (title.en().isBlank() || title.zh().isBlank() || title.en().length() > Rotation.TITLE_LONGEST || title.zh().length() > Rotation.TITLE_LONGEST) {
                return Answer.refused("titleEn", "career.title-wrong", Rotation.TITLE_LONGEST);
            }
            db.sql("UPDATE career.sketch SET title_en = :en, title_zh = :zh WHERE track = :track").param("en", title.en().strip()).param("zh", title.zh().strip()).param("track", track).update();
            return changed(track, by);
        });
    }

    /**
     * Adds an item, or writes one of the same code anew. What a level asks may be written later; only whole it is put forward.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.sketch-none}; {@code career.item-code} none, too long, or with signs that codes do not have;
     * {@code career.item-level} the ladder has no such level; {@code career.item-title} missing in a language, or too long; {@code career.item-words} too long;
     * {@code career.framework-big} more items than a standard has.
     */
    @Transactional
    Answer<Sketch> write(String track, Draft.Item item, Me by) {
        return working(track, by, () -> {
            if (!item.code().matches("[A-Z0-9][A-Z0-9.-]{0,39}")) {
                return Answer.refused("code", "career.item-code");
            }
            var top = top(track);
            if (item.from() < 1 || item.from() > top) {
                return Answer.refused("from", "career.item-level", top);
            }
            if (item.title().en().isBlank() || item.title().zh().isBlank() || item.title().en().length() > Frameworks.TITLE_LONGEST || item.title().zh().length() > Frameworks.TITLE_LONGEST) {
                return Answer.refused("itemEn", "career.item-title", Frameworks.TITLE_LONGEST);
            }
            if (item.levels().values().stream().anyMatch(it -> it.en().length() > Frameworks.WORDS_LONGEST || it.zh().length() > Frameworks.WORDS_LONGEST)) {
                return Answer.refused("", "career.item-words", Frameworks.WORDS_LONGEST);
            }
            var sketch = find(track).orElseThrow();
            if (sketch.item(item.code()).isEmpty() && sketch.standard().items().size() >= Frameworks.ITEMS_MOST) {
                return Answer.refused("code", "career.framework-big", Frameworks.ITEMS_MOST);
            }
            db.sql("DELETE FROM career.sketch_item WHERE track = :track AND code = :code").param("track", track).param("code", item.code()).update();
            keep(track, item);
            return changed(track, by);
        });
    }

    /** Takes an item out. Refusals: {@code career.not-yours}; {@code career.sketch-none}; {@code career.item-unknown}. */
    @Transactional
    Answer<Sketch> take(String track, String code, Me by) {
        return working(track, by, () -> db.sql("DELETE FROM career.sketch_item WHERE track = :track AND code = :code").param("track", track).param("code", code).update() == 0
                ? Answer.refused("", "career.item-unknown") : changed(track, by));
    }

    /** Lets the whole work go. Refusals: {@code career.not-yours}; {@code career.sketch-none}. */
    @Transactional
    Answer<String> discard(String track, Me by) {
        return working(track, by, () -> {
            db.sql("DELETE FROM career.sketch WHERE track = :track").param("track", track).update();
            return Answer.done(track);
        });
    }

    /**
     * Puts it before a second person as the next version.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.sketch-none}; {@code career.framework-empty}; {@code career.sketch-unfinished} an item does not say in both languages what each
     * level asks; those of {@link Editions#propose}.
     */
    @Transactional
    Answer<UUID> propose(String track, Me by) {
        return working(track, by, () -> {
            var sketch = find(track).orElseThrow();
            if (sketch.standard().items().isEmpty()) {
                return Answer.refused("", "career.framework-empty");
            }
            var unfinished = sketch.unfinished(top(track));
            return unfinished.isEmpty() ? editions.propose(new Draft(track, List.of(), List.of(sketch.standard())), by)
                    : Answer.refused("", "career.sketch-unfinished", String.join(", ", unfinished));
        });
    }

    /** What was worked on is in force now, or somebody else's version is: either way there is nothing more to work on. */
    @EventListener(condition = "#ruled.matter() == 'career.edition' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        db.sql("DELETE FROM career.sketch WHERE track IN (SELECT track FROM career.standard_version WHERE edition = :edition)").param("edition", ruled.subject()).update();
    }

    private <T> Answer<T> working(String track, Me by, java.util.function.Supplier<Answer<T>> act) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var there = db.sql("SELECT FROM career.sketch WHERE track = :track FOR UPDATE").param("track", track).query((row, n) -> row).optional().isPresent();
        return there ? act.get() : Answer.refused("", "career.sketch-none");
    }

    private Answer<Sketch> changed(String track, Me by) {
        db.sql("UPDATE career.sketch SET changed_by = :by, changed_at = :at WHERE track = :track").param("by", by.account()).param("at", applications.now()).param("track", track).update();
        return Answer.done(find(track).orElseThrow());
    }

    private void keep(String track, Draft.Item it) {
        db.sql("INSERT INTO career.sketch_item (track, code, part, level, title_en, title_zh) VALUES (:track, :code, :part, :level, :en, :zh)")
                .param("track", track).param("code", it.code()).param("part", it.part().name()).param("level", it.from()).param("en", it.title().en().strip()).param("zh", it.title().zh().strip())
                .update();
        it.levels().forEach((level, words) -> {
            if (!words.en().isBlank() || !words.zh().isBlank()) {
                db.sql("INSERT INTO career.sketch_words (track, code, level, words_en, words_zh) VALUES (:track, :code, :level, :en, :zh)")
                        .param("track", track).param("code", it.code()).param("level", level).param("en", words.en().strip()).param("zh", words.zh().strip()).update();
            }
        });
    }

    Optional<Sketch> find(String track) {
        var words = new HashMap<String, Map<Integer, Said>>();
        db.sql("SELECT code, level, words_en, words_zh FROM career.sketch_words WHERE track = :track").param("track", track).query(row -> {
            words.computeIfAbsent(row.getString(1), _ -> new TreeMap<>()).put(row.getInt(2), new Said(row.getString(3), row.getString(4)));
        });
        var items = db.sql("SELECT code, part, level, title_en, title_zh FROM career.sketch_item WHERE track = :track ORDER BY array_position(ARRAY['EXPERIENCE', 'KNOWLEDGE', 'SKILL', 'RESULT', 'BEHAVIOUR'], part), code")
                .param("track", track)
                .query((row, n) -> new Draft.Item(row.getString(1), Part.valueOf(row.getString(2)), row.getInt(3), new Said(row.getString(4), row.getString(5)), words.getOrDefault(row.getString(1), Map.of())))
                .list();
        return db.sql("SELECT title_en, title_zh, changed_by, changed_at FROM career.sketch WHERE track = :track").param("track", track)
                .query((row, n) -> new Sketch(new Draft.Standard(track, new Said(row.getString(1), row.getString(2)), items), row.getObject(3, UUID.class),
                        row.getObject(4, OffsetDateTime.class).toInstant())).optional();
    }
}
