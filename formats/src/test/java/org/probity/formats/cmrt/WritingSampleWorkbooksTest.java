package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingSampleWorkbooksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final SampleOrder COMPLETE = SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", DAY);

    static Declaration read(SampleOrder order) {
        return switch (Cmrt.read(Sample.workbook(order))) {
            case Reading.Read(Declaration declaration) -> declaration;
            case Reading.Unreadable unreadable -> throw new AssertionError(unreadable.toString());
        };
    }

    @Test
    void theCompleteOneLeavesNothingOpen() {
        Declaration declaration = read(COMPLETE);

        assertThat(Checker.openItems(declaration)).isEmpty();
        assertThat(declaration.version()).hasToString("6.5");
        assertThat(declaration.versionCertain()).isTrue();
        assertThat(declaration.companyName()).isEqualTo("Blue Heron Solder");
        assertThat(declaration.effectiveDate()).isEqualTo(Optional.of(DAY));
        assertThat(declaration.smelters(Metal.TIN)).hasSize(5).allSatisfy(row -> assertThat(row.claimedId()).isPresent());
        assertThat(declaration.smelters().getFirst().principal().at()).hasToString("Smelter List!C5");
    }

    @ParameterizedTest
    @EnumSource
    void labelsChangeWithTheLanguageAndValuesDoNot(SampleOrder.LabelLanguage language) {
        Declaration declaration = read(COMPLETE.inLanguage(language));

        assertThat(Checker.openItems(declaration)).isEmpty();
        assertThat(declaration.reply(Question.ADDED, Metal.GOLD)).isEqualTo(Reply.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.01", "6.1", "6.22", "6.31", "6.4", "6.5"})
    void everyRevisionOfTheSixthGenerationIsRead(String version) {
        Declaration declaration = read(COMPLETE.onVersion(version));

        assertThat(declaration.version()).hasToString(version);
        // Up to 6.22 the share "100%" is stored as the number 1.
        assertThat(declaration.reply(Question.RESPONSES, Metal.TIN)).isEqualTo(Reply.ALL);
        assertThat(Checker.openItems(declaration)).isEmpty();
    }

    @Test
    void productsAreTheScopeWhenThereAreAny() {
        Declaration declaration = read(COMPLETE.forProducts(List.of("SR-20", "SR-30")));

        assertThat(declaration.scope()).isEqualTo(Scope.PRODUCTS);
        assertThat(declaration.products()).extracting(p -> p.number().value()).containsExactly("SR-20", "SR-30");
        assertThat(Checker.openItems(declaration)).isEmpty();
    }

    @Test
    void missingAnswersAreOpenAtTheirCells() {
        List<OpenItem> open = Checker.openItems(read(COMPLETE.withFaults(EnumSet.of(SampleOrder.Fault.MISSING_ANSWERS))));

        assertThat(open).extracting(i -> i.checkerRow() + " " + i.cell())
                .containsExactly("9 Declaration!D17", "45 Declaration!D63", "57 Declaration!D79");
    }

    @Test
    void aSmelterNotListedWantsItsCountry() {
        List<Finding> findings = Checker.findings(read(COMPLETE.withFaults(EnumSet.of(SampleOrder.Fault.NOT_LISTED_INCOMPLETE))));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("cmrt.not-listed-incomplete");
            assertThat(finding.cell()).hasToString("Smelter List!E10");
        });
    }

    @Test
    void theSameOrderGivesTheSameBytes() {
        assertThat(Sample.workbook(COMPLETE)).isEqualTo(Sample.workbook(COMPLETE));
    }

    @Test
    void otherGenerationsAreNotWritten() {
        assertThatThrownBy(() -> COMPLETE.onVersion("5.12")).hasMessageContaining("5.12");
    }
}
