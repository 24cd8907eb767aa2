package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;
import static org.probity.supply.admission.Newcomer.key;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Contacts;
import org.probity.supply.supplier.Newcomers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What may not be asked: changes of what a category needs, invitations, further places. */
@WholeHouse(own = true)
class AskingForThingsTest {
    private static final String CLAUSE = "Supplier Development and Management Procedure";

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Admission admission;
    @Autowired Requirements requirements;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    Newcomer newcomer;
    LocalDate today;

    @BeforeEach
    void aHouse() {
        newcomer = beans.createBean(Newcomer.class);
        today = newcomer.today();
    }

    @Test
    void aChangeOfWhatIsAskedIsProposedOnlyWhole() {
        assertThat(key(requirements.propose("wafer", "iso-50001", true, today, CLAUSE, "Energy", newcomer.quality))).isEqualTo("admission.leg-unknown");
        assertThat(key(requirements.propose("moon dust", "iso-9001", true, today, CLAUSE, "Why not", newcomer.quality))).isEqualTo("admission.category-unknown");
        assertThat(key(requirements.propose("wafer", "iso-9001", true, null, CLAUSE, "x", newcomer.quality))).isEqualTo("admission.from-past");
        assertThat(key(requirements.propose("wafer", "iso-9001", true, today.minusDays(1), CLAUSE, "x", newcomer.quality))).isEqualTo("admission.from-past");
        assertThat(key(requirements.propose("wafer", "iso-9001", true, today, " ", "x", newcomer.quality))).isEqualTo("admission.clause-needed");
        assertThat(key(requirements.propose("wafer", "iso-9001", true, today, CLAUSE, " ", newcomer.quality))).isEqualTo("admission.reasons-missing");
    }

    @Test
    void aChangeCountsFromItsDayWhenAnotherAgreedAndNotWhenItsDayIsOver() {
        var proposal = done(requirements.propose("equipment", "material", true, today, CLAUSE, "Machines are tried too", newcomer.quality));
        assertThat(needed("equipment", "material")).isFalse();
        assertThat(key(requirements.rule(proposal, Outcome.APPROVED, "", newcomer.quality))).isEqualTo("decision.needs-another-person");
        assertThat(key(requirements.rule(UUID.randomUUID(), Outcome.APPROVED, "", newcomer.legal))).isEqualTo("decision.unknown");
        assertThat(key(requirements.rule(proposal, Outcome.WITHDRAWN, "", newcomer.legal))).isEqualTo("decision.not-yours");
        done(requirements.rule(proposal, Outcome.APPROVED, "", newcomer.legal));
        assertThat(needed("equipment", "material")).isTrue();
        assertThat(key(requirements.rule(proposal, Outcome.REJECTED, "", newcomer.officer))).isEqualTo("decision.ruled-already");
        var late = done(requirements.propose("equipment", "material", false, today, CLAUSE, "Or not", newcomer.quality));
        db.sql("UPDATE admission.requirement_proposed SET from_day = from_day - 1 WHERE proposal = :id").param("id", late).update();
        assertThat(key(requirements.rule(late, Outcome.APPROVED, "", newcomer.legal))).isEqualTo("admission.from-past");
        assertThat(browser.post().uri("/app/admission/requirements/" + late).with(As.me(newcomer.legal))).as("nothing was chosen").hasStatus(422);
        done(requirements.rule(late, Outcome.REJECTED, "", newcomer.legal));
        assertThat(needed("equipment", "material")).isTrue();
    }

    private boolean needed(String category, String leg) {
        return requirements.on(today).stream().filter(it -> it.category().equals(category) && it.leg().equals(leg)).findFirst().map(Requirements.Said::needed).orElse(false);
    }

    @Test
    void theWebSaysTheSameAndKeepsWhatWasTyped() {
        assertThat(browser.post().uri("/app/admission/requirements").param("category", "wafer").param("leg", "iso-9001").param("fromDay", today.toString()).param("clause", CLAUSE)
                .param("reasons", "Kept words").with(As.a(Role.QUALITY))).hasStatus(422).bodyText().contains("Kept words");
        assertThat(browser.post().uri("/app/admission/requirements").param("needed", "true").with(As.a(Role.BUYER))).hasStatus(403);
    }

