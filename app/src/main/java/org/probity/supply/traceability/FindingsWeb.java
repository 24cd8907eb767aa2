package org.probity.supply.traceability;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What looks invented, and the files in which suppliers of wafers tell their chain. */
@Controller
class FindingsWeb {
    private static final String CHAINS = "/app/traceability/chain-files";

    private final Plausibility plausibility;
    private final ChainFiles files;
    private final Fingerprints fingerprints;
    private final Items items;
    private final MaterialBooks books;
    private final Pages pages;
    private final Clock clock;

    FindingsWeb(Plausibility plausibility, ChainFiles files, Fingerprints fingerprints, Items items, MaterialBooks books, Pages pages, Clock clock) {
        this.plausibility = plausibility;
        this.files = files;
        this.fingerprints = fingerprints;
        this.items = items;
        this.books = books;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/plausibility")
    Object plausibility(Query query) {
        var page = new PlausibilityPage(plausibility.page(query.limit(), query.offset()), query, plausibility.count(), books.contradictions().values().stream().mapToInt(List::size).sum());
        return query.format().map(format -> (Object) pages.file(format, "implausible-events", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.QUALITY, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping(CHAINS)
    Object chains(Query query, Me me) {
        var page = chains(query, me, List.of());
        return query.format().map(format -> (Object) pages.file(format, "chain-files", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/alike")
    Object alike(Query query) {
        var groups = fingerprints.modules(Reading.SILICON);
        var uris = groups.stream().flatMap(List::stream).flatMap(it -> it.stages().stream()).map(Fingerprints.Stage::uri).collect(Collectors.toSet());
        var page = new FingerprintsPage(groups, items.sites(uris), query);
        return query.format().map(format -> (Object) pages.file(format, "modules-by-chain", page::table)).orElseGet(() -> pages.view(page));
    }

    private ChainFilesPage chains(Query query, Me me, List<Reason> reasons) {
        return new ChainFilesPage(files.page(query.limit(), query.offset()), query, files.count(), LocalDate.now(clock).getYear(), ChainFiles.accepts(me), reasons);
    }

    @For({Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping(CHAINS)
    Object accept(@RequestParam(defaultValue = "") String capture, @RequestParam(defaultValue = "") String year, Me me) {
        var which = Typed.id(capture).orElse(new UUID(0, 0));
        return switch (files.accept(which, Typed.number(year, LocalDate.now(clock).getYear()), me)) {
            case Answer.Done<UUID> done -> pages.done(CHAINS, "traceability.chain-was-accepted");
            case Answer.Refused<UUID>(var reasons) -> pages.view(chains(Query.all(CHAINS), me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
