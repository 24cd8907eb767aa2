package org.probity.people.care;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.people.care.Leave.Part;
import org.probity.people.care.Leaves.Request;
import org.probity.shapes.book.Books;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own leave, and that of those whom one leads. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class CareWeb {
    static final String HOME = "/app/care";
    private static final String ONE = HOME + "/leaves/{id:[0-9a-f-]{36}}";

    private final Leaves leaves;
    private final Leading leading;
    private final ComingBack comingBack;
    private final Grants grants;
    private final Closings closings;
    private final LeaveBook book;
    private final Books books;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    CareWeb(Leaves leaves, Leading leading, ComingBack comingBack, Grants grants, Closings closings, LeaveBook book, Books books, Directory directory, Accounts accounts, Pages pages) {
        this.leaves = leaves;
        this.leading = leading;
        this.comingBack = comingBack;
        this.grants = grants;
        this.closings = closings;
        this.book = book;
        this.books = books;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(HOME)
    Object mine(Me me) {
        return pages.view(mine(me, Map.of(), List.of()));
    }

    private CarePage mine(Me me, Map<String, String> typed, List<Reason> reasons) {
        var person = directory.personOf(me);
        return new CarePage(person.map(book::of).orElse(List.of()), person.map(leaves::of).orElse(List.of()), person.isPresent(), person.filter(it -> !leading.team(it).isEmpty()).isPresent(),
                me.is(Role.HR), me.is(Role.LEGAL), me.is(Role.UNION), leaves.companyDays(), leaves.today(), typed, reasons);
    }

    @PostMapping(HOME + "/leaves")
    Object ask(@RequestParam Map<String, String> typed, Me me) {
        var from = Typed.day(typed.get("from"));
        var until = typed.getOrDefault("until", "").isBlank() ? from : Typed.day(typed.get("until"));
        var part = Arrays.stream(Part.values()).filter(it -> it.name().equals(typed.get("part"))).findFirst().orElse(Part.WHOLE);
        var kind = Arrays.stream(Kind.values()).filter(it -> it.name().equals(typed.get("kind"))).findFirst().orElse(Kind.ANNUAL);
        Answer<UUID> answer = from.isEmpty() || until.isEmpty() ? Answer.refused(from.isEmpty() ? "from" : "until", "care.day-missing")
                : leaves.ask(new Request(kind, from.get(), until.get(), part, typed.getOrDefault("words", "")), me);
        return switch (answer) {
            case Answer.Done<UUID>(var leave) -> pages.done(HOME + "/leaves/" + leave, "care.was-asked");
            case Answer.Refused<UUID>(var reasons) -> pages.view(mine(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Leave seen(UUID id, Me me) {
        return leaves.find(id).filter(it -> leaves.sees(it, me)).orElseThrow(() -> new NotThere("leave " + id));
    }

    @GetMapping(ONE)
    Object leave(@PathVariable UUID id, Me me) {
        return pages.view(leave(id, me, Map.of(), List.of()));
    }

    private LeavePage leave(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = seen(id, me);
        var answers = leaves.answers(it, me);
        var others = answers && it.state() == Leave.State.ASKED ? directory.personOf(me).map(leading::team).orElse(List.of()).stream().map(Leading.Mate::person).filter(one -> !one.equals(it.person())).toList()
                : List.<UUID>of();
        var same = (int) (others.isEmpty() ? 0 : leading.standing(others, it.fromDay(), it.untilDay()).stream().map(Leave::person).distinct().count());
        return new LeavePage(it, leaves.own(it, me), answers, it.kind().fromAccount() ? book.left(it.person(), it.fromDay().getYear()) : null, same,
                it.answeredBy() == null ? "" : accounts.names(java.util.Set.of(it.answeredBy())).getOrDefault(it.answeredBy(), "–"), leaves.today(), typed, reasons);
    }

    @PostMapping(ONE + "/agreement")
    Object agree(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        var paper = Arrays.stream(Kind.Paper.values()).filter(it -> it.name().equals(typed.get("paper"))).findFirst().orElse(null);
        return told(leaves.answer(id, true, "", paper, me), id, me, typed, "care.was-agreed");
    }

    @PostMapping(ONE + "/refusal")
    Object refuse(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(leaves.answer(id, false, typed.getOrDefault("reason", ""), null, me), id, me, typed, "care.was-refused");
    }

    @PostMapping(ONE + "/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(leaves.withdraw(id, me), id, me, Map.of(), "care.was-taken-back");
    }

    @PostMapping(ONE + "/return")
    Object comeBack(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(comingBack.comeBack(id, Typed.day(typed.get("back")).orElse(null), me), id, me, typed, "care.was-back");
    }

    private Object told(Answer<UUID> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return pages.told(answer, HOME + "/leaves/" + id, said, reasons -> leave(id, me, typed, reasons));
    }

    /** An account with what came and went in a year: for whoever it belongs to, and human resources. */
    @GetMapping(HOME + "/accounts/{id:[0-9a-f-]{36}}")
    Object account(@PathVariable UUID id, @RequestParam(defaultValue = "") String year, Query query, Me me) {
        var account = books.account(id).filter(it -> it.book().equals(LeaveBook.BOOK)).orElseThrow(() -> new NotThere("account " + id));
        var own = directory.personOf(me).filter(it -> it.equals(account.owner())).isPresent();
        var person = account.owner() == null ? java.util.Optional.<Directory.Person>empty() : directory.person(account.owner());
        if (person.isEmpty() || !own && !me.is(Role.HR)) {
            throw new NotThere("account " + id);
        }
        var of = Math.clamp(Typed.number(year, leaves.today().getYear()), 2000, 2200);
        return pages.view(new StatementPage(books.statement(id, LocalDate.of(of, 1, 1), LocalDate.of(of, 12, 31), query.limit(), query.offset()), person.get(), own, query));
    }

    /** Why hours were granted. */
    @GetMapping(HOME + "/granted/{id:[0-9a-f-]{36}}")
    Object granted(@PathVariable UUID id, Me me) {
        var it = grants.find(id).filter(one -> me.is(Role.HR) || directory.personOf(me).filter(one.person()::equals).isPresent()).orElseThrow(() -> new NotThere("granted " + id));
        return pages.view(new GrantedPage(it, grants.pieces(id), directory.personOf(me).filter(it.person()::equals).isPresent()));
    }

    /** What became of hours that were left. */
    @GetMapping(HOME + "/closed/{id:[0-9a-f-]{36}}")
    Object closed(@PathVariable UUID id, Me me) {
        var it = closings.find(id).filter(one -> me.is(Role.HR) || directory.personOf(me).filter(one.person()::equals).isPresent()).orElseThrow(() -> new NotThere("closed " + id));
        return pages.view(new ClosedPage(it, directory.personOf(me).filter(it.person()::equals).isPresent()));
    }

    @GetMapping(HOME + "/team")
    Object team(Me me) {
        var monday = leaves.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var person = directory.personOf(me);
        var team = person.map(leading::team).orElse(List.of());
        return pages.view(new TeamPage(person.map(leading::waiting).orElse(List.of()), team,
                leading.standing(team.stream().map(Leading.Mate::person).toList(), monday, monday.plusWeeks(TeamPage.WEEKS).minusDays(1)), monday));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry careInTheMenu() {
            return MenuEntry.of(Wing.CARE, 13, "care.title", HOME, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION,
                    Role.HR, Role.EMPLOYEE);
        }
    }
}
