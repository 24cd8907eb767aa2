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
import org.probity.shapes.policy.Acknowledgements;
import org.probity.shapes.policy.Clauses;
import org.probity.shapes.policy.Laws;
import org.probity.shapes.policy.Policies;
import org.probity.shapes.policy.Policy;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rule books of the supply side, who acknowledged them, and the laws they carry out. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(25)
class RulesTale implements Tale {
    private static final List<Role> BOUND = List.of(Role.BUYER, Role.SOURCING_OFFICER, Role.QUALITY);
    private static final String CODE = "supplier-code";

    private final DemoPeople staff;
    private final Policies policies;
    private final Clauses clauses;
    private final Acknowledgements acknowledgements;
    private final Laws laws;
    private final Suppliers suppliers;

    RulesTale(DemoPeople staff, Policies policies, Clauses clauses, Acknowledgements acknowledgements, Laws laws, Suppliers suppliers) {
        this.staff = staff;
        this.policies = policies;
        this.clauses = clauses;
        this.acknowledgements = acknowledgements;
        this.laws = laws;
        this.suppliers = suppliers;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var begin = LocalDate.of(years.last(), 1, 8);
        var again = years.by(LocalDate.of(years.current(), 2, 16));
        var story = new ArrayList<Chapter>();
        for (var book : RuleBook.all()) {
            story.add(Chapter.on(begin, "rule " + book.code(), () -> publish(book, begin)));
        }
        story.add(Chapter.on(begin.plusDays(5), "rules read", this::readByStaff));
        story.add(Chapter.on(begin.plusDays(20), "code read " + years.last(), () -> readBySuppliers(0)));
        story.add(Chapter.on(begin.plusDays(30), "laws", this::enterLaws));
        story.add(Chapter.on(again, "rule " + CODE + " 2", () -> publishAgain(again)));
        story.add(Chapter.on(years.by(again.plusDays(25)), "code read " + years.current(), () -> readBySuppliers(9)));
        story.add(Chapter.on(years.by(again.plusDays(40)), "laws reviewed", this::review));
        return story;
    }

    private void publish(RuleBook book, LocalDate day) {
        var officer = staff.the(Role.SOURCING_OFFICER);
        var rule = DemoStory.done(policies.open(new Policies.Opening(book.code(), book.kind(), Policy.Area.SUPPLY, officer.account(), 30, 36), officer));
        if (book.code().equals(CODE)) {
            DemoStory.done(policies.bind(rule, "supplier", "all", officer));
        } else {
            BOUND.forEach(role -> DemoStory.done(policies.bind(rule, "role", role.name(), officer)));
        }
        DemoStory.done(policies.draft(rule, new Policies.Draft(book.en(), book.zh(), "", "", book.textEn(), book.textZh(), day), officer));
        DemoStory.done(policies.propose(rule, officer));
        DemoStory.done(policies.rule(rule, Outcome.APPROVED, "", staff.the(Role.LEGAL)));
    }

    private void publishAgain(LocalDate day) {
        var officer = staff.the(Role.SOURCING_OFFICER);
        var book = RuleBook.all().getLast();
        var rule = policies.find(CODE).orElseThrow().id();
        DemoStory.done(policies.draft(rule, new Policies.Draft(book.en(), book.zh(), "Fewer working hours, and a clause on the climate.", "缩短工作时间，新增气候条款。",
                book.nextEn(), book.nextZh(), day), officer));
        DemoStory.done(policies.propose(rule, officer));
        DemoStory.done(policies.rule(rule, Outcome.APPROVED, "", staff.the(Role.LEGAL)));
    }

    private void readByStaff() {
        BOUND.stream().map(staff::the).forEach(this::read);
    }

    /** All but the last few have said yes. */
    private void readBySuppliers(int missing) {
        var cast = Cast.all();
        cast.subList(0, cast.size() - missing).stream().flatMap(it -> suppliers.byNumber(it.number()).stream()).forEach(it ->
                read(new Me(new UUID(0x5eed, it.id().getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(it.id()))));
    }

    private void read(Me who) {
        acknowledgements.mine(who).stream().filter(it -> it.state().waitsForParty()).forEach(it -> DemoStory.done(acknowledgements.acknowledge(it.id(), true, who)));
    }

    private void enterLaws() {
        var legal = staff.the(Role.LEGAL);
        var bidding = law("bidding-law", "Bidding Law of the People's Republic of China", "中华人民共和国招标投标法", "CN", "https://flk.npc.gov.cn/", legal);
        article(bidding, "Art. 3", "Certain projects must be put out to tender.", "规定必须进行招标的工程项目。", "material-procurement/tender",
                "Each order above the limit names its tender.", "限额以上的订单均注明招标编号。", legal);
        article(bidding, "Art. 5", "Tenders are open, fair, impartial and honest.", "招标投标应当公开、公平、公正和诚实信用。", "material-procurement/tender",
                "A protocol of opening and rating is kept with each tender.", "每次招标保存开标与评标记录。", legal);
        article(bidding, "Art. 32", "Bidders must not collude.", "投标人不得串通投标。", "", "", "", legal);
        var labour = law("labour-law", "Labor Law of the People's Republic of China", "中华人民共和国劳动法", "CN", "https://flk.npc.gov.cn/", legal);
        article(labour, "Art. 15", "Nobody under sixteen may be employed.", "禁止招用未满十六周岁的未成年人。", "supplier-code/child-labour",
                "Admission and audits ask for proof of age.", "准入和审核时核查年龄证明。", staff.the(Role.SOURCING_OFFICER));
        var minerals = law("eu-conflict-minerals", "Regulation (EU) 2017/821 on conflict minerals", "欧盟冲突矿产条例（EU）2017/821", "EU", "https://eur-lex.europa.eu/", legal);
        article(minerals, "Art. 5", "Importers find and answer risks in their supply chains.", "进口商须识别并应对供应链风险。", "conflict-minerals/due-diligence",
                "The figure on due diligence of tin suppliers.", "含锡供应商尽职调查指标。", staff.the(Role.SOURCING_OFFICER));
    }

    private UUID law(String code, String en, String zh, String jurisdiction, String source, Me by) {
        return DemoStory.done(laws.enter(new Laws.Entry(code, en, zh, jurisdiction, null, source), by));
    }

    private void article(UUID law, String number, String en, String zh, String clause, String checkEn, String checkZh, Me responsible) {
        DemoStory.done(laws.say(law, new Laws.Saying(number, en, zh, clauses.named(clause).map(Policy.Clause::id).orElse(null), checkEn, checkZh,
                responsible.account(), 12), staff.the(Role.LEGAL)));
    }

    private void review() {
        laws.articles().stream().filter(it -> it.clause() != null).forEach(it ->
                DemoStory.done(laws.review(it.id(), "Still so; the check was looked at.", staff.the(Role.LEGAL))));
    }
}
