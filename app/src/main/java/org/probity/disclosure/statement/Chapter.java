package org.probity.disclosure.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.proof.ReportWords;
import org.probity.proof.Words;

/**
 * A version of a chapter: what the report says in words, in both languages, and the figures that stand in it.
 *
 * @param key its name in addresses
 * @param no of the version, from 1
 * @param pledgedDay the day of the pledge, if it makes one
 * @param leftOut whether the next edition goes without it
 */
public record Chapter(
        UUID id, String key, int no, int place, List<String> figures, @Nullable LocalDate pledgedDay, boolean leftOut, Map<Part, Words> texts,
        UUID savedBy, Instant savedAt) {

    /** The parts of a chapter in the order in which they are read. */
    public enum Part {
        AREA, TITLE, STAND, STRATEGY, PLEDGE, GOVERNANCE, SYSTEMS, PRACTICES, TARGETS, PERFORMANCE, KNOWING, WRONG;

        /** Message key of what the part is called where it is written. */
        public String key() {
            return "statement.part." + name();
        }
    }

    private static final String PLEDGED = "pledged";

    public Chapter {
        figures = List.copyOf(figures);
        texts = Map.copyOf(texts);
    }

    /** Empty where nothing was written. */
    public String text(Part part, Lang lang) {
        var words = texts.getOrDefault(part, new Words("", ""));
        return switch (lang) {
            case EN -> words.en();
            case ZH -> words.zh();
        };
    }

    public String title(Lang lang) {
        var title = text(Part.TITLE, lang);
        return title.isEmpty() ? key : title;
    }

    /** Parts that are written in one language and not in the other. */
    List<Part> halfWritten() {
        return Arrays.stream(Part.values()).filter(part -> text(part, Lang.EN).isEmpty() != text(part, Lang.ZH).isEmpty()).toList();
    }

    /** The same without figures that are not in the edition. */
    ReportWords.Chapter said(Set<String> shown) {
        return new ReportWords.Chapter(key, figures.stream().filter(shown::contains).toList(), said().passages());
    }

    /** As the package binds it: everything a reader sees of it, the day of a pledge as a passage of its own. */
    ReportWords.Chapter said() {
        var passages = new ArrayList<ReportWords.Passage>();
        for (var part : Part.values()) {
            if (!text(part, Lang.EN).isEmpty()) {
                passages.add(new ReportWords.Passage(part.name().toLowerCase(Locale.ROOT), new Words(text(part, Lang.EN), text(part, Lang.ZH))));
            }
            if (part == Part.PLEDGE && pledgedDay != null) {
                passages.add(new ReportWords.Passage(PLEDGED, new Words(pledgedDay.toString(), pledgedDay.toString())));
            }
        }
        return new ReportWords.Chapter(key, figures, passages);
    }

    /** What a part of a package's words is called where people read it. */
    static String named(String part) {
        return part.equals(PLEDGED) ? "statement.pledge-day" : Part.valueOf(part.toUpperCase(Locale.ROOT)).key();
    }
}
