package org.probity.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CaseRulings;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.evaluation.Appeal;
import org.probity.supply.evaluation.Appeals;
import org.probity.supply.evaluation.Consequences;
import org.probity.supply.evaluation.Feeds;
import org.probity.supply.evaluation.Rounds;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was ordered, what came and how good it was, half-year by half-year, and the grades that followed. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(40)
class EvaluationTale implements Tale {
    /** Suppliers whose lines the invented ERP hands over; the rest is bought without confirmed days. */
    private static final int FED = 60;

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Feeds feeds;
    private final Rounds rounds;
    private final Appeals appeals;
    private final Consequences consequences;
    private final Cases cases;
    private final CaseRulings rulings;
    private final List<Crowd.Extra> crowd;

    EvaluationTale(
            DemoPeople people, Suppliers suppliers, Feeds feeds, Rounds rounds, Appeals appeals, Consequences consequences, Cases cases, CaseRulings rulings,
            DemoSize size) {
        this.crowd = Crowd.of(size.suppliers());
        this.people = people;
        this.suppliers = suppliers;
        this.feeds = feeds;
        this.rounds = rounds;
        this.appeals = appeals;
        this.consequences = consequences;
        this.cases = cases;
        this.rulings = rulings;
    }

    /** How well a supplier of the story does. */
    private enum Way {
        STEADY(1, 100),
        GOOD(2, 40),
        SLIPPING(3, 10),
        POOR(9, 3);

        /** Of so many thousand parts, one half is rejected. */
        final int rejected;
        /** Every so many lines, one is late. */
        final int late;

        Way(int rejected, int late) {
            this.rejected = rejected;
            this.late = late;
        }

        static Way of(int place, int halves) {
            if (place % 29 == 28) {
                return POOR;
            }
            // One in ten slips, and most of these do better afterwards.
            return place % 10 == 6 && (halves % 2 == 0 || place % 20 == 6) ? SLIPPING : place % 3 == 0 ? STEADY : GOOD;
        }
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        // The half-year before the story begins, so that its first year has one to be compared with.
        tellHalf(story, years.last() - 1, 2, LocalDate.of(years.last() - 1, 12, 31), LocalDate.of(years.last(), 1, 22));
        for (var year : List.of(years.last(), years.current())) {
            for (var half = 1; half <= 2; half++) {
                var end = half == 1 ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
                // Graded in the month after; a half-year that has just ended waits for people.
                var graded = end.plusDays(22);
                if (graded.isBefore(years.today())) {
                    tellHalf(story, year, half, end, graded);
                }
            }
        }
        return story;
    }

    private void tellHalf(List<Chapter> story, int year, int half, LocalDate end, LocalDate graded) {
        var name = year + " " + half;
        story.add(Chapter.on(end.plusDays(5), "order lines " + name, () -> feed(year, half)));
        story.add(Chapter.on(end.plusDays(14), "grades opened " + name, () -> DemoStory.done(rounds.open(year, half, people.the(Role.BUYER)))));
        story.add(Chapter.on(end.plusDays(15), "grades judged " + name, () -> judge(year, half)));
        story.add(Chapter.on(graded, "grades given " + name, () -> {
            var round = round(year, half);
            DemoStory.done(rounds.compute(round, people.the(Role.BUYER)));
            DemoStory.done(rounds.propose(round, people.the(Role.BUYER)));
            DemoStory.done(rounds.rule(round, Outcome.APPROVED, "", people.the(Role.QUALITY)));
        }));
        story.add(Chapter.on(graded.plusDays(6), "grade appealed " + name, () -> object(year, half)));
        story.add(Chapter.on(graded.plusDays(20), "plans sent " + name, () -> plan(end.plusDays(42))));
        story.add(Chapter.on(graded.plusDays(26), "grades followed " + name, this::follow));
    }

    /** Suppliers graded C say what they will do, and it is agreed. */
    private void plan(LocalDate today) {
        for (var owed : consequences.plansOwed()) {
            var contact = contactOf(owed.supplier());
            var measures = List.of(
                    new Case.Measure(Case.Aim.CORRECTIVE, "Second inspection before dispatch", "Quality lead", today.plusDays(20)),
                    new Case.Measure(Case.Aim.PREVENTIVE, "Weekly review of lines that are due", "Planning", today.plusDays(40)));
            DemoStory.done(cases.plan(owed.correction(), new Cases.Plan("Stock was sorted and the open lines were confirmed anew.",
                    "A worn tool, and a planner who left in spring.", measures), contact));
            DemoStory.done(rulings.accept(owed.correction(), people.the(Role.QUALITY)));
        }
    }

    /** Buyers say how a grade was followed; three larger shares wait for somebody. */
    private void follow() {
        consequences.open().stream().skip(3).forEach(it -> DemoStory.done(consequences.carryOut(it.scorecard(), switch (it.kind()) {
            case MORE_SHARE -> "Share raised by five points from next quarter; letter of thanks by the head of procurement.";
            case TERMINATION -> "The second source takes over; last orders are placed until the day named.";
            case KEEP, CORRECTIVE_PLAN -> throw new IllegalStateException("nobody has to say how " + it.kind() + " was carried out");
        }, people.the(Role.BUYER))));
    }

