package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.people.home.Application.Ground;
import org.probity.people.home.Application.Takes;
import org.probity.people.home.HomeQueue;
import org.probity.people.home.Houses;
import org.probity.people.home.Keys;
import org.probity.people.home.Lodging;
import org.probity.people.home.Repairs;
import org.probity.people.home.Stay.Found;
import org.probity.people.home.Stay.Item;
import org.probity.people.home.Stay.Way;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Six houses at three sites of the invented company; two rooms are too small for their beds until somebody measures. A dozen people a year ask, move in and tell what is broken. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(84)
class HomeTale implements Tale {
    private static final int ROOMS = 50;
    private static final int A_YEAR = 10;
    private static final Map<Item, Found> GOOD = Arrays.stream(Item.values()).collect(Collectors.toMap(it -> it, _ -> Found.GOOD));
    private static final List<String> BROKEN = List.of("The tap drips day and night.", "The light over the stairs is out.", "The lock sticks in the morning.", "The cooling blows warm air.", "A drawer has no bottom.");

    private final DemoPeople people;
    private final Houses houses;
    private final HomeQueue queue;
    private final Lodging lodging;
    private final Keys keys;
    private final Repairs repairs;
    private final Invited invited;
    private final JdbcClient db;

    HomeTale(DemoPeople people, Houses houses, HomeQueue queue, Lodging lodging, Keys keys, Repairs repairs, Invited invited, JdbcClient db) {
        this.people = people;
        this.houses = houses;
        this.queue = queue;
        this.lodging = lodging;
        this.keys = keys;
        this.repairs = repairs;
        this.invited = invited;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        tell(story, years, LocalDate.of(years.last(), 1, 9), "homes are measured", () -> build(LocalDate.of(years.last(), 1, 9)));
        tell(story, years, LocalDate.of(years.current(), 3, 6), "two rooms get more space", this::makeSpace);
        for (var year : List.of(years.last(), years.current())) {
            var day = LocalDate.of(year, 2, 26);
            tell(story, years, day, "beds asked for " + year, () -> ask(year, day));
            tell(story, years, day.plusDays(12), "beds offered " + year, () -> offer(day.plusDays(12)));
            tell(story, years, day.plusDays(13), "beds accepted " + year, this::accept);
            tell(story, years, day.plusDays(20), "keys " + year, () -> keys(day.plusDays(20)));
            tell(story, years, LocalDate.of(year, 6, 3), "faults told " + year, this::breakThings);
            tell(story, years, LocalDate.of(year, 6, 8), "faults mended " + year, () -> mend(4));
            tell(story, years, LocalDate.of(year, 6, 19), "last fault mended " + year, () -> mend(1));
        }
        tell(story, years, years.today().minusDays(9), "an operator asks for a bed", () -> queue.ask(new HomeQueue.Request(site("CQ"), Takes.MEN, years.today().minusDays(9), Set.of(Ground.FAR, Ground.NIGHTS), ""), people.at("employee")));
        tell(story, years, years.today().minusDays(1), "an operator is offered a bed", () -> offer(years.today().minusDays(1)));
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private UUID site(String code) {
        return db.sql("SELECT id FROM directory.unit WHERE code = :code").param("code", code).query(UUID.class).single();
    }

    private void build(LocalDate day) {
        var hr = people.the(Role.HR);
        for (var site : List.of("CQ", "HF", "NB")) {
            for (var takes : List.of(Takes.WOMEN, Takes.MEN)) {
                var women = takes == Takes.WOMEN;
                var house = DemoStory.done(houses.found(new Houses.Details(site + (women ? "-H1" : "-H2"), site + (women ? " House 1" : " House 2"), site + (women ? " 一号公寓" : " 二号公寓"), site(site), takes, 20), hr));
                var rooms = new StringBuilder("room,area,beds\n");
                for (int at = 0; at < ROOMS; at++) {
                    var small = site.equals("HF") && !women && at < 2;
                    rooms.append(at / 10 + 1).append(at % 10 < 9 ? "0" : "").append(at % 10 + 1).append(small ? ",15.0,4\n" : ",21.6,4\n");
                }
                DemoStory.done(houses.measure(house, day, rooms.toString().getBytes(StandardCharsets.UTF_8), hr));
            }
        }
    }

    /** A bed is taken out of each of the two rooms in which four stood on fifteen square metres. */
    private void makeSpace() {
        db.sql("""
                SELECT bed.id
                  FROM home.bed
                  JOIN home.room ON room.id = bed.room AND room.number IN ('101', '102')
                  JOIN home.building ON building.id = room.building AND building.code = 'HF-H2'
                 WHERE bed.no = 4
                """).query(UUID.class).list().forEach(it -> DemoStory.done(houses.takeOut(it, "Four beds stood on 15 m².", people.the(Role.HR))));
    }

    private void ask(int year, LocalDate day) {
        var turn = 0;
        for (var who : invited.some(year % 2 * A_YEAR, A_YEAR, day)) {
            DemoStory.done(queue.ask(new HomeQueue.Request(site(List.of("CQ", "HF", "NB").get(turn % 3)), turn % 2 == 0 ? Takes.WOMEN : Takes.MEN, day, turn % 3 == 0 ? Set.of(Ground.FAR) : Set.of(Ground.NIGHTS), ""), who));
            turn++;
        }
    }

    /** Everybody who waits, in their order, as long as there are beds; nobody is passed over. */
    private void offer(LocalDate day) {
        record Waits(UUID application, UUID bed) {}
        while (true) {
            var next = db.sql("""
                    SELECT application.id AS application, (SELECT bed.bed FROM home.beds(:day, 'infinity') AS bed
                                                            JOIN home.building ON building.id = bed.building AND building.takes = application.takes
                                                           WHERE bed.site = application.site AND bed.wanting IS NULL AND NOT EXISTS (SELECT FROM home.stay WHERE stay.bed = bed.bed AND stay.void_at IS NULL)
                                                           ORDER BY building.code, bed.room_number, bed.no LIMIT 1) AS bed
                      FROM home.application
                     WHERE application.over_at IS NULL AND NOT EXISTS (SELECT FROM home.stay WHERE stay.application = application.id AND stay.void_at IS NULL)
                     ORDER BY application.asked_at, application.number
                     LIMIT 1
                    """).param("day", day).query(Waits.class).optional();
            if (next.isEmpty()) {
                return;
            }
            DemoStory.done(lodging.offer(next.get().application(), new Lodging.Offer(next.get().bed(), day, BigDecimal.valueOf(120), "Beds are free for everybody who waits."), people.the(Role.HR)));
        }
    }

    private record Mine(UUID stay, UUID account) {}

    private static Me me(Mine it) {
        return new Me(it.account(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
    }

    private List<Mine> stays(String which) {
        return db.sql("SELECT stay.id AS stay, pass.account FROM home.stay JOIN directory.pass ON pass.person = stay.person WHERE stay.void_at IS NULL AND " + which + " ORDER BY stay.number").query(Mine.class).list();
    }

    private void accept() {
        stays("NOT EXISTS (SELECT FROM home.answer WHERE answer.stay = stay.id)").forEach(it -> DemoStory.done(lodging.answer(it.stay(), true, "", me(it))));
    }

    private void keys(LocalDate day) {
        stays("NOT EXISTS (SELECT FROM home.walk WHERE walk.stay = stay.id)").forEach(it -> {
            DemoStory.done(keys.walk(it.stay(), Way.IN, new Keys.Walked(day, GOOD, "", List.of()), people.the(Role.EHS)));
            DemoStory.done(keys.confirm(it.stay(), me(it)));
        });
    }

    private void breakThings() {
        var living = stays("EXISTS (SELECT FROM home.walk WHERE walk.stay = stay.id)").reversed();
        for (int at = 0; at < Math.min(BROKEN.size(), living.size()); at++) {
            DemoStory.done(repairs.tell(living.get(at).stay(), Repairs.Kind.values()[at], false, BROKEN.get(at), List.of(), me(living.get(at))));
        }
    }

    private void mend(int many) {
        db.sql("SELECT fault.id FROM home.fault WHERE NOT EXISTS (SELECT FROM home.mending WHERE mending.fault = fault.id) ORDER BY fault.number LIMIT :many").param("many", many).query(UUID.class).list()
                .forEach(it -> DemoStory.done(repairs.mend(it, "Mended and tried together.", people.the(Role.EHS))));
    }
}
