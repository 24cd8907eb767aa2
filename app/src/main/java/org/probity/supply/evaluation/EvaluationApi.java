package org.probity.supply.evaluation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Grading for programs: the ERP hands its ledgers in, and asks how suppliers do. */
@RestController
@For({Role.BUYER, Role.QUALITY})
class EvaluationApi {
    /** Lines of orders from one system. */
    record OrderLines(String source, List<Feeds.OrderLine> lines) {}

    /** Receipts of goods from one system. */
    record Deliveries(String source, List<Feeds.Delivery> lines) {}

    /** A grade that was given. The score is an exact fraction of 100. */
    record GivenGrade(int year, int half, int no, String grade, String score, UUID scorecard) {}

    private final Feeds feeds;
    private final Rounds rounds;
    private final Scorecards scorecards;
    private final Replies replies;

    EvaluationApi(Feeds feeds, Rounds rounds, Scorecards scorecards, Replies replies) {
        this.feeds = feeds;
        this.rounds = rounds;
        this.scorecards = scorecards;
        this.replies = replies;
    }

    /** Takes lines of orders in, all or none; the same again changes nothing, another value takes the place of the one before. */
    @PostMapping("/api/evaluation/orders")
    ResponseEntity<?> orders(@RequestBody OrderLines orders, Me me, HttpServletRequest request) {
        return replies.of(feeds.orders(orders.source(), orders.lines(), me), request, it -> it);
    }

    /** Takes receipts of goods in, all or none; the same again changes nothing, another value takes the place of the one before. */
    @PostMapping("/api/evaluation/deliveries")
    ResponseEntity<?> deliveries(@RequestBody Deliveries deliveries, Me me, HttpServletRequest request) {
        return replies.of(feeds.deliveries(deliveries.source(), deliveries.lines(), me), request, it -> it);
    }

    /** The grades given to a supplier, the newest first. */
    @GetMapping("/api/suppliers/{id}/grades")
    List<GivenGrade> grades(@PathVariable UUID id) {
        return scorecards.given(id).stream().filter(it -> it.grade() != null && it.score() != null).map(it -> {
            var round = rounds.find(it.round()).orElseThrow();
            return new GivenGrade(round.year(), round.half(), it.no(), String.valueOf(it.grade()), String.valueOf(it.score()), it.id());
        }).toList();
    }
}
