package org.probity.house.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Open;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.probity.proof.CosignRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log's page, public and at the desk, and what witnesses bring. */
@Controller
class LogPageWeb {
    @Component
    static class Lines {
        @Bean
        MenuEntry logLine() {
            return MenuEntry.of(Wing.HOUSE, 40, "log.title", "/app/log", Role.ADMINISTRATOR, Role.PUBLISHER, Role.ASSURER, Role.UNION);
        }
    }

    private final Log log;
    private final Cosigning cosigning;
    private final OutsideMemory memory;
    private final Pages pages;

    LogPageWeb(Log log, Cosigning cosigning, OutsideMemory memory, Pages pages) {
        this.log = log;
        this.cosigning = cosigning;
        this.memory = memory;
        this.pages = pages;
    }

    @Open
    @GetMapping("/log")
    Object publicly() {
        return pages.view(page(LogPage.Acts.NONE, List.of()));
    }

    /** What a witness is handed that last saw a tree of this size (C2SP tlog-witness); 0 for one that has seen none. */
    @Open
    @GetMapping(path = "/log/request", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> request(@RequestParam long old) {
        return switch (cosigning.request(old)) {
            case Answer.Done<CosignRequest>(var request) ->
                    ResponseEntity.ok(request.toString().getBytes(StandardCharsets.UTF_8));
            case Answer.Refused<CosignRequest> _ -> ResponseEntity.notFound().build();
        };
    }

    @For({Role.ADMINISTRATOR, Role.PUBLISHER, Role.ASSURER, Role.UNION})
    @GetMapping("/app/log")
    Object atTheDesk(Me me) {
        return pages.view(page(acts(me), List.of()));
    }

    @For({Role.ADMINISTRATOR, Role.ASSURER, Role.UNION})
    @PostMapping("/app/log/cosignatures")
    Object cosign(@RequestParam String line, Me me) {
        return said(cosigning.cosign(line), "log.cosign.done", me);
    }

    @StepUp
    @For(Role.ADMINISTRATOR)
    @PostMapping("/app/log/witnesses")
    Object name(@RequestParam String vkey, Me me) {
        return said(cosigning.name(vkey, me), "log.witness.done", me);
    }

    @StepUp
    @For(Role.ADMINISTRATOR)
    @PostMapping("/app/log/recoveries")
    Object recover(@RequestParam String reason, Me me) {
        return said(cosigning.recover(reason, me), log.hasKey() ? "log.recovery.done" : "log.recovery.new_key", me);
    }

    private Object said(Answer<?> answer, String key, Me me) {
        return switch (answer) {
            case Answer.Done<?> _ -> pages.done("/app/log", key);
            case Answer.Refused<?>(var reasons) -> pages.view(page(acts(me), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static LogPage.Acts acts(Me me) {
        return me.is(Role.ADMINISTRATOR) ? LogPage.Acts.ALL
                : me.is(Role.ASSURER) || me.is(Role.UNION) ? LogPage.Acts.COSIGN : LogPage.Acts.NONE;
    }

    private LogPage page(LogPage.Acts acts, List<Answer.Reason> reasons) {
        var remembered = switch (memory.standing()) {
            case OutsideMemory.Standing.NoMemory() -> LogPage.Memory.NONE;
            case OutsideMemory.Standing.Agrees() -> LogPage.Memory.AGREES;
            case OutsideMemory.Standing.Contradicted(_, _, boolean setBack) -> setBack ? LogPage.Memory.SET_BACK : LogPage.Memory.FORKED;
            case OutsideMemory.Standing.Unreachable _ -> LogPage.Memory.UNREACHABLE;
            case OutsideMemory.Standing.Restored _ -> LogPage.Memory.RESTORED;
            case OutsideMemory.Standing.Keyless(var from) -> from.isPresent() ? LogPage.Memory.KEY_LOST : LogPage.Memory.KEYLESS;
        };
        return new LogPage(log.newest().map(signed -> new LogPage.Tree(signed.size(), signed.note().toString())), log.verifier().vkey(),
                log.verifier().fingerprint(), cosigning.witnesses(), remembered, memory.restoration(), log.waiting(), acts, reasons);
    }
}
