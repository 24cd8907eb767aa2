package org.probity.supply.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Campaigns and courses on the screens of those who run and read them. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class CampaignWeb {
    private final Campaigns campaigns;
    private final Courses courses;
    private final Learning learning;
    private final Rules rules;
    private final Categories categories;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    CampaignWeb(Campaigns campaigns, Courses courses, Learning learning, Rules rules, Categories categories, Accounts accounts, Pages pages, Clock clock) {
        this.campaigns = campaigns;
        this.courses = courses;
        this.learning = learning;
        this.rules = rules;
        this.categories = categories;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/campaigns")
    Object all(Me me) {
        var all = campaigns.all();
        return pages.view(new CampaignsPage(all, all.stream().collect(Collectors.toMap(Campaign::id, it -> campaigns.reach(it.id()))), courses.on(campaigns.today()),
                me.is(Role.SOURCING_OFFICER), campaigns.today()));
    }

    @For(Role.SOURCING_OFFICER)
    @GetMapping("/app/campaigns/new")
    Object open() {
        return pages.view(opening(Map.of(), List.of(), List.of()));
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/campaigns")
    Object open(@RequestParam Map<String, String> typed, @RequestParam(name = "courses", required = false) @Nullable List<String> chosen, Me me) {
        var taught = chosen == null ? List.<String>of() : chosen;
        var from = Typed.day(typed.get("fromDay"));
        var until = Typed.day(typed.get("untilDay"));
        if (from.isEmpty() || until.isEmpty()) {
            return pages.view(opening(typed, taught, List.of(new Reason(from.isEmpty() ? "fromDay" : "untilDay", "exchange.not-a-day", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var opening = new Campaigns.Opening(typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""), taught, from.get(), until.get(),
                typed.getOrDefault("suppliers", ""), "true".equals(typed.get("procurement")));
        return switch (campaigns.open(opening, me)) {
            case Answer.Done<Campaign>(var it) -> pages.done("/app/campaigns/" + it.id(), "exchange.was-opened");
            case Answer.Refused<Campaign>(var reasons) -> pages.view(opening(typed, taught, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private OpenPage opening(Map<String, String> typed, List<String> chosen, List<Reason> reasons) {
        return new OpenPage(courses.on(campaigns.today()), categories.open(), campaigns.today(), typed, chosen, reasons);
    }

    @GetMapping("/app/campaigns/{id:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID id, Query query, Me me) {
        var it = there(id);
        var category = categories.all().stream().filter(known -> known.code().equals(it.suppliers())).findFirst();
        var page = new CampaignPage(it, category.map(Supplier.Category::nameEn).orElse(""), category.map(Supplier.Category::nameZh).orElse(""), campaigns.courses(id),
                campaigns.reach(id), campaigns.byParty(id), campaigns.sessions(id), holds(me), clock.instant(), clock.getZone());
        return query.format().map(format -> (Object) pages.file(format, it.number(), page::suppliers)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @GetMapping("/app/campaigns/{id:[0-9a-f-]{36}}/trainings/new")
    Object train(@PathVariable UUID id) {
        return pages.view(training(there(id), Map.of(), List.of(), List.of()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/campaigns/{id:[0-9a-f-]{36}}/trainings")
    Object train(@PathVariable UUID id, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> topics, Me me) {
        var it = there(id);
        var chosen = topics == null ? List.<String>of() : topics;
        var session = Typed.session(typed, clock.getZone());
        if (session.isEmpty()) {
            return pages.view(training(it, typed, chosen, List.of(new Reason("day", "gathering.session-missing", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (campaigns.train(id, typed.getOrDefault("title", ""), chosen, session.get(), me)) {
            case Answer.Done<UUID>(var occasion) -> pages.done("/app/gatherings/" + occasion, "exchange.was-planned");
            case Answer.Refused<UUID>(var reasons) -> pages.view(training(it, typed, chosen, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private EnterPage training(Campaign it, Map<String, String> typed, List<String> topics, List<Reason> reasons) {
        return new EnterPage(Optional.of(it), List.of(), campaigns.today(), typed, topics, reasons);
    }

    @GetMapping("/app/campaigns/rules")
    Object rules(Me me) {
        return pages.view(rules(me, Map.of(), List.of()));
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.LEGAL})
    @PostMapping("/app/campaigns/rules")
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var from = Typed.day(typed.get("fromDay"));
        if (from.isEmpty()) {
            return pages.view(rules(me, typed, List.of(new Reason("fromDay", "exchange.not-a-day", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return decided(rules.propose(typed.getOrDefault("key", ""), Typed.number(typed.get("value"), -1), from.get(), typed.getOrDefault("source", ""), me), typed,
                "exchange.was-proposed", me);
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.LEGAL})
    @StepUp
    @PostMapping("/app/campaigns/rules/{proposal}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        var chosen = Stream.of(Decisions.Outcome.values()).filter(it -> it.name().equals(ruling)).findFirst();
        return decided(chosen.<Answer<?>>map(it -> rules.rule(proposal, it, me)).orElseGet(() -> Answer.refused("", "exchange.ruling-missing")), Map.of(), "exchange.was-decided", me);
    }

    private Object decided(Answer<?> answer, Map<String, String> typed, String said, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/campaigns/rules", said);
            case Answer.Refused<?>(var reasons) -> pages.view(rules(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A language chosen after a refusal returns to the rules. */
    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.LEGAL})
    @GetMapping("/app/campaigns/rules/{proposal}")
    Object ruled(@PathVariable UUID proposal) {
        return "redirect:/app/campaigns/rules";
    }

    private RulesPage rules(Me me, Map<String, String> typed, List<Reason> reasons) {
        var all = rules.all();
        var waiting = rules.waiting();
        var people = Stream.concat(all.stream().flatMap(it -> Stream.of(it.setBy(), it.agreedBy())), waiting.stream().map(Rules.Proposed::proposedBy))
                .filter(Objects::nonNull).collect(Collectors.toSet());
        return new RulesPage(all, waiting, me.account(), Rules.decides(me), campaigns.today(), accounts.names(people), typed, reasons);
    }

    @GetMapping("/app/courses/{code}")
    Object course(@PathVariable String code, Me me) {
        return pages.view(new CoursePage(courses.on(code, campaigns.today()).orElseThrow(() -> new NotThere("course " + code)), !learning.owes(code, me)));
    }

    private Campaign there(UUID id) {
        return campaigns.find(id).orElseThrow(() -> new NotThere("campaign " + id));
    }

    private static boolean holds(Me me) {
        return List.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER).stream().anyMatch(me::is);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry campaignsInTheMenu() {
            return MenuEntry.of(Wing.SUPPLY, 57, "exchange.session.all", "/app/campaigns",
                    Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
        }
    }
}
