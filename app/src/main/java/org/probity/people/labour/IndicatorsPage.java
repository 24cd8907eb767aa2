package org.probity.people.labour;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** The eleven indicators of forced labour with what is known of each, and what is not. */
public record IndicatorsPage(List<Indicators.Reading> readings) implements Page {
    public Table<Indicators.Reading> table(Screen s) {
        return Table.of(s, readings)
                .caption(s.t("labour.indicators"), s.t("labour.indicators-sub"))
                .head("labour.indicator", it -> s.t("labour.indicator." + it.indicator()))
                .state("labour.stands", it -> it.count() == null ? State.none(s.t("labour.not-measurable")) : it.count() == 0 ? State.good(s.t("labour.none-open")) : State.bad(s.t("labour.some-open", it.count())))
                .text("labour.rows-behind", it -> it.indicator().href == null ? "" : new Link(s.t("labour.see-rows"), it.indicator().href))
                .why("labour.measured-by", it -> s.t("labour.measure." + it.indicator()));
    }
}
