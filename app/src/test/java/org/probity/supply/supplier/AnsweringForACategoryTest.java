package org.probity.supply.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Deputies;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.inbox.Waiting;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screens;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.admission.Newcomer;
import org.probity.supply.supplier.Department.Charge;
import org.probity.supply.supplier.Department.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class AnsweringForACategoryTest {
    static final LocalDate BEGUN = LocalDate.of(2015, 1, 1);

    @Autowired Departments departments;
    @Autowired Accountability accountability;
    @Autowired Reassignments reassignments;
    @Autowired Organisation organisation;
    @Autowired Heads heads;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired Deputies deputies;
    @Autowired List<Waiting> desks;
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    final Me hr = new Me(UUID.randomUUID(), "HR", Set.of(Role.HR), Optional.empty());
    final Me second = new Me(UUID.randomUUID(), "Second", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    final Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    final String tag = UUID.randomUUID().toString().substring(0, 8);
    LocalDate today;
    String category;
    UUID site;
    UUID procurement;
    UUID silicon;
    UUID siteProcurement;
    UUID quality;

    @BeforeEach
    void aSupplySide() {
        today = LocalDate.now(clock);
        category = "c-" + tag;
        db.sql("INSERT INTO supplier.category (code, name_en, name_zh) VALUES (:code, 'Wafers', '硅片')").param("code", category).update();
        var company = unit("E", Place.Kind.ENTITY, null);
        site = done(organisation.found(tag + "S", Place.Kind.SITE, company, new Organisation.Details("Site", "", "CN", "Chongqing", "", ""), BEGUN, "", hr.account()));
        procurement = unit("P", Place.Kind.UNIT, company);
        silicon = unit("PS", Place.Kind.UNIT, procurement);
        siteProcurement = unit("SP", Place.Kind.UNIT, site);
        quality = unit("Q", Place.Kind.UNIT, site);
    }

    UUID unit(String code, Place.Kind kind, UUID parent) {
        return done(organisation.found(tag + code, kind, parent, new Organisation.Details(code, "", "", "", "", ""), BEGUN, "", hr.account()));
    }

    UUID person(String name, UUID unit) {
        return done(staff.takeOn(new Staff.Identity(tag + name, "", name, name + "." + tag + "@helia.example"),
                new Staff.Term(Engagement.EMPLOYEE, unit, "", BEGUN, null), "", hr.account()));
    }

    Me buyer(UUID person) {
        return new Me(done(passes.invite(person, "en", hr.account())), "Buyer", Set.of(Role.BUYER), Optional.empty());
    }

    UUID department(String code, Kind kind) {
        return done(accountability.name(tag + code, kind, BEGUN, officer));
    }

    @Test
    void asLongAsNobodyAnswersForACategoryWorkGoesByRole() {
        assertThat(departments.mayActFor(officer, category, today)).isTrue();
        assertThat(departments.accountsFor(category, today)).isEmpty();
    }

    @Test
    void whoWorksInTheAccountableDepartmentOrLeadsItMayAct() {
        var inSilicon = buyer(person("silicon", silicon));
        var elsewhere = buyer(person("elsewhere", siteProcurement));
        var leader = person("leader", procurement);
        var head = buyer(leader);
        done(heads.appoint(procurement, leader, Place.Rank.HEAD, BEGUN, "", hr.account()));
        done(accountability.assign(category, Charge.BUYING, null, department("PS", Kind.SILICON), today, "", officer));
        assertThat(departments.mayActFor(inSilicon, category, today)).isTrue();
        assertThat(departments.mayActFor(head, category, today)).isTrue();
        assertThat(departments.mayActFor(elsewhere, category, today)).isFalse();
        assertThat(departments.mayActFor(officer, category, today)).isFalse();
        assertThat(departments.mayActFor(officer, category, today.minusDays(1))).as("nobody answered for it then").isTrue();
        assertThat(departments.accountsFor(category, today)).containsExactly(inSilicon.account());
    }

    @Test
    void whoIsAwayIsStoodInFor() {
        var away = person("away", silicon);
        var account = buyer(away);
        var deputy = person("deputy", quality);
        var standin = buyer(deputy);
        done(accountability.assign(category, Charge.BUYING, null, department("PS", Kind.SILICON), today, "", officer));
        done(deputies.name(away, deputy, today.plusDays(1), today.plusDays(2), hr));
        assertThat(departments.mayActFor(standin, category, today)).isFalse();
        assertThat(departments.mayActFor(standin, category, today.plusDays(1))).isTrue();
        assertThat(departments.accountsFor(category, today)).containsExactly(account.account());
        assertThat(departments.accountsFor(category, today.plusDays(1))).containsExactly(standin.account());
    }

    @Test
    void whatWaitsInAdmissionWaitsForTheAccountableDepartmentAndItsDeputies() {
        var away = person("away", silicon);
        var inSilicon = buyer(away);
        var deputy = person("deputy", quality);
        var standin = buyer(deputy);
        var elsewhere = buyer(person("elsewhere", siteProcurement));
        var newcomer = beans.createBean(Newcomer.class);
        var dossier = newcomer.invited(category);
        newcomer.send(dossier, "business");
        assertThat(List.of(inSilicon, standin, elsewhere)).as("nobody answers for it yet").allSatisfy(it -> assertThat(waiting(it, dossier.nameEn())).isEqualTo(1));
        done(accountability.assign(category, Charge.BUYING, null, department("PS", Kind.SILICON), today, "", officer));
        assertThat(waiting(inSilicon, dossier.nameEn())).isEqualTo(1);
        assertThat(waiting(elsewhere, dossier.nameEn())).isZero();
        assertThat(waiting(standin, dossier.nameEn())).isZero();
        done(deputies.name(away, deputy, today, today.plusDays(2), hr));
        assertThat(waiting(standin, dossier.nameEn())).isEqualTo(1);
    }

    @Test
    void aBanWaitsForTheQualityOfWhatTheSupplierSupplies() {
        var sees = new Me(buyer(person("sees", quality)).account(), "Quality", Set.of(Role.QUALITY), Optional.empty());
        var another = new Me(buyer(person("another", siteProcurement)).account(), "Quality", Set.of(Role.QUALITY), Optional.empty());
        var supplier = ASupplier.in(db);
        db.sql("UPDATE supplier.supplier SET category = :category, name_en = :name WHERE id = :id").param("category", category).param("name", "Barred " + tag).param("id", supplier).update();
        var matter = UUID.randomUUID();
        db.sql("""
                INSERT INTO blacklist.matter (id, supplier, ground, happened_day, facts, opened_by, opened_at, record)
                VALUES (:id, :supplier, 'BRIBERY', current_date - 60, 'test', :id, now(), :id)
                """).param("id", matter).param("supplier", supplier).update();
        db.sql("INSERT INTO decision.proposal (id, matter, subject, reason, proposed_by, proposed_at) VALUES (:id, 'blacklist.ban', :id, '', :id, now())").param("id", matter).update();
        db.sql("INSERT INTO blacklist.hearing (matter, due_day, notice, called_by, called_at, record) VALUES (:id, current_date - 1, 'test', :id, now(), :id)").param("id", matter).update();
        db.sql("INSERT INTO blacklist.sentence (id, matter, until_day, reason, proposal, proposed_at) VALUES (:id, :id, NULL, 'test', :id, now())").param("id", matter).update();
        assertThat(List.of(sees, another)).allSatisfy(it -> assertThat(waiting(it, "Barred " + tag)).isEqualTo(1));
        done(accountability.assign(category, Charge.QUALITY, null, department("Q", Kind.QUALITY), today, "", officer));
        assertThat(waiting(sees, "Barred " + tag)).isEqualTo(1);
        assertThat(waiting(another, "Barred " + tag)).isZero();
    }

    private void changed(Reassignments.Wanted it) {
        done(reassignments.rule(done(reassignments.propose(it, officer)), Outcome.APPROVED, second));
    }

    private long waiting(Me me, String words) {
        return desks.stream().flatMap(it -> it.waiting(me).stream()).filter(it -> it.what().in(Screens.of(Lang.EN)).contains(words)).count();
    }

    @Test
    void whereNobodySignsInTheNearestHeadAboveIsAsked() {
        person("offline", silicon);
        var leader = person("leader", quality);
        var head = buyer(leader);
        done(heads.appoint(procurement, leader, Place.Rank.HEAD, BEGUN, "", hr.account()));
        done(accountability.assign(category, Charge.BUYING, null, department("PS", Kind.SILICON), today, "", officer));
        assertThat(departments.accountsFor(category, today)).containsExactly(head.account());
    }

    @Test
    void aSiteMayHaveADepartmentOfItsOwn() {
        var inSite = buyer(person("site", siteProcurement));
        var all = department("PS", Kind.SILICON);
        var own = department("SP", Kind.SITE);
        done(accountability.assign(category, Charge.BUYING, null, all, today, "", officer));
        assertThat(departments.mayActFor(inSite, category, today)).isFalse();
        done(accountability.assign(category, Charge.BUYING, site, own, today, "", officer));
        assertThat(departments.mayActFor(inSite, category, today)).isTrue();
        assertThat(departments.buyer(category, site, today)).map(Department::id).contains(own);
        assertThat(departments.buyer(category, UUID.randomUUID(), today)).map(Department::id).contains(all);
        changed(new Reassignments.Wanted(category, Charge.BUYING, site, null, today.plusDays(1), "bought centrally"));
        assertThat(departments.buyer(category, site, today.plusDays(1))).map(Department::id).contains(all);
    }

    @Test
    void aChangeCountsFromItsDayAndSaysWhy() {
        var one = department("PS", Kind.SILICON);
        var other = department("SP", Kind.SITE);
        done(accountability.assign(category, Charge.BUYING, null, one, today.minusDays(10), "", officer));
        assertThat(key(accountability.assign(category, Charge.BUYING, null, other, today, " ", officer))).isEqualTo("supplier.accountable-why");
        assertThat(key(accountability.assign(category, Charge.BUYING, null, other, today, "moved to the site", officer))).isEqualTo("supplier.accountable-two");
        assertThat(key(accountability.assign(category, Charge.BUYING, null, one, today, "again", officer))).isEqualTo("supplier.accountable-same");
        var proposal = done(reassignments.propose(new Reassignments.Wanted(category, Charge.BUYING, null, other, today, "moved to the site"), officer));
        assertThat(departments.accountable(category, today)).extracting(it -> it.department().id()).containsExactly(one);
        assertThat(key(reassignments.propose(new Reassignments.Wanted(category, Charge.BUYING, null, other, today, "again"), second))).isEqualTo("supplier.accountable-waits");
        assertThat(key(reassignments.rule(proposal, Outcome.APPROVED, officer))).isEqualTo("decision.needs-another-person");
        assertThat(key(reassignments.rule(UUID.randomUUID(), Outcome.APPROVED, second))).isEqualTo("supplier.accountable-gone");
        assertThat(browser.post().uri("/app/suppliers/departments/" + category + "/changes/" + proposal).with(As.me(second))).as("nothing was chosen").hasStatus(422);
        assertThat(reassignments.waiting(category)).hasSize(1);
        done(reassignments.rule(proposal, Outcome.APPROVED, second));
        assertThat(reassignments.waiting(category)).isEmpty();
        assertThat(key(reassignments.rule(proposal, Outcome.APPROVED, second))).isEqualTo("decision.ruled-already");
        assertThat(departments.accountable(category, today.minusDays(1))).extracting(it -> it.department().id()).containsExactly(one);
        assertThat(departments.accountable(category, today)).extracting(it -> it.department().id()).containsExactly(other);
        assertThat(key(accountability.close(other, today, officer))).isEqualTo("supplier.department-answers");
        done(accountability.close(one, today, officer));
        assertThat(departments.all(today)).extracting(Department::id).contains(other).doesNotContain(one);
    }

    @Test
    void onlyWhatIsThereCanBeNamed() {
        var one = department("PS", Kind.SILICON);
        assertThat(key(accountability.name("NOWHERE" + tag, Kind.SITE, today, officer))).isEqualTo("supplier.department-unit-unknown");
        assertThat(key(accountability.name(tag + "PS", Kind.SITE, today, officer))).isEqualTo("supplier.department-there");
        assertThat(key(accountability.close(UUID.randomUUID(), today, officer))).isEqualTo("supplier.department-unknown");
        assertThat(key(accountability.assign("none" + tag, Charge.BUYING, null, one, today, "", officer))).isEqualTo("supplier.category-unknown");
        assertThat(key(accountability.assign(category, Charge.BUYING, null, UUID.randomUUID(), today, "", officer))).isEqualTo("supplier.department-unknown");
        assertThat(key(accountability.assign(category, Charge.QUALITY, null, one, today, "", officer))).isEqualTo("supplier.department-charge");
        assertThat(key(accountability.assign(category, Charge.BUYING, procurement, one, today, "", officer))).isEqualTo("supplier.site-unknown-ours");
        assertThat(key(reassignments.propose(new Reassignments.Wanted(category, Charge.BUYING, null, null, today, "why"), officer))).isEqualTo("supplier.accountable-nobody");
        done(accountability.assign(category, Charge.BUYING, null, one, today, "", officer));
        assertThat(key(reassignments.propose(new Reassignments.Wanted(category, Charge.BUYING, null, null, today, ""), officer))).isEqualTo("supplier.accountable-why");
    }

    @Test
    void qualityOperationsAnswerForQualityBesideWhoBuys() {
        var engineer = buyer(person("engineer", quality));
        done(accountability.assign(category, Charge.QUALITY, null, department("Q", Kind.QUALITY), today, "", officer));
        assertThat(departments.mayActFor(engineer, category, Charge.QUALITY, today)).isTrue();
        assertThat(departments.accountsFor(category, Charge.QUALITY, today)).containsExactly(engineer.account());
        assertThat(departments.accountsFor(category, today)).isEmpty();
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var it) -> it;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    static String key(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var reasons) ? reasons.getFirst().key() : "done";
    }
}
