package org.probity.supply.minerals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.formats.cmrt.CellRef;
import org.probity.formats.cmrt.CompanyQuestion;
import org.probity.formats.cmrt.Declaration;
import org.probity.formats.cmrt.Edition;
import org.probity.formats.cmrt.Field;
import org.probity.formats.cmrt.Metal;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.SmelterList;
import org.probity.formats.cmrt.SmelterRow.Column;
import org.probity.formats.cmrt.WriteBack;
import org.probity.formats.cmrt.WriteBack.Correction;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Typed;
import org.probity.proof.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The company's own declaration of a year: rolled up from its suppliers' accepted answers, completed by a person, written as a workbook. */
@Component
class OwnCmrt {
    /** What no rule answers. The form's questions bear the names of {@link CompanyQuestion}. */
    static final List<CompanyQuestion> LEFT_TO_A_PERSON = List.of(CompanyQuestion.POLICY, CompanyQuestion.POLICY_PUBLIC,
            CompanyQuestion.VALIDATED_SMELTERS_REQUIRED, CompanyQuestion.DUE_DILIGENCE, CompanyQuestion.CORRECTIVE_ACTION, CompanyQuestion.DISCLOSURE);
    private static final Map<Field, String> PEOPLE = people();
    private static final List<String> FREE = List.of("authoriserTitle", "policyAddress", "products");
    private static final int NAMES_FROM = 5;

    private final JdbcClient db;
    private final SmelterLists lists;
    private final Log log;
    private final Clock clock;
    private final Company company;

    OwnCmrt(JdbcClient db, SmelterLists lists, Log log, Clock clock, Company company) {
        this.db = db;
        this.lists = lists;
        this.log = log;
        this.clock = clock;
        this.company = company;
    }

    private static Map<Field, String> people() {
        var names = new EnumMap<Field, String>(Field.class);
        names.put(Field.CONTACT_NAME, "contactName");
        names.put(Field.CONTACT_EMAIL, "contactEmail");
        names.put(Field.CONTACT_PHONE, "contactPhone");
        names.put(Field.AUTHORISER_NAME, "authoriserName");
        names.put(Field.AUTHORISER_EMAIL, "authoriserEmail");
        names.put(Field.AUTHORISER_PHONE, "authoriserPhone");
        return names;
    }

    private record Owed(long asked, long answered) {}

    private record Said(String address, String said, long times) {}

    private record Nameless(String metal, long rows) {}

    private record Named(String metal, String smelter, String name, String country, long suppliers) {}

    /** What the accepted answers of a year come to. */
    RollUp rollUp(int year) {
        var owed = db.sql("""
                SELECT count(*) AS asked, count(accepted.supplier) AS answered
                  FROM obligation.standing
                  LEFT JOIN minerals.accepted_at('minerals.cmrt', :year, 'infinity') AS accepted ON accepted.supplier = standing.party
                 WHERE standing.kind = 'minerals.cmrt'
                   AND standing.period = :year
                   AND standing.state <> 'WAIVED'
                """)
                .param("year", year).query(Owed.class).single();
        var smelters = db.sql("""
                SELECT named.metal, named.smelter, max(named.name) AS name, max(named.country) AS country, count(DISTINCT accepted.supplier) AS suppliers
                  FROM minerals.accepted_at('minerals.cmrt', :year, 'infinity') AS accepted
                  JOIN minerals.named_smelter AS named ON named.paper = accepted.paper AND named.smelter <> '' AND named.metal <> ''
                 GROUP BY named.metal, named.smelter
                 ORDER BY named.metal, named.smelter
                """)
                .param("year", year).query(Named.class).list().stream()
                .map(it -> new RollUp.Source(Metal.valueOf(it.metal()), it.smelter(), it.name(), it.country(), it.suppliers())).toList();
        return new RollUp(owed.asked(), owed.answered(), metals(smelters), said(year), unidentified(year), smelters);
    }

    private Set<Metal> metals(List<RollUp.Source> smelters) {
        var bought = Workbooks.REGISTRY.entrySet().stream()
                .filter(metal -> db.sql("SELECT EXISTS (SELECT FROM supplier.with_substance(:cas, :today, 'infinity'))")
                        .param("cas", metal.getValue()).param("today", today())
                        .query(Boolean.class).single())
                .map(Map.Entry::getKey);
        return Stream.concat(bought, smelters.stream().map(RollUp.Source::metal)).collect(Collectors.toSet());
    }

