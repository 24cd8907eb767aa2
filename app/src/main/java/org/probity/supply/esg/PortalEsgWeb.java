package org.probity.supply.esg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.Export;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.form.Filled;
import org.probity.shapes.form.Form;
import org.probity.shapes.form.Sendings;
import org.probity.shapes.form.Sendings.Sending;
import org.probity.shapes.form.SheetFile;
import org.probity.shapes.form.Sheets;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.esg.SelfAssessments.Owned;
import org.probity.supply.supplier.Suppliers;
import org.probity.supply.supplier.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** A supplier's self-assessments on its own screens: section by section, or as a table. */
@Controller
@For(Role.SUPPLIER)
class PortalEsgWeb {
    private final SelfAssessments assessments;
    private final Sheets sheets;
    private final Sendings sendings;
    private final LastYear lastYear;
    private final Comparison comparison;
    private final Obligations obligations;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Pages pages;

    PortalEsgWeb(
            SelfAssessments assessments, Sheets sheets, Sendings sendings, LastYear lastYear, Comparison comparison, Obligations obligations, Suppliers suppliers, Accounts accounts,
            Evidence evidence, Pages pages) {
        this.assessments = assessments;
        this.sheets = sheets;
        this.sendings = sendings;
        this.lastYear = lastYear;
        this.comparison = comparison;
        this.obligations = obligations;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.evidence = evidence;
        this.pages = pages;
    }

    @GetMapping("/app/portal/esg/{id}")
    View sheet(@PathVariable UUID id, Me me) {
        return pages.view(page(own(id, me), List.of()));
    }

