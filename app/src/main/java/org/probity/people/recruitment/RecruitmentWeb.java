package org.probity.people.recruitment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.people.recruitment.Requisition.Question;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People that units ask for, from the grounds to the posting. Whoever leads the unit sees and rules on it too. */
@Controller
@For(Role.HR)
class RecruitmentWeb {
    private static final String ONE = "/app/recruitment/{id:[0-9a-f-]{36}}";

    private final Requisitions requisitions;
    private final Applications applications;
    private final Accounts accounts;
    private final Pages pages;

    RecruitmentWeb(Requisitions requisitions, Applications applications, Accounts accounts, Pages pages) {
        this.requisitions = requisitions;
        this.applications = applications;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/recruitment")
    Object all(Query query) {
        var page = new RequisitionsPage(requisitions.lines(query), requisitions.count(query), requisitions.today(), query);
        return query.format().map(format -> (Object) pages.file(format, "recruitment", page::table)).orElseGet(() -> pages.view(page));
    }

    @GetMapping("/app/recruitment/new")
    Object ask() {
        return pages.view(page(Map.of(), List.of()));
    }

    private AskPage page(Map<String, String> typed, List<Reason> reasons) {
        return new AskPage(requisitions.places(), requisitions.tracks(), typed, reasons);
    }

    @PostMapping("/app/recruitment/new")
    Object ask(@RequestParam Map<String, String> typed, Me me) {
        var unit = Typed.id(typed.get("unit"));
        var closes = Typed.day(typed.get("closesOn"));
        Answer<UUID> answer = unit.isEmpty() ? Answer.refused("unit", "recruitment.unit-unknown") : closes.isEmpty() ? Answer.refused("closesOn", "recruitment.closes-wrong", Requisitions.DAYS_MOST)
                : requisitions.ask(new Requisitions.Plan(unit.get(), typed.getOrDefault("track", ""), Typed.number(typed.get("level"), 0), typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""),
                        typed.getOrDefault("workEn", ""), typed.getOrDefault("workZh", ""), typed.getOrDefault("grounds", ""), Typed.number(typed.get("wanted"), 0), closes.get(), questions(typed)), me);
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/recruitment/" + id, "recruitment.was-asked");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A question a line, its words and what marks mean apart by a bar; the same number of lines in both languages, or the question is wrong. */
    static List<Question> questions(Map<String, String> typed) {
        var questions = new ArrayList<Question>();
        for (var stage : List.of(Stage.SCREEN, Stage.INTERVIEW)) {
            var field = stage == Stage.SCREEN ? "screen" : "interview";
            var en = lines(typed.get(field + "En"));
            var zh = lines(typed.get(field + "Zh"));
            for (var i = 0; i < Math.max(en.size(), zh.size()); i++) {
                var one = i < en.size() ? en.get(i) : new String[] {"", ""};
                var other = i < zh.size() ? zh.get(i) : new String[] {"", ""};
                questions.add(new Question(stage, i + 1, one[0].strip(), other[0].strip(), one[1].strip(), other[1].strip()));
            }
        }
        return questions;
    }

    private static List<String[]> lines(String typed) {
        return Arrays.stream(Typed.words(typed).split("\\R")).filter(line -> !line.isBlank()).map(line -> {
            var bar = Math.max(line.indexOf('|'), line.indexOf('｜'));
            return bar < 0 ? new String[] {line, ""} : new String[] {line.substring(0, bar), line.substring(bar + 1)};
        }).toList();
    }

    /** Also for whoever leads the unit: they rule on it, whatever their role. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @GetMapping(ONE)
    Object one(@PathVariable UUID id, Query query, Me me) {
        return pages.view(page(id, query, me, Map.of(), List.of()));
    }

    private Requisition seen(UUID id, Me me) {
        return requisitions.find(id).filter(it -> me.is(Role.HR) || requisitions.leads(it, me)).orElseThrow(() -> new NotThere("requisition " + id));
    }

    private RequisitionPage page(UUID id, Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = seen(id, me);
        var keeps = me.is(Role.HR);
        return new RequisitionPage(it, requisitions.questions(id, Stage.SCREEN), requisitions.questions(id, Stage.INTERVIEW), requisitions.interviewers(id),
                keeps ? applications.lines(id, query) : List.of(), keeps ? applications.count(id, query) : 0, query, keeps, it.askedBy().equals(me.account()),
                accounts.names(Set.of(it.askedBy())).getOrDefault(it.askedBy(), ""), requisitions.today(), typed, reasons);
    }

    private Object told(Answer<?> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/recruitment/" + id, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(id, Query.all("/app/recruitment/" + id), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @PostMapping(ONE + "/approval")
    Object approve(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(requisitions.rule(id, Outcome.APPROVED, me), id, me, Map.of(), "recruitment.was-approved");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @PostMapping(ONE + "/rejection")
    Object reject(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(requisitions.rule(id, Outcome.REJECTED, me), id, me, Map.of(), "recruitment.was-rejected");
    }

    @PostMapping(ONE + "/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(requisitions.rule(id, Outcome.WITHDRAWN, me), id, me, Map.of(), "recruitment.was-taken-back");
    }

    @PostMapping(ONE + "/interviewers")
    Object name(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(requisitions.name(id, typed.getOrDefault("interviewers", ""), me), id, me, typed, "recruitment.were-named");
    }

    @PostMapping(ONE + "/opening")
    Object open(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(requisitions.open(id, me), id, me, Map.of(), "recruitment.was-opened");
    }

    @PostMapping(ONE + "/taking-down")
    Object takeDown(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(requisitions.takeDown(id, me), id, me, Map.of(), "recruitment.was-taken-down");
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry recruitmentInTheMenu() {
            return MenuEntry.of(Wing.PEOPLE, 30, "recruitment.title", "/app/recruitment", Role.HR);
        }
    }
}
