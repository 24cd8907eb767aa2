package org.probity.house.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Replies;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Handing in units and people from a program; whether they come in is said by a person in the browser. */
@RestController
@For(Role.HR)
class IntakeApi {
    /**
     * A file that waits for a day to be brought in.
     *
     * @param open where human resources bring it in
     */
    record PeopleRead(UUID batch, String file, long added, long changed, long ended, long same, String open) {}

    /** What a form of the browser would send. */
    record PeopleForm(@Nullable MultipartFile file) {}

    private final Intake intake;
    private final Replies replies;

    IntakeApi(Intake intake, Replies replies) {
        this.intake = intake;
        this.replies = replies;
    }

    /**
     * Reads a file of units or people, XLSX or CSV, and says what it would do or what is wrong with it, line by line. Nothing of it counts
     * before human resources have brought it in at the address in the answer.
     */
    @PostMapping(path = "/api/directory/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> read(PeopleForm form, Me me, HttpServletRequest request) throws IOException {
        var file = form.file();
        if (file == null) {
            return replies.of(Answer.refused("file", "ui.file-empty"), request, refused -> refused);
        }
        var name = file.getOriginalFilename();
        return switch (intake.read(file.getBytes(), name == null || name.isBlank() ? "file" : name, me.account())) {
            case Answer.Done<UUID>(var batch) -> said(batch, request);
            case Answer.Refused<UUID> refused -> replies.of(refused, request, batch -> batch);
        };
    }

    private ResponseEntity<?> said(UUID batch, HttpServletRequest request) {
        var found = intake.find(batch).orElseThrow();
        if (!found.faults().isEmpty()) {
            return replies.faulty(found.faults(), request,
                    (s, fault) -> new Replies.Fault(fault.row(), fault.column(), fault.key(), s.t(fault.key(), fault.value()), fault.value()));
        }
        var plan = intake.plan(batch).orElseThrow();
        return ResponseEntity.ok(new PeopleRead(batch, found.file(), plan.added(), plan.changed(), plan.ended(), plan.same(), "/app/directory/import/" + batch));
    }
}
