package org.probity.shapes.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.measure.Measure.Subject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Measures on our screens. Who of those let in may see one is for the room of its subject to say, and who may act is for {@link Measures}. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE})
class MeasureWeb {
    private static final String ONE = "/app/measures/{id:[0-9a-f-]{36}}";

    private final Measures measures;
    private final MeasurePages shown;
    private final Evidence evidence;
    private final Pages pages;

    MeasureWeb(Measures measures, MeasurePages shown, Evidence evidence, Pages pages) {
        this.measures = measures;
        this.shown = shown;
        this.evidence = evidence;
        this.pages = pages;
    }

    @GetMapping("/app/measures/new")
    Object promise(@RequestParam Map<String, String> typed, Me me) {
        return pages.view(shown.promise(subject(typed), me, Map.of(), List.of()));
    }

    private static Subject subject(Map<String, String> typed) {
        return new Subject(typed.getOrDefault("kind", ""), Typed.id(typed.get("subject")).orElseThrow(() -> new NotThere("subject " + typed.get("subject"))));
    }

    @PostMapping("/app/measures")
    Object promised(@RequestParam Map<String, String> typed, Me me) {
        var subject = subject(typed);
        var about = shown.promise(subject, me, typed, List.of()).about();
        var owner = measures.named(typed.getOrDefault("owner", ""));
        var due = Typed.day(typed.get("dueDay"));
        var answer = owner.isEmpty() ? Answer.<Measure>refused("owner", "measure.owner-unknown") : due.isEmpty() ? Answer.<Measure>refused("dueDay", "measure.not-a-day")
                : measures.promise(subject, typed.getOrDefault("what", ""), owner.get(), due.get(), me);
        return pages.told(answer, about.href(), "measure.was-promised", reasons -> shown.promise(subject, me, typed, reasons));
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(shown.page(id, me, Map.of(), List.of()));
    }

    @PostMapping(ONE + "/done")
    Object done(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, @RequestParam(required = false) @Nullable MultipartFile file, Me me) {
        shown.page(id, me, Map.of(), List.of());
        return answered(measures.done(id, words, shown(file).map(List::of).orElse(List.of()), me), id, me, Map.of("words", words), "measure.was-done");
    }

    /** A browser sends an empty part without a name where no file was chosen. */
    private static Optional<Measures.Shown> shown(@Nullable MultipartFile file) {
        if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Measures.Shown(file.getOriginalFilename(), file.getContentType() == null ? "application/octet-stream" : file.getContentType(), file.getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping(ONE + "/ruling")
    Object rule(@PathVariable UUID id, @RequestParam(defaultValue = "") String next, @RequestParam(defaultValue = "") String words, Me me) {
        shown.page(id, me, Map.of(), List.of());
        return answered("SEEN".equals(next) ? measures.seenDone(id, words, me) : measures.sendBack(id, words, me), id, me, Map.of("words", words), "measure.was-ruled");
    }

    @PostMapping(ONE + "/dropping")
    Object drop(@PathVariable UUID id, @RequestParam(defaultValue = "") String because, Me me) {
        shown.page(id, me, Map.of(), List.of());
        return answered(under(measures.drop(id, because, me), "words", "because"), id, me, Map.of("because", because), "measure.was-ruled");
    }

    @PostMapping(ONE + "/owner")
    Object handOver(@PathVariable UUID id, @RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "") String reason, Me me) {
        shown.page(id, me, Map.of(), List.of());
        return answered(measures.named(owner).map(it -> measures.handOver(id, it, reason, me)).orElseGet(() -> Answer.refused("owner", "measure.owner-unknown")), id, me,
                Map.of("owner", owner, "reason", reason), "measure.was-handed-over");
    }

    @PostMapping(ONE + "/result")
    Object publish(@PathVariable UUID id, @RequestParam(defaultValue = "") String result, Me me) {
        shown.page(id, me, Map.of(), List.of());
        return answered(measures.publish(id, result, me), id, me, Map.of("result", result), "measure.was-published");
    }

    @GetMapping(ONE + "/files/{file:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Me me) {
        var item = shown.page(id, me, Map.of(), List.of()).steps().stream().flatMap(step -> step.files().stream()).filter(it -> it.id().equals(file)).findFirst()
                .orElseThrow(() -> new NotThere("file " + file));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    /** A page has fields of the same kind for several acts; a refusal leads to the one that was filled in. */
    private static <T> Answer<T> under(Answer<T> answer, String field, String there) {
        return switch (answer) {
            case Answer.Done<T> done -> done;
            case Answer.Refused<T>(var reasons) -> new Answer.Refused<>(reasons.stream().map(it -> it.field().equals(field) ? new Reason(there, it.key(), it.args()) : it).toList());
        };
    }

    private Object answered(Answer<Measure> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<Measure> _ -> pages.done("/app/measures/" + id, said);
            case Answer.Refused<Measure>(var reasons) -> pages.view(shown.page(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
