package org.probity.supply.blacklist;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** Who may be the supplier of a case under another name. */
public record KinPage(Matter it, List<Kin> kin, Map<UUID, String> names, List<Reason> reasons) implements Page {

    public static String kinds(Screen s, Kin kin) {
        return kin.kinds().stream().map(kind -> s.t("blacklist.tie." + kind)).collect(Collectors.joining(s.t("blacklist.comma")));
    }

    public static State state(Screen s, Kin kin) {
        return kin.outcome() == null ? State.none(s.t("blacklist.tie-open"))
                : kin.outcome().equals("CONFIRMED") ? State.bad(s.t("blacklist.tie-confirmed")) : State.good(s.t("blacklist.tie-dismissed"));
    }

    public List<Option> traits(Screen s) {
        return List.of(new Option("OWNER", s.t("blacklist.tie.OWNER")), new Option("BANK_ACCOUNT", s.t("blacklist.tie.BANK_ACCOUNT")));
    }
}
