package org.probity.people.career;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, units, tracks and panels for tests of careers and of what reads them. */
public final class ACareer {
    public static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    public static final Me UNION = new Me(UUID.randomUUID(), "Gao Yan", Set.of(Role.UNION), Optional.empty());
    private static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);

    /** Somebody of the directory with an account. */
    public record Someone(UUID person, String number, Me me) {}

    private final ApplicationContext house;
    private final JdbcClient db;

    public ACareer(ApplicationContext house) {
        this.house = house;
        this.db = house.getBean(JdbcClient.class);
    }

    public static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    public static String key(Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?>(var value) -> throw new AssertionError("done: " + value);
            case Answer.Refused<?>(var reasons) -> reasons.getFirst().key();
        };
    }

    /** The pack that comes with the house, in force. */
    public void standards() {
        if (house.getBean(Register.class).track("PRC-DIF").isEmpty()) {
            var editions = house.getBean(Editions.class);
            done(editions.rule(done(editions.proposePack(HR)), Outcome.APPROVED, "", UNION));
        }
    }

    public UUID unit() {
        var organisation = house.getBean(Organisation.class);
        var code = "C" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company " + code, "", "", "", "", ""), BEGUN, "", HR.account()));
        return done(organisation.found(code, Place.Kind.UNIT, company, new Organisation.Details("Unit " + code, "", "", "", "", ""), BEGUN, "", HR.account()));
    }

    public Someone someone(UUID unit) {
        return someone(unit, Role.EMPLOYEE);
    }

    public Someone someone(UUID unit, Role role) {
        var number = "N" + UUID.randomUUID().toString().substring(0, 8);
        var person = done(house.getBean(Staff.class).takeOn(new Staff.Identity(number, "", "Colleague " + number, number + "@helia.example"),
                new Staff.Term(Engagement.EMPLOYEE, unit, "", BEGUN, null), "", HR.account()));
        return new Someone(person, number, account(person, role));
    }

    private Me account(UUID person, Role role) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(role), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)")
                .param("person", person).param("account", me.account()).update();
        return me;
    }

    public Someone head(UUID unit) {
        var it = someone(unit);
        done(house.getBean(Heads.class).appoint(unit, it.person(), Place.Rank.HEAD, BEGUN, "", HR.account()));
        return it;
    }

    /** An application with a word to each item, sent in. */
    public UUID sent(Someone applicant, String track, int level) {
        var applications = house.getBean(Applications.class);
        var proofs = house.getBean(Proofs.class);
        var id = done(applications.open(track, level, applicant.me()));
        done(proofs.keep(id, words(id), applicant.me()));
        done(proofs.send(id, applicant.me()));
        return id;
    }

    Map<UUID, String> words(UUID application) {
        var applications = house.getBean(Applications.class);
        var words = new HashMap<UUID, String>();
        applications.asked(applications.find(application).orElseThrow()).forEach(it -> words.put(it.id(), "Shown by " + it.code()));
        return words;
    }

    /** What a member finds: this level everywhere, except where it is said otherwise by the item's code. */
    Map<UUID, Panels.Finding> findings(UUID application, int level, Map<String, Integer> otherwise) {
        var applications = house.getBean(Applications.class);
        var found = new HashMap<UUID, Panels.Finding>();
        applications.asked(applications.find(application).orElseThrow()).forEach(it -> {
            var shown = otherwise.getOrDefault(it.code(), level);
            found.put(it.id(), new Panels.Finding(shown, "Seen at " + shown));
        });
        return found;
    }

    /** A panel of three from another unit that all find the same. */
    public Application decided(UUID application, int level, Map<String, Integer> otherwise) {
        var unit = unit();
        var panel = List.of(someone(unit), someone(unit), someone(unit));
        var seats = house.getBean(Seats.class);
        var panels = house.getBean(Panels.class);
        done(seats.call(application, panel.stream().map(Someone::number).toList(), HR));
        panel.forEach(it -> done(panels.say(application, findings(application, level, otherwise), it.me())));
        return done(panels.decide(application, panel.getFirst().me()));
    }
}
