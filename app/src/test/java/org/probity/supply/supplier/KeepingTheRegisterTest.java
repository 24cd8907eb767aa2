package org.probity.supply.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.directory.Identifiers;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.supply.supplier.Suppliers.Registration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class KeepingTheRegisterTest {
    @Autowired Suppliers suppliers;
    @Autowired SupplierSearch search;
    @Autowired Relations relations;
    @Autowired Purchases purchases;
    @Autowired Newcomers newcomers;
    @Autowired Categories categories;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    final Me buyer = new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty());
    String number;
    UUID supplier;
    LocalDate today;

    @BeforeEach
    void aSupplier() {
        number = "R" + UUID.randomUUID();
        supplier = done(suppliers.register(registration(number), buyer));
        today = LocalDate.now(clock);
    }

    @Test
    void whoSaidWhatWeBuyStandsInTheLog() {
        var material = done(purchases.begin(supplier, new MaterialsPage.Bought("M9", "Ribbon", "", "60", today.minusMonths(2).toString()), buyer));
        done(purchases.stop(supplier, material, Optional.of(today), buyer));
        assertThat(db.sql("SELECT count(*) FROM log.opening WHERE content::text LIKE :material AND content::text LIKE :by").param("material", "%" + material + "%")
                .param("by", "%\"by\":\"" + buyer.account() + "\"%").query(Long.class).single()).as("bought, with tin, and no more").isEqualTo(3);
    }

    @Test
    void ofTwoWhoEnterOneNumberAtOnceTheSecondIsTold() {
        var same = "R" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(key(Meanwhile.slower(transaction, db, () -> done(suppliers.register(registration(same), buyer)), () -> suppliers.register(registration(same), buyer))))
                .isEqualTo("supplier.number-taken");
    }

    @Test
    void theTenThousandthNewcomerGetsANumberOfItsOwn() {
        db.sql("SELECT setval('supplier.newcomer', greatest(12345, (SELECT last_value FROM supplier.newcomer)))").query(Long.class).single();
        var entered = newcomers.enter(new Newcomers.Newcomer("Newcomer " + number, "", "", "CN", "solder", null, null, "Plant", "", "",
                new Contacts.Colleague("Contact", UUID.randomUUID() + "@new.example", "", "en")), buyer);
        var next = db.sql("SELECT last_value FROM supplier.newcomer").query(Long.class).single();
        assertThat(((Answer.Done<Newcomers.Entered>) entered).value().number()).isEqualTo("N" + today.getYear() + "-" + next);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotTakenBackUnseen() {
        var page = browser.get().uri("/app/suppliers/" + supplier + "/edit").with(As.a(Role.BUYER)).exchange();
        assertThat(page).bodyText().contains("name=\"changes\" value=\"0\"");
        done(relations.change(supplier, new Registration(number, "Renamed", "改名", "DE", "solder", null, null), buyer));
        var form = browser.post().uri("/app/suppliers/" + supplier + "/edit").with(As.a(Role.BUYER)).param("number", number).param("nameEn", "Old words").param("country", "CN")
                .param("category", "solder");
        assertThat(form.param("changes", "0").exchange()).hasStatus(422).bodyText().contains("Old words", "Somebody changed this entry");
        assertThat(suppliers.find(supplier).orElseThrow().nameEn()).isEqualTo("Renamed");
    }

    @Test
    void aRelationThatEndsNextMonthGoesOnUntilThen() {
        done(relations.end(supplier, Optional.of(today.plusMonths(1)), Optional.of(Supplier.Why.PRICE), "", buyer));
        assertThat(listed("current")).contains(number);
        assertThat(listed("ended")).doesNotContain(number);
        db.sql("UPDATE supplier.ending SET last_day = :yesterday WHERE supplier = :id").param("yesterday", today.minusDays(1)).param("id", supplier).update();
        assertThat(listed("current")).doesNotContain(number);
        assertThat(listed("ended")).contains(number);
    }

    private List<String> listed(String state) {
        return search.list(new SupplierSearch.Sought(number, "", "", Optional.of(state.equals("ended"))), "number", 10, 0).stream().map(Supplier::number).toList();
    }

    /** On a day before the register had them, nobody could have been asked anything. */
    @Test
    void nobodyIsActiveBeforeTheDayOnWhichTheyWereRegistered() {
        assertThat(active(today)).contains(supplier);
        assertThat(active(today.minusDays(1))).doesNotContain(supplier);
    }

    private List<UUID> active(LocalDate day) {
        return db.sql("SELECT supplier FROM supplier.active(:day, 'infinity')").param("day", day).query(UUID.class).list();
    }

    @Test
    void checkDigitsAreChecked() {
        assertThat(Identifiers.isLei("529900T8BM49AURSDO55")).isTrue();
        assertThat(Identifiers.isLei("529900T8BM49AURSDO56")).isFalse();
        assertThat(key(suppliers.register(new Registration("X" + number, "A", "", "CN", "solder", "91330106MA2A00000X", null), buyer)))
                .isEqualTo("supplier.credit-code-wrong");
        assertThat(key(suppliers.register(new Registration("X" + number, "A", "", "CN", "solder", null, "529900T8BM49AURSDO56"), buyer)))
                .isEqualTo("supplier.lei-wrong");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(key(suppliers.register(new Registration(" ", "A", "", "CN", "solder", null, null), buyer))).isEqualTo("supplier.number-missing");
        assertThat(key(suppliers.register(new Registration("X", "", " ", "CN", "solder", null, null), buyer))).isEqualTo("supplier.name-missing");
        assertThat(key(suppliers.register(new Registration("X", "A", "", "XX", "solder", null, null), buyer))).isEqualTo("supplier.country-unknown");
        assertThat(key(suppliers.register(new Registration("X", "A", "", "CN", "sold", null, null), buyer))).isEqualTo("supplier.category-unknown");
        assertThat(key(suppliers.register(registration(number), buyer))).isEqualTo("supplier.number-taken");
    }

    @Test
    void aLegalPersonStandsInTheRegisterOnce() {
        var lei = "529900T8BM49AURSDO55";
        db.sql("UPDATE supplier.supplier SET lei = NULL WHERE lei = :lei").param("lei", lei).update();
        done(relations.change(supplier, new Registration(number, "A", "", "CN", "solder", null, lei), buyer));
        assertThat(key(suppliers.register(new Registration("Y" + number, "B", "", "DE", "glass", null, lei), buyer))).isEqualTo("supplier.lei-taken");
        done(relations.change(supplier, new Registration(number, "A", "", "CN", "solder", null, lei), buyer));
    }

    @Test
    void aChangeKeepsWhatWasSaidBefore() {
        done(relations.change(supplier, new Registration(number, "Renamed", "改名", "他", "DE", "solder", null, null), buyer));
        assertThat(suppliers.find(supplier).orElseThrow().otherNames(org.probity.house.ui.Lang.EN)).containsExactly("改名", "他");
        assertThat(relations.changes(supplier)).extracting(Supplier.Change::field, Supplier.Change::was)
                .contains(org.assertj.core.api.Assertions.tuple("name-en", "Glass works"), org.assertj.core.api.Assertions.tuple("country", "CN"));
        var changes = relations.changes(supplier).size();
        done(relations.change(supplier, new Registration(number, "Renamed", "改名", "他", "DE", "solder", null, null), buyer));
        assertThat(relations.changes(supplier)).hasSize(changes);
        assertThat(key(relations.change(UUID.randomUUID(), registration("Z" + number), buyer))).isEqualTo("supplier.unknown");
    }

    @Test
    void anEndedRelationIsNotOnTheListOfASubstanceAndCanBeTakenUpAgain() {
        var before = clock.instant();
        var material = done(purchases.begin(supplier, new MaterialsPage.Bought("M1", "Ribbon", "", "60", today.minusMonths(2).toString()), buyer));
        assertThat(onTheList(today, Instant.MAX)).isTrue();
        assertThat(suppliers.materials(supplier)).filteredOn(it -> it.id().equals(material)).extracting(Supplier.Material::tinShare)
                .singleElement().isEqualTo(new BigDecimal("0.600000000"));
        done(relations.end(supplier, Optional.of(today), Optional.of(Supplier.Why.PRICE), "", buyer));
        assertThat(onTheList(today, Instant.MAX)).isTrue();
        assertThat(onTheList(today.plusDays(1), Instant.MAX)).isFalse();
        assertThat(onTheList(today.plusDays(1), before)).isFalse();
        assertThat(key(relations.end(supplier, Optional.of(today), Optional.of(Supplier.Why.PRICE), "", buyer))).isEqualTo("supplier.ended-already");
        done(relations.resume(supplier, buyer));
        assertThat(onTheList(today.plusDays(1), Instant.MAX)).isTrue();
        assertThat(key(relations.resume(supplier, buyer))).isEqualTo("supplier.not-ended");
    }

    @Test
    void anEndHasADayAndAReason() {
        assertThat(key(relations.end(UUID.randomUUID(), Optional.of(today), Optional.of(Supplier.Why.PRICE), "", buyer))).isEqualTo("supplier.unknown");
        assertThat(key(relations.end(supplier, Optional.empty(), Optional.of(Supplier.Why.PRICE), "", buyer))).isEqualTo("supplier.last-day-missing");
        assertThat(key(relations.end(supplier, Optional.of(today.plusYears(2)), Optional.of(Supplier.Why.PRICE), "", buyer))).isEqualTo("supplier.last-day-far");
        assertThat(key(relations.end(supplier, Optional.of(today), Optional.empty(), "", buyer))).isEqualTo("supplier.why-missing");
        assertThat(key(relations.end(supplier, Optional.of(today), Optional.of(Supplier.Why.OTHER), " ", buyer))).isEqualTo("supplier.why-words-missing");
    }

    @Test
    void aMaterialBoughtNoMoreLeavesTheListFromTheDayAfter() {
        var material = done(purchases.begin(supplier, new MaterialsPage.Bought("M1", "Ribbon", "", "60%", today.minusMonths(2).toString()), buyer));
        done(purchases.stop(supplier, material, Optional.of(today.minusDays(3)), buyer));
        assertThat(onTheList(today.minusDays(3), Instant.MAX)).isTrue();
        assertThat(onTheList(today.minusDays(2), Instant.MAX)).isFalse();
        assertThat(key(purchases.stop(supplier, material, Optional.of(today.minusMonths(3)), buyer))).isEqualTo("supplier.until-before");
        assertThat(key(purchases.stop(supplier, material, Optional.empty(), buyer))).isEqualTo("supplier.day-wrong");
        assertThat(key(purchases.stop(supplier, material, Optional.of(today.plusYears(3)), buyer))).isEqualTo("supplier.day-far");
        assertThat(key(purchases.stop(supplier, UUID.randomUUID(), Optional.of(today), buyer))).isEqualTo("supplier.material-unknown");
    }

    @Test
    void aMaterialIsEnteredWithWhatIsKnown() {
        var from = today.toString();
        assertThat(key(purchases.begin(supplier, new MaterialsPage.Bought("", "A", "", "", from), buyer))).isEqualTo("supplier.material-number-missing");
        assertThat(key(purchases.begin(supplier, new MaterialsPage.Bought("M", "", "", "", from), buyer))).isEqualTo("supplier.material-name-missing");
        assertThat(key(purchases.begin(supplier, new MaterialsPage.Bought("M", "A", "", "101", from), buyer))).isEqualTo("supplier.tin-wrong");
        assertThat(key(purchases.begin(supplier, new MaterialsPage.Bought("M", "A", "", "", "soon"), buyer))).isEqualTo("supplier.day-wrong");
        assertThat(key(purchases.begin(supplier, new MaterialsPage.Bought("M", "A", "", "", "1900-01-01"), buyer))).isEqualTo("supplier.day-far");
        var material = done(purchases.begin(supplier, new MaterialsPage.Bought("M", "A", "", "", from), buyer));
        assertThat(key(purchases.begin(supplier, new MaterialsPage.Bought("M", "A", "", "", from), buyer))).isEqualTo("supplier.material-number-taken");
        assertThat(key(purchases.sayTin(supplier, material, Optional.empty(), Optional.of(today), buyer))).isEqualTo("supplier.tin-wrong");
        assertThat(key(purchases.sayTin(supplier, material, Optional.of(BigDecimal.ONE), Optional.empty(), buyer))).isEqualTo("supplier.day-wrong");
        assertThat(key(purchases.sayTin(supplier, material, Optional.of(BigDecimal.ONE), Optional.of(today.plusYears(2)), buyer))).isEqualTo("supplier.day-far");
        assertThat(key(purchases.sayTin(supplier, UUID.randomUUID(), Optional.of(BigDecimal.ONE), Optional.of(today), buyer))).isEqualTo("supplier.material-unknown");
        done(purchases.sayTin(supplier, material, Optional.of(BigDecimal.ONE), Optional.of(today), buyer));
    }

    @Test
    void sitesOpenAndClose() {
        var site = done(purchases.addSite(supplier, "Plant", "Road 1", "CN", buyer));
        assertThat(key(purchases.addSite(supplier, "PLANT", "", "CN", buyer))).isEqualTo("supplier.site-name-taken");
        assertThat(key(purchases.addSite(supplier, "", "", "CN", buyer))).isEqualTo("supplier.site-name-missing");
        assertThat(key(purchases.addSite(supplier, "B", "", "XX", buyer))).isEqualTo("supplier.country-unknown");
        done(purchases.closeSite(supplier, site, buyer));
        assertThat(key(purchases.closeSite(supplier, site, buyer))).isEqualTo("supplier.site-unknown");
        done(purchases.addSite(supplier, "Plant", "", "CN", buyer));
    }

    @Test
    void aClosedCategoryIsKeptByWhoHasIt() {
        var code = "c" + Long.toHexString(System.nanoTime());
        assertThat(key(categories.say("Not a code", "A", "甲", buyer))).isEqualTo("supplier.category-code-wrong");
        assertThat(key(categories.say(code, "", "甲", buyer))).isEqualTo("supplier.category-name-missing");
        done(categories.say(code, "Sealant", "密封胶", buyer));
        var keeper = done(suppliers.register(new Registration("C" + number, "Keeper", "", "CN", code, null, null), buyer));
        done(categories.close(code, buyer));
        assertThat(key(categories.close(code, buyer))).isEqualTo("supplier.category-unknown");
        assertThat(key(suppliers.register(new Registration("D" + number, "Late", "", "CN", code, null, null), buyer))).isEqualTo("supplier.category-unknown");
        done(relations.change(keeper, new Registration("C" + number, "Keeper & Sons", "", "CN", code, null, null), buyer));
    }

    @Test
    void theFormComesBackWithWhatWasTyped() {
        assertThat(browser.post().uri("/app/suppliers/new").with(As.a(Role.BUYER)).param("number", number).param("nameEn", "Typed name")
                .param("country", "CN").param("category", "solder").exchange()).hasStatus(422).bodyText().contains("Typed name", number);
        assertThat(browser.post().uri("/app/suppliers/new").with(As.a(Role.BUYER)).param("number", "W" + number).param("nameEn", "Typed name")
                .param("country", "CN").param("category", "solder").exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/suppliers?q=W" + number + "&state=current&sort=-name").with(As.a(Role.ASSURER)).exchange())
                .hasStatusOk().bodyText().contains("Typed name").doesNotContain("/app/suppliers/new");
        assertThat(browser.get().uri("/app/suppliers/" + supplier + "/contacts").with(As.a(Role.BUYER)).exchange()).hasStatusOk();
        assertThat(browser.post().uri("/app/suppliers/" + supplier + "/contacts/" + UUID.randomUUID() + "/hand-over").with(As.a(Role.BUYER)).exchange())
                .hasStatus(404);
        assertThat(browser.post().uri("/app/suppliers/" + supplier + "/sites/" + UUID.randomUUID() + "/close").with(As.a(Role.BUYER)).exchange()).hasStatus(404);
        assertThat(browser.post().uri("/app/suppliers/" + supplier + "/end").with(As.a(Role.BUYER)).param("lastDay", "").exchange()).hasStatus(422);
    }

    private boolean onTheList(LocalDate day, Instant knownAt) {
        var at = knownAt.equals(Instant.MAX) ? OffsetDateTime.MAX : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
        return db.sql("SELECT count(*) FROM supplier.with_substance(:tin, :day, :at) WHERE supplier = :supplier")
                .param("tin", Suppliers.TIN).param("day", day).param("at", at).param("supplier", supplier)
                .query(Long.class).single() > 0;
    }

    private static Registration registration(String number) {
        return new Registration(number, "Glass works", "玻璃厂", "CN", "glass", null, null);
    }

    private static String key(Answer<?> answer) {
        return ((Refused<?>) answer).reasons().getFirst().key();
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done<T>) answer).value();
    }
}
