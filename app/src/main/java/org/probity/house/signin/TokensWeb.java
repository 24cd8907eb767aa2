package org.probity.house.signin;

import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.probity.house.access.SignedIn;
import org.probity.house.access.StepUp;
import org.probity.house.access.Tokens;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own keys for programs. A key is shown in the answer to its making and lies nowhere that it could be shown from again. */
@Controller
@SignedIn
class TokensWeb {
    private final Tokens tokens;
    private final Pages pages;

    TokensWeb(Tokens tokens, Pages pages) {
        this.tokens = tokens;
        this.pages = pages;
    }

    @GetMapping("/app/account/tokens")
    Object mine(Me me) {
        return pages.view(TokensPage.of(me.account(), tokens));
    }

    @StepUp
    @PostMapping("/app/account/tokens")
    Object make(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "READ") String may,
            @RequestParam(defaultValue = "") String days,
            Me me) {
        var scope = may.equals(Tokens.May.WRITE.name()) ? Tokens.May.WRITE : Tokens.May.READ;
        var until = days.strip().matches("[0-9]{1,4}") ? Integer.parseInt(days.strip()) : 0;
        return switch (tokens.make(me.account(), label, scope, until)) {
            case Granted(var secret) -> pages.view(TokensPage.made(me.account(), tokens, secret));
            case Denied<String> denied -> pages.view(
                    new TokensPage(tokens.of(me.account()), "", label, may, days, Rulings.reasons(denied)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/account/tokens/{token}/revoke")
    Object revoke(@PathVariable UUID token, Me me) {
        if (!tokens.revoke(token, me.account())) {
            throw new NotThere("token " + token);
        }
        return pages.done("/app/account/tokens", "signin.token.revoked");
    }
}
