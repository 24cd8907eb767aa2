package org.probity.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.disclosure.assurance.Assurance;
import org.probity.disclosure.assurance.Conclusion.Depth;
import org.probity.disclosure.assurance.Conclusions;
import org.probity.disclosure.assurance.Draw;
import org.probity.disclosure.assurance.Engagements;
import org.probity.disclosure.assurance.Finding.Outcome;
import org.probity.disclosure.assurance.Sample;
import org.probity.disclosure.assurance.Sample.Population;
import org.probity.disclosure.customer.Customers;
import org.probity.disclosure.statement.Chapters;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.Heading;
import org.probity.disclosure.statement.Levels;
import org.probity.disclosure.statement.Statements;
import org.probity.disclosure.targets.Target;
import org.probity.disclosure.targets.Targets;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.settings.Company;
import org.probity.proof.Report;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the invented company writes, aims at, and has looked at by an assurer. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(90)
class ReportTale implements Tale {
    /** What the company aims at, in percent unless it is nought incidents; a figure that no room has is not aimed at. */
    private static final Map<String, Integer> AIMS = new TreeMap<>(Map.ofEntries(
            Map.entry("tin-due-diligence", 100), Map.entry("tin-compliance", 100), Map.entry("tin-traceability", 100), Map.entry("cmrt-answers", 100),
            Map.entry("sup-agreements", 100), Map.entry("supplier-code", 100), Map.entry("sup-rohs-reach", 100), Map.entry("key-suppliers-audited", 100),
            Map.entry("findings-closed-in-time", 90), Map.entry("grade-consequences", 95), Map.entry("improvements-agreed", 100), Map.entry("supplier-training", 100),
            Map.entry("sup-dual-cert", 90), Map.entry("sup-admission-social", 95), Map.entry("sup-admission-env", 95), Map.entry("self-assessment", 90), Map.entry("esg-risk", 90),
            Map.entry("worker-channels", 80), Map.entry("actions-closed-in-time", 85), Map.entry("paid-in-time", 95),
            Map.entry("labour-rules", 100), Map.entry("union-reviews", 100), Map.entry("age-checked-hires", 100), Map.entry("career-coverage", 100),
            Map.entry("ppl-equal-training", 100), Map.entry("ppl-policy-signed", 100), Map.entry("ppl-performance-review", 100)));
    /** What shall not happen at all. */
    private static final List<String> NONE = List.of("dealt-with-the-barred", "child-labour-cases", "forced-labour-cases", "discrimination-cases", "ppl-law-breach");

    private final DemoPeople people;
    private final Company company;
    private final Chapters chapters;
    private final Levels levels;
    private final Figures figures;
    private final Targets targets;
    private final Statements statements;
    private final Engagements engagements;
    private final Customers customers;
    private final Assurance assurance;
    private final Conclusions conclusions;

    ReportTale(
            DemoPeople people, Company company, Chapters chapters, Levels levels, Figures figures, Targets targets, Statements statements, Engagements engagements, Customers customers,
            Assurance assurance, Conclusions conclusions) {
        this.people = people;
        this.company = company;
        this.chapters = chapters;
        this.levels = levels;
        this.figures = figures;
        this.targets = targets;
        this.statements = statements;
        this.engagements = engagements;
        this.customers = customers;
        this.assurance = assurance;
        this.conclusions = conclusions;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        var current = years.current();
        var story = new ArrayList<Chapter>();
        story.add(Chapter.on(LocalDate.of(last, 1, 2), "company", this::introduce));
        story.add(Chapter.on(LocalDate.of(last, 1, 10), "targets " + last, () -> aim(last)));
        story.add(Chapter.on(years.by(LocalDate.of(current, 1, 10)), "targets " + current, () -> aim(current)));
        story.add(Chapter.on(LocalDate.of(last, 1, 12), "levels", this::open));
        // What was known of the year before the story begins, so that the first report that is told has something to be held against.
        story.add(Chapter.on(LocalDate.of(last, 1, 26), "prepare " + (last - 1), () -> prepare(last - 1, null, "", "")));
        story.add(Chapter.on(LocalDate.of(last, 1, 27), "publish " + (last - 1), () -> publish(last - 1)));
        story.add(Chapter.on(LocalDate.of(current, 1, 15), "words " + last, () -> write(LocalDate.of(current, 1, 15))));
        story.add(Chapter.on(LocalDate.of(current, 1, 15), "words of people " + last, () -> writeOfPeople(LocalDate.of(current, 1, 15))));
        story.add(Chapter.on(LocalDate.of(current, 1, 20), "prepare " + last, () -> prepare(last, null, "", "")));
        story.add(Chapter.on(LocalDate.of(current, 1, 21), "publish " + last, () -> publish(last)));
        story.add(Chapter.on(years.by(LocalDate.of(current, 3, 9)), "restate " + last, () -> prepare(last, Report.Cause.LATE_DATA,
                "The ledger of one site came after the close; one supplier's deliveries were missing.", "某基地的收货台账在关账后补报，遗漏了一家供应商的交货。")));
        story.add(Chapter.on(years.by(LocalDate.of(current, 3, 12)), "publish again " + last, () -> publish(last)));
        story.add(Chapter.on(years.by(LocalDate.of(current, 3, 16)), "engaged", () -> engage(LocalDate.of(current + 1, 3, 31))));
        story.add(Chapter.on(years.by(LocalDate.of(current, 4, 3)), "assured " + last, () -> assure(last)));
        return story;
    }

