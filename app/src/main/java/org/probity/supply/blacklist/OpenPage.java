package org.probity.supply.blacklist;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** A new case: against whom, for what, what happened. @param form as typed */
public record OpenPage(Form form, List<Ground> grounds, List<Reason> reasons) implements Page {
    /** As typed. @param supplier the number */
    public record Form(String supplier, String ground, String happened, String facts) {
        static final Form EMPTY = new Form("", "", "", "");
    }

    public List<Option> choices(Screen s) {
        return grounds.stream().map(it -> new Option(it.code(), it.name(s.lang()), it.guidance(s.lang()))).toList();
    }
}
