package org.probity.house.signin;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Passkeys;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.probity.house.access.SignedIn;
import org.probity.house.access.StepUp;
import org.probity.house.access.Visit;
import org.probity.house.access.Visits;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account. */
@Controller
@SignedIn
class MyAccountWeb {
    private final Accounts accounts;
    private final Visits visits;
    private final Passkeys passkeys;
    private final Pages pages;

    MyAccountWeb(Accounts accounts, Visits visits, Passkeys passkeys, Pages pages) {
        this.accounts = accounts;
        this.visits = visits;
        this.passkeys = passkeys;
        this.pages = pages;
    }

    @GetMapping({"/app/account", "/app/account/password"})
    Object mine(Visit visit) {
        return page(visit, List.of(), HttpStatus.OK);
    }

    @PostMapping("/app/account/stays/{stay}/end")
    Object end(@PathVariable UUID stay, Visit visit) {
        if (!visits.end(stay, visit.me().account())) {
            throw new NotThere("visit " + stay);
        }
        return pages.done("/app/account", "signin.stay.ended");
    }

    @StepUp
    @PostMapping("/app/account/password")
    Object password(@RequestParam(defaultValue = "") String password, Visit visit) {
        return switch (accounts.choosePassword(visit, password)) {
            case Granted(var account) -> pages.done("/app/account", "signin.password-changed");
            case Denied<UUID> denied -> page(visit, Rulings.reasons(denied), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Object page(Visit visit, List<Reason> reasons, HttpStatus status) {
        return pages.view(MyAccountPage.of(visit, accounts, visits, passkeys, reasons), status);
    }
}
