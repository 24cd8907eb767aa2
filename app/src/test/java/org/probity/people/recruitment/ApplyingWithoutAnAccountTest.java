package org.probity.people.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.recruitment.AHiring.CV;
import static org.probity.people.recruitment.AHiring.done;
import static org.probity.people.recruitment.AHiring.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.access.Strangers;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.people.recruitment.Applying.Form;
import org.probity.people.recruitment.Applying.Upload;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.LettingGo;
import org.probity.shapes.rule.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A stranger sends, looks, and takes it back; and what is left of it then. */
@WholeHouse
class ApplyingWithoutAnAccountTest {
    @Autowired Requisitions requisitions;
    @Autowired Postings postings;
    @Autowired Applying applying;
    @Autowired Applications applications;
    @Autowired Erasing erasing;
    @Autowired Notices notices;
    @Autowired Interviews interviews;
    @Autowired Screening screening;
    @Autowired LettingGo lettingGo;
    @Autowired Strangers strangers;
    @Autowired Recipients recipients;
    @Autowired Rules rules;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired ApplicationContext house;

    AHiring hiring;
    AHiring.Open posting;

    @BeforeEach
    void aPosting() {
        hiring = new AHiring(house);
        posting = hiring.open(2);
    }

    private Form form(String name, String email, String phone, String answer, boolean consent, Upload file) {
        return new Form(posting.id(), name, email, phone, "en", List.of(answer), "", "", "", consent, file);
    }

    private String refused(Form form) {
        return key(applying.apply(form));
    }

    @Test
    void whatIsMissingIsSaid() {
        var nothing = Upload.NOTHING;
        assertThat(refused(form(" ", "a@example.org", "13900001111", "x", true, nothing))).isEqualTo("recruitment.name-wrong");
        assertThat(refused(form("Li", "a at example", "13900001111", "x", true, nothing))).isEqualTo("recruitment.email-wrong");
        assertThat(refused(form("Li", "a@example.org", "call me", "x", true, nothing))).isEqualTo("recruitment.phone-wrong");
        assertThat(refused(form("Li", "a@example.org", "13900001111", " ", true, nothing))).isEqualTo("recruitment.answer-wrong");
        assertThat(refused(form("Li", "a@example.org", "13900001111", "x".repeat(2_001), true, nothing))).isEqualTo("recruitment.answer-wrong");
        assertThat(refused(form("Li", "a@example.org", "13900001111", "x", false, nothing))).isEqualTo("recruitment.consent-missing");
    }

    @Test
    void aFileThatIsNoCvIsTurnedAway() {
        assertThat(refused(form("Li", "a@example.org", "13900001111", "x", true, new Upload("cv.pdf", "MZ a program".getBytes(StandardCharsets.US_ASCII))))).as("by how it begins, not by its name")
                .isEqualTo("recruitment.file-kind");
        assertThat(refused(form("Li", "a@example.org", "13900001111", "x", true, new Upload("cv.pdf", new byte[Applying.FILE_BYTES_MAX + 1])))).isEqualTo("recruitment.file-big");
        var picture = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
        assertThat(applications.find(done(applying.apply(form("Li", "photo@example.org", "13900001111", "x", true, new Upload("cv.jpg", picture)))).id()).orElseThrow().file()).isNotNull();
    }

    @Test
    void theSamePersonAppliesOnceForAPosting() {
        var first = done(applying.apply(form("Li Na", "Li.Na@example.org", "+86 139 0000 2222", "x", true, CV)));
        assertThat(refused(form("Li Na", "li.na@EXAMPLE.org ", "139-0000-2222", "again", true, CV))).as("written otherwise, the same").isEqualTo("recruitment.applied-already");
        var elsewhere = hiring.open(1);
        done(applying.apply(new Form(elsewhere.id(), "Li Na", "li.na@example.org", "13900002222", "en", List.of("x"), "", "", "", true, CV)));
        done(erasing.withdraw(first.secret()));
        done(applying.apply(form("Li Na", "li.na@example.org", "13900002222", "after withdrawing", true, CV)));
    }

