package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supplier's score in a package of its own, as README.md tells it: the supplier replays it without asking anybody. */
class GradingOneSubjectTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Words TEXT = new Words("Score of a supplier", "\u4f9b\u5e94\u5546\u8bc4\u5206");
    private static final Fold SCORE = new Fold.GatesThenWeights(new TreeSet<>(List.of("no-red-line")),
            Map.of("delivery", new BigDecimal("30"), "quality", new BigDecimal("70")));

    private final SignerKey key = SignerKey.generate("log.helia.example", VerifierKey.Kind.NOTE, RANDOM);
    private final MemoryLog log = new MemoryLog(key, List.of(), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"1,0,0,0.00", "1,59.99,59.99,59.99", "1,60,60,60.00", "1,59.999,59.9999,59.99", "1,100,100,100.00", "0,100,100,0.00", "1,80,95.5,90.85"})
    void theScoreIsExactAndNeverRoundedUpOverABound(String gate, String delivery, String quality, String shown) {
        byte[] zip = graded(Row.included("S-0001", marks(gate, delivery, quality), List.of()));
        assertThat(Verifier.verify(zip, Optional.empty())).isInstanceOf(Verdict.ConsistentSignerUnknown.class);
        assertThat(header(zip)).contains("\"shown\":\"" + shown + "\"");
    }

    @Test
    void whoHasNoDataIsNotGradableAndNotZero() {
        byte[] zip = graded(Row.excluded("S-0001", new Row.Reason("no-data", new Words("Nothing was delivered.", "\u672c\u671f\u65e0\u4ea4\u4ed8\u3002")), List.of()));
        assertThat(Verifier.verify(zip, Optional.empty())).isInstanceOf(Verdict.ConsistentSignerUnknown.class);
        assertThat(header(zip)).contains("\"exact\":null", "\"shown\":null", "Nothing was delivered.");
    }

    @Test
    void aMarkThatWasChangedAfterwardsIsSeenThrough() {
        byte[] zip = graded(Row.included("S-0001", marks("1", "59.99", "59.99"), List.of()));
        var files = new TreeMap<>(SealedPackage.unpack(zip));
        files.computeIfPresent("figures/score.rows.jsonl", (_, rows) -> Keys.utf8(new String(rows, StandardCharsets.UTF_8).replace("59.99", "60")));
        assertThat(CheckingAPackageTest.codes(Verifier.verify(SealedPackage.pack(files), Optional.empty()))).contains("file.hash");
    }

    private static Facts marks(String gate, String delivery, String quality) {
        return Facts.of(Map.of("no-red-line", new BigDecimal(gate), "delivery", new BigDecimal(delivery), "quality", new BigDecimal(quality)));
    }

    private byte[] graded(Row row) {
        ReportDraft draft = new ReportDraft(RANDOM);
        draft.figure("score", TEXT, new Definition("1", TEXT, TEXT, TEXT, TEXT, "SELECT ...", SCORE, TEXT, new Rounding(1, 2, Rounding.Mode.DOWN),
                Definition.TimeRule.OVER_PERIOD), Period.year(2026), TEXT, NOW, Level.PUBLIC).add(row);
        ReportDraft.Sealed sealed = draft.seal(new Report("score-s-0001", 1, TEXT, TEXT, Period.year(2026), NOW,
                List.of(new Report.DecidedBy("evaluator", "a-1", NOW), new Report.DecidedBy("approver", "a-2", NOW)), key.verifier(), List.of(), List.of(),
                Optional.empty()));
        Commitment.Opening opening = Commitment.Opening.fresh(RANDOM, sealed.publication());
        long index = log.append(Report.PUBLICATION, LocalDate.of(2026, 11, 22), Commitment.of(Commitment.ENTRY, opening));
        var files = sealed.files(Level.PUBLIC);
        return SealedPackage.pack(SealedPackage.join(files, SealedPackage.proofs(files, opening, index, log, Optional.empty(), List.of())));
    }

    private static String header(byte[] zip) {
        return new String(SealedPackage.unpack(zip).get("figures/score.json"), StandardCharsets.UTF_8);
    }
}
