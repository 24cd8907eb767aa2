package org.probity.people.labour;

import java.time.YearMonth;
import java.util.List;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** One's own shifts, on a phone too; nobody else's can be named in this address. */
@Controller
class MyRosterWeb {
    static final String MINE = "/app/my/roster";
    /** Two months of days that are worked. */
    private static final int SHOWN = 45;

    private final Overtime overtime;
    private final Directory directory;
    private final Pages pages;

    MyRosterWeb(Overtime overtime, Directory directory, Pages pages) {
        this.overtime = overtime;
        this.directory = directory;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.ADMINISTRATOR})
    @GetMapping(MINE)
    Object mine(Me me) {
        var who = directory.personOf(me);
        return pages.view(new MyRosterPage(who.flatMap(it -> overtime.of(it, YearMonth.from(overtime.today()))), who.map(it -> overtime.turns(it, SHOWN)).orElse(List.of()), overtime.today()));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry ownRosterInTheMenu() {
            return MenuEntry.of(Wing.MINE, 30, "labour.my-roster", MINE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION,
                    Role.HR, Role.EMPLOYEE, Role.ADMINISTRATOR);
        }

        /** Who leads a unit plans its shifts; human resources have it among the pages of the room. */
        @Bean
        MenuEntry rosterInTheMenu(Rosters rosters) {
            return MenuEntry.of(Wing.PEOPLE, 12, "labour.part.ROSTER", "/app/labour/roster", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER,
                    Role.PUBLISHER, Role.UNION, Role.EMPLOYEE, Role.ADMINISTRATOR).onlyFor(rosters::leads);
        }
    }
}