    @Test
    void aClosedPostingTakesNothing() {
        done(postings.takeDown(posting.id(), posting.hr()));
        assertThat(refused(form("Li", "late@example.org", "13900001111", "x", true, CV))).isEqualTo("recruitment.posting-closed");
        assertThat(key(applying.apply(AHiring.form(UUID.randomUUID(), "nobody")))).isEqualTo("recruitment.posting-closed");
        var answer = browser.post().uri("/jobs/" + posting.number()).multipart().file(new MockMultipartFile("file", "cv.pdf", null, CV.bytes())).param("name", "Li").param("email", "late@example.org")
                .param("phone", "13900001111").param("answer1", "x").param("consent", "true").exchange();
        assertThat(answer).hasStatus(422).bodyText().contains("closed");
    }

    /** On pages of a stranger there is no session, no cookie and no token; the private link is the only way back. */
    @Test
    void aStrangerSendsAndLooksByAPrivateLink() {
        var sent = browser.post().uri("/jobs/" + posting.number()).multipart().file(new MockMultipartFile("file", "cv.pdf", null, CV.bytes())).param("name", "Li <Na>").param("email", "link@example.org")
                .param("phone", "13900003333").param("answer1", "I mended <pumps>").param("sex", "F").param("age", "OVER_50").param("consent", "true").exchange();
        assertThat(sent).hasStatus(303);
        assertThat(sent.getResponse().getHeaders("Set-Cookie")).isEmpty();
        var link = sent.getResponse().getHeader("Location");
        assertThat(link).startsWith("/jobs/mine/");
        var mine = browser.get().uri(link).exchange();
        assertThat(mine).hasStatusOk().hasHeader("Cache-Control", "no-store").bodyText().contains("Li &lt;Na&gt;", "link@example.org", "I mended &lt;pumps&gt;", "over 50", "cv.pdf");
        var secret = link.substring("/jobs/mine/".length());
        assertThat(db.sql("SELECT count(*) FROM recruitment.application WHERE encode(token_hash, 'escape') LIKE :secret").param("secret", "%" + secret + "%").query(Long.class).single())
                .as("only its hash is kept").isZero();
        assertThat(browser.get().uri("/jobs/mine/" + secret.substring(1) + (secret.startsWith("A") ? "B" : "A")).exchange()).hasStatus(404);
    }

    @Test
    void whoSendsTooOftenWaits() {
        var address = "203.0.113." + UUID.randomUUID();
        var sends = 0;
        while (strangers.sends("jobs", address).isEmpty()) {
            sends++;
        }
        assertThat(sends).isEqualTo(60);
        assertThat(strangers.sends("another form", address)).as("each form by itself").isEmpty();
    }

    @Test
    void tooManySendingsAreToldToWait() {
        while (strangers.sends("jobs", "198.51.100.7").isEmpty()) {
            // as often as it goes
        }
        assertThat(browser.post().uri("/jobs/" + posting.number()).multipart().param("name", "Li").with(request -> {
            request.setRemoteAddr("198.51.100.7");
            return request;
        }).exchange()).as("recruitment.slow-down").hasStatus(429).bodyText().contains("Too many applications come from this address. Please wait");
    }

    private long rows(String table, UUID id) {
        return db.sql("SELECT count(*) FROM recruitment." + table + " WHERE application = :id").param("id", id).query(Long.class).single();
    }

    private long counted(String stage) {
        return db.sql("SELECT coalesce(sum(people), 0) FROM recruitment.anonymous WHERE requisition = :id AND stage = :stage").param("id", posting.id()).param("stage", stage).query(Long.class).single();
    }

    private String secretOf(UUID id) {
        var secret = org.probity.house.access.Links.secret();
        db.sql("UPDATE recruitment.application SET token_hash = :hash WHERE id = :id").param("hash", Secret.hash(secret)).param("id", id).update();
        return secret;
    }

