package org.probity.people.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.home.AHouse.EHS;
import static org.probity.people.home.AHouse.HR;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.people.home.Application.Takes;
import org.probity.people.home.Stay.State;
import org.probity.people.home.Stay.Way;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A house with a good room and one that is too small; people ask for beds, are offered them in their order, move in, tell faults and move out. */
@WholeHouse
class LivingInAHouseTest {
    @Autowired ApplicationContext context;
    @Autowired Houses houses;
    @Autowired HomeQueue queue;
    @Autowired Lodging lodging;
    @Autowired Keys keys;
    @Autowired Stays stays;
    @Autowired Repairs repairs;
    @Autowired Directory directory;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvcTester browser;

    AHouse house;

    @BeforeEach
    void aHouse() {
        house = AHouse.at(context);
    }

    Stay stay(UUID id) {
        return stays.find(id).orElseThrow();
    }

    @Test
    void bedsAreHeldAgainstTheStandardOfTheDay() {
        assertThat(house.beds()).extracting(it -> it.place() + " " + it.each() + " " + it.wanting()).containsExactly("101-1 5.00 null", "101-2 5.00 null", "101-3 5.00 null", "101-4 5.00 null",
                "102-1 3.00 AREA", "102-2 3.00 AREA", "102-3 3.00 AREA", "102-4 3.00 AREA");
        done(houses.takeOut(house.beds().get(7).id(), "too close to the window", HR));
        assertThat(house.beds().get(4).wanting()).as("twelve square metres for three are enough").isNull();
        done(houses.measure(house.building(), house.today(), "room,area,beds\n103,90,9\n".getBytes(StandardCharsets.UTF_8), HR));
        assertThat(house.beds().getLast().wanting()).isEqualTo("BEDS");
        done(houses.measure(house.building(), house.today(), "room,area,beds\n104,90,8\n105,90,8\n".getBytes(StandardCharsets.UTF_8), HR));
        assertThat(house.beds().getFirst().wanting()).as("32 people, two toilets").isEqualTo("TOILETS");
    }

    @Test
    void aFileOfRoomsIsTakenAsAWholeOrNotAtAll() {
        assertThat(key(file("room,area\n1,2\n"))).isEqualTo("home.file-columns");
        assertThat(key(file("room,area,beds\n"))).isEqualTo("home.file-empty");
        assertThat(reasons(file("room,area,beds\n,20,2\n201,0,2\n202,20,0\n203,20,51\n204,20,2\n204,20,2\n101,20,3\n"))).containsExactly("home.file-room", "home.file-area", "home.file-beds", "home.file-beds", "home.file-twice",
                "home.file-fewer");
        assertThat(key(file(""))).startsWith("ui.");
        assertThat(key(houses.measure(house.building(), null, new byte[0], HR))).isEqualTo("home.day-missing");
        assertThat(key(houses.measure(UUID.randomUUID(), house.today(), new byte[0], HR))).isEqualTo("home.unknown");
        assertThat(key(houses.measure(house.building(), house.today(), new byte[0], EHS))).isEqualTo("home.not-yours");
        assertThat(house.beds()).hasSize(8);
    }

    private Answer<Integer> file(String csv) {
        return houses.measure(house.building(), house.today(), csv.getBytes(StandardCharsets.UTF_8), HR);
    }

