package org.probity.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Place.Rank;
import org.probity.supply.supplier.Accountability;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.Department.Charge;
import org.probity.supply.supplier.Department.Kind;
import org.probity.supply.supplier.Departments;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The supply side of the invented company: its departments side by side, and which of them answers for what. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(15)
class OrganisationTale implements Tale {
    private final DemoPeople staff;
    private final Organisation organisation;
    private final Heads heads;
    private final Directory directory;
    private final Accountability accountability;
    private final Categories categories;
    private final Departments departments;

    OrganisationTale(
            DemoPeople staff, Organisation organisation, Heads heads, Directory directory, Accountability accountability, Categories categories,
            Departments departments) {
        this.staff = staff;
        this.organisation = organisation;
        this.heads = heads;
        this.directory = directory;
        this.accountability = accountability;
        this.categories = categories;
        this.departments = departments;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        return List.of(
                Chapter.on(LocalDate.of(last, 1, 3), "procurement " + last, () -> found(LocalDate.of(last, 1, 1), staff.the(Role.HR).account())),
                Chapter.on(LocalDate.of(last, 1, 3), "departments " + last, () -> answer(LocalDate.of(last, 1, 3), staff.the(Role.SOURCING_OFFICER))),
                Chapter.on(years.by(LocalDate.of(years.current(), 2, 2)), "departments " + years.current(),
                        () -> change(years.by(LocalDate.of(years.current(), 2, 2)), staff.the(Role.SOURCING_OFFICER))));
    }

    /** One head over the procurement of silicon and of equipment beside the integrated one. */
    private void found(LocalDate day, UUID by) {
        var procurement = DemoStory.done(organisation.found("HQ-PRO", Place.Kind.UNIT, unit("HQ", day), details("Procurement", "采购中心"), day, "", by));
        DemoStory.done(organisation.found("HQ-SPR", Place.Kind.UNIT, procurement, details("Silicon procurement", "硅料采购部"), day, "", by));
        DemoStory.done(organisation.found("HQ-EPR", Place.Kind.UNIT, procurement, details("Equipment procurement", "设备采购部"), day, "", by));
        DemoStory.done(organisation.move(unit("HQ-IPR", day), procurement, day, "", by));
        var buyer = directory.byNumber("100002").orElseThrow().id();
        DemoStory.done(heads.appoint(procurement, buyer, Rank.HEAD, day, "", by));
    }

    private void answer(LocalDate day, Me officer) {
        var integrated = DemoStory.done(accountability.name("HQ-IPR", Kind.INTEGRATED, day, officer));
        var silicon = DemoStory.done(accountability.name("HQ-SPR", Kind.SILICON, day, officer));
        var equipment = DemoStory.done(accountability.name("HQ-EPR", Kind.EQUIPMENT, day, officer));
        for (var site : List.of("CQ", "HF", "NB", "XA", "LE")) {
            DemoStory.done(accountability.name(site + "-PUR", Kind.SITE, day, officer));
        }
        var quality = DemoStory.done(accountability.name("CQ-QOP", Kind.QUALITY, day, officer));
        for (var category : categories.open()) {
            var buys = switch (category.code()) {
                case "wafer" -> silicon;
                case "equipment" -> equipment;
                default -> integrated;
            };
            DemoStory.done(accountability.assign(category.code(), Charge.BUYING, null, buys, day, "", officer));
            DemoStory.done(accountability.assign(category.code(), Charge.QUALITY, null, quality, day, "", officer));
        }
    }

    /** Chemicals for the German site are bought there since this year. */
    private void change(LocalDate day, Me officer) {
        var site = departments.all(day).stream().filter(it -> it.code().equals("LE-PUR")).findFirst().orElseThrow().id();
        DemoStory.done(accountability.assign("chemicals", Charge.BUYING, unit("LE", day), site, day, "Registration under REACH is done where the goods enter the Union.", officer));
    }

    private UUID unit(String code, LocalDate day) {
        return directory.tree(day).stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(() -> new IllegalStateException("no unit " + code)).id();
    }

    private static Organisation.Details details(String en, String zh) {
        return new Organisation.Details(en, zh, "", "", "", "");
    }
}
