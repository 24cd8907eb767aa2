package org.probity.people.aid;

import static org.probity.shapes.gathering.AnOccasion.done;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
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
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A site with people, a committee of three and one who looks on; nothing always stays in the fund and nobody needs to have given, unless a test says so. */
class AFund {
    static final Me UNION = new Me(UUID.randomUUID(), "Wu Hui", Set.of(Role.UNION), Optional.empty());
    static final Me OTHER = new Me(UUID.randomUUID(), "Xia Ling", Set.of(Role.UNION), Optional.empty());
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    record One(UUID person, String number, Me me) {}

    final ApplicationContext house;
    final JdbcClient db;
    final Giving giving;
    final Fund fund;
    final Seats seats;
    final UUID site;

    AFund(ApplicationContext house) {
        this.house = house;
        this.db = house.getBean(JdbcClient.class);
        this.giving = house.getBean(Giving.class);
        this.fund = house.getBean(Fund.class);
        this.seats = house.getBean(Seats.class);
        var organisation = house.getBean(Organisation.class);
        var code = "H" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), LocalDate.of(2015, 1, 1), "", HR.account()));
        this.site = done(organisation.found(code, Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), LocalDate.of(2015, 1, 1), "", HR.account()));
        rule("floor-thousands", 0);
        rule("months-given-least", 0);
        rule("told-from", 5);
    }

    void rule(String key, int value) {
        db.sql("INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES ('aid', :key, :day, :value, 'test', clock_timestamp())").param("key", key).param("day", fund.today())
                .param("value", value).update();
    }

    One somebody() {
        var number = "H" + UUID.randomUUID().toString().substring(0, 10);
        var person = done(house.getBean(Staff.class).takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"),
                new Staff.Term(Engagement.EMPLOYEE, site, "", LocalDate.of(2016, 1, 1), null), "", HR.account()));
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)").param("id", me.account())
                .param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return new One(person, number, me);
    }

    void leads(One head) {
        done(house.getBean(Heads.class).appoint(site, head.person(), Place.Rank.HEAD, LocalDate.of(2016, 1, 1), "", HR.account()));
    }

    One member(Seats.Body body) {
        var one = somebody();
        done(seats.appoint(one.number(), body, fund.today(), fund.today().plusYears(2), UNION));
        return one;
    }

    List<One> committee() {
        return List.of(member(Seats.Body.COMMITTEE), member(Seats.Body.COMMITTEE), member(Seats.Body.COMMITTEE));
    }

    void gift(long fen) {
        done(giving.take(Giving.GiftKind.COMPANY, fund.today(), fen, "Bank statement", UNION));
    }

    /** The month after the last list, as if it had come: lists are drawn of months that have begun. */
    YearMonth month() {
        return fund.month();
    }
}
