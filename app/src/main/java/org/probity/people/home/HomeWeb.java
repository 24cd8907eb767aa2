package org.probity.people.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.people.home.Application.Ground;
import org.probity.people.home.Application.Takes;
import org.probity.people.home.Keys.Walked;
import org.probity.people.home.Stay.Found;
import org.probity.people.home.Stay.Item;
import org.probity.people.home.Stay.Way;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One's own bed: asking for one, the list, an offer, the key, faults, moving out. Whoever cares for the houses has the same pages with other buttons. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class HomeWeb {
    static final String ALL = "/app/homes";
    private static final String STAY = ALL + "/stays/{id:[0-9a-f-]{36}}";
    private static final String FAULT = ALL + "/faults/{id:[0-9a-f-]{36}}";
    private static final String APPLICATION = ALL + "/applications/{id:[0-9a-f-]{36}}";

    private final HomeQueue queue;
    private final Lodging lodging;
    private final Keys keys;
    private final Stays stays;
    private final Repairs repairs;
    private final Photos photos;
    private final Houses houses;
    private final Directory directory;
    private final Pages pages;

    HomeWeb(HomeQueue queue, Lodging lodging, Keys keys, Stays stays, Repairs repairs, Photos photos, Houses houses, Directory directory, Pages pages) {
        this.queue = queue;
        this.lodging = lodging;
        this.keys = keys;
        this.stays = stays;
        this.repairs = repairs;
        this.photos = photos;
        this.houses = houses;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping(ALL)
    Object mine(Me me) {
        return pages.view(mine(me, Map.of(), List.of()));
    }

    private HomePage mine(Me me, Map<String, String> typed, List<Reason> reasons) {
        var person = directory.personOf(me);
        var asked = person.map(queue::of).orElse(List.of());
        var waiting = asked.stream().anyMatch(Application::waits) ? queue.waiting() : List.<HomeQueue.Waiting>of();
        return new HomePage(person.isPresent(), asked, waiting.stream().filter(it -> it.application().person().equals(person.orElse(null))).findFirst().orElse(null),
                person.map(stays::of).orElse(List.of()), person.map(repairs::of).orElse(List.of()), houses.sites(), me.is(Role.HR) || me.is(Role.EHS), queue.today(), typed, reasons);
    }

    @PostMapping(ALL + "/applications")
    Object ask(@RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") List<String> grounds, Me me) {
        var told = Arrays.stream(Ground.values()).filter(it -> grounds.contains(it.name())).collect(Collectors.toSet());
        return switch (queue.ask(new HomeQueue.Request(Typed.id(typed.get("site")).orElse(null), one(Takes.values(), typed.get("takes")), Typed.day(typed.get("from")).orElse(null), told, typed.getOrDefault("words", "")), me)) {
            case Answer.Done<UUID> _ -> pages.done(ALL, "home.was-asked");
            case Answer.Refused<UUID>(var reasons) -> pages.view(mine(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    static <E extends Enum<E>> @Nullable E one(E[] values, @Nullable String typed) {
        return Arrays.stream(values).filter(it -> it.name().equals(typed)).findFirst().orElse(null);
    }

    @PostMapping(APPLICATION + "/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        queue.find(id).filter(it -> queue.own(it, me)).orElseThrow(() -> new NotThere("application " + id));
        return pages.told(queue.withdraw(id, me), ALL, "home.was-withdrawn", reasons -> mine(me, Map.of(), reasons));
    }

    /** Everybody sees the order, nobody sees who. */
    @GetMapping(ALL + "/list")
    Object list(Me me) {
        return pages.view(new ListPage(queue.waiting(), directory.personOf(me).orElse(null)));
    }

    private Stay seen(UUID id, Me me) {
        return stays.find(id).filter(it -> stays.sees(it, me)).orElseThrow(() -> new NotThere("stay " + id));
    }

    @GetMapping(STAY)
    Object stay(@PathVariable UUID id, Me me) {
        return pages.view(stay(id, me, Map.of(), List.of()));
    }

    private StayPage stay(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = seen(id, me);
        var own = stays.own(it, me);
        return new StayPage(it, stays.walks(id), own, !own && (me.is(Role.HR) || me.is(Role.EHS)), !own && me.is(Role.HR), stays.today(), typed, reasons);
    }

    private Object told(Answer<UUID> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return pages.told(answer, ALL + "/stays/" + id, said, reasons -> stay(id, me, typed, reasons));
    }

    @PostMapping(STAY + "/acceptance")
    Object accept(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(lodging.answer(id, true, "", me), id, me, Map.of(), "home.was-accepted");
    }

    @PostMapping(STAY + "/refusal")
    Object decline(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(lodging.answer(id, false, typed.getOrDefault("reason", ""), me), id, me, typed, "home.was-declined");
    }

    @For(Role.HR)
    @PostMapping(STAY + "/withdrawal")
    Object takeBack(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(lodging.takeBack(id, typed.getOrDefault("reason", ""), me), id, me, typed, "home.was-taken-back");
    }

    @For({Role.HR, Role.EHS})
    @PostMapping(STAY + "/walks")
    Object walk(@PathVariable UUID id, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<MultipartFile> photos, Me me) {
        seen(id, me);
        var found = new EnumMap<Item, Found>(Item.class);
        for (var item : Item.values()) {
            Optional.ofNullable(one(Found.values(), typed.get("item-" + item))).ifPresent(it -> found.put(item, it));
        }
        var way = "OUT".equals(typed.get("way")) ? Way.OUT : Way.IN;
        return told(keys.walk(id, way, new Walked(Typed.day(typed.get("day")).orElse(null), found, typed.getOrDefault("words", ""), bytes(photos)), me), id, me, typed,
                way == Way.IN ? "home.key-was-given" : "home.key-was-returned");
    }

    private static List<byte[]> bytes(@Nullable List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().map(it -> {
            try {
                return it.getBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    @PostMapping(STAY + "/confirmation")
    Object confirm(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(keys.confirm(id, me), id, me, Map.of(), "home.was-confirmed");
    }

    @PostMapping(STAY + "/notice")
    Object notice(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(keys.giveNotice(id, Typed.day(typed.get("until")).orElse(null), me), id, me, typed, "home.notice-was-given");
    }

    @PostMapping(STAY + "/faults")
    Object tell(@PathVariable UUID id, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<MultipartFile> photos, Me me) {
        seen(id, me);
        return switch (repairs.tell(id, one(Repairs.Kind.values(), typed.get("kind")), "true".equals(typed.get("danger")), typed.getOrDefault("words", ""), bytes(photos), me)) {
            case Answer.Done<UUID>(var fault) -> pages.done(ALL + "/faults/" + fault, "home.fault-was-told");
            case Answer.Refused<UUID>(var reasons) -> pages.view(stay(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Repairs.Fault fault(UUID id, Me me) {
        return repairs.find(id).filter(it -> me.is(Role.HR) || me.is(Role.EHS) || repairs.own(it, me)).orElseThrow(() -> new NotThere("fault " + id));
    }

    @GetMapping(FAULT)
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(fault(id, me, Map.of(), List.of()));
    }

    private FaultPage fault(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = fault(id, me);
        return new FaultPage(it, photos.of(id), repairs.own(it, me), me.is(Role.HR) || me.is(Role.EHS), repairs.today(), typed, reasons);
    }

    @For({Role.HR, Role.EHS})
    @PostMapping(FAULT + "/mending")
    Object mend(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        fault(id, me);
        return pages.told(repairs.mend(id, typed.getOrDefault("words", ""), me), ALL + "/faults/" + id, "home.was-mended", reasons -> fault(id, me, typed, reasons));
    }

    @PostMapping(FAULT + "/return")
    Object sendBack(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        fault(id, me);
        return pages.told(repairs.sendBack(id, typed.getOrDefault("words", ""), me), ALL + "/faults/" + id, "home.was-sent-back", reasons -> fault(id, me, typed, reasons));
    }

    @GetMapping(ALL + "/photos/{id:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> photo(@PathVariable UUID id, Me me) {
        var it = photos.find(id).filter(one -> stays.find(one.stay()).filter(stay -> stays.sees(stay, me)).isPresent()).orElseThrow(() -> new NotThere("photo " + id));
        return Attachment.of(photos.item(it).name(), photos.bytes(it));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry homesInTheMenu() {
            return MenuEntry.of(Wing.CARE, 14, "home.title", ALL, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR,
                    Role.EMPLOYEE);
        }
    }
}
