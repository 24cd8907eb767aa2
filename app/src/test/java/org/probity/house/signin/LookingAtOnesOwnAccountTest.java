package org.probity.house.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class LookingAtOnesOwnAccountTest {
    @Autowired MockMvcTester browser;

    @Test
    void anAccountThatIsGoneIsNotThere() {
        assertThat(browser.get().uri("/app/account").with(As.a(Role.BUYER)).exchange()).hasStatus(404);
    }

    @Test
    void settingsWithoutFieldsAreRefused() {
        assertThat(browser.post().uri("/app/settings").with(As.a(Role.ADMINISTRATOR)).exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/settings/company").with(As.a(Role.ADMINISTRATOR)).exchange()).hasStatus(422);
    }
}
