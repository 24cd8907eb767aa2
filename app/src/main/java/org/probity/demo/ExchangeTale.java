package org.probity.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.disclosure.targets.Target;
import org.probity.disclosure.targets.Targets;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.FollowUps;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Minutes;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasion.Standing;
import org.probity.shapes.gathering.Occasions;
import org.probity.supply.exchange.Campaign;
import org.probity.supply.exchange.Campaigns;
import org.probity.supply.exchange.Exchanges;
import org.probity.supply.exchange.Learning;
import org.probity.supply.exchange.Topic;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.SupplierGuests;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the invented company taught and talked about: one campaign a year on the six topics, four trainings, fifty exchanges a month. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(70)
class ExchangeTale implements Tale {
    private static final int EXCHANGES_A_MONTH = 50;
    private static final List<String> COURSES = List.of("environment", "climate", "safety", "integrity", "information-security", "privacy");
    private static final List<Topic> TALKED = List.of(Topic.MINERALS, Topic.HUMAN_RIGHTS, Topic.CLIMATE, Topic.INTEGRITY, Topic.INFORMATION_SECURITY, Topic.SUNNY_SOURCING, Topic.LOW_CARBON);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DemoPeople people;
    private final Directory directory;
    private final Suppliers suppliers;
    private final SupplierGuests contacts;
    private final Campaigns campaigns;
    private final Learning learning;
    private final Exchanges exchanges;
    private final Occasions occasions;
    private final Attendance attendance;
    private final Minutes minutes;
    private final FollowUps followUps;
    private final Targets targets;

