package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingRealWorkbooksTest {

    @ParameterizedTest
    @CsvSource({
        "templates/RMI_CMRT_6.01.xlsx, 6.01, SIXTH", "templates/RMI_CMRT_6.22.xlsx, 6.22, SIXTH", "templates/RMI_CMRT_6.5.xlsx, 6.5, SIXTH",
        "filled/2.00_empty.xlsx, 2, SECOND_EARLY", "filled/2.00_green.xlsx, 2, SECOND_EARLY",
        "filled/2.02_green.xlsx, 2.02, SECOND", "filled/2.02_high_risk.xlsx, 2.02, SECOND",
        "filled/3.01_green.xlsx, 3.01, THIRD", "filled/3.01_empty.xls, 3.01, THIRD", "filled/3.01_filled.xls, 3.01, THIRD"})
    void theVersionIsTold(String file, String version, Edition edition) {
        Declaration declaration = Shared.declaration("supply/cmrt/" + file);

        assertThat(declaration.version()).hasToString(version);
        assertThat(declaration.edition()).isEqualTo(edition);
        assertThat(declaration.versionCertain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"EMRT_1.3, EMRT", "EMRT_2.1, EMRT", "AMRT_1.3, AMRT"})
    void sisterFormsAreNamedAndLeft(String file, String name) {
        assertThat(Cmrt.read(Shared.bytes("supply/cmrt/templates/RMI_" + file + ".xlsx")))
                .isEqualTo(new Reading.Unreadable(Reading.Reason.OTHER_TEMPLATE, name));
    }

    @Test
    void aPictureNamedXlsIsNoWorkbook() {
        assertThat(Cmrt.read(Shared.bytes("supply/cmrt/filled/invalid_cmrt.xls")))
                .isEqualTo(new Reading.Unreadable(Reading.Reason.NOT_A_WORKBOOK));
    }

    @Test
    void aFilledFormGivesUpItsValuesWithTheirCells() {
        Declaration declaration = Shared.declaration("supply/cmrt/filled/3.01_green.xlsx");

        // The file counts its days from 1904; from 1900 this would be the year 2010, four years before the form came out.
        assertThat(declaration.effectiveDate()).isEqualTo(Optional.of(LocalDate.of(2014, 5, 31)));
        assertThat(declaration.scope()).isEqualTo(Scope.COMPANY);
        assertThat(declaration.reply(Question.COVERED_COUNTRIES, Metal.GOLD)).isEqualTo(Reply.UNKNOWN);
        assertThat(declaration.answer(Question.RESPONSES, Metal.TIN).orElseThrow().cell().at()).hasToString("Declaration!D51");
        assertThat(declaration.reply(Question.RESPONSES, Metal.TIN)).isEqualTo(Reply.ALL);
        assertThat(declaration.answer(CompanyQuestion.POLICY_PUBLIC).orElseThrow().comment().value()).isEqualTo("http://company/policy");
        assertThat(declaration.smelters()).hasSize(4);
        assertThat(declaration.smelters(Metal.TIN)).singleElement().satisfies(row -> {
            assertThat(row.lookup()).isEqualTo("Alpha Metals");
            assertThat(row.country()).isEqualTo("UNITED STATES");
            assertThat(row.cell(SmelterRow.Column.METAL).orElseThrow().at()).hasToString("Smelter List!B6");
        });
        assertThat(declaration.products()).singleElement()
                .satisfies(product -> assertThat(product.number().value()).isEqualTo("ABCDEFG12345678"));
    }

    @Test
    void aBlankFormHasNoSmelters() {
        assertThat(Shared.declaration("supply/cmrt/templates/RMI_CMRT_6.5.xlsx").smelters()).isEmpty();
    }
}
