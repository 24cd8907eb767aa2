package org.probity.people.labour;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.house.ui.parts.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Documents and contracts on screens: who lacks one, and one person. Only human resources see these. */
@Controller
@For(Role.HR)
class PeopleWeb {
    private static final String ENGAGED = """
              FROM directory.engaged(:day, 'infinity') AS engaged
              LEFT JOIN labour.attested ON attested.person = engaged.person
              LEFT JOIN labour.contract ON contract.person = engaged.person AND contract.known_until IS NULL AND contract.from_day <= :day AND (contract.until_day IS NULL OR contract.until_day >= :day)
            """;
    private static final String NAMED = """
              JOIN directory.name ON name.id = engaged.person
              LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = engaged.unit
              LEFT JOIN directory.units(:day, 'infinity') AS site ON site.unit = place.site
            """;
    private static final String WORKS = " WHERE engaged.kind <> 'RETIREE'";
    private static final String FOUND = """
               AND (:words = '' OR name.number = :words OR name.name_zh ILIKE :like OR name.name_en ILIKE :like)
               AND (:site = '' OR site.code = :site)
            """;
    private static final String NO_DOCUMENT = "attested.person IS NULL";
    /** Whoever is employed here; others have theirs elsewhere. */
    private static final String NO_CONTRACT = "engaged.kind IN ('EMPLOYEE', 'PART_TIME') AND (contract.id IS NULL OR contract.signed_on IS NULL)";

    private final JdbcClient db;
    private final Identities identities;
    private final Contracts contracts;
    private final Papers papers;
    private final Directory directory;
    private final Pages pages;