    private Map<String, Map<String, Long>> said(int year) {
        var addresses = RollUp.ASKED.stream().flatMap(question -> Stream.of(Metal.values()).map(metal -> RollUp.address(question, metal)));
        var said = new HashMap<String, Map<String, Long>>();
        db.sql("""
                SELECT address, lower(paper.cells ->> ('Declaration!' || address)) AS said, count(*) AS times
                  FROM minerals.accepted_at('minerals.cmrt', :year, 'infinity') AS accepted
                  JOIN minerals.paper ON paper.id = accepted.paper
                 CROSS JOIN unnest(:addresses) AS address
                 WHERE paper.cells ->> ('Declaration!' || address) <> ''
                 GROUP BY 1, 2
                """)
                .param("year", year).param("addresses", addresses.toArray(String[]::new))
                .query(Said.class).list()
                .forEach(it -> said.computeIfAbsent(it.address(), address -> new TreeMap<>()).put(it.said(), it.times()));
        return said;
    }

    private Map<Metal, Long> unidentified(int year) {
        return db.sql("""
                SELECT named.metal, count(*) AS rows
                  FROM minerals.accepted_at('minerals.cmrt', :year, 'infinity') AS accepted
                  JOIN minerals.named_smelter AS named ON named.paper = accepted.paper AND named.smelter = '' AND named.metal <> ''
                 GROUP BY named.metal
                """)
                .param("year", year).query(Nameless.class).list().stream()
                .collect(Collectors.toMap(it -> Metal.valueOf(it.metal()), Nameless::rows));
    }

    /** What a person answered last for a year, by the form's field names; empty until somebody did. */
    Map<String, String> answered(int year) {
        return db.sql("SELECT fields FROM minerals.own_answer WHERE year = :year ORDER BY no DESC LIMIT 1")
                .param("year", year).query(String.class).optional()
                .map(text -> {
                    var fields = new LinkedHashMap<String, String>();
                    ((Json.Obj) Json.parse(text)).members().forEach((name, value) -> fields.put(name, ((Json.Str) value).value()));
                    return (Map<String, String>) fields;
                })
                .orElse(Map.of());
    }

