package org.probity.people.subsidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
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

/** One's own claims, and what human resources do with all of them. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class SubsidyWeb {
    static final String ALL = "/app/subsidies";
    private static final String CLAIM = ALL + "/claims/{id:[0-9a-f-]{36}}";
    private static final String DESK = ALL + "/desk";

    private final Subsidies subsidies;
    private final Schemes schemes;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    SubsidyWeb(Subsidies subsidies, Schemes schemes, Directory directory, Accounts accounts, Pages pages) {
        this.subsidies = subsidies;
        this.schemes = schemes;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(ALL)
    Object mine(Me me) {
        return pages.view(mine(me, Map.of(), List.of()));
    }

    private SubsidiesPage mine(Me me, Map<String, String> typed, List<Reason> reasons) {
        var person = directory.personOf(me);
        var today = subsidies.today();
        return new SubsidiesPage(schemes.all(today.getYear()).stream().filter(it -> it.holdsOn(today)).toList(), person.map(subsidies::of).orElse(List.of()), person.isPresent(), me.is(Role.HR), today, typed, reasons);
    }

    @PostMapping(ALL + "/claims")
    Object claim(@RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<MultipartFile> receipts, Me me) {
        var from = Typed.day(typed.get("from"));
        var until = typed.getOrDefault("until", "").isBlank() ? from : Typed.day(typed.get("until"));
        return switch (subsidies.claim(new Subsidies.Request(Typed.id(typed.get("scheme")).orElse(null), from.orElse(null), until.orElse(null), money(typed.get("amount")), typed.getOrDefault("invoice", ""),
                typed.getOrDefault("words", ""), uploads(receipts)), me)) {
            case Answer.Done<UUID>(var id) -> pages.done(ALL + "/claims/" + id, "subsidy.was-claimed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(mine(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static List<Subsidies.Upload> uploads(@Nullable List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().map(it -> {
            try {
                return new Subsidies.Upload(it.getOriginalFilename() == null || it.getOriginalFilename().isBlank() ? "receipt" : it.getOriginalFilename(), it.getBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    /** Yuan and fen as people type them; null: nothing that can be read. */
    static @Nullable BigDecimal money(@Nullable String typed) {
        return money(typed, 8);
    }

    /** @param digits before the point: what all get in a year is more than what one gets */
    private static @Nullable BigDecimal money(@Nullable String typed, int digits) {
        var words = Typed.words(typed).replace(",", "").replace("，", "");
        return words.matches("[0-9]{1," + digits + "}(\\.[0-9]{1,2})?") ? new BigDecimal(words) : null;
    }

    private Claim seen(UUID id, Me me) {
        return subsidies.find(id).filter(it -> me.is(Role.HR) || subsidies.own(it, me)).orElseThrow(() -> new NotThere("claim " + id));
    }

    @GetMapping(CLAIM)
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(one(id, me, Map.of(), List.of()));
    }

    private ClaimPage one(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = seen(id, me);
        return new ClaimPage(it, schemes.find(it.scheme(), it.fromDay().getYear()).orElseThrow(), subsidies.receipts(id), subsidies.own(it, me), me.is(Role.HR), typed, reasons);
    }

    private Object told(Answer<UUID> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return pages.told(answer, ALL + "/claims/" + id, said, reasons -> one(id, me, typed, reasons));
    }

    @PostMapping(CLAIM + "/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        seen(id, me);
        return told(subsidies.withdraw(id, me), id, me, Map.of(), "subsidy.was-withdrawn");
    }

    @For(Role.HR)
    @PostMapping(CLAIM + "/agreement")
    Object agree(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(subsidies.answer(id, true, money(typed.get("agreed")), typed.getOrDefault("reason", ""), me), id, me, typed, "subsidy.was-agreed");
    }

    @For(Role.HR)
    @PostMapping(CLAIM + "/refusal")
    Object refuse(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(subsidies.answer(id, false, null, typed.getOrDefault("reason", ""), me), id, me, typed, "subsidy.was-refused");
    }

    @GetMapping(ALL + "/receipts/{id:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> receipt(@PathVariable UUID id, Me me) {
        var it = subsidies.receipt(id).orElseThrow(() -> new NotThere("receipt " + id));
        seen(it.claim(), me);
        return Attachment.of(subsidies.item(it).name(), subsidies.bytes(it));
    }

    @For(Role.HR)
    @GetMapping(DESK)
    Object desk(Me me) {
        return pages.view(desk(me, Map.of(), List.of()));
    }

    private SubsidyDeskPage desk(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new SubsidyDeskPage(subsidies.waiting(), schemes.all(subsidies.today().getYear()), schemes.due(), schemes.payments(), subsidies.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(ALL + "/schemes")
    Object set(@RequestParam Map<String, String> typed, Me me) {
        var kind = Arrays.stream(Scheme.Kind.values()).filter(it -> it.name().equals(typed.get("kind"))).findFirst().orElse(null);
        var per = Arrays.stream(Scheme.Per.values()).filter(it -> it.name().equals(typed.get("per"))).findFirst().orElse(null);
        var answer = schemes.set(new Schemes.Details(typed.getOrDefault("code", ""), kind, typed.getOrDefault("nameEn", ""), typed.getOrDefault("nameZh", ""), per, money(typed.get("most")), Typed.number(typed.get("times"), 0),
                "true".equals(typed.get("receipt")), Typed.day(typed.get("from")).orElse(null), Typed.day(typed.get("until")).orElse(null), typed.getOrDefault("source", "")), me);
        return pages.told(answer, DESK, "subsidy.was-set", reasons -> desk(me, typed, reasons));
    }

    @For(Role.HR)
    @PostMapping(ALL + "/budgets")
    Object budget(@RequestParam Map<String, String> typed, Me me) {
        return pages.told(schemes.budget(Typed.id(typed.get("scheme")).orElse(null), Typed.number(typed.get("year"), 0), money(typed.get("amount"), 12), me), DESK, "subsidy.budget-was-set", reasons -> desk(me, typed, reasons));
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ALL + "/payments")
    Object pay(@RequestParam Map<String, String> typed, Me me) {
        return switch (schemes.pay(Typed.number(typed.get("claims"), 0), money(typed.get("total"), 12), me)) {
            case Answer.Done<UUID>(var id) -> pages.done(ALL + "/payments/" + id, "subsidy.was-listed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(desk(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** The list for payroll, on the page and as a file. */
    @For(Role.HR)
    @GetMapping(ALL + "/payments/{id:[0-9a-f-]{36}}")
    Object payment(@PathVariable UUID id, Query query) {
        var it = schemes.payment(id).orElseThrow(() -> new NotThere("payment " + id));
        var page = new PaymentPage(it, schemes.lines(id), accounts.names(java.util.Set.of(it.madeBy())).getOrDefault(it.madeBy(), "–"), query);
        return query.format().map(format -> (Object) pages.file(format, "subsidies-" + it.number(), page::table)).orElseGet(() -> pages.view(page));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry subsidiesInTheMenu() {
            return MenuEntry.of(Wing.CARE, 16, "subsidy.title", ALL, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
