package org.probity.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.probity.people.succession.Consultants;
import org.probity.people.succession.Criterion;
import org.probity.people.succession.Namings;
import org.probity.people.succession.Position;
import org.probity.people.succession.Positions;
import org.probity.people.succession.Project;
import org.probity.people.succession.Projects;
import org.probity.people.succession.Requirement.Want;
import org.probity.people.succession.Requirements;
import org.probity.people.succession.Successors;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which posts of the invented company are key and why, who said yes to stand behind them, and a project with a consultant from outside. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(83)
class SuccessionTale implements Tale {
    /** A post: its unit, whether it leads it, and the level of the track it asks. */
    private record Post(String unit, boolean leads, String en, String zh, String track, int level, List<Criterion> met) {}

    private static final List<Post> POSTS = List.of(
            new Post("CQ-DIF", true, "Head of diffusion, Chongqing", "重庆扩散车间主任", "MFG-DIF", 2, List.of(Criterion.STANDSTILL, Criterion.SCARCE)),
            new Post("HF-COA", true, "Head of coating, Hefei", "合肥镀膜车间主任", "MFG-COA", 2, List.of(Criterion.STANDSTILL, Criterion.SCARCE, Criterion.STRATEGY)),
            new Post("NB-PRT", false, "Printing line specialist, Ningbo", "宁波印刷线专家", "MFG-PRT", 1, List.of(Criterion.STANDSTILL, Criterion.SINGLE)),
            new Post("XA-TEX", false, "Texturing bath specialist, Xi'an", "西安制绒槽专家", "MFG-TEX", 1, List.of(Criterion.SINGLE, Criterion.SCARCE)),
            new Post("CQ-TST", false, "Sorting line specialist, Chongqing", "重庆分选线专家", "MFG-TST", 2, List.of(Criterion.STANDSTILL, Criterion.RELATIONS)),
            new Post("CQ-EHS", false, "Person in charge of special gases", "特种气体负责人", "EHS-SAF", 3, List.of(Criterion.REQUIRED, Criterion.STANDSTILL)),
            new Post("HQ-RND", true, "Head of research", "研发中心负责人", "RND-CEL", 5, List.of(Criterion.STRATEGY, Criterion.SCARCE, Criterion.RELATIONS)),
            new Post("LE-PUR", false, "Contact for customs", "关务联系人", "LOG-WHS", 2, List.of(Criterion.RELATIONS)));

    private final DemoPeople people;
    private final Positions positions;
    private final Requirements requirements;
    private final Namings namings;
    private final Projects projects;
    private final Consultants consultants;
    private final Successors successors;
    private final Figures figures;
    private final StatedTotals totals;
    private final JdbcClient db;
    private final Clock clock;

