package org.probity.disclosure.statement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.disclosure.statement.Chapter.Part;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.probity.proof.Words;
import org.probity.shapes.figure.Figures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the words of the report are written, previewed and saved. */
@Controller
@For({Role.SOURCING_OFFICER, Role.HR, Role.REVIEWER, Role.PUBLISHER})
class ChaptersWeb {
    private final Chapters chapters;
    private final Figures figures;
    private final Accounts accounts;
    private final Pages pages;

    ChaptersWeb(Chapters chapters, Figures figures, Accounts accounts, Pages pages) {
        this.chapters = chapters;
        this.figures = figures;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/chapters")
    Object all(Me me) {
        return pages.view(page(me, "", List.of()));
    }

    private ChaptersPage page(Me me, String key, List<Reason> reasons) {
        var all = chapters.newest();
        return new ChaptersPage(all, accounts.names(all.stream().map(Chapter::savedBy).collect(Collectors.toSet())), writes(me), key, reasons);
    }

    /** A chapter begins with its name in addresses; nothing is kept before it is saved. */
    @For({Role.SOURCING_OFFICER, Role.HR})
    @PostMapping("/app/chapters")
    Object begin(@RequestParam String key, Me me) {
        var wanted = key.strip();
        return wanted.matches("[a-z][a-z0-9-]{1,39}") ? "redirect:/app/chapters/" + wanted
                : pages.view(page(me, key, List.of(new Reason("key", "statement.chapter-key-wrong", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/app/chapters/{key:[a-z][a-z0-9-]{1,39}}")
    Object chapter(@PathVariable String key, Me me) {
        var draft = chapters.newest(key).map(Chapters.Draft::of)
                .orElseGet(() -> new Chapters.Draft(key, 0, String.valueOf(chapters.newest().size() + 1), List.of(), "", false, Map.of()));
        return pages.view(page(draft, me, !writes(me), List.of()));
    }

    private ChapterPage page(Chapters.Draft draft, Me me, boolean preview, List<Reason> reasons) {
        var versions = chapters.history(draft.key());
        return new ChapterPage(draft, figures.all(), versions, accounts.names(versions.stream().map(Chapter::savedBy).collect(Collectors.toSet())),
                writes(me), preview, reasons);
    }

    @For({Role.SOURCING_OFFICER, Role.HR})
    @PostMapping("/app/chapters/{key:[a-z][a-z0-9-]{1,39}}")
    Object write(@PathVariable String key, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> figures, Me me) {
        var texts = new EnumMap<Part, Words>(Part.class);
        for (var part : Part.values()) {
            var words = new Words(typed.getOrDefault(part.name() + "-en", ""), typed.getOrDefault(part.name() + "-zh", ""));
            if (!words.en().isBlank() || !words.zh().isBlank()) {
                texts.put(part, words);
            }
        }
        var draft = new Chapters.Draft(key, number(typed.getOrDefault("since", "")), typed.getOrDefault("place", ""), Objects.requireNonNullElse(figures, List.of()),
                typed.getOrDefault("pledgedDay", ""), typed.containsKey("leftOut"), texts);
        if ("preview".equals(typed.get("act"))) {
            return pages.view(page(draft, me, true, List.of()));
        }
        return switch (chapters.save(draft, me)) {
            case Answer.Done<Chapter>(var saved) -> pages.done("/app/chapters/" + key, "statement.chapter-saved", saved.no());
            case Answer.Refused<Chapter>(var reasons) -> pages.view(page(seen(draft, reasons), me, false, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Whoever was overtaken is shown the other's words; what they save next follows those. */
    private Chapters.Draft seen(Chapters.Draft draft, List<Reason> reasons) {
        var overtaken = reasons.stream().anyMatch(it -> it.key().equals(Chapters.OVERTAKEN));
        return overtaken ? draft.since(chapters.newest(draft.key()).map(Chapter::no).orElse(0)) : draft;
    }

    /** Supply and people each write of what they do; what they wrote is approved like its figures. */
    private static boolean writes(Me me) {
        return me.is(Role.SOURCING_OFFICER) || me.is(Role.HR);
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry chaptersInTheMenu() {
            return MenuEntry.of(Wing.DISCLOSURE, 18, "statement.chapters", "/app/chapters", Role.SOURCING_OFFICER, Role.HR, Role.REVIEWER, Role.PUBLISHER);
        }
    }
}
