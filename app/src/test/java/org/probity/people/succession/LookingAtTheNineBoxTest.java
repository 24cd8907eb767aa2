package org.probity.people.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.people.career.ACareer.Someone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A house of its own: it looks through every table for what must not be there. */
@WholeHouse(own = true)
class LookingAtTheNineBoxTest {
    @Autowired ApplicationContext house;
    @Autowired Projects projects;
    @Autowired Namings namings;
    @Autowired NineBox nineBox;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    APost posts;
    Someone ren;
    Project project;
    UUID member;
    LocalDate today;

    @BeforeEach
    void somebodyOfAProject() {
        posts = new APost(house);
        today = LocalDate.now(clock);
        ren = posts.career.someone(posts.career.unit());
        project = projects.find(done(projects.open("Tomorrow's engineers", "明日工程师", today.minusDays(10), today.plusDays(100), HR))).orElseThrow();
        member = done(projects.ask(project.id(), ren.number(), HR));
        done(namings.answer(member, true, ren.me()));
    }

    NineBox.Place place() {
        return nineBox.look(project, HR).stream().filter(it -> it.person().equals(ren.person())).findFirst().orElseThrow();
    }

    /** A closed cycle of half a year that ended so many months ago, and their rating in it. */
    void rated(int monthsAgo, String side) {
        var cycle = UUID.randomUUID();
        var until = today.minusMonths(monthsAgo);
        db.sql("""
                INSERT INTO performance.cycle (id, from_day, until_day, population_day, sign_by, mid_year_by, self_by, rate_by, calibrate_by, talk_by, lines_on, followed_on, followed_at, opened_by, opened_at)
                SELECT :id, :from, :until, :until, :until, :until, :until, :until, :until, :until, :until, :until, now(), :by, now()
                """)
                .param("id", cycle).param("from", until.minusMonths(5)).param("until", until).param("by", HR.account()).update();
        var scheme = db.sql("SELECT scheme FROM performance.rating ORDER BY scheme LIMIT 1").query(UUID.class).single();
        db.sql("""
                INSERT INTO performance.member (cycle, person, kind, unit, title, since, scheme, manager, added_at)
                SELECT :cycle, engaged.person, engaged.kind, engaged.unit, '', engaged.from_day, :scheme, :manager, now()
                  FROM directory.engaged(:day, 'infinity') AS engaged WHERE engaged.person = :person
                """)
                .param("cycle", cycle).param("scheme", scheme).param("manager", posts.career.someone(posts.career.unit()).person()).param("day", today).param("person", ren.person()).update();
        db.sql("""
                INSERT INTO performance.assessment (id, cycle, person, no, scheme, rating, origin, words, by, at, salt)
                SELECT gen_random_uuid(), :cycle, :person, 1, rating.scheme, rating.code, 'BROUGHT_IN', '', :by, now(), gen_random_uuid()
                  FROM performance.rating WHERE rating.scheme = :scheme AND rating.side = :side LIMIT 1
                """)
                .param("cycle", cycle).param("person", ren.person()).param("by", HR.account()).param("scheme", scheme).param("side", side).update();
        db.sql("UPDATE performance.cycle SET closed_by = :by, closed_at = now() WHERE id = :cycle").param("by", HR.account()).param("cycle", cycle).update();
    }

    @Test
    void eachAxisIsTheMiddleOfWhatCountsAndWhatIsMissingIsNoZero() {
        assertThat(place()).extracting(NineBox.Place::performance, NineBox.Place::potential).containsExactly(null, null);
        for (var aspect : List.of("LEARNS", "JUDGES", "LEADS")) {
            done(projects.find(member, aspect, 3, "Seen", HR));
        }
        assertThat(place().potential()).as("three of four").isNull();
        done(projects.find(member, "WANTS", 1, "Seen", HR));
        assertThat(place().potential()).isEqualTo(3);
        done(projects.find(member, "LEADS", 2, "Seen again", HR));
        assertThat(place().potential()).as("1, 2, 3, 3: the lower of two middles, and the newest of an aspect").isEqualTo(2);
        db.sql("UPDATE succession.potential SET until_day = :day WHERE aspect = 'JUDGES' AND naming = :naming").param("day", today.minusDays(1)).param("naming", member).update();
        assertThat(place().potential()).as("one has run out").isNull();

        rated(37, "BELOW");
        assertThat(place().performance()).as("older than three years").isNull();
        rated(30, "BELOW");
        assertThat(place().performance()).isEqualTo(1);
        rated(20, "ABOVE");
        assertThat(place().performance()).as("of two the lower").isEqualTo(1);
        rated(14, "ABOVE");
        assertThat(place().performance()).isEqualTo(3);
        rated(8, "MIDDLE");
        assertThat(place().performance()).as("the last three alone: above, above, middle").isEqualTo(3);
        rated(2, "MIDDLE");
        assertThat(place()).extracting(NineBox.Place::performance, NineBox.Place::ratings).containsExactly(2, 3);
    }

    @Test
    void theNineBoxIsComputedAndNothingHoldsIt() {
        for (var aspect : Project.Aspect.values()) {
            done(projects.find(member, aspect.name(), 3, "Seen", HR));
        }
        rated(3, "ABOVE");
        assertThat(place().whole()).isTrue();
        var before = everything();
        assertThat(browser.get().uri("/app/succession/projects/" + project.id() + "/grid").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Colleague " + ren.number());
        var after = everything();
        after.keySet().removeIf(table -> after.get(table).equals(before.get(table)));
        // Entries of acts before the look get their places while it goes on; what is recorded is in log.record. The house's own work, such as reckoning figures ahead, goes on too.
        after.keySet().removeIf(table -> table.startsWith("log.") && !table.equals("log.record") || table.contains("scheduled_task") || table.equals("mail.letter") || table.equals("figure.lately"));
        assertThat(after.keySet()).as("looking writes nothing but that somebody looked").containsExactly("access.audit");
        assertThat(db.sql("SELECT details::text FROM access.audit WHERE kind = 'succession.grid-looked' AND by = :by ORDER BY id DESC LIMIT 1").param("by", HR.account()).query(String.class).single())
                .doesNotContain(ren.number()).contains("people");
        assertThat(db.sql("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'succession' AND (column_name LIKE '%box%' OR column_name LIKE '%ready%' OR column_name LIKE '%rating%')")
                .query(Long.class).single()).as("nor is there a place to keep it").isZero();
        assertThat(browser.get().uri("/app/succession/projects/" + project.id() + "/grid?format=csv").with(As.me(HR)).exchange()).as("no file of it").hasStatusOk().hasContentTypeCompatibleWith("text/html");
        for (var role : Role.values()) {
            if (role != Role.HR && role != Role.SUPPLIER) {
                assertThat(browser.get().uri("/app/succession/projects/" + project.id() + "/grid").with(As.a(role)).exchange()).as(role.name()).hasStatus(403);
            }
        }
        var self = new Me(ren.me().account(), "Ren", Set.of(Role.HR), Optional.empty());
        assertThat(nineBox.look(project, self)).as("nobody looks at themselves").isEmpty();
    }

    /** Every table of the house with a sum of what it holds. */
    private TreeMap<String, String> everything() {
        var sums = new TreeMap<String, String>();
        for (var table : db.sql("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'SELECT')").query(String.class).list()) {
            sums.put(table, db.sql("SELECT count(*) || ' ' || coalesce(sum(hashtextextended(told::text, 0)::numeric), 0) FROM " + table + " AS told").query(String.class).single());
        }
        return sums;
    }
}
