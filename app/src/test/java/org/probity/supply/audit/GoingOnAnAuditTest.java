package org.probity.supply.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.supply.audit.AnAudit.done;
import static org.probity.supply.audit.AnAudit.key;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.Picture;
import org.probity.supply.audit.Audit.Gathering;
import org.probity.supply.audit.Audit.State;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
@Import(AnAudit.class)
class GoingOnAnAuditTest {
    @Autowired AnAudit an;
    @Autowired org.probity.shapes.figure.Figures figures;
    @Autowired Audits audits;
    @Autowired Teams teams;
    @Autowired DeclaredInTeam interest;
    @Autowired Answers answers;
    @Autowired Reports reports;
    @Autowired Cases cases;
    @Autowired Evidence evidence;
    @Autowired ReportPaper paper;
    @Autowired MockMvcTester browser;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    @Test
    void anAuditIsOfASiteByAPackOnDaysToCome() {
        var supplier = an.supplier("glass");
        var site = an.site(supplier);
        assertThat(key(audits.arrange(UUID.randomUUID(), site, "x", "general", an.today, an.today, an.quality))).isEqualTo("audit.supplier-unknown");
        assertThat(key(audits.arrange(supplier, an.site(an.supplier("glass")), "x", "general", an.today, an.today, an.quality))).isEqualTo("audit.site-missing");
        assertThat(key(audits.arrange(supplier, site, " ", "general", an.today, an.today, an.quality))).isEqualTo("audit.scope-missing");
        assertThat(key(audits.arrange(supplier, site, "x".repeat(4001), "general", an.today, an.today, an.quality))).isEqualTo("audit.words-long");
        assertThat(key(audits.arrange(supplier, site, "x", "nothing", an.today, an.today, an.quality))).isEqualTo("audit.pack-unknown");
        assertThat(key(audits.arrange(supplier, site, "x", "general", an.today.minusDays(1), an.today, an.quality))).isEqualTo("audit.day-past");
        assertThat(key(audits.arrange(supplier, site, "x", "general", an.today.plusDays(2), an.today.plusDays(1), an.quality))).isEqualTo("audit.days-turned");
        assertThat(done(audits.arrange(supplier, site, "x", "general", an.today, an.today, an.quality)).packSha256()).hasSize(64);
    }

    @Test
    void whoseMaterialHoldsTinIsAskedTheStricterQuestions() {
        var supplier = an.supplier("solder");
        an.suppliers.sayContent(an.suppliers.addMaterial(supplier, "M1", "Ribbon", "焊带"), Suppliers.TIN, new java.math.BigDecimal("0.6"), LocalDate.of(2020, 1, 1));
        var site = an.site(supplier);
        assertThat(key(audits.arrange(supplier, site, "x", "general", an.today, an.today, an.quality))).isEqualTo("audit.pack-too-mild");
        assertThat(an.packs.of(done(audits.arrange(supplier, site, "x", "tin", an.today, an.today, an.quality))).topics()).contains(Topic.MINERALS);
    }

