package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.people.recruitment.Applying.Notice;

/** What applicants agree to, its versions, and counsel's next one. @param all the newest first */
public record NoticePage(List<Notice> all, boolean says, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** What was typed, or else what the newest version says: most changes are a sentence. */
    public String of(String field) {
        var newest = all.getFirst();
        return typed.getOrDefault(field, switch (field) {
            case "wordsEn" -> newest.wordsEn();
            case "wordsZh" -> newest.wordsZh();
            case "keepDays" -> String.valueOf(newest.keepDays());
            default -> "";
        });
    }

    public List<String> words(Screen s) {
        var held = all.stream().filter(it -> !it.fromDay().isAfter(today)).findFirst().orElse(all.getLast());
        return Arrays.stream((s.lang() == Lang.ZH ? held.wordsZh() : held.wordsEn()).split("\\R+")).filter(line -> !line.isBlank()).toList();
    }

    public Table<Notice> table(Screen s) {
        return Table.of(s, all).caption(s.t("recruitment.versions")).number("recruitment.version", Notice::version).day("recruitment.from-day", Notice::fromDay)
                .number("recruitment.keep-for", Notice::keepDays).text("recruitment.signed", it -> s.t(it.setBy() == null ? "recruitment.came-with-the-house" : "recruitment.said-by-counsel"));
    }
}
