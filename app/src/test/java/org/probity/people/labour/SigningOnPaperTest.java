package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.probity.shapes.obligation.State;
import org.probity.shapes.policy.Acknowledgements;
import org.probity.shapes.policy.Policies;
import org.probity.shapes.policy.Policy.Area;
import org.probity.shapes.policy.Policy.Kind;
import org.probity.shapes.policy.Signatures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A labour rule is read out in a workshop, everybody signs a paper, and the report says how many of all did. */
@WholeHouse(own = true)
class SigningOnPaperTest {
    @Autowired Policies policies;
    @Autowired Signatures signatures;
    @Autowired Acknowledgements acknowledgements;
    @Autowired Accounts accounts;
    @Autowired StatedTotals statements;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;
    @Autowired Clock clock;

    final String tag = "P" + UUID.randomUUID().toString().substring(0, 6);
    Me writer;
    LocalDate today;
    UUID rule;

    @BeforeEach
    void aRuleForEverybodyOfASite() {
        today = LocalDate.now(clock);
        writer = somebody();
        var site = AWorker.site(house, tag, "CN", "Anhui");
        for (var i = 1; i <= 4; i++) {
            AWorker.employee(house, site, tag + "-" + i);
        }
        rule = done(policies.open(new Policies.Opening("rule-" + tag.toLowerCase(Locale.ROOT), Kind.POLICY, Area.PEOPLE, writer.account(), 30, 24), writer));
        done(policies.bind(rule, "unit", tag, writer));
    }

    Me somebody() {
        return switch (accounts.invite(new Accounts.Newcomer("He Min", tag + "." + UUID.randomUUID() + "@helia.example", Set.of(Role.HR), Optional.empty(), "en"), Accounts.HOUSE)) {
            case Ruling.Granted<UUID>(var id) -> new Me(id, "He Min", Set.of(Role.HR), Optional.empty());
            case Ruling.Denied<UUID> denied -> throw new AssertionError(denied);
        };
    }

    void publish(LocalDate from, String words) {
        done(policies.draft(rule, new Policies.Draft("Labour policy", "劳动政策", "more of it", "补充", "## free Free\n\n" + words, "## free 自愿\n\n" + words, from), writer));
        done(policies.propose(rule, writer));
        done(policies.rule(rule, Outcome.APPROVED, "", somebody()));
    }

