package org.probity.people.recruitment;

import java.util.List;
import java.util.Map;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What applicants agree to: counsel says it, human resources and the union read it. */
@Controller
@For({Role.HR, Role.LEGAL, Role.UNION})
class NoticeWeb {
    private final Notices notices;
    private final Pages pages;

    NoticeWeb(Notices notices, Pages pages) {
        this.notices = notices;
        this.pages = pages;
    }

    @GetMapping("/app/recruitment/notice")
    Object notice(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private NoticePage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new NoticePage(notices.all(), me.is(Role.LEGAL), notices.today(), typed, reasons);
    }

    @For(Role.LEGAL)
    @PostMapping("/app/recruitment/notice")
    Object say(@RequestParam Map<String, String> typed, Me me) {
        var answer = Typed.day(typed.get("fromDay")).map(day -> notices.say(typed.getOrDefault("wordsEn", ""), typed.getOrDefault("wordsZh", ""), Typed.number(typed.get("keepDays"), 0), day, me))
                .orElseGet(() -> Answer.refused("fromDay", "recruitment.day-missing"));
        return switch (answer) {
            case Answer.Done<Integer>(var version) -> pages.done("/app/recruitment/notice", "recruitment.was-said", version);
            case Answer.Refused<Integer>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class NoticeMenu {
        @Bean
        MenuEntry noticeInTheMenu() {
            return MenuEntry.of(Wing.PEOPLE, 32, "recruitment.notice-title", "/app/recruitment/notice", Role.LEGAL);
        }
    }
}
