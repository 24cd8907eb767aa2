package org.probity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The plan of the house: doors of rooms, and the direction of the wings. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.probity.house", "org.probity.shapes", "org.probity.supply", "org.probity.people", "org.probity.disclosure", "org.probity.demo");

    @Test
    void roomsOnlyUseWhatOtherRoomsShow() {
        ApplicationModules.of(Probity.class).verify();
    }

    @Test
    void theHouseKnowsNoShapeAndNoWing() {
        noClasses().that().resideInAPackage("org.probity.house..")
                .should().dependOnClassesThat().resideInAnyPackage("org.probity.shapes..", "org.probity.supply..", "org.probity.people..", "org.probity.disclosure..", "org.probity.demo..")
                .check(HOUSE);
    }

    @Test
    void shapesKnowNoWing() {
        noClasses().that().resideInAPackage("org.probity.shapes..")
                .should().dependOnClassesThat().resideInAnyPackage("org.probity.supply..", "org.probity.people..", "org.probity.disclosure..", "org.probity.demo..")
                .check(HOUSE);
    }

    @Test
    void supplyAndPeopleMeetOnlyBelowBoth() {
        noClasses().that().resideInAPackage("org.probity.supply..")
                .should().dependOnClassesThat().resideInAnyPackage("org.probity.people..", "org.probity.disclosure..", "org.probity.demo..")
                .check(HOUSE);
        noClasses().that().resideInAPackage("org.probity.people..")
                .should().dependOnClassesThat().resideInAnyPackage("org.probity.supply..", "org.probity.disclosure..", "org.probity.demo..")
                .allowEmptyShould(true).check(HOUSE);
    }

    @Test
    void pagesAreRecords() {
        classes().that().implement(org.probity.house.ui.Page.class)
                .should().beRecords().andShould().bePublic()
                .check(HOUSE);
    }
}
