package org.probity.supply.clearance;

import java.io.IOException;
import java.util.List;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Export;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Reports of orders, receipts and payments that somebody brings as a file. */
@Controller
@For({Role.BUYER, Role.SOURCING_OFFICER})
class DeedWeb {
    private final Deeds deeds;
    private final Pages pages;

    DeedWeb(Deeds deeds, Pages pages) {
        this.deeds = deeds;
        this.pages = pages;
    }

    @GetMapping("/app/clearance/deeds")
    Object begin() {
        return pages.view(new DeedsPage(DeedsPage.Form.EMPTY, List.of()));
    }

    @GetMapping("/app/clearance/deeds/template.csv")
    Object template() {
        return pages.template(Export.Format.CSV, "deeds", Deeds.COLUMNS);
    }

    @PostMapping("/app/clearance/deeds")
    Object bringIn(@RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String rows, @RequestParam MultipartFile file, Me me) throws IOException {
        var form = new DeedsPage.Form(source, rows);
        return switch (Deeds.read(file.getBytes())) {
            case Answer.Refused<List<Deeds.Line>>(var reasons) -> refused(form, reasons);
            case Answer.Done<List<Deeds.Line>>(var lines) -> switch (deeds.report(source, rows.strip().matches("[0-9]{1,6}") ? Integer.parseInt(rows.strip()) : 0, lines, me)) {
                case Answer.Refused<Deeds.Taken>(var reasons) -> refused(form, reasons);
                case Answer.Done<Deeds.Taken>(var taken) -> pages.done("/app/clearance/deeds", "clearance.deeds-were-brought", taken.lines(), taken.asked());
            };
        };
    }

    private Object refused(DeedsPage.Form form, List<Reason> reasons) {
        return pages.view(new DeedsPage(form, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
