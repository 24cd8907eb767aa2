package org.probity.proof;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A small fictional report in two editions that uses every fold, every level, a batch, an opening, a restatement and a late witness. The second has words too. For whoever writes a
 * verifier of their own and wants something to try it on, and for our own tests and trials. The same seed gives the same bytes.
 */
public final class Specimen {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
    private static final Period YEAR = Period.year(2025);
    private static final Words BOUNDARY = new Words("Helia Solar, all sites", "\u8d6b\u5229\u592a\u9633\u80fd\u5168\u90e8\u57fa\u5730");

    private static final ReportWords WORDS = new ReportWords(List.of(
            new ReportWords.Chapter("conflict-minerals", List.of("tin-due-diligence", "suppliers"), List.of(
                    new ReportWords.Passage("title", new Words("Conflict minerals", "\u51b2\u7a81\u77ff\u4ea7")),
                    new ReportWords.Passage("went-wrong", new Words("We had asked too late.", "\u6211\u4eec\u95ee\u5f97\u592a\u665a\u3002")))),
            new ReportWords.Chapter("training", List.of(), List.of(new ReportWords.Passage("title", new Words("Training", "\u57f9\u8bad"))))));

    private final int rows;
    private final Random random;
    private final SecureRandom secure;
    private final SignerKey logKey;
    private final List<SignerKey> witnessKeys;
    private final MemoryLog log;
    private final List<Long> declarations = new ArrayList<>();
    private final List<Commitment.Opening> contents = new ArrayList<>();
    private final Tiles attendance = new Tiles(0, tile -> new byte[0]);
    private long batch;

