package org.probity.people.reward;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Upload;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.UnitPlan;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Time units: one's own statement, and plans, givings and words of years for human resources, looked at by union and assurer. */
@Controller
@For({Role.HR, Role.UNION, Role.ASSURER})
class UnitsWeb {
    private static final String PLANS = RewardWeb.HOME + "/unit-plans";
    private static final String ONE = PLANS + "/{id:[0-9a-f-]{36}}";
    private static final String YEAR = ONE + "/years/{year:[0-9]{4}}";

    private final UnitPlans plans;
    private final Units units;
    private final UnitHoldings holdings;
    private final PayLists lists;
    private final Departures departures;
    private final Decisions decisions;
    private final Directory directory;
    private final Pages pages;

    UnitsWeb(UnitPlans plans, Units units, UnitHoldings holdings, PayLists lists, Departures departures, Decisions decisions, Directory directory, Pages pages) {
        this.plans = plans;
        this.units = units;
        this.holdings = holdings;
        this.lists = lists;
        this.departures = departures;
        this.decisions = decisions;
        this.directory = directory;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.ASSURER})
    @GetMapping(RewardWeb.HOME + "/units")
    Object mine(Me me) {
        return pages.view(new UnitsPage(directory.personOf(me).map(holdings::of).orElse(List.of()), me.is(Role.HR) || me.is(Role.UNION) || me.is(Role.ASSURER)));
    }

    @GetMapping(PLANS)
    Object all(Me me) {
        return pages.view(all(me, Map.of(), List.of()));
    }

    private UnitPlansPage all(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new UnitPlansPage(plans.all(), me.is(Role.HR), plans.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(PLANS)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var draft = new UnitPlans.Draft(Typed.words(typed.get("code")), Typed.words(typed.get("nameEn")), Typed.words(typed.get("nameZh")), Typed.number(typed.get("fromYear"), 0), typed.getOrDefault("dividends", ""),
                typed.getOrDefault("sizes", ""), typed.getOrDefault("caps", ""), typed.getOrDefault("leaving", ""), Typed.words(typed.get("source")));
        return switch (plans.propose(draft, me)) {
            case Answer.Done<UUID>(var id) -> pages.done(PLANS + "/" + id, "reward.was-proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(all(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(one(id, me, Map.of(), List.of()));
    }

    private UnitPlanPage one(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = plans.find(id).orElseThrow(() -> new NotThere("unit plan " + id));
        var decision = decisions.find(it.proposal()).orElseThrow();
        return new UnitPlanPage(it, plans.sizes(id), plans.words(id), units.givings(id), me.is(Role.HR) ? lists.of(id) : List.of(), decision.open(), me.is(Role.HR), decision.proposedBy().equals(me.account()), plans.today(), typed, reasons);
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/ruling")
    Object rule(@PathVariable UUID id, @RequestParam(defaultValue = "") String outcome, Me me) {
        var ruled = Outcome.of(outcome);
        return pages.told(ruled.isEmpty() ? Answer.refused("", "decision.unknown") : plans.rule(id, ruled.get(), me), PLANS + "/" + id, "reward.was-ruled", reasons -> one(id, me, Map.of(), reasons));
    }

    @For(Role.HR)
    @PostMapping(ONE + "/words")
    Object say(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam Map<String, String> typed, Me me) {
        var kind = Typed.one(UnitPlans.Kind.values(), typed.get("kind")).orElse(UnitPlans.Kind.DIVIDEND);
        var words = typed.getOrDefault("amount", "").strip();
        var amount = words.matches("[0-9]{1,7}(\\.[0-9]{1,6})?") ? new BigDecimal(words) : null;
        var paper = Upload.of(file);
        return pages.told(plans.say(id, Typed.number(typed.get("year"), 0), kind, amount, Typed.words(typed.get("source")), paper.name(), paper.bytes(), me), PLANS + "/" + id, "reward.was-kept",
                reasons -> one(id, me, typed, reasons));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/leavers")
    Object left(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var reason = Typed.one(UnitPlan.Reason.values(), typed.get("reason")).orElse(null);
        return pages.told(departures.say(typed.getOrDefault("number", ""), Typed.day(typed.get("day")).orElse(null), reason, me), PLANS + "/" + id, "reward.was-kept", reasons -> one(id, me, typed, reasons));
    }

    @For(Role.HR)
    @GetMapping(YEAR)
    Object year(@PathVariable UUID id, @PathVariable int year, Me me) {
        return pages.view(year(id, year, me, List.of()));
    }

    private UnitYearPage year(UUID id, int year, Me me, List<Reason> reasons) {
        var plan = plans.find(id).orElseThrow(() -> new NotThere("unit plan " + id));
        var giving = units.givings(id).stream().filter(it -> it.year() == year).findFirst().orElse(null);
        if (giving != null) {
            return new UnitYearPage(plan, year, null, giving, giving.by().equals(me.account()), reasons);
        }
        return switch (units.preview(id, year, me)) {
            case Answer.Done<Units.Preview>(var preview) -> new UnitYearPage(plan, year, preview, null, false, reasons);
            case Answer.Refused<Units.Preview>(var why) -> new UnitYearPage(plan, year, null, null, false, reasons.isEmpty() ? why : reasons);
        };
    }

    @For(Role.HR)
    @PostMapping(YEAR)
    Object give(@PathVariable UUID id, @PathVariable int year, @RequestParam(defaultValue = "") String seen, Me me) {
        return pages.told(units.propose(id, year, seen, me), PLANS + "/" + id + "/years/" + year, "reward.was-proposed", reasons -> year(id, year, me, reasons));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(YEAR + "/ruling")
    Object ruleYear(@PathVariable UUID id, @PathVariable int year, @RequestParam(defaultValue = "") String outcome, Me me) {
        var giving = units.waiting(id, year);
        var ruled = Outcome.of(outcome);
        return pages.told(giving.isEmpty() || ruled.isEmpty() ? Answer.refused("", "reward.split-unknown") : units.rule(giving.get().id(), ruled.get(), me), PLANS + "/" + id + "/years/" + year, "reward.was-ruled",
                reasons -> year(id, year, me, reasons));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(YEAR + "/payments")
    Object payments(@PathVariable UUID id, @PathVariable int year, Me me) {
        return switch (lists.ofUnits(id, year, me)) {
            case Answer.Done<UUID>(var list) -> pages.done(RewardWeb.HOME + "/lists/" + list, "reward.was-listed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(one(id, me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
