package org.probity.people.recruitment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who works here and has applied for a post says so with their private link: an address that somebody typed proves nothing. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class OwnWeb {
    static final String OWN = "/app/recruitment/own/";
    private static final String ONE = OWN + "{secret}";

    private final Applying applying;
    private final Applications applications;
    private final Pages pages;

    OwnWeb(Applying applying, Applications applications, Pages pages) {
        this.applying = applying;
        this.applications = applications;
        this.pages = pages;
    }

    @GetMapping(ONE)
    Object one(@PathVariable String secret, HttpServletResponse response, Me me) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return pages.view(page(secret, me, List.of()));
    }

    private OwnPage page(String secret, Me me, List<Reason> reasons) {
        var it = applying.of(secret).flatMap(applications::find).orElseThrow(() -> new NotThere("application"));
        return new OwnPage(it, applications.shown(it, me), OWN + secret, reasons);
    }

    @PostMapping(ONE)
    Object say(@PathVariable String secret, Me me) {
        return switch (applying.isMine(secret, me)) {
            case Answer.Done<UUID> done -> pages.done(OWN + secret, "recruitment.own-said");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(secret, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
