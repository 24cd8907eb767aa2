package org.probity.supply.screening;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.screen.ListSource;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The lists and their versions. */
@Controller
class WatchListsWeb {
    private final WatchLists lists;
    private final ListSettings settings;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    WatchListsWeb(WatchLists lists, ListSettings settings, Accounts accounts, Pages pages, Clock clock) {
        this.lists = lists;
        this.settings = settings;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/screening/lists")
    Object all(Me me) {
        return pages.view(all(WatchListsPage.Typed.NOTHING, me, List.of()));
    }

    private WatchListsPage all(WatchListsPage.Typed typed, Me me, List<Reason> reasons) {
        return new WatchListsPage(lists.all(), today(), ScreeningWeb.decides(me), typed, reasons);
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/lists")
    Object open(
            @RequestParam String code, @RequestParam ListSource source, @RequestParam String nameEn, @RequestParam String nameZh, @RequestParam String bar,
            @RequestParam String verdict, Me me) {
        return switch (lists.open(code.strip(), source, nameEn, nameZh, thousandths(bar), verdict, me)) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/screening/lists/" + id, "screening.list-opened");
            case Answer.Refused<UUID>(var reasons) ->
                    pages.view(all(new WatchListsPage.Typed(code, source.name(), nameEn, nameZh, bar, verdict), me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/screening/lists/{id}")
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(one(id, "", today().toString(), me, List.of()));
    }

    private WatchListPage one(UUID id, String label, String day, Me me, List<Reason> reasons) {
        return one(id, label, day, new WatchListPage.Typed(null, null, today().toString(), ""), me, reasons);
    }

    private WatchListPage one(UUID id, String label, String day, WatchListPage.Typed typed, Me me, List<Reason> reasons) {
        var list = lists.find(id).orElseThrow(() -> new NotThere("list " + id));
        var versions = lists.versions(id);
        var said = settings.of(id);
        var people = Stream.concat(versions.stream().map(WatchList.Version::loadedBy), said.stream().map(ListSettings.Setting::decision).filter(Objects::nonNull)
                .flatMap(it -> Stream.concat(Stream.of(it.proposedBy()), Stream.ofNullable(it.ruledBy())))).collect(Collectors.toSet());
        return new WatchListPage(list, versions, said, accounts.names(people), me.account(), ScreeningWeb.decides(me), label, day, typed, reasons);
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/lists/{id}/setting")
    Object propose(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String bar, @RequestParam(defaultValue = "") String verdict, @RequestParam(defaultValue = "") String fromDay,
            @RequestParam(defaultValue = "") String reason, Me me) {
        return settled(id, settings.propose(id, thousandths(bar), WatchLists.verdictOf(verdict), Typed.day(fromDay), reason, me), new WatchListPage.Typed(bar, verdict, fromDay, reason),
                "screening.setting-proposed", me);
    }

    @StepUp
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/lists/{id}/setting/{setting}/approval")
    Object approve(@PathVariable UUID id, @PathVariable UUID setting, Me me) {
        return ruled(id, setting, Outcome.APPROVED, "", "screening.setting-was-approved", me);
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/lists/{id}/setting/{setting}/rejection")
    Object reject(@PathVariable UUID id, @PathVariable UUID setting, @RequestParam(defaultValue = "") String why, Me me) {
        return ruled(id, setting, Outcome.REJECTED, why, "screening.setting-was-rejected", me);
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/lists/{id}/setting/{setting}/withdrawal")
    Object withdraw(@PathVariable UUID id, @PathVariable UUID setting, Me me) {
        return ruled(id, setting, Outcome.WITHDRAWN, "", "screening.setting-was-withdrawn", me);
    }

    private Object ruled(UUID id, UUID setting, Outcome outcome, String why, String said, Me me) {
        var it = settings.find(setting).filter(found -> found.list().equals(id)).orElseThrow(() -> new NotThere("setting " + setting));
        return settled(id, settings.rule(it.id(), outcome, why, me), new WatchListPage.Typed(null, null, today().toString(), ""), said, me);
    }

    private Object settled(UUID id, Answer<UUID> answer, WatchListPage.Typed typed, String said, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/screening/lists/" + id, said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(one(id, "", today().toString(), typed, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** The acts of a list's page; a language chosen after a refusal returns to it. */
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @GetMapping({"/app/screening/lists/{id}/setting", "/app/screening/lists/{id}/setting/{setting}/approval", "/app/screening/lists/{id}/setting/{setting}/rejection",
            "/app/screening/lists/{id}/setting/{setting}/withdrawal", "/app/screening/lists/{id}/versions"})
    Object acted(@PathVariable UUID id) {
        return "redirect:/app/screening/lists/" + id;
    }

    /** The first file is what the list begins with; alt and add belong to the list of the U.S. Treasury alone. */
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/lists/{id}/versions")
    Object draw(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false) @Nullable MultipartFile alt,
            @RequestParam(required = false) @Nullable MultipartFile add, @RequestParam String label, @RequestParam String day, Me me) throws IOException {
        var list = lists.find(id).orElseThrow(() -> new NotThere("list " + id));
        var from = Typed.day(day);
        if (from.isEmpty()) {
            return pages.view(one(id, label, day, me, List.of(new Reason("day", "screening.not-a-day", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var sent = new ArrayList<WatchLists.Sent>();
        sent(list.source().files().getFirst(), file).ifPresent(sent::add);
        sent("alt", alt).ifPresent(sent::add);
        sent("add", add).ifPresent(sent::add);
        return switch (lists.draw(id, sent, label, from.get(), me)) {
            case Answer.Done<WatchList.Preview>(var preview) -> "redirect:/app/screening/drafts/" + preview.draft();
            case Answer.Refused<WatchList.Preview>(var reasons) -> pages.view(one(id, label, day, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Optional<WatchLists.Sent> sent(String part, @Nullable MultipartFile file) throws IOException {
        return file == null || file.isEmpty() ? Optional.empty()
                : Optional.of(new WatchLists.Sent(part, Optional.ofNullable(file.getOriginalFilename()).orElse(part), file.getBytes()));
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @GetMapping("/app/screening/drafts/{id}")
    Object draft(@PathVariable UUID id) {
        return pages.view(new DraftPage(lists.preview(id).orElseThrow(() -> new NotThere("draft " + id)), List.of()));
    }

    @StepUp
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/drafts/{id}")
    Object take(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean shrinkMeant, Me me) {
        var preview = lists.preview(id).orElseThrow(() -> new NotThere("draft " + id));
        return switch (lists.take(id, shrinkMeant, me)) {
            case Answer.Done<UUID>(var version) -> pages.done("/app/screening", "screening.taken", preview.label());
            case Answer.Refused<UUID>(var reasons) -> pages.view(new DraftPage(preview, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** As people type it, in per cent. */
    private static int thousandths(String typed) {
        return typed.strip().matches("[0-9]{1,3}") ? Integer.parseInt(typed.strip()) * 10 : 0;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
