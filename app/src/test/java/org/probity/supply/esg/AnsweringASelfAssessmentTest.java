package org.probity.supply.esg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.esg.ASelfAssessment.EHS;
import static org.probity.supply.esg.ASelfAssessment.OFFICER;
import static org.probity.supply.esg.ASelfAssessment.contact;
import static org.probity.supply.esg.ASelfAssessment.done;
import static org.probity.supply.esg.ASelfAssessment.key;
import static org.probity.supply.esg.ASelfAssessment.keys;
import static org.probity.supply.esg.ASelfAssessment.someone;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.proof.Fraction;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.probity.shapes.form.Forms;
import org.probity.shapes.form.Sheets;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.esg.SelfAssessments.Owned;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@Import(ASelfAssessment.class)
class AnsweringASelfAssessmentTest {
    @Autowired Clock clock;
    @Autowired LettingGo lettingGo;
    @Autowired ASelfAssessment made;
    @Autowired Campaigns campaigns;
    @Autowired SelfAssessments assessments;
    @Autowired Sheets sheets;
    @Autowired Evidence evidence;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Forms forms;
    @Autowired Obligations obligations;
    @Autowired ApplicationEventPublisher events;

    String category;
    UUID supplier;
    Me contact;
    Owned social;
    int year;

    @BeforeEach
    void asked() {
        year = made.today.getYear();
        category = made.category();
        supplier = made.supplier(category);
        contact = contact(supplier);
        social = made.asked(Topic.SOCIAL, supplier, year);
    }

    @Test
    void askingAgainAsksThoseWhoCameSinceAndMovesTheDay() {
        var later = made.supplier(category);
        var again = done(campaigns.open(Topic.SOCIAL, year, made.today.plusDays(40), List.of(category), OFFICER));
        assertThat(again.asked()).isEqualTo(1);
        assertThat(made.owned(Topic.SOCIAL, later, year).owed().dueDay()).isEqualTo(made.today.plusDays(40));
        assertThat(made.fresh(social).owed().dueDay()).isEqualTo(made.today.plusDays(40));
        assertThat(made.fresh(social).sheet().id()).isEqualTo(social.sheet().id());
    }

    @Test
    void aCampaignThatCannotBeIsRefused() {
        assertThat(key(campaigns.open(Topic.SOCIAL, year, made.today.minusDays(1), List.of(category), OFFICER))).isEqualTo("dueDay esg.due-in-the-past");
        assertThat(key(campaigns.open(Topic.SOCIAL, year, LocalDate.of(year + 2, 1, 1), List.of(category), OFFICER))).isEqualTo("dueDay esg.due-outside-year");
        assertThat(key(campaigns.open(Topic.SOCIAL, year, made.today, List.of(), OFFICER))).isEqualTo("categories esg.category-missing");
        assertThat(key(campaigns.open(Topic.SOCIAL, year, made.today, List.of(made.category()), OFFICER))).isEqualTo("categories esg.nobody-in-scope");
    }

    @Test
    void questionsThatDoNotHoldYetAreAskedOfNobody() {
        var early = new Campaigns(db, forms, sheets, obligations, log, events, Clock.fixed(Instant.parse("2023-05-05T04:00:00Z"), ZoneId.of("Asia/Shanghai")));
        assertThat(key(early.open(Topic.SOCIAL, 2023, LocalDate.of(2023, 6, 1), List.of(category), OFFICER))).isEqualTo("topic esg.form-not-yet");
    }

    @Test
    void askingOverTheWebNeedsAFormAndADay() {
        var officer = As.me(OFFICER);
        assertThat(browser.post().uri("/app/esg").param("year", "" + year).param("topic", "nothing").param("dueDay", "soon").with(officer)).hasStatus(422).bodyText().contains("Choose a form.");
        assertThat(browser.post().uri("/app/esg").param("year", "" + year).param("topic", "ehs").param("dueDay", "soon").with(officer)).hasStatus(422).bodyText()
                .contains("Give the day by which the answers are due.");
        assertThat(browser.post().uri("/app/esg").param("year", "" + year).param("topic", "ehs").param("dueDay", made.today.plusDays(3).toString()).param("categories", category).with(officer))
                .hasStatus(303);
        assertThat(made.owned(Topic.EHS, supplier, year).owed().dueDay()).isEqualTo(made.today.plusDays(3));
    }

