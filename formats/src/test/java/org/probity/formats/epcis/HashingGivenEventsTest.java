package org.probity.formats.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The hash of the reference implementation, on the documents it is tested with.
class HashingGivenEventsTest {

    private final EventHash hash = new EventHash();

    @TestFactory
    Stream<DynamicTest> everyEventHasTheHashAndThePreHashOfTheReference() {
        return Given.files(Given.folder("epcis-event-hash/examples"), ".jsonld", ".xml").stream()
                .map(document -> DynamicTest.dynamicTest(document.getFileName().toString(), () -> {
                    String name = document.toString().substring(0, document.toString().lastIndexOf('.'));
                    List<String> hashes = Given.lines(Path.of(name + ".hashes"));
                    List<String> preHashes = Given.lines(Path.of(name + ".prehashes"));
                    Documents.Read read = Documents.read(Given.bytes(document));

                    assertThat(read.reading().refusals()).isEmpty();
                    assertThat(read.events()).hasSameSizeAs(hashes);
                    for (int i = 0; i < hashes.size(); i++) {
                        // Two of the given texts are damaged: they are not what the hash beside them was made from.
                        if (hashOf(preHashes.get(i)).equals(hashes.get(i))) {
                            assertThat(hash.preHash(read.events().get(i))).isEqualTo(preHashes.get(i));
                        }
                        assertThat(hash.id(read.events().get(i))).as(hash.preHash(read.events().get(i))).isEqualTo(hashes.get(i));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> eventsOfOneFileAreTheSame() {
        return Given.files(Given.folder("epcis-event-hash/expected_equal"), ".json", ".jsonld", ".xml").stream()
                .map(document -> DynamicTest.dynamicTest(document.getFileName().toString(), () -> {
                    Documents.Read read = Documents.read(Given.bytes(document));

                    assertThat(read.reading().refusals()).isEmpty();
                    assertThat(read.events()).hasSizeGreaterThan(1);
                    assertThat(read.events().stream().map(hash::id)).containsOnly(hash.id(read.events().getFirst()));
                }));
    }

    /// The names that the reference of 2026 gives to events that are given here.
    @ParameterizedTest
    @CsvSource({
        "openepcis-test-resources/core/src/main/resources/2.0/EPCIS/JSON/Capture/Documents/TransformationEvent_all_possible_fields.json, 3f3f9f07db9dbeae7cbe8d5ac162cab851040c9f627af0e7d8b468f8fc0a1627",
        "openepcis-test-resources/core/src/main/resources/2.0/EPCIS/XML/Capture/Documents/TransformationEvent_all_possible_fields.xml, 3f3f9f07db9dbeae7cbe8d5ac162cab851040c9f627af0e7d8b468f8fc0a1627",
        "openepcis-test-resources/core/src/main/resources/2.0/EPCIS/JSON/Capture/Documents/TransactionEvent_all_possible_fields.json, c87353a340add966f1e4f7b24992ea1590f072a76b840aefff7f24b45ce333e1",
        "openepcis-test-resources/core/src/main/resources/2.0/EPCIS/JSON/Capture/Documents/AssociationEvent_all_possible_fields.json, 5500e83913a6acddfc2b26b0ec4bcacaf89316427b2655922cbc98f484ce130e",
        "epcis-event-hash/examples/CertificationInfoAndSensorReportWithCRS.jsonld, ce144ccdca1bafdb5f277f2ecd2c33dc287cf7307b154e0c2d41a0dde82322ac",
        "epcis-event-hash/examples/ReferenceEventHashAlgorithm2.jsonld, f6bf8e2fb50f26f5baba52f722211eefdb0f427a3903c61ab015db6d1f93c3da",
        "epcis-event-hash/examples/epcisDocWithSensorComponent.jsonld, a756b8ee6edf24c77a24948e061a0377652a9aaf3a77bfe3da9dadc29ade4c83"})
    void theNewerEditionGivesTheNewerNames(String document, String expected) {
        Event event = Documents.read(Given.bytes(Given.file(document))).events().getFirst();

        assertThat(new EventHash(EventHash.Edition.CBV_2_1).id(event)).isEqualTo("ni:///sha-256;" + expected + "?ver=CBV2.1");
    }

    private static String hashOf(String preHash) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(preHash.getBytes(StandardCharsets.UTF_8));
        return "ni:///sha-256;" + HexFormat.of().formatHex(digest) + "?ver=CBV2.0";
    }
}
