package org.probity.house.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.directory.Organisation.Details;
import org.probity.house.directory.Place.Kind;
import org.probity.house.directory.Place.Rank;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class ChangingTheOrganisationTest {
    static final LocalDate BEGUN = LocalDate.of(2015, 1, 1);
    static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    static final LocalDate MAY_31 = JUNE.minusDays(1);

    @Autowired Directory directory;
    @Autowired Organisation organisation;
    @Autowired Heads heads;
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    final UUID me = UUID.randomUUID();
    final String tag = UUID.randomUUID().toString().substring(0, 8);
    UUID company;
    UUID site;
    UUID cells;
    UUID modules;

    @BeforeEach
    void aCompany() {
        company = found("E", Kind.ENTITY, null);
        site = done(organisation.found(tag + "S", Kind.SITE, company, new Details("Site", "", "cn", "Chongqing", "", ""), BEGUN, "", me));
        cells = found("C", Kind.UNIT, site);
        modules = found("M", Kind.UNIT, site);
    }

    UUID found(String code, Kind kind, UUID parent) {
        return done(organisation.found(tag + code, kind, parent, Details.named(code, ""), BEGUN, "", me));
    }

    UUID operator(UUID unit) {
        return done(staff.takeOn(new Staff.Identity(tag + UUID.randomUUID(), "林一", "", ""), new Staff.Term(Engagement.EMPLOYEE, unit, "", BEGUN, null), "", me));
    }

    static UUID done(Answer<UUID> answer) {
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> id;
            case Answer.Refused<UUID>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    static String key(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).reasons().getFirst().key();
    }

    Place on(LocalDate day, UUID unit) {
        return directory.place(unit, day).orElseThrow();
    }

    @Test
    void anotherNameCountsFromItsDayAndTheOldOneStaysBefore() {
        done(organisation.describe(cells, Details.named("Cells and wafers", "电池硅片"), JUNE, "wider", me));
        assertThat(on(MAY_31, cells).nameEn()).isEqualTo("C");
        assertThat(on(JUNE, cells).nameEn()).isEqualTo("Cells and wafers");
        assertThat(directory.history(cells)).extracting(Directory.Told::verb).containsExactly("DESCRIBE", "FOUND");
        assertThat(directory.history(cells).getFirst()).returns(me, Directory.Told::by).returns("wider", Directory.Told::reason).returns(JUNE, Directory.Told::day);
    }

    @Test
    void aMoveTakesEverythingBelowAlong() {
        var line = found("L", Kind.UNIT, cells);
        done(organisation.move(cells, modules, JUNE, "", me));
        assertThat(on(JUNE, line).path()).containsExactly(company, site, modules, cells, line);
        assertThat(on(MAY_31, line).path()).containsExactly(company, site, cells, line);
        assertThat(on(JUNE, line)).returns(site, Place::site).returns(company, Place::entity);
    }

    @Test
    void nothingStandsAboveItself() {
        var line = found("L", Kind.UNIT, cells);
        assertThat(key(organisation.move(cells, line, JUNE, "", me))).isEqualTo("directory.circle");
        assertThat(key(organisation.move(cells, cells, JUNE, "", me))).isEqualTo("directory.circle");
        assertThat(key(organisation.merge(cells, line, JUNE, "", me))).isEqualTo("directory.circle");
        assertThat(on(JUNE, cells).parent()).isEqualTo(site);
    }

    @Test
    void twoUnitsMaySwapPlacesOnDifferentDays() {
        done(organisation.move(cells, modules, JUNE, "", me));
        done(organisation.move(cells, site, JUNE.plusDays(10), "", me));
        assertThat(organisation.move(modules, cells, JUNE.plusDays(20), "", me)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void onlyWhatIsEmptyCloses() {
        var line = found("L", Kind.UNIT, cells);
        assertThat(key(organisation.close(cells, JUNE, "", me))).isEqualTo("directory.has-subunits");
        var person = operator(line);
        assertThat(key(organisation.close(line, JUNE, "", me))).isEqualTo("directory.has-people");
        done(staff.end(directory.person(person).orElseThrow().stretches().getFirst().id(), MAY_31, "", me));
        done(organisation.close(line, JUNE, "", me));
        assertThat(directory.place(line, JUNE)).isEmpty();
        assertThat(directory.place(line, MAY_31)).isPresent();
        assertThat(directory.nearestDay(line, JUNE.plusYears(1))).contains(MAY_31);
        assertThat(key(organisation.close(line, JUNE, "", me))).isEqualTo("directory.unit-not-there");
    }

    @Test
    void aUnitIsNotClosedBeforeItStoodOrBeforeALaterChange() {
        assertThat(key(organisation.close(cells, BEGUN, "", me))).isEqualTo("directory.opens-then");
        done(organisation.describe(cells, Details.named("Later", ""), JUNE.plusYears(1), "", me));
        assertThat(key(organisation.close(cells, JUNE, "", me))).isEqualTo("directory.changes-later");
        assertThat(key(organisation.merge(cells, modules, JUNE, "", me))).isEqualTo("directory.changes-later");
    }

    @Test
    void aMergerBringsPeopleAndSubunitsOver() {
        var line = found("L", Kind.UNIT, cells);
        var person = operator(cells);
        done(organisation.merge(cells, modules, JUNE, "one workshop", me));
        assertThat(directory.place(cells, JUNE)).isEmpty();
        assertThat(on(JUNE, line).parent()).isEqualTo(modules);
        var stretches = directory.person(person).orElseThrow().stretches().stream().filter(Directory.Stretch::holds).toList();
        assertThat(stretches).extracting(Directory.Stretch::unit).containsExactly(modules, cells);
        assertThat(stretches).extracting(Directory.Stretch::untilDay).containsExactly(null, MAY_31);
        assertThat(directory.staff(JUNE).get(modules)).isEqualTo(1);
        assertThat(key(organisation.merge(modules, site, JUNE, "", me))).isEqualTo("directory.kinds-differ");
    }

    @Test
    void aHeadFollowsTheOneBeforeAndManagesThoseBelow() {
        var first = operator(cells);
        var second = operator(cells);
        var worker = operator(cells);
        done(heads.appoint(cells, first, Rank.HEAD, BEGUN, "", me));
        done(heads.appoint(cells, second, Rank.HEAD, JUNE, "", me));
        done(heads.appoint(site, first, Rank.HEAD, JUNE, "", me));
        assertThat(directory.manager(worker, MAY_31).map(Directory.Person::id)).contains(first);
        assertThat(directory.manager(worker, JUNE).map(Directory.Person::id)).contains(second);
        assertThat(directory.manager(second, JUNE).map(Directory.Person::id)).as("whoever leads a unit is led by the one above").contains(first);
        assertThat(directory.manager(first, JUNE)).isEmpty();
        assertThat(directory.leads(first, worker, JUNE)).isTrue();
        assertThat(directory.leads(worker, first, JUNE)).isFalse();
    }

    @Test
    void aDeputyComesOnceAndGoes() {
        var deputy = operator(cells);
        done(heads.appoint(cells, deputy, Rank.DEPUTY, BEGUN, "", me));
        assertThat(key(heads.appoint(cells, deputy, Rank.DEPUTY, JUNE, "", me))).isEqualTo("directory.deputy-already");
        done(heads.relieve(cells, deputy, Rank.DEPUTY, JUNE, "", me));
        assertThat(directory.heads(MAY_31)).filteredOn(it -> it.unit().equals(cells)).hasSize(1);
        assertThat(directory.heads(JUNE)).filteredOn(it -> it.unit().equals(cells)).isEmpty();
        assertThat(key(heads.relieve(cells, deputy, Rank.DEPUTY, JUNE, "", me))).isEqualTo("directory.leads-nothing");
    }

    @Test
    void whoLeftLeadsNothing() {
        var head = operator(cells);
        done(heads.appoint(cells, head, Rank.HEAD, BEGUN, "", me));
        done(staff.end(directory.person(head).orElseThrow().stretches().getFirst().id(), MAY_31, "", me));
        assertThat(directory.heads(JUNE)).filteredOn(it -> it.unit().equals(cells)).isEmpty();
        assertThat(key(heads.appoint(cells, head, Rank.HEAD, JUNE, "", me))).isEqualTo("directory.not-engaged");
    }

    @Test
    void whatIsMissingOrWrongIsSaidAtItsField() {
        assertThat(key(organisation.found("", Kind.ENTITY, null, Details.named("X", ""), BEGUN, "", me))).isEqualTo("directory.field-missing");
        assertThat(key(organisation.found(tag + "C", Kind.ENTITY, null, Details.named("X", ""), BEGUN, "", me))).isEqualTo("directory.code-taken");
        assertThat(key(organisation.found(tag + "X", Kind.UNIT, null, Details.named("X", ""), BEGUN, "", me))).isEqualTo("directory.needs-a-parent");
        assertThat(key(organisation.found(tag + "X", Kind.UNIT, site, Details.named("X", ""), BEGUN.minusDays(1), "", me))).isEqualTo("directory.unit-not-there");
        assertThat(key(organisation.found(tag + "X", Kind.UNIT, site, Details.named("", " "), BEGUN, "", me))).isEqualTo("directory.field-missing");
        assertThat(key(organisation.describe(site, new Details("S", "", "XX", "", "", ""), JUNE, "", me))).isEqualTo("directory.country-unknown");
        assertThat(key(organisation.describe(site, new Details("S", "", "CN", "", "", "529900T8BM49AURSDO55"), JUNE, "", me))).isEqualTo("directory.only-entities");
        assertThat(key(organisation.describe(cells, new Details("S", "", "CN", "", "", ""), JUNE, "", me))).isEqualTo("directory.only-sites");
        assertThat(key(organisation.describe(company, new Details("S", "", "", "", "", "529900T8BM49AURSDO56"), JUNE, "", me))).isEqualTo("directory.lei-wrong");
        assertThat(key(organisation.describe(company, new Details("S", "", "", "", "91500000MA0000000O", ""), JUNE, "", me))).isEqualTo("directory.credit-code-wrong");
        assertThat(organisation.describe(company, new Details("S", "", "", "", "", "529900T8BM49AURSDO55"), JUNE, "", me)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void eachChangeHasAnEntryInTheLogThatNamesNobody() {
        var act = done(organisation.describe(cells, Details.named("Secretive", "秘密"), JUNE, "private words", me));
        var content = db.sql("SELECT content FROM log.opening WHERE record = (SELECT record FROM directory.act WHERE id = :act)").param("act", act)
                .query(String.class).single();
        assertThat(content).contains(act.toString()).doesNotContain("Secretive").doesNotContain("private");
    }

    @Test
    void theTableItselfHoldsOneHeadADay() {
        var act = db.sql("SELECT id FROM directory.act WHERE unit = :unit LIMIT 1").param("unit", cells).query(UUID.class).single();
        var insert = "INSERT INTO directory.head (id, unit, person, rank, from_day, recorded_at, act) VALUES (gen_random_uuid(), :unit, :person, 'HEAD', :day, now(), :act)";
        db.sql(insert).param("unit", cells).param("person", operator(cells)).param("day", BEGUN).param("act", act).update();
        assertThatThrownBy(() -> db.sql(insert).param("unit", cells).param("person", operator(cells)).param("day", JUNE).param("act", act).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("one_head_a_day");
    }

    @Test
    void whatWasLearntLaterIsNotInWhatWasKnownBefore() {
        var before = java.time.Instant.now();
        done(organisation.describe(cells, Details.named("Renamed", ""), BEGUN.plusDays(1), "", me));
        assertThat(directory.tree(JUNE, before)).filteredOn(it -> it.id().equals(cells)).extracting(Place::nameEn).containsExactly("C");
        assertThat(Optional.of(on(JUNE, cells).nameEn())).contains("Renamed");
    }
}
