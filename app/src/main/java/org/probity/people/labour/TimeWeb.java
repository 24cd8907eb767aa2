package org.probity.people.labour;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Export;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Time facts on screens: files that were taken, sign-ins without an end, and handing in the next file. */
@Controller
@For(Role.HR)
class TimeWeb {
    private static final int LOST_SHOWN = 50;

    private final Times times;
    private final Pages pages;

    TimeWeb(Times times, Pages pages) {
        this.times = times;
        this.pages = pages;
    }

    @GetMapping("/app/labour/time")
    Object files(Query query) {
        return pages.view(page(query, Map.of(), List.of()));
    }

    private TimePage page(Query query, Map<String, String> typed, List<Reason> reasons) {
        return new TimePage(times.reports(), times.lost(LOST_SHOWN, 0), times.lostCount(), query, typed, reasons);
    }

    @GetMapping("/app/labour/time/template.csv")
    Object template() {
        return pages.template(Export.Format.CSV, "time", List.of("number", "day", "begins", "ends", "kind", "planned"));
    }

    @PostMapping("/app/labour/time")
    Object take(@RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String rows, @RequestParam MultipartFile file, Me me) throws IOException {
        var name = file.getOriginalFilename();
        try (var csv = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return switch (times.take(source, Typed.number(rows, 0), name == null || name.isBlank() ? "time.csv" : name, csv, me)) {
                case Answer.Done<Times.Taken>(var taken) -> pages.done("/app/labour/time", "labour.time-taken", taken.lines(), taken.people(), taken.corrected(), taken.lost());
                case Answer.Refused<Times.Taken>(var reasons) -> refused(Map.of("source", source, "rows", rows), reasons);
            };
        }
    }

    @PostMapping("/app/labour/time/lost/{lost}")
    Object ended(@PathVariable UUID lost, @RequestParam(defaultValue = "") String ends, Me me) {
        var said = moment(ends);
        if (said.isEmpty()) {
            return refused(Map.of(), List.of(new Reason("", "labour.ends-wrong", List.of())));
        }
        return switch (times.ended(lost, said.get(), me)) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/time", "labour.end-said");
            case Answer.Refused<UUID>(var reasons) -> refused(Map.of(), reasons);
        };
    }

    @GetMapping("/app/labour/time/lost/{lost}")
    Object back(@PathVariable UUID lost) {
        return "redirect:/app/labour/time";
    }

    private static Optional<LocalDateTime> moment(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    private Object refused(Map<String, String> typed, List<Reason> reasons) {
        return pages.view(page(Query.all("/app/labour/time"), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
