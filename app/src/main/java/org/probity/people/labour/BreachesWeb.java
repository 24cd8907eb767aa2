package org.probity.people.labour;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.evidence.Evidence;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What authorities decided about work here: read by human resources and the union, entered by legal affairs. */
@Controller
@For({Role.HR, Role.LEGAL, Role.UNION})
class BreachesWeb {
    static final String AT = "/app/labour/breaches";

    private final Breaches breaches;
    private final Evidence evidence;
    private final Directory directory;
    private final Pages pages;

    BreachesWeb(Breaches breaches, Evidence evidence, Directory directory, Pages pages) {
        this.breaches = breaches;
        this.evidence = evidence;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping(AT)
    Object all(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private BreachesPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new BreachesPage(breaches.all(), me.is(Role.LEGAL), directory.tree(breaches.today()).stream().filter(it -> it.kind() == Place.Kind.SITE).toList(), typed, reasons);
    }

    @For({Role.LEGAL, Role.HR, Role.UNION})
    @GetMapping(AT + "/{id}/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        var breach = breaches.all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> new NotThere("decision " + id));
        var item = evidence.find(breach.evidence()).orElseThrow();
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @For(Role.LEGAL)
    @StepUp
    @PostMapping(AT)
    Object enter(@RequestParam Map<String, String> typed, @RequestParam MultipartFile file, Me me) throws IOException {
        var fine = Typed.words(typed.get("fine"));
        var name = file.getOriginalFilename();
        var type = file.getContentType();
        var it = new Breaches.Decision(Typed.words(typed.get("number")), Typed.words(typed.get("authority")), Typed.words(typed.get("law")), Typed.id(typed.get("place")).orElse(null),
                Typed.day(typed.get("decided")).orElse(null), fine.matches("[0-9]{1,12}(\\.[0-9]{1,6})?") ? new BigDecimal(fine) : null, Typed.words(typed.get("words")));
        return answered(breaches.enter(it, name == null || name.isBlank() ? "file" : name, type == null ? "application/octet-stream" : type, file.getBytes(), me), "labour.breach-entered", typed, me);
    }

    @For(Role.LEGAL)
    @StepUp
    @PostMapping(AT + "/annulment")
    Object annul(@RequestParam Map<String, String> typed, Me me) {
        return answered(breaches.annul(Typed.id(typed.get("breach")).orElse(new UUID(0, 0)), Typed.words(typed.get("annulled")), me), "labour.was-annulled", typed, me);
    }

    @GetMapping(AT + "/annulment")
    Object back() {
        return "redirect:" + AT;
    }

    private Object answered(Answer<UUID> answer, String key, Map<String, String> typed, Me me) {
        return pages.told(answer, AT, key, reasons -> page(me, typed, reasons));
    }
}
