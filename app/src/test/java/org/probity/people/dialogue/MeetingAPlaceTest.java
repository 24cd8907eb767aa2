package org.probity.people.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Place;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Query;
import org.probity.people.dialogue.Meeting.Point;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasions;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.Measures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From calling a meeting to what those who work there read of it. */
@WholeHouse
class MeetingAPlaceTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    @Autowired Meetings meetings;
    @Autowired Points points;
    @Autowired Reading reading;
    @Autowired DialogueDesk desk;
    @Autowired DialogueData data;
    @Autowired DialogueLetters told;
    @Autowired Occasions occasions;
    @Autowired Attendance attendance;
    @Autowired Measures measures;
    @Autowired Heads heads;
    @Autowired Figures figures;
    @Autowired Accounts accounts;
    @Autowired ApplicationContext house;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    String code;
    UUID unit;
    GuestList.Key head;
    GuestList.Key worker;
    Me leads;
    Me works;
    Me elsewhere;
    int year;

    @BeforeEach
    void aPlaceWithAHead() {
        code = "D" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(java.util.Locale.ROOT);
        unit = AnOccasion.unit(house, code);
        head = AnOccasion.colleague(house, unit, code + "1");
        worker = AnOccasion.colleague(house, unit, code + "2");
        leads = AnOccasion.account(db, head, Role.EMPLOYEE);
        works = AnOccasion.account(db, worker, Role.EMPLOYEE);
        elsewhere = AnOccasion.account(db, AnOccasion.colleague(house, AnOccasion.unit(house, code + "X"), code + "3"), Role.EMPLOYEE);
        done(heads.appoint(unit, head.guest(), Place.Rank.HEAD, LocalDate.of(2024, 1, 1), "", HR.account()));
        year = LocalDate.now(clock).getYear();
    }

    Meeting called(Occasion.Plan plan) {
        return meetings.find(done(meetings.call(Form.SESSION, unit, "Night shift", List.of("LIVING"), plan, HR))).orElseThrow();
    }

    Occasion.Plan tomorrow() {
        var starts = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        return new Occasion.Plan(starts, starts.plus(Duration.ofHours(1)), "Room 3");
    }

    /** Its list is closed with both on it, and the worker has read the minutes. */
    Meeting held() {
        var it = called(AnOccasion.justOver(clock));
        var session = occasions.sessions(it.id()).getFirst().id();
        done(attendance.enter(session, List.of(new Attendance.Came(head, null, null), new Attendance.Came(worker, null, null)), Occasion.Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
        done(meetings.write(it.id(), "The canteen was talked about.", HR));
        done(meetings.agree(it.id(), 1, works));
        return meetings.find(it.id()).orElseThrow();
    }

    Point raised(Meeting it) {
        return points.find(done(points.raise(it.id(), "The canteen closes before the night shift.", leads))).orElseThrow();
    }

    List<String> acts(Me me) {
        return desk.waiting(me).stream().map(it -> it.href()).toList();
    }

    long letters(Me to) {
        return db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to").param("to", to.account() + "@helia.example").query(Long.class).single();
    }

    Reading.Reader reader(Me me) {
        return reading.of(me);
    }

    @Test
    void aMeetingIsPreparedAndAskedFor() {
        var it = called(tomorrow());
        assertThat(done(meetings.plan(it.id(), "Canteen", leads))).isEqualTo(1);
        assertThat(done(meetings.plan(it.id(), "Bus", HR))).isEqualTo(2);
        assertThat(done(meetings.invite(it.id(), List.of(code + "2", code + "1@HELIA.example"), HR))).isEqualTo(2);
        assertThat(done(meetings.invite(it.id(), List.of(code + "2"), HR))).as("asked already").isZero();
        assertThat(letters(works)).isEqualTo(1);
        assertThat(acts(works)).containsExactly(it.path());
        assertThat(acts(elsewhere)).isEmpty();
        var before = it.occasion().day(clock.getZone()).minusDays(1);
        transaction.executeWithoutResult(_ -> told.on(new DayHasBegun(before)));
        transaction.executeWithoutResult(_ -> told.on(new DayHasBegun(before)));
        assertThat(letters(works)).as("once").isEqualTo(2);
        done(occasions.callOff(it.id(), "Snow", HR));
        assertThat(letters(works)).isEqualTo(3);
        assertThat(acts(works)).isEmpty();
    }

    @Test
    void whatIsRaisedIsAnsweredPromisedAndTold() {
        var it = held();
        var point = raised(it);
        var other = raised(it);
        assertThat(key(points.publish(it.id(), "Two measures.", leads))).isEqualTo("dialogue.points-wait");
        done(points.reply(point.id(), "We look at it.", leads));
        done(points.reply(point.id(), "From Monday it stays open.", leads));
        var measure = done(measures.promise(new Measure.Subject(PointMeasures.KIND, other.id()), "Open until one", leads.account(), LocalDate.now(clock), HR));
        assertThat(reader(works).readsPoints(it)).as("they were there").isTrue();
        assertThat(points.of(it.id()).getFirst().reply()).isEqualTo("From Monday it stays open.");
        var before = letters(works);
        done(points.publish(it.id(), "One measure.", leads));
        assertThat(letters(works)).isEqualTo(before + 1);
        var told = meetings.find(it.id()).orElseThrow();
        assertThat(told.published()).isEqualTo("One measure.");
        assertThat(key(points.publish(it.id(), "Again.", leads))).isEqualTo("dialogue.published-already");
        assertThat(key(points.raise(it.id(), "Late.", leads))).isEqualTo("dialogue.published-already");
        done(measures.done(measure.id(), "Open since Monday.", List.of(), leads));
        done(measures.seenDone(measure.id(), "", HR));
        assertThat(figures.live(figures.find("points-followed").orElseThrow(), year).rows()).filteredOn(row -> row.number().equals(measure.number())).singleElement()
                .satisfies(row -> assertThat(row.input("met")).isEqualByComparingTo("1"));
    }

    @Test
    void thoseWhoWorkThereReadWhatWasToldAndNeverTheMinutes() {
        var third = AnOccasion.account(db, AnOccasion.colleague(house, unit, code + "4"), Role.EMPLOYEE);
        var it = held();
        done(points.reply(raised(it).id(), "From Monday.", leads));
        assertThat(reader(third).sees(it)).isTrue();
        assertThat(reader(third).readsPoints(it)).isFalse();
        assertThat(reader(third).inside(it)).isFalse();
        done(points.publish(it.id(), "It stays open.", HR));
        var told = meetings.find(it.id()).orElseThrow();
        assertThat(reader(third).readsPoints(told)).isTrue();
        assertThat(reader(third).inside(told)).isFalse();
        assertThat(reader(elsewhere).sees(told)).isFalse();
        assertThat(meetings.lines(Query.all("/app/dialogue"), reader(elsewhere))).isEmpty();
        assertThat(meetings.lines(Query.all("/app/dialogue"), reader(third))).extracting(Meeting::id).containsExactly(it.id());
        assertThat(meetings.count(Query.all("/app/dialogue").with("form", "DEMOCRATIC"), reader(third))).isZero();
    }

    @Test
    void whatIsNotDoneStandsOnTheNextAgenda() {
        var it = held();
        var measure = done(measures.promise(new Measure.Subject(PointMeasures.KIND, raised(it).id()), "Open until one", works.account(), LocalDate.now(clock).plusDays(9), leads));
        var next = called(tomorrow());
        assertThat(meetings.carriedOver(next)).extracting(Measure::id).containsExactly(measure.id());
        assertThat(meetings.carriedOver(it)).as("its own are not from before").isEmpty();
        done(measures.done(measure.id(), "Open.", List.of(), works));
        assertThat(meetings.carriedOver(next)).as("nobody has seen it").hasSize(1);
        done(measures.seenDone(measure.id(), "", leads));
        assertThat(meetings.carriedOver(next)).isEmpty();
    }

    @Test
    void deskSaysWhatIsNextAndToWhom() {
        var it = called(AnOccasion.justOver(clock));
        var session = occasions.sessions(it.id()).getFirst().id();
        done(attendance.enter(session, List.of(new Attendance.Came(worker, null, null)), Occasion.Means.ENTERED, HR));
        assertThat(acts(HR)).as("the list is the occasion's to say").doesNotContain(it.path());
        done(attendance.close(session, 0, "", HR));
        assertThat(acts(HR)).contains(it.path());
        done(meetings.write(it.id(), "The canteen was talked about.", HR));
        assertThat(acts(HR)).doesNotContain(it.path());
        assertThat(acts(works)).contains(it.path());
        done(meetings.agree(it.id(), 1, works));
        assertThat(acts(works)).doesNotContain(it.path());
        assertThat(acts(leads)).contains(it.path());
        done(points.publish(it.id(), "Nothing was raised.", leads));
        assertThat(acts(leads)).doesNotContain(it.path());
    }

    @Test
    void onlyThoseWhoLeadAct() {
        var it = called(tomorrow());
        assertThat(key(meetings.call(Form.SESSION, unit, "Night shift", List.of("LIVING"), tomorrow(), leads))).isEqualTo("gathering.not-held-by-you");
        assertThat(key(meetings.call(Form.SESSION, UUID.randomUUID(), "Night shift", List.of("LIVING"), tomorrow(), HR))).isEqualTo("dialogue.place-unknown");
        assertThat(key(meetings.plan(it.id(), "Canteen", works))).isEqualTo("dialogue.not-led-by-you");
        assertThat(key(meetings.plan(UUID.randomUUID(), "Canteen", HR))).isEqualTo("dialogue.meeting-unknown");
        assertThat(key(meetings.plan(it.id(), " ", leads))).isEqualTo("dialogue.item-missing");
        assertThat(key(meetings.plan(it.id(), "x".repeat(1_001), leads))).isEqualTo("dialogue.words-long");
        assertThat(key(meetings.invite(it.id(), List.of(), HR))).isEqualTo("dialogue.nobody-asked");
        assertThat(key(meetings.invite(it.id(), List.of("nobody"), HR))).isEqualTo("dialogue.person-unknown");
        assertThat(key(meetings.invite(it.id(), List.of(code + "2"), leads))).isEqualTo("gathering.not-held-by-you");
        assertThat(key(points.raise(it.id(), "Canteen", leads))).isEqualTo("dialogue.not-begun");
        assertThat(key(meetings.write(it.id(), "Minutes", HR))).isEqualTo("gathering.not-begun");
        done(occasions.callOff(it.id(), "Snow", HR));
        assertThat(key(meetings.plan(it.id(), "Canteen", leads))).isEqualTo("gathering.called-off-already");
    }

    @Test
    void minutesAndPointsAreNeededBeforeItIsTold() {
        var it = called(AnOccasion.justOver(clock));
        assertThat(key(meetings.plan(it.id(), "Canteen", leads))).isEqualTo("dialogue.begun-already");
        assertThat(key(meetings.invite(it.id(), List.of(code + "2"), HR))).isEqualTo("dialogue.begun-already");
        assertThat(key(points.publish(it.id(), "Told.", leads))).isEqualTo("dialogue.minutes-first");
        var held = held();
        assertThat(key(meetings.agree(held.id(), 1, elsewhere))).isEqualTo("gathering.minutes-read");
        assertThat(key(points.raise(held.id(), " ", leads))).isEqualTo("dialogue.point-missing");
        assertThat(key(points.raise(held.id(), "x".repeat(2_001), leads))).isEqualTo("dialogue.words-long");
        var point = raised(held);
        assertThat(key(points.reply(point.id(), " ", leads))).isEqualTo("dialogue.reply-missing");
        assertThat(key(points.reply(point.id(), "x".repeat(4_001), leads))).isEqualTo("dialogue.words-long");
        assertThat(key(points.reply(point.id(), "Yes", works))).isEqualTo("dialogue.not-led-by-you");
        assertThat(key(points.reply(UUID.randomUUID(), "Yes", leads))).isEqualTo("dialogue.point-unknown");
        done(points.reply(point.id(), "Yes", leads));
        assertThat(key(points.publish(held.id(), " ", leads))).isEqualTo("dialogue.result-missing");
        assertThat(key(points.publish(held.id(), "x".repeat(4_001), leads))).isEqualTo("dialogue.words-long");
    }

    @Test
    void aMeetingCountsOnceItsMinutesWereRead() {
        var it = called(AnOccasion.justOver(clock));
        var figure = figures.find("meetings-held").orElseThrow();
        var year = it.occasion().day(clock.getZone()).getYear();
        assertThat(figures.live(figure, year).excluded()).filteredOn(row -> row.number().equals(it.occasion().number())).extracting(row -> row.reason()).containsExactly("dialogue.fig.list-open");
        var held = held();
        var value = figures.live(figure, year);
        assertThat(value.included()).extracting(row -> row.number()).contains(held.occasion().number());
        assertThat(value.control().difference()).isEqualByComparingTo("0");
    }

    @Test
    void whoeverWroteSeesIt() {
        var it = held();
        raised(it);
        Account account = accounts.find(leads.account()).orElseThrow();
        assertThat(data.about(account).getFirst().rows()).hasSize(1);
        assertThat(data.about(accounts.find(works.account()).orElseThrow())).isEmpty();
    }
}
