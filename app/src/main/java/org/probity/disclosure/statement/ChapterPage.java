package org.probity.disclosure.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.disclosure.statement.Chapter.Part;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.proof.Words;
import org.probity.shapes.figure.Figure;

/**
 * A chapter where it is written: its parts in both languages, how it will read, and its versions.
 *
 * @param preview whether the words below the form are shown as they will read
 */
public record ChapterPage(
        Chapters.Draft draft, List<Figure> figures, List<Chapter> versions, Map<UUID, String> names, boolean mayWrite, boolean preview, List<Reason> reasons)
        implements Page {

    public List<Part> parts() {
        return Arrays.asList(Part.values());
    }

    /** What somebody else saved while this person typed; empty unless that is why their own was not saved. */
    public Optional<Chapter> overtaking() {
        return reasons.stream().anyMatch(it -> it.key().equals(Chapters.OVERTAKEN)) ? versions.stream().findFirst() : Optional.empty();
    }

    public String text(Part part, Lang lang) {
        var words = draft.texts().getOrDefault(part, new Words("", ""));
        return switch (lang) {
            case EN -> words.en();
            case ZH -> words.zh();
        };
    }

    public String title(Screen s) {
        return text(Part.TITLE, s.lang()).isEmpty() ? draft.key() : text(Part.TITLE, s.lang());
    }

    public List<Option> choices(Screen s) {
        return figures.stream().map(it -> new Option(it.key(), it.code() + " · " + s.t(it.messages()))).toList();
    }

    public List<Event> events(Screen s) {
        return versions.stream().map(it -> new Event(Mark.NONE, s.t("statement.version-no", it.no()), "", names.getOrDefault(it.savedBy(), "–") + " · " + s.instant(it.savedAt()))).toList();
    }
}
