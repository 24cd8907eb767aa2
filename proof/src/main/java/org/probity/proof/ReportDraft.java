package org.probity.proof;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A report edition while it is put together. Files grow hashed and deflated, so that a hundred thousand rows take some thirty megabytes.
 * Freeze first, then draft: the rows must come out of the same snapshot as everything else.
 *
 * <p>Order of use: {@link #figure} and {@link FigureDraft#add} for each figure, {@link #seal}, record
 * {@link Sealed#publication()} in the log, keep {@link Sealed#files()}; once the log has a checkpoint over that entry,
 * {@link SealedPackage} makes the package of each level. Not for use by several threads.
 */
public final class ReportDraft {

    private static final byte[] NOTHING = new byte[0];
    private static final int SIDE_BY_SIDE = 4_096;

    private final SecureRandom random;
    private final List<FigureDraft> figures = new ArrayList<>();
    private final KeptFile.Growing openings = new KeptFile.Growing();
    private Optional<ReportWords> words = Optional.empty();

    public ReportDraft(SecureRandom random) {
        this.random = random;
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
        openings.add(line(Json.object("content", opening.content(), "index", index, "salt", opening.salt(), "type", "entry")));
    }

    /**
     * Shows the assurer one leaf of a batch. The batch's entry was opened before with {@link #open}, and its content names {@code root} and
     * {@code size} of its tree.
     */
    public void openLeaf(long index, long position, Hash leaf, List<Hash> proof) {
        openings.add(line(Json.object("index", index, "leaf", leaf, "position", position, "proof", proof, "type", "leaf")));
    }

    private static byte[] line(Json json) {
        return Keys.utf8(json.text() + "\n");
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
        private final KeptFile.Growing full = new KeptFile.Growing();
        /** What levels below {@link #detailsFrom} see; there may be none. */
        private final KeptFile.Growing bare;
        private final String figureAndRow;
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
            this.bare = detailsFrom == Level.PUBLIC ? full : new KeptFile.Growing();
            this.figureAndRow = ",\"figure\":" + Json.of(key).text() + ",\"row\":";
        }

        public void add(Row row) {
            keep(draw(row, rows + 1, salts(1), 0));
        }

        /** Draws many rows side by side, which takes most of the time, and keeps them in their order while the next are drawn. */
        public <T> void addAll(List<T> many, Function<T, Row> row) {
            long before = rows;
            CompletableFuture<Void> kept = CompletableFuture.completedFuture(null);
            for (int from = 0; from < many.size(); from += SIDE_BY_SIDE) {
                int first = from;
                byte[] salts = salts(Math.min(SIDE_BY_SIDE, many.size() - first));
                List<Drawn> drawn = IntStream.range(first, Math.min(first + SIDE_BY_SIDE, many.size())).parallel()
                        .mapToObj(i -> draw(row.apply(many.get(i)), before + i + 1, salts, i - first)).toList();
                kept.join();
                kept = CompletableFuture.runAsync(() -> drawn.forEach(this::keep));
            }
            kept.join();
        }

        /** Two for each row, in one go: each asking of the generator waits for the one before. */
        private byte[] salts(int many) {
            byte[] salts = new byte[2 * Commitment.SALT_BYTES * many];
            random.nextBytes(salts);
            return salts;
        }

        /** A row with its commitments and its line, with details and without. */
        private record Drawn(Row.Shown shown, Row.Detail detail, Hash leaf, byte[] full, byte[] bare, byte[] opening) {}

        private Drawn draw(Row row, long number, byte[] salts, int at) {
            int its = 2 * Commitment.SALT_BYTES * at;
            byte[] salt = Arrays.copyOfRange(salts, its, its + Commitment.SALT_BYTES);
            byte[] hiddenSalt = Arrays.copyOfRange(salts, its + Commitment.SALT_BYTES, its + 2 * Commitment.SALT_BYTES);
            Optional<String> hidden = row.identifying().map(Json::text);
            Row.Detail detail = new Row.Detail(row.code(), row.evidence(),
                    hidden.map(content -> Commitment.of(Commitment.HIDDEN, hiddenSalt, Keys.utf8(content))));
            StringBuilder line = new StringBuilder(768).append("{\"detail\":{\"content\":");
            int content = line.length();
            detail.write(line);
            Row.Shown shown = new Row.Shown(row.excluded(), row.facts(), Commitment.of(Commitment.ROW, salt, Keys.utf8(line.substring(content))));
            line.append(",\"salt\":\"").append(HexFormat.of().formatHex(salt)).append("\"},\"row\":");
            int json = line.length();
            shown.write(line);
            byte[] said = Keys.utf8(line.substring(json));
            return new Drawn(shown, detail, Hash.leaf(said), Keys.utf8(line.append("}\n").toString()),
                    bare == full ? NOTHING : Keys.utf8("{\"row\":" + line.substring(json)),
                    hidden.map(text -> Keys.utf8("{\"content\":" + text + figureAndRow + number + ",\"salt\":\"" + HexFormat.of().formatHex(hiddenSalt)
                            + "\",\"type\":\"hidden\"}\n")).orElse(NOTHING));
        }

        private void keep(Drawn row) {
            adding.add(row.shown, row.leaf);
            adding.add(row.shown, row.detail);
            full.add(row.full);
            if (bare != full) {
                bare.add(row.bare);
            }
            openings.add(row.opening);
            rows++;
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

        private KeptFile.Growing at(Level level) {
            return level.compareTo(detailsFrom) >= 0 ? full : bare;
        }

        private String path() {
            return "figures/" + key + ".rows.jsonl";
        }
    }

    /** Fixes everything. What follows can no longer change a digit. */
    public Sealed seal(Report report) {
        List<KeptFile> kept = new ArrayList<>();
        Map<String, Hash> files = new TreeMap<>();
        List<Json> values = new ArrayList<>();
        Map<String, FigureHeader.Value> valueOf = new TreeMap<>();
        Map<String, Map<String, Hash>> levels = new TreeMap<>();
        for (Level level : Level.values()) {
            levels.put(level.word, new TreeMap<>());
        }
        for (FigureDraft figure : figures) {
            FigureHeader header = figure.header();
            KeptFile headerFile = KeptFile.of(header.json().canonical());
            files.put("figures/" + figure.key + ".json", headerFile.sha256());
            kept.add(headerFile);
            values.add(header.value().json().with("key", figure.key));
            valueOf.put(figure.key, header.value());
            for (Level level : Level.values()) {
                KeptFile rows = figure.at(level).finish();
                levels.get(level.word).put(figure.path(), rows.sha256());
                kept.add(rows);
            }
        }
        words.ifPresent(said -> {
            KeptFile file = KeptFile.of(said.json().canonical());
            files.put(ReportWords.FILE, file.sha256());
            kept.add(file);
        });
        kept.add(openings.finish());
        levels.get(Level.ASSURER.word).put(SealedPackage.OPENINGS, openings.finish().sha256());
        KeptFile reportFile = KeptFile.of(report.json(figures.stream().map(figure -> figure.key).toList(), files, levels,
                report.previous().map(previous -> PreviousEdition.json(previous, valueOf, words.isPresent()))).canonical());
        kept.add(reportFile);
        SortedMap<Hash, KeptFile> once = new TreeMap<>();
        kept.forEach(file -> once.put(file.sha256(), file));
        return new Sealed(reportFile.sha256(), List.copyOf(once.values()), Json.object("edition", report.edition(), "figures", values, "key", report.key(),
                "report", reportFile.sha256()));
    }

    /**
     * Everything of an edition that does not depend on the log's later growth.
     *
     * @param report the hash of {@code report.json}, which names every other file by its hash
     * @param files of all levels, each once
     * @param publication the content that the publication's entry in the log has to commit to, under the class {@link Report#PUBLICATION}
     */
    public record Sealed(Hash report, List<KeptFile> files, Json.Obj publication) {

        /** What a reader of that level sees, before the proofs. */
        public SortedMap<String, byte[]> files(Level level) {
            return SealedPackage.files(level, report, hash -> files.stream().filter(file -> file.sha256().equals(hash)).findFirst().orElseThrow());
        }
    }
}
