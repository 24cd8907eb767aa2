package org.probity.people.succession;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own: what one was asked and what one answers. The line in the menu stands for whoever was ever asked; everybody else has nothing to do there. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class MineWeb {
    static final String MINE = "/app/my/succession";

    private final Namings namings;
    private final Successors successors;
    private final Directory directory;
    private final Pages pages;

    MineWeb(Namings namings, Successors successors, Directory directory, Pages pages) {
        this.namings = namings;
        this.successors = successors;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping(MINE)
    Object mine(Me me) {
        return pages.view(page(me, List.of()));
    }

    private MinePage page(Me me, List<Reason> reasons) {
        return new MinePage(directory.personOf(me).stream().flatMap(it -> namings.of(it).stream())
                .map(it -> new MinePage.One(it, it.post() == null || it.state() != Naming.State.AGREED ? null : successors.own(it))).toList(), successors.soonMonths(), reasons);
    }

    @PostMapping(MINE + "/{naming:[0-9a-f-]{36}}")
    Object answer(@PathVariable UUID naming, @RequestParam(defaultValue = "") String yes, Me me) {
        namings.find(naming).filter(it -> directory.personOf(me).filter(it.person()::equals).isPresent()).orElseThrow(() -> new NotThere("naming " + naming));
        return switch (namings.answer(naming, yes.equals("true"), me)) {
            case Answer.Done<Naming.State>(var state) -> pages.done(MINE, state == Naming.State.AGREED ? "succession.was-agreed" : "succession.was-declined");
            case Answer.Refused<Naming.State>(var reasons) -> pages.view(page(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry successionOfMine(Namings namings) {
            return MenuEntry.of(Wing.MINE, 46, "succession.mine", MINE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER,
                    Role.UNION, Role.HR, Role.EMPLOYEE).onlyFor(namings::asked);
        }
    }
}
