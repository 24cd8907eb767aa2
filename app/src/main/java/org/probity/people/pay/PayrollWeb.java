package org.probity.people.pay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Upload;
import org.probity.house.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Payroll's files, in numbers for human resources; whoever keeps remuneration brings them, lets them count, writes letters, and may look at one person with a reason. */
@Controller
@For({Role.HR, Role.REMUNERATION})
class PayrollWeb {
    private static final String FILES = PayWeb.HOME + "/files";
    private static final String ONE = FILES + "/{id:[0-9a-f-]{36}}";
    private static final String BANDS = PayWeb.HOME + "/bands";
    private static final String PEOPLE = PayWeb.HOME + "/people";
    private static final String GAP = PayWeb.HOME + "/gap";
    private static final String LOOK = PayWeb.HOME + "/looks";

    private final Payroll payroll;
    private final Comparing comparing;
    private final Letters letters;
    private final Bands bands;
    private final Gaps gaps;
    private final Vault vault;
    private final Directory directory;
    private final Pages pages;

    PayrollWeb(Payroll payroll, Comparing comparing, Letters letters, Bands bands, Gaps gaps, Vault vault, Directory directory, Pages pages) {
        this.payroll = payroll;
        this.comparing = comparing;
        this.letters = letters;
        this.bands = bands;
        this.gaps = gaps;
        this.vault = vault;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping(FILES)
    Object files(Me me) {
        return pages.view(files(me, Map.of(), List.of()));
    }

    private FilesPage files(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new FilesPage(payroll.all(), payroll.today(), me.is(Role.REMUNERATION), vault.apart(), typed, reasons);
    }

    @For(Role.REMUNERATION)
    @PostMapping(FILES)
    Object bring(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam Map<String, String> typed, Me me) {
        return switch (payroll.bring(Typed.number(typed.get("year"), 0), Typed.words(typed.get("source")), Upload.of(file).bytes(), me)) {
            case Answer.Done<UUID>(var id) -> pages.done(FILES + "/" + id, "pay.was-brought");
            case Answer.Refused<UUID>(var reasons) -> pages.view(files(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ONE)
    Object file(@PathVariable UUID id, Query query, Me me) {
        var page = file(id, query, me, Map.of(), List.of());
        return query.format().filter(_ -> page.keeps()).map(format -> (Object) pages.file(format, "payroll-" + page.it().year(), page::table)).orElseGet(() -> pages.view(page));
    }

    private FilePage file(UUID id, Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = payroll.find(id).orElseThrow(() -> new NotThere("file " + id));
        return new FilePage(it, me.is(Role.REMUNERATION) ? comparing.differences(it, query) : List.of(), comparing.count(it), payroll.newest(it), gaps.told(it.year()).filter(told -> told.file().equals(id)).isPresent(), me.is(Role.REMUNERATION), query, typed, reasons);
    }

    @For(Role.REMUNERATION)
    @StepUp
    @PostMapping(ONE + "/count")
    Object count(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return pages.told(payroll.count(id, Typed.words(typed.get("reason")), me), FILES + "/" + id, "pay.was-counted", reasons -> file(id, Query.all(FILES + "/" + id), me, typed, reasons));
    }

    @For(Role.REMUNERATION)
    @StepUp
    @PostMapping(ONE + "/letters")
    Object write(@PathVariable UUID id, Me me) {
        return pages.told(letters.write(id, me), FILES + "/" + id, "pay.was-written", reasons -> file(id, Query.all(FILES + "/" + id), me, Map.of(), reasons));
    }

    @For(Role.REMUNERATION)
    @StepUp
    @PostMapping(ONE + "/gap")
    Object tell(@PathVariable UUID id, Me me) {
        return pages.told(gaps.tell(id, me), GAP, "pay.was-told", reasons -> file(id, Query.all(FILES + "/" + id), me, Map.of(), reasons));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.REMUNERATION, Role.ASSURER})
    @GetMapping(GAP)
    Object gap(@RequestParam(defaultValue = "") String year, Me me) {
        var all = gaps.all();
        var wanted = Typed.number(year, 0);
        return pages.view(gap(all.stream().filter(it -> it.year() == wanted).findFirst().or(() -> all.stream().findFirst()), me, Map.of(), List.of()));
    }

    private GapPage gap(Optional<Gaps.Told> told, Me me, Map<String, String> typed, List<Reason> reasons) {
        return new GapPage(told.orElse(null), gaps.all(), told.map(it -> gaps.quartiles(it.id())).orElse(List.of()), told.map(it -> gaps.parts(it.id())).orElse(List.of()), told.map(it -> gaps.categories(it.id())).orElse(List.of()), told.map(gaps::mendedBy).orElse(null), gaps.today(),
                me.is(Role.REMUNERATION), typed, reasons);
    }

    @For(Role.REMUNERATION)
    @PostMapping(GAP + "/{id:[0-9a-f-]{36}}/reasons")
    Object account(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var told = gaps.find(id).orElseThrow(() -> new NotThere("gap " + id));
        return pages.told(gaps.account(id, Typed.words(typed.get("grade")), Typed.words(typed.get("words")), me), GAP + "?year=" + told.year(), "pay.was-accounted", reasons -> gap(Optional.of(told), me, typed, reasons));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.REMUNERATION})
    @GetMapping(BANDS)
    Object bands(Me me) {
        return pages.view(bands(me, Map.of(), List.of()));
    }

    private BandsPage bands(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new BandsPage(bands.on(bands.today()), bands.all(), me.is(Role.REMUNERATION), typed, reasons);
    }

    @For(Role.REMUNERATION)
    @PostMapping(BANDS)
    Object set(@RequestParam Map<String, String> typed, Me me) {
        return pages.told(bands.set(Typed.words(typed.get("grade")), Typed.day(typed.get("from")).orElse(null), amount(typed.get("low")), amount(typed.get("high")), Typed.words(typed.get("source")), me), BANDS, "pay.band-was-set",
                reasons -> bands(me, typed, reasons));
    }

    private static @Nullable BigDecimal amount(@Nullable String typed) {
        var words = Typed.words(typed).replace(",", "");
        return words.matches("[0-9]{1,12}(\\.[0-9]{1,2})?") ? new BigDecimal(words) : null;
    }

    @For(Role.REMUNERATION)
    @GetMapping(PEOPLE)
    Object ask() {
        return pages.view(new LookPage(Map.of(), List.of()));
    }

    @For(Role.REMUNERATION)
    @StepUp
    @PostMapping(PEOPLE)
    Object look(@RequestParam Map<String, String> typed, Me me) {
        var person = directory.byNumber(Typed.words(typed.get("number")).replace("\0", ""));
        var answer = person.isEmpty() ? Answer.<UUID>refused("number", "pay.number-unknown") : letters.look(person.get().id(), Typed.words(typed.get("reason")), me);
        return switch (answer) {
            case Answer.Done<UUID>(var look) -> pages.done(LOOK + "/" + look, "pay.was-looked");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new LookPage(typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.REMUNERATION)
    @GetMapping(LOOK + "/{look:[0-9a-f-]{36}}")
    Object looked(@PathVariable UUID look, Me me) {
        var person = letters.lookedAt(look, me).orElseThrow(() -> new NotThere("look " + look));
        return pages.view(new LookedPage(directory.person(person).orElseThrow(), payroll.of(person)));
    }
}
