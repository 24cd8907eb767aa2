package org.probity.supply.evaluation;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.supply.supplier.PortalPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A supplier's own grades, on its own screens. */
@Controller
@For(Role.SUPPLIER)
class PortalGradesWeb {
    private final Rounds rounds;
    private final Schemes schemes;
    private final Scorecards scorecards;
    private final Appeals appeals;
    private final Consequences consequences;
    private final SealedGrades sealed;
    private final Pages pages;
    private final Clock clock;

    PortalGradesWeb(Rounds rounds, Schemes schemes, Scorecards scorecards, Appeals appeals, Consequences consequences, SealedGrades sealed, Pages pages, Clock clock) {
        this.rounds = rounds;
        this.schemes = schemes;
        this.scorecards = scorecards;
        this.appeals = appeals;
        this.consequences = consequences;
        this.sealed = sealed;
        this.pages = pages;
        this.clock = clock;
    }

    /** The newest one. */
    @GetMapping("/app/portal/evaluation")
    Object newest(Me me) {
        return pages.view(page(scorecards.given(me.supplier().orElseThrow()).stream().findFirst(), me, "", List.of()));
    }

    @GetMapping("/app/portal/evaluation/{card}")
    Object one(@PathVariable UUID card, Me me) {
        return pages.view(page(Optional.of(own(card, me)), me, "", List.of()));
    }

    @PostMapping("/app/portal/evaluation/{card}")
    Object appeal(@PathVariable UUID card, @RequestParam(defaultValue = "") String words, @RequestParam(required = false) @Nullable MultipartFile file, Me me)
            throws IOException {
        var own = own(card, me);
        var sent = file == null || file.isEmpty() ? Optional.<Appeals.File>empty()
                : Optional.of(new Appeals.File(Optional.ofNullable(file.getOriginalFilename()).orElse("file"), file.getBytes()));
        return switch (appeals.appeal(card, words, sent, me)) {
            case Answer.Done<Appeal> done -> pages.done("/app/portal/evaluation/" + card, "evaluation.was-appealed");
            case Answer.Refused<Appeal>(var reasons) -> pages.view(page(Optional.of(own), me, words, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** The grade with its proof, to be computed again on another computer. The first time its entry in the log comes a moment later. */
    @GetMapping("/app/portal/evaluation/{card}/package.zip")
    Object proof(@PathVariable UUID card, Me me) {
        var own = own(card, me);
        return sealed.of(own).or(() -> sealed.of(own)).<Object>map(zip -> Attachment.of("grade-" + card + ".zip", zip))
                .orElseGet(() -> pages.done("/app/portal/evaluation/" + card, "evaluation.no-package-yet"));
    }

    private Scorecard own(UUID card, Me me) {
        return scorecards.find(card).filter(it -> it.record() != null && Optional.of(it.supplier()).equals(me.supplier()))
                .orElseThrow(() -> new NotThere("scorecard " + card));
    }

    private PortalGradesPage page(Optional<Scorecard> card, Me me, String words, List<Reason> reasons) {
        var grades = scorecards.given(me.supplier().orElseThrow()).stream().map(it -> new CardPage.Past(rounds.find(it.round()).orElseThrow(), it)).toList();
        var chosen = card.map(it -> new CardPage.Past(rounds.find(it.round()).orElseThrow(), it));
        var appeal = card.flatMap(it -> appeals.of(it.id()));
        var last = card.map(appeals::lastDay);
        return new PortalGradesPage(grades, chosen, card.map(it -> CardView.of(schemes.find(chosen.orElseThrow().round().scheme()), it, true)), appeal, last,
                card.flatMap(it -> consequences.plan(it.id())),
                appeal.isEmpty() && last.filter(it -> !LocalDate.now(clock).isAfter(it)).isPresent(), words, reasons);
    }

    @Configuration
    static class Places {
        @Bean
        PortalPlace gradesOnThePortal() {
            return new PortalPlace("evaluation.our-grades", "/app/portal/evaluation");
        }
    }
}
