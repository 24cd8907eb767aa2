package org.probity.people.retirement;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.people.retirement.Afterwards.Benefit;
import org.probity.people.retirement.Schedule.Category;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own month and what goes on afterwards; human resources and the union see whoever is near it or retired. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class RetirementWeb {
    static final String ALL = "/app/retirement";
    private static final String PERSON = ALL + "/people/{id:[0-9a-f-]{36}}";
    private static final String CHOICE = ALL + "/choices/{id:[0-9a-f-]{36}}";

    private final Retirements retirements;
    private final Afterwards afterwards;
    private final Directory directory;
    private final Pages pages;

    RetirementWeb(Retirements retirements, Afterwards afterwards, Directory directory, Pages pages) {
        this.retirements = retirements;
        this.afterwards = afterwards;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping(ALL)
    Object mine(Me me) {
        return pages.view(mine(me, Map.of(), List.of()));
    }

    private RetirementPage mine(Me me, Map<String, String> typed, List<Reason> reasons) {
        return directory.personOf(me).map(it -> page(it, me, typed, reasons)).orElseGet(() -> RetirementPage.nobody(me.is(Role.HR) || me.is(Role.UNION), retirements.today(), reasons));
    }

    private RetirementPage page(UUID person, Me me, Map<String, String> typed, List<Reason> reasons) {
        var own = retirements.own(person, me);
        // The union looks after retired people, and reads neither birth nor what somebody chose.
        var all = own || me.is(Role.HR);
        var file = all ? retirements.of(person) : java.util.Optional.<Retirements.File>empty();
        return new RetirementPage(directory.person(person).orElseThrow(() -> new NotThere("person " + person)), file.orElse(null), file.map(it -> retirements.schedules().get(it.category())).orElse(null),
                file.map(it -> retirements.minimum(retirements.schedules().get(it.category()).month(it.month()).getYear())).orElse(0), all ? retirements.choices(person) : List.of(), all ? afterwards.handovers(person) : List.of(),
                own ? afterwards.toTake(person) : List.of(), afterwards.benefits(person), afterwards.visits(person), afterwards.backs(person), me.is(Role.HR) && !own ? directory.tree(retirements.today()) : List.of(), own,
                me.is(Role.HR) && !own, me.is(Role.HR) || me.is(Role.UNION), retirements.today(), typed, reasons);
    }

    private static @Nullable YearMonth month(@Nullable String typed) {
        try {
            return typed == null ? null : YearMonth.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    @PostMapping(ALL + "/choices")
    Object choose(@RequestParam Map<String, String> typed, Me me) {
        return pages.told(retirements.choose(month(typed.get("month")), typed.getOrDefault("words", ""), me), ALL, "retirement.was-chosen", reasons -> mine(me, typed, reasons));
    }

    @PostMapping(CHOICE + "/withdrawal")
    Object takeBack(@PathVariable UUID id, Me me) {
        retirements.choice(id).filter(it -> retirements.own(it.person(), me)).orElseThrow(() -> new NotThere("choice " + id));
        return pages.told(retirements.takeBack(id, me), ALL, "retirement.was-taken-back", reasons -> mine(me, Map.of(), reasons));
    }

    @For(Role.HR)
    @PostMapping(CHOICE + "/answer")
    Object answer(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var it = retirements.choice(id).orElseThrow(() -> new NotThere("choice " + id));
        return told(retirements.answer(id, "yes".equals(typed.get("outcome")), typed.getOrDefault("reason", ""), me), it.person(), me, typed, "retirement.was-answered");
    }

    private Object told(Answer<UUID> answer, UUID person, Me me, Map<String, String> typed, String said) {
        return pages.told(answer, retirements.own(person, me) ? ALL : ALL + "/people/" + person, said, reasons -> page(person, me, typed, reasons));
    }

    @For({Role.HR, Role.UNION})
    @GetMapping(PERSON)
    Object person(@PathVariable UUID id, Me me) {
        return pages.view(page(seen(id, me), me, Map.of(), List.of()));
    }

    /** Human resources see everybody; the union whoever is retired. */
    private UUID seen(UUID person, Me me) {
        if (!me.is(Role.HR) && afterwards.retirees().stream().noneMatch(it -> it.person().equals(person))) {
            throw new NotThere("person " + person);
        }
        return person;
    }

    @PostMapping(PERSON + "/handovers")
    Object handOver(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        if (!me.is(Role.HR) && !retirements.own(id, me)) {
            throw new NotThere("person " + id);
        }
        return told(afterwards.handOver(id, typed.getOrDefault("taker", ""), typed.getOrDefault("what", ""), Typed.day(typed.get("day")).orElse(null), me), id, me, typed, "retirement.was-handed");
    }

    @PostMapping(ALL + "/handovers/{id:[0-9a-f-]{36}}/done")
    Object taken(@PathVariable UUID id, Me me) {
        afterwards.find(id).filter(it -> retirements.own(it.taker(), me)).orElseThrow(() -> new NotThere("handover " + id));
        return pages.told(afterwards.taken(id, me), ALL, "retirement.was-taken", reasons -> mine(me, Map.of(), reasons));
    }

    @For(Role.HR)
    @PostMapping(PERSON + "/benefits")
    Object goOn(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var kind = Arrays.stream(Benefit.values()).filter(it -> it.name().equals(typed.get("benefit"))).findFirst().orElse(null);
        return told(afterwards.goOn(id, kind, Typed.day(typed.get("benefitFrom")).orElse(null), Typed.day(typed.get("benefitUntil")).orElse(null), typed.getOrDefault("source", ""), me), id, me, typed, "retirement.was-said");
    }

    @For({Role.HR, Role.UNION})
    @PostMapping(PERSON + "/visits")
    Object visited(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(afterwards.visited(seen(id, me), Typed.day(typed.get("visited")).orElse(null), typed.getOrDefault("visit", ""), me), id, me, typed, "retirement.was-said");
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(PERSON + "/engagements")
    Object rehire(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(afterwards.rehire(id, Typed.id(typed.get("unit")).orElse(null), typed.getOrDefault("title", ""), Typed.day(typed.get("rehireFrom")).orElse(null), Typed.day(typed.get("rehireUntil")).orElse(null),
                typed.getOrDefault("contract", ""), me), id, me, typed, "retirement.was-rehired");
    }

    @For({Role.HR, Role.UNION})
    @GetMapping(ALL + "/desk")
    Object desk(Query query, Me me) {
        var page = desk(query, me, Map.of(), List.of());
        return query.format().map(format -> (Object) pages.file(format, "retirees", page::retireeTable)).orElseGet(() -> pages.view(page));
    }

    private RetirementDeskPage desk(Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        return new RetirementDeskPage(me.is(Role.HR) ? retirements.soon() : List.of(), afterwards.retirees(), retirements.schedules(), me.is(Role.HR), query, typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(ALL + "/files")
    Object file(@RequestParam Map<String, String> typed, Me me) {
        var category = Arrays.stream(Category.values()).filter(it -> it.name().equals(typed.get("category"))).findFirst().orElse(null);
        return pages.told(retirements.file(typed.getOrDefault("number", ""), month(typed.get("born")), category, typed.getOrDefault("shown", ""), me), ALL + "/desk", "retirement.was-filed",
                reasons -> desk(Query.all(ALL + "/desk"), me, typed, reasons));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry retirementInTheMenu() {
            return MenuEntry.of(Wing.CARE, 17, "retirement.title", ALL, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