    @Test
    void aTeamIsIndependentCompleteAndHasDeclared() {
        var audit = an.arranged();
        assertThat(key(teams.name(audit.id(), an.entered.account(), Department.PROCUREMENT, false, an.quality))).as("entered it in the register").isEqualTo("audit.not-independent");
        assertThat(key(teams.name(audit.id(), an.buyer.account(), Department.EHS, false, an.quality))).isEqualTo("audit.not-of-department");
        assertThat(key(teams.name(UUID.randomUUID(), an.buyer.account(), Department.PROCUREMENT, false, an.quality))).isEqualTo("audit.unknown");
        done(teams.name(audit.id(), an.quality.account(), Department.QUALITY, true, an.quality));
        assertThat(key(teams.name(audit.id(), an.quality.account(), Department.QUALITY, false, an.quality))).isEqualTo("audit.in-team-already");
        assertThat(key(teams.begin(audit.id(), an.buyer))).isEqualTo("audit.not-the-lead");
        assertThat(key(teams.begin(audit.id(), an.quality))).isEqualTo("audit.team-incomplete");
        done(teams.name(audit.id(), an.buyer.account(), Department.PROCUREMENT, false, an.quality));
        done(teams.name(audit.id(), an.process.account(), Department.PROCESS, false, an.quality));
        done(teams.name(audit.id(), an.ehs.account(), Department.EHS, false, an.quality));
        assertThat(key(teams.begin(audit.id(), an.quality))).isEqualTo("audit.not-declared");
        done(teams.declare(audit.id(), "", an.quality));
        assertThat(key(teams.declare(audit.id(), "", an.quality))).isEqualTo("audit.declared-already");
        assertThat(key(teams.declare(audit.id(), "", an.entered))).isEqualTo("audit.not-in-team");
        assertThat(key(teams.declare(audit.id(), "x".repeat(4001), an.buyer))).isEqualTo("audit.words-long");
        done(teams.declare(audit.id(), "", an.process));
        done(teams.declare(audit.id(), "", an.ehs));
        done(teams.declare(audit.id(), "my brother works there", an.buyer));
        assertThat(interest.in(audit.supplier(), an.buyer.account())).as("nor do they decide about it elsewhere").isTrue();
        assertThat(interest.in(audit.supplier(), an.ehs.account())).isFalse();
        assertThat(key(teams.begin(audit.id(), an.quality))).as("who declared a dealing went").isEqualTo("audit.team-incomplete");
    }

    @Test
    void whoeverEnteredItIsToldWhyTheyStayAtHome() {
        var audit = an.arranged();
        assertThat(teams.name(audit.id(), an.entered.account(), Department.PROCUREMENT, false, an.quality)).isInstanceOfSatisfying(Answer.Refused.class, it ->
                assertThat(((Answer.Refused<?>) it).reasons()).extracting(Answer.Reason::key).containsExactly("audit.not-independent", "audit.tie.entered"));
    }

    @Test
    void nobodyBeginsTooEarlyOrTwice() {
        var supplier = an.supplier("glass");
        var later = done(audits.arrange(supplier, an.site(supplier), "x", "general", an.today.plusDays(3), an.today.plusDays(3), an.quality));
        done(teams.name(later.id(), an.quality.account(), Department.QUALITY, true, an.quality));
        assertThat(key(teams.begin(later.id(), an.quality))).isEqualTo("audit.too-early");
        var audit = an.underway();
        assertThat(key(teams.begin(audit.id(), an.quality))).isEqualTo("audit.not-open");
        assertThat(key(teams.name(audit.id(), an.buyer.account(), Department.PROCUREMENT, false, an.quality))).isEqualTo("audit.not-open");
        assertThat(key(audits.callOff(audit.id(), " ", an.quality))).isEqualTo("audit.reason-missing");
        assertThat(done(audits.callOff(audit.id(), "flood", an.quality)).state()).isEqualTo(State.CALLED_OFF);
        assertThat(key(audits.callOff(audit.id(), "again", an.quality))).isEqualTo("audit.not-open");
    }

    @Test
    void meetingsAndSamplesAreNumbersAndDays() {
        var id = an.underway().id();
        assertThat(key(audits.met(id, Gathering.CLOSING, an.today, 3, "", an.quality))).isEqualTo("audit.opening-first");
        assertThat(key(audits.met(id, Gathering.OPENING, an.today, 0, "", an.quality))).isEqualTo("audit.people-missing");
        assertThat(key(audits.met(id, Gathering.OPENING, an.today.plusDays(1), 3, "", an.quality))).isEqualTo("audit.day-future");
        assertThat(key(audits.met(id, Gathering.OPENING, an.today, 3, "", an.entered))).isEqualTo("audit.not-in-team");
        done(audits.met(id, Gathering.OPENING, an.today, 3, "", an.quality));
        assertThat(key(audits.met(id, Gathering.OPENING, an.today, 3, "", an.quality))).isEqualTo("audit.met-already");
        assertThat(key(audits.sampled(id, -1, "", "records", an.quality))).isEqualTo("audit.interviews-missing");
        assertThat(key(audits.sampled(id, 0, "", " ", an.quality))).isEqualTo("audit.documents-missing");
    }

