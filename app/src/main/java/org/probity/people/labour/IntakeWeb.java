package org.probity.people.labour;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Export;
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

/** Documents and contracts by file: hand in, look over, bring in. */
@Controller
@For(Role.HR)
class IntakeWeb {
    private final Intake intake;
    private final Pages pages;

    IntakeWeb(Intake intake, Pages pages) {
        this.intake = intake;
        this.pages = pages;
    }

    @GetMapping("/app/labour/import")
    Object ask() {
        return pages.view(new ImportPage(List.of()));
    }

    @GetMapping("/app/labour/import/template/{kind}")
    Object template(@PathVariable String kind, Query query) {
        var wanted = Arrays.stream(Reading.Kind.values()).filter(it -> it.path().equals(kind)).findFirst().orElseThrow(() -> new NotThere("template " + kind));
        return pages.file(query.format().orElse(Export.Format.XLSX), wanted.path(), wanted::template);
    }

    @PostMapping("/app/labour/import")
    Object read(@RequestParam MultipartFile file, Me me) throws IOException {
        var name = file.getOriginalFilename();
        return switch (intake.read(file.getBytes(), name == null || name.isBlank() ? "file" : name, me)) {
            case Answer.Done<UUID>(var batch) -> "redirect:/app/labour/import/" + batch;
            case Answer.Refused<UUID>(var reasons) -> pages.view(new ImportPage(reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/labour/import/{batch}")
    Object look(@PathVariable UUID batch, Query query) {
        var page = page(batch, query, List.of());
        return query.format().map(format -> (Object) pages.file(format, "faults", page::faults)).orElseGet(() -> pages.view(page));
    }

    @StepUp
    @PostMapping("/app/labour/import/{batch}")
    Object bringIn(@PathVariable UUID batch, Me me) {
        return switch (intake.bringIn(batch, me)) {
            case Answer.Done<Intake.Plan>(var plan) -> pages.done("/app/labour/people", "labour.brought-in", plan.added(), plan.changed());
            case Answer.Refused<Intake.Plan>(var reasons) -> pages.view(page(batch, Query.all("/app/labour/import/" + batch), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private BatchPage page(UUID batch, Query query, List<Reason> reasons) {
        var found = intake.find(batch).orElseThrow(() -> new NotThere("batch " + batch));
        return new BatchPage(batch, found.kind(), found.file(), found.faults(), intake.plan(batch).orElse(null),
                intake.lines(batch, found.kind(), BatchPage.effect(query), query.limit(), query.offset()), query, reasons);
    }
}