    @Test
    void aDraftKeepsWhatCanBeKeptAndSaysWhatCannot() {
        var kept = done(assessments.save(social, List.of(typed("S1", "no"), typed("S2", "perhaps"), typed("S7", "a lot"), typed("X9", "no"),
                new Sheets.Typed("S3", "yes", "x".repeat(4_001), null)), contact));
        assertThat(kept.kept()).isEqualTo(1);
        assertThat(kept.reasons()).extracting(it -> it.field() + " " + it.key()).containsExactly("S2 form.choice-unknown", "S7 form.number-wrong", " form.question-unknown", "S3 form.words-long");
        assertThat(sheets.filled(social.sheet()).value("S1")).isEqualTo("no");
    }

    @Test
    void twoContactsTakeNothingFromEachOther() {
        var other = contact(supplier);
        done(assessments.save(social, List.of(typed("S1", "no")), contact));
        // The other began before and says otherwise; what is the same, or new, is kept.
        var kept = done(assessments.save(social, List.of(typed("S1", "yes"), typed("S2", "no")), other));
        assertThat(kept.reasons()).extracting(it -> it.field() + " " + it.key()).containsExactly("S1 form.answered-meanwhile");
        var now = sheets.filled(social.sheet());
        assertThat(now.value("S1")).isEqualTo("no");
        assertThat(now.value("S2")).isEqualTo("no");
        done(assessments.save(social, List.of(new Sheets.Typed("S1", "yes", "", now.answers().get("S1").id())), other));
        assertThat(sheets.filled(social.sheet()).value("S1")).isEqualTo("yes");
        assertThat(db.sql("SELECT count(*) FROM form.answer WHERE sheet = :sheet AND question = 'S1'").param("sheet", social.sheet().id()).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void filesStandBesideTheirAnswer() {
        assertThat(key(assessments.attach(social, "S9", List.of(file("")), contact))).isEqualTo("S9 form.file-empty");
        assertThat(key(assessments.attach(social, "X1", List.of(file("x")), contact))).isEqualTo("form.question-unknown");
        assertThat(key(assessments.attach(social, "S9", List.of(new Sheets.Upload("b.pdf", "application/pdf", new byte[Sheets.FILE_BYTES_MAX + 1])), contact))).isEqualTo("S9 form.file-too-big");
        assertThat(key(assessments.attach(social, "S9", java.util.Collections.nCopies(Sheets.FILES_MOST + 1, file("x")), contact))).isEqualTo("S9 form.files-many");
        done(assessments.attach(social, "S9", List.of(file("slip")), contact));
        var kept = sheets.filled(social.sheet()).files("S9").getFirst();
        done(assessments.leaveOut(social, kept.evidence(), contact));
        assertThat(sheets.filled(social.sheet()).files("S9")).isEmpty();
        var tomorrow = new DayHasBegun(LocalDate.now(clock).plusDays(1));
        sheets.day(tomorrow);
        lettingGo.day(new DayHasBegun(tomorrow.day().plusDays(1)));
        assertThat(evidence.find(kept.evidence())).as("it was never sent").isEmpty();
    }

    @Test
    void oneBringsOnlySoMuchWithinADay() {
        db.sql("""
                INSERT INTO evidence.item (id, sha256, name, media_type, brought_by, brought_at)
                SELECT gen_random_uuid(), sha256, 'x', 'x', :by, :at FROM evidence.item CROSS JOIN generate_series(1, :many) WHERE item.id = :one
                """)
                .param("by", contact.account()).param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC)).param("many", LettingGo.FILES_A_DAY)
                .param("one", evidence.keep("x", "x", "x".getBytes(StandardCharsets.UTF_8), UUID.randomUUID()).id()).update();
        assertThat(key(assessments.attach(social, "S9", List.of(file("slip")), contact))).isEqualTo("S9 form.files-today");
    }