    private void introduce() {
        DemoStory.done(company.say(new Company.Form("Helia Solar", "赫利亚太阳能", "Helia Solar, all sites", "赫利亚太阳能，全部基地"),
                people.the(Role.ADMINISTRATOR).account()));
    }

    private void write(LocalDate pledged) {
        DemoStory.done(chapters.save(new Chapters.Draft("supply-chain", 0, "1", Heading.ofSupply(figures.all()), pledged.toString(), false, ChapterWords.supplyChain()),
                people.the(Role.SOURCING_OFFICER)));
    }

    private void writeOfPeople(LocalDate pledged) {
        DemoStory.done(chapters.save(new Chapters.Draft("people", 0, "2", Heading.ofPeople(figures.all()), pledged.toString(), false, PeopleWords.all()), people.the(Role.HR)));
    }

    /** Rows are open to everybody wherever their definition allows it; their suppliers have agreed to codes. Grades stay between a supplier and us. */
    private void open() {
        figures.all().stream().filter(it -> it.level() == Figure.Level.PUBLIC).forEach(figure -> {
            var level = DemoStory.done(levels.propose(figure.key(), "PUBLIC", "Readers can follow each row to its log entry; a code names nobody. / 读者可将每行追溯到日志条目；代码不指明任何人。",
                    people.the(Role.SOURCING_OFFICER)));
            DemoStory.done(levels.rule(level.id(), Decisions.Outcome.APPROVED, "", people.the(Role.PUBLISHER)));
        });
    }

    private void aim(int year) {
        AIMS.forEach((figure, value) -> aim(figure, year, Target.Direction.AT_LEAST, String.valueOf(value), String.valueOf(value - 5)));
        NONE.forEach(figure -> aim(figure, year, Target.Direction.AT_MOST, "0", "0"));
    }

    private void aim(String figure, int year, Target.Direction direction, String value, String warning) {
        if (figures.find(figure).isEmpty()) {
            return;
        }
        var officer = people.the(Role.SOURCING_OFFICER);
        var target = DemoStory.done(targets.propose(new Targets.Form(figure, String.valueOf(year), direction.name(), value, warning, "", officer.account().toString()), officer));
        DemoStory.done(targets.rule(target.id(), Decisions.Outcome.APPROVED, "", people.the(Role.PUBLISHER)));
    }

    private void engage(LocalDate until) {
        DemoStory.done(engagements.agree(people.the(Role.ASSURER).account(), "Nordlicht Assurance", until, people.the(Role.PUBLISHER)));
        customers.agree(people.customer("Eva Brandt", "eva.brandt@aurora.example", "en").id(), "Aurora Grid", until, people.the(Role.PUBLISHER));
    }

    /** One figure was looked at to the end; of another the assurer is in the middle, and has an exception that waits for an answer. */
    private void assure(int year) {
        var assurer = people.the(Role.ASSURER);
        var edition = statements.published(year).orElseThrow();
        var seed = "Lottery draw of 2 April " + (year + 1) + ": 4 11 19 23 30 38";
        var whole = drawn(edition.id(), "tin-due-diligence", Draw.Method.SIMPLE, seed, 12, assurer);
        assurance.codes(whole.id()).forEach(code -> DemoStory.done(assurance.find(whole.id(), code, Outcome.AGREES, "", assurer)));
        DemoStory.done(assurance.close(whole.id(), assurer));
        DemoStory.done(conclusions.conclude(edition.id(), "tin-due-diligence", Depth.LIMITED, assurer));
        DemoStory.done(conclusions.show(edition.id(), "tin-due-diligence", people.the(Role.PUBLISHER)));

        var begun = drawn(edition.id(), "tin-compliance", Draw.Method.BY_STRENGTH, seed, 8, assurer);
        var codes = assurance.codes(begun.id());
        codes.subList(0, 3).forEach(code -> DemoStory.done(assurance.find(begun.id(), code, Outcome.AGREES, "", assurer)));
        DemoStory.done(assurance.find(begun.id(), codes.get(3), Outcome.EXCEPTION,
                "The certificate of origin names a smelter that the CMRT of the same supplier does not.", assurer));
    }

    private Sample drawn(UUID edition, String figure, Draw.Method method, String seed, int size, Me by) {
        return DemoStory.done(assurance.draw(edition, figure, new Assurance.Wish(Population.COUNTED, method, seed, String.valueOf(size), ""), by));
    }

    private void prepare(int year, Report.@Nullable Cause cause, String en, String zh) {
        DemoStory.done(statements.prepare(year, cause, en, zh, people.the(Role.SOURCING_OFFICER)));
    }

    private void publish(int year) {
        var waiting = statements.editions(year).stream().filter(it -> !it.published()).findFirst().map(Edition::id).orElseThrow();
        DemoStory.done(statements.rule(waiting, Decisions.Outcome.APPROVED, "", people.the(Role.PUBLISHER)));
    }
}
