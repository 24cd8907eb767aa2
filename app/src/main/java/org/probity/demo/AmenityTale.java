package org.probity.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.people.amenity.Amenities;
import org.probity.people.amenity.Coaching;
import org.probity.people.amenity.Seats;
import org.probity.people.amenity.Seats.Kind;
import org.probity.people.amenity.Shuttle;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A restaurant, a gym, a pool and an activity centre of the invented company, a coach with a programme, and a shuttle from town; some people book each month. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(84)
class AmenityTale implements Tale {
    private static final Set<Integer> WEEK = Set.of(1, 2, 3, 4, 5, 6, 7);
    private static final int BOOKERS = 8;

    private final DemoPeople people;
    private final Amenities amenities;
    private final Coaching coaching;
    private final Shuttle shuttle;
    private final Seats seats;
    private final Invited invited;
    private final JdbcClient db;

    AmenityTale(DemoPeople people, Amenities amenities, Coaching coaching, Shuttle shuttle, Seats seats, Invited invited, JdbcClient db) {
        this.people = people;
        this.amenities = amenities;
        this.coaching = coaching;
        this.shuttle = shuttle;
        this.seats = seats;
        this.invited = invited;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var first = LocalDate.of(years.last(), 1, 10);
        tell(story, years, first, "places are entered", () -> enter(first));
        for (var year : List.of(years.last(), years.current())) {
            for (var month : List.of(3, 6, 10)) {
                var day = LocalDate.of(year, month, 5);
                tell(story, years, day, "seats booked " + day, () -> book(day));
            }
        }
        var lately = years.today().minusDays(2);
        tell(story, years, lately, "a programme is announced", () -> announce(lately));
        tell(story, years, years.today().minusDays(1), "an operator books a ride", () -> ride(people.at("employee"), years.today().plusDays(2)));
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private UUID id(String table, String code) {
        return db.sql("SELECT id FROM " + table + " WHERE code = :code").param("code", code).query(UUID.class).single();
    }

    private void enter(LocalDate day) {
        var hr = people.the(Role.HR);
        var site = id("directory.unit", "CQ");
        place("CQ-REST", Amenities.Kind.RESTAURANT, "Restaurant East", "东区餐厅", site, day, 11, 13, 30, 300);
        place("CQ-GYM", Amenities.Kind.GYM, "Gym", "健身房", site, day, 7, 22, 60, 24);
        place("CQ-POOL", Amenities.Kind.POOL, "Swimming pool", "游泳馆", site, day, 16, 21, 60, 30);
        place("CQ-CLUB", Amenities.Kind.CENTRE, "Activity centre", "活动中心", site, day, 18, 22, 120, 60);
        DemoStory.done(coaching.name(db.sql("SELECT name.number FROM directory.name JOIN directory.engaged(:day, 'infinity') AS engaged ON engaged.person = name.id AND engaged.kind = 'EMPLOYEE' WHERE name.number > '100300' ORDER BY name.number LIMIT 1").param("day", day).query(String.class).single(), "National fitness licence, level 2", hr));
        var route = DemoStory.done(shuttle.draw(new Shuttle.Details("CQ-1", "Town line", "城区线", site, "North station|火车北站|0\nRiver park|滨江公园|12\nOld town|老城|20\nFactory gate|厂区大门|38"), hr));
        for (var hour : List.of(7, 19)) {
            DemoStory.done(shuttle.plan(new Shuttle.Ride(route, WEEK, LocalTime.of(hour, 10), 49, day, null), hr));
        }
    }

    private void place(String code, Amenities.Kind kind, String en, String zh, UUID site, LocalDate day, int opens, int closes, int minutes, int many) {
        var hr = people.the(Role.HR);
        var place = DemoStory.done(amenities.found(new Amenities.Details(code, kind, en, zh, site), hr));
        DemoStory.done(amenities.open(place, new Amenities.Hours(day, WEEK, LocalTime.of(opens, 0), LocalTime.of(closes, 0), minutes, many), hr));
    }

    private void book(LocalDate day) {
        var turn = 0;
        for (var who : invited.some(0, BOOKERS, day)) {
            var place = id("amenity.place", List.of("CQ-GYM", "CQ-POOL", "CQ-REST", "CQ-CLUB").get(turn % 4));
            var slot = seats.offered(place, Kind.SLOT, day.plusDays(1));
            DemoStory.done(seats.book(Kind.SLOT, place, slot.get(turn % slot.size()).fromAt(), null, who));
            ride(who, day.plusDays(2));
            turn++;
        }
    }

    private void ride(Me who, LocalDate day) {
        var route = id("amenity.route", "CQ-1");
        var ride = seats.offered(route, Kind.RIDE, day).getFirst();
        seats.book(Kind.RIDE, ride.thing(), ride.fromAt(), shuttle.stops(route).getFirst().id(), who);
    }

    private void announce(LocalDate day) {
        DemoStory.done(coaching.announce(new Coaching.Series(id("amenity.place", "CQ-GYM"), db.sql("SELECT id FROM amenity.coach LIMIT 1").query(UUID.class).single(), "A strong back in six weeks", "六周护腰课",
                "For whoever stands or lifts all day.", day.plusDays(7), LocalTime.of(18, 30), LocalTime.of(19, 30), 6, 16), people.the(Role.HR)));
    }
}
