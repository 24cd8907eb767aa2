package org.probity.people.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.people.survey.Survey.Kind;
import org.probity.shapes.measure.Measure.Subject;
import org.probity.shapes.measure.MeasurePages;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Rounds as those who work here see them by name: what asks them, what came of it, and what human resources do. No answer passes here. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class SurveyWeb {
    private static final String ONE = "/app/survey/{id:[0-9a-f-]{36}}";

    private final Surveys surveys;
    private final Packs packs;
    private final BallotBox box;
    private final Counting counting;
    private final Slips slips;
    private final SlipsPaper paper;
    private final Releasing releasing;
    private final Results results;
    private final Plans plans;
    private final MeasurePages measures;
    private final Directory directory;
    private final Rules rules;
    private final Accounts accounts;
    private final Pages pages;

    SurveyWeb(
            Surveys surveys, Packs packs, BallotBox box, Counting counting, Slips slips, SlipsPaper paper, Releasing releasing, Results results, Plans plans, MeasurePages measures, Directory directory, Rules rules, Accounts accounts, Pages pages) {
        this.surveys = surveys;
        this.packs = packs;
        this.box = box;
        this.counting = counting;
        this.slips = slips;
        this.paper = paper;
        this.releasing = releasing;
        this.results = results;
        this.plans = plans;
        this.measures = measures;
        this.directory = directory;
        this.rules = rules;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/survey")
    Object all(Me me) {
        return pages.view(new SurveysPage(surveys.all(), surveys.asking(me), me.is(Role.HR), surveys.today()));
    }

    @For(Role.HR)
    @GetMapping("/app/survey/launch")
    Object launch(@RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> items) {
        return pages.view(launching(typed, items == null ? List.of() : items, List.of()));
    }

    private LaunchPage launching(Map<String, String> typed, List<String> items, List<Reason> reasons) {
        return new LaunchPage(packs.all(), directory.tree(surveys.today()), surveys.all().stream().filter(Survey::released).toList(), surveys.today(), typed, items, reasons);
    }

    @For(Role.HR)
    @PostMapping("/app/survey/launch")
    Object send(@RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> items, Me me) {
        var chosen = items == null ? List.<String>of() : items;
        var first = Typed.day(typed.get("firstDay"));
        var last = Typed.day(typed.get("lastDay"));
        var kind = Arrays.stream(Kind.values()).filter(it -> it.name().equals(typed.get("kind"))).findFirst();
        var answer = first.isEmpty() || last.isEmpty() || kind.isEmpty() ? Answer.<UUID>refused(kind.isEmpty() ? "kind" : first.isEmpty() ? "firstDay" : "lastDay", kind.isEmpty() ? "survey.kind-missing" : "survey.day-missing")
                : surveys.launch(new Surveys.Launch(kind.get(), typed.getOrDefault("pack", ""), chosen, typed.getOrDefault("unit", ""), typed.getOrDefault("asksAgain", ""), first.get(), last.get()), me);
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/survey/" + id, "survey.was-launched");
            case Answer.Refused<UUID>(var reasons) -> pages.view(launching(typed, chosen, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Survey found(UUID id) {
        return surveys.find(id).orElseThrow(() -> new NotThere("round " + id));
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id, @RequestParam(defaultValue = "") String under, Me me) {
        return pages.view(round(id, under, me, List.of()));
    }

    private RoundPage round(UUID id, String under, Me me, List<Reason> reasons) {
        var survey = found(id);
        var before = survey.released() ? results.before(survey) : Optional.<Survey>empty();
        var told = survey.released() ? RoundPage.Told.of(results, survey, under, before.orElse(null), releasing.merged(id), releasing.refused(id), releasing.remarks(id), rules.on(SurveyRule.TARGET, survey.lastDay()))
                : RoundPage.Told.NONE;
        return new RoundPage(survey, counting.rates(id), counting.closing(id).orElse(null), told, under, results.units(List.of(survey)), surveys.asking(me).stream().anyMatch(it -> it.id().equals(id)), me.is(Role.HR), surveys.today(), reasons);
    }

    /** The questionnaire of whoever is asked. What they answer goes from their browser, without their cookie, to where nobody is known. */
    @GetMapping(ONE + "/answer")
    Object answer(@PathVariable UUID id, Me me) {
        var survey = found(id);
        var standing = surveys.standing(id, me).orElseThrow(() -> new NotThere("round " + id + " does not ask them"));
        return pages.view(new AnswerPage(survey, standing, results.unit(survey, standing), survey.open(surveys.today())));
    }

    @For(Role.HR)
    @PostMapping(ONE + "/release")
    Object release(@PathVariable UUID id, Me me) {
        found(id);
        return pages.told(releasing.release(id, me), "/app/survey/" + id, "survey.was-released", reasons -> round(id, "", me, reasons));
    }

    @For(Role.HR)
    @PostMapping(ONE + "/cuts")
    Object cut(@PathVariable UUID id, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> traits, Me me) {
        var survey = found(id);
        var asked = traits == null ? List.<Integer>of() : traits.stream().map(it -> Typed.number(it, -1)).toList();
        return switch (releasing.cut(id, Typed.number(typed.get("depth"), -1), asked, me)) {
            case Answer.Done<Releasing.Granted>(Releasing.Granted.Shown(var cells)) -> pages.done("/app/survey/" + id, "survey.cut-shown", cells);
            case Answer.Done<Releasing.Granted>(Releasing.Granted.Kept(var because)) -> pages.view(new CutRefusedPage(survey, because, results.units(List.of(survey))));
            case Answer.Refused<Releasing.Granted>(var reasons) -> pages.view(round(id, "", me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** One group that is shown: each item, and what its unit promises. */
    @GetMapping(ONE + "/groups/{cell:[0-9a-f-]{36}}")
    Object group(@PathVariable UUID id, @PathVariable UUID cell, Me me) {
        var survey = found(id);
        var line = results.line(id, cell).orElseThrow(() -> new NotThere("group " + cell));
        var before = results.before(survey);
        var then = before.flatMap(it -> results.named(it.id(), line.name()));
        return pages.view(new GroupPage(survey, line, results.asked(id, line), before.orElse(null), then.orElse(null), then.map(it -> results.since(survey, line, before.orElseThrow(), it)).orElse(Map.of()),
                survey.asked().dimensions().stream().flatMap(it -> results.alpha(it, line).stream().map(alpha -> Map.entry(it.code(), alpha))).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                results.units(List.of(survey)), results.drivers(cell), measures.piece(new Subject(Plans.MEASURES, cell), me), plans.leads(survey, line, me), me.is(Role.HR), rules.on(SurveyRule.TARGET, survey.lastDay())));
    }

    @For(Role.HR)
    @GetMapping(ONE + "/slips")
    Object slips(@PathVariable UUID id) {
        return pages.view(slips(id, List.of(), List.of()));
    }

    private SlipsPage slips(UUID id, List<String> codes, List<Reason> reasons) {
        var survey = found(id);
        return new SlipsPage(survey, slips.stacks(id), codes, results.units(List.of(survey)), surveys.today(), reasons);
    }

    /** The codes stand on this page once, to be printed and mixed; they are nowhere else. */
    @For(Role.HR)
    @PostMapping(ONE + "/slips")
    Object print(@PathVariable UUID id, @RequestParam(defaultValue = "") String place, Me me) {
        found(id);
        return switch (slips.print(id, Typed.number(place, -1), me)) {
            case Answer.Done<List<String>>(var codes) -> pages.view(slips(id, codes, List.of()));
            case Answer.Refused<List<String>>(var reasons) -> pages.view(slips(id, List.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** What was just printed on the page, as a paper to be cut apart. The codes come from that page and are kept nowhere on the way. */
    @For(Role.HR)
    @PostMapping(ONE + "/slips/paper")
    Object paper(@PathVariable UUID id, @RequestParam(defaultValue = "") String codes, Me me, HttpServletRequest request) {
        var survey = found(id);
        return switch (slips.open(id, Arrays.stream(codes.strip().split("\\s+")).filter(it -> !it.isEmpty()).toList(), me)) {
            case Answer.Done<List<String>>(var open) -> ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(survey.number() + "-slips.pdf", StandardCharsets.UTF_8).build().toString())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").contentType(MediaType.APPLICATION_PDF).body(paper.pdf(survey, open, pages.screen(request).lang()));
            case Answer.Refused<List<String>>(var reasons) -> pages.view(slips(id, List.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.HR)
    @PostMapping(ONE + "/sheets")
    Object bring(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, Me me) {
        found(id);
        return switch (box.bringIn(id, bytes(file), me)) {
            case Answer.Done<Integer>(var many) -> pages.done("/app/survey/" + id + "/slips", "survey.were-brought", many);
            case Answer.Refused<Integer>(var reasons) -> pages.view(slips(id, List.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/app/survey/packs")
    Object packs(Me me) {
        return pages.view(packs(me, List.of()));
    }

    private PacksPage packs(Me me, List<Reason> reasons) {
        var brought = packs.brought();
        return new PacksPage(Pack.shipped(), brought, accounts.names(brought.stream().map(Packs.Brought::by).collect(Collectors.toSet())), me.is(Role.HR), reasons);
    }

    @For(Role.HR)
    @PostMapping("/app/survey/packs")
    Object bringPack(@RequestParam(required = false) @Nullable MultipartFile file, Me me) {
        return pages.told(packs.bring(bytes(file), me), "/app/survey/packs", "survey.pack-was-brought", reasons -> packs(me, reasons));
    }

    @GetMapping("/app/survey/rules")
    Object rules(Me me) {
        return pages.view(rules(me, Map.of(), List.of()));
    }

    private RulesPage rules(Me me, Map<String, String> typed, List<Reason> reasons) {
        var all = rules.all(SurveyRule.ROOM);
        return new RulesPage(new RulesView(SurveyRule.ALL, all, me.is(Role.HR), surveys.today(), accounts.names(all.stream().flatMap(it -> Stream.ofNullable(it.setBy())).collect(Collectors.toSet())), typed, reasons));
    }

    @For(Role.HR)
    @PostMapping("/app/survey/rules")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        var answer = Typed.day(typed.get("fromDay")).map(day -> rules.decide(SurveyRule.ALL, typed.getOrDefault("key", ""), Typed.number(typed.get("value"), -1), day, typed.getOrDefault("source", ""), me))
                .orElseGet(() -> Answer.<LocalDate>refused("fromDay", "rule.day-past"));
        return pages.told(answer, "/app/survey/rules", "survey.rule-decided", reasons -> rules(me, typed, reasons));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry surveyInTheMenu() {
            return MenuEntry.of(Wing.VOICE, 64, "survey.title", "/app/survey", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER,
                    Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
