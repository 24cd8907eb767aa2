package org.probity.house.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.settings.DaysKept;
import org.probity.house.settings.Keeping;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class ChoosingHowLongThingsAreKeptTest {
    @Autowired Keeping keeping;
    @Autowired MockMvcTester browser;

    @Test
    void anAdministratorChoosesWithinBounds() {
        var answers = keeping.all().stream().filter(it -> it.name().equals("clearance.days-kept")).findFirst().orElseThrow();
        assertThat(keeping.days(answers)).isEqualTo(answers.usually());
        assertThat(browser.get().uri("/app/settings").with(As.a(Role.ADMINISTRATOR))).hasStatusOk().bodyText().contains("How long clearances are kept").contains("value=\"1100\"");
        for (var wrong : new String[] {"", "all", "399", "36501", "-1", "100000"}) {
            assertThat(browser.post().uri("/app/settings/kept/clearance.days-kept").param("clearance.days-kept", wrong).with(As.a(Role.ADMINISTRATOR))).as(wrong)
                    .hasStatus(422).bodyText().contains("number of days from 400 to 36");
        }
        assertThat(keeping.days(answers)).isEqualTo(answers.usually());
        assertThat(browser.post().uri("/app/settings/kept/clearance.days-kept").param("clearance.days-kept", " 400 ").with(As.a(Role.ADMINISTRATOR))).hasStatus(303);
        assertThat(keeping.days(answers)).isEqualTo(400);
        assertThat(browser.get().uri("/app/settings").with(As.a(Role.ADMINISTRATOR))).bodyText().contains("value=\"400\"");
        assertThat(browser.post().uri("/app/settings/kept/clearance.days-kept").param("clearance.days-kept", "500").with(As.a(Role.BUYER))).hasStatus(403);
    }

    @Test
    void whatNoRoomKeepsIsNotSet() {
        assertThat(keeping.keep("mail.host", "500", Accounts.HOUSE)).isInstanceOfSatisfying(Answer.Refused.class,
                it -> assertThat(((Answer.Refused<?>) it).reasons().getFirst().key()).isEqualTo("settings.days-unknown"));
        assertThat(keeping.all()).extracting(DaysKept::name).doesNotContain("mail.host");
    }
}
