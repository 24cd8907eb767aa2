package org.probity.supply.supplier;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.probity.supply.supplier.ImportPage.Typed;
import org.probity.supply.supplier.Imports.Outcome;
import org.probity.supply.supplier.Reading.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Bringing files in: the template, what is wrong with a file or what it would do, and doing it. */
@Controller
@For({Role.BUYER, Role.SOURCING_OFFICER})
class ImportWeb {
    record FileForm(@Nullable String year, @Nullable String statedRows, @Nullable String statedKilograms, @Nullable MultipartFile file) {
        Typed typed() {
            return new Typed(org.probity.supply.supplier.Typed.words(year), org.probity.supply.supplier.Typed.words(statedRows),
                    org.probity.supply.supplier.Typed.words(statedKilograms));
        }

        /** Refuses {@code ui.file-empty}, {@code supplier.year-wrong}, and what {@link Imports#read} refuses. */
        Outcome read(Kind kind, Imports imports, Me me) throws IOException {
            if (file == null || file.isEmpty()) {
                return new Outcome.Refused("file", "ui.file-empty", List.of());
            }
            var typed = typed();
            if (kind == Kind.LEDGER && !typed.year().matches("20[0-9]{2}")) {
                return new Outcome.Refused("year", "supplier.year-wrong", List.of());
            }
            var ask = new Imports.Ask(kind, kind == Kind.LEDGER ? Integer.valueOf(typed.year()) : null,
                    typed.statedRows().matches("[0-9]{1,7}") ? Integer.valueOf(typed.statedRows()) : null,
                    org.probity.supply.supplier.Typed.number(typed.statedKilograms()).orElse(null));
            var name = Optional.ofNullable(file.getOriginalFilename()).filter(given -> !given.isBlank()).orElse(kind.path());
            return imports.read(ask, name, file.getBytes(), me);
        }
    }

    private final Imports imports;
    private final Pages pages;

    ImportWeb(Imports imports, Pages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping("/app/suppliers/import")
    View first() {
        return pages.view(page(Kind.SUPPLIERS, Optional.empty(), List.of(), Typed.NOTHING, List.of()));
    }

    @GetMapping("/app/suppliers/import/{kind}")
    View choose(@PathVariable String kind) {
        return pages.view(page(of(kind), Optional.empty(), List.of(), Typed.NOTHING, List.of()));
    }

    @GetMapping("/app/suppliers/import/{kind}/template")
    View template(@PathVariable String kind, Query query) {
        var it = of(kind);
        return pages.template(query.format().orElse(Export.Format.CSV), it.path(), it.columns);
    }

    @PostMapping("/app/suppliers/import/{kind}")
    Object read(@PathVariable String kind, FileForm form, Me me) throws IOException {
        var it = of(kind);
        var typed = form.typed();
        return switch (form.read(it, imports, me)) {
            case Outcome.Ready(var plan) -> pages.view(page(it, Optional.of(plan), List.of(), typed, List.of()));
            case Outcome.Faulty(var faults) -> pages.view(page(it, Optional.empty(), faults, typed, List.of()), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Refused(var field, var key, var args) -> refused(it, typed, new Reason(field, key, args));
        };
    }

    @StepUp
    @GetMapping("/app/suppliers/import/{kind}/{batch}")
    View plan(@PathVariable String kind, @PathVariable UUID batch, Me me) {
        var it = of(kind);
        var plan = imports.plan(batch, me).filter(held -> held.kind() == it).orElseThrow(() -> new NotThere(it + " batch " + batch));
        return pages.view(page(it, Optional.of(plan), List.of(), Typed.NOTHING, List.of()));
    }

    @StepUp
    @PostMapping("/app/suppliers/import/{kind}/{batch}")
    Object bringIn(@PathVariable String kind, @PathVariable UUID batch, Me me) {
        var it = of(kind);
        return switch (imports.bringIn(batch, me)) {
            case Answer.Done<Imports.Plan>(var plan) ->
                    pages.done(it == Kind.LEDGER ? "/app/suppliers/import/ledger" : "/app/suppliers", "supplier.imported", plan.added(), plan.changed(), plan.same());
            case Answer.Refused<Imports.Plan>(var reasons) ->
                    pages.view(page(it, Optional.empty(), List.of(), Typed.NOTHING, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private View refused(Kind kind, Typed typed, Reason reason) {
        return pages.view(page(kind, Optional.empty(), List.of(), typed, List.of(reason)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ImportPage page(Kind kind, Optional<Imports.Plan> plan, List<Reading.Fault> faults, Typed typed, List<Reason> reasons) {
        return new ImportPage(kind.path(), kind.columns,
                plan.map(it -> new ImportPage.Plan(it.batch().toString(), it.file(), it.added(), it.changed(), it.same())),
                faults.stream().map(it -> new ImportPage.Fault(it.row(), it.column(), it.key(), it.value())).toList(), typed, reasons);
    }

    static Kind of(String path) {
        return Arrays.stream(Kind.values()).filter(it -> it.path().equals(path)).findFirst().orElseThrow(() -> new NotThere("import " + path));
    }
}
