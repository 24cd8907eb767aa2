package org.probity.supply.supplier;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Replies;
import org.probity.supply.supplier.Imports.Outcome;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handing files in from a program. It reads and judges them; bringing one in is a binding act, which its person does in the browser after
 * seeing what it would do.
 */
@RestController
@For({Role.BUYER, Role.SOURCING_OFFICER})
class ImportApi {
    /**
     * A file that waits for a day to be brought in.
     *
     * @param open where the person whose key it was brings it in
     */
    record FileRead(UUID batch, String file, long added, long changed, long same, String open) {}

    private final Imports imports;
    private final Replies replies;

    ImportApi(Imports imports, Replies replies) {
        this.imports = imports;
        this.replies = replies;
    }

    /**
     * Reads a file of suppliers, sites, materials or a goods-receipt ledger, XLSX or CSV, and says what it would do or what is wrong with it,
     * line by line. Nothing of it counts before the key's person has brought it in at the address in the answer.
     */
    @PostMapping(path = "/api/suppliers/import/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> read(@PathVariable String kind, ImportWeb.FileForm form, Me me, HttpServletRequest request) throws IOException {
        var it = ImportWeb.of(kind);
        return switch (form.read(it, imports, me)) {
            case Outcome.Ready(var plan) -> ResponseEntity.ok(new FileRead(plan.batch(), plan.file(), plan.added(), plan.changed(), plan.same(),
                    "/app/suppliers/import/" + it.path() + "/" + plan.batch()));
            case Outcome.Faulty(var faults) -> replies.faulty(faults, request,
                    (s, fault) -> new Replies.Fault(fault.row(), fault.column(), fault.key(), s.t(fault.key(), fault.value()), fault.value()));
            case Outcome.Refused(var field, var key, var args) -> replies.of(Answer.refused(field, key, args.toArray()), request, refused -> refused);
        };
    }
}
