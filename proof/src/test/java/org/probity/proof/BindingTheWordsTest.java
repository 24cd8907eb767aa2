package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

/** A report's words lie in its package: what was said can no more be changed than what was counted. */
class BindingTheWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SignerKey key = SignerKey.generate("log.helia.example", VerifierKey.Kind.NOTE, RANDOM);
    private final MemoryLog log = new MemoryLog(key, List.of(), Clock.fixed(NOW, ZoneOffset.UTC));

    record Published(byte[] zip, Commitment.Opening opening, long index) {}

    @Test
    void anEditionMayRewordAndLeaveEveryFigure() {
        Published first = publish(1, said("We do our best."), Optional.empty());
        ReportWords better = said("37 of 38 suppliers answered.");
        Published second = publish(2, better, Optional.of(previous(first, Report.Cause.WORDS, List.of(), ReportWords.changes(said("We do our best."), better))));
        assertThat(Verifier.verify(second.zip, Optional.empty())).isInstanceOfSatisfying(Verdict.ConsistentSignerUnknown.class,
                verdict -> assertThat(verdict.checks()).contains(new Verdict.Check("passages", 2)));
        assertThat(new String(SealedPackage.unpack(second.zip).get("report.json"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("We do our best.", "37 of 38 suppliers answered.");
    }

    @Test
    void whoSaysThatOnlyWordsChangedMustHaveChangedWordsAndNothingElse() {
        Published first = publish(1, said("As it was."), Optional.empty());
        Published nothing = publish(2, said("As it was."), Optional.of(previous(first, Report.Cause.WORDS, List.of(), List.of())));
        assertThat(codes(nothing.zip)).containsExactly("previous.words");
        Published figures = publish(2, said("Other."), Optional.of(previous(first, Report.Cause.WORDS,
                List.of(new Report.Difference("suppliers", List.of())), ReportWords.changes(said("As it was."), said("Other.")))));
        assertThat(codes(figures.zip)).containsExactly("previous.words");
    }

    @Test
    void aStatedChangeLeadsToTheWordsThatStandThere() {
        Published first = publish(1, said("As it was."), Optional.empty());
        Published second = publish(2, said("Other."), Optional.of(previous(first, Report.Cause.WORDS, List.of(), ReportWords.changes(said("As it was."), said("Yet another.")))));
        assertThat(codes(second.zip)).containsExactly("previous.words");
    }

    @Test
    void aChangedWordIsAChangedFile() {
        TreeMap<String, byte[]> files = new TreeMap<>(SealedPackage.unpack(publish(1, said("We do our best."), Optional.empty()).zip));
        files.put(ReportWords.FILE, new String(files.get(ReportWords.FILE), java.nio.charset.StandardCharsets.UTF_8).replace("best", "worst").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(codes(SealedPackage.pack(files))).containsExactly("file.hash");
        files.remove(ReportWords.FILE);
        assertThat(codes(SealedPackage.pack(files))).containsExactly("file.missing");
    }

    @Test
    void aPackageWithoutWordsIsStillOneAndSaysSo() {
        assertThat(Verifier.verify(Specimen.make(1, 60).first(), Optional.empty())).isInstanceOfSatisfying(Verdict.ConsistentSignerUnknown.class,
                verdict -> assertThat(verdict.remarks()).anyMatch(remark -> remark.code().equals("words.none")));
        assertThat(Verifier.verify(publish(1, new ReportWords(List.of()), Optional.empty()).zip, Optional.empty()))
                .isInstanceOfSatisfying(Verdict.ConsistentSignerUnknown.class, verdict -> assertThat(verdict.remarks()).noneMatch(remark -> remark.code().equals("words.none")));
    }

    @Test
    void aChapterIsInBothLanguagesAndStandsOnce() {
        assertThat(codes(publish(1, said(""), Optional.empty()).zip)).containsExactly("shape");
        ReportWords.Chapter chapter = said("Once.").chapters().getFirst();
        assertThat(codes(publish(1, new ReportWords(List.of(chapter, chapter)), Optional.empty()).zip)).containsExactly("shape");
        assertThat(codes(publish(1, new ReportWords(List.of(new ReportWords.Chapter("water", List.of("no-figure"), List.of()))), Optional.empty()).zip)).containsExactly("shape");
    }

    private static ReportWords said(String english) {
        return new ReportWords(List.of(new ReportWords.Chapter("suppliers", List.of("suppliers"), List.of(
                new ReportWords.Passage("title", new Words("Suppliers", "\u4f9b\u5e94\u5546")),
                new ReportWords.Passage("performance", new Words(english, "\u4e2d\u6587"))))));
    }

    private static Report.Previous previous(Published before, Report.Cause cause, List<Report.Difference> differences, List<ReportWords.Change> words) {
        return new Report.Previous(before.index, before.opening, cause, new Words("Better said.", "\u63aa\u8f9e\u66f4\u597d\u3002"), differences, words);
    }

    private Published publish(int number, ReportWords words, Optional<Report.Previous> previous) {
        Optional<Note> before = previous.isPresent() ? Optional.of(log.checkpoint()) : Optional.empty();
        ReportDraft draft = new ReportDraft(RANDOM);
        Words text = new Words("Suppliers", "\u4f9b\u5e94\u5546");
        draft.figure("suppliers", text, new Definition("1", text, text, text, text, "SELECT 1", new Fold.Count(), text, Rounding.places(0), Definition.TimeRule.AT_END),
                Period.year(2025), text, NOW, Level.PUBLIC).add(Row.included("S-0001", Facts.none(), List.of()));
        draft.words(words);
        ReportDraft.Sealed sealed = draft.seal(new Report("report", number, text, text, Period.year(2025), NOW,
                List.of(new Report.DecidedBy("preparer", "a-1", NOW), new Report.DecidedBy("publisher", "a-2", NOW)), key.verifier(),
                List.of(), List.of(), previous));
        Commitment.Opening opening = Commitment.Opening.fresh(RANDOM, sealed.publication());
        long index = log.append(Report.PUBLICATION, LocalDate.of(2026, 11, 22), Commitment.of(Commitment.ENTRY, opening));
        SortedMap<String, byte[]> files = sealed.files(Level.PUBLIC);
        return new Published(SealedPackage.pack(SealedPackage.join(files, SealedPackage.proofs(files, opening, index, log, before, List.of()))), opening, index);
    }

    private static List<String> codes(byte[] zip) {
        return CheckingAPackageTest.codes(Verifier.verify(zip, Optional.empty()));
    }
}
