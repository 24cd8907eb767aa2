package org.probity.people.care;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Payroll's files on social insurance and housing fund, and where they and the directory do not agree. */
@Controller
@For(Role.HR)
class CoverWeb {
    private static final String ALL = CareWeb.HOME + "/cover";

    private final Cover cover;
    private final Pages pages;

    CoverWeb(Cover cover, Pages pages) {
        this.cover = cover;
        this.pages = pages;
    }

    @GetMapping(ALL)
    Object all() {
        return pages.view(all(Map.of(), List.of()));
    }

    private CoversPage all(Map<String, String> typed, List<Reason> reasons) {
        return new CoversPage(cover.all(), cover.today(), typed, reasons);
    }

    @PostMapping(ALL)
    Object bring(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam Map<String, String> typed, Me me) {
        return switch (cover.bring(month(typed.getOrDefault("month", "")), typed.getOrDefault("source", ""), bytes(file), me)) {
            case Answer.Done<UUID>(var id) -> pages.done(ALL + "/" + id, "care.cover-brought");
            case Answer.Refused<UUID>(var reasons) -> pages.view(all(typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    static @Nullable YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(ALL + "/{id:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID id, Query query) {
        var it = cover.find(id).orElseThrow(() -> new NotThere("report " + id));
        var page = new CoverPage(it, cover.sums(it), cover.differences(it, query), cover.count(it), query);
        return query.format().map(format -> (Object) pages.file(format, "cover-" + it.month(), page::table)).orElseGet(() -> pages.view(page));
    }
}
