package org.probity.supply.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class KeepingTheListOfContactsTest {
    @Autowired Suppliers suppliers;
    @Autowired Contacts contacts;
    @Autowired Correspondents correspondents;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    final Me reader = new Me(UUID.randomUUID(), "Assurer", Set.of(Role.ASSURER), Optional.empty());
    final Me buyer = new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty());
    UUID supplier;
    UUID first;
    Me contact;

    @BeforeEach
    void aSupplierWithOneContact() {
        supplier = aSupplier();
        first = suppliers.addContact(supplier, "First", mail(), "");
        contact = new Me(UUID.randomUUID(), "First", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    @Test
    void aColleagueIsInvitedAndGetsOurLetters() {
        var email = mail();
        done(contacts.bringIn(colleague("Second", email), contact));
        assertThat(suppliers.contacts(supplier)).extracting(Supplier.Contact::email).contains(email);
        assertThat(accounts.find(email).map(Account::supplier)).contains(Optional.of(supplier));
        assertThat(letters(email)).hasSize(1);
    }

    @Test
    void anAddressThatIsThereIsRefused() {
        var email = mail();
        done(contacts.bringIn(colleague("Second", email), contact));
        assertThat(key(contacts.bringIn(colleague("Again", email.toUpperCase()), contact))).isEqualTo("supplier.contact-there");
    }

    /** Each is a letter to an address that somebody typed, in our name. */
    @Test
    void nobodyWritesToHundredsInOurName() {
        db.sql("INSERT INTO supplier.contact (id, supplier, name, email, from_day) SELECT gen_random_uuid(), :supplier, 'C', gen_random_uuid() || '@x.example', from_day FROM supplier.contact, generate_series(1, 18) WHERE id = :first")
                .param("supplier", supplier).param("first", first).update();
        done(contacts.bringIn(colleague("Twentieth", mail()), contact));
        assertThat(key(contacts.bringIn(colleague("Next", mail()), contact))).isEqualTo("supplier.contacts-many");
        done(contacts.name(supplier, colleague("By the buyer", mail()), Set.of(), buyer));
    }

    @Test
    void anAddressOfSomebodyElsesAccountGetsTheSameAnswerAndALetterInsteadOfAnInvitation() {
        var email = mail();
        var other = aSupplier();
        var elsewhere = new Me(UUID.randomUUID(), "Other", Set.of(Role.SUPPLIER), Optional.of(other));
        done(contacts.bringIn(colleague("Other", email), elsewhere));
        done(contacts.bringIn(colleague("Second", email), contact));
        assertThat(suppliers.contacts(supplier)).extracting(Supplier.Contact::email).contains(email);
        assertThat(accounts.find(email).map(Account::supplier)).contains(Optional.of(other));
        assertThat(letters(email)).hasSize(2).anyMatch(it -> it.contains("named you as a contact"));
        assertThat(correspondents.of(suppliers.find(supplier).orElseThrow())).extracting(Correspondents.Correspondent::email).doesNotContain(email);
    }

    @Test
    void whoLeftComesBackByTheAccountTheyHad() {
        var email = mail();
        var second = done(contacts.bringIn(colleague("Second", email), contact));
        done(contacts.handOver(second, Optional.of(first), contact));
        done(contacts.bringIn(colleague("Second", email), contact));
        assertThat(accounts.find(email).orElseThrow().disabled()).isFalse();
    }

    @Test
    void whomAnAdministratorKeepsOutNoColleagueLetsInAgain() {
        var email = mail();
        var second = done(contacts.bringIn(colleague("Second", email), contact));
        accounts.disable(accounts.find(email).orElseThrow().id(), "a stolen mailbox", UUID.randomUUID());
        done(contacts.handOver(second, Optional.of(first), contact));
        done(contacts.bringIn(colleague("Second", email), contact));
        assertThat(accounts.find(email).orElseThrow().disabled()).isTrue();
    }

    @Test
    void thoseWhoBuyKeepTheListToo() {
        var email = mail();
        var named = done(contacts.name(supplier, colleague("Named", email), Set.of(Supplier.For.QUALITY), buyer));
        done(contacts.handOver(named, Optional.of(first), buyer));
        assertThat(suppliers.contacts(supplier)).filteredOn(it -> it.id().equals(first)).flatExtracting(Supplier.Contact::roles)
                .containsExactly(Supplier.For.QUALITY);
        assertThat(key(contacts.name(supplier, colleague("X", mail()), Set.of(), reader))).isEqualTo("supplier.contacts-not-yours");
        assertThat(key(contacts.handOver(first, Optional.of(named), reader))).isEqualTo("supplier.contacts-not-yours");
    }

    @Test
    void aNameAndAnAddressAreNeeded() {
        assertThat(key(contacts.bringIn(colleague(" ", mail()), contact))).isEqualTo("signin.name-missing");
        assertThat(key(contacts.bringIn(colleague("Second", "no address"), contact))).isEqualTo("signin.email-wrong");
    }

    @Test
    void onlyASuppliersContactBringsInAColleague() {
        assertThat(key(contacts.bringIn(colleague("Second", mail()), buyer))).isEqualTo("supplier.contacts-not-yours");
    }

    @Test
    void whoLeavesIsKeptOutAndWhoFollowsIsTold() {
        var leaver = mail();
        var leaving = done(contacts.bringIn(colleague("Leaver", leaver), contact));
        var follower = mail();
        var next = done(contacts.bringIn(colleague("Follower", follower), contact));
        done(contacts.handOver(leaving, Optional.of(next), contact));
        assertThat(accounts.find(leaver).orElseThrow().disabled()).isTrue();
        assertThat(suppliers.contacts(supplier)).filteredOn(it -> it.id().equals(leaving)).allMatch(it -> it.untilDay() != null);
        assertThat(letters(follower)).anyMatch(it -> it.contains("Leaver"));
        assertThat(key(contacts.handOver(leaving, Optional.of(next), contact))).isEqualTo("supplier.contact-gone");
    }

    @Test
    void somebodyOfTheSupplierMustFollow() {
        assertThat(key(contacts.handOver(first, Optional.empty(), contact))).isEqualTo("supplier.successor-missing");
        assertThat(key(contacts.handOver(first, Optional.of(UUID.randomUUID()), contact))).isEqualTo("supplier.successor-missing");
        assertThat(key(contacts.handOver(first, Optional.of(first), contact))).isEqualTo("supplier.successor-same");
    }

    @Test
    void thePageInvitesAndShowsWhatWasRefused() {
        var email = mail();
        assertThat(browser.post().uri("/app/portal/contacts").with(As.contactOf(supplier)).param("name", "Second").param("email", email).exchange())
                .hasStatus(303);
        assertThat(browser.get().uri("/app/portal/contacts").with(As.contactOf(supplier)).exchange())
                .hasStatusOk().bodyText().contains(email, "Hand over");
        assertThat(browser.post().uri("/app/portal/contacts").with(As.contactOf(supplier)).param("name", "Second").param("email", email).exchange())
                .hasStatus(422).bodyText().contains("already belongs to one of your contacts");
    }

    @Test
    void anothersContactDoesNotExistHere() {
        var other = suppliers.addContact(aSupplier(), "Other", mail(), "");
        assertThat(browser.post().uri("/app/portal/contacts/" + other + "/hand-over").with(As.contactOf(supplier)).param("to", first.toString()).exchange())
                .hasStatus(404);
    }

    private UUID aSupplier() {
        var number = "K" + UUID.randomUUID();
        return done(suppliers.register(new Suppliers.Registration(number, "Glass " + number, "玻璃" + number, "CN", "glass", null, null), buyer));
    }

    private static String mail() {
        return UUID.randomUUID() + "@glass.example";
    }

    private static Contacts.Colleague colleague(String name, String email) {
        return new Contacts.Colleague(name, email, "", "en");
    }

    private List<String> letters(String to) {
        return db.sql("SELECT subject FROM mail.letter WHERE recipient = :to").param("to", to).query(String.class).list();
    }

    private static UUID done(Answer<UUID> answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done<UUID>) answer).value();
    }

    private static String key(Answer<?> answer) {
        return ((Refused<?>) answer).reasons().getFirst().key();
    }
}
