package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.Probity;

class StartingOnAMachineOfAnotherLanguageTest {
    private final Locale mine = Locale.getDefault();

    @TempDir Path folder;

    @Test
    void codesAndNumbersAreThoseOfEveryOtherMachine() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        assertThat("%04d".formatted(1)).as("so it would be").isNotEqualTo("0001");
        Launch.main(Probity.class, new String[] {"sample", "complete", folder.resolve("sample.xlsx").toString()});
        assertThat("%04d".formatted(1)).isEqualTo("0001");
    }

    @AfterEach
    void back() {
        Locale.setDefault(mine);
    }
}
