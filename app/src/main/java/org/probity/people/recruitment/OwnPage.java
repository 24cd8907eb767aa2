package org.probity.people.recruitment;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;

/** Somebody of the house says that an application is theirs. @param own whether they have said so @param path with the private link */
public record OwnPage(Application it, boolean own, String path, List<Reason> reasons) implements Page {
    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("recruitment.number"), it.number()), new Fact(s.t("recruitment.code"), it.code()), new Fact(s.t("recruitment.kept-until"), s.longDay(it.keepUntil())));
    }
}
