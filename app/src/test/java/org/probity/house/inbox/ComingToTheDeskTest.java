package org.probity.house.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screens;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.minerals.PaperKind;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class ComingToTheDeskTest {
    @Autowired MockMvcTester browser;
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Obligations obligations;
    @Autowired Accounts accounts;
    @Autowired Clock clock;
    @Autowired List<Waiting> rooms;

    final String word = UUID.randomUUID().toString().substring(0, 8);
    UUID supplier;

    @BeforeEach
    void aSupplierSentAPaper() {
        var officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
        var today = LocalDate.now(clock);
        supplier = ((Done<UUID>) suppliers.register(new Suppliers.Registration("D" + word, "Desk " + word, "台" + word, "CN", "solder", null, null), officer)).value();
        suppliers.addContact(supplier, "Wei " + word, word + "@desk.example", "");
        suppliers.sayContent(suppliers.addMaterial(supplier, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(today.getYear(), 1, 1));
        minerals.open(today.getYear(), today.plusDays(8), officer);
        var owed = obligations.of(supplier).stream().filter(it -> it.kind().equals(PaperKind.SELF_DECLARATION.obligation())).findFirst().orElseThrow();
        minerals.send(owed.id(), "a.pdf", "%PDF-1".getBytes(), new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier)));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"SUPPLIER", "CUSTOMER", "CONSULTANT"}, mode = EnumSource.Mode.EXCLUDE)
    void everybodyOfTheHouseHasADeskAndASearch(Role role) {
        assertThat(get("/app", role)).hasStatusOk().bodyText().contains("Someone");
        assertThat(get("/app/find", role)).hasStatusOk();
        assertThat(get("/app/find?q=" + word, role)).hasStatusOk();
    }

    @Test
    void aCustomerComesToWhatTheyMayRead() {
        assertThat(get("/app", Role.CUSTOMER)).hasStatus(302).hasRedirectedUrl("/app/customer");
        assertThat(get("/app", Role.CONSULTANT)).hasStatus(302).hasRedirectedUrl("/app/consultant");
    }

    @Test
    void aPaperWaitsForBothDepartments() {
        assertThat(get("/app?q=" + word, Role.SOURCING_OFFICER)).bodyText().contains("Review", "Self-decl. of Desk " + word);
        assertThat(get("/app?q=" + word, Role.QUALITY)).bodyText().contains("Review", "Self-decl. of Desk " + word);
    }

    /** Words are read of what is shown alone; what is counted, narrowed and handed out as a file is all of it. */
    @Test
    void countsAreOfAllAndWordsOfWhatIsShown() {
        var asked = new AtomicReference<List<UUID>>(List.of());
        var pile = new Awaits.Pile("minerals.menu", ids -> {
            asked.set(ids);
            return ids.stream().skip(1).collect(Collectors.toMap(it -> it, it -> new Duty(s -> "Read", s -> "Paper " + it, s -> "-", "minerals.menu", "/app", Optional.empty())));
        });
        var all = IntStream.range(0, 120).mapToObj(n -> pile.of(new UUID(0, n), LocalDate.of(2026, 11, 20).plusDays(n))).toList();
        var screen = Screens.of(Lang.EN);
        var page = new DeskPage(all, Query.all("/app"), List.of(), LocalDate.of(2026, 11, 20), List.of(), List.of());
        assertThat(page.sums(screen).getFirst().value()).isEqualTo("120");
        assertThat(asked.get()).isEmpty();
        assertThat(page.table(screen).lines()).as("one of them was done meanwhile").hasSize(Query.PAGE - 1);
        assertThat(asked.get()).hasSize(Query.PAGE).startsWith(new UUID(0, 0));
        assertThat(new DeskPage(all, Query.all("/app").with("q", "paper " + new UUID(0, 119)), List.of(), LocalDate.of(2026, 11, 20), List.of(), List.of()).shown(screen)).hasSize(1);
        assertThat(asked.get()).hasSize(120);
    }

    @Test
    void theDeskSaysTheSameWithItsWordsAndWithout() {
        for (var role : List.of(Role.SOURCING_OFFICER, Role.QUALITY, Role.BUYER)) {
            var me = new Me(UUID.randomUUID(), "Somebody", Set.of(role), Optional.empty());
            for (var room : rooms) {
                assertThat(Awaits.read(room.counted(me))).extracting(Duty::href, Duty::due, Duty::room)
                        .isEqualTo(room.waiting(me).stream().map(it -> Assertions.tuple(it.href(), it.due(), it.room())).toList());
            }
        }
    }

    @Test
    void whoHasNothingToDoReadsWhatTheyCanDo() {
        assertThat(get("/app", Role.EMPLOYEE)).bodyText().contains("Nothing waits for you", "Read the public report").doesNotContain(word);
    }

    @Test
    void anInvitationThatNobodyTookUpWaitsForTheAdministrator() {
        accounts.invite(new Accounts.Newcomer("New " + word, word + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE);
        assertThat(get("/app?q=" + word, Role.ADMINISTRATOR)).bodyText().contains("Invitation of New " + word);
        assertThat(get("/app/find?q=New " + word, Role.ADMINISTRATOR)).bodyText().contains(word + "@helia.example");
        assertThat(get("/app/find?q=New " + word, Role.BUYER)).bodyText().doesNotContain(word + "@helia.example");
    }

    @Test
    void aSupplierIsFoundByEitherNameByNumberAndByItsPeople() {
        for (var asked : new String[] {"Desk " + word, "台" + word, "D" + word, "Wei " + word}) {
            assertThat(get("/app/find?q=" + asked, Role.BUYER)).bodyText().contains("/app/suppliers/" + supplier);
        }
    }

    @Test
    void papersFiguresAndPagesAreFoundInBothLanguages() {
        assertThat(get("/app/find?q=台" + word, Role.SOURCING_OFFICER)).bodyText().contains("/app/minerals/papers/");
        assertThat(get("/app/find?q=due diligence", Role.ASSURER)).bodyText().contains("/app/figures/tin-due-diligence");
        assertThat(get("/app/find?q=供应商", Role.BUYER)).bodyText().contains("href=\"/app/suppliers\"");
    }

    @Test
    void whatARoleMayNotOpenItDoesNotFind() {
        assertThat(get("/app/find?q=" + word, Role.EMPLOYEE)).bodyText().contains("Nothing bears this name").doesNotContain(supplier.toString());
    }

    @Test
    void signsOfAPatternAreLetters() {
        assertThat(get("/app/find?q=%25", Role.SOURCING_OFFICER)).bodyText().doesNotContain("/app/minerals/papers/");
    }

    @Test
    void aSuppliersContactHasThePortalInstead() {
        assertThat(browser.get().uri("/app").with(As.contactOf(supplier)).exchange()).hasStatus3xxRedirection().hasRedirectedUrl("/app/portal");
        assertThat(browser.get().uri("/app/find?q=a").with(As.contactOf(supplier)).exchange()).hasStatus(404);
    }

    @Test
    void aStrangerIsSentToTheDoor() {
        assertThat(browser.get().uri("/app").exchange()).hasStatus3xxRedirection();
    }

    private MvcTestResult get(String uri, Role role) {
        return browser.get().uri(uri).with(As.a(role)).exchange();
    }
}
