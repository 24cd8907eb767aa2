package org.probity.shapes.gathering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.ui.Answer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Occasions, people and lists for tests of rooms that hold some. */
public final class AnOccasion {
    public static final Me OFFICER = new Me(UUID.randomUUID(), "Zhao Ning", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    public static final Me BUYER = new Me(UUID.randomUUID(), "Marta Lind", Set.of(Role.BUYER), Optional.empty());

    private static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);

    private AnOccasion() {}

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

    /** A unit of the directory with nobody in it. */
    public static UUID unit(ApplicationContext house, String code) {
        var organisation = house.getBean(Organisation.class);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company " + code, "", "", "", "", ""), BEGUN, "", OFFICER.account()));
        return done(organisation.found(code, Place.Kind.UNIT, company, new Organisation.Details("Unit " + code, "", "", "", "", ""), BEGUN, "", OFFICER.account()));
    }

    /** Somebody of the directory, engaged in a unit since long. */
    public static GuestList.Key colleague(ApplicationContext house, UUID unit, String number) {
        return new GuestList.Key(Colleagues.CIRCLE, done(house.getBean(Staff.class).takeOn(new Staff.Identity(number, "", "Colleague " + number, number.toLowerCase() + "@helia.example"),
                new Staff.Term(Engagement.EMPLOYEE, unit, "", BEGUN, null), "", OFFICER.account())));
    }

    /** The account of somebody in the directory. */
    public static Me account(JdbcClient db, GuestList.Key person, Role role) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(role), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)")
                .param("person", person.guest()).param("account", me.account()).update();
        return me;
    }

    /** A contact with the account that goes with it. */
    public static Me speaker(JdbcClient db, UUID supplier, String email) {
        contact(db, supplier, email, BEGUN);
        var me = new Me(UUID.randomUUID(), "Chen Yu", Set.of(Role.SUPPLIER), Optional.of(supplier));
        db.sql("INSERT INTO access.account (id, name, email, supplier, language, invited_at, invited_by) VALUES (:id, 'Chen Yu', :email, :supplier, 'zh', now(), :id)")
                .param("id", me.account()).param("email", email).param("supplier", supplier).update();
        return me;
    }

    public static GuestList.Key contact(JdbcClient db, UUID supplier, String email, LocalDate day) {
        return new GuestList.Key("contact", db.sql("INSERT INTO supplier.contact (id, supplier, name, email, from_day) VALUES (gen_random_uuid(), :supplier, 'Chen Yu', :email, :day) RETURNING id")
                .param("supplier", supplier).param("email", email).param("day", day).query(UUID.class).single());
    }

    /** Two hours that ended an hour ago. */
    public static Occasion.Plan justOver(Clock clock) {
        var end = clock.instant().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        return new Occasion.Plan(end.minus(Duration.ofHours(2)), end, "Room 3");
    }

    public static Occasion.Plan running(Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Occasion.Plan(now.minus(Duration.ofMinutes(10)), now.plus(Duration.ofHours(1)), "Room 3");
    }

}
