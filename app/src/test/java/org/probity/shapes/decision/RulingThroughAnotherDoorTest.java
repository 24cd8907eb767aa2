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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The id of a proposal stands in the address, and every room has an address for its own: another room's id there does nothing. */
@WholeHouse
class RulingThroughAnotherDoorTest {
    @Autowired Decisions decisions;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

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

    /** What waits is found by a mark that the ruling takes away, whoever wrote it. */
    @Test
    void whatWaitsIsWhatNobodyHasRuledOn() {
        var second = new Me(UUID.randomUUID(), "Second", Set.of(Role.PUBLISHER), Optional.empty());
        var waits = proposed();
        var ruled = proposed();
        decisions.rule("test.publication", ruled, Decisions.Outcome.APPROVED, "agreed", second);
        assertThat(decisions.waitingFor("test.publication", second)).extracting(Decisions.Decision::id).contains(waits).doesNotContain(ruled);
        assertThat(db.sql("SELECT count(*) FROM decision.proposal WHERE open <> NOT EXISTS (SELECT FROM decision.ruling WHERE ruling.proposal = proposal.id)").query(Long.class).single()).isZero();
    }

    private UUID proposed() {
        return decisions.propose("test.publication", UUID.randomUUID(), "the report of the year", new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty()));
    }
}
