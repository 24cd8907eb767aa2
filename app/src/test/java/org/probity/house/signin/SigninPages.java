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
import org.probity.house.access.Tokens;
import org.probity.house.access.Visit;
import org.probity.house.access.Visits;
import org.probity.house.mail.MailServer;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;

class SigninPages implements PageSamples {
    static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
    static final UUID ID = new UUID(1, 2);
    private static final List<SettingsPage.Kept> KEPT = List.of(new SettingsPage.Kept(new org.probity.house.settings.DaysKept("clearance.days-kept", 400, 36_500, 1_100), "1100"));

    static Account account(Set<Role> roles, Optional<UUID> supplier, Instant disabled, boolean settled) {
        return new Account(ID, "Lu Wen", "lu.wen@helia.example", roles, supplier, "zh", NOON, disabled, settled);
    }

    @Override
    public List<Page> pages() {
        var open = account(Set.of(Role.PUBLISHER, Role.EMPLOYEE), Optional.empty(), null, true);
        var invited = account(Set.of(Role.BUYER), Optional.empty(), null, false);
        var disabled = account(Set.of(Role.BUYER), Optional.empty(), NOON, true);
        var contact = account(Set.of(Role.SUPPLIER), Optional.of(ID), null, false);
        var wrong = List.of(new Reason("", "signin.wrong", List.of()));
        var slow = List.of(new Reason("", "signin.slow-down", List.of(4)));
        var weak = List.of(new Reason("password", "signin.password-short", List.of(12)));
        var notes = List.of(
                new AuditTrail.Note(2, NOON, "account.disabled", ID, "Sam Ito", ID, "Lu Wen", Map.of("reason", "left")),
                new AuditTrail.Note(1, NOON, "something.new", null, null, null, null, Map.of()));
        var stays = List.of(
                new Visits.Stay(ID, Visit.Way.PASSKEY, NOON, NOON, "192.0.2.7", "Firefox, Windows"),
                new Visits.Stay(new UUID(3, 4), Visit.Way.LINK, NOON, null, "192.0.2.8", "Safari, iOS"));
        var keys = List.of(new Passkeys.Key("abc", "office laptop", NOON, NOON));
        var mail = new MailServer.Form("smtp.helia.example", "587", "STARTTLS", "probity@helia.example", "probity", "");
        return List.of(
                new SignInPage("", "", List.of(), "", List.of()),
                new SignInPage("/app/accounts", "lu.wen@helia.example", List.of(open, contact), "sunlight on glass", wrong),
                new SignInPage("", "", List.of(), "", slow),
                new TokensPage(List.of(), "", "", "READ", "90", List.of()),
                new TokensPage(
                        List.of(new Tokens.Token(ID, "nightly export", Tokens.May.READ, NOON, NOON.plusSeconds(86_400), null),
                                new Tokens.Token(new UUID(7, 8), "goods receipts", Tokens.May.WRITE, NOON, NOON.plusSeconds(86_400), NOON)),
                        "probity_Zm9yLWxvb2tpbmctYXQtb25seS1ub3QtYS1rZXk", "", "READ", "90", List.of()),
                new TokensPage(List.of(), "", "", "WRITE", "0", List.of(new Reason("days", "signin.token-days", List.of(366)))),
                new AskPage("signin.ask-link", "/app/sign-in/link-please", "", false, false, List.of()),
                new AskPage("signin.ask-link", "", "ann@tin.example", true, true, List.of()),
                new AskPage("signin.ask-reset", "/app/sign-in/forgotten", "", false, false, List.of()),
                new AskPage("signin.ask-reset", "", "lu.wen@helia.example", true, false, List.of()),
                new ArrivedPage("signin.arrived", "/app/sign-in/link", "x", "Ann", false, List.of()),
                new ArrivedPage("signin.arrived", "", "", "", false, List.of(new Reason("", "signin.link-dead", List.of()))),
                new ArrivedPage("signin.invitation", "/app/invitation", "x", "Lu Wen", true, weak),
                new ArrivedPage("signin.reset", "/app/reset", "x", "Lu Wen", true, List.of()),
                new ArrivedPage("signin.confirm-link", "/app/confirm/link", "x", "Ann", false, List.of()),
                new ConfirmPage("/app", false, false, false, wrong),
                new ConfirmPage("/app", true, false, false, List.of()),
                new ConfirmPage("/app", true, true, true, List.of()),
                new MyAccountPage(open, ID, true, stays, keys, weak),
                new MyAccountPage(contact, ID, false, stays, List.of(), List.of()),
                new AccountsPage(List.of(open, invited, disabled, contact), Query.all("/app/accounts"), 4),
                new AccountsPage(List.of(), Query.all("/app/accounts").with("q", "nobody"), 0),
                new AccountPage(open, open.roles(), "", notes, List.of()),
                new AccountPage(invited, Set.of(), "", List.of(), List.of(new Reason("roles", "signin.roles-missing", List.of()))),
                new AccountPage(disabled, disabled.roles(), "", notes, List.of()),
                new AccountPage(contact, contact.roles(), "", notes, List.of()),
                new InvitePage("", "", "zh", List.of(), List.of()),
                new InvitePage("Lu Wen", "lu.wen", "en", List.of("BUYER"), List.of(new Reason("email", "signin.email-wrong", List.of()))),
                new SettingsPage(new Company.Form("Helia Solar", "", "Helia Solar, all sites", ""), mail, "180", KEPT, List.of()),
                new SettingsPage(new Company.Form("Helia Solar", "", "Helia Solar, all sites", ""), mail, "180", KEPT, List.of(new Reason("host", "mail.host-wrong", List.of()))),
                new SetUpPage("", "", "", "", "zh", List.of()),
                new SetUpPage("x", "Helia Solar", "Sam", "sam@helia.example", "en", List.of(new Reason("code", "signin.code-wrong", List.of()))),
                new TrailPage(notes, List.of("account.disabled", "something.new"), List.of(open), Query.all("/app/trail"), "/app/trail?before=1"),
                new TrailPage(List.of(), List.of(), List.of(), Query.all("/app/trail").with("kind", "x"), ""));
    }
}
