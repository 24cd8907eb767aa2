package org.probity.disclosure.statement;

import java.sql.ResultSet;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.disclosure.statement.Chapter.Part;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Typed;
import org.probity.proof.ReportWords;
import org.probity.proof.Words;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words of the report: saved as often as wanted, frozen with an edition, published by two people like its figures. */
@Service
public class Chapters {
    /**
     * As typed.
     *
     * @param since the version that was on the screen when the typing began; 0 for a new chapter
     */
    public record Draft(String key, int since, String place, List<String> figures, String pledgedDay, boolean leftOut, Map<Part, Words> texts) {
        public Draft {
            figures = List.copyOf(figures);
            texts = Map.copyOf(texts);
        }

        static Draft of(Chapter chapter) {
            return new Draft(chapter.key(), chapter.no(), String.valueOf(chapter.place()), chapter.figures(),
                    chapter.pledgedDay() == null ? "" : chapter.pledgedDay().toString(), chapter.leftOut(), chapter.texts());
        }

        /** The same, by somebody who has now seen a later version. */
        Draft since(int no) {
            return new Draft(key, no, place, figures, pledgedDay, leftOut, texts);
        }
    }

    static final String OVERTAKEN = "statement.chapter-overtaken";

    private final JdbcClient db;
    private final Figures figures;
    private final Clock clock;

    Chapters(JdbcClient db, Figures figures, Clock clock) {
        this.db = db;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Saves a version of a chapter. Half a chapter may be saved; an edition takes only whole ones.
     *
     * <p>Refusals: {@code statement.chapter-key-wrong}; {@code statement.chapter-title-missing} in both languages;
     * {@code statement.chapter-place-wrong}; {@code statement.chapter-day-wrong}; {@code statement.chapter-pledge-day} a pledge has a day;
     * {@code statement.chapter-overtaken} somebody saved the chapter since this one began to type.
     */
    @Transactional
    public Answer<Chapter> save(Draft draft, Me by) {
        if (!draft.key().matches("[a-z][a-z0-9-]{1,39}")) {
            return Answer.refused("key", "statement.chapter-key-wrong");
        }
        var title = draft.texts().getOrDefault(Part.TITLE, new Words("", ""));
        if (title.en().isBlank() || title.zh().isBlank()) {
            return Answer.refused(title.en().isBlank() ? "TITLE-en" : "TITLE-zh", "statement.chapter-title-missing");
        }
        if (!draft.place().matches("[1-9][0-9]?")) {
            return Answer.refused("place", "statement.chapter-place-wrong");
        }
        var day = Typed.day(draft.pledgedDay());
        if (day.isEmpty() && !draft.pledgedDay().isBlank()) {
            return Answer.refused("pledgedDay", "statement.chapter-day-wrong");
        }
        if (day.isEmpty() && draft.texts().containsKey(Part.PLEDGE) && !draft.texts().get(Part.PLEDGE).en().isBlank()) {
            return Answer.refused("pledgedDay", "statement.chapter-pledge-day");
        }
        var known = figures.all().stream().map(Figure::key).filter(draft.figures()::contains).toArray(String[]::new);
        if (newest(draft.key()).map(Chapter::no).orElse(0) != draft.since()) {
            return Answer.refused("", OVERTAKEN);
        }
        var id = UUID.randomUUID();
        var saved = db.sql("""
                INSERT INTO statement.chapter (id, key, no, place, figures, pledged_day, left_out, saved_by, saved_at)
                VALUES (:id, :key, :no, :place, :figures, :day, :leftOut, :by, :at)
                ON CONFLICT ON CONSTRAINT version_numbered_once DO NOTHING
                """)
                .param("id", id).param("key", draft.key()).param("no", draft.since() + 1).param("place", Integer.parseInt(draft.place())).param("figures", known)
                .param("day", day.orElse(null), Types.DATE).param("leftOut", draft.leftOut()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (saved == 0) {
            return Answer.refused("", OVERTAKEN);
        }
        draft.texts().forEach((part, words) -> db.sql("INSERT INTO statement.chapter_text (chapter, part, en, zh) VALUES (:id, :part, :en, :zh)")
                .param("id", id).param("part", part.name()).param("en", plain(words.en())).param("zh", plain(words.zh()))
                .update());
        return Answer.done(newest(draft.key()).orElseThrow());
    }

    /** Browsers end lines with two characters; a hash should not depend on who typed. */
    private static String plain(String typed) {
        return typed.strip().replace("\r\n", "\n");
    }

    /** The newest version of every chapter, in the order of the report. */
    public List<Chapter> newest() {
        return chapters("id IN (SELECT DISTINCT ON (key) id FROM statement.chapter ORDER BY key, no DESC)", "");
    }

    public Optional<Chapter> newest(String key) {
        return history(key).stream().findFirst();
    }

    /** All versions of a chapter, newest first. */
    List<Chapter> history(String key) {
        return chapters("key = :value", key).stream().sorted(Comparator.comparing(Chapter::no).reversed()).toList();
    }

    /** What the next edition takes. */
    List<Chapter> next() {
        return newest().stream().filter(it -> !it.leftOut()).toList();
    }

    void freeze(UUID edition) {
        next().forEach(it -> db.sql("INSERT INTO statement.edition_chapter (edition, chapter) VALUES (:edition, :chapter)")
                .param("edition", edition).param("chapter", it.id())
                .update());
    }

    /** The words an edition was frozen with, in the order of the report. */
    public List<Chapter> of(UUID edition) {
        return chapters("id IN (SELECT chapter FROM statement.edition_chapter WHERE edition = CAST(:value AS uuid))", edition.toString());
    }

    /** The same as the package of the edition binds them. @param shown the figures that are in it; a chapter names no other */
    ReportWords said(UUID edition, Set<String> shown) {
        return new ReportWords(of(edition).stream().map(it -> it.said(shown)).toList());
    }

    private ReportWords said(UUID edition) {
        return new ReportWords(of(edition).stream().map(Chapter::said).toList());
    }

    /** The passages that the next edition would word otherwise than this one. */
    List<ReportWords.Change> changesSince(Edition before) {
        return ReportWords.changes(said(before.id()), new ReportWords(next().stream().map(Chapter::said).toList()));
    }

    /** The passages that an edition words otherwise than the one before. */
    List<ReportWords.Change> changes(Edition before, Edition now) {
        return ReportWords.changes(said(before.id()), said(now.id()));
    }

    private List<Chapter> chapters(String which, String value) {
        return db.sql("SELECT * FROM statement.chapter WHERE " + which + " ORDER BY place, key")
                .param("value", value)
                .query((row, n) -> new Chapter(row.getObject("id", UUID.class), row.getString("key"), row.getInt("no"), row.getInt("place"),
                        List.of((String[]) row.getArray("figures").getArray()), row.getObject("pledged_day", LocalDate.class), row.getBoolean("left_out"),
                        Map.of(), row.getObject("saved_by", UUID.class), row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .list().stream().map(this::withTexts).toList();
    }

    private Chapter withTexts(Chapter it) {
        var texts = new EnumMap<Part, Words>(Part.class);
        db.sql("SELECT part, en, zh FROM statement.chapter_text WHERE chapter = :id").param("id", it.id())
                .query((ResultSet row) -> {
                    texts.put(Part.valueOf(row.getString("part")), new Words(row.getString("en"), row.getString("zh")));
                });
        return new Chapter(it.id(), it.key(), it.no(), it.place(), it.figures(), it.pledgedDay(), it.leftOut(), texts, it.savedBy(), it.savedAt());
    }
}
