package org.probity.people.dialogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.State;
import org.probity.shapes.measure.MeasuresPiece;

/**
 * One letter.
 *
 * @param reads its words and its writer; otherwise only that it is there and how it stands
 * @param answers whether the reader leads that place
 */
public record LetterPage(Post it, MeasuresPiece measures, boolean reads, boolean answers, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String title() {
        return reads ? it.subject() : it.number();
    }

    public List<State> tags(Screen s) {
        return List.of(LettersPage.state(s, it, today).asTag());
    }

    public boolean tells() {
        return answers && it.mayBeTold() && it.answered() != null && it.question() == null;
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("dialogue.to"), it.place(s.lang())));
        if (reads) {
            facts.add(new Fact(s.t("dialogue.from-whom"), it.writer(s.lang())));
        }
        facts.add(new Fact(s.t("dialogue.written"), s.day(it.day())));
        facts.add(new Fact(s.t("dialogue.due"), s.day(it.dueDay())));
        if (it.answered() != null) {
            facts.add(new Fact(s.t("dialogue.answered-on"), s.day(it.answered())));
        }
        if (reads) {
            facts.add(new Fact(s.t("dialogue.telling"), s.t(it.question() != null ? "dialogue.was-told-there" : it.mayBeTold() ? "dialogue.may-be" : "dialogue.may-not-be")));
        }
        return facts;
    }
}