    /** At each stage the same: rows go, the file goes, what the log bound is forgotten and its entries stay, and counts keep a number. */
    @Test
    void consentIsWithdrawnAtEachStage() {
        var moved = hiring.interviewed(posting);
        done(interviews.move(moved, true, "", posting.asks()));
        for (var id : List.of(hiring.sent(posting).id(), hiring.screened(posting), hiring.interviewed(posting), moved, hiring.wanted(posting), hiring.offered(posting), hiring.hired(posting))) {
            var records = db.sql("SELECT record FROM recruitment.application WHERE id = :id UNION ALL SELECT record FROM recruitment.step WHERE application = :id").param("id", id).query(UUID.class).list();
            var file = applications.find(id).orElseThrow().file();
            var secret = secretOf(id);
            assertThat(browser.post().uri("/jobs/mine/" + secret + "/withdrawal").exchange()).hasStatus(303);
            assertThat(applications.find(id)).isEmpty();
            for (var table : List.of("contact", "apart", "answer", "screening", "interview", "mark", "seen", "motion", "step", "offer", "hired")) {
                assertThat(rows(table, id)).as(table).isZero();
            }
            assertThat(db.sql("SELECT count(*) FROM log.opening WHERE record = ANY (:records)").param("records", records.toArray(UUID[]::new)).query(Long.class).single()).isZero();
            assertThat(db.sql("SELECT count(*) FROM log.record WHERE id = ANY (:records)").param("records", records.toArray(UUID[]::new)).query(Long.class).single()).isEqualTo(records.size());
            lettingGo.day(new DayHasBegun(hiring.today().plusDays(1)));
            assertThat(db.sql("SELECT count(*) FROM evidence.item WHERE id = :file").param("file", file).query(Long.class).single()).as("the file").isZero();
            assertThat(key(erasing.withdraw(secret))).as("gone").isEqualTo("recruitment.link-dead");
            assertThat(browser.get().uri("/jobs/mine/" + secret).exchange()).hasStatus(404);
        }
        assertThat(key(interviews.rule(moved, Outcome.APPROVED, posting.asksToo()))).as("a panel was deciding when they withdrew").isEqualTo("recruitment.application-unknown");
        assertThat(browser.get().uri("/app").with(As.me(posting.asksToo())).exchange()).hasStatusOk();
        assertThat(counted("APPLY")).isEqualTo(7);
        assertThat(counted("SCREEN")).isEqualTo(6);
        assertThat(counted("INTERVIEW")).isEqualTo(3);
        assertThat(counted("OFFER")).isEqualTo(2);
        assertThat(counted("HIRE")).isEqualTo(1);
        var it = requisitions.find(posting.id()).orElseThrow();
        assertThat(it.applications()).as("still counted").isEqualTo(7);
        assertThat(it.hired()).isEqualTo(1);
    }

    /** Whoever applies types the address: it may be a colleague's or a supplier's. And who looks at envelopes must not learn from them who stands behind a code. */
    @Test
    void withAnApplicationGoItsOwnLettersAndNobodyElses() {
        var address = UUID.randomUUID() + "@example.org";
        db.sql("INSERT INTO mail.letter (id, recipient, language, subject, body, written_at) VALUES (gen_random_uuid(), :to, 'en', 'A notice of legal affairs', 'Not sent yet', now())").param("to", address).update();
        var other = done(applying.apply(form("Li", address, "13900004444", "x", true, Upload.NOTHING)));
        var sent = done(applying.apply(form("Li", address, "13900005555", "x", true, Upload.NOTHING)));
        done(screening.screen(sent.id(), Map.of(1, 4), true, "", posting.hr()));
        assertThat(subjects(address)).hasSize(4).noneMatch(it -> it.contains(sent.code()) || it.contains(other.code()));
        done(erasing.withdraw(sent.secret()));
        assertThat(subjects(address)).hasSize(2).contains("A notice of legal affairs");
    }

