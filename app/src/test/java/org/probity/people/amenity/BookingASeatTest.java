package org.probity.people.amenity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.people.amenity.Seats.Kind;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A gym with two seats an hour, a coach, a shuttle with two seats: whatever is booked is booked once. */
@WholeHouse
class BookingASeatTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    @Autowired Amenities amenities;
    @Autowired Coaching coaching;
    @Autowired Shuttle shuttle;
    @Autowired Seats seats;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Directory directory;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext context;
    @Autowired TransactionTemplate transaction;

    LocalDate today;
    LocalDate tomorrow;
    UUID site;
    UUID gym;
    String code;

    @BeforeEach
    void aGym() {
        today = seats.today();
        tomorrow = today.plusDays(1);
        code = "A" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        site = done(organisation.found(code + "-S", Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        gym = done(amenities.found(new Amenities.Details(code, Amenities.Kind.GYM, "Gym", "健身房", site), HR));
        done(amenities.open(gym, hours(today, 18, 20, 2), HR));
    }

    static Amenities.Hours hours(LocalDate from, int opens, int closes, int seats) {
        return new Amenities.Hours(from, Set.of(1, 2, 3, 4, 5, 6, 7), LocalTime.of(opens, 0), LocalTime.of(closes, 0), 60, seats);
    }

    Me worker() {
        var number = "A" + UUID.randomUUID().toString().substring(0, 10);
        var person = done(staff.takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, site, "", today.minusYears(1), null), "", HR.account()));
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)").param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    private Answer<UUID> book(Me by, int hour) {
        return seats.book(Kind.SLOT, gym, tomorrow.atTime(hour, 0), null, by);
    }

    @Test
    void aPlaceIsOpenInSlotsUntilItSaysOtherwise() {
        assertThat(seats.offered(gym, Kind.SLOT, tomorrow)).extracting(it -> it.fromAt().getHour() + " " + it.free()).containsExactly("18 2", "19 2");
        done(amenities.open(gym, hours(tomorrow.plusDays(1), 7, 8, 5), HR));
        done(amenities.open(gym, hours(tomorrow.plusDays(1), 12, 13, 5), HR));
        assertThat(seats.offered(gym, Kind.SLOT, tomorrow.plusDays(1))).extracting(it -> it.fromAt().getHour()).as("what is said for one day is said together").containsExactly(7, 12);
        done(amenities.close(gym, tomorrow, "the floor is laid", HR));
        assertThat(seats.offered(gym, Kind.SLOT, tomorrow)).isEmpty();
        assertThat(key(book(worker(), 18))).isEqualTo("amenity.not-open");
    }

    @Test
    void aSeatIsTakenOnceAndNobodyIsInTwoPlaces() {
        var her = worker();
        var booking = done(book(her, 18));
        assertThat(key(book(her, 18))).isEqualTo("amenity.elsewhere");
        done(book(worker(), 18));
        assertThat(key(book(worker(), 18))).isEqualTo("amenity.full");
        assertThat(key(seats.giveBack(booking, worker()))).isEqualTo("amenity.only-own");
        done(seats.giveBack(booking, her));
        assertThat(key(seats.giveBack(booking, her))).isEqualTo("amenity.gone");
        assertThat(key(seats.giveBack(UUID.randomUUID(), her))).isEqualTo("amenity.unknown");
        done(book(worker(), 18));
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO amenity.booking (id, number, kind, thing, from_at, until_at, seat, person, booked_by, booked_at, record)
                SELECT gen_random_uuid(), left(id::text, 18), kind, thing, from_at, until_at, seat, :person, booked_by, booked_at, record FROM amenity.booking WHERE thing = :gym AND void_at IS NULL LIMIT 1
                """).param("person", directory.personOf(her).orElseThrow()).param("gym", gym).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("booking_seat_once");
    }

    @Test
    void ofManyWhoBookAtOnceAsManyGetASeatAsThereAre() throws Exception {
        var people = IntStream.range(0, 6).mapToObj(_ -> worker()).toList();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var answers = new ArrayList<Answer<UUID>>();
            for (var it : pool.invokeAll(people.stream().map(who -> (Callable<Answer<UUID>>) () -> book(who, 19)).toList())) {
                answers.add(it.get());
            }
            assertThat(answers).filteredOn(it -> it instanceof Answer.Done<UUID>).hasSize(2);
            assertThat(answers).filteredOn(it -> it instanceof Answer.Refused<UUID>).allSatisfy(it -> assertThat(key(it)).isEqualTo("amenity.full"));
        }
    }

    @Test
    void bookingIsRefusedWithWhatIsWrong() {
        var her = worker();
        assertThat(key(seats.book(Kind.SLOT, gym, tomorrow.atTime(18, 0), null, HR))).isEqualTo("amenity.no-person");
        assertThat(key(seats.book(Kind.SLOT, gym, null, null, her))).isEqualTo("amenity.time-missing");
        assertThat(key(seats.book(Kind.SLOT, gym, today.minusDays(1).atTime(18, 0), null, her))).isEqualTo("amenity.begun");
        assertThat(key(seats.book(Kind.SLOT, gym, today.plusDays(15).atTime(18, 0), null, her))).isEqualTo("amenity.too-far");
        assertThat(key(seats.book(Kind.SLOT, gym, tomorrow.atTime(17, 0), null, her))).isEqualTo("amenity.not-open");
        assertThat(key(seats.book(Kind.SLOT, UUID.randomUUID(), tomorrow.atTime(18, 0), null, her))).isEqualTo("amenity.not-open");
        var person = directory.personOf(her).orElseThrow();
        done(staff.end(directory.engagement(person, today).orElseThrow(), today.minusDays(1), "", HR.account()));
        assertThat(key(book(her, 18))).isEqualTo("amenity.not-here");
        var many = worker();
        for (int day = 1; day <= 10; day++) {
            done(seats.book(Kind.SLOT, gym, today.plusDays(day).atTime(18, 0), null, many));
            done(seats.book(Kind.SLOT, gym, today.plusDays(day).atTime(19, 0), null, many));
        }
        assertThat(key(seats.book(Kind.SLOT, gym, today.plusDays(11).atTime(18, 0), null, many))).isEqualTo("amenity.many");
    }

    @Test
    void aPlaceIsEnteredWithWhatItNeeds() {
        assertThat(key(amenities.found(new Amenities.Details("X" + code, Amenities.Kind.POOL, "Pool", "", site), worker()))).isEqualTo("amenity.not-yours");
        assertThat(key(amenities.found(new Amenities.Details("", Amenities.Kind.POOL, "Pool", "", site), HR))).isEqualTo("amenity.code-wrong");
        assertThat(key(amenities.found(new Amenities.Details(code, Amenities.Kind.POOL, "Pool", "", site), HR))).isEqualTo("amenity.code-taken");
        assertThat(key(amenities.found(new Amenities.Details("X" + code, null, "Pool", "", site), HR))).isEqualTo("amenity.kind-missing");
        assertThat(key(amenities.found(new Amenities.Details("X" + code, Amenities.Kind.POOL, " ", "", site), HR))).isEqualTo("amenity.name-wrong");
        assertThat(key(amenities.found(new Amenities.Details("X" + code, Amenities.Kind.POOL, "Pool", "", null), HR))).isEqualTo("amenity.site-wrong");
        assertThat(key(amenities.open(gym, hours(today, 18, 20, 2), worker()))).isEqualTo("amenity.not-yours");
        assertThat(key(amenities.open(UUID.randomUUID(), hours(today, 18, 20, 2), HR))).isEqualTo("amenity.unknown");
        assertThat(key(amenities.open(gym, hours(today.minusDays(1), 18, 20, 2), HR))).isEqualTo("amenity.day-past");
        assertThat(key(amenities.open(gym, new Amenities.Hours(today, Set.of(), LocalTime.NOON, LocalTime.of(13, 0), 60, 2), HR))).isEqualTo("amenity.weekdays-missing");
        assertThat(key(amenities.open(gym, hours(today, 20, 18, 2), HR))).isEqualTo("amenity.hours-wrong");
        assertThat(key(amenities.open(gym, new Amenities.Hours(today, Set.of(1), LocalTime.NOON, LocalTime.of(13, 0), 61, 2), HR))).isEqualTo("amenity.slot-wrong");
        assertThat(key(amenities.open(gym, hours(today, 18, 20, 0), HR))).isEqualTo("amenity.seats-wrong");
        assertThat(key(amenities.close(gym, tomorrow, "x", worker()))).isEqualTo("amenity.not-yours");
        assertThat(key(amenities.close(UUID.randomUUID(), tomorrow, "x", HR))).isEqualTo("amenity.unknown");
        assertThat(key(amenities.close(gym, null, "x", HR))).isEqualTo("amenity.day-past");
        assertThat(key(amenities.close(gym, tomorrow, "", HR))).isEqualTo("amenity.reason-wrong");
        done(amenities.close(gym, tomorrow, "x", HR));
        assertThat(key(amenities.close(gym, tomorrow, "x", HR))).isEqualTo("amenity.closed-already");
    }

    private Coaching.Series series(UUID coach, int weeks) {
        return new Coaching.Series(gym, coach, "Back care", "护腰课", "", tomorrow, LocalTime.of(8, 0), LocalTime.of(9, 0), weeks, 3);
    }

    @Test
    void aCoachHoldsAProgrammeAndAPlanIsReadByTwo() {
        var coach = worker();
        var number = directory.person(directory.personOf(coach).orElseThrow()).orElseThrow().number();
        assertThat(key(coaching.name(number, "licence", coach))).isEqualTo("amenity.not-yours");
        assertThat(key(coaching.name("nobody", "licence", HR))).isEqualTo("amenity.number-unknown");
        assertThat(key(coaching.name(number, " ", HR))).isEqualTo("amenity.shows-wrong");
        var id = done(coaching.name(number, "licence", HR));
        assertThat(key(coaching.name(number, "licence", HR))).isEqualTo("amenity.coach-already");
        assertThat(key(coaching.announce(series(null, 1), coach))).as("an event is human resources'").isEqualTo("amenity.not-yours");
        assertThat(key(coaching.announce(new Coaching.Series(null, null, "x", "", "", tomorrow, LocalTime.NOON, LocalTime.of(13, 0), 1, 3), HR))).isEqualTo("amenity.place-missing");
        assertThat(key(coaching.announce(series(UUID.randomUUID(), 1), HR))).isEqualTo("amenity.coach-unknown");
        assertThat(key(coaching.announce(new Coaching.Series(gym, null, "", "", "", tomorrow, LocalTime.NOON, LocalTime.of(13, 0), 1, 3), HR))).isEqualTo("amenity.name-wrong");
        assertThat(key(coaching.announce(new Coaching.Series(gym, null, "x", "", "x".repeat(1001), tomorrow, LocalTime.NOON, LocalTime.of(13, 0), 1, 3), HR))).isEqualTo("amenity.words-long");
        assertThat(key(coaching.announce(new Coaching.Series(gym, null, "x", "", "", today.minusDays(1), LocalTime.NOON, LocalTime.of(13, 0), 1, 3), HR))).isEqualTo("amenity.day-past");
        assertThat(key(coaching.announce(new Coaching.Series(gym, null, "x", "", "", tomorrow, LocalTime.NOON, LocalTime.NOON, 1, 3), HR))).isEqualTo("amenity.hours-wrong");
        assertThat(key(coaching.announce(series(null, 27), HR))).isEqualTo("amenity.weeks-wrong");
        assertThat(key(coaching.announce(new Coaching.Series(gym, null, "x", "", "", tomorrow, LocalTime.NOON, LocalTime.of(13, 0), 1, 0), HR))).isEqualTo("amenity.seats-wrong");
        var programme = done(coaching.announce(series(id, 4), coach));
        var sessions = coaching.coming(1_000).stream().filter(it -> it.programme().equals(programme)).toList();
        assertThat(sessions).extracting(it -> it.fromAt().toLocalDate()).containsExactly(tomorrow, tomorrow.plusWeeks(1), tomorrow.plusWeeks(2), tomorrow.plusWeeks(3));
        var her = worker();
        var first = sessions.getFirst();
        var booking = done(seats.book(Kind.SESSION, first.id(), first.fromAt(), null, her));
        assertThat(key(coaching.callOff(first.id(), "ill", her))).isEqualTo("amenity.not-yours");
        assertThat(key(coaching.callOff(UUID.randomUUID(), "ill", coach))).isEqualTo("amenity.unknown");
        assertThat(key(coaching.callOff(first.id(), "", coach))).isEqualTo("amenity.reason-wrong");
        for (var path : List.of("/app/amenities/bookings/" + booking + "/return", "/app/amenities/sessions/" + first.id() + "/end")) {
            assertThat(browser.post().uri(path).param("reason", "x").with(As.me(worker())).exchange()).as("somebody else's: " + path).hasStatus(404);
        }
        done(coaching.callOff(first.id(), "ill", coach));
        assertThat(key(coaching.callOff(first.id(), "ill", coach))).isEqualTo("amenity.off-already");
        assertThat(seats.find(booking).orElseThrow().off()).isTrue();
        assertThat(key(coaching.ask(id, "run", HR))).isEqualTo("amenity.no-person");
        assertThat(key(coaching.ask(UUID.randomUUID(), "run", her))).isEqualTo("amenity.coach-unknown");
        assertThat(key(coaching.ask(id, "run", coach))).isEqualTo("amenity.own");
        assertThat(key(coaching.ask(id, "", her))).isEqualTo("amenity.goal-wrong");
        var plan = done(coaching.ask(id, "run ten kilometres", her));
        assertThat(key(coaching.answer(plan, "slowly", worker()))).isEqualTo("amenity.unknown");
        assertThat(key(coaching.answer(plan, "slowly", her))).isEqualTo("amenity.not-yours");
        assertThat(browser.post().uri("/app/amenities/plans/" + plan).param("words", "slowly").with(As.me(worker())).exchange()).hasStatus(404);
        assertThat(key(coaching.answer(plan, "", coach))).isEqualTo("amenity.plan-wrong");
        done(coaching.answer(plan, "twice a week", coach));
        assertThat(browser.get().uri("/app/amenities").with(As.me(her)).exchange()).hasStatusOk().bodyText().contains("run ten kilometres", "twice a week");
        assertThat(browser.get().uri("/app/amenities").with(As.me(HR)).exchange()).hasStatusOk().bodyText().doesNotContain("run ten kilometres");
        transaction.executeWithoutResult(_ -> context.publishEvent(new Directory.Forgotten(directory.personOf(her).orElseThrow())));
        assertThat(coaching.plans(directory.personOf(coach).orElseThrow())).isEmpty();
    }

    @Test
    void aRideHasStopsATimetableAndSeats() {
        var details = new Shuttle.Details("R" + code, "Town", "城区", site, "North gate|北门|0\nMarket||15\nSite|基地|40");
        assertThat(key(shuttle.draw(details, worker()))).isEqualTo("amenity.not-yours");
        assertThat(key(shuttle.draw(new Shuttle.Details("", "Town", "", site, details.stops()), HR))).isEqualTo("amenity.code-wrong");
        assertThat(key(shuttle.draw(new Shuttle.Details("x", "", "", site, details.stops()), HR))).isEqualTo("amenity.name-wrong");
        assertThat(key(shuttle.draw(new Shuttle.Details("x", "Town", "", null, details.stops()), HR))).isEqualTo("amenity.site-wrong");
        assertThat(key(shuttle.draw(new Shuttle.Details("x", "Town", "", site, "Gate|门|0"), HR))).isEqualTo("amenity.stops-few");
        assertThat(key(shuttle.draw(new Shuttle.Details("x", "Town", "", site, "Gate|门|0\nMarket|市场|0"), HR))).isEqualTo("amenity.stop-wrong");
        var route = done(shuttle.draw(details, HR));
        assertThat(key(shuttle.draw(details, HR))).isEqualTo("amenity.code-taken");
        var week = Set.of(1, 2, 3, 4, 5, 6, 7);
        assertThat(key(shuttle.plan(new Shuttle.Ride(route, week, LocalTime.of(7, 0), 1, today, null), worker()))).isEqualTo("amenity.not-yours");
        assertThat(key(shuttle.plan(new Shuttle.Ride(null, week, LocalTime.of(7, 0), 1, today, null), HR))).isEqualTo("amenity.route-missing");
        assertThat(key(shuttle.plan(new Shuttle.Ride(route, Set.of(), LocalTime.of(7, 0), 1, today, null), HR))).isEqualTo("amenity.weekdays-missing");
        assertThat(key(shuttle.plan(new Shuttle.Ride(route, week, null, 1, today, null), HR))).isEqualTo("amenity.departs-missing");
        assertThat(key(shuttle.plan(new Shuttle.Ride(route, week, LocalTime.of(7, 0), 0, today, null), HR))).isEqualTo("amenity.seats-wrong");
        assertThat(key(shuttle.plan(new Shuttle.Ride(route, week, LocalTime.of(7, 0), 1, today.minusDays(1), null), HR))).isEqualTo("amenity.day-past");
        assertThat(key(shuttle.plan(new Shuttle.Ride(route, week, LocalTime.of(7, 0), 1, today, today.minusDays(1)), HR))).isEqualTo("amenity.days-turned");
        done(shuttle.plan(new Shuttle.Ride(route, week, LocalTime.of(7, 0), 1, today, null), HR));
        var ride = seats.offered(route, Kind.RIDE, tomorrow).getFirst();
        assertThat(ride.untilAt()).isEqualTo(tomorrow.atTime(7, 40));
        var stop = shuttle.stops(route).get(1).id();
        assertThat(key(seats.book(Kind.RIDE, ride.thing(), ride.fromAt(), null, worker()))).isEqualTo("amenity.stop-missing");
        assertThat(key(seats.book(Kind.RIDE, ride.thing(), ride.fromAt(), UUID.randomUUID(), worker()))).isEqualTo("amenity.stop-missing");
        done(seats.book(Kind.RIDE, ride.thing(), ride.fromAt(), stop, worker()));
        assertThat(key(seats.book(Kind.RIDE, ride.thing(), ride.fromAt(), stop, worker()))).isEqualTo("amenity.full");
    }

    @Test
    void seatsThatWereUsedAreHeldAgainstTheLog() {
        var her = worker();
        var booking = done(book(her, 18));
        done(seats.giveBack(done(book(worker(), 18)), worker(booking)));
        db.sql("UPDATE amenity.opening SET from_day = from_day - 3 WHERE place = :gym").param("gym", gym).update();
        db.sql("UPDATE amenity.booking SET from_at = from_at - interval '2 days', until_at = until_at - interval '2 days' WHERE thing = :gym").param("gym", gym).update();
        var value = figures.live(figures.find("amenity-use").orElseThrow(), today.minusDays(1).getYear());
        assertThat(value.rows()).filteredOn(it -> it.subject().equals(gym)).singleElement().satisfies(it -> assertThat(it.inputs().inputs().get("booked")).isEqualByComparingTo("1"));
        assertThat(List.of(value)).extracting(FigureValue::shown).doesNotContainNull();
    }

    /** Whoever has the newest booking that is not this one. */
    private Me worker(UUID not) {
        var account = db.sql("SELECT booked_by FROM amenity.booking WHERE id <> :not AND thing = :gym ORDER BY booked_at DESC LIMIT 1").param("not", not).param("gym", gym).query(UUID.class).single();
        return new Me(account, "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
    }
}