    @Test
    void aFileOfADraftIsItsWritersOwnUntilItIsSent() {
        made.answer(social, Map.of("S9", "yes"), contact);
        done(assessments.attach(social, "S9", List.of(file("slip of June")), contact));
        var file = sheets.filled(social.sheet()).files("S9").getFirst().evidence();
        var path = "/app/esg/assessments/" + social.owed().id() + "/files/" + file;
        var buyer = new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty());
        assertThat(browser.get().uri(path).with(As.me(buyer)).exchange()).hasStatus(404);
        done(assessments.send(made.fresh(social), contact));
        assertThat(browser.get().uri(path).with(As.me(buyer)).exchange()).hasStatusOk();
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsSent() {
        done(assessments.save(social, List.of(typed("S1", "no")), contact));
        assertThat(keys(assessments.send(social, contact))).contains("S2 form.unanswered", "S16 form.unanswered").doesNotContain("S5 form.unanswered");
        assertThat(made.fresh(social).owed().state()).isEqualTo(State.OWED);
    }

    @Test
    void whatWasSentIsOneFileThatTheLogKnows() {
        made.answer(social, Map.of("S9", "yes"), contact);
        done(assessments.attach(social, "S9", List.of(file("slip of May")), contact));
        var sending = done(assessments.send(made.fresh(social), contact));

        var document = new String(evidence.bytes(evidence.find(sending.evidence()).orElseThrow()), StandardCharsets.UTF_8);
        assertThat(document).contains("\"form\":\"social\"", "\"questions\":\"" + social.sheet().sha256() + "\"", sheets.filled(social.sheet()).files("S9").getFirst().sha256(), "\"all\":\"1");
        log.settle();
        var step = made.fresh(social).owed();
        assertThat(log.opening(step.record()).orElseThrow().content().text()).contains(evidence.find(sending.evidence()).orElseThrow().sha256());
        assertThat(key(assessments.save(made.fresh(social), List.of(typed("S1", "yes")), contact))).isEqualTo("esg.not-waited-for");
        assertThat(key(assessments.attach(made.fresh(social), "S9", List.of(file("x")), contact))).isEqualTo("esg.not-waited-for");
        assertThat(key(assessments.leaveOut(made.fresh(social), UUID.randomUUID(), contact))).isEqualTo("esg.not-waited-for");
        assertThat(key(assessments.take(made.fresh(social), new byte[] {1}, contact))).isEqualTo("esg.not-waited-for");
        assertThat(key(assessments.send(made.fresh(social), contact))).isEqualTo("esg.not-waited-for");
    }

    @Test
    void oneQuestionComesBackAndMustBeTouchedBeforeItIsSentAgain() {
        made.answer(social, Map.of("S7", "66"), contact);
        done(assessments.send(made.fresh(social), contact));
        var id = social.owed().id();
        assertThat(key(assessments.sendBack(id, made.sent(social), Map.of("S7", " "), OFFICER))).isEqualTo("esg.remark-missing");
        assertThat(key(assessments.sendBack(id, made.sent(social), Map.of("S7", "x".repeat(1_001)), OFFICER))).isEqualTo("remark.S7 esg.remark-long");
        assertThat(key(assessments.sendBack(id, made.sent(social), Map.of("S99", "why?"), OFFICER))).isEqualTo("esg.remark-unasked");
        assertThat(key(assessments.sendBack(id, made.sent(social), Map.of("S7", "which month?"), EHS))).isEqualTo("esg.not-your-review");
        assertThat(key(assessments.sendBack(id, UUID.randomUUID(), Map.of("S7", "which month?"), OFFICER))).isEqualTo("esg.not-newest");
        done(assessments.sendBack(id, made.sent(social), Map.of("S7", "which month?"), OFFICER));

        assertThat(made.fresh(social).owed().reason()).isEqualTo("S7: which month?");
        assertThat(keys(assessments.send(made.fresh(social), contact))).containsExactly("S7 esg.remark-unanswered");
        var now = sheets.filled(social.sheet());
        done(assessments.save(made.fresh(social), List.of(new Sheets.Typed("S7", "64", "September, two new lines", now.answers().get("S7").id())), contact));
        var first = made.sent(social);
        done(assessments.send(made.fresh(social), contact));
        assertThat(key(assessments.accept(id, first, OFFICER))).isEqualTo("esg.not-newest");
        assertThat(key(assessments.accept(id, made.sent(social), EHS))).isEqualTo("esg.not-your-review");
        var accepted = done(assessments.accept(id, made.sent(social), OFFICER));
        assertThat(accepted.state()).isEqualTo(State.MET);
        assertThat(accepted.validUntil()).isEqualTo(LocalDate.of(year + 1, 12, 31));
        assertThat(key(assessments.accept(id, made.sent(social), OFFICER))).isEqualTo("obligation.step-not-allowed");
        assertThat(key(assessments.sendBack(id, made.sent(social), Map.of("S7", "again"), OFFICER))).isEqualTo("obligation.step-not-allowed");
    }

