package org.probity.vest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReadingGrantsTest {
    private static final LocalDate END = LocalDate.of(2150, 1, 1);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Path shared(String name) {
        var file = Path.of(System.getProperty("probity.shared", "none"), "people", "ocf").resolve(name);
        assumeTrue(Files.exists(file), "reference data is not here: " + file);
        return file;
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Ocf.Held only(Ocf.Reading reading) {
        return ((Ocf.Reading.Read) reading).grants().getFirst();
    }

    private static final String CONDITION = "{'id':'%s','portion':{'numerator':'1','denominator':'%d'},'trigger':%s,'next_condition_ids':[%s]}";
    private static final String PACKAGE = """
            {'vestingTerms':[{'id':'t','object_type':'VESTING_TERMS','name':'n','description':'d','allocation_type':'CUMULATIVE_ROUND_DOWN','vesting_conditions':[%s]}],
             'transactions':[{'id':'i','object_type':'TX_EQUITY_COMPENSATION_ISSUANCE','date':'2025-01-01','security_id':'s','custom_id':'c','stakeholder_id':'p','quantity':'%s','compensation_type':'OPTION'%s}%s]}
            """;

    private static byte[] ours(String conditions, String quantity, String more, String transactions) {
        return bytes(PACKAGE.formatted(conditions, quantity, more, transactions));
    }

    private static String event(String id, int part, String next) {
        return CONDITION.formatted(id, part, "{'type':'VESTING_EVENT'}", next);
    }

    @Test
    void everyPackageOfTheReferenceComesToItsSum() throws IOException {
        var cases = JSON.readTree(shared("tools-packages/expectations.json").toFile()).path("cases");
        var seen = 0;
        for (var it : cases) {
            var whole = (ObjectNode) JSON.readTree(shared("tools-packages/" + it.path("package").asString() + ".json").toFile());
            it.path("add").forEach(((ArrayNode) whole.get("transactions"))::add);
            var held = only(Ocf.read(List.of(JSON.writeValueAsBytes(whole))));
            var vesting = new Vesting(held.grant(), held.facts());
            var instalments = vesting.instalments(END);
            assertThat(instalments.stream().map(Vesting.Instalment::amount).reduce(BigFraction.ZERO, BigFraction::add).longValue()).as("%s", it).isEqualTo(it.path("expect_total_vested").asLong());
            if (it.path("not_before").isString()) {
                assertThat(instalments.getFirst().day()).as("%s", it).isAfterOrEqualTo(LocalDate.parse(it.path("not_before").asString()));
            }
            if (it.path("last_date").isString()) {
                assertThat(instalments.getLast().day()).as("%s", it).isEqualTo(it.path("last_date").asString());
            }
            again(held);
            seen++;
        }
        assertThat(seen).isEqualTo(27);
    }

    /** What is written says the same when it is read. */
    private static void again(Ocf.Held held) {
        var terms = held.grant().plan() instanceof Grant.Plan.ByTerms(var of) ? List.of(new Ocf.Named(held.terms().orElseThrow(), "n", "d", of)) : List.<Ocf.Named>of();
        var read = only(Ocf.read(List.of(Ocf.write(terms, List.of(held)))));
        assertThat(new Vesting(read.grant(), read.facts()).instalments(END)).extracting(Vesting.Instalment::day, Vesting.Instalment::amount)
                .isEqualTo(new Vesting(held.grant(), held.facts()).instalments(END).stream().map(it -> org.assertj.core.groups.Tuple.tuple(it.day(), it.amount())).toList());
    }

    @Test
    void bothRefusalsOfTheReferenceAreRefused() throws IOException {
        assertThat(Ocf.read(List.of(Files.readAllBytes(shared("tools-packages/deliberate-cycle.json"))))).isInstanceOfSatisfying(Ocf.Reading.Unreadable.class, it -> assertThat(it.terms()).contains(Terms.Reason.CIRCLE));
        assertThat(Ocf.read(List.of(Files.readAllBytes(shared("tools-packages/no-root-nodes.json"))))).isInstanceOfSatisfying(Ocf.Reading.Unreadable.class, it -> assertThat(it.terms()).contains(Terms.Reason.NO_FIRST));
    }

    @Test
    void theSixYearOptionEndsOnNewYearsDayOf2031() throws IOException {
        var whole = (ObjectNode) JSON.readTree(shared("tools-packages/6-yr-option-back-loaded.json").toFile());
        ((ArrayNode) whole.get("transactions")).add(JSON.readTree("{\"object_type\":\"TX_VESTING_START\",\"date\":\"2025-01-01\",\"vesting_condition_id\":\"vesting-start\",\"security_id\":\"equity_compensation_issuance_01\"}"));
        var held = only(Ocf.read(List.of(JSON.writeValueAsBytes(whole))));
        var instalments = new Vesting(held.grant(), held.facts()).instalments(END);
        assertThat(instalments.getLast().day()).isEqualTo("2031-01-01");
        assertThat(instalments.getFirst()).extracting(Vesting.Instalment::day, it -> it.amount().longValue()).containsExactly(LocalDate.of(2027, 1, 1), 480L);
    }

    @Test
    void theTutorialReckonsFromAStepThatIsNotThere() throws IOException {
        assertThat(Ocf.read(List.of(Files.readAllBytes(shared("tutorial-options/VestingTerms.ocf.json")), Files.readAllBytes(shared("tutorial-options/Transactions.ocf.json")))))
                .isInstanceOfSatisfying(Ocf.Reading.Unreadable.class, it -> {
                    assertThat(it.terms()).contains(Terms.Reason.UNKNOWN);
                    assertThat(it.at()).isEqualTo("cliff");
                });
    }

    @Test
    void samplesInFilesOfTheirOwnAreReadTogether() throws IOException {
        var reading = (Ocf.Reading.Read) Ocf.read(List.of(Files.readAllBytes(shared("samples/VestingTerms.ocf.json")), Files.readAllBytes(shared("samples/VestingTransactions.examples.ocf.json"))));
        assertThat(reading.terms()).hasSizeGreaterThan(4);
    }

    @Test
    void ourOwnPackageIsReadAndWritten() {
        var held = only(Ocf.read(List.of(ours(event("a", 2, "'b'") + "," + event("b", 2, ""), "101", ",'vesting_terms_id':'t'",
                ",{'id':'e','object_type':'TX_VESTING_EVENT','date':'2026-02-03','security_id':'s','vesting_condition_id':'a'}"))));
        var standing = new Vesting(held.grant(), held.facts()).standing(LocalDate.of(2026, 3, 1));
        assertThat(List.of(standing.vested(), standing.certain(), standing.contingent(), standing.lapsed())).extracting(BigFraction::longValue).containsExactly(50L, 0L, 51L, 0L);
        again(held);
        // Leave has no word there: what follows from it is written as dated parts.
        var start = new Facts(List.of(), held.facts().events(), List.of(new Facts.Pause(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1))), List.of(), List.of(), Optional.empty());
        again(new Ocf.Held("s", "c", "p", "OPTION", Optional.empty(), new Grant(held.grant().day(), BigFraction.of(7), new Grant.Plan.AtOnce()), start, List.of()));
    }

    /** Everything we write is an object that the format's own schemas take. */
    @Test
    void whatIsWrittenFitsTheSchemasOfTheFormat() throws IOException {
        var schemas = new FormatSchemas(shared("schema"));
        var held = only(Ocf.read(List.of(ours(event("a", 2, "'b'") + "," + CONDITION.formatted("b", 2, "{'type':'VESTING_SCHEDULE_RELATIVE','relative_to_condition_id':'a','period':{'length':1,'type':'MONTHS','occurrences':1,'day_of_month':'31_OR_LAST_DAY_OF_MONTH'}}", ""),
                "101", ",'vesting_terms_id':'t'", ",{'id':'e','object_type':'TX_VESTING_EVENT','date':'2026-02-03','security_id':'s','vesting_condition_id':'a'},{'id':'f','object_type':'TX_VESTING_ACCELERATION','date':'2026-02-04','security_id':'s','quantity':'3'}"))));
        var dated = new Ocf.Held("d", "d", "q", "RSU", Optional.empty(), new Grant(LocalDate.of(2025, 1, 1), BigFraction.of(7), new Grant.Plan.Dated(List.of(new Grant.Part(LocalDate.of(2026, 1, 1), BigFraction.of(7))))), Facts.NONE, List.of());
        var terms = List.of(new Ocf.Named("t", "n", "d", ((Grant.Plan.ByTerms) held.grant().plan()).terms()));
        var written = JSON.readTree(Ocf.write(new Ocf.Frame("ESOP-1", "Options", 1_000, new java.math.BigDecimal("12.8"), "CNY", java.util.Map.of("p", "Ren Jie", "q", "Qin Hao")), terms, List.of(held, dated)));
        var seen = 0;
        for (var part : List.of("stakeholders", "stockClasses", "stockPlans", "vestingTerms", "transactions")) {
            for (var it : written.path(part)) {
                assertThat(schemas.wrong(it)).as("%s", it).isEmpty();
                seen++;
            }
        }
        assertThat(seen).isEqualTo(9);
        assertThat(schemas.wrong(JSON.readTree("{\"object_type\":\"STAKEHOLDER\",\"id\":\"x\",\"odd\":1}"))).as("the check itself says no").isNotEmpty();
        var checked = Ocf.check(List.of(JSON.writeValueAsBytes(written)));
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.prices()).containsEntry("s", "12.8 CNY");
        assertThat(checked.read().orElseThrow().grants()).hasSize(2);
    }

    @Test
    void everyFaultIsListed() {
        var bad = Ocf.check(List.of(ours(event("a", 1, "'a'"), "ten", "", ",{'id':'j','object_type':'TX_EQUITY_COMPENSATION_ISSUANCE','date':'2025-13-01','security_id':'z','quantity':'1'}")));
        assertThat(bad.read()).isEmpty();
        assertThat(bad.faults()).extracting(Ocf.Reading.Unreadable::reason).containsExactly(Ocf.Reason.TERMS, Ocf.Reason.MEMBER, Ocf.Reason.MEMBER);
    }

    @Test
    void datedPartsWinAndSaySo() {
        var held = only(Ocf.read(List.of(ours(event("a", 1, ""), "10", ",'vesting_terms_id':'t','vestings':[{'date':'2025-05-01','amount':'4'},{'date':'2025-03-01','amount':'6'}]", ""))));
        assertThat(held.warnings()).containsExactly(Ocf.Warning.PARTS_BEFORE_TERMS);
        assertThat(new Vesting(held.grant(), held.facts()).instalments(END)).extracting(it -> it.amount().longValue()).containsExactly(6L, 4L);
        var whole = only(Ocf.read(List.of(ours(event("a", 1, ""), "10", "", ""))));
        assertThat(new Vesting(whole.grant(), whole.facts()).standing(LocalDate.of(2025, 1, 1)).vested().longValue()).isEqualTo(10);
    }

    @Test
    void whatCannotBeReadSaysWhere() {
        assertThat(refused("nothing".getBytes(StandardCharsets.UTF_8))).isEqualTo(Ocf.Reason.DAMAGED);
        assertThat(refused(bytes("[]"))).isEqualTo(Ocf.Reason.DAMAGED);
        assertThat(refused(ours(event("a", 1, ""), "10", ",'vesting_terms_id':'u'", ""))).isEqualTo(Ocf.Reason.NO_TERMS);
        assertThat(refused(ours(event("a", 1, ""), "10.5", ",'vesting_terms_id':'t'", ""))).isEqualTo(Ocf.Reason.QUANTITY);
        assertThat(refused(ours(event("a", 1, ""), "10", ",'vestings':[{'date':'2025-05-01','amount':'4'}]", ""))).isEqualTo(Ocf.Reason.QUANTITY);
        assertThat(refused(ours(event("a", 1, ""), "ten", ",'vesting_terms_id':'t'", ""))).isEqualTo(Ocf.Reason.MEMBER);
        assertThat(refused(ours(event("a", 0, ""), "10", ",'vesting_terms_id':'t'", ""))).isEqualTo(Ocf.Reason.MEMBER);
        assertThat(refused(ours(event("a", 1, "'a'"), "10", ",'vesting_terms_id':'t'", ""))).isEqualTo(Ocf.Reason.TERMS);
        assertThat(refused(ours(event("a", 1, ""), "10", "", ",{'id':'j','object_type':'TX_EQUITY_COMPENSATION_ISSUANCE','date':'2025-01-01','security_id':'s','quantity':'1'}"))).isEqualTo(Ocf.Reason.TWICE);
        assertThat(refused(bytes("{'transactions':[{'object_type':'TX_EQUITY_COMPENSATION_ISSUANCE','security_id':'s','date':'2025-13-01','quantity':'1'}]}"))).isEqualTo(Ocf.Reason.MEMBER);
    }

    private static Ocf.Reason refused(byte[] file) {
        return ((Ocf.Reading.Unreadable) Ocf.read(List.of(file))).reason();
    }
}
