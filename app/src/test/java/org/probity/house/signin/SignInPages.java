package org.probity.house.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Passkeys;
import org.probity.house.access.Role;
import org.probity.house.access.Visit;
import org.probity.house.access.Visits;
import org.probity.house.mail.MailServer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;

class SignInPages implements PageSamples {
    private static final Instant THEN = Instant.parse("2026-11-22T10:20:00Z");
    private static final Account BUYER = new Account(UUID.fromString("0b3c0f4e-0000-4000-8000-000000000001"), "Lin <b>Qiao</b>", "lin@helia.example",
            Set.of(Role.BUYER, Role.QUALITY), Optional.empty(), "zh", THEN, null, true);
    private static final Account GONE = new Account(UUID.fromString("0b3c0f4e-0000-4000-8000-000000000002"), "Otto Falk", "otto@helia.example",
            Set.of(Role.ADMINISTRATOR), Optional.empty(), "en", THEN, THEN, false);
    private static final AuditTrail.Note NOTE = new AuditTrail.Note(1, THEN, "account.disabled", BUYER.id(), BUYER.name(), GONE.id(), GONE.name(), Map.of());

    @Override
    public List<Page> pages() {
        var refused = List.of(new Reason("email", "signin.email-wrong", List.of()));
        var stay = new Visits.Stay(UUID.randomUUID(), Visit.Way.PASSWORD, THEN, null, "::1", "Chrome, Linux");
        return List.of(
                new SignInPage("/app", "", List.of(), "", List.of()),
                new SignInPage("/app", "lin@helia.example", List.of(BUYER, GONE), "demo", refused),
                new AskPage("signin.ask-link", "/app/sign-in/link-please", "", false, false, refused),
                new AskPage("signin.ask-reset", "/app/sign-in/forgotten", "lin@helia.example", true, true, List.of()),
                new ArrivedPage("signin.invitation", "/app/invitation", "secret", "Lin Qiao", true, List.of()),
                new ConfirmPage("/app", false, false, false, List.of()),
                new ConfirmPage("/app", true, true, true, List.of()),
                new SetUpPage("", "Helia Solar", "", "", "en", refused),
                new AccountsPage(List.of(BUYER, GONE), Query.all("/app/accounts")),
                new AccountsPage(List.of(), Query.all("/app/accounts").with("name", "x")),
                new AccountPage(BUYER, BUYER.roles(), "", List.of(NOTE), List.of()),
                new AccountPage(GONE, GONE.roles(), "left", List.of(), List.of()),
                new InvitePage("", "no address", "zh", List.of("BUYER"), refused),
                new MyAccountPage(BUYER, stay.id(), true, List.of(stay), List.of(new Passkeys.Key("k", "Desk", THEN, THEN)), List.of()),
                new SettingsPage(new MailServer.Form("mail.example", "587", "STARTTLS", "a@helia.example", "", ""), List.of()),
                new TrailPage(List.of(NOTE), List.of("account.disabled"), List.of(BUYER), Query.all("/app/trail"), "/app/trail?before=1"),
                new TrailPage(List.of(), List.of(), List.of(), Query.all("/app/trail"), ""));
    }
}
