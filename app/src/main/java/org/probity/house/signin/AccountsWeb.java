package org.probity.house.signin;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts of the house, for its administrators. Whatever changes rights asks once more who is at the screen. */
@Controller
@For(Role.ADMINISTRATOR)
class AccountsWeb {
    @Component
    static class Entry implements MenuEntry {
        @Override
        public Wing wing() {
            return Wing.HOUSE;
        }

        @Override
        public int order() {
            return 10;
        }

        @Override
        public String key() {
            return "signin.accounts";
        }

        @Override
        public String href() {
            return "/app/accounts";
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.ADMINISTRATOR);
        }
    }

    record Invitation(@Nullable String name, @Nullable String email, @Nullable String language, @Nullable List<String> roles) {}

    private final Accounts accounts;
    private final AuditTrail trail;
    private final Pages pages;

    AccountsWeb(Accounts accounts, AuditTrail trail, Pages pages) {
        this.accounts = accounts;
        this.trail = trail;
        this.pages = pages;
    }

    @GetMapping("/app/accounts")
    Object list(Query query) {
        var role = query.filter("role");
        var found = accounts.search(query.filter("q")).stream()
                .filter(account -> role.isEmpty() || account.roles().stream().anyMatch(held -> held.name().equals(role)))
                .toList();
        return pages.view(new AccountsPage(found.stream().skip(query.offset()).limit(query.limit()).toList(), query, found.size()));
    }

    @GetMapping("/app/accounts/new")
    Object invite() {
        return pages.view(new InvitePage("", "", "zh", List.of(), List.of()));
    }

    @StepUp
    @PostMapping("/app/accounts/new")
    Object invite(Invitation form, Me me) {
        var newcomer = new Accounts.Newcomer(words(form.name), words(form.email), roles(form.roles), Optional.empty(),
                "en".equals(form.language) ? "en" : "zh");
        return switch (accounts.invite(newcomer, me.account())) {
            case Granted(var account) -> pages.done("/app/accounts/" + account, "signin.invite.done", newcomer.name());
            case Denied<UUID> denied -> pages.view(new InvitePage(newcomer.name(), newcomer.email(), newcomer.language(),
                    newcomer.roles().stream().map(Role::name).toList(), Rulings.reasons(denied)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping({"/app/accounts/{account}", "/app/accounts/{account}/roles", "/app/accounts/{account}/disable"})
    Object show(@PathVariable UUID account) {
        return page(account, null, "", List.of(), HttpStatus.OK);
    }

    @StepUp
    @PostMapping("/app/accounts/{account}/roles")
    Object roles(@PathVariable UUID account, @RequestParam(required = false) @Nullable List<String> roles, Me me) {
        var chosen = roles(roles);
        return answer(account, accounts.changeRoles(account, chosen, me.account()), "signin.roles-changed",
                () -> chosen, "");
    }

    @StepUp
    @PostMapping("/app/accounts/{account}/disable")
    Object disable(@PathVariable UUID account, @RequestParam(defaultValue = "") String reason, Me me) {
        return answer(account, accounts.disable(account, reason, me.account()), "signin.disabled", () -> null, reason);
    }

    @StepUp
    @PostMapping("/app/accounts/{account}/enable")
    Object enable(@PathVariable UUID account, Me me) {
        return answer(account, accounts.enable(account, me.account()), "signin.enabled", () -> null, "");
    }

    @PostMapping("/app/accounts/{account}/letter")
    Object letter(@PathVariable UUID account, Me me) {
        return answer(account, accounts.sendAgain(account, me.account()), "signin.letter-sent", () -> null, "");
    }

    private Object answer(UUID account, Ruling<UUID> ruling, String said, Supplier<@Nullable Set<Role>> chosen, String reason) {
        return switch (ruling) {
            case Granted(var done) -> pages.done("/app/accounts/" + account, said);
            case Denied<UUID> denied -> page(account, chosen.get(), reason, Rulings.reasons(denied), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Object page(UUID id, @Nullable Set<Role> chosen, String reason, List<Reason> reasons, HttpStatus status) {
        var account = accounts.find(id).orElseThrow(() -> new NotThere("account " + id));
        var notes = trail.notesForAdministrators(new AuditTrail.Filter(id, null, null, null, null), 20);
        return pages.view(new AccountPage(account, chosen == null ? account.roles() : chosen, reason, notes, reasons), status);
    }

    private static String words(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** Only roles the form offers; what is not among them was not typed by a person. */
    private static Set<Role> roles(@Nullable List<String> names) {
        return names == null ? Set.of() : EnumSet.allOf(Role.class).stream()
                .filter(role -> !role.outside() && names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
