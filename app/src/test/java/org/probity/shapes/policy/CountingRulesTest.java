package org.probity.shapes.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.policy.WritingARuleTest.done;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.supplier.ASupplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The figures "supply-rules" and "supplier-code", and what the web refuses of rules and laws. */
@WholeHouse(own = true)
class CountingRulesTest {
    static final String EN = "## scope Scope\n\nFor all.";
    static final String ZH = "## scope 适用范围\n\n适用于全体。";

    @Autowired Policies policies;
    @Autowired Withdrawals withdrawals;
    @Autowired Acknowledgements acknowledgements;
    @Autowired Laws laws;
    @Autowired Accounts accounts;
    @Autowired Figures figures;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired Obligations obligations;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    Me writer;
    Me approver;
    LocalDate today;

    @BeforeEach
    void people() {
        writer = somebody(Role.SOURCING_OFFICER, Optional.empty());
        approver = somebody(Role.LEGAL, Optional.empty());
        today = policies.today();
    }

    Me somebody(Role role, Optional<UUID> supplier) {
        return switch (accounts.invite(new Accounts.Newcomer("Wen", UUID.randomUUID() + "@helia.example", Set.of(role), supplier, "en"), Accounts.HOUSE)) {
            case Ruling.Granted<UUID>(var id) -> new Me(id, "Wen", Set.of(role), supplier);
            case Ruling.Denied<UUID> denied -> throw new AssertionError(denied);
        };
    }

    UUID opened(String code, Policy.Kind kind, Policy.Area area) {
        return done(policies.open(new Policies.Opening(code, kind, area, writer.account(), 30, 24), writer));
    }

    UUID published(UUID rule, LocalDate from) {
        done(policies.draft(rule, new Policies.Draft("Rule", "规定", "more", "更多", EN, ZH, from), writer));
        done(policies.propose(rule, writer));
        return done(policies.rule(rule, Outcome.APPROVED, "", approver));
    }

    FigureValue value(String figure) {
        return figures.live(figures.find(figure).orElseThrow(), today.getYear());
    }

    @Test
    void rulesOfTheSupplyChainInForceAreCounted() {
        var before = value("supply-rules").included().size();
        var now = opened("now", Policy.Kind.POLICY, Policy.Area.SUPPLY);
        published(now, today);
        published(now, today.plusDays(1));
        published(opened("tomorrow", Policy.Kind.POLICY, Policy.Area.SUPPLY), today.plusDays(1));
        done(policies.draft(opened("draft", Policy.Kind.POLICY, Policy.Area.SUPPLY), new Policies.Draft("Rule", "规定", "", "", EN, ZH, today), writer));
        published(opened("people", Policy.Kind.POLICY, Policy.Area.PEOPLE), today);
        var ended = opened("ended", Policy.Kind.POLICY, Policy.Area.SUPPLY);
        published(ended, today);
        done(withdrawals.propose(ended, "replaced", writer));
        done(withdrawals.rule(ended, Outcome.APPROVED, approver));
        var value = value("supply-rules");
        assertThat(value.included()).as("on its last day a rule is still one; tomorrow's, a draft and another area's are not").hasSize(before + 2);
        assertThat(value.control().difference()).isEqualByComparingTo("0");
        db.sql("UPDATE policy.withdrawal SET last_day = last_day - 1 WHERE policy = :rule").param("rule", ended).update();
        assertThat(value("supply-rules").included()).hasSize(before + 1);
        assertThat(value("supply-rules").excluded()).extracting(FigureValue.Row::reason).contains("policy.ended-before");
    }

