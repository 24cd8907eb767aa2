package org.probity.shapes.policy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.policy.Policy.Clause;
import org.probity.shapes.policy.Policy.Stage;
import org.probity.shapes.policy.Policy.Version;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.servlet.View;

/** The register of our own rules: read by everybody of the house, written by those who keep rules, approved by legal affairs or a publisher. */
@Controller
@For({Role.SOURCING_OFFICER, Role.LEGAL, Role.QUALITY, Role.HR})
class PolicyWeb {
    static final Set<Role> APPROVERS = Set.of(Role.LEGAL, Role.PUBLISHER);
    private static final Set<Role> KEEPERS = Set.of(Role.SOURCING_OFFICER, Role.LEGAL, Role.QUALITY, Role.HR);

    record OpenForm(@Nullable String code, @Nullable String kind, @Nullable String area, @Nullable String responsible, @Nullable String days, @Nullable String months) {
        PoliciesPage.Typed typed() {
            return new PoliciesPage.Typed(words(code), words(kind), words(area), words(responsible), words(days), words(months));
        }
    }

    private final Policies policies;
    private final Clauses wording;
    private final Withdrawals withdrawals;
    private final Acknowledgements acknowledgements;
    private final Signatures signatures;
    private final List<Naming> namings;
    private final Accounts accounts;
    private final Pages pages;

    PolicyWeb(Policies policies, Clauses wording, Withdrawals withdrawals, Acknowledgements acknowledgements, Signatures signatures, List<Naming> namings, Accounts accounts, Pages pages) {
        this.policies = policies;
        this.wording = wording;
        this.withdrawals = withdrawals;
        this.acknowledgements = acknowledgements;
        this.signatures = signatures;
        this.namings = namings;
        this.accounts = accounts;
        this.pages = pages;
    }

    static boolean keeps(Me me) {
        return KEEPERS.stream().anyMatch(me::is);
    }

    static boolean approves(Me me) {
        return APPROVERS.stream().anyMatch(me::is);
    }

