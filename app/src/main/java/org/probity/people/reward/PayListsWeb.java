package org.probity.people.reward;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists for payroll, on the page and as files; that a file was taken is kept. */
@Controller
@For(Role.HR)
class PayListsWeb {
    private final PayLists lists;
    private final Splits splits;
    private final Accounts accounts;
    private final Pages pages;

    PayListsWeb(PayLists lists, Splits splits, Accounts accounts, Pages pages) {
        this.lists = lists;
        this.splits = splits;
        this.accounts = accounts;
        this.pages = pages;
    }

    @StepUp
    @GetMapping(RewardWeb.HOME + "/lists/{list:[0-9a-f-]{36}}")
    Object list(@PathVariable UUID list, Query query, Me me) {
        var it = lists.find(list).orElseThrow(() -> new NotThere("list " + list));
        var from = it.kind() == PayLists.Kind.UNITS ? RewardWeb.HOME + "/unit-plans/" + it.source() : RewardWeb.HOME + "/periods/" + splits.find(it.source()).orElseThrow().period();
        var page = new PayListPage(it, lists.lines(list), accounts.names(Set.of(it.madeBy())).getOrDefault(it.madeBy(), "–"), from, query);
        return query.format().map(format -> {
            lists.taken(it, me);
            return (Object) pages.file(format, "payroll-" + it.kind().name().toLowerCase(Locale.ROOT) + "-" + it.year() + "-" + it.no(), page::table);
        }).orElseGet(() -> pages.view(page));
    }
}
