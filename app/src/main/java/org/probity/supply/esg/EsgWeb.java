package org.probity.supply.esg;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.form.Forms;
import org.probity.shapes.form.Sendings;
import org.probity.shapes.form.Sheets;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.esg.SelfAssessments.Owned;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.Suppliers;
import org.probity.supply.supplier.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Self-assessments on the screens of those who ask for them and review them. */
@Controller
class EsgWeb {
    private final Campaigns campaigns;
    private final AssessmentLines lines;
    private final SelfAssessments assessments;
    private final LastYear lastYear;
    private final Comparison comparison;
    private final Forms forms;
    private final Sheets sheets;
    private final Sendings sendings;
    private final Obligations obligations;
    private final Suppliers suppliers;
    private final Categories categories;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Log log;
    private final Pages pages;

    EsgWeb(
            Campaigns campaigns, AssessmentLines lines, SelfAssessments assessments, LastYear lastYear, Comparison comparison, Forms forms, Sheets sheets, Sendings sendings,
            Obligations obligations, Suppliers suppliers, Categories categories, Accounts accounts, Evidence evidence, Log log, Pages pages) {
        this.campaigns = campaigns;
        this.lines = lines;
        this.assessments = assessments;
        this.lastYear = lastYear;
        this.comparison = comparison;
        this.forms = forms;
        this.sheets = sheets;
        this.sendings = sendings;
        this.obligations = obligations;
        this.suppliers = suppliers;
        this.categories = categories;
        this.accounts = accounts;
        this.evidence = evidence;
        this.log = log;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/esg")
    Object all(Query query, Me me) {
        var page = page(year(query.filter("year")), query, me, AssessmentsPage.Typed.NOTHING, List.of());
        return query.format().map(format -> (Object) pages.file(format, "self-assessments-" + page.year(), page::table)).orElseGet(() -> pages.view(page));
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/esg")
    Object open(
            @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String topic, @RequestParam(defaultValue = "") String dueDay,
            @RequestParam(required = false, name = "categories") @Nullable List<String> chosen, Me me) {
        var typed = new AssessmentsPage.Typed(topic, dueDay, chosen == null ? List.of() : chosen);
        var what = Topic.coded(topic);
        var due = Typed.day(dueDay);
        var answer = what.isEmpty() ? Answer.<Campaigns.Campaign>refused("topic", "esg.topic-missing")
                : due.isEmpty() ? Answer.<Campaigns.Campaign>refused("dueDay", "esg.day-missing") : campaigns.open(what.get(), year(year), due.get(), typed.categories(), me);
        return switch (answer) {
            case Answer.Done<Campaigns.Campaign>(var campaign) -> pages.done("/app/esg?year=" + campaign.year(), "esg.asked", campaign.asked());
            case Answer.Refused<Campaigns.Campaign>(var reasons) ->
                    pages.view(page(year(year), Query.all("/app/esg").with("year", String.valueOf(year(year))), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private AssessmentsPage page(int year, Query query, Me me, AssessmentsPage.Typed typed, List<Reason> reasons) {
        var sought = new AssessmentLines.Sought(year, query.filter("form"), query.filter("state"), query.filter("q"));
        var today = campaigns.today();
        return new AssessmentsPage(year, Stream.concat(campaigns.years().stream(), Stream.of(today.getYear())).distinct().sorted().toList(), campaigns.of(year),
                lines.counts(sought, today), lines.page(sought, today, query.limit(), query.offset()), lines.count(sought, today), categories.open(), me.is(Role.SOURCING_OFFICER), query,
                today, typed, reasons);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/esg/assessments/{id}")
    View assessment(@PathVariable UUID id, Me me) {
        return pages.view(page(there(id), me, Map.of(), List.of()));
    }

    private AssessmentPage page(Owned it, Me me, Map<String, String> typed, List<Reason> reasons) {
        var sent = sendings.of(it.sheet()).stream().findFirst();
        var filled = sent.map(one -> sendings.filled(it.sheet(), one)).orElseGet(() -> sheets.filled(it.sheet()));
        var before = lastYear.of(it.sheet());
        var changes = sent.isEmpty() ? List.<LastYear.Change>of() : before.map(then -> LastYear.changes(then.filled(), filled)).orElse(List.of());
        var supplier = suppliers.find(it.owed().party()).orElseThrow();
        var history = obligations.history(it.owed().id());
        var people = new HashSet<UUID>();
        history.stream().map(Obligation::by).filter(java.util.Objects::nonNull).forEach(people::add);
        sent.ifPresent(one -> people.add(one.by()));
        return new AssessmentPage(it.owed(), supplier, sent, filled, assessments.remarks(it.sheet()), before.map(LastYear.Before::year), changes,
                LastYear.large(changes, assessments.largeFrom()), comparison.of(Topic.of(it.owed().kind()), it.owed().period(), supplier.category()), history, accounts.names(people),
                it.owed().record() == null ? null : log.place(it.owed().record()).orElse(null),
                it.owed().state() == State.SENT_IN && assessments.reviews(it, me), typed, reasons);
    }

    @For({Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/esg/assessments/{id}/acceptance")
    Object accept(@PathVariable UUID id, @RequestParam(defaultValue = "") String sending, Me me) {
        return ruled(id, Typed.id(sending).map(it -> assessments.accept(id, it, me)).orElseGet(() -> Answer.refused("", "esg.not-newest")), Map.of(), me);
    }

    @For({Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/esg/assessments/{id}/return")
    Object sendBack(@PathVariable UUID id, @RequestParam Map<String, String> fields, Me me) {
        var remarks = new TreeMap<String, String>();
        fields.forEach((name, words) -> {
            if (name.startsWith("remark.") && !words.isBlank()) {
                remarks.put(name.substring("remark.".length()), words);
            }
        });
        return ruled(id, Typed.id(fields.get("sending")).map(it -> assessments.sendBack(id, it, remarks, me)).orElseGet(() -> Answer.refused("", "esg.not-newest")), remarks, me);
    }

    /** A language chosen after a refusal returns to the page itself. */
    @For({Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @GetMapping({"/app/esg/assessments/{id}/acceptance", "/app/esg/assessments/{id}/return"})
    Object ruled(@PathVariable UUID id) {
        return "redirect:/app/esg/assessments/" + id;
    }

    private Object ruled(UUID id, Answer<Obligation> ruling, Map<String, String> typed, Me me) {
        return switch (ruling) {
            case Answer.Done<Obligation>(var after) -> pages.done("/app/esg/assessments/" + id, "esg.ruled." + after.state());
            case Answer.Refused<Obligation>(var reasons) -> pages.view(page(there(id), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/esg/assessments/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file) {
        var item = sheets.sentFile(there(id).sheet(), file).orElseThrow(() -> new NotThere("file " + file));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    /** The file that the log knows by its hash. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/esg/assessments/{id}/answers")
    ResponseEntity<byte[]> answers(@PathVariable UUID id) {
        var item = sendings.of(there(id).sheet()).stream().findFirst().flatMap(it -> evidence.find(it.evidence())).orElseThrow(() -> new NotThere("answers of " + id));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/esg/forms/{code:[a-z]+}")
    View form(@PathVariable String code) {
        var topic = Topic.coded(code).orElseThrow(() -> new NotThere("form " + code));
        return pages.view(new FormPage(forms.on(code, campaigns.today()).orElseThrow(() -> new NotThere("form " + code)), topic.obligation()));
    }

    private Owned there(UUID id) {
        return assessments.find(id).orElseThrow(() -> new NotThere("self-assessment " + id));
    }

    private int year(String typed) {
        return typed.matches("20[0-9]{2}") ? Integer.parseInt(typed) : campaigns.today().getYear();
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry esgInTheMenu(AssessmentLines lines) {
            return MenuEntry.of(Wing.SUPPLY, 50, "esg.menu", "/app/esg", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER,
                    Role.PUBLISHER, Role.ASSURER).counting(lines::waiting);
        }
    }
}