    SuccessionTale(DemoPeople people, Positions positions, Requirements requirements, Namings namings, Projects projects, Consultants consultants,
            Successors successors, Figures figures, StatedTotals totals, JdbcClient db, Clock clock) {
        this.people = people;
        this.positions = positions;
        this.requirements = requirements;
        this.namings = namings;
        this.projects = projects;
        this.consultants = consultants;
        this.successors = successors;
        this.figures = figures;
        this.totals = totals;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var year = years.current();
        tell(story, years, LocalDate.of(year, 3, 16), "key positions", this::enter);
        tell(story, years, LocalDate.of(year, 3, 20), "key positions counted", () -> minutes(year));
        tell(story, years, LocalDate.of(year, 5, 11), "key positions asked", this::ask);
        tell(story, years, LocalDate.of(year, 6, 1), "high potential project", () -> open(LocalDate.of(year, 6, 1)));
        tell(story, years, LocalDate.of(year, 8, 17), "high potential found", this::find);
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private Me hr() {
        return people.the(Role.HR);
    }

    private void enter() {
        for (var it : POSTS) {
            var id = DemoStory.done(positions.open(new Position.Plan(it.unit(), it.en(), it.zh(), it.leads()), hr()));
            var met = new EnumMap<Criterion, String>(Criterion.class);
            it.met().forEach(criterion -> met.put(criterion, reason(criterion)));
            DemoStory.done(positions.judge(id, met, hr()));
            DemoStory.done(requirements.ask(id, new Want("LEVEL", it.track(), it.level(), "", "", 0), hr()));
            if (it.leads()) {
                DemoStory.done(requirements.ask(id, new Want("UNIT", "", 0, "", it.unit().substring(0, 2), 12), hr()));
            }
        }
    }

    /** The talent committee's minutes count them, too: those that meet two criteria. */
    private void minutes(int year) {
        DemoStory.done(totals.state(figures.find("succession-coverage").orElseThrow(), year, String.valueOf(POSTS.stream().filter(it -> it.met().size() > 1).count()), "Minutes of the talent committee of March " + year, hr()));
    }

    private static String reason(Criterion criterion) {
        return switch (criterion) {
            case STANDSTILL -> "The line stands after two shifts without a decision on its recipe.";
            case SCARCE -> "The last search took eleven months.";
            case SINGLE -> "One person knows the bath; what is written down covers two of five cases.";
            case REQUIRED -> "The permit names a responsible person.";
            case RELATIONS -> "Two authorities and the largest customer call this person first.";
            case STRATEGY -> "The plan's cell of the next generation hangs on it.";
        };
    }

    private record Certified(UUID person, String number, UUID account, String track) {}

    private List<Certified> certified() {
        return db.sql("""
                SELECT DISTINCT ON (name.number) held.person, name.number, pass.account, held.track
                  FROM career.held(:day, 'infinity') AS held
                  JOIN directory.pass ON pass.person = held.person
                  JOIN directory.name ON name.id = held.person
                  JOIN directory.engaged(:day, 'infinity') AS engaged ON engaged.person = held.person
                 ORDER BY name.number, held.level DESC
                """)
                .param("day", LocalDate.now(clock)).query(Certified.class).list();
    }

    /** Those who were certified on a post's track are asked; every fourth says no. */
    private void ask() {
        var turn = 0;
        for (var post : successors.list(Query.all("/app/succession"), hr()).positions()) {
            var track = POSTS.stream().filter(it -> it.en().equals(post.roleEn())).findFirst().orElseThrow().track();
            for (var it : certified().stream().filter(one -> one.track().equals(track)).limit(3).toList()) {
                if (namings.name(post.id(), it.number(), hr()) instanceof Answer.Done<UUID>(var naming)) {
                    DemoStory.done(namings.answer(naming, turn++ % 4 != 3, me(it.account())));
                }
            }
        }
    }

    private static Me me(UUID account) {
        return new Me(account, "", Set.of(Role.EMPLOYEE), Optional.empty());
    }

    private void open(LocalDate from) {
        var project = DemoStory.done(projects.open("Tomorrow's shift engineers", "明日班组工程师", from, from.plusMonths(14), hr()));
        for (var it : certified().stream().filter(one -> !one.account().equals(hr().account())).limit(6).toList()) {
            DemoStory.done(namings.answer(DemoStory.done(projects.ask(project, it.number(), hr())), true, me(it.account())));
        }
        consultants.agree(people.consultant("Ida Brandt", "ida.brandt@northlight.example", "en").id(), project, "Northlight Advisory", from.plusMonths(12), hr());
    }

    /** What the consultant found in two days of exercises; one of the six has not been seen yet. */
    private void find() {
        var ida = people.consultant("Ida Brandt", "ida.brandt@northlight.example", "en");
        var me = new Me(ida.id(), ida.name(), Set.of(Role.CONSULTANT), Optional.empty());
        var members = projects.members(me);
        for (var no = 0; no < members.size() - 1; no++) {
            for (var aspect : Project.Aspect.values()) {
                DemoStory.done(projects.find(members.get(no).naming(), aspect.name(), 1 + (no * 2 + aspect.ordinal()) % 3, "Two days of exercises in the training hall; what was seen is in the notes handed over on the same day.", me));
            }
        }
    }
}
