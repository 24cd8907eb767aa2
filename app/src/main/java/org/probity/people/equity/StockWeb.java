package org.probity.people.equity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
import org.probity.people.equity.StockPlan.Kind;
import org.probity.people.equity.StockPlan.Market;
import org.probity.people.equity.StockPlan.Pause;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.Allocation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Stock plans, what is granted under them, and rules of markets: kept by human resources, looked at by union, assurer and legal, who see sums. */
@Controller
@For({Role.HR, Role.UNION, Role.ASSURER, Role.LEGAL})
class StockWeb {
    private static final String PLANS = "/app/reward/stock-plans";
    private static final String RULES = "/app/reward/stock-rules";
    private static final String ONE = PLANS + "/{id:[0-9a-f-]{36}}";

    private final StockPlans plans;
    private final Grantings grantings;
    private final Happenings happenings;
    private final Accelerations accelerations;
    private final Registrar registrar;
    private final EquityPackages packages;
    private final Listing listing;
    private final StockBook book;
    private final Decisions decisions;
    private final Pages pages;

    StockWeb(StockPlans plans, Grantings grantings, Happenings happenings, Accelerations accelerations, Registrar registrar, EquityPackages packages, Listing listing, StockBook book, Decisions decisions, Pages pages) {
        this.plans = plans;
        this.grantings = grantings;
        this.happenings = happenings;
        this.accelerations = accelerations;
        this.registrar = registrar;
        this.packages = packages;
        this.listing = listing;
        this.book = book;
        this.decisions = decisions;
        this.pages = pages;
    }

    @GetMapping(PLANS)
    Object all(Me me) {
        return pages.view(all(me, Map.of(), List.of()));
    }

