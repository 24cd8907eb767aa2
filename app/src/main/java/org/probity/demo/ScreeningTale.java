package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.screen.ListSource;
import org.probity.supply.screening.Alerts;
import org.probity.supply.screening.WatchLists;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An invented list of restricted parties in two versions: the first is like one supplier that is somebody else, the second catches another in hanzi. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(45)
class ScreeningTale implements Tale {
    private static final String HEAD = "id,kind,name,aliases,identifiers,country,detail\n";
    private static final String FIRST = HEAD
            + "HL-001,,Quiet Heron Trading FZE,Heron Quiet Shipping,,,Invented. Evades controls of origin.\n"
            + "HL-002,,Harbour Lantern Smelting LLC,,,,Invented. Forced labour found by a court.\n"
            + "HL-003,,\"Weilan Glass (Eastport) Co., Ltd.\",Weilan Glassworks,,,Invented. Makes screens for arms.\n"
            + "HL-004,person,Ivo Testmann,,,,Invented.\n";
    private static final String SECOND = FIRST.replace(",Heron Quiet Shipping,", ",,")
            + "HL-005,,昊宇化工有限公司,,,CN,Invented. Named by a notice of this year.\n";

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final WatchLists lists;
    private final Alerts alerts;

    ScreeningTale(DemoPeople people, Suppliers suppliers, WatchLists lists, Alerts alerts) {
        this.people = people;
        this.suppliers = suppliers;
        this.lists = lists;
        this.alerts = alerts;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var begun = LocalDate.of(years.last(), 3, 2);
        story.add(Chapter.on(begun, "restricted parties opened",
                () -> DemoStory.done(lists.open("invented", ListSource.OWN, "Invented restricted parties", "虚构限制名单", 800, "WARN", people.the(Role.LEGAL)))));
        story.add(Chapter.on(begun.plusDays(1), "restricted parties 1", () -> load(lists.named("invented"), FIRST, "1", begun.plusDays(1))));
        story.add(Chapter.on(begun.plusDays(3), "restricted parties decided", this::somebodyElse));
        var second = years.by(years.today().minusDays(6));
        story.add(Chapter.on(second, "restricted parties 2", () -> load(lists.named("invented"), SECOND, "2", second)));
        return story;
    }

    private void load(UUID list, String text, String label, LocalDate day) {
        var sent = new WatchLists.Sent("own", "invented-" + label + ".csv", text.getBytes(StandardCharsets.UTF_8));
        var draft = DemoStory.done(lists.draw(list, List.of(sent), label, day, people.the(Role.SOURCING_OFFICER)));
        DemoStory.done(lists.take(draft.draft(), false, people.the(Role.LEGAL)));
    }

    private void somebodyElse() {
        for (var number : Cast.all().stream().filter(it -> it.nameEn().equals("Weilan Glass")).map(Cast::number).toList()) {
            var supplier = suppliers.byNumber(number).orElseThrow().id();
            alerts.ofSupplier(supplier).forEach(alert -> DemoStory.done(alerts.falseHit(alert,
                    "The entry is in Eastport and makes screens; ours coats glass, has another owner and another registration.", people.the(Role.LEGAL))));
        }
    }
}
