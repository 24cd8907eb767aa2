package org.probity.shapes.policy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The register of laws: kept by legal affairs, responsible sourcing and human resources; an article is reviewed by who answers for it too. */
@Controller
@For({Role.LEGAL, Role.SOURCING_OFFICER, Role.HR})
class LawWeb implements Naming {
    record LawForm(@Nullable String code, @Nullable String nameEn, @Nullable String nameZh, @Nullable String jurisdiction, @Nullable String since, @Nullable String source) {
        LawsPage.Typed typed() {
            return new LawsPage.Typed(PolicyWeb.words(code), PolicyWeb.words(nameEn), PolicyWeb.words(nameZh), PolicyWeb.words(jurisdiction), PolicyWeb.words(since),
                    PolicyWeb.words(source));
        }
    }

    record ArticleForm(
            @Nullable String number, @Nullable String summaryEn, @Nullable String summaryZh, @Nullable String clause, @Nullable String checkEn,
            @Nullable String checkZh, @Nullable String responsible, @Nullable String months) {
        LawPage.Typed typed() {
            return new LawPage.Typed(PolicyWeb.words(number), PolicyWeb.words(summaryEn), PolicyWeb.words(summaryZh), PolicyWeb.words(clause), PolicyWeb.words(checkEn),
                    PolicyWeb.words(checkZh), PolicyWeb.words(responsible), PolicyWeb.words(months));
        }
    }

    private final Laws laws;
    private final LawHistory history;
    private final Clauses clauses;
    private final Accounts accounts;
    private final Pages pages;

    LawWeb(Laws laws, LawHistory history, Clauses clauses, Accounts accounts, Pages pages) {
        this.laws = laws;
        this.history = history;
        this.clauses = clauses;
        this.accounts = accounts;
        this.pages = pages;
    }

    private static boolean keeps(Me me) {
        return me.is(Role.LEGAL) || me.is(Role.SOURCING_OFFICER) || me.is(Role.HR);
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.QUALITY, Role.HR, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.BUYER, Role.EHS, Role.PROCESS})
    @GetMapping("/app/laws")
    View all(Query query, Me me) {
        var page = page(query, me, LawsPage.Typed.NOTHING, List.of());
        return query.format().map(format -> pages.file(format, "laws", page::table)).orElseGet(() -> pages.view(page));
    }

    private LawsPage page(Query query, Me me, LawsPage.Typed typed, List<Reason> reasons) {
        var all = laws.all();
        var gaps = all.stream().filter(it -> it.gaps() > 0 || it.articles() == 0).toList();
        return new LawsPage(query.has("gap", "yes") ? gaps : all, all.size(), gaps.size(), query, keeps(me), typed, reasons);
    }

    @PostMapping("/app/laws")
    Object enter(LawForm form, Me me) {
        var typed = form.typed();
        var since = PolicyWeb.day(typed.since());
        var answer = since.isEmpty() && !typed.since().isEmpty() ? Answer.<UUID>refused("since", "policy.day-wrong")
                : laws.enter(new Laws.Entry(typed.code(), typed.nameEn(), typed.nameZh(), typed.jurisdiction(), since.orElse(null), typed.source()), me);
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/laws/" + typed.code(), "policy.law-entered");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(Query.all("/app/laws"), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.QUALITY, Role.HR, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.BUYER, Role.EHS, Role.PROCESS})
    @GetMapping("/app/laws/{code}")
    View law(@PathVariable String code, Me me) {
        return pages.view(page(there(code), me, LawPage.Typed.NOTHING, List.of()));
    }

    private LawPage page(Laws.Law law, Me me, LawPage.Typed typed, List<Reason> reasons) {
        var articles = laws.articles(law.id());
        var changes = history.of(law.id());
        var people = articles.stream().map(Laws.Article::responsible).collect(Collectors.toCollection(HashSet::new));
        changes.forEach(it -> {
            people.add(it.by());
            if (it.field().equals("responsible")) {
                people.addAll(List.of(UUID.fromString(it.before()), UUID.fromString(it.after())));
            }
        });
        return new LawPage(law, articles, changes, keeps(me) ? clauses.inForce() : List.of(), keeps(me) ? PolicyWeb.people(accounts) : List.of(),
                accounts.names(people), laws.today(), keeps(me), me.account(), typed, reasons);
    }

    @PostMapping("/app/laws/{code}")
    Object say(@PathVariable String code, ArticleForm form, Me me) {
        var law = there(code);
        var typed = form.typed();
        var responsible = PolicyWeb.id(typed.responsible());
        var answer = responsible.isEmpty() ? Answer.<UUID>refused("responsible", "policy.responsible-unknown")
                : laws.say(law.id(), new Laws.Saying(typed.number(), typed.summaryEn(), typed.summaryZh(), PolicyWeb.id(typed.clause()).orElse(null), typed.checkEn(),
                        typed.checkZh(), responsible.get(), PolicyWeb.number(typed.months())), me);
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/laws/" + code, "policy.article-said");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(law, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.QUALITY, Role.HR, Role.PUBLISHER, Role.UNION, Role.BUYER, Role.EHS, Role.PROCESS})
    @PostMapping("/app/laws/{code}/review")
    Object review(@PathVariable String code, @RequestParam(defaultValue = "") String article, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean compared, Me me) {
        var law = there(code);
        var mine = laws.articles(law.id()).stream().filter(it -> it.id().toString().equals(article)).filter(it -> keeps(me) || it.responsible().equals(me.account())).findFirst();
        var answer = mine.map(it -> reviewed(it.id(), words, compared, me)).orElseGet(() -> Answer.refused("", "policy.article-unknown"));
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/laws/" + code, "policy.was-reviewed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(law, me, LawPage.Typed.NOTHING, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Answer<UUID> reviewed(UUID article, String words, boolean compared, Me me) {
        return switch (laws.review(article, words, me)) {
            case Answer.Done<UUID> done -> compared ? laws.compare(article, me) : done;
            case Answer.Refused<UUID> refused -> refused;
        };
    }

    /** Articles that a clause carries out. */
    @Override
    public List<Named> naming(Collection<UUID> clauses) {
        var all = laws.all();
        return laws.articles().stream().filter(it -> it.clause() != null && clauses.contains(it.clause()))
                .flatMap(it -> all.stream().filter(law -> law.id().equals(it.law())).map(law ->
                        new Named(Objects.requireNonNull(it.clause()), s -> law.name(s.lang()) + " " + it.number(), "/app/laws/" + law.code())))
                .toList();
    }

    private Laws.Law there(String code) {
        return laws.find(code).orElseThrow(() -> new NotThere("law " + code));
    }
}
