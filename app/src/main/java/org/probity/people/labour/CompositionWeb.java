package org.probity.people.labour;

import java.time.Clock;
import java.time.LocalDate;
import org.probity.house.access.For;
import org.probity.house.access.Role;
import org.probity.house.ui.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works here, in groups, on a screen. */
@Controller
@For({Role.HR, Role.LEGAL, Role.UNION})
class CompositionWeb {
    private final Composition composition;
    private final Pages pages;
    private final Clock clock;

    CompositionWeb(Composition composition, Pages pages, Clock clock) {
        this.composition = composition;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/labour/composition")
    Object of(@RequestParam(defaultValue = "") String year) {
        var now = LocalDate.now(clock).getYear();
        var wanted = year.matches("20[0-9]{2}") ? Math.min(Integer.parseInt(year), now) : now;
        return pages.view(composition.of(wanted));
    }
}
