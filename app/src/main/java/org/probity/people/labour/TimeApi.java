package org.probity.people.labour;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Reader;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Time facts from the system at the gates. */
@RestController
@For(Role.HR)
class TimeApi {
    private final Times times;
    private final Replies replies;

    TimeApi(Times times, Replies replies) {
        this.times = times;
        this.replies = replies;
    }

    /**
     * Reports time that was worked: the body is a table with the columns number, day, begins, ends and, if there are any, kind and planned. It is taken whole or not at
     * all; a person's day that was reported before is reported anew. Lines without an end wait for an answer and are counted as lost.
     */
    @PostMapping("/api/labour/times")
    ResponseEntity<?> report(@RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "0") int rows, Reader body, Me me, HttpServletRequest request) {
        return replies.of(times.take(source, rows, "api", body, me), request, taken -> taken);
    }
}
