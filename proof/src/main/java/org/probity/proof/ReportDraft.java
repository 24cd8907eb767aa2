package org.probity.proof;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * A report edition while it is put together. Rows stream through to files in a folder of the caller's, so that a hundred thousand of them need
 * no memory. Freeze first, then draft: the rows must come out of the same snapshot as everything else.
 *
 * <p>Order of use: {@link #figure} and {@link FigureDraft#add} for each figure, {@link #seal}, record
 * {@link Sealed#publication()} in the log, keep {@link Sealed#write} of each level; once the log has a checkpoint over that entry,
 * {@link SealedPackage#complete} makes the package. Not for use by several threads.
 */
public final class ReportDraft implements Closeable {

    private final Path folder;
    private final SecureRandom random;
    private final List<FigureDraft> figures = new ArrayList<>();
    private final Spool openings;
    private Optional<ReportWords> words = Optional.empty();

    public ReportDraft(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
        this.openings = new Spool("openings.jsonl");
    }

    /** @param detailsFrom the lowest level that sees codes and evidence of the rows; lower ones see only what the fold needs */
    public FigureDraft figure(String key, Words name, Definition definition, Period period, Words boundary, Instant knownAt, Level detailsFrom) {
        if (!key.matches(Report.KEY) || figures.stream().anyMatch(figure -> figure.key.equals(key))) {
            throw new IllegalArgumentException("no key, or a key twice: " + key);
        }
        FigureDraft figure = new FigureDraft(key, name, definition, period, boundary, knownAt.truncatedTo(ChronoUnit.SECONDS), detailsFrom);
        figures.add(figure);
        return figure;
    }

    /** What the report says besides its figures; the same at every level. */
    public void words(ReportWords said) {
        words = Optional.of(said);
    }

    /** Lets the assurer read what an entry of the log committed to. */
    public void open(long index, Commitment.Opening opening) {
        openings.line(Json.object("content", opening.content(), "index", index, "salt", opening.salt(), "type", "entry"));
    }

    /**
     * Shows the assurer one leaf of a batch. The batch's entry was opened before with {@link #open}, and its content names {@code root} and
     * {@code size} of its tree.
     */
    public void openLeaf(long index, long position, Hash leaf, List<Hash> proof) {
        openings.line(Json.object("index", index, "leaf", leaf, "position", position, "proof", proof, "type", "leaf"));
    }

    /** A figure while its rows arrive; at the end its number stands in {@link #value()}. */
    public final class FigureDraft {
        private final String key;
        private final Words name;
        private final Definition definition;
        private final Period period;
        private final Words boundary;
        private final Instant knownAt;
        private final Level detailsFrom;
        private final List<Control> controls = new ArrayList<>();
        private final FigureHeader.Adding adding;
        private final Spool full;
        private final Spool bare;
        private long rows;

        private FigureDraft(String key, Words name, Definition definition, Period period, Words boundary, Instant knownAt, Level detailsFrom) {
            this.key = key;
            this.name = name;
            this.definition = definition;
            this.period = period;
            this.boundary = boundary;
            this.knownAt = knownAt;
            this.detailsFrom = detailsFrom;
            this.adding = new FigureHeader.Adding(definition.fold());
            this.full = new Spool(key + ".full.jsonl");
            this.bare = new Spool(key + ".bare.jsonl");
        }

        public void add(Row row) {
            Optional<Commitment.Opening> hidden = row.identifying().map(content -> Commitment.Opening.fresh(random, content));
            Row.Detail detail = new Row.Detail(row.code(), row.evidence(), hidden.map(opening -> Commitment.of(Commitment.HIDDEN, opening)));
            String content = detail.json().text();
            byte[] saltBytes = new byte[Commitment.SALT_BYTES];
            random.nextBytes(saltBytes);
            String salt = HexFormat.of().formatHex(saltBytes);
            Row.Shown shown = new Row.Shown(row.excluded(), row.facts(), Commitment.of(Commitment.ROW, saltBytes, Keys.utf8(content)));
            String json = shown.json().text();
            adding.add(shown, Hash.leaf(Keys.utf8(json)));
            adding.add(shown, detail);
            // Written by hand in the order of RFC 8785, because there are a hundred thousand of them.
            bare.line("{\"row\":" + json + "}\n");
            full.line("{\"detail\":{\"content\":" + content + ",\"salt\":\"" + salt + "\"},\"row\":" + json + "}\n");
            rows++;
            hidden.ifPresent(opening -> openings.line(Json.object("content", opening.content(), "figure", key, "row", rows,
                    "salt", opening.salt(), "type", "hidden")));
        }

        public void control(Control control) {
            controls.add(control);
        }

        /** The value so far, in the wording of the report; empty when there is nothing to divide by. */
        public Optional<String> value() {
            return adding.result().value().map(definition.rounding()::show);
        }

        private FigureHeader header() {
            Fold.Result result = adding.result();
            return new FigureHeader(key, name, definition, period, boundary, knownAt, FigureHeader.Value.of(result.value(), definition.rounding()),
                    result.worstDay(), controls.stream().map(control -> {
                        var counted = adding.counted(control);
                        return new Control.Stated(control, counted, counted.subtract(control.expected()));
                    }).toList(), adding.rows(), adding.evidence());
        }

        private Spool at(Level level) {
            return level.compareTo(detailsFrom) >= 0 ? full : bare;
        }

        private String path() {
            return "figures/" + key + ".rows.jsonl";
        }
    }

    /** Fixes everything. What follows can no longer change a digit. */
    public Sealed seal(Report report) {
        Map<String, byte[]> common = new TreeMap<>();
        Map<String, Hash> files = new TreeMap<>();
        List<Json> values = new ArrayList<>();
        Map<String, FigureHeader.Value> valueOf = new TreeMap<>();
        for (FigureDraft figure : figures) {
            FigureHeader header = figure.header();
            String path = "figures/" + figure.key + ".json";
            common.put(path, header.json().canonical());
            files.put(path, Hash.sha256(common.get(path)));
            values.add(header.value().json().with("key", figure.key));
            valueOf.put(figure.key, header.value());
            figure.full.finish();
            figure.bare.finish();
        }
        words.ifPresent(said -> {
            common.put(ReportWords.FILE, said.json().canonical());
            files.put(ReportWords.FILE, Hash.sha256(common.get(ReportWords.FILE)));
        });
        openings.finish();
        Map<String, Map<String, Hash>> levels = new TreeMap<>();
        for (Level level : Level.values()) {
            Map<String, Hash> hashes = new TreeMap<>();
            spools(level).forEach((path, spool) -> hashes.put(path, spool.hash()));
            levels.put(level.word, hashes);
        }
        byte[] bytes = report.json(figures.stream().map(figure -> figure.key).toList(), files, levels,
                report.previous().map(previous -> PreviousEdition.json(previous, valueOf, words.isPresent()))).canonical();
        common.put("report.json", bytes);
        return new Sealed(common, Json.object("edition", report.edition(), "figures", values, "key", report.key(),
                "report", Hash.sha256(bytes)));
    }

    private Map<String, Spool> spools(Level level) {
        Map<String, Spool> spools = new TreeMap<>();
        figures.forEach(figure -> spools.put(figure.path(), figure.at(level)));
        if (level == Level.ASSURER) {
            spools.put("openings.jsonl", openings);
        }
        return spools;
    }

    /** Everything of an edition that does not depend on the log's later growth. */
    public final class Sealed {
        private final Map<String, byte[]> common;
        private final Json.Obj publication;

        private Sealed(Map<String, byte[]> common, Json.Obj publication) {
            this.common = common;
            this.publication = publication;
        }

        /** The content that the publication's entry in the log has to commit to, under the class {@link Report#PUBLICATION}. */
        public Json.Obj publication() {
            return publication;
        }

        /** A zip of this level without its proofs; {@link SealedPackage#complete} adds them. */
        public void write(Level level, OutputStream out) throws IOException {
            Map<String, Spool> spools = spools(level);
            List<String> names = new ArrayList<>(common.keySet());
            names.addAll(spools.keySet());
            names.sort(null);
            PackageZip.Writer zip = new PackageZip.Writer(out);
            for (String name : names) {
                Spool spool = spools.get(name);
                if (spool == null) {
                    zip.add(name, java.util.Objects.requireNonNull(common.get(name)));
                } else {
                    zip.add(name, spool.length, (int) spool.crc.getValue(), () -> Files.newInputStream(spool.file));
                }
            }
            zip.finish();
        }
    }

    /** Removes the files in the folder. */
    @Override
    public void close() {
        figures.forEach(figure -> {
            figure.full.remove();
            figure.bare.remove();
        });
        openings.remove();
    }

    /** A file of lines, hashed while it is written. */
    private final class Spool {
        private final Path file;
        private final MessageDigest digest = Hash.newDigest();
        private final CRC32 crc = new CRC32();
        private final OutputStream out;
        private long length;
        private Optional<Hash> hash = Optional.empty();

        private Spool(String name) {
            try {
                file = Files.createTempFile(folder, "draft-", "-" + name);
                out = new BufferedOutputStream(new DigestOutputStream(new CheckedOutputStream(Files.newOutputStream(file), crc), digest), 1 << 16);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        private void line(Json json) {
            line(json.text() + "\n");
        }

        private void line(String text) {
            try {
                byte[] bytes = Keys.utf8(text);
                out.write(bytes);
                length += bytes.length;
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        private void finish() {
            try {
                out.close();
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
            hash = hash.or(() -> Optional.of(Hash.of(digest.digest())));
        }

        private Hash hash() {
            return hash.orElseThrow();
        }

        private void remove() {
            finish();
            try {
                Files.deleteIfExists(file);
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }
}
