package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.As;
import org.probity.house.access.BehindTheGate;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.start.Whole;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A demo of little more than the named suppliers is told from its first chapter to today, and none of its rooms refuses anything. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=true", "probity.demo.size=198"})
@Import(BehindTheGate.class)
class TellingTheWholeStoryTest {
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final int STAFF_AND_SOME_FROM_OUTSIDE = 18;
    /** How many people open a link of a kind; the others would come by the same handler to the same page. */
    private static final int OPENED_BY = Whole.WANTED ? STAFF_AND_SOME_FROM_OUTSIDE : 2;
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/app[^\"#]*)");
    private static final Pattern NAMES_ONE = Pattern.compile("(?<=/)[^/?]*[-\\d][^/?]*");

    @Autowired DemoStory story;
    @Autowired Statements statements;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;
    @Autowired DemoPeople people;
    @Autowired Messages messages;
    @Autowired AutowireCapableBeanFactory house;

    /**
     * Follows links from the desk of everybody in the story: what somebody can press opens. Links that differ only in what they name, or in how a list is narrowed, are of
     * one kind. Of a kind somebody opens one, and two people do; for others the gate opens, or all do where the whole is wanted ({@code ./probity trial links}).
     */
    @Test
    void everybodyInItCanOpenWhatTheirPagesLeadTo() throws InterruptedException {
        tell();
        var broken = new TreeSet<String>();
        var openedBy = new HashMap<String, Integer>();
        for (var person : people.everyone().stream().limit(STAFF_AND_SOME_FROM_OUTSIDE).toList()) {
            var me = As.me(new Me(person.id(), person.name(), person.roles(), person.supplier()));
            var seen = new HashSet<String>(Set.of("/app"));
            var kinds = new HashSet<String>();
            for (var next = new ArrayDeque<>(List.of("/app")); !next.isEmpty();) {
                var path = next.remove();
                var opened = browser.get().uri(URI.create(path)).with(me).exchange();
                if (opened.getUnresolvedException() != null) {
                    broken.add(path + " for " + person.email() + ": " + NestedExceptionUtils.getMostSpecificCause(opened.getUnresolvedException()));
                    continue;
                }
                var answer = opened.getResponse();
                if (answer.getStatus() >= 400) {
                    broken.add(path + " for " + person.email() + ": " + answer.getStatus());
                }
                if (answer.getRedirectedUrl() != null && seen.add(answer.getRedirectedUrl())) {
                    next.add(answer.getRedirectedUrl());
                }
                if (!String.valueOf(answer.getContentType()).startsWith("text/html")) {
                    continue;
                }
                LINK.matcher(text(answer)).results().map(link -> link.group(1).replace("&amp;", "&"))
                        .filter(link -> kinds.add(kind(link)) && seen.add(link)).forEach(link -> {
                            if (openedBy.merge(kind(link), 1, Integer::sum) <= OPENED_BY) {
                                next.add(link);
                            } else if (browser.get().uri(URI.create(link)).with(me).with(BehindTheGate.turnBack()).exchange().getResponse().getStatus() != BehindTheGate.OPENED) {
                                broken.add(link + " is shut for " + person.email());
                            }
                        });
            }
            assertThat(kinds).as(person.email()).isNotEmpty();
        }
        assertThat(broken).isEmpty();
    }

    private static String kind(String link) {
        return NAMES_ONE.matcher(link.replaceFirst("\\?.*", "?")).replaceAll("*");
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell() throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!story.progress().done() && story.stopped().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        assertThat(story.stopped()).isEmpty();
        assertThat(story.progress().done()).as("chapters told: %s", story.progress()).isTrue();
    }

    @Test
    void theStoryComesToItsEndAndItsReportCanBeRead() throws InterruptedException {
        tell();

        var last = LocalDate.now(clock).getYear() - 1;
        // The named, forty of the crowd, and those who applied.
        assertThat(db.sql("SELECT count(*) FROM supplier.supplier").query(Integer.class).single()).isGreaterThanOrEqualTo(198);
        assertThat(statements.editions(last)).as("published, and restated").hasSize(2).allMatch(it -> it.published());
        assertThat(statements.editions(last - 1)).as("what it is held against").hasSize(1).allMatch(it -> it.published());
        var edition = statements.published(last).orElseThrow();
        var closed = db.sql("SELECT figure FROM statement.edition_closed WHERE edition = :edition").param("edition", edition.id()).query(String.class).set();
        assertThat(closed).as("a whole company has more than a few of nearly everything").hasSizeLessThan(4);
        assertThat(statements.values(edition)).hasSize(figures.all().size() - closed.size())
                .allSatisfy(value -> assertThat(value.control().difference()).as(value.figure().key()).isEqualByComparingTo("0"));
        assertThat(statements.values(edition).stream().flatMap(value -> value.rows().stream())
                .flatMap(row -> row.evidence().stream()).map(FigureValue.Proof::kind).distinct())
                .as("kinds of evidence that have a name").allMatch(kind -> messages.knows(Lang.EN, kind));
        for (var lang : new String[] {"en", "zh"}) {
            assertThat(browser.get().uri("/report/" + last + "?lang=" + lang)).hasStatusOk().bodyText().doesNotContain("<script>")
                    .contains(lang.equals("en") ? "Conflict minerals" : "冲突矿产", lang.equals("en") ? "Talent empowerment system" : "人才赋能体系", "128,790.46", "13.92", "98.92");
        }
    }

    @Test
    void theFiguresOfOurPeopleAreThoseOfTheReportAndAStrangerReadsThem() throws InterruptedException {
        tell();

        var people = new AllOurPeople();
        house.autowireBean(people);
        people.areToldOf();
    }
}
