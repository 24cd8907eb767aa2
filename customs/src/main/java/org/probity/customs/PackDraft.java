package org.probity.customs;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Limits;
import org.probity.proof.Checkpoint;
import org.probity.proof.Commitment.Opening;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.LogView;
import org.probity.proof.SharedProof;
import org.probity.proof.VerifierKey;
import org.probity.proof.Words;

/**
 * A pack while it is written: events in the order of time, then what they came in, then what people said, then papers; then its manifest, which the log is told of;
 * then the log's proofs. Long files go to a folder of the caller's, so that memory holds what things are made of and nothing else.
 */
public final class PackDraft implements AutoCloseable {
    /** @param knownEvent the last event that the house had when the pack was made */
    public record Header(String pack, long number, Words company, Instant madeAt, long knownEvent, VerifierKey log, List<VerifierKey> witnesses) {}

    /** A version of a list of parties that the verdict goes by. */
    public record Listed(String code, String en, String zh, String version, String day) {}

    /** What a group of identical chains is; for the paper and for pages. */
    public record Group(int no, String chain, boolean complete, String verdict, long serials, long grams, List<Walk.Step> steps) {}

    /** A paper that events name. @param file in the pack; nothing where nobody brought it */
    public record Paper(String uri, String type, String tier, long events, List<String> things, Optional<Kept> file) {}

    /** A file behind a paper. */
    public record Kept(String name, String sha256, Path bytes) {}

    private final Path folder;
    private final Header header;
    private final Derived derived = new Derived();
    private final OutputStream events;
    private final TreeMap<Integer, TreeSet<Long>> positions = new TreeMap<>();
    private final TreeMap<String, Path> files = new TreeMap<>();
    private final Set<String> serials = new HashSet<>();
    private final OutputStream captured;
    private final Map<Long, Opening> openings = new TreeMap<>();
    private byte[] manifest = new byte[0];
    private Names names = new Names(List.of(), List.of());

    public PackDraft(Path folder, Header header) throws IOException {
        this.folder = folder;
        this.header = header;
        this.events = zipped(PackFiles.EVENTS);
        this.captured = zipped(PackFiles.CAPTURES);
    }

