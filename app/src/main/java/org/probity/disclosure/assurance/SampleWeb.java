package org.probity.disclosure.assurance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.FigureView;
import org.probity.disclosure.statement.Readers;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.proof.Json;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.FigureValue.Proof;
import org.probity.shapes.figure.FigureValue.Row;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Samples and their rows: what is behind a row, what was seen in it, and what the company answers. */
@Controller
@For({Role.ASSURER, Role.REVIEWER, Role.PUBLISHER, Role.SOURCING_OFFICER})
class SampleWeb {
    private final Assurance assurance;
    private final Engagements engagements;
    private final Statements statements;
    private final Readers readers;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Log log;
    private final Pages pages;

    SampleWeb(
            Assurance assurance, Engagements engagements, Statements statements, Readers readers, Evidence evidence, Accounts accounts, Log log,
            Pages pages) {
        this.assurance = assurance;
        this.engagements = engagements;
        this.statements = statements;
        this.readers = readers;
        this.evidence = evidence;
        this.accounts = accounts;
        this.log = log;
        this.pages = pages;
    }

    /** What a page of a sample or a row stands on. An assurer without an engagement finds nothing here. */
    private record Place(Edition edition, FigureView view, boolean assures) {}

    private Place place(UUID edition, String figure, Me me) {
        var engaged = engagements.inForce(me).isPresent();
        var found = assurance.published(edition).filter(it -> engaged || me.is(Role.REVIEWER) || me.is(Role.PUBLISHER) || me.is(Role.SOURCING_OFFICER))
                .orElseThrow(() -> new NotThere("published edition " + edition));
        var value = statements.value(found, figure).orElseThrow(() -> new NotThere("figure " + figure + " of edition " + edition));
        return new Place(found, readers.view(value, true), engaged && me.is(Role.ASSURER));
    }

    private Sample sample(UUID id) {
        return assurance.sample(id).orElseThrow(() -> new NotThere("sample " + id));
    }

    private static Row row(Place place, String code) {
        return place.view().value().rows().stream().filter(it -> it.code().equals(code)).findFirst()
                .orElseThrow(() -> new NotThere("row " + code + " of " + place.view().figure().key()));
    }

    @GetMapping("/app/assurance/samples/{id}")
    Object sample(@PathVariable UUID id, Me me) {
        return pages.view(page(sample(id), me, List.of()));
    }

    private SamplePage page(Sample sample, Me me, List<Reason> reasons) {
        var place = place(sample.edition(), sample.figure(), me);
        var byCode = place.view().value().rows().stream().collect(Collectors.toMap(Row::code, Function.identity()));
        var result = assurance.result(sample.id());
        return new SamplePage(place.edition(), place.view(), sample, assurance.codes(sample.id()).stream().map(byCode::get).toList(),
                assurance.findings(sample.id()), result, result.flatMap(it -> log.place(it.record())).map(Log.Placed::index),
                names(Stream.concat(Stream.of(sample.drawnBy()), result.stream().map(Assurance.Result::closedBy))), place.assures(), reasons);
    }

    @For(Role.ASSURER)
    @PostMapping("/app/assurance/samples/{id}/result")
    Object close(@PathVariable UUID id, Me me) {
        var sample = sample(id);
        return switch (assurance.close(id, me)) {
            case Answer.Done<Assurance.Result>(var it) -> pages.done("/app/assurance/samples/" + id, "assurance.was-closed", it.lookedAt(), it.exceptions());
            case Answer.Refused<Assurance.Result>(var reasons) -> pages.view(page(sample, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/assurance/samples/{id}/{code}")
    Object sampled(@PathVariable UUID id, @PathVariable String code, Me me) {
        return pages.view(row(sample(id), code, me, "", "", List.of()));
    }

    @GetMapping("/app/assurance/{id}/{figure}/rows/{code}")
    Object row(@PathVariable UUID id, @PathVariable String figure, @PathVariable String code, Me me) {
        var place = place(id, figure, me);
        var row = row(place, code);
        return pages.view(new RowPage(place.edition(), place.view(), row, papers(place, row), Optional.empty(), Optional.empty(), Map.of(),
                false, false, "", "", List.of()));
    }

    private RowPage row(Sample sample, String code, Me me, String note, String words, List<Reason> reasons) {
        var place = place(sample.edition(), sample.figure(), me);
        if (!assurance.codes(sample.id()).contains(code)) {
            throw new NotThere("row " + code + " of sample " + sample.id());
        }
        var row = row(place, code);
        var finding = Optional.ofNullable(assurance.findings(sample.id()).get(code));
        var open = assurance.result(sample.id()).isEmpty();
        return new RowPage(place.edition(), place.view(), row, papers(place, row), Optional.of(sample), finding,
                names(finding.stream().flatMap(it -> Stream.of(it.foundBy(), it.repliedBy()).filter(Objects::nonNull))),
                place.assures() && open, me.is(Role.SOURCING_OFFICER) && finding.filter(it -> it.exception() && it.reply() == null).isPresent(),
                note, words, reasons);
    }

    private List<RowPage.Paper> papers(Place place, Row row) {
        return row.evidence().stream()
                .map(proof -> new RowPage.Paper(proof, Optional.ofNullable(place.view().places().get(proof.record())).map(Log.Placed::index), file(proof)))
                .toList();
    }

    /** What was accepted is what the log entry commits to, so the way to the file goes through it. */
    private Optional<Evidence.Item> file(Proof proof) {
        return log.opening(proof.record())
                .flatMap(opening -> opening.content() instanceof Json.Obj content ? content.get("sha256") : Optional.empty())
                .flatMap(hash -> hash instanceof Json.Str(var hex) ? evidence.bySha256(hex) : Optional.empty());
    }

    @For(Role.ASSURER)
    @PostMapping("/app/assurance/samples/{id}/{code}/finding")
    Object find(@PathVariable UUID id, @PathVariable String code, @RequestParam(defaultValue = "") String outcome, @RequestParam String note, Me me) {
        var sample = sample(id);
        return switch (assurance.find(id, code, AssuranceWeb.one(Finding.Outcome.values(), outcome).orElse(null), note, me)) {
            case Answer.Done<Finding> done -> pages.done("/app/assurance/samples/" + id, "assurance.was-recorded", code);
            case Answer.Refused<Finding>(var reasons) -> pages.view(row(sample, code, me, note, "", reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/assurance/samples/{id}/{code}/reply")
    Object reply(@PathVariable UUID id, @PathVariable String code, @RequestParam String words, Me me) {
        var sample = sample(id);
        return switch (assurance.reply(id, code, words, me)) {
            case Answer.Done<Finding> done -> pages.done("/app/assurance/samples/" + id, "assurance.was-answered", code);
            case Answer.Refused<Finding>(var reasons) -> pages.view(row(sample, code, me, "", words, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Only files that stand behind this very row; saved, never shown, whatever a stranger put into them. */
    @GetMapping("/app/assurance/{id}/{figure}/rows/{code}/{sha256:[0-9a-f]{64}}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String figure, @PathVariable String code, @PathVariable String sha256, Me me) {
        var row = row(place(id, figure, me), code);
        var item = row.evidence().stream().flatMap(proof -> file(proof).stream()).filter(it -> it.sha256().equals(sha256)).findFirst()
                .orElseThrow(() -> new NotThere("file " + sha256 + " behind row " + code));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    private Map<UUID, String> names(Stream<UUID> people) {
        return accounts.names(people.collect(Collectors.toSet()));
    }
}