    Answer<Signatures.Sheet> sheet(int stated, String... lines) {
        return signatures.bringIn(rule, stated, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8), writer);
    }

    String person(int no) {
        return tag + "-" + no;
    }

    @Test
    void whoSignedHasReadItAndTheReportCountsThem() {
        publish(today, "Work is free.");
        var taken = done(sheet(2, "\uFEFFnumber", person(1), person(2), ""));
        assertThat(taken.met()).isEqualTo(2);
        assertThat(db.sql("SELECT count(*) FROM log.recorded WHERE class = 'policy.signatures'").query(Long.class).single()).isPositive();
        assertThat(key(sheet(2, "number", person(1), person(2)))).as("in another order of bytes it is another file").isEqualTo("policy.sheet-nobody");
        assertThat(key(sheet(2, "\uFEFFnumber", person(1), person(2), ""))).isEqualTo("policy.sheet-taken");
        assertThat(done(sheet(2, "number", person(2), person(3))).met()).as("one had signed before").isEqualTo(1);

        var year = today.getYear();
        var all = db.sql("SELECT count(DISTINCT person) FROM directory.engaged(:day, 'infinity') WHERE kind <> 'RETIREE'").param("day", today).query(Integer.class).single();
        done(statements.state(figures.find(LabourFigures.HEADCOUNT).orElseThrow(), year, String.valueOf(all + 1), "Return of January", HR));
        var value = figures.live(figures.find("ppl-policy-signed").orElseThrow(), year);
        assertThat(value.rows().stream().filter(it -> it.number().startsWith(tag) && it.input("met").signum() > 0).map(it -> it.number())).containsExactlyInAnyOrder(person(1), person(2), person(3));
        assertThat(value.control().difference()).as("somebody whom nobody entered").isEqualByComparingTo("1");

        publish(today.plusDays(1), "Work is free, and more.");
        assertThat(figures.live(figures.find("ppl-policy-signed").orElseThrow(), year).rows()).as("until tomorrow the version before counts").filteredOn(it -> it.number().equals(person(1)))
                .allSatisfy(it -> assertThat(it.input("met")).isEqualByComparingTo("1"));
    }

    @Test
    void aListIsTakenWholeOrNotAtAll() {
        assertThat(key(sheet(1, "number", person(1)))).isEqualTo("policy.nothing-in-force");
        publish(today, "Work is free.");
        assertThat(key(sheet(1, "staff", person(1)))).isEqualTo("policy.sheet-unreadable");
        assertThat(key(sheet(1, "number"))).isEqualTo("policy.sheet-unreadable");
        assertThat(key(sheet(1, "number", person(1) + ";x"))).isEqualTo("policy.sheet-unreadable");
        assertThat(key(sheet(2, "number", person(1), person(1)))).isEqualTo("policy.sheet-twice");
        assertThat(key(sheet(3, "number", person(1), person(2)))).as("the paper has one more").isEqualTo("policy.sheet-count");
        assertThat(sheet(3, "number", person(1), "nobody-1", "nobody-2")).isEqualTo(Answer.refused("sheet", "policy.sheet-unknown", 2, "nobody-1, nobody-2"));
        assertThat(acknowledgements.rates().get(policies.versions(rule).getFirst().id()).done()).as("nobody was taken from any of them").isZero();
    }

    @Test
    void itIsBroughtOnTheRulesPage() {
        publish(today, "Work is free.");
        var path = "/app/policies/rule-" + tag.toLowerCase(Locale.ROOT);
        assertThat(browser.get().uri(path + "?tab=acknowledgements").with(As.me(writer)).exchange()).hasStatusOk().bodyText().contains("Signatures on paper");
        var file = new MockMultipartFile("sheet", "signed.csv", "text/csv", ("number\n" + person(4)).getBytes(StandardCharsets.UTF_8));
        assertThat(browser.post().uri(path + "/signatures").multipart().file(file).param("stated", "2").with(As.me(writer)).with(csrf()).exchange())
                .hasStatus(422).bodyText().contains("Count the signatures again");
        assertThat(browser.post().uri(path + "/signatures").multipart().file(file).param("stated", "1").with(As.me(writer)).with(csrf()).exchange())
                .hasStatus3xxRedirection();
        assertThat(db.sql("SELECT state FROM policy.acknowledged('infinity') AS said JOIN directory.name ON name.id = said.party WHERE name.number = :number").param("number", person(4)).query(String.class).single())
                .isEqualTo(State.MET.name());
        var sheet = db.sql("SELECT sheet.id FROM policy.signed_sheet AS sheet JOIN policy.version ON version.id = sheet.version WHERE version.policy = :rule").param("rule", rule).query(UUID.class).single();
        assertThat(browser.get().uri(path + "?tab=acknowledgements").with(As.me(writer)).exchange()).hasStatusOk().bodyText().contains(path + "/signatures/" + sheet);
        assertThat(browser.get().uri(path + "/signatures/" + sheet).with(As.me(writer)).exchange()).as("as it was brought").hasStatusOk().bodyText().isEqualTo("number\n" + person(4));
        assertThat(browser.get().uri(path + "/signatures/" + UUID.randomUUID()).with(As.me(writer)).exchange()).hasStatus(404);
        assertThat(browser.get().uri(path + "/signatures/" + sheet).with(As.a(Role.EMPLOYEE)).exchange()).as("staff numbers are for whoever brings lists").hasStatus(403);
    }
}
