package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class MeetingTheInventedCompanyTest {
    @Autowired DirectoryTale company;
    @Autowired DemoPeople people;
    @Autowired Directory directory;

    @Test
    void asManyPeopleAsOweTheYearlyCoursesOnFiveSites() {
        company.begin(2025, people.the(Role.HR));
        company.change(2026, people.the(Role.HR));

        var yearEnd = LocalDate.of(2025, 12, 31);
        var top = directory.tree(yearEnd).stream().filter(it -> it.code().equals("HS")).findFirst().orElseThrow();
        assertThat(directory.staff(yearEnd).get(top.id())).isEqualTo(Workforce.PEOPLE);
        assertThat(directory.staff(LocalDate.of(2026, 3, 1)).get(top.id())).as("some left, some came").isEqualTo(9_286);
        assertThat(directory.tree(yearEnd)).filteredOn(it -> it.kind() == Place.Kind.SITE).hasSize(5)
                .allSatisfy(site -> assertThat(directory.staff(yearEnd).get(site.id())).isGreaterThan(100));
        assertThat(directory.count(new Directory.Search(yearEnd, "", true, "", "", "RETIREE"))).isEqualTo(148);

        var officer = directory.personOf(people.the(Role.SOURCING_OFFICER)).orElseThrow();
        assertThat(directory.person(officer).orElseThrow().nameEn()).isEqualTo("Zhao Ning");
        var employee = directory.personOf(people.the(Role.EMPLOYEE)).orElseThrow();
        assertThat(directory.manager(employee, yearEnd)).isPresent();
        assertThat(directory.personOf(people.the(Role.ASSURER))).as("comes from outside").isEmpty();
        assertThat(directory.tree(LocalDate.of(2026, 1, 1))).extracting(Place::nameEn).contains("Metallisation workshop");
    }
}
