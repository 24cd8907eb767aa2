package org.probity.supply.blacklist;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
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

/** Cases and bans on the screens of those who bring and decide them. */
@Controller
@For({Role.LEGAL, Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
class BlacklistWeb {
    private final Matters matters;
    private final Blacklist blacklist;
    private final Incidents incidents;
    private final Suppliers suppliers;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    BlacklistWeb(
            Matters matters, Blacklist blacklist, Incidents incidents, Suppliers suppliers, Evidence evidence, Accounts accounts, Pages pages, Clock clock) {
        this.matters = matters;
        this.blacklist = blacklist;
        this.incidents = incidents;
        this.suppliers = suppliers;
        this.evidence = evidence;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    static final List<Role> DECIDE = List.of(Role.LEGAL, Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER);

    static boolean decides(Me me) {
        return DECIDE.stream().anyMatch(me::is);
    }

    private static boolean brings(Me me) {
        return decides(me) || me.is(Role.BUYER) || me.is(Role.PROCESS);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.ASSURER})
    @GetMapping("/app/blacklist")
    Object all(Query query, Me me) {
        var page = new MattersPage(matters.about(null), query, today(), brings(me), me.is(Role.LEGAL) || me.is(Role.EHS),
                incidents.all().stream().filter(Incident::open).count());
        return query.format().map(format -> pages.file(format, "blacklist", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @GetMapping("/app/blacklist/new")
    Object begin(@RequestParam(defaultValue = "") String supplier) {
        return pages.view(new OpenPage(new OpenPage.Form(supplier, "", "", ""), matters.grounds(today()), List.of()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/blacklist/new")
    Object open(
            @RequestParam(defaultValue = "") String supplier, @RequestParam(defaultValue = "") String ground, @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String facts, Me me) {
        return switch (matters.open(numbered(supplier), ground, day(happened), facts, me)) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/blacklist/" + id, "blacklist.case-was-opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(
                    new OpenPage(new OpenPage.Form(supplier, ground, happened, facts), matters.grounds(today()), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private UUID numbered(String number) {
        return suppliers.named(number, 20).stream().filter(it -> it.number().equalsIgnoreCase(number.strip())).findFirst().map(Supplier::id).orElse(new UUID(0, 0));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.ASSURER})
    @GetMapping("/app/blacklist/{id}")
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(there(id), me, List.of()));
    }

    private Matter there(UUID id) {
        return matters.find(id).orElseThrow(() -> new NotThere("case " + id));
    }

    private MatterPage page(Matter it, Me me, List<Reason> reasons) {
        var statements = matters.statements(it.id());
        var exhibits = matters.exhibits(it.id());
        var bans = blacklist.bans(it.id());
        var liftings = blacklist.liftings(it.id());
        var people = new HashSet<UUID>(Set.of(it.openedBy()));
        if (it.calledBy() != null) {
            people.add(it.calledBy());
        }
        statements.forEach(one -> people.add(one.saidBy()));
        exhibits.forEach(one -> people.add(one.broughtBy()));
        bans.forEach(one -> add(people, one.proposedBy(), one.ruledBy()));
        liftings.forEach(one -> add(people, one.proposedBy(), one.ruledBy()));
        return new MatterPage(it, ground(it), statements, exhibits, bans, liftings, accounts.names(people), me, brings(me), decides(me), today(), reasons);
    }

    private static void add(Collection<UUID> people, UUID proposer, @Nullable UUID ruler) {
        people.add(proposer);
        if (ruler != null) {
            people.add(ruler);
        }
    }

    private Ground ground(Matter it) {
        return matters.grounds(today()).stream().filter(one -> one.code().equals(it.ground())).findFirst().orElseThrow();
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/blacklist/{id}/exhibits")
    Object exhibit(@PathVariable UUID id, @RequestParam MultipartFile file, Me me) throws IOException {
        return answered(there(id), matters.exhibit(id, upload(file), me), "blacklist.file-was-brought", me);
    }

    static Matters.Upload upload(MultipartFile file) throws IOException {
        var name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        return new Matters.Upload(name, file.getContentType() == null ? "application/octet-stream" : file.getContentType(), file.getBytes());
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.ASSURER})
    @GetMapping("/app/blacklist/{id}/exhibits/{exhibit}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID exhibit) {
        var item = matters.exhibits(there(id).id()).stream().filter(it -> it.id().equals(exhibit)).findFirst().flatMap(it -> evidence.find(it.evidence()))
                .orElseThrow(() -> new NotThere("exhibit " + exhibit));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @GetMapping("/app/blacklist/{id}/hearing")
    Object hearing(@PathVariable UUID id) {
        return pages.view(new HearingPage(there(id), HearingPage.Form.EMPTY, List.of()));
    }

    @PostMapping("/app/blacklist/{id}/hearing")
    Object callHearing(@PathVariable UUID id, @RequestParam(defaultValue = "") String due, @RequestParam(defaultValue = "") String notice, Me me) {
        var it = there(id);
        return switch (matters.callHearing(id, day(due), notice, me)) {
            case Answer.Done<UUID> done -> pages.done(it.path(), "blacklist.hearing-was-called");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new HearingPage(it, new HearingPage.Form(due, notice), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @PostMapping("/app/blacklist/{id}/suspension")
    Object suspend(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Me me) {
        return answered(there(id), matters.suspend(id, reason, me), "blacklist.was-suspended", me);
    }

    @PostMapping("/app/blacklist/{id}/drop")
    Object drop(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Me me) {
        return answered(there(id), matters.drop(id, reason, me), "blacklist.was-dropped", me);
    }

    @GetMapping("/app/blacklist/{id}/ban")
    Object ban(@PathVariable UUID id) {
        var it = there(id);
        var months = ground(it).months();
        return pages.view(new BanPage(it, ground(it), new BanPage.Form(months == null ? "GOOD" : "TIME", months == null ? "" : today().plusMonths(months).toString(), "", "", ""), List.of()));
    }

    @PostMapping("/app/blacklist/{id}/ban")
    Object propose(
            @PathVariable UUID id, @RequestParam(defaultValue = "TIME") String length, @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String receipts, @RequestParam(defaultValue = "") String payments, @RequestParam(defaultValue = "") String reason, Me me) {
        var it = there(id);
        var form = new BanPage.Form(length, until, receipts, payments, reason);
        var scope = new Blacklist.Scope(length.equals("GOOD"), day(until), day(receipts), day(payments));
        if (!receipts.isBlank() && scope.receiptsUntil() == null || !payments.isBlank() && scope.paymentsUntil() == null) {
            var wrong = new Reason(scope.receiptsUntil() == null && !receipts.isBlank() ? "receipts" : "payments", "blacklist.winding-down-wrong",
                    List.of(Blacklist.WINDING_DOWN_DAYS_MOST));
            return pages.view(new BanPage(it, ground(it), form, List.of(wrong)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (blacklist.propose(id, scope, reason, me)) {
            case Answer.Done<UUID> done -> pages.done(it.path(), "blacklist.ban-is-proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new BanPage(it, ground(it), form, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @PostMapping("/app/blacklist/bans/{id}/approval")
    Object approve(@PathVariable UUID id, Me me) {
        return ruled(id, Outcome.APPROVED, "blacklist.was-barred", me);
    }

    @PostMapping("/app/blacklist/bans/{id}/rejection")
    Object reject(@PathVariable UUID id, Me me) {
        return ruled(id, Outcome.REJECTED, "blacklist.was-rejected", me);
    }

    @PostMapping("/app/blacklist/bans/{id}/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        return ruled(id, Outcome.WITHDRAWN, "blacklist.was-withdrawn", me);
    }

    private Object ruled(UUID ban, Outcome outcome, String said, Me me) {
        var matter = blacklist.ban(ban).map(Ban::matter).orElseThrow(() -> new NotThere("ban " + ban));
        return answered(there(matter), blacklist.rule(ban, outcome, "", me), said, me);
    }

    @PostMapping("/app/blacklist/{id}/lifting")
    Object proposeLifting(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Me me) {
        return answered(there(id), blacklist.proposeLifting(id, reason, me), "blacklist.lifting-is-proposed", me);
    }

    @StepUp
    @PostMapping("/app/blacklist/liftings/{id}/approval")
    Object lift(@PathVariable UUID id, Me me) {
        return liftingRuled(id, Outcome.APPROVED, "blacklist.was-lifted", me);
    }

    @PostMapping("/app/blacklist/liftings/{id}/rejection")
    Object rejectLifting(@PathVariable UUID id, Me me) {
        return liftingRuled(id, Outcome.REJECTED, "blacklist.was-rejected", me);
    }

    @PostMapping("/app/blacklist/liftings/{id}/withdrawal")
    Object withdrawLifting(@PathVariable UUID id, Me me) {
        return liftingRuled(id, Outcome.WITHDRAWN, "blacklist.was-withdrawn", me);
    }

    private Object liftingRuled(UUID lifting, Outcome outcome, String said, Me me) {
        var matter = blacklist.lifting(lifting).flatMap(it -> blacklist.ban(it.ban())).map(Ban::matter).orElseThrow(() -> new NotThere("lifting " + lifting));
        return answered(there(matter), blacklist.ruleLifting(lifting, outcome, "", me), said, me);
    }

    private Object answered(Matter it, Answer<UUID> answer, String said, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done(it.path(), said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(there(it.id()), me, ofThePage(reasons)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A page with several small forms says what is wrong above them all. */
    static List<Reason> ofThePage(List<Reason> reasons) {
        return reasons.stream().map(it -> new Reason("", it.key(), it.args())).toList();
    }

    static @Nullable LocalDate day(String typed) {
        return Typed.day(typed).orElse(null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry blacklistInTheMenu(Decisions decisions) {
            return MenuEntry.of(Wing.SUPPLY, 90, "blacklist.title", "/app/blacklist",
                            Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.ASSURER)
                    .counting(me -> decides(me) ? decisions.waitingFor(Blacklist.BAN, me).size() + decisions.waitingFor(Blacklist.LIFT, me).size() : 0);
        }
    }
}
