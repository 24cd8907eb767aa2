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
import org.probity.house.ui.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What was reported of orders, receipts and payments; and a report that somebody brings as a file. */
@Controller
@For({Role.BUYER, Role.SOURCING_OFFICER})
class DeedWeb {
    private final Deeds deeds;
    private final DeedRows rows;
    private final Pages pages;

    DeedWeb(Deeds deeds, DeedRows rows, Pages pages) {
        this.deeds = deeds;
        this.rows = rows;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.SOURCING_OFFICER, Role.QUALITY, Role.LEGAL, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/clearance/deeds")
    Object list(Query query, Me me) {
        var page = page(query, DeedsPage.Form.EMPTY, me, List.of());
        return query.format().map(format -> pages.file(format, "deeds", page::table)).orElseGet(() -> pages.view(page));
    }

    private DeedsPage page(Query query, DeedsPage.Form form, Me me, List<Reason> reasons) {
        return new DeedsPage(rows.list(query), rows.count(query), query, me.is(Role.BUYER) || me.is(Role.SOURCING_OFFICER), form, reasons);
    }

    @GetMapping("/app/clearance/deeds/template.csv")
    Object template() {
        return pages.template(Export.Format.CSV, "deeds", Deeds.COLUMNS);
    }

    @PostMapping("/app/clearance/deeds")
    Object bringIn(@RequestParam(defaultValue = "") String source, @RequestParam(name = "rows", defaultValue = "") String stated, @RequestParam MultipartFile file, Me me) throws IOException {
        var form = new DeedsPage.Form(source, stated);
        return switch (Deeds.read(file.getBytes())) {
            case Answer.Refused<List<Deeds.Line>>(var reasons) -> refused(form, me, reasons);
            case Answer.Done<List<Deeds.Line>>(var lines) -> switch (deeds.report(source, stated.strip().matches("[0-9]{1,6}") ? Integer.parseInt(stated.strip()) : 0, lines, me)) {
                case Answer.Refused<Deeds.Taken>(var reasons) -> refused(form, me, reasons);
                case Answer.Done<Deeds.Taken>(var taken) -> pages.done("/app/clearance/deeds", "clearance.deeds-were-brought", taken.lines(), taken.asked());
            };
        };
    }

    private Object refused(DeedsPage.Form form, Me me, List<Reason> reasons) {
        return pages.view(page(Query.all("/app/clearance/deeds"), form, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