    ExchangeTale(
            DemoPeople people, Directory directory, Suppliers suppliers, SupplierGuests contacts, Campaigns campaigns, Learning learning, Exchanges exchanges, Occasions occasions,
            Attendance attendance, Minutes minutes, FollowUps followUps, Targets targets) {
        this.people = people;
        this.directory = directory;
        this.suppliers = suppliers;
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.learning = learning;
        this.exchanges = exchanges;
        this.occasions = occasions;
        this.attendance = attendance;
        this.minutes = minutes;
        this.followUps = followUps;
        this.targets = targets;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        for (var year : List.of(years.last(), years.current())) {
            tell(story, years, LocalDate.of(year, 1, 22), "exchange aims " + year, () -> aim(year));
            tell(story, years, LocalDate.of(year, 2, 24), "learning campaign " + year, () -> open(year));
            for (var quarter = 0; quarter < 4; quarter++) {
                var turn = quarter;
                var day = LocalDate.of(year, 3 + 2 * quarter, 18);
                tell(story, years, day.plusDays(1), "training " + year + " " + (quarter + 1), () -> train(year, turn, day));
            }
            tell(story, years, LocalDate.of(year, 4, 8), "courses taken " + year, () -> learn(year));
            for (var month = 1; month <= 12; month++) {
                var of = month;
                tell(story, years, LocalDate.of(year, month, 28), "exchanges " + year + " " + month, () -> talk(year, of, years.today()));
            }
        }
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private void aim(int year) {
        aim("exchanges", year, "600", "540");
        aim("procurement-training", year, "100", "95");
    }

    private void aim(String figure, int year, String value, String warning) {
        var officer = people.the(Role.SOURCING_OFFICER);
        var target = DemoStory.done(targets.propose(new Targets.Form(figure, String.valueOf(year), Target.Direction.AT_LEAST.name(), value, warning, "", officer.account().toString()), officer));
        DemoStory.done(targets.rule(target.id(), Decisions.Outcome.APPROVED, "", people.the(Role.PUBLISHER)));
    }

    private void open(int year) {
        DemoStory.done(campaigns.open(new Campaigns.Opening("Responsible supply " + year, year + " 年责任供应链宣导", COURSES, LocalDate.of(year, 2, 24), LocalDate.of(year, 12, 20), Campaigns.ALL, true),
                people.the(Role.SOURCING_OFFICER)));
    }

    private Campaign campaign(int year) {
        return campaigns.all().stream().filter(it -> it.fromDay().getYear() == year).findFirst().orElseThrow();
    }

    /** Each quarter a quarter of those asked is there; a few leave early. The list comes from the meeting program. */
    private void train(int year, int turn, LocalDate day) {
        var officer = people.the(Role.SOURCING_OFFICER);
        var from = day.atTime(LocalTime.of(14, 0)).atZone(ZONE).toInstant();
        var plan = new Occasion.Plan(from, from.plus(Duration.ofMinutes(90)), "Online");
        var occasion = DemoStory.done(campaigns.train(campaign(year).id(), List.of("Environment and climate", "Safety at work", "Integrity in buying", "Information and privacy").get(turn),
                List.of(List.of("ENVIRONMENT", "CLIMATE"), List.of("SAFETY"), List.of("INTEGRITY"), List.of("INFORMATION_SECURITY", "PRIVACY")).get(turn), plan, officer));
        var asked = occasions.asked(occasion);
        var came = new ArrayList<Came>();
        for (var place = turn; place < asked.size(); place += 4) {
            var guest = asked.get(place);
            var late = plan.startsAt().plusSeconds(place * 7L % 420);
            came.add(new Came(new GuestList.Key(guest.circle(), guest.id()), late, place % 57 == 3 ? late.plusSeconds(1_900) : plan.endsAt()));
        }
        var session = occasions.sessions(occasion).getFirst().id();
        DemoStory.done(attendance.enter(session, came, Means.IMPORTED, officer));
        DemoStory.done(attendance.close(session, 0, "", officer));
        DemoStory.done(minutes.write(occasion, "Slides and questions were sent to all who were asked.", officer));
    }

    /** The contact a visitor may be has passed two courses and failed a third; the buyer has passed four. */
    private void learn(int year) {
        var it = campaign(year);
        var first = suppliers.byNumber("S-00932").orElseThrow();
        var contact = suppliers.contacts(first.id()).getFirst();
        var account = people.contact(first.id(), contact.name(), contact.email(), "zh");
        var chen = new Me(account.id(), account.name(), account.roles(), account.supplier());
        take(it, "climate", chen, 5);
        take(it, "safety", chen, 4);
        take(it, "integrity", chen, 3);
        for (var course : List.of("climate", "integrity", "privacy", "environment")) {
            take(it, course, people.the(Role.BUYER), 5);
        }
    }

    private void take(Campaign it, String code, Me me, int right) {
        var course = campaigns.courses(it.id()).stream().filter(known -> known.code().equals(code)).findFirst().orElseThrow();
        for (var page = 1; page <= course.sheets().size(); page++) {
            DemoStory.done(learning.read(it.id(), code, page, me));
        }
        var answers = new HashMap<String, Integer>();
        for (var question : course.questions()) {
            answers.put(question.code(), answers.size() < right ? question.right() : (question.right() + 1) % question.answers().size());
        }
        DemoStory.done(learning.answer(it.id(), code, answers, me));
    }

    /** Fifty a month. This year a few still wait for somebody to read their minutes. */
    private void talk(int year, int month, LocalDate today) {
        var cast = Cast.all();
        var ours = new GuestList.Key(Colleagues.CIRCLE, directory.byNumber("100001").orElseThrow().id());
        var buyer = new GuestList.Key(Colleagues.CIRCLE, directory.byNumber("100002").orElseThrow().id());
        var officer = people.the(Role.SOURCING_OFFICER);
        for (var i = 0; i < EXCHANGES_A_MONTH; i++) {
            var supplier = suppliers.byNumber(cast.get((month * 53 + i * 3 + year) % cast.size()).number()).orElseThrow();
            var theirs = contacts.from(List.of(supplier.id())).stream().findFirst();
            if (theirs.isEmpty()) {
                throw new IllegalStateException("nobody to talk with at " + supplier.number());
            }
            var from = LocalDate.of(year, month, 1 + i % 27).atTime(LocalTime.of(9 + i % 8, 0)).atZone(ZONE).toInstant();
            var topic = TALKED.get(i % TALKED.size());
            var occasion = DemoStory.done(exchanges.enter(Exchanges.Form.values()[i % 4], title(topic), List.of(topic), List.of(supplier.id()),
                    new Occasion.Plan(from, from.plus(Duration.ofMinutes(45 + i % 3 * 15L)), i % 4 == 0 ? supplier.nameEn() : "Online"), officer));
            var session = occasions.sessions(occasion).getFirst().id();
            DemoStory.done(attendance.enter(session, List.of(new Came(ours, null, null), new Came(buyer, null, null), new Came(key(theirs.get()), null, null)), Means.ENTERED, officer));
            DemoStory.done(attendance.close(session, i % 5, "", officer));
            DemoStory.done(minutes.write(occasion, "Where they stand, what is next, and who sends what to whom.", officer));
            var recent = today.minusDays(60).isBefore(LocalDate.of(year, month, 28));
            if (!recent || i % 6 != 0) {
                DemoStory.done(minutes.agree(occasion, 1, speaker(supplier.id())));
            }
            if (i % 10 == 0) {
                followUp(occasion, supplier, year, month, recent, officer);
            }
        }
    }

    private void followUp(UUID occasion, Supplier supplier, int year, int month, boolean recent, Me officer) {
        var it = DemoStory.done(followUps.agree(occasion, "Send the energy bills of the last twelve months by line", null, supplier.id(), LocalDate.of(year, month, 28).plusDays(30), officer));
        if (!recent) {
            DemoStory.done(followUps.done(it.id(), "Sent by mail, with the meters' numbers.", speaker(supplier.id())));
            DemoStory.done(followUps.rule(it.id(), Standing.SETTLED, "", officer));
        }
    }

    private static String title(Topic topic) {
        return Map.of(Topic.MINERALS, "Smelters behind their tin", Topic.HUMAN_RIGHTS, "Working time at their suppliers", Topic.CLIMATE, "Counting carbon by line", Topic.INTEGRITY,
                "Gifts at festivals", Topic.INFORMATION_SECURITY, "Our drawings on their computers", Topic.SUNNY_SOURCING, "How our tenders are opened", Topic.LOW_CARBON,
                "Power from their own roof").get(topic);
    }

    private static GuestList.Key key(org.probity.shapes.gathering.Guests.Guest guest) {
        return new GuestList.Key(guest.circle(), guest.id());
    }

    private static Me speaker(UUID supplier) {
        return new Me(new UUID(0x5eed, supplier.getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }
}
