package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.labour.AWorker.done;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.privacy.LegalBases;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What rooms of people keep names the rule that allows it, in each country where we work; who reads their own data sees it. */
@WholeHouse
class NamingTheRuleOfEachFieldTest {
    static final Me LEGAL = new Me(UUID.randomUUID(), "Chen Jia", Set.of(Role.LEGAL), Optional.empty());
    static final List<String> ROOMS = List.of("house/directory", "people/learning", "people/career", "people/education", "people/performance", "people/recruitment", "people/succession",
            "people/voice", "people/community", "people/dialogue", "people/survey", "people/care", "people/home", "people/amenity", "people/subsidy", "people/retirement", "people/aid", "people/reward", "people/equity");

    @Autowired Bases bases;
    @Autowired LegalBases legal;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;
    @Autowired Clock clock;

    /** The records of a room are named in its bundle: whoever adds one names its rule, too. */
    static List<String> parts() throws IOException {
        var parts = new ArrayList<String>();
        for (var path : ROOMS) {
            var room = path.substring(path.indexOf('/') + 1);
            var words = new Properties();
            try (var in = new InputStreamReader(new ClassPathResource("org/probity/" + path + "/messages_en.properties").getInputStream(), StandardCharsets.UTF_8)) {
                words.load(in);
            }
            words.stringPropertyNames().stream().filter(it -> it.matches(room + "\\.data\\.[a-z-]+")).map(it -> it.substring(it.lastIndexOf('.') + 1))
                    .filter(it -> !Set.of("title", "why", "yes", "no").contains(it)).forEach(it -> parts.add(room + "/" + it));
        }
        return parts;
    }

    @Test
    void noRecordAboutAPersonIsKeptWithoutARule() throws IOException {
        assertThat(parts()).hasSizeGreaterThan(50);
        for (var country : List.of("CN", "DE")) {
            var said = bases.in(country);
            assertThat(parts()).as(country).allSatisfy(part -> assertThat(said).anyMatch(it -> it.part().equals(part) && it.field().equals("*")));
            assertThat(said).filteredOn(it -> it.part().contains("/") && !it.confirmed()).as("nobody is told that counsel read what counsel did not read")
                    .allSatisfy(it -> assertThat(it.source()).contains("To be confirmed by counsel"));
        }
    }

    @Test
    void oneReadsItBesideOnesOwnDataByThePlaceWhereOneWorks() {
        var code = "LB" + UUID.randomUUID().toString().substring(0, 6);
        var here = reader(code, "CN", "Anhui");
        var there = reader(code + "D", "DE", "Saxony");
        assertThat(browser.get().uri("/app/me/data").with(As.me(here))).hasStatusOk().bodyText().contains("Labour Contract Law, art. 7", "until you are forgotten here", "Every field");
        assertThat(browser.get().uri("/app/me/data").with(As.me(there))).hasStatusOk().bodyText().contains("Bundesdatenschutzgesetz").doesNotContain("Labour Contract Law, art. 7");

        var today = LocalDate.now(clock);
        done(bases.say(new Bases.Word("directory/leading", List.of("*"), "CN", today, "Company Law, read in the law itself", "", 24), LEGAL));
        assertThat(bases.in("CN")).filteredOn(it -> it.part().equals("directory/leading")).singleElement().satisfies(it -> {
            assertThat(it.confirmed()).isTrue();
            assertThat(it.months()).as("no term is promised that nobody keeps to").isNegative();
        });
        assertThat(browser.get().uri("/app/labour/bases?country=CN").with(As.me(LEGAL))).hasStatusOk().bodyText().contains("Company Law, read in the law itself", "until your data is erased");
        assertThat(browser.post().uri("/app/labour/bases?country=CN").param("fields", "directory/leading *").param("source", "x").with(As.me(LEGAL)).exchange()).as("without a day").hasStatus(422)
                .bodyText().contains("value=\"directory/leading *\" checked");
        var owner = house.getBean(Accounts.class).find(here.account()).orElseThrow();
        assertThat(legal.of("directory", owner)).anyMatch(it -> it.source().startsWith("Company Law") && it.confirmed());
        assertThat(legal.of("performance", owner)).isNotEmpty().noneMatch(it -> it.part().contains("/"));
    }

    private Me reader(String code, String country, String region) {
        var person = AWorker.employee(house, AWorker.site(house, code, country, region), code + "-1");
        var me = new Me(UUID.randomUUID(), "Reader", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'x', :email, 'en', now(), :id)").param("id", me.account()).param("email", me.account() + "@x.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }
}
