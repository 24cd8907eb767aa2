package org.probity.shapes.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.shapes.gathering.AnOccasion.BUYER;
import static org.probity.shapes.gathering.AnOccasion.OFFICER;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasion.Standing;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class HoldingAnOccasionTest {
    static final String KIND = "exchange.exchange";

    @Autowired ApplicationContext house;
    @Autowired Occasions occasions;
    @Autowired Attendance attendance;
    @Autowired Doors doors;
    @Autowired DoorCodes codes;
    @Autowired AttendanceLists lists;
    @Autowired Minutes minutes;
    @Autowired FollowUps followUps;
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    final String tag = UUID.randomUUID().toString().substring(0, 8);
    UUID supplier;
    Me contact;
    GuestList.Key theirs;
    GuestList.Key ours;
    LocalDate today;

    @BeforeEach
    void twoSides() {
        today = LocalDate.now(clock);
        supplier = ASupplier.in(db);
        contact = AnOccasion.speaker(db, supplier, tag + "@supplier.example");
        theirs = new GuestList.Key("contact", db.sql("SELECT id FROM supplier.contact WHERE supplier = :supplier").param("supplier", supplier).query(UUID.class).single());
        ours = AnOccasion.colleague(house, AnOccasion.unit(house, "U" + tag), "N" + tag);
    }

    UUID held(Occasion.Plan plan) {
        return done(occasions.open(new Occasions.Opening(KIND, "Carbon of wafers", List.of("CLIMATE"), List.of(supplier), List.of(plan)), OFFICER));
    }

    UUID justHeld() {
        return held(AnOccasion.justOver(clock));
    }

    UUID session(UUID occasion) {
        return occasions.sessions(occasion).getFirst().id();
    }

    Occasion find(UUID id) {
        return occasions.find(id).orElseThrow();
    }

    @Test
    void aDayThatNobodyCanMeanIsRefused() {
        assertThat(browser.post().uri("/app/gatherings/" + justHeld() + "/follow-ups").with(As.me(OFFICER)).param("what", "Send the forms").param("owner", "party/" + supplier)
                .param("dueDay", "+999999999-01-01").exchange()).hasStatus(422);
    }

    @Test
    void fromTheListToMinutesThatAnotherHasRead() {
        var id = justHeld();
        assertThat(find(id).state(clock.instant())).isEqualTo(Occasion.State.LIST_OPEN);
        done(attendance.enter(session(id), List.of(new Came(theirs, null, null), new Came(ours, null, null)), Means.ENTERED, OFFICER));
        done(attendance.close(session(id), 3, "", OFFICER));
        assertThat(find(id)).extracting(Occasion::people, Occasion::others).containsExactly(2L, 3L);
        done(minutes.write(id, "They measure by line since May.", OFFICER));
        assertThat(find(id).state(clock.instant())).isEqualTo(Occasion.State.MINUTES_UNREAD);
        assertThat(key(minutes.agree(id, 1, OFFICER))).isEqualTo("gathering.minutes-own");
        assertThat(key(minutes.agree(id, 2, contact))).isEqualTo("gathering.minutes-gone");
        assertThat(key(minutes.agree(id, 1, BUYER))).as("was not there").isEqualTo("gathering.minutes-not-there");
        done(minutes.agree(id, 1, contact));
        assertThat(key(minutes.agree(id, 1, contact))).isEqualTo("gathering.minutes-read");
        assertThat(find(id).state(clock.instant())).isEqualTo(Occasion.State.HELD);
        done(minutes.write(id, "They measure by line since June.", OFFICER));
        assertThat(find(id).state(clock.instant())).as("a correction is read again").isEqualTo(Occasion.State.MINUTES_UNREAD);
        done(minutes.agree(id, 2, AnOccasion.account(db, ours, Role.EMPLOYEE)));
        assertThat(db.sql("SELECT count(*) FROM gathering.reading JOIN log.record ON record.id = reading.record WHERE occasion = :id").param("id", id).query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void theDataHoldsTheSecondReaderToo() {
        var id = justHeld();
        done(minutes.write(id, "Words", OFFICER));
        assertThatThrownBy(() -> db.sql("INSERT INTO gathering.reading (occasion, no, written_by, by, at, record) VALUES (:id, 1, :me, :me, now(), gen_random_uuid())")
                .param("id", id).param("me", OFFICER.account()).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("read_by_another");
    }

    @Test
    void anOccasionSaysWhatAboutWithWhomAndWhen() {
        var plan = AnOccasion.justOver(clock);
        assertThat(opening("", List.of("CLIMATE"), supplier, plan, OFFICER)).isEqualTo("gathering.title-missing");
        assertThat(opening("x".repeat(301), List.of("CLIMATE"), supplier, plan, OFFICER)).isEqualTo("gathering.title-long");
        assertThat(opening("T", List.of("WEATHER"), supplier, plan, OFFICER)).isEqualTo("gathering.topic-missing");
        assertThat(opening("T", List.of(), supplier, plan, OFFICER)).isEqualTo("gathering.topic-missing");
        assertThat(opening("T", List.of("CLIMATE"), UUID.randomUUID(), plan, OFFICER)).isEqualTo("gathering.party-unknown");
        assertThat(key(occasions.open(new Occasions.Opening(KIND, "T", List.of("CLIMATE"), List.of(supplier), List.of()), OFFICER))).isEqualTo("gathering.session-missing");
        assertThat(opening("T", List.of("CLIMATE"), supplier, new Occasion.Plan(plan.endsAt(), plan.startsAt(), ""), OFFICER)).isEqualTo("gathering.session-times");
        assertThat(opening("T", List.of("CLIMATE"), supplier, new Occasion.Plan(plan.startsAt(), plan.startsAt().plus(Duration.ofHours(25)), ""), OFFICER))
                .isEqualTo("gathering.session-times");
        assertThat(opening("T", List.of("CLIMATE"), supplier, new Occasion.Plan(plan.startsAt(), plan.endsAt(), "x".repeat(301)), OFFICER)).isEqualTo("gathering.place-long");
        assertThat(opening("T", List.of("CLIMATE"), supplier, plan, someone(Role.HR))).isEqualTo("gathering.not-held-by-you");
    }

    String opening(String title, List<String> topics, UUID party, Occasion.Plan plan, Me by) {
        return key(occasions.open(new Occasions.Opening(KIND, title, topics, List.of(party), List.of(plan)), by));
    }

    @Test
    void whoIsEnteredIsKnownAndWasThereWithinTheSession() {
        var id = justHeld();
        var plan = occasions.sessions(id).getFirst();
        assertThat(key(attendance.enter(UUID.randomUUID(), List.of(), Means.ENTERED, OFFICER))).isEqualTo("gathering.unknown");
        assertThat(key(attendance.enter(plan.id(), List.of(new Came(new GuestList.Key("staff", UUID.randomUUID()), null, null)), Means.ENTERED, OFFICER))).isEqualTo("gathering.guest-unknown");
        assertThat(key(attendance.enter(plan.id(), List.of(new Came(ours, plan.endsAt(), plan.startsAt())), Means.ENTERED, OFFICER))).isEqualTo("gathering.stay-turned");
        assertThat(key(attendance.enter(plan.id(), List.of(new Came(ours, plan.endsAt(), plan.endsAt().plusSeconds(5))), Means.ENTERED, OFFICER))).isEqualTo("gathering.stay-outside");
        assertThat(key(attendance.enter(plan.id(), List.of(new Came(ours, null, null)), Means.ENTERED, someone(Role.HR)))).isEqualTo("gathering.not-held-by-you");
        var later = held(new Occasion.Plan(clock.instant().plusSeconds(600), clock.instant().plusSeconds(4200), ""));
        assertThat(key(attendance.enter(session(later), List.of(new Came(ours, null, null)), Means.ENTERED, OFFICER))).isEqualTo("gathering.not-begun");
        assertThat(key(occasions.ask(id, List.of(new GuestList.Key("staff", UUID.randomUUID())), OFFICER))).isEqualTo("gathering.guest-unknown");
        assertThat(key(occasions.ask(UUID.randomUUID(), List.of(), OFFICER))).isEqualTo("gathering.unknown");
        assertThat(done(occasions.ask(id, List.of(ours, theirs), OFFICER))).isEqualTo(2);
        assertThat(done(occasions.ask(id, List.of(ours, theirs), OFFICER))).as("not twice").isZero();
    }

    @Test
    void aListCountsOnceItIsClosedAndACorrectionIsClosedAgain() {
        var id = justHeld();
        var session = session(id);
        assertThat(key(attendance.close(session, 0, "", OFFICER))).isEqualTo("gathering.nobody");
        assertThat(key(attendance.close(session, -1, "", OFFICER))).isEqualTo("gathering.others-wrong");
        assertThat(key(attendance.close(session, 1, "x".repeat(4001), OFFICER))).isEqualTo("gathering.words-long");
        var running = held(AnOccasion.running(clock));
        assertThat(key(attendance.close(session(running), 1, "", OFFICER))).isEqualTo("gathering.not-over");
        done(attendance.enter(session, List.of(new Came(ours, null, null), new Came(theirs, null, null)), Means.ENTERED, OFFICER));
        assertThat(spent(id)).as("nobody closed it").isEmpty();
        done(attendance.close(session, 0, "", OFFICER));
        assertThat(spent(id)).containsExactlyInAnyOrder(7200L, 7200L);
        done(attendance.withdraw(session, attendance.presences(session).getFirst().id(), OFFICER));
        assertThat(spent(id)).as("the closed list still counts").hasSize(2);
        assertThat(key(attendance.close(session, 0, " ", OFFICER))).isEqualTo("gathering.reason-missing");
        assertThat(key(attendance.withdraw(session, UUID.randomUUID(), OFFICER))).isEqualTo("gathering.presence-unknown");
        done(attendance.close(session, 0, "One of them was on leave", OFFICER));
        assertThat(spent(id)).containsExactly(7200L);
        assertThat(key(occasions.callOff(id, "why", OFFICER))).isEqualTo("gathering.list-closed");
    }

    /** The database folds stretches as Java does: 40 seeded people with stays that overlap, leave and come back. */
    @Test
    void theDatabaseCountsTheSameSeconds() {
        var id = justHeld();
        var session = occasions.sessions(id).getFirst();
        var random = new Random(7);
        var unit = AnOccasion.unit(house, "V" + tag);
        var came = new ArrayList<Came>();
        for (var person = 0; person < 40; person++) {
            var who = AnOccasion.colleague(house, unit, "R" + tag + person);
            for (var i = 1 + random.nextInt(4); i > 0; i--) {
                var from = session.startsAt().plusSeconds(random.nextInt(7000) - 100);
                came.add(new Came(who, from, from.plusSeconds(1 + random.nextInt(3000))));
            }
        }
        came.removeIf(it -> !it.leftAt().isAfter(session.startsAt()));
        done(attendance.enter(session.id(), came, Means.IMPORTED, OFFICER));
        done(attendance.close(session.id(), 0, "", OFFICER));
        var byJava = Attendance.seconds(session, attendance.presences(session.id()));
        assertThat(spent(id)).containsExactlyInAnyOrderElementsOf(byJava.values());
        assertThat(db.sql("SELECT seconds FROM gathering.closing_stated WHERE occasion = :id").param("id", id).query(Long.class).single())
                .isEqualTo(byJava.values().stream().mapToLong(Long::longValue).sum());
    }

    List<Long> spent(UUID occasion) {
        return db.sql("SELECT seconds FROM gathering.spent('infinity') WHERE occasion = :id").param("id", occasion).query(Long.class).list();
    }

    @Test
    void whoTypesTheCodeIsThereUntilTheyLeave() {
        var id = held(AnOccasion.running(clock));
        var code = codes.now(session(id));
        var stranger = new Me(UUID.randomUUID(), "Nobody", Set.of(Role.EMPLOYEE), Optional.empty());
        assertThat(key(doors.here(code, stranger))).isEqualTo("gathering.not-known");
        assertThat(key(doors.here("no code", contact))).isEqualTo("gathering.code-wrong");
        var other = AnOccasion.speaker(db, ASupplier.in(db), "other" + tag + "@supplier.example");
        assertThat(key(doors.here(code, other))).as("of another company").isEqualTo("gathering.code-wrong");
        done(doors.here(code, contact));
        assertThat(key(doors.here(code, contact))).isEqualTo("gathering.here-already");
        assertThat(key(attendance.leave(UUID.randomUUID(), contact))).isEqualTo("gathering.not-here");
        var mine = AnOccasion.account(db, ours, Role.EMPLOYEE);
        assertThat(browser.post().uri("/app/here").with(As.me(mine)).param("code", code).exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/here").with(As.me(mine)).exchange()).bodyText().contains("Carbon of wafers");
        assertThat(browser.post().uri("/app/here/leaving").with(As.me(mine)).param("presence", attendance.open(mine).getFirst().id().toString()).exchange()).hasStatus(303);
        assertThat(attendance.open(mine)).isEmpty();
        assertThat(attendance.open(contact)).hasSize(1);
        done(occasions.callOff(held(AnOccasion.running(clock)), "too hot", OFFICER));
    }

    @Test
    void whoGuessesCodesIsHeldUpEvenWithTheRightOne() {
        var id = held(AnOccasion.running(clock));
        var code = codes.now(session(id));
        for (var no = 0; no < 10; no++) {
            assertThat(key(doors.here("no code " + no, contact))).isEqualTo("gathering.code-wrong");
        }
        assertThat(key(doors.here(code, contact))).isEqualTo("gathering.code-guessed");
        var colleague = AnOccasion.speaker(db, supplier, "colleague" + tag + "@supplier.example");
        done(doors.here(code, colleague));
        db.sql("UPDATE gathering.guess SET at = at - interval '11 minutes' WHERE account = :me").param("me", contact.account()).update();
        done(doors.here(code, contact));
    }

    @Test
    void nobodyIsTakenOutOfTheListOfAnotherSession() {
        var id = justHeld();
        done(attendance.enter(session(id), List.of(new Came(theirs, null, null)), Means.ENTERED, OFFICER));
        var there = attendance.presences(session(id)).getFirst().id();
        assertThat(key(attendance.withdraw(session(justHeld()), there, OFFICER))).isEqualTo("gathering.presence-unknown");
        assertThat(attendance.presences(session(id))).hasSize(1);
        done(attendance.withdraw(session(id), there, OFFICER));
        assertThat(attendance.presences(session(id))).isEmpty();
    }

    @Test
    void aDayNobodyCanMeanIsNoDay() {
        var id = justHeld();
        assertThat(browser.post().uri("/app/gatherings/" + id + "/follow-ups").param("what", "Measure").param("owner", "party/" + supplier).param("dueDay", "+999999999-12-31")
                .with(As.me(OFFICER))).hasStatus(422);
    }

    @Test
    void aFollowUpIsDoneByItsOwnerAndSettledByAnother() {
        var id = justHeld();
        assertThat(key(followUps.agree(id, " ", null, supplier, today, OFFICER))).isEqualTo("gathering.what-missing");
        assertThat(key(followUps.agree(id, "x".repeat(1001), null, supplier, today, OFFICER))).isEqualTo("gathering.what-long");
        assertThat(key(followUps.agree(id, "Measure", null, ASupplier.in(db), today, OFFICER))).isEqualTo("gathering.owner-missing");
        assertThat(key(followUps.agree(id, "Measure", UUID.randomUUID(), null, today, OFFICER))).isEqualTo("gathering.owner-missing");
        assertThat(key(followUps.agree(id, "Measure", null, supplier, today.minusDays(1), OFFICER))).isEqualTo("gathering.day-past");
        var it = done(followUps.agree(id, "Measure by line", null, supplier, today.plusDays(20), OFFICER));
        assertThat(browser.get().uri("/app/portal").with(As.me(contact)).exchange()).bodyText().contains("Measure by line");
        assertThat(key(followUps.done(UUID.randomUUID(), "x", contact))).isEqualTo("gathering.follow-up-unknown");
        assertThat(key(followUps.done(it.id(), "x", BUYER))).isEqualTo("gathering.follow-up-not-yours");
        assertThat(key(followUps.done(it.id(), " ", contact))).isEqualTo("gathering.done-missing");
        assertThat(key(followUps.done(it.id(), "x".repeat(4001), contact))).isEqualTo("gathering.words-long");
        assertThat(key(followUps.rule(it.id(), Standing.SETTLED, "", OFFICER))).as("nothing was done").isEqualTo("gathering.step-not-allowed");
        done(followUps.done(it.id(), "Meters since May", contact));
        assertThat(key(followUps.rule(it.id(), Standing.RETURNED, " ", OFFICER))).isEqualTo("gathering.reason-missing");
        assertThat(key(followUps.rule(it.id(), Standing.SETTLED, "", someone(Role.HR)))).isEqualTo("gathering.not-held-by-you");
        assertThat(key(followUps.rule(UUID.randomUUID(), Standing.SETTLED, "", OFFICER))).isEqualTo("gathering.follow-up-unknown");
        done(followUps.rule(it.id(), Standing.RETURNED, "Which lines?", OFFICER));
        done(followUps.done(it.id(), "All four", contact));
        assertThat(done(followUps.rule(it.id(), Standing.SETTLED, "", OFFICER)).state()).isEqualTo(Standing.SETTLED);
    }

    @Test
    void nobodySettlesWhatTheyDidThemselves() {
        var id = justHeld();
        var me = AnOccasion.account(db, ours, Role.BUYER);
        var it = done(followUps.agree(id, "Send the forms", me.account(), null, today.plusDays(3), OFFICER));
        assertThat(browser.get().uri("/app").with(As.me(me)).exchange()).bodyText().contains("Send the forms");
        done(followUps.done(it.id(), "Sent", me));
        assertThat(key(followUps.rule(it.id(), Standing.SETTLED, "", me))).isEqualTo("gathering.another-person");
        assertThat(done(followUps.rule(it.id(), Standing.SETTLED, "", OFFICER)).state()).isEqualTo(Standing.SETTLED);
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO gathering.follow_up_step (follow_up, no, state, words, by, at, after_by, record) VALUES (:id, 9, 'SETTLED', '', :me, now(), :me, gen_random_uuid())
                """).param("id", it.id()).param("me", me.account()).update()).hasMessageContaining("settled_by_another");
    }

    @Test
    void whatWasCalledOffIsOver() {
        var id = justHeld();
        assertThat(key(occasions.callOff(id, " ", OFFICER))).isEqualTo("gathering.reason-missing");
        assertThat(key(occasions.callOff(id, "x".repeat(4001), OFFICER))).isEqualTo("gathering.words-long");
        done(occasions.callOff(id, "A typhoon", OFFICER));
        assertThat(key(minutes.write(id, "Words", OFFICER))).isEqualTo("gathering.called-off-already");
        assertThat(key(minutes.write(justHeld(), " ", OFFICER))).isEqualTo("gathering.minutes-missing");
        assertThat(key(minutes.write(justHeld(), "x".repeat(20_001), OFFICER))).isEqualTo("gathering.minutes-long");
        var later = held(new Occasion.Plan(clock.instant().plusSeconds(600), clock.instant().plusSeconds(4200), ""));
        assertThat(key(minutes.write(later, "Words", OFFICER))).isEqualTo("gathering.not-begun");
        assertThat(key(followUps.agree(later, "x", null, supplier, today, OFFICER))).isEqualTo("gathering.not-begun");
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll() {
        var id = justHeld();
        var session = occasions.sessions(id).getFirst();
        var zone = clock.getZone();
        assertThat(key(lists.read("name\nx".getBytes(), session, zone))).isEqualTo("gathering.list-columns");
        assertThat(key(lists.read("who,from,to\n".getBytes(), session, zone))).isEqualTo("gathering.list-empty");
        assertThat(key(lists.read(new byte[0], session, zone))).isEqualTo("ui.file-empty");
        assertThat(key(lists.read(("who\n" + "a\n".repeat(5001)).getBytes(), session, zone))).isEqualTo("gathering.list-long");
        assertThat(key(lists.read("who,from,to\nnobody@nowhere.example,,\n".getBytes(), session, zone))).isEqualTo("gathering.line-who");
        assertThat(key(lists.read(("工号,进入时间,离开时间\nN" + tag + ",soon,\n").getBytes(java.nio.charset.StandardCharsets.UTF_8), session, zone))).isEqualTo("gathering.line-time");
        var from = session.startsAt().plusSeconds(61).atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
        var file = "email,join time,leave time\n" + tag + "@supplier.example," + from + ",\nN" + tag + ",,\n";
        assertThat(browser.post().multipart().uri("/app/gatherings/" + id + "/sessions/" + session.id() + "/import").file(new MockMultipartFile("file", "list.csv", "text/csv", file.getBytes()))
                .with(As.me(OFFICER)).exchange()).hasStatus(303);
        assertThat(Attendance.seconds(session, attendance.presences(session.id())).values()).containsExactlyInAnyOrder(7139L, 7200L);
    }

    @Test
    void aProgramHandsItsListInAndAPersonClosesIt() {
        var buyer = granted(accounts.invite(new Accounts.Newcomer("Meetings", UUID.randomUUID() + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE));
        var bearer = "Bearer " + granted(tokens.make(buyer, "meetings", Tokens.May.WRITE, 30));
        var id = justHeld();
        assertThat(browser.get().uri("/api/gatherings/" + id + "/sessions").header("Authorization", bearer).exchange()).hasStatusOk().bodyText().contains(session(id).toString(), "\"closed\":false");
        var at = "/api/gatherings/sessions/" + session(id) + "/presences";
        assertThat(post(at, bearer, "{\"lines\":[]}")).hasStatus(422).bodyText().contains("gathering.list-empty");
        assertThat(post(at, bearer, "{\"lines\":[{\"who\":\"nobody\"}]}")).hasStatus(422).bodyText().contains("gathering.line-who");
        assertThat(post("/api/gatherings/sessions/" + UUID.randomUUID() + "/presences", bearer, "{}")).hasStatus(404);
        // Who may hold other kinds learns neither how many came to this one nor who is known here.
        var other = granted(accounts.invite(new Accounts.Newcomer("Trainings", UUID.randomUUID() + "@helia.example", Set.of(Role.HR), Optional.empty(), "en"), Accounts.HOUSE));
        var others = "Bearer " + granted(tokens.make(other, "trainings", Tokens.May.WRITE, 30));
        assertThat(browser.get().uri("/api/gatherings/" + id + "/sessions").header("Authorization", others).exchange()).hasStatus(404);
        assertThat(post(at, others, "{\"lines\":[{\"who\":\"nobody\"}]}")).hasStatus(404);
        assertThat(post(at, bearer, "{\"lines\":[{\"who\":\"N" + tag + "\"},{\"who\":\"" + tag + "@supplier.example\",\"from\":\"\"}]}")).hasStatusOk().bodyText().contains("\"lines\":2");
        assertThat(attendance.presences(session(id))).hasSize(2);
        assertThat(spent(id)).as("nobody closed it").isEmpty();
    }

    static <T> T granted(Ruling<T> ruling) {
        return ((Ruling.Granted<T>) ruling).value();
    }

    MvcTestResult post(String path, String bearer, String body) {
        return browser.post().uri(path).header("Authorization", bearer).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    @Test
    void theScreensOfBothSidesCarryItThrough() {
        var id = justHeld();
        var at = "/app/gatherings/" + id;
        var session = at + "/sessions/" + session(id);
        assertThat(browser.get().uri(at).with(As.me(OFFICER)).exchange()).hasStatusOk().bodyText().contains("Carbon of wafers").doesNotContain(occasions.sessions(id).getFirst().code());
        assertThat(browser.post().uri(session + "/presences").with(As.me(OFFICER)).param("people", "contact/" + theirs.guest()).param("who", "N" + tag).param("from", "never").exchange())
                .hasStatus(422).bodyText().contains("14:05");
        assertThat(browser.post().uri(session + "/presences").with(As.me(OFFICER)).param("people", "contact/" + theirs.guest()).param("who", "N" + tag).exchange()).hasStatus(303);
        assertThat(browser.post().uri(session + "/closing").with(As.me(OFFICER)).param("others", "2").exchange()).hasStatus(303);
        assertThat(browser.post().uri(at + "/minutes").with(As.me(OFFICER)).param("minutes", "Measured by line.").exchange()).hasStatus(303);
        assertThat(browser.post().uri(at + "/follow-ups").with(As.me(OFFICER)).param("what", "Send values").param("owner", "party/" + supplier).param("dueDay", "soon").exchange())
                .hasStatus(422).bodyText().contains("Give a day");
        assertThat(browser.post().uri(at + "/follow-ups").with(As.me(OFFICER)).param("what", "Send values").param("owner", "party/" + supplier)
                .param("dueDay", today.plusDays(9).toString()).exchange()).hasStatus(303);
        var portal = "/app/portal/gatherings/" + id;
        assertThat(browser.get().uri(portal).with(As.me(contact)).exchange()).hasStatusOk().bodyText().contains("Measured by line.", "Send values").doesNotContain("Colleague N" + tag);
        assertThat(browser.get().uri(portal).with(As.contactOf(ASupplier.in(db))).exchange()).hasStatus(404);
        assertThat(browser.post().uri(portal + "/reading").with(As.me(contact)).param("no", "1").exchange()).hasStatus(303);
        var followUp = followUps.of(id).getFirst();
        assertThat(browser.post().uri(portal + "/follow-ups/" + followUp.id() + "/done").with(As.me(contact)).param("words", "").exchange()).hasStatus(422);
        assertThat(browser.post().uri(portal + "/follow-ups/" + followUp.id() + "/done").with(As.me(contact)).param("words", "Sent today").exchange()).hasStatus(303);
        assertThat(browser.post().uri(at + "/follow-ups/" + followUp.id() + "/ruling").with(As.me(OFFICER)).param("next", "SETTLED").param("words", "").exchange()).hasStatus(303);
        assertThat(followUps.find(followUp.id()).orElseThrow().state()).isEqualTo(Standing.SETTLED);
        assertThat(browser.get().uri(at).with(As.a(Role.REVIEWER)).exchange()).hasStatusOk().bodyText().doesNotContain("Colleague N" + tag);
    }

    static Me someone(Role role) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(role), Optional.empty());
    }
}
