package org.probity.formats.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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

    private static String hashOf(String preHash) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(preHash.getBytes(StandardCharsets.UTF_8));
        return "ni:///sha-256;" + HexFormat.of().formatHex(digest) + "?ver=CBV2.0";
    }
}
