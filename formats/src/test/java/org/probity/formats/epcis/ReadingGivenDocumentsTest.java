package org.probity.formats.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Documents of others: what is valid is accepted, what is not is refused with its place, and the same in both syntaxes is the same.
class ReadingGivenDocumentsTest {

    private static final String RESOURCES = "openepcis-test-resources/core/src/main/resources";

    private final EventHash hash = new EventHash();

    @TestFactory
    Stream<DynamicTest> bothSyntaxesGiveTheSameEvents() {
        Path json = Given.folder(RESOURCES + "/2.0/EPCIS/JSON");
        Path xml = Given.folder(RESOURCES + "/2.0/EPCIS/XML");
        return Given.files(json, ".json").stream()
                .map(json::relativize)
                .filter(file -> Files.exists(xml.resolve(twin(file))) && !isAbout(file, "Invalid", "Queries"))
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Documents.Read one = Documents.read(Given.bytes(json.resolve(file)));
                    Documents.Read other = Documents.read(Given.bytes(xml.resolve(twin(file))));

                    assertThat(one.reading().refusals()).isEmpty();
                    assertThat(other.reading().refusals()).isEmpty();
                    assertThat(one.events()).isNotEmpty();
                    assertThat(preHashes(other)).isEqualTo(preHashes(one));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsValidIsAccepted() {
        // The validator's own documents are invalid on purpose, but for these of XML.
        return Stream.of(RESOURCES, "openepcis-validation/core/src/test/resources/xml", "opentraceability/CSharp/OpenTraceability.Tests/Data")
                .flatMap(folder -> Given.files(Given.folder(folder), ".json", ".jsonld", ".xml").stream())
                .filter(file -> !isAbout(file, "Invalid", "/Queries", "resources/xml/queryDocument", "independent-object-event"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Reading reading = Documents.read(Given.bytes(file)).reading();

                    assertThat(reading.whole()).as(reading::toString).isTrue();
                    assertThat(reading.events()).isPositive();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsInvalidIsRefusedWithItsPlace() {
        return Given.files(Given.folder(RESOURCES), ".json", ".xml").stream()
                .filter(file -> isAbout(file, "Invalid") && !isAbout(file, "Queries"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Reading reading = Documents.read(Given.bytes(file)).reading();

                    assertThat(reading.whole()).isFalse();
                    if (reading.broken() == null) {
                        assertThat(reading.refusals()).isNotEmpty().allSatisfy(refusal -> {
                            assertThat(refusal.at().event()).isPositive();
                            assertThat(refusal.at().line()).isPositive();
                        });
                        assertThat(reading.events()).as("every event in it is wrong").isZero();
                    }
                }));
    }

    private List<String> preHashes(Documents.Read read) {
        return read.events().stream().map(hash::preHash).toList();
    }

    private static Path twin(Path json) {
        return Path.of(json.toString().replace(".json", ".xml"));
    }

    private static boolean isAbout(Path file, String... words) {
        return Stream.of(words).anyMatch(file.toString()::contains);
    }
}
