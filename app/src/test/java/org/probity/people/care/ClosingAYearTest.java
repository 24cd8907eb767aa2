package org.probity.people.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.book.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Hours of a year that is over: five days go to the next year, what is more is owed as pay, and whoever has left carries nothing. */
@WholeHouse
class ClosingAYearTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final Me LEGAL = new Me(UUID.randomUUID(), "Shen Yi", Set.of(Role.LEGAL), Optional.empty());

    @Autowired Grants grants;
    @Autowired Closings closings;
    @Autowired LeaveBook book;
    @Autowired Books books;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    long on(UUID person, String kind) {
        return books.balances(LeaveBook.BOOK, LeaveBook.HOUR, person).getOrDefault(kind, 0L);
    }

    @Test
    void someIsCarriedAndTheRestIsOwed() {
        var today = LocalDate.now(clock);
        var year = today.getYear() - 1;
        var begun = LocalDate.of(1990, 1, 1);
        var code = "Y" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), begun, "", HR.account()));
        var site = done(organisation.found(code, Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), begun, "", HR.account()));
        var old = done(staff.takeOn(new Staff.Identity(code + "1", "任一", "Ren One", ""), new Staff.Term(Engagement.EMPLOYEE, site, "", LocalDate.of(year - 12, 1, 1), null), "", HR.account()));
        var young = done(staff.takeOn(new Staff.Identity(code + "2", "任二", "Ren Two", ""), new Staff.Term(Engagement.EMPLOYEE, site, "", LocalDate.of(year - 3, 1, 1), null), "", HR.account()));
        done(grants.grant(year, site, done(grants.preview(year, site, HR)).seen(), HR));
        assertThat(on(old, LeaveBook.annual(year))).isEqualTo(8_000);
        assertThat(key(closings.preview(year, site, LEGAL))).isEqualTo("care.not-yours");
        assertThat(key(closings.preview(year + 1, site, HR))).isEqualTo("care.year-runs");
        var seen = done(closings.preview(year, site, HR));
        assertThat(seen.lines()).extracting(Closings.Line::person).containsExactly(old, young);
        assertThat(seen.carried()).isEqualTo(8_000);
        assertThat(seen.owed()).isEqualTo(4_000);
        assertThat(key(closings.close(year, site, "x", HR))).isEqualTo("care.seen-changed");
        assertThat(browser.get().uri("/app/care/closings/preview?year=" + year + "&unit=" + site).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Ren One");
        var id = done(closings.close(year, site, seen.seen(), HR));
        assertThat(on(old, LeaveBook.annual(year))).isZero();
        assertThat(on(old, LeaveBook.carried(year + 1))).isEqualTo(4_000);
        assertThat(on(old, LeaveBook.OWED)).isEqualTo(4_000);
        assertThat(on(young, LeaveBook.carried(year + 1))).isEqualTo(4_000);
        assertThat(on(young, LeaveBook.OWED)).isZero();
        assertThat(key(closings.close(year, site, seen.seen(), HR))).isEqualTo("care.nothing-left");
        assertThat(book.outOf(old, year + 1, 4_100, book.asked(old))).as("nothing was granted for this year").isEmpty();
        done(grants.grant(year + 1, site, done(grants.preview(year + 1, site, HR)).seen(), HR));
        assertThat(book.outOf(old, year + 1, 4_100, book.asked(old)).orElseThrow()).as("what came from before goes first").extracting(it -> it.amount()).containsExactly(4_000L, 100L);
        assertThat(books.sum(LeaveBook.BOOK, LeaveBook.HOUR).total()).isZero();
        assertThat(browser.get().uri("/app/care/closings/" + id).with(As.me(HR)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/care/closings").with(As.me(LEGAL)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/care/closed/" + closings.of(id).getFirst().id()).with(As.me(HR)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/care/closed/" + closings.of(id).getFirst().id()).with(As.me(LEGAL)).exchange()).hasStatus(404);
    }
}
