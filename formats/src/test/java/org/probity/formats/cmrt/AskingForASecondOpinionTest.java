package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.formats.cmrt.WritingSampleWorkbooksTest.read;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingForASecondOpinionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final List<SmelterList> LISTS = SmelterList.fictionalEditions();
    private static final Background KNOWN = Background.of(TODAY).withList(LISTS.getLast(), LISTS.subList(0, 1)).expecting(Set.of(Metal.TIN));
    private static final SampleOrder COMPLETE =
            SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", TODAY.minusMonths(2));

    private static List<String> said(Declaration declaration, Background background) {
        return SecondOpinion.all(declaration, background).stream().map(f -> f.key().substring(5) + " " + f.cell()).toList();
    }

    private static List<String> said(SampleOrder order) {
        return said(read(order), KNOWN);
    }

    @Test
    void thereIsNothingToSayAboutACompleteOne() {
        assertThat(said(COMPLETE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_METAL, metal-wrong Smelter List!B5",
        "MISSING_ID, smelter-unresolved Smelter List!D9",
        "AUTHORISER_EMAIL, email-without-at Declaration!D20",
        "DELISTED, smelter-delisted Smelter List!F10",
        "UNKNOWN_ID, id-unknown Smelter List!F5",
        "NAME_OF_ANOTHER, name-of-another Smelter List!C6",
        "FUTURE_DATE, day-in-future Declaration!D22",
        "CONTRADICTION, recycled-yet-not-everywhere Declaration!D51",
        "NOT_LISTED_INCOMPLETE, not-listed-incomplete Smelter List!E10"})
    void eachFaultIsFoundAtItsCell(SampleOrder.Fault fault, String said) {
        assertThat(said(COMPLETE.withFaults(EnumSet.of(fault)))).contains(said);
    }

    @Test
    void theFaultySampleMustGoBackForAtLeastFourReasons() {
        List<Finding> findings = SecondOpinion.all(read(SampleOrder.faulty("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", TODAY)), KNOWN);

        assertThat(findings.stream().filter(f -> f.severity() == Finding.Severity.MUST_CORRECT).map(Finding::key).distinct())
                .contains("cmrt.metal-wrong", "cmrt.smelter-unresolved", "cmrt.answer-missing", "cmrt.email-without-at", "cmrt.smelter-delisted");
    }

    @Test
    void theStaleSampleIsOldInFormAndDate() {
        assertThat(said(SampleOrder.stale("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", TODAY)))
                .containsExactly("version-outdated Declaration!J3", "day-too-old Declaration!D22");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-25, version-replaced", "2025-10-26, version-outdated", "2025-04-25, version-replaced", "2025-04-24, "})
    void aReplacedRevisionIsTakenForHalfAYear(LocalDate today, String key) {
        Declaration declaration = read(COMPLETE.onVersion("6.4"));

        assertThat(SecondOpinion.findings(declaration, Background.of(today)).stream().map(f -> f.key().substring(5)).filter(k -> k.startsWith("version")))
                .isEqualTo(key == null ? List.of() : List.of(key));
    }

    @ParameterizedTest
    @CsvSource({"2025-11-20, ", "2025-11-19, day-too-old", "2026-11-20, ", "2026-11-21, day-in-future"})
    void aDeclarationStandsForAYear(LocalDate effective, String key) {
        Declaration declaration = read(SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", effective));

        assertThat(SecondOpinion.findings(declaration, KNOWN)).extracting(f -> f.key().substring(5))
                .isEqualTo(key == null ? List.of() : List.of(key));
    }

    @Test
    void aNewerRevisionThanKnownIsReadWithAWarning() {
        assertThat(said(COMPLETE.onVersion("6.7")))
                .containsExactlyInAnyOrder("version-uncertain Declaration!J3", "version-newer-than-known Declaration!J3");
    }

    @Test
    void tinCannotBeDeniedWhenItIsBought() {
        Declaration withoutTin = read(COMPLETE.naming(SmelterList.fictional().smelters(Metal.TUNGSTEN).subList(0, 2)));

        assertThat(said(withoutTin, KNOWN)).containsExactly("metal-denied Declaration!D27");
        assertThat(said(withoutTin, KNOWN.expecting(Set.of()))).isEmpty();
    }

    @Test
    void aListThatAnotherSupplierSentIsNoticed() {
        Declaration declaration = read(COMPLETE);
        Declaration sameInOtherOrder = read(COMPLETE.naming(COMPLETE.smelters().reversed()));

        assertThat(sameInOtherOrder.listFingerprint()).isEqualTo(declaration.listFingerprint()).isPresent();
        assertThat(said(declaration, KNOWN.beside(Map.of(sameInOtherOrder.listFingerprint().orElseThrow(), "Grey Lake Ribbon"))))
                .containsExactly("list-copied Smelter List!C5");
    }

    @Test
    void aShortListIsNobodysCopy() {
        assertThat(read(COMPLETE.naming(COMPLETE.smelters().subList(0, 4))).listFingerprint()).isEmpty();
    }

    @Test
    void whatChangedSinceLastYearIsAsked() {
        Declaration before = read(COMPLETE.naming(COMPLETE.smelters().subList(0, 4)));
        Declaration now = read(COMPLETE.naming(COMPLETE.smelters().subList(1, 5)).withFaults(EnumSet.of(SampleOrder.Fault.CONTRADICTION)));

        assertThat(said(now, KNOWN.after(before))).contains(
                "smelter-new Smelter List!C8", "smelter-gone Smelter List!B9", "answer-changed Declaration!D39", "answer-changed Declaration!D51");
        assertThat(Difference.between(before, before, KNOWN.list()).none()).isTrue();
    }

    @Test
    void aSmelterOutsideTheProgrammeIsPointedOut() {
        List<SmelterList.Smelter> none = SmelterList.fictional().smelters(Metal.TIN).stream()
                .filter(s -> s.status() == SmelterList.Status.NONE).toList();

        assertThat(said(COMPLETE.naming(none))).allMatch(s -> s.startsWith("smelter-not-conformant"));
        assertThat(said(COMPLETE.naming(none))).hasSameSizeAs(none);
    }

    @Test
    void aSmelterNamedTwiceIsPointedOut() {
        assertThat(said(COMPLETE.naming(List.of(COMPLETE.smelters().get(0), COMPLETE.smelters().get(0)))))
                .containsExactly("smelter-twice Smelter List!C6");
    }

    @Test
    void everyFindingHasWordsInBothLanguages() {
        Set<SampleOrder.Fault> all = EnumSet.complementOf(EnumSet.of(SampleOrder.Fault.UNKNOWN_ID));
        Declaration declaration = read(COMPLETE.withFaults(all).onVersion("6.31"));
        List<Finding> findings = SecondOpinion.all(declaration, KNOWN.after(read(COMPLETE)).withTerms(Period.ZERO, Period.ZERO));

        assertThat(findings).hasSizeGreaterThan(12);
        for (Finding finding : findings) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(Words.of(locale).say(finding)).isNotBlank().doesNotContain("{").doesNotContain("cmrt.");
            }
        }
        assertThat(Words.of(Locale.ENGLISH).say(findings.stream().filter(f -> f.key().equals("cmrt.metal-wrong")).findFirst().orElseThrow()))
                .isEqualTo("CID901001 (Kestrel Bay Tin Works) is a smelter of tin.");
    }
}
