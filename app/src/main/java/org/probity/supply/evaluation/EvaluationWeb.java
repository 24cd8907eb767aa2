package org.probity.supply.evaluation;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.Export;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Grading on the screens of those who buy and of quality operations. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class EvaluationWeb {
    private final Rounds rounds;
    private final Schemes schemes;
    private final Scorecards scorecards;
    private final Appeals appeals;
    private final Consequences consequences;
    private final FeedFiles feeds;
    private final Decisions decisions;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Log log;
    private final Pages pages;
    private final Clock clock;

    EvaluationWeb(
            Rounds rounds, Schemes schemes, Scorecards scorecards, Appeals appeals, Consequences consequences, FeedFiles feeds, Decisions decisions,
            Suppliers suppliers, Accounts accounts, Evidence evidence, Log log, Pages pages, Clock clock) {
        this.rounds = rounds;
        this.schemes = schemes;
        this.scorecards = scorecards;
        this.appeals = appeals;
        this.consequences = consequences;
        this.feeds = feeds;
        this.decisions = decisions;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.evidence = evidence;
        this.log = log;
        this.pages = pages;
        this.clock = clock;
    }

    static boolean grades(Me me) {
        return me.is(Role.BUYER) || me.is(Role.QUALITY);
    }

    @GetMapping("/app/evaluation")
    Object rounds(Me me) {
        return pages.view(roundsPage(me, List.of()));
    }

    private RoundsPage roundsPage(Me me, List<Reason> reasons) {
        var today = LocalDate.now(clock);
        var last = today.getMonthValue() > 6 ? new RoundsPage.Period(today.getYear(), 1) : new RoundsPage.Period(today.getYear() - 1, 2);
        var lines = rounds.all().stream().map(round -> new RoundsPage.Line(round, counted(scorecards.newest(round.id())))).toList();
        return new RoundsPage(lines, schemes.on(today), last, grades(me), reasons);
    }

    private static Map<Grade, Long> counted(List<Scorecard> cards) {
        return cards.stream().flatMap(it -> Stream.ofNullable(it.grade())).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping("/app/evaluation")
    Object open(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String half, Me me) {
        var answer = year.matches("[0-9]{4}") && half.matches("[12]") ? rounds.open(Integer.parseInt(year), Integer.parseInt(half), me)
                : Answer.<UUID>refused("half", "evaluation.period-wrong");
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/evaluation/" + id, "evaluation.was-opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(roundsPage(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** What a file must look like, before the first is brought in. */
    @For({Role.BUYER, Role.QUALITY})
    @GetMapping("/app/evaluation/feeds/{kind}.csv")
    Object template(@PathVariable String kind) {
        var found = Feeds.Kind.of(kind).orElseThrow(() -> new NotThere("feed " + kind));
        return pages.template(Export.Format.CSV, kind, found.columns);
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping("/app/evaluation/feeds")
    Object bringIn(@RequestParam(defaultValue = "") String kind, @RequestParam @Nullable MultipartFile file, Me me) throws IOException {
        var found = Feeds.Kind.of(kind);
        if (found.isEmpty() || file == null) {
            return pages.view(roundsPage(me, List.of(new Reason("kind", "evaluation.kind-missing", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (feeds.bring(found.get(), Optional.ofNullable(file.getOriginalFilename()).orElse("file"), file.getBytes(), me)) {
            case Answer.Done<Feeds.Brought>(var brought) -> pages.done("/app/evaluation", "evaluation.was-brought", brought.lines(), brought.changed());
            case Answer.Refused<Feeds.Brought>(var reasons) -> pages.view(roundsPage(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/evaluation/{id}")
    Object round(@PathVariable UUID id, Query query, Me me) {
        var page = roundPage(id, query, me, List.of());
        return query.format().map(format -> (Object) pages.file(format, "grades-" + page.round().year() + "-" + page.round().half(), page::whole))
                .orElseGet(() -> pages.view(page));
    }

    private RoundPage roundPage(UUID id, Query query, Me me, List<Reason> reasons) {
        var round = rounds.find(id).orElseThrow(() -> new NotThere("round " + id));
        var cards = scorecards.newest(id);
        var names = suppliers.find(cards.stream().map(Scorecard::supplier).toList()).stream().collect(Collectors.toMap(Supplier::id, it -> it));
        var decision = Optional.ofNullable(round.proposal()).flatMap(decisions::find);
        var people = Stream.concat(Stream.of(round.openedBy()), Stream.ofNullable(round.givenBy())).collect(Collectors.toSet());
        decision.ifPresent(it -> people.add(it.proposedBy()));
        return new RoundPage(round, schemes.find(round.scheme()), cards.stream().map(it -> new RoundPage.Line(it, names.get(it.supplier()))).toList(), decision,
                accounts.names(people), grades(me), decision.filter(it -> it.proposedBy().equals(me.account())).isPresent(), query, reasons);
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping("/app/evaluation/{id}/computation")
    Object compute(@PathVariable UUID id, Me me) {
        return answered(id, rounds.compute(id, me), "evaluation.was-computed", me);
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping("/app/evaluation/{id}/proposal")
    Object propose(@PathVariable UUID id, Me me) {
        return answered(id, rounds.propose(id, me), "evaluation.was-proposed", me);
    }

    @For({Role.BUYER, Role.QUALITY})
    @StepUp
    @PostMapping("/app/evaluation/{id}/approval")
    Object approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String proposal, Me me) {
        return answered(id, rounds.rule(id, seen(proposal), Outcome.APPROVED, "", me), "evaluation.was-given", me);
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping("/app/evaluation/{id}/rejection")
    Object reject(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Me me) {
        return answered(id, rounds.rule(id, Outcome.REJECTED, reason, me), "evaluation.was-rejected", me);
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping("/app/evaluation/{id}/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        return answered(id, rounds.rule(id, Outcome.WITHDRAWN, "", me), "evaluation.was-withdrawn", me);
    }

    /** Which grades they had before them; none that there is when the form does not say. */
    private static UUID seen(String proposal) {
        return Typed.id(proposal).orElse(new UUID(0, 0));
    }

    private Object answered(UUID round, Answer<?> answer, String said, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/evaluation/" + round, said);
            case Answer.Refused<?>(var reasons) ->
                    pages.view(roundPage(round, Query.all("/app/evaluation/" + round), me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/evaluation/{round}/{supplier}")
    Object card(@PathVariable UUID round, @PathVariable UUID supplier, Me me) {
        return pages.view(cardPage(round, supplier, me, List.of()));
    }

    private CardPage cardPage(UUID roundId, UUID supplierId, Me me, List<Reason> reasons) {
        var round = rounds.find(roundId).orElseThrow(() -> new NotThere("round " + roundId));
        var supplier = suppliers.find(supplierId).orElseThrow(() -> new NotThere("supplier " + supplierId));
        var card = scorecards.newest(roundId).stream().filter(it -> it.supplier().equals(supplierId)).findFirst();
        var history = scorecards.given(supplierId);
        // After a correction the appeal hangs on the card before.
        var appeal = history.stream().filter(it -> it.round().equals(roundId)).flatMap(it -> appeals.of(it.id()).stream()).findFirst();
        return new CardPage(round, schemes.find(round.scheme()), supplier, card.map(it -> CardView.of(schemes.find(round.scheme()), it, false)), appeal,
                card.flatMap(it -> consequences.of(it.id())), card.flatMap(it -> consequences.plan(it.id())), card.flatMap(it -> Optional.ofNullable(it.record())).flatMap(log::place).map(Log.Placed::index),
                history.stream().map(it -> new CardPage.Past(rounds.find(it.round()).orElseThrow(), it)).toList(),
                grades(me), appeal.filter(it -> appeals.mayAnswer(it, me)).isPresent(), reasons);
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping("/app/evaluation/{round}/{supplier}/judgements")
    Object judge(
            @PathVariable UUID round, @PathVariable UUID supplier, @RequestParam(defaultValue = "") String criterion, @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String reason, Me me) {
        return answered(round, supplier, rounds.judge(round, supplier, criterion, mark, reason, me), "evaluation.was-judged", me);
    }

    @For({Role.BUYER, Role.QUALITY})
    @StepUp
    @PostMapping("/app/evaluation/{round}/{supplier}/answer")
    Object answer(
            @PathVariable UUID round, @PathVariable UUID supplier, @RequestParam(defaultValue = "") String outcome, @RequestParam(defaultValue = "") String words, Me me) {
        var open = scorecards.given(supplier).stream().filter(it -> it.round().equals(round)).flatMap(it -> appeals.of(it.id()).stream()).findFirst();
        var chosen = Stream.of(Appeal.Outcome.values()).filter(it -> it.name().equals(outcome)).findFirst();
        var answer = open.isEmpty() ? Answer.<Appeal>refused("", "evaluation.appeal-unknown")
                : chosen.map(it -> appeals.answer(open.get().id(), it, words, me)).orElseGet(() -> Answer.refused("outcome", "evaluation.outcome-missing"));
        return answered(round, supplier, answer, "evaluation.was-answered", me);
    }

    @GetMapping("/app/evaluation/appeals/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var item = appeals.find(id).flatMap(it -> Optional.ofNullable(it.evidence())).flatMap(evidence::find).orElseThrow(() -> new NotThere("file of appeal " + id));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping("/app/evaluation/{round}/{supplier}/consequence")
    Object carryOut(@PathVariable UUID round, @PathVariable UUID supplier, @RequestParam(defaultValue = "") String words, Me me) {
        var card = scorecards.newest(round).stream().filter(it -> it.supplier().equals(supplier)).findFirst();
        return answered(round, supplier, card.map(it -> consequences.carryOut(it.id(), words, me))
                .orElseGet(() -> Answer.refused("", "evaluation.consequence-unknown")), "evaluation.was-carried-out", me);
    }

    private Object answered(UUID round, UUID supplier, Answer<?> answer, String said, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/evaluation/" + round + "/" + supplier, said);
            case Answer.Refused<?>(var reasons) -> pages.view(cardPage(round, supplier, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry evaluationInTheMenu(Decisions decisions) {
            return MenuEntry.of(Wing.SUPPLY, 40, "evaluation.title", "/app/evaluation",
                            Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER)
                    .counting(me -> grades(me) ? decisions.waitingFor(Rounds.MATTER, me).size() + decisions.waitingFor(Schemes.MATTER, me).size() : 0);
        }
    }
}
