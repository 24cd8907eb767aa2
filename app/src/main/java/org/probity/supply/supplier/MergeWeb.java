package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two records that are the same company: proposed by one who keeps the register, agreed by another. */
@Controller
@For({Role.BUYER, Role.SOURCING_OFFICER})
class MergeWeb {
    private final Merges merges;
    private final MergedRows rows;
    private final Suppliers suppliers;
    private final SupplierSearch search;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    MergeWeb(Merges merges, MergedRows rows, Suppliers suppliers, SupplierSearch search, Accounts accounts, Pages pages, Clock clock) {
        this.merges = merges;
        this.rows = rows;
        this.suppliers = suppliers;
        this.search = search;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/suppliers/{id}/merge")
    Object ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String other) {
        return pages.view(page(there(id), other.strip(), "", List.of()));
    }

    @StepUp
    @PostMapping("/app/suppliers/{id}/merge")
    Object propose(@PathVariable UUID id, @RequestParam(defaultValue = "") String other, @RequestParam(defaultValue = "") String reason, Me me) {
        var stays = there(id);
        var gone = search.exactly(other.strip());
        var answer = gone.isEmpty() ? Answer.<UUID>refused("other", "supplier.merge-unknown") : merges.propose(gone.get().id(), id, reason, me);
        return switch (answer) {
            case Answer.Done<UUID>(var merge) -> pages.done(MergesPage.PATH + "/" + merge, "supplier.merge-was-proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(stays, other.strip(), reason, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private MergePage page(Supplier stays, String typed, String reason, List<Reason> reasons) {
        var gone = typed.isEmpty() ? Optional.<Supplier>empty() : search.exactly(typed);
        var problems = !reasons.isEmpty() || typed.isEmpty() ? reasons
                : gone.isEmpty() ? List.of(new Reason("other", "supplier.merge-unknown", List.of()))
                : gone.get().id().equals(stays.id()) ? List.of(new Reason("other", "supplier.merge-self", List.of()))
                : merges.into(gone.get().id()).isPresent() ? List.of(new Reason("other", "supplier.merge-gone", List.of())) : reasons;
        var shown = gone.filter(it -> !it.id().equals(stays.id()) && merges.into(it.id()).isEmpty());
        return new MergePage(stays, shown.orElse(null), shown.map(it -> rows.preview(it.id(), stays.id())).orElse(null), typed, reason, problems);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @GetMapping("/app/suppliers/merges")
    Object all() {
        var all = merges.all();
        var ids = all.stream().flatMap(it -> Stream.of(it.gone(), it.stays())).collect(Collectors.toSet());
        return pages.view(new MergesPage(all, suppliers.find(ids).stream().collect(Collectors.toMap(Supplier::id, Function.identity())),
                accounts.names(new HashSet<>(all.stream().map(Merge::proposedBy).toList())), LocalDate.now(clock)));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @GetMapping("/app/suppliers/merges/{merge}")
    Object one(@PathVariable UUID merge, Me me) {
        return pages.view(page(found(merge), me, List.of()));
    }

    private MergedPage page(Merge it, Me me, List<Reason> reasons) {
        return new MergedPage(it, there(it.gone()), there(it.stays()), it.waits() ? rows.preview(it.gone(), it.stays()) : null, rows.went(it.id()),
                it.inForce() ? rows.kept(it.gone()) : List.of(),
                accounts.names(Stream.concat(Stream.of(it.proposedBy()), Stream.ofNullable(it.undoBy())).collect(Collectors.toSet())),
                me.is(Role.BUYER) || me.is(Role.SOURCING_OFFICER), me, LocalDate.now(clock), reasons);
    }

    @StepUp
    @PostMapping("/app/suppliers/merges/{merge}/approval")
    Object approve(@PathVariable UUID merge, Me me) {
        return ruled(merge, merges.rule(merge, Outcome.APPROVED, me), "supplier.merge-was-approved", me);
    }

    @PostMapping("/app/suppliers/merges/{merge}/rejection")
    Object reject(@PathVariable UUID merge, Me me) {
        return ruled(merge, merges.rule(merge, Outcome.REJECTED, me), "supplier.merge-was-rejected", me);
    }

    @PostMapping("/app/suppliers/merges/{merge}/withdrawal")
    Object withdraw(@PathVariable UUID merge, Me me) {
        return ruled(merge, merges.rule(merge, Outcome.WITHDRAWN, me), "supplier.merge-was-withdrawn", me);
    }

    @StepUp
    @PostMapping("/app/suppliers/merges/{merge}/undo")
    Object proposeUndoing(@PathVariable UUID merge, @RequestParam(defaultValue = "") String reason, Me me) {
        return ruled(merge, merges.proposeUndoing(merge, reason, me), "supplier.unmerge-was-proposed", me);
    }

    @StepUp
    @PostMapping("/app/suppliers/merges/{merge}/undo/approval")
    Object undo(@PathVariable UUID merge, Me me) {
        return ruled(merge, merges.ruleUndoing(merge, Outcome.APPROVED, me), "supplier.unmerge-was-approved", me);
    }

    @PostMapping("/app/suppliers/merges/{merge}/undo/rejection")
    Object keep(@PathVariable UUID merge, Me me) {
        return ruled(merge, merges.ruleUndoing(merge, Outcome.REJECTED, me), "supplier.unmerge-was-rejected", me);
    }

    @PostMapping("/app/suppliers/merges/{merge}/undo/withdrawal")
    Object withdrawUndoing(@PathVariable UUID merge, Me me) {
        return ruled(merge, merges.ruleUndoing(merge, Outcome.WITHDRAWN, me), "supplier.unmerge-was-withdrawn", me);
    }

    private Object ruled(UUID merge, Answer<UUID> answer, String said, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done(MergesPage.PATH + "/" + merge, said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(found(merge), me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Merge found(UUID merge) {
        return merges.find(merge).orElseThrow(() -> new NotThere("merge " + merge));
    }

    private Supplier there(UUID id) {
        return suppliers.find(id).orElseThrow(() -> new NotThere("supplier " + id));
    }
}
