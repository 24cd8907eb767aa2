package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.probity.formats.cmrt.Reading.Measure;
import org.probity.formats.cmrt.Reading.Reason;

class RefusingHostileFilesTest {

    private static Reading.Unreadable refused(byte[] file) {
        return (Reading.Unreadable) Cmrt.read(file);
    }

    @Test
    void anEmptyFileIsEmpty() {
        assertThat(refused(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void whatIsNoWorkbookIsSaidToBeNone() {
        assertThat(refused("name;value\n".getBytes(StandardCharsets.UTF_8)).reason()).isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(refused(Hostile.zip(java.util.Map.of("word/document.xml", new byte[] {1}), false)).reason()).isEqualTo(Reason.NOT_A_WORKBOOK);
    }

    @Test
    void aWorkbookWithoutTheSheetsIsNotTheForm() {
        assertThat(refused(Hostile.with("xl/workbook.xml", xml -> xml.replace("Smelter List", "Prices"))).reason()).isEqualTo(Reason.NOT_A_CMRT);
    }

    @Test
    void theFirstVersionIsTooOld() {
        assertThat(refused(Hostile.with("xl/workbook.xml", xml -> xml.replace("Product List", "Smelter and Mine List"))).reason())
                .isEqualTo(Reason.TOO_OLD_V1);
    }

    @Test
    void aVersionWithoutLayoutIsNamed() {
        byte[] fifth = Hostile.with("xl/sharedStrings.xml", xml -> xml.replace("Revision 6.5", "Revision 5.12"));

        assertThat(refused(fifth)).isEqualTo(new Reading.Unreadable(Reason.UNKNOWN_VERSION, "5.12"));
    }

    @Test
    void sistersOfTheFormAreNamed() {
        byte[] sister = Hostile.with("xl/sharedStrings.xml", xml -> xml.replaceFirst("Sample declaration", "Some words (EMRT)"));

        assertThat(refused(sister)).isEqualTo(new Reading.Unreadable(Reason.OTHER_TEMPLATE, "EMRT"));
    }

    @Test
    void aZipBombStopsAtTheRatio() {
        assertThat(refused(Hostile.zipBomb(40))).isEqualTo(new Reading.Unreadable(Reason.TOO_BIG, Measure.RATIO, 100));
        assertThat(refused(Hostile.zipBomb(65))).isEqualTo(new Reading.Unreadable(Reason.TOO_BIG, Measure.ENTRY, 64L << 20));
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        assertThat(refused(Hostile.billionLaughs()).reason()).isEqualTo(Reason.UNSAFE_MARKUP);
        assertThat(refused(Hostile.externalEntity()).reason()).isEqualTo(Reason.UNSAFE_MARKUP);
    }

    @Test
    void macrosAreRefused() {
        assertThat(refused(Hostile.macro()).reason()).isEqualTo(Reason.ACTIVE_CONTENT);
    }

    @Test
    void tenThousandPartsAreTooMany() {
        assertThat(refused(Hostile.manyParts(10_000))).isEqualTo(new Reading.Unreadable(Reason.TOO_BIG, Measure.ENTRIES, 10_000));
    }

    @Test
    void twoPartsOfOneNameAreDamage() {
        assertThat(refused(Hostile.twoOfOneName()).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void aTextLongerThanACellCanHoldIsTooBig() {
        byte[] file = Hostile.with("xl/sharedStrings.xml", xml -> xml.replace("Blue Heron Solder", "x".repeat(32_768)));

        assertThat(refused(file)).isEqualTo(new Reading.Unreadable(Reason.TOO_BIG, Measure.TEXT, 32_767));
    }

    @Test
    void aFileLargerThanTheLimitIsNotOpened() {
        assertThat(refused(new byte[(32 << 20) + 1])).isEqualTo(new Reading.Unreadable(Reason.TOO_BIG, Measure.FILE, 32 << 20));
    }

    @Test
    void aCutFileIsDamagedWhereverItIsCut() {
        byte[] whole = Hostile.sample();
        for (int length = 4; length < whole.length; length += 97) {
            assertThat(refused(Arrays.copyOf(whole, length)).reason()).isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void changedBytesNeverMakeTheReaderThrow() {
        Random random = new Random(20_261_120);
        byte[] whole = Hostile.sample();
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = whole.clone();
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            assertThat(Cmrt.read(changed)).isNotNull();
        }
    }

    @Test
    void changedXmlNeverMakesTheReaderThrow() {
        Random random = new Random(7);
        var parts = Hostile.parts(Hostile.sample());
        List<String> names = List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml");
        for (int round = 0; round < 2_000; round++) {
            var changed = new java.util.LinkedHashMap<>(parts);
            String name = names.get(random.nextInt(names.size()));
            byte[] part = parts.get(name).clone();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                part[random.nextInt(part.length)] = (byte) "<>&\"'0A9 /=rst;\0\n".charAt(random.nextInt(17));
            }
            changed.put(name, part);
            Reading reading = Cmrt.read(Hostile.zip(changed, true));
            if (reading instanceof Reading.Read(Declaration declaration)) {
                assertThat(SecondOpinion.all(declaration, Background.of(java.time.LocalDate.of(2026, 11, 20)))).isNotNull();
            }
        }
    }
}
