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
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Upload;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Plans, periods and splits: kept by human resources, looked at by the union and the assurer, who see sums of units. */
@Controller
@For({Role.HR, Role.UNION, Role.ASSURER})
class SharingWeb {
    private static final String PLANS = RewardWeb.HOME + "/plans";
    private static final String PERIODS = RewardWeb.HOME + "/periods";
    private static final String ONE_PLAN = PLANS + "/{id:[0-9a-f-]{36}}";
    private static final String ONE = PERIODS + "/{id:[0-9a-f-]{36}}";

    private final Plans plans;
    private final Periods periods;
    private final Splits splits;
    private final SplitLists lists;
    private final PayLists payLists;
    private final SealedSplits sealed;
    private final Decisions decisions;
    private final Pages pages;

    SharingWeb(Plans plans, Periods periods, Splits splits, SplitLists lists, PayLists payLists, SealedSplits sealed, Decisions decisions, Pages pages) {
        this.plans = plans;
        this.periods = periods;
        this.splits = splits;
        this.lists = lists;
        this.payLists = payLists;
        this.sealed = sealed;
        this.decisions = decisions;
        this.pages = pages;
    }

    @GetMapping(PLANS)
    Object plans(Me me) {
        return pages.view(plans(me, Map.of(), List.of()));
    }

