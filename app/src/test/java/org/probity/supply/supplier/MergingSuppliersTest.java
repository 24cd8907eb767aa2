package org.probity.supply.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Question;
import org.probity.supply.supplier.Suppliers.Registration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class MergingSuppliersTest {
    @Autowired Merges merges;
    @Autowired Contacts contacts;
    @Autowired org.probity.house.access.Accounts accounts;
    @Autowired MergedRows rows;
    @Autowired Suppliers suppliers;
    @Autowired SupplierSearch search;
    @Autowired Relations relations;
    @Autowired Purchases purchases;
    @Autowired Clearances clearances;
    @Autowired List<Merging> rooms;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    final Me buyer = me();
    final Me second = me();
    UUID gone;
    UUID stays;
    String goneNumber;
    String staysNumber;
    LocalDate today;

    static Me me() {
        return new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty());
    }

    @BeforeEach
    void twoRecordsOfOneCompany() {
        today = LocalDate.now(clock);
        goneNumber = "G" + UUID.randomUUID();
        staysNumber = "S" + UUID.randomUUID();
        gone = registered(goneNumber, "Old name " + goneNumber);
        stays = registered(staysNumber, "New name " + staysNumber);
    }

    UUID registered(String number, String name) {
        return done(suppliers.register(new Registration(number, name, "", "CN", "solder", null, null), buyer));
    }

    UUID merged(UUID from, UUID to) {
        var merge = done(merges.propose(from, to, "One business licence.", buyer));
        return done(merges.rule(merge, Outcome.APPROVED, second));
    }

    @Test
    void nothingMovesUntilASecondPersonAgrees() {
        var site = done(purchases.addSite(gone, "Plant", "", "CN", buyer));
        var merge = done(merges.propose(gone, stays, "One business licence.", buyer));
        assertThat(owner("site", site)).isEqualTo(gone);
        assertThat(key(merges.rule(merge, Outcome.APPROVED, buyer))).isEqualTo("decision.needs-another-person");
        done(merges.rule(merge, Outcome.APPROVED, second));
        assertThat(owner("site", site)).isEqualTo(stays);
        assertThat(rows.went(merge)).extracting(Merge.Line::title, Merge.Line::moves).contains(org.assertj.core.api.Assertions.tuple("supplier.sites", 1L));
    }

    @Test
    void bothNumbersAndAllNamesLeadToTheOneThatStayed() {
        merged(gone, stays);
        assertThat(suppliers.byNumber(goneNumber).orElseThrow().id()).isEqualTo(stays);
        assertThat(suppliers.byNumber(staysNumber).orElseThrow().id()).isEqualTo(stays);
        assertThat(suppliers.named("Old name " + goneNumber, 5)).extracting(Supplier::id).containsExactly(stays);
        assertThat(suppliers.named(goneNumber, 5)).extracting(Supplier::id).containsExactly(stays);
        assertThat(search.former(stays)).extracting(Supplier.Former::field, Supplier.Former::words).contains(
                org.assertj.core.api.Assertions.tuple("number", goneNumber), org.assertj.core.api.Assertions.tuple("name-en", "Old name " + goneNumber));
        var answer = clearances.ask(new Question(gone, null, null, Act.PAYMENT), buyer).orElseThrow();
        assertThat(answer.question().supplier()).isEqualTo(stays);
    }

    @Test
    void anAddressOfTheOldRecordLeadsOnAndWhatStayedIsSeenUnderIt() {
        merged(gone, stays);
        assertThat(browser.get().uri("/app/suppliers/" + gone).with(As.a(Role.BUYER))).hasStatus(302).hasRedirectedUrl("/app/suppliers/" + stays);
        assertThat(browser.get().uri("/app/suppliers/" + gone + "/clearance?x=1").with(As.a(Role.BUYER))).hasRedirectedUrl("/app/suppliers/" + stays + "/clearance?x=1");
        assertThat(browser.get().uri("/app/clearance?supplier=" + gone).with(As.a(Role.BUYER))).hasRedirectedUrl("/app/clearance?supplier=" + stays);
        assertThat(browser.get().uri("/app/suppliers/" + gone + "?old=1").with(As.a(Role.BUYER))).hasStatusOk().bodyText().contains("This record was merged");
        assertThat(browser.get().uri("/app/suppliers/" + gone).with(As.contactOf(stays))).hasStatus(403);
    }

    @Test
    void whoHadAFormOfTheOldRecordOpenWritesNothingToIt() {
        merged(gone, stays);
        assertThat(browser.post().uri("/app/suppliers/" + gone + "/sites").param("name", "Late plant").param("country", "CN").with(As.a(Role.BUYER)))
                .hasRedirectedUrl("/app/suppliers/" + stays + "?since=1");
        assertThat(suppliers.sites(gone)).isEmpty();
        assertThat(browser.get().uri("/app/suppliers/" + stays + "?since=1").with(As.a(Role.BUYER))).bodyText().contains("was not kept");
    }

    @Test
    void deliveriesAndMaterialsAreCountedOnce() {
        var before = clock.instant();
        var one = done(purchases.begin(gone, new MaterialsPage.Bought("M1", "Ribbon", "", "60", today.minusMonths(2).toString()), buyer));
        var other = done(purchases.begin(stays, new MaterialsPage.Bought("M1", "Ribbon", "", "60", today.minusMonths(2).toString()), buyer));
        assertThat(counted()).contains(gone, stays);
        merged(gone, stays);
        assertThat(counted()).contains(stays).doesNotContain(gone);
        assertThat(db.sql("SELECT supplier FROM supplier.active(:day, 'infinity')").param("day", today).query(UUID.class).list()).contains(stays).doesNotContain(gone);
        assertThat(db.sql("SELECT supplier FROM supplier.active(:day, :at)").param("day", today).param("at", java.sql.Timestamp.from(before)).query(UUID.class).list())
                .doesNotContain(gone);
        assertThat(suppliers.materials(stays)).extracting(Supplier.Material::id, Supplier.Material::number).containsExactlyInAnyOrder(
                org.assertj.core.api.Assertions.tuple(other, "M1"), org.assertj.core.api.Assertions.tuple(one, "M1 (" + goneNumber + ")"));
    }

    Set<UUID> counted() {
        return db.sql("SELECT supplier FROM supplier.with_substance(:tin, :day, 'infinity')").param("tin", Suppliers.TIN).param("day", today).query(UUID.class).list()
                .stream().collect(Collectors.toSet());
    }

    @Test
    void theErpMayGoOnSendingTheOldNumber() {
        merged(gone, stays);
        assertThat(search.byNumbers()).containsEntry(goneNumber, stays).containsEntry(staysNumber, stays);
    }

    @Test
    void undoneEverythingIsAsItWasAndWhatCameSinceStaysWhereItCame() {
        var material = done(purchases.begin(gone, new MaterialsPage.Bought("M1", "Ribbon", "", "60", today.minusMonths(2).toString()), buyer));
        done(purchases.begin(stays, new MaterialsPage.Bought("M1", "Ribbon", "", "60", today.minusMonths(2).toString()), buyer));
        var site = done(purchases.addSite(gone, "Plant", "", "CN", buyer));
        var merge = merged(gone, stays);
        var since = done(purchases.addSite(stays, "New plant", "", "CN", buyer));
        assertThat(key(merges.proposeUndoing(merge, " ", buyer))).isEqualTo("supplier.merge-reason");
        done(merges.proposeUndoing(merge, "They are two.", buyer));
        assertThat(key(merges.proposeUndoing(merge, "They are two.", second))).isEqualTo("supplier.unmerge-waits");
        assertThat(key(merges.ruleUndoing(merge, Outcome.APPROVED, buyer))).isEqualTo("decision.needs-another-person");
        done(merges.ruleUndoing(merge, Outcome.APPROVED, second));
        assertThat(owner("site", site)).isEqualTo(gone);
        assertThat(owner("site", since)).isEqualTo(stays);
        assertThat(suppliers.materials(gone)).extracting(Supplier.Material::id, Supplier.Material::number).containsExactly(org.assertj.core.api.Assertions.tuple(material, "M1"));
        assertThat(merges.into(gone)).isEmpty();
        assertThat(suppliers.byNumber(goneNumber).orElseThrow().id()).isEqualTo(gone);
        assertThat(key(merges.proposeUndoing(merge, "Again.", buyer))).isEqualTo("supplier.unmerge-needless");
        merged(gone, stays);
        assertThat(merges.into(gone)).contains(stays);
    }

    /** Whoever was let in by people of the one company must not go on reading the other's portal. */
    @Test
    void whomTheirPeopleBroughtInSinceGoesBackWithThem() {
        var contact = invited(gone);
        var merge = merged(gone, stays);
        var me = new Me(contact, "Chen", Set.of(Role.SUPPLIER), Optional.of(stays));
        var colleague = UUID.randomUUID() + "@x.example";
        done(contacts.bringIn(new Contacts.Colleague("Colleague", colleague, "", "en"), me));
        var others = invited(stays);
        done(merges.proposeUndoing(merge, "They are two.", buyer));
        done(merges.ruleUndoing(merge, Outcome.APPROVED, second));
        assertThat(accounts.find(contact).orElseThrow().supplier()).contains(gone);
        assertThat(accounts.find(colleague).orElseThrow().supplier()).contains(gone);
        assertThat(accounts.find(others).orElseThrow().supplier()).contains(stays);
        assertThat(suppliers.contacts(gone)).extracting(Supplier.Contact::email).contains(colleague);
        assertThat(suppliers.contacts(stays)).extracting(Supplier.Contact::email).doesNotContain(colleague);
    }

    UUID invited(UUID supplier) {
        var email = UUID.randomUUID() + "@x.example";
        done(contacts.name(supplier, new Contacts.Colleague("Chen", email, "", "en"), Set.of(), buyer));
        return accounts.find(email).orElseThrow().id();
    }

    @Test
    void afterItsDayAMergeIsFinal() {
        var merge = merged(gone, stays);
        db.sql("UPDATE supplier.merged SET merged_on = merged_on - 40, undo_until = undo_until - 31 WHERE merge = :merge").param("merge", merge).update();
        assertThat(key(merges.proposeUndoing(merge, "They are two.", buyer))).isEqualTo("supplier.unmerge-late");
        assertThat(browser.get().uri("/app/suppliers/merges/" + merge).with(As.a(Role.BUYER))).hasStatusOk().bodyText().contains("This merge is final");
    }

    @Test
    void aChainOfMergesLeadsToItsEndAndIsUndoneFromThere() {
        var first = merged(gone, stays);
        var last = registered("L" + staysNumber, "Last name");
        var later = merged(stays, last);
        assertThat(merges.into(gone)).contains(last);
        assertThat(key(merges.proposeUndoing(first, "Two.", buyer))).isEqualTo("supplier.unmerge-chain");
        done(merges.proposeUndoing(later, "Two.", buyer));
        done(merges.ruleUndoing(later, Outcome.APPROVED, second));
        assertThat(merges.into(gone)).contains(stays);
        done(merges.proposeUndoing(first, "Two.", buyer));
        assertThat(merges.into(stays)).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(key(merges.propose(gone, gone, "One.", buyer))).isEqualTo("supplier.merge-self");
        assertThat(key(merges.propose(UUID.randomUUID(), stays, "One.", buyer))).isEqualTo("supplier.merge-unknown");
        assertThat(key(merges.propose(gone, stays, " ", buyer))).isEqualTo("supplier.merge-reason");
        assertThat(key(merges.propose(gone, stays, "x".repeat(2001), buyer))).isEqualTo("supplier.merge-reason");
        assertThat(key(merges.rule(UUID.randomUUID(), Outcome.APPROVED, buyer))).isEqualTo("supplier.merge-not-there");
        assertThat(key(merges.ruleUndoing(UUID.randomUUID(), Outcome.REJECTED, buyer))).isEqualTo("supplier.merge-not-there");
        assertThat(key(merges.proposeUndoing(UUID.randomUUID(), "Two.", buyer))).isEqualTo("supplier.merge-not-there");
        done(merges.propose(gone, stays, "One.", buyer));
        assertThat(key(merges.propose(stays, gone, "One.", second))).isEqualTo("supplier.merge-waits");
    }

    @Test
    void whoIsMergedIsNotMergedAgain() {
        merged(gone, stays);
        var third = registered("T" + staysNumber, "Third");
        assertThat(key(merges.propose(gone, third, "One.", buyer))).isEqualTo("supplier.merge-gone");
        assertThat(key(merges.propose(third, gone, "One.", buyer))).isEqualTo("supplier.merge-gone");
        assertThat(browser.get().uri("/app/suppliers/" + third + "/merge?other=" + goneNumber).with(As.a(Role.BUYER))).hasStatusOk().bodyText().contains("was merged already");
        assertThat(browser.post().uri("/app/suppliers/" + third + "/merge").param("other", "nobody").param("reason", "One.").with(As.a(Role.BUYER)))
                .hasStatus(422).bodyText().contains("no record with this number");
    }

    /** Two who press the button in the same moment: one merges, the other is told that somebody was faster; rows go once. */
    @Test
    void ofTwoWhoDecideAtOnceOneIsToldThatTheOtherWasFaster() {
        done(purchases.addSite(gone, "Plant", "", "CN", buyer));
        var merge = done(merges.propose(gone, stays, "One.", buyer));
        var answers = Stream.of(second, me(), me(), me()).map(it -> CompletableFuture.supplyAsync(() -> merges.rule(merge, Outcome.APPROVED, it))).toList().stream()
                .map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(it -> it instanceof Answer.Done<UUID>).hasSize(1);
        assertThat(answers).filteredOn(it -> it instanceof Answer.Refused<UUID>).allSatisfy(it -> assertThat(key(it)).isIn("decision.ruled-already", "supplier.merge-gone"));
        assertThat(db.sql("SELECT count(*) FROM supplier.merged WHERE merge = :merge").param("merge", merge).query(Long.class).single()).isEqualTo(1);
        assertThat(suppliers.sites(stays)).hasSize(1);
    }

    @Test
    void twoBansAtOnceAreNotMergedAway() {
        barred(gone);
        barred(stays);
        assertThat(key(merges.propose(gone, stays, "One.", buyer))).isEqualTo("blacklist.merge.two-bans");
        assertThat(browser.get().uri("/app/suppliers/" + stays + "/merge?other=" + goneNumber).with(As.a(Role.BUYER))).hasStatusOk().bodyText().contains("Lift one of the two bans first");
    }

    @Test
    void whoIsBarredIsBarredUnderTheOtherNumber() {
        barred(gone);
        merged(gone, stays);
        assertThat(clearances.look(List.of(new Question(stays, null, null, Act.ORDER))).getFirst().allowed()).isFalse();
        assertThat(key(merges.propose(stays, gone, "One.", buyer))).isEqualTo("supplier.merge-gone");
    }

    void barred(UUID supplier) {
        var matter = UUID.randomUUID();
        db.sql("""
                INSERT INTO blacklist.matter (id, supplier, ground, happened_day, facts, opened_by, opened_at, record)
                VALUES (:id, :supplier, 'BRIBERY', current_date - 60, 'test', :id, now(), :id)
                """).param("id", matter).param("supplier", supplier).update();
        db.sql("INSERT INTO decision.proposal (id, matter, subject, reason, proposed_by, proposed_at) VALUES (:id, 'test', :id, '', :id, now())").param("id", matter).update();
        db.sql("INSERT INTO blacklist.hearing (matter, due_day, notice, called_by, called_at, record) VALUES (:id, current_date - 1, 'test', :id, now(), :id)").param("id", matter).update();
        db.sql("INSERT INTO blacklist.sentence (id, matter, until_day, reason, proposal, proposed_at) VALUES (:id, :id, NULL, 'test', :id, now())").param("id", matter).update();
        db.sql("""
                INSERT INTO blacklist.ban (id, matter, supplier, from_day, in_force, until_day, decided_by, decided_at, record)
                VALUES (:id, :id, :supplier, current_date - 10, daterange(current_date - 10, NULL, '[]'), NULL, gen_random_uuid(), now(), :id)
                """).param("id", matter).param("supplier", supplier).update();
    }

    /** A table that names a supplier and of which no room said what becomes of its rows would leave them behind. */
    @Test
    void everyTableThatNamesASupplierIsSpokenForOnce() {
        var named = db.sql("""
                SELECT source.relnamespace::regnamespace || '.' || source.relname || '.' || attribute.attname
                  FROM pg_constraint AS key
                  JOIN pg_class AS source ON source.oid = key.conrelid
                  JOIN pg_attribute AS attribute ON attribute.attrelid = key.conrelid AND attribute.attnum = key.conkey[1]
                 WHERE key.contype = 'f' AND key.confrelid = 'supplier.supplier'::regclass
                 UNION
                SELECT table_schema || '.' || table_name || '.supplier'
                  FROM information_schema.columns
                  JOIN information_schema.tables USING (table_schema, table_name)
                 WHERE column_name = 'supplier' AND table_type = 'BASE TABLE' AND data_type = 'uuid'
                """).query(String.class).list();
        var spoken = rooms.stream().flatMap(it -> it.parts().stream()).map(it -> it.table() + "." + it.column()).toList();
        assertThat(spoken).doesNotHaveDuplicates();
        assertThat(named).as("a table names a supplier: say in its room, in a bean of Merging, whether its rows go along or stay").isSubsetOf(spoken);
        assertThat(spoken).filteredOn(it -> !it.endsWith(".party")).isSubsetOf(named);
    }

    @Test
    void aRenamedSupplierIsFoundUnderItsOldNamesWithTheirDays() {
        done(relations.change(stays, new Registration("X" + staysNumber, "Renamed " + staysNumber, "改名", "CN", "solder", null, null), buyer));
        assertThat(suppliers.named("New name " + staysNumber, 5)).extracting(Supplier::id).containsExactly(stays);
        assertThat(suppliers.named(staysNumber, 5)).extracting(Supplier::id).contains(stays);
        assertThat(search.former(stays)).extracting(Supplier.Former::words).contains("New name " + staysNumber, staysNumber);
        assertThat(browser.get().uri("/app/suppliers/" + stays).with(As.a(Role.QUALITY))).hasStatusOk().bodyText()
                .contains("Former names and numbers").contains("New name " + staysNumber).contains("until " + today);
        assertThat(browser.get().uri("/app/suppliers?q=" + staysNumber).with(As.a(Role.QUALITY))).hasStatusOk().bodyText().contains("Renamed " + staysNumber);
    }

    private UUID owner(String table, UUID id) {
        return db.sql("SELECT supplier FROM supplier." + table + " WHERE id = :id").param("id", id).query(UUID.class).single();
    }

    private static <T> T done(Answer<T> answer) {
        return ((Answer.Done<T>) answer).value();
    }

    private static String key(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).reasons().getFirst().key();
    }
}
