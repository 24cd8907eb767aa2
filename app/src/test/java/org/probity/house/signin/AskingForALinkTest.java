package org.probity.house.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.house.access.Visitor.location;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.Role;
import org.probity.house.access.Visitor;
import org.probity.house.start.WholeHouse;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse(own = true)
class AskingForALinkTest {
    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;

    final String email = UUID.randomUUID() + "@tin.example";
    Visitor contact;

    @BeforeEach
    void aContact() {
        db.sql("DELETE FROM access.attempt").update();
        accounts.invite(new Accounts.Newcomer("Ann", email, Set.of(Role.SUPPLIER), Optional.of(ASupplier.in(db)), "en"), Accounts.HOUSE);
        db.sql("DELETE FROM mail.letter").update();
        contact = new Visitor(port);
    }

    String ask(Visitor who, String email) {
        who.get("/app/sign-in/link-please");
        return who.post("/app/sign-in/link-please", "email", email).body();
    }

    String link() {
        var body = db.sql("SELECT body FROM mail.letter WHERE recipient = :to ORDER BY written_at DESC LIMIT 1")
                .param("to", email).query(String.class).single();
        var link = Pattern.compile("/app/sign-in/link\\?link=(\\S+)").matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }

    @Test
    void theLinkShowsAButtonAndTheButtonSignsIn() {
        ask(contact, email);
        assertThat(contact.get("/app/sign-in/link?link=" + link()).body()).contains("Hello Ann", "<button");
        assertThat(contact.get("/app/sign-in/link?link=" + link()).body()).as("looking twice uses nothing up").contains("Hello Ann");
        assertThat(location(contact.post("/app/sign-in/link", "link", link()))).isEqualTo("/app/portal");
    }

    @Test
    void itWorksOnce() {
        ask(contact, email);
        contact.get("/app/sign-in/link?link=" + link());
        contact.post("/app/sign-in/link", "link", link());
        contact.get("/app/account");
        assertThat(contact.post("/app/sign-in/link", "link", link()).statusCode()).isEqualTo(422);
    }

    @Test
    void itOpensNothingInAnotherBrowser() {
        ask(contact, email);
        var thief = new Visitor(port);
        ask(thief, "thief@tin.example");
        assertThat(thief.post("/app/sign-in/link", "link", link()).statusCode()).isEqualTo(422);
        assertThat(location(contact.post("/app/sign-in/link", "link", link()))).as("and is still good in its own").isEqualTo("/app/portal");
    }

    @Test
    void itIsGoodForFifteenMinutes() {
        ask(contact, email);
        db.sql("UPDATE access.link SET ends_at = now() - interval '1 second' WHERE purpose = 'SIGN_IN'").update();
        assertThat(contact.post("/app/sign-in/link", "link", link()).statusCode()).isEqualTo(422);
        assertThat(db.sql("SELECT DISTINCT extract(epoch FROM ends_at - made_at)::int FROM access.link WHERE purpose = 'CONFIRM'")
                .query(Integer.class).list()).isEmpty();
    }

    @Test
    void anUnknownAddressGetsTheSameAnswerAndNoLetter() {
        var known = ask(contact, email).replace(email, "X");
        var unknown = ask(new Visitor(port), "no-" + email).replace("no-" + email, "X");
        assertThat(unknown.replaceAll("value=\"[^\"]*\"", "")).isEqualTo(known.replaceAll("value=\"[^\"]*\"", ""));
        assertThat(db.sql("SELECT count(*) FROM mail.letter").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void theStaffAreToldToUseTheirPassword() {
        var staff = UUID.randomUUID() + "@helia.example";
        accounts.invite(new Accounts.Newcomer("Lin", staff, Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE);
        ask(contact, staff);
        assertThat(db.sql("SELECT body FROM mail.letter WHERE recipient = :to ORDER BY written_at DESC LIMIT 1").param("to", staff)
                .query(String.class).single()).contains("your password or a passkey").doesNotContain("link=");
    }

    @Test
    void thereAreFiveInAnHour() {
        for (var i = 0; i < 7; i++) {
            ask(contact, email);
        }
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to").param("to", email).query(Integer.class).single()).isEqualTo(5);
    }
}
