package org.probity.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.formats.epcis.EventHash;
import org.probity.proof.Checkpoint;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.SharedProof;

/** A house that lies and seals its lie again with its own log: hashes and signatures are all in order, and what follows from the events is not what the pack says. */
class FindingOutALiarTest {
    @TempDir Path folder;
    private final APack pack = APack.ofModules(3);

    /** The code of the first fault after some files were changed and the whole was sealed anew. */
    private String found(String file, UnaryOperator<String> lie) throws IOException {
        return found(file, lie, it -> it);
    }

    private String found(String file, UnaryOperator<String> lie, UnaryOperator<Json.Obj> manifestLie) throws IOException {
        var zip = pack.write(folder);
        var parts = PackZip.read(zip);
        var files = new TreeMap<String, byte[]>();
        for (var it : parts.values()) {
            files.put(it.name(), PackZip.bytes(zip, parts, it.name(), 1 << 24));
        }
        var before = files.get(file);
        var after = text(file, before);
        files.put(file, bytes(file, lie.apply(after)));
        var manifest = manifestLie.apply((Json.Obj) Json.parse(files.get(PackFiles.MANIFEST)));
        var listed = new TreeMap<>(((Json.Obj) manifest.get("files").orElseThrow()).members());
        listed.replaceAll((name, was) -> Json.object("bytes", (long) files.get(name).length, "sha256", Hash.sha256(files.get(name)).hex()));
        manifest = manifest.with("files", listed);
        files.put(PackFiles.MANIFEST, manifest.canonical());
        var serials = manifest.get("serials").orElseThrow();
        var told = pack.opening("events", manifest.get("events").orElseThrow(), "manifest", Hash.sha256(files.get(PackFiles.MANIFEST)).hex(), "pack", manifest.get("pack").orElseThrow(), "serials", serials);
        var index = pack.told(PackFiles.ENTRY, told);
        reseal(files, index, Json.object("content", told.content(), "index", index, "salt", told.salt()));
        var places = new TreeMap<String, Path>();
        files.forEach((name, bytes) -> {
            try {
                places.put(name, Files.write(folder.resolve("lie-" + name.replace('/', '_')), bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var lied = folder.resolve("lie.zip");
        try (var out = Files.newOutputStream(lied)) {
            PackZip.write(out, places);
        }
        return VerifyCustoms.verify(lied, Optional.empty()).fault().map(it -> it.code()).orElse("sound");
    }

    /** The last opening was the old manifest's; the new one takes its place. */
    private void reseal(TreeMap<String, byte[]> files, long index, Json opening) {
        var openings = text("", files.get(PackFiles.OPENINGS)).split("\n");
        openings[openings.length - 1] = opening.text();
        files.put(PackFiles.OPENINGS, (String.join("\n", openings) + "\n").getBytes(StandardCharsets.UTF_8));
        var indexes = new TreeSet<Long>();
        for (var it : openings) {
            indexes.add(Line.of(Json.parse(it)).whole("index"));
        }
        var entries = new StringBuilder();
        indexes.forEach(it -> entries.append(Json.object("entry", Json.parse(pack.log.entry(it)), "index", it).text()).append('\n'));
        files.put(PackFiles.ENTRIES, entries.toString().getBytes(StandardCharsets.UTF_8));
        var hashes = new StringBuilder();
        SharedProof.make(indexes, Checkpoint.parse(pack.log.checkpoint()).size(), pack.log.hashes()).forEach(it -> hashes.append(it.base64()).append('\n'));
        files.put(PackFiles.HASHES, hashes.toString().getBytes(StandardCharsets.UTF_8));
        files.put(PackFiles.CHECKPOINT, pack.log.checkpoint().bytes());
        assertThat(indexes).contains(index);
    }

    private static String text(String name, byte[] bytes) {
        try {
            return new String(name.endsWith(".gz") ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name, String text) throws IOException {
        if (!name.endsWith(".gz")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var out = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(out)) {
            zipped.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String without(String text, int line) {
        var lines = new java.util.ArrayList<>(Arrays.asList(text.split("\n")));
        lines.remove(line);
        return String.join("\n", lines) + "\n";
    }

    @Test
    void whoChangesNothingIsSound() throws IOException {
        assertThat(found(PackFiles.LISTS, it -> it)).isEqualTo("sound");
    }

    @Test
    void anotherEventThanItsHashSays() throws IOException {
        assertThat(found(PackFiles.EVENTS, it -> it.replaceFirst("\"quantity\":30000", "\"quantity\":39000"))).isEqualTo("event.hash");
    }

    /** The mass of the first lot is another, and its hash is right for that; but the log holds the tree of the hashes as they came. */
    @Test
    void anEventThatNeverCame() throws IOException {
        assertThat(found(PackFiles.EVENTS, it -> {
            var lines = it.split("\n");
            var other = lines[0].replaceFirst("\"quantity\":30000", "\"quantity\":39000");
            var document = other.substring(other.indexOf("\"event\":") + 8, other.length() - 1);
            lines[0] = other.replaceFirst("[0-9a-f]{64}", Hash.of(new EventHash().hash(PackDraft.read(document.getBytes(StandardCharsets.UTF_8)))).hex());
            return String.join("\n", lines) + "\n";
        })).isEqualTo("capture.proof");
    }

    @Test
    void eventsThatAreLeftOutTwiceOrOutOfOrder() throws IOException {
        assertThat(found(PackFiles.EVENTS, it -> without(it, 3))).isEqualTo("capture.proof");
        assertThat(found(PackFiles.EVENTS, it -> it + it.split("\n")[0] + "\n")).isEqualTo("event.twice");
        assertThat(found(PackFiles.EVENTS, it -> without(it, 0) + it.split("\n")[0] + "\n")).isEqualTo("event.order");
        assertThat(found(PackFiles.EVENTS, it -> "x" + it)).isEqualTo("event.form");
        assertThat(found(PackFiles.EVENTS, it -> it.replace("\"position\":1,", "\"position\":0,"))).isEqualTo("event.position");
        assertThat(found(PackFiles.CAPTURES, it -> "")).isEqualTo("capture.missing");
        assertThat(found(PackFiles.CAPTURES, it -> it + it)).isEqualTo("capture.order");
        assertThat(found(PackFiles.CAPTURES, it -> it.replaceFirst("\"index\":[0-9]+", "\"index\":0"))).isEqualTo("capture.entry");
        assertThat(found(PackFiles.CAPTURES, it -> it.replaceFirst("\"size\":[0-9]+", "\"size\":7"))).isEqualTo("capture.size");
    }

    @Test
    void aShareAMassOrAChainThatDoesNotFollow() throws IOException {
        assertThat(found(PackFiles.SERIALS, it -> it.replaceFirst("\"grams\":2", "\"grams\":3"))).isEqualTo("serial.derived");
        assertThat(found(PackFiles.SERIALS, it -> it.replace("M0", "M7"))).isEqualTo("serial.unknown");
        assertThat(found(PackFiles.SERIALS, it -> it + it)).isEqualTo("serial.twice");
        assertThat(found(PackFiles.SERIALS, it -> without(it, 2))).isEqualTo("group.derived");
        assertThat(found(PackFiles.GROUPS, it -> it.replace("CLEAN", "TOUCHED"))).isEqualTo("group.derived");
        assertThat(found(PackFiles.GROUPS, it -> it + it)).isEqualTo("group.unknown");
        assertThat(found(PackFiles.GROUPS, it -> "")).isEqualTo("group.missing");
        assertThat(found(PackFiles.FLOW, it -> it.replaceFirst("\"scrap\":500", "\"scrap\":400"))).isEqualTo("derived");
    }

    @Test
    void aPlaceThatTheLogKnowsOtherwise() throws IOException {
        assertThat(found(PackFiles.NAMES, it -> it.replaceFirst("\"country\":\"NO\"", "\"country\":\"US\""))).isEqualTo("names.place");
        assertThat(found(PackFiles.NAMES, it -> it.replaceFirst("\"index\":[0-9]+", "\"index\":1"))).isEqualTo("names.entry");
        assertThat(found(PackFiles.NAMES, it -> it.replaceFirst("\"tier\":\"ROD\"", "\"tier\":\"STICK\""))).isEqualTo("names.tier");
        assertThat(found(PackFiles.NAMES, it -> it.replaceFirst("\"tier\":\"QUARTZ\"", "\"tier\":\"OTHER\""))).as("what is no quartz is not complete").isEqualTo("serial.derived");
    }

    @Test
    void aPaperThatIsHiddenOrInvented() throws IOException {
        assertThat(found(PackFiles.DOCUMENTS, it -> without(it, 1))).isEqualTo("document.missing");
        assertThat(found(PackFiles.DOCUMENTS, it -> it + it.split("\n")[1] + "\n")).isEqualTo("document.unknown");
        assertThat(found(PackFiles.DOCUMENTS, it -> it.replace("urn:bol:2", "urn:bol:3"))).isEqualTo("document.derived");
        assertThat(found(PackFiles.DOCUMENTS, it -> it.replaceFirst("documents/[0-9a-f]{8}", "documents/00000000"))).isEqualTo("document.file");
        assertThat(found(PackFiles.DOCUMENTS, it -> it.replaceFirst("\"file\":\"[^\"]+\",", "").replaceFirst("\"name\":\"[^\"]+\",", ""))).isEqualTo("document.unused");
    }

    @Test
    void totalsThatAreNotThoseOfThePack() throws IOException {
        assertThat(found(PackFiles.LISTS, it -> it, it -> it.with("grams", 7L))).isEqualTo("manifest.totals");
        assertThat(found(PackFiles.LISTS, it -> it, it -> it.with("known_event", 3L))).isEqualTo("event.known");
        assertThat(found(PackFiles.LISTS, it -> it, it -> it.with("format", "probity-customs/9"))).isEqualTo("manifest.format");
        assertThat(found(PackFiles.LISTS, it -> it, it -> it.with("note", "clean"))).isEqualTo("json.shape");
    }
}
