package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Intake;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place.Rank;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets human resources bring the invented company's units and people in, by the files a real one would hand in. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(10)
class DirectoryTale implements Tale {
    private final DemoPeople staff;
    private final Intake intake;
    private final Organisation organisation;
    private final Heads heads;
    private final Directory directory;
    private final Passes passes;

    DirectoryTale(DemoPeople staff, Intake intake, Organisation organisation, Heads heads, Directory directory, Passes passes) {
        this.staff = staff;
        this.intake = intake;
        this.organisation = organisation;
        this.heads = heads;
        this.directory = directory;
        this.passes = passes;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        var current = years.current();
        return List.of(
                Chapter.on(LocalDate.of(last, 1, 3), "directory " + last, () -> begin(last, staff.the(Role.HR))),
                Chapter.on(years.by(LocalDate.of(current, 1, 6)), "directory " + current, () -> change(current, staff.the(Role.HR))));
    }

    /** Everybody as of the first of a year, who leads what, and which of them sign in. */
    void begin(int year, Me hr) {
        bring("units.csv", Workforce.units(), hr);
        bring("people.csv", Workforce.people(year), hr);
        var day = LocalDate.of(year, 1, 1);
        var tree = directory.tree(day);
        Workforce.heads(year).forEach((code, number) -> {
            var unit = tree.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow().id();
            DemoStory.done(heads.appoint(unit, person(number), Rank.HEAD, day, "", hr.account()));
        });
        for (var number : Workforce.signingIn()) {
            DemoStory.done(passes.invite(person(number), "zh", hr.account()));
        }
    }

    /** A year later some have left, some have come, and a workshop has another name. */
    void change(int year, Me hr) {
        bring("people-" + year + ".csv", Workforce.changes(year), hr);
        var day = LocalDate.of(year, 1, 1);
        var unit = directory.tree(day).stream().filter(it -> it.code().equals("CQ-PRT")).findFirst().orElseThrow();
        DemoStory.done(organisation.describe(unit.id(), new Organisation.Details("Metallisation workshop", "金属化车间", "", "", "", ""), day, "", hr.account()));
    }

    private UUID person(String number) {
        return directory.byNumber(number).orElseThrow(() -> new IllegalStateException("nobody has number " + number)).id();
    }

    private void bring(String name, String csv, Me hr) {
        DemoStory.done(intake.bringIn(DemoStory.done(intake.read(csv.getBytes(StandardCharsets.UTF_8), name, hr.account())), hr.account()));
    }
}
