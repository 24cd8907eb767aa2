package org.probity.shapes.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.shapes.casework.Case.Method;
import org.probity.shapes.casework.Case.State;
import org.probity.shapes.casework.Cases.Next;
import org.probity.shapes.casework.Cases.Upload;
import org.probity.shapes.evidence.Evidence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What those of us who handle a kind of case say to it. Every method refuses {@code casework.unknown}, {@code casework.not-handled-by-you} (another
 * role handles this kind) and {@code casework.step-not-allowed} (it does not stand so, or somebody was faster).
 */
@Service
public class CaseRulings {
    private final Cases cases;
    private final Spans spans;
    private final Evidence evidence;

    CaseRulings(Cases cases, Spans spans, Evidence evidence) {
        this.cases = cases;
        this.spans = spans;
        this.evidence = evidence;
    }

    /**
     * What is said holds for the case as it was looked at: another plan, other proofs or a colleague's word may have come since. Whoever rules at the same
     * moment waits here.
     *
     * <p>Refusals: {@code casework.moved-on} it has taken a step since; those of the ruling.
     *
     * @param step the one whose page they had before them
     */
    @Transactional
    public Answer<Case> asSeen(UUID id, int step, Supplier<Answer<Case>> ruling) {
        cases.lock(id);
        return cases.find(id).filter(it -> it.step() != step).isPresent() ? Answer.refused("", "casework.moved-on") : ruling.get();
    }

    /** The plan is agreed; it is due when its last measure is. */
    @Transactional
    public Answer<Case> accept(UUID id, Me by) {
        return handled(id, by, it -> cases.move(it, State.PLAN_ACCEPTED,
                () -> new Next(State.PLAN_ACCEPTED, "", cases.lastDay(it), it.plan(), null, null, null, List.of()), by));
    }

    /**
     * The plan, what was shown, or a colleague's word is not enough; the supplier reads why and has until a day.
     *
     * <p>Refusals: {@code casework.reason-missing}; {@code casework.day-past}; {@code casework.words-long}.
     */
    @Transactional
    public Answer<Case> sendBack(UUID id, String reason, LocalDate until, Me by) {
        if (until.isBefore(cases.today())) {
            return Answer.refused("until", "casework.day-past");
        }
        return reasoned("reason", reason, "casework.reason-missing", () -> handled(id, by, it -> {
            var next = switch (it.state()) {
                case DONE_SENT, VERIFIED -> State.DONE_RETURNED;
                case PLAN_OWED, PLAN_SENT, PLAN_RETURNED, PLAN_ACCEPTED, DONE_RETURNED, NO_ACTION, CLOSED -> State.PLAN_RETURNED;
            };
            return cases.move(it, next, () -> new Next(next, reason.strip(), until, it.plan(), null, null, null, List.of()), by);
        }));
    }

    /**
     * One of us has seen that it is done, in papers or on site, and says what was seen.
     *
     * <p>Refusals: {@code casework.method-missing}; {@code casework.seen-missing}; {@code casework.visit-missing} on site without a day;
     * {@code casework.visit-future}; {@code casework.file-too-big}; {@code casework.words-long}.
     */
    @Transactional
    public Answer<Case> verify(UUID id, @Nullable Method method, @Nullable LocalDate visitDay, String seen, List<Upload> files, Me by) {
        if (method == null) {
            return Answer.refused("method", "casework.method-missing");
        }
        if (method == Method.SITE && visitDay == null) {
            return Answer.refused("visitDay", "casework.visit-missing");
        }
        if (method == Method.SITE && visitDay != null && visitDay.isAfter(cases.today())) {
            return Answer.refused("visitDay", "casework.visit-future");
        }
        if (files.stream().anyMatch(it -> it.bytes().length > Cases.FILE_BYTES_MAX)) {
            return Answer.refused("files", "casework.file-too-big", Cases.FILE_BYTES_MAX >> 20);
        }
        return reasoned("seen", seen, "casework.seen-missing", () -> handled(id, by, it -> cases.move(it, State.VERIFIED,
                () -> new Next(State.VERIFIED, seen.strip(), cases.today().plusDays(Cases.OUR_DAYS), it.plan(), method, method == Method.SITE ? visitDay : null, null,
                        files.stream().map(file -> evidence.keep(file.name(), file.mediaType(), file.bytes(), by.account())).toList()), by)));
    }

    /**
     * One of us holds that nothing need be done. It is closed only when a second agrees.
     *
     * <p>Refusals: {@code casework.reason-missing}; {@code casework.words-long}.
     */
    @Transactional
    public Answer<Case> noAction(UUID id, String reason, Me by) {
        return reasoned("because", reason, "casework.reason-missing", () -> handled(id, by, it -> cases.move(it, State.NO_ACTION,
                () -> new Next(State.NO_ACTION, reason.strip(), cases.today().plusDays(Cases.OUR_DAYS), it.plan(), null, null, null, List.of()), by)));
    }

    /**
     * A second of us agrees with who verified it, or with who holds that nothing need be done.
     *
     * <p>Refusals: {@code casework.two-people} nobody closes what they verified.
     */
    @Transactional
    public Answer<Case> close(UUID id, Me by) {
        return handled(id, by, it -> it.by().equals(by.account()) && it.state().mayBecome(State.CLOSED)
                ? Answer.refused("", "casework.two-people")
                : cases.move(it, State.CLOSED, () -> new Next(State.CLOSED, "", it.dueDay(), it.plan(), null, null, it.by(), List.of()), by));
    }

    private Answer<Case> reasoned(String field, String words, String missing, Supplier<Answer<Case>> act) {
        if (words.isBlank()) {
            return Answer.refused(field, missing);
        }
        return words.length() > Cases.WORDS_LONGEST ? Answer.refused(field, "casework.words-long", Cases.WORDS_LONGEST) : act.get();
    }

    private Answer<Case> handled(UUID id, Me by, Function<Case, Answer<Case>> act) {
        var found = cases.find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "casework.unknown");
        }
        return handles(found.get(), by) ? act.apply(found.get()) : Answer.refused("", "casework.not-handled-by-you");
    }

    boolean handles(Case it, Me by) {
        return spans.kind(it.kind()).filter(kind -> kind.handledBy(by)).isPresent();
    }

    Optional<String> subjectHref(Case it) {
        return spans.kind(it.kind()).map(kind -> kind.href().apply(it.subject())).filter(href -> !href.isEmpty());
    }
}
