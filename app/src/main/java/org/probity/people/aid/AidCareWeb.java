package org.probity.people.aid;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Visits, households in need, the calendar, what whoever looks on remarked, and the table of amounts. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class AidCareWeb {
    private static final String CARE = AidWeb.HOME + "/visits";
    private static final String REMARKS = AidWeb.HOME + "/remarks";
    private static final String SCALE = AidWeb.HOME + "/scale";
    private static final String DRAFT = SCALE + "/{id:[0-9a-f-]{36}}";

    private final Visits visits;
    private final Oversight oversight;
    private final Scale scale;
    private final Seats seats;
    private final Fund fund;
    private final AidWeb home;
    private final Pages pages;

    AidCareWeb(Visits visits, Oversight oversight, Scale scale, Seats seats, Fund fund, AidWeb home, Pages pages) {
        this.visits = visits;
        this.oversight = oversight;
        this.scale = scale;
        this.seats = seats;
        this.fund = fund;
        this.home = home;
        this.pages = pages;
    }

    @For(Role.UNION)
    @GetMapping(CARE)
    Object care() {
        return pages.view(care(Map.of(), List.of()));
    }

    private VisitsPage care(Map<String, String> typed, List<Reason> reasons) {
        return new VisitsPage(visits.all(), visits.hardships(), visits.activities(), fund.today(), typed, reasons);
    }

    private Object told(Answer<?> answer, Map<String, String> typed, String said) {
        return pages.told(answer, CARE, said, reasons -> care(typed, reasons));
    }

    @For(Role.UNION)
    @PostMapping(CARE)
    Object plan(@RequestParam Map<String, String> typed, Me me) {
        var occasion = Arrays.stream(Visits.Occasion.values()).filter(it -> it.name().equals(typed.get("occasion"))).findFirst().orElse(Visits.Occasion.ILLNESS);
        return told(visits.plan(typed.getOrDefault("person", ""), typed.getOrDefault("visitor", ""), occasion, Typed.day(typed.get("visitDay")).orElse(null), me), typed, "aid.was-planned");
    }

    @For(Role.UNION)
    @PostMapping(CARE + "/off")
    Object callOff(@RequestParam(defaultValue = "") String visit, Me me) {
        return told(Typed.id(visit).map(it -> visits.callOff(it, me)).orElseGet(() -> Answer.refused("visit", "aid.unknown")), Map.of("visit", visit), "aid.was-called-off");
    }

    /** The union, or whoever went: they come back to where they came from. */
    @PostMapping(CARE + "/made")
    Object made(@RequestParam(defaultValue = "") String visit, Me me) {
        var answer = Typed.id(visit).map(it -> visits.made(it, me)).orElseGet(() -> Answer.refused("visit", "aid.unknown"));
        return me.is(Role.UNION) ? told(answer, Map.of("visit", visit), "aid.was-made") : pages.told(answer, AidWeb.HOME, "aid.was-made", reasons -> home.mine(me, Map.of(), reasons));
    }

    @PostMapping(AidWeb.HOME + "/hardships")
    Object ask(@RequestParam Map<String, String> typed, Me me) {
        return pages.told(visits.ask(typed.getOrDefault("hardship", ""), me), AidWeb.HOME, "aid.was-listed", reasons -> home.mine(me, typed, reasons));
    }

    @PostMapping(AidWeb.HOME + "/hardships/leave")
    Object leave(Me me) {
        return pages.told(visits.leave(me), AidWeb.HOME, "aid.was-left", reasons -> home.mine(me, Map.of(), reasons));
    }

    @For(Role.UNION)
    @PostMapping(AidWeb.HOME + "/hardships/seen")
    Object list(@RequestParam Map<String, String> typed, Me me) {
        return told(Typed.id(typed.get("hardship")).map(it -> visits.list(it, Typed.day(typed.get("listedUntil")).orElse(null), me)).orElseGet(() -> Answer.refused("hardship", "aid.unknown")), typed,
                "aid.was-seen");
    }

    @For(Role.UNION)
    @PostMapping(AidWeb.HOME + "/activities")
    Object announce(@RequestParam Map<String, String> typed, Me me) {
        return told(visits.announce(Typed.day(typed.get("activityDay")).orElse(null), typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""), typed.getOrDefault("place", ""), me), typed,
                "aid.was-announced");
    }

    @For(Role.UNION)
    @PostMapping(AidWeb.HOME + "/activities/off")
    Object takeBack(@RequestParam(defaultValue = "") String activity, Me me) {
        return told(Typed.id(activity).map(it -> visits.takeBack(it, me)).orElseGet(() -> Answer.refused("activity", "aid.unknown")), Map.of("activity", activity), "aid.was-called-off");
    }

    @GetMapping(REMARKS)
    Object remarks(Me me) {
        return pages.view(remarks(me, Map.of(), List.of()));
    }

    private RemarksPage remarks(Me me, Map<String, String> typed, List<Reason> reasons) {
        var seat = seats.seat(me).orElseThrow(() -> new NotThere("remarks"));
        return new RemarksPage(oversight.all(), seat.body() == Seats.Body.SUPERVISION, seat.body() == Seats.Body.COMMITTEE, oversight.closedUntil(), oversight.today(), typed, reasons);
    }

    @PostMapping(REMARKS)
    Object remark(@RequestParam Map<String, String> typed, Me me) {
        return pages.told(oversight.remark(typed.getOrDefault("number", ""), typed.getOrDefault("words", ""), me), REMARKS, "aid.was-remarked", reasons -> remarks(me, typed, reasons));
    }

    @PostMapping(AidWeb.HOME + "/periods")
    Object close(@RequestParam Map<String, String> typed, Me me) {
        return switch (oversight.close(AidDeskWeb.month(typed), me)) {
            case Answer.Done<LocalDate>(var until) -> pages.done(REMARKS, "aid.period-was-closed", until);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(remarks(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(REMARKS + "/{id:[0-9a-f-]{36}}/reply")
    Object reply(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return pages.told(oversight.reply(id, typed.getOrDefault("reply-" + id, ""), me), REMARKS, "aid.was-replied", reasons -> remarks(me, typed, reasons));
    }

    @GetMapping(SCALE)
    Object scale(@RequestParam(defaultValue = "") String edition, Me me) {
        return pages.view(scale(Typed.id(edition).flatMap(it -> scale.editions().stream().filter(one -> one.id().equals(it)).findFirst()).or(() -> scale.on(fund.today())).orElse(null), me, Map.of(), List.of()));
    }

    private ScalePage scale(Scale.@Nullable Edition edition, Me me, Map<String, String> typed, List<Reason> reasons) {
        var draft = scale.draft();
        return new ScalePage(edition, edition == null ? List.of() : scale.steps(edition.id()), scale.editions(), seats.decides(me), draft, draft.map(it -> scale.drafted(it.id())).orElse(List.of()),
                draft.filter(it -> seats.seat(me).filter(seat -> seat.person().equals(it.by())).isPresent()).isPresent(), fund.today(), typed, reasons);
    }

    private ScalePage today(Me me, Map<String, String> typed, List<Reason> reasons) {
        return scale(scale.on(fund.today()).orElse(null), me, typed, reasons);
    }

    @PostMapping(SCALE)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        return pages.told(scale.propose(Typed.day(typed.get("fromDay")).orElse(null), typed.getOrDefault("lines", ""), typed.getOrDefault("source", ""), me), SCALE, "aid.was-drafted",
                reasons -> today(me, typed, reasons));
    }

    @PostMapping(DRAFT + "/agreement")
    Object agree(@PathVariable UUID id, Me me) {
        return pages.told(scale.rule(id, true, me), SCALE, "aid.was-agreed", reasons -> today(me, Map.of(), reasons));
    }

    @PostMapping(DRAFT + "/refusal")
    Object refuse(@PathVariable UUID id, Me me) {
        return pages.told(scale.rule(id, false, me), SCALE, "aid.was-dropped", reasons -> today(me, Map.of(), reasons));
    }
}
