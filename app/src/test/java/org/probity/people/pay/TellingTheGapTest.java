package org.probity.people.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A year of eighty people: what is told of women and men, what is not, and who has to say why. */
@WholeHouse
class TellingTheGapTest {
    static final Me KEEPER = new Me(UUID.randomUUID(), "Su Qing", Set.of(Role.REMUNERATION), Optional.empty());
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final LocalDate BEGUN = LocalDate.of(2000, 1, 1);
    /** Apart from the years of other tests. */
    static final AtomicInteger YEARS = new AtomicInteger(2014);

    @Autowired Payroll payroll;
    @Autowired Gaps gaps;
    @Autowired Published published;
    @Autowired Figures figures;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    int year;
    UUID unit;
    List<String> women;
    List<String> men;

    @BeforeEach
    void aYear() {
        year = YEARS.getAndAdd(2);
        var code = "V" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), BEGUN, "", HR.account()));
        unit = done(organisation.found(code, Place.Kind.UNIT, company, new Organisation.Details("Cells", "电池", "", "", "", ""), BEGUN, "", HR.account()));
        women = new ArrayList<>();
        men = new ArrayList<>();
    }

    void engaged(int women, int men) {
        for (int at = 0; at < women + men; at++) {
            var number = "V" + UUID.randomUUID().toString().substring(0, 12);
            var person = done(staff.takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, unit, "", BEGUN.plusDays(37L * at), null), "", HR.account()));
            db.sql("""
                    INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, record)
                    VALUES (gen_random_uuid(), :person, 'OTHER', decode(md5(:number) || md5(:number || 'x'), 'hex'), '1980-01-01', :sex, '2000-01-01', :person, now(), gen_random_uuid())
                    """).param("person", person).param("number", number).param("sex", at < women ? "F" : "M").update();
            (at < women ? this.women : this.men).add(number);
        }
    }

    /** Fixed pay of each, women before men; 2,000 hours. */
    UUID counted(int of, IntFunction<String> fixed) {
        var lines = new ArrayList<String>();
        var all = new ArrayList<>(women);
        all.addAll(men);
        for (int at = 0; at < all.size(); at++) {
            lines.add(all.get(at) + "," + fixed.apply(at) + ",0,0,0,0,0,2000");
        }
        var file = done(payroll.bring(of, "Payroll", (String.join(",", Payroll.COLUMNS) + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8), KEEPER));
        done(payroll.count(file, "", KEEPER));
        return file;
    }

    BigDecimal shown(String figure) {
        return new BigDecimal(figures.live(figures.find(figure).orElseThrow(), year).shown().replace(",", ""));
    }

    @Test
    void aYearIsToldOfGroupsAndSomebodySaysWhyItLiesApart() {
        engaged(40, 40);
        var file = counted(year, at -> at < 40 ? "90000" : "100000");
        assertThat(key(gaps.tell(file, HR))).isEqualTo("pay.not-yours");
        assertThat(key(gaps.tell(UUID.randomUUID(), KEEPER))).isEqualTo("pay.file-unknown");
        var gap = done(gaps.tell(file, KEEPER));
        var told = gaps.told(year).orElseThrow();
        assertThat(told.mean()).isEqualByComparingTo("10.00");
        assertThat(told.median()).isEqualByComparingTo("10.00");
        assertThat(told.variableMean()).as("no man gets any").isNull();
        assertThat(told.adjusted()).isEqualByComparingTo("10.00");
        assertThat(told.clear()).isTrue();
        assertThat(gaps.parts(gap)).as("of one grade and place: what does not go with years is left, and parts add up").extracting(Gaps.Part::part).containsExactly(Gaps.Share.ALL, Gaps.Share.EXPLAINED, Gaps.Share.YEARS, Gaps.Share.LEFT);
        assertThat(gaps.parts(gap).getFirst().value()).isEqualByComparingTo("10.54");
        assertThat(gaps.parts(gap).getLast().value().add(gaps.parts(gap).get(1).value())).isCloseTo(new BigDecimal("10.54"), within(new BigDecimal("0.01")));
        assertThat(told.ratio()).isEqualByComparingTo("1.11");
        assertThat(told.ratioGrowth()).isNull();
        assertThat(published.cells(published.named("pay " + year + " file 1").orElseThrow())).extracting(Published.Kept::people).containsExactly(40, 40);
        assertThat(gaps.categories(gap)).singleElement().satisfies(it -> {
            assertThat(it.total()).isEqualByComparingTo("10.00");
            assertThat(it.owed()).isTrue();
        });
        assertThat(shown("pay-gap-categories")).isEqualByComparingTo("0");
        assertThat(key(gaps.account(gap, "", "", KEEPER))).isEqualTo("pay.words-missing");
        assertThat(key(gaps.account(gap, "16", "x", KEEPER))).isEqualTo("pay.gap-unknown");
        assertThat(key(gaps.account(gap, "", "x", HR))).isEqualTo("pay.not-yours");
        assertThat(key(gaps.account(gap, "", "x".repeat(2_001), KEEPER))).isEqualTo("pay.reason-long");
        done(gaps.account(gap, "", "Night shifts of one workshop", KEEPER));
        assertThat(key(gaps.account(gap, "", "again", KEEPER))).isEqualTo("pay.accounted-already");
        assertThat(shown("pay-gap-categories")).isEqualByComparingTo("100");
        assertThat(shown("pay-gap-mean")).isEqualByComparingTo("10");
        assertThat(key(gaps.tell(file, KEEPER))).isEqualTo("pay.told-already");
        assertThat(browser.get().uri("/app/pay/gap?year=" + year).with(As.a(Role.EMPLOYEE)).exchange()).hasStatusOk().bodyText().contains("women are paid 10", "How the distance divides", "Night shifts of one workshop");
    }

    @Test
    void twoFilesOfAYearThatTellOfAFewAreNotBothTold() {
        engaged(40, 40);
        done(gaps.tell(counted(year, at -> "100000"), KEEPER));
        assertThat(gaps.told(year).orElseThrow().clear()).isFalse();
        var second = counted(year, at -> at < 3 ? "130000" : "100000");
        assertThat(key(gaps.tell(second, KEEPER))).isEqualTo("pay.gap-changed");
        var third = counted(year, at -> at < 40 ? "110000" : "100000");
        assertThat(key(gaps.tell(second, KEEPER))).isEqualTo("pay.counts-not");
        done(gaps.tell(third, KEEPER));
        assertThat(gaps.told(year).orElseThrow().mean()).isEqualByComparingTo("-10.00");
    }

    @Test
    void fewerThanThirtyOfASexAreNotTold() {
        engaged(29, 40);
        assertThat(key(gaps.tell(counted(year, at -> "100000"), KEEPER))).isEqualTo("pay.gap-few");
        assertThat(gaps.told(year)).isEmpty();
    }

    @Test
    void aDifferenceThatMayBeChanceIsNotCalledOne() {
        engaged(40, 40);
        done(gaps.tell(counted(year, at -> String.valueOf(90_000 + 997 * (at * 7 % 40) + (at < 40 ? 0 : 150))), KEEPER));
        var told = gaps.told(year).orElseThrow();
        assertThat(told.mean()).isPositive();
        assertThat(told.clear()).isFalse();
        assertThat(key(gaps.account(told.id(), "", "Chance", KEEPER))).isEqualTo("pay.gap-small");
        assertThat(browser.get().uri("/app/pay/gap?year=" + year).with(As.a(Role.UNION)).exchange()).bodyText().contains("there is no clear difference");
    }

    @Test
    void theHighestAndTheMiddleGrowDifferently() {
        engaged(40, 40);
        counted(year - 1, at -> at == 79 ? "400000" : "100000");
        done(gaps.tell(counted(year, at -> at == 79 ? "440000" : "105000"), KEEPER));
        var told = gaps.told(year).orElseThrow();
        assertThat(told.ratio()).isEqualByComparingTo(new BigDecimal("4.19"));
        assertThat(told.ratioGrowth()).as("10 % by 5 %").isEqualByComparingTo("2.00");
        assertThat(told.ratioPeople()).isEqualTo(80);
    }

    @Test
    void whatIsBeyondAllReasonIsToldAsItIs() {
        engaged(40, 40);
        done(gaps.tell(counted(year, at -> at < 40 ? "1000000000" : "0.01"), KEEPER));
        var told = gaps.told(year).orElseThrow();
        assertThat(told.mean()).as("their hour, 500,000 yuan; the men's, the thousandth of a fen to which it is rounded").isEqualByComparingTo("-4999999999900.00");
        assertThat(told.adjusted()).isLessThan(new BigDecimal("-4000000000000"));
        assertThat(browser.get().uri("/app/pay/gap?year=" + year).with(As.a(Role.EMPLOYEE)).exchange()).hasStatusOk();
    }
}
