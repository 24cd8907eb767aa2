package org.probity.house.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Doors;
import org.probity.house.access.Open;
import org.probity.house.access.Passkeys;
import org.probity.house.access.Ruling;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.probity.house.access.SignedIn;
import org.probity.house.access.StepUp;
import org.probity.house.access.Visit;
import org.probity.house.access.Visits;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Passkeys: making one, signing in with it, confirming with it. The browser asks for options, talks to the device, sends the form. */
@Controller
class PasskeyWeb {
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Visits visits;
    private final Pages pages;
    private final byte[] script;

    PasskeyWeb(Passkeys passkeys, Accounts accounts, Visits visits, Pages pages) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.visits = visits;
        this.pages = pages;
        try (var in = PasskeyWeb.class.getResourceAsStream("passkey.js")) {
            this.script = Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Open
    @GetMapping("/assets/passkey.js")
    ResponseEntity<byte[]> script() {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic()).body(script);
    }

    @Open
    @PostMapping("/app/sign-in/passkey/options")
    ResponseEntity<String> signInOptions(HttpServletRequest request) {
        return json(passkeys.requestOptions(request));
    }

    @Open
    @PostMapping("/app/sign-in/passkey")
    Object signIn(@RequestParam(defaultValue = "") String credential, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return switch (passkeys.open(credential, request)) {
            case Granted(var account) -> {
                visits.begin(account, Visit.Way.PASSKEY, request);
                yield "redirect:" + Doors.local(next, request).orElse(SignInWeb.home(Visits.current().orElseThrow().me()));
            }
            case Denied<UUID> denied -> pages.view(
                    new SignInPage(Doors.local(next, request).orElse(""), "", List.of(), "", Rulings.reasons(denied)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @SignedIn
    @PostMapping("/app/confirm/passkey/options")
    ResponseEntity<String> confirmOptions(HttpServletRequest request) {
        return json(passkeys.requestOptions(request));
    }

    @SignedIn
    @PostMapping("/app/confirm/passkey")
    Object confirm(@RequestParam(defaultValue = "") String credential, @RequestParam(defaultValue = "") String next, Visit visit,
            HttpServletRequest request) {
        var back = Doors.local(next, request).orElse(SignInWeb.home(visit.me()));
        var opened = passkeys.open(credential, request);
        if (opened instanceof Granted(var account) && account.equals(visit.me().account())) {
            visits.confirm(visit);
            return "redirect:" + back;
        }
        var reasons = Rulings.reasons(opened instanceof Denied<UUID> denied ? denied
                : (Denied<UUID>) Ruling.<UUID>denied("", "signin.passkey-unknown"));
        var byLink = visit.me().supplier().isPresent();
        return pages.view(new ConfirmPage(back, byLink, false, false, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @SignedIn
    @StepUp
    @PostMapping("/app/account/passkeys/options")
    ResponseEntity<String> creationOptions(Visit visit, HttpServletRequest request) {
        return json(passkeys.creationOptions(visit, pages.screen(request).house().company(), request));
    }

    @SignedIn
    @PostMapping("/app/account/passkeys")
    Object add(@RequestParam(defaultValue = "") String credential, @RequestParam(defaultValue = "") String label, Visit visit,
            HttpServletRequest request) {
        return switch (passkeys.add(visit, credential, label, request)) {
            case Granted(var account) -> pages.done("/app/account", "signin.passkey.added");
            case Denied<UUID> denied -> pages.view(MyAccountPage.of(visit, accounts, visits, passkeys, Rulings.reasons(denied)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @SignedIn
    @StepUp
    @PostMapping("/app/account/passkeys/{key}/remove")
    Object remove(@PathVariable String key, Visit visit) {
        if (!passkeys.remove(key, visit.me().account())) {
            throw new NotThere("passkey");
        }
        return pages.done("/app/account", "signin.passkey.removed");
    }

    private static ResponseEntity<String> json(String options) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore()).body(options);
    }
}
