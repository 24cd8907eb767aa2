package org.probity.customs;

import static org.probity.customs.PackRefused.unless;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventHash;
import org.probity.proof.Commitment;
import org.probity.proof.Entry;
import org.probity.proof.Fault;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.Malformed;
import org.probity.proof.Note;
import org.probity.proof.SharedProof;
import org.probity.proof.TrustPolicy;
import org.probity.proof.VerifierKey;

/**
 * Checks a customs pack from its bytes alone, in the order of PACK.md, and stops at the first thing that is not as it should be: the archive, the manifest's hash of
 * each file, the signed state of the log and the entries in it, each event by its own hash and its place in the file it came in, then everything that follows from
 * events: chains, masses, shares, verdicts, papers. Nothing that stands in the pack is believed because it stands there.
 */
public final class VerifyCustoms {
    private static final Pattern EVENT = Pattern.compile("\\{\"capture\":(0|[1-9][0-9]{0,8}),\"hash\":\"([0-9a-f]{64})\",\"position\":(0|[1-9][0-9]{0,11}),\"event\":");
    private static final int SMALL = 64 << 20;
    private static final int NOTE = 1 << 20;

    /** What a pack is, once it was found sound. @param known the signer is named by the reader's own policy or fingerprint @param words counts of things, cleared or not */
    public record Sound(
            String pack, long number, String company, Instant madeAt, long serials, long grams, long events, long groups, Map<String, Long> verdicts, long papers, long missing, long entries,
            String origin, long treeSize, String fingerprint, List<String> cosigned, boolean known) {}

    /** Either what it is or the first fault. */
    public record Finding(Optional<Sound> sound, Optional<Fault> fault) {}

    private interface EachLine {
        void take(String line, int number) throws IOException;
    }

    private final Path zip;
    private final Optional<TrustPolicy> policy;
    private Map<String, PackZip.Part> parts = Map.of();
    private String at = "";
    private int line;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final Map<Long, Json> opened = new HashMap<>();
    private final Set<Long> cited = new HashSet<>();

    private VerifyCustoms(Path zip, Optional<TrustPolicy> policy) {
        this.zip = zip;
        this.policy = policy;
    }

