package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Campaigns with whom they reached, and the courses. */
public record CampaignsPage(List<Campaign> campaigns, Map<UUID, List<Campaign.Reach>> reach, List<Course> courses, boolean opens, LocalDate today) implements Page {
    static State state(Screen s, Campaign it, LocalDate today) {
        return it.fromDay().isAfter(today) ? State.none(s.t("exchange.campaign.planned"))
                : it.runs(today) ? State.note(s.t("exchange.campaign.runs")) : State.none(s.t("exchange.campaign.over"));
    }

    private long sum(Campaign it, java.util.function.ToLongFunction<Campaign.Reach> of) {
        return reach.getOrDefault(it.id(), List.of()).stream().mapToLong(of).sum();
    }

    public Table<Campaign> table(Screen s) {
        return Table.of(s, campaigns)
                .caption(s.t("exchange.campaigns"))
                .head("exchange.campaign", it -> new Link(it.title(s.lang()), "/app/campaigns/" + it.id()))
                .day("exchange.from", Campaign::fromDay)
                .day("exchange.until", Campaign::untilDay)
                .state("exchange.state", it -> state(s, it, today))
                .number("exchange.asked", it -> sum(it, Campaign.Reach::asked))
                .number("exchange.read", it -> sum(it, Campaign.Reach::read))
                .number("exchange.attended", it -> sum(it, Campaign.Reach::attended))
                .number("exchange.passed", it -> sum(it, Campaign.Reach::passed));
    }

    public Table<Course> courseTable(Screen s) {
        return Table.of(s, courses)
                .caption(s.t("exchange.courses"))
                .head("exchange.course", it -> new Link(it.name().in(s.lang()), "/app/courses/" + it.code()))
                .text("exchange.topic", it -> s.t("exchange.topic." + it.topic()))
                .number("exchange.minutes", Course::minutes)
                .number("exchange.pages", it -> it.sheets().size())
                .number("exchange.questions", it -> it.questions().size())
                .number("exchange.version", Course::version);
    }
}
