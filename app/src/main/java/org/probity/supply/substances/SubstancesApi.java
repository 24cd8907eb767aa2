package org.probity.supply.substances;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Role;
import org.probity.shapes.obligation.State;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports of substances for programs. */
@RestController
@For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.BUYER})
class SubstancesApi {
    private static final int MOST = 1_000;

    /** What is asked of a supplier and what came. @param list the candidate list of which a statement speaks */
    record SubstancePaper(
            UUID request, UUID supplier, String number, String kind, State state, LocalDate dueDay, @Nullable LocalDate validUntil, @Nullable LocalDate reportDay,
            @Nullable String laboratory, @Nullable String list) {}

    private final SubstanceLines lines;

    SubstancesApi(SubstanceLines lines) {
        this.lines = lines;
    }

    /** What is asked for in a year, those that wait for a person first; narrowed by kind (ROHS, REACH, DECLARATION, RENEWAL), state, and words of a supplier's name or number. At most a thousand from an offset on. */
    @GetMapping("/api/substances/papers")
    List<SubstancePaper> papers(
            @RequestParam int year, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long offset) {
        var sought = SubstanceLines.sought(year, state, kind, q);
        return lines.page(sought, MOST, Math.max(0, offset)).stream().map(it -> new SubstancePaper(it.obligation(), it.supplier(), it.number(),
                PaperKind.of(it.kind()).name(), it.state(), it.dueDay(), it.validUntil(), it.reportDay(), it.laboratory(), it.listVersion())).toList();
    }
}
