package org.probity.people.aid;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Export;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.shapes.rule.RulesDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The union's officer keeps lists, gifts, payments and seats. */
@Controller
@For(Role.UNION)
class AidDeskWeb {
    private static final String DESK = AidWeb.HOME + "/desk";
    private static final String RUN = AidWeb.HOME + "/runs/{id:[0-9a-f-]{36}}";

    private final Giving giving;
    private final Payouts payouts;
    private final Seats seats;
    private final Fund fund;
    private final RulesDesk rules;
    private final Pages pages;

    AidDeskWeb(Giving giving, Payouts payouts, Seats seats, Fund fund, RulesDesk rules, Pages pages) {
        this.giving = giving;
        this.payouts = payouts;
        this.seats = seats;
        this.fund = fund;
        this.rules = rules;
        this.pages = pages;
    }

    @GetMapping(DESK)
    Object desk() {
        return pages.view(desk(Map.of(), List.of()));
    }

    private DeskPage desk(Map<String, String> typed, List<Reason> reasons) {
        return new DeskPage(giving.runs(), giving.gifts(), payouts.waiting(), payouts.lately(), payouts.handings(), seats.all(), giving.givers(), fund.today(), typed, reasons);
    }

    private Object told(Answer<?> answer, Map<String, String> typed, String said) {
        return pages.told(answer, DESK, said, reasons -> desk(typed, reasons));
    }

    static @Nullable YearMonth month(Map<String, String> typed) {
        try {
            return YearMonth.parse(Typed.words(typed.get("month")));
        } catch (DateTimeException notAMonth) {
            return null;
        }
    }

    @StepUp
    @PostMapping(AidWeb.HOME + "/runs")
    Object draw(@RequestParam Map<String, String> typed, Me me) {
        return switch (giving.draw(month(typed), me)) {
            case Answer.Done<UUID>(var id) -> pages.done(AidWeb.HOME + "/runs/" + id, "aid.was-drawn");
            case Answer.Refused<UUID>(var reasons) -> pages.view(desk(typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Whoever looks on reads the sum and no name. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @GetMapping(RUN)
    Object run(@PathVariable UUID id, Query query, Me me) {
        var page = run(id, me, Map.of(), List.of());
        return (me.is(Role.UNION) ? query.format() : Optional.<Export.Format>empty()).map(format -> (Object) pages.file(format, "aid-" + page.month(), page::table)).orElseGet(() -> pages.view(page));
    }

    private RunPage run(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = giving.run(id).filter(_ -> giving.confirms(me)).orElseThrow(() -> new NotThere("run " + id));
        return new RunPage(it, me.is(Role.UNION) ? giving.lines(id) : List.of(), me.is(Role.UNION), it.drawnBy().equals(me.account()), typed, reasons);
    }

    @StepUp
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @PostMapping(RUN + "/collected")
    Object collect(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        run(id, me, typed, List.of());
        var missing = Arrays.stream(typed.getOrDefault("missing", "").split("[\\s,;，；、]+")).filter(it -> !it.isEmpty()).distinct().toList();
        return pages.told(giving.collect(id, AidWeb.fen(typed.get("stated")), missing, typed.getOrDefault("source", ""), me), AidWeb.HOME + "/runs/" + id, "aid.was-collected",
                reasons -> run(id, me, typed, reasons));
    }

    @StepUp
    @PostMapping(AidWeb.HOME + "/gifts")
    Object take(@RequestParam Map<String, String> typed, Me me) {
        var kind = "OTHER".equals(typed.get("kind")) ? Giving.GiftKind.OTHER : Giving.GiftKind.COMPANY;
        return told(giving.take(kind, Typed.day(typed.get("day")).orElse(null), AidWeb.fen(typed.get("amount")), typed.getOrDefault("source", ""), me), typed, "aid.was-taken");
    }

    @StepUp
    @PostMapping(AidWeb.HOME + "/handings")
    Object hand(Me me) {
        return switch (payouts.hand(me)) {
            case Answer.Done<UUID>(var id) -> pages.done(AidWeb.HOME + "/handings/" + id, "aid.was-handed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(desk(Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(AidWeb.HOME + "/handings/{id:[0-9a-f-]{36}}")
    Object handing(@PathVariable UUID id, Query query) {
        var it = payouts.handing(id).orElseThrow(() -> new NotThere("handing " + id));
        var page = new HandingPage(it, payouts.lines(id));
        return query.format().map(format -> (Object) pages.file(format, "aid-payments", page::table)).orElseGet(() -> pages.view(page));
    }

    @StepUp
    @PostMapping(AidWeb.HOME + "/returns")
    Object comeBack(@RequestParam Map<String, String> typed, Me me) {
        return told(Typed.id(typed.get("payout")).map(it -> payouts.comeBack(it, AidWeb.fen(typed.get("back")), typed.getOrDefault("backSource", ""), me))
                .orElseGet(() -> Answer.refused("payout", "aid.unknown")), typed, "aid.was-returned");
    }

    @StepUp
    @PostMapping(AidWeb.HOME + "/seats")
    Object appoint(@RequestParam Map<String, String> typed, Me me) {
        var body = "SUPERVISION".equals(typed.get("body")) ? Seats.Body.SUPERVISION : Seats.Body.COMMITTEE;
        return told(seats.appoint(typed.getOrDefault("number", ""), body, Typed.day(typed.get("from")).orElse(null), Typed.day(typed.get("until")).orElse(null), me), typed, "aid.was-appointed");
    }

    /** The numbers are for every member; the union decides them. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @GetMapping(AidWeb.HOME + "/rules")
    Object rules(Me me) {
        return pages.view(new RulesPage(rules.view(AidRule.ALL, me, Map.of(), List.of())));
    }

    @StepUp
    @PostMapping(AidWeb.HOME + "/rules")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (rules.decide(AidRule.ALL, typed, me)) {
            case Answer.Done<LocalDate>(var from) -> pages.done(AidWeb.HOME + "/rules", "aid.rule-decided", from);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(new RulesPage(rules.view(AidRule.ALL, me, typed, reasons)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