    private static List<String> reasons(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var reasons) ? reasons.stream().map(Answer.Reason::key).toList() : List.of();
    }

    @Test
    void aHouseIsFoundedWithWhatItNeeds() {
        var good = new Houses.Details("N" + UUID.randomUUID().toString().substring(0, 8), "South", "", house.site(), Takes.MEN, 3);
        assertThat(key(houses.found(good, EHS))).isEqualTo("home.not-yours");
        assertThat(key(houses.found(new Houses.Details(" ", "South", "", house.site(), Takes.MEN, 3), HR))).isEqualTo("home.code-wrong");
        assertThat(key(houses.found(new Houses.Details("x", "", " ", house.site(), Takes.MEN, 3), HR))).isEqualTo("home.name-missing");
        assertThat(key(houses.found(new Houses.Details("x", "a".repeat(101), "", house.site(), Takes.MEN, 3), HR))).isEqualTo("home.name-long");
        assertThat(key(houses.found(new Houses.Details("x", "South", "", UUID.randomUUID(), Takes.MEN, 3), HR))).isEqualTo("home.site-wrong");
        assertThat(key(houses.found(new Houses.Details("x", "South", "", house.site(), null, 3), HR))).isEqualTo("home.takes-missing");
        assertThat(key(houses.found(new Houses.Details("x", "South", "", house.site(), Takes.MEN, 0), HR))).isEqualTo("home.toilets-wrong");
        done(houses.found(good, HR));
        assertThat(key(houses.found(good, HR))).isEqualTo("home.code-taken");
    }

    @Test
    void whoeverHasMorePointsComesFirstAndWhoeverPassesThemOverSaysWhy() {
        var young = house.worker(1);
        var old = house.worker(Engagement.DISPATCH, 4);
        var first = house.asked(young);
        var second = house.asked(old);
        assertThat(queue.waiting().stream().filter(it -> it.application().site().equals(house.site())).map(it -> it.place() + " " + it.application().id() + " " + it.points().sum())).containsExactly("1 " + second + " 13", "2 " + first + " 7");
        assertThat(key(lodging.offer(first, house.offer(0), HR))).isEqualTo("home.turn-missing");
        var offer = house.offer(0);
        done(lodging.offer(first, new Lodging.Offer(offer.bed(), offer.from(), offer.rent(), "the other is abroad until spring"), HR));
        done(lodging.offer(second, house.offer(1), HR));
    }

    @Test
    void noBedIsGivenTwiceAndNobodyHasTwo() {
        var one = house.worker(3);
        var other = house.worker(2);
        var stay = house.offered(one, 0);
        var waiting = house.asked(other);
        assertThat(key(lodging.offer(waiting, house.offer(0), HR))).as("an offer holds the bed").isEqualTo("home.bed-taken");
        assertThat(key(queue.ask(house.request(), one))).isEqualTo("home.asked-already");
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO home.stay (id, number, application, person, bed, from_day, until_day, rent, answer_by, turn, offered_by, offered_at, record)
                SELECT gen_random_uuid(), 'X' || left(id::text, 8), application, :person, bed, from_day + 400, NULL, rent, answer_by, turn, offered_by, offered_at, record FROM home.stay WHERE id = :id
                """).param("person", directory.personOf(other).orElseThrow()).param("id", stay).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("no_bed_twice");
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO home.stay (id, number, application, person, bed, from_day, until_day, rent, answer_by, turn, offered_by, offered_at, record)
                SELECT gen_random_uuid(), 'X' || left(id::text, 8), application, person, :bed, from_day + 400, NULL, rent, answer_by, turn, offered_by, offered_at, record FROM home.stay WHERE id = :id
                """).param("bed", house.beds().get(1).id()).param("id", stay).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("nobody_in_two_beds");
    }

    @Test
    void ofTwoWhoOfferTheSameBedAtOnceOneIsRefused() throws Exception {
        var first = house.asked(house.worker(3));
        var second = house.asked(house.worker(3));
        var offer = new Lodging.Offer(house.beds().getFirst().id(), house.today(), BigDecimal.TEN, "both wait as long");
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = pool.invokeAll(List.<Callable<Answer<UUID>>>of(() -> lodging.offer(first, offer, HR), () -> lodging.offer(second, offer, HR)));
            var said = List.of(answers.get(0).get(), answers.get(1).get());
            assertThat(said).filteredOn(it -> it instanceof Answer.Done<UUID>).hasSize(1);
            assertThat(said.stream().flatMap(it -> reasons(it).stream())).containsExactly("home.bed-taken");
        }
    }

    @Test
    void whatIsOfferedIsUpToStandardUnderTheCeilingAndWhereItWasAskedFor() {
        var asked = house.asked(house.worker(3));
        var good = house.offer(0);
        assertThat(key(lodging.offer(asked, good, EHS))).isEqualTo("home.not-yours");
        assertThat(key(lodging.offer(UUID.randomUUID(), good, HR))).isEqualTo("home.unknown");
        assertThat(key(lodging.offer(asked, new Lodging.Offer(null, good.from(), good.rent(), ""), HR))).isEqualTo("home.bed-missing");
        assertThat(key(lodging.offer(asked, new Lodging.Offer(good.bed(), null, good.rent(), ""), HR))).isEqualTo("home.day-missing");
        assertThat(key(lodging.offer(asked, new Lodging.Offer(good.bed(), house.today().minusDays(1), good.rent(), ""), HR))).isEqualTo("home.day-past");
        assertThat(key(lodging.offer(asked, new Lodging.Offer(good.bed(), house.today().plusDays(91), good.rent(), ""), HR))).isEqualTo("home.day-far");
        assertThat(key(lodging.offer(asked, house.offer(4), HR))).isEqualTo("home.bed-wanting");
        assertThat(key(lodging.offer(asked, new Lodging.Offer(good.bed(), good.from(), null, ""), HR))).isEqualTo("home.rent-missing");
        assertThat(key(lodging.offer(asked, new Lodging.Offer(good.bed(), good.from(), new BigDecimal("300.01"), ""), HR))).isEqualTo("home.rent-high");
        assertThat(key(lodging.offer(asked, new Lodging.Offer(good.bed(), good.from(), good.rent(), "x".repeat(1001)), HR))).isEqualTo("home.reason-long");
        var elsewhere = AHouse.at(context);
        assertThat(key(lodging.offer(asked, elsewhere.offer(0), HR))).isEqualTo("home.site-other");
        var him = house.worker(3);
        var his = done(queue.ask(new HomeQueue.Request(house.site(), Takes.MEN, house.today(), Set.of(), ""), him));
        assertThat(key(lodging.offer(his, good, HR))).isEqualTo("home.takes-other");
        var mine = new Me(him.account(), "He", Set.of(org.probity.house.access.Role.HR), java.util.Optional.empty());
        assertThat(key(lodging.offer(his, good, mine))).isEqualTo("home.own");
        done(queue.withdraw(his, him));
        assertThat(key(lodging.offer(his, good, HR))).isEqualTo("home.not-waiting");
        var gone = house.beds().get(3).id();
        done(houses.takeOut(gone, "broken", HR));
        assertThat(key(lodging.offer(asked, new Lodging.Offer(gone, good.from(), good.rent(), ""), HR))).isEqualTo("home.bed-gone");
    }

    @Test
    void askingIsRefusedWithWhatIsWrong() {
        var her = house.worker(1);
        var good = house.request();
        assertThat(key(queue.ask(good, HR))).isEqualTo("home.no-person");
        assertThat(key(queue.ask(good, house.worker(Engagement.RETIREE, 1)))).isEqualTo("home.not-engaged");
        assertThat(key(queue.ask(new HomeQueue.Request(UUID.randomUUID(), good.takes(), good.from(), Set.of(), ""), her))).isEqualTo("home.site-wrong");
        assertThat(key(queue.ask(new HomeQueue.Request(good.site(), Takes.ALL, good.from(), Set.of(), ""), her))).isEqualTo("home.takes-missing");
        assertThat(key(queue.ask(new HomeQueue.Request(good.site(), good.takes(), null, Set.of(), ""), her))).isEqualTo("home.day-missing");
        assertThat(key(queue.ask(new HomeQueue.Request(good.site(), good.takes(), house.today().minusDays(1), Set.of(), ""), her))).isEqualTo("home.day-past");
        assertThat(key(queue.ask(new HomeQueue.Request(good.site(), good.takes(), good.from(), Set.of(), "x".repeat(1001)), her))).isEqualTo("home.words-long");
        var asked = house.asked(her);
        assertThat(key(queue.withdraw(asked, house.worker(1)))).isEqualTo("home.only-own");
        assertThat(key(queue.withdraw(UUID.randomUUID(), her))).isEqualTo("home.unknown");
        done(queue.withdraw(asked, her));
        assertThat(key(queue.withdraw(asked, her))).isEqualTo("home.not-waiting");
        house.lived(her, 0);
        assertThat(key(queue.ask(good, her))).isEqualTo("home.lives-already");
    }

    @Test
    void anOfferIsAnsweredOnceInItsTermByWhoeverItIsFor() {
        var her = house.worker(3);
        var stay = house.offered(her, 0);
        assertThat(key(lodging.answer(stay, true, "", house.worker(1)))).isEqualTo("home.only-own");
        assertThat(key(lodging.answer(UUID.randomUUID(), true, "", her))).isEqualTo("home.unknown");
        assertThat(key(lodging.answer(stay, false, "x".repeat(501), her))).isEqualTo("home.reason-long");
        lodging.aDayBegins(new DayHasBegun(house.today().plusDays(3)));
        assertThat(stay(stay).state()).isEqualTo(State.OFFERED);
        lodging.aDayBegins(new DayHasBegun(house.today().plusDays(4)));
        assertThat(stay(stay).state()).isEqualTo(State.LAPSED);
        assertThat(key(lodging.answer(stay, true, "", her))).isEqualTo("home.not-open");
        var again = done(lodging.offer(queue.of(directory.personOf(her).orElseThrow()).getFirst().id(), house.offer(0), HR));
        done(lodging.answer(again, false, "", her));
        var third = done(lodging.offer(queue.of(directory.personOf(her).orElseThrow()).getFirst().id(), house.offer(0), HR));
        assertThat(key(lodging.takeBack(third, "", HR))).isEqualTo("home.reason-missing");
        assertThat(key(lodging.takeBack(third, "x".repeat(501), HR))).isEqualTo("home.reason-long");
        assertThat(key(lodging.takeBack(third, "x", EHS))).isEqualTo("home.not-yours");
        assertThat(key(lodging.takeBack(UUID.randomUUID(), "x", HR))).isEqualTo("home.unknown");
        assertThat(key(lodging.takeBack(third, "x", new Me(her.account(), "She", Set.of(org.probity.house.access.Role.HR), java.util.Optional.empty())))).isEqualTo("home.own");
        done(lodging.takeBack(third, "the room is painted", HR));
        assertThat(key(lodging.takeBack(third, "again", HR))).isEqualTo("home.not-open");
        assertThat(queue.of(directory.personOf(her).orElseThrow()).getFirst().waits()).isTrue();
    }

    @Test
    void aKeyIsHandedOverByOneAndConfirmedByTheOtherAndComesBackTheSameWay() {
        var her = house.worker(3);
        var stay = house.offered(her, 0);
        assertThat(key(keys.walk(stay, Way.IN, house.walked(), EHS))).isEqualTo("home.not-accepted");
        assertThat(key(keys.giveNotice(stay, house.today(), her))).isEqualTo("home.not-lived");
        done(lodging.answer(stay, true, "", her));
        assertThat(key(keys.walk(stay, Way.IN, house.walked(), her))).isEqualTo("home.not-yours");
        assertThat(key(keys.walk(stay, Way.IN, house.walked(), new Me(her.account(), "She", Set.of(org.probity.house.access.Role.EHS), java.util.Optional.empty())))).isEqualTo("home.own");
        assertThat(key(keys.walk(UUID.randomUUID(), Way.IN, house.walked(), EHS))).isEqualTo("home.unknown");
        assertThat(key(keys.walk(stay, Way.IN, new Keys.Walked(null, AHouse.ALL_GOOD, "", List.of()), EHS))).isEqualTo("home.day-missing");
        assertThat(key(keys.walk(stay, Way.IN, new Keys.Walked(house.today().plusDays(1), AHouse.ALL_GOOD, "", List.of()), EHS))).isEqualTo("home.day-future");
        assertThat(key(keys.walk(stay, Way.IN, new Keys.Walked(house.today().minusDays(1), AHouse.ALL_GOOD, "", List.of()), EHS))).isEqualTo("home.day-before");
        assertThat(key(keys.walk(stay, Way.IN, new Keys.Walked(house.today(), Map.of(Stay.Item.BED, Stay.Found.GOOD), "", List.of()), EHS))).isEqualTo("home.walk-gap");
        assertThat(key(keys.walk(stay, Way.IN, new Keys.Walked(house.today(), AHouse.ALL_GOOD, "x".repeat(1001), List.of()), EHS))).isEqualTo("home.words-long");
        assertThat(key(keys.walk(stay, Way.IN, new Keys.Walked(house.today(), AHouse.ALL_GOOD, "", List.of("no picture".getBytes(StandardCharsets.UTF_8))), EHS))).isEqualTo("home.photo-none");
        assertThat(key(keys.walk(stay, Way.IN, new Keys.Walked(house.today(), AHouse.ALL_GOOD, "", java.util.Collections.nCopies(9, AHouse.photo())), EHS))).isEqualTo("home.photos-many");
        assertThat(key(keys.walk(stay, Way.IN, new Keys.Walked(house.today(), AHouse.ALL_GOOD, "", List.of(new byte[(12 << 20) + 1])), EHS))).isEqualTo("home.photo-large");
        assertThat(key(keys.confirm(stay, her))).isEqualTo("home.nothing-to-confirm");
        done(keys.walk(stay, Way.IN, new Keys.Walked(house.today(), AHouse.ALL_GOOD, "two keys", List.of(AHouse.photo())), EHS));
        assertThat(stay(stay).state()).isEqualTo(State.KEYED);
        assertThat(key(keys.confirm(stay, house.worker(1)))).isEqualTo("home.only-own");
        assertThat(key(keys.confirm(UUID.randomUUID(), her))).isEqualTo("home.unknown");
        done(keys.confirm(stay, her));
        assertThat(stay(stay).state()).isEqualTo(State.LIVED_IN);
        assertThat(stays.walks(stay).getFirst().photos()).hasSize(1);
        assertThat(key(houses.takeOut(stay(stay).bed(), "why not", HR))).isEqualTo("home.bed-lived");
        assertThat(key(keys.giveNotice(stay, null, her))).isEqualTo("home.day-missing");
        assertThat(key(keys.giveNotice(stay, house.today().minusDays(1), her))).isEqualTo("home.day-past");
        assertThat(key(keys.giveNotice(stay, house.today(), house.worker(1)))).isEqualTo("home.only-own");
        assertThat(key(keys.giveNotice(UUID.randomUUID(), house.today(), her))).isEqualTo("home.unknown");
        done(keys.giveNotice(stay, house.today(), her));
        done(keys.walk(stay, Way.OUT, house.walked(), EHS));
        assertThat(key(keys.walk(stay, Way.OUT, house.walked(), EHS))).isEqualTo("home.not-lived");
        done(keys.confirm(stay, her));
        assertThat(stay(stay).state()).isEqualTo(State.LEFT);
        assertThat(key(keys.confirm(stay, her))).isEqualTo("home.nothing-to-confirm");
        var next = house.asked(house.worker(2));
        assertThat(key(lodging.offer(next, house.offer(0), HR))).as("today is still hers").isEqualTo("home.bed-taken");
        done(lodging.offer(next, new Lodging.Offer(house.beds().getFirst().id(), house.today().plusDays(1), BigDecimal.ZERO, ""), HR));
    }

    @Test
    void aBedIsTakenOutWithAReasonOnce() {
        var bed = house.beds().getFirst().id();
        assertThat(key(houses.takeOut(bed, "x", EHS))).isEqualTo("home.not-yours");
        assertThat(key(houses.takeOut(UUID.randomUUID(), "x", HR))).isEqualTo("home.unknown");
        assertThat(key(houses.takeOut(bed, " ", HR))).isEqualTo("home.reason-missing");
        assertThat(key(houses.takeOut(bed, "x".repeat(501), HR))).isEqualTo("home.reason-long");
        done(houses.takeOut(bed, "broken", HR));
        assertThat(key(houses.takeOut(bed, "broken", HR))).isEqualTo("home.bed-gone");
    }

    @Test
    void aFaultIsMendedWhenWhoeverToldItDoesNotSayOtherwise() {
        var her = house.worker(3);
        var stay = house.offered(her, 0);
        assertThat(key(repairs.tell(stay, Repairs.Kind.WATER, false, "it drips", List.of(), her))).isEqualTo("home.not-lived");
        done(lodging.answer(stay, true, "", her));
        done(keys.walk(stay, Way.IN, house.walked(), EHS));
        assertThat(key(repairs.tell(stay, Repairs.Kind.WATER, false, "it drips", List.of(), house.worker(1)))).isEqualTo("home.only-own");
        assertThat(key(repairs.tell(UUID.randomUUID(), Repairs.Kind.WATER, false, "it drips", List.of(), her))).isEqualTo("home.unknown");
        assertThat(key(repairs.tell(stay, null, false, "it drips", List.of(), her))).isEqualTo("home.kind-missing");
        assertThat(key(repairs.tell(stay, Repairs.Kind.WATER, false, " ", List.of(), her))).isEqualTo("home.words-missing");
        assertThat(key(repairs.tell(stay, Repairs.Kind.WATER, false, "x".repeat(1001), List.of(), her))).isEqualTo("home.words-long");
        var slow = repairs.find(done(repairs.tell(stay, Repairs.Kind.WATER, false, "it drips", List.of(AHouse.photo()), her))).orElseThrow();
        var fast = repairs.find(done(repairs.tell(stay, Repairs.Kind.POWER, true, "a bare wire", List.of(), her))).orElseThrow();
        assertThat(List.of(slow.dueDay(), fast.dueDay())).containsExactly(house.today().plusDays(7), house.today().plusDays(1));
        assertThat(key(repairs.sendBack(slow.id(), "still", her))).isEqualTo("home.not-mended");
        assertThat(key(repairs.mend(slow.id(), "new seal", her))).isEqualTo("home.not-yours");
        assertThat(key(repairs.mend(UUID.randomUUID(), "new seal", EHS))).isEqualTo("home.unknown");
        assertThat(key(repairs.mend(slow.id(), "", EHS))).isEqualTo("home.words-missing");
        assertThat(key(repairs.mend(slow.id(), "x".repeat(1001), EHS))).isEqualTo("home.words-long");
        done(repairs.mend(slow.id(), "new seal", EHS));
        assertThat(key(repairs.mend(slow.id(), "again", EHS))).isEqualTo("home.mended-already");
        assertThat(key(repairs.sendBack(slow.id(), "still", house.worker(1)))).isEqualTo("home.only-own");
        assertThat(key(repairs.sendBack(UUID.randomUUID(), "still", her))).isEqualTo("home.unknown");
        assertThat(key(repairs.sendBack(slow.id(), "", her))).isEqualTo("home.words-missing");
        assertThat(key(repairs.sendBack(slow.id(), "x".repeat(1001), her))).isEqualTo("home.words-long");
        done(repairs.sendBack(slow.id(), "it drips on", her));
        assertThat(repairs.open()).extracting(Repairs.Fault::id).contains(slow.id(), fast.id());
        done(repairs.mend(slow.id(), "new tap", EHS));
        assertThat(repairs.open()).extracting(Repairs.Fault::id).doesNotContain(slow.id());
    }

    @Test
    void whenSomebodyIsForgottenTheirWordsAndPhotosGoAndTheStayStays() {
        var her = house.worker(3);
        var asked = done(queue.ask(new HomeQueue.Request(house.site(), Takes.WOMEN, house.today(), Set.of(), "near my sister"), her));
        var stay = done(lodging.offer(asked, house.offer(0), HR));
        done(lodging.answer(stay, true, "", her));
        done(keys.walk(stay, Way.IN, new Keys.Walked(house.today(), AHouse.ALL_GOOD, "a stain of hers", List.of(AHouse.photo())), EHS));
        var fault = done(repairs.tell(stay, Repairs.Kind.WATER, false, "my tap drips", List.of(AHouse.photo()), her));
        done(repairs.mend(fault, "her tap", EHS));
        done(repairs.sendBack(fault, "mine drips on", her));
        transaction.executeWithoutResult(_ -> context.publishEvent(new Directory.Forgotten(directory.personOf(her).orElseThrow())));
        assertThat(queue.find(asked).orElseThrow().words()).isEmpty();
        assertThat(stays.walks(stay).getFirst().words()).isEmpty();
        assertThat(stays.walks(stay).getFirst().photos()).isEmpty();
        var left = repairs.find(fault).orElseThrow();
        assertThat(List.of(left.words(), left.mended(), left.sentBack())).containsOnly("–");
        assertThat(stay(stay).fromDay()).isEqualTo(house.today());
    }

    @Test
    void nobodyOpensWhatIsAnothers() {
        var her = house.worker(3);
        var stay = house.lived(her, 0);
        var asked = house.asked(house.worker(2));
        var fault = done(repairs.tell(stay, Repairs.Kind.WATER, false, "it drips", List.of(AHouse.photo()), her));
        var photo = db.sql("SELECT id FROM home.photo WHERE fault = :fault").param("fault", fault).query(UUID.class).single();
        var other = house.worker(1);
        for (var path : List.of("/app/homes/stays/" + stay, "/app/homes/faults/" + fault, "/app/homes/photos/" + photo)) {
            assertThat(browser.get().uri(path).with(As.me(her)).exchange()).as(path).hasStatusOk();
            assertThat(browser.get().uri(path).with(As.me(EHS)).exchange()).as(path).hasStatusOk();
            assertThat(browser.get().uri(path).with(As.me(other)).exchange()).as(path).hasStatus(404);
        }
        for (var path : List.of("/app/homes/applications/" + asked + "/withdrawal", "/app/homes/stays/" + stay + "/notice", "/app/homes/stays/" + stay + "/faults", "/app/homes/faults/" + fault + "/return")) {
            assertThat(browser.post().uri(path).with(As.me(other)).exchange()).as(path).hasStatus(404);
        }
        assertThat(browser.get().uri("/app/homes/list").with(As.me(other)).exchange()).hasStatusOk().bodyText().doesNotContain("Ren W");
    }
}
