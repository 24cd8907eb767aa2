package org.probity.supply.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges and campaigns for programs. */
@RestController
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class ExchangeApi {
    /** One exchange. Its minutes count once somebody else who was there has read them. */
    record Held(UUID id, String number, String title, String form, List<String> topics, Instant startsAt, @Nullable String suppliers, long people, String state, long openFollowUps) {}

    /** A campaign with whom it reached, by circle. */
    record Run(UUID id, String number, String titleEn, String titleZh, String fromDay, String untilDay, List<Campaign.Reach> reach) {}

    private final Exchanges exchanges;
    private final Campaigns campaigns;

    ExchangeApi(Exchanges exchanges, Campaigns campaigns) {
        this.exchanges = exchanges;
        this.campaigns = campaigns;
    }

    /** Exchanges of a year, the newest first. */
    @GetMapping("/api/exchanges/{year}")
    List<Held> exchanges(@PathVariable int year) {
        return exchanges.all(year).stream().map(it -> new Held(it.id(), it.number(), it.title(), it.form(), List.of(it.topics().split(",")), it.startsAt(), it.withEn(), it.people(),
                it.occasion().state(exchanges.now()).name(), it.open())).toList();
    }

    /** Campaigns, the newest first. */
    @GetMapping("/api/campaigns")
    List<Run> campaigns() {
        return campaigns.all().stream().map(it -> new Run(it.id(), it.number(), it.titleEn(), it.titleZh(), it.fromDay().toString(), it.untilDay().toString(), campaigns.reach(it.id()))).toList();
    }
}
