package org.probity.people.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.measure.Measure.Subject;
import org.probity.shapes.measure.MeasurePages;
import org.probity.shapes.rule.RulesDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the house does by name: opening the board, answering, moderating, naming who answers. Nothing is said without a name here. */
@Controller
@For({Role.ADMINISTRATOR, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class DeskWeb {
    private final Community community;
    private final Threads threads;
    private final Liaisons liaisons;
    private final Panel panel;
    private final MeasurePages measures;
    private final RulesDesk rules;
    private final Accounts accounts;
    private final Pages pages;

    DeskWeb(Community community, Threads threads, Liaisons liaisons, Panel panel, MeasurePages measures, RulesDesk rules, Accounts accounts, Pages pages) {
        this.community = community;
        this.threads = threads;
        this.liaisons = liaisons;
        this.panel = panel;
        this.measures = measures;
        this.rules = rules;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/community")
    Object home(Me me) {
        return pages.view(new HomePage(community.opened().orElse(null), me.is(Role.UNION), threads.shown(), community.today()));
    }

    @For(Role.UNION)
    @PostMapping("/app/community/opening")
    Object open(Me me) {
        return switch (community.open(me)) {
            case Answer.Done<LocalDate> _ -> pages.done("/app/community", "community.opened-now");
            case Answer.Refused<LocalDate>(var reasons) -> pages.done("/app/community", reasons.getFirst().key());
        };
    }

    @GetMapping("/app/community/threads/{id:[0-9a-f-]{36}}")
    Object thread(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, "", List.of()));
    }

    private ThreadPage page(UUID id, Me me, String text, List<Reason> reasons) {
        var thread = threads.find(id).orElseThrow(() -> new NotThere("thread " + id));
        var steps = threads.steps(List.of(id));
        return new ThreadPage(thread, threads.posts(List.of(id)), steps, accounts.names(steps.stream().flatMap(it -> Stream.ofNullable(it.by())).collect(Collectors.toSet())),
                measures.piece(new Subject(Threads.MEASURES, id), me), liaisons.answers(thread.unit(), me), community.today(), text, reasons);
    }

    @PostMapping("/app/community/threads/{id:[0-9a-f-]{36}}")
    Object act(@PathVariable UUID id, @RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "") String text, Me me) {
        if (threads.find(id).isEmpty()) {
            throw new NotThere("thread " + id);
        }
        var answer = switch (act) {
            case "answer" -> threads.answer(id, text, me);
            case "refer" -> threads.refer(id, text, me);
            case "publish" -> threads.publish(id, text, me);
            default -> Answer.<Integer>refused("", "community.act-unknown");
        };
        return pages.told(answer, "/app/community/threads/" + id, "community.told", reasons -> page(id, me, text, reasons));
    }

    @PostMapping("/app/community/posts/{id:[0-9a-f-]{36}}/look")
    Object look(@PathVariable UUID id, Me me) {
        return switch (panel.ask(id, me)) {
            case Answer.Done<UUID> _ -> pages.done("/app/community/panel", "community.asked");
            case Answer.Refused<UUID>(var reasons) -> pages.view(panel(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/community/panel")
    Object panel(Me me) {
        return pages.view(panel(me, List.of()));
    }

    private PanelPage panel(Me me, List<Reason> reasons) {
        var names = Stream.of(Panel.Seat.values()).filter(it -> me.is(it == Panel.Seat.LIAISON ? Role.HR : Role.UNION)).toList();
        var seat = panel.seat(me);
        return new PanelPage(panel.sitting(), seat.isPresent() || me.is(Role.UNION) ? panel.open(me) : List.of(), seat.orElse(null), names, reasons);
    }

    @PostMapping("/app/community/panel/{id:[0-9a-f-]{36}}")
    Object say(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean hide, @RequestParam(defaultValue = "") String reason, Me me) {
        return pages.told(panel.say(id, hide, reason, me), "/app/community/panel", "community.spoke", reasons -> panel(me, reasons));
    }

    @For({Role.HR, Role.UNION})
    @PostMapping("/app/community/panel/seats")
    Object seat(@RequestParam(defaultValue = "") String seat, @RequestParam(defaultValue = "") String number, Me me) {
        var answer = Panel.seats().contains(seat) ? panel.seat(Panel.Seat.valueOf(seat), number, me) : Answer.<UUID>refused("", "community.seat-not-yours");
        return pages.told(answer, "/app/community/panel", "community.named", reasons -> panel(me, reasons));
    }

    @GetMapping("/app/community/liaisons")
    Object liaisons(Me me) {
        return pages.view(new LiaisonsPage(liaisons.cover(), me.is(Role.HR), Map.of(), List.of()));
    }

    @For(Role.HR)
    @PostMapping("/app/community/liaisons")
    Object name(@RequestParam Map<String, String> typed, Me me) {
        var answer = Typed.id(typed.get("unit")).map(unit -> liaisons.name(unit, "DEPUTY".equals(typed.get("rank")) ? Liaisons.Rank.DEPUTY : Liaisons.Rank.OFFICER, typed.getOrDefault("number", ""), me))
                .orElseGet(() -> Answer.refused("unit", "community.place-unknown"));
        return pages.told(answer, "/app/community/liaisons", "community.named", reasons -> new LiaisonsPage(liaisons.cover(), true, typed, reasons));
    }

    @GetMapping("/app/community/scores")
    Object scores() {
        var since = community.today().minusYears(1);
        return pages.view(new ScoresPage(threads.scores(since), since));
    }

    @GetMapping("/app/community/rules")
    Object rules(Me me) {
        return pages.view(new RulesPage(rules.view(CommunityRule.ALL, me, Map.of(), List.of())));
    }

    @For(Role.UNION)
    @PostMapping("/app/community/rules")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return pages.told(rules.decide(CommunityRule.ALL, typed, me), "/app/community/rules", "community.rule-decided", reasons -> new RulesPage(rules.view(CommunityRule.ALL, me, typed, reasons)));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry communityInTheMenu() {
            return MenuEntry.of(Wing.VOICE, 62, "community.title", "/app/community", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER,
                    Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