    @Test
    void aFindingHasClauseSeverityAndWhatWasSeen() {
        var id = an.underway().id();
        var now = Instant.now();
        assertThat(key(answers.take(id, new Answers.Given(UUID.randomUUID(), "S1", Verdict.FINDING, null, "8.2", "locked", now), an.ehs))).isEqualTo("audit.severity-missing");
        assertThat(key(answers.take(id, new Answers.Given(UUID.randomUUID(), "S1", Verdict.FINDING, Severity.MAJOR, " ", "locked", now), an.ehs))).isEqualTo("audit.clause-missing");
        assertThat(key(answers.take(id, new Answers.Given(UUID.randomUUID(), "S1", Verdict.FINDING, Severity.MAJOR, "8.2", " ", now), an.ehs))).isEqualTo("audit.note-missing");
        assertThat(key(answers.take(id, an.given("X9", Verdict.CONFORM), an.ehs))).isEqualTo("audit.question-unknown");
        assertThat(key(answers.take(id, an.given("S1", Verdict.CONFORM), an.entered))).isEqualTo("audit.not-in-team");
        assertThat(key(answers.take(an.arranged().id(), an.given("S1", Verdict.CONFORM), an.ehs))).isEqualTo("audit.not-in-team");
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO audit.answer (id, audit, question, verdict, severity, clause, note, by, made_at, came_at)
                VALUES (gen_random_uuid(), :id, 'S1', 'FINDING', 'MAJOR', '', 'x', gen_random_uuid(), now(), now())
                """).param("id", id).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("finding_says_all");
    }

    @Test
    void theSameAnswerTwiceIsOneAndNobodyTakesAnothersId() {
        var audit = an.underway();
        var given = an.given("S1", Verdict.FINDING);
        assertThat(done(answers.take(audit.id(), given, an.ehs))).isTrue();
        assertThat(done(answers.take(audit.id(), given, an.ehs))).isFalse();
        assertThat(key(answers.take(audit.id(), given, an.buyer))).isEqualTo("audit.id-taken");
        assertThat(answers.merged(audit).get("S1").each()).hasSize(1);
    }

    /** One auditor with a phone and a tablet, each without network for a while: the newest word stands, whichever comes last, and none is lost. */
    @Test
    void ofTwoDevicesOfOneAuditorTheNewestWordStandsWhicheverComesLast() {
        var audit = an.underway();
        var morning = Instant.now().minusSeconds(7_200);
        var phone = new Answers.Given(UUID.randomUUID(), "S1", Verdict.FINDING, Severity.MAJOR, "8.2", "locked", morning.plusSeconds(3_600));
        var tablet = new Answers.Given(UUID.randomUUID(), "S1", Verdict.CONFORM, null, "", "", morning);
        done(answers.take(audit.id(), phone, an.ehs));
        done(answers.take(audit.id(), tablet, an.ehs));
        done(answers.take(audit.id(), phone, an.ehs));
        var merged = answers.merged(audit).get("S1");
        assertThat(merged.each()).singleElement().satisfies(it -> assertThat(it.id()).isEqualTo(phone.id()));
        assertThat(merged.conflict()).isFalse();
        assertThat(db.sql("SELECT count(*) FROM audit.answer WHERE audit = :id").param("id", audit.id()).query(Long.class).single()).as("nothing is lost").isEqualTo(2);
    }

    @Test
    void ofOnePhotoThatComesTwiceAtTheSameMomentOneIsKept() throws IOException {
        var audit = an.underway();
        var id = UUID.randomUUID();
        var jpeg = withExif(jpeg());
        assertThat(done(Meanwhile.slower(transaction, db, () -> done(answers.photo(audit.id(), id, "S1", Instant.now(), jpeg, an.ehs)),
                () -> answers.photo(audit.id(), id, "S1", Instant.now(), jpeg, an.ehs)))).as("it was there").isFalse();
        assertThat(answers.photos(audit.id())).hasSize(1);
    }

    @Test
    void twoAuditorsWhoDifferBothStayUntilTheLeadChooses() {
        var audit = an.underway();
        done(answers.take(audit.id(), an.given("S1", Verdict.FINDING), an.ehs));
        done(answers.take(audit.id(), an.given("S1", Verdict.CONFORM), an.buyer));
        var merged = answers.merged(audit).get("S1");
        assertThat(merged.conflict()).isTrue();
        assertThat(merged.each()).hasSize(2);
        var hers = merged.each().stream().filter(it -> it.by().equals(an.ehs.account())).findFirst().orElseThrow();
        assertThat(key(answers.choose(audit.id(), hers.id(), "seen by two", an.ehs))).isEqualTo("audit.not-the-lead");
        assertThat(key(answers.choose(audit.id(), UUID.randomUUID(), "x", an.quality))).isEqualTo("audit.answer-unknown");
        assertThat(key(answers.choose(audit.id(), hers.id(), " ", an.quality))).isEqualTo("audit.reason-missing");
        assertThat(browser.get().uri("/app/audits/" + audit.id()).with(As.me(an.quality)).exchange()).bodyText().contains("Auditors differ on one question", "Which answer stands?");
        done(answers.choose(audit.id(), hers.id(), "the photo shows it", an.quality));
        assertThat(answers.merged(audit).get("S1").stands()).contains(hers);
        done(answers.take(audit.id(), an.given("S1", Verdict.CONFORM), an.ehs));
        assertThat(answers.merged(audit).get("S1").conflict()).as("a later word undoes the choice; now both conform").isFalse();
        assertThat(db.sql("SELECT count(*) FROM audit.answer WHERE audit = :id").param("id", audit.id()).query(Long.class).single()).as("nothing is lost").isEqualTo(3);
    }

    @Test
    void aPhotoIsKeptWithoutItsPlace() throws IOException {
        var audit = an.underway();
        var id = UUID.randomUUID();
        var jpeg = withExif(jpeg());
        assertThat(done(answers.photo(audit.id(), id, "S1", Instant.now(), jpeg, an.ehs))).isTrue();
        assertThat(done(answers.photo(audit.id(), id, "S1", Instant.now(), jpeg, an.ehs))).isFalse();
        var kept = evidence.bytes(evidence.find(answers.photos(audit.id()).getFirst().evidence()).orElseThrow());
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).contains("GPS 31.2");
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS 31.2");
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(kept)).getWidth()).isEqualTo(20);
        assertThat(key(answers.photo(audit.id(), id, "S1", Instant.now(), jpeg, an.buyer))).isEqualTo("audit.id-taken");
        assertThat(key(answers.photo(audit.id(), UUID.randomUUID(), "S1", Instant.now(), new byte[] {1, 2, 3}, an.ehs))).isEqualTo("audit.photo-kind");
        assertThat(key(answers.photo(audit.id(), UUID.randomUUID(), "S1", Instant.now(), new byte[(10 << 20) + 1], an.ehs))).isEqualTo("audit.photo-big");
        assertThat(key(answers.photo(audit.id(), UUID.randomUUID(), "X9", Instant.now(), jpeg, an.ehs))).isEqualTo("audit.question-unknown");
    }

    /** Telephones put another picture, or a short film, with a place of its own behind the end of a photo, and notes between its scans. */
    @Test
    void nothingIsKeptBehindTheEndOfAPhotoOrBetweenItsScans() throws IOException {
        var plain = jpeg();
        var behind = new java.io.ByteArrayOutputStream();
        behind.write(plain);
        behind.write(withExif(plain));
        var kept = Picture.of(behind.toByteArray()).orElseThrow().bytes();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS 31.2");
        assertThat(kept.length).isEqualTo(Picture.of(plain).orElseThrow().bytes().length);

        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var progressive = new java.io.ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(progressive)) {
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(javax.imageio.ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(to);
            writer.write(null, new javax.imageio.IIOImage(new java.awt.image.BufferedImage(40, 40, java.awt.image.BufferedImage.TYPE_INT_RGB), null, null), how);
        }
        var scans = progressive.toByteArray();
        var second = -1;
        for (int at = 0, seen = 0; at + 1 < scans.length && second < 0; at++) {
            second = (scans[at] & 0xFF) == 0xFF && (scans[at + 1] & 0xFF) == 0xDA && ++seen == 2 ? at : -1;
        }
        var note = "GPS 31.2".getBytes(StandardCharsets.ISO_8859_1);
        var between = new java.io.ByteArrayOutputStream();
        between.write(scans, 0, second);
        between.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (note.length + 2)});
        between.write(note);
        between.write(scans, second, scans.length - second);
        var clean = Picture.of(between.toByteArray()).orElseThrow().bytes();
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("GPS 31.2");
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(clean)).getWidth()).isEqualTo(40);
        assertThat(Picture.of(java.util.Arrays.copyOf(plain, plain.length - 2))).as("not whole").isEmpty();
    }

    /** A few kilobytes can unpack to gigabytes where the report is printed. */
    @Test
    void aPictureOfMoreDotsThanACameraHasIsNone() throws IOException {
        var small = new java.io.ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(20, 20, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", small);
        assertThat(Picture.of(small.toByteArray())).isPresent();
        var png = small.toByteArray();
        java.nio.ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        assertThat(Picture.of(png)).isEmpty();
        var jpeg = jpeg();
        for (var at = 2; at + 9 < jpeg.length; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                java.nio.ByteBuffer.wrap(jpeg).putShort(at + 5, (short) 65_000).putShort(at + 7, (short) 65_000);
            }
        }
        assertThat(Picture.of(jpeg)).isEmpty();
    }

    @Test
    void aReportNeedsAllAnswersAndMeetings() {
        var audit = an.underway();
        assertThat(key(reports.drawUp(audit.id(), an.ehs))).isEqualTo("audit.not-the-lead");
        assertThat(key(reports.drawUp(audit.id(), an.quality))).isEqualTo("audit.unanswered");
        done(answers.take(audit.id(), an.given("S1", Verdict.FINDING), an.ehs));
        done(answers.take(audit.id(), an.given("S1", Verdict.CONFORM), an.buyer));
        assertThat(key(reports.drawUp(audit.id(), an.quality))).isEqualTo("audit.conflicts");
        done(answers.take(audit.id(), an.given("S1", Verdict.CONFORM), an.ehs));
        for (var question : an.packs.of(audit).questions()) {
            done(answers.take(audit.id(), an.given(question.code(), Verdict.CONFORM), an.buyer));
        }
        assertThat(key(reports.drawUp(audit.id(), an.quality))).isEqualTo("audit.meetings-missing");
        done(audits.met(audit.id(), Gathering.OPENING, an.today, 3, "", an.quality));
        done(audits.met(audit.id(), Gathering.CLOSING, an.today, 3, "", an.quality));
        assertThat(key(reports.drawUp(audit.id(), an.quality))).isEqualTo("audit.sampling-missing");
    }

    @Test
    void anImpactIsAGraveFindingOfAReportThatHolds() {
        var grave = an.reported(Severity.MAJOR, "S1", "E1");
        var slight = an.reported(Severity.MINOR, "S1");
        var clean = an.reported(Severity.MAJOR);
        var unspoken = an.answered(Severity.PRIORITY, "S1");
        done(reports.drawUp(unspoken.id(), an.quality));
        var value = figures.live(figures.find("suppliers-with-impacts").orElseThrow(), an.today.getYear());
        assertThat(impact(value, grave)).satisfies(row -> {
            assertThat(row.input("impacted")).isEqualByComparingTo("1");
            assertThat(row.input("safety")).isEqualByComparingTo("1");
            assertThat(row.input("environment")).isEqualByComparingTo("1");
            assertThat(row.input("findings")).isEqualByComparingTo("2");
        });
        assertThat(impact(value, slight)).satisfies(row -> {
            assertThat(row.input("impacted")).isEqualByComparingTo("0");
            assertThat(row.input("findings")).isEqualByComparingTo("1");
        });
        assertThat(impact(value, clean).input("impacted")).isEqualByComparingTo("0");
        assertThat(value.rows()).as("its report does not hold yet").noneMatch(row -> row.subject().equals(unspoken.supplier()));
        assertThat(value.control().stated()).isEqualByComparingTo(value.control().rows());
        assertThat(figures.live(figures.find("suppliers-with-impacts").orElseThrow(), an.today.getYear() - 1).rows()).isEmpty();
    }

    private static org.probity.shapes.figure.FigureValue.Row impact(org.probity.shapes.figure.FigureValue value, Audit audit) {
        return value.rows().stream().filter(row -> row.subject().equals(audit.supplier())).findFirst().orElseThrow();
    }

    @Test
    void theReportHoldsWhenAllOfTheTeamHaveSpokenAndDissentStandsInIt() {
        var audit = an.answered(Severity.MAJOR, "S1");
        assertThat(key(reports.say(audit.id(), true, "", an.buyer))).isEqualTo("audit.not-drawn-up");
        done(reports.drawUp(audit.id(), an.quality));
        assertThat(key(answers.take(audit.id(), an.given("S1", Verdict.CONFORM), an.ehs))).isEqualTo("audit.not-underway");
        assertThat(key(reports.say(audit.id(), true, "", an.quality))).isEqualTo("audit.spoken-already");
        assertThat(key(reports.say(audit.id(), true, "", an.entered))).isEqualTo("audit.not-in-team");
        assertThat(key(reports.say(audit.id(), false, " ", an.buyer))).isEqualTo("audit.dissent-missing");
        done(reports.say(audit.id(), false, "it is a Minor one", an.buyer));
        done(reports.say(audit.id(), true, "", an.process));
        var reported = done(reports.say(audit.id(), true, "", an.ehs));
        assertThat(reported.state()).isEqualTo(State.REPORTED);
        assertThat(reported.reauditDay()).as("a Major finding").isEqualTo(audit.untilDay().plusMonths(12));
        var finding = reports.findings(audit.id()).getFirst();
        var action = cases.about("audit.finding", finding.id()).orElseThrow();
        assertThat(action.state()).isEqualTo(Case.State.PLAN_OWED);
        assertThat(action.planDueDay()).isEqualTo(an.today.plusDays(14));
        assertThat(paper.html(reported, Lang.EN)).contains("dissents", "it is a Minor one", "An exit is locked or blocked", "12 · night shift");
        assertThat(paper.html(reported, Lang.ZH)).contains("安全出口上锁或被堵");
        assertThat(new String(paper.pdf(reported, Lang.ZH), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }

    @Test
    void observationsAskForNothing() {
        var audit = an.reported(Severity.OBSERVATION, "B8");
        assertThat(audit.findings()).isEqualTo(1);
        assertThat(cases.of(audit.supplier())).isEmpty();
    }

    @Test
    void theSupplierReadsItsReportAndComments() {
        var audit = an.reported(Severity.PRIORITY, "S1");
        var contact = new Me(UUID.randomUUID(), "Chen Yu", Set.of(Role.SUPPLIER), Optional.of(audit.supplier()));
        var stranger = new Me(UUID.randomUUID(), "Other", Set.of(Role.SUPPLIER), Optional.of(an.supplier("glass")));
        assertThat(key(reports.comment(audit.id(), "ours", stranger))).isEqualTo("audit.not-yours");
        assertThat(key(reports.comment(audit.id(), " ", contact))).isEqualTo("audit.comment-missing");
        assertThat(browser.post().uri("/app/portal/audit/" + audit.id() + "/comments").param("words", "the key hung beside it").with(As.me(contact)).exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/portal/audit/" + audit.id()).with(As.me(contact)).exchange()).bodyText().contains("the key hung beside it");
        assertThat(browser.get().uri("/app/portal/audit/" + audit.id()).with(As.me(stranger)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/portal/audit/" + audit.id() + "/report-zh.pdf").with(As.me(contact)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/portal").with(As.me(contact)).exchange()).bodyText().contains(audit.number());
        assertThat(browser.get().uri("/app/suppliers/" + audit.supplier() + "/audits").with(As.me(an.quality)).exchange()).bodyText().contains(audit.number(), "Priority");
    }

    @Test
    void aDeviceSendsTwiceWithoutHarmAndHearsWhatWasRefused() {
        var audit = an.underway();
        var good = UUID.randomUUID();
        var bad = UUID.randomUUID();
        var body = """
                {"answers": [
                  {"id": "%s", "question": "S1", "verdict": "FINDING", "severity": "MAJOR", "clause": "8.2", "note": "locked", "made": "2026-11-20T02:00:00Z"},
                  {"id": "%s", "question": "S2", "verdict": "FINDING", "severity": "MAJOR", "clause": "", "note": "no guard", "made": "not a moment"}]}
                """.formatted(good, bad);
        for (var time : List.of("once", "twice")) {
            assertThat(browser.post().uri("/app/audits/" + audit.id() + "/sync").contentType(MediaType.APPLICATION_JSON).content(body).with(As.me(an.ehs)).exchange())
                    .as(time).hasStatusOk().bodyText().contains("\"kept\":[\"" + good + "\"]", bad.toString(), "A finding needs its clause");
        }
        assertThat(answers.merged(audit).get("S1").each()).hasSize(1);
        assertThat(answers.merged(audit).get("S2").each()).isEmpty();
    }

    @Test
    void whatADeviceNeverSendsIsRefusedAndBreaksNothing() {
        var audit = an.underway();
        var uri = "/app/audits/" + audit.id() + "/sync";
        var good = UUID.randomUUID();
        for (var body : List.of("{}", "{\"answers\": null}")) {
            assertThat(browser.post().uri(uri).contentType(MediaType.APPLICATION_JSON).content(body).with(As.me(an.ehs)).exchange()).as(body).hasStatusOk();
        }
        var odd = """
                {"answers": [null, {}, {"id": "%s"}, {"id": "%s", "verdict": "CONFORM"},
                  {"id": "%s", "question": "S1", "verdict": "CONFORM", "made": "-1000000000-01-01T00:00:00Z"}]}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), good);
        assertThat(browser.post().uri(uri).contentType(MediaType.APPLICATION_JSON).content(odd).with(As.me(an.ehs)).exchange()).hasStatusOk().bodyText()
                .contains("\"kept\":[\"" + good + "\"]");
    }

    @Test
    void withoutScriptTheFormKeepsTheSame() throws IOException {
        var audit = an.underway();
        var uri = "/app/audits/" + audit.id() + "/checklist";
        assertThat(browser.post().multipart().uri(uri).file(new MockMultipartFile("photo.S1", "a.jpg", "image/jpeg", withExif(jpeg())))
                .param("verdict.S1", "FINDING").param("severity.S1", "MINOR").param("clause.S1", "8.2").param("note.S1", "chain").param("verdict.S2", "CONFORM").with(As.me(an.ehs)).exchange())
                .hasStatus(303);
        assertThat(browser.post().multipart().uri(uri).param("verdict.S1", "FINDING").param("severity.S1", "MINOR").param("clause.S1", "8.2").param("note.S1", "chain")
                .with(As.me(an.ehs)).exchange()).hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM audit.answer WHERE audit = :id").param("id", audit.id()).query(Long.class).single()).isEqualTo(2);
        assertThat(answers.photos(audit.id())).hasSize(1);
        assertThat(browser.post().multipart().uri(uri).param("verdict.S3", "FINDING").param("severity.S3", "MINOR").param("clause.S3", "").param("note.S3", "x").with(As.me(an.ehs)).exchange())
                .hasStatus(422).bodyText().contains("A finding needs its clause: S3");
        assertThat(browser.get().uri("/app/audits/device.js").with(As.me(an.ehs)).exchange()).hasStatusOk().hasContentTypeCompatibleWith("text/javascript");
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    /** An application segment as a camera writes it, behind the first two bytes. */
    private static byte[] withExif(byte[] jpeg) {
        var words = "Exif\0\0GPS 31.2 N 121.5 E".getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(0xE1);
        out.write(0);
        out.write(words.length + 2);
        out.writeBytes(words);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
