package org.probity.formats.cmrt;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Replays the seeds in the ordinary tests; `JAZZER_FUZZ=1 mvn -pl formats test -Dtest=FuzzingTheReaderTest` looks for more.
class FuzzingTheReaderTest {

    private static final Background BACKGROUND = Background.of(LocalDate.of(2026, 11, 20))
            .withList(SmelterList.fictional(), SmelterList.fictionalEditions());
    private static final List<String> PARTS = List.of("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml");
    private static final Map<String, byte[]> SAMPLE = Hostile.parts(Hostile.sample());

    @FuzzTest(maxDuration = "2m")
    void anyBytesGiveAReading(byte[] file) {
        judge(Cmrt.read(file));
    }

    /// The fuzzer writes one part itself, so that it need not learn to compress.
    @FuzzTest(maxDuration = "2m")
    void anyPartGivesAReading(FuzzedDataProvider data) {
        Map<String, byte[]> parts = new LinkedHashMap<>(SAMPLE);
        parts.put(data.pickValue(PARTS), data.consumeRemainingAsBytes());
        judge(Cmrt.read(Hostile.zip(parts, true)));
    }

    @FuzzTest(maxDuration = "1m")
    void anyAnswerOfTheWorkerGivesAReading(byte[] encoded) {
        judge(Cmrt.decode(encoded));
    }

    private static void judge(Reading reading) {
        if (reading instanceof Reading.Read(Declaration declaration)) {
            SecondOpinion.all(declaration, BACKGROUND).forEach(finding -> Words.of(java.util.Locale.ENGLISH).say(finding));
        }
    }
}