    /** Whether the file begins as a customs pack does; anything else may be a published report. */
    public static boolean is(Path file) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(file)) {
            var begin = in.readNBytes(30 + 20);
            return begin.length == 50 && new String(begin, 30, 20, StandardCharsets.ISO_8859_1).startsWith(PackFiles.CAPTURES);
        }
    }

    public static Finding verify(Path zip, Optional<TrustPolicy> policy) throws IOException {
        var one = new VerifyCustoms(zip, policy);
        try {
            return new Finding(Optional.of(one.checked()), Optional.empty());
        } catch (PackRefused refused) {
            return new Finding(Optional.empty(), Optional.of(refused.fault));
        } catch (Malformed malformed) {
            return new Finding(Optional.empty(), Optional.of(new Fault(malformed.code(), one.at, one.line, String.valueOf(malformed.getMessage()))));
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Bytes that no reader was made for; never a reason to believe them.
            return new Finding(Optional.empty(), Optional.of(new Fault("unreadable", one.at, one.line, String.valueOf(broken.getMessage()))));
        }
    }

    private Sound checked() throws IOException {
        parts = PackZip.read(zip);
        var manifest = manifest();
        var key = VerifierKey.parse(manifest.text("log"));
        var witnesses = manifest.list("witnesses").stream().map(it -> it instanceof Json.Str(String vkey) ? VerifierKey.parse(vkey) : wrong("a witness that is no text")).toList();
        var note = checkpoint(key, witnesses);
        var tree = org.probity.proof.Checkpoint.parse(note);
        entries(tree.size(), tree.root());
        openings();
        seal(manifest);
        var names = names();
        var derived = new Derived();
        var leaves = events(derived, manifest.whole("known_event"));
        captures(leaves);
        unless(cited.equals(entries.keySet()), "entries.unused", PackFiles.ENTRIES, 0, "an entry is in the pack that nothing refers to");
        serials(derived, names);
        var groups = groups(derived);
        same(PackFiles.FLOW, derived.flow(names.byArticle()));
        var missing = papers(derived, names);
        begin(PackFiles.MANIFEST);
        unless(manifest.whole("serials") == derived.serials() && manifest.whole("events") == derived.events() && manifest.whole("grams") == derived.grams()
                && manifest.whole("groups") == derived.groups().size(), "manifest.totals", PackFiles.MANIFEST, 0, "counts or masses are not those of the pack");
        var company = Line.of(manifest.any("company"));
        var signedBy = witnesses.stream().filter(it -> note.cosignedAt(it).isPresent()).toList();
        var known = policy.isPresent();
        if (known) {
            unless(policy.get().knows(key), "signer.unknown", PackFiles.CHECKPOINT, 0, "signed by " + key.name() + ", which your policy or fingerprint does not name");
            unless(policy.get().reached(signedBy::contains), "quorum.missing", PackFiles.CHECKPOINT, 0, "too few of the witnesses you trust have signed");
        }
        var sound = new Sound(manifest.text("pack"), manifest.whole("number"), both(company.text("en"), company.text("zh")), Instant.parse(manifest.text("made_at")), derived.serials(),
                derived.grams(), derived.events(), derived.groups().size(), groups, derived.papers(names.byArticle()).size(), missing, entries.size(), tree.origin(), tree.size(), key.fingerprint(),
                signedBy.stream().map(VerifierKey::name).toList(), known);
        company.noOthers();
        manifest.noOthers();
        return sound;
    }

    /** Once where both are the same. */
    static String both(String en, String zh) {
        return en.equals(zh) ? en : en + " \u00b7 " + zh;
    }

    private static <T> T wrong(String what) {
        throw new Malformed("json.shape", what);
    }

    private void begin(String name) {
        at = name;
        line = 0;
    }

    private byte[] small(String name, int most) throws IOException {
        begin(name);
        return PackZip.bytes(zip, parts, name, most);
    }

    private Line manifest() throws IOException {
        var bytes = small(PackFiles.MANIFEST, SMALL);
        var manifest = Line.of(Json.parseCanonical(bytes));
        unless(manifest.text("format").equals(PackFiles.FORMAT), "manifest.format", PackFiles.MANIFEST, 0, "not " + PackFiles.FORMAT);
        var later = Set.of(PackFiles.MANIFEST, PackFiles.CHECKPOINT, PackFiles.ENTRIES, PackFiles.HASHES, PackFiles.OPENINGS);
        var needed = Set.of(PackFiles.PAPER, PackFiles.EVENTS, PackFiles.CAPTURES, PackFiles.SERIALS, PackFiles.GROUPS, PackFiles.FLOW, PackFiles.NAMES, PackFiles.LISTS, PackFiles.DOCUMENTS,
                PackFiles.RECONCILIATION);
        var listed = ((Json.Obj) manifest.any("files")).members();
        unless(listed.keySet().containsAll(needed), "file.missing", PackFiles.MANIFEST, 0, "does not list all files that every pack has");
        for (var it : listed.entrySet()) {
            var file = Line.of(it.getValue());
            var part = parts.get(it.getKey());
            unless(part != null, "file.missing", it.getKey(), 0, "is listed and not in the pack");
            unless(needed.contains(it.getKey()) || it.getKey().startsWith(PackFiles.FOLDER), "file.unknown", it.getKey(), 0, "belongs to no pack");
            unless(file.whole("bytes") == part.length() && Hash.hex(file.text("sha256")).equals(part.sha256()), "file.hash", it.getKey(), 0,
                    "has SHA-256 " + part.sha256() + " and " + part.length() + " bytes, listed otherwise");
            file.noOthers();
        }
        for (var name : parts.keySet()) {
            unless(listed.containsKey(name) || later.contains(name), "file.unknown", name, 0, "is in the pack and not listed");
        }
        return manifest;
    }

    private Note checkpoint(VerifierKey key, List<VerifierKey> witnesses) throws IOException {
        var bytes = small(PackFiles.CHECKPOINT, NOTE);
        var note = Note.parse(bytes);
        unless(Arrays.equals(note.bytes(), bytes), "note.form", PackFiles.CHECKPOINT, 0, "not in its one form");
        var tree = org.probity.proof.Checkpoint.parse(note);
        unless(tree.origin().equals(key.name()) && tree.extensions().isEmpty(), "checkpoint.origin", PackFiles.CHECKPOINT, 0, "a state of the log " + tree.origin());
        var seen = new HashSet<String>();
        for (var signature : note.signatures()) {
            var of = signature.claims(key) ? Optional.of(key) : witnesses.stream().filter(signature::claims).findFirst();
            unless(of.isPresent(), "signature.unknown", PackFiles.CHECKPOINT, 0, "signed by " + signature.name() + ", which the pack does not name");
            unless(seen.add(of.get().vkey()), "signature.order", PackFiles.CHECKPOINT, 0, signature.name() + " signed twice");
            unless(note.check(of.get()) == Note.Checked.GOOD, "signature.bad", PackFiles.CHECKPOINT, 0, "the signature of " + signature.name() + " does not verify");
        }
        unless(note.signatures().getFirst().claims(key), "signature.missing", PackFiles.CHECKPOINT, 0, "the log has not signed first");
        return note;
    }

    private void entries(long size, Hash root) throws IOException {
        var leaves = new TreeMap<Long, Hash>();
        lines(PackFiles.ENTRIES, false, (text, number) -> {
            var it = Line.of(Json.parseCanonical(text.getBytes(StandardCharsets.UTF_8)));
            var index = it.whole("index");
            unless(leaves.isEmpty() || leaves.lastKey() < index, "entries.order", PackFiles.ENTRIES, number, "indexes do not ascend");
            var entry = Entry.parse(it.any("entry").canonical());
            it.noOthers();
            entries.put(index, entry);
            leaves.put(index, entry.leaf());
        });
        var text = new String(small(PackFiles.HASHES, SMALL), StandardCharsets.US_ASCII);
        unless(text.isEmpty() || text.endsWith("\n"), "note.form", PackFiles.HASHES, 0, "the last line has no end");
        var hashes = text.isEmpty() ? List.<Hash>of() : Arrays.stream(text.substring(0, text.length() - 1).split("\n", -1)).map(Hash::base64).toList();
        unless(SharedProof.root(leaves, size, hashes).equals(root), "entries.root", PackFiles.HASHES, 0, "entries and hashes do not lead to the signed root");
    }

    private void openings() throws IOException {
        var last = new long[] {-1};
        lines(PackFiles.OPENINGS, false, (text, number) -> {
            var it = Line.of(Json.parseCanonical(text.getBytes(StandardCharsets.UTF_8)));
            var index = it.whole("index");
            var opening = new Commitment.Opening(it.text("salt"), it.any("content"));
            it.noOthers();
            unless(index > last[0] && entries.containsKey(index), "opening.order", PackFiles.OPENINGS, number, "out of order, or of an entry that is not here");
            unless(Commitment.of(Commitment.ENTRY, opening).equals(entries.get(index).commitment()), "opening.commitment", PackFiles.OPENINGS, number, "entry " + index + " committed to another content");
            last[0] = index;
            opened.put(index, opening.content());
        });
        unless(opened.keySet().equals(entries.keySet()), "opening.missing", PackFiles.OPENINGS, 0, "an entry is not opened");
    }

    /** What the log was told when this pack was made. */
    private void seal(Line manifest) throws IOException {
        var hash = Hash.sha256(small(PackFiles.MANIFEST, SMALL)).hex();
        var own = entries.entrySet().stream().filter(it -> it.getValue().kind().equals(PackFiles.ENTRY)).map(Map.Entry::getKey).toList();
        unless(own.size() == 1, "seal.missing", PackFiles.ENTRIES, 0, "not one entry of a pack, but " + own.size());
        cited.add(own.getFirst());
        var content = Line.of(opened.get(own.getFirst()));
        unless(content.text("manifest").equals(hash) && content.text("pack").equals(manifest.text("pack")) && content.whole("serials") == manifest.whole("serials")
                && content.whole("events") == manifest.whole("events"), "seal.manifest", PackFiles.MANIFEST, 0, "the log was told of another manifest");
        content.noOthers();
    }

    private Names names() throws IOException {
        var bytes = small(PackFiles.NAMES, SMALL);
        var names = Names.from(Json.parseCanonical(bytes));
        for (var place : names.places()) {
            var entry = entries.get(place.index());
            unless(entry != null && entry.kind().equals(PackFiles.PLACE), "names.entry", PackFiles.NAMES, 0, "no entry of the log says what " + place.uri() + " is");
            cited.add(place.index());
            var said = Line.of(opened.get(place.index()));
            unless(said.text("uri").equals(place.uri()) && said.text("country").equals(place.country()) && said.text("region").equals(place.region()) && said.text("whose").equals(place.whose()),
                    "names.place", PackFiles.NAMES, 0, "the log was told something else of " + place.uri());
        }
        unless(names.places().stream().map(Names.Place::uri).distinct().count() == names.places().size() && names.articles().stream().map(Names.Article::uri).distinct().count() == names.articles().size(),
                "names.twice", PackFiles.NAMES, 0, "an address stands twice");
        unless(names.articles().stream().allMatch(it -> Names.TIERS.contains(it.tier())), "names.tier", PackFiles.NAMES, 0, "a tier that nobody knows");
        return names;
    }

    private Map<Integer, TreeMap<Long, Hash>> events(Derived derived, long known) throws IOException {
        var leaves = new TreeMap<Integer, TreeMap<Long, Hash>>();
        var hash = new EventHash();
        var seen = new HashSet<Hash>();
        var before = new Instant[] {Instant.MIN};
        lines(PackFiles.EVENTS, true, (text, number) -> {
            var head = EVENT.matcher(text);
            unless(head.lookingAt() && text.endsWith("}"), "event.form", PackFiles.EVENTS, number, "not a line of an event");
            var said = Hash.hex(head.group(2));
            Event event;
            try {
                event = PackDraft.read(text.substring(head.end(), text.length() - 1).getBytes(StandardCharsets.UTF_8));
            } catch (IllegalArgumentException unread) {
                throw new PackRefused("event.form", PackFiles.EVENTS, number, String.valueOf(unread.getMessage()));
            }
            unless(Arrays.equals(hash.hash(event), said.bytes()), "event.hash", PackFiles.EVENTS, number, "says something else than its hash");
            unless(seen.add(said), "event.twice", PackFiles.EVENTS, number, "the same event stands twice");
            unless(!event.when().time().isBefore(before[0]), "event.order", PackFiles.EVENTS, number, "happened before the one above it");
            before[0] = event.when().time();
            unless(leaves.computeIfAbsent(Integer.parseInt(head.group(1)), it -> new TreeMap<>()).put(Long.parseLong(head.group(3)), Hash.leaf(said.bytes())) == null, "event.position", PackFiles.EVENTS,
                    number, "another event has that position");
            derived.take(event);
        });
        unless(derived.events() <= known, "event.known", PackFiles.EVENTS, 0, "more events than the house had");
        return leaves;
    }

    private void captures(Map<Integer, TreeMap<Long, Hash>> leaves) throws IOException {
        var next = new int[1];
        lines(PackFiles.CAPTURES, true, (text, number) -> {
            var it = Line.of(Json.parseCanonical(text.getBytes(StandardCharsets.UTF_8)));
            var capture = it.whole("capture");
            var index = it.whole("index");
            var size = it.whole("size");
            var hashes = it.list("hashes").stream().map(one -> one instanceof Json.Str(String hex) ? Hash.hex(hex) : VerifyCustoms.<Hash>wrong("a hash that is no text")).toList();
            it.noOthers();
            unless(capture == next[0]++ && leaves.containsKey((int) capture), "capture.order", PackFiles.CAPTURES, number, "out of order, or no event came in it");
            var entry = entries.get(index);
            unless(entry != null && entry.kind().equals(PackFiles.CAPTURE), "capture.entry", PackFiles.CAPTURES, number, "no entry of the log tells of it");
            cited.add(index);
            var told = Line.of(opened.get(index));
            unless(told.whole("events") == size, "capture.size", PackFiles.CAPTURES, number, "the log was told of another number of events");
            unless(leads(leaves.get((int) capture), size, hashes, told.text("root")), "capture.proof", PackFiles.CAPTURES, number, "its events do not lead to the root that the log was told");
        });
        unless(next[0] == leaves.size(), "capture.missing", PackFiles.CAPTURES, 0, "events came in a file that is not proved");
    }

    private static boolean leads(TreeMap<Long, Hash> leaves, long size, List<Hash> hashes, String root) {
        try {
            return SharedProof.root(leaves, size, hashes).hex().equals(root);
        } catch (Malformed tooFewOrTooMany) {
            return false;
        }
    }

    private void serials(Derived derived, Names names) throws IOException {
        var articles = names.byArticle();
        var places = names.byPlace();
        var seen = new HashSet<String>();
        lines(PackFiles.SERIALS, true, (text, number) -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var uri = Line.of(Json.parse(bytes)).text("uri");
            unless(seen.add(uri), "serial.twice", PackFiles.SERIALS, number, uri + " stands twice");
            var expected = derived.serial(uri, names, articles, places);
            unless(expected.isPresent(), "serial.unknown", PackFiles.SERIALS, number, "no event of the pack knows " + uri);
            unless(Arrays.equals(expected.get(), bytes), "serial.derived", PackFiles.SERIALS, number, "events say " + new String(expected.get(), StandardCharsets.UTF_8));
        });
    }

    private Map<String, Long> groups(Derived derived) throws IOException {
        var all = derived.groups();
        var words = new TreeMap<String, Long>();
        var read = new int[1];
        lines(PackFiles.GROUPS, false, (text, number) -> {
            unless(number <= all.size(), "group.unknown", PackFiles.GROUPS, number, "nothing of the pack is in it");
            var expected = derived.line(all.get(number - 1));
            unless(Arrays.equals(expected, text.getBytes(StandardCharsets.UTF_8)), "group.derived", PackFiles.GROUPS, number, "events say " + new String(expected, StandardCharsets.UTF_8));
            read[0] = number;
        });
        unless(read[0] == all.size(), "group.missing", PackFiles.GROUPS, 0, "a chain is not listed");
        all.forEach(it -> words.merge(it.word().name(), it.serials(), Long::sum));
        return words;
    }

    /** @return of how many papers nobody brought the file */
    private long papers(Derived derived, Names names) throws IOException {
        var all = derived.papers(names.byArticle());
        var used = new TreeSet<String>();
        var read = new long[2];
        lines(PackFiles.DOCUMENTS, false, (text, number) -> {
            unless(number <= all.size(), "document.unknown", PackFiles.DOCUMENTS, number, "no event names it");
            var it = (Json.Obj) Json.parseCanonical(text.getBytes(StandardCharsets.UTF_8));
            var expected = PackDraft.paper(all.get(number - 1));
            if (it.get("file").isPresent()) {
                var file = Line.of(it).text("file");
                unless(file.startsWith(PackFiles.FOLDER) && parts.containsKey(file) && file.startsWith(parts.get(file).sha256().hex(), PackFiles.FOLDER.length()), "document.file", PackFiles.DOCUMENTS,
                        number, file + " is not in the pack under its own hash");
                used.add(file);
                expected = expected.with("file", file).with("name", Line.of(it).text("name"));
            } else {
                read[1]++;
            }
            unless(expected.equals(it), "document.derived", PackFiles.DOCUMENTS, number, "events say " + expected.text());
            read[0] = number;
        });
        unless(read[0] == all.size(), "document.missing", PackFiles.DOCUMENTS, 0, "a paper that events name is not listed");
        for (var name : parts.keySet()) {
            unless(!name.startsWith(PackFiles.FOLDER) || used.contains(name), "document.unused", name, 0, "no paper refers to it");
        }
        return read[1];
    }

    private void same(String name, byte[] expected) throws IOException {
        unless(Arrays.equals(small(name, SMALL), expected), "derived", name, 0, "events say something else");
    }

    /** Each line by itself, so that no file has to fit into memory. */
    private void lines(String name, boolean zipped, EachLine each) throws IOException {
        begin(name);
        var part = parts.get(name);
        unless(part != null, "file.missing", name, 0, "is not in the pack");
        if (!zipped) {
            // A reader of lines takes more line ends than a writer of ours makes.
            var text = new String(PackZip.bytes(zip, parts, name, SMALL), StandardCharsets.UTF_8);
            unless(text.isEmpty() || text.endsWith("\n") && text.indexOf('\r') < 0, "json.form", name, 0, "lines end otherwise");
        }
        try (InputStream in = PackZip.open(zip, part); var reader = reader(bounded(zipped ? new GZIPInputStream(in, 1 << 16) : in, name))) {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                each.take(text, line);
            }
        } catch (UncheckedIOException unread) {
            throw unread.getCause();
        }
    }

    /** A kilobyte can unpack into a line that no memory holds. */
    private static InputStream bounded(InputStream in, String name) {
        return new java.io.FilterInputStream(in) {
            private int inLine;
            private int number = 1;

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                var read = in.read(into, from, most);
                for (var n = from; n < from + read; n++) {
                    inLine = into[n] == '\n' ? 0 : inLine + 1;
                    number += into[n] == '\n' ? 1 : 0;
                    unless(inLine <= SMALL, "line.long", name, number, "longer than " + SMALL + " bytes");
                }
                return read;
            }
        };
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }
}
