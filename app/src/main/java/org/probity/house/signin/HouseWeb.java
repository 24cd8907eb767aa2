package org.probity.house.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.mail.MailServer;
import org.probity.house.settings.Company;
import org.probity.house.settings.Keeping;
import org.probity.house.ui.Answer;
import org.probity.house.ui.MenuEntry;
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
import org.springframework.web.servlet.View;

/** Settings of the house and its trail. */
@Controller
@For(Role.ADMINISTRATOR)
class HouseWeb {
    private static final int NOTES = 100;

    /** A line of the side menu for administrators. */
    private record Line(int order, String key, String href) implements MenuEntry {
        @Override
        public Wing wing() {
            return Wing.HOUSE;
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.ADMINISTRATOR);
        }
    }

    @Component
    static class Lines {
        @org.springframework.context.annotation.Bean
        MenuEntry settingsLine() {
            return new Line(20, "signin.settings", "/app/settings");
        }

        @org.springframework.context.annotation.Bean
        MenuEntry trailLine() {
            return new Line(30, "signin.trail", "/app/trail");
        }
    }

    private final Company company;
    private final MailServer mailServer;
    private final Retention retention;
    private final Keeping keeping;
    private final AuditTrail trail;
    private final Accounts accounts;
    private final Pages pages;

    HouseWeb(Company company, MailServer mailServer, Retention retention, Keeping keeping, AuditTrail trail, Accounts accounts, Pages pages) {
        this.company = company;
        this.mailServer = mailServer;
        this.retention = retention;
        this.keeping = keeping;
        this.trail = trail;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping({"/app/settings", "/app/settings/retention", "/app/settings/company", "/app/settings/kept/{name}"})
    Object settings() {
        return pages.view(new SettingsPage(company.form(), mailServer.form(), "" + retention.days(), kept(), List.of()));
    }

    @StepUp
    @PostMapping("/app/settings")
    Object settings(MailServer.Form form, Me me) {
        return switch (mailServer.name(form, me.account())) {
            case Answer.Done<?> done -> pages.done("/app/settings", "signin.settings.done");
            case Answer.Refused<?>(var reasons) -> refused(new SettingsPage(company.form(), form, "" + retention.days(), kept(), reasons));
        };
    }

    private View refused(SettingsPage page) {
        return pages.view(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @StepUp
    @PostMapping("/app/settings/retention")
    Object retention(@RequestParam(defaultValue = "") String days, Me me) {
        return switch (retention.keep(days.strip(), me.account())) {
            case Answer.Done<Integer> done -> pages.done("/app/settings", "signin.settings.done");
            case Answer.Refused<Integer>(var reasons) -> refused(new SettingsPage(company.form(), mailServer.form(), days, kept(), reasons));
        };
    }

    @StepUp
    @PostMapping("/app/settings/kept/{name}")
    Object kept(@PathVariable String name, @RequestParam Map<String, String> form, Me me) {
        var typed = form.getOrDefault(name, "").strip();
        return switch (keeping.keep(name, typed, me.account())) {
            case Answer.Done<Integer> done -> pages.done("/app/settings", "signin.settings.done");
            case Answer.Refused<Integer>(var reasons) -> refused(new SettingsPage(company.form(), mailServer.form(), "" + retention.days(),
                    kept().stream().map(it -> it.it().name().equals(name) ? new SettingsPage.Kept(it.it(), typed) : it).toList(), reasons));
        };
    }

    private List<SettingsPage.Kept> kept() {
        return keeping.all().stream().map(it -> new SettingsPage.Kept(it, "" + keeping.days(it))).toList();
    }

    @StepUp
    @PostMapping("/app/settings/company")
    Object company(Company.Form form, Me me) {
        return switch (company.say(form, me.account())) {
            case Answer.Done<?> done -> pages.done("/app/settings", "signin.settings.done");
            case Answer.Refused<?>(var reasons) -> refused(new SettingsPage(form, mailServer.form(), "" + retention.days(), kept(), reasons));
        };
    }

    @GetMapping("/app/trail")
    Object trail(Query query) {
        var filter = new AuditTrail.Filter(uuid(query.filter("person")), orNull(query.filter("kind")), null, null, number(query.filter("before")));
        var notes = trail.notesForAdministrators(filter, NOTES);
        var older = notes.size() < NOTES ? "" : query.with("before", "" + notes.getLast().id()).href();
        var house = accounts.ofTheHouse();
        var chosen = Optional.ofNullable(filter.person()).flatMap(accounts::find).filter(it -> !house.contains(it));
        return pages.view(new TrailPage(notes, trail.kinds(), Stream.concat(chosen.stream(), house.stream()).toList(), query, older));
    }

    private static @Nullable String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private static @Nullable Long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    private static @Nullable UUID uuid(String typed) {
        return typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(typed) : null;
    }
}
