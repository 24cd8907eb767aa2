package org.probity.people.aid;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;

/** What whoever looks on remarked, and what was answered; for both committees. */
public record RemarksPage(List<Oversight.Remark> remarks, boolean looksOn, boolean decides, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String who(Screen s, Oversight.Remark it) {
        var name = s.lang() == Lang.ZH ? it.nameZh() : it.nameEn();
        return (it.number() == null ? "" : it.number() + " · ") + name + " · " + s.instant(it.remarkedAt());
    }

    public String reply(Oversight.Remark it) {
        return it.reply() == null ? "" : it.reply();
    }
}
