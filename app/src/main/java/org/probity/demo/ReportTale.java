package org.probity.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.disclosure.assurance.Assurance;
import org.probity.disclosure.assurance.Conclusion.Depth;
import org.probity.disclosure.assurance.Draw;
import org.probity.disclosure.assurance.Engagements;
import org.probity.disclosure.assurance.Finding.Outcome;
import org.probity.disclosure.assurance.Sample;
import org.probity.disclosure.assurance.Sample.Population;
import org.probity.disclosure.customer.Customers;
import org.probity.disclosure.statement.Chapter.Part;
import org.probity.disclosure.statement.Chapters;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.Levels;
import org.probity.disclosure.statement.Statements;
import org.probity.disclosure.targets.Target;
import org.probity.disclosure.targets.Targets;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.settings.Company;
import org.probity.proof.Report;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the invented company writes, aims at, and has looked at by an assurer. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(90)
class ReportTale implements Tale {
    private static final List<String> FIGURES = List.of("tin-due-diligence", "tin-compliance", "tin-traceability");

    private final DemoPeople people;
    private final Company company;
    private final Chapters chapters;
    private final Levels levels;
    private final Targets targets;
    private final Statements statements;
    private final Engagements engagements;
    private final Customers customers;
    private final Assurance assurance;

    ReportTale(
            DemoPeople people, Company company, Chapters chapters, Levels levels, Targets targets, Statements statements, Engagements engagements, Customers customers,
            Assurance assurance) {
        this.people = people;
        this.company = company;
        this.chapters = chapters;
        this.levels = levels;
        this.targets = targets;
        this.statements = statements;
        this.engagements = engagements;
        this.customers = customers;
        this.assurance = assurance;
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
        story.add(Chapter.on(LocalDate.of(current, 1, 15), "words " + last, () -> write(LocalDate.of(current, 1, 15))));
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
        var texts = new EnumMap<Part, Words>(Part.class);
        texts.put(Part.AREA, new Words("Sustainable supply chain", "可持续供应链"));
        texts.put(Part.TITLE, new Words("Conflict minerals", "冲突矿产"));
        texts.put(Part.STAND, new Words(
                "Tin is the only one of the four metals that we use, in solder and ribbon. This chapter says whom we ask, how we check the answers, and what the records show.",
                "四种金属中，我们只在焊料和焊带中使用锡。本章说明我们向谁调查、如何核查答复，以及记录显示了什么。"));
        texts.put(Part.STRATEGY, new Words(
                "A solar module is as clean as the metal that joins its cells. We buy tin only where we know the smelters it passed through, and we ask for that knowledge every year.",
                "组件是否清白，取决于连接电池片的金属。我们只采购冶炼厂清楚的锡，并且每年都要求供应商说明。"));
        texts.put(Part.PLEDGE, new Words(
                "We do not buy or use conflict minerals. Every supplier of material holding tin proves its origin to us every year, and the figure below shows whether they did.",
                "我们不采购、不使用冲突矿产。凡供应含锡物料的供应商，每年都须向我们证明来源；是否做到，由下方指标说明。"));
        texts.put(Part.GOVERNANCE, new Words(
                "Responsible sourcing asks and reviews. Whoever prepares a figure never publishes it: that takes a second person. The union and the assurer read the same log.",
                "负责任采购部门调查并审核。编制指标的人不能发布，发布须由第二人决定。工会与鉴证方查看的是同一本日志。"));
        texts.put(Part.PRACTICES, new Words("""
                ## Whom we ask
                Scope follows from the materials: whoever supplies something that holds tin owes four papers a year. They are a conflict-minerals answer (CMRT), a source mineral declaration, a signed self-declaration and a certificate of origin.

                ## How we check
                Each workbook is read cell by cell: first for what is missing, then for what cannot be right. A supplier sees each fault at its cell. What passes is still accepted or sent back by a person.""", """
                ## 向谁调查
                范围由物料决定：凡供应含锡物料的供应商，每年须提交四份文件，即冲突矿产调查表（CMRT）、矿产来源声明、签字的自我声明和原产地证明。

                ## 如何核查
                每份工作簿逐格读取：先查缺项，再查不可能成立之处。每处问题都标在对应单元格上。即使全部通过，仍须由人员决定接受或退回。"""));
        texts.put(Part.TARGETS, new Words("A missed target stands here in the same size as a met one.", "未达成的目标与已达成的目标以同样大小列示。"));
        texts.put(Part.WRONG, new Words(
                "Some suppliers sent a form with faults at first. We had asked too late in the year and explained too little; this year we asked earlier.",
                "有些供应商最初交来的表格有错。我们问得太晚，解释得太少；今年已提前发出调查。"));
        DemoStory.done(chapters.save(new Chapters.Draft("conflict-minerals", 0, "1", FIGURES, pledged.toString(), false, texts), people.the(Role.SOURCING_OFFICER)));
    }

    /** The rows of the three figures are open to everybody; their suppliers have agreed to codes. */
    private void open() {
        for (var figure : FIGURES) {
            var level = DemoStory.done(levels.propose(figure, "PUBLIC", "Readers can follow each row to its log entry; a code names nobody. / 读者可将每行追溯到日志条目；代码不指明任何人。",
                    people.the(Role.SOURCING_OFFICER)));
            DemoStory.done(levels.rule(level.id(), Decisions.Outcome.APPROVED, "", people.the(Role.PUBLISHER)));
        }
    }

    private void aim(int year) {
        for (var figure : FIGURES) {
            var target = DemoStory.done(targets.propose(new Targets.Form(figure, String.valueOf(year), Target.Direction.AT_LEAST.name(), "100", "95", "",
                    people.the(Role.SOURCING_OFFICER).account().toString()), people.the(Role.SOURCING_OFFICER)));
            DemoStory.done(targets.rule(target.id(), Decisions.Outcome.APPROVED, "", people.the(Role.PUBLISHER)));
        }
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
        DemoStory.done(assurance.conclude(edition.id(), "tin-due-diligence", Depth.LIMITED, assurer));
        DemoStory.done(assurance.show(edition.id(), "tin-due-diligence", people.the(Role.PUBLISHER)));

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