    static String path(Policy policy) {
        return "/app/policies/" + policy.code();
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @GetMapping("/app/policies")
    View all(Query query, Me me) {
        var page = page(query, me, PoliciesPage.Typed.NOTHING, List.of());
        return query.format().map(format -> pages.file(format, "rules", page::table)).orElseGet(() -> pages.view(page));
    }

    private PoliciesPage page(Query query, Me me, PoliciesPage.Typed typed, List<Reason> reasons) {
        var versions = policies.current().stream().collect(Collectors.groupingBy(Version::policy));
        var rates = acknowledgements.rates();
        var all = policies.all();
        var names = accounts.names(all.stream().map(Policy::responsible).collect(Collectors.toSet()));
        var inside = keeps(me) || approves(me) || me.is(Role.ASSURER) || me.is(Role.UNION);
        var lines = all.stream().map(it -> {
            var its = versions.getOrDefault(it.id(), List.of());
            var now = its.stream().filter(one -> one.stage() == Stage.IN_FORCE || one.stage() == Stage.WITHDRAWN).findFirst().orElse(null);
            var next = its.stream().filter(one -> one.stage() == Stage.COMING || inside && !one.published()).findFirst().orElse(null);
            return new PoliciesPage.Line(it, now, next, now == null ? Acknowledgements.Rate.NOTHING : rates.getOrDefault(now.id(), Acknowledgements.Rate.NOTHING),
                    names.getOrDefault(it.responsible(), "–"));
        })
                .filter(it -> inside || it.now() != null || it.next() != null)
                .filter(it -> query.filter("area").isEmpty() || it.policy().area().name().equals(query.filter("area")))
                .filter(it -> query.filter("kind").isEmpty() || it.policy().kind().name().equals(query.filter("kind")))
                .filter(it -> query.filter("stage").isEmpty() || it.stage().name().equals(query.filter("stage")))
                .toList();
        return new PoliciesPage(lines, query, keeps(me), keeps(me) ? people() : List.of(), typed, reasons);
    }

    /** Who may answer for a rule or an article. */
    private List<Account> people() {
        return people(accounts);
    }

    static List<Account> people(Accounts accounts) {
        return Stream.of(Role.SOURCING_OFFICER, Role.LEGAL, Role.QUALITY, Role.HR, Role.BUYER, Role.EHS, Role.PROCESS, Role.PUBLISHER, Role.UNION)
                .flatMap(role -> accounts.holding(role).stream()).collect(Collectors.toMap(Account::id, it -> it, (a, b) -> a)).values().stream()
                .sorted(Comparator.comparing(Account::name)).toList();
    }

    @PostMapping("/app/policies")
    Object open(OpenForm form, Me me) {
        var typed = form.typed();
        var kind = one(Policy.Kind.class, typed.kind());
        var area = one(Policy.Area.class, typed.area());
        var responsible = id(typed.responsible());
        var answer = kind.isEmpty() || area.isEmpty() ? Answer.<UUID>refused("kind", "policy.kind-missing")
                : responsible.isEmpty() ? Answer.<UUID>refused("responsible", "policy.responsible-unknown")
                : policies.open(new Policies.Opening(typed.code(), kind.get(), area.get(), responsible.get(), number(typed.days()), number(typed.months())), me);
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/policies/" + typed.code(), "policy.opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(Query.all("/app/policies"), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE})
    @GetMapping("/app/policies/{code}")
    View policy(@PathVariable String code, @RequestParam(defaultValue = "text") String tab, @RequestParam(defaultValue = "") String version, Query query, Me me,
            HttpServletRequest request) {
        var page = page(there(code), one(PolicyPage.Tab.class, tab.toUpperCase(Locale.ROOT)).orElse(PolicyPage.Tab.TEXT), version, query, me, request, List.of());
        return query.format().filter(_ -> keeps(me)).map(format -> pages.file(format, code + "-acknowledgements", page::readingTable)).orElseGet(() -> pages.view(page));
    }

    private PolicyPage page(Policy policy, PolicyPage.Tab tab, String no, Query query, Me me, HttpServletRequest request, List<Reason> reasons) {
        var may = new PolicyPage.May(keeps(me), approves(me), me.account());
        var inside = may.keep() || may.approve() || me.is(Role.ASSURER) || me.is(Role.UNION);
        var versions = policies.versions(policy.id()).stream().filter(it -> inside || it.published()).toList();
        if (versions.isEmpty() && !inside) {
            throw new NotThere("published version of " + policy.code());
        }
        var shown = versions.stream().filter(it -> String.valueOf(it.no()).equals(no)).findFirst()
                .or(() -> versions.stream().filter(it -> it.stage() == Stage.IN_FORCE || it.stage() == Stage.WITHDRAWN).findFirst())
                .or(() -> versions.stream().findFirst()).orElse(null);
        var before = shown == null ? null : versions.stream().filter(it -> it.no() == shown.no() - 1).findFirst().orElse(null);
        var clauses = shown == null ? List.<Clause>of() : wording.of(shown.id());
        var ids = clauses.stream().map(Clause::id).toList();
        var rate = shown == null ? Acknowledgements.Rate.NOTHING : acknowledgements.rates().getOrDefault(shown.id(), Acknowledgements.Rate.NOTHING);
        var readings = shown == null || !may.keep() ? List.<Acknowledgements.Reading>of() : acknowledgements.of(shown.id(), query.limit(), query.offset());
        var sheets = may.keep() && tab == PolicyPage.Tab.ACKNOWLEDGEMENTS ? signatures.of(policy.id()) : List.<Signatures.Taken>of();
        var screen = pages.screen(request);
        var circles = acknowledgements.circles().stream().map(it -> new PolicyPage.CircleChoice(it.key(), it.title(), it.choices(screen))).toList();
        var bound = policies.bound(policy.id()).stream().map(it -> grip(it, circles, screen)).toList();
        var withdrawal = policies.withdrawal(policy.id()).orElse(null);
        var ending = withdrawals.ending(policy.id()).orElse(null);
        var people = new HashSet<UUID>(Set.of(policy.responsible()));
        versions.forEach(it -> {
            people.add(it.draftedBy());
            Optional.ofNullable(it.publishedBy()).ifPresent(people::add);
        });
        Optional.ofNullable(withdrawal).ifPresent(it -> people.add(it.withdrawnBy()));
        Optional.ofNullable(ending).ifPresent(it -> people.add(it.proposedBy()));
        sheets.forEach(it -> people.add(it.by()));
        return new PolicyPage(policy, tab, versions, shown, clauses, before, before == null ? List.of() : wording.of(before.id()),
                namings.stream().flatMap(it -> it.naming(ids).stream()).toList(), rate,
                new PolicyPage.Readings(readings, acknowledgements.names(readings.stream().map(Acknowledgements.Reading::party).toList()), query, rate.asked(), sheets),
                bound, circles, accounts.names(people), withdrawal, inside ? ending : null, may, reasons);
    }

    private static PolicyPage.Grip grip(Policy.Bound it, List<PolicyPage.CircleChoice> circles, org.probity.house.ui.Screen s) {
        var circle = circles.stream().filter(one -> one.key().equals(it.circle())).findFirst();
        return new PolicyPage.Grip(it.id(), circle.map(one -> s.t(one.title())).orElse(it.circle()),
                circle.flatMap(one -> one.choices().stream().filter(choice -> choice.value().equals(it.value())).findFirst())
                        .map(choice -> choice.words().strip()).orElse(it.value()));
    }

    @PostMapping("/app/policies/{code}/proposal")
    Object propose(@PathVariable String code, Query query, Me me, HttpServletRequest request) {
        return after(policies.propose(there(code).id(), me), code, "policy.proposed", query, me, request);
    }

    @For({Role.LEGAL, Role.PUBLISHER})
    @StepUp
    @PostMapping("/app/policies/{code}/approval")
    Object approve(@PathVariable String code, @RequestParam(defaultValue = "") String proposal, Query query, Me me, HttpServletRequest request) {
        return after(policies.rule(there(code).id(), seen(proposal), Outcome.APPROVED, "", me), code, "policy.was-approved", query, me, request);
    }

    @For({Role.LEGAL, Role.PUBLISHER})
    @PostMapping("/app/policies/{code}/rejection")
    Object reject(@PathVariable String code, Query query, Me me, HttpServletRequest request) {
        return after(policies.rule(there(code).id(), Outcome.REJECTED, "", me), code, "policy.was-rejected", query, me, request);
    }

    @PostMapping("/app/policies/{code}/taking-back")
    Object takeBack(@PathVariable String code, Query query, Me me, HttpServletRequest request) {
        return after(policies.rule(there(code).id(), Outcome.WITHDRAWN, "", me), code, "policy.taken-back", query, me, request);
    }

    @PostMapping("/app/policies/{code}/end")
    Object end(@PathVariable String code, @RequestParam(defaultValue = "") String reason, Query query, Me me, HttpServletRequest request) {
        return after(withdrawals.propose(there(code).id(), reason, me), code, "policy.end-proposed", query, me, request);
    }

    @For({Role.LEGAL, Role.PUBLISHER})
    @StepUp
    @PostMapping("/app/policies/{code}/end/approval")
    Object approveEnd(@PathVariable String code, Query query, Me me, HttpServletRequest request) {
        return after(withdrawals.rule(there(code).id(), Outcome.APPROVED, me), code, "policy.ended", query, me, request);
    }

    @For({Role.LEGAL, Role.PUBLISHER})
    @PostMapping("/app/policies/{code}/end/rejection")
    Object rejectEnd(@PathVariable String code, Query query, Me me, HttpServletRequest request) {
        return after(withdrawals.rule(there(code).id(), Outcome.REJECTED, me), code, "policy.was-rejected", query, me, request);
    }

    @PostMapping("/app/policies/{code}/bound")
    Object bind(@PathVariable String code, @RequestParam(defaultValue = "") String circle, @RequestParam(defaultValue = "") String value, Query query, Me me,
            HttpServletRequest request) {
        var known = acknowledgements.circle(circle).filter(it -> it.choices(pages.screen(request)).stream().anyMatch(choice -> choice.value().equals(value)));
        return after(known.isEmpty() ? Answer.refused("", "policy.circle-unknown") : policies.bind(there(code).id(), circle, value, me), code, "policy.was-bound",
                query, me, request);
    }

    @PostMapping("/app/policies/{code}/bound/{bound}/release")
    Object release(@PathVariable String code, @PathVariable UUID bound, Query query, Me me, HttpServletRequest request) {
        return after(policies.release(there(code).id(), bound, me), code, "policy.was-released", query, me, request);
    }

    @PostMapping("/app/policies/{code}/signatures")
    Object signed(@PathVariable String code, @RequestParam(defaultValue = "") String stated, @RequestParam MultipartFile sheet, Query query, Me me, HttpServletRequest request) throws IOException {
        return switch (signatures.bringIn(there(code).id(), Typed.number(stated, 0), sheet.getBytes(), me)) {
            case Answer.Done<Signatures.Sheet>(var it) -> pages.done("/app/policies/" + code + "?tab=acknowledgements", "policy.sheet-was-taken", it.stated(), it.met());
            case Answer.Refused<Signatures.Sheet>(var reasons) ->
                    pages.view(page(there(code), PolicyPage.Tab.ACKNOWLEDGEMENTS, "", query, me, request, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A list with the staff numbers of who signed: for whoever brings such lists in. */
    @GetMapping("/app/policies/{code}/signatures/{sheet:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> sheet(@PathVariable String code, @PathVariable UUID sheet) {
        return Attachment.of(code + "-signatures.csv", signatures.file(there(code).id(), sheet).orElseThrow(() -> new NotThere("list " + sheet)));
    }

    /** Whose words they had before them; nobody's when the form does not say. */
    private static UUID seen(String proposal) {
        return id(proposal).orElse(new UUID(0, 0));
    }

    private Object after(Answer<UUID> answer, String code, String key, Query query, Me me, HttpServletRequest request) {
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/policies/" + code, key);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(there(code), PolicyPage.Tab.TEXT, "", query, me, request, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Policy there(String code) {
        return policies.find(code).orElseThrow(() -> new NotThere("rule " + code));
    }

    static String words(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static Optional<UUID> id(String typed) {
        return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    }

    /** Nothing that counts when it is no number. */
    static int number(String typed) {
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
    }

    static Optional<LocalDate> day(String typed) {
        return Typed.day(typed);
    }

    static <E extends Enum<E>> Optional<E> one(Class<E> of, String typed) {
        return Arrays.stream(of.getEnumConstants()).filter(it -> it.name().equals(typed)).findFirst();
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry rulesInTheMenu() {
            return MenuEntry.of(Wing.HOUSE, 5, "policy.menu", "/app/policies", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER,
                    Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }

        @Bean
        MenuEntry lawsInTheMenu() {
            return MenuEntry.of(Wing.HOUSE, 6, "policy.laws", "/app/laws", Role.LEGAL, Role.SOURCING_OFFICER, Role.QUALITY, Role.HR, Role.PUBLISHER, Role.ASSURER, Role.UNION);
        }
    }
}
