package org.probity.house.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Me;
import org.probity.house.access.SignedIn;
import org.probity.house.access.StepUp;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own data, for whoever is signed in; a supplier's contact too. */
@Controller
@SignedIn
class PrivacyWeb {
    private final Dossiers dossiers;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Pages pages;
    private final Clock clock;

    PrivacyWeb(Dossiers dossiers, Accounts accounts, AuditTrail trail, Pages pages, Clock clock) {
        this.dossiers = dossiers;
        this.accounts = accounts;
        this.trail = trail;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping({"/app/me/data", "/app/me/data/file"})
    Object mine(Me me) {
        return pages.view(new MyDataPage(dossiers.about(account(me))));
    }

    @StepUp
    @Transactional
    @PostMapping("/app/me/data/file")
    ResponseEntity<byte[]> take(Me me) {
        var file = dossiers.file(dossiers.about(account(me)));
        trail.note("privacy.data-taken", me.account(), me.account(), Map.of("bytes", "" + file.length));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("my-data-" + LocalDate.now(clock) + ".zip").build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file);
    }

    private Account account(Me me) {
        return accounts.find(me.account()).orElseThrow(() -> new NotThere("account " + me.account()));
    }
}
