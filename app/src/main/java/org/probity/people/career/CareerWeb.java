package org.probity.people.career;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.Export;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.rule.RulesDesk;
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

/** Tracks and standards, read by everybody who works here; how they come into force, and who is on which track. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE})
class CareerWeb {
    private final Register register;
    private final Editions editions;
    private final Placements placements;
    private final Applications applications;
    private final Frameworks frameworks;
    private final RulesDesk rules;
    private final Accounts accounts;
    private final org.probity.house.directory.Directory directory;
    private final Pages pages;

    CareerWeb(
            Register register, Editions editions, Placements placements, Applications applications, Frameworks frameworks, RulesDesk rules, Accounts accounts, org.probity.house.directory.Directory directory,
            Pages pages) {
        this.register = register;
        this.editions = editions;
        this.placements = placements;
        this.applications = applications;
        this.frameworks = frameworks;
        this.rules = rules;
        this.accounts = accounts;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping("/app/careers")
    Object tracks(Query query, Me me) {
        var page = new TracksPage(register.tracks(query), register.tracks(Query.all("/app/careers")), query, me.is(Role.HR));
        return query.format().map(format -> (Object) pages.file(format, "career-tracks", page::table)).orElseGet(() -> pages.view(page));
    }

    @GetMapping("/app/careers/tracks/{code}")
    Object track(@PathVariable String code, Me me) {
        return pages.view(standard(code, me, Map.of(), List.of()));
    }

    private StandardPage standard(String code, Me me, Map<String, String> typed, List<Reason> reasons) {
        var track = register.track(code).orElseThrow(() -> new NotThere("track " + code));
        var held = directory.personOf(me).stream().flatMap(it -> applications.held(it).stream()).filter(it -> it.track().equals(code)).findFirst();
        return new StandardPage(track, register.standard(code).orElse(null), register.ladders(register.today()), held.map(Applications.Held::level).orElse(0),
                directory.personOf(me).isPresent(), me.is(Role.HR), typed, reasons);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @PostMapping("/app/careers/tracks/{code}/application")
    Object apply(@PathVariable String code, @RequestParam(defaultValue = "") String level, Me me) {
        return switch (applications.open(code, Typed.number(level, 0), me)) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/careers/applications/" + id, "career.was-begun");
            case Answer.Refused<UUID>(var reasons) -> pages.view(standard(code, me, Map.of("level", level), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** The standard in force as a framework in CASE 1.0, as whoever asks may give it on. */
    @GetMapping("/app/careers/tracks/{code}/case.json")
    ResponseEntity<byte[]> framework(@PathVariable String code) {
        return Attachment.of(code + "-case.json", frameworks.out(code).orElseThrow(() -> new NotThere("standard of " + code)));
    }

    @For({Role.HR, Role.UNION})
    @GetMapping("/app/careers/editions")
    Object editions(Me me) {
        return pages.view(editions(me, List.of()));
    }

    private EditionsPage editions(Me me, List<Reason> reasons) {
        var all = editions.all();
        return new EditionsPage(all, register.tracks(Query.all("/app/careers")), accounts.names(all.stream().flatMap(it -> Stream.concat(Stream.of(it.madeBy()), Stream.ofNullable(it.ruledBy()))).collect(Collectors.toSet())),
                me.account(), me.is(Role.HR), reasons);
    }

    @For(Role.HR)
    @PostMapping("/app/careers/editions")
    Object propose(Me me) {
        return switch (editions.proposePack(me)) {
            case Answer.Done<UUID> done -> pages.done("/app/careers/editions", "career.was-proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(editions(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.HR)
    @PostMapping("/app/careers/editions/frameworks")
    Object bring(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String track, Me me) {
        var name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return switch (frameworks.bring(name, bytes(file), track, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/careers/editions", "career.was-proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(editions(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.HR, Role.UNION})
    @StepUp
    @PostMapping("/app/careers/editions/{id:[0-9a-f-]{36}}/approval")
    Object approve(@PathVariable UUID id, Me me) {
        return ruled(id, Outcome.APPROVED, "", "career.was-approved", me);
    }

    @For({Role.HR, Role.UNION})
    @PostMapping("/app/careers/editions/{id:[0-9a-f-]{36}}/rejection")
    Object reject(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Me me) {
        return ruled(id, Outcome.REJECTED, reason, "career.was-rejected", me);
    }

    @For({Role.HR, Role.UNION})
    @PostMapping("/app/careers/editions/{id:[0-9a-f-]{36}}/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        return ruled(id, Outcome.WITHDRAWN, "", "career.was-taken-back", me);
    }

    private Object ruled(UUID id, Outcome outcome, String reason, String said, Me me) {
        return switch (editions.rule(id, outcome, reason, me)) {
            case Answer.Done<Decisions.Ruled> done -> pages.done("/app/careers/editions", said);
            case Answer.Refused<Decisions.Ruled>(var reasons) -> pages.view(editions(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/careers/rules")
    Object rules(Me me) {
        return pages.view(rules(me, Map.of(), List.of()));
    }

    @For(Role.HR)
    @PostMapping("/app/careers/rules")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (rules.decide(CareerRule.ALL, typed, me)) {
            case Answer.Done<java.time.LocalDate>(var from) -> pages.done("/app/careers/rules", "career.rule-decided", from);
            case Answer.Refused<java.time.LocalDate>(var reasons) -> pages.view(rules(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private RulesPage rules(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new RulesPage(rules.view(CareerRule.ALL, me, typed, reasons), register.ladders(register.today()));
    }

    @For(Role.HR)
    @GetMapping("/app/careers/people")
    Object people(Query query) {
        var page = placed(query, List.of());
        return query.format().map(format -> (Object) pages.file(format, "career-people", page::table)).orElseGet(() -> pages.view(page));
    }

    @For(Role.HR)
    @GetMapping("/app/careers/people/template")
    Object template() {
        return pages.template(Export.Format.CSV, "career-people", Placements.COLUMNS);
    }

    @For(Role.HR)
    @PostMapping("/app/careers/people")
    Object place(@RequestParam(required = false) @Nullable MultipartFile file, Me me) {
        return switch (placements.bring(bytes(file), me)) {
            case Answer.Done<Integer>(var placed) -> pages.done("/app/careers/people", "career.were-placed", placed);
            case Answer.Refused<Integer>(var reasons) -> pages.view(placed(Query.all("/app/careers/people"), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private PlacedPage placed(Query query, List<Reason> reasons) {
        return new PlacedPage(placements.lines(query), placements.count(query), query, register.tracks(Query.all("/app/careers")), register.today(), reasons);
    }

    static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry tracksInTheMenu() {
            return MenuEntry.of(Wing.PEOPLE, 30, "career.title", "/app/careers", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER,
                    Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }

        @Bean
        MenuEntry mineInTheMenu() {
            return MenuEntry.of(Wing.MINE, 45, "career.mine", "/app/career", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER,
                    Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