    private OutputStream zipped(String name) throws IOException {
        return new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(place(name)), 1 << 16), 1 << 16);
    }

    private Path place(String name) throws IOException {
        var file = folder.resolve(name.replace('/', '_'));
        files.put(name, file);
        return file;
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(place(name), bytes);
    }

    /**
     * The next event.
     *
     * @param document of EPCIS 2.0 in JSON, with this event alone and without a line end
     * @param capture number of the file it came in, in this pack
     * @param position of its hash in that file's tree
     */
    public void event(byte[] document, byte[] hash, int capture, long position) throws IOException {
        events.write(("{\"capture\":" + capture + ",\"hash\":\"" + Hash.of(hash).hex() + "\",\"position\":" + position + ",\"event\":").getBytes(StandardCharsets.US_ASCII));
        events.write(document);
        events.write('}');
        events.write('\n');
        positions.computeIfAbsent(capture, it -> new TreeSet<>()).add(position);
        derived.take(read(document));
    }

    static Event read(byte[] document) {
        var found = new AtomicReference<Event>();
        var reading = Epcis.read(new ByteArrayInputStream(document), Limits.standard(), (event, no) -> {
            if (found.getAndSet(event) != null) {
                throw new IllegalArgumentException("two events in one line");
            }
        });
        if (!reading.whole() || !reading.refusals().isEmpty() || found.get() == null) {
            throw new IllegalArgumentException("no event: " + reading.refusals());
        }
        return found.get();
    }

    /** What is known of a thing by the events that came. */
    public Walk walk() {
        return derived.walk();
    }

    /**
     * A file that events came in.
     *
     * @param index of the log's entry
     * @param opening what that entry committed to: how many events, and the root of their tree
     * @param leaves hashes of all its events, in the order of that tree
     */
    public void captured(int capture, long index, Opening opening, byte[] leaves) throws IOException {
        var size = leaves.length / Hash.BYTES;
        var proof = SharedProof.make(positions.get(capture), size, Walk.over(leaves));
        captured.write(Json.object("capture", capture, "hashes", proof, "index", index, "size", (long) size).canonical());
        captured.write('\n');
        openings.put(index, opening);
    }

    /** @param said the entries of the log by which places were named, by index */
    public void named(Names names, Map<Long, Opening> said) throws IOException {
        this.names = names;
        openings.putAll(said);
        put(PackFiles.NAMES, names.bytes());
    }

    /** @param day by which lists and bans were asked */
    public void listed(String day, List<Listed> lists) throws IOException {
        put(PackFiles.LISTS, Json.object("day", day, "lists",
                lists.stream().map(it -> Json.object("code", it.code(), "day", it.day(), "en", it.en(), "version", it.version(), "zh", it.zh())).toList()).canonical());
    }

    /**
     * What was asked about, in that order; a name twice counts once.
     *
     * @return those that no event knows, which are not in the pack
     */
    public List<String> serials(Iterable<String> uris) throws IOException {
        events.close();
        captured.close();
        var unknown = new ArrayList<String>();
        var articles = names.byArticle();
        var places = names.byPlace();
        try (var out = zipped(PackFiles.SERIALS)) {
            for (var uri : uris) {
                if (!serials.add(uri)) {
                    continue;
                }
                var line = derived.serial(uri, names, articles, places);
                if (line.isEmpty()) {
                    unknown.add(uri);
                    continue;
                }
                out.write(line.get());
                out.write('\n');
            }
        }
        var groups = new java.io.ByteArrayOutputStream();
        derived.groups().forEach(it -> {
            groups.writeBytes(derived.line(it));
            groups.write('\n');
        });
        put(PackFiles.GROUPS, groups.toByteArray());
        put(PackFiles.FLOW, derived.flow(articles));
        return unknown;
    }

    public List<Group> groups() {
        return derived.groups().stream().map(it -> new Group(it.no(), derived.walk().fingerprint(it.chain()), it.complete(), it.word().name(), it.serials(), it.grams(), derived.walk().steps(it.chain()))).toList();
    }

    /** Addresses of the papers that events name. */
    public List<String> papers() {
        return derived.papers(names.byArticle()).stream().map(Derived.Paper::uri).toList();
    }

    /** @param kept the files behind papers, by address; a paper without one is listed as missing */
    public List<Paper> papers(Map<String, Kept> kept) throws IOException {
        var lines = new java.io.ByteArrayOutputStream();
        var all = new ArrayList<Paper>();
        for (var it : derived.papers(names.byArticle())) {
            var file = Optional.ofNullable(kept.get(it.uri()));
            var line = paper(it);
            if (file.isPresent()) {
                var name = PackFiles.FOLDER + file.get().sha256() + ending(file.get().name());
                files.put(name, file.get().bytes());
                line = line.with("file", name).with("name", file.get().name());
            }
            lines.writeBytes(line.canonical());
            lines.write('\n');
            all.add(new Paper(it.uri(), it.type(), it.tier(), it.count(), it.things(), file));
        }
        put(PackFiles.DOCUMENTS, lines.toByteArray());
        return all;
    }

    static Json.Obj paper(Derived.Paper it) {
        return Json.object("count", it.count(), "events", it.events(), "things", it.things(), "tier", it.tier(), "type", it.type(), "uri", it.uri());
    }

    private static String ending(String name) {
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,5}") ? ending : ".bin";
    }

    /** What was made, shipped and stated by site and month; it comes from all the house's books, so a pack holds it and cannot prove it. */
    public void reconciled(List<? extends Map<String, ?>> lines) throws IOException {
        put(PackFiles.RECONCILIATION, Json.object("lines", lines).canonical());
    }

    public void paper(byte[] pdf) throws IOException {
        put(PackFiles.PAPER, pdf);
    }

    public int events() {
        return derived.events();
    }

    public long grams() {
        return derived.grams();
    }

    public long counted() {
        return derived.serials();
    }

    /** Closes the list of files. @return what the log is to be told: {@code traceability.customs} with this content */
    public Map<String, ?> manifest() throws IOException {
        var list = new TreeMap<String, Json>();
        for (var it : files.entrySet()) {
            list.put(it.getKey(), Json.object("bytes", Files.size(it.getValue()), "sha256", hash(it.getValue())));
        }
        manifest = Json.object("company", Json.object("en", header.company().en(), "zh", header.company().zh()), "events", derived.events(), "files", list, "format", PackFiles.FORMAT,
                "grams", derived.grams(), "groups", derived.groups().size(), "known_event", header.knownEvent(), "log", header.log().vkey(), "made_at", header.madeAt(), "number", header.number(),
                "pack", header.pack(), "serials", derived.serials(), "witnesses", header.witnesses().stream().map(VerifierKey::vkey).toList()).canonical();
        put(PackFiles.MANIFEST, manifest);
        return Map.of("pack", header.pack(), "manifest", Hash.sha256(manifest).hex(), "serials", derived.serials(), "events", derived.events());
    }

    private static String hash(Path file) throws IOException {
        var digest = PackZip.sha256();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) > 0; ) {
                digest.update(buffer, 0, read);
            }
        }
        return Hash.of(digest.digest()).hex();
    }

    /** The proofs for a manifest that the log was told of. @param index of that entry */
    public void seal(LogView log, long index, Opening opening) throws IOException {
        openings.put(index, opening);
        SortedSet<Long> indexes = new TreeSet<>(openings.keySet());
        var lines = new java.io.ByteArrayOutputStream();
        var entries = log.entries(indexes).iterator();
        for (var it : indexes) {
            lines.writeBytes(Json.object("entry", Json.parse(entries.next()), "index", it).canonical());
            lines.write('\n');
        }
        put(PackFiles.ENTRIES, lines.toByteArray());
        var opened = new java.io.ByteArrayOutputStream();
        openings.forEach((at, it) -> {
            opened.writeBytes(Json.object("content", it.content(), "index", at, "salt", it.salt()).canonical());
            opened.write('\n');
        });
        put(PackFiles.OPENINGS, opened.toByteArray());
        var hashes = new StringBuilder();
        SharedProof.make(indexes, Checkpoint.parse(log.checkpoint()).size(), log.hashes()).forEach(it -> hashes.append(it.base64()).append('\n'));
        put(PackFiles.HASHES, hashes.toString().getBytes(StandardCharsets.US_ASCII));
        put(PackFiles.CHECKPOINT, log.checkpoint().bytes());
    }

    public void write(OutputStream to) throws IOException {
        PackZip.write(to, files);
    }

    @Override
    public void close() throws IOException {
        events.close();
        captured.close();
    }
}
