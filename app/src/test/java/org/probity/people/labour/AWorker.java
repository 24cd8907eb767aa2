package org.probity.people.labour;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.ui.Answer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sites and people for tests of rooms of people: engaged, attested, contracted. */
public final class AWorker {
    public static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    public static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);

    private AWorker() {}

    /** A site of a company of its own. @param country and {@code region}: where its law comes from */
    public static UUID site(ApplicationContext house, String code, String country, String region) {
        var organisation = house.getBean(Organisation.class);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company " + code, "", "", "", "", ""), BEGUN, "", HR.account()));
        return done(organisation.found(code, Place.Kind.SITE, company, new Organisation.Details("Site " + code, "基地" + code, country, region, "", ""), BEGUN, "", HR.account()));
    }

    public static UUID engaged(ApplicationContext house, UUID unit, String number, Engagement kind, LocalDate from, @Nullable LocalDate until) {
        return done(house.getBean(Staff.class).takeOn(new Staff.Identity(number, "工人" + number, "Worker " + number, ""), new Staff.Term(kind, unit, "Operator", from, until), "", HR.account()));
    }

    public static UUID employee(ApplicationContext house, UUID unit, String number) {
        return engaged(house, unit, number, Engagement.EMPLOYEE, BEGUN, null);
    }

    /** By a document of another kind, so that any birth date will do. */
    public static void attest(JdbcClient db, UUID person, LocalDate born, String sex) {
        db.sql("UPDATE labour.identity SET superseded_at = now() WHERE person = :person AND superseded_at IS NULL").param("person", person).update();
        db.sql("""
                INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, record)
                VALUES (gen_random_uuid(), :person, 'OTHER', sha256(CAST(gen_random_uuid() AS text)::bytea), :born, :sex, CAST(:born AS date) + 1, :by, now(), gen_random_uuid())
                """)
                .param("person", person).param("born", born).param("sex", sex).param("by", HR.account()).update();
    }

    /** Signed on its first day, full time, without probation. */
    public static void contract(JdbcClient db, UUID person, String category, LocalDate from, @Nullable LocalDate until) {
        db.sql("""
                INSERT INTO labour.contract (id, person, act, term, signed_on, from_day, until_day, probation_days, category, full_time, told_by, known_from, record)
                VALUES (gen_random_uuid(), :person, 'CONTRACT', CASE WHEN CAST(:until AS date) IS NULL THEN 'OPEN' ELSE 'FIXED' END, :from, :from, :until, 0, :category, true, :by, now(), gen_random_uuid())
                """)
                .param("person", person).param("from", from).param("until", until, java.sql.Types.DATE).param("category", category).param("by", HR.account()).update();
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
}
