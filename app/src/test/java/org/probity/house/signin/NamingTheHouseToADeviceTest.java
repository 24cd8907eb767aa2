package org.probity.house.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.settings.Company;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class NamingTheHouseToADeviceTest {
    @Autowired Accounts accounts;
    @Autowired Company company;
    @Autowired MockMvcTester browser;

    @Test
    void thePasskeyDialogNamesTheCompanyOfTheSettings() {
        var account = ((Ruling.Granted<UUID>) accounts.invite(
                new Accounts.Newcomer("Bo", "bo@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE)).value();
        assertThat(named(account)).as("while nobody has said a name").isEqualTo("Probity");
        company.say(new Company.Form("Helia Solar", "赫利亚光伏", "", ""), account);
        assertThat(named(account)).isEqualTo("Helia Solar");
    }

    String named(UUID account) {
        var me = new Me(account, "Bo", Set.of(Role.BUYER), Optional.empty());
        var asked = browser.post().uri("/app/account/passkeys/options").header("Accept-Language", "en").with(As.me(me)).exchange();
        assertThat(asked).hasStatusOk();
        var found = new String[1];
        assertThat(asked).bodyJson().extractingPath("$.rp.name").satisfies(name -> found[0] = name.toString());
        return found[0];
    }
}
