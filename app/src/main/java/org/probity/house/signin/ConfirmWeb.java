package org.probity.house.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.Doors;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.probity.house.access.SignIns;
import org.probity.house.access.SignedIn;
import org.probity.house.access.Visit;
import org.probity.house.access.Visits;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Is it still you?" before a binding act; the gate sends people here and they return to where they were. */
@Controller
@SignedIn
class ConfirmWeb {
    private final SignIns signIns;
    private final Visits visits;
    private final Pages pages;
    private final boolean demo;

    ConfirmWeb(SignIns signIns, Visits visits, Pages pages, @Value("${probity.demo:false}") boolean demo) {
        this.signIns = signIns;
        this.visits = visits;
        this.pages = pages;
        this.demo = demo;
    }

    @GetMapping("/app/confirm")
    Object ask(@RequestParam(defaultValue = "") String next, Visit visit, HttpServletRequest request) {
        return page(next, visit, request, false, List.of(), HttpStatus.OK);
    }

    @PostMapping("/app/confirm")
    Object password(@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String next, Visit visit,
            HttpServletRequest request) {
        return switch (signIns.confirmByPassword(visit, password, request.getRemoteAddr())) {
            case Granted(var account) -> back(visit, next, request);
            case Denied<UUID> denied ->
                page(next, visit, request, false, Rulings.reasons(denied), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/confirm/letter")
    Object letter(@RequestParam(defaultValue = "") String next, Visit visit, HttpServletRequest request) {
        signIns.askConfirmation(visit, request.getRemoteAddr());
        request.getSession().setAttribute("next", Doors.local(next, request).orElse(""));
        return page(next, visit, request, true, List.of(), HttpStatus.OK);
    }

    @GetMapping("/app/confirm/link")
    Object arrived(@RequestParam(defaultValue = "") String link, Visit visit) {
        return pages.view(new ArrivedPage("signin.confirm-link", "/app/confirm/link", link, visit.me().name(), false, List.of()));
    }

    @PostMapping("/app/confirm/link")
    Object link(@RequestParam(defaultValue = "") String link, Visit visit, HttpServletRequest request) {
        var session = request.getSession();
        return switch (signIns.confirmByLink(visit, link, request.getRemoteAddr())) {
            case Granted(var account) -> back(visit, session.getAttribute("next") instanceof String next ? next : "", request);
            case Denied<UUID> denied -> pages.view(
                    new ArrivedPage("signin.confirm-link", "", "", "", false, Rulings.reasons(denied)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Object back(Visit visit, String next, HttpServletRequest request) {
        visits.confirm(visit);
        return "redirect:" + Doors.local(next, request).orElse(SignInWeb.home(visit.me()));
    }

    private Object page(String next, Visit visit, HttpServletRequest request, boolean sent, List<Reason> reasons, HttpStatus status) {
        var back = Doors.local(next, request).orElse(SignInWeb.home(visit.me()));
        return pages.view(new ConfirmPage(back, visit.me().supplier().isPresent(), sent, demo, reasons), status);
    }
}
