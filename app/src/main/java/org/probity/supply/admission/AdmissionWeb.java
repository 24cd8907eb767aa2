package org.probity.supply.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.admission.Dossier.Outcome;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.Contacts;
import org.probity.supply.supplier.Newcomers;
import org.probity.supply.supplier.Interests;
import org.probity.supply.supplier.Suppliers;
import org.probity.supply.supplier.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Dossiers and the qualified list on the screens of those who buy and review. */
@Controller
class AdmissionWeb {
    record InvitationForm(
            @Nullable String nameEn, @Nullable String nameZh, @Nullable String nameOther, @Nullable String country, @Nullable String category,
            @Nullable String creditCode, @Nullable String lei, @Nullable String site, @Nullable String address, @Nullable String siteCountry,
            @Nullable String contact, @Nullable String email, @Nullable String phone, @Nullable String language, @Nullable String dueDay,
            @Nullable String notThose) {
        Newcomers.Newcomer who() {
            return new Newcomers.Newcomer(Typed.words(nameEn), Typed.words(nameZh), Typed.words(nameOther), Typed.words(country), Typed.words(category),
                    filled(Typed.code(creditCode)), filled(Typed.code(lei)), Typed.words(site), Typed.words(address), Typed.words(siteCountry),
                    new Contacts.Colleague(Typed.words(contact), Typed.words(email), Typed.words(phone), "en".equals(language) ? "en" : "zh"));
        }

        private static @Nullable String filled(String code) {
            return code.isEmpty() ? null : code;
        }
    }

    record MotionForm(@Nullable String outcome, @Nullable String until, @Nullable String condition, @Nullable String conditionDue, @Nullable String reasons) {}

