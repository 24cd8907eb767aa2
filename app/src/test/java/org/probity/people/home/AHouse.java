package org.probity.people.home;

import static org.probity.shapes.gathering.AnOccasion.done;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.people.home.Application.Ground;
import org.probity.people.home.Application.Takes;
import org.probity.people.home.Stay.Found;
import org.probity.people.home.Stay.Item;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A site with a house of two rooms, and people who want to live there. */
record AHouse(ApplicationContext house, UUID site, UUID building, LocalDate today) {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final Me EHS = new Me(UUID.randomUUID(), "Su Ling", Set.of(Role.EHS), Optional.empty());
    static final Map<Item, Found> ALL_GOOD = Arrays.stream(Item.values()).collect(Collectors.toMap(it -> it, _ -> Found.GOOD));

    /** Rooms 101 (20 m², four beds) and 102 (12 m², four beds: too small). */
    static AHouse at(ApplicationContext house) {
        var today = house.getBean(HomeQueue.class).today();
        var code = "W" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var organisation = house.getBean(Organisation.class);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        var site = done(organisation.found(code + "-S", Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        var building = done(house.getBean(Houses.class).found(new Houses.Details(code, "North house", "北苑", site, Takes.WOMEN, 2), HR));
        done(house.getBean(Houses.class).measure(building, today, "room,area,beds\n101,20,4\n102,12,4\n".getBytes(StandardCharsets.UTF_8), HR));
        return new AHouse(house, site, building, today);
    }

    Me worker(int years) {
        return worker(Engagement.EMPLOYEE, years);
    }

    Me worker(Engagement kind, int years) {
        var number = "W" + UUID.randomUUID().toString().substring(0, 10);
        var person = done(house.getBean(Staff.class).takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"), new Staff.Term(kind, site, "", today.minusYears(years).minusDays(1), null), "",
                HR.account()));
        var db = house.getBean(JdbcClient.class);
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    HomeQueue.Request request() {
        return new HomeQueue.Request(site, Takes.WOMEN, today, Set.of(Ground.NIGHTS), "");
    }

    UUID asked(Me by) {
        return done(house.getBean(HomeQueue.class).ask(request(), by));
    }

    List<Houses.Bed> beds() {
        return house.getBean(Houses.class).beds(building);
    }

    Lodging.Offer offer(int bed) {
        return new Lodging.Offer(beds().get(bed).id(), today, BigDecimal.valueOf(120), "");
    }

    UUID offered(Me to, int bed) {
        return done(house.getBean(Lodging.class).offer(asked(to), offer(bed), HR));
    }

    /** Offered, accepted, handed over and confirmed. */
    UUID lived(Me by, int bed) {
        var lodging = house.getBean(Lodging.class);
        var keys = house.getBean(Keys.class);
        var stay = offered(by, bed);
        done(lodging.answer(stay, true, "", by));
        done(keys.walk(stay, Stay.Way.IN, walked(), EHS));
        done(keys.confirm(stay, by));
        return stay;
    }

    Keys.Walked walked() {
        return new Keys.Walked(today, ALL_GOOD, "", List.of());
    }

    static byte[] photo() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