    @Test
    void whoIsInTheRegisterIsNotInvitedAgain() {
        var own = UUID.randomUUID().toString();
        assertThat(key(admission.invite(invitation(who("Qinghe " + own, null, null), today.minusDays(1)), newcomer.buyer))).isEqualTo("admission.due-wrong");
        assertThat(key(admission.invite(invitation(who("Qinghe " + own, null, null), today.plusYears(1).plusDays(1)), newcomer.buyer))).isEqualTo("admission.due-wrong");
        done(admission.invite(invitation(who("Qinghe " + own, null, "529900T8BM49AURSDO55"), today.plusDays(30)), newcomer.buyer));
        assertThat(key(admission.invite(invitation(who("Another " + own, null, "529900T8BM49AURSDO55"), today.plusDays(30)), newcomer.buyer))).isEqualTo("admission.known-already");
        assertThat(key(admission.invite(invitation(who("QINGHE-" + own + " Co., Ltd.", null, null), today.plusDays(30)), newcomer.buyer))).isEqualTo("admission.looks-alike");
        done(admission.invite(new Admission.Invitation(who("QINGHE-" + own + " Co., Ltd.", null, null), today.plusDays(30), true), newcomer.buyer));
    }

    @Test
    void whatIsWrongWithWhoIsInvitedIsSaidAtItsFieldAndNobodyEnters() {
        var before = db.sql("SELECT count(*) FROM supplier.supplier").query(Long.class).single();
        assertThat(field(who("", null, null))).isEqualTo("nameEn supplier.name-missing");
        assertThat(field(with("XX", "wafer", "Plant 1", "Chen Yu", "chen@qinghe.example"))).isEqualTo("country supplier.country-unknown");
        assertThat(field(with("CN", "moon dust", "Plant 1", "Chen Yu", "chen@qinghe.example"))).isEqualTo("category supplier.category-unknown");
        assertThat(field(with("CN", "wafer", "", "Chen Yu", "chen@qinghe.example"))).isEqualTo("site supplier.site-name-missing");
        assertThat(field(with("CN", "wafer", "Plant 1", "", "chen@qinghe.example"))).startsWith("contact ");
        assertThat(field(with("CN", "wafer", "Plant 1", "Chen Yu", "nobody"))).startsWith("email ");
        assertThat(field(who("Q" + UUID.randomUUID(), "91330106MA2A00000X", null))).isEqualTo("creditCode supplier.credit-code-wrong");
        assertThat(db.sql("SELECT count(*) FROM supplier.supplier").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void aFurtherPlaceIsAskedForAtAnOpenSiteOfTheirsOnce() {
        var it = newcomer.invited("wafer");
        assertThat(key(admission.open(UUID.randomUUID(), "glass", it.site(), today.plusDays(9), newcomer.buyer))).isEqualTo("admission.supplier-unknown");
        assertThat(key(admission.open(it.supplier(), "glass", it.site(), today.minusDays(1), newcomer.buyer))).isEqualTo("admission.due-wrong");
        assertThat(key(admission.open(it.supplier(), "glass", newcomer.invited("wafer").site(), today.plusDays(9), newcomer.buyer))).isEqualTo("admission.site-unknown");
        assertThat(key(admission.open(it.supplier(), "moon dust", it.site(), today.plusDays(9), newcomer.buyer))).isEqualTo("admission.category-unknown");
        assertThat(key(admission.open(it.supplier(), "wafer", it.site(), today.plusDays(9), newcomer.buyer))).isEqualTo("admission.open-already");
        db.sql("UPDATE supplier.site SET from_day = :day - 9, until_day = :day WHERE id = :site").param("day", today.minusDays(1)).param("site", it.site()).update();
        assertThat(key(admission.open(it.supplier(), "glass", it.site(), today.plusDays(9), newcomer.buyer))).as("closed yesterday").isEqualTo("admission.site-unknown");
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :day, 'OTHER', '', gen_random_uuid(), now(), gen_random_uuid())
                """).param("supplier", it.supplier()).param("day", today.minusDays(1)).update();
        assertThat(key(admission.open(it.supplier(), "glass", it.site(), today.plusDays(9), newcomer.buyer))).isEqualTo("admission.supplier-left");
    }

    private static Newcomers.Newcomer who(String name, String creditCode, String lei) {
        return new Newcomers.Newcomer(name, "", "", "CN", "wafer", creditCode, lei, "Plant 1", "1 Quartz Road", "", new Contacts.Colleague("Chen Yu", UUID.randomUUID() + "@qinghe.example", "", "zh"));
    }

    private static Newcomers.Newcomer with(String country, String category, String site, String contact, String email) {
        return new Newcomers.Newcomer("Q " + UUID.randomUUID(), "", "", country, category, null, null, site, "", "", new Contacts.Colleague(contact, email, "", "zh"));
    }

    private static Admission.Invitation invitation(Newcomers.Newcomer who, LocalDate due) {
        return new Admission.Invitation(who, due, false);
    }

    private String field(Newcomers.Newcomer who) {
        var answer = admission.invite(invitation(who, today.plusDays(30)), newcomer.buyer);
        assertThat(answer).isInstanceOf(org.probity.house.ui.Answer.Refused.class);
        return Optional.of(((org.probity.house.ui.Answer.Refused<?>) answer).reasons().getFirst()).map(it -> it.field() + " " + it.key()).orElseThrow();
    }
}
