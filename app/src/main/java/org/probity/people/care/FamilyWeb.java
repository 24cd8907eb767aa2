package org.probity.people.care;

import org.probity.house.access.For;
import org.probity.house.access.Role;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leave for family by sex, on a screen. */
@Controller
@For({Role.HR, Role.LEGAL, Role.UNION})
class FamilyWeb {
    private final Families families;
    private final Pages pages;

    FamilyWeb(Families families, Pages pages) {
        this.families = families;
        this.pages = pages;
    }

    @GetMapping(CareWeb.HOME + "/family")
    Object of(@RequestParam(defaultValue = "") String year) {
        return pages.view(families.of(Math.clamp(Typed.number(year, families.latest()), 2001, families.latest())));
    }
}
