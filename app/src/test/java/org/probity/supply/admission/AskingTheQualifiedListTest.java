package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearance;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Question;
import org.probity.supply.clearance.Verdict;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the rule "admission.qualified" says when somebody asks before an order. */
@WholeHouse(own = true)
class AskingTheQualifiedListTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Admission admission;
    @Autowired Stops stops;
    @Autowired Rulings rulings;
    @Autowired Proofs proofs;
    @Autowired Requirements requirements;
    @Autowired Clearances clearances;
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Keeping keeping;
    @Autowired Agreements agreements;

    Newcomer newcomer;
    LocalDate today;

    @BeforeEach
    void somebodyToAskAbout() {
        newcomer = beans.createBean(Newcomer.class);
        today = newcomer.today();
    }

    @Test
    void whoIsOnTheListMayBeOrderedFrom() {
        var it = newcomer.qualified("wafer");
        for (var act : Act.values()) {
            assertThat(said(it.supplier(), "wafer", it.site(), act)).as(act.name()).isEmpty();
        }
    }

    @Test
    void whatIsMissingIsNamedAndStopsOrdersButOnlyWarnsBeforeAQuotation() {
        var it = newcomer.qualified("wafer");
        done(rulings.withdraw(proofs.newest(it.supplier(), "iso-9001").orElseThrow().id(), "Its body withdrew it", newcomer.quality));
        for (var act : List.of(Act.ORDER, Act.CONTRACT, Act.RENEWAL)) {
            assertThat(said(it.supplier(), "wafer", it.site(), act)).as(act.name()).hasValueSatisfying(reason -> {
                assertThat(reason.verdict()).isEqualTo(Verdict.STOP);
                assertThat(reason.key()).isEqualTo("admission.rule.missing");
                assertThat(reason.words()).contains("ISO 9001 quality").contains("ISO 9001质量管理体系").doesNotContain("14001");
                assertThat(reason.record()).isNotNull();
            });
        }
        assertThat(said(it.supplier(), "wafer", it.site(), Act.QUOTATION).map(Clearance.Reason::verdict)).contains(Verdict.WARN);
        assertThat(said(it.supplier(), "wafer", it.site(), Act.RECEIPT)).as("what was ordered may come in").isEmpty();
        assertThat(said(it.supplier(), "wafer", it.site(), Act.PAYMENT)).isEmpty();
    }

    @Test
    void whoIsOnItsWayHearsHowFarItIs() {
        var ready = newcomer.ready("wafer");
        assertThat(key(ready.supplier(), "wafer")).isEqualTo("admission.rule.undecided");
        done(admission.rule(done(admission.propose(ready.id(), Dossier.Outcome.ADMIT, today.plusYears(1), "", null, "Everything holds", newcomer.buyer)),
                Decisions.Outcome.APPROVED, "", newcomer.quality));
        assertThat(key(ready.supplier(), "wafer")).isEqualTo("none");
        done(stops.stop(ready.id(), "A fire on line 2", newcomer.ehs));
        assertThat(key(ready.supplier(), "wafer")).isEqualTo("admission.rule.stopped");
        assertThat(key(ready.supplier(), "glass")).as("qualified for something else").isEqualTo("admission.rule.not-for");
        assertThat(key(ready.supplier(), null)).as("the whole supplier").isEqualTo("admission.rule.stopped");
    }

    /** The rule goes by what is kept of a place; whoever asks after a fact hears of it all the same. */
    @Test
    void theFirstQuestionAfterAFactHearsOfItWhateverWasKeptBefore() {
        var it = newcomer.qualified("wafer");
        assertThat(afterKeeping(it)).isEqualTo("none");
        done(stops.stop(it.id(), "A fire on line 2", newcomer.ehs));
        assertThat(key(it.supplier(), "wafer")).isEqualTo("admission.rule.stopped");
        assertThat(afterKeeping(it)).isEqualTo("admission.rule.stopped");
        var other = newcomer.qualified("wafer");
        assertThat(afterKeeping(other)).isEqualTo("none");
        done(agreements.end(agreements.of(other.supplier()).getFirst().id(), today, "Both sides agree", newcomer.legal));
        assertThat(key(other.supplier(), "wafer")).as("it ends with the day").isEqualTo("none");
        assertThat(db.sql("SELECT cardinality(missing) FROM admission.standing_of(:id, :day)").param("id", other.id()).param("day", today.plusDays(1)).query(Integer.class).single()).isOne();
        done(rulings.withdraw(proofs.newest(other.supplier(), "iso-14001").orElseThrow().id(), "Forged", newcomer.ehs));
        assertThat(key(other.supplier(), "wafer")).isEqualTo("admission.rule.missing");
    }

    /** For any day, kept or not, one place is what the whole list computes of it. */
    @Test
    void onePlaceIsWhatIsComputedOfIt() {
        newcomer.invited("wafer");
        newcomer.ready("wafer");
        newcomer.qualified("wafer");
        keeping.all();
        for (var day : List.of(today.minusDays(1), today, today.plusDays(1), today.plusDays(200), today.plusYears(1), today.plusYears(6))) {
            assertThat(db.sql("""
                    SELECT count(*)
                      FROM admission.standing(:day, 'infinity') AS computed
                     CROSS JOIN LATERAL admission.standing_of(computed.dossier, :day) AS one
                     WHERE (one.outcome, one.from_day, one.until_day, one.missing, one.suspension, one.condition_due, one.record)
                           IS NOT DISTINCT FROM
                           (computed.outcome, computed.from_day, computed.until_day, computed.missing, computed.suspension, computed.condition_due, computed.record)
                    """).param("day", day).query(Long.class).single()).as(day.toString())
                    .isEqualTo(db.sql("SELECT count(*) FROM admission.standing(:day, 'infinity')").param("day", day).query(Long.class).single()).isGreaterThanOrEqualTo(3);
        }
    }

    private String afterKeeping(Dossier it) {
        keeping.all();
        assertThat(db.sql("SELECT count(*) FROM admission.kept WHERE dossier = :id").param("id", it.id()).query(Long.class).single()).isOne();
        return key(it.supplier(), "wafer");
    }

    @Test
    void whoWasRefusedIsSaidToBe() {
        var it = newcomer.ready("wafer");
        done(admission.rule(done(admission.propose(it.id(), Dossier.Outcome.REFUSE, null, "", null, "Their prices are not honest", newcomer.buyer)),
                Decisions.Outcome.APPROVED, "", newcomer.quality));
        assertThat(key(it.supplier(), "wafer")).isEqualTo("admission.rule.refused");
    }

    @Test
    void ofSeveralPlacesOneThatIsQualifiedIsEnoughForTheWholeSupplier() {
        var it = newcomer.qualified("wafer");
        done(admission.open(it.supplier(), "glass", it.site(), today.plusDays(30), newcomer.buyer));
        assertThat(key(it.supplier(), null)).isEqualTo("none");
        assertThat(key(it.supplier(), "glass")).isEqualTo("admission.rule.missing");
    }

    @Test
    void whoNeverBeganIsStoppedOnlyWhereTheListBindsAndOnlyFromItsDay() {
        var somebody = ASupplier.in(db);
        db.sql("INSERT INTO supplier.category (code, name_en, name_zh) VALUES ('bound', 'Bound', '受限') ON CONFLICT DO NOTHING").update();
        assertThat(key(somebody, "bound")).isEqualTo("none");
        var tomorrow = done(requirements.propose("bound", "list", true, today.plusDays(1), "Supplier Development and Management Procedure", "From tomorrow", newcomer.quality));
        done(requirements.rule(tomorrow, Decisions.Outcome.APPROVED, "", newcomer.legal));
        assertThat(key(somebody, "bound")).isEqualTo("none");
        var now = done(requirements.propose("bound", "list", true, today, "Supplier Development and Management Procedure", "Now", newcomer.quality));
        assertThat(key(somebody, "bound")).as("nobody agreed yet").isEqualTo("none");
        done(requirements.rule(now, Decisions.Outcome.APPROVED, "", newcomer.legal));
        assertThat(key(somebody, "bound")).isEqualTo("admission.rule.never");
        assertThat(key(somebody, "glass")).isEqualTo("none");
    }

    /** The ERP's own client: it asks before each order and lets none out that was not allowed. */
    private record ErpClient(MockMvcTester house, String key) {
        record Answer(boolean allowed, List<String> because, String id) {}

        Answer mayOrder(String supplier, String category, String order) {
            var answer = house.post().uri("/api/clearances").header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON)
                    .content("{\"supplier\":\"" + supplier + "\",\"category\":\"" + category + "\",\"act\":\"ORDER\",\"reference\":\"" + order + "\"}").exchange();
            assertThat(answer).hasStatusOk();
            try {
                var body = answer.getResponse().getContentAsString();
                return new Answer(JsonPath.read(body, "$.allowed"), JsonPath.read(body, "$.reasons[*].en"), JsonPath.read(body, "$.id"));
            } catch (java.io.UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void anExpiredCertificateStopsTheNextOrderOfTheErp() {
        var it = newcomer.qualified("wafer");
        var erp = new ErpClient(browser, programOf(Role.BUYER));
        assertThat(erp.mayOrder(it.number(), "wafer", "PO-1").allowed()).isTrue();
        // The certificate was good until yesterday: its days have passed, nobody did anything.
        db.sql("UPDATE admission.ruling SET valid_until = :day WHERE proof = :proof").param("day", today.minusDays(1))
                .param("proof", proofs.newest(it.supplier(), "iso-14001").orElseThrow().id()).update();
        var stopped = erp.mayOrder(it.number(), "wafer", "PO-2");
        assertThat(stopped.allowed()).isFalse();
        assertThat(stopped.because()).singleElement().asString().contains("ISO 14001");
        assertThat(browser.get().uri("/api/clearances/" + stopped.id()).header("Authorization", "Bearer " + erp.key())).hasStatusOk().bodyJson()
                .extractingPath("$.reference").isEqualTo("PO-2");
        newcomer.pass(it, newcomer.send(it, "iso-14001"), today.plusYears(1), newcomer.ehs);
        assertThat(erp.mayOrder(it.number(), "wafer", "PO-3").allowed()).as("renewed, and orders go on").isTrue();
    }

    private String programOf(Role role) {
        var account = granted(accounts.invite(new Accounts.Newcomer("ERP", UUID.randomUUID() + "@helia.example", Set.of(role), Optional.empty(), "en"), Accounts.HOUSE));
        return granted(tokens.make(account, "erp", Tokens.May.WRITE, 30));
    }

    private static <T> T granted(Ruling<T> ruling) {
        return ((Ruling.Granted<T>) ruling).value();
    }

    private String key(UUID supplier, String category) {
        return said(supplier, category, null, Act.ORDER).map(Clearance.Reason::key).orElse("none");
    }

    private Optional<Clearance.Reason> said(UUID supplier, String category, UUID site, Act act) {
        return clearances.look(List.of(new Question(supplier, category, site, act))).getFirst().reasons().stream()
                .filter(it -> it.rule().equals("admission.qualified")).findFirst();
    }
}
