package org.probity.house.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What a use case's answer becomes for a program: the thing itself, or a problem document (RFC 9457) with the reasons a person would have
 * read beside the fields, in the language the program asks for.
 */
@Component
public class Replies {
    /** One thing that stands in the way; the key is what a program decides by, the text what its person reads. */
    public record Reason(String field, String key, String text) {}

    /**
     * What is wrong with a line of a file.
     *
     * @param row as the spreadsheet program numbers it
     * @param text what a person would have read there, in the language the program asks for
     */
    public record Fault(int row, String column, String key, String text, String value) {}

    private final Pages pages;

    Replies(Pages pages) {
        this.pages = pages;
    }

    public <T> ResponseEntity<?> of(Answer<T> answer, HttpServletRequest request, Function<T, ?> shown) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> ResponseEntity.ok(shown.apply(value));
            case Answer.Refused<T>(var reasons) -> refused(reasons, request);
        };
    }

    /** What a person reads for a key, in the language the program asks for. */
    public String words(String key, HttpServletRequest request) {
        return pages.screen(request).t(key);
    }

    /** A file of which nothing counts, because these lines are wrong. */
    public <T> ResponseEntity<ProblemDetail> faulty(List<T> faults, HttpServletRequest request, BiFunction<Screen, T, Fault> told) {
        var screen = pages.screen(request);
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, screen.t("ui.faulty.text"));
        problem.setTitle(screen.t("ui.faulty.title"));
        problem.setProperty("faults", faults.stream().map(fault -> told.apply(screen, fault)).toList());
        return ResponseEntity.of(problem).build();
    }

    private ResponseEntity<ProblemDetail> refused(List<Answer.Reason> reasons, HttpServletRequest request) {
        var screen = pages.screen(request);
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, screen.t("ui.refused.text"));
        problem.setTitle(screen.t("ui.refused.title"));
        problem.setProperty("reasons", reasons.stream().map(reason -> new Reason(reason.field(), reason.key(), screen.t(reason))).toList());
        return ResponseEntity.of(problem).build();
    }
}
