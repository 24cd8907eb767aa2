package org.probity.people.recruitment;

import java.math.BigDecimal;
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
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.people.recruitment.Fairness.Within;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is planned, what is done so that people come, and whether choices treat groups alike. */
@Controller
@For(Role.HR)
class PlansWeb {
    private static final String ACTIVITIES = "/app/recruitment/activities";

    private final Plans plans;
    private final Activities activities;
    private final Fairness fairness;
    private final Pages pages;

    PlansWeb(Plans plans, Activities activities, Fairness fairness, Pages pages) {
        this.plans = plans;
        this.activities = activities;
        this.fairness = fairness;
        this.pages = pages;
    }

    private int year(String typed) {
        var year = Typed.number(typed, plans.today().getYear());
        return year < 2000 || year > plans.today().getYear() ? plans.today().getYear() : year;
    }

    @For({Role.HR, Role.UNION})
    @GetMapping("/app/recruitment/statistics")
    Object statistics(Query query) {
        var within = query.has("within", Within.UNIT.name()) ? Within.UNIT : Within.POSTING;
        return pages.view(new StatisticsPage(fairness.of(year(query.filter("year")), within), query));
    }

    @For({Role.HR, Role.UNION})
    @GetMapping("/app/recruitment/plans")
    Object plans(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private PlansPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var running = plans.running(plans.today());
        return new PlansPage(running, Plans.wanting(plans.ladder(), running), plans.places(), me.is(Role.HR), plans.today(), typed, reasons);
    }

    @PostMapping("/app/recruitment/plans")
    Object plan(@RequestParam Map<String, String> typed, Me me) {
        var unit = Typed.id(typed.get("unit"));
        var from = Typed.day(typed.get("fromDay"));
        var until = Typed.day(typed.get("untilDay"));
        var horizon = Arrays.stream(Plans.Horizon.values()).filter(it -> it.name().equals(typed.get("horizon"))).findFirst().orElse(Plans.Horizon.SHORT);
        Answer<UUID> answer = unit.isEmpty() ? Answer.refused("unit", "recruitment.unit-unknown")
                : from.isEmpty() || until.isEmpty() ? Answer.refused(from.isEmpty() ? "fromDay" : "untilDay", "recruitment.day-missing")
                : plans.plan(new Plans.Plan(horizon, unit.get(), Typed.number(typed.get("level"), 0), from.get(), until.get(), Typed.number(typed.get("heads"), -1), typed.getOrDefault("grounds", "")), me);
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/recruitment/plans", "recruitment.was-planned");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ACTIVITIES)
    Object activities(Query query) {
        var page = activities(query, Map.of(), List.of());
        return query.format().map(format -> (Object) pages.file(format, "recruitment-activities", page::table)).orElseGet(() -> pages.view(page));
    }

    private ActivitiesPage activities(Query query, Map<String, String> typed, List<Reason> reasons) {
        var year = year(query.filter("year"));
        return new ActivitiesPage(year, activities.results(year), query, activities.today(), typed, reasons);
    }

    @PostMapping(ACTIVITIES)
    Object add(@RequestParam Map<String, String> typed, Me me) {
        var from = Typed.day(typed.get("fromDay"));
        var until = Typed.day(typed.get("untilDay"));
        var kind = Arrays.stream(Activities.Kind.values()).filter(it -> it.name().equals(typed.get("kind"))).findFirst().orElse(Activities.Kind.CHANNEL);
        Answer<?> answer = from.isEmpty() || until.isEmpty() ? Answer.refused(from.isEmpty() ? "fromDay" : "untilDay", "recruitment.day-missing")
                : activities.add(new Activities.Plan(typed.getOrDefault("code", ""), kind, typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""), from.get(), until.get()), me);
        return told(answer, typed, "recruitment.activity-added");
    }

    @PostMapping(ACTIVITIES + "/costs")
    Object cost(@RequestParam Map<String, String> typed, Me me) {
        var activity = Typed.id(typed.get("activity"));
        var day = Typed.day(typed.get("day"));
        Answer<?> answer = activity.isEmpty() ? Answer.refused("activity", "recruitment.activity-unknown") : day.isEmpty() ? Answer.refused("day", "recruitment.day-missing")
                : activities.cost(activity.get(), money(typed.get("yuan")), day.get(), typed.getOrDefault("words", ""), me);
        return told(answer, typed, "recruitment.cost-added");
    }

    @PostMapping(ACTIVITIES + "/stated")
    Object state(@RequestParam Map<String, String> typed, Me me) {
        return told(activities.state(Typed.number(typed.get("year"), 0), Typed.words(typed.get("stated")).isEmpty() ? BigDecimal.ONE.negate() : money(typed.get("stated")), typed.getOrDefault("source", ""), me),
                typed, "recruitment.cost-was-stated");
    }

    /** Yuan and fen as people type them; nothing that can be read is no amount. */
    static BigDecimal money(@Nullable String typed) {
        var words = Typed.words(typed).replace(",", "").replace("，", "");
        return words.matches("-?[0-9]{1,9}(\\.[0-9]{1,2})?") ? new BigDecimal(words) : BigDecimal.ZERO;
    }

    private Object told(Answer<?> answer, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done(ACTIVITIES, said);
            case Answer.Refused<?>(var reasons) -> pages.view(activities(Query.all(ACTIVITIES), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        /** The union has no business with requests; it begins with what it watches over. */
        @Bean
        MenuEntry statisticsInTheMenu() {
            return MenuEntry.of(Wing.PEOPLE, 31, "recruitment.statistics", "/app/recruitment/statistics", Role.UNION);
        }
    }
}
