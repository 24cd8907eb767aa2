package org.probity.shapes.gathering;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Occasions on the screens of companies that were there. */
@Controller
@For(Role.SUPPLIER)
class PortalGatheringWeb {
    private final Minutes minutes;
    private final FollowUps followUps;
    private final OccasionPages shown;
    private final Pages pages;

    PortalGatheringWeb(Minutes minutes, FollowUps followUps, OccasionPages shown, Pages pages) {
        this.minutes = minutes;
        this.followUps = followUps;
        this.shown = shown;
        this.pages = pages;
    }

    @GetMapping("/app/portal/gatherings/{id}")
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(new PortalOccasionPage(shown.theirs(id, me, Map.of(), List.of())));
    }

    @PostMapping("/app/portal/gatherings/{id}/reading")
    Object read(@PathVariable UUID id, @RequestParam int no, Me me) {
        shown.theirs(id, me, Map.of(), List.of());
        return answered(minutes.agree(id, no, me), id, me, Map.of(), "gathering.was-read");
    }

    @PostMapping("/app/portal/gatherings/{id}/follow-ups/{followUp}/done")
    Object done(@PathVariable UUID id, @PathVariable UUID followUp, @RequestParam String words, Me me) {
        var it = followUps.find(followUp).filter(one -> one.occasion().equals(id) && followUps.owes(one, me)).orElseThrow(() -> new NotThere("follow-up " + followUp));
        return answered(GatheringWeb.under(followUps.done(followUp, words, me), "words", "done" + it.no()), id, me, Map.of("done" + it.no(), words), "gathering.was-done");
    }

    private <T> Object answered(Answer<T> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<T> done -> pages.done("/app/portal/gatherings/" + id, said);
            case Answer.Refused<T>(var reasons) -> pages.view(new PortalOccasionPage(shown.theirs(id, me, typed, reasons)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
