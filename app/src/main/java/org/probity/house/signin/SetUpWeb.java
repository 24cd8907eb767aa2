package org.probity.house.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Open;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.probity.house.access.Visit;
import org.probity.house.access.Visits;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** There only while nobody has an account. */
@Controller
@Open
@ConditionalOnBooleanProperty(name = "probity.demo", havingValue = false, matchIfMissing = true)
class SetUpWeb {
    private final SetUp setUp;
    private final Accounts accounts;
    private final Visits visits;
    private final Pages pages;

    SetUpWeb(SetUp setUp, Accounts accounts, Visits visits, Pages pages) {
        this.setUp = setUp;
        this.accounts = accounts;
        this.visits = visits;
        this.pages = pages;
    }

    @GetMapping("/app/set-up")
    Object ask() {
        if (!accounts.none()) {
            throw new NotThere("set-up of a house that has people");
        }
        return pages.view(new SetUpPage("", "", "", "", "zh", List.of()));
    }

    @PostMapping("/app/set-up")
    Object found(SetUp.Form form, HttpServletRequest request) {
        return switch (setUp.found(form)) {
            case Granted(var administrator) -> {
                visits.begin(administrator, Visit.Way.PASSWORD, request);
                yield "redirect:/app/settings";
            }
            case Denied<UUID> denied -> pages.view(
                    new SetUpPage(form.code(), form.company(), form.name(), form.email(), form.language(), Rulings.reasons(denied)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
