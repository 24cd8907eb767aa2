package org.probity.house.directory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.PersonChangePage.Change;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People on screens. What is shown of somebody depends on who looks: see {@link PersonPage.Sight}. */
@Controller
@For({Role.HR, Role.EMPLOYEE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION})
class PeopleWeb {
    /** As posted; what a form does not have comes as nothing. */
    record Typed(
            @Nullable String number, @Nullable String nameZh, @Nullable String nameEn, @Nullable String email, @Nullable String kind,
            @Nullable String unit, @Nullable String title, @Nullable String from, @Nullable String until, @Nullable String reason) {
        PersonChangePage.Form form() {
            return new PersonChangePage.Form(words(number), words(nameZh), words(nameEn), words(email), words(kind), words(unit), words(title),
                    words(from), words(until), words(reason));
        }

        private static String words(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    private final Directory directory;
    private final Staff staff;
    private final Passes passes;
    private final Erasures erasures;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Pages pages;

    PeopleWeb(Directory directory, Staff staff, Passes passes, Erasures erasures, Accounts accounts, AuditTrail trail, Pages pages) {
        this.directory = directory;
        this.staff = staff;
        this.passes = passes;
        this.erasures = erasures;
        this.accounts = accounts;
        this.trail = trail;
        this.pages = pages;
    }

    @GetMapping("/app/directory/people")
    Object people(Query query, Me me) {
        var hr = me.is(Role.HR);
        // Who is no longer here, was not yet, or is here as what, is nothing colleagues need.
        var day = hr ? OrganisationWeb.day(query.filter("day")).orElse(directory.today()) : directory.today();
        var search = new Directory.Search(day, query.filter("q"), hr, query.filter("unit"), query.filter("site"), hr ? query.filter("kind") : "");
        var order = hr ? query.orderBy(PeoplePage.ORDERS, "name.number, engaged.from_day") : query.orderBy(PeoplePage.ORDERS_OF_COLLEAGUES, PeoplePage.BY_NAME);
        var page = new PeoplePage(directory.members(search, order, query.limit(), query.offset()), query, search, day.equals(directory.today()),
                directory.count(search), directory.tree(day), hr);
        if (query.format().isPresent()) {
            trail.note("directory.list-exported", me.account(), null, Map.of("rows", "" + page.members().size()));
        }
        return query.format().map(format -> (Object) pages.file(format, "people", page::table)).orElseGet(() -> pages.view(page));
    }

    @GetMapping("/app/directory/people/{person}")
    Object person(@PathVariable UUID person, Me me) {
        return pages.view(page(person, me, List.of()));
    }

    private PersonPage page(UUID id, Me me, List<Reason> reasons) {
        var person = directory.person(id).orElseThrow(() -> new NotThere("person " + id));
        var today = directory.today();
        var hr = me.is(Role.HR);
        var self = directory.personOf(me);
        var whole = hr || self.filter(it -> it.equals(id) || directory.leads(it, id, today)).isPresent();
        if (!whole && person.stretches().stream().noneMatch(it -> it.covers(today))) {
            throw new NotThere("person " + id);
        }
        var places = directory.tree(today);
        var leads = directory.heads(today).stream().filter(head -> head.person().equals(id)).map(Directory.Head::unit).collect(Collectors.toSet());
        var erasure = erasures.of(id);
        return new PersonPage(person, whole ? PersonPage.Sight.ENGAGEMENTS : PersonPage.Sight.CONTACT, today, places,
                directory.manager(id, today).orElse(null),
                places.stream().filter(it -> leads.contains(it.id())).toList(),
                accounts.names(person.stretches().stream().map(Directory.Stretch::by).filter(Objects::nonNull).collect(Collectors.toSet())),
                hr ? new PersonPage.Records(passes.of(id).orElse(null), erasing(erasure, me), erasure.from()) : null, reasons);
    }

    private PersonPage.Erasing erasing(Erasures.Erasure erasure, Me me) {
        if (!erasure.may(directory.today())) {
            return PersonPage.Erasing.KEPT;
        }
        if (erasure.proposedBy() == null) {
            return PersonPage.Erasing.MAY_BE_ASKED;
        }
        return erasure.proposedBy().equals(me.account()) ? PersonPage.Erasing.ASKED_BY_ME : PersonPage.Erasing.ASKED;
    }

    @For(Role.HR)
    @GetMapping("/app/directory/people/new")
    Object takeOn() {
        return form(Change.TAKE_ON, null, null,
                new PersonChangePage.Form("", "", "", "", Engagement.EMPLOYEE.name(), "", "", directory.today().toString(), "", ""), List.of());
    }

    @For(Role.HR)
    @StepUp
    @PostMapping("/app/directory/people/new")
    Object takeOn(Typed typed, Me me) {
        var form = typed.form();
        return switch (term(form, null)) {
            case Answer.Refused<Staff.Term>(var reasons) -> form(Change.TAKE_ON, null, null, form, reasons);
            case Answer.Done<Staff.Term>(var term) -> switch (staff.takeOn(identity(form), term, form.reason(), me.account())) {
                case Answer.Done<UUID>(var person) -> pages.done("/app/directory/people/" + person, "directory.person.done");
                case Answer.Refused<UUID>(var reasons) -> form(Change.TAKE_ON, null, null, form, reasons);
            };
        };
    }

    @For(Role.HR)
    @GetMapping("/app/directory/people/{person}/{change}")
    Object change(@PathVariable UUID person, @PathVariable String change, @RequestParam(required = false) @Nullable UUID engagement) {
        var what = Change.of(change);
        var found = directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        var stretch = what.ofAStretch() ? stretch(found, engagement) : null;
        var code = stretch == null ? "" : directory.tree(directory.today()).stream().filter(it -> it.id().equals(stretch.unit())).map(Place::code).findFirst().orElse("");
        var until = stretch == null || stretch.untilDay() == null ? "" : stretch.untilDay().toString();
        return form(what, found, stretch, new PersonChangePage.Form(found.number(), found.nameZh(), found.nameEn(), found.email(),
                (stretch == null ? Engagement.EMPLOYEE : stretch.kind()).name(), code, stretch == null ? "" : stretch.title(),
                (stretch == null || what == Change.TRANSFER ? directory.today() : stretch.fromDay()).toString(),
                what == Change.END ? directory.today().toString() : until, ""), List.of());
    }

    @For(Role.HR)
    @StepUp
    @PostMapping("/app/directory/people/{person}/{change}")
    Object change(@PathVariable UUID person, @PathVariable String change, @RequestParam(required = false) @Nullable UUID engagement, Typed typed, Me me) {
        var what = Change.of(change);
        var found = directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        var stretch = what.ofAStretch() ? stretch(found, engagement) : null;
        var form = typed.form();
        return switch (act(what, found, stretch, form, me)) {
            case Answer.Done<UUID> _ -> pages.done("/app/directory/people/" + person, "directory.person.done");
            case Answer.Refused<UUID>(var reasons) -> form(what, found, stretch, form, reasons);
        };
    }

    private Answer<UUID> act(Change change, Directory.Person person, Directory.@Nullable Stretch stretch, PersonChangePage.Form form, Me me) {
        return switch (change) {
            case TAKE_ON -> throw new IllegalArgumentException("somebody known is not taken on: " + person.id());
            case NAME -> staff.name(person.id(), identity(form), form.reason(), me.account());
            case ENGAGE -> switch (term(form, null)) {
                case Answer.Refused<Staff.Term>(var reasons) -> new Answer.Refused<>(reasons);
                case Answer.Done<Staff.Term>(var term) -> staff.engage(person.id(), term, form.reason(), me.account());
            };
            case CORRECT -> switch (term(form, null)) {
                case Answer.Refused<Staff.Term>(var reasons) -> new Answer.Refused<>(reasons);
                case Answer.Done<Staff.Term>(var term) -> staff.correct(Objects.requireNonNull(stretch).id(), term, form.reason(), me.account());
            };
            case TRANSFER -> switch (term(form, stretch)) {
                case Answer.Refused<Staff.Term>(var reasons) -> new Answer.Refused<>(reasons);
                case Answer.Done<Staff.Term>(var term) ->
                        staff.transfer(Objects.requireNonNull(stretch).id(), term.unit(), term.title(), term.from(), form.reason(), me.account());
            };
            case END -> OrganisationWeb.day(form.until())
                    .map(last -> staff.end(Objects.requireNonNull(stretch).id(), last, form.reason(), me.account()))
                    .orElseGet(() -> Answer.refused("until", "directory.day-wrong"));
        };
    }

    /** @param stretch whose kind it goes on with; null: the kind that was chosen */
    private Answer<Staff.Term> term(PersonChangePage.Form form, Directory.@Nullable Stretch stretch) {
        var from = OrganisationWeb.day(form.from());
        if (from.isEmpty()) {
            return Answer.refused("from", "directory.day-wrong");
        }
        var until = OrganisationWeb.day(form.until());
        if (until.isEmpty() && !form.until().isEmpty()) {
            return Answer.refused("until", "directory.day-wrong");
        }
        var unit = directory.tree(from.get()).stream().filter(it -> it.code().equals(form.unit())).map(Place::id).findFirst();
        if (unit.isEmpty()) {
            return Answer.refused("unit", "directory.unit-not-there", from.get());
        }
        var kind = stretch != null ? Optional.of(stretch.kind())
                : Arrays.stream(Engagement.values()).filter(it -> it.name().equals(form.kind())).findFirst();
        return kind.isEmpty() ? Answer.refused("kind", "directory.engagement-unknown")
                : Answer.done(new Staff.Term(kind.get(), unit.get(), form.title(), from.get(), until.orElse(null)));
    }

    private static Staff.Identity identity(PersonChangePage.Form form) {
        return new Staff.Identity(form.number(), form.nameZh(), form.nameEn(), form.email());
    }

    private static Directory.Stretch stretch(Directory.Person person, @Nullable UUID engagement) {
        return person.stretches().stream().filter(it -> it.holds() && it.id().equals(engagement)).findFirst()
                .orElseThrow(() -> new NotThere("engagement " + engagement));
    }

    private Object form(Change change, Directory.@Nullable Person person, Directory.@Nullable Stretch stretch, PersonChangePage.Form form, List<Reason> reasons) {
        return pages.view(new PersonChangePage(change, person, stretch, form, directory.tree(directory.today()), reasons),
                reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @For(Role.HR)
    @StepUp
    @PostMapping("/app/directory/people/{person}/account")
    Object invite(@PathVariable UUID person, @RequestParam(defaultValue = "zh") String language, Me me) {
        if (directory.person(person).isEmpty()) {
            throw new NotThere("person " + person);
        }
        return after(passes.invite(person, language.equals("en") ? "en" : "zh", me.account()), person, "directory.account.invited", me);
    }

    @For(Role.HR)
    @StepUp
    @PostMapping("/app/directory/people/{person}/erasure")
    Object propose(@PathVariable UUID person, Me me) {
        return after(erasures.propose(person, me.account()), person, "directory.erasure.proposed", me);
    }

    @For(Role.HR)
    @StepUp
    @PostMapping("/app/directory/people/{person}/erasure/confirmation")
    Object confirm(@PathVariable UUID person, Me me) {
        return switch (erasures.confirm(person, me.account())) {
            case Answer.Done<UUID> _ -> pages.done("/app/directory/people", "directory.erasure.done");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(person, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Object after(Answer<UUID> answer, UUID person, String key, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/directory/people/" + person, key);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(person, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
