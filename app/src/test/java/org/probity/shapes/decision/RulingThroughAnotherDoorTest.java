package org.probity.shapes.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The id of a proposal stands in the address, and every room has an address for its own: another room's id there does nothing. */
@WholeHouse
class RulingThroughAnotherDoorTest {
    @Autowired Decisions decisions;
    @Autowired MockMvcTester browser;

    @ParameterizedTest
    @ValueSource(strings = {"/app/esg/rules/", "/app/substances/norms/", "/app/substances/rules/", "/app/admission/requirements/"})
    void aProposalIsRuledOnInItsOwnRoomAlone(String door) {
        var publication = proposed();
        browser.post().uri(door + publication).param("ruling", "APPROVED").with(As.a(Role.SOURCING_OFFICER)).exchange();
        assertThat(decisions.find(publication).orElseThrow().open()).isTrue();
    }

    @Test
    void aMotionNamedInAFormIsOneOfAdmission() {
        var publication = proposed();
        browser.post().uri("/app/admission/" + UUID.randomUUID() + "/ruling").param("motion", publication.toString()).param("ruling", "APPROVED").with(As.a(Role.QUALITY)).exchange();
        assertThat(decisions.find(publication).orElseThrow().open()).isTrue();
    }

    private UUID proposed() {
        return decisions.propose("test.publication", UUID.randomUUID(), "the report of the year", new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty()));
    }
}
