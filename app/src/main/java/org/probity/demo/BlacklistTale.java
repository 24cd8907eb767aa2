package org.probity.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.blacklist.Blacklist;
import org.probity.supply.blacklist.Matters;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Deeds;
import org.probity.supply.clearance.Question;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who was barred, who is being heard, whose ban was lifted; and what the ERP asked and ordered. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(60)
class BlacklistTale implements Tale {
    static final int FOR_GOOD = 41;
    private static final int FOR_A_TIME = 63;
    private static final int LIFTED = 84;
    private static final int HEARD = 96;

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Matters matters;
    private final Blacklist blacklist;
    private final Clearances clearances;
    private final Deeds deeds;

    BlacklistTale(DemoPeople people, Suppliers suppliers, Matters matters, Blacklist blacklist, Clearances clearances, Deeds deeds) {
        this.people = people;
        this.suppliers = suppliers;
        this.matters = matters;
        this.blacklist = blacklist;
        this.clearances = clearances;
        this.deeds = deeds;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var last = years.last();
        var today = years.today();
        tell(story, FOR_GOOD, LocalDate.of(last, 3, 11), "BRIBERY", "A gift card was left with one of our buyers after the price talks of 4 March; the buyer handed it in the same day.",
                "It was a custom of the season and no return was expected.", new Blacklist.Scope(true, null, LocalDate.of(last, 6, 30), LocalDate.of(last, 7, 31)),
                "The offer is admitted and was made in the middle of price talks.");
        tell(story, LIFTED, LocalDate.of(last, 5, 6), "FALSE_MATERIALS", "The ISO 14001 certificate sent on 22 April bears a number that its body never issued.",
                "Our agent had it made without telling us; we have ended his contract.", new Blacklist.Scope(false, LocalDate.of(last, 5, 6).plusMonths(12), null, null),
                "The certificate is false, whoever made it.");
        story.add(Chapter.on(LocalDate.of(last, 10, 20), "lifting proposed", () -> lift("They were certified anew, and quality operations saw the audit.")));
        story.add(Chapter.on(LocalDate.of(last, 10, 22), "lifted", this::approveLifting));
        tell(story, FOR_A_TIME, today.minusDays(80), "QUALITY", "Three lots of frames with cracks at the corners reached a customer; the inspection sheets said they had been looked at.",
                "The camera of line 2 was out of order and the sheets were filled in by habit.", new Blacklist.Scope(false, today.plusMonths(5), today.plusDays(20), today.plusDays(60)),
                "The sheets were filled in without inspection, for the second time.");
        story.add(Chapter.on(today.minusDays(6), "case heard", () -> {
            var id = open(HEARD, "ENVIRONMENT", today.minusDays(9), "The county's environment bureau took up a discharge from their pickling line on the river side.");
            DemoStory.done(matters.callHearing(id, today.plusDays(9), "The county's environment bureau has taken up a discharge from your pickling line. Please tell us what happened and what was done.", legal()));
        }));
        for (var month = 1; month <= 12; month++) {
            var day = LocalDate.of(last, month, 25);
            story.add(Chapter.on(day, "orders " + last + " " + month, () -> order(day)));
        }
        story.add(Chapter.on(years.by(LocalDate.of(years.current(), 1, 25)), "orders " + years.current(), () -> order(years.by(LocalDate.of(years.current(), 1, 25)))));
        return story;
    }

    private Me legal() {
        return people.the(Role.LEGAL);
    }

    private Supplier supplier(int place) {
        return suppliers.byNumber(Cast.all().get(place).number()).orElseThrow();
    }

    private UUID open(int place, String ground, LocalDate happened, String facts) {
        return DemoStory.done(matters.open(supplier(place).id(), ground, happened, facts, people.the(Role.BUYER)));
    }

    /** Opened, heard ten days later, decided after twenty. */
    private void tell(List<Chapter> story, int place, LocalDate opened, String ground, String facts, String answer, Blacklist.Scope scope, String reason) {
        var name = ground.toLowerCase(java.util.Locale.ROOT) + " ";
        story.add(Chapter.on(opened, name + "opened", () -> {
            var id = open(place, ground, opened.minusDays(3), facts);
            DemoStory.done(matters.callHearing(id, opened.plusDays(14), facts, legal()));
        }));
        story.add(Chapter.on(opened.plusDays(10), name + "answered", () -> DemoStory.done(matters.answer(matter(place), answer, Optional.empty(), contact(supplier(place).id())))));
        story.add(Chapter.on(opened.plusDays(18), name + "proposed", () -> DemoStory.done(blacklist.propose(matter(place), scope, reason, legal()))));
        story.add(Chapter.on(opened.plusDays(20), name + "decided", () -> DemoStory.done(blacklist.ruleWaiting(matter(place), Outcome.APPROVED, people.the(Role.QUALITY)))));
    }

    private UUID matter(int place) {
        return matters.about(supplier(place).id()).getFirst().id();
    }

    private static Me contact(UUID supplier) {
        return new Me(new UUID(0x5eed, supplier.getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    private void lift(String reason) {
        DemoStory.done(blacklist.proposeLifting(matter(LIFTED), reason, legal()));
    }

    private void approveLifting() {
        DemoStory.done(blacklist.ruleWaiting(matter(LIFTED), Outcome.APPROVED, people.the(Role.QUALITY)));
    }

    /** The ERP asks before it orders, and says at the month's end what it ordered. One plant's own ledger once did not ask. */
    private void order(LocalDate day) {
        var buyer = people.the(Role.BUYER);
        var lines = new ArrayList<Deeds.Line>();
        for (var i = 0; i < 12; i++) {
            var supplier = supplier(40 + 3 * i);
            var order = "PO-%s-%02d".formatted(day.toString().substring(0, 7), i);
            var may = clearances.ask(new Question(supplier.id(), null, null, Act.ORDER), order, buyer).orElseThrow();
            if (may.allowed()) {
                lines.add(new Deeds.Line("ORDER", order, supplier.number(), day.toString(), "%d.00".formatted(12_000 + 700 * i), "CNY", may.id().toString()));
            }
        }
        if (day.getMonthValue() == 9) {
            lines.add(new Deeds.Line("ORDER", "PLANT-3-" + day.getYear(), supplier(FOR_GOOD).number(), day.toString(), "860.00", "CNY", null));
        }
        DemoStory.done(deeds.report("ERP", lines.size(), lines, buyer));
    }
}
