package org.probity.people.aid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.people.aid.Applications.Plea;
import org.probity.people.aid.Applications.Upload;
import org.probity.shapes.evidence.Evidence;
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

/** The fund as every member meets it, and the committee's applications. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class AidWeb {
    static final String HOME = "/app/aid";
    private static final String ONE = HOME + "/applications/{id:[0-9a-f-]{36}}";

    private final Giving giving;
    private final Applications applications;
    private final Deciding deciding;
    private final Seats seats;
    private final Register register;
    private final Visits visits;
    private final SealedBooks sealed;
    private final Fund fund;
    private final Evidence evidence;
    private final Directory directory;
    private final Pages pages;
    private final Clock clock;

    AidWeb(Giving giving, Applications applications, Deciding deciding, Seats seats, Register register, Visits visits, SealedBooks sealed, Fund fund, Evidence evidence, Directory directory, Pages pages, Clock clock) {
        this.giving = giving;
        this.applications = applications;
        this.deciding = deciding;
        this.seats = seats;
        this.register = register;
        this.visits = visits;
        this.sealed = sealed;
        this.fund = fund;
        this.evidence = evidence;
        this.directory = directory;
        this.pages = pages;
        this.clock = clock;
    }

    /** Fen of what somebody typed as yuan, with or without separators; nothing where it is no amount. */
    static long fen(@Nullable String typed) {
        var words = Typed.words(typed).replace(",", "").replace("，", "");
        return words.matches("[0-9]{1,9}([.][0-9]{1,2})?") ? new BigDecimal(words).movePointRight(2).longValueExact() : -1;
    }

    @GetMapping(HOME)
    Object mine(Me me) {
        return pages.view(mine(me, Map.of(), List.of()));
    }

    AidPage mine(Me me, Map<String, String> typed, List<Reason> reasons) {
        var person = directory.personOf(me);
        var given = person.map(giving::given).orElse(List.of());
        return new AidPage(person.isPresent(), fund.holds(Fund.FUND), fund.floor(fund.today()), person.flatMap(giving::current), given.stream().mapToLong(Giving.Given::amount).sum(), given.size(),
                person.map(applications::of).orElse(List.of()), seats.decides(me), seats.looksOn(me), me.is(Role.UNION),
                person.flatMap(visits::own), person.map(visits::asked).orElse(List.of()), visits.activities(), typed, reasons);
    }

    @PostMapping(HOME + "/pledge")
    Object pledge(@RequestParam Map<String, String> typed, Me me) {
        var band = Arrays.stream(Band.values()).filter(it -> it.name().equals(typed.get("band"))).findFirst();
        return switch (band.map(it -> giving.pledge(it, me)).orElseGet(() -> Answer.refused("band", "aid.band-missing"))) {
            case Answer.Done<LocalDate>(var from) -> pages.done(HOME, "aid.was-pledged", from.toString().substring(0, 7));
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(mine(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(HOME + "/pledge/end")
    Object end(Me me) {
        return switch (giving.end(me)) {
            case Answer.Done<Optional<LocalDate>>(var last) -> last.map(it -> pages.done(HOME, "aid.was-ended-after", it.toString().substring(0, 7))).orElseGet(() -> pages.done(HOME, "aid.was-ended"));
            case Answer.Refused<Optional<LocalDate>>(var reasons) -> pages.view(mine(me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(HOME + "/apply")
    Object apply() {
        return pages.view(applying(Map.of(), List.of()));
    }

    private ApplyPage applying(Map<String, String> typed, List<Reason> reasons) {
        return new ApplyPage(fund.rule(AidRule.URGENT_HOURS, fund.today()), typed, reasons);
    }

    /** With a first paper, if there is one; it is judged before anything is kept. */
    @PostMapping(HOME + "/applications")
    Object apply(@RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file, Me me) {
        var ground = Arrays.stream(Ground.values()).filter(it -> it.name().equals(typed.get("ground"))).findFirst();
        var day = Typed.day(typed.get("eventDay"));
        var upload = upload(file);
        Answer<UUID> answer = ground.isEmpty() ? Answer.refused("ground", "aid.ground-missing") : day.isEmpty() ? Answer.refused("eventDay", "aid.event-day")
                : upload.bytes().length > Applications.FILE_BYTES_MAX ? Answer.refused("file", "aid.file-big", Applications.FILE_BYTES_MAX >> 20)
                : applications.apply(new Plea(ground.get(), day.get(), fen(typed.get("ownCost")), Typed.number(typed.get("dependants"), -1), typed.getOrDefault("words", ""), "yes".equals(typed.get("urgent"))), me);
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> {
                if (upload.bytes().length > 0 && applications.bring(id, upload, me) instanceof Answer.Refused<UUID>(var reasons)) {
                    yield pages.view(page(id, me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
                }
                yield pages.done(HOME + "/applications/" + id, "aid.was-applied");
            }
            case Answer.Refused<UUID>(var reasons) -> pages.view(applying(typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Upload upload(@Nullable MultipartFile file) {
        try {
            var name = file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank() ? "file" : file.getOriginalFilename();
            return new Upload(name, file == null ? new byte[0] : file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Applications, for the committee with names and for those who look on without. */
    @GetMapping(HOME + "/applications")
    Object all(Query query, Me me) {
        var seat = seats.seat(me).orElseThrow(() -> new NotThere("applications"));
        var all = applications.all(query.limit(), query.offset());
        var decides = seat.body() == Seats.Body.COMMITTEE;
        Set<UUID> closed = decides ? all.stream().filter(it -> it.person().equals(seat.person()) || applications.concerned(it, seat.person())).map(Application::id).collect(Collectors.toSet()) : Set.of();
        return pages.view(new ApplicationsPage(all, decides, closed, clock.instant(), query, applications.count()));
    }

    private Application seen(UUID id, Me me) {
        return applications.find(id).filter(it -> applications.sees(it, me)).orElseThrow(() -> new NotThere("application " + id));
    }

    @GetMapping(ONE)
    Object application(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, Map.of(), List.of()));
    }

    private ApplicationPage page(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = seen(id, me);
        var own = applications.own(it, me);
        var person = directory.personOf(me);
        var voices = deciding.voices(id);
        var signatures = deciding.signatures(id);
        var due = it.ownCost() == null || it.dependants() == null ? 0L : applications.due(fund.day(it.appliedAt()), it.ownCost(), it.dependants()).map(Applications.Due::amount).orElse(0L);
        return new ApplicationPage(it, own, !own, applications.papers(id), voices, signatures, due, Math.min(due, fund.thousands(AidRule.URGENT, fund.today())),
                voices.stream().anyMatch(one -> person.filter(one.person()::equals).isPresent()), signatures.stream().anyMatch(one -> person.filter(one.person()::equals).isPresent()),
                it.dueAt() == null ? 0 : applications.hoursLeft(it.dueAt()), clock.instant(), typed, reasons);
    }

    @GetMapping(ONE + "/files/{file:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Me me) {
        seen(id, me);
        var item = applications.papers(id).stream().filter(it -> it.id().equals(file)).findFirst().orElseThrow(() -> new NotThere("file " + file));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @PostMapping(ONE + "/files")
    Object bring(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, Me me) {
        seen(id, me);
        return told(applications.bring(id, upload(file), me), id, me, Map.of(), "aid.was-brought");
    }

    @PostMapping(ONE + "/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(applications.withdraw(id, me), id, me, Map.of(), "aid.was-taken-back");
    }

    @PostMapping(ONE + "/signature")
    Object sign(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(deciding.sign(id, fen(typed.get("amount")), me), id, me, typed, "aid.was-signed");
    }

    @PostMapping(ONE + "/yes")
    Object yes(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(deciding.say(id, true, "", me), id, me, Map.of(), "aid.was-said");
    }

    @PostMapping(ONE + "/no")
    Object no(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(deciding.say(id, false, typed.getOrDefault("reason", ""), me), id, me, typed, "aid.was-said");
    }

    /** Whoever is concerned does not see it afterwards. */
    @PostMapping(ONE + "/recusal")
    Object recuse(@PathVariable UUID id, Me me) {
        seen(id, me);
        return switch (deciding.recuse(id, me)) {
            case Answer.Done<UUID> _ -> pages.done(HOME + "/applications", "aid.was-recused");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(id, me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Object told(Answer<UUID> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return pages.told(answer, HOME + "/applications/" + id, said, reasons -> page(id, me, typed, reasons));
    }

    @GetMapping(HOME + "/book")
    Object book(@RequestParam(defaultValue = "") String year, Query query) {
        var of = year(year);
        var open = fund.opened(Fund.FUND) != null;
        var page = new BookPage(of, of >= fund.today().getYear(), open ? fund.statement(Fund.FUND, LocalDate.of(of, 1, 1), LocalDate.of(of, 12, 31), query.limit(), query.offset()) : null, fund.holds(Fund.AGREED), query);
        return query.format().map(format -> (Object) pages.file(format, "aid-" + of, page::table)).orElseGet(() -> pages.view(page));
    }

    /** The book as of a day to look at; without a day, of today. */
    @GetMapping(HOME + "/book/day")
    Object bookOfDay(@RequestParam(defaultValue = "") String day) {
        return pages.view(bookOfDay(day, List.of()));
    }

    private BookOfDayPage bookOfDay(String typed, List<Reason> also) {
        return switch (sealed.of(typed.isBlank() ? fund.today() : Typed.day(typed).orElse(null))) {
            case Answer.Done<SealedBooks.Book>(var book) -> new BookOfDayPage(book.day().toString(), fund.today(), book, also);
            case Answer.Refused<SealedBooks.Book>(var reasons) -> new BookOfDayPage(typed.isBlank() ? fund.today().toString() : typed, fund.today(), null, reasons);
        };
    }

    @PostMapping(HOME + "/book/day")
    Object take(@RequestParam(defaultValue = "") String day) {
        return switch (sealed.sealed(Typed.day(day).orElse(null))) {
            case Answer.Done<byte[]>(var zip) -> Attachment.of("aid-book-" + Typed.day(day).orElseThrow() + ".zip", zip);
            case Answer.Refused<byte[]>(var reasons) -> pages.view(bookOfDay(day, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(HOME + "/register")
    Object register(@RequestParam(defaultValue = "") String year) {
        var of = year(year);
        return pages.view(new RegisterPage(of, of >= fund.today().getYear(), register.of(of), fund.rule(AidRule.TOLD_FROM, fund.today())));
    }

    private int year(String typed) {
        return Math.clamp(Typed.number(typed, fund.today().getYear()), 2000, 2200);
    }

    @GetMapping(HOME + "/promise")
    Object promise() {
        return pages.view(new PromisePage());
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry aidInTheMenu() {
            return MenuEntry.of(Wing.CARE, 17, "aid.title", HOME, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION,
                    Role.HR, Role.EMPLOYEE);
        }
    }
}
