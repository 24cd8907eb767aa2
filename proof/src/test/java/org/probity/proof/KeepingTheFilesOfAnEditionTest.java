package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;

import org.junit.jupiter.api.Test;

/** What an owner keeps between publication and handing out. */
class KeepingTheFilesOfAnEditionTest {

    private static final KeptFile FILE = KeptFile.of(Keys.utf8("{\"row\":1}\n".repeat(5_000)));

    @Test
    void itComesBackAsItWasAndTakesLessRoom() {
        assertThat(FILE.content()).isEqualTo(Keys.utf8("{\"row\":1}\n".repeat(5_000)));
        assertThat(FILE.deflated()).hasSizeLessThan(1_000);
        assertThat(KeptFile.of(new byte[0]).content()).isEmpty();
    }

    @Test
    void anotherContentUnderTheSameHashIsNotHandedOut() {
        var other = new KeptFile(FILE.sha256(), KeptFile.of(Keys.utf8("{\"row\":2}\n")).deflated());
        assertThatThrownBy(other::content).isInstanceOf(IllegalStateException.class).hasMessageContaining(FILE.sha256().hex());
        var broken = FILE.deflated().clone();
        broken[broken.length / 2] ^= 0x55;
        assertThatThrownBy(new KeptFile(FILE.sha256(), broken)::content).isInstanceOfAny(IllegalStateException.class, UncheckedIOException.class);
    }

    @Test
    void aLevelIsPutTogetherOnlyFromTheFilesThatItsReportNames() {
        var report = KeptFile.of(SealedPackage.unpack(Specimen.make(1, 12).second().getFirst()).get("report.json"));
        assertThatThrownBy(() -> SealedPackage.files(Level.PUBLIC, report.sha256(), hash -> report))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("given " + report.sha256());
    }
}
