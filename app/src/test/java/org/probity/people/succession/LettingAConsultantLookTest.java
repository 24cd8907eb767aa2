package org.probity.people.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.people.career.ACareer.Someone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class LettingAConsultantLookTest {
    @Autowired ApplicationContext house;
    @Autowired Projects projects;
    @Autowired Consultants consultants;
    @Autowired Namings namings;
    @Autowired Accounts accounts;
    @Autowired AuditTrail trail;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    APost posts;
    Someone ren;
    Someone chen;
    UUID project;
    UUID member;
    LocalDate today;

    @BeforeEach
    void aProjectWithOneWhoSaidYes() {
        posts = new APost(house);
        today = LocalDate.now(clock);
        var unit = posts.career.unit();
        ren = posts.career.someone(unit);
        chen = posts.career.someone(unit);
        project = opened();
        member = joined(project, ren);
        done(projects.ask(project, chen.number(), HR));
    }

    UUID opened() {
        return done(projects.open("Tomorrow's engineers", "明日工程师", today.minusDays(10), today.plusDays(100), HR));
    }

    UUID joined(UUID which, Someone who) {
        var id = done(projects.ask(which, who.number(), HR));
        done(namings.answer(id, true, who.me()));
        return id;
    }

    Consultants.Form form(String firm, String lastDay) {
        return new Consultants.Form(firm, "Ida Brandt", UUID.randomUUID() + "@north.example", "en", lastDay);
    }

    Me invited(UUID which, LocalDate lastDay) {
        return new Me(done(consultants.invite(which, form("Northlight", lastDay.toString()), HR)), "Ida Brandt", Set.of(Role.CONSULTANT), Optional.empty());
    }

    MvcTestResult get(String path, Me me) {
        return browser.get().uri(path).with(As.me(me)).exchange();
    }

    @Test
    void aConsultantSeesThePeopleOfTheProjectWhoSaidYesAndNothingElse() {
        var ida = invited(project, today.plusDays(30));
        assertThat(get("/app/consultant", ida)).hasStatusOk().bodyText().contains("Colleague " + ren.number()).doesNotContain(chen.number());
        assertThat(get("/app/consultant/people/" + member, ida)).hasStatusOk().bodyText().contains("Colleague " + ren.number());
        var asked = namings.of(chen.person()).getFirst().id();
        var elsewhere = joined(opened(), posts.career.someone(posts.career.unit()));
        for (var kept : List.of(asked, elsewhere, UUID.randomUUID())) {
            assertThat(get("/app/consultant/people/" + kept, ida)).as("asked only, of another project, nothing").hasStatus(404);
        }
        for (var address : List.of("/app/succession", "/app/succession/projects", "/app/succession/projects/" + project, "/app/succession/projects/" + project + "/grid", "/app/succession/members/" + member,
                "/app/my/succession", "/app/directory/people", "/app/figures", "/app/suppliers", "/app/careers")) {
            assertThat(get(address, ida)).as(address).hasStatus(403);
        }
        assertThat(get("/app/find?q=Colleague", ida)).hasStatus(404);
        assertThat(get("/app", ida)).hasStatus(302).hasRedirectedUrl("/app/consultant");
        done(namings.answer(member, false, ren.me()));
        assertThat(get("/app/consultant/people/" + member, ida)).as("the yes was taken back").hasStatus(404);
    }

    @Test
    void accessEndsByItselfOnTheDayAfterItsLast() {
        var ida = invited(project, today);
        assertThat(consultants.runs(ida.account())).as("the last day still counts").isTrue();
        db.sql("UPDATE succession.access SET last_day = :day WHERE account = :account").param("day", today.minusDays(1)).param("account", ida.account()).update();
        assertThat(consultants.runs(ida.account())).isFalse();
        assertThat(get("/app/consultant", ida)).as("also for whoever still has the role").hasStatus(404);
        assertThat(get("/app/consultant/people/" + member, ida)).hasStatus(404);
        assertThat(browser.post().uri("/app/consultant/people/" + member).with(As.me(ida)).param("aspect", "LEADS").param("found", "2").param("words", "x").exchange()).hasStatus(404);
        assertThat(key(projects.find(member, "LEADS", 2, "x", ida))).isEqualTo("succession.member-unknown");
        assertThat(key(consultants.end(ida.account(), HR))).isEqualTo("succession.access-ended");
        done(consultants.prolong(ida.account(), today.plusDays(7).toString(), HR));
        assertThat(get("/app/consultant", ida)).hasStatusOk();
        db.sql("UPDATE succession.project SET until_day = :day WHERE id = :id").param("day", today.minusDays(1)).param("id", project).update();
        assertThat(consultants.runs(ida.account())).as("never longer than the project").isFalse();
    }

    @Test
    void humanResourcesAgreeAccessAndEndIt() {
        assertThat(key(consultants.invite(project, form("Northlight", today.toString()), ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(consultants.invite(UUID.randomUUID(), form("Northlight", today.toString()), HR))).isEqualTo("succession.project-unknown");
        assertThat(key(consultants.invite(project, form(" ", today.toString()), HR))).isEqualTo("succession.firm-wrong");
        assertThat(key(consultants.invite(project, form("Northlight", "soon"), HR))).isEqualTo("succession.day-wrong");
        assertThat(key(consultants.invite(project, form("Northlight", today.minusDays(1).toString()), HR))).isEqualTo("succession.day-past");
        assertThat(key(consultants.invite(project, form("Northlight", today.plusDays(101).toString()), HR))).isEqualTo("succession.day-far");
        var ida = invited(project, today.plusDays(100));
        assertThat(key(consultants.prolong(ida.account(), today.toString(), ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(consultants.prolong(UUID.randomUUID(), today.toString(), HR))).isEqualTo("succession.access-unknown");
        assertThat(browser.post().uri("/app/succession/projects/" + opened() + "/consultants/" + ida.account() + "/end").with(As.me(HR)).exchange()).as("not of that project").hasStatus(404);
        assertThat(consultants.runs(ida.account())).isTrue();
        assertThat(browser.post().uri("/app/succession/projects/" + project + "/consultants/" + ida.account() + "/end").with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(get("/app/consultant", ida)).hasStatus(404);
        var both = new Accounts.Newcomer("X", UUID.randomUUID() + "@north.example", Set.of(Role.CONSULTANT, Role.EMPLOYEE), Optional.empty(), "en");
        assertThat(accounts.invite(both, Accounts.HOUSE).toString()).contains("signin.consultant-alone");
    }

    @Test
    void aProjectHasDaysAndPeopleWhoWereAsked() {
        assertThat(key(projects.open("A", "甲", today, today, ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(projects.open("A", " ", today, today, HR))).isEqualTo("succession.title-wrong");
        assertThat(key(projects.open("A", "甲", today, today.minusDays(1), HR))).isEqualTo("succession.window-wrong");
        assertThat(key(projects.open("A", "甲", today, today.plusYears(3).plusDays(1), HR))).isEqualTo("succession.window-wrong");
        assertThat(key(projects.ask(project, ren.number(), ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(projects.ask(UUID.randomUUID(), ren.number(), HR))).isEqualTo("succession.project-unknown");
        assertThat(key(projects.ask(project, ren.number(), HR))).isEqualTo("succession.named-already");
        assertThat(get("/app/my/succession", chen.me())).bodyText().contains("A consultant from outside then sees");
        assertThat(browser.post().uri("/app/succession/namings/" + member + "/end").with(As.me(HR)).param("reason", "It is over").exchange()).hasStatus(303)
                .hasRedirectedUrl("/app/succession/projects/" + project);
        db.sql("UPDATE succession.project SET from_day = :from, until_day = :day WHERE id = :id").param("from", today.minusDays(9)).param("day", today.minusDays(1)).param("id", project).update();
        assertThat(key(projects.ask(project, ren.number(), HR))).isEqualTo("succession.project-over");
    }

    @Test
    void whatIsFoundHasAReasonAndADayUntilWhichItCounts() {
        var ida = invited(project, today.plusDays(30));
        assertThat(key(projects.find(UUID.randomUUID(), "LEADS", 2, "x", ida))).isEqualTo("succession.member-unknown");
        assertThat(key(projects.find(member, "LEADS", 2, "x", ren.me()))).isEqualTo("succession.member-unknown");
        assertThat(key(projects.find(member, "CHARM", 2, "x", ida))).isEqualTo("succession.aspect-unknown");
        assertThat(key(projects.find(member, "LEADS", 4, "x", ida))).isEqualTo("succession.found-wrong");
        assertThat(key(projects.find(member, "LEADS", 2, " ", ida))).isEqualTo("succession.words-wrong");
        var self = new Me(ren.me().account(), "Ren", Set.of(Role.HR), Optional.empty());
        assertThat(key(projects.find(member, "LEADS", 3, "I am good", self))).isEqualTo("succession.own-potential");
        assertThat(browser.post().uri("/app/consultant/people/" + member).with(As.me(ida)).param("aspect", "LEADS").param("found", "3").param("words", "Led the <restart>").exchange()).hasStatus(303);
        assertThat(projects.file(member, HR).orElseThrow().newest(Project.Aspect.LEADS, today.plusMonths(12))).isNotNull();
        assertThat(projects.file(member, HR).orElseThrow().newest(Project.Aspect.LEADS, today.plusMonths(12).plusDays(1))).as("runs out").isNull();
        assertThat(get("/app/me/data", ren.me())).as("handed to whom it is about").bodyText().contains("Led the &lt;restart&gt;");
        assertThat(get("/app/succession/members/" + member, HR)).hasStatusOk().bodyText().contains("Led the &lt;restart&gt;", "Ida Brandt");
    }

    @Test
    void whatWasFoundGoesWithWhoeverIsForgotten() {
        var other = joined(project, posts.career.someone(posts.career.unit()));
        for (var naming : List.of(member, other)) {
            done(projects.find(naming, "LEADS", 2, "Led the restart", HR));
        }
        done(namings.end(member, "They leave us for their family", HR));
        house.publishEvent(new Directory.Forgotten(ren.person()));
        assertThat(db.sql("SELECT naming FROM succession.potential WHERE naming IN (:member, :other)").param("member", member).param("other", other).query(UUID.class).list()).containsExactly(other);
        assertThat(db.sql("SELECT reason FROM succession.naming_step WHERE naming = :member AND reason <> ''").param("member", member).query(String.class).list()).containsExactly("–");
    }

    List<UUID> found() {
        return db.sql("SELECT naming FROM succession.potential WHERE words = 'Led the restart'").query(UUID.class).list();
    }

    @Test
    void whatWasFoundGoesWhenTheYesIsTakenBackWhenTheNamingEndsAndWhenTheProjectDoes() {
        db.sql("DELETE FROM succession.potential").update();
        var wei = posts.career.someone(posts.career.unit());
        var su = posts.career.someone(posts.career.unit());
        var ended = joined(project, wei);
        var elsewhere = joined(opened(), su);
        for (var naming : List.of(member, ended, elsewhere)) {
            done(projects.find(naming, "LEADS", 2, "Led the restart", HR));
        }
        done(namings.answer(member, false, ren.me()));
        assertThat(found()).as("the yes was taken back").containsExactlyInAnyOrder(ended, elsewhere);
        assertThat(get("/app/me/data", ren.me())).hasStatusOk().bodyText().doesNotContain("Led the restart");
        done(namings.end(ended, "Another project asks more", HR));
        assertThat(found()).as("human resources ended it").containsExactly(elsewhere);
        var leavers = house.getBean(Leavers.class);
        leavers.projectsEnd(new DayHasBegun(today.plusDays(100)));
        assertThat(found()).as("the project's last day counts").containsExactly(elsewhere);
        leavers.projectsEnd(new DayHasBegun(today.plusDays(101)));
        assertThat(found()).isEmpty();
        done(namings.answer(done(projects.ask(project, ren.number(), HR)), true, ren.me()));
        assertThat(found()).as("a new yes brings nothing back").isEmpty();
    }

    @Test
    void everyLookIsNotedUnderWhoLookedAtWhom() {
        var ida = invited(project, today.plusDays(30));
        get("/app/consultant", ida);
        get("/app/consultant/people/" + member, ida);
        var notes = trail.notes(new AuditTrail.Filter(ida.account(), "succession.looked", null, null, null), 10);
        assertThat(notes).extracting(AuditTrail.Note::subject).containsExactly(ren.me().account(), null);
        assertThat(trail.notesForAdministrators(new AuditTrail.Filter(ida.account(), "succession.looked", null, null, null), 10)).as("that somebody looked, not at whom").extracting(AuditTrail.Note::subject)
                .containsOnlyNulls().hasSize(1);
        assertThat(trail.notesForAdministrators(new AuditTrail.Filter(ren.me().account(), "succession.looked", null, null, null), 10)).isEmpty();
        assertThat(get("/app/succession/projects/" + project, HR)).hasStatusOk().bodyText().contains("Northlight", "Ida Brandt");
    }
}