    PeopleWeb(JdbcClient db, Identities identities, Contracts contracts, Papers papers, Directory directory, Pages pages) {
        this.db = db;
        this.identities = identities;
        this.contracts = contracts;
        this.papers = papers;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping("/app/labour/people")
    Object people(Query query) {
        var which = query.has("lacks", "document") ? " AND " + NO_DOCUMENT : query.has("lacks", "contract") ? " AND " + NO_CONTRACT : "";
        var lines = asked("""
                SELECT engaged.person, name.number, name.name_en, name.name_zh, engaged.kind, coalesce(site.name_en, '') AS site_en, coalesce(site.name_zh, '') AS site_zh,
                       attested.verified_on, contract.id IS NOT NULL AS contracted, contract.signed_on IS NOT NULL AS signed, contract.until_day AS until
                """ + ENGAGED + NAMED + WORKS + FOUND + which + " ORDER BY name.number, engaged.kind LIMIT :most OFFSET :skip", query)
                .param("most", query.limit()).param("skip", query.offset()).query(PeoplePage.Line.class).list();
        // Ten thousand names and places are not looked up to count everybody; nobody is engaged without a name.
        var everybody = query.filter("q").isEmpty() && query.filter("site").isEmpty();
        var counts = asked("SELECT count(*), count(*) FILTER (WHERE " + NO_DOCUMENT + "), count(*) FILTER (WHERE " + NO_CONTRACT + ") " + ENGAGED + (everybody ? WORKS : NAMED + WORKS + FOUND), query)
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)}).single();
        var found = query.has("lacks", "document") ? counts[1] : query.has("lacks", "contract") ? counts[2] : counts[0];
        var sites = directory.tree(today()).stream().filter(it -> it.kind() == Place.Kind.SITE).map(it -> new Option(it.code(), it.nameEn().isEmpty() ? it.nameZh() : it.nameEn())).toList();
        var page = new PeoplePage(lines, query, found, counts[1], counts[2], sites);
        return query.format().map(format -> (Object) pages.file(format, "labour-people", page::table)).orElseGet(() -> pages.view(page));
    }

    private JdbcClient.StatementSpec asked(String sql, Query query) {
        var words = query.filter("q");
        return db.sql(sql).param("day", today()).param("words", words)
                .param("like", "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").param("site", query.filter("site"));
    }

    @GetMapping("/app/labour/people/{person}")
    Object person(@PathVariable UUID person) {
        return pages.view(page(person, Map.of(), List.of()));
    }

    private PersonPage page(UUID person, Map<String, String> typed, List<Reason> reasons) {
        var known = directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        return new PersonPage(person, known.number(), known.nameEn(), known.nameZh(), identities.of(person), contracts.of(person), papers.of(person), papers.heldOf(person), today(), typed, reasons);
    }

    @PostMapping("/app/labour/people/{person}/identity")
    Object attest(@PathVariable UUID person, @RequestParam Map<String, String> typed, Me me) {
        directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        var born = Typed.day(typed.get("born"));
        var verified = Typed.day(typed.get("verified"));
        var document = Identity.Document.of(Typed.words(typed.get("document")));
        var sex = Identity.Sex.of(Typed.words(typed.get("sex")));
        if (born.isEmpty() || verified.isEmpty() || document.isEmpty() || sex.isEmpty()) {
            return refused(person, typed, List.of(new Reason(born.isEmpty() ? "born" : verified.isEmpty() ? "verified" : document.isEmpty() ? "document" : "sex",
                    born.isEmpty() || verified.isEmpty() ? "labour.day-wrong" : document.isEmpty() ? "labour.document-unknown" : "labour.sex-unknown", List.of())));
        }
        return switch (identities.attest(person, new Identity(document.get(), Typed.words(typed.get("number")), born.get(), sex.get(), verified.get()), me)) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/people/" + person, "labour.document-kept");
            case Answer.Refused<UUID>(var reasons) -> refused(person, typed, reasons);
        };
    }

    @PostMapping("/app/labour/people/{person}/contracts")
    Object tell(@PathVariable UUID person, @RequestParam Map<String, String> typed, Me me) {
        directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        var from = Typed.day(typed.get("from"));
        var until = day(typed.get("until"));
        var signed = day(typed.get("signed"));
        if (from.isEmpty() || until.isEmpty() || signed.isEmpty()) {
            return refused(person, typed, List.of(new Reason(from.isEmpty() ? "from" : until.isEmpty() ? "until" : "signed", "labour.day-wrong", List.of())));
        }
        var words = Typed.words(typed.get("probation"));
        var contract = new Contract(one(Contract.Act.values(), typed.get("act")), one(Contract.Term.values(), typed.get("term")), signed.get().orElse(null), from.get(),
                until.get().orElse(null), words.isEmpty() ? 0 : Typed.number(words, -1), one(Contract.Category.values(), typed.get("category")), !"no".equals(typed.get("full")));
        return switch (contracts.tell(person, contract, me)) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/people/" + person, "labour.contract-kept");
            case Answer.Refused<UUID>(var reasons) -> refused(person, typed, reasons);
        };
    }

    @PostMapping("/app/labour/people/{person}/papers")
    Object show(@PathVariable UUID person, @RequestParam Map<String, String> typed, Me me) {
        directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        var day = Typed.day(typed.get("day"));
        var until = day(typed.get("untilDay"));
        if (day.isEmpty() || until.isEmpty()) {
            return refused(person, typed, List.of(new Reason(day.isEmpty() ? "day" : "untilDay", "labour.day-wrong", List.of())));
        }
        return answered(person, typed, papers.show(person, one(Papers.Kind.values(), typed.get("paper")), day.get(), until.get().orElse(null), me), "labour.paper-kept");
    }

    @PostMapping("/app/labour/people/{person}/papers/{paper}/withdrawal")
    Object withdraw(@PathVariable UUID person, @PathVariable UUID paper, Me me) {
        directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        return answered(person, Map.of(), papers.withdraw(person, paper, me), "labour.paper-withdrawn");
    }

    @PostMapping("/app/labour/people/{person}/held")
    Object found(@PathVariable UUID person, @RequestParam Map<String, String> typed, Me me) {
        directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        var since = Typed.day(typed.get("since"));
        return since.isEmpty() ? refused(person, typed, List.of(new Reason("since", "labour.day-wrong", List.of())))
                : answered(person, typed, papers.found(person, one(Papers.Thing.values(), typed.get("thing")), since.get(), me), "labour.held-kept");
    }

    @PostMapping("/app/labour/people/{person}/held/{held}/return")
    Object returned(@PathVariable UUID person, @PathVariable UUID held, Me me) {
        directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        return answered(person, Map.of(), papers.returned(person, held, today(), me), "labour.held-returned");
    }

    private Object answered(UUID person, Map<String, String> typed, Answer<UUID> answer, String key) {
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/people/" + person, key);
            case Answer.Refused<UUID>(var reasons) -> refused(person, typed, reasons);
        };
    }

    @GetMapping({"/app/labour/people/{person}/papers", "/app/labour/people/{person}/held", "/app/labour/people/{person}/papers/{any}/withdrawal", "/app/labour/people/{person}/held/{any}/return",
        "/app/labour/people/{person}/identity", "/app/labour/people/{person}/contracts"})
    Object back(@PathVariable UUID person) {
        return "redirect:/app/labour/people/" + person;
    }

    /** Nothing typed is no day; what cannot be read is an empty answer. */
    private static Optional<Optional<LocalDate>> day(@org.jspecify.annotations.Nullable String typed) {
        return Typed.words(typed).isEmpty() ? Optional.of(Optional.empty()) : Typed.day(typed).map(Optional::of);
    }

    /** A form offers these and no others; whoever sends another word gets the first. */
    private static <E extends Enum<E>> E one(E[] values, @org.jspecify.annotations.Nullable String word) {
        return Arrays.stream(values).filter(it -> it.name().equals(word)).findFirst().orElse(values[0]);
    }

    private Object refused(UUID person, Map<String, String> typed, List<Reason> reasons) {
        return pages.view(page(person, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private LocalDate today() {
        return directory.today();
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry lawfulWorkInTheMenu() {
            return MenuEntry.of(Wing.PEOPLE, 10, "labour.title", "/app/labour", Role.HR, Role.LEGAL, Role.UNION);
        }
    }
}
