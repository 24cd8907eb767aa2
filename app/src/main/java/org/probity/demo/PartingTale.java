package org.probity.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.supply.supplier.Relations;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** With whom the invented company parted: the one that was barred for good, and those that were graded D and had a successor. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(60)
class PartingTale implements Tale {
    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Relations relations;
    private final EvaluationTale graded;

    PartingTale(DemoPeople people, Suppliers suppliers, Relations relations, EvaluationTale graded) {
        this.people = people;
        this.suppliers = suppliers;
        this.relations = relations;
        this.graded = graded;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        part(story, years, Cast.all().get(BlacklistTale.FOR_GOOD).number(), LocalDate.of(years.last(), 8, 3), Supplier.Why.COMPLIANCE);
        var poor = graded.poor();
        // Of those graded D the first supplies tin and has no successor yet, the second had one a year later.
        for (var place = 1; place < poor.size(); place++) {
            part(story, years, poor.get(place), LocalDate.of(place == 1 ? years.current() : years.last(), 8, 24), Supplier.Why.QUALITY);
        }
        return story;
    }

    private void part(List<Chapter> story, Years years, String number, LocalDate day, Supplier.Why why) {
        if (!day.isAfter(years.today())) {
            story.add(Chapter.on(day, "parted with " + number, () -> DemoStory.done(relations.end(suppliers.byNumber(number).orElseThrow().id(), Optional.of(day.plusDays(21)), Optional.of(why),
                    "", people.the(Role.BUYER)))));
        }
    }
}
