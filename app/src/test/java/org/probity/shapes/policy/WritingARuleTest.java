package org.probity.shapes.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
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
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.State;
import org.probity.shapes.policy.Policy.Area;
import org.probity.shapes.policy.Policy.Kind;
import org.probity.shapes.policy.Policy.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class WritingARuleTest {
    static final String EN = "## scope Scope\n\nFor all who buy.\n\n## gifts Gifts\n\nNone above 200 yuan.";
    static final String ZH = "## scope 适用范围\n\n适用于所有采购人员。\n\n## gifts 礼品\n\n不得超过二百元。";

    @Autowired Policies policies;
    @Autowired Clauses clauses;
    @Autowired Withdrawals withdrawals;
    @Autowired Acknowledgements acknowledgements;
    @Autowired Laws laws;
    @Autowired LawHistory history;
    @Autowired Accounts accounts;
    @Autowired Evidence evidence;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    final String tag = UUID.randomUUID().toString().substring(0, 8);
    Me writer;
    Me approver;
    Me buyer;
    UUID rule;
    LocalDate today;

    @BeforeEach
    void aRule() {
        writer = somebody("writer", Role.SOURCING_OFFICER);
        approver = somebody("approver", Role.LEGAL);
        buyer = somebody("buyer", Role.BUYER);
        today = policies.today();
        rule = done(policies.open(opening("r-" + tag), writer));
    }

    Policies.Opening opening(String code) {
        return new Policies.Opening(code, Kind.REGULATION, Area.SUPPLY, writer.account(), 30, 24);
    }

    Me somebody(String name, Role role) {
        return switch (accounts.invite(new Accounts.Newcomer(name, name + "." + tag + "@helia.example", Set.of(role), Optional.empty(), "en"), Accounts.HOUSE)) {
            case Ruling.Granted<UUID>(var id) -> new Me(id, name, Set.of(role), Optional.empty());
            case Ruling.Denied<UUID> denied -> throw new AssertionError(denied);
        };
    }

    Policies.Draft draft(String en, String zh, LocalDate from) {
        return new Policies.Draft("Rule", "规定", "gifts are limited", "礼品限额", en, zh, from);
    }

    UUID publish(String en, String zh, LocalDate from) {
        done(policies.draft(rule, draft(en, zh, from), writer));
        done(policies.propose(rule, writer));
        return done(policies.rule(rule, Outcome.APPROVED, "", approver));
    }

    List<Acknowledgements.Reading> mine(Me me) {
        return acknowledgements.mine(me).stream().filter(it -> policies.version(it.version()).orElseThrow().policy().equals(rule)).toList();
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var it) -> it;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    static String key(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var reasons) ? reasons.getFirst().key() : "done";
    }

    @Test
    void aVersionCountsWhenASecondPersonApproved() {
        var version = done(policies.draft(rule, draft(EN, ZH, today), writer));
        assertThat(policies.version(version).orElseThrow().stage()).isEqualTo(Stage.DRAFT);
        assertThat(clauses.named("r-" + tag + "/gifts")).isEmpty();
        done(policies.propose(rule, writer));
        assertThat(key(policies.draft(rule, draft(EN, ZH, today), writer))).isEqualTo("policy.waits");
        assertThat(key(policies.propose(rule, writer))).isEqualTo("policy.waits");
        assertThat(key(policies.rule(rule, Outcome.APPROVED, "", writer))).isEqualTo("policy.own-words");
        done(policies.rule(rule, Outcome.APPROVED, "", approver));
        assertThat(policies.version(version).orElseThrow().stage()).isEqualTo(Stage.IN_FORCE);
        assertThat(clauses.named("r-" + tag + "/gifts").orElseThrow().text(Lang.ZH)).isEqualTo("不得超过二百元。");
        assertThat(new String(evidence.bytes(evidence.find(policies.version(version).orElseThrow().evidence()).orElseThrow()), java.nio.charset.StandardCharsets.UTF_8)).contains("二百元", "200 yuan");
        assertThat(key(policies.rule(rule, Outcome.APPROVED, "", approver))).isEqualTo("policy.no-proposal");
        assertThat(key(policies.propose(rule, writer))).isEqualTo("policy.no-draft");
    }

    @Test
    void wordsThatCameAfterwardsAreNotApprovedByWhoReadTheOnesBefore() {
        var version = done(policies.draft(rule, draft(EN, ZH, today), writer));
        done(policies.propose(rule, writer));
        var read = policies.version(version).orElseThrow().open();
        done(policies.rule(rule, Outcome.WITHDRAWN, "", writer));
        version = done(policies.draft(rule, draft(EN.replace("200", "2000"), ZH, today), writer));
        done(policies.propose(rule, writer));
        assertThat(key(policies.rule(rule, read, Outcome.APPROVED, "", approver))).isEqualTo("policy.proposed-anew");
        done(policies.rule(rule, policies.version(version).orElseThrow().open(), Outcome.APPROVED, "", approver));
    }

    @Test
    void whoWroteTheWordsDoesNotApproveThemThoughAnotherPutThemForward() {
        var lawyer = somebody("lawyer", Role.LEGAL);
        var version = done(policies.draft(rule, draft(EN, ZH, today), lawyer));
        done(policies.propose(rule, writer));
        assertThat(key(policies.rule(rule, Outcome.APPROVED, "", lawyer))).isEqualTo("policy.own-words");
        done(policies.rule(rule, Outcome.APPROVED, "", approver));
        assertThat(log.opening(policies.version(version).orElseThrow().record()).orElseThrow().content().text())
                .contains("\"drafted_by\":\"" + lawyer.account(), "\"proposed_by\":\"" + writer.account(), "\"approved_by\":\"" + approver.account());
    }

    @Test
    void aNextVersionReplacesItFromItsDayAndKeepsTheClausesIds() {
        var first = publish(EN, ZH, today.minusDays(5));
        assertThat(policies.version(first).orElseThrow().fromDay()).as("approved later than wished").isEqualTo(today);
        var gifts = clauses.named("r-" + tag + "/gifts").orElseThrow().id();
        assertThat(key(policies.draft(rule, draft(EN, ZH, today), writer))).isEqualTo("policy.day-too-early");
        var second = publish(EN.replace("200", "100"), ZH.replace("二", "一"), today.plusDays(10));
        assertThat(policies.versions(rule)).extracting(Policy.Version::stage).containsExactly(Stage.COMING, Stage.IN_FORCE);
        assertThat(clauses.of(second).getLast().id()).isEqualTo(gifts);
        var difference = Difference.between(clauses.of(first), clauses.of(second), Lang.EN);
        assertThat(difference).extracting(Difference::kind).containsExactly(Difference.Kind.SAME, Difference.Kind.CHANGED);
    }

    @Test
    void bothLanguagesSayTheSameClauses() {
        assertThat(key(policies.draft(rule, draft("no clause", ZH, today), writer))).isEqualTo("policy.text-no-clause");
        assertThat(key(policies.draft(rule, draft("", ZH, today), writer))).isEqualTo("policy.text-no-clause");
        assertThat(key(policies.draft(rule, draft("# Scope\nwords", ZH, today), writer))).isEqualTo("policy.clause-head-wrong");
        assertThat(key(policies.draft(rule, draft("## scope Scope\n\n## gifts Gifts\nx", ZH, today), writer))).isEqualTo("policy.clause-empty");
        assertThat(key(policies.draft(rule, draft("## scope Scope\nx\n## scope Scope\nx", ZH, today), writer))).isEqualTo("policy.clause-twice");
        assertThat(key(policies.draft(rule, draft("## scope Scope\nx", ZH, today), writer))).isEqualTo("policy.clauses-differ");
        assertThat(key(policies.draft(rule, new Policies.Draft("", "规定", "", "", EN, ZH, today), writer))).isEqualTo("policy.title-missing");
        publish(EN, ZH, today);
        assertThat(key(policies.draft(rule, new Policies.Draft("Rule", "规定", "", "", EN, ZH, today.plusDays(1)), writer))).isEqualTo("policy.change-missing");
    }

    @Test
    void onlyWhatIsRightIsOpened() {
        assertThat(key(policies.open(opening("R " + tag), writer))).isEqualTo("policy.code-wrong");
        assertThat(key(policies.open(opening("r-" + tag), writer))).isEqualTo("policy.code-taken");
        assertThat(key(policies.open(new Policies.Opening("s-" + tag, Kind.POLICY, Area.SUPPLY, UUID.randomUUID(), 30, 24), writer))).isEqualTo("policy.responsible-unknown");
        assertThat(key(policies.open(new Policies.Opening("s-" + tag, Kind.POLICY, Area.SUPPLY, writer.account(), 0, 24), writer))).isEqualTo("policy.days-wrong");
        assertThat(key(policies.open(new Policies.Opening("s-" + tag, Kind.POLICY, Area.SUPPLY, writer.account(), 30, 0), writer))).isEqualTo("policy.months-wrong");
    }

    @Test
    void whoIsBoundIsAskedAndAskedAgainByANewVersion() {
        done(policies.bind(rule, "role", "BUYER", writer));
        assertThat(key(policies.bind(rule, "role", "BUYER", writer))).isEqualTo("policy.bound-already");
        publish(EN, ZH, today);
        var reading = mine(buyer).getFirst();
        assertThat(reading.dueDay()).isEqualTo(today.plusDays(30));
        assertThat(mine(writer)).isEmpty();
        assertThat(key(acknowledgements.acknowledge(reading.id(), true, writer))).isEqualTo("policy.reading-unknown");
        assertThat(key(acknowledgements.acknowledge(reading.id(), false, buyer))).isEqualTo("policy.yes-missing");
        var met = done(acknowledgements.acknowledge(reading.id(), true, buyer));
        assertThat(met.state()).isEqualTo(State.MET);
        assertThat(met.validUntil()).isEqualTo(today.plusMonths(24));
        assertThat(met.evidence()).as("the text itself").isEqualTo(policies.version(reading.version()).orElseThrow().evidence());
        assertThat(key(acknowledgements.acknowledge(reading.id(), true, buyer))).isEqualTo("policy.read-already");
        publish(EN.replace("200", "100"), ZH, today.plusDays(1));
        assertThat(mine(buyer)).extracting(Acknowledgements.Reading::state).containsExactly(State.OWED, State.MET);
    }

    @Test
    void whatIsOwedOfAnOlderVersionIsLetGoAndWhoCameInSinceIsAskedInTheMorning() {
        done(policies.bind(rule, "role", "BUYER", writer));
        publish(EN, ZH, today);
        var old = mine(buyer).getFirst();
        publish(EN.replace("200", "100"), ZH, today.plusDays(1));
        assertThat(mine(buyer)).hasSize(1);
        assertThat(key(acknowledgements.acknowledge(old.id(), true, buyer))).isEqualTo("policy.owed-no-more");
        var newcomer = somebody("newcomer", Role.BUYER);
        assertThat(mine(newcomer)).isEmpty();
        acknowledgements.on(new DayHasBegun(today.plusDays(2)));
        assertThat(mine(newcomer)).extracting(Acknowledgements.Reading::dueDay).containsExactly(today.plusDays(32));
        done(policies.release(rule, policies.bound(rule).getFirst().id(), writer));
        assertThat(key(policies.release(rule, UUID.randomUUID(), writer))).isEqualTo("policy.not-bound");
        acknowledgements.on(new DayHasBegun(today.plusDays(3)));
        assertThat(mine(newcomer)).isEmpty();
    }

    @Test
    void aRuleEndsByTwo() {
        assertThat(key(withdrawals.propose(rule, "old", writer))).isEqualTo("policy.not-in-force");
        done(policies.bind(rule, "role", "BUYER", writer));
        publish(EN, ZH, today);
        assertThat(key(withdrawals.propose(rule, " ", writer))).isEqualTo("policy.why-missing");
        assertThat(key(withdrawals.rule(rule, Outcome.APPROVED, approver))).isEqualTo("policy.no-proposal");
        done(withdrawals.propose(rule, "replaced by another", writer));
        assertThat(key(withdrawals.propose(rule, "again", writer))).isEqualTo("policy.waits");
        assertThat(key(withdrawals.rule(rule, Outcome.APPROVED, writer))).isEqualTo("decision.needs-another-person");
        done(withdrawals.rule(rule, Outcome.APPROVED, approver));
        assertThat(mine(buyer)).isEmpty();
        assertThat(policies.withdrawal(rule).orElseThrow().lastDay()).isEqualTo(today);
        assertThat(key(policies.draft(rule, draft(EN, ZH, today.plusDays(1)), writer))).isEqualTo("policy.withdrawn");
        assertThat(key(policies.propose(rule, writer))).isEqualTo("policy.withdrawn");
        assertThat(key(withdrawals.propose(rule, "again", writer))).isEqualTo("policy.withdrawn");
    }

    @Test
    void thousandsAreAskedByOneEntryInTheLog() {
        done(policies.bind(rule, "role", "EMPLOYEE", writer));
        db.sql("""
                WITH somebody AS (
                    INSERT INTO access.account (id, name, email, language, invited_at, invited_by)
                    SELECT gen_random_uuid(), 'E', :tag || n || '@many.example', 'en', now(), gen_random_uuid() FROM generate_series(1, 3000) AS n
                    RETURNING id)
                INSERT INTO access.role (account, role, given_at, given_by) SELECT id, 'EMPLOYEE', now(), gen_random_uuid() FROM somebody
                """).param("tag", tag).update();
        var version = publish(EN, ZH, today);
        assertThat(acknowledgements.rates().get(version).asked()).isGreaterThanOrEqualTo(3000);
        assertThat(db.sql("SELECT count(DISTINCT record) FROM policy.acknowledged('infinity') WHERE version = :version").param("version", version).query(Long.class).single())
                .isEqualTo(1);
        db.sql("DELETE FROM access.role WHERE account IN (SELECT id FROM access.account WHERE email LIKE :tag)").param("tag", tag + "%@many.example").update();
    }

    @Test
    void whatWasSaidOfALawBeforeStaysWithWhoSaidItOtherwise() {
        var law = done(laws.enter(new Laws.Entry("h-" + tag, "Law", "法", "CN", today, ""), writer));
        var article = done(laws.say(law, new Laws.Saying("7", "asks", "要求", null, "look", "查", writer.account(), 12), writer));
        done(laws.say(law, new Laws.Saying("7", "asks", "要求", null, "look", "查", writer.account(), 12), approver));
        assertThat(history.of(law)).as("said again is no change").isEmpty();
        done(laws.say(law, new Laws.Saying("7", "asks", "要求", null, "", "", writer.account(), 60), approver));
        done(laws.enter(new Laws.Entry("h-" + tag, "Law", "法律", "CN", today, ""), writer));
        assertThat(history.of(law)).extracting(LawHistory.Change::number, LawHistory.Change::field, LawHistory.Change::before, LawHistory.Change::after, LawHistory.Change::by)
                .containsExactlyInAnyOrder(tuple("7", "check-en", "look", "", approver.account()), tuple("7", "check-zh", "查", "", approver.account()),
                        tuple("7", "review-months", "12", "60", approver.account()), tuple("", "name-zh", "法", "法律", writer.account()));
        assertThat(laws.articles(law)).singleElement().satisfies(it -> assertThat(it.id()).isEqualTo(article));
        assertThat(browser.get().uri("/app/laws/h-" + tag).with(As.me(approver)).exchange()).bodyText().contains("Months between reviews");
    }

    @Test
    void anArticleHangsOnAClauseAndIsLookedAtAgain() {
        publish(EN, ZH, today);
        var gifts = clauses.named("r-" + tag + "/gifts").orElseThrow().id();
        assertThat(key(laws.enter(new Laws.Entry("L " + tag, "Law", "法", "CN", null, ""), writer))).isEqualTo("policy.code-wrong");
        assertThat(key(laws.enter(new Laws.Entry("l-" + tag, "Law", "", "CN", null, ""), writer))).isEqualTo("policy.name-missing");
        assertThat(key(laws.enter(new Laws.Entry("l-" + tag, "Law", "法", "China", null, ""), writer))).isEqualTo("policy.jurisdiction-wrong");
        var law = done(laws.enter(new Laws.Entry("l-" + tag, "Law", "法", "CN", today, ""), writer));
        assertThat(key(laws.say(law, saying("", "asks", gifts, "c", "查"), writer))).isEqualTo("policy.number-missing");
        assertThat(key(laws.say(law, saying("7", "", gifts, "c", "查"), writer))).isEqualTo("policy.summary-missing");
        assertThat(key(laws.say(law, saying("7", "asks", UUID.randomUUID(), "c", "查"), writer))).isEqualTo("policy.clause-unknown");
        assertThat(key(laws.say(law, saying("7", "asks", gifts, "c", ""), writer))).isEqualTo("policy.check-halfway");
        assertThat(key(laws.say(law, new Laws.Saying("7", "a", "要求", gifts, "", "", UUID.randomUUID(), 12), writer))).isEqualTo("policy.responsible-unknown");
        assertThat(key(laws.say(law, new Laws.Saying("7", "a", "要求", gifts, "", "", writer.account(), 0), writer))).isEqualTo("policy.months-wrong");
        done(laws.say(law, saying("8", "asks more", null, "", ""), writer));
        var article = done(laws.say(law, saying("7", "asks", gifts, "c", "查"), writer));
        assertThat(laws.find("l-" + tag).orElseThrow()).extracting(Laws.Law::articles, Laws.Law::gaps).containsExactly(2L, 1L);
        assertThat(key(laws.review(article, " ", writer))).isEqualTo("policy.words-missing");
        assertThat(key(laws.review(UUID.randomUUID(), "seen", writer))).isEqualTo("policy.article-unknown");
        done(laws.review(article, "still so, and kept", writer));
        assertThat(key(laws.review(article, "again", writer))).isEqualTo("policy.reviewed-today");
        assertThat(laws.articles(law).stream().filter(it -> it.id().equals(article)).findFirst().orElseThrow().due()).isEqualTo(today.plusMonths(12));
    }

    Laws.Saying saying(String number, String summary, UUID clause, String checkEn, String checkZh) {
        return new Laws.Saying(number, summary, "要求", clause, checkEn, checkZh, writer.account(), 12);
    }
}
