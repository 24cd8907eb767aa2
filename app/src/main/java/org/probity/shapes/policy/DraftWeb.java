package org.probity.shapes.policy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.policy.Policy.Version;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Where the next version of a rule is written. */
@Controller
@For({Role.SOURCING_OFFICER, Role.LEGAL, Role.QUALITY, Role.HR})
class DraftWeb {
    record DraftForm(
            @Nullable String titleEn, @Nullable String titleZh, @Nullable String changeEn, @Nullable String changeZh, @Nullable String textEn,
            @Nullable String textZh, @Nullable String fromDay) {
        DraftPage.Typed typed() {
            return new DraftPage.Typed(Typed.words(titleEn), Typed.words(titleZh), Typed.words(changeEn), Typed.words(changeZh), Typed.words(textEn), Typed.words(textZh), Typed.words(fromDay));
        }
    }

    private final Policies policies;
    private final Clauses wording;
    private final Pages pages;

    DraftWeb(Policies policies, Clauses wording, Pages pages) {
        this.policies = policies;
        this.wording = wording;
        this.pages = pages;
    }

    @GetMapping("/app/policies/{code}/draft")
    View draft(@PathVariable String code) {
        var policy = there(code);
        var versions = policies.versions(policy.id());
        var no = (int) versions.stream().filter(Version::published).count() + 1;
        var from = versions.stream().findFirst();
        var clauses = from.map(it -> wording.of(it.id())).orElse(List.of());
        var again = from.filter(it -> !it.published());
        return pages.view(new DraftPage(policy, no, new DraftPage.Typed(from.map(Version::titleEn).orElse(""), from.map(Version::titleZh).orElse(""),
                again.map(Version::changeEn).orElse(""), again.map(Version::changeZh).orElse(""),
                Text.written(clauses, Lang.EN), Text.written(clauses, Lang.ZH),
                again.map(Version::fromDay).orElse(policies.today()).toString()), List.of()));
    }

    @PostMapping("/app/policies/{code}/draft")
    Object draft(@PathVariable String code, DraftForm form, Me me) {
        var policy = there(code);
        var typed = form.typed();
        var answer = Typed.day(typed.fromDay()).map(day -> policies.draft(policy.id(), new Policies.Draft(typed.titleEn(), typed.titleZh(), typed.changeEn(), typed.changeZh(),
                typed.textEn(), typed.textZh(), day), me)).orElseGet(() -> Answer.refused("fromDay", "policy.day-wrong"));
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> pages.done(PolicyWeb.path(policy) + "?tab=text&version=" + policies.version(id).orElseThrow().no(), "policy.draft-saved");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new DraftPage(policy,
                    (int) policies.versions(policy.id()).stream().filter(Version::published).count() + 1, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Policy there(String code) {
        return policies.find(code).orElseThrow(() -> new NotThere("rule " + code));
    }
}
