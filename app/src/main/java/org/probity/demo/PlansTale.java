package org.probity.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CaseRulings;
import org.probity.shapes.casework.Cases;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What suppliers of high risk, or graded C, agreed to do: most have a plan and have carried it out in time, some are late, a few have none yet. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(51)
class PlansTale implements Tale {
    private static final int TOGETHER = 60;
    private static final Set<String> NAMED = Cast.all().stream().map(Cast::number).collect(Collectors.toSet());
    /** Of high risk at the end of the last year, with a plan owed and none sent: what the figure of that year must show. */
    private static final String TAKES_A_YEAR = "S-01149";
    private static final String RISK = "esg.risk";
    private static final String GRADE = "evaluation.plan";

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Cases cases;
    private final CaseRulings rulings;
    private final List<Crowd.Extra> crowd;

    PlansTale(DemoPeople people, Suppliers suppliers, Cases cases, CaseRulings rulings, DemoSize size) {
        this.people = people;
        this.suppliers = suppliers;
        this.cases = cases;
        this.rulings = rulings;
        this.crowd = Crowd.of(size.suppliers());
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var many = Stream.concat(Cast.all().stream().map(Cast::number), crowd.stream().map(Crowd.Extra::number)).toList();
        for (var year : List.of(years.last(), years.current())) {
            tell(story, years, "esg plans " + year, LocalDate.of(year, 4, 20), () -> agree(LocalDate.of(year, 4, 20), years));
            tell(story, years, "esg plans in autumn " + year, LocalDate.of(year, 10, 24), () -> agree(LocalDate.of(year, 10, 24), years));
            for (var from = 0; from < many.size(); from += TOGETHER) {
                var some = many.subList(from, Math.min(many.size(), from + TOGETHER));
                var name = from / TOGETHER + " " + year;
                for (var agreed : List.of(LocalDate.of(year, 4, 22), LocalDate.of(year, 10, 25))) {
                    var season = agreed.getMonthValue() < 7 ? "spring " : "autumn ";
                    each(story, years, "esg plans of " + season + name, agreed, some, number -> open(number, RISK, Case.State.PLAN_OWED).stream().filter(it -> !named(number) && !oneIn(14, number)).forEach(it -> plan(it, agreed)));
                    each(story, years, "plans done of " + season + name, agreed.plusDays(50), some, number -> List.of(RISK, GRADE).forEach(kind ->
                            open(number, kind, Case.State.PLAN_ACCEPTED).stream().filter(it -> !oneIn(9, number)).forEach(this::show)));
                    each(story, years, "plans closed of " + season + name, agreed.plusDays(58), some, number -> {
                        open(number, RISK, Case.State.DONE_SENT).forEach(it -> close(it, Role.SOURCING_OFFICER, Role.EHS));
                        open(number, GRADE, Case.State.DONE_SENT).forEach(it -> close(it, Role.QUALITY, Role.BUYER));
                    });
                }
            }
        }
        return story;
    }

    private static void tell(List<Chapter> story, Years years, String name, LocalDate day, Runnable act) {
        if (!day.isAfter(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private static void each(List<Chapter> story, Years years, String name, LocalDate day, List<String> whom, Consumer<String> act) {
        if (!day.isAfter(years.today())) {
            story.add(Chapter.beside("plans", day, name, () -> whom.forEach(act)));
        }
    }

    private static boolean oneIn(int many, String number) {
        return Math.floorMod(number.hashCode(), many) == 0;
    }

    /** Of the named, every plan that is owed is sent and agreed, but for one supplier's, who lets a year pass. */
    private void agree(LocalDate today, Years years) {
        Cast.all().stream().map(Cast::number).filter(it -> !it.equals(TAKES_A_YEAR) || today.getYear() == years.current())
                .flatMap(it -> open(it, RISK, Case.State.PLAN_OWED).stream()).forEach(it -> plan(it, today));
    }

    private static boolean named(String number) {
        return NAMED.contains(number);
    }

    private List<Case> open(String number, String kind, Case.State state) {
        return suppliers.byNumber(number).map(Supplier::id).map(it -> cases.of(it).stream().filter(one -> one.kind().equals(kind) && one.state() == state).toList()).orElse(List.of());
    }

    private void plan(Case it, LocalDate today) {
        var soon = today.plusDays(60);
        DemoStory.done(cases.plan(it.id(), new Cases.Plan("Stopped and told to everybody it concerns.", "Nobody was named for it.", List.of(
                new Case.Measure(Case.Aim.CORRECTIVE, "Put right what the answers say", "General manager", soon),
                new Case.Measure(Case.Aim.PREVENTIVE, "Look at it every quarter", "EHS office", soon))), contact(it.supplier())));
        DemoStory.done(rulings.accept(it.id(), people.the(Role.SOURCING_OFFICER)));
    }

    private void show(Case it) {
        DemoStory.done(cases.done(it.id(), "Done as planned; the list of rounds is attached.",
                List.of(new Cases.Upload("rounds-" + it.id() + ".txt", "text/plain", ("Invented list of rounds, " + it.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8))), contact(it.supplier())));
    }

    private void close(Case it, Role seen, Role agreed) {
        DemoStory.done(rulings.verify(it.id(), Case.Method.DESK, null, "The list shows it.", List.of(), people.the(seen)));
        DemoStory.done(rulings.close(it.id(), people.the(agreed)));
    }

    private static Me contact(UUID supplier) {
        return new Me(new UUID(0x5eed, supplier.getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }
}