    private Specimen(long seed, int rows) {
        this.rows = rows;
        this.random = new Random(seed);
        this.secure = new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                random.nextBytes(bytes);
            }
        };
        this.logKey = SignerKey.generate("log.helia.example", VerifierKey.Kind.NOTE, secure);
        this.witnessKeys = List.of(SignerKey.generate("union.helia.example/witness", VerifierKey.Kind.COSIGNATURE, secure),
                SignerKey.generate("assurer.example/witness", VerifierKey.Kind.COSIGNATURE, secure),
                SignerKey.generate("customer.example/witness", VerifierKey.Kind.COSIGNATURE, secure));
        this.log = new MemoryLog(logKey, witnessKeys, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /**
     * @param first the edition that was published and later corrected
     * @param second the restated edition for each level, in the order of {@link Level}
     * @param policy trusts this log and asks for both witnesses
     * @param log for trials in which the log itself lies
     * @param publication what the log committed to for the second edition
     * @param index of that entry
     * @param later a witness that was named when the second edition was published already, and whose cosignature it carries
     */
    public record Made(byte[] first, List<byte[]> second, String policy, VerifierKey key, MemoryLog log, Commitment.Opening publication, long index,
            LaterWitness later) {}

    public static Made make(long seed, int rows) {
        return new Specimen(seed, rows).make();
    }

    /** Writes the specimen and a policy into a folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "."));
        Made made = make(20261122, args.length > 1 ? Integer.parseInt(args[1]) : 60);
        Files.write(folder.resolve("specimen-1.zip"), made.first);
        for (Level level : Level.values()) {
            Files.write(folder.resolve("specimen-2-" + level.word + ".zip"), made.second.get(level.ordinal()));
        }
        Files.writeString(folder.resolve("specimen.policy"), made.policy);
        System.out.println(made.key().fingerprint());
    }

    private Made make() {
        for (int i = 0; i < rows; i++) {
            Commitment.Opening opening = Commitment.Opening.fresh(secure, Json.object("document", Hash.sha256(Keys.utf8("declaration " + i)), "smelters", i % 7));
            contents.add(opening);
            declarations.add(log.append("minerals.declaration", MARCH.plusDays(i % 200), Commitment.of(Commitment.ENTRY, opening)));
        }
        for (int i = 0; i < rows; i++) {
            attendance.append(Hash.leaf(Keys.utf8("attendance " + i)));
        }
        Commitment.Opening session = Commitment.Opening.fresh(secure, Json.object("root", attendance.root(), "size", attendance.size()));
        batch = log.append("learning.attendance", MARCH, Commitment.of(Commitment.ENTRY, session), OptionalLong.of(attendance.size()));
        contents.add(session);

        Edition first = edition(1, Optional.empty());
        byte[] published = first.zips.getFirst();
        Note before = TlogProof.parse(Objects.requireNonNull(PackageZip.read(published).get(SealedPackage.PROOF))).checkpoint();
        Report.Previous previous = new Report.Previous(first.index, first.opening, Report.Cause.ERROR,
                new Words("One declaration had been accepted for the wrong year.", "\u6709\u4e00\u4efd\u7533\u62a5\u88ab\u8bef\u8ba1\u5165\u5176\u4ed6\u5e74\u5ea6\u3002"),
                List.of(new Report.Difference("tin-due-diligence", List.of(new Report.RowChange("S-0001", Optional.of(Facts.met(true)),
                        Optional.of(Facts.met(false)))))), ReportWords.changes(new ReportWords(List.of()), WORDS));
        Edition second = edition(2, Optional.of(new Before(previous, before)));
        String policy = "# whom the readers of Helia Solar's reports trust\nlog " + logKey.verifier().vkey() + "\nwitness union "
                + witnessKeys.get(0).verifier().vkey() + "\nwitness assurer " + witnessKeys.get(1).verifier().vkey()
                + "\ngroup both all union assurer\nquorum both\n";
        Commitment.Opening naming = Commitment.Opening.fresh(secure, Json.object("witness", witnessKeys.getLast().verifier().vkey()));
        LaterWitness later = new LaterWitness(log.append(LaterWitness.KIND, LocalDate.of(2026, 11, 22), Commitment.of(Commitment.ENTRY, naming)), naming);
        List<byte[]> renewed = second.zips.stream()
                .map(zip -> SealedPackage.complete(zip, second.opening, second.index, log, Optional.empty(), List.of(later))).toList();
        return new Made(published, renewed, policy, logKey.verifier(), log, second.opening, second.index, later);
    }

    private record Before(Report.Previous previous, Note checkpoint) {}

    private record Edition(List<byte[]> zips, Commitment.Opening opening, long index) {}

    private Edition edition(int number, Optional<Before> before) {
        ReportDraft draft = new ReportDraft(secure);
        figures(draft, number);
        if (before.isPresent()) {
            draft.words(WORDS);
        }
        draft.open(declarations.getFirst(), contents.getFirst());
        draft.open(batch, contents.getLast());
        draft.openLeaf(batch, 4, Hash.leaf(Keys.utf8("attendance 4")), MerkleTree.inclusionProof(4, rows, attendance));
        Report report = new Report("conflict-minerals", number, new Words("Conflict minerals 2025", "2025 \u5e74\u51b2\u7a81\u77ff\u4ea7"),
                new Words("Helia Solar", "\u8d6b\u5229\u592a\u9633\u80fd"), YEAR, NOW,
                List.of(new Report.DecidedBy("publisher", "a-17", NOW), new Report.DecidedBy("reviewer", "a-04", NOW)), logKey.verifier(),
                witnessKeys.stream().limit(2).map(SignerKey::verifier).toList(),
                List.of(new Report.Population("minerals.declaration", 2025, rows, declarations.getLast()),
                        new Report.Population("learning.attendance", 2025, 1, batch)), before.map(Before::previous));
        ReportDraft.Sealed sealed = draft.seal(report);
        Commitment.Opening opening = Commitment.Opening.fresh(secure, sealed.publication());
        long index = log.append(Report.PUBLICATION, LocalDate.of(2026, 11, 22), Commitment.of(Commitment.ENTRY, opening));
        log.append("minerals.declaration", LocalDate.of(2026, 11, 22), Hash.sha256());
        List<byte[]> zips = new ArrayList<>();
        for (Level level : Level.values()) {
            SortedMap<String, byte[]> files = sealed.files(level);
            zips.add(SealedPackage.pack(SealedPackage.join(files, SealedPackage.proofs(files, opening, index, log, before.map(Before::checkpoint), List.of()))));
        }
        return new Edition(zips, opening, index);
    }

    private void figures(ReportDraft draft, int edition) {
        // The records are the same in both editions, but for the one that was corrected.
        Random values = new Random(rows);
        Row.Reason notTin = new Row.Reason("no-tin", new Words("Its goods hold no tin.", "\u5176\u7269\u6599\u4e0d\u542b\u9521\u3002"));
        Words erp = new Words("Active tin suppliers", "\u5728\u518c\u9521\u4f9b\u5e94\u5546");
        Words source = new Words("ERP, vendor master", "ERP \u4f9b\u5e94\u5546\u4e3b\u6570\u636e");
        ReportDraft.FigureDraft share = figure(draft, "tin-due-diligence", new Fold.Share("met"), "%", Rounding.percent(2), Level.PUBLIC);
        share.control(Control.ofRows(erp, source, rows + 1L).accepted(new Words("One supplier was merged in March.", "\u4e00\u5bb6\u4f9b\u5e94\u5546\u5df2\u4e8e\u4e09\u6708\u5408\u5e76\u3002")));
        for (int i = 0; i < rows; i++) {
            String code = "S-%04d".formatted(i);
            List<Row.Evidence> evidence = List.of(new Row.Evidence("cmrt", Row.Source.DECLARATION, declarations.get(i)));
            Row row = i % 9 == 8 ? Row.excluded(code, notTin, evidence)
                    : Row.included(code, Facts.met(i % 10 != 7 && !(i == 1 && edition == 2)), evidence);
            share.add(row.identifying(Json.object("supplier", "Supplier " + i)));
        }
        ReportDraft.FigureDraft hours = figure(draft, "training-hours", new Fold.RatioOfSums("hours", "people"), "h", Rounding.places(2), Level.ASSURER);
        ReportDraft.FigureDraft total = figure(draft, "hours-total", new Fold.Sum("hours"), "h", new Rounding(1, 1, Rounding.Mode.HALF_EVEN), Level.CUSTOMER);
        for (int i = 0; i < rows; i++) {
            BigDecimal seconds = BigDecimal.valueOf(1_000 + values.nextInt(90_000)).movePointLeft(3);
            List<Row.Evidence> evidence = List.of(new Row.Evidence("attendance", Row.Source.SYSTEM, batch, i));
            hours.add(Row.included("P-%04d".formatted(i), Facts.of(Map.of("hours", seconds, "people", BigDecimal.ONE)), evidence));
            total.add(Row.included("P-%04d".formatted(i), Facts.of(Map.of("hours", seconds)), evidence));
            if (i == rows - 1) {
                total.control(Control.ofSum(new Words("Hours exported", "\u5bfc\u51fa\u5b66\u65f6"), source, "hours", new BigDecimal("100.5")));
            }
        }
        ReportDraft.FigureDraft seconds = figure(draft, "seconds-as-hours", new Fold.Sum("seconds"), "h", Rounding.of(3600, 2), Level.ASSURER);
        seconds.add(Row.included("L-0001", Facts.of(Map.of("seconds", new BigDecimal("463645656"))), List.of()));
        ReportDraft.FigureDraft suppliers = figure(draft, "suppliers", new Fold.Count(), "", Rounding.places(0), Level.PUBLIC);
        ReportDraft.FigureDraft mean = figure(draft, "mean-days", new Fold.Mean("days"), "d", new Rounding(1, 3, Rounding.Mode.DOWN), Level.PUBLIC);
        ReportDraft.FigureDraft median = figure(draft, "median-days", new Fold.Median("days"), "d", Rounding.places(1), Level.PUBLIC);
        ReportDraft.FigureDraft days = figure(draft, "covered-every-day", new Fold.MinOverDays(YEAR.from(), YEAR.to()), "%", Rounding.percent(1), Level.PUBLIC);
        ReportDraft.FigureDraft score = figure(draft, "climate-score", new Fold.GatesThenWeights(new TreeSet<>(List.of("approved", "audited")),
                Map.of("energy", new BigDecimal("2.5"), "transport", BigDecimal.ONE)), "", Rounding.places(0), Level.PUBLIC);
        for (int i = 0; i < Math.min(rows, 20); i++) {
            String code = "R-%04d".formatted(i);
            List<Row.Evidence> evidence = List.of(new Row.Evidence("certificate", Row.Source.PRIMARY, declarations.get(i)));
            suppliers.add(Row.included(code, Facts.none(), evidence));
            Facts fact = Facts.of(Map.of("days", BigDecimal.valueOf(values.nextInt(600) - 100L, 1)));
            mean.add(Row.included(code, fact, evidence));
            median.add(Row.included(code, fact, List.of()));
            LocalDate begin = MARCH.minusDays(values.nextInt(90));
            days.add(Row.included(code, Facts.days(List.of(new Facts.Days(begin, begin.plusDays(400))),
                    List.of(new Facts.Days(begin, begin.plusDays(100 + values.nextInt(20))), new Facts.Days(begin.plusDays(121 + i), begin.plusDays(400)))), evidence));
            score.add(Row.included(code, Facts.of(Map.of("approved", BigDecimal.ONE, "audited", i == 3 ? BigDecimal.ZERO : BigDecimal.ONE,
                    "energy", BigDecimal.valueOf(80 + i), "transport", new BigDecimal("93.25"))), evidence));
        }
        ReportDraft.FigureDraft gain = figure(draft, "gain-split", new Fold.Split("unit", "unit-factor", new TreeSet<>(List.of("grade", "present")), new TreeSet<>(List.of("scheduled")), "fen"), "",
                Rounding.places(0), Level.ASSURER);
        // 1,000 over two units of three: 1.5 x (1 + 1 + 1/2) and 1 x (1 + 1 + 0), weights 3.75 and 2; 652 and 348.
        long[] fen = {261, 261, 130, 174, 174, 0};
        String[] present = {"22", "22", "11", "22", "22", "0"};
        for (int i = 0; i < fen.length; i++) {
            gain.add(Row.included("W-%04d".formatted(i), Facts.of(Map.of("unit", BigDecimal.valueOf(i / 3 + 1), "unit-factor", i < 3 ? new BigDecimal("1.5") : BigDecimal.ONE, "grade", BigDecimal.ONE,
                    "present", new BigDecimal(present[i]), "scheduled", i == 5 ? BigDecimal.ZERO : new BigDecimal("22"), "fen", BigDecimal.valueOf(fen[i]))), List.of()));
        }
        ReportDraft.FigureDraft none = figure(draft, "no-value-yet", new Fold.Mean("days"), "d", Rounding.places(1), Level.PUBLIC);
        none.control(Control.ofIncluded(erp, source, 0));
    }

    private static ReportDraft.FigureDraft figure(ReportDraft draft, String key, Fold fold, String unit, Rounding rounding, Level level) {
        Words text = new Words("What " + key + " means", key + " \u7684\u542b\u4e49");
        return draft.figure(key, new Words(key.replace('-', ' '), key), new Definition("1", text, text, text, text, "SELECT ...", fold,
                new Words(unit, unit), rounding, fold instanceof Fold.MinOverDays ? Definition.TimeRule.EVERY_DAY : Definition.TimeRule.AT_END),
                YEAR, BOUNDARY, NOW, level);
    }
}
