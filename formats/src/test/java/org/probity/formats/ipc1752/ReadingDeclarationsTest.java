package org.probity.formats.ipc1752;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.probity.formats.ipc1752.Declaration.Section;
import org.probity.formats.ipc1752.Reading.Reason;

class ReadingDeclarationsTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void materialsAreReadWithTheirSubstancesAndPlaces() {
        Declaration it = read(Sample.materials("Blue Heron <Ribbon> & Co.", TODAY));
        assertThat(it.company().text()).isEqualTo("Blue Heron <Ribbon> & Co.");
        assertThat(it.day()).contains(TODAY);
        assertThat(it.sections()).containsExactly(Section.D);
        var coating = it.products().getFirst().materials().get(1);
        assertThat(coating.name().text()).isEqualTo("Solder coating");
        var silver = coating.substances().get(1);
        assertThat(silver.milligrams(coating).orElseThrow()).isEqualByComparingTo("3.5");
        assertThat(silver.share(coating).orElseThrow().ppm()).isEqualByComparingTo("35000");
        assertThat(silver.identity().at().path()).isEqualTo(
                "Product/MaterialInfo/HomogeneousMaterialList/HomogeneousMaterial[2]/SubstanceCategoryList/SubstanceCategory/Substance[2]/SubstanceID@identity");
        assertThat(line(Sample.materials("x", TODAY), silver.identity().at().line())).contains("Silver");
        assertThat(Checks.of(it, TODAY)).isEmpty();
    }

    @Test
    void statementsAgainstThresholdsAreRead() {
        Declaration it = read(Sample.thresholds("Blue Heron", TODAY));
        assertThat(it.sections()).containsExactly(Section.C);
        assertThat(it.products().getFirst().statements()).extracting(s -> s.list().text() + " " + s.name().text() + " " + s.over().text())
                .containsExactly("EUROHS-1907 Lead/Lead Compounds false", "EUREACH-0624 Lead false");
        assertThat(Checks.of(it, TODAY)).isEmpty();
    }

    @Test
    void everyFaultIsToldAtItsPlace() {
        var findings = Checks.of(read(Sample.faulty("Blue Heron", TODAY)), TODAY);
        assertThat(findings).extracting(it -> it.key() + " " + it.place().end()).containsExactly(
                "ipc1752.cas-wrong …/SubstanceCategory/Substance/SubstanceID@identity",
                "ipc1752.unit-unknown …/SubstanceCategory/Substance[1]/Amount@UOM",
                "ipc1752.amount-missing …/SubstanceCategory/Substance[2]/Amount@value",
                "ipc1752.more-than-all …/SubstanceCategory/Substance[3]/Amount@value",
                "ipc1752.substances-heavier …/HomogeneousMaterialList/HomogeneousMaterial[2]/Amount@value");
        assertThat(line(Sample.faulty("x", TODAY), findings.getFirst().place().line())).contains("7440-50-9");
    }

    @Test
    void whatIsMissingInTheHeadOrTheWeightsIsToldToo() {
        String text = new String(Sample.materials("", TODAY.plusDays(1)), StandardCharsets.UTF_8).replace("supplierAcceptance=\"true\"", "supplierAcceptance=\"false\"")
                .replace("itemNumber=\"RIB-0001\"", "itemNumber=\"\"").replace("value=\"1250\"", "value=\"1000\"").replace("value=\"100\" UOM=\"mg\"", "value=\"100\" UOM=\"ppm\"")
                .replace("identity=\"7440-22-4\" authority=\"CAS\"", "identity=\"X1\" authority=\"own\"").replace("value=\"1150\" UOM=\"mg\"/></Substance>", "value=\"-1\" UOM=\"mg\"/></Substance>");
        assertThat(keys(text)).containsExactly("ipc1752.company-missing", "ipc1752.day-to-come", "ipc1752.not-accepted", "ipc1752.number-missing", "ipc1752.amount-wrong",
                "ipc1752.unit-no-mass", "ipc1752.no-cas", "ipc1752.materials-heavier");
        assertThat(keys(text.replace("2026-11-27", "soon").replace("supplierAcceptance=\"false\"", ""))).contains("ipc1752.day-wrong", "ipc1752.acceptance-missing");
        assertThat(keys(text.replace("date=\"2026-11-27\"", ""))).contains("ipc1752.day-missing");
    }

    @Test
    void theRestOfAMaterialIsNotForgotten() {
        String text = new String(Sample.materials("Blue Heron", TODAY), StandardCharsets.UTF_8).replace("96.5", "96.499");
        assertThat(Checks.of(read(text), TODAY)).singleElement().satisfies(it -> {
            assertThat(it.severity()).isEqualTo(Finding.Severity.LOOK_AT);
            assertThat(Words.of(Locale.ENGLISH).say(it)).isEqualTo("The substances make up 99.99 % of the material. What the rest is, the file does not say.");
        });
    }

    @Test
    void amountsMissingEmptyMaterialsTwinsAndUnclearThresholdsAreTold() {
        String text = new String(Sample.materials("Blue Heron", TODAY), StandardCharsets.UTF_8);
        assertThat(keys(text.replace("<Amount value=\"1250\" UOM=\"mg\"/>", "").replace("<Amount value=\"100\" UOM=\"mg\"/>", "<Amount value=\"0\" UOM=\"mg\"/>")))
                .containsExactly("ipc1752.mass-missing", "ipc1752.mass-wrong");
        assertThat(keys(text.replaceAll("<Substance name=\"Copper\".*", ""))).containsExactly("ipc1752.material-empty");
        assertThat(keys(text.replace("7440-22-4", "7440-31-5"))).containsExactly("ipc1752.twice");
        assertThat(keys(text.replace("7440-22-4", ""))).containsExactly("ipc1752.cas-missing");
        assertThat(keys(new String(Sample.thresholds("Blue Heron", TODAY), StandardCharsets.UTF_8).replaceFirst("overThreshold=\"false\"", "overThreshold=\"maybe\"")))
                .containsExactly("ipc1752.over-unclear");
    }

    @Test
    void aLimitIsNeitherMetNorMissedByRounding() {
        var limit = new BigDecimal("1000");
        assertThat(new Share(new BigDecimal("0.1"), new BigDecimal("100")).exceeds(limit)).isFalse();
        assertThat(new Share(new BigDecimal("0.100000000000001"), new BigDecimal("100")).exceeds(limit)).isTrue();
        assertThat(new Share(BigDecimal.ONE, new BigDecimal("1000")).exceeds(limit)).isFalse();
        assertThat(new Share(BigDecimal.ONE, new BigDecimal("999.999999999999")).exceeds(limit)).isTrue();
    }

    @Test
    void checkDigitsOfTheRegistryAreReckoned() {
        assertThat(List.of("7439-92-1", "7440-43-9", "117-81-7", "10043-35-3", "50-00-0")).allMatch(Cas::isRight);
        assertThat(List.of("7439-92-2", "7440-43", "117-81-77", "", "00-00-0", "７439-92-1")).noneMatch(Cas::isRight);
    }

    @Test
    void partsArePlacedBelowTheirProduct() {
        Declaration it = read("""
                <m:MainDeclaration xmlns:m="https://webstds.ipc.org/175x/1752B/1752B"><m:Product><m:ProductID itemName="Box" itemNumber="B1"/>
                <m:MaterialInfo><m:SubProduct><m:ProductID itemNumber="P1"><m:Amount value="2" UOM="g"/></m:ProductID><m:MaterialInfo><m:HomogeneousMaterialList>
                <m:HomogeneousMaterial name="Foil"><m:Amount value="2" UOM="g"/><m:SubstanceCategoryList><m:SubstanceCategory name="Lead/Lead Compounds">
                <m:Substance name="Lead"><m:SubstanceID identity="7439-92-1" authority="CAS"/><m:Concentration value="0.2" UOM="massPercent"/><m:Exemptions><m:Exemption identity="7(a)"/></m:Exemptions></m:Substance>
                </m:SubstanceCategory></m:SubstanceCategoryList></m:HomogeneousMaterial></m:HomogeneousMaterialList></m:MaterialInfo></m:SubProduct></m:MaterialInfo></m:Product></m:MainDeclaration>
                """);
        assertThat(it.edition()).isEqualTo("1752B");
        var part = it.articles().toList().get(1);
        assertThat(part.called()).isEqualTo("P1");
        assertThat(it.products().getFirst().milligrams().orElseThrow()).isEqualByComparingTo("2000");
        var lead = part.materials().getFirst().substances().getFirst();
        assertThat(lead.exemptions()).extracting(Value::text).containsExactly("7(a)");
        assertThat(lead.milligrams(part.materials().getFirst()).orElseThrow()).isEqualByComparingTo("4");
        assertThat(lead.category().text()).isEqualTo("Lead/Lead Compounds");
    }

    @Test
    void otherClassesVersionsAndFormsGetOneSentence() {
        assertThat(reason("<a/>")).isEqualTo(Reason.NOT_A_DECLARATION);
        assertThat(reason("<MainDeclaration xmlns=\"http://webstds.ipc.org/175x/1.1\"/>")).isEqualTo(Reason.UNKNOWN_VERSION);
        assertThat(reason("<MainDeclaration version=\"1.1\"/>")).isEqualTo(Reason.UNKNOWN_VERSION);
        assertThat(reason("<MainDeclaration><BusinessInfo mode=\"Request\"/></MainDeclaration>")).isEqualTo(Reason.REQUEST_ONLY);
        assertThat(reason("<MainDeclaration><Include><Sectional><SubSectional name=\"A\"/></Sectional></Include></MainDeclaration>")).isEqualTo(Reason.OTHER_CLASS);
        assertThat(reason("<MainDeclaration><Product/></MainDeclaration>")).isEqualTo(Reason.NOTHING_DECLARED);
        assertThat(reason("")).isEqualTo(Reason.EMPTY);
        assertThat(reason("%PDF-1.4")).isEqualTo(Reason.NOT_XML);
        assertThat(Words.of(Locale.ENGLISH).say((Reading.Unreadable) Ipc1752.read("<a/>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("This XML is not an IPC-1752 declaration: its outermost element is a, and should be MainDeclaration.");
    }

    @Test
    void bothSharedSamplesAreRead() throws IOException {
        var folder = Path.of(System.getProperty("probity.shared", "none")).resolve("supply/substances");
        Assumptions.assumeTrue(Files.exists(folder), "reference data not here");
        var classC = read(Files.readAllBytes(folder.resolve("ipc1752a_classC_synthetic.xml")));
        assertThat(classC.products().getFirst().statements()).hasSize(2).allMatch(it -> it.over().text().equals("true"));
        assertThat(Checks.of(classC, TODAY)).isEmpty();
        var classD = read(Files.readAllBytes(folder.resolve("ipc1752a_classD_synthetic.xml")));
        var solder = classD.products().getFirst().materials().get(1);
        assertThat(solder.substances().get(1).share(solder).orElseThrow().ppm()).isEqualByComparingTo("400000");
        assertThat(Checks.of(classD, TODAY)).extracting(Finding::key).containsExactly("ipc1752.company-missing", "ipc1752.day-missing", "ipc1752.acceptance-missing");
    }

    static Declaration read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Declaration read(byte[] file) {
        return switch (Ipc1752.read(file)) {
            case Reading.Read(Declaration declaration) -> declaration;
            case Reading.Unreadable unreadable -> throw new AssertionError(unreadable.toString());
        };
    }

    static Reason reason(String text) {
        return ((Reading.Unreadable) Ipc1752.read(text.getBytes(StandardCharsets.UTF_8))).reason();
    }

    private static List<String> keys(String text) {
        return Checks.of(read(text), TODAY).stream().map(Finding::key).toList();
    }

    private static String line(byte[] file, int line) {
        return new String(file, StandardCharsets.UTF_8).lines().toList().get(line - 1);
    }
}
