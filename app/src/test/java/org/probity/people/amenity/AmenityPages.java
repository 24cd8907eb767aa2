package org.probity.people.amenity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.people.amenity.Seats.Kind;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class AmenityPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-0000000000a1");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-0000000000a2");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDateTime NOON = TODAY.atTime(12, 0);
    private static final Place SITE = new Place(ID, "HF", Place.Kind.SITE, "Hefei <site>", "合肥基地", null, List.of(ID), null, ID, "CN", "Anhui", "", "", LocalDate.of(2020, 1, 1), null);
    private static final Amenities.Spot GYM = new Amenities.Spot(ID, "HF-G1", Amenities.Kind.GYM, "Gym <one>", "一号健身房", ID, "Hefei <site>", "合肥基地", "06:30–22:00");
    private static final Amenities.Spot POOL = new Amenities.Spot(OTHER, "HF-P1", Amenities.Kind.POOL, "Pool", "", ID, "Hefei <site>", "合肥基地", "");
    private static final Coaching.Coach COACH = new Coaching.Coach(ID, OTHER, "Sun <Qian>", "孙倩", "National licence, level 2 & more", TODAY);
    private static final Shuttle.Route ROUTE = new Shuttle.Route(ID, "R1", "Town <loop>", "城区环线", ID);

    private static Coaching.Session session(String off) {
        return new Coaching.Session(ID, ID, ID, "Back <care>", "护腰课", "For whoever stands all day & lifts", "Gym <one>", "一号健身房", "Sun <Qian>", "孙倩", NOON, NOON.plusHours(1), 20, 3, off);
    }

    @Override
    public List<Page> pages() {
        var plans = List.of(new Coaching.Plan(ID, ID, OTHER, "Sun <Qian>", "孙倩", ID, "Ren <Jie>", "任杰", "Run ten <kilometres>", "Twice a week & slowly"), new Coaching.Plan(OTHER, ID, OTHER, "Sun <Qian>", "孙倩", ID, "Ren <Jie>", "任杰", "Sleep", null));
        var ahead = List.of(new Seats.Booking(ID, "S2026-0000017", Kind.SLOT, ID, NOON, NOON.plusHours(1), 4, ID, "Gym <one>", "一号健身房", null, null, null, true, false),
                new Seats.Booking(ID, "S2026-0000018", Kind.RIDE, ID, NOON, NOON.plusMinutes(40), 12, ID, "Town <loop>", "城区环线", "North <gate>", "北门", NOON.plusMinutes(5), false, false));
        var slots = List.of(new Seats.Offered(Kind.SLOT, ID, ID, NOON, NOON.plusHours(1), 20, 3), new Seats.Offered(Kind.SLOT, ID, ID, NOON.plusHours(1), NOON.plusHours(2), 20, 20));
        var rides = List.of(new Seats.Offered(Kind.RIDE, ID, OTHER, NOON, NOON.plusMinutes(40), 49, 3), new Seats.Offered(Kind.RIDE, ID, OTHER, NOON.plusHours(7), NOON.plusHours(8), 49, 0));
        var stops = List.of(new Shuttle.Stop(ID, ID, 1, "North <gate>", "北门", 0), new Shuttle.Stop(OTHER, ID, 2, "Market", "", 15), new Shuttle.Stop(UUID.randomUUID(), ID, 3, "Site", "基地", 40));
        var rules = new RulesView(AmenityRule.ALL, List.of(new Rules.Rule("ahead-days", LocalDate.of(2024, 1, 1), 14, "our <rule>", null)), true, TODAY, Map.of(), Map.of(), List.of());
        return List.of(
                new AmenitiesPage(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, false, Map.of(), List.of()),
                new AmenitiesPage(ahead, List.of(GYM, POOL), List.of(session(null)), List.of(ROUTE), List.of(COACH), plans, ID, true, Map.of("goal", "A & b"), List.of(new Reason("goal", "amenity.goal-wrong", List.of(1000)))),
                new AmenitiesPage(List.of(), List.of(GYM), List.of(), List.of(), List.of(COACH), List.of(), COACH.person(), false, Map.of("series-titleEn", "Yoga & <more>"), List.of(new Reason("series-place", "amenity.place-missing", List.of()))),
                new AmenitiesPage(List.of(), List.of(GYM), List.of(), List.of(), List.of(COACH), plans, OTHER, false, Map.of(), List.of(new Reason("plan-" + ID, "amenity.plan-wrong", List.of(4000)))),
                new PlacePage(GYM, TODAY, slots, "", TODAY.atStartOfDay(), true, true, Map.of("open-opens", "x", "close-reason", "A & b"), List.of(new Reason("from", "amenity.full", List.of()), new Reason("open-weekdays", "amenity.weekdays-missing", List.of()))),
                new PlacePage(POOL, TODAY, List.of(), "The water is <changed>", TODAY.atStartOfDay(), true, false, Map.of(), List.of()), new PlacePage(POOL, TODAY, List.of(), "", TODAY.atStartOfDay(), false, false, Map.of(), List.of()),
                new SessionPage(session(null), true, true, Map.of("reason", ""), List.of(new Reason("reason", "amenity.reason-wrong", List.of(300)))), new SessionPage(session("The coach is <ill>"), false, false, Map.of(), List.of()),
                new RoutePage(ROUTE, stops, TODAY, rides, TODAY.atStartOfDay(), true, Map.of(), List.of(new Reason("stop", "amenity.stop-missing", List.of()))), new RoutePage(ROUTE, stops, TODAY, List.of(), NOON, true, Map.of(), List.of()),
                new AmenityDeskPage(List.of(GYM), List.of(SITE), List.of(COACH), List.of(ROUTE), TODAY, rules, Map.of("route-stops", "A & b"), List.of(new Reason("route-stops", "amenity.stop-wrong", List.of(1)))),
                new AmenityDeskPage(List.of(), List.of(), List.of(), List.of(), TODAY, rules, Map.of(), List.of()));
    }
}
