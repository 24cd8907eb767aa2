package org.probity.people.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.people.home.Application.Takes;
import org.probity.shapes.rule.RulesDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What whoever cares for the houses does: buildings and their rooms, who waits, offers, keys, faults; and the numbers by which it is done, which everybody reads. */
@Controller
@For({Role.HR, Role.EHS})
class HousesWeb {
    private static final String DESK = HomeWeb.ALL + "/desk";
    private static final String HOUSE = HomeWeb.ALL + "/houses/{id:[0-9a-f-]{36}}";
    private static final String APPLICATION = HomeWeb.ALL + "/applications/{id:[0-9a-f-]{36}}";
    private static final String RULES = HomeWeb.ALL + "/rules";

    private final Houses houses;
    private final HomeQueue queue;
    private final Lodging lodging;
    private final Stays stays;
    private final Repairs repairs;
    private final RulesDesk rules;
    private final Pages pages;

    HousesWeb(Houses houses, HomeQueue queue, Lodging lodging, Stays stays, Repairs repairs, RulesDesk rules, Pages pages) {
        this.houses = houses;
        this.queue = queue;
        this.lodging = lodging;
        this.stays = stays;
        this.repairs = repairs;
        this.rules = rules;
        this.pages = pages;
    }

    @GetMapping(DESK)
    Object desk(Me me) {
        return pages.view(desk(me, Map.of(), List.of()));
    }

    private DeskPage desk(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new DeskPage(queue.waiting(), stays.running(), repairs.open(), houses.all(), houses.allSites(), me.is(Role.HR), houses.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(HomeWeb.ALL + "/houses")
    Object found(@RequestParam Map<String, String> typed, Me me) {
        return switch (houses.found(new Houses.Details(typed.getOrDefault("code", ""), typed.getOrDefault("nameEn", ""), typed.getOrDefault("nameZh", ""), Typed.id(typed.get("site")).orElse(null),
                HomeWeb.one(Takes.values(), typed.get("takes")), Typed.number(typed.get("toilets"), 0)), me)) {
            case Answer.Done<UUID>(var id) -> pages.done(HomeWeb.ALL + "/houses/" + id, "home.was-founded");
            case Answer.Refused<UUID>(var reasons) -> pages.view(desk(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(HOUSE)
    Object house(@PathVariable UUID id, Query query, Me me) {
        var page = house(id, query, me, Map.of(), List.of());
        return query.format().map(format -> (Object) pages.file(format, "beds-" + page.it().code(), page::table)).orElseGet(() -> pages.view(page));
    }

    private HousePage house(UUID id, Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        return new HousePage(houses.find(id).orElseThrow(() -> new NotThere("house " + id)), houses.beds(id), me.is(Role.HR), houses.today(), query, typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(HOUSE + "/rooms")
    Object measure(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam Map<String, String> typed, Me me) {
        return switch (houses.measure(id, Typed.day(typed.get("from")).orElse(null), bytes(file), me)) {
            case Answer.Done<Integer>(var beds) -> pages.done(HomeWeb.ALL + "/houses/" + id, "home.was-measured", beds);
            case Answer.Refused<Integer>(var reasons) -> pages.view(house(id, Query.all(HomeWeb.ALL + "/houses/" + id), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @For(Role.HR)
    @PostMapping(HOUSE + "/removals")
    Object takeOut(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        Answer<UUID> answer = Typed.id(typed.get("bed")).map(bed -> houses.takeOut(bed, typed.getOrDefault("reason", ""), me)).orElseGet(() -> Answer.refused("bed", "home.bed-missing"));
        return pages.told(answer, HomeWeb.ALL + "/houses/" + id, "home.was-taken-out", reasons -> house(id, Query.all(HomeWeb.ALL + "/houses/" + id), me, typed, reasons));
    }

    @For(Role.HR)
    @GetMapping(APPLICATION)
    Object application(@PathVariable UUID id, Me me) {
        return pages.view(application(id, me, Map.of(), List.of()));
    }

    private ApplicationPage application(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = queue.find(id).orElseThrow(() -> new NotThere("application " + id));
        var day = it.fromDay().isBefore(queue.today()) ? queue.today() : it.fromDay();
        return new ApplicationPage(it, queue.points(it), queue.waiting().stream().filter(one -> one.application().id().equals(id)).findFirst().map(HomeQueue.Waiting::place).orElse(0),
                it.waits() ? houses.free(it.site(), it.takes(), day) : List.of(), queue.own(it, me), day, typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(APPLICATION + "/offers")
    Object offer(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return switch (lodging.offer(id, new Lodging.Offer(Typed.id(typed.get("bed")).orElse(null), Typed.day(typed.get("from")).orElse(null), money(typed.get("rent")), typed.getOrDefault("turn", "")), me)) {
            case Answer.Done<UUID>(var stay) -> pages.done(HomeWeb.ALL + "/stays/" + stay, "home.was-offered");
            case Answer.Refused<UUID>(var reasons) -> pages.view(application(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Yuan and fen as people type them; null: nothing that can be read. */
    static @Nullable BigDecimal money(@Nullable String typed) {
        var words = Typed.words(typed).replace(",", "").replace("，", "");
        return words.matches("[0-9]{1,5}(\\.[0-9]{1,2})?") ? new BigDecimal(words) : null;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @GetMapping(RULES)
    Object rules(Me me) {
        return pages.view(new RulesPage(rules.view(HomeRule.ALL, me, Map.of(), List.of())));
    }

    @For(Role.LEGAL)
    @PostMapping(RULES)
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (rules.decide(HomeRule.ALL, typed, me)) {
            case Answer.Done<java.time.LocalDate>(var from) -> pages.done(RULES, "home.rule-decided", from);
            case Answer.Refused<java.time.LocalDate>(var reasons) -> pages.view(new RulesPage(rules.view(HomeRule.ALL, me, typed, reasons)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