    /** A stranger may type anybody's address: it gets five letters a day, and no answer differs, so that none tells what others have sent. */
    @Test
    void anAddressGetsSoManyLettersADayAndEverySenderTheSameAnswer() {
        var box = "v" + UUID.randomUUID().toString().substring(0, 8);
        var link = "";
        for (var i = 0; i < 7; i++) {
            var typed = List.of(box + "@example.org", box.toUpperCase(Locale.ROOT) + "@Example.org", box + "+" + i + "@example.org").get(i % 3);
            var sent = browser.post().uri("/jobs/" + posting.number()).multipart().param("name", "Li").param("email", typed).param("phone", "1390000700" + i).param("answer1", "x")
                    .param("consent", "true").exchange();
            assertThat(sent).as("the same answer each time").hasStatus(303);
            link = sent.getResponse().getHeader("Location");
            assertThat(browser.get().uri(link).exchange()).hasStatusOk().bodyText().contains("at most 5 letters a day").doesNotContain("No letters are written");
        }
        assertThat(letters(box)).isEqualTo(5);
        var last = applying.of(link.substring("/jobs/mine/".length())).orElseThrow();
        done(screening.screen(last, Map.of(1, 4), true, "", posting.hr()));
        assertThat(letters(box)).as("nor is a decision written about").isEqualTo(5);
        assertThat(browser.get().uri("/app/recruitment/applications/" + last).with(As.me(posting.hr())).exchange()).as("whoever hires is told").bodyText().contains("No letters are written");
        done(erasing.withdraw(link.substring("/jobs/mine/".length())));
        done(applying.apply(form("Li", box + "@example.org", "13900007999", "x", true, Upload.NOTHING)));
        assertThat(letters(box)).as("withdrawing makes no room").isEqualTo(5);
        recipients.day(new DayHasBegun(hiring.today()));
        assertThat(written(box)).isEqualTo(1);
        recipients.day(new DayHasBegun(hiring.today().plusDays(1)));
        assertThat(written(box)).as("nobody's address stays behind, not even as a hash").isZero();
    }

    private long letters(String box) {
        return db.sql("SELECT count(*) FROM mail.letter WHERE lower(recipient) LIKE :box").param("box", box + "%").query(Long.class).single();
    }

    private long written(String box) {
        return db.sql("SELECT count(*) FROM recruitment.written WHERE address = :hash").param("hash", Secret.hash(box + "@example.org")).query(Long.class).single();
    }

    @Test
    void humanResourcesSayHowManyLettersFromADayOn() {
        var from = hiring.today().plusYears(9);
        assertThat(browser.post().uri("/app/recruitment/rules").param("key", "letters-a-day").param("value", "0").param("fromDay", from.toString()).param("source", "x").with(As.me(posting.hr())).exchange())
                .hasStatus(422).bodyText().contains("1 to 50");
        assertThat(browser.post().uri("/app/recruitment/rules").param("key", "letters-a-day").param("value", "2").param("fromDay", "").param("source", "x").with(As.me(posting.hr())).exchange())
                .hasStatus(422);
        assertThat(browser.post().uri("/app/recruitment/rules").param("key", "letters-a-day").param("value", "2").param("fromDay", from.toString()).param("source", "A flood in spring")
                .with(As.me(posting.hr())).exchange()).hasStatus(303);
        assertThat(rules.on(RecruitmentRule.LETTERS_A_DAY, from)).isEqualTo(2);
        assertThat(recipients.most()).as("not before its day").isEqualTo(5);
        assertThat(browser.get().uri("/app/recruitment/rules").with(As.me(posting.hr())).exchange()).hasStatusOk().bodyText().contains("A flood in spring");
        assertThat(browser.get().uri("/app/recruitment/rules").with(As.a(Role.LEGAL)).exchange()).hasStatus(403);
    }

    private List<String> subjects(String address) {
        return db.sql("SELECT subject FROM mail.letter WHERE recipient = :to").param("to", address).query(String.class).list();
    }

