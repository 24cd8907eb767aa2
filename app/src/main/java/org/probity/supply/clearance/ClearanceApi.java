package org.probity.supply.clearance;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clearance for programs: an ERP asks before each order, and refuses the order when the answer is no. */
@RestController
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
class ClearanceApi {
    /**
     * As a program asks.
     *
     * @param supplier the register's id or number
     * @param reference the program's own word for what it is about, such as the number of a draft order
     */
    record ClearanceQuestion(
            String supplier, @Nullable String category, @Nullable String site, String act, @Nullable String reference) {}

    /** @param logIndex absent: the fact is recorded and waits for its place in the log */
    record ClearanceReason(
            String rule, int version, String verdict, String key, String en, String zh, @Nullable UUID record, @Nullable Long logIndex,
            @Nullable LocalDate until, @Nullable LocalDate exceptionUntil) {}

    /** @param rules the set of rules and versions it was given by */
    record ClearanceAnswer(
            UUID id, Instant at, UUID supplier, @Nullable String category, @Nullable UUID site, String act, @Nullable String reference, boolean allowed,
            String outcome, UUID rules, List<ClearanceReason> reasons) {}

    /** @param line which question of the list, from 1 @param refused the key of why there is no answer */
    record ClearanceLine(int line, @Nullable ClearanceAnswer answer, @Nullable String refused) {}

    record ClearanceList(List<ClearanceLine> lines, long yes, long warned, long no, long refused) {}

    /** The answers given lately, newest first. */
    record ClearanceHistory(List<ClearanceAnswer> answers, int page, long total) {}

    private final Clearances clearances;
    private final Answers answers;
    private final Asking asking;
    private final Messages messages;
    private final Replies replies;

    ClearanceApi(Clearances clearances, Answers answers, Asking asking, Messages messages, Replies replies) {
        this.clearances = clearances;
        this.answers = answers;
        this.asking = asking;
        this.messages = messages;
        this.replies = replies;
    }

    /** Whether we may do this with that supplier now; kept, so that it can be looked up by its id. Asked 2,000 times a second it still answers. */
    @PostMapping("/api/clearances")
    ResponseEntity<?> ask(@RequestBody ClearanceQuestion question, Me me, HttpServletRequest request) {
        return replies.of(answered(question, me), request, this::shown);
    }

    private Answer<Clearance> answered(ClearanceQuestion question, Me me) {
        return switch (typed(question).read()) {
            case Answer.Refused<Typed.Read>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Typed.Read>(var read) -> {
                var asked = clearances.asked(read, me);
                yield asking.ask(asked).<Answer<Clearance>>map(Answer::done).orElseGet(() -> clearances.unknown(asked));
            }
        };
    }

    /** The same question about many suppliers, categories and acts at once, all answered by one state of the house; 10,000 at the most. */
    @PostMapping("/api/clearances/list")
    ResponseEntity<?> list(@RequestBody List<ClearanceQuestion> questions, Me me, HttpServletRequest request) {
        return replies.of(clearances.askAll(questions.stream().map(ClearanceApi::typed).toList(), me), request, this::shown);
    }

    /** What was answered then, word for word, whatever holds today. */
    @GetMapping("/api/clearances/{id}")
    ClearanceAnswer one(@PathVariable UUID id) {
        return answers.find(id).map(this::shown).orElseThrow(() -> new NotThere("clearance " + id));
    }

    /** Answers about a supplier, or all, newest first; fifty a page. */
    @GetMapping("/api/clearances")
    ClearanceHistory history(@RequestParam(required = false) @Nullable UUID supplier, @RequestParam(defaultValue = "1") int page) {
        var at = Math.clamp(page, 1, 1_000_000);
        var sought = Answers.Sought.about(supplier);
        return new ClearanceHistory(answers.newest(sought, 50, (at - 1) * 50L).stream().map(it -> shown(it.clearance())).toList(), at, answers.count(sought));
    }

    private static Typed typed(@Nullable ClearanceQuestion it) {
        return it == null ? new Typed(null, null, null, null, null) : new Typed(it.supplier(), it.category(), it.site(), it.act(), it.reference());
    }

    private ClearanceList shown(List<Answer<Clearance>> all) {
        var lines = new ArrayList<ClearanceLine>();
        var counts = new HashMap<String, Long>();
        for (var it : all) {
            var line = switch (it) {
                case Answer.Done<Clearance>(var clearance) -> new ClearanceLine(lines.size() + 1, shown(clearance), null);
                case Answer.Refused<Clearance>(var reasons) -> new ClearanceLine(lines.size() + 1, null, reasons.getFirst().key());
            };
            counts.merge(line.answer() == null ? "" : line.answer().outcome(), 1L, Long::sum);
            lines.add(line);
        }
        return new ClearanceList(lines, counts.getOrDefault("YES", 0L), counts.getOrDefault("WARNED", 0L), counts.getOrDefault("NO", 0L),
                counts.getOrDefault("", 0L));
    }

    private ClearanceAnswer shown(Clearance it) {
        return new ClearanceAnswer(it.id(), it.at(), it.question().supplier(), it.question().category(), it.question().site(), it.question().act().name(),
                it.reference(), it.allowed(), it.outcome().name(), it.rulebook(), it.reasons().stream().map(reason -> new ClearanceReason(
                        reason.rule(), reason.version(), reason.verdict().name(), reason.key(),
                        messages.letter(Lang.EN, reason.key(), reason.args(Lang.EN)), messages.letter(Lang.ZH, reason.key(), reason.args(Lang.ZH)),
                        reason.record(), reason.index(), reason.untilDay(), reason.exception())).toList());
    }
}
