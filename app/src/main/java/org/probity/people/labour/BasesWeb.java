package org.probity.people.labour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What fields about people rest on: read by human resources and the union, said by counsel. */
@Controller
@For({Role.HR, Role.LEGAL, Role.UNION})
class BasesWeb {
    static final String AT = "/app/labour/bases";

    private final Bases bases;
    private final TransactionTemplate transaction;
    private final Pages pages;

    BasesWeb(Bases bases, TransactionTemplate transaction, Pages pages) {
        this.bases = bases;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping(AT)
    Object look(Query query, Me me) {
        return pages.view(page(query, me, Map.of(), List.of(), List.of()));
    }

    private BasesPage page(Query query, Me me, Map<String, String> typed, List<String> chosen, List<Reason> reasons) {
        var countries = bases.countries();
        var country = countries.contains(query.filter("country")) ? query.filter("country") : countries.contains("CN") ? "CN" : countries.getFirst();
        return new BasesPage(country, countries, bases.in(country), bases.rules(), me.is(Role.LEGAL), query, bases.today(), typed, chosen, reasons);
    }

    /** Fields of several parts may be chosen together; all of them are said, or none. */
    @For(Role.LEGAL)
    @StepUp
    @PostMapping(AT)
    Object say(@RequestParam(defaultValue = "") String country, @RequestParam(required = false) @Nullable List<String> fields, @RequestParam Map<String, String> typed, Query query, Me me) {
        var chosen = fields == null ? List.<String>of() : fields;
        var reasons = new ArrayList<Reason>();
        transaction.executeWithoutResult(status -> {
            for (var part : chosen.isEmpty() ? List.of("") : chosen.stream().map(it -> it.split(" ", 2)[0]).distinct().toList()) {
                var word = new Bases.Word(part, chosen.stream().filter(it -> it.startsWith(part + " ")).map(it -> it.split(" ", 2)[1]).toList(), country, Typed.day(typed.get("from")).orElse(null),
                        Typed.words(typed.get("source")), Typed.words(typed.get("rule")), Typed.number(typed.get("months"), -1));
                if (bases.say(word, me) instanceof Answer.Refused<Integer>(var wrong)) {
                    wrong.stream().filter(it -> !reasons.contains(it)).forEach(reasons::add);
                    status.setRollbackOnly();
                }
            }
        });
        return reasons.isEmpty() ? pages.done(AT + "?country=" + country, "labour.basis-said", chosen.size())
                : pages.view(page(query.with("country", country), me, typed, chosen, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
