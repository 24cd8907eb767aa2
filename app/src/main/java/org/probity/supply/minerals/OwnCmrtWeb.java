package org.probity.supply.minerals;

import java.util.List;
import java.util.Map;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The company's own declaration on the screens of those who answer for it. */
@Controller
class OwnCmrtWeb {
    private final OwnCmrt own;
    private final Pages pages;

    OwnCmrtWeb(OwnCmrt own, Pages pages) {
        this.own = own;
        this.pages = pages;
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/minerals/own/{year}")
    Object own(@PathVariable int year, Me me) {
        return pages.view(page(year, own.answered(year), me, List.of()));
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/minerals/own/{year}")
    Object answer(@PathVariable int year, @RequestParam Map<String, String> typed, Me me) {
        return switch (own.answer(year, typed, me)) {
            case Answer.Done<Map<String, String>> answered -> pages.done("/app/minerals/own/" + year, "minerals.own.said");
            case Answer.Refused<Map<String, String>>(var reasons) -> pages.view(page(year, typed, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private OwnCmrtPage page(int year, Map<String, String> fields, Me me, List<Reason> reasons) {
        return new OwnCmrtPage(year, own.rollUp(year), own.rollUp(year - 1), fields, !own.answered(year).isEmpty(), me.is(Role.SOURCING_OFFICER), reasons);
    }

    @For(Role.SOURCING_OFFICER)
    @GetMapping("/app/minerals/own/{year}/file")
    ResponseEntity<byte[]> file(@PathVariable int year) {
        return Attachment.of("CMRT_" + year + ".xlsx", own.workbook(year).orElseThrow(() -> new NotThere("own declaration of " + year)));
    }
}