    @Test
    void anAnswerFarFromLastYearsNeedsAWord() {
        var ehs = made.supplier(made.category());
        made.accepted(Topic.EHS, ehs, year - 1, Map.of("H2", "0"), EHS);
        var now = made.asked(Topic.EHS, ehs, year);
        var them = contact(ehs);
        made.answer(now, Map.of("H2", "5", "H5", "partly"), them);
        // 100 marks became 50; half of them is far.
        assertThat(keys(assessments.send(made.fresh(now), them))).containsExactly("H2 esg.change-unexplained", "H5 esg.change-unexplained");
        var filled = sheets.filled(now.sheet());
        done(assessments.save(made.fresh(now), List.of(new Sheets.Typed("H2", "5", "A press failed in March", filled.answers().get("H2").id()),
                new Sheets.Typed("H5", "yes", "", filled.answers().get("H5").id())), them));
        done(assessments.send(made.fresh(now), them));
        assertThat(browser.get().uri("/app/esg/assessments/" + now.owed().id()).with(As.a(Role.EHS))).bodyText().contains("Changed since " + (year - 1), "A press failed in March");
    }

    @Test
    void aShutGateIsSeenAndCanStillBeAccepted() {
        made.answer(social, Map.of("S1", "yes"), contact);
        done(assessments.send(made.fresh(social), contact));
        assertThat(made.sendings.filled(social.sheet(), made.sendings.of(social.sheet()).getFirst()).score()).contains(Fraction.of(0, 1));
        assertThat(browser.get().uri("/app/esg/assessments/" + social.owed().id()).with(As.a(Role.SOURCING_OFFICER))).bodyText().contains("The score is 0 because of S1");
    }

    @Test
    void aSectionIsSavedOverTheWebWithItsFile() {
        var path = "/app/portal/esg/" + social.owed().id();
        var me = As.contactOf(supplier);
        assertThat(browser.post().uri(path + "/sections/work").multipart().file(new MockMultipartFile("file.S9", "slip.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8)))
                .param("value.S9", "yes").param("value.S7", "61").param("words.S7", "March").param("act", "next").with(me)).hasStatus(303).hasHeader("Location", path + "/sections/voice");
        var filled = sheets.filled(social.sheet());
        assertThat(filled.value("S7") + filled.words("S7")).isEqualTo("61March");
        assertThat(filled.files("S9")).extracting(it -> it.name()).containsExactly("slip.pdf");
        assertThat(browser.post().uri(path + "/sections/work").multipart().param("value.S7", "many").with(me)).hasStatus(422).bodyText().contains("give a number in digits", "value=\"many\"");
        assertThat(browser.get().uri(path + "/sections/work").with(As.contactOf(made.supplier(category)))).hasStatus(404);
        assertThat(browser.get().uri(path).with(me)).bodyText().contains("answered", "Free choice and age");
    }

    private static Sheets.Typed typed(String question, String value) {
        return new Sheets.Typed(question, value, "", null);
    }

    private static Sheets.Upload file(String words) {
        return new Sheets.Upload("f.pdf", "application/pdf", words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoHasNoPartInItReadsNothing() {
        assertThat(browser.get().uri("/app/esg/assessments/" + social.owed().id()).with(As.me(someone(Role.EMPLOYEE)))).hasStatus(403);
    }
}
