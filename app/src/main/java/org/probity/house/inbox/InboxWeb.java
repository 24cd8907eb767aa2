package org.probity.house.inbox;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.SignedIn;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk and the search. */
@Controller
@SignedIn
class InboxWeb {
    /** Longer words find nothing; they were pasted by mistake. */
    private static final int WORDS_MAX = 100;

    private final ObjectProvider<Waiting> waiting;
    private final ObjectProvider<Changes> changes;
    private final ObjectProvider<Numbers> numbers;
    private final ObjectProvider<Notice> notices;
    private final ObjectProvider<Finds> finds;
    private final Pages pages;
    private final Clock clock;

    InboxWeb(
            ObjectProvider<Waiting> waiting, ObjectProvider<Changes> changes, ObjectProvider<Numbers> numbers,
            ObjectProvider<Notice> notices, ObjectProvider<Finds> finds, Pages pages, Clock clock) {
        this.waiting = waiting;
        this.changes = changes;
        this.numbers = numbers;
        this.notices = notices;
        this.finds = finds;
        this.pages = pages;
        this.clock = clock;
    }

    /** A supplier's desk is the portal, a customer's the list of reports, a consultant's the people of their project. */
    @GetMapping("/app")
    Object desk(Query query, Me me) {
        if (me.is(Role.SUPPLIER)) {
            return "redirect:/app/portal";
        }
        if (me.is(Role.CUSTOMER)) {
            return "redirect:/app/customer";
        }
        if (me.is(Role.CONSULTANT)) {
            return "redirect:/app/consultant";
        }
        var since = workingDayBefore(LocalDate.now(clock));
        var page = new DeskPage(
                waiting.stream().<Awaits>flatMap(room -> room.counted(me).stream())
                        .sorted(Comparator.comparing((Awaits duty) -> duty.due().orElse(LocalDate.MAX))).toList(),
                query,
                changes.stream().flatMap(room -> room.since(since.atStartOfDay(clock.getZone()).toInstant(), me).stream())
                        .sorted(Comparator.comparing(Changes.Change::at).reversed()).toList(),
                since,
                numbers.stream().flatMap(room -> room.of(me).stream()).toList(),
                notices.stream().map(Notice::now).flatMap(Optional::stream).toList());
        return query.format().map(format -> (Object) pages.file(format, "desk", page::table)).orElseGet(() -> pages.view(page));
    }

    private static LocalDate workingDayBefore(LocalDate today) {
        var day = today.minusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Contacts of suppliers and of customers have one list each; for them there is nothing to search. */
    @GetMapping("/app/find")
    Object find(@RequestParam(defaultValue = "") String q, Me me) {
        if (me.roles().stream().anyMatch(Role::outside)) {
            throw new NotThere("search for people of other companies");
        }
        var words = q.strip();
        var groups = words.isEmpty() || words.length() > WORDS_MAX ? List.<FindPage.Group>of() : finds.stream()
                .sorted(Comparator.comparing(Finds::order))
                .map(room -> new FindPage.Group(room.group(), room.find(words, me)))
                .filter(group -> !group.hits().isEmpty())
                .toList();
        return pages.view(new FindPage(words, groups));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry deskInTheMenu() {
            return MenuEntry.of(Wing.MINE, 0, "inbox.menu", "/app", Role.ADMINISTRATOR, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER,
                    Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
