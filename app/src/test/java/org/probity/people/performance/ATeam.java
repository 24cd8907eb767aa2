package org.probity.people.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Place.Rank;
import org.probity.house.directory.Staff;
import org.probity.house.ui.Answer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company for tests: a director leads it, a manager leads its workshop with some operators, and each of them signs in. */
final class ATeam {
    static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);

    final ApplicationContext house;
    final JdbcClient db;
    final Map<UUID, Me> accounts = new HashMap<>();
    final Me hr = someone(Role.HR);
    final Me otherHr = someone(Role.HR);
    final String tag = UUID.randomUUID().toString().substring(0, 6);
    final UUID company;
    final UUID workshop;
    final UUID director;
    final UUID manager;
    final List<UUID> operators = new ArrayList<>();

    ATeam(ApplicationContext house, int people) {
        this.house = house;
        db = house.getBean(JdbcClient.class);
        var organisation = house.getBean(Organisation.class);
        company = done(organisation.found(tag + "E", Place.Kind.ENTITY, null, new Organisation.Details("Company " + tag, "", "", "", "", ""), BEGUN, "", hr.account()));
        workshop = done(organisation.found(tag + "W", Place.Kind.UNIT, company, new Organisation.Details("Workshop " + tag, "", "", "", "", ""), BEGUN, "", hr.account()));
        director = engage("D", company, Engagement.EMPLOYEE, "Director");
        manager = engage("M", workshop, Engagement.EMPLOYEE, "Engineer");
        var heads = house.getBean(Heads.class);
        done(heads.appoint(company, director, Rank.HEAD, BEGUN, "", hr.account()));
        done(heads.appoint(workshop, manager, Rank.HEAD, BEGUN, "", hr.account()));
        for (var i = 0; i < people; i++) {
            operators.add(engage("O" + i, workshop, Engagement.EMPLOYEE, "Operator"));
        }
    }

    static Me someone(Role role) {
        return new Me(UUID.randomUUID(), "Somebody", Set.of(role), Optional.empty());
    }

    UUID engage(String number, UUID unit, Engagement kind, String title) {
        return engage(number, unit, kind, title, BEGUN, null);
    }

    UUID engage(String number, UUID unit, Engagement kind, String title, LocalDate from, LocalDate until) {
        return done(house.getBean(Staff.class).takeOn(new Staff.Identity(tag + number, "", "Person " + number, ""), new Staff.Term(kind, unit, title, from, until), "", hr.account()));
    }

    /** The account somebody signs in with; made when it is first asked for. */
    Me me(UUID person) {
        return accounts.computeIfAbsent(person, it -> {
            var me = someone(Role.EMPLOYEE);
            db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                    .param("id", me.account()).param("email", me.account() + "@helia.example").update();
            db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)")
                    .param("person", it).param("account", me.account()).update();
            return me;
        });
    }

    /** Somebody of a demo home is this person. */
    void signsInAs(UUID person, Me me) {
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        accounts.put(person, me);
    }

    String number(UUID person) {
        return house.getBean(Directory.class).person(person).orElseThrow().number();
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

    /** A cycle that began long ago, whose self-summaries were due yesterday. */
    static Cycle.Plan plan(LocalDate today) {
        return new Cycle.Plan(today.minusDays(200), today.plusDays(140), today.minusDays(150), today.minusDays(60), today.minusDays(1), today.plusDays(10), today.plusDays(20), today.plusDays(30));
    }

    static List<Commitment> commitments(int... weights) {
        var all = new ArrayList<Commitment>();
        for (var weight : weights) {
            var place = all.size() + 1;
            all.add(new Commitment(place, Commitment.Section.RESULTS, "Commitment " + place, "scrap", "below 1 %", "the line's records", "", weight));
        }
        return all;
    }

    /** Commitments that both have signed. */
    UUID agreed(UUID cycle, UUID person, Me by) {
        var sheets = house.getBean(Sheets.class);
        done(sheets.write(cycle, commitments(50, 30, 20), "", me(person)));
        return done(sheets.agree(done(sheets.sign(cycle, me(person))), by));
    }

    UUID rated(UUID cycle, UUID person, String rating, Me by) {
        agreed(cycle, person, by);
        return done(house.getBean(Assessments.class).rate(cycle, person, rating, Map.of(1, "below", 2, "as agreed", 3, "learnt"), "", by));
    }
}
