package org.probity.people.care;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.people.care.Grants.Preview;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Human resources grant a year's leave, after a look at what it would do. */
@Controller
@For(Role.HR)
class GrantsWeb {
    private static final String ALL = CareWeb.HOME + "/grants";

    private final Grants grants;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    GrantsWeb(Grants grants, Directory directory, Accounts accounts, Pages pages) {
        this.grants = grants;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(ALL)
    Object all() {
        return pages.view(all(Map.of(), List.of()));
    }

    private GrantsPage all(Map<String, String> typed, List<Reason> reasons) {
        var all = grants.all();
        var names = new HashSet<UUID>();
        all.forEach(it -> names.add(it.grantedBy()));
        return new GrantsPage(all, directory.tree(grants.today()), accounts.names(names), grants.today(), typed, reasons);
    }

    @GetMapping(ALL + "/preview")
    Object preview(@RequestParam Map<String, String> typed, Query query, Me me) {
        var unit = Typed.id(typed.get("unit")).orElse(null);
        return switch (grants.preview(Typed.number(typed.get("year"), 0), unit, me)) {
            case Answer.Done<Preview>(var it) -> {
                var page = page(it, query, List.of());
                yield query.format().map(format -> (Object) pages.file(format, "leave-" + it.year(), page::table)).orElseGet(() -> pages.view(page));
            }
            case Answer.Refused<Preview>(var reasons) -> pages.view(all(typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private PreviewPage page(Preview it, Query query, List<Reason> reasons) {
        return new PreviewPage(it, it.unit() == null ? null : directory.place(it.unit(), grants.today()).orElse(null), query, reasons);
    }

    @StepUp
    @PostMapping(ALL)
    Object grant(@RequestParam Map<String, String> typed, Me me) {
        var year = Typed.number(typed.get("year"), 0);
        var unit = Typed.id(typed.get("unit")).orElse(null);
        return switch (grants.grant(year, unit, typed.getOrDefault("seen", ""), me)) {
            case Answer.Done<UUID> _ -> pages.done(ALL, "care.was-granted");
            case Answer.Refused<UUID>(var reasons) -> switch (grants.preview(year, unit, me)) {
                case Answer.Done<Preview>(var it) -> pages.view(page(it, Query.all(ALL + "/preview").with("year", String.valueOf(year)).with("unit", unit == null ? "" : unit.toString()), reasons),
                        HttpStatus.UNPROCESSABLE_CONTENT);
                case Answer.Refused<Preview> _ -> pages.view(all(typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            };
        };
    }

    @PostMapping(CareWeb.HOME + "/service")
    Object serves(@RequestParam Map<String, String> typed, Me me) {
        Answer<UUID> answer = Typed.day(typed.get("since")).map(day -> grants.serves(typed.getOrDefault("number", ""), day, typed.getOrDefault("source", ""), me))
                .orElseGet(() -> Answer.refused("since", "care.day-missing"));
        return pages.told(answer, ALL, "care.was-kept", reasons -> all(typed, reasons));
    }
}
