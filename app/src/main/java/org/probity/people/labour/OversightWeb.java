package org.probity.people.labour;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The union's part on screens. */
@Controller
@For({Role.UNION, Role.HR, Role.LEGAL})
class OversightWeb {
    private static final String AT = "/app/labour/union/{policy:[0-9a-f-]{36}}";

    private final Oversight oversight;
    private final UnionFindings unionFindings;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Pages pages;

    OversightWeb(Oversight oversight, UnionFindings unionFindings, Evidence evidence, Accounts accounts, Pages pages) {
        this.oversight = oversight;
        this.unionFindings = unionFindings;
        this.evidence = evidence;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/labour/union")
    Object all() {
        return pages.view(new OversightPage(oversight.rules(), unionFindings.findings()));
    }

    @GetMapping(AT)
    Object rule(@PathVariable UUID policy, Me me) {
        return pages.view(page(policy, me, Map.of(), List.of()));
    }

    private RulePage page(UUID policy, Me me, Map<String, String> typed, List<Reason> reasons) {
        var rule = oversight.rule(policy).orElseThrow(() -> new NotThere("labour rule " + policy));
        var by = rule.reviewedBy();
        return new RulePage(rule, by == null ? "" : accounts.names(Set.of(by)).getOrDefault(by, "–"), oversight.making(rule.version()), oversight.objection(policy), oversight.today(), me.roles(), typed, reasons);
    }

    @PostMapping(AT + "/making")
    Object made(@PathVariable UUID policy, @RequestParam Map<String, String> typed, @RequestParam MultipartFile file, Me me) throws IOException {
        var day = Typed.day(typed.get("day"));
        var step = Arrays.stream(Oversight.Making.values()).filter(it -> it.name().equals(typed.get("step"))).findFirst();
        if (day.isEmpty() || step.isEmpty()) {
            return refused(policy, me, typed, List.of(new Reason(day.isEmpty() ? "day" : "step", day.isEmpty() ? "labour.day-wrong" : "labour.step-missing", List.of())));
        }
        var name = file.getOriginalFilename();
        var type = file.getContentType();
        return answered(policy, me, typed, oversight.made(policy, step.get(), day.get(), name == null || name.isBlank() ? "file" : name, type == null ? "application/octet-stream" : type,
                file.getBytes(), me), "labour.step-shown");
    }

    /** The file that shows a step; whoever assures the figure of lawfully made rules reads it, too. */
    @For({Role.UNION, Role.HR, Role.LEGAL, Role.ASSURER})
    @GetMapping(AT + "/making/{step}")
    ResponseEntity<byte[]> shown(@PathVariable UUID policy, @PathVariable String step) {
        var made = oversight.rule(policy).stream().flatMap(it -> oversight.making(it.version()).stream()).filter(it -> it.step().name().equals(step)).findFirst()
                .orElseThrow(() -> new NotThere("step " + step + " of " + policy));
        var item = evidence.find(made.evidence()).orElseThrow();
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @For(Role.UNION)
    @PostMapping(AT + "/review")
    Object review(@PathVariable UUID policy, @RequestParam Map<String, String> typed, Me me) {
        var opinion = Arrays.stream(Oversight.Opinion.values()).filter(it -> it.name().equals(typed.get("opinion"))).findFirst();
        return answered(policy, me, typed, oversight.review(policy, opinion.orElse(null), Typed.words(typed.get("words")), me), "labour.was-reviewed");
    }

    @For(Role.UNION)
    @PostMapping(AT + "/findings")
    Object raise(@PathVariable UUID policy, @RequestParam Map<String, String> typed, Me me) {
        var due = Typed.day(typed.get("due"));
        return due.isEmpty() ? refused(policy, me, typed, List.of(new Reason("due", "labour.day-wrong", List.of())))
                : answered(policy, me, typed, unionFindings.raise(policy, Typed.words(typed.get("found")), due.get(), me), "labour.was-raised");
    }

    @For(Role.UNION)
    @PostMapping(AT + "/objection")
    Object object(@PathVariable UUID policy, @RequestParam Map<String, String> typed, Me me) {
        return answered(policy, me, typed, oversight.object(policy, Typed.words(typed.get("wordsEn")), Typed.words(typed.get("wordsZh")), me), "labour.was-objected");
    }

    @For(Role.UNION)
    @PostMapping(AT + "/objection/lifting")
    Object lift(@PathVariable UUID policy, Me me) {
        return answered(policy, me, Map.of(), oversight.lift(policy, me), "labour.was-lifted");
    }

    @GetMapping({AT + "/making", AT + "/review", AT + "/findings", AT + "/objection", AT + "/objection/lifting"})
    Object back(@PathVariable UUID policy) {
        return "redirect:/app/labour/union/" + policy;
    }

    private Object answered(UUID policy, Me me, Map<String, String> typed, Answer<UUID> answer, String key) {
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/union/" + policy, key);
            case Answer.Refused<UUID>(var reasons) -> refused(policy, me, typed, reasons);
        };
    }

    private Object refused(UUID policy, Me me, Map<String, String> typed, List<Reason> reasons) {
        return pages.view(page(policy, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/app/labour/union/findings/{id}")
    Object finding(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, "", List.of()));
    }

    private UnionFindingPage page(UUID id, Me me, String typed, List<Reason> reasons) {
        var found = unionFindings.finding(id).orElseThrow(() -> new NotThere("union finding " + id));
        var steps = unionFindings.steps(id);
        return new UnionFindingPage(found, steps, accounts.names(steps.stream().map(UnionFindings.Step::by).collect(Collectors.toSet())), me.account(), me.roles(), typed, reasons);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping("/app/labour/union/findings/{id}/doing")
    Object done(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, Me me) {
        unionFindings.finding(id).orElseThrow(() -> new NotThere("union finding " + id));
        return stepped(id, unionFindings.done(id, words, me), "labour.was-done", words, me);
    }

    @For(Role.UNION)
    @PostMapping("/app/labour/union/findings/{id}/verification")
    Object verify(@PathVariable UUID id, @RequestParam(defaultValue = "") String good, @RequestParam(defaultValue = "") String words, Me me) {
        unionFindings.finding(id).orElseThrow(() -> new NotThere("union finding " + id));
        return stepped(id, unionFindings.verify(id, good.equals("yes"), words, me), good.equals("yes") ? "labour.was-verified" : "labour.went-back", words, me);
    }

    @GetMapping({"/app/labour/union/findings/{id}/doing", "/app/labour/union/findings/{id}/verification"})
    Object backToFinding(@PathVariable UUID id) {
        return "redirect:/app/labour/union/findings/" + id;
    }

    private Object stepped(UUID id, Answer<UUID> answer, String key, String words, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/union/findings/" + id, key);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(id, me, words, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
