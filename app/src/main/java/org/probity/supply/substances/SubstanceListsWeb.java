package org.probity.supply.substances;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.probity.supply.supplier.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The versions of the candidate list, and bringing in another. */
@Controller
class SubstanceListsWeb {
    record ListForm(@Nullable String version, @Nullable String day, @Nullable String source) {
        ListsPage.Typed typed() {
            return new ListsPage.Typed(Typed.words(version), Typed.words(day), Typed.words(source));
        }
    }

    private final CandidateLists lists;
    private final Pages pages;
    private final Clock clock;

    SubstanceListsWeb(CandidateLists lists, Pages pages, Clock clock) {
        this.lists = lists;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.BUYER, Role.PROCESS, Role.LEGAL, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/substances/lists")
    Object lists(Me me) {
        return pages.view(new ListsPage(lists.all(), SubstancesWeb.rules(me), new ListsPage.Typed("", today().toString(), ""), List.of()));
    }

    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
    @PostMapping("/app/substances/lists")
    Object load(ListForm form, @RequestParam MultipartFile file, Me me) throws IOException {
        var name = file.getOriginalFilename() == null ? "list.csv" : file.getOriginalFilename();
        var typed = form.typed();
        return switch (lists.load(name, file.getBytes(), typed.version(), Typed.day(typed.day()).orElse(null), typed.source(), me)) {
            case Answer.Done<Renewals.Effect>(var effect) ->
                    pages.done("/app/substances/lists", "substances.list-taken", effect.edition().version(), effect.asked(), effect.unchanged(), effect.found());
            case Answer.Refused<Renewals.Effect>(var reasons) -> refused(me, typed, reasons);
        };
    }

    private Object refused(Me me, ListsPage.Typed typed, List<Reason> reasons) {
        return pages.view(new ListsPage(lists.all(), SubstancesWeb.rules(me), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.BUYER, Role.PROCESS, Role.LEGAL, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/substances/lists/{id:[0-9a-f-]{36}}")
    Object list(@PathVariable UUID id, Query query) {
        var edition = lists.find(id).orElseThrow(() -> new NotThere("list " + id));
        var page = new ListPage(edition, lists.candidates(edition, query.filter("q")), query);
        return query.format().map(format -> (Object) pages.file(format, "candidate-list-" + edition.day(), page::table)).orElseGet(() -> pages.view(page));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
