package org.probity.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The time machine's lever. */
@Controller
@ConditionalOnBooleanProperty("probity.demo")
@For({Role.ADMINISTRATOR, Role.SOURCING_OFFICER})
class TimeWeb {
    private final TimeMachine time;
    private final TravelDiary diary;
    private final Optional<DemoStory> story;
    private final Suppliers suppliers;
    private final Pages pages;
    private final ReentrantLock travelling = new ReentrantLock();
    private volatile @Nullable LocalDate from;

    TimeWeb(TimeMachine time, TravelDiary diary, Optional<DemoStory> story, Suppliers suppliers, Pages pages) {
        this.time = time;
        this.diary = diary;
        this.story = story;
        this.suppliers = suppliers;
        this.pages = pages;
    }

    @GetMapping("/app/time")
    Object now(Me me) {
        return pages.view(page(me, List.of()));
    }

    @PostMapping("/app/time")
    Object forward(@RequestParam(defaultValue = "") String days, Me me) {
        return switch (travel(days)) {
            case Answer.Done<LocalDate>(var day) -> pages.done("/app/time", "demo.arrived", day);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(page(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /**
     * Refusals: {@code demo.leap-unknown} not a day, a week or a month; {@code demo.story-first} the past is still being told, and its
     * chapters would not fit another day; {@code demo.story-stopped} it was refused somewhere, and what it lacks would be lacking for good;
     * {@code demo.travelling} somebody is on the way right now.
     */
    Answer<LocalDate> travel(String days) {
        var leap = TimePage.LEAPS.stream().filter(it -> it.toString().equals(days)).findFirst();
        if (leap.isEmpty()) {
            return Answer.refused("", "demo.leap-unknown");
        }
        if (story.flatMap(DemoStory::stopped).isPresent()) {
            return Answer.refused("", "demo.story-stopped");
        }
        if (story.isPresent() && !story.get().progress().done()) {
            return Answer.refused("", "demo.story-first");
        }
        if (!travelling.tryLock()) {
            return Answer.refused("", "demo.travelling");
        }
        try {
            diary.begin();
            from = time.today();
            return Answer.done(time.advance(leap.get()));
        } finally {
            travelling.unlock();
        }
    }

    private TimePage page(Me me, List<Reason> reasons) {
        var lines = diary.lines().stream()
                .collect(Collectors.groupingBy(line -> new TimePage.Line(line.day(), line.lapsed(), line.party(), 0),
                        Collectors.summingInt(TravelDiary.Line::number)))
                .entrySet().stream()
                .map(it -> new TimePage.Line(it.getKey().day(), it.getKey().lapsed(), it.getKey().supplier(), it.getValue()))
                .sorted(Comparator.comparing(TimePage.Line::day).thenComparing(TimePage.Line::lapsed).thenComparing(TimePage.Line::supplier))
                .toList();
        var names = suppliers.find(lines.stream().map(TimePage.Line::supplier).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Supplier::id, it -> new TimePage.Name(it.nameEn(), it.nameZh())));
        return new TimePage(time.today(), from, lines, names, me.is(Role.SOURCING_OFFICER), story.flatMap(DemoStory::stopped).orElse(null), reasons);
    }

    @Configuration
    @ConditionalOnBooleanProperty("probity.demo")
    static class Menu {
        @Bean
        MenuEntry timeInTheMenu() {
            return MenuEntry.of(Wing.HOUSE, 95, "demo.time", "/app/time", Role.ADMINISTRATOR, Role.SOURCING_OFFICER);
        }
    }
}