    private StockPlansPage all(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new StockPlansPage(plans.all(), me.is(Role.HR), plans.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(PLANS)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var pauses = EnumSet.noneOf(Pause.class);
        Arrays.stream(Pause.values()).filter(it -> typed.containsKey("pause" + it)).forEach(pauses::add);
        var draft = new StockPlans.Draft(Typed.words(typed.get("code")), Typed.words(typed.get("nameEn")), Typed.words(typed.get("nameZh")), Typed.one(Kind.values(), typed.get("kind")).orElse(null), Typed.one(Market.values(), typed.get("market")).orElse(null),
                shares(typed.get("capital")), shares(typed.get("shares")), price(typed.get("price")), price(typed.get("reference")), Typed.day(typed.get("from")).orElse(null), Typed.day(typed.get("until")).orElse(null),
                typed.getOrDefault("steps", ""), allocation(typed.get("allocation")), pauses, Typed.number(typed.get("pauseDays"), -1), typed.getOrDefault("leaving", ""), Typed.words(typed.get("source")));
        return switch (plans.propose(draft, me)) {
            case Answer.Done<UUID>(var id) -> pages.done(PLANS + "/" + id, "equity.was-proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(all(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Allocation allocation(@Nullable String typed) {
        return Typed.one(Allocation.values(), typed).filter(it -> it != Allocation.FRACTIONAL).orElse(Allocation.CUMULATIVE_ROUND_DOWN);
    }

    /** None where it is no whole number. */
    private static long shares(@Nullable String typed) {
        var words = typed == null ? "" : typed.strip().replace(",", "").replace(" ", "");
        return words.matches("[0-9]{1,15}") ? Long.parseLong(words) : 0;
    }

    private static @Nullable BigDecimal price(@Nullable String typed) {
        var words = typed == null ? "" : typed.strip();
        return words.matches("[0-9]{1,9}(\\.[0-9]{1,6})?") ? new BigDecimal(words) : null;
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(id, null, me, Map.of(), List.of()));
    }

    private StockPlanPage page(UUID id, Grantings.@Nullable Preview preview, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = plans.find(id).orElseThrow(() -> new NotThere("stock plan " + id));
        var decision = decisions.find(it.proposal()).orElseThrow();
        var all = grantings.of(id);
        return new StockPlanPage(it, book.standing(it), all, happenings.all(id), me.is(Role.HR) ? accelerations.waiting(id) : List.of(), plans.findings(it), preview, decision.open(), me.is(Role.HR), decision.proposedBy().equals(me.account()), me.account(), plans.today(), typed, reasons);
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/ruling")
    Object rule(@PathVariable UUID id, @RequestParam(defaultValue = "") String outcome, Me me) {
        return ruled(id, outcome, me, it -> plans.rule(id, it, me));
    }

    private Object ruled(UUID id, String outcome, Me me, Function<Outcome, Answer<?>> rule) {
        return pages.told(Outcome.of(outcome).<Answer<?>>map(rule).orElseGet(() -> Answer.refused("", "decision.unknown")), PLANS + "/" + id, "equity.was-ruled", reasons -> page(id, null, me, Map.of(), reasons));
    }

    /** The first time it is looked at, the second time put forward as it was looked at. */
    @For(Role.HR)
    @PostMapping(ONE + "/grantings")
    Object grant(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var day = Typed.day(typed.get("day")).orElse(null);
        var lines = typed.getOrDefault("lines", "");
        var resolution = Typed.words(typed.get("resolution"));
        if (typed.getOrDefault("seen", "").isEmpty()) {
            return switch (grantings.preview(id, day, lines, resolution, me)) {
                case Answer.Done<Grantings.Preview>(var preview) -> pages.view(page(id, preview, me, typed, List.of()));
                case Answer.Refused<Grantings.Preview>(var reasons) -> pages.view(page(id, null, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            };
        }
        return pages.told(grantings.propose(id, day, lines, resolution, typed.getOrDefault("seen", ""), me), PLANS + "/" + id, "equity.was-proposed", reasons -> page(id, null, me, typed, reasons));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/grantings/{granting:[0-9a-f-]{36}}/ruling")
    Object ruleGranting(@PathVariable UUID id, @PathVariable UUID granting, @RequestParam(defaultValue = "") String outcome, Me me) {
        return ruled(id, outcome, me, it -> grantings.rule(granting, it, me));
    }

    @For(Role.HR)
    @PostMapping(ONE + "/events")
    Object tell(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam Map<String, String> typed, Me me) {
        var day = Typed.day(typed.get("on")).orElse(null);
        var step = typed.getOrDefault("step", "");
        var paper = Upload.of(file);
        var told = step.isEmpty() ? happenings.divided(id, Typed.number(typed.get("parts"), 0), Typed.number(typed.get("whole"), 0), day, Typed.words(typed.get("source")), paper.name(), paper.bytes(), me)
                : happenings.happened(id, step, day, Typed.words(typed.get("source")), paper.name(), paper.bytes(), me);
        return pages.told(told, PLANS + "/" + id, "equity.was-proposed", reasons -> page(id, null, me, typed, reasons));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/events/{event:[0-9a-f-]{36}}/ruling")
    Object ruleEvent(@PathVariable UUID id, @PathVariable UUID event, @RequestParam(defaultValue = "") String outcome, Me me) {
        return ruled(id, outcome, me, it -> happenings.rule(event, it, me));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/sooner")
    Object sooner(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return pages.told(accelerations.propose(id, typed.getOrDefault("number", ""), shares(typed.get("shares")), Typed.words(typed.get("because")), me), PLANS + "/" + id, "equity.was-proposed", reasons -> page(id, null, me, typed, reasons));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/sooner/{asked:[0-9a-f-]{36}}/ruling")
    Object ruleSooner(@PathVariable UUID id, @PathVariable UUID asked, @RequestParam(defaultValue = "") String outcome, Me me) {
        return ruled(id, outcome, me, it -> accelerations.rule(asked, it, me));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/package")
    Object export(@PathVariable UUID id, Me me) {
        return file(packages.export(id, me), "ocf-" + plans.find(id).map(StockPlan::code).orElse("") + ".json", id, me);
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ONE + "/entering")
    Object enter(@PathVariable UUID id, Me me) {
        return file(registrar.enter(id, me), "registrar-" + plans.today() + ".csv", id, me);
    }

    private Object file(Answer<byte[]> answer, String name, UUID id, Me me) {
        return switch (answer) {
            case Answer.Done<byte[]>(var bytes) -> Attachment.of(name, bytes);
            case Answer.Refused<byte[]>(var reasons) -> pages.view(page(id, null, me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.HR)
    @GetMapping(ONE + "/import")
    Object importing(@PathVariable UUID id) {
        return pages.view(new StockImportPage(plans.find(id).orElseThrow(() -> new NotThere("stock plan " + id)), null, List.of()));
    }

    @For(Role.HR)
    @PostMapping(ONE + "/import")
    Object bring(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String act, Me me) {
        var plan = plans.find(id).orElseThrow(() -> new NotThere("stock plan " + id));
        if (act.equals("bring")) {
            return pages.told(packages.bringIn(id, Upload.of(file).bytes(), me), PLANS + "/" + id, "equity.was-proposed", reasons -> new StockImportPage(plan, checked(id, file, me), reasons));
        }
        return switch (packages.check(id, Upload.of(file).bytes(), me)) {
            case Answer.Done<EquityPackages.Checked>(var checked) -> pages.view(new StockImportPage(plan, checked, List.of()));
            case Answer.Refused<EquityPackages.Checked>(var reasons) -> pages.view(new StockImportPage(plan, null, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private EquityPackages.@Nullable Checked checked(UUID id, @Nullable MultipartFile file, Me me) {
        return packages.check(id, Upload.of(file).bytes(), me) instanceof Answer.Done<EquityPackages.Checked>(var checked) ? checked : null;
    }

    @GetMapping(RULES)
    Object rules(Me me) {
        return pages.view(rules(me, Map.of(), List.of()));
    }

    private StockRulesPage rules(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new StockRulesPage(listing.rules(plans.today()), me.is(Role.HR) || me.is(Role.LEGAL), plans.today(), typed, reasons);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping(RULES)
    Object sayRule(@RequestParam Map<String, String> typed, Me me) {
        return pages.told(listing.say(Typed.one(Market.values(), typed.get("market")).orElse(null), Typed.one(Listing.Code.values(), typed.get("code")).orElse(null), Typed.day(typed.get("from")).orElse(null), price(typed.get("value")),
                "true".equals(typed.get("certain")), Typed.words(typed.get("source")), me), RULES, "equity.was-kept", reasons -> rules(me, typed, reasons));
    }
}