    @Test
    void whatNobodyWithdrewGoesOnTheDayThatWasNamed() {
        var sent = hiring.sent(posting);
        assertThat(sent.keepUntil()).isEqualTo(hiring.today().plusDays(180));
        erasing.day(new DayHasBegun(sent.keepUntil().minusDays(1)));
        assertThat(applications.find(sent.id())).isPresent();
        erasing.day(new DayHasBegun(sent.keepUntil()));
        assertThat(applications.find(sent.id())).isEmpty();
        assertThat(db.sql("SELECT why FROM recruitment.erased WHERE requisition = :id").param("id", posting.id()).query(String.class).list()).containsExactly("OVER");
    }

    @Test
    void counselSaysAnewWhatApplicantsAgreeTo() {
        var counsel = hiring.somebody(Role.LEGAL);
        var before = hiring.sent(posting);
        assertThat(key(notices.say("a", "甲", 90, hiring.today(), posting.hr()))).isEqualTo("recruitment.counsel-says");
        assertThat(key(notices.say("a", " ", 90, hiring.today(), counsel))).isEqualTo("recruitment.notice-words");
        assertThat(key(notices.say("a", "甲", 29, hiring.today(), counsel))).isEqualTo("recruitment.keep-days");
        assertThat(key(notices.say("a", "甲", 731, hiring.today(), counsel))).isEqualTo("recruitment.keep-days");
        assertThat(key(notices.say("a", "甲", 90, hiring.today().minusDays(1), counsel))).isEqualTo("recruitment.from-past");
        // From a day that no other test of this house reaches.
        var version = done(notices.say("People decide.", "由人决定。", 90, hiring.today().plusYears(5), counsel));
        assertThat(version).isGreaterThan(1);
        assertThat(applying.notice().version()).as("not yet").isLessThan(version);
        assertThat(applications.find(before.id()).orElseThrow().keepUntil()).as("whoever has applied keeps what they agreed to").isEqualTo(hiring.today().plusDays(180));
        assertThat(browser.get().uri("/app/recruitment/notice").with(As.me(counsel)).exchange()).hasStatusOk().bodyText().contains("People decide.");
        assertThat(browser.post().uri("/app/recruitment/notice").param("wordsEn", "a").param("wordsZh", "甲").param("keepDays", "1").param("fromDay", hiring.today().toString()).with(As.me(counsel)).exchange())
                .hasStatus(422);
        assertThat(browser.post().uri("/app/recruitment/notice").param("wordsEn", "a").param("wordsZh", "甲").param("keepDays", "90").param("fromDay", "soon").with(As.me(counsel)).exchange())
                .as("recruitment.day-missing").hasStatus(422).bodyText().contains("Please give a day", "#fromDay");
    }

    /** What is said by choice is read in counts, by its owner, and nowhere else: no page about an application can show it. */
    @Test
    void onlyCountsReadWhatIsKeptApart() throws Exception {
        try (var files = Files.walk(Path.of("src/main/java/org/probity"))) {
            var reading = files.filter(it -> it.toString().matches(".*\\.(java|jte|sql)")).filter(it -> {
                try {
                    return Files.readString(it).matches("(?s).*recruitment\\.(apart|counted|counted_group|fared_group|anonymous|anonymous_group)\\b.*");
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).map(it -> it.getFileName().toString()).collect(Collectors.toSet());
            assertThat(reading).isSubsetOf(
                    Set.of("Apart.java", "Fairness.java", "V202611290001__recruitment.sql", "V202611300004__recruitment_groups.sql", "V202611300107__recruitment_counts.sql",
                            "V202612020102__recruitment_sums.sql", "V202612030100__recruitment_fared.sql", "V202612030102__recruitment_come.sql"));
        }
        var id = hiring.screened(posting);
        for (var page : List.of("/app/recruitment/applications/" + id, "/app/recruitment/" + posting.id())) {
            assertThat(browser.get().uri(page).with(As.me(posting.hr())).exchange()).hasStatusOk().bodyText().doesNotContain("under 30", ">female<");
        }
        assertThat(browser.get().uri("/app/recruitment/applications/" + id).with(As.a(Role.UNION)).exchange()).hasStatus(404);
    }
}
