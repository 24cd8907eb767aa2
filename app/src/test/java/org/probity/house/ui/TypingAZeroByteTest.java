package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** PostgreSQL keeps no zero byte in a text. Nobody types one, but a program may send it. */
@WholeHouse
class TypingAZeroByteTest {
    @Autowired MockMvcTester browser;

    @ParameterizedTest
    @CsvSource({
        "BUYER, /app/views, name", "HR, /app/survey/launch, unit", "HR, /app/community/panel/seats, number", "EMPLOYEE, /app/dialogue/letters, words", "UNION, /app/voice/keys, functionEn"
    })
    void inAFormOrAnAddressItIsWhoeverSentItThatErred(Role role, String path, String field) {
        assertThat(browser.post().uri(path).with(As.a(role)).param(field, "a\0b").exchange()).hasStatus(400).bodyText().contains("<h1>");
        assertThat(browser.post().uri(path).with(As.a(role)).param("a\0b", "x").exchange()).as("a name").hasStatus(400);
    }

    @Test
    void soItIsWhereNobodyIsKnown() {
        for (var path : new String[] {"/survey/slip", "/survey/ballots", "/community/posts", "/community/board"}) {
            assertThat(browser.post().uri(path).param("code", "a\0b").exchange()).as(path).hasStatus(400);
        }
        assertThat(browser.get().uri("/app/suppliers").param("q", "a\0b").with(As.a(Role.BUYER)).exchange()).hasStatus(400);
        assertThat(browser.get().uri("/app/suppliers").param("q", "a\0b").exchange()).as("whoever may not come in learns nothing of it").hasStatus3xxRedirection();
    }

    @Test
    void besideAFileToo() {
        assertThat(browser.post().uri("/app/survey/packs").with(As.a(Role.HR)).multipart().file("file", "x".getBytes(StandardCharsets.UTF_8)).param("note", "a\0b").exchange()).hasStatus(400);
    }

    /** It is written down nowhere before the database refuses it. */
    @Test
    void aProgramThatSendsItIsToldTheSame() {
        var answer = browser.post().uri("/api/suppliers").with(As.a(Role.BUYER)).contentType(MediaType.APPLICATION_JSON)
                .content("{\"number\":\"Z-" + UUID.randomUUID().toString().substring(0, 8) + "\",\"nameEn\":\"a\\u0000b\",\"category\":\"a\\u0000b\",\"country\":\"CN\"}").exchange();
        assertThat(answer.getResponse().getStatus()).isBetween(400, 422);
    }
}