    @Test
    void theCodeIsMetByWhoAcknowledgedTheVersionInForceAndNoOther() {
        var early = ASupplier.in(db);
        var late = ASupplier.in(db);
        var silent = ASupplier.in(db);
        var left = ASupplier.in(db);
        var code = opened("code", Policy.Kind.CODE_OF_CONDUCT, Policy.Area.SUPPLY);
        done(policies.bind(code, "supplier", "all", writer));
        published(code, today);
        acknowledge(early, code);
        assertThat(met(early)).isEqualByComparingTo("1");
        assertThat(met(silent)).isZero();
        var second = published(code, today.plusDays(1));
        acknowledge(late, code);
        assertThat(met(early)).as("tomorrow's version is not in force yet").isEqualByComparingTo("1");
        db.sql("UPDATE policy.publication SET from_day = from_day - 1 WHERE version <> :version AND policy = :code").param("version", second).param("code", code).update();
        db.sql("UPDATE policy.publication SET from_day = :day WHERE version = :version").param("day", today).param("version", second).update();
        assertThat(met(early)).as("a reading of the version before").isZero();
        assertThat(met(late)).isEqualByComparingTo("1");
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :day, 'OTHER', '', gen_random_uuid(), now(), gen_random_uuid())
                """).param("supplier", left).param("day", today.minusDays(1)).update();
        assertThat(row(left).reason()).isEqualTo("supplier.ended-before");
        var file = evidence.keep("ledger.csv", "text/csv", "x".getBytes(), writer.account());
        done(suppliers.receive("ERP", today.getYear(), List.of(new Suppliers.Receipt("GR-1", 1, late, suppliers.addMaterial(late, "M1", "M", "物"), today, new BigDecimal("2.5"))), 1,
                new BigDecimal("2.5"), file.id(), file.sha256(), writer));
        assertThat(row(late).input("kilograms")).isEqualByComparingTo("2.5");
        assertThat(value("supplier-code").control().difference()).isEqualByComparingTo("0");
    }

    private void acknowledge(UUID supplier, UUID code) {
        var contact = somebody(Role.SUPPLIER, Optional.of(supplier));
        acknowledgements.on(new org.probity.house.time.DayHasBegun(today));
        acknowledgements.mine(contact).stream().filter(it -> policies.version(it.version()).orElseThrow().policy().equals(code))
                .filter(it -> it.state() == org.probity.shapes.obligation.State.OWED)
                .forEach(it -> done(acknowledgements.acknowledge(it.id(), true, contact)));
    }

    private BigDecimal met(UUID supplier) {
        return row(supplier).input("met");
    }

    private FigureValue.Row row(UUID supplier) {
        return value("supplier-code").rows().stream().filter(it -> it.subject().equals(supplier)).findFirst().orElseThrow();
    }

    @Test
    void theWebSaysWhatIsWrongWithARuleAndKeepsWhatWasTyped() {
        refused("/app/policies", "Choose", "code", "kept-code", "kind", "", "area", "SUPPLY");
        assertThat(browser.post().uri("/app/policies").param("code", "kept-code").param("kind", "POLICY").param("area", "SUPPLY").param("responsible", "nobody")
                .with(As.me(writer))).hasStatus(422).bodyText().contains("kept-code");
        opened("web", Policy.Kind.POLICY, Policy.Area.SUPPLY);
        assertThat(browser.post().uri("/app/policies/web/draft").param("titleEn", "Kept title").param("fromDay", "31.12.").param("textEn", EN).param("textZh", ZH).with(As.me(writer)))
                .hasStatus(422).bodyText().contains("Kept title");
        assertThat(browser.post().uri("/app/policies/web/draft").param("titleEn", "T").param("titleZh", "题").param("fromDay", today.toString()).param("textEn", "Kept words").param("textZh", ZH)
                .with(As.me(writer))).hasStatus(422).bodyText().contains("Kept words");
        assertThat(browser.post().uri("/app/policies/web/proposal").with(As.me(writer))).as("no draft").hasStatus(422);
        assertThat(browser.post().uri("/app/policies/web/approval").with(As.me(approver))).as("no proposal").hasStatus(422);
        assertThat(browser.post().uri("/app/policies/web/rejection").with(As.me(approver))).hasStatus(422);
        assertThat(browser.post().uri("/app/policies/web/taking-back").with(As.me(writer))).hasStatus(422);
        assertThat(browser.post().uri("/app/policies/web/end").param("reason", "old").with(As.me(writer))).as("not in force").hasStatus(422);
        assertThat(browser.post().uri("/app/policies/web/end/approval").with(As.me(approver))).hasStatus(422);
        assertThat(browser.post().uri("/app/policies/web/bound").param("circle", "moon").param("value", "x").with(As.me(writer))).hasStatus(422);
        assertThat(browser.post().uri("/app/policies/web/bound/" + UUID.randomUUID() + "/release").with(As.me(writer))).hasStatus(422);
        assertThat(browser.get().uri("/app/policies/nothing").with(As.me(writer))).hasStatus(404);
        assertThat(browser.get().uri("/app/policies/web").with(As.a(Role.EMPLOYEE))).as("nothing of it was published").hasStatus(404);
        assertThat(browser.post().uri("/app/policies/web/proposal").with(As.a(Role.EMPLOYEE))).hasStatus(403);
        assertThat(browser.post().uri("/app/policies/web/approval").with(As.stale(approver))).as("a binding act asks once more").hasStatus(302);
    }

    @Test
    void theWebSaysWhatIsWrongWithALaw() {
        refused("/app/laws", "kept-law", "code", "kept-law", "nameEn", "Law", "since", "yesterday");
        refused("/app/laws", "kept-law", "code", "kept-law", "nameEn", "Law");
        done(laws.enter(new Laws.Entry("weblaw", "Law", "法", "CN", null, ""), writer));
        refused("/app/laws/weblaw", "Kept summary", "number", "7", "summaryEn", "Kept summary", "responsible", "");
        assertThat(browser.post().uri("/app/laws/weblaw/review").param("article", UUID.randomUUID().toString()).param("words", "seen").with(As.me(writer))).hasStatus(422);
        var article = done(laws.say(laws.find("weblaw").orElseThrow().id(), new Laws.Saying("7", "asks", "要求", null, "", "", approver.account(), 12), writer));
        assertThat(browser.post().uri("/app/laws/weblaw/review").param("article", article.toString()).param("words", "seen").with(As.a(Role.BUYER)))
                .as("another answers for it").hasStatus(422);
        assertThat(browser.post().uri("/app/laws/weblaw/review").param("article", article.toString()).param("words", " ").with(As.me(approver))).hasStatus(422);
        assertThat(browser.get().uri("/app/laws/nothing").with(As.me(writer))).hasStatus(404);
    }

    private void refused(String path, String kept, String... fields) {
        var request = browser.post().uri(path).with(As.me(writer));
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        assertThat(request).hasStatus(422).bodyText().contains(kept);
    }
}
