package org.probity.house.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Doors;
import org.probity.house.access.Links;
import org.probity.house.access.Me;
import org.probity.house.access.Open;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.probity.house.access.SignIns;
import org.probity.house.access.SignedIn;
import org.probity.house.access.Visit;
import org.probity.house.access.Visits;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The doors of the house, for whoever is not in yet. */
@Controller
class SignInWeb {
    /** Marks the browser that asked for a link, so that the link opens nothing in another one. */
    private static final String ASKED = "probity-asked";

    private final SignIns signIns;
    private final Accounts accounts;
    private final Links links;
    private final Visits visits;
    private final Pages pages;
    private final Optional<DemoPeople> demo;

    SignInWeb(SignIns signIns, Accounts accounts, Links links, Visits visits, Pages pages, ObjectProvider<DemoPeople> demo) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.links = links;
        this.visits = visits;
        this.pages = pages;
        this.demo = Optional.ofNullable(demo.getIfAvailable());
    }

    record Form(String email, String password, String next) {
        Form {
            email = email == null ? "" : email;
            password = password == null ? "" : password;
            next = next == null ? "" : next;
        }
    }

    /** The public pages' way to the door; the door itself needs the cookie path of the signed-in part. */
    @Open
    @GetMapping("/sign-in")
    String door() {
        return "redirect:/app/sign-in";
    }

    @Open
    @GetMapping("/app/sign-in")
    Object door(Form form, Optional<Me> me, HttpServletRequest request) {
        if (accounts.none()) {
            return "redirect:/app/set-up";
        }
        if (me.isPresent()) {
            return "redirect:" + next(form.next, me.get(), request);
        }
        return page(form, request, List.of(), HttpStatus.OK);
    }

    @Open
    @PostMapping("/app/sign-in")
    Object password(Form form, HttpServletRequest request) {
        return switch (signIns.password(form.email, form.password, request.getRemoteAddr())) {
            case Granted(var account) -> enter(account, Visit.Way.PASSWORD, form.next, request);
            case Denied<UUID> denied -> page(form, request, Rulings.reasons(denied), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @SignedIn
    @PostMapping("/app/sign-out")
    Object leave(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        visits.end(visit, request);
        // What pages kept on the device to work without network goes with the session.
        response.setHeader("Clear-Site-Data", "\"storage\"");
        return "redirect:/";
    }

    @Open
    @GetMapping("/app/sign-in/link-please")
    Object askLink() {
        return pages.view(new AskPage("signin.ask-link", "/app/sign-in/link-please", "", false, demo.isPresent(), List.of()));
    }

    @Open
    @PostMapping("/app/sign-in/link-please")
    Object askLink(@RequestParam(defaultValue = "") String email, HttpServletRequest request, HttpServletResponse response) {
        var browser = browser(request).orElseGet(Links::secret);
        response.addHeader("Set-Cookie", ResponseCookie.from(ASKED, browser).path("/app/sign-in").httpOnly(true).sameSite("Lax")
                .secure(request.isSecure()).maxAge(Links.Purpose.SIGN_IN.lasts).build().toString());
        signIns.askLink(email, browser, request.getRemoteAddr());
        return pages.view(new AskPage("signin.ask-link", "", email.strip(), true, demo.isPresent(), List.of()));
    }

    /** Looks at the link and shows a button; opening it by itself uses nothing up. */
    @Open
    @GetMapping("/app/sign-in/link")
    Object arrived(@RequestParam(defaultValue = "") String link, HttpServletRequest request) {
        var name = links.peek(Links.Purpose.SIGN_IN, link).filter(owner -> browser(request).isPresent()).flatMap(accounts::find).map(Account::name);
        return pages.view(new ArrivedPage("signin.arrived", "/app/sign-in/link", link, name.orElse(""), false, List.of()));
    }

    @Open
    @PostMapping("/app/sign-in/link")
    Object link(@RequestParam(defaultValue = "") String link, HttpServletRequest request) {
        return switch (signIns.link(link, browser(request).orElse(""), request.getRemoteAddr())) {
            case Granted(var account) -> enter(account, Visit.Way.LINK, "", request);
            case Denied<UUID> denied -> dead("signin.arrived", denied);
        };
    }

    @Open
    @GetMapping("/app/invitation")
    Object invitation(@RequestParam(defaultValue = "") String link) {
        return pages.view(invitationPage(link, List.of()));
    }

    @Open
    @PostMapping("/app/invitation")
    Object accept(@RequestParam(defaultValue = "") String link, Form form, HttpServletRequest request) {
        var isContact = links.peek(Links.Purpose.INVITATION, link).flatMap(accounts::find).filter(a -> a.supplier().isPresent()).isPresent();
        var answer = isContact ? signIns.invitation(link, request.getRemoteAddr()) : accounts.accept(link, form.password);
        return switch (answer) {
            case Granted(var account) -> enter(account, isContact ? Visit.Way.LINK : Visit.Way.PASSWORD, "", request);
            case Denied<UUID> denied -> pages.view(invitationPage(link, Rulings.reasons(denied)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ArrivedPage invitationPage(String link, List<Reason> reasons) {
        var owner = links.peek(Links.Purpose.INVITATION, link).flatMap(accounts::find);
        return new ArrivedPage("signin.invitation", "/app/invitation", link, owner.map(Account::name).orElse(""),
                owner.filter(a -> a.supplier().isEmpty()).isPresent(), reasons);
    }

    @Open
    @GetMapping("/app/sign-in/forgotten")
    Object forgotten() {
        return pages.view(new AskPage("signin.ask-reset", "/app/sign-in/forgotten", "", false, demo.isPresent(), List.of()));
    }

    @Open
    @PostMapping("/app/sign-in/forgotten")
    Object askReset(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        signIns.askReset(email, request.getRemoteAddr());
        return pages.view(new AskPage("signin.ask-reset", "", email.strip(), true, demo.isPresent(), List.of()));
    }

    @Open
    @GetMapping("/app/reset")
    Object reset(@RequestParam(defaultValue = "") String link) {
        return pages.view(resetPage(link, List.of()));
    }

    @Open
    @PostMapping("/app/reset")
    Object reset(@RequestParam(defaultValue = "") String link, Form form, HttpServletRequest request) {
        return switch (accounts.reset(link, form.password)) {
            case Granted(var account) -> enter(account, Visit.Way.PASSWORD, "", request);
            case Denied<UUID> denied -> pages.view(resetPage(link, Rulings.reasons(denied)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ArrivedPage resetPage(String link, List<Reason> reasons) {
        var name = links.peek(Links.Purpose.RESET, link).flatMap(accounts::find).map(Account::name);
        return new ArrivedPage("signin.reset", "/app/reset", link, name.orElse(""), true, reasons);
    }

    private Object enter(UUID account, Visit.Way way, String next, HttpServletRequest request) {
        visits.begin(account, way, request);
        var me = Visits.current().orElseThrow().me();
        return "redirect:" + next(next, me, request);
    }

    private static String next(String asked, Me me, HttpServletRequest request) {
        return Doors.local(asked, request).orElse(home(me));
    }

    static String home(Me me) {
        return me.supplier().isPresent() ? "/app/portal" : "/app";
    }

    private Object page(Form form, HttpServletRequest request, List<Reason> reasons, HttpStatus status) {
        return pages.view(new SignInPage(Doors.local(form.next, request).orElse(""), form.email,
                demo.map(DemoPeople::everyone).orElse(List.of()), demo.isPresent() ? DemoPeople.PASSWORD : "", reasons), status);
    }

    private Object dead(String words, Denied<UUID> denied) {
        return pages.view(new ArrivedPage(words, "", "", "", false, Rulings.reasons(denied)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Optional<String> browser(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(ASKED)).map(Cookie::getValue).findFirst();
    }
}
