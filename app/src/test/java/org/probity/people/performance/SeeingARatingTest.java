package org.probity.people.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.performance.ATeam.done;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Least access: each address that shows a rating, asked for by everybody it is about, everybody who leads them, and every role beside. */
@WholeHouse(own = true)
class SeeingARatingTest {
    /** What nobody but those with a part in it may ever read. */
    static final String SECRET = "Scrap rose in May, said nobody else";

    @Autowired ApplicationContext house;
    @Autowired Cycles cycles;
    @Autowired Notes notes;
    @Autowired Assessments assessments;
    @Autowired Sessions sessions;
    @Autowired Impacts impacts;
    @Autowired Closings closings;
    @Autowired People people;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    ATeam team;
    UUID cycle;
    UUID lin;
    LocalDate today;

    @BeforeEach
    void somebodyIsRated() {
        Emptied.of(db, "performance.cycle CASCADE");
        db.sql("UPDATE directory.engagement SET superseded_at = now() WHERE superseded_at IS NULL").update();
        today = LocalDate.now(clock);
        team = new ATeam(house, 2);
        cycle = done(cycles.open(ATeam.plan(today), team.hr));
        lin = team.operators.getFirst();
        team.agreed(cycle, lin, team.me(team.manager));
        done(assessments.rate(cycle, lin, "C", Map.of(1, "below", 2, "as agreed", 3, "learnt"), SECRET, team.me(team.manager)));
    }

    boolean reads(Me who, String path) {
        var answer = browser.get().uri(path).with(As.me(who)).exchange();
        var status = answer.getResponse().getStatus();
        assertThat(status).as("%s %s", who.roles(), path).isIn(200, 403, 404);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).contains(SECRET);
    }

    List<String> addresses() {
        return List.of("/app/my/commitments", "/app/my/commitments?cycle=" + cycle, "/app/my/team", "/app/my/team/" + cycle + "/" + lin, "/app/performance", "/app/performance/" + cycle,
                "/app/performance/" + cycle + "/people/" + lin);
    }

    @Test
    void onlyWhoHasAPartInItReadsARating() {
        var colleague = team.me(team.operators.get(1));
        var strangers = new ArrayList<Me>(List.of(colleague));
        Stream.of(Role.values()).filter(it -> it != Role.HR && it != Role.SUPPLIER).map(ATeam::someone).forEach(strangers::add);
        strangers.add(new Me(UUID.randomUUID(), "A contact", Set.of(Role.SUPPLIER), Optional.of(UUID.randomUUID())));
        for (var path : addresses()) {
            strangers.forEach(it -> assertThat(reads(it, path)).as("%s %s", it.roles(), path).isFalse());
        }
        assertThat(addresses().stream().anyMatch(it -> reads(team.me(team.manager), it))).as("who leads them").isTrue();
        assertThat(addresses().stream().anyMatch(it -> reads(team.me(team.director), it))).as("the second level").isTrue();
        assertThat(addresses().stream().anyMatch(it -> reads(team.hr, it))).as("human resources").isTrue();
    }

    @Test
    void thePersonThemselvesReadsItAfterTheTalkAndNotBefore() {
        assertThat(addresses().stream().anyMatch(it -> reads(team.me(lin), it))).isFalse();
        var also = new Me(team.me(lin).account(), "Lin", Set.of(Role.HR), Optional.empty());
        assertThat(addresses().stream().anyMatch(it -> reads(also, it))).as("nobody of human resources reads their own before the talk").isFalse();
        done(assessments.confirm(cycle, lin, people.find(cycle, lin).orElseThrow().assessment(), team.me(team.director)));
        done(impacts.compare(cycle, team.hr));
        done(closings.rule(cycle, done(closings.propose(cycle, "Others are not rated.", team.hr)), Decisions.Outcome.APPROVED, "Read.", team.otherHr));
        assertThat(addresses().stream().anyMatch(it -> reads(team.me(lin), it))).as("closed").isFalse();
        done(notes.write(cycle, lin, Notes.Kind.TALK, "We spoke.", today, true, team.me(team.manager)));
        assertThat(addresses().stream().anyMatch(it -> reads(team.me(lin), it))).isTrue();
    }

    @Test
    void whoeverWasRatedReadsWhyAndEverythingWrittenAfterTheTalk() {
        var mine = "/app/my/commitments?cycle=" + cycle;
        done(notes.write(cycle, lin, Notes.Kind.MID_EMPLOYEE, "Half of it is done.", today, true, team.me(lin)));
        done(notes.write(cycle, lin, Notes.Kind.MID_MANAGER, "The second line is late.", today, true, team.me(team.manager)));
        done(notes.write(cycle, lin, Notes.Kind.SELF, "All but the first.", today, true, team.me(lin)));
        done(assessments.confirm(cycle, lin, people.find(cycle, lin).orElseThrow().assessment(), team.me(team.director)));
        done(impacts.compare(cycle, team.hr));
        done(closings.rule(cycle, done(closings.propose(cycle, "Others are not rated.", team.hr)), Decisions.Outcome.APPROVED, "Read.", team.otherHr));
        assertThat(browser.get().uri(mine).with(As.me(team.me(lin)))).as("before the talk").hasStatusOk().bodyText().contains("Half of it is done.").doesNotContain("Why, commitment by commitment")
                .doesNotContain("learnt");
        done(notes.write(cycle, lin, Notes.Kind.TALK, "We spoke of each.", today, true, team.me(team.manager)));
        assertThat(browser.get().uri(mine).with(As.me(team.me(lin)))).hasStatusOk().bodyText().contains("for you to read").contains("Why, commitment by commitment")
                .contains("<strong>Commitment 3</strong> learnt").contains("Half of it is done.", "The second line is late.", "All but the first.", "We spoke of each.");
    }

    @Test
    void aPanelIsSeenByThoseOnItWhileItSitsAndByNobodyItSpeaksAbout() {
        var panel = List.of(team.engage("P1", team.company, Engagement.EMPLOYEE, ""), team.engage("P2", team.company, Engagement.EMPLOYEE, ""),
                lin);
        var session = done(sessions.call(cycle, people.find(cycle, lin).orElseThrow().scheme(), team.tag + "W", panel.stream().map(team::number).toList(), team.hr));
        var path = "/app/performance/sessions/" + session;
        assertThat(browser.get().uri(path).with(As.me(team.me(panel.getFirst())))).hasStatusOk().bodyText().contains("?person=" + lin).contains("?person=" + team.operators.get(1));
        assertThat(browser.get().uri(path).with(As.me(team.me(lin)))).as("on the panel, and spoken about").hasStatusOk().bodyText().contains("?person=" + team.operators.get(1)).doesNotContain("?person=" + lin);
        assertThat(browser.get().uri(path).with(As.me(team.me(team.operators.get(1))))).hasStatus(404);
        assertThat(browser.get().uri(path).with(As.a(Role.UNION))).hasStatus(404);
        team.rated(cycle, team.operators.get(1), "B", team.me(team.manager));
        done(sessions.end(session, team.hr));
        assertThat(browser.get().uri(path).with(As.me(team.me(panel.getFirst())))).as("it is over").hasStatus(404);
        assertThat(browser.get().uri(path).with(As.me(team.hr))).hasStatusOk();
    }
}