    /**
     * A person answers what no rule can. Answering again is a new row; the last one counts.
     *
     * <p>Refusals: {@code minerals.own.missing} a field the form wants; {@code minerals.own.no-address} an e-mail without @;
     * {@code minerals.own.not-offered} an answer the form does not have; {@code minerals.own.policy-address} the policy is public but
     * nobody is told where; {@code minerals.not-a-day}; {@code minerals.own.day-to-come} nobody stands by it yet.
     */
    @Transactional
    public Answer<Map<String, String>> answer(int year, Map<String, String> typed, Me by) {
        var fields = new TreeMap<String, String>();
        Stream.of(PEOPLE.values().stream(), FREE.stream(), Stream.of("effectiveDay"), LEFT_TO_A_PERSON.stream().map(Enum::name)).flatMap(it -> it)
                .forEach(name -> fields.put(name, typed.getOrDefault(name, "").strip()));
        var reasons = wrong(fields);
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        var record = log.record("minerals.own-declaration", today(), Map.of("year", year, "by", by.account().toString(), "effective", fields.get("effectiveDay")));
        db.sql("""
                INSERT INTO minerals.own_answer (year, no, fields, by, at, record)
                SELECT :year, coalesce(max(no), 0) + 1, CAST(:fields AS jsonb), :by, :at, :record
                  FROM minerals.own_answer
                 WHERE year = :year
                """)
                .param("year", year).param("fields", Json.of(fields).text()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(fields);
    }

    private List<Reason> wrong(Map<String, String> fields) {
        var reasons = new ArrayList<Reason>();
        PEOPLE.forEach((field, name) -> {
            if (fields.get(name).isEmpty()) {
                reasons.add(new Reason(name, "minerals.own.missing", List.of()));
            } else if (name.endsWith("Email") && !fields.get(name).contains("@")) {
                reasons.add(new Reason(name, "minerals.own.no-address", List.of()));
            }
        });
        LEFT_TO_A_PERSON.forEach(question -> {
            if (!offered(question).contains(fields.get(question.name()))) {
                reasons.add(new Reason(question.name(), "minerals.own.not-offered", List.of()));
            }
        });
        if (fields.get(CompanyQuestion.POLICY_PUBLIC.name()).equals("Yes") && fields.get("policyAddress").length() < 2) {
            reasons.add(new Reason("policyAddress", "minerals.own.policy-address", List.of()));
        }
        var effective = Typed.day(fields.get("effectiveDay"));
        if (effective.isEmpty()) {
            reasons.add(new Reason("effectiveDay", "minerals.not-a-day", List.of()));
        } else if (effective.get().isAfter(today())) {
            reasons.add(new Reason("effectiveDay", "minerals.own.day-to-come", List.of()));
        }
        return reasons;
    }

    /** As the form words them, in English whatever the language. */
    static List<String> offered(CompanyQuestion question) {
        return question == CompanyQuestion.DISCLOSURE ? List.of("Yes, with the SEC", "Yes, with the EU", "Yes, with the SEC and the EU", "No") : List.of("Yes", "No");
    }

    /** The workbook of a year, in the layout of the form; none until a person has answered what is theirs. */
    Optional<byte[]> workbook(int year) {
        var fields = answered(year);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var rollUp = rollUp(year);
        var list = lists.inForce().getLast();
        var order = SampleOrder.complete(company.signs(Lang.EN), fields.get("contactName"), fields.get("contactEmail"), Typed.day(fields.get("effectiveDay")).orElseThrow())
                .naming(rollUp.smelters().stream().map(it -> smelter(it, list)).toList())
                .forProducts(fields.get("products").lines().map(String::strip).filter(it -> !it.isEmpty()).toList());
        return switch (WriteBack.write(Sample.workbook(order), corrections(fields, rollUp, list))) {
            case WriteBack.Outcome.Written(var file) -> Optional.of(file);
            case WriteBack.Outcome.NotWritten(var obstacle) -> throw new IllegalStateException("the own declaration of " + year + ": " + obstacle);
        };
    }

    /** By the reference list's names, or as the suppliers wrote it when it left the list since. */
    private static SmelterList.Smelter smelter(RollUp.Source source, SmelterList list) {
        return list.find(source.smelter(), source.metal()).orElseGet(() -> new SmelterList.Smelter(source.smelter(), source.metal(), source.name(),
                source.country(), "", SmelterList.Status.NONE, Set.of(source.name())));
    }

    private List<Correction> corrections(Map<String, String> fields, RollUp rollUp, SmelterList list) {
        var cells = new ArrayList<Correction>();
        var form = Edition.SIXTH;
        List.of(Field.UNIQUE_ID, Field.UNIQUE_ID_AUTHORITY, Field.ADDRESS)
                .forEach(field -> cells.add(new Correction.Nothing(declaration(form.fields().get(field)))));
        PEOPLE.forEach((field, name) -> cells.add(new Correction.Text(declaration(form.fields().get(field)), fields.get(name))));
        cells.add(text(declaration(form.fields().get(Field.AUTHORISER_TITLE)), fields.get("authoriserTitle")));
        for (var metal : Metal.values()) {
            rollUp.answers(metal).forEach((question, answer) -> cells.add(text(declaration(RollUp.address(question, metal)), answer)));
        }
        LEFT_TO_A_PERSON.forEach(question -> cells.add(text(declaration("D" + form.companyQuestions().get(question)), fields.get(question.name()))));
        cells.add(text(declaration("G" + form.companyQuestions().get(CompanyQuestion.POLICY_PUBLIC)), fields.get("policyAddress")));
        for (var i = 0; i < rollUp.smelters().size(); i++) {
            var source = rollUp.smelters().get(i);
            var smelter = smelter(source, list);
            // Values instead of formulas: the list the formulas would look into is the invented one.
            Map.of(Column.COUNTRY, smelter.country(), Column.ID, smelter.id(), Column.ID_SOURCE, list.version(), Column.CITY, smelter.city(),
                    Column.STANDARD_NAME, smelter.name(), Column.COMMENTS, source.suppliers() + " of our suppliers",
                            Column.RECYCLED, "")
                    .forEach(at(cells, NAMES_FROM + i));
        }
        return cells;
    }

    private static BiConsumer<Column, String> at(List<Correction> cells, int row) {
        return (column, value) -> cells.add(text(new CellRef(Declaration.SMELTERS, Edition.SIXTH.smelterColumns().get(column) + row), value));
    }

    private static Correction text(CellRef cell, String value) {
        return value.isEmpty() ? new Correction.Nothing(cell) : new Correction.Text(cell, value);
    }

    private static CellRef declaration(String address) {
        return new CellRef(Declaration.DECLARATION, address);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