    private final Admission admission;
    private final Stops stops;
    private final Standing standing;
    private final Requirements requirements;
    private final Suppliers suppliers;
    private final Interests interests;
    private final Categories categories;
    private final Proofs proofs;
    private final Agreements agreements;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    AdmissionWeb(
            Admission admission, Stops stops, Standing standing, Requirements requirements, Suppliers suppliers, Interests interests, Categories categories, Proofs proofs, Agreements agreements,
            Accounts accounts, Pages pages, Clock clock) {
        this.admission = admission;
        this.stops = stops;
        this.standing = standing;
        this.requirements = requirements;
        this.suppliers = suppliers;
        this.interests = interests;
        this.categories = categories;
        this.proofs = proofs;
        this.agreements = agreements;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission")
    View dossiers(Query query, Me me) {
        var sought = new Standing.Sought(query.filter("q"), query.filter("category"), query.filter("stage"));
        var page = new DossiersPage(standing.search(sought, query.limit(), query.offset()), standing.counts(sought), query, categories.all(), invites(me), LocalDate.now(clock));
        return query.format().map(format -> pages.file(format, "admission", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/qualified")
    View qualified(Query query) {
        var day = Typed.day(query.filter("day")).orElse(LocalDate.now(clock));
        var places = standing.qualified(day, query.filter("q"), query.filter("category"), query.limit(), query.offset());
        var page = new QualifiedPage(places, standing.qualified(day, query.filter("q"), query.filter("category")),
                query.format().isPresent() ? List.of() : standing.materials(day, places.stream().map(Standing.Qualified::supplier).toList()), query, categories.all(), day);
        return query.format().map(format -> pages.file(format, "qualified", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.SOURCING_OFFICER})
    @GetMapping("/app/admission/invite")
    View invite() {
        var nobody = new Newcomers.Newcomer("", "", "", "CN", "", null, null, "", "", "", new Contacts.Colleague("", "", "", "zh"));
        return pages.view(new InvitationPage(nobody, LocalDate.now(clock).plusDays(30).toString(), categories.open(), List.of()));
    }

    @For({Role.BUYER, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/invite")
    Object invite(InvitationForm form, Me me) {
        var who = form.who();
        var due = Typed.day(form.dueDay());
        var answer = due.isEmpty() ? Answer.<UUID>refused("dueDay", "admission.due-wrong")
                : admission.invite(new Admission.Invitation(who, due.get(), "true".equals(form.notThose())), me);
        return switch (answer) {
            case Answer.Done<UUID>(var dossier) -> pages.done("/app/admission/" + dossier, "admission.invited", who.contact().email());
            case Answer.Refused<UUID>(var reasons) ->
                    pages.view(new InvitationPage(who, Typed.words(form.dueDay()), categories.open(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.BUYER, Role.SOURCING_OFFICER})
    @GetMapping("/app/admission/suppliers/{supplier}")
    View open(@PathVariable UUID supplier) {
        return pages.view(openPage(supplier, "", "", LocalDate.now(clock).plusDays(30).toString(), List.of()));
    }

    @For({Role.BUYER, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/suppliers/{supplier}")
    Object open(
            @PathVariable UUID supplier, @RequestParam(defaultValue = "") String category, @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String dueDay, Me me) {
        var due = Typed.day(dueDay);
        var answer = due.isEmpty() ? Answer.<UUID>refused("dueDay", "admission.due-wrong")
                : admission.open(supplier, category, Typed.id(site).orElse(new UUID(0, 0)), due.get(), me);
        return switch (answer) {
            case Answer.Done<UUID>(var dossier) -> pages.done("/app/admission/" + dossier, "admission.opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(openPage(supplier, category, site, dueDay, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private OpenPage openPage(UUID supplier, String category, String site, String dueDay, List<Reason> reasons) {
        var found = suppliers.find(supplier).orElseThrow(() -> new NotThere("supplier " + supplier));
        return new OpenPage(found, suppliers.sites(supplier), categories.open(), new OpenPage.Typed(category, site, dueDay), reasons);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping({"/app/admission/{id:[0-9a-f-]+}", "/app/admission/{id:[0-9a-f-]+}/stop", "/app/admission/{id:[0-9a-f-]+}/going-on"})
    View dossier(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, DossierPage.Typed.NOTHING, List.of()));
    }

    private DossierPage page(UUID id, Me me, DossierPage.Typed typed, List<Reason> reasons) {
        var dossier = standing.find(id).orElseThrow(() -> new NotThere("dossier " + id));
        var legs = standing.legs(id).stream().map(leg -> new DossierPage.Line(leg,
                leg.kind() == Leg.Kind.AGREEMENT ? null : proofs.newest(dossier.supplier(), leg.leg()).orElse(null),
                leg.kind() != Leg.Kind.AGREEMENT ? null : agreements.of(dossier.supplier()).stream().filter(it -> it.leg().equals(leg.leg())).findFirst().orElse(null))).toList();
        var motions = admission.motions(id);
        var stopped = stops.of(id);
        var who = new HashSet<UUID>();
        who.add(dossier.openedBy());
        motions.forEach(it -> Stream.of(it.proposedBy(), it.ruledBy()).filter(Objects::nonNull).forEach(who::add));
        stopped.forEach(it -> Stream.of(it.by(), it.liftedBy()).filter(Objects::nonNull).forEach(who::add));
        var own = interests.in(dossier.supplier(), me);
        return new DossierPage(dossier, legs, requirements.clauses(), motions, stopped, accounts.names(who), me.account(), proposes(me) && !own, stopsPlaces(me), own, LocalDate.now(clock), typed, reasons);
    }

    @StepUp
    @For({Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER})
    @GetMapping("/app/admission/{id:[0-9a-f-]+}/motion")
    View motion(@PathVariable UUID id, Me me) {
        return dossier(id, me);
    }

    @StepUp
    @For({Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/{id:[0-9a-f-]+}/motion")
    Object propose(@PathVariable UUID id, MotionForm form, Me me) {
        var typed = new DossierPage.Typed(Typed.words(form.outcome()), Typed.words(form.until()), Typed.words(form.condition()),
                Typed.words(form.conditionDue()), Typed.words(form.reasons()));
        var outcome = Typed.one(Outcome.class, form.outcome());
        var answer = outcome.isEmpty() ? Answer.<UUID>refused("outcome", "admission.outcome-missing")
                : admission.propose(id, outcome.get(), Typed.day(form.until()).orElse(null), typed.condition(), Typed.day(form.conditionDue()).orElse(null),
                        typed.reasons(), me);
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/admission/" + id, "admission.proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @For({Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/{id:[0-9a-f-]+}/ruling")
    Object rule(
            @PathVariable UUID id, @RequestParam UUID motion, @RequestParam(defaultValue = "") String ruling,
            @RequestParam(defaultValue = "") String reasons, Me me) {
        var chosen = Typed.one(Decisions.Outcome.class, ruling);
        var answer = chosen.isEmpty() ? Answer.<Decisions.Ruled>refused("ruling", "admission.outcome-missing") : admission.rule(motion, chosen.get(), reasons, me);
        return switch (answer) {
            case Answer.Done<Decisions.Ruled>(var ruled) -> pages.done("/app/admission/" + id, "admission.ruled." + ruled.outcome());
            case Answer.Refused<Decisions.Ruled>(var refused) ->
                    pages.view(page(id, me, DossierPage.Typed.NOTHING, refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @For({Role.BUYER, Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/{id:[0-9a-f-]+}/stop")
    Object stop(@PathVariable UUID id, @RequestParam(defaultValue = "") String reasons, Me me) {
        return moved(id, stops.stop(id, reasons, me), "admission.stopped", me);
    }

    @StepUp
    @For({Role.BUYER, Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/{id:[0-9a-f-]+}/going-on")
    Object goOn(@PathVariable UUID id, @RequestParam(defaultValue = "") String reasons, Me me) {
        return moved(id, stops.goOn(id, reasons, me), "admission.went-on", me);
    }

    @For({Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/{id:[0-9a-f-]+}/condition")
    Object fulfil(@PathVariable UUID id, @RequestParam UUID motion, @RequestParam(defaultValue = "") String reasons, Me me) {
        return moved(id, stops.fulfil(motion, reasons, null, me), "admission.condition-fulfilled", me);
    }

    private Object moved(UUID id, Answer<UUID> answer, String said, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/admission/" + id, said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(id, me, DossierPage.Typed.NOTHING, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Acts of the page of a dossier; a language chosen after a refusal returns to it. */
    @For({Role.BUYER, Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
    @GetMapping({"/app/admission/{id:[0-9a-f-]+}/ruling", "/app/admission/{id:[0-9a-f-]+}/condition"})
    Object back(@PathVariable UUID id) {
        return "redirect:/app/admission/" + id;
    }

    static boolean invites(Me me) {
        return me.is(Role.BUYER) || me.is(Role.SOURCING_OFFICER);
    }

    private static boolean proposes(Me me) {
        return me.is(Role.BUYER) || me.is(Role.QUALITY) || me.is(Role.SOURCING_OFFICER);
    }

    private static boolean stopsPlaces(Me me) {
        return proposes(me) || me.is(Role.EHS);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry admissionInTheMenu(AdmissionDesk desk) {
            return MenuEntry.of(Wing.SUPPLY, 20, "admission.menu", "/app/admission",
                            Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER)
                    .counting(desk::count);
        }
    }
}
