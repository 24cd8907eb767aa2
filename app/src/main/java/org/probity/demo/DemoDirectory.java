package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Intake;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place.Rank;
import org.probity.house.ui.Answer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Lets human resources bring the invented company's units and people in, by the files a real one would hand in. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
class DemoDirectory {
    private final Intake intake;
    private final Organisation organisation;
    private final Heads heads;
    private final Directory directory;
    private final Passes passes;

    DemoDirectory(Intake intake, Organisation organisation, Heads heads, Directory directory, Passes passes) {
        this.intake = intake;
        this.organisation = organisation;
        this.heads = heads;
        this.directory = directory;
        this.passes = passes;
    }

    /** Everybody as of the first of a year, who leads what, and which of them sign in. */
    void begin(int year, Me hr) {
        bring("units.csv", Workforce.units(), hr);
        bring("people.csv", Workforce.people(year), hr);
        var day = LocalDate.of(year, 1, 1);
        var tree = directory.tree(day);
        Workforce.heads(year).forEach((code, number) -> {
            var unit = tree.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow().id();
            done(heads.appoint(unit, person(number), Rank.HEAD, day, "", hr.account()));
        });
        for (var number : Workforce.signingIn()) {
            done(passes.invite(person(number), "zh", hr.account()));
        }
    }

    /** A year later some have left, some have come, and a workshop has another name. */
    void change(int year, Me hr) {
        bring("people-" + year + ".csv", Workforce.changes(year), hr);
        var day = LocalDate.of(year, 1, 1);
        var unit = directory.tree(day).stream().filter(it -> it.code().equals("CQ-PRT")).findFirst().orElseThrow();
        done(organisation.describe(unit.id(), new Organisation.Details("Metallisation workshop", "金属化车间", "", "", "", ""), day, "", hr.account()));
    }

    private UUID person(String number) {
        return directory.byNumber(number).orElseThrow(() -> new IllegalStateException("nobody has number " + number)).id();
    }

    private void bring(String name, String csv, Me hr) {
        done(intake.bringIn(done(intake.read(csv.getBytes(StandardCharsets.UTF_8), name, hr.account())), hr.account()));
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new IllegalStateException("the demo's directory was refused: " + reasons);
        };
    }
}