    private PlansPage plans(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new PlansPage(plans.all(), me.is(Role.HR), plans.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(PLANS)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var formula = Typed.one(Plan.Formula.values(), typed.get("formula")).orElse(null);
        var draft = new Plans.Draft(Typed.words(typed.get("code")), Typed.words(typed.get("nameEn")), Typed.words(typed.get("nameZh")), formula, Typed.day(typed.get("from")).orElse(null), number(typed, "baseCost"),
                number(typed, "baseOutput"), number(typed, "ceiling"), number(typed, "rate"), number(typed, "hurdle"), number(typed, "share"), number(typed, "reserve"), "true".equals(typed.get("draws")),
                typed.getOrDefault("grades", ""), typed.getOrDefault("ratings", ""), Typed.words(typed.get("source")));
        return switch (plans.propose(draft, me)) {
            case Answer.Done<UUID>(var id) -> pages.done(PLANS + "/" + id, "reward.was-proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(plans(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A number with at most four places and a point; anything else is none. */
    private static @Nullable BigDecimal number(Map<String, String> typed, String field) {
        var words = typed.getOrDefault(field, "").strip().replace(" ", "");
        return words.matches("-?[0-9]{1,13}(\\.[0-9]{1,4})?") ? new BigDecimal(words) : null;
    }

    @GetMapping(ONE_PLAN)
    Object plan(@PathVariable UUID id, Me me) {
        return pages.view(plan(id, me, List.of()));
    }

    private PlanPage plan(UUID id, Me me, List<Reason> reasons) {
        var it = plans.find(id).orElseThrow(() -> new NotThere("plan " + id));
        var decision = decisions.find(it.proposal()).orElseThrow();
        return new PlanPage(it, plans.factors(id), decision, me.is(Role.HR), decision.proposedBy().equals(me.account()), reasons);
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE_PLAN + "/ruling")
    Object rulePlan(@PathVariable UUID id, @RequestParam(defaultValue = "") String outcome, Me me) {
        var ruled = Outcome.of(outcome);
        return pages.told(ruled.isEmpty() ? Answer.refused("", "decision.unknown") : plans.rule(id, ruled.get(), me), PLANS + "/" + id, "reward.was-ruled", reasons -> plan(id, me, reasons));
    }

    @GetMapping(PERIODS)
    Object periods(Me me) {
        return pages.view(periods(me, Map.of(), List.of()));
    }

    private PeriodsPage periods(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new PeriodsPage(periods.all(), plans.all(), me.is(Role.HR), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(PERIODS)
    Object say(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam Map<String, String> typed, Me me) {
        var paper = Upload.of(file);
        var said = new Periods.Said(Typed.id(typed.get("plan")).orElse(new UUID(0, 0)), Typed.day(typed.get("from")).orElse(null), Typed.day(typed.get("until")).orElse(null), number(typed, "cost"),
                number(typed, "output"), number(typed, "wage"), typed.getOrDefault("units", ""), Typed.words(typed.get("source")), paper.name(), paper.bytes());
        return switch ("true".equals(typed.get("release")) ? periods.release(said, me) : periods.say(said, me)) {
            case Answer.Done<UUID>(var id) -> pages.done(PERIODS + "/" + id, "reward.was-said");
            case Answer.Refused<UUID>(var reasons) -> pages.view(periods(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ONE)
    Object period(@PathVariable UUID id, Me me) {
        return pages.view(period(id, me, List.of()));
    }

    /** What stands, or waits; and while neither does, what would be. */
    private PeriodPage period(UUID id, Me me, List<Reason> reasons) {
        var it = periods.find(id).orElseThrow(() -> new NotThere("period " + id));
        var plan = plans.find(it.plan()).orElseThrow();
        var agreed = splits.agreed(id);
        var split = agreed.or(() -> splits.waiting(id));
        if (split.isPresent()) {
            return new PeriodPage(it, plan, split.get(), null, splits.units(split.get(), it), me.is(Role.HR) ? splits.out(split.get().id()) : List.of(), agreed.isPresent() && me.is(Role.HR) ? splits.late(split.get(), it, plan) : List.of(),
                    me.is(Role.HR) ? payLists.of(split.get().id()) : List.of(),
                    me.is(Role.HR), split.get().by().equals(me.account()), "", reasons);
        }
        return switch (me.is(Role.HR) ? splits.reckon(id, me) : Answer.<Splits.Reckoned>refused("", "reward.not-yet")) {
            case Answer.Done<Splits.Reckoned>(var would) -> new PeriodPage(it, plan, null, would.pool(), would.units(), would.out(), List.of(), List.of(), true, false, would.seen(), reasons);
            case Answer.Refused<Splits.Reckoned>(var why) -> new PeriodPage(it, plan, null, null, List.of(), List.of(), List.of(), List.of(), me.is(Role.HR), false, "", reasons.isEmpty() ? why : reasons);
        };
    }

    @GetMapping(ONE + "/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        var it = periods.find(id).orElseThrow(() -> new NotThere("period " + id));
        return Attachment.of(periods.paperName(it), periods.paper(it));
    }

    @For(Role.HR)
    @PostMapping(ONE + "/split")
    Object put(@PathVariable UUID id, @RequestParam(defaultValue = "") String seen, Me me) {
        return pages.told(splits.propose(id, seen, me), PERIODS + "/" + id, "reward.was-proposed", reasons -> period(id, me, reasons));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/ruling")
    Object rule(@PathVariable UUID id, @RequestParam(defaultValue = "") String outcome, Me me) {
        var split = splits.waiting(id);
        var ruled = Outcome.of(outcome);
        return pages.told(split.isEmpty() || ruled.isEmpty() ? Answer.refused("", "reward.split-unknown") : splits.rule(split.get().id(), ruled.get(), me), PERIODS + "/" + id, "reward.was-ruled",
                reasons -> period(id, me, reasons));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/payments")
    Object payments(@PathVariable UUID id, Me me) {
        var split = splits.agreed(id).orElseThrow(() -> new NotThere("split of " + id));
        return switch (payLists.ofSplit(split.id(), me)) {
            case Answer.Done<UUID>(var list) -> pages.done(RewardWeb.HOME + "/lists/" + list, "reward.was-listed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(period(id, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @PostMapping(ONE + "/weights")
    Object weights(@PathVariable UUID id, Me me) {
        var split = splits.agreed(id).orElseThrow(() -> new NotThere("split of " + id));
        return switch (lists.weights(split.id(), me)) {
            case Answer.Done<byte[]>(var csv) -> Attachment.of("weights.csv", csv);
            case Answer.Refused<byte[]>(var reasons) -> pages.view(period(id, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @PostMapping(ONE + "/package")
    Object sealed(@PathVariable UUID id, Me me) {
        var split = splits.agreed(id).orElseThrow(() -> new NotThere("split of " + id));
        return switch (sealed.of(split.id(), me)) {
            case Answer.Done<byte[]>(var zip) -> Attachment.of("split-" + split.id() + ".zip", zip);
            case Answer.Refused<byte[]>(var reasons) -> pages.view(period(id, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
