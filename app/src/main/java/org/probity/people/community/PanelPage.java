package org.probity.people.community;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;

/** Who moderates, and what they look at. @param seat of whoever looks @param names seats that they may fill */
public record PanelPage(List<Panel.Sitting> sitting, List<Panel.Look> looks, Panel.@Nullable Seat seat, List<Panel.Seat> names, List<Reason> reasons) implements Page {
    public PanelPage {
        sitting = List.copyOf(sitting);
        looks = List.copyOf(looks);
    }

    static String why(Screen s, String reasons) {
        return Stream.of(reasons.split(" ")).map(it -> s.t("community.reason." + it)).collect(Collectors.joining(s.lang() == org.probity.house.ui.Lang.ZH ? "、" : ", "));
    }

    public List<Option> seats(Screen s) {
        return names.stream().map(it -> new Option(it.name(), s.t("community.seat." + it))).toList();
    }

    public List<Option> reasons(Screen s) {
        return Arrays.stream(Panel.Reason.values()).map(it -> new Option(it.name(), s.t("community.reason." + it))).toList();
    }

    public Table<Panel.Sitting> table(Screen s) {
        return Table.of(s, sitting)
                .caption(s.t("community.seats"))
                .head("community.seat", it -> s.t("community.seat." + it.seat()))
                .text("community.person", it -> s.lang() == org.probity.house.ui.Lang.ZH && !it.nameZh().isEmpty() || it.nameEn().isEmpty() ? it.nameZh() : it.nameEn())
                .day("community.since", Panel.Sitting::fromDay);
    }
}