    @PostMapping("/app/portal/esg/{id}/sending")
    Object send(@PathVariable UUID id, Me me) {
        var it = own(id, me);
        return switch (assessments.send(it, me)) {
            case Answer.Done<Sending> done -> pages.done("/app/portal/esg/" + id, "esg.sent-thanks");
            case Answer.Refused<Sending>(var reasons) -> pages.view(page(it, reasons.stream().map(PortalEsgWeb::withoutField).toList()), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** The questions stand on other pages; their links are in the list of what is open. */
    private static Reason withoutField(Reason it) {
        return new Reason("", it.key(), it.args());
    }

    /** After a refusal a language is chosen on the page itself. */
    @GetMapping({"/app/portal/esg/{id}/sending"})
    Object sent(@PathVariable UUID id, Me me) {
        own(id, me);
        return "redirect:/app/portal/esg/" + id;
    }

    private PortalSheetPage page(Owned it, List<Reason> reasons) {
        var today = assessments.today();
        var draft = sheets.filled(it.sheet());
        var shown = it.owed().waits(today) ? draft : sent(it).orElse(draft);
        var before = lastYear.of(it.sheet());
        var supplier = suppliers.find(it.owed().party()).orElseThrow();
        return new PortalSheetPage(it.owed(), shown, it.owed().waits(today) ? assessments.remarks(it.sheet()) : Map.of(), before.map(LastYear.Before::year),
                before.map(then -> LastYear.changes(then.filled(), shown)).orElse(List.of()), assessments.unexplained(it.sheet(), shown),
                comparison.of(Topic.of(it.owed().kind()), it.owed().period(), supplier.category()), obligations.history(it.owed().id()), today, reasons);
    }

    private Optional<Filled> sent(Owned it) {
        return sendings.of(it.sheet()).stream().findFirst().map(sending -> sendings.filled(it.sheet(), sending));
    }

    @GetMapping("/app/portal/esg/{id}/sections/{section:[a-z]+}")
    View section(@PathVariable UUID id, @PathVariable String section, Me me) {
        return pages.view(section(own(id, me), section, Map.of(), List.of()));
    }

    private PortalSectionPage section(Owned it, String code, Map<String, String> typed, List<Reason> reasons) {
        var waits = it.owed().waits(assessments.today());
        var filled = waits ? sheets.filled(it.sheet()) : sent(it).orElseGet(() -> sheets.filled(it.sheet()));
        var section = filled.form().sections().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> new NotThere("section " + code));
        return new PortalSectionPage(it.owed(), filled, section, waits ? assessments.remarks(it.sheet()) : Map.of(), lastYear.of(it.sheet()).map(LastYear.Before::filled), typed,
                accounts.names(filled.answers().values().stream().map(Filled.Given::by).collect(Collectors.toSet())), assessments.today(), reasons);
    }

    /** Everything is kept that can be kept; what cannot stands in the form again. */
    @PostMapping("/app/portal/esg/{id}/sections/{section:[a-z]+}")
    Object save(
            @PathVariable UUID id, @PathVariable String section, @RequestParam Map<String, String> fields, @RequestParam MultiValueMap<String, MultipartFile> files, Me me) throws IOException {
        var it = own(id, me);
        var form = section(it, section, Map.of(), List.of()).filled().form();
        var typed = form.of(section).stream().filter(one -> !Typed.words(fields.get("value." + one.code())).isEmpty() || !Typed.words(fields.get("words." + one.code())).isEmpty()
                || !Typed.words(fields.get("seen." + one.code())).isEmpty())
                .map(one -> new Sheets.Typed(one.code(), Typed.words(fields.get("value." + one.code())), Typed.words(fields.get("words." + one.code())),
                        Typed.id(fields.get("seen." + one.code())).orElse(null))).toList();
        var reasons = new ArrayList<Reason>();
        switch (assessments.save(it, typed, me)) {
            case Answer.Done<Sheets.Kept>(var kept) -> reasons.addAll(kept.reasons());
            case Answer.Refused<Sheets.Kept>(var no) -> reasons.addAll(no);
        }
        for (var question : form.of(section)) {
            var uploads = new ArrayList<Sheets.Upload>();
            for (var file : files.getOrDefault("file." + question.code(), List.of()).stream().filter(one -> one.getOriginalFilename() != null && !one.getOriginalFilename().isEmpty()).toList()) {
                uploads.add(new Sheets.Upload(file.getOriginalFilename(), file.getContentType() == null ? "application/octet-stream" : file.getContentType(), file.getBytes()));
            }
            if (!uploads.isEmpty() && assessments.attach(it, question.code(), uploads, me) instanceof Answer.Refused<Integer>(var no)) {
                reasons.addAll(no);
            }
        }
        var out = Typed.id(fields.get("leaveOut"));
        if (out.isPresent() && assessments.leaveOut(it, out.get(), me) instanceof Answer.Refused<UUID>(var no)) {
            reasons.addAll(no);
        }
        if (!reasons.isEmpty()) {
            return pages.view(section(it, section, refused(fields, reasons), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return pages.done(after(form, section, id, out.isPresent() || !"next".equals(fields.get("act"))), "esg.draft-kept");
    }

    /** What was refused stands there again; what was kept is read from where it is kept. */
    private static Map<String, String> refused(Map<String, String> fields, List<Reason> reasons) {
        var typed = new TreeMap<String, String>();
        reasons.forEach(it -> {
            typed.put("value." + it.field(), Typed.words(fields.get("value." + it.field())));
            typed.put("words." + it.field(), Typed.words(fields.get("words." + it.field())));
        });
        return typed;
    }

    private static String after(Form form, String section, UUID id, boolean stay) {
        var codes = form.sections().stream().map(Form.Section::code).toList();
        var next = codes.indexOf(section) + 1;
        return "/app/portal/esg/" + id + (stay ? "/sections/" + section : next < codes.size() ? "/sections/" + codes.get(next) : "");
    }

    @GetMapping("/app/portal/esg/{id}/table")
    View table(@PathVariable UUID id, Me me) {
        var it = own(id, me);
        var filled = sheets.filled(it.sheet());
        return pages.file(Export.Format.XLSX, it.sheet().form() + "-" + it.owed().period(), s -> SheetFile.table(s, filled));
    }

    @PostMapping("/app/portal/esg/{id}/table")
    Object take(@PathVariable UUID id, @RequestParam MultipartFile file, Me me) throws IOException {
        var it = own(id, me);
        return switch (assessments.take(it, file.getBytes(), me)) {
            case Answer.Done<Integer>(var kept) -> pages.done("/app/portal/esg/" + id, "esg.table-taken", kept);
            case Answer.Refused<Integer>(var reasons) -> pages.view(page(it, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/portal/esg/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Me me) {
        var item = sheets.file(own(id, me).sheet(), file).orElseThrow(() -> new NotThere("file " + file));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    private Owned own(UUID id, Me me) {
        return assessments.own(id, me).orElseThrow(() -> new NotThere("self-assessment " + id));
    }
}
