package org.probity.people.reward;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's own pay beside the wage: nobody sees anybody else's here. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.ASSURER})
class RewardWeb {
    static final String HOME = "/app/reward";

    private final Splits splits;
    private final Directory directory;
    private final Pages pages;

    RewardWeb(Splits splits, Directory directory, Pages pages) {
        this.splits = splits;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping(HOME)
    Object mine(Me me) {
        return pages.view(new RewardPage(own(me), me.is(Role.HR) || me.is(Role.UNION) || me.is(Role.ASSURER)));
    }

    private List<Splits.Own> own(Me me) {
        return directory.personOf(me).map(splits::of).orElse(List.of());
    }

    @GetMapping(HOME + "/parts/{split:[0-9a-f-]{36}}")
    Object part(@PathVariable UUID split, Me me) {
        return pages.view(new PartPage(own(me).stream().filter(it -> it.split().id().equals(split)).findFirst().orElseThrow(() -> new NotThere("part of " + split))));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry rewardInTheMenu() {
            return MenuEntry.of(Wing.CARE, 22, "reward.title", HOME, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION,
                    Role.HR, Role.EMPLOYEE, Role.ASSURER);
        }
    }
}
