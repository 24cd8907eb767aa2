package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.formats.ipc1752.Ipc1752;
import org.probity.formats.ipc1752.Reading;

class AskingForASampleTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "SUBSTANCES.*")
    void everyKindIsAWorkbook(SampleFile.Kind kind) throws Exception {
        var file = folder.resolve(kind + ".xlsx");
        SampleFile.run(List.of(kind.spelled(), file.toString()));
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K').hasSizeGreaterThan(2_000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "SUBSTANCES.*")
    void thoseOfSubstancesAreDeclarations(SampleFile.Kind kind) throws Exception {
        var file = folder.resolve(kind + ".xml");
        SampleFile.run(List.of(kind.spelled(), file.toString()));
        assertThat(Ipc1752.read(Files.readAllBytes(file))).isInstanceOf(Reading.Read.class);
    }

    @Test
    void whatThereIsNotIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> SampleFile.run(List.of("red", "x.xlsx"))).isInstanceOf(Stop.class).hasMessageContaining("complete faulty stale");
        assertThatThrownBy(() -> SampleFile.run(List.of("complete"))).isInstanceOf(Stop.class).hasMessageContaining("which and where");
    }

    @Test
    void noFileIsWrittenOver() throws Exception {
        var file = Files.writeString(folder.resolve("mine.xlsx"), "mine");
        assertThatThrownBy(() -> SampleFile.run(List.of("complete", file.toString()))).isInstanceOf(Stop.class).hasMessageContaining("exists already");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aPlantIsADocumentOfAsManyDaysAsWished() throws Exception {
        var file = folder.resolve("plant.json");
        SampleFile.run(List.of("plant", file.toString(), "--days", "1", "--seed=5"));
        assertThat(Files.readString(file)).startsWith("{\"@context\"").contains("\"type\":\"EPCISDocument\"").endsWith("}");
        assertThatThrownBy(() -> SampleFile.run(List.of("plant", folder.resolve("none.json").toString(), "--days", "401"))).isInstanceOf(Stop.class).hasMessageContaining("from 1 to 400");
        assertThatThrownBy(() -> SampleFile.run(List.of("plant", folder.resolve("none.json").toString(), "--seed", "x"))).isInstanceOf(Stop.class).hasMessageContaining("--seed");
        assertThat(folder.resolve("none.json")).doesNotExist();
    }

    @Test
    void aWorkbookHasNoDays() {
        assertThatThrownBy(() -> SampleFile.run(List.of("complete", folder.resolve("x.xlsx").toString(), "--days", "3"))).isInstanceOf(Stop.class).hasMessageContaining("no days");
    }
}
