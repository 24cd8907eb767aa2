package org.probity.house.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.house.ui.KeptViews.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class KeepingAViewTest {
    private static final String GLASS = "/app/suppliers?category=glass&sort=-name";

    @Autowired Views views;
    @Autowired MockMvcTester browser;

    final Me me = somebody(Role.BUYER);

    @Test
    void aViewIsKeptWithoutItsPageAndReplacedUnderTheSameName() {
        done(views.keep(" Glass ", GLASS + "&page=3&format=csv", Optional.empty(), me));
        assertThat(views.of(me, "/app/suppliers")).extracting(Kept::name, Kept::href, Kept::shared).contains(tuple("Glass", GLASS, false));
        done(views.keep("Glass", "/app/suppliers?category=frame", Optional.empty(), me));
        assertThat(views.mine(me)).extracting(Views.View::href).containsExactly("/app/suppliers?category=frame");
        assertThat(views.of(me, "/app/minerals")).isEmpty();
    }

    @Test
    void onlyWhoeverItIsSharedWithSeesAnothersView() {
        var name = "Shared " + UUID.randomUUID();
        var view = done(views.keep(name, GLASS, Optional.of(Role.BUYER), me));
        assertThat(views.of(somebody(Role.BUYER), "/app/suppliers")).extracting(Kept::name, Kept::shared).contains(tuple(name, true));
        assertThat(views.of(somebody(Role.QUALITY), "/app/suppliers")).extracting(Kept::name).doesNotContain(name);
        assertThat(key(views.remove(view.id(), somebody(Role.BUYER)))).isEqualTo("views.not-yours");
        done(views.remove(view.id(), me));
        assertThat(views.of(somebody(Role.BUYER), "/app/suppliers")).extracting(Kept::name).doesNotContain(name);
    }

    @Test
    void oneSuppliersContactTellsAnotherNothing() {
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(UUID.randomUUID()));
        assertThat(key(views.keep("Call me", "/app/portal", Optional.of(Role.SUPPLIER), contact))).isEqualTo("views.role-not-yours");
        done(views.keep("Mine", "/app/portal", Optional.empty(), contact));
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        assertThat(key(views.keep(" ", GLASS, Optional.empty(), me))).isEqualTo("views.name-missing");
        assertThat(key(views.keep("x".repeat(61), GLASS, Optional.empty(), me))).isEqualTo("views.name-long");
        assertThat(key(views.keep("x", GLASS, Optional.of(Role.ADMINISTRATOR), me))).isEqualTo("views.role-not-yours");
        for (var address : new String[] {"https://elsewhere.example/app", "//elsewhere.example", "/app//elsewhere.example", "/report/2026", "/app/x?a=b c", ""}) {
            assertThat(key(views.keep("x", address, Optional.empty(), me))).as(address).isEqualTo("views.address-wrong");
        }
        for (var i = 0; i < 40; i++) {
            done(views.keep("view " + i, GLASS, Optional.empty(), me));
        }
        assertThat(key(views.keep("one more", GLASS, Optional.empty(), me))).isEqualTo("views.many");
        done(views.keep("view 7", GLASS, Optional.empty(), me));
    }

    @Test
    void theListShowsItsViewsAndLeadsToKeepingOne() {
        assertThat(browser.post().uri("/app/views").with(As.me(me)).param("name", "Only glass").param("address", GLASS).exchange())
                .hasStatus(303).hasHeader("Location", GLASS);
        assertThat(browser.get().uri(GLASS).with(As.me(me)).exchange()).hasStatusOk().bodyText().contains("Only glass", "/app/views?keep=");
        assertThat(browser.get().uri("/app/views?keep=https://elsewhere.example").with(As.me(me)).exchange()).hasStatusOk()
                .bodyText().contains("Only glass").doesNotContain("value=\"https:", "href=\"https://elsewhere");
        assertThat(browser.post().uri("/app/views").with(As.me(me)).param("name", "").param("address", GLASS).exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/views/" + UUID.randomUUID() + "/remove").with(As.me(me)).exchange()).hasStatus(404);
    }

    private static Me somebody(Role role) {
        return new Me(UUID.randomUUID(), "Somebody", Set.of(role), Optional.empty());
    }

    private static String key(Answer<?> answer) {
        return ((Refused<?>) answer).reasons().getFirst().key();
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done<T>) answer).value();
    }
}
