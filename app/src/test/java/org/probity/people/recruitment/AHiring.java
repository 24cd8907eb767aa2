package org.probity.people.recruitment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer;
import org.probity.people.labour.Identity;
import org.probity.people.recruitment.Applying.Form;
import org.probity.people.recruitment.Applying.Upload;
import org.probity.people.recruitment.Requisition.Question;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit that hires, for the tests of this room: each has one of its own. */
final class AHiring {
    static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);
    static final Upload CV = new Upload("cv.pdf", "%PDF-1.7 about me".getBytes(StandardCharsets.US_ASCII));
    static final List<Question> QUESTIONS = List.of(
            new Question(Stage.SCREEN, 1, "What have you mended?", "您修过什么？", "1 nothing; 3 one thing; 5 several", "1分：没有；3分：一件；5分：多件"),
            new Question(Stage.INTERVIEW, 1, "How do you find a fault?", "您如何查找故障？", "1 by chance; 3 by steps; 5 by steps and a cause", "1分：靠运气；3分：分步；5分：分步并找出原因"),
            new Question(Stage.INTERVIEW, 2, "How do you lock out a machine?", "如何上锁挂牌？", "1 unknown; 3 most steps; 5 all steps", "1分：不知道；3分：多数步骤；5分：全部步骤"));

    private final Organisation organisation;
    private final Requisitions requisitions;
    private final Postings postings;
    private final Applying applying;
    private final Applications applications;
    private final Screening screening;
    private final Interviews interviews;
    private final Offers offers;
    private final JdbcClient db;
    private final Clock clock;
    private final String activity;

    AHiring(ApplicationContext house) {
        this(house, "");
    }

    /** @param activity by which those who apply came to know */
    AHiring(ApplicationContext house, String activity) {
        this.activity = activity;
        organisation = house.getBean(Organisation.class);
        requisitions = house.getBean(Requisitions.class);
        postings = house.getBean(Postings.class);
        applying = house.getBean(Applying.class);
        applications = house.getBean(Applications.class);
        screening = house.getBean(Screening.class);
        interviews = house.getBean(Interviews.class);
        offers = house.getBean(Offers.class);
        db = house.getBean(JdbcClient.class);
        clock = house.getBean(Clock.class);
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    static String key(Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?>(var value) -> throw new AssertionError("done: " + value);
            case Answer.Refused<?>(var reasons) -> reasons.getFirst().key();
        };
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Somebody of the house with an account. */
    Me somebody(Role... roles) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(roles), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", mail(me)).update();
        for (var role : roles) {
            db.sql("INSERT INTO access.role (account, role, given_at, given_by) VALUES (:id, :role, now(), :id)").param("id", me.account()).param("role", role.name()).update();
        }
        return me;
    }

    static String mail(Me me) {
        return me.account() + "@helia.example";
    }

    /** In China, where nobody below sixteen may be recruited. */
    UUID unit() {
        var code = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var by = UUID.randomUUID();
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), BEGUN, "", by));
        var site = done(organisation.found(code + "-S", Place.Kind.SITE, company, new Organisation.Details("Site", "基地", "CN", "Anhui", "", ""), BEGUN, "", by));
        return done(organisation.found(code, Place.Kind.UNIT, site, new Organisation.Details("Workshop", "车间", "", "", "", ""), BEGUN, "", by));
    }

    Requisitions.Plan plan(UUID unit, int wanted) {
        return new Requisitions.Plan(unit, "", 2, "Equipment engineer", "设备工程师", "Keeps machines running.\nShifts.", "维护设备。\n倒班。", "Two left in spring.", wanted, today().plusDays(30), QUESTIONS);
    }

    record Open(UUID id, String number, Me hr, Me other, Me asks, Me asksToo) {}

    /** Asked by one, agreed by another, two interviewers named, open to everybody. */
    Open open(int wanted) {
        var hr = somebody(Role.HR);
        var other = somebody(Role.HR);
        var asks = somebody(Role.QUALITY);
        var asksToo = somebody(Role.EMPLOYEE);
        var id = done(requisitions.ask(plan(unit(), wanted), hr));
        done(requisitions.rule(id, Outcome.APPROVED, other));
        done(postings.name(id, mail(asks) + "\n" + mail(asksToo), hr));
        done(postings.open(id, hr));
        return new Open(id, requisitions.find(id).orElseThrow().number(), hr, other, asks, asksToo);
    }

    static Form form(UUID posting, String who) {
        return new Form(posting, "Li " + who, who + "@example.org", "139 0000 " + Math.abs(who.hashCode() % 10_000), "zh", List.of("I mended a pump."), "F", "UNDER_30", "", true, CV);
    }

    Applying.Sent sent(Open posting) {
        var by = form(posting.id(), UUID.randomUUID().toString().substring(0, 12));
        return done(applying.apply(new Form(by.posting(), by.name(), by.email(), by.phone(), by.language(), by.answers(), by.sex(), by.age(), activity, true, by.file())));
    }

    UUID screened(Open posting) {
        return done(screening.screen(sent(posting).id(), Map.of(1, 4), true, "", posting.hr()));
    }

    static Map<Integer, Interviews.Mark> marks(int score) {
        return Map.of(1, new Interviews.Mark(score, "Went step by step"), 2, new Interviews.Mark(score, "Knew the steps"));
    }

    UUID interviewed(Open posting) {
        var id = screened(posting);
        done(interviews.mark(id, marks(4), posting.asks()));
        done(interviews.mark(id, marks(5), posting.asksToo()));
        return id;
    }

    UUID wanted(Open posting) {
        var id = interviewed(posting);
        done(interviews.move(id, true, "", posting.asks()));
        done(interviews.rule(id, Outcome.APPROVED, posting.asksToo()));
        return id;
    }

    /** A passport: its number says nothing of its holder. */
    Identity born(LocalDate day) {
        return new Identity(Identity.Document.PASSPORT, "E" + UUID.randomUUID().toString().substring(0, 8), day, Identity.Sex.F, today());
    }

    UUID offered(Open posting) {
        return done(offers.offer(wanted(posting), born(today().minusYears(30)), today().plusDays(14), posting.hr()));
    }

    UUID hired(Open posting) {
        return done(offers.hire(offered(posting), "", today().plusDays(14), posting.hr()));
    }

    Application find(UUID id) {
        return applications.find(id).orElseThrow();
    }
}