    private static Me contactOf(UUID supplier) {
        return new Me(new UUID(0x5eed, supplier.getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    private UUID round(int year, int half) {
        return rounds.of(year, half).orElseThrow();
    }

    /** Whose relation ended before the half-year did has no orders in it any more. */
    private boolean gone(String number, int year, int half) {
        return suppliers.byNumber(number).map(Supplier::lastDay).filter(day -> day.isBefore(LocalDate.of(year, half * 6, 30))).isPresent();
    }

    /** Who is graded D whenever there is something to grade; the first of them is of the cast. */
    List<String> poor() {
        var fed = fed();
        return IntStream.range(0, fed.size()).filter(place -> Way.of(place, 0) == Way.POOR).mapToObj(fed::get).toList();
    }

    /** Numbers of those who are bought with confirmed days: the first of the cast, and one in so many of those who were there before. */
    private List<String> fed() {
        return Stream.concat(Cast.all().subList(0, FED).stream().map(Cast::number),
                crowd.stream().filter(it -> it.wave() == 0 && it.number().matches(".*[258]")).map(Crowd.Extra::number)).toList();
    }

    /** As the ERP hands it over: first the orders, then what came. A late line comes a week later, in two parts. */
    private void feed(int year, int half) {
        var orders = new ArrayList<Feeds.OrderLine>();
        var deliveries = new ArrayList<Feeds.Delivery>();
        var cast = fed();
        for (var place = 0; place < cast.size(); place++) {
            var it = cast.get(place);
            if (gone(it, year, half)) {
                continue;
            }
            var way = Way.of(place, year * 2 + half);
            var random = new Random(71L * year + 7L * half + place);
            for (var month = half == 1 ? 1 : 7; month <= (half == 1 ? 6 : 12); month++) {
                for (var line = 1; line <= 4; line++) {
                    var document = "PO" + year + "-" + it + "-" + month;
                    var day = LocalDate.of(year, month, 3 + random.nextInt(15));
                    var quantity = BigDecimal.valueOf(2_000 + random.nextInt(8_000));
                    orders.add(new Feeds.OrderLine(document, line, it, day, quantity));
                    // The last of the list has orders only: nothing of it came through the gates that are counted.
                    if (place == FED - 1) {
                        continue;
                    }
                    var late = random.nextInt(way.late) == 0;
                    var rejected = quantity.multiply(BigDecimal.valueOf(random.nextInt(way.rejected + 1))).movePointLeft(3).setScale(0, RoundingMode.DOWN);
                    if (late) {
                        var first = quantity.divideToIntegralValue(BigDecimal.valueOf(3));
                        deliveries.add(new Feeds.Delivery(document, line, "GR" + document + "-" + line + "-1", day.minusDays(1), first, BigDecimal.ZERO));
                        deliveries.add(new Feeds.Delivery(document, line, "GR" + document + "-" + line + "-2", day.plusDays(7), quantity.subtract(first), rejected.min(quantity.subtract(first))));
                    } else {
                        deliveries.add(new Feeds.Delivery(document, line, "GR" + document + "-" + line, day.minusDays(random.nextInt(3)), quantity, rejected));
                    }
                }
            }
        }
        DemoStory.done(feeds.orders("ERP", orders, people.the(Role.BUYER)));
        DemoStory.done(feeds.deliveries("ERP", deliveries, people.the(Role.BUYER)));
    }

    private void judge(int year, int half) {
        var round = round(year, half);
        var cast = fed();
        for (var place = 0; place < cast.size(); place++) {
            if (place == FED - 1 || gone(cast.get(place), year, half)) {
                continue;
            }
            var supplier = suppliers.byNumber(cast.get(place)).orElseThrow().id();
            var poor = Way.of(place, year * 2 + half) == Way.POOR;
            DemoStory.done(rounds.judge(round, supplier, "cost", poor ? "55" : String.valueOf(78 + place % 19), "与上年同期及市场价格比较。", people.the(Role.BUYER)));
            DemoStory.done(rounds.judge(round, supplier, "service", poor ? "40" : String.valueOf(80 + place % 17), "Answers to complaints, engineering support on site.", people.the(Role.QUALITY)));
        }
    }

    /** One of those that were graded C or D says why it sees it otherwise; last year's was answered. */
    private void object(int year, int half) {
        rounds.poorest(round(year, half)).ifPresent(card -> {
            var appeal = DemoStory.done(appeals.appeal(card.scorecard(), "Two of the late lines waited at your gate because the dock was closed.", Optional.empty(),
                    contactOf(card.supplier())));
            if (half == 1) {
                DemoStory.done(appeals.answer(appeal.id(), Appeal.Outcome.UPHELD,
                        "Both lines are counted as they came; the dock was open on the confirmed days.", people.at("buyer.glass")));
            }
        });
    }
}
