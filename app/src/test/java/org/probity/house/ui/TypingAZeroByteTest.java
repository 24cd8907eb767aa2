package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** PostgreSQL keeps no zero byte in a text. Nobody types one, but a program may send it. */
@WholeHouse
class TypingAZeroByteTest {
    @Autowired MockMvcTester browser;

    @Test
    void itIsWhoeverSentItThatErred() {
        assertThat(browser.post().uri("/app/views").with(As.a(Role.BUYER)).param("name", "a\0b").param("address", "/app/suppliers").exchange()).hasStatus(400);
        assertThat(browser.get().uri("/app/suppliers").param("q", "a\0b").with(As.a(Role.BUYER)).exchange()).hasStatus(400);
    }
}
