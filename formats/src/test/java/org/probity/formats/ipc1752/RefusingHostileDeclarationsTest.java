package org.probity.formats.ipc1752;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.formats.ipc1752.Reading.Measure;
import org.probity.formats.ipc1752.Reading.Reason;
import org.probity.formats.worker.ReadingWorker;

class RefusingHostileDeclarationsTest {

    private static final LocalDate TODAY = ReadingDeclarationsTest.TODAY;

    @Test
    void aDocumentTypeIsRefusedWhateverItDeclares() {
        for (var text : List.of("<!DOCTYPE m><MainDeclaration/>", "<!DOCTYPE m SYSTEM 'file:///etc/passwd'><MainDeclaration/>",
                "<!DOCTYPE m [<!ENTITY a 'b'>]><MainDeclaration x='&a;'/>", "<!DOCTYPE m [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><MainDeclaration>&a;</MainDeclaration>")) {
            assertThat(ReadingDeclarationsTest.reason(text)).as(text).isEqualTo(Reason.UNSAFE_MARKUP);
        }
        assertThat(ReadingDeclarationsTest.reason("<MainDeclaration>&a;</MainDeclaration>")).isIn(Reason.UNSAFE_MARKUP, Reason.DAMAGED);
    }

    @Test
    void everyMeasureHasAnEnd() {
        assertThat(tooBig("<MainDeclaration>".concat("<a>".repeat(60)))).isEqualTo(Measure.DEPTH);
        assertThat(tooBig("<MainDeclaration>" + "<a/>".repeat(100_001))).isEqualTo(Measure.ELEMENTS);
        assertThat(tooBig("<MainDeclaration a='" + "x".repeat(4_001) + "'/>")).isEqualTo(Measure.TEXT);
        assertThat(tooBig("<MainDeclaration><" + "x".repeat(101) + "/></MainDeclaration>")).isEqualTo(Measure.TEXT);
        var many = new StringBuilder("<MainDeclaration");
        for (int i = 0; i < 41; i++) {
            many.append(" a").append(i).append("='1'");
        }
        assertThat(tooBig(many + "/>")).isEqualTo(Measure.ATTRIBUTES);
        assertThat(tooBig("<" + " ".repeat(16 << 20))).isEqualTo(Measure.FILE);
    }

    @Test
    void aFileCutAnywhereIsDamagedAndSaysWhere() {
        var whole = Sample.materials("Blue Heron", TODAY);
        for (int end = 60; end < whole.length - 1; end += 37) {
            var cut = (Reading.Unreadable) Ipc1752.read(Arrays.copyOf(whole, end));
            assertThat(cut.reason()).as("cut at %d", end).isEqualTo(Reason.DAMAGED);
            assertThat((Integer) cut.args().getFirst()).isPositive();
        }
    }

    @Test
    void changedBytesGiveAReadingWithWordsAndTheTwoHalvesAgree() {
        var random = new Random(1752);
        for (int i = 0; i < 2_000; i++) {
            var file = (random.nextBoolean() ? Sample.faulty("Blue Heron", TODAY) : Sample.thresholds("Blue Heron", TODAY)).clone();
            for (int n = random.nextInt(6); n >= 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            var reading = Ipc1752.read(file);
            judge(reading);
            assertThat(Ipc1752.decode(Ipc1752.encode(file, Limits.standard())).toString()).isEqualTo(reading.toString());
        }
    }

    @Test
    void whatTheOtherProcessAnswersIsNotTrusted() {
        var random = new Random(7);
        var good = Ipc1752.encode(Sample.materials("Blue Heron", TODAY), Limits.standard());
        for (int i = 0; i < 2_000; i++) {
            var bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            judge(Ipc1752.decode(i % 2 == 0 ? bad : Arrays.copyOf(bad, random.nextInt(bad.length))));
        }
        assertThat(((Reading.Unreadable) Ipc1752.decode(new byte[0])).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void theWorkerSaysWhatTheReaderWouldAndServesWorkbooksBesides() {
        try (var worker = new ReadingWorker(ReadingWorker.Terms.of(System.getProperty("java.class.path")))) {
            for (var file : List.of(Sample.materials("Blue Heron", TODAY), Sample.faulty("Blue Heron", TODAY), "<!DOCTYPE m><m/>".getBytes(StandardCharsets.UTF_8), new byte[0])) {
                assertThat(worker.readDeclaration(file, Limits.standard()).toString().replaceAll("\\bL\\b", "")).isEqualTo(Ipc1752.read(file).toString());
                assertThat(worker.read(file)).isInstanceOf(org.probity.formats.cmrt.Reading.Unreadable.class);
            }
            assertThat(worker.started()).isEqualTo(1);
        }
    }

    @Test
    void nobodyIsShownMoreFaultsThanCanBeMended() {
        var many = new StringBuilder("<MainDeclaration><Product><ProductID itemNumber='1'><Amount value='1' UOM='g'/></ProductID><HomogeneousMaterial name='m'><Amount value='1' UOM='g'/>");
        many.append("<Substance name='s'/>".repeat(20_000)).append("</HomogeneousMaterial></Product></MainDeclaration>");
        assertThat(Checks.of(ReadingDeclarationsTest.read(many.toString()), TODAY)).hasSize(Checks.MOST);
    }

    @Test
    void everyKeyUsedHasWordsInBothLanguagesAndEveryWordIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/probity/formats/ipc1752"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Pattern.compile("\"(ipc1752\\.[a-z-]+[a-z])\"").matcher(Files.readString(source)).results().forEach(it -> used.add(it.group(1)));
            }
        }
        Arrays.stream(Reason.values()).map(it -> new Reading.Unreadable(it).key()).forEach(used::add);
        Arrays.stream(Measure.values()).map(it -> "ipc1752.measure." + it.name().toLowerCase(Locale.ROOT)).forEach(used::add);
        assertThat(Words.of(Locale.ENGLISH).keys()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(Words.of(Locale.SIMPLIFIED_CHINESE).keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @FuzzTest(maxDuration = "2m")
    void anyBytesGiveAReading(byte[] file) {
        judge(Ipc1752.read(file));
    }

    private static Measure tooBig(String text) {
        var answer = (Reading.Unreadable) Ipc1752.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.reason()).as(answer.toString()).isEqualTo(Reason.TOO_BIG);
        return (Measure) answer.args().getFirst();
    }

    private static void judge(Reading reading) {
        for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            switch (reading) {
                case Reading.Read(Declaration it) -> Checks.of(it, TODAY).forEach(Words.of(language)::say);
                case Reading.Unreadable unreadable -> Words.of(language).say(unreadable);
            }
        }
    }
}
