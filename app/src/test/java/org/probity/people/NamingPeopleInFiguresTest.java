package org.probity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows of people bear names for those alone whose work is with these names; whoever reviews or publishes a report sees codes. */
@WholeHouse
class NamingPeopleInFiguresTest {
    private static final Set<Role> MAY = Set.of(Role.HR, Role.SOURCING_OFFICER, Role.ASSURER);

    @Autowired Figures figures;
    @Autowired List<SubjectPage> pages;

    @Test
    void everyFigureWithNamesOfPeopleSaysWhoReadsThem() {
        var said = pages.stream().collect(Collectors.toMap(SubjectPage::figure, SubjectPage::readers));
        var named = figures.all().stream().filter(it -> it.rowsSql().contains("directory.name")).toList();
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(named).filteredOn(it -> it.level() != Figure.Level.ASSURER).extracting(Figure::key).isEmpty();
        assertThat(named).filteredOn(it -> !MAY.containsAll(said.getOrDefault(it.key(), Set.of(Role.values())))).extracting(Figure::key).isEmpty();
    }
}
