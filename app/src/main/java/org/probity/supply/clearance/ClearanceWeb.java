package org.probity.supply.clearance;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Export;
import org.probity.house.ui.Lang;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Messages;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Clearance on the screens of those who buy, and exceptions on the screens of those who answer for them. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
class ClearanceWeb {
    private static final int CANDIDATES = 10;

    private final Clearances clearances;
    private final Answers answers;
    private final Exceptions exceptions;
    private final Suppliers suppliers;
    private final Categories categories;
    private final Accounts accounts;
    private final Messages messages;
    private final Pages pages;
    private final Clock clock;

    ClearanceWeb(
            Clearances clearances, Answers answers, Exceptions exceptions, Suppliers suppliers, Categories categories, Accounts accounts, Messages messages,
            Pages pages, Clock clock) {
        this.clearances = clearances;
        this.answers = answers;
        this.exceptions = exceptions;
        this.suppliers = suppliers;
        this.categories = categories;
        this.accounts = accounts;
        this.messages = messages;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/clearance")
    Object begin(Query query) {
        if (query.format().isPresent()) {
            var page = page(ClearancePage.Form.EMPTY, List.of(), List.of(), query);
            return pages.file(query.format().get(), "clearances", page::table);
        }
        var number = id(query.filter("supplier")).flatMap(suppliers::find).map(Supplier::number).orElse("");
        return pages.view(page(new ClearancePage.Form(number, "", Act.ORDER.name()), List.of(), List.of(), query));
    }

    /** A number is meant exactly; a name may mean several, and then the page asks which. */
    @PostMapping("/app/clearance")
    Object ask(@RequestParam String supplier, @RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "") String category, Query query, Me me) {
        var form = new ClearancePage.Form(supplier, category, act);
        var meant = suppliers.named(supplier, CANDIDATES);
        var exact = meant.stream().filter(it -> it.number().equalsIgnoreCase(supplier.strip())).findFirst();
        if (exact.isEmpty() && meant.size() > 1 && !supplier.isBlank()) {
            return pages.view(page(form, meant, List.of(), Query.all("/app/clearance")));
        }
        var whom = exact.or(() -> meant.stream().findFirst()).filter(_ -> !supplier.isBlank()).map(it -> it.id().toString()).orElse(supplier);
        return switch (clearances.askOne(new Typed(whom, category, "", act, ""), me)) {
            case Answer.Done<Clearance>(var clearance) -> "redirect:/app/clearance/answers/" + clearance.id();
            case Answer.Refused<Clearance>(var reasons) ->
                    pages.view(page(form, List.of(), reasons, Query.all("/app/clearance")), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ClearancePage page(ClearancePage.Form form, List<Supplier> meant, List<Reason> reasons, Query query) {
        var sought = new Answers.Sought(id(query.filter("supplier")).orElse(null),
                Arrays.stream(Clearance.Outcome.values()).map(Enum::name).filter(it -> query.has("outcome", it)).findFirst().orElse(null),
                query.filter("reference").isEmpty() ? null : query.filter("reference"));
        var given = answers.newest(sought, Math.min(query.limit(), 10_000), query.offset());
        return new ClearancePage(form, meant.stream().map(it -> new ClearancePage.Candidate(it.number(), it.name(Lang.EN) + " " + it.name(Lang.ZH))).toList(), reasons,
                categories.open(), given, accounts.names(new HashSet<>(given.stream().map(Given::askedBy).toList())), query, answers.count(sought));
    }

    @GetMapping("/app/clearance/answers/{id}")
    Object answer(@PathVariable UUID id, Me me) {
        var given = given(id);
        return pages.view(page(given, me, AnswerPage.Form.of(given.clearance()), List.of()));
    }

    private Given given(UUID id) {
        return answers.given(id).orElseThrow(() -> new NotThere("clearance " + id));
    }

    private AnswerPage page(Given given, Me me, AnswerPage.Form form, List<Reason> reasons) {
        var it = given.clearance();
        var site = Optional.ofNullable(it.question().site()).flatMap(id -> suppliers.sites(it.question().supplier()).stream()
                .filter(one -> one.id().equals(id)).map(Supplier.Site::name).findFirst());
        return new AnswerPage(given, accounts.names(java.util.Set.of(given.askedBy())).getOrDefault(given.askedBy(), "–"), site,
                clearances.rules(), proposes(me), form, reasons);
    }

    private static boolean proposes(Me me) {
        return me.is(Role.BUYER) || me.is(Role.QUALITY) || me.is(Role.SOURCING_OFFICER);
    }

    private static boolean rules(Me me) {
        return me.is(Role.LEGAL) || me.is(Role.SOURCING_OFFICER) || me.is(Role.QUALITY);
    }

    @GetMapping("/app/clearance/list/template.csv")
    Object template() {
        return pages.template(Export.Format.CSV, "clearances", Lists.COLUMNS);
    }

    /** The file comes back in the same format, with the answer to each line. */
    @PostMapping("/app/clearance/list")
    Object askMany(@RequestParam MultipartFile file, Me me) throws IOException {
        var bytes = file.getBytes();
        var format = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' ? Export.Format.XLSX : Export.Format.CSV;
        return switch (Lists.read(bytes)) {
            case Answer.Refused<Lists>(var reasons) -> refused(reasons);
            case Answer.Done<Lists>(var list) -> switch (clearances.askAll(list.questions(), me)) {
                case Answer.Refused<List<Answer<Clearance>>>(var reasons) -> refused(reasons);
                case Answer.Done<List<Answer<Clearance>>>(var results) -> pages.file(format, "clearances", s -> table(s, list, results));
            };
        };
    }

    private Object refused(List<Reason> reasons) {
        return pages.view(page(ClearancePage.Form.EMPTY, List.of(), reasons, Query.all("/app/clearance")), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What was asked, as it was written, and what is answered. */
    private Table<Integer> table(Screen s, Lists list, List<Answer<Clearance>> results) {
        return Table.of(s, IntStream.range(0, results.size()).boxed().toList())
                .head("clearance.supplier", it -> list.questions().get(it).supplier())
                .text("clearance.category", it -> list.questions().get(it).category())
                .text("clearance.site", it -> list.questions().get(it).site())
                .text("clearance.act", it -> list.questions().get(it).act())
                .text("clearance.reference", it -> list.questions().get(it).reference())
                .text("clearance.outcome", it -> results.get(it) instanceof Answer.Done<Clearance>(var one) ? one.outcome().name() : s.t("clearance.unanswered"))
                .text("clearance.because-en", it -> words(results.get(it), Lang.EN))
                .text("clearance.because-zh", it -> words(results.get(it), Lang.ZH))
                .id("clearance.id", it -> results.get(it) instanceof Answer.Done<Clearance>(var one) ? one.id().toString() : "");
    }

    private String words(Answer<Clearance> result, Lang lang) {
        return switch (result) {
            case Answer.Done<Clearance>(var one) -> String.join(" ", one.reasons().stream().map(it -> messages.letter(lang, it.key(), it.args(lang))).toList());
            case Answer.Refused<Clearance>(var reasons) ->
                    String.join(" ", reasons.stream().map(it -> messages.letter(lang, it.key(), it.args().toArray())).toList());
        };
    }

    @For({Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping("/app/clearance/answers/{id}/exception")
    Object propose(
            @PathVariable UUID id, @RequestParam(defaultValue = "") List<String> acts, @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason, Me me) {
        var given = given(id);
        return switch (exceptions.propose(id, acts, until, reason, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/clearance/exceptions", "clearance.exception-was-proposed");
            case Answer.Refused<UUID>(var reasons) ->
                    pages.view(page(given, me, new AnswerPage.Form(acts, until, reason), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/clearance/exceptions")
    Object exceptions(Me me) {
        return pages.view(exceptionsPage(me, List.of()));
    }

    private ExceptionsPage exceptionsPage(Me me, List<Reason> reasons) {
        var all = exceptions.all();
        var names = new HashMap<UUID, String>(accounts.names(new HashSet<>(all.stream().map(Waiver::proposedBy).toList())));
        return new ExceptionsPage(all, me, rules(me), names, LocalDate.now(clock), reasons);
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.QUALITY})
    @StepUp
    @PostMapping("/app/clearance/exceptions/{id}/approval")
    Object approve(@PathVariable UUID id, Me me) {
        return ruled(exceptions.rule(there(id), Outcome.APPROVED, me), "clearance.exception-was-approved", me);
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.QUALITY})
    @PostMapping("/app/clearance/exceptions/{id}/rejection")
    Object reject(@PathVariable UUID id, Me me) {
        return ruled(exceptions.rule(there(id), Outcome.REJECTED, me), "clearance.exception-was-rejected", me);
    }

    @For({Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping("/app/clearance/exceptions/{id}/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        return ruled(exceptions.rule(there(id), Outcome.WITHDRAWN, me), "clearance.exception-was-withdrawn", me);
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.QUALITY, Role.BUYER})
    @PostMapping("/app/clearance/exceptions/{id}/end")
    Object end(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Me me) {
        return ruled(exceptions.takeBack(there(id), reason, me), "clearance.exception-was-taken-back", me);
    }

    private UUID there(UUID exception) {
        return exceptions.find(exception).orElseThrow(() -> new NotThere("exception " + exception)).id();
    }

    private Object ruled(Answer<UUID> answer, String said, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/clearance/exceptions", said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(exceptionsPage(me, reasons.stream().map(it -> new Reason("", it.key(), it.args())).toList()), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Optional<UUID> id(String typed) {
        return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry clearanceInTheMenu(Decisions decisions) {
            return MenuEntry.of(Wing.SUPPLY, 12, "clearance.title", "/app/clearance",
                            Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER)
                    .counting(me -> rules(me) ? decisions.waitingFor(Exceptions.MATTER, me).size() : 0);
        }
    }
}
